"""The four bronze figures round the Independence Monument: two elders, two young riders.

Each stands on its granite block with the origin on the ground and looks towards -y.
"""

from __future__ import annotations

from almaty_tour.kit import clay, extrude, lathe, portrait, profile, sdf, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.sdf import Field
from almaty_tour.kit.skin import skin
from almaty_tour.mesh.data import MeshData, merge

BRONZE = Paint("bronze_dark")
BLOCK = Paint("granite", "#8C6A5B")
STEP = Paint("granite", "#A39489")
CELL_M = 0.055


def elder() -> MeshData:
    """The wise man: broad, seated, bearded, in a brimmed felt hat, hands on the knees."""
    body = sdf.union(
        [
            _seated_robe(0.62),
            sdf.mirrored_x(_arm_on_knee()),
            sdf.capsule((0.5, -0.75, 0.0), (0.5, -0.62, 1.9), 0.045),
        ],
        0.05,
    )
    face = sdf.union(
        [_face((0.0, -0.12, 2.02), 0.5, beard_m=0.45), _felt_hat((0.0, -0.1, 2.14))], 0.02
    )
    return _on_block(merge([_seated_skin(body), _fine(face, (0.0, -0.1, 2.05))]), 1.35)


def mother() -> MeshData:
    """The mother: seated, in a high white-wound head-dress, a bowl on her lap."""
    veil = sdf.union(
        [
            clay.egg((0.0, 0.02, 2.06), (0.25, 0.26, 0.34)),
            clay.egg((0.0, 0.02, 2.36), (0.25, 0.25, 0.15)),
            clay.hoop((0.0, 0.0, 2.27), (0.0, -0.25, 1.0), 0.23, 0.05),
            clay.egg((0.0, 0.0, 1.72), (0.38, 0.29, 0.26)),
        ],
        0.09,
    )
    opening = clay.egg((0.0, -0.3, 2.05), (0.165, 0.22, 0.23))
    head = sdf.union([sdf.subtract(veil, opening, 0.02), _face((0.0, -0.06, 2.05), 0.46)], 0.01)
    body = sdf.union(
        [
            _seated_robe(0.52),
            sdf.mirrored_x(_arm_to_lap()),
            clay.egg((0.0, -0.62, 1.1), (0.2, 0.16, 0.1)),
        ],
        0.05,
    )
    return _on_block(merge([_seated_skin(body), _fine(head, (0.0, 0.0, 2.05))]), 1.35)


def rider(girl: bool) -> MeshData:
    """A child on a colt, one arm raised."""
    body = sdf.union([_colt(), _child(girl)], 0.04)
    bronze = skin(body, (-1.0, -1.6, -0.2), (1.0, 1.6, 3.2), CELL_M, BRONZE, triangles=3400)
    hat = _takiya((0.0, 0.02, 2.34)) if girl else clay.egg((0.0, 0.03, 2.37), (0.17, 0.19, 0.1))
    face = sdf.union([_face((0.0, 0.0, 2.24), 0.4), hat], 0.015)
    slab = extrude.box(0.9, 2.0, 0.1, BRONZE, bottom_m=-0.08)
    group = merge([bronze, _fine(face, (0.0, 0.0, 2.3)), slab])
    return _on_block(transform.mirror_x(group) if girl else group, 0.95, depth_m=2.2)


def _seated_skin(body: Field) -> MeshData:
    flat = _cut_flat(body)
    return skin(flat, (-1.0, -1.2, -0.2), (1.0, 1.0, 2.3), CELL_M, BRONZE, triangles=2800)


def _fine(head: Field, at: sdf.Vector) -> MeshData:
    """A head in small triangles; it overlaps the body it sits on."""
    x, y, z = at
    low, high = (x - 0.5, y - 0.55, z - 0.85), (x + 0.5, y + 0.55, z + 0.85)
    return skin(head, low, high, 0.022, BRONZE, triangles=1300)


