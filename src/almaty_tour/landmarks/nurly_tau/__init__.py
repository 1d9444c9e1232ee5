"""Nurly Tau: two stepped ridges of mirror glass with pyramids, on both sides of a walk."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit.transform import mirror_x
from almaty_tour.landmarks.nurly_tau import doors, grounds, peak, plan, wings
from almaty_tour.mesh.data import MeshData, Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """Both groups of towers and the esplanade between them."""
    del spec
    mesh = merge(
        [
            as_part(_both(wings.wings(plan.FRONT)), "fronts"),
            as_part(_both(wings.wings(plan.NECK)), "terraces"),
            as_part(_both(wings.wings(plan.MIDDLE)), "middle_towers"),
            as_part(_both(merge([wings.wings(plan.HIGH), peak.shaft()])), "high_towers"),
            as_part(_both(peak.pyramid()), "pyramids"),
            as_part(_both(wings.bays()), "bays"),
            as_part(_both(wings.bases(plan.WINGS)), "bases"),
            as_part(_both(doors.halls()), "halls"),
            as_part(peak.name(), "name"),
            as_part(grounds.grounds(), "esplanade"),
        ]
    )
    return Model(mesh, grounds.props(), grounds.collision())


def _both(right: MeshData) -> MeshData:
    """The right-hand group and its mirror image."""
    return merge([right, mirror_x(right)])
