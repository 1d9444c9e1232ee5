"""Statues: people in long coats, horses and beasts, out of melted fields.

Every figure faces -y, stands on z = 0 about the origin and is as tall as asked.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from almaty_tour.kit import profile, sdf, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData

Vector = sdf.Vector

POSES: dict[str, tuple[tuple[Vector, Vector], tuple[Vector, Vector]]] = {
    # elbow and hand of the right arm (at x < 0: the figure's own right), then of the left
    "sides": (((-0.19, 0.0, 0.6), (-0.17, -0.04, 0.45)), ((0.19, 0.0, 0.6), (0.17, -0.04, 0.45))),
    "book": (((-0.19, 0.02, 0.62), (-0.17, -0.03, 0.46)), ((0.19, 0.0, 0.63), (0.06, -0.15, 0.62))),
    "raised": (((-0.22, -0.04, 0.8), (-0.24, -0.1, 1.0)), ((0.19, 0.0, 0.6), (0.17, -0.04, 0.45))),
    "forward": (((-0.18, -0.12, 0.7), (-0.14, -0.3, 0.72)), ((0.19, 0.0, 0.6),
        (0.17, -0.04, 0.45))),
    "folded": (((-0.19, -0.02, 0.62), (0.02, -0.14, 0.62)), ((0.19, -0.02, 0.62),
        (-0.02, -0.15, 0.58))),
    "heart": (((-0.19, -0.02, 0.63), (0.01, -0.14, 0.7)), ((0.19, 0.0, 0.6), (0.17, -0.04, 0.45))),
    "wings": (((-0.2, 0.0, 0.74), (-0.36, -0.05, 0.78)), ((0.2, 0.0, 0.74), (0.36, -0.05, 0.78))),
}  # fmt: skip


def standing(
    height_m: float,
    paint: Paint,
    *,
    pose: str = "sides",
    hat: str = "none",
    beard: bool = False,
    robe: bool = True,
    triangles: int = 7000,
) -> MeshData:
    """A standing figure. `pose` from `POSES`; `hat`: "none", "fur", "cone", "turban", "helmet".

    With `robe` a long coat falls to the feet in folds, else legs in trousers are seen.
    """
    field = figure(pose=pose, hat=hat, beard=beard, robe=robe)
    top = {"none": 1.0, "fur": 1.06, "cone": 1.24, "turban": 1.06, "helmet": 1.12}[hat]
    reach = max(top, 1.04) + 0.05
    made = sdf.surface(
        field, (-0.46, -0.42, -0.02), (0.46, 0.34, reach), paint, triangles=triangles, cells=110
    )
    return transform.scale(made, height_m / top)


def figure(
    *, pose: str = "sides", hat: str = "none", beard: bool = False, robe: bool = True
) -> sdf.Field:
    """The field of a person one metre tall without hat, for groups of one's own."""
    parts = [_trunk(robe), _arms(pose), head((0.0, -0.01, 0.92), hat=hat, beard=beard)]
    if pose == "book":
        parts.append(sdf.rounded_box((0.06, -0.185, 0.64), (0.11, 0.035, 0.15), 0.008))
    return sdf.union(parts, 0.018)


def _trunk(robe: bool) -> sdf.Field:
    chest = sdf.union(
        [
            sdf.ellipsoid((0.0, 0.0, 0.69), (0.125, 0.085, 0.15)),
            sdf.capsule((-0.105, 0.005, 0.785), (0.105, 0.005, 0.785), 0.05),
            sdf.capsule((0.0, 0.0, 0.8), (0.0, -0.005, 0.9), 0.042, 0.036),
        ],
        0.06,
    )
    if not robe:
        legs = sdf.mirrored_x(
            sdf.limb(
                [(0.062, 0.0, 0.54), (0.07, -0.012, 0.29), (0.075, 0.0, 0.04)],
                [0.075, 0.055, 0.042],
            )
        )
        return sdf.union(
            [chest, sdf.ellipsoid((0, 0, 0.56), (0.1, 0.08, 0.1)), legs, _boots()], 0.05
        )
    skirt = profile.smooth(
        [(0.175, 0.035), (0.168, 0.16), (0.142, 0.38), (0.118, 0.55), (0.118, 0.66), (0.1, 0.76)], 3
    )
    coat = sdf.scaled(sdf.revolved(skirt), 1.0, 0.74, 1.0)
    opening = sdf.capsule((0.0, -0.16, 0.02), (0.0, -0.1, 0.6), 0.012, 0.004)
    coat = sdf.subtract(sdf.folds(coat, 9, 0.016, 0.03, 0.6), opening, 0.02)
    belt = sdf.scaled(sdf.revolved([(0.128, 0.54), (0.132, 0.56), (0.128, 0.58)]), 1.0, 0.76, 1.0)
    return sdf.union([sdf.union([coat, chest], 0.05), belt, _boots()], 0.012)


