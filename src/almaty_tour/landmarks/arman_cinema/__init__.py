"""The Arman Cinema: a white block without windows, carved on two sides, over dark glass."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.arman_cinema import body as block
from almaty_tour.landmarks.arman_cinema import reliefs as carving
from almaty_tour.landmarks.arman_cinema import setting
from almaty_tour.mesh.data import Model, merge


def build(spec: LandmarkSpec) -> Model:
    """Block, reliefs and square; the raised hall on the roof is the highest."""
    mesh = merge([block.body(spec.height_m), carving.reliefs(), setting.setting()])
    return Model(mesh, setting.props(), setting.collision())
