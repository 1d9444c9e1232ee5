"""The two carved walls of the Arman: space on the west, virgin lands and new towns on the east.

The themes are told; how the figures stand beside one another is our own arrangement.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import drawn as f
from almaty_tour.kit import profile, transform
from almaty_tour.kit.drawn import Shape, placed
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.stroke import stroke
from almaty_tour.landmarks.arman_cinema import plan as p
from almaty_tour.mesh.data import MeshData, as_part, merge

WIDE_M, HIGH_M = p.RELIEF_M
SUN_WEST, SUN_EAST = (35.8, 4.9), (22.0, 5.2)


def reliefs() -> MeshData:
    """Both walls, each a part of its own."""
    x, half = p.HALF_X_M + 0.12, WIDE_M / 2
    west = transform.on_edge(
        _carved(_space(), SUN_WEST), (x, -half - 1.0), (x, half - 1.0), p.RELIEF_FOOT_M
    )
    east = transform.on_edge(
        _carved(_land(), SUN_EAST), (-x, half - 1.0), (-x, -half - 1.0), p.RELIEF_FOOT_M
    )
    return merge([as_part(west, "relief_west"), as_part(east, "relief_east")])


def _carved(shapes: list[Shape], sun: profile.Point) -> MeshData:
    frame = merge(
        [
            block((-0.2, -0.1, -0.25), (WIDE_M + 0.2, 0.02, -0.05), p.CARVED),
            block((-0.2, -0.1, HIGH_M + 0.05), (WIDE_M + 0.2, 0.02, HIGH_M + 0.25), p.CARVED),
        ]
    )
    return merge([f.carved(shapes, p.CARVED, depth=1.25), _rays(*sun), frame])


def _space() -> list[Shape]:
    """From the left: mountains, dombra player, launch, cosmonauts among orbits, scholars, sun."""
    shapes: list[Shape] = [
        *placed(f.peaks(8.4, 5.0), 0.2, 0.0),
        *placed(f.musician(), 5.6, 0.1, 4.0),
        *placed(f.bird(), 3.4, 6.2, 2.6),
        *placed(f.bird(), 6.9, 5.2, 1.7),
        *placed(f.cosmonaut(), 8.6, 6.5, 3.4, -74.0),
        *placed(f.star(0.5), 1.0, 4.6),
        *placed(f.rider(), 11.6, 0.1, 4.2),
        *placed(f.star(0.45), 13.4, 4.9),
        *placed(
            f.person([(-0.2, 0.9), (-0.1, 1.02)], [(0.22, 0.68), (0.3, 0.55)], skirt=True),
            13.9,
            0.1,
            4.4,
        ),
        *placed(f.rocket(), 16.2, 0.2, 7.1, -6.0),
        *placed(f.cosmonaut(), 21.4, 0.9, 6.2, -14.0),
        *placed(f.star(0.5), 18.6, 1.2),
        *placed(f.star(0.7), 24.9, 6.2),
        *placed(f.cosmonaut(), 25.8, 0.3, 5.0, 26.0),
        *placed(f.atom(), 29.2, 1.9, 1.7),
        *placed(f.person([(-0.25, 0.72), (-0.3, 0.9)], [(0.22, 0.66), (0.1, 0.6)]), 32.0, 0.1, 6.2),
        *placed(f.sun(), 35.8, 4.9, 2.3),
        *placed(f.mother(), 39.4, 0.1, 5.0),
        *placed(f.sower(), 42.9, 0.1, 5.3, flip=True),
        *placed(f.sheaf(), 36.4, 0.1, 2.5),
        *placed(f.sheaf(), 44.9, 0.1, 3.6, -4.0),
    ]
    orbits = _orbits(((20.6, 3.6, 4.3), (26.4, 4.0, 3.1)))
    return [*shapes, *orbits, *_ground(9.0, 33.5)]


def _land() -> list[Shape]:
    """From the left: new town and cranes, builders, tractor in the furrows, harvest, riders."""
    shapes: list[Shape] = [
        *placed(f.houses(), 3.2, 0.1, 5.6),
        *placed(f.crane(), 6.6, 0.1, 7.2),
        *placed(f.builder(), 10.6, 0.1, 5.7),
        *placed(f.person([(-0.25, 0.66), (-0.12, 0.56)], [(0.24, 0.9), (0.32, 1.02)]), 13.9, 0.1,
                6.0),
        *placed(f.houses(), 16.6, 3.5, 3.4),
        *placed(f.tractor(), 18.3, 0.3, 4.0),
        *placed(f.sun(), 22.0, 5.2, 2.0),
        *placed(f.sower(), 23.6, 0.1, 5.0),
        *placed(f.sheaf(), 26.2, 0.1, 4.4),
        *placed(f.mother(), 28.8, 0.1, 5.0),
        *placed(f.sheaf(), 31.0, 0.1, 3.4, 6.0),
        *placed(f.bird(), 26.4, 6.3, 2.2),
        *placed(f.rider(), 34.8, 0.2, 4.4),
        *placed(f.bird(), 32.6, 6.2, 2.0, flip=True),
        *placed(f.musician(), 40.0, 0.1, 4.6),
        *placed(f.star(0.6), 37.8, 6.1),
        *placed(f.peaks(5.8, 6.6), 40.1, 0.0),
    ]  # fmt: skip
    orbits = _orbits(((38.2, 5.4, 1.7),))
    return [*shapes, *_ground(16.0, 22.5), *orbits]


def _orbits(rings: tuple[tuple[float, float, float], ...]) -> list[Shape]:
    """Two arcs of a flat ring about a middle: the ways of satellites."""
    shapes: list[Shape] = []
    for x, z, radius in rings:
        for start, end in ((15.0, 150.0), (195.0, 330.0)):
            way = profile.arc((x, z), (radius, 0.62 * radius), start, end, 12)
            way[:, 1] = np.clip(way[:, 1], 0.15, HIGH_M - 0.15)
            shapes.append((stroke(way, np.full(len(way), 0.13)), 0.12))
        shapes.append(f.disc(x + radius * 0.87, min(z + 0.31 * radius, HIGH_M - 0.4), 0.22, 0.3, 8))
    return shapes


def _ground(left: float, right: float) -> list[Shape]:
    """Furrows along the foot of the wall."""
    x = np.linspace(left, right, 14)
    return [
        (stroke(np.stack([x, 0.16 + 0.26 * i + 0.07 * np.sin(x * 0.9 + i)], axis=1), 0.12), 0.1)
        for i in range(3)
    ]


def _rays(x: float, z: float) -> MeshData:
    """Flat wedges that fan out from a sun to the edge of the wall, every other one raised."""
    corners = profile.rectangle(WIDE_M, HIGH_M, (WIDE_M / 2, HIGH_M / 2))
    sides = zip(corners, np.roll(corners, -1, axis=0), strict=True)
    edge = np.concatenate([a + np.linspace(0.0, 1.0, n, endpoint=False)[:, None] * (b - a)
                           for (a, b), n in zip(sides, (44, 8, 44, 8), strict=True)])  # fmt: skip
    sun = np.array([x, z])
    way = edge - sun
    near = sun + 1.5 * way / np.linalg.norm(way, axis=1, keepdims=True)
    after, before = np.roll(edge, -1, axis=0), np.roll(near, -1, axis=0)
    wedges = np.stack([near, edge, after, before], axis=1)[::2]
    return merge([panel(profile.counter_clockwise(w), -0.07, 0.02, p.CARVED, back=False)
                  for w in wedges])  # fmt: skip
