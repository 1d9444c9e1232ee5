"""The seated bronze of Abilkhan Kasteev before an empty frame with a fall of cloth."""

from __future__ import annotations

from almaty_tour.kit import extrude, profile, sdf, stair, transform
from almaty_tour.kit.chisel import chiselled
from almaty_tour.kit.extrude import block
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.kasteev_museum.plan import BRONZE, GRANITE
from almaty_tour.mesh.data import MeshData, Prism, as_part, merge

AT_M = (17.0, -45.0)
BLOCK_M = 2.5
BASES = ((7.4, 7.0, 0.18), (6.6, 6.2, 0.36))


def statue() -> MeshData:
    """Steps, granite block with the name plate, figure, rock, frame and cloth."""
    steps = [
        extrude.box(
            w, d, z + 1.5 if i == 0 else 0.18, GRANITE, bottom_m=-1.5 if i == 0 else z - 0.18
        )
        for i, (w, d, z) in enumerate(BASES)
    ]
    stone = [
        extrude.box(4.3, 3.6, 0.5, GRANITE, bottom_m=0.36),
        extrude.box(3.8, 3.1, 1.15, GRANITE.shaded(1.1), bottom_m=0.86),
        extrude.prism(
            profile.rectangle(3.9, 3.2),
            2.0,
            BLOCK_M - 0.18,
            GRANITE,
            top_outline=profile.rectangle(3.2, 2.6),
            crease_deg=0.0,
        ),
        extrude.box(3.2, 2.6, 0.18, GRANITE.shaded(0.75), bottom_m=BLOCK_M - 0.18),
        block((-1.25, -1.62, 1.0), (1.25, -1.5, 1.8), BRONZE),
    ]
    plate = Paint("lettering", "#C9B48A")
    names = [
        transform.move(lettering(word, 0.22, plate, out_m=0.03), 0.0, -1.62, z)
        for word, z in (("ӘБІЛХАН", 1.45), ("ҚАСТЕЕВ", 1.12))
    ]
    bronze = transform.move(merge([_figure(), _frame()]), 0.15, 0.1, BLOCK_M)
    return as_part(transform.move(merge([*steps, *stone, *names, bronze]), *AT_M), "statue")


def _figure() -> MeshData:
    """The painter on his rock, palette on the left knee, cloth running down beside him."""
    trunk = sdf.union(
        [
            sdf.limb([(0.0, 0.12, 1.15), (0.0, 0.05, 1.6), (0.0, 0.0, 2.05)], [0.4, 0.36, 0.38]),
            sdf.capsule((-0.42, 0.02, 2.1), (0.42, 0.02, 2.1), 0.19),
        ],
        0.12,
    )
    head = sdf.union(
        [
            sdf.capsule((0.0, 0.0, 2.2), (0.0, -0.04, 2.5), 0.15),
            sdf.ellipsoid((0.0, -0.06, 2.68), (0.22, 0.25, 0.3)),
            sdf.capsule((0.0, -0.3, 2.66), (0.0, -0.26, 2.74), 0.05),
            sdf.ellipsoid((0.0, 0.0, 2.82), (0.22, 0.22, 0.16)),
        ],
        0.05,
    )
    legs = sdf.mirrored_x(
        sdf.union(
            [
                sdf.limb(
                    [(0.22, 0.1, 1.1), (0.42, -0.85, 1.15), (0.4, -0.78, 0.1)], [0.27, 0.22, 0.15]
                ),
                sdf.capsule((0.4, -0.8, 0.09), (0.46, -1.15, 0.08), 0.13, 0.1),
            ],
            0.04,
        )
    )
    arms, rock, falls = _arms(), _rock(), _cloth()
    field = sdf.union(
        [sdf.union([trunk, legs], 0.08), arms, head, rock, sdf.union(falls, 0.05)], 0.03
    )
    made = sdf.surface(
        field, (-1.95, -1.4, -0.05), (1.1, 1.2, 3.85), BRONZE, triangles=4600, cells=84
    )
    return chiselled(made, BRONZE)


def _arms() -> sdf.Field:
    """Both arms, the palette in the left hand and the brush in the right."""
    return sdf.union(
        [
            sdf.limb(
                [(-0.48, 0.02, 2.08), (-0.66, -0.1, 1.55), (-0.42, -0.75, 1.42)], [0.18, 0.15, 0.1]
            ),
            sdf.limb(
                [(0.48, 0.02, 2.08), (0.68, -0.1, 1.55), (0.34, -0.72, 1.5)], [0.18, 0.15, 0.1]
            ),
            sdf.rounded_box((0.32, -0.86, 1.46), (0.62, 0.4, 0.07), 0.03),
            sdf.capsule((0.2, -0.8, 1.52), (0.75, -0.9, 1.75), 0.03),
        ]
    )


def _rock() -> sdf.Field:
    """What he sits on."""
    return sdf.union(
        [
            sdf.ellipsoid((0.0, 0.25, 0.4), (0.75, 0.7, 0.72)),
            sdf.rounded_box((0.0, 0.2, 0.3), (1.3, 1.3, 0.7), 0.2),
        ],
        0.1,
    )


def _cloth() -> list[sdf.Field]:
    """The folds that run down beside him."""
    return [
        sdf.limb(
            [(x, 0.62, 3.62), (x + 0.06, 0.42, 2.5), (x * 0.72, 0.3, 1.35), (x * 0.5, 0.05, 0.5)],
            [0.1, 0.15, 0.17, 0.2],
        )
        for x in (-1.62, -1.42, -1.22)
    ]


def _frame() -> MeshData:
    """The empty picture frame behind the shoulder."""
    hole = profile.rectangle(1.9, 2.6, (-0.55, 2.15))
    rim = profile.rectangle(2.35, 3.05, (-0.55, 2.15))
    bead = profile.rectangle(2.1, 2.8, (-0.55, 2.15))
    return merge(
        [
            extrude.panel(rim, 0.5, 0.68, BRONZE, holes=[hole]),
            extrude.panel(bead, 0.44, 0.5, BRONZE, holes=[hole]),
            block((-0.9, 0.52, 0.0), (-0.4, 0.66, 0.7), BRONZE),
        ]
    )


def floors() -> tuple[Prism, ...]:
    """The two low plates round the block."""
    x, y = AT_M
    return tuple(stair.floor(profile.rectangle(w, d, (x, y)), z) for w, d, z in BASES)


def solid() -> Prism:
    """The granite block with the figure."""
    return stair.wall_prism(profile.rectangle(4.3, 3.6, AT_M), BLOCK_M + 3.0)
