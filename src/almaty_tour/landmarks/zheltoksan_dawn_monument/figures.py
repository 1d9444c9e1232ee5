"""The torn bronze of the Dawn of Freedom: folds, a woman with a dove, youths and dogs."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import clay, portrait, sdf, statue, transform
from almaty_tour.kit.chisel import chiselled
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.sdf import Field
from almaty_tour.kit.skin import skin
from almaty_tour.mesh.data import MeshData, merge

BRONZE = Paint("bronze_dark", "#B0A48C")
CROWD = Paint("bronze_dark", "#C2B498")
WHITE = Paint("painted_metal", "#F2F0EA")
HANDS = ((-0.34, -0.66, 6.66), (0.34, -0.66, 6.66))


def mass() -> MeshData:
    """The vertical bronze in three zones, 6 m wide: bowed past, torn middle, rising future."""
    body = sdf.union([_past(), _future(), _foot(), _torn()], 0.07)
    folded = clay.grooved(body, 0.075, _folds)
    hollow = clay.egg((0.0, -0.75, 4.1), (0.72, 0.62, 2.2))
    whole = sdf.union([sdf.subtract(folded, hollow, 0.1), _woman()], 0.05)
    whole = sdf.intersect(whole, clay.behind((0.0, 0.0, -0.1), (0.0, 0.0, -1.0)))
    made = skin(whole, (-3.6, -2.2, -0.4), (3.8, 2.2, 7.6), 0.05, BRONZE, triangles=10800)
    return merge([chiselled(made, BRONZE, crease_deg=48.0), _face()])


def _past() -> Field:
    """The left zone: heavy slabs that lean and break off at a slant."""
    slabs = []
    for x, y, top, lean, half in (
        (-2.45, 0.0, 3.3, -0.35, 0.55),
        (-1.85, 0.3, 4.5, -0.4, 0.5),
        (-1.3, 0.05, 5.5, -0.42, 0.46),
        (-0.8, 0.4, 6.3, -0.3, 0.42),
        (-2.1, 0.6, 3.9, -0.2, 0.5),
    ):
        slab = clay.column(
            [
                (-0.2, x, y, half + 0.15, 0.5),
                (0.55 * top, x + 0.35 * lean, y, half, 0.3),
                (top + 0.6, x + lean, y, 0.6 * half, 0.14),
            ]
        )
        cut = clay.behind((x + lean, y, top), (0.75, -0.25, -1.0))
        slabs.append(sdf.subtract(slab, cut, 0.02))
    return sdf.union(slabs, 0.03)


def _future() -> Field:
    """The right zone: blades that fan out like the feathers of a wing."""
    blades = []
    for k in range(6):
        share = k / 5.0
        foot = 0.75 + 1.55 * share
        tip = (1.25 + 1.95 * share, 6.95 - 3.3 * share**0.85)
        bow = (foot + 0.06, 0.52 * tip[1])
        blade = sdf.limb(
            [
                (foot, 0.0, -0.2),
                (bow[0], 0.0, bow[1]),
                (0.4 * foot + 0.6 * tip[0], 0.0, 0.82 * tip[1]),
                (tip[0], 0.0, tip[1]),
            ],
            [0.5, 0.4, 0.27, 0.035],
            0.08,
        )
        flat = sdf.scaled(blade, 1.0, 0.55, 1.0)
        blades.append(sdf.moved(flat, (0.0, 0.3 - 0.22 * (k % 2) + 0.05 * k, 0.0)))
    return sdf.union(blades, 0.02)


def _torn() -> Field:
    """Shards in the middle, behind the woman: the clash."""
    shards = [
        sdf.limb([(-0.1, 0.55, 0.0), (-0.15, 0.5, 4.0), (-0.45, 0.4, 5.9)], [0.7, 0.5, 0.04]),
        sdf.limb([(0.45, 0.6, 0.0), (0.4, 0.5, 3.8), (0.7, 0.3, 5.5)], [0.7, 0.46, 0.04]),
        sdf.limb([(0.1, 0.7, 0.0), (0.1, 0.6, 4.2), (0.12, 0.55, 5.0)], [0.7, 0.5, 0.04]),
    ]
    return sdf.union(shards, 0.03)


def _foot() -> Field:
    """The lowest mass from which the crowd stands out."""
    return clay.column(
        [(-0.1, 0.1, 0.0, 2.75, 1.1), (0.9, 0.1, 0.1, 2.6, 0.85), (1.5, 0.1, 0.2, 2.3, 0.6)]
    )


def _folds(p: sdf.F64) -> sdf.F64:
    """Upright furrows with sharp valleys that lean outwards and cross; none at the foot."""
    fade = np.clip((p[:, 2] - 0.8) / 1.5, 0.0, 1.0)
    lean = 1.5 * p[:, 0] - 0.17 * p[:, 2] * np.sign(p[:, 0]) + 0.9 * p[:, 1]
    sharp = 1.0 - 2.0 * np.abs(2.0 * (lean - np.floor(lean)) - 1.0)
    across = 0.55 * p[:, 2] + 0.9 * p[:, 0]
    result: sdf.F64 = (0.85 * sharp + 0.15 * clay.ripple(across)) * fade
    return result


def _woman() -> Field:
    """She steps out of the folds: long dress, wide sleeves, both arms raised."""
    dress = clay.column(
        [
            (1.4, 0.05, -0.3, 0.95, 0.68),
            (2.6, 0.02, -0.55, 0.62, 0.5),
            (3.6, 0.0, -0.62, 0.4, 0.34),
            (4.1, 0.0, -0.6, 0.28, 0.24),
            (4.7, 0.0, -0.64, 0.38, 0.3),
            (5.12, 0.0, -0.55, 0.42, 0.22),
            (5.38, 0.0, -0.5, 0.2, 0.17),
        ]
    )
    dress = sdf.folds(dress, 9, 0.07, 1.4, 4.3, (0.0, -0.5))
    neck = sdf.capsule((0.0, -0.48, 5.3), (0.0, -0.6, 5.72), 0.13, 0.12)
    sash = clay.hoop((0.0, -0.6, 4.12), (0.0, 0.0, 1.0), 0.24, 0.05)
    arms = []
    for sign, hand in zip((-1.0, 1.0), HANDS, strict=True):
        shoulder, elbow = (sign * 0.38, -0.52, 5.18), (sign * 0.64, -0.64, 5.92)
        arms.append(sdf.limb([shoulder, elbow, hand], [0.17, 0.125, 0.085], 0.06))
        palm = (hand[0] - sign * 0.06, hand[1], hand[2] + 0.1)
        arms.append(
            sdf.limb(
                [hand, palm, (palm[0] - sign * 0.1, palm[1], palm[2] + 0.1)],
                [0.085, 0.09, 0.05],
                0.03,
            )
        )
        hem = (sign * 0.78, -0.35, 5.2)
        arms.append(
            sdf.limb(
                [(0.94 * elbow[0], elbow[1], elbow[2] - 0.05), hem, (sign * 0.7, -0.2, 4.6)],
                [0.14, 0.16, 0.05],
                0.06,
            )
        )
    return sdf.union([dress, neck, sash, *arms], 0.05)


def _face() -> MeshData:
    """Her head raised to the dove, hair blown back to her left."""
    hair = sdf.union(
        [
            clay.egg((0.0, 0.1, 0.18), (0.39, 0.45, 0.38)),
            sdf.mirrored_x(clay.egg((0.3, 0.12, -0.1), (0.1, 0.2, 0.34))),
            sdf.limb(
                [(0.0, 0.4, 0.1), (0.3, 0.75, -0.25), (0.75, 0.95, -0.7)], [0.34, 0.3, 0.08], 0.1
            ),
        ],
        0.08,
    )
    cut = clay.brick((0.0, -0.5, -0.3), (0.25, 0.32, 0.55), 0.06)
    locks = clay.grooved(
        sdf.subtract(hair, cut, 0.03), 0.015, lambda p: clay.ripple(4.0 * p[:, 0] + 3.0 * p[:, 2])
    )
    whole = sdf.union([sdf.scaled(portrait.head(ears=False), 0.9, 1.0, 1.0), locks], 0.012)
    made = skin(whole, (-0.7, -0.7, -1.1), (1.0, 1.2, 0.8), 0.04, BRONZE, triangles=2200)
    small = transform.scale(chiselled(made, BRONZE), 0.6)
    return transform.move(transform.turn(small, "x", -14.0), 0.0, -0.6, 5.95)


def dove(top_m: float) -> MeshData:
    """A white dove over her hands, wings lifted; its wing tips end at `top_m`."""
    body = sdf.union(
        [
            sdf.ellipsoid((0.0, 0.0, 0.0), (0.15, 0.3, 0.14)),
            sdf.ball((0.0, -0.28, 0.14), 0.1),
            sdf.capsule((0.0, -0.36, 0.13), (0.0, -0.46, 0.11), 0.03, 0.01),
            *[
                sdf.capsule((0.0, 0.2, 0.0), (0.14 * k, 0.58, 0.04), 0.06, 0.035)
                for k in (-1.0, 0.0, 1.0)
            ],
        ],
        0.06,
    )
    feathers = [
        sdf.limb(
            [
                (0.08, -0.05 + 0.06 * k, 0.08),
                (0.42, 0.02 + 0.1 * k, 0.34),
                (0.88 - 0.12 * k, 0.12 + 0.16 * k, 0.66 - 0.1 * k),
            ],
            [0.07, 0.06, 0.025],
        )
        for k in range(5)
    ]
    field = sdf.union([body, sdf.mirrored_x(sdf.union(feathers, 0.03))], 0.03)
    made = chiselled(
        skin(field, (-1.1, -0.7, -0.4), (1.1, 1.0, 1.0), 0.03, WHITE, triangles=1500), WHITE
    )
    return transform.move(made, 0.0, -0.66, top_m - float(made.bounds_m[1][2]))


def crowd() -> MeshData:
    """Youths pressed round the foot, some with raised arms, and two police dogs."""
    kinds = [
        statue.standing(1.86, CROWD, pose=pose, hat=hat, robe=robe, triangles=620)
        for pose, hat, robe in (
            ("raised", "none", False),
            ("forward", "fur", False),
            ("folded", "none", True),
            ("wings", "none", False),
        )
    ]
    cast = [transform.turn(chiselled(kind, CROWD), "x", 8.0) for kind in kinds]
    spots = np.array(
        [
            (-2.35, -1.2, 8),
            (-1.75, -1.52, -14),
            (-1.12, -1.26, 10),
            (1.05, -1.3, -8),
            (1.7, -1.5, 14),
            (2.3, -1.1, 30),
            (-2.9, -0.5, -50),
            (2.95, -0.3, 62),
            (-0.62, -1.66, 6),
            (0.62, -1.7, -10),
        ]
    )
    pieces = [
        transform.at(
            cast[k],
            np.column_stack([spots[k::4, :2], np.zeros(len(spots[k::4]))]),
            turn_deg=spots[k::4, 2],
            scale_by=0.96 + 0.05 * k / 3,
        )
        for k in range(4)
    ]
    hound = _dog()
    pieces += [
        transform.move(transform.turn_z(hound, 24.0), -2.0, -2.15),
        transform.move(transform.turn_z(hound, -150.0), 2.6, -1.95),
    ]
    return merge(pieces)


def _dog() -> MeshData:
    """A dog that strains forward, nose to +x."""
    legs = [
        sdf.limb([(x, y, 0.5), (x + bend, y, 0.26), (x + 0.06, y, 0.04)], [0.1, 0.06, 0.05])
        for x, y, bend in (
            (0.34, 0.11, 0.08),
            (0.3, -0.11, 0.14),
            (-0.42, 0.11, -0.06),
            (-0.36, -0.11, -0.1),
        )
    ]
    body = sdf.union(
        [
            sdf.ellipsoid((0.28, 0.0, 0.62), (0.24, 0.15, 0.2)),
            sdf.ellipsoid((-0.36, 0.0, 0.56), (0.22, 0.13, 0.16)),
            sdf.capsule((0.28, 0.0, 0.6), (-0.36, 0.0, 0.58), 0.13),
            sdf.limb(
                [(0.38, 0.0, 0.72), (0.58, 0.0, 0.92), (0.72, 0.0, 0.92), (0.9, 0.0, 0.86)],
                [0.14, 0.12, 0.1, 0.05],
            ),
            sdf.limb([(-0.52, 0.0, 0.6), (-0.76, 0.0, 0.46), (-0.9, 0.0, 0.5)], [0.06, 0.05, 0.03]),
            *[
                sdf.capsule((0.56, s * 0.08, 1.0), (0.52, s * 0.09, 1.13), 0.04, 0.012)
                for s in (-1.0, 1.0)
            ],
        ],
        0.05,
    )
    field = sdf.union([body, *legs], 0.03)
    made = skin(field, (-1.1, -0.4, -0.15), (1.1, 0.4, 1.3), 0.03, CROWD, triangles=900)
    return chiselled(made, CROWD)


def demo() -> MeshData:
    """The whole bronze."""
    return merge([mass(), crowd(), dove(7.7)])
