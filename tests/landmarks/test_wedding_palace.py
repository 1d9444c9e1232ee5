"""The Wedding Palace: a ring 34 m across, its screen of rings, its relief, its doors."""

from __future__ import annotations

import numpy as np
import pytest

RINGS = 3 * 72
BOSS_FACES = 22


def radius_m(points):
    return np.linalg.norm(points[:, :2], axis=1)


def test_the_drum_is_thirty_four_metres_across(landmark):
    points = landmark.points("body")
    band = points[(points[:, 2] > 2.0) & (points[:, 2] < 3.5)]
    outer = band[radius_m(band) > 16.5]
    assert radius_m(outer).max() == pytest.approx(17.0, abs=0.1)
    turn = np.sort(np.degrees(np.arctan2(outer[:, 1], outer[:, 0])))
    gaps = np.append(np.diff(turn), turn[0] + 360.0 - turn[-1])
    assert (gaps > 10.0).sum() == 1, "the marble is open at the doors and nowhere else"
    assert turn[gaps.argmax()] == pytest.approx(-105.0, abs=3.0)


def test_marble_parts_above_and_below_an_unbroken_ring_of_glass(landmark):
    glass = landmark.points("body", material="window")
    assert radius_m(glass) == pytest.approx(15.9, abs=0.05)
    sector = np.unique(
        np.floor(np.degrees(np.arctan2(glass[:, 1], glass[:, 0])) / 10.0 + 1e-4) % 36
    )
    assert len(sector) == 36
    assert glass[:, 2].min() < 4.4 < 9.4 < glass[:, 2].max()
    assert landmark.points("crown", material="marble")[:, 2].min() > 9.3


def test_the_screen_is_three_rows_of_rings_in_seventy_two_columns(landmark):
    bosses = landmark.corners("grille", material="gold")
    assert len(bosses) == RINGS * BOSS_FACES
    levels = landmark.clusters(bosses[..., 2].ravel(), 0.5)
    assert len(levels) == 3
    assert radius_m(landmark.points("grille")).max() < 17.3
    middle = levels[1].mean()
    assert middle == pytest.approx(6.9, abs=0.05)


def test_the_granite_relief_is_on_the_north_side_only(landmark):
    points = landmark.points("plinth")
    high = points[points[:, 2] > 1.2]
    assert high[:, 1].min() > -0.3
    assert high[:, 2].max() == pytest.approx(2.86, abs=0.02)
    assert np.ptp(high[:, 0]) > 34.0


def test_two_rings_cross_over_the_doors(landmark):
    points = landmark.points("rings")
    middle = (points[:, 2].min() + points[:, 2].max()) / 2
    cut = points[np.abs(points[:, 2] - middle) < 0.12]
    assert len(landmark.clusters(cut[:, 0], 0.15)) == 4
    assert points[:, 1].max() < -16.0
    assert points[:, 0].mean() == pytest.approx(0.0, abs=0.03)


def test_the_doors_are_reached_over_the_round_terrace(landmark):
    tops = landmark.tops_m()
    assert tops[-1] == pytest.approx(1.0)
    assert max(np.diff([0.0, *tops])) < 0.2
    terrace = next(floor for floor in landmark.floors if floor.top_m == pytest.approx(1.0))
    middle = terrace.outline.mean(axis=0)
    assert np.linalg.norm(terrace.outline - middle, axis=1) == pytest.approx(7.4, abs=0.01)
    assert terrace.outline[:, 1].max() > -16.0, "the second ring crosses the first"
