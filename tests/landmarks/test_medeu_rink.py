"""The rink: the oval, eight blocks of lamps, the facets, plates, words, and the ground it needs."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.landmarks._shared.medeu_slopes import heights_m
from almaty_tour.landmarks.medeu_rink import board, front, ice, plan, stands


def test_the_ice_lies_1691_metres_above_the_sea_and_is_level(landmark):
    origin = min(landmark.spec.pads, key=lambda pad: pad.radius_m)
    points = landmark.points("ice", material="ice")
    assert np.ptp(points[:, 2]) < 1e-4
    assert origin.level_m + points[:, 2].mean() == pytest.approx(1691.0, abs=0.3)


def test_a_lap_in_the_middle_of_the_track_is_400_metres(landmark):
    radius_m = (400.0 - 4 * plan.BEND_Y_M) / (2 * np.pi)
    assert ice.LANES_M[0] < radius_m < plan.ICE_R_M - 2.0
    assert plan.ICE_R_M - ice.LANES_M[0] == pytest.approx(plan.TRACK_M, abs=0.5)
    points = landmark.points("ice", material="ice")
    assert np.ptp(points[:, 1]) == pytest.approx(2 * (plan.BEND_Y_M + plan.ICE_R_M), abs=0.01)


def test_the_ice_looks_up(landmark):
    corners = landmark.corners("ice", material="ice")
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    assert (across[:, 2] > 0.0).all()


def test_seven_masts_and_the_pylon_carry_the_lamps(landmark):
    assert len(board.MASTS) == 7
    lamps = landmark.points("masts", material="lamp_glass")
    for spot in board.MASTS:
        mine = lamps[np.hypot(*(lamps[:, :2] - spot).T) < 6.0]
        assert len(mine) > 600
        assert 40.0 < mine[:, 2].min() < mine[:, 2].max() < 55.0
    assert len(landmark.points("pylon", material="lamp_glass")) > 300


def test_the_pylon_spells_three_words_in_red(landmark):
    letters = landmark.points("pylon", material="lettering")
    columns = landmark.clusters(letters[:, 0], 0.3)
    assert len(columns) == 3
    assert letters[:, 2].max() < board.PYLON_TOP_M
    assert letters[:, 2].min() > 25.0


def test_the_front_is_a_convex_wall_of_pyramids(landmark):
    columns, rows = front.FACETS
    corners = landmark.corners("front", material="concrete").reshape(-1, 3)
    reach = np.hypot(corners[:, 0], corners[:, 1] - plan.FRONT_Y_M)
    tips = corners[np.abs(reach - plan.WALL_R_M - front.FACET_OUT_M) < 0.01]
    assert len(np.unique(np.round(tips, 2), axis=0)) >= columns * rows


def test_twenty_five_plates_lie_on_the_roof_of_the_east_stand(landmark):
    plates = landmark.points("roofed_stand", material="roof_metal")
    plates = plates[plates[:, 2] > stands.ROOF_Z_M + 2.0]
    edges = landmark.clusters(plates[:, 1], 0.2)
    assert len(edges) == 2 * 25


def test_the_main_stand_is_the_higher_one_and_on_the_west(landmark):
    west, east = landmark.points("main_stand"), landmark.points("roofed_stand")
    assert west[:, 0].min() > 40.0
    assert east[:, 0].max() < -40.0
    assert west[:, 2].max() > east[:, 2].max() + 2.0


def test_the_bowl_stands_on_level_ground_below_the_ice(landmark):
    """The shaped ground stays under the ice everywhere and comes up to the stands' sides."""
    x, y = np.meshgrid(np.linspace(-42.0, 42.0, 15), np.linspace(-60.0, 92.0, 30))
    under = heights_m(landmark.spec, np.column_stack([x.ravel(), y.ravel()]))
    assert (under < plan.ICE_Z_M - 0.5).all()
    beside = heights_m(landmark.spec, np.array([(74.0, 0.0), (-74.0, 0.0), (0.0, 118.0)]))
    assert beside == pytest.approx(plan.GROUND_Z_M, abs=0.6)
    ahead_m = heights_m(landmark.spec, np.array([(0.0, -140.0), (-40.0, -150.0), (35.0, -150.0)]))
    assert ahead_m == pytest.approx(0.0, abs=0.3)
