"""Ornament of the opera: ram-horn cresting, gilded figures, carved belts, lattices, plates."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile
from almaty_tour.kit.extrude import panel, triangulate
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.kit.stroke import flipped, spiral, stroke
from almaty_tour.kit.transform import along, at
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

WHITE = Paint("plaster", "#EFE8DE")
GILT = Paint("gilded_plaster", "#F2DDB0")
GILT_DEEP = Paint("gilded_plaster", "#B8A27C")
CARVED = Paint("plaster", "#E2DBD0")
ROUNDED_DEG = 85.0


# Small pieces that open on the wall -------------------------------------------------------


def flat(outline: F64, y_m: float, paint: Paint, *, holes: tuple[F64, ...] = ()) -> MeshData:
    """A face just before a wall, for what is too thin to show its sides."""
    points, faces = triangulate(outline, holes)
    return solid(_upright(points, y_m), faces, paint)


def raised(outline: F64, front_m: float, back_m: float, paint: Paint, *, edge_m: float) -> MeshData:
    """A carved shape whose sides slope from the wall to a front `edge_m` smaller all round."""
    points, faces = triangulate(outline)
    count = len(points)
    here, there = np.arange(count), np.roll(np.arange(count), -1)
    sides = [
        np.stack([here, there, there + count], axis=1),
        np.stack([here, there + count, here + count], axis=1),
    ]
    inner = points - edge_m * profile.mitres(points, closed=True)
    return solid(
        np.concatenate([_upright(points, back_m), _upright(inner, front_m)]),
        np.concatenate([faces + count, *sides]),
        paint,
        crease_deg=ROUNDED_DEG,
    )


def _upright(points: F64, y_m: float) -> F64:
    return np.column_stack([points[:, 0], np.full(len(points), y_m), points[:, 1]])


def tooth(width_m: float, out_m: float, low_m: float, high_m: float) -> MeshData:
    """A white tooth under a cornice: front, underside and flanks, its top is never seen."""
    x, y = width_m / 2, -out_m
    ring = [(-x, 0.02), (-x, y), (x, y), (x, 0.02)]
    sides = [[(*a, low_m), (*b, low_m), (*b, high_m), (*a, high_m)] for a, b in pairwise(ring)]
    under = [(*point, low_m) for point in reversed(ring)]
    return quadrilaterals(np.array([*sides, under]), WHITE)


# Cresting ---------------------------------------------------------------------------------


def cresting_unit(width_m: float, height_m: float) -> MeshData:
    """One stem with a low pair of curls and a high pair of ram horns, 0.12 m thick."""
    w, h = width_m, height_m
    stem = stroke([(0, 0), (0, 0.62 * h)], [0.2 * w, 0.13 * w])
    horn = stroke(
        [(0, 0.56 * h), (0.36 * w, 0.72 * h), (0.44 * w, 0.86 * h),
         (0.40 * w, 0.98 * h), (0.27 * w, 1.0 * h), (0.22 * w, 0.91 * h)],
        np.array([0.13, 0.16, 0.15, 0.13, 0.1, 0.05]) * w,
    )  # fmt: skip
    curl = stroke(
        [(0, 0.5 * h), (0.2 * w, 0.47 * h), (0.38 * w, 0.36 * h), (0.42 * w, 0.2 * h),
         (0.3 * w, 0.1 * h), (0.19 * w, 0.18 * h)],
        np.array([0.12, 0.13, 0.13, 0.12, 0.1, 0.05]) * w,
    )  # fmt: skip
    drop = profile.line((0, 0.66 * h), (0.09 * w, 0.8 * h), (0, 0.97 * h), (-0.09 * w, 0.8 * h))
    shapes = [stem, drop, horn, flipped(horn), curl, flipped(curl)]
    return merge([panel(shape, -0.06, 0.06, WHITE) for shape in shapes])


def cresting(start: F64, end: F64, count: int, z_m: float, height_m: float) -> MeshData:
    """A run of ram-horn units on a rail between two plan points."""
    way = np.asarray(end, float) - np.asarray(start, float)
    length = float(np.hypot(*way))
    unit = cresting_unit(length / count, height_m - 0.2)
    units = along(unit, (*start, z_m + 0.2), (*end, z_m + 0.2), count, ends=False)
    bays = max(1, count // 2)
    bay = profile.rectangle(length / bays, 0.2, (0.0, 0.1))
    rail = along(panel(bay, -0.09, 0.09, WHITE), (*start, z_m), (*end, z_m), bays, ends=False)
    return merge([units, rail])


# Belts and plates -------------------------------------------------------------------------


def palmette_belt(length_m: float, height_m: float, pitch_m: float) -> MeshData:
    """White leaves and gilded drops between two fillets; x along, centred, front at y = 0."""
    count = max(1, round(length_m / pitch_m))
    p, h = length_m / count, height_m
    leaf = profile.line(
        (-0.46 * p, 0.2 * h), (0.46 * p, 0.2 * h), (0.4 * p, 0.5 * h), (0.2 * p, 0.42 * h),
        (0, 0.8 * h), (-0.2 * p, 0.42 * h), (-0.4 * p, 0.5 * h),
    )  # fmt: skip
    drop = profile.line(
        (0, 0.34 * h), (0.13 * p, 0.66 * h), (0, 0.84 * h), (-0.13 * p, 0.66 * h)
    ) + np.array([0.5 * p, 0.0])
    bay = merge(
        [panel(leaf, -0.07, 0.0, WHITE, back=False), panel(drop, -0.06, 0.0, GILT, back=False)]
    )
    ground = panel(profile.rectangle(length_m, h, (0, h / 2)), 0.0, 0.2, GILT_DEEP)
    low = panel(profile.rectangle(length_m, 0.16 * h, (0, 0.08 * h)), -0.12, 0.0, WHITE)
    high = panel(profile.rectangle(length_m, 0.1 * h, (0, 0.95 * h)), -0.1, 0.0, GILT)
    row = along(bay, (-length_m / 2, 0, 0), (length_m / 2, 0, 0), count, ends=False)
    return merge([ground, low, high, row])


def scroll_plate(width_m: float, height_m: float) -> MeshData:
    """An openwork plate of mirrored curls about a rosette; centred, front at y = 0."""
    shapes = _scrolls(width_m, height_m)
    return merge([panel(shape, -0.06, 0.0, GILT, back=False) for shape in shapes])


def scroll_print(width_m: float, height_m: float) -> MeshData:
    """The curls of `scroll_plate` as they are painted on a bill."""
    return merge([flat(shape, -0.03, GILT) for shape in _scrolls(width_m, height_m)])


def _scrolls(width_m: float, height_m: float) -> list[F64]:
    r = height_m / 4
    curls: list[F64] = []
    for x in np.arange(r * 1.15, width_m / 2 - r * 0.8, r * 1.75):
        for up in (1, -1):
            ring = spiral((x, up * r), r * 0.92, -90.0 * up, 400.0 * up, inner_m=0.2 * r, steps=8)
            curls.append(stroke(ring, np.linspace(0.36, 0.16, 9) * r))
    rosette = profile.star(8, r * 0.95, r * 0.4)
    edge = stroke([(r, 0), (width_m / 2, 0)], 0.2 * r)
    end = profile.star(4, r * 0.9, r * 0.3) + np.array([width_m / 2 - r * 0.5, 0.0])
    half = [*curls, edge, end]
    return [rosette, *half, *[flipped(shape) for shape in half]]


def grille(width_m: float, height_m: float) -> MeshData:
    """A gilded diamond lattice in a frame; centred, front at y = -0.04."""
    frame = panel(
        profile.rectangle(width_m, height_m), -0.05, 0.0, GILT_DEEP,
        holes=[profile.rectangle(width_m - 0.12, height_m - 0.12)], back=False,
    )  # fmt: skip
    count = max(2, round(width_m / height_m * 2))
    step = width_m / count
    cell = profile.regular(4, step * 0.56)
    centre = profile.regular(4, step * 0.24)
    hole = flat(cell, -0.04, GILT, holes=(centre,))
    rows = max(1, round(height_m / step))
    spots = [
        ((i + 0.5) * step - width_m / 2, 0.0, (j + 0.5 - rows / 2) * height_m / rows)
        for i in range(count)
        for j in range(rows)
    ]
    ground = flat(profile.rectangle(width_m, height_m), -0.01, GILT_DEEP)
    return merge([frame, ground, at(hole, spots)])


# The figure frieze ------------------------------------------------------------------------


def _robed(turned: float) -> list[F64]:
    """A man in a belted robe and boots, one hand on his belt."""
    robe = profile.line(
        (-0.29, 0.12), (0.27, 0.12), (0.2, 0.5), (0.16, 0.72), (0.26, 1.0), (0.2, 1.11),
        (0.07, 1.13), (-0.07, 1.13), (-0.2, 1.11), (-0.26, 1.0), (-0.16, 0.72), (-0.21, 0.46),
    )  # fmt: skip
    belt = profile.rectangle(0.36, 0.07, (0.0, 0.72))
    arm = stroke([(0.22, 1.05), (0.38, 0.84), (0.16, 0.7)], [0.15, 0.13, 0.1])
    other = stroke([(-0.22, 1.05), (-0.37, 0.86), (-0.38 + 0.14 * turned, 0.6)], [0.15, 0.13, 0.1])
    return [*_boots(), robe, belt, arm, other, *_head(1.25)]


def _boots() -> list[F64]:
    boot = profile.line((0.04, 0), (0.24, 0), (0.24, 0.06), (0.15, 0.16), (0.04, 0.16))
    return [boot, flipped(boot)]


def _dancer(turned: float) -> list[F64]:
    """A girl with raised arms, long sleeves and a swinging skirt."""
    skirt = profile.line(
        (-0.36, 0.05), (-0.1, 0.0), (0.16, 0.04), (0.38 + 0.06 * turned, 0.1), (0.2, 0.44),
        (0.1, 0.7), (-0.1, 0.7), (-0.2, 0.42),
    )  # fmt: skip
    bodice = profile.line((-0.1, 0.66), (0.1, 0.66), (0.18, 0.98), (0.1, 1.06), (-0.1, 1.06),
                          (-0.18, 0.98))  # fmt: skip
    arm = stroke([(0.14, 1.0), (0.36, 0.96), (0.44, 1.2), (0.34, 1.42)], [0.13, 0.12, 0.11, 0.07])
    low = 0.62 + 0.1 * turned
    other = stroke(
        [(-0.14, 1.0), (-0.36, 1.0), (-0.52, 0.8), (-0.56, low)], [0.13, 0.12, 0.14, 0.16]
    )
    braid = stroke([(0.1, 1.16), (0.16, 0.9), (0.12, 0.6)], [0.06, 0.06, 0.03])
    return [skirt, bodice, arm, other, braid, *_head(1.2)]


def _player(turned: float) -> list[F64]:
    """A musician with a dombra held across the breast."""
    neck = stroke([(-0.14, 0.74), (0.58, 1.06 + 0.08 * turned)], [0.08, 0.055])
    sound = profile.regular(10, 0.2) * np.array([1.25, 0.85]) + np.array([-0.18, 0.72])
    hole = profile.regular(6, 0.06) + np.array([-0.18, 0.72])
    return [*_robed(0.0), neck, sound, hole]


def _rider(turned: float) -> list[F64]:
    horse = profile.smooth(
        [(-0.72, 0.0), (-0.58, 0.0), (-0.5, 0.34), (-0.1, 0.42), (0.34, 0.36), (0.4, 0.0),
         (0.54, 0.0), (0.56, 0.44), (0.72, 0.78), (0.92, 0.74), (0.94, 0.86), (0.72, 1.02),
         (0.58, 0.98), (0.42, 0.74), (-0.3, 0.72), (-0.64, 0.66), (-0.78, 0.4)],
        2, closed=True,
    )  # fmt: skip
    man = profile.line(
        (-0.2, 0.7), (0.16, 0.7), (0.2, 0.98), (0.12, 1.22), (-0.14, 1.22), (-0.2, 1.0)
    )
    arm = stroke([(0.08, 1.14), (0.3, 1.0), (0.44, 1.04 + 0.1 * turned)], [0.11, 0.09, 0.06])
    leg = stroke([(0.02, 0.76), (0.12, 0.5), (0.04, 0.3)], [0.17, 0.13, 0.09])
    return [horse, man, arm, leg, *_head(1.36)]


def _head(z: float) -> list[F64]:
    cap = profile.line((-0.15, z + 0.06), (0.15, z + 0.06), (0.04, z + 0.24), (-0.04, z + 0.24))
    return [profile.regular(8, 0.13, 22.5) + np.array([0.0, z]), cap]


GROUPS: tuple[tuple[str, ...], ...] = (
    ("robed", "player", "rider", "robed"),
    ("robed", "dancer", "player", "robed", "player"),
    ("dancer", "robed", "dancer", "player", "dancer"),
    ("player", "rider", "dancer", "player"),
    ("robed", "player", "robed", "dancer", "robed"),
)
"""Who stands in each of the five groups of the frieze, left to right."""

POSES = {"robed": _robed, "dancer": _dancer, "player": _player, "rider": _rider}


def figure_frieze(length_m: float, height_m: float) -> MeshData:
    """The gilded relief: five groups of people between tendrils; centred, front at y = 0."""
    size = 0.94 * height_m / 1.46
    pitch = length_m / len(GROUPS)
    pieces = [panel(profile.rectangle(length_m, height_m, (0, height_m / 2)), 0.0, 0.3, GILT_DEEP)]
    for index, group in enumerate(GROUPS):
        centre = (index - (len(GROUPS) - 1) / 2) * pitch
        gap = 0.64 * pitch / len(group)
        for place, name in enumerate(group):
            x = centre + (place - (len(group) - 1) / 2) * gap
            deeper = 0.05 * (place % 2)
            pieces.append(_figure(name, place, x, size, deeper))
    tendril = _tendril(height_m)
    between = (np.arange(1, len(GROUPS)) - len(GROUPS) / 2) * pitch
    ends = length_m / 2 - 0.36
    middle = np.concatenate([between, [-ends, ends]])
    flank = np.concatenate([between - 0.56, between + 0.56])
    for places, size_of in ((middle, 1.0), (flank, 0.84)):
        zero = np.zeros_like(places)
        row = np.column_stack([places, zero, zero + 0.03])
        pieces.append(at(tendril, row, scale_by=size_of))
    return merge(pieces)


def _figure(name: str, place: int, x: float, size: float, deeper: float) -> MeshData:
    turned = float((place * 7 + 3) % 5 - 2) / 2
    shapes = POSES[name](turned)
    if place % 2:
        shapes = [flipped(shape) for shape in shapes]
    moved = [shape * size + np.array([x, 0.06]) for shape in shapes]
    return merge(
        [
            raised(shape, -0.2 + deeper - 0.012 * i, 0.0, GILT, edge_m=0.028)
            for i, shape in enumerate(moved)
        ]
    )


def _tendril(height_m: float) -> MeshData:
    """A standing palmette with four pairs of curls, as high as the frieze."""
    h = height_m
    stem = stroke([(0, 0.05 * h), (0, 0.8 * h)], [0.1, 0.05])
    tip = profile.line((0, 0.74 * h), (0.12, 0.86 * h), (0, 0.99 * h), (-0.12, 0.86 * h))
    shapes = [stem, tip]
    for level in (0.1, 0.36, 0.62):
        radius = 0.15 * h
        ring = spiral((radius, level * h + 0.14 * h), radius, 200.0, -430.0,
                      inner_m=0.03, steps=7)  # fmt: skip
        curl = stroke(ring, np.linspace(0.085, 0.045, 8))
        shapes += [curl, flipped(curl)]
    return merge([panel(shape, -0.09, 0.0, GILT, back=False) for shape in shapes])


# Keel arch of the loggia ------------------------------------------------------------------


def lattice_arch(width_m: float, height_m: float, band_m: float, head: str) -> MeshData:
    """A pale carved frame round a keel arch, edged and strewn with lozenges; feet at z = 0."""
    outer = profile.opening(head, width_m, height_m, steps=12)
    inner = profile.opening(head, width_m - 2 * band_m, height_m - 1.25 * band_m, steps=12)
    ground = panel(_frame(outer, inner), -0.05, 0.0, CARVED, back=False)
    rims = []
    for ring, breadth in ((outer, 0.09), (inner, 0.07)):
        inside = profile.offset(ring[2:], -breadth) if ring is outer else ring[2:]
        outside = ring[2:] if ring is outer else profile.offset(ring[2:], breadth)
        rims.append(panel(_between(outside, inside), -0.11, 0.0, WHITE, back=False))
    middle = _between_lines(outer, inner)
    lozenge = flat(profile.regular(4, 0.12), -0.08, Paint("plaster", "#C98F52"))
    spots = spread(middle, 0.34)
    return merge([ground, *rims, at(lozenge, np.column_stack(
        [spots[:, 0], np.zeros(len(spots)), spots[:, 1]]))])  # fmt: skip


def _frame(outer: F64, inner: F64) -> F64:
    """One outline going up the outside of an arch and back down its inside."""
    return profile.counter_clockwise(np.concatenate([outer[1:], outer[:1], inner[:1],
                                                     inner[:0:-1]]))  # fmt: skip


def _between(outside: F64, inside: F64) -> F64:
    return profile.counter_clockwise(np.concatenate([outside, inside[::-1]]))


def _between_lines(outer: F64, inner: F64) -> F64:
    line = (outer + inner) / 2
    return np.concatenate([line[1:], line[:1]])


def spread(line: F64, pitch_m: float) -> F64:
    """(k, 2) points at even steps along a line."""
    step = np.linalg.norm(np.diff(line, axis=0), axis=1)
    along_m = np.concatenate([[0.0], np.cumsum(step)])
    count = max(1, round(along_m[-1] / pitch_m))
    at_m = (np.arange(count) + 0.5) * along_m[-1] / count
    return np.stack([np.interp(at_m, along_m, line[:, axis]) for axis in (0, 1)], axis=1)
