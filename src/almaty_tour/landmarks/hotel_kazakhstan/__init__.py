"""Hotel Kazakhstan: a lens-shaped slab with stone ends, saw-tooth loggias and a golden crown."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.hotel_kazakhstan import canopy, ends, facade, grounds, podium, top
from almaty_tour.mesh.data import Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The tower, its podium with the scalloped canopy, the forecourt and its trees."""
    del spec
    mesh = merge(
        [
            as_part(
                merge([facade.broad_sides(), top.parapet_row(), ends.loggias()]),
                "balconies",
            ),
            as_part(ends.ends(), "stone_ends"),
            as_part(merge([top.ribbon(), top.belt(), top.roof()]), "belt"),
            as_part(top.crown(), "crown"),
            as_part(facade.terraces(), "terraces"),
            as_part(podium.podium(), "podium"),
            as_part(canopy.canopy(), "canopy"),
            as_part(grounds.grounds(), "grounds"),
        ]
    )
    return Model(mesh, grounds.props(), grounds.collision())
