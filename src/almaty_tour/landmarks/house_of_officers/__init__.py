"""House of Officers: an open gate under a copper relief between two slit-windowed stone wings."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import lathe, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.house_of_officers import gate as front
from almaty_tour.landmarks.house_of_officers import plan, setting, wings
from almaty_tour.landmarks.house_of_officers import relief as copper
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

RELIEF_Z_M = 19.75


def build(spec: LandmarkSpec) -> Model:
    """The gate in the middle, the straight north wing, the south wing that swings forward."""
    relief = transform.move(copper.emblem(), y=-front.BLOCK_Y_M, z=RELIEF_Z_M)
    mesh = merge(
        [wings.wings(), front.gate(), relief, as_part(_flagpole(spec.height_m), "flag"),
         setting.ground()]
    )  # fmt: skip
    return Model(mesh, setting.props(), setting.collision())


def _flagpole(top_m: float) -> MeshData:
    """The pole behind the relief with the sky-blue flag."""
    foot = plan.GATE_TOP_M - 0.5
    pole = lathe.cylinder(0.09, top_m - 0.16 - foot, Paint("steel"), bottom_m=foot, sides=8)
    knob = lathe.sphere(0.16, Paint("gold"), sides=10, centre_m=top_m - 0.16)
    cloth = setting.flag_cloth(2.6, 1.3)
    return transform.move(
        merge([pole, knob, transform.move(cloth, 0.1, 0.0, top_m - 1.9)]), y=-front.BLOCK_Y_M + 0.6
    )
