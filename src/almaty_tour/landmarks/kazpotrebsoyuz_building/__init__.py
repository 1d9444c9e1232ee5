"""The Kazpotrebsoyuz building: cream wings round a corner tower that tapers to a spire."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.kazpotrebsoyuz_building import setting, tower, walls
from almaty_tour.mesh.data import Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The house on its corner; the front to Panfilov Street looks to -y."""
    mesh = merge(
        [
            as_part(merge([walls.fronts(), walls.rear()]), "fronts"),
            as_part(walls.roofs(), "roofs"),
            as_part(tower.tower(spec.height_m), "tower"),
            setting.ground(),
        ]
    )
    return Model(mesh, setting.props(), setting.collision())
