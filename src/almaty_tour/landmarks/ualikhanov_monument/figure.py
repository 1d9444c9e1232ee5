"""Shoqan Ualikhanov in an officer's coat: a hand at the chin, a book in the lowered hand."""

from __future__ import annotations

from almaty_tour.kit import clay, portrait, sdf, transform
from almaty_tour.kit.chisel import chiselled
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.skin import skin
from almaty_tour.mesh.data import MeshData, merge

BRONZE = Paint("bronze_dark", "#B4B2A4")
HEAD_M = 0.25
MAN_M = 1.8


def officer(height_m: float) -> MeshData:
    """The young scholar, `height_m` from the soles to the hair, looking to -y."""
    body = sdf.union([_coat(), _boots(), _right_arm(), _left_arm()], 0.012)
    made = skin(body, (-0.62, -0.6, -0.14), (0.62, 0.5, 1.8), 0.0145, BRONZE, triangles=8200)
    whole = merge([chiselled(made, BRONZE), _head()])
    low, high = float(whole.bounds_m[0][2]), float(whole.bounds_m[1][2])
    return transform.scale(transform.move(whole, z=-low), height_m / (high - low))


def _coat() -> sdf.Field:
    """A frock coat: full skirt to the knees, narrow waist, two rows of buttons, epaulettes."""
    skirt = clay.column(
        [
            (0.42, 0.0, 0.02, 0.268, 0.205),
            (0.7, 0.0, 0.015, 0.232, 0.172),
            (0.92, 0.0, 0.01, 0.19, 0.137),
            (1.03, 0.0, 0.005, 0.152, 0.108),
        ]
    )
    slit = sdf.capsule((0.03, -0.24, 0.42), (0.0, -0.13, 0.92), 0.03, 0.006)
    skirt = sdf.subtract(sdf.folds(skirt, 7, 0.011, 0.42, 1.0), slit, 0.02)
    chest = clay.column(
        [
            (0.98, 0.0, 0.005, 0.152, 0.106),
            (1.1, 0.0, 0.0, 0.16, 0.112),
            (1.26, 0.0, -0.012, 0.186, 0.13),
            (1.38, 0.0, -0.002, 0.188, 0.112),
            (1.475, 0.0, 0.012, 0.105, 0.078),
        ]
    )
    shoulders = sdf.capsule((-0.165, 0.005, 1.425), (0.165, 0.005, 1.425), 0.055)
    trunk = sdf.union([skirt, sdf.union([chest, shoulders], 0.035)], 0.012)
    belt = sdf.intersect(sdf.grown(trunk, 0.014), clay.brick((0.0, 0.0, 1.03), (0.4, 0.4, 0.026)))
    buckle = clay.brick((0.0, -0.118, 1.03), (0.036, 0.012, 0.032), 0.006)
    collar = clay.column([(1.45, 0.0, 0.004, 0.086, 0.086), (1.53, 0.0, -0.01, 0.078, 0.078)])
    neck = sdf.capsule((0.0, 0.005, 1.44), (0.0, -0.01, 1.6), 0.062, 0.056)
    buttons = [
        sdf.ball((side * (0.055 + 0.05 * (z - 1.0)), y, z), 0.016)
        for side in (-1.0, 1.0)
        for z, y in ((1.1, -0.112), (1.18, -0.128), (1.26, -0.138), (1.34, -0.128))
    ]
    seam = sdf.limb(
        [(0.012, -0.115, 1.06), (0.012, -0.146, 1.26), (0.008, -0.1, 1.45)], [0.009, 0.009, 0.009]
    )
    boards = [clay.egg((s * 0.178, 0.0, 1.478), (0.082, 0.058, 0.015)) for s in (-1.0, 1.0)]
    fringe = [
        clay.hoop((s * 0.218, 0.0, 1.456), (0.3 * s, 0.0, 1.0), 0.045, 0.017) for s in (-1.0, 1.0)
    ]
    cord = sdf.limb(
        [(-0.17, -0.09, 1.44), (-0.1, -0.15, 1.28), (-0.01, -0.135, 1.36)], [0.013, 0.013, 0.013]
    )
    extra = [belt, buckle, collar, neck, *buttons, seam, *boards, *fringe, cord]
    return sdf.union([trunk, *extra], 0.006)


