"""Independence Monument: the Golden Warrior's column on its round floor.

The front looks south (-y) to the Akimat. Everything is measured from the square's level:
shaft to 28 m, warrior to 34 m.
"""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import transform
from almaty_tour.landmarks._shared.height import agree
from almaty_tour.landmarks.independence_monument import border, column, reliefs, ring, warrior
from almaty_tour.mesh.data import Collision, Model, as_part, merge

HEIGHT_M = 34.0


def build(spec: LandmarkSpec) -> Model:
    """The monument alone; its measures are settled here, `spec` must agree."""
    agree(spec, HEIGHT_M)
    mesh = merge(
        [
            as_part(column.column(ring.FOOT_M), "body"),
            as_part(transform.move(warrior.warrior(), z=column.TOP_M), "warrior"),
            as_part(ring.corner_figures(), "figures"),
            as_part(transform.move(reliefs.fences(), z=ring.FLOOR_M), "reliefs"),
            as_part(ring.ring(), "ring"),
            as_part(border.border(), "border"),
        ]
    )
    near = ring.collision()
    solids = (*near.solids, *reliefs.solids(), *border.solids())
    return Model(
        mesh=mesh, props=border.props(), collision=Collision(solids=solids, floors=near.floors)
    )
