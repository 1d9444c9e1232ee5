"""Hotel Kazakhstan: a lens-shaped slab with stone ends, saw-tooth loggias and a golden crown."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks import (
    _hotel_canopy,
    _hotel_ends,
    _hotel_facade,
    _hotel_grounds,
    _hotel_podium,
    _hotel_top,
)
from almaty_tour.mesh.data import Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The tower, its podium with the scalloped canopy, the forecourt and its trees."""
    del spec
    top = _hotel_top
    mesh = merge(
        [
            as_part(
                merge([_hotel_facade.broad_sides(), top.parapet_row(), _hotel_ends.loggias()]),
                "balconies",
            ),
            as_part(_hotel_ends.ends(), "stone_ends"),
            as_part(merge([top.ribbon(), top.belt(), top.roof()]), "belt"),
            as_part(top.crown(), "crown"),
            as_part(_hotel_facade.terraces(), "terraces"),
            as_part(_hotel_podium.podium(), "podium"),
            as_part(_hotel_canopy.canopy(), "canopy"),
            as_part(_hotel_grounds.grounds(), "grounds"),
        ]
    )
    return Model(mesh, _hotel_grounds.props(), _hotel_grounds.collision())
