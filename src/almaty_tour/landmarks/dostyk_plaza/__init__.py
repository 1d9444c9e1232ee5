"""Dostyk Plaza: a tilted glass drum in an open court, a glass lantern and a leaf-printed wing."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.dostyk_plaza import body, court
from almaty_tour.mesh.data import Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The bodies round the court and the court itself."""
    del spec
    mesh = merge(
        [
            as_part(body.drum(), "drum"),
            as_part(body.lantern(), "lantern"),
            as_part(body.wedge(), "wedge"),
            as_part(body.boxes(), "boxes"),
            as_part(merge([court.court(), court.cafe()]), "court"),
        ]
    )
    return Model(mesh, court.props(), court.collision())
