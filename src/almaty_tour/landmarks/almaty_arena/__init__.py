"""The Almaty Arena: a leaning egg of blue glass and two lower drums, all wound in gold ribbons."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.almaty_arena import front, setting, shell
from almaty_tour.mesh.data import Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """Three halls in a row along x; the plaza lies before them (-y)."""
    mesh = merge(
        [
            as_part(shell.arena(spec.height_m), "arena"),
            as_part(shell.drums(), "drums"),
            as_part(front.name(), "name"),
            as_part(front.stair(), "stair"),
            as_part(front.canopies(), "canopies"),
            as_part(setting.ground(), "ground"),
        ]
    )
    return Model(mesh, setting.props(), setting.collision())
