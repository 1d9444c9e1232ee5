"""The Golden Warrior on the winged snow leopard, 6 m, top of the Independence Monument.

Origin on the slab that carries the group; the beast leaps towards -y, +x is the warrior's
left. He carries a falcon on the right fist and a recurved bow in the left hand.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import clay, portrait, sdf
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.sdf import Field
from almaty_tour.kit.skin import skin
from almaty_tour.mesh.data import MeshData, merge

BRONZE = Paint("bronze_dark")
GILT = Paint("gold", "#FFF4D8")
HEIGHT_M = 6.0
FEET_M = 1.48


def warrior() -> MeshData:
    """The group: dark bronze with small gilded parts."""
    cat = clay.bounded(leopard(), (-0.8, -2.3, 0.35), (0.8, 2.65, 2.1))
    rock = clay.bounded(_rock(), (-0.8, -1.0, -0.1), (0.8, 1.1, 0.75))
    hands = clay.bounded(sdf.union([_bow(), _quiver()], 0.03), (0.0, -0.8, 2.2), (1.5, 1.6, 4.6))
    body = sdf.union([rock, cat, _man(), _falcon(), hands], 0.03)
    bronze = skin(body, (-1.6, -2.6, -0.2), (1.7, 2.9, 4.9), 0.058, BRONZE, triangles=15000)
    head = sdf.union([_head(), _hat()], 0.015)
    fine = skin(head, (-0.6, -0.6, 4.0), (0.6, 0.7, 6.2), 0.03, BRONZE, triangles=2800)
    return merge([bronze, fine, *_gilding()])


def _rock() -> Field:
    mound = sdf.union(
        [
            clay.egg((0.0, 0.05, 0.0), (0.66, 0.95, 0.66)),
            clay.egg((0.12, 0.55, 0.1), (0.5, 0.5, 0.5)),
            clay.egg((-0.1, -0.5, 0.1), (0.45, 0.45, 0.45)),
        ],
        0.08,
    )
    return sdf.intersect(mound, clay.behind((0.0, 0.0, -0.05), (0.0, 0.0, -1.0)))


def leopard() -> Field:
    """The beast in full stretch, wings swept back."""
    trunk = sdf.union(
        [
            clay.egg((0.0, -0.62, 1.02), (0.44, 0.58, 0.46)),
            clay.egg((0.0, 0.25, 0.98), (0.37, 0.95, 0.36)),
            clay.egg((0.0, 1.08, 0.92), (0.4, 0.55, 0.38)),
            sdf.capsule((0.0, -0.72, 1.18), (0.0, -1.14, 1.62), 0.4, 0.27),
        ],
        0.22,
    )
    fringe = [
        sdf.ball((0.37 - 0.06 * abs(k - 3.5) / 3.5, -0.35 + 0.17 * k, 0.8), 0.095) for k in range(8)
    ]
    return sdf.union(
        [
            trunk,
            sdf.mirrored_x(sdf.union(fringe, 0.02)),
            clay.bounded(_cat_head(), (-0.4, -1.8, 1.3), (0.4, -0.9, 2.12)),
            sdf.mirrored_x(_cat_thigh()),
            clay.bounded(_fore_leg(1.0, 0.78), (0.1, -2.35, 0.5), (0.6, -0.6, 1.15)),
            clay.bounded(_fore_leg(-1.0, 0.6), (-0.6, -2.35, 0.4), (-0.1, -0.6, 1.15)),
            clay.bounded(_hind_leg(1.0, 0.1), (0.1, 1.0, 0.3), (0.65, 2.65, 1.15)),
            clay.bounded(_hind_leg(-1.0, -0.05), (-0.65, 1.0, 0.2), (-0.1, 2.65, 1.15)),
            clay.bounded(_cat_tail(), (-0.15, 1.3, 0.85), (0.3, 2.45, 1.75)),
            sdf.mirrored_x(clay.bounded(_wing_root(), (0.2, -0.95, 0.9), (0.8, 0.9, 2.0))),
        ],
        0.05,
    )


def _cat_head() -> Field:
    skull = sdf.union(
        [
            clay.egg((0.0, -1.24, 1.74), (0.27, 0.31, 0.26)),
            clay.egg((0.0, -1.5, 1.66), (0.17, 0.2, 0.14)),
            sdf.mirrored_x(clay.egg((0.1, -1.58, 1.6), (0.1, 0.12, 0.09))),
        ],
        0.08,
    )
    jaw = clay.egg((0.0, -1.42, 1.45), (0.13, 0.2, 0.06))
    ears = sdf.mirrored_x(clay.disc((0.2, -1.06, 1.96), (0.3, -1.0, 0.2), 0.12, 0.045, 0.03))
    brows = sdf.mirrored_x(sdf.capsule((0.05, -1.5, 1.86), (0.2, -1.38, 1.88), 0.045, 0.05))
    nose = sdf.ball((0.0, -1.68, 1.7), 0.06)
    mane = [
        sdf.capsule((0.22, -1.05 + 0.03 * k, 1.88 - 0.13 * k), (0.31, -1.1, 1.82 - 0.13 * k), 0.06)
        for k in range(4)
    ]
    return sdf.union([skull, jaw, ears, brows, nose, sdf.mirrored_x(sdf.union(mane, 0.02))], 0.03)


def _cat_thigh() -> Field:
    return sdf.union(
        [
            clay.egg((0.36, 1.2, 0.88), (0.16, 0.44, 0.33)),
            clay.egg((0.36, -0.72, 1.0), (0.16, 0.34, 0.36)),
        ],
        0.04,
    )


def _fore_leg(side: float, z: float) -> Field:
    x = 0.33 * side
    return sdf.union(
        [
            sdf.capsule((x, -0.85, 0.9), (1.1 * x, -1.42, z + 0.02), 0.2, 0.13),
            sdf.capsule((1.1 * x, -1.42, z + 0.02), (x, -1.98, z), 0.125, 0.1),
            _paw((x, -2.1, z)),
        ],
        0.06,
    )


def _hind_leg(side: float, lift: float) -> Field:
    x = 0.34 * side
    return sdf.union(
        [
            sdf.capsule((x, 1.25, 0.86), (1.15 * x, 1.72, 0.74 + lift), 0.24, 0.13),
            sdf.capsule((1.15 * x, 1.72, 0.74 + lift), (x, 2.22, 0.56 + lift), 0.12, 0.08),
            _paw((x, 2.42, 0.47 + lift)),
        ],
        0.06,
    )


def _paw(at: sdf.Vector) -> Field:
    x, y, z = at
    toes = [sdf.ball((x + 0.075 * k, y - 0.09, z - 0.02), 0.07) for k in (-1, 0, 1)]
    return sdf.union([clay.egg((x, y, z), (0.14, 0.17, 0.12)), *toes], 0.02)


def _cat_tail() -> Field:
    line = [(0.0, 1.5, 1.05), (0.05, 1.9, 1.0), (0.1, 2.2, 1.15), (0.13, 2.3, 1.42)]
    line += [(0.13, 2.12, 1.6), (0.12, 1.86, 1.56), (0.11, 1.74, 1.4)]
    return sdf.limb(line, [0.12, 0.09, 0.085, 0.08, 0.08, 0.09, 0.1])


def _wing_root() -> Field:
    """The dark inner half of the wing and the feathers under it, right of the middle."""
    rise = clay.frame_of((0.17, 0.8, 0.56))
    sweep = clay.frame_of((0.1, 0.98, 0.12))
    quills = [
        clay.egg((0.52, 0.0 + 0.12 * k, 1.32 + 0.02 * k), (0.06, 0.3, 0.07), rise) for k in range(4)
    ]
    return sdf.union(
        [
            clay.egg((0.46, -0.5, 1.22), (0.16, 0.3, 0.26)),
            clay.egg((0.52, -0.12, 1.5), (0.1, 0.62, 0.17), rise),
            clay.egg((0.6, 0.4, 1.72), (0.07, 0.42, 0.15), sweep),
            *quills,
        ],
        0.05,
    )


def _man() -> Field:
    trunk = clay.column(
        [
            (2.98, 0.0, 0.0, 0.47, 0.37),
            (3.3, 0.0, 0.0, 0.41, 0.32),
            (3.52, 0.0, 0.0, 0.32, 0.26),
            (3.72, 0.0, -0.01, 0.36, 0.27),
            (4.05, 0.0, -0.02, 0.48, 0.31),
            (4.26, 0.0, 0.0, 0.46, 0.27),
            (4.42, 0.0, 0.02, 0.24, 0.2),
        ]
    )
    hem = clay.hoop((0.0, 0.0, 0.0), (0.0, 0.0, 1.0), 0.43, 0.05)
    squashed = clay.placed(hem, (0.0, 0.0, 3.0), np.diag([1.0, 1.15, 1.0]))
    chest = sdf.mirrored_x(clay.egg((0.2, -0.2, 4.06), (0.2, 0.13, 0.16)))
    belt = clay.column([(3.47, 0, 0, 0.37, 0.3), (3.6, 0, 0, 0.37, 0.3)])
    torso = sdf.union([trunk, chest], 0.06)
    legs = clay.bounded(_legs(), (-0.5, -0.45, 1.4), (0.5, 0.4, 3.4))
    arms = clay.bounded(_arms(), (-0.95, -0.9, 2.7), (1.25, 0.65, 4.5))
    return sdf.union([torso, squashed, belt, legs, arms], 0.025)


def _legs() -> Field:
    leg = sdf.union(
        [
            sdf.capsule((0.22, 0.0, 3.15), (0.21, -0.05, 2.42), 0.25, 0.17),
            sdf.capsule((0.21, -0.05, 2.42), (0.2, 0.04, 1.6), 0.165, 0.11),
            clay.egg((0.21, 0.06, 2.1), (0.15, 0.16, 0.3)),
            clay.egg((0.2, -0.12, FEET_M + 0.04), (0.12, 0.28, 0.11)),
        ],
        0.06,
    )
    guards = [
        clay.disc((0.21, -0.04, 2.56), (0.0, 0.0, 1.0), 0.225, 0.05, 0.03),
        clay.disc((0.2, 0.0, 2.2), (0.0, 0.0, 1.0), 0.19, 0.04, 0.03),
    ]
    return sdf.mirrored_x(sdf.union([leg, *guards], 0.02))


def _arms() -> Field:
    shoulders = sdf.mirrored_x(
        sdf.union(
            [
                clay.egg((0.56, 0.0, 4.26), (0.24, 0.25, 0.2)),
                clay.disc((0.62, 0.0, 4.08), (0.45, 0.0, 1.0), 0.25, 0.06, 0.04),
            ],
            0.02,
        )
    )
    right = sdf.union(
        [
            sdf.capsule((-0.6, 0.0, 4.15), (-0.68, 0.0, 3.52), 0.17, 0.13),
            sdf.capsule((-0.68, 0.0, 3.5), (-0.58, -0.6, 3.24), 0.135, 0.1),
            clay.egg((-0.57, -0.72, 3.26), (0.13, 0.13, 0.14)),
        ],
        0.05,
    )
    left = sdf.union(
        [
            sdf.capsule((0.6, 0.0, 4.15), (0.86, 0.12, 3.55), 0.17, 0.135),
            sdf.capsule((0.86, 0.12, 3.55), (0.86, 0.4, 2.98), 0.135, 0.1),
            clay.egg((0.86, 0.45, 2.88), (0.13, 0.13, 0.14)),
        ],
        0.05,
    )
    shield = clay.disc((0.96, 0.2, 3.38), (1.0, 0.1, 0.1), 0.22, 0.035, 0.02)
    return sdf.union([shoulders, right, left, shield], 0.02)


def _head() -> Field:
    face = portrait.head(ears=False)
    return sdf.moved(sdf.scaled(face, 0.56, 0.56, 0.56), (0.0, -0.05, 4.68))


def _hat() -> Field:
    """The pointed cap with cheek and neck guards; a small ram's head bends back on its tip."""
    cap = clay.column(
        [
            (4.38, 0.0, 0.1, 0.25, 0.26),
            (4.62, 0.0, 0.03, 0.255, 0.29),
            (4.88, 0.0, 0.0, 0.26, 0.3),
            (5.2, 0.0, 0.02, 0.215, 0.245),
            (5.55, 0.0, 0.06, 0.135, 0.15),
            (5.82, 0.0, 0.09, 0.075, 0.08),
        ]
    )
    face = clay.egg((0.0, -0.36, 4.67), (0.165, 0.27, 0.22))
    rim = clay.column([(4.88, 0, 0.0, 0.275, 0.315), (4.95, 0, 0.0, 0.27, 0.31)])
    ram = [
        clay.egg((0.0, 0.09, 5.9), (0.1, 0.12, 0.1)),
        sdf.capsule((0.0, 0.12, 5.91), (0.0, 0.36, 5.74), 0.085, 0.045),
    ]
    return sdf.union([sdf.subtract(cap, face, 0.02), rim, *ram], 0.02)


