"""The Wedding Palace: a round house of marble and glass behind a grille of crossing rings."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.wedding_palace import drum, entrance, roof, setting
from almaty_tour.mesh.data import Model, merge


def build(spec: LandmarkSpec) -> Model:
    """The palace in its form of 1971, with the round forecourt towards the avenue."""
    mesh = merge([drum.drum(), entrance.entrance(), roof.roof(spec.height_m), setting.ground()])
    return Model(mesh, setting.props(), setting.collision())
