"""The palace stands as specified: outline on the map, heights, louvres, pylons, free plot."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.landmarks._shared.palace_square import ABAI_PLOT_M, ABAI_Y_M


def test_the_roof_edge_is_the_outline_on_the_map(landmark):
    roof = landmark.points("roof")
    low, high = roof.min(axis=0), roof.max(axis=0)
    assert high[0] - low[0] == pytest.approx(83.7, abs=1.0)
    assert high[1] - low[1] == pytest.approx(120.4, abs=1.0)
    assert np.abs(low[:2] + high[:2]).max() < 0.01


def test_the_roof_is_the_highest_thing(landmark):
    assert landmark.points("roof")[:, 2].max() == pytest.approx(float(landmark.mesh.bounds_m[1][2]))


def test_the_frieze_leans_outwards_about_forty_degrees(landmark):
    slats = landmark.corners("roof", material="gold_slat")
    front = slats[np.abs(slats[..., 0]).max(axis=1) < 20.0].reshape(-1, 3)
    front = front[front[:, 1] < -50.0]
    z = front[:, 2]
    foot, head = front[z < z.min() + 0.1], front[z > z.max() - 0.1]
    run = foot[:, 1].mean() - head[:, 1].mean()
    rise = head[:, 2].mean() - foot[:, 2].mean()
    assert 30.0 < np.degrees(np.arctan2(run, rise)) < 50.0


def test_gold_slats_stand_in_columns_of_eight_and_leave_the_corners_white(landmark):
    slats = landmark.corners("roof", material="gold_slat").reshape(-1, 12, 3, 3)
    middle = slats.mean(axis=(1, 2))
    front = middle[-middle[:, 1] - 55.0 > np.abs(middle[:, 0]) - 37.0]
    assert len(front) % 8 == 0
    assert 48 <= len(front) // 8 <= 60
    assert np.abs(front[:, 0]).max() < 39.5


def test_four_twin_pylons_stand_clear_under_the_soffit(landmark):
    pylons = landmark.corners("pylons")
    assert pylons[..., 2].max() <= 12.95
    cut = pylons[(pylons[..., 2].min(axis=1) < 6.5) & (pylons[..., 2].max(axis=1) > 6.5)]
    for side in (-1.0, 1.0):
        x = np.unique(np.round(cut[(cut[..., 1] * side).min(axis=1) > 0][..., 0], 2))
        gaps = np.diff(x)
        assert (gaps > 1.4).sum() == 7  # four slabs, the gaps in the pairs and between them
        assert x.max() == pytest.approx(26.8, abs=0.3)


def test_the_plot_of_the_abai_monument_stays_free(landmark):
    """Nothing lies over it, and the paving comes up to its edge all round."""
    middle = landmark.corners("square").mean(axis=1)
    assert np.hypot(middle[:, 0], middle[:, 1] - ABAI_Y_M).min() > ABAI_PLOT_M - 0.1
    points = landmark.points("square")
    rim = np.hypot(points[:, 0], points[:, 1] - ABAI_Y_M) < ABAI_PLOT_M + 0.01
    assert np.unique(np.round(points[rim][:, :2], 3), axis=0).shape[0] == 64
    away = np.hypot(landmark.props_at_m[:, 0], landmark.props_at_m[:, 1] - ABAI_Y_M)
    assert away.min() > ABAI_PLOT_M


@pytest.mark.parametrize("part", ["roof", "pylons", "podium"])
def test_solid_parts_are_closed_and_face_outwards(landmark, part):
    assert landmark.holes(part) == 0
    assert landmark.volume_m3(part) > 0.0


def test_props_stand_clear_of_the_walls(landmark):
    assert not (np.abs(landmark.props_at_m[:, :2]) < [40.0, 57.0]).all(axis=1).any()


def test_the_stairs_lead_to_the_podium(landmark):
    assert landmark.tops_m()[-1] == pytest.approx(2.3)