def _boots() -> sdf.Field:
    return sdf.mirrored_x(sdf.capsule((0.065, 0.01, 0.03), (0.078, -0.105, 0.022), 0.034, 0.024))


def _arms(pose: str) -> sdf.Field:
    if pose not in POSES:
        raise ValueError(f"figure(): pose must be one of {sorted(POSES)}, got {pose!r}")
    arms = []
    for side, (elbow, hand) in zip((-1.0, 1.0), POSES[pose], strict=True):
        shoulder = (side * 0.14, 0.005, 0.775)
        sleeve = sdf.limb([shoulder, elbow, hand], [0.052, 0.046, 0.042], 0.03)
        fist = sdf.ball(_beyond(elbow, hand, 0.03), 0.031)
        arms.append(sdf.union([sleeve, fist], 0.012))
    return sdf.union(arms, 0.01)


def _beyond(a: Vector, b: Vector, by: float) -> Vector:
    way = np.subtract(b, a)
    x, y, z = np.array(b) + way / np.linalg.norm(way) * by
    return float(x), float(y), float(z)


def head(at: Vector, *, hat: str = "none", beard: bool = False, size: float = 1.0) -> sdf.Field:
    """A head about `at`, looking to -y, for a figure `size` metres tall."""
    parts = [
        sdf.ellipsoid((0.0, 0.0, 0.01), (0.05, 0.058, 0.07)),
        sdf.ellipsoid((0.0, -0.022, -0.03), (0.036, 0.036, 0.038)),
        sdf.capsule((0.0, -0.055, 0.012), (0.0, -0.07, -0.012), 0.007, 0.011),
        sdf.capsule((-0.03, -0.048, 0.022), (0.03, -0.048, 0.022), 0.01),
        sdf.mirrored_x(sdf.ellipsoid((0.052, 0.004, 0.0), (0.009, 0.014, 0.02))),
    ]
    if beard:
        parts.append(sdf.ellipsoid((0.0, -0.05, -0.062), (0.03, 0.024, 0.045)))
    face = sdf.union(parts, 0.014)
    worn = _hat(hat)
    whole = face if worn is None else sdf.union([face, worn], 0.006)
    return sdf.moved(lambda p: whole(p / size) * size, at)


def _hat(kind: str) -> sdf.Field | None:
    if kind == "none":
        return None
    section = {
        "fur": [(0.066, 0.02), (0.082, 0.045), (0.074, 0.07), (0.058, 0.1), (0.02, 0.135)],
        "turban": [(0.064, 0.02), (0.084, 0.05), (0.078, 0.085), (0.045, 0.11), (0.02, 0.135)],
        "helmet": [(0.066, 0.02), (0.066, 0.05), (0.05, 0.09), (0.02, 0.13), (0.006, 0.2)],
        "cone": [(0.064, 0.02), (0.06, 0.06), (0.042, 0.14), (0.02, 0.24), (0.006, 0.32)],
    }
    if kind not in section:
        raise ValueError(f"figure(): hat must be none or one of {sorted(section)}, got {kind!r}")
    return sdf.revolved(section[kind])


