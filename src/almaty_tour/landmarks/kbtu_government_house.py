"""Old Government House: a cream stone palace with ten giant faceted shafts, today KBTU."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks import _kbtu_portico as portico
from almaty_tour.landmarks import _kbtu_setting as setting
from almaty_tour.landmarks import _kbtu_walls as walls
from almaty_tour.mesh.data import Model, merge


def build(_spec: LandmarkSpec) -> Model:
    """The palace round its courts, with terrace and forecourt; the front looks to -y."""
    mesh = merge([portico.front(), walls.wings(), setting.ground()])
    return Model(mesh, setting.props(), setting.collision())
