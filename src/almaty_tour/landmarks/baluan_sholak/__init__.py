"""The Baluan Sholak Palace: a blind hall over a spreading base, its north front one loggia."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.baluan_sholak import body, setting
from almaty_tour.mesh.data import Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """Hall, base and forecourt; the loggia looks to -y, to the avenue."""
    mesh = merge(
        [
            as_part(body.loggia(), "loggia"),
            as_part(body.hall(), "hall"),
            as_part(body.roof(spec.height_m), "roof"),
            as_part(body.base(), "base"),
            as_part(setting.approach(), "stair"),
            as_part(setting.ground(), "ground"),
        ]
    )
    return Model(mesh, setting.props(), setting.collision())