def seated(
    height_m: float,
    paint: Paint,
    *,
    hat: str = "none",
    beard: bool = False,
    triangles: int = 8000,
) -> MeshData:
    """A robed figure sitting, hands on its knees; `height_m` is from the seat's foot to the head.

    The seat's top is at about 0.36 of the height; the seat itself is yours to build.
    """
    drop = 0.2
    upper = sdf.union(
        [
            sdf.moved(sdf.ellipsoid((0.0, 0.0, 0.69), (0.13, 0.09, 0.19)), (0, 0, -drop)),
            sdf.capsule((-0.105, 0.005, 0.785 - drop), (0.105, 0.005, 0.785 - drop), 0.05),
            sdf.capsule((0.0, 0.0, 0.8 - drop), (0.0, -0.005, 0.9 - drop), 0.042, 0.036),
        ],
        0.06,
    )
    legs = sdf.mirrored_x(
        sdf.limb([(0.07, 0.02, 0.36), (0.1, -0.24, 0.36), (0.09, -0.25, 0.04)], [0.09, 0.07, 0.06])
    )
    lap = sdf.rounded_box((0.0, -0.22, 0.19), (0.28, 0.13, 0.32), 0.05)
    skirt = sdf.folds(sdf.union([legs, lap], 0.05), 11, 0.01, 0.0, 0.4, (0.0, -0.1))
    arms = sdf.mirrored_x(
        sdf.limb(
            [(0.14, 0.0, 0.575), (0.18, -0.06, 0.43), (0.1, -0.22, 0.44)], [0.05, 0.045, 0.034]
        )
    )
    feet = sdf.mirrored_x(sdf.capsule((0.09, -0.25, 0.03), (0.1, -0.35, 0.025), 0.034, 0.024))
    crown = head((0.0, -0.01, 0.92 - drop), hat=hat, beard=beard)
    field = sdf.union([sdf.union([upper, skirt], 0.05), arms, feet, crown], 0.02)
    top = 0.8 + (0.06 if hat != "none" else 0.0)
    made = sdf.surface(
        field, (-0.3, -0.42, -0.02), (0.3, 0.22, top + 0.28), paint, triangles=triangles, cells=96
    )
    return transform.scale(made, height_m / top)


def horse_field(*, rearing: bool = False) -> sdf.Field:
    """A horse one metre tall at the withers, standing or stepping with a raised foreleg."""
    body = sdf.union(
        [
            sdf.ellipsoid((0.0, 0.32, 0.86), (0.19, 0.3, 0.2)),
            sdf.ellipsoid((0.0, -0.24, 0.85), (0.18, 0.26, 0.21)),
            sdf.capsule((0.0, -0.2, 0.84), (0.0, 0.3, 0.84), 0.19),
        ],
        0.1,
    )
    neck = sdf.limb([(0, -0.36, 0.95), (0, -0.56, 1.2), (0, -0.64, 1.36)], [0.17, 0.12, 0.09], 0.08)
    skull = sdf.limb(
        [(0, -0.64, 1.38), (0, -0.8, 1.27), (0, -0.9, 1.17)], [0.09, 0.07, 0.055], 0.05
    )
    ears = sdf.mirrored_x(sdf.capsule((0.05, -0.62, 1.44), (0.06, -0.6, 1.53), 0.026, 0.008))
    mane = sdf.capsule((0.0, -0.32, 1.06), (0.0, -0.56, 1.44), 0.045, 0.03)
    tail = sdf.limb([(0, 0.6, 0.95), (0, 0.74, 0.8), (0, 0.76, 0.4)], [0.05, 0.07, 0.03], 0.05)
    hind = sdf.mirrored_x(
        sdf.limb(
            [(0.11, 0.42, 0.8), (0.12, 0.36, 0.52), (0.12, 0.52, 0.34), (0.12, 0.46, 0.05)],
            [0.14, 0.085, 0.05, 0.055],
            0.05,
        )
    )
    legs = [hind, _foreleg(1.0, False), _foreleg(-1.0, True)]
    field = sdf.union([body, neck, skull, ears, mane, tail, *legs], 0.05)
    return sdf.moved(sdf.turned(field, "x", -32.0), (0, 0, 0.22)) if rearing else field


def _foreleg(side: float, raised: bool) -> sdf.Field:
    x = side * 0.1
    down: Sequence[Vector] = [(x, -0.36, 0.76), (x, -0.38, 0.46), (x, -0.38, 0.05)]
    up: Sequence[Vector] = [(x, -0.38, 0.78), (x, -0.56, 0.58), (x, -0.5, 0.34)]
    return sdf.limb(up if raised else down, [0.1, 0.06, 0.05], 0.04)


def horse(height_m: float, paint: Paint, *, triangles: int = 9000) -> MeshData:
    """A horse without a rider, `height_m` to the ears."""
    made = sdf.surface(
        horse_field(), (-0.4, -1.1, -0.05), (0.4, 0.95, 1.62), paint, triangles=triangles, cells=110
    )
    return transform.scale(made, height_m / 1.53)


