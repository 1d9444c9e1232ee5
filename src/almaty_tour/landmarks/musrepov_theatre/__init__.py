"""The Musrepov Youth Theatre: flat piers and a drawn pediment over a garden with a fountain."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.musrepov_theatre import body as house
from almaty_tour.landmarks.musrepov_theatre import front, setting
from almaty_tour.mesh.data import Model, merge


def build(spec: LandmarkSpec) -> Model:
    """Portico, foyer, hall and stage house, which is the highest."""
    mesh = merge([front.front(), house.body(spec.height_m), setting.setting()])
    return Model(mesh, setting.props(), setting.collision())
