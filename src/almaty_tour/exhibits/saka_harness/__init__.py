"""A bridle on a carved horse's head: leather, gold plaques, bronze; a bit lies before it."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.display import CLOTH, DARK_WOOD, board
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits._shared.issyk_drape import sewn
from almaty_tour.exhibits.saka_harness import bronze, horse, straps
from almaty_tour.kit import transform
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

FOOT_CM, PAD_CM, BIG = 3.0, 1.0, 1.3
CORNER = (-20.4, 28.4)
"""The corner of the mouth in (x, z)."""


def build(spec: ExhibitSpec) -> Model:
    """The head looks to the left; the loose bit and its cheek-pieces lie at its foot."""
    head = horse.head()
    bit = fitted(bronze.bit(), width_cm=spec.size_cm("width", "bit"))
    worn = merge(
        [
            as_part(horse.mesh(head), "stand"),
            as_part(straps.bridle(head), "bridle"),
            as_part(_plaques(head), "plaques"),
            as_part(_cheek_pieces(), "cheek_pieces"),
        ]
    )
    pieces = [
        as_part(board(72.0, 47.0, DARK_WOOD, FOOT_CM), "foot"),
        transform.move(worn, x=-8.0, y=8.5, z=FOOT_CM - horse.CUT_CM - 0.2),
        *_lying(bit),
    ]
    return Model(merge(pieces))


def _lying(bit: MeshData) -> list[MeshData]:
    """On cloth at the foot: the bit between its cheek-pieces, three plaques."""
    pad = board(40.0, 16.5, CLOTH, PAD_CM)
    loose = transform.move(grounded(bit), x=-10.0, y=-14.2, z=FOOT_CM + PAD_CM)
    rods = [
        transform.move(
            grounded(transform.turn_z(bronze.cheek_piece(), turn)), x, y, FOOT_CM + PAD_CM
        )
        for turn, x, y in ((90.0, -10.0, -20.2), (90.0, -10.0, -8.9))
    ]
    lying = [
        transform.move(transform.scale(piece, BIG), x, y, FOOT_CM + PAD_CM)
        for piece, x, y in (
            (bronze.bird(), 6.0, -18.0),
            (bronze.bird(), 6.0, -9.8),
            (bronze.roundel(), 12.6, -14.2),
        )
    ]
    return [
        as_part(transform.move(pad, x=-3.0, y=-14.3, z=FOOT_CM), "pad"),
        as_part(loose, "bit"),
        as_part(merge(rods), "loose_pieces"),
        as_part(merge(lying), "loose_plaques"),
    ]


def _plaques(head: horse.Field) -> MeshData:
    """Roundels where straps cross, bird heads along the cheek, a drop on the nose."""
    crossings = straps.on_sides(head, [(1.0, 58.2), (-11.6, 39.9)])
    birds = straps.on_sides(head, [(-2.6, 51.6), (-7.0, 45.4)])
    front = straps.on_face(head, np.array([0.04, 0.52, 0.98]))
    made = [
        sewn(large(bronze.roundel()), head, crossings, -0.45),
        sewn(large(bronze.bird()), head, birds, -0.45),
        sewn(transform.scale(bronze.roundel(), 1.6), head, front[:1], -0.45),
        sewn(large(bronze.drop()), head, front[1:2], -0.45),
        sewn(large(bronze.roundel()), head, front[2:], -0.45),
    ]
    return patina.mottled(merge(made), 0.1, 2.0, 3)


def large(piece: MeshData) -> MeshData:
    """A plaque as it is worn."""
    return transform.scale(piece, BIG)


def _cheek_pieces() -> MeshData:
    """At each corner of the mouth the stirrup end of the bit and a rod with beasts' heads."""
    made = []
    for side in (-1.0, 1.0):
        rod = transform.turn(bronze.cheek_piece(), "x", 90.0)
        rod = transform.turn(rod, "y", 14.0)
        end = transform.turn_z(bronze.stirrup_end(), 90.0 * side)
        at = {"x": CORNER[0], "z": CORNER[1]}
        made.append(transform.move(rod, y=8.1 * side, **at))
        made.append(transform.move(transform.turn(end, "y", 14.0), y=5.0 * side, **at))
    return merge(made)
