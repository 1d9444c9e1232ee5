"""The square lies round the monument without doubling it; towers, wings and domes stand."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.bake.plan import spec_path
from almaty_tour.content.load import load_landmark
from almaty_tour.geo.frame import to_local, yaw_of_bearing_rad
from almaty_tour.landmarks.republic_square.frame import MONUMENT_M
from almaty_tour.landmarks.republic_square.square import AKIMAT_Z_M


def seen_from_the_monument(points):
    return points - np.array([*MONUMENT_M, 0.0])


def test_the_shift_leads_to_the_monument(landmark):
    """The square's frame moved by `MONUMENT_M` is the monument's, to a centimetre."""
    monument = load_landmark(spec_path("independence_monument"))
    here, there = (
        np.array([float(v) for v in to_local(s.latitude_deg, s.longitude_deg)])
        for s in (landmark.spec, monument)
    )
    yaw = yaw_of_bearing_rad(landmark.spec.bearing_deg)
    turn = np.array([[np.cos(yaw), -np.sin(yaw)], [np.sin(yaw), np.cos(yaw)]])
    assert there - here == pytest.approx(turn @ np.array(MONUMENT_M), abs=0.01)
    assert landmark.spec.bearing_deg == monument.bearing_deg
    assert landmark.spec.pads[0].at_m == pytest.approx(MONUMENT_M)
    assert set(landmark.spec.members) == {"independence_monument", "almaty_akimat"}


def test_the_round_floor_of_the_monument_stays_free(landmark):
    """No paving under it, and paving or road up to its rim on all sides but none beyond."""
    ground = seen_from_the_monument(landmark.points("square"))
    away = np.linalg.norm(ground[:, :2], axis=1)
    assert 23.22 < away.min() < 23.25
    rim = ground[away < 23.26]
    angles = np.sort(np.degrees(np.arctan2(rim[:, 1], rim[:, 0])))
    assert np.diff(angles, append=angles[0] + 360.0).max() < 4.0


def test_two_towers_of_sixteen_storeys_flank_the_axis(landmark):
    towers = seen_from_the_monument(landmark.points("towers"))
    assert towers[:, 1].min() > 100.0
    assert np.abs(towers[:, 0]).min() > 25.0
    east = towers[towers[:, 0] > 0.0]
    assert np.ptp(east[east[:, 2] > 20.0][:, 0]) == pytest.approx(41.0, abs=3.0)
    glass = seen_from_the_monument(landmark.corners("towers", material="window"))
    levels = np.unique(np.round(glass[..., 2].min(axis=1), 1))
    levels = levels[levels > 6.0]
    assert 15 <= len(landmark.clusters(levels, 1.2)) <= 16


def test_the_fronts_of_the_towers_are_bowed(landmark):
    """Loggias stand out of a circle, not out of a plane."""
    wall = seen_from_the_monument(landmark.points("towers", material="plaster"))
    front = wall[(wall[:, 2] > 20.0) & (wall[:, 2] < 24.0) & (wall[:, 0] < 0.0)]
    bow = front[(front[:, 1] < 130.0) & (np.abs(front[:, 0] + 52.0) < 9.0)]
    reach = np.hypot(bow[:, 0] + 52.0, bow[:, 1] - 138.0)
    assert 20.5 < reach.max() < 21.6
    assert np.ptp(bow[bow[:, 1] < 120.0][:, 0]) > 12.0


def test_boards_on_the_towers_are_the_highest(landmark):
    points = landmark.points("towers", material="painted_metal")
    assert points[:, 2].max() == pytest.approx(float(landmark.mesh.bounds_m[1][2]))
    board = points[points[:, 2] > 60.0]
    assert len(landmark.clusters(board[:, 0], 20.0)) == 2


def test_one_large_and_two_small_domes_light_the_mall(landmark):
    glass = seen_from_the_monument(landmark.points("domes", material="sky_glass"))
    domes = landmark.clusters(glass[:, 0], 2.0)
    assert [round(float(np.ptp(dome))) for dome in domes] == [10, 21, 10]


def test_two_wings_open_towards_the_avenue(landmark):
    wings = seen_from_the_monument(landmark.points("blocks"))
    assert wings[:, 0].min() == pytest.approx(-wings[:, 0].max(), abs=0.05)
    assert np.abs(wings[:, 0]).min() > 55.0
    inner, outer = np.abs(wings[:, 0]) < 75.0, np.abs(wings[:, 0]) > 105.0
    assert wings[inner][:, 1].mean() > wings[outer][:, 1].mean() + 25.0


def test_terraces_climb_to_the_court_of_the_akimat(landmark):
    """Six runs of eight steps on the axis."""
    over = [f for f in landmark.floors if np.ptp(f.outline[:, 0] + 10.185) and f.top_m > 0.1]
    axis = [f for f in over if f.outline[:, 0].min() < -10.2 < f.outline[:, 0].max() - 0.1]
    steps = sorted({round(float(f.top_m), 3) for f in axis})
    assert steps == pytest.approx(list(0.125 * np.arange(1, 49)), abs=0.002)
    assert steps[-1] == AKIMAT_Z_M
