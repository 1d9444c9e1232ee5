"""The soldier of the central group, lunging out of the rock with a grenade, arms flung wide.

Origin on the base block, -y towards the flame; +x is the soldier's left.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import clay, sdf
from almaty_tour.kit.sdf import Field, Vector
from almaty_tour.kit.skin import skin
from almaty_tour.landmarks.memorial_of_glory import heads, paint
from almaty_tour.landmarks.memorial_of_glory.mass import facets
from almaty_tour.mesh.data import MeshData, merge

NECK: Vector = (0.0, -2.75, 5.0)
HEAD: Vector = (0.0, -3.2, 5.5)
HEAD_M = 1.22
FIST: Vector = (-2.45, -0.95, 6.45)
PALM: Vector = (3.45, -1.75, 6.0)
CELL_M = 0.066


def soldier() -> MeshData:
    """The whole figure: body, hands and grenade, head."""
    field = sdf.union([body(), grenade()], 0.02)
    made = skin(field, (-3.6, -4.6, -0.5), (5.2, 2.2, 8.6), CELL_M, paint.BRONZE, triangles=11500)
    skull = heads.bust(
        "helmet", HEAD, HEAD_M, paint.BRONZE, yaw_deg=4.0, nod_deg=-4.0, triangles=2600
    )
    return merge([heads.faceted(made, paint.BRONZE, 60.0), skull])


def body() -> Field:
    """Tunic, trousers, boots and arms, wrinkled like wet cloth."""
    parts = [
        clay.bounded(_trunk(), (-1.7, -3.6, 2.0), (1.8, -0.4, 5.4)),
        clay.bounded(_legs(), (-2.2, -3.6, -0.2), (1.8, 1.8, 3.4)),
    ]
    cloth = sdf.union(parts, 0.16)
    arms = clay.bounded(_arms(), (-3.2, -3.0, 4.0), (4.0, -0.2, 7.1))
    bare = sdf.union([cloth, arms], 0.18)
    cut = facets("memorial_of_glory/cloth", (-3.2, -3.6, -0.2), (4.0, 0.4, 7.0), 420, 0.4, 0.12)

    def wrinkled(p: sdf.F64) -> sdf.F64:
        gap = bare(p)
        near = np.abs(gap) < 0.5
        gap[near] += cut(p[near]) - 0.03 * _wrinkles(p[near])
        return gap

    trim = sdf.union(
        [
            clay.bounded(_belt(), (-1.6, -3.2, 1.8), (1.7, -0.2, 3.8)),
            clay.bounded(_collar(), (-1.2, -3.5, 3.2), (1.2, -2.0, 5.5)),
            clay.bounded(sdf.union(_boots(), 0.02), (-2.0, -3.7, -0.4), (1.5, 0.3, 1.6)),
        ],
        0.02,
    )
    hands = sdf.union(
        [
            clay.bounded(_fist(), (-3.0, -1.5, 6.0), (-1.9, -0.5, 7.3)),
            clay.bounded(_open_hand(), (2.8, -2.2, 5.4), (4.6, -1.3, 7.1)),
        ],
        0.02,
    )
    return sdf.union([wrinkled, trim, hands], 0.03)


def _wrinkles(p: sdf.F64) -> sdf.F64:
    """Folds that run slantwise round the limbs, uneven in width and strength."""
    sway = 0.35 * np.sin(1.7 * p[:, 0] + 0.8 * p[:, 2]) + 0.2 * np.sin(2.9 * p[:, 1])
    strength = 0.5 + 0.5 * np.sin(1.3 * p[:, 0] - 1.9 * p[:, 2] + p[:, 1])
    return strength * clay.ripple(0.85 * p[:, 2] + 0.6 * p[:, 1] - 0.4 * p[:, 0] + sway)


def _trunk() -> Field:
    return sdf.union(
        [
            clay.egg((0.05, -1.05, 2.65), (0.98, 0.85, 0.72)),
            clay.egg((0.05, -1.65, 3.4), (1.02, 0.78, 0.85)),
            clay.egg((0.0, -2.15, 4.2), (1.22, 0.84, 0.86)),
            sdf.mirrored_x(clay.egg((0.48, -2.62, 4.35), (0.56, 0.42, 0.46))),
            sdf.capsule((-1.05, -2.2, 4.72), (1.1, -2.2, 4.78), 0.46),
            sdf.capsule((0.0, -2.35, 4.7), (0.0, -2.95, 5.3), 0.5, 0.36),
            sdf.mirrored_x(clay.egg((0.62, -1.2, 2.35), (0.5, 0.75, 0.6))),
        ],
        0.32,
    )


def _legs() -> Field:
    """The left knee is thrown forward, the right leg drives from behind."""
    left = sdf.limb(
        [(0.55, -1.25, 2.6), (1.0, -2.85, 2.1), (0.85, -2.3, 0.55)], [0.74, 0.55, 0.4], 0.12
    )
    right = sdf.limb(
        [(-0.45, -1.1, 2.55), (-1.05, -1.95, 1.3), (-1.4, -0.6, 0.55)], [0.72, 0.52, 0.4], 0.12
    )
    calf = clay.egg((0.92, -2.42, 1.2), (0.44, 0.46, 0.7))
    return sdf.union([left, right, calf], 0.1)


def _boots() -> list[Field]:
    shafts = [
        sdf.capsule((0.9, -2.42, 1.0), (0.85, -2.28, 0.35), 0.43, 0.36),
        sdf.capsule((-1.3, -0.95, 0.85), (-1.45, -0.45, 0.4), 0.42, 0.36),
    ]
    feet = [
        sdf.union([clay.egg((0.88, -2.75, 0.14), (0.36, 0.72, 0.32))], 0.05),
        clay.egg((-1.5, -0.75, 0.12), (0.36, 0.66, 0.34)),
    ]
    welt = clay.disc((0.9, -2.45, 1.08), (0.0, 0.25, 1.0), 0.49, 0.07, 0.05)
    return [sdf.union([*shafts, *feet], 0.12), welt]


def _belt() -> Field:
    """The belt with its buckle and pouches, and the flared skirt of the tunic under it."""
    tilt = clay.frame_of((0.0, -0.84, -0.54))
    frame = np.stack([tilt[0], -tilt[1], tilt[2]])
    strap = clay.placed(
        sdf.scaled(clay.disc((0, 0, 0), (0.0, 0.0, 1.0), 0.86, 0.13, 0.05), 1.22, 1.0, 1.0),
        (0.05, -1.5, 3.1), frame,
    )  # fmt: skip
    skirt = clay.placed(
        clay.column([(-0.75, 0, 0, 1.22, 1.08), (-0.45, 0, 0, 1.16, 0.98), (0.0, 0, 0, 0.98, 0.8)]),
        (0.05, -1.5, 3.1), frame,
    )  # fmt: skip
    pleats = clay.grooved(skirt, 0.06, lambda p: clay.ripple(2.1 * p[:, 0] + 0.2 * p[:, 2]))
    parts = [
        clay.brick((0.06, -2.36, 3.2), (0.2, 0.14, 0.16), 0.03),
        clay.brick((0.72, -2.08, 3.12), (0.22, 0.2, 0.2), 0.06),
        clay.brick((-0.6, -2.12, 3.12), (0.22, 0.2, 0.2), 0.06),
    ]
    return sdf.union([strap, pleats, *parts], 0.03)


def _collar() -> Field:
    """Stand-up collar, the placket with buttons, two breast pockets, a shoulder strap."""
    neck = clay.hoop((0.0, -2.72, 4.98), (0.0, -0.55, 0.83), 0.44, 0.09)
    placket = sdf.capsule((0.0, -2.98, 4.72), (0.02, -2.98, 4.1), 0.09)
    flaps = sdf.mirrored_x(sdf.capsule((0.36, -3.05, 4.42), (0.78, -2.92, 4.44), 0.07))
    strap = sdf.limb([(0.75, -2.3, 5.0), (0.1, -3.0, 4.3), (-0.7, -2.35, 3.4)], [0.08, 0.08, 0.08])
    return sdf.union([neck, placket, flaps, strap], 0.02)


def _arms() -> Field:
    right = sdf.limb([(-1.05, -2.2, 4.78), (-1.85, -1.75, 5.55), FIST], [0.5, 0.42, 0.3], 0.14)
    left = sdf.limb(
        [(1.1, -2.2, 4.8), (2.3, -2.05, 5.25), (3.2, -1.8, 5.8)], [0.5, 0.42, 0.3], 0.14
    )
    muscle = [
        clay.egg((-1.45, -2.0, 5.1), (0.5, 0.45, 0.46)),
        clay.egg((1.6, -2.15, 4.98), (0.56, 0.45, 0.44)),
    ]
    cuffs = [
        clay.disc((3.08, -1.84, 5.72), (0.8, 0.2, 0.55), 0.36, 0.09, 0.05),
        clay.disc((-2.32, -1.15, 6.28), (-0.5, 0.6, 0.75), 0.36, 0.09, 0.05),
    ]
    return sdf.union([sdf.union([right, left, *muscle], 0.14), *cuffs], 0.04)


def _fist() -> Field:
    x, y, z = FIST
    knuckles = [
        sdf.capsule(
            (x + 0.22, y - 0.2, z + 0.02 + 0.14 * k), (x - 0.18, y - 0.3, z + 0.14 * k), 0.1
        )
        for k in range(4)
    ]
    palm = clay.egg((x, y, z + 0.2), (0.3, 0.28, 0.34))
    thumb = sdf.capsule((x + 0.26, y - 0.1, z + 0.3), (x + 0.02, y - 0.36, z + 0.5), 0.1)
    return sdf.union([palm, *knuckles, thumb], 0.04)


def _open_hand() -> Field:
    """The left hand, wide open, fingers spread to the sky."""
    x, y, z = PALM
    palm = clay.egg((x, y, z), (0.3, 0.17, 0.36), clay.frame_of((0.1, 1.0, 0.1), (0.55, 0.0, 0.8)))
    tips: list[Vector] = [(0.02, -0.12, 0.86), (0.34, -0.1, 0.86), (0.62, -0.06, 0.7),
                          (0.82, 0.0, 0.46)]  # fmt: skip
    roots: list[Vector] = [(0.0, -0.02, 0.3), (0.14, 0.0, 0.3), (0.25, 0.02, 0.22),
                           (0.3, 0.04, 0.08)]  # fmt: skip
    fingers = [
        sdf.limb(
            [
                (x + r[0], y + r[1], z + r[2]),
                (x + 0.55 * (r[0] + t[0]), y - 0.02, z + 0.55 * (r[2] + t[2])),
                (x + t[0], y + t[1] - 0.06, z + t[2]),
            ],
            [0.105, 0.095, 0.075],
        )
        for r, t in zip(roots, tips, strict=True)
    ]
    thumb = sdf.limb([(x - 0.2, y - 0.06, z - 0.1), (x - 0.4, y - 0.18, z + 0.25)], [0.12, 0.085])
    wrist = sdf.capsule((x - 0.3, y - 0.06, z - 0.24), (x, y, z), 0.22, 0.2)
    return sdf.union([palm, *fingers, thumb, wrist], 0.035)


def grenade() -> Field:
    """An anti-tank grenade: handle in the fist, a broad drum on it, a cap."""
    x, y, z = FIST
    lean: Vector = (-0.05, 0.08, 1.0)
    return sdf.union(
        [
            sdf.capsule((x, y, z - 0.25), (x - 0.03, y + 0.06, z + 0.9), 0.13),
            clay.disc((x - 0.04, y + 0.07, z + 0.92), lean, 0.36, 0.1, 0.05),
            clay.disc((x - 0.05, y + 0.09, z + 1.16), lean, 0.44, 0.2, 0.06),
            clay.disc((x - 0.06, y + 0.11, z + 1.45), lean, 0.17, 0.16, 0.04),
        ],
        0.03,
    )


def demo() -> MeshData:
    """The soldier alone, for scripts/look.py."""
    return soldier()
