"""What photographs of the Ykhlas museum settle: tower, lookout, porch, gables, one colour."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.landmarks.ykhlas_museum import plan


def test_the_house_is_as_long_as_on_the_map(landmark):
    """43.3 m, and the same to both sides of the tower."""
    walls = landmark.points("walls")
    assert np.ptp(walls[:, 0]) == pytest.approx(43.3, abs=0.5)
    assert walls[:, 0].max() == pytest.approx(-walls[:, 0].min(), abs=0.01)


def test_four_tiny_windows_on_every_side_of_the_tower(landmark):
    glass = landmark.points("tower", material="window")
    for axis in (0, 1):
        for end in (glass[:, axis].min(), glass[:, axis].max()):
            side = glass[np.abs(glass[:, axis] - end) < 0.05]
            assert len(landmark.clusters(side[:, 1 - axis], 0.8)) == 4
    assert np.ptp(glass[:, 2]) < 0.9


def test_the_lookout_is_open_on_all_sides(landmark):
    """Over the balusters nothing stands between the posts, nor inside."""
    points = landmark.points("lookout") - [0.0, plan.TOWER_Y_M, 0.0]
    storey = points[(points[:, 2] > 15.45) & (points[:, 2] < 15.75)]
    corners = landmark.corners("lookout") - [0.0, plan.TOWER_Y_M, 0.0]
    low, high = corners.min(axis=1), corners.max(axis=1)
    hole = np.array([[-1.4, -1.4, 15.5], [1.4, 1.4, 15.7]])
    assert not ((high > hole[0]) & (low < hole[1])).all(axis=1).any()
    assert len(storey) > 0
    assert np.abs(storey[:, :2]).max() < 2.1


def test_eight_posts_carry_the_upper_tent(landmark):
    corners = landmark.corners("lookout") - [0.0, plan.TOWER_Y_M, 0.0]
    low, high = corners[..., 2].min(axis=1), corners[..., 2].max(axis=1)
    middle = corners[(low < 15.0) & (high > 16.3) & (np.ptp(corners[..., 2], axis=1) < 2.2)]
    feet = np.unique(np.round(middle.mean(axis=1)[:, :2] / 1.78).astype(int), axis=0)
    assert sorted(map(tuple, feet.tolist())) == sorted(
        (x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y
    )


def test_a_steep_gable_with_a_needle_before_each_pavilion(landmark):
    points = landmark.points("gables")
    for side in (-1.0, 1.0):
        mine = points[points[:, 0] * side > 0.0]
        wall = mine[mine[:, 2] < plan.EAVES_M + plan.GABLE_RISE_M + 0.01]
        half = np.ptp(wall[:, 0]) / 2
        assert np.degrees(np.arctan2(plan.GABLE_RISE_M, plan.GABLE_HALF_M * 0.82)) > 45.0
        assert half < 4.6
        tip = mine[mine[:, 2].argmax()]
        assert tip[0] == pytest.approx(side * plan.GABLE_X_M, abs=0.05)
        assert tip[2] > plan.EAVES_M + plan.GABLE_RISE_M + 3.0


def test_the_porch_stands_five_metres_before_the_tower_on_two_posts(landmark):
    points = landmark.points("porch")
    assert plan.FRONT_M - points[:, 1].min() > 5.0
    shafts = points[(points[:, 2] > 2.0) & (points[:, 2] < 2.9) & (points[:, 1] < -12.0)]
    posts = landmark.clusters(shafts[:, 0], 1.5)
    assert [round(float(np.median(post)), 1) for post in posts] == pytest.approx(
        [-2.5, 2.5], abs=0.4
    )


def test_its_height_is_about_four_eaves(landmark):
    """Photographs: 4.2 times the eaves of the wings, give or take a tenth."""
    ratio = landmark.mesh.bounds_m[1][2] / plan.EAVES_M
    assert 3.8 < ratio < 4.6


def test_it_is_a_house_of_timber(landmark):
    """Walls, lace and frames all of one wood: no plaster, no pale trim."""
    wood = landmark.faces("walls", "gables", "tower", material="wood").sum()
    glass = landmark.faces("walls", "gables", "tower", material="window").sum()
    assert wood + glass == landmark.faces("walls", "gables", "tower").sum()
