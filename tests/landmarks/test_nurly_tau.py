"""Nurly Tau: twin groups, two true pyramids, gables that climb from the avenue to the towers."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.landmarks.nurly_tau import plan


def test_two_pyramids_as_far_apart_as_photographs_show(landmark):
    tips = np.unique(landmark.points("pyramids").round(2), axis=0)
    tips = tips[tips[:, 2] > plan.TIP_M - 0.01]
    assert len(tips) == 2
    assert np.ptp(tips[:, 0]) == pytest.approx(144.0, abs=8.0)
    assert np.ptp(tips[:, 1]) < 0.1


def test_a_pyramid_is_a_fifth_of_its_tower_and_steep(landmark):
    rise = plan.APEX_M - plan.SHAFT_TOP_M
    assert 0.18 < rise / plan.APEX_M < 0.24
    slope = np.degrees(np.arctan2(rise, plan.SHAFT_M / 2))
    assert slope == pytest.approx(65.0, abs=3.0)
    glass = landmark.points("pyramids", material="sky_glass")
    assert glass[:, 2].min() > plan.SHAFT_TOP_M


def test_both_groups_are_mirror_images(landmark):
    for name in ("fronts", "terraces", "middle_towers", "high_towers", "bases"):
        points = landmark.points(name)
        right, left = points[points[:, 0] > 0], points[points[:, 0] < 0]
        assert len(right) == len(left)
        assert right.mean(axis=0) == pytest.approx(left.mean(axis=0) * [-1, 1, 1], abs=1e-3)


def test_the_roofs_climb_away_from_the_avenue(landmark):
    ridges = [wing.eaves_m + wing.rise_m for wing in plan.NECK]
    assert (np.diff(ridges) > 3.5).all()
    assert (np.diff([wing.start[1] for wing in plan.NECK]) > 0.0).all()
    tops = [
        landmark.points(name)[:, 2].max()
        for name in ("fronts", "terraces", "middle_towers", "high_towers", "pyramids")
    ]
    assert (np.diff(tops) > 5.0).all()


def test_middle_towers_are_six_to_seven_tenths_of_the_high_ones(landmark):
    middle = landmark.points("middle_towers")[:, 2].max()
    assert 0.58 < middle / plan.APEX_M < 0.72


def test_the_fronts_have_three_arms_each_with_a_glazed_gable_and_a_bay(landmark):
    assert len(plan.FRONT) == 3
    bays = landmark.corners("bays", material="sky_glass").reshape(-1, 3)
    for wing in plan.FRONT:
        assert wing.rise_m > 4.0
        gap = np.linalg.norm(bays[:, :2] - np.array(wing.end), axis=1)
        assert gap.min() < 4.0


def test_the_two_lower_storeys_are_granite_and_dark_glass(landmark):
    stone = landmark.points("bases", material="granite")[:, 2]
    assert stone.min() == pytest.approx(-1.5, abs=0.01)
    assert stone.max() == pytest.approx(plan.BASE_M, abs=0.01)
    mirror = landmark.corners("fronts", "terraces", "high_towers", material="sky_glass")
    assert mirror[..., 2].min() > plan.BASE_M - 0.01


def test_panes_do_not_all_lean_the_same_way(landmark):
    faces = landmark.faces("high_towers", material="sky_glass")
    normals = landmark.mesh.normals[landmark.mesh.faces[faces][:, 0]]
    assert 0.1 < np.degrees(np.arcsin(np.abs(normals[:, 2]))).mean() < 1.0
