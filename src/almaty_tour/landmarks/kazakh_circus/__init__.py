"""Kazakh State Circus: a folded tent with a little crown over a round house of glass and fins."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import transform
from almaty_tour.landmarks.kazakh_circus import drum as house
from almaty_tour.landmarks.kazakh_circus import entrance as door
from almaty_tour.landmarks.kazakh_circus import roof as tent
from almaty_tour.landmarks.kazakh_circus import service as rear
from almaty_tour.landmarks.kazakh_circus import setting
from almaty_tour.landmarks.kazakh_circus.plan import BAYS
from almaty_tour.mesh.data import Model, merge


def build(spec: LandmarkSpec) -> Model:
    """The circus of 1972 with its service bar and the square towards Abai avenue.

    The front looks to -y; heights count from the square. Half a bay of turn puts an arch,
    not a fin, over the entrance.
    """
    round_house = transform.turn_z(merge([house.drum(), tent.roof(spec.height_m)]), 180.0 / BAYS)
    mesh = merge(
        [
            round_house,
            house.stylobate(),
            door.entrance(),
            rear.service(),
            setting.ground(),
            setting.objects(),
        ]
    )
    return Model(mesh, setting.props(), setting.collision())
