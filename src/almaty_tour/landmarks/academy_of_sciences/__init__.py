"""National Academy of Sciences: an ochre portal with a pointed niche and twelve pavilions."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.academy_of_sciences import portal as front
from almaty_tour.landmarks.academy_of_sciences import ranges, setting
from almaty_tour.mesh.data import Model, merge


def build(_spec: LandmarkSpec) -> Model:
    """The palace round its garden courts with steps and forecourt; the front looks to -y."""
    mesh = merge([front.portal(), ranges.ranges(), setting.ground()])
    return Model(mesh, setting.props(), setting.collision())