def _falcon() -> Field:
    body = [
        clay.egg((0.0, 0.0, 0.3), (0.12, 0.13, 0.26)),
        sdf.ball((0.0, -0.02, 0.6), 0.095),
        sdf.capsule((0.0, -0.09, 0.6), (0.0, -0.15, 0.56), 0.04, 0.02),
        sdf.capsule((0.0, 0.08, 0.15), (0.0, 0.16, -0.2), 0.07, 0.05),
        sdf.mirrored_x(sdf.capsule((0.05, 0.0, 0.15), (0.06, -0.03, -0.05), 0.06, 0.04)),
        sdf.mirrored_x(clay.egg((0.15, 0.03, 0.3), (0.05, 0.12, 0.27))),
    ]
    bird = clay.bounded(sdf.union(body, 0.03), (-0.25, -0.2, -0.25), (0.25, 0.25, 0.75))
    return clay.placed(bird, (-0.57, -0.74, 3.44))


def _bow() -> Field:
    line = [(0.18, -0.72, 2.78), (0.26, -0.6, 2.6), (0.45, -0.3, 2.62), (0.66, 0.08, 2.82)]
    line += [(0.86, 0.45, 2.88), (1.04, 0.78, 2.86), (1.2, 1.08, 3.0), (1.3, 1.3, 3.3)]
    line += [(1.36, 1.46, 3.42)]
    return sdf.limb(line, [0.035, 0.05, 0.06, 0.055, 0.06, 0.055, 0.06, 0.05, 0.035])


