"""The Central Stadium: an oval bowl of four stands round the field, four leaning masts."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.central_stadium import bowl, field, outer, west
from almaty_tour.mesh.data import Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """Field, stands, masts and the gate; the long axis lies along y, the gate looks to -y."""
    mesh = merge(
        [
            as_part(field.pitch(), "pitch"),
            as_part(field.track(), "track"),
            as_part(bowl.stands(), "stands"),
            as_part(west.stand(), "west_stand"),
            as_part(field.masts(spec.height_m), "masts"),
            as_part(field.scoreboard(), "scoreboard"),
            as_part(outer.arcades(), "arcades"),
            as_part(outer.gate(), "gate"),
            as_part(outer.ground(), "ground"),
        ]
    )
    return Model(mesh, outer.props(), outer.collision())
