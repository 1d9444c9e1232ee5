"""The museum stands as specified: heights, plan, towers, piers, closed solids."""

from __future__ import annotations

import numpy as np
import pytest

CLOSED = ("towers", "main_dome")


def test_heights_follow_the_specification(landmark):
    assert landmark.corners("main_dome")[..., 2].max() == pytest.approx(32.0, abs=0.1)
    assert landmark.corners("towers")[..., 2].max() == pytest.approx(24.2, abs=0.1)
    assert landmark.corners("portal_block")[..., 2].max() == pytest.approx(19.5, abs=0.1)


def test_the_towers_stand_on_the_measured_outline(landmark):
    points = landmark.points("towers")
    shaft = points[np.abs(points[:, 2] - 3.0) < 0.2]
    assert np.ptp(shaft[:, 0]) == pytest.approx(111.7, abs=0.6)
    assert np.ptp(shaft[:, 1]) == pytest.approx(39.8, abs=0.6)


def test_eight_octagonal_towers_stand_in_two_rows_of_four(landmark):
    points = landmark.points("towers")
    for row in (points[points[:, 1] < 0], points[points[:, 1] > 0]):
        assert len(landmark.clusters(row[:, 0], 4.0)) == 4
    one = points[(points[:, 0] > 40) & (points[:, 1] < 0) & (np.abs(points[:, 2] - 2.9) < 0.01)]
    plan = np.unique(np.rint(one[:, :2] * 100), axis=0)
    radius = np.linalg.norm(plan / 100 - (plan.min(axis=0) + plan.max(axis=0)) / 200, axis=1)
    assert len(np.unique(np.rint(plan[radius > 4.2]), axis=0)) >= 8


def test_five_bracket_piers_stand_on_each_front_wing(landmark):
    level = 8.0
    cut = landmark.corners("body")
    cut = cut[(cut[..., 2].min(axis=1) < level) & (cut[..., 2].max(axis=1) > level)]
    ridges = cut.reshape(-1, 3)
    ridges = ridges[(ridges[:, 1] < -16.65) & (ridges[:, 1] > -17.2)]
    for side in (-1.0, 1.0):
        wing = ridges[ridges[:, 0] * side > 20.0]
        piers = landmark.clusters(wing[:, 0], 2.0)
        assert len(piers) == 5
        middles = np.array([(x[0] + x[-1]) / 2 for x in piers])
        assert np.diff(middles) == pytest.approx(np.full(4, 5.35), abs=0.05)


@pytest.mark.parametrize("name", CLOSED)
def test_solid_parts_are_closed_and_face_outwards(landmark, name):
    assert landmark.holes(name) == 0
    assert landmark.volume_m3(name) > 0.0


def test_steps_can_be_climbed_to_the_portal(landmark):
    before_door = [
        floor.top_m
        for floor in landmark.floors
        if floor.outline[:, 0].min() < 0.0 < floor.outline[:, 0].max()
    ]
    tops = sorted(set(before_door))
    assert tops[-1] == pytest.approx(2.4)
    assert max(np.diff([0.0, *tops])) < 0.2
