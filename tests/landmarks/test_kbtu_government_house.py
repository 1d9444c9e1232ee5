"""The Government House stands as photographed and mapped: shafts, fields, plan, levels."""

from __future__ import annotations

import numpy as np
import pytest


def test_eight_free_shafts_and_two_half_hidden_stand_at_equal_pitch(landmark):
    points = landmark.points("columns")
    cut = points[np.abs(points[:, 2] - 2.45) < 0.02]
    groups = landmark.clusters(cut[:, 0], 1.5)
    middle = np.array([(g[0] + g[-1]) / 2 for g in groups])
    assert len(middle) == 10
    assert np.diff(middle) == pytest.approx(np.full(9, 4.2), abs=0.02)


def test_shafts_are_eight_sided(landmark):
    """Eight flat faces; between them the cut edges, much narrower."""
    corner = landmark.corners("columns")
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    middle = corner.mean(axis=1)
    area = np.linalg.norm(across, axis=1) / 2
    mine = (middle[:, 2] > 3.0) & (middle[:, 2] < 13.0) & (np.abs(middle[:, 0] - 2.1) < 1.0)
    way = np.degrees(np.arctan2(across[mine, 1], across[mine, 0])) % 360.0
    by_way = np.bincount(np.rint(way / 22.5).astype(int) % 16, area[mine], 16)
    assert (by_way[0::2] > 2.0 * by_way[1::2].max()).all()


def test_columns_rise_fifteen_and_a_half_metres_and_the_entablature_five(landmark):
    columns, crown = landmark.points("columns"), landmark.points("entablature")
    assert np.ptp(columns[:, 2]) == pytest.approx(15.5, abs=0.01)
    cornice = crown[crown[:, 1] < -51.0]
    assert cornice[:, 2].max() - columns[:, 2].max() == pytest.approx(5.0, abs=0.3)


def test_plan_follows_the_map(landmark):
    """105 m from wing to wing, 117 m from the portico to the ends of the rear wings."""
    body = np.concatenate([landmark.points("wings"), landmark.points("portico")])
    cut = body[np.abs(body[:, 2] - 3.2) < 1.0]
    assert np.ptp(cut[:, 0]) == pytest.approx(105.2, abs=0.9)
    assert np.ptp(cut[:, 1]) == pytest.approx(116.6, abs=0.9)


@pytest.mark.parametrize("x_m", [-22.5, 22.5])
@pytest.mark.parametrize("y_m", [-4.0, 50.0])
def test_courts_stay_open_to_the_sky(landmark, x_m, y_m):
    low, high = (np.array([x_m, y_m]) - 5.0, np.array([x_m, y_m]) + 5.0)
    corner = landmark.corners("wings", "courts", "portico", "entablature")[..., :2]
    apart = (corner.max(axis=1) < low) | (corner.min(axis=1) > high)
    assert apart.any(axis=1).all()


def test_portico_is_reached_over_ten_low_steps(landmark):
    tops = [f.top_m for f in landmark.floors if f.outline[:, 0].min() < 0 < f.outline[:, 0].max()]
    levels = sorted(set(np.round(tops, 4)))
    assert levels[-1] == pytest.approx(1.5)
    assert len([level for level in levels if 0.1 < level < 1.6]) == 10
    assert np.diff(levels).max() < 0.2


def test_three_flags_fly_over_the_front(landmark):
    flags = [t for t in landmark.props if t.kind.startswith("flag")]
    assert sum(len(t.positions) for t in flags) == 3
    assert all((t.positions[:, 2] > 21.0).all() for t in flags)
