"""A bent wall lies on its cylinder, keeps its length and looks outwards."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.kit.bend import bent, demo
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import wall
from almaty_tour.mesh import check

PAINT = Paint("plaster")


@pytest.mark.parametrize("radius_m", [3.0, 17.0])
def test_the_front_lies_on_the_cylinder_and_looks_outwards(radius_m: float) -> None:
    face = bent(wall(4.0, 2.0, PAINT), radius_m, edge_m=0.4)
    plan = face.positions[:, :2].astype(np.float64)
    assert np.linalg.norm(plan, axis=1) == pytest.approx(radius_m, abs=1e-5)
    outward = plan / radius_m
    assert (face.normals[:, :2] * outward).sum(axis=1) == pytest.approx(1.0, abs=1e-5)


def test_a_length_becomes_the_same_arc() -> None:
    face = bent(wall(5.0, 1.0, PAINT), 5.0, edge_m=0.2)
    angle = np.arctan2(face.positions[:, 1], face.positions[:, 0])
    assert np.degrees(np.ptp(angle)) == pytest.approx(np.degrees(1.0), abs=1e-3)
    assert angle.min() == pytest.approx(-np.pi / 2, abs=1e-5)


def test_what_stands_out_of_the_wall_stands_out_of_the_cylinder() -> None:
    bar = bent(block((0.0, -0.5, 0.0), (2.0, 0.0, 1.0), PAINT), 8.0, edge_m=0.5)
    assert np.linalg.norm(bar.positions[:, :2], axis=1).max() == pytest.approx(8.5, abs=1e-5)
    assert check.volume_m3(bar) > 0.0


def test_the_demo_has_no_face_against_its_normals() -> None:
    assert not check.backward(demo()).any()
