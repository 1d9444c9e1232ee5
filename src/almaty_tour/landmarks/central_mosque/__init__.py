"""The Almaty Central Mosque with its terrace and forecourt.

The front of the model is the east portal. The block stands on the street grid; the great
gold dome covers its west quarter, a smaller one the apse behind it; the minaret stands
apart at the south-east corner.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import transform
from almaty_tour.landmarks.central_mosque import body, domes, portal, setting, towers
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

DOME_Y = 13.3
APSE_Y = 26.0
SHELLS_Y = -8.0
MINARET = (-25.4, -31.0)


def build(spec: LandmarkSpec) -> Model:
    """The mosque at true size; the finial of the minaret ends 47 m above the ground."""
    del spec  # its measures are settled by the parts
    shift = setting.SHIFT_Y
    pieces = [
        as_part(body.block(), "body"),
        as_part(portal.portal(), "portal"),
        as_part(transform.move(domes.main_dome(), y=DOME_Y), "main_dome"),
        as_part(transform.move(domes.apse_dome(), y=APSE_Y), "apse_dome"),
        as_part(transform.move(domes.shells(20.4, 5.4, 4), 0.0, SHELLS_Y, body.ROOF), "shells"),
        as_part(_turrets(), "turrets"),
        as_part(_minaret(), "minaret"),
        as_part(setting.terrace(), "terrace"),
        as_part(setting.ground(), "ground"),
    ]
    whole = transform.move(merge(pieces), y=shift)
    return Model(whole, setting.props(), setting.collision(MINARET, DOME_Y))


def _turrets() -> MeshData:
    x, y = body.TURRET_X, body.TURRET_Y
    return transform.at(towers.turret(), np.array([(x, y), (-x, y), (-x, -y), (x, -y)]))


def _minaret() -> MeshData:
    """The minaret and the gallery that joins it to the south-east turret."""
    wing = body.gallery((-body.TURRET_X - 0.8, -body.TURRET_Y - 0.7), MINARET)
    return merge([wing, transform.move(towers.minaret(), *MINARET)])
