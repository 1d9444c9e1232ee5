"""Independence Monument: the Golden Warrior's column and Republic Square round it.

The front looks south (-y) to the Akimat. Everything is measured from the square's level:
shaft to 28 m, warrior to 34 m.
"""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import transform
from almaty_tour.landmarks import _akimat as akimat
from almaty_tour.landmarks import _independence_reliefs as reliefs
from almaty_tour.landmarks import _independence_ring as ring
from almaty_tour.landmarks import _republic_blocks as blocks
from almaty_tour.landmarks import _republic_objects as objects
from almaty_tour.landmarks import _republic_square as square
from almaty_tour.landmarks._independence_column import TOP_M, column
from almaty_tour.landmarks._independence_warrior import warrior
from almaty_tour.mesh.data import Collision, MeshData, Model, as_part, merge

HEIGHT_M = 34.0


def build(spec: LandmarkSpec) -> Model:
    """The monument with its square; its measures are settled here, `spec` must agree."""
    if abs(spec.height_m - HEIGHT_M) > 0.1:
        raise ValueError(f"{spec.id} is modelled {HEIGHT_M} m high, its file says {spec.height_m}")
    group = transform.move(warrior(), z=TOP_M)
    fence = transform.move(reliefs.fences(), z=ring.FLOOR_M)
    mesh = merge(
        [
            as_part(column(ring.FOOT_M), "body"),
            as_part(group, "warrior"),
            as_part(ring.corner_figures(), "figures"),
            as_part(fence, "reliefs"),
            as_part(ring.ring(), "ring"),
            as_part(_square(), "square"),
            as_part(objects.fountains(), "fountains"),
            as_part(_akimat(), "akimat"),
            as_part(blocks.blocks(), "blocks"),
        ]
    )
    near = ring.collision()
    solids, floors = square.collision()
    block = akimat.solids(square.AKIMAT_FRONT_M, square.AKIMAT_Z_M)
    collision = Collision(
        solids=(*near.solids, *reliefs.solids(), *solids, *block, *blocks.solids()),
        floors=(*floors, *near.floors),
    )
    return Model(mesh=mesh, props=square.props(), collision=collision)


def _square() -> MeshData:
    return merge(
        [
            square.ground(),
            objects.beds(),
            objects.domes(),
            objects.pavilions(),
            objects.cascades(),
            objects.masts(),
        ]
    )


def _akimat() -> MeshData:
    return transform.move(akimat.akimat(), y=square.AKIMAT_FRONT_M, z=square.AKIMAT_Z_M)
