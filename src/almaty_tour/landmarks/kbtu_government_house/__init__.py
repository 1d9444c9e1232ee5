"""Old Government House: a cream stone palace with ten giant faceted shafts, today KBTU."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.kbtu_government_house import portico, setting, walls
from almaty_tour.mesh.data import Model, merge


def build(_spec: LandmarkSpec) -> Model:
    """The palace round its courts, with terrace and forecourt; the front looks to -y."""
    mesh = merge([portico.front(), walls.wings(), setting.ground()])
    return Model(mesh, setting.props(), setting.collision())
