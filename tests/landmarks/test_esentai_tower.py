"""Esentai Tower: two slabs on the measured plan, one slope, five dark slots, a pale facet."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.landmarks.esentai_tower import plan, shaft


def test_the_plan_is_the_one_on_the_map(landmark):
    used = np.concatenate([landmark.points(name) for name in ("tower", "low_slab")])[:, :2]
    assert np.ptp(used, axis=0) == pytest.approx([54.6, 26.6], abs=0.8)
    assert np.abs(used.min(axis=0) + used.max(axis=0)).max() < 1.0


def test_the_roof_is_one_straight_slope_up_to_the_right(landmark):
    points = np.unique(landmark.points("crown", material="sky_glass").round(3), axis=0)
    columns = np.round(points[:, 0], 1)
    x = np.unique(columns[np.abs(points[:, 1] - plan.SHARED_Y_M) < 0.01])
    top = np.array([points[columns == value, 2].max() for value in x])
    line = np.polyfit(x, top, 1)
    assert np.abs(np.polyval(line, x) - top).max() < 0.05
    assert top[-1] - top[0] == pytest.approx(17.5, abs=0.6)
    assert 0.09 < (top[-1] - top[0]) / top[-1] < 0.13


def test_the_low_slab_ends_at_about_four_fifths_of_the_tower(landmark):
    top = landmark.points("low_slab")[:, 2].max()
    assert 0.74 < top / landmark.spec.height_m < 0.81


def test_five_slots_under_the_low_corner(landmark):
    left, right, low, high = shaft.FIELD_M
    bands = landmark.points("louvres", material="sky_glass")[:, 2]
    assert len(landmark.clusters(bands, 1.2)) == shaft.SLOTS - 1
    assert right < 0.0
    assert high < float(plan.roof_m(np.array(left)))
    assert low > plan.LOW_TOP_M


def test_the_louvre_belt_lies_between_half_and_three_fifths_of_the_height(landmark):
    height = landmark.spec.height_m
    assert 0.5 < plan.BELT_M / height < plan.HOTEL_M / height < 0.6
    metal = landmark.corners("tower", material="painted_metal").mean(axis=1)[:, 2]
    inside = ((metal > plan.BELT_M) & (metal < plan.HOTEL_M)).sum() / (plan.HOTEL_M - plan.BELT_M)
    below = ((metal > 40.0) & (metal < 70.0)).sum() / 30.0
    assert inside > 2.0 * below


def test_one_pale_facet_from_the_ground_to_the_roof_of_the_low_slab(landmark):
    points = landmark.points("facet")
    assert points[:, 2].min() == pytest.approx(-1.5)
    assert points[:, 2].max() > plan.LOW_TOP_M - 0.01
    width = np.linalg.norm(np.ptp(points[:, :2], axis=0))
    assert 2.0 < width < 5.0


def test_hotel_rooms_are_a_random_pattern_of_pale_and_dark_panes(landmark):
    faces = landmark.faces("tower", "low_slab", material="sky_glass")
    first = landmark.mesh.faces[faces][:, 0]
    z = landmark.mesh.positions[first, 2]
    light = landmark.mesh.tint[first, 0].astype(float)
    rooms = light[(z > plan.HOTEL_M) & (z < plan.LOW_TOP_M)]
    offices = light[(z > plan.LOBBY_M) & (z < plan.BELT_M)]
    assert rooms.std() > 1.15 * offices.std()


def test_everything_stays_on_the_levelled_ground(landmark):
    pad = landmark.spec.pads[0]
    low, high = landmark.mesh.bounds_m
    corners = np.array([(x, y) for x in (low[0], high[0]) for y in (low[1], high[1])])
    assert np.linalg.norm(corners - pad.at_m, axis=1).max() < pad.radius_m + pad.blend_m / 2
