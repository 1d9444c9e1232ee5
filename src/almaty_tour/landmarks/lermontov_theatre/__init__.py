"""Lermontov Russian Drama Theatre: a white box of ribs and glass over a mirror pool."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.lermontov_theatre import front, rear, setting
from almaty_tour.mesh.data import Model, merge


def build(spec: LandmarkSpec) -> Model:
    """Foyer, hall and stage tower on their terrace; the tower is the highest."""
    mesh = merge([front.front(), rear.rear(spec.height_m), setting.setting()])
    return Model(mesh, setting.props(), setting.collision())
