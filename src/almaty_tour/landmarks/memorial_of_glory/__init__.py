"""Memorial of Glory: soldiers burst from the map of the Soviet Union; an eternal flame before it.

The front looks east (-y) to the House of Officers; the cathedral stands behind.
"""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import transform
from almaty_tour.landmarks._shared.height import agree
from almaty_tour.landmarks.memorial_of_glory import setting, soldier, wings
from almaty_tour.landmarks.memorial_of_glory.mass import group
from almaty_tour.mesh.data import MeshData, Model, as_part, merge, transformed


def build(spec: LandmarkSpec) -> Model:
    """The memorial with its square; its measures are settled here, `spec` must agree."""
    agree(spec, setting.MERLON_TOP_M)
    mesh = merge(
        [
            as_part(merge([setting.ground(), setting.furniture()]), "body"),
            as_part(setting.base(), "base"),
            as_part(_raised(merge([group(), soldier.soldier()])), "feat"),
            as_part(setting.merlons(), "merlons"),
            as_part(setting.flame(), "flame"),
            as_part(_beside(wings.wall("1941–1945"), wings.trumpeters(), 1.0), "trumpeters"),
            as_part(_beside(wings.wall("1917–1920"), wings.oath(), -1.0), "oath"),
            as_part(_cubes(), "cubes"),
        ]
    )
    return Model(mesh=mesh, props=setting.props(), collision=setting.collision())


def _raised(data: MeshData) -> MeshData:
    return transform.move(data, z=setting.BASE_TOP_M)


def _beside(wall: MeshData, cast: MeshData, side: float) -> MeshData:
    return transformed(merge([wall, cast]), setting.wall_matrix(side))


def _cubes() -> MeshData:
    return merge(
        [transformed(setting.cubes(side), setting.wall_matrix(side)) for side in (1.0, -1.0)]
    )
