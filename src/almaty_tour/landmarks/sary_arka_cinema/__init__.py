"""The Sary-Arka Cinema: a blind box with a relief front over a floor of glass and a wide stair."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.sary_arka_cinema import body, setting
from almaty_tour.mesh.data import Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The front looks to -y; the outline is the map's."""
    mesh = merge(
        [
            as_part(body.front(), "front"),
            as_part(body.box(), "box"),
            as_part(body.foyer(), "foyer"),
            as_part(body.roof(spec.height_m), "roof"),
            as_part(setting.ground(), "ground"),
        ]
    )
    return Model(mesh, setting.props(), setting.collision())