def _quiver() -> Field:
    case = sdf.limb([(0.05, 0.36, 3.2), (0.4, 0.34, 4.45)], [0.09, 0.12])
    sword = sdf.capsule((0.42, 0.02, 3.45), (0.62, 0.32, 2.3), 0.06, 0.04)
    return sdf.union([case, sword], 0.02)


def _gilding() -> list[MeshData]:
    disc = sdf.union(
        [
            clay.disc((0.0, -0.335, 4.12), (0.0, -1.0, 0.25), 0.19, 0.03, 0.02),
            sdf.ball((0.0, -0.36, 4.12), 0.06),
        ],
        0.01,
    )
    plaques = [
        clay.disc((0.36 * s, -0.3 * c, 3.535), (s, -c, 0.0), 0.07, 0.03, 0.01)
        for s, c in ((-0.85, 0.53), (-0.5, 0.87), (0.0, 1.0), (0.5, 0.87), (0.85, 0.53))
    ]
    arrows = [
        sdf.capsule((0.4 + 0.09 * k, 0.34, 4.4), (0.45 + 0.12 * k, 0.36, 4.86), 0.035, 0.07)
        for k in (-1, 0, 1)
    ]
    badge = [
        sdf.mirrored_x(sdf.capsule((0.03, -0.29, 5.0), (0.09, -0.13, 5.48), 0.045, 0.025)),
        sdf.mirrored_x(sdf.capsule((0.05, -0.28, 5.0), (0.18, -0.12, 5.24), 0.04, 0.025)),
        clay.egg((0.0, -0.31, 4.98), (0.12, 0.06, 0.07)),
    ]
    ring = clay.disc((0.0, 0.085, 5.76), (0.0, 0.1, 1.0), 0.1, 0.04, 0.02)
    small = [disc, *plaques, *arrows, *badge, ring, *_helmet_trim(), _girdle()]
    trim = skin(
        sdf.union(small, 0.01), (-0.6, -0.6, 3.3), (0.8, 0.6, 6.1), 0.03, GILT, triangles=3400
    )
    feathers = sdf.mirrored_x(_feathers())
    wings = skin(feathers, (-1.1, -0.2, 1.2), (1.1, 2.1, 2.4), 0.04, GILT, triangles=1200)
    return [trim, wings]