def _face(at: sdf.Vector, height_m: float, beard_m: float = 0.0) -> Field:
    made = portrait.head(beard_m=beard_m)
    return sdf.moved(sdf.scaled(made, height_m, height_m, height_m), at)


def _seated_robe(half_m: float) -> Field:
    """A seated body under a robe: seat, lap, knees and hanging folds."""
    lower = sdf.union(
        [
            clay.brick((0.0, 0.1, 0.4), (half_m, 0.5, 0.45), 0.15),
            sdf.mirrored_x(sdf.capsule((0.22, 0.1, 0.85), (0.3, -0.55, 0.9), 0.27, 0.22)),
            sdf.mirrored_x(sdf.capsule((0.3, -0.58, 0.9), (0.32, -0.66, 0.15), 0.23, 0.3)),
            sdf.mirrored_x(clay.egg((0.28, -0.9, 0.06), (0.13, 0.24, 0.11))),
            clay.brick((0.0, -0.52, 0.46), (0.34, 0.22, 0.44), 0.1),
        ],
        0.14,
    )
    torso = clay.column(
        [
            (0.6, 0.0, 0.12, half_m, 0.42),
            (1.05, 0.0, 0.1, 0.8 * half_m, 0.36),
            (1.45, 0.0, 0.04, 0.84 * half_m, 0.32),
            (1.62, 0.0, 0.02, 0.6 * half_m, 0.26),
            (1.76, 0.0, 0.0, 0.22, 0.2),
        ]
    )
    cloth = sdf.union([lower, torso], 0.12)
    return clay.grooved(cloth, 0.032, lambda p: clay.ripple(2.6 * p[:, 0] + 0.35 * p[:, 2]))


def _felt_hat(at: sdf.Vector) -> Field:
    x, y, z = at
    brim = clay.disc((x, y, z), (0.0, 0.1, 1.0), 0.37, 0.05, 0.04)
    crown = clay.column(
        [(z, x, y, 0.22, 0.22), (z + 0.2, x, y, 0.18, 0.18), (z + 0.36, x, y, 0.07, 0.07)]
    )
    return sdf.union([brim, crown], 0.05)


def _arm_on_knee() -> Field:
    return sdf.union(
        [
            sdf.capsule((0.46, 0.02, 1.52), (0.62, -0.1, 1.12), 0.18, 0.16),
            sdf.capsule((0.62, -0.1, 1.12), (0.4, -0.6, 1.12), 0.15, 0.1),
            clay.egg((0.38, -0.68, 1.1), (0.11, 0.13, 0.08)),
        ],
        0.05,
    )


def _arm_to_lap() -> Field:
    return sdf.union(
        [
            sdf.capsule((0.4, 0.02, 1.5), (0.52, -0.12, 1.1), 0.17, 0.15),
            sdf.capsule((0.52, -0.12, 1.1), (0.17, -0.52, 1.08), 0.14, 0.09),
        ],
        0.05,
    )


def _colt() -> Field:
    trunk = sdf.union(
        [
            clay.egg((0.0, -0.42, 1.12), (0.26, 0.36, 0.3)),
            clay.egg((0.0, 0.05, 1.14), (0.24, 0.5, 0.26)),
            clay.egg((0.0, 0.5, 1.15), (0.27, 0.36, 0.3)),
            sdf.capsule((0.0, -0.6, 1.25), (0.0, -0.86, 1.75), 0.2, 0.13),
        ],
        0.15,
    )
    head = sdf.union(
        [
            sdf.capsule((0.0, -0.86, 1.8), (0.0, -1.22, 1.56), 0.13, 0.08),
            sdf.mirrored_x(sdf.capsule((0.06, -0.82, 1.88), (0.08, -0.84, 2.04), 0.04, 0.02)),
        ],
        0.05,
    )
    mane = sdf.limb([(0.0, -0.62, 1.6), (0.0, -0.74, 1.82), (0.0, -0.84, 1.95)], [0.05, 0.07, 0.05])
    tail = sdf.limb([(0.0, 0.8, 1.25), (0.0, 0.98, 1.1), (0.0, 1.02, 0.55)], [0.07, 0.1, 0.05])
    legs = [
        _colt_leg(-0.14, -0.52, -0.75, 0.35),
        _colt_leg(0.14, -0.52, -0.5, 0.0),
        _colt_leg(-0.15, 0.6, 0.72, 0.0),
        _colt_leg(0.15, 0.6, 0.5, 0.0),
    ]
    return sdf.union([trunk, head, mane, tail, *legs], 0.06)


