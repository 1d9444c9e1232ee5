"""The mosque stands as settled: heights, plan, domes, arcades, minaret, terrace."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.landmarks.central_mosque import paint

DOME_Y = 12.0


def test_heights_follow_the_sources(landmark):
    assert landmark.corners("minaret")[..., 2].max() == pytest.approx(47.0, abs=0.1)
    assert landmark.corners("turrets")[..., 2].max() == pytest.approx(27.0, abs=0.1)


def test_the_gold_dome_is_20_m_wide_and_ends_at_36_m(landmark):
    gold = landmark.points("main_dome", material="gold")
    radius = np.hypot(gold[:, 0], gold[:, 1] - DOME_Y)
    assert 2 * radius.max() == pytest.approx(20.0, abs=0.15)
    axis = gold[radius < 1e-3, 2]
    assert np.abs(axis - 36.0).min() < 0.02
    assert gold[radius > 1.0, 2].max() < 36.0


def test_the_block_has_the_measured_outline(landmark):
    points = landmark.points("body", "portal", "turrets")
    assert np.ptp(points[:, 0]) == pytest.approx(44.1, abs=0.6)
    assert np.ptp(points[:, 1]) == pytest.approx(58.5, abs=0.3)
    assert np.abs(points[:, :2].min(axis=0) + points[:, :2].max(axis=0)).max() < 0.3


def test_four_turrets_stand_on_a_36_by_49_rectangle(landmark):
    caps = landmark.points("turrets", material="gold")
    for x in (-1, 1):
        for y in (-1, 1):
            mine = caps[(np.sign(caps[:, 0]) == x) & (np.sign(caps[:, 1] + 1.3) == y)]
            middle = (mine.min(axis=0) + mine.max(axis=0)) / 2
            assert abs(middle[0]) == pytest.approx(18.2, abs=0.5)
            assert abs(middle[1] + 1.3) == pytest.approx(24.5, abs=0.3)


def test_eight_deep_arches_open_each_long_side(landmark):
    doors = landmark.corners("body", material="painted_metal")
    for side in (-1.0, 1.0):
        row = doors[(side * doors[..., 0]).min(axis=1) > 16.0]
        row = row[(row[..., 2].max(axis=1) < 5.1) & (np.abs(row[..., 1] + 1.3).max(axis=1) < 22.5)]
        ends = np.sort(np.unique(np.round(row[..., 1], 2)))
        groups = np.split(ends, np.nonzero(np.diff(ends) > 1.5)[0] + 1)
        assert len(groups) == 8
        reach = (side * row[..., 0]).min()
        assert 18.1 - reach > 0.9, "the doors stand deep inside the arches"


def test_the_minaret_stands_apart_at_the_south_east_corner(landmark):
    gold = landmark.points("minaret", material="gold")
    middle = (gold.min(axis=0) + gold.max(axis=0)) / 2
    corner = np.array([-18.4, -25.8])
    away = middle[:2] - corner
    assert (away < -4.0).all()
    assert np.linalg.norm(away) == pytest.approx(10.0, abs=1.0)


def test_the_roof_is_flat_and_blue(landmark):
    roof = landmark.corners("body", material="roof_membrane")
    across = np.cross(roof[:, 1] - roof[:, 0], roof[:, 2] - roof[:, 0])
    level = across[:, 2] > 0.99 * np.linalg.norm(across, axis=1)
    assert across[level, 2].sum() / 2 > 36 * 49
    red, green, blue, _ = paint.ROOF.tint
    assert blue > 1.3 * green > 1.3 * 1.5 * red


@pytest.mark.parametrize("part", ["main_dome", "apse_dome"])
def test_the_plated_domes_are_closed(landmark, part):
    assert landmark.holes(part, "gold") == 0
    assert landmark.volume_m3(part, "gold") > 0.0


def test_the_terrace_is_reached_by_low_steps(landmark):
    tops = landmark.tops_m()
    assert tops[0] == pytest.approx(0.08)
    assert tops[-1] == pytest.approx(1.9)
    assert (landmark.props_at_m[:, 2] >= 0.06).all()
