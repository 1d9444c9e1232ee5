"""The tall hat: a pointed felt cone with mountains, trees, beasts, winged horses and arrows."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared import issyk_drape as drape
from almaty_tour.exhibits.golden_man import body
from almaty_tour.kit import clay, profile, sdf, skin, transform, tube
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
FELT = Paint("felt", "#430D0E")
MIDDLE = (0.0, 0.6)
BROW = 175.0
PEAK = (
    (0.0, 0.0), (1.5, 3.4), (2.3, 2.6), (3.9, 6.2), (5.5, 2.6), (6.3, 3.4), (7.8, 0.0),
)  # fmt: skip
HORSE = (
    (0.2, 0.0), (3.4, 0.0), (3.8, 1.0), (2.8, 1.2), (3.4, 2.4), (3.0, 4.0), (3.9, 4.8), (5.3, 4.4),
    (5.7, 5.1), (4.4, 6.3), (3.8, 7.1), (3.3, 6.5), (1.9, 9.2), (0.9, 9.6), (2.3, 6.2), (1.5, 4.6),
    (0.2, 3.4),
)  # fmt: skip
"""The forepart of a horse that looks to +x: folded legs, neck, head, horn laid back."""
WING = (
    (0.3, 3.0), (1.5, 4.4), (1.2, 7.4), (2.1, 10.8), (1.1, 10.2), (0.9, 12.4), (0.35, 10.8),
)  # fmt: skip
LEOPARD = (
    (-2.8, 0.2), (-2.2, 0.0), (-1.9, 1.2), (0.3, 1.5), (0.9, 0.4), (1.5, 0.5), (1.6, 1.9),
    (2.7, 3.0),
    (2.7, 3.8), (1.9, 4.5), (1.1, 4.3), (0.7, 3.1), (-1.6, 2.8), (-2.4, 3.6), (-3.2, 3.5),
    (-2.9, 2.6),
)  # fmt: skip
TREE = (
    (-0.2, 0.0), (0.2, 0.0), (0.25, 1.4), (1.5, 1.9), (0.6, 2.7), (1.3, 3.4), (0.5, 4.1),
    (0.9, 4.9),
    (0.0, 6.6), (-0.9, 4.9), (-0.5, 4.1), (-1.3, 3.4), (-0.6, 2.7), (-1.5, 1.9), (-0.25, 1.4),
)  # fmt: skip


def cone() -> sdf.Field:
    """The hat from the brow to its tip."""
    return clay.column(
        [
            (171.5, 0.0, 0.6, 9.7, 11.2), (180.0, 0.0, 0.8, 9.6, 10.8), (190.0, 0.0, 1.0, 8.0, 8.8),
            (202.0, 0.0, 1.3, 5.4, 5.9), (212.0, 0.0, 1.5, 3.3, 3.6), (222.5, 0.0, 1.7, 1.2, 1.2),
        ]
    )  # fmt: skip


def felt() -> MeshData:
    """The cone, with flaps over the ears and the neck."""
    flaps = []
    for s in (-1.0, 1.0):
        line = [(s * 8.9, 0.6, 174.0), (s * 9.4, 0.2, 166.0), (s * 9.0, -0.6, 157.5)]
        flaps.append(sdf.limb(line, [1.6, 1.5, 1.2], 0.5))
        flaps.append(sdf.limb([(x, y + 3.0, z) for x, y, z in line], [1.7, 1.6, 1.3], 0.5))
    back = clay.column(
        [(155.0, 0.0, 7.6, 7.0, 2.2), (164.0, 0.0, 8.0, 8.6, 2.4), (176.0, 0.0, 7.0, 8.8, 4.0)]
    )
    whole = sdf.union([cone(), *flaps, back], 1.0)
    return skin.skin(whole, (-13, -14, 151), (13, 14, 226), 0.6, FELT, triangles=4200)


def gold() -> MeshData:
    """What is sewn on, from the brow upwards, and the ram on the tip."""
    return merge([*_rows(), *_front(), _arrows(), _ram(), _flap_edges()])


def _put(outline: npt.ArrayLike, turn_deg: float, z: float, thick: float = 0.45) -> MeshData:
    fine = _finer(np.asarray(outline, np.float64), 1.6)
    return drape.wrapped(
        fine, cone(), np.radians(turn_deg), z, body.GOLD, thick=thick, middle=MIDDLE
    )


def _finer(outline: F64, step: float) -> F64:
    """The same outline with points at most `step` apart."""
    pieces = []
    for a, b in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        count = max(1, int(np.ceil(np.hypot(*(b - a)) / step)))
        pieces.append(a + (b - a) * (np.arange(count) / count)[:, None])
    return np.concatenate(pieces)


def _mirror(outline: npt.ArrayLike) -> F64:
    return np.asarray(outline, np.float64) * [-1.0, 1.0]


def _rows() -> list[MeshData]:
    """Bands, a row of mountains with trees on them, leopards, and leaves near the tip."""
    field = cone()
    bands = [body.band(field, MIDDLE, z, high) for z, high in ((173.2, 0.9), (193.5, 0.5))]
    bands += [body.band(field, (0.0, 1.6), z, 0.35, sides=36) for z in (206.0, 214.0, 220.5)]
    peaks = np.array(PEAK) - [3.9, 0.0]
    rows = [_put(peaks, 52.0 + 51.2 * n, BROW + 0.3) for n in range(6)]
    rows += [_put(TREE, 77.0 + 51.5 * n, BROW + 4.0) for n in range(5)]
    for s in (-1.0, 1.0):
        beast = np.array(LEOPARD) * [-s, 1.0]
        rows += [_put(beast, s * (66.0 + 52.0 * n), BROW + 9.2 + 2.2 * n) for n in range(2)]
        rows.append(_put(np.array(LEOPARD) * [-0.72 * s, 0.72], s * 72.0, 196.5))
        rows.append(_put(np.array(LEOPARD) * [-0.72 * s, 0.72], s * 140.0, 198.0))
    plate = drape.triangle_plate(1.9, 2.4, body.GOLD)
    spots = [(n * 60.0 + 30.0 * (row % 2), 208.2 + 2.7 * row) for row in range(5) for n in range(6)]
    turn, z = np.radians([a for a, _ in spots]), np.array([b for _, b in spots])
    keep = np.abs(np.sin(turn / 2)) > 0.3
    at = drape.round_axis(field, turn[keep], z[keep], (0.0, 1.5))
    small = transform.scale(plate, 0.8, 0.9, 0.8)
    return [*bands, *rows, drape.sewn(small, field, at)]


def _front() -> list[MeshData]:
    """Two winged, horned horses back to back, wings and plumes rising between them."""
    horses = [_put(side(HORSE), 0.0, BROW + 0.2, 1.2) for side in (np.array, _mirror)]
    wings = [_put(side(WING), 0.0, BROW + 1.6, 1.7) for side in (np.array, _mirror)]
    return [*horses, *wings]


def _arrows() -> MeshData:
    """Four arrows wound with gold stand up before the hat, fanned in pairs; two plumes."""
    pieces = []
    for share in (-1.0, -0.45, 0.45, 1.0):
        low = np.array([share * 2.0, -10.6, BROW + 9.0])
        high = np.array([share * 6.4, -8.0, BROW + 34.0 - 3.0 * abs(share)])
        pieces.append(tube.tube([low, high], 0.34, body.GOLD, sides=6, crease_deg=70.0))
        way = (high - low) / np.linalg.norm(high - low)
        for off in np.arange(1.5, 24.0, 2.6):
            ring = [low + (off - 0.3) * way, low + (off + 0.3) * way]
            pieces.append(tube.tube(ring, 0.52, body.GOLD, sides=6, crease_deg=70.0))
        head = profile.smooth([(0.34, -0.6), (0.95, 0.6), (0.02, 4.0)], 3)
        line = sdf.revolved(head[np.argsort(head[:, 1])])
        tip = skin.skin(line, (-2, -2, -1.5), (2, 2, 5), 0.3, body.GOLD, triangles=120)
        lean = float(np.degrees(np.arctan2(way[0], way[2])))
        tip = transform.turn(tip, "y", lean)
        pieces.append(transform.move(tip, *(float(v) for v in high)))
    return merge([*pieces, _plumes()])


def _plumes() -> MeshData:
    """Two long spiral-edged feathers at the sides of the arrows."""
    pieces = []
    for s in (-1.0, 1.0):
        line = profile.smooth([(3.5, 186.0), (8.5, 194.0), (11.5, 203.0), (11.8, 211.0)], 6)
        radii = [0.5 + 1.0 * np.sin(np.pi * (0.1 + 0.85 * n / len(line))) for n in range(len(line))]
        path = [(s * x, -8.2 + 0.02 * n, z) for n, (x, z) in enumerate(line)]
        flat = sdf.scaled(sdf.limb([(x, y / 0.35, z) for x, y, z in path], radii, 0.2), 1, 0.35, 1)
        made = skin.skin(flat, (-15, -10, 182), (15, -6, 216), 0.35, body.GOLD, triangles=900)
        pieces.append(made)
    return merge(pieces)


def _ram() -> MeshData:
    """A small mountain ram on a knob: the highest point of the figure."""
    at = np.array([0.0, 1.7, 222.4])

    def limb(points: list[tuple[float, float, float]], radii: list[float]) -> sdf.Field:
        return sdf.limb([tuple(at + p) for p in points], radii, 0.12)

    parts = [sdf.ball((0.0, 1.7, 222.2), 1.35), limb([(0, 1.4, 3.1), (0, -0.9, 3.2)], [0.72, 0.8])]
    for s in (-0.38, 0.38):
        parts += [
            limb([(s, 1.5, 3.0), (s, 1.2, 0.9)], [0.38, 0.28]),
            limb([(s, -1.0, 3.0), (s, -1.0, 0.9)], [0.38, 0.28]),
        ]
        x = 2.2 * s
        horn = [
            (0.9 * s, -1.6, 5.3),
            (1.4 * s, -0.7, 5.7),
            (x, 0.0, 5.0),
            (x, -0.5, 4.2),
            (x, -1.2, 4.3),
        ]
        parts.append(limb(horn, [0.42, 0.42, 0.38, 0.3, 0.2]))
    parts.append(limb([(0, -0.9, 3.3), (0, -1.5, 4.8), (0, -2.7, 4.4)], [0.62, 0.55, 0.32]))
    field = sdf.union(parts, 0.15)
    return skin.skin(field, (-4, -4, 219.5), (4, 6, 230), 0.2, body.GOLD, triangles=2200)


def _flap_edges() -> MeshData:
    """Gold plates down the flaps before the ears."""
    plate = drape.triangle_plate(1.7, 2.0, body.GOLD)
    z = np.tile(np.arange(158.5, 171.0, 2.5), 2)
    side = np.repeat([-1.0, 1.0], len(z) // 2)
    points = np.column_stack([side * 11.0, np.full(len(z), 1.0), z])
    frame = np.zeros((len(z), 4, 4))
    frame[:, 3, 3] = 1.0
    frame[:, 2, 1] = 1.0
    frame[:, 1, 0] = side
    frame[:, 0, 2] = side
    frame[:, :3, 3] = points - np.array([0.25, 0.0, 0.0]) * side[:, None]
    return transform.replicate(plate, frame)