def _colt_leg(x: float, y: float, foot_y: float, lift: float) -> Field:
    knee = (x, 0.5 * (y + foot_y) - 0.06, 0.55 + 0.6 * lift)
    foot = (x, foot_y, 0.06 + lift)
    return sdf.union(
        [
            sdf.capsule((x, y, 1.05), knee, 0.17, 0.085),
            sdf.capsule(knee, foot, 0.08, 0.065),
            sdf.capsule((foot[0], foot[1], foot[2] + 0.04), foot, 0.07, 0.095),
        ],
        0.04,
    )


def _child(girl: bool) -> Field:
    torso = clay.column(
        [(1.25, 0, 0.05, 0.27, 0.25), (1.6, 0, 0.04, 0.19, 0.15), (1.9, 0, 0.02, 0.22, 0.15),
         (2.02, 0, 0.02, 0.12, 0.1)]
    )  # fmt: skip
    legs = sdf.mirrored_x(
        sdf.union(
            [
                sdf.capsule((0.18, 0.02, 1.38), (0.32, -0.3, 1.1), 0.13, 0.1),
                sdf.capsule((0.32, -0.3, 1.1), (0.34, -0.2, 0.7), 0.095, 0.07),
                clay.egg((0.34, -0.28, 0.66), (0.06, 0.13, 0.06)),
            ],
            0.04,
        )
    )
    arms = [
        sdf.limb([(-0.22, 0.02, 1.9), (-0.4, -0.08, 2.1), (-0.36, -0.2, 2.5)], [0.09, 0.075, 0.06]),
        sdf.limb([(0.22, 0.02, 1.9), (0.34, -0.12, 1.62), (0.14, -0.42, 1.5)], [0.09, 0.075, 0.06]),
    ]
    braid = [sdf.limb([(0.0, 0.16, 2.2), (0.0, 0.24, 1.7)], [0.06, 0.04])] if girl else []
    return sdf.union([torso, legs, *arms, *braid], 0.05)


def _takiya(at: sdf.Vector) -> Field:
    x, y, z = at
    return sdf.union(
        [
            clay.column([(z, x, y, 0.2, 0.2), (z + 0.14, x, y, 0.17, 0.17)]),
            sdf.capsule((x, y, z + 0.14), (x, y, z + 0.36), 0.04, 0.06),
        ],
        0.02,
    )


def _cut_flat(body: Field) -> Field:
    return sdf.intersect(body, clay.behind((0.0, 0.0, -0.04), (0.0, 0.0, -1.0)))


def _on_block(figure: MeshData, height_m: float, depth_m: float = 1.45) -> MeshData:
    """The figure on its block, the block on two low round steps."""
    block = extrude.prism(profile.chamfered(1.45, depth_m, 0.06), 0.25, 0.3 + height_m, BLOCK)
    cap = extrude.prism(
        profile.chamfered(1.55, depth_m + 0.1, 0.06), 0.18 + height_m, 0.3 + height_m, BLOCK
    )
    steps = [
        lathe.cylinder(1.95, 0.5, STEP, bottom_m=-0.35, sides=32),
        lathe.cylinder(1.6, 0.15, STEP, bottom_m=0.15, sides=32),
    ]
    return merge([*steps, block, cap, transform.move(figure, z=0.3 + height_m)])


def demo() -> MeshData:
    """The four in a row, for scripts/look.py."""
    row = [elder(), mother(), rider(False), rider(True)]
    return merge([transform.move(figure, x=3.5 * k - 5.25) for k, figure in enumerate(row)])
