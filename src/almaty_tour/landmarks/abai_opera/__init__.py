"""Abai Opera and Ballet Theatre: ochre palace with six white columns and a gilded frieze."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.abai_opera import body as hall
from almaty_tour.landmarks.abai_opera import portal as front
from almaty_tour.landmarks.abai_opera import setting
from almaty_tour.mesh.data import Model, merge


def build(spec: LandmarkSpec) -> Model:
    """The theatre on its terrace, with lamps, playbill gates, pool, lawns and trees.

    The front looks to -y; heights count from the forecourt.
    """
    mesh = merge([front.portal(), hall.body(spec.height_m), setting.ground(), setting.objects()])
    return Model(mesh, setting.props(), setting.collision())