def _boots() -> sdf.Field:
    """High boots, the weight on his right leg, the left a little forward."""
    parts = []
    for ankle, knee in (
        ((-0.1, 0.03, 0.08), (-0.105, 0.01, 0.48)),
        ((0.13, -0.08, 0.08), (0.1, -0.02, 0.48)),
    ):
        leg = sdf.limb([knee, ankle], [0.102, 0.08], 0.03)
        top = clay.hoop((knee[0], knee[1], 0.42), (0.0, 0.0, 1.0), 0.09, 0.016)
        heel = (ankle[0], ankle[1] + 0.02, 0.055)
        toe = (ankle[0] * 1.3, ankle[1] - 0.2, 0.042)
        parts.append(sdf.union([leg, top, sdf.capsule(heel, toe, 0.064, 0.05)], 0.02))
    slab = clay.brick((0.0, -0.03, -0.03), (0.34, 0.3, 0.035), 0.01)
    return sdf.union([*parts, slab], 0.008)


def _right_arm() -> sdf.Field:
    """Bent, the fingers at the chin."""
    sleeve = sdf.limb(
        [(-0.2, 0.005, 1.42), (-0.275, -0.1, 1.15), (-0.11, -0.215, 1.37)],
        [0.064, 0.058, 0.044],
        0.02,
    )
    cuff = clay.hoop((-0.13, -0.203, 1.345), (0.6, -0.42, 0.8), 0.042, 0.016)
    palm = sdf.capsule((-0.095, -0.215, 1.39), (-0.055, -0.19, 1.47), 0.036, 0.034)
    fingers = [
        sdf.capsule(
            (-0.055 + 0.02 * k, -0.2, 1.48),
            (-0.03 + 0.022 * k, -0.165, 1.545 - 0.008 * k),
            0.015,
            0.012,
        )
        for k in range(3)
    ]
    return sdf.union([sleeve, cuff, sdf.union([palm, *fingers], 0.012)], 0.006)


def _left_arm() -> sdf.Field:
    """Hanging free, a book held against the thigh."""
    sleeve = sdf.limb(
        [(0.2, 0.005, 1.42), (0.3, 0.03, 1.14), (0.315, -0.07, 0.89)], [0.064, 0.056, 0.045], 0.02
    )
    cuff = clay.hoop((0.313, -0.06, 0.915), (0.05, -0.38, -0.9), 0.044, 0.016)
    palm = sdf.capsule((0.32, -0.09, 0.85), (0.315, -0.12, 0.77), 0.042, 0.03)
    book = clay.brick((0.275, -0.11, 0.76), (0.022, 0.125, 0.09), 0.006)
    pages = clay.brick((0.275, -0.118, 0.76), (0.015, 0.127, 0.083), 0.003)
    return sdf.union([sleeve, cuff, palm, book, pages], 0.006)


def _head() -> MeshData:
    """A young face with a thin moustache, thick hair parted at his left and combed back."""
    whisker = [(0.02, -0.385, -0.2), (0.1, -0.36, -0.225), (0.165, -0.31, -0.24)]
    moustache = sdf.mirrored_x(sdf.limb(whisker, [0.026, 0.024, 0.012]))
    face = sdf.union([sdf.scaled(portrait.head(), 0.96, 1.0, 1.0), moustache], 0.01)
    cap = sdf.union(
        [
            clay.egg((0.0, 0.08, 0.2), (0.375, 0.45, 0.37)),
            clay.egg((-0.1, -0.2, 0.4), (0.26, 0.2, 0.13)),
            sdf.mirrored_x(clay.egg((0.3, 0.02, 0.02), (0.08, 0.2, 0.2))),
            clay.egg((0.0, 0.32, -0.12), (0.29, 0.17, 0.26)),
        ],
        0.06,
    )
    cut = clay.brick((0.0, -0.5, -0.3), (0.26, 0.36, 0.52), 0.06)
    hair = clay.grooved(sdf.subtract(cap, cut, 0.03), 0.012, _strands)
    whole = sdf.union([face, hair], 0.012)
    made = skin(whole, (-0.62, -0.66, -1.05), (0.62, 0.74, 0.74), 0.034, BRONZE, triangles=3000)
    small = transform.scale(chiselled(made, BRONZE, crease_deg=50.0), HEAD_M)
    bent = transform.turn_z(transform.turn(small, "x", 6.0), -8.0)
    return transform.move(bent, 0.0, -0.03, 1.662)


def _strands(p: sdf.F64) -> sdf.F64:
    return clay.ripple(5.0 * p[:, 0] + 2.2 * p[:, 1] + 1.5 * p[:, 2])


def demo() -> MeshData:
    """The figure alone, 4 m tall."""
    return officer(4.0)
