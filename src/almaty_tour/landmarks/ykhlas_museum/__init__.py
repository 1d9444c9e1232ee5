"""Ykhlas Museum of Folk Musical Instruments: Zenkov's carved timber house with its tower."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.ykhlas_museum import porch, roofs, setting, walls
from almaty_tour.mesh.data import Model, merge


def build(spec: LandmarkSpec) -> Model:
    """Low wings between two gabled pavilions, the tower in the middle, the porch before it."""
    mesh = merge(
        [
            walls.house(),
            roofs.roofs(spec.height_m),
            porch.porch(),
            setting.kobyz(),
            setting.ground(),
        ]
    )
    return Model(mesh, setting.props(), setting.collision())
