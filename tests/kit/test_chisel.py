"""Chiselling keeps the shape and turns no normal back."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import chisel, statue
from almaty_tour.kit.paint import BRONZE, GOLD
from almaty_tour.mesh import check

CAST = statue.standing(1.8, BRONZE, triangles=2000)
CUT = chisel.chiselled(CAST, GOLD)


def test_every_normal_lies_on_the_outer_side():
    corner = CUT.positions[CUT.faces].astype(np.float64)
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    side = np.einsum("mi,mki->mk", across, CUT.normals[CUT.faces].astype(np.float64))
    assert (side > 0.0).all()


def test_shape_and_closedness_stay():
    assert np.isclose(check.volume_m3(CUT), check.volume_m3(CAST), rtol=1e-4)
    assert np.allclose(CUT.bounds_m, CAST.bounds_m)


def test_the_paint_is_the_one_asked_for():
    assert CUT.materials == ("gold",)
