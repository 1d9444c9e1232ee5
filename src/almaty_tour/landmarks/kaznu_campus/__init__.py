"""The campus of the Kazakh National University: slab tower, paired blocks, fountain alley, arch."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.kaznu_campus import arch, blocks, setting, tower
from almaty_tour.mesh.data import Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The axis runs along y: the arch in the north (-y), the rectorate at its head."""
    mesh = merge(
        [
            as_part(tower.tower(spec.height_m), "rectorate"),
            as_part(tower.podium(), "podium"),
            as_part(blocks.faculties(), "faculties"),
            as_part(blocks.library(), "library"),
            as_part(arch.arch(), "arch"),
            as_part(arch.farabi(), "farabi"),
            as_part(setting.fountains(), "fountains"),
            as_part(setting.ground(), "ground"),
        ]
    )
    return Model(mesh, setting.props(), setting.collision())
