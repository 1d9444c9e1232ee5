"""The television tower on Kok-Tobe: a straight ribbed shaft, two pods, a banded antenna.

Levels in metres were read off five photographs against the known height of 371.5 m: foot to
33, collar to 38, galleries at 125, 159, 215 and 231, pods at 170-182 and 240-255, antenna
above. The front (-y) looks to the north-west, where the mosaic is.
"""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.kok_tobe_tower import foot, shaft
from almaty_tour.landmarks.kok_tobe_tower.pods import antenna, lower_pod, upper_pod
from almaty_tour.mesh.data import Model, as_part, merge

HEIGHT_M = 371.5


def build(spec: LandmarkSpec) -> Model:
    """The tower, the building at its foot, its terraces and trees."""
    mesh = merge(
        [
            as_part(shaft.shaft(), "shaft"),
            as_part(lower_pod(), "lower_pod"),
            as_part(upper_pod(), "upper_pod"),
            as_part(antenna(spec.height_m or HEIGHT_M), "antenna"),
            as_part(foot.building(), "foot"),
            as_part(foot.mosaic(), "mosaic"),
            as_part(foot.grounds(), "grounds"),
        ]
    )
    return Model(mesh, foot.props(), foot.collision())
