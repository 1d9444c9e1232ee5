"""Palace of the Republic in its look of 2011; the Abai monument before it is its own model.

The front looks west (-y). Measures come from the outline on the map (84 x 120 m at the
roof's edge) and from proportions in photographs: glass 66 m wide, roof edge at 20 m.
"""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks._shared import palace_square as square
from almaty_tour.landmarks._shared.height import agree
from almaty_tour.landmarks.palace_of_republic import roof, walls
from almaty_tour.mesh.data import Collision, Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The palace with its terrace, pools and square; `spec` must agree with the height."""
    agree(spec, roof.TOP_M)
    mesh = merge(
        [
            as_part(walls.walls(), "body"),
            as_part(walls.podium(), "podium"),
            as_part(walls.pylons(), "pylons"),
            as_part(roof.roof(), "roof"),
            as_part(square.ground(), "square"),
            as_part(square.pools(), "pools"),
            as_part(square.furniture(), "furniture"),
        ]
    )
    solids, floors = walls.collision()
    more, ways = square.collision()
    return Model(mesh, square.props(), Collision((*solids, *more), (*ways, *floors)))
