"""The hall of the exhibition "Almaty - the golden cradle of Independence"."""

from __future__ import annotations

from almaty_tour.content.interiors import InteriorSpec
from almaty_tour.interiors._shared.plinths import plinths
from almaty_tour.interiors.golden_cradle_hall import map_floor, rooms, rotunda, yurt
from almaty_tour.mesh.data import Collision, Model, merge


def build(spec: InteriorSpec) -> Model:
    """A rotunda under a shanyrak, two wings, the gallery and the entry, and all plinths."""
    round_room, round_stops = rotunda.rotunda()
    others, other_stops = rooms.rooms()
    stands, stand_stops = plinths(spec)
    pieces = [round_room, yurt.yurt(), map_floor.map_floor(), others, stands]
    return Model(merge(pieces), collision=Collision((*round_stops, *other_stops, *stand_stops)))
