"""St Nicholas Cathedral: a turquoise timber church with a tented belfry and five gilded onions."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.st_nicholas_cathedral import body, setting, towers
from almaty_tour.mesh.data import Model, merge


def build(spec: LandmarkSpec) -> Model:
    """The church on its stone foot; its doors and the belfry look west (-y)."""
    mesh = merge([body.body(), towers.towers(spec.height_m), setting.porch(), setting.ground()])
    return Model(mesh, setting.props(), setting.collision())
