"""Republic Square: paving, avenue, garden over the mall, terraces, wings and towers.

Its front looks south (-y) to the Akimat. The monument and the Akimat are models of their own.
"""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import transform
from almaty_tour.landmarks._shared.height import agree
from almaty_tour.landmarks.republic_square import banks, blocks, north, objects, square, towers
from almaty_tour.landmarks.republic_square.frame import MONUMENT_M, moved_prism, moved_props
from almaty_tour.mesh.data import Collision, MeshData, Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The whole square; the towers' boards are the highest, `spec` must agree."""
    agree(spec, towers.TOP_M)
    mesh = merge(
        [
            as_part(_square(), "square"),
            as_part(banks.banks(), "banks"),
            as_part(objects.domes(), "domes"),
            as_part(objects.fountains(), "fountains"),
            as_part(objects.cascades(), "cascades"),
            as_part(blocks.blocks(), "blocks"),
            as_part(towers.towers(), "towers"),
            as_part(north.north(), "north"),
        ]
    )
    solids, floors = square.collision()
    stops = (*solids, *blocks.solids(), *towers.solids(), *north.solids(), *banks.solids())
    return Model(
        mesh=transform.move(mesh, *MONUMENT_M),
        props=tuple(
            moved_props(table) for table in (*square.props(), *north.props(), *banks.props())
        ),
        collision=Collision(
            solids=tuple(moved_prism(prism) for prism in stops),
            floors=tuple(moved_prism(prism) for prism in (*floors, *banks.floors())),
        ),
    )


def _square() -> MeshData:
    return merge([square.ground(), objects.beds(), objects.pavilions(), objects.masts()])
