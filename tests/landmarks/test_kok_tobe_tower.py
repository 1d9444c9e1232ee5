"""The television tower stands as specified: levels, widths, closed solids, budget."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.mesh.data import MeshData

CLOSED = ("shaft", "lower_pod", "upper_pod", "antenna", "grounds")


def reach_m(mesh: MeshData, low_m: float, high_m: float) -> float:
    """Largest distance from the axis between two heights."""
    points = mesh.positions[(mesh.positions[:, 2] >= low_m) & (mesh.positions[:, 2] <= high_m)]
    return float(np.hypot(points[:, 0], points[:, 1]).max())


def test_the_tip_is_at_the_sourced_height(landmark):
    assert landmark.points("antenna")[:, 2].max() == pytest.approx(371.5, abs=0.1)


def test_the_height_follows_the_specification(landmark):
    taller = landmark.build(height_m=372.5)
    assert taller.mesh.bounds_m[1][2] == pytest.approx(372.5, abs=0.01)


def test_pods_contain_the_settled_levels(landmark):
    lower, upper = landmark.points("lower_pod"), landmark.points("upper_pod")
    assert lower[:, 2].min() < 175.0
    assert lower[:, 2].max() > 182.0
    assert upper[:, 2].min() < 245.0
    assert upper[:, 2].max() > 252.0
    assert np.hypot(lower[:, 0], lower[:, 1]).max() == pytest.approx(13.8, abs=0.3)
    assert np.hypot(upper[:, 0], upper[:, 1]).max() == pytest.approx(11.0, abs=0.3)


def test_the_shaft_is_straight_and_the_foot_wider_only_below_the_collar(landmark):
    assert reach_m(landmark.mesh, 15.0, 31.0) == pytest.approx(18.5 / 2, abs=0.2)
    assert reach_m(landmark.mesh, 55.0, 118.0) == pytest.approx(7.0, abs=0.4)
    assert reach_m(landmark.mesh, 137.0, 155.0) == pytest.approx(6.8, abs=0.3)
    assert reach_m(landmark.mesh, 30.0, 39.0) > 10.0, "the dark collar stands out at about 30 m"


def test_the_antenna_begins_above_the_upper_pod(landmark):
    red = landmark.points("antenna")
    assert red[:, 2].min() > 254.0
    assert np.hypot(red[:, 0], red[:, 1]).max() < 4.5


@pytest.mark.parametrize("name", CLOSED)
def test_solid_parts_are_closed_and_face_outwards(landmark, name):
    assert landmark.holes(name) == 0
    assert landmark.volume_m3(name) > 0.0


def test_the_mosaic_is_twenty_by_eight_metres_on_the_front(landmark):
    tiles = landmark.points("mosaic", material="marble")
    size = np.ptp(tiles, axis=0)
    assert size[0] == pytest.approx(20.0, abs=0.05)
    assert size[2] == pytest.approx(8.0, abs=0.05)
    assert tiles[:, 1].max() < -20.0, "it looks to -y"


def test_everything_stands_on_the_flat_pad(landmark):
    low, high = landmark.mesh.bounds_m
    assert np.abs([low[:2], high[:2]]).max() <= 42.0
    assert np.hypot(*landmark.props_at_m[:, :2].T).max() <= 42.0
