"""The rock of the central group: bronze in the outline of the Soviet Union, full of soldiers.

Origin on the base block, -y towards the flame, +x to the right of somebody before it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from almaty_tour.kit import clay, sdf
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.sdf import Field, Vector
from almaty_tour.kit.skin import skin
from almaty_tour.landmarks.memorial_of_glory import heads, paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

CELL_M = 0.108
TRIANGLES = 18500
OUTLINE = np.array(
    [
        (-3.4, -0.3), (-3.5, 0.6), (-3.2, 1.5), (-4.6, 2.0), (-6.2, 2.3), (-7.4, 3.1),
        (-7.9, 4.6), (-7.7, 6.1), (-6.7, 7.1), (-5.7, 7.7), (-4.8, 7.2), (-3.9, 6.9),
        (-2.9, 6.7), (-1.9, 5.9), (-0.9, 5.4), (0.6, 5.2), (1.7, 5.9), (2.8, 5.8), (3.9, 5.6),
        (5.0, 6.1), (6.2, 6.2), (7.1, 5.9), (7.0, 4.9), (6.6, 3.7), (5.6, 2.8), (4.4, 2.3),
        (3.7, 1.5), (3.6, 0.6), (3.5, -0.3),
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Comrade:
    """A soldier in the rock: his head and what his hands do.

    Attributes:
        arm: shoulder, elbow, hand of the arm that is seen, from the head, in head sizes.
        gun: butt and muzzle of a rifle from the head, in head sizes; none when empty.
    """

    kind: str
    at: Vector
    size_m: float
    yaw_deg: float
    nod_deg: float = 0.0
    arm: tuple[Vector, ...] = ()
    gun: tuple[Vector, ...] = ()


ACROSS = ((-0.85, 0.0, -1.0), (-0.9, -0.55, -1.9), (0.25, -0.85, -1.55))
UPRIGHT = ((0.45, -0.6, -2.9), (0.6, -0.75, 0.5))
SLANT = ((-1.1, -0.7, -2.3), (1.15, -0.95, -0.55))
COMRADES = (
    Comrade("helmet", (-3.75, -1.15, 5.55), 0.98, 12.0, 6.0, ACROSS, SLANT),
    Comrade("bare", (-2.15, -1.35, 4.35), 0.92, -22.0),
    Comrade("ushanka", (-3.05, -0.75, 6.65), 0.9, 6.0),
    Comrade("helmet", (-5.6, -0.5, 4.75), 0.92, 14.0, 8.0,
            ((-0.8, 0.1, -1.0), (-0.75, -0.5, -1.9), (0.42, -0.62, -1.7)), UPRIGHT),
    Comrade("helmet", (-6.85, 0.05, 5.55), 0.9, 22.0, 4.0),
    Comrade("ushanka", (-5.1, -0.85, 6.45), 0.88, 16.0),
    Comrade("bare", (3.0, -0.95, 4.55), 0.88, -8.0, -4.0),
    Comrade("helmet", (4.75, -0.55, 5.25), 0.94, -12.0, 4.0, (),
            ((-0.75, -0.45, -2.4), (-0.72, -0.5, 0.75))),
    Comrade("bare", (5.35, -1.0, 3.95), 0.94, -24.0, 4.0,
            ((-0.75, 0.0, -0.85), (-1.7, -0.55, -0.95), (-0.9, -1.0, -1.15))),
    Comrade("ushanka", (6.25, 0.0, 5.4), 0.92, -20.0),
)  # fmt: skip


def group() -> MeshData:
    """The rock with its soldiers."""
    made = skin(rock(), (-9.6, -4.6, -1.9), (9.0, 5.0, 9.4), CELL_M, paint.BRONZE,
                triangles=TRIANGLES)  # fmt: skip
    busts = [
        heads.bust(one.kind, one.at, one.size_m, paint.BRONZE, yaw_deg=-one.yaw_deg,
                   nod_deg=-one.nod_deg, triangles=1050)
        for one in COMRADES
    ]  # fmt: skip
    arms = [_armed(one) for one in COMRADES if one.arm or one.gun]
    return merge([heads.faceted(made, paint.BRONZE, 42.0), *busts, *arms])


def rock() -> Field:
    """The mass: a plate swept back at its wings, swollen in the middle, split like cloth."""
    chests = [clay.bounded(_chest(one), *_box(one)) for one in COMRADES]
    smooth = sdf.union([_plate, _stem()], 0.5)
    rough = _chiselled(smooth)
    return sdf.union([rough, *chests], 0.14)


def _plate(p: F64) -> F64:
    side = polygon(p[:, [0, 2]], OUTLINE)
    x, z = p[:, 0], p[:, 2]
    middle = 0.035 * x**2 - 0.25
    swell = 0.6 * np.exp(-((x / 2.6) ** 2)) * np.clip(1.2 - 0.12 * z, 0.0, 1.0)
    half = 1.0 + 0.2 * np.cos(0.9 * x) + 0.6 * swell
    deep = np.abs(p[:, 1] - middle + 0.5 * swell) - half
    out = np.sqrt(np.maximum(side + 0.35, 0.0) ** 2 + np.maximum(deep + 0.35, 0.0) ** 2)
    result: F64 = 0.8 * (out + np.minimum(np.maximum(side, deep) + 0.35, 0.0) - 0.35)
    return result


def _stem() -> Field:
    """Rock and cloth that carry the soldier and trail behind him."""
    return sdf.union(
        [
            clay.egg((-1.2, 0.0, 0.5), (2.3, 1.5, 1.4)),
            clay.egg((1.9, -0.3, 0.4), (1.6, 1.6, 1.2)),
            clay.egg((0.0, 0.1, 2.4), (1.7, 1.1, 2.0)),
            clay.egg((2.6, -0.6, 2.6), (1.25, 0.8, 0.95)),
            sdf.limb([(1.0, -1.2, 2.3), (2.5, -1.6, 1.9), (3.7, -1.5, 2.5)], [0.5, 0.4, 0.12]),
            sdf.limb([(0.9, -0.8, 3.2), (2.4, -1.0, 3.3), (4.6, -1.0, 3.1)], [0.6, 0.55, 0.4]),
            sdf.limb([(-0.9, -0.9, 3.1), (-2.5, -1.0, 3.2), (-4.4, -1.0, 3.9)], [0.6, 0.65, 0.6]),
        ],
        0.4,
    )


def _chiselled(body: Field) -> Field:
    """Folds that fan out from the foot, broken into facets."""
    broken = facets("memorial_of_glory/rock", (-8.5, -3.4, -0.6), (8.5, 3.1, 8.4), 640, 0.52, 0.2)

    def relief(p: F64) -> F64:
        ray = np.arctan2(p[:, 0], p[:, 2] + 2.2)
        radius = np.hypot(p[:, 0], p[:, 2] + 2.2)
        fold = clay.ripple(5.2 * ray + 0.22 * radius + 0.35 * p[:, 1])
        result: F64 = 0.12 * fold * np.clip(radius / 5.0, 0.2, 1.0) + broken(p)
        return result

    def field(p: F64) -> F64:
        result = body(p)
        near = np.abs(result) < 1.2
        result[near] += relief(p[near])
        return result

    return field


def facets(name: str, low: Vector, high: Vector, count: int, steep: float, seam_m: float) -> Field:
    """Metres by which a surface is tilted out and in, one plane a cell, as if chiselled.

    Cells lie about `count` hashed spots of a box; planes fade over `seam_m` at their borders.
    """
    seed = hashed(name, count)
    spots = np.stack([fraction(seed, k) for k in (1, 2, 3)], axis=1)
    spots = np.array(low) + spots * (np.array(high) - np.array(low))
    tilt = steep * (np.stack([fraction(seed, k) for k in (4, 5, 6)], axis=1) - 0.5)
    tree = cKDTree(spots)

    def field(p: F64) -> F64:
        gap, index = tree.query(p, k=2)
        step = ((p - spots[index[:, 0]]) * tilt[index[:, 0]]).sum(axis=1)
        result: F64 = step * np.clip((gap[:, 1] - gap[:, 0]) / seam_m, 0.0, 1.0)
        return result

    return field


def _chest(one: Comrade) -> Field:
    """A greatcoat under a head: shoulders, lapels and folds, running out into the rock."""
    x, y, z = one.at
    s = one.size_m
    coat = sdf.union(
        [
            sdf.capsule(
                (x - 0.62 * s, y + 0.3 * s, z - 1.05 * s),
                (x + 0.62 * s, y + 0.3 * s, z - 1.05 * s), 0.36 * s,
            ),
            clay.column(
                [
                    (z - 2.25 * s, x, y + 0.95 * s, 0.4 * s, 0.4 * s),
                    (z - 1.8 * s, x, y + 0.55 * s, 0.7 * s, 0.56 * s),
                    (z - 1.25 * s, x, y + 0.34 * s, 0.86 * s, 0.56 * s),
                    (z - 0.85 * s, x, y + 0.28 * s, 0.55 * s, 0.4 * s),
                ]
            ),
            sdf.capsule((x, y + 0.12 * s, z - 0.6 * s), (x, y + 0.25 * s, z - 1.0 * s), 0.34 * s),
        ],
        0.22 * s,
    )  # fmt: skip
    folded = clay.grooved(
        coat, 0.045 * s, lambda p: clay.ripple(1.1 * p[:, 2] + 1.3 * np.abs(p[:, 0] - x) - p[:, 1])
    )
    lapels = [
        sdf.limb(
            [
                (x + k * 0.4 * s, y - 0.02 * s, z - 0.72 * s),
                (x + k * 0.1 * s, y - 0.3 * s, z - 1.5 * s),
            ],
            [0.1 * s, 0.06 * s],
        )
        for k in (-1, 1)
    ]  # fmt: skip
    belt = sdf.capsule(
        (x - 0.66 * s, y + 0.1 * s, z - 1.05 * s),
        (x + 0.45 * s, y - 0.1 * s, z - 2.1 * s),
        0.07 * s,
    )
    return sdf.union([folded, *lapels, belt], 0.04 * s)


def _box(one: Comrade) -> tuple[Vector, Vector]:
    x, y, z = one.at
    return (x - 1.1, y - 0.5, z - 2.7), (x + 1.1, y + 1.2, z - 0.1)


def _armed(one: Comrade) -> MeshData:
    """The seen arm with its hand, and the rifle."""
    shift = np.array(one.at)
    parts: list[Field] = []
    if one.arm:
        line = [_point(shift, one.size_m, spot) for spot in one.arm]
        r = one.size_m
        sleeve = sdf.limb(line, [0.42 * r, 0.34 * r, 0.2 * r], 0.1)
        sleeve = clay.grooved(sleeve, 0.025, lambda p: clay.ripple(2.2 * p[:, 2] + p[:, 0]))
        parts.append(sdf.union([sleeve, _hand(line[-1], r)], 0.05))
    if one.gun:
        butt, muzzle = (_point(shift, one.size_m, spot) for spot in one.gun)
        parts.append(rifle(butt, muzzle))
    low, high = (shift - 3.1).tolist(), (shift + np.array([3.1, 2.0, 1.6])).tolist()
    made = skin(sdf.union(parts, 0.015), tuple(low), tuple(high), 0.055, paint.BRONZE,
                triangles=950)  # fmt: skip
    return heads.faceted(made, paint.BRONZE, 70.0)


def _hand(at: Vector, r: float) -> Field:
    x, y, z = at
    fingers = [
        sdf.capsule((x - 0.16 * r, y - 0.14 * r, z - 0.16 * r + 0.12 * r * k),
                    (x + 0.16 * r, y - 0.18 * r, z - 0.16 * r + 0.12 * r * k), 0.08 * r)
        for k in range(4)
    ]  # fmt: skip
    return sdf.union([clay.egg(at, (0.22 * r, 0.2 * r, 0.26 * r)), *fingers], 0.03)


def rifle(butt: Vector, muzzle: Vector) -> Field:
    """A long rifle with stock, magazine, bolt and bayonet."""
    a, b = np.array(butt), np.array(muzzle)
    way = b - a
    side = np.array([way[2], 0.0, -way[0]]) / max(float(np.hypot(way[0], way[2])), 1e-9)

    def on(share: float, off_m: float = 0.0) -> Vector:
        x, y, z = a + share * way + off_m * side
        return float(x), float(y), float(z)

    return sdf.union(
        [
            sdf.capsule(on(0.0, 0.1), on(0.2, 0.03), 0.17, 0.1),
            sdf.capsule(on(0.18), on(0.66), 0.1, 0.08),
            sdf.capsule(on(0.6), on(0.88), 0.055),
            sdf.capsule(on(0.86), on(1.0), 0.04, 0.015),
            sdf.capsule(on(0.36, 0.05), on(0.4, 0.24), 0.08),
            clay.egg(on(0.34, -0.1), (0.07, 0.07, 0.07)),
        ],
        0.02,
    )


def _point(shift: F64, size: float, spot: Vector) -> Vector:
    x, y, z = shift + size * np.array(spot)
    return float(x), float(y), float(z)


def polygon(p: F64, outline: F64) -> F64:
    """(n,) metres from (n, 2) points to an outline, negative inside."""
    nearest = np.full(len(p), np.inf)
    crossings = np.zeros(len(p), np.int64)
    for a, b in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        way, gap = b - a, p - a
        share = np.clip(gap @ way / (way @ way), 0.0, 1.0)
        nearest = np.minimum(nearest, sdf.squared_gap(gap, share, way))
        spans = (a[1] > p[:, 1]) != (b[1] > p[:, 1])
        x = a[0] + (p[:, 1] - a[1]) / (way[1] if way[1] else 1.0) * way[0]
        crossings += spans & (p[:, 0] < x)
    result: F64 = np.sqrt(nearest) * np.where(crossings % 2 == 1, -1.0, 1.0)
    return result


def demo() -> MeshData:
    """The group with its soldier, for scripts/look.py."""
    from almaty_tour.landmarks.memorial_of_glory.soldier import soldier

    return merge([group(), soldier()])
