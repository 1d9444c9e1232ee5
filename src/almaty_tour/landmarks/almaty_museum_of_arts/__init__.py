"""Almaty Museum of Arts: two hooked bodies, limestone and aluminium, and a tall white head."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.almaty_museum_of_arts import body as house
from almaty_tour.landmarks.almaty_museum_of_arts import setting
from almaty_tour.mesh.data import Model, merge


def build(spec: LandmarkSpec) -> Model:
    """The museum on its terrace; the silver body is the highest."""
    mesh = merge([house.body(spec.height_m), setting.setting()])
    return Model(mesh, setting.props(), setting.collision())
