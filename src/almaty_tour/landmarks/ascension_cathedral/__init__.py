"""The Ascension (Zenkov) Cathedral in Panfilov Park, with its square and trees.

The front of the model is the west front with the belfry. The outline is 56.4 m long with
the steps and 35.3 m wide with the side steps; the great dome stands 9.5 m behind its middle.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import transform
from almaty_tour.landmarks.ascension_cathedral import belfry, body, domes, setting, west
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

BELFRY_Y = body.CENTRE_Y - 19.6
CORNER = 9.25


def build(spec: LandmarkSpec) -> Model:
    """The cathedral at true size; the belfry cross ends 44.2 m above the ground."""
    del spec  # its measures are settled by the parts
    pieces = [
        as_part(merge([body.body(), west.upper_front()]), "body"),
        as_part(west.porch(), "porch"),
        as_part(_domes(), "domes"),
        as_part(transform.move(domes.main_dome(), y=body.CENTRE_Y), "main_dome"),
        as_part(transform.move(belfry.belfry(), y=BELFRY_Y), "belfry"),
        as_part(setting.steps(), "steps"),
        as_part(setting.ground(), "ground"),
    ]
    return Model(merge(pieces), setting.props(), setting.collision(BELFRY_Y))


def _domes() -> MeshData:
    places = np.array(
        [(sx * CORNER, body.CENTRE_Y + sy * CORNER) for sx in (-1, 1) for sy in (-1, 1)]
    )
    return transform.at(domes.small_dome(), places)
