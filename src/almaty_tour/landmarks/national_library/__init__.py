"""The National Library: a long white pavilion behind blades, round two courts."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude
from almaty_tour.landmarks.national_library import body as house
from almaty_tour.landmarks.national_library import plan as p
from almaty_tour.landmarks.national_library import setting
from almaty_tour.mesh.data import Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """House, entrance and forecourt; the lift house on the roof is the highest."""
    low = p.ROOF_M - 0.3
    lift = extrude.box(5.0, 4.0, spec.height_m - low, p.STONE, centre=(0.0, 2.0), bottom_m=low)
    mesh = merge([house.body(), as_part(lift, "roof"), setting.setting()])
    return Model(mesh, setting.props(), setting.collision())