def _helmet_trim() -> list[Field]:
    """The gilded rim and point of the cap; its middle stays bronze."""
    rim = clay.column([(4.86, 0, 0.0, 0.287, 0.327), (5.05, 0, 0.01, 0.262, 0.297)])
    point = clay.column([(5.42, 0, 0.048, 0.182, 0.2), (5.8, 0, 0.088, 0.096, 0.1)])
    return [rim, point]


def _girdle() -> Field:
    """The gilded belt under the plaques."""
    return clay.column([(3.49, 0, 0, 0.385, 0.315), (3.58, 0, 0, 0.385, 0.315)])


def _feathers() -> Field:
    """Three gilded blades one under the other, tips turned up."""
    blades = []
    for row in range(3):
        drop, reach = -0.13 * row, 0.04 * row
        line = [(0.58, 0.2, 1.74), (0.68, 0.75, 1.74), (0.78, 1.25, 1.82), (0.84, 1.65, 2.02)]
        flat = [(x + 0.05, y + reach, z + drop) for x, y, z in line]
        blades.append(sdf.limb(flat, [0.065, 0.085, 0.085, 0.05], 0.03))
    return sdf.union(blades, 0.01)


def demo() -> MeshData:
    """The group alone, for scripts/look.py."""
    return warrior()
