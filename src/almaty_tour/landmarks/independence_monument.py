"""Independence Monument: the Golden Warrior's column and Republic Square round it.

The front looks south (-y) to the Akimat. Everything is measured from the square's level:
shaft to 28 m, warrior to 34 m.
"""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import transform
from almaty_tour.landmarks import _independence_reliefs as reliefs
from almaty_tour.landmarks import _independence_ring as ring
from almaty_tour.landmarks._independence_column import TOP_M, column
from almaty_tour.landmarks._independence_warrior import warrior
from almaty_tour.mesh.data import Collision, Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The monument with its square; `spec` gives no measures, they are settled here."""
    group = transform.move(warrior(), z=TOP_M)
    fence = transform.move(reliefs.fences(), z=ring.FLOOR_M)
    mesh = merge(
        [
            as_part(column(ring.FOOT_M), "body"),
            as_part(group, "warrior"),
            as_part(ring.corner_figures(), "figures"),
            as_part(fence, "reliefs"),
            as_part(ring.ring(), "ring"),
        ]
    )
    near = ring.collision()
    collision = Collision(solids=(*near.solids, *reliefs.solids()), floors=near.floors)
    return Model(mesh=mesh, props=(), collision=collision)
