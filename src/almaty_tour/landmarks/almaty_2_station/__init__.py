"""Almaty-2 station at the head of its avenue, and Abylai Khan on horseback before it."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.almaty_2_station import body as house
from almaty_tour.landmarks.almaty_2_station import square
from almaty_tour.mesh.data import Model, merge


def build(spec: LandmarkSpec) -> Model:
    """The house, its square, the monument and the old engine."""
    mesh = merge([house.body(spec.height_m), square.square()])
    return Model(mesh, square.props(), square.collision())
