"""Hotel Almaty: a bent slab of pale blue loggias with a canopy and a mosaic at its foot."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.hotel_almaty import foot as base
from almaty_tour.landmarks.hotel_almaty import setting, slab
from almaty_tour.mesh.data import Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The house and its forecourt; the letters on the roof are the highest."""
    del spec
    mesh = merge([as_part(slab.slab(), "loggias"), base.foot(), setting.setting()])
    return Model(mesh, setting.props(), setting.collision())
