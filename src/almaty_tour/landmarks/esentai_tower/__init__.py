"""Esentai Tower: two slabs of glass, the taller one cut off by a single slope."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.esentai_tower import base, grounds, shaft, top
from almaty_tour.mesh.data import Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The tower, its canopies and wing, the court with the pool."""
    del spec
    mesh = merge(
        [
            as_part(shaft.tall_slab(), "tower"),
            as_part(shaft.low_slab(), "low_slab"),
            as_part(shaft.facet(), "facet"),
            as_part(shaft.crown(), "crown"),
            as_part(shaft.louvres(), "louvres"),
            as_part(shaft.name_on_the_slope(), "name"),
            as_part(top.roofs(), "roofs"),
            as_part(base.base(), "base"),
            as_part(merge([base.canopy(), base.office_door()]), "canopy"),
            as_part(grounds.grounds(), "grounds"),
        ]
    )
    return Model(mesh, grounds.props(), grounds.collision())
