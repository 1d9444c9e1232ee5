"""The hotel stands as specified: height, plan, counts of its parts, closed where it should be."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.landmarks.hotel_kazakhstan import plan, top

CLOSED = ("stone_ends", "belt", "crown", "terraces")


def test_the_highest_point_is_the_tip_of_the_crown(landmark):
    assert landmark.points("crown")[:, 2].max() == pytest.approx(102.0, abs=0.1)


def test_the_tower_has_the_measured_plan(landmark):
    used = np.concatenate([landmark.piece(name).positions for name in ("balconies", "stone_ends")])
    size = np.ptp(used[:, :2], axis=0)
    assert size[0] == pytest.approx(51.0, abs=0.5)
    assert size[1] == pytest.approx(27.0, abs=0.8)
    assert np.abs(used[:, 0].mean()) < 1.0
    assert np.abs(used[:, 1].mean()) < 0.2


@pytest.mark.parametrize("name", CLOSED)
def test_solid_parts_are_closed_and_face_outwards(landmark, name):
    assert landmark.holes(name) == 0
    assert landmark.volume_m3(name) > 0.0


def test_the_crown_has_twenty_eight_spikes_evenly_spaced(landmark):
    tips = np.unique(landmark.points("crown"), axis=0)
    tips = tips[tips[:, 2] > plan.TOP_M - 0.01]
    assert len(tips) == top.PETALS == 28
    ring = top.crown_path()
    step = np.linalg.norm(ring - np.roll(ring, 1, axis=0), axis=1)
    assert step.min() > 0.9 * step.max()


def test_ten_teeth_a_side_with_blank_faces_to_the_north(landmark):
    ridges, valleys = plan.ridges(), plan.valleys(plan.TOOTH_DEPTH_M)
    assert len(ridges) == 10
    assert len(valleys) == 11
    way = ridges - valleys[:-1]
    outward_x = way[:, 1] / np.linalg.norm(way, axis=1)
    assert (outward_x < 0.0).all(), "the blank face of each tooth looks north (-x)"


def test_collision_stops_at_the_walls_and_carries_the_steps(landmark):
    tops = sorted(round(prism.top_m, 2) for prism in landmark.floors)
    assert {0.07, 0.12, 0.6} <= set(tops)
    assert max(prism.top_m for prism in landmark.solids) == pytest.approx(102.0)


def test_everything_stays_on_the_levelled_ground(landmark):
    low, high = landmark.mesh.bounds_m
    assert np.abs([low[:2], high[:2]]).max() <= 66.0
    places = landmark.props_at_m
    assert np.hypot(places[:, 0], places[:, 1]).max() <= 72.0
    assert (places[:, 2] >= 0.06).all()
