"""The Akimat stands as photographed: 110 m, six storeys, 18 round piers, a court of six metres."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.bake.plan import spec_path
from almaty_tour.content.load import load_landmark
from almaty_tour.geo.frame import to_local, yaw_of_bearing_rad
from almaty_tour.landmarks.almaty_akimat.plan import BAY_M, COURT_M, FRONT_Y_M, HEIGHT_M


def test_the_bar_keeps_its_length_height_and_depth(landmark):
    body = np.concatenate([landmark.points("body"), landmark.points("attic")])
    assert np.ptp(body[:, 0]) == pytest.approx(110.0, abs=0.7)
    assert np.ptp(body[:, 1]) == pytest.approx(27.0, abs=2.5)
    assert landmark.points("attic")[:, 2].max() - COURT_M == pytest.approx(HEIGHT_M, abs=0.2)
    assert 4.0 < 110.0 / HEIGHT_M < 4.3


def test_nine_round_piers_stand_before_either_half(landmark):
    marble = landmark.corners("body", material="marble")
    cut = (marble[..., 2].min(axis=1) < 17.0) & (marble[..., 2].max(axis=1) > 17.0)
    near = marble[cut & (marble[..., 1].max(axis=1) < FRONT_Y_M - 0.1)].reshape(-1, 3)
    piers = landmark.clusters(near[:, 0], 1.0)
    assert len(piers) == 18
    middles = np.array([(pier.min() + pier.max()) / 2 for pier in piers])
    assert np.diff(middles[:9]) == pytest.approx(BAY_M, abs=0.02)
    assert middles == pytest.approx(-middles[::-1], abs=0.02)


def test_six_rows_of_windows_lie_behind_them(landmark):
    """The panes stand in reveals, behind the wall's face."""
    glass = landmark.corners("body", material="window")
    middle = glass.mean(axis=1)
    front = glass[(middle[:, 1] < FRONT_Y_M + 2.0) & (np.abs(middle[:, 0]) < 47.0)]
    heights = np.unique(np.round(front[..., 2].min(axis=1), 2))
    assert len(landmark.clusters(heights, 1.0)) == 6
    assert front[..., 1].min() > FRONT_Y_M + 1.3
    columns = landmark.clusters(front.mean(axis=1)[:, 0], 0.9)
    assert len(columns) == 2 * (2 * 9 + 1)


def test_four_doors_and_the_gilded_arms_are_on_the_axis(landmark):
    doors = landmark.points("porch", material="wood")
    gold = landmark.points("emblem", material="gold")
    for part in (doors, gold):
        assert part[:, 0].min() == pytest.approx(-part[:, 0].max(), abs=0.01)
    assert gold[:, 2].min() > COURT_M + HEIGHT_M - 4.6
    assert np.ptp(gold[:, 0]) > 2.5


def test_the_flag_over_the_roof_is_the_highest(landmark):
    high = landmark.points("flag")[:, 2].max()
    assert high == pytest.approx(float(landmark.mesh.bounds_m[1][2]))
    others = landmark.points("roof", "attic", "dome", "hall")[:, 2].max()
    assert high > others + 7.0


def test_the_roof_is_no_blank_lid(landmark):
    roof = landmark.corners("roof")
    across = np.cross(roof[:, 1] - roof[:, 0], roof[:, 2] - roof[:, 0])
    up = across[:, 2] / np.maximum(np.linalg.norm(across, axis=1), 1e-12) > 0.9
    assert len(np.unique(np.round(roof[up][..., 2].mean(axis=1), 1))) >= 6


def test_stairs_climb_to_the_court_on_both_flanks(landmark):
    tops = {round(float(f.top_m), 3) for f in landmark.floors}
    assert tops >= {round(k / 6, 3) for k in range(1, 37)}
    stairs = [f for f in landmark.floors if np.abs(f.outline[:, 0]).min() > 84.9]
    sides = np.sign([f.outline[:, 0].mean() for f in stairs])
    assert (sides > 0).sum() == (sides < 0).sum() == 37


def test_it_looks_at_the_monument_from_the_far_side_of_the_square(landmark):
    """Its front lies 211 m before the monument, on its axis, as the square is drawn."""
    monument = load_landmark(spec_path("independence_monument"))
    here, there = (
        np.array([float(v) for v in to_local(s.latitude_deg, s.longitude_deg)])
        for s in (landmark.spec, monument)
    )
    yaw = yaw_of_bearing_rad(monument.bearing_deg)
    along = np.array([-np.sin(yaw), np.cos(yaw)])
    assert here - there == pytest.approx(-(211.0 - FRONT_Y_M) * along, abs=0.02)
    assert (landmark.spec.bearing_deg - monument.bearing_deg) % 360.0 == 180.0
