"""The Musrepov Youth Theatre: flat piers and a drawn pediment over a garden with a fountain."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks import _musrepov_body as house
from almaty_tour.landmarks import _musrepov_front as front
from almaty_tour.landmarks import _musrepov_setting as setting
from almaty_tour.mesh.data import Model, merge


def build(spec: LandmarkSpec) -> Model:
    """Portico, foyer, hall and stage house, which is the highest."""
    mesh = merge([front.front(), house.body(spec.height_m), setting.setting()])
    return Model(mesh, setting.props(), setting.collision())