def rider(
    height_m: float, paint: Paint, *, hat: str = "helmet", triangles: int = 14000
) -> MeshData:
    """A rider on a stepping horse, `height_m` to the top of the hat."""
    person = sdf.union(
        [
            sdf.ellipsoid((0, 0, 1.3), (0.17, 0.13, 0.28)),
            sdf.capsule((-0.15, 0, 1.48), (0.15, 0, 1.48), 0.075),
            sdf.capsule((0, 0, 1.5), (0, -0.01, 1.64), 0.06, 0.05),
            sdf.mirrored_x(
                sdf.limb(
                    [(0.1, 0.0, 1.08), (0.24, -0.2, 0.9), (0.24, -0.1, 0.52)], [0.11, 0.085, 0.06]
                )
            ),
            sdf.mirrored_x(
                sdf.limb(
                    [(0.2, 0, 1.46), (0.25, -0.06, 1.22), (0.1, -0.26, 1.14)], [0.07, 0.06, 0.05]
                )
            ),
            head((0.0, -0.02, 1.7), hat=hat, beard=True, size=1.5),
        ],
        0.05,
    )
    cloak = sdf.folds(sdf.ellipsoid((0, 0.16, 1.2), (0.24, 0.16, 0.4)), 9, 0.02, 0.8, 1.5)
    top = 1.72 + (0.3 if hat == "helmet" else 0.2)
    field = sdf.union([horse_field(), sdf.union([person, cloak], 0.05)], 0.04)
    made = sdf.surface(
        field, (-0.5, -1.1, -0.05), (0.5, 0.95, top + 0.2), paint, triangles=triangles, cells=130
    )
    return transform.scale(made, height_m / top)


def leopard(
    length_m: float, paint: Paint, *, winged: bool = False, triangles: int = 9000
) -> MeshData:
    """A snow leopard striding to -y, `length_m` from nose to hind feet; wings rise if asked."""
    body = sdf.union(
        [
            sdf.capsule((0, -0.3, 0.46), (0, 0.3, 0.44), 0.145, 0.13),
            sdf.limb([(0, -0.32, 0.5), (0, -0.46, 0.6)], [0.13, 0.1]),
            sdf.ellipsoid((0, -0.53, 0.63), (0.1, 0.12, 0.095)),
            sdf.capsule((0, -0.6, 0.6), (0, -0.66, 0.585), 0.055, 0.045),
            sdf.mirrored_x(sdf.ball((0.07, -0.5, 0.72), 0.032)),
            sdf.limb(
                [(0, 0.38, 0.44), (0, 0.58, 0.3), (0, 0.78, 0.34), (0, 0.9, 0.5)],
                [0.06, 0.05, 0.048, 0.04],
                0.04,
            ),
        ],
        0.06,
    )
    legs = [
        sdf.limb([(0.09, -0.28, 0.42), (0.1, -0.36, 0.24), (0.1, -0.42, 0.05)], [0.09, 0.06, 0.05]),
        sdf.limb([(-0.09, -0.28, 0.42), (-0.1, -0.2, 0.24),
            (-0.1, -0.24, 0.05)], [0.09, 0.06, 0.05]),
        sdf.limb([(0.09, 0.28, 0.42), (0.1, 0.26, 0.24), (0.1, 0.38, 0.05)], [0.11, 0.07, 0.05]),
        sdf.limb([(-0.09, 0.28, 0.42), (-0.1, 0.16, 0.24), (-0.1, 0.2, 0.05)], [0.11, 0.07, 0.05]),
        *[sdf.ellipsoid((x, y, 0.035), (0.055, 0.075, 0.035)) for x, y in
          ((0.1, -0.45), (-0.1, -0.27), (0.1, 0.35), (-0.1, 0.17))],
    ]  # fmt: skip
    field = sdf.union([body, *legs], 0.04)
    high = 0.85
    if winged:
        field, high = sdf.union([field, _wings()], 0.03), 1.25
    made = sdf.surface(
        field, (-0.5, -0.76, -0.04), (0.5, 1.0, high), paint, triangles=triangles, cells=120
    )
    return transform.scale(made, length_m / 1.12)


def _wings() -> sdf.Field:
    """A pair of raised wings: feathers as flattened rods that fan from the shoulder."""
    feathers = []
    for share in np.linspace(0.0, 1.0, 6):
        length = 0.62 - 0.28 * share
        lean = np.radians(78.0 - 62.0 * share)
        tip = (
            0.13 + 0.22 * (1 - 0.4 * share),
            -0.1 + length * np.cos(lean),
            0.5 + length * np.sin(lean),
        )
        feathers.append(sdf.capsule((0.1, -0.16 + 0.06 * share, 0.54), tip, 0.045, 0.03))
    return sdf.mirrored_x(sdf.union(feathers, 0.01))
