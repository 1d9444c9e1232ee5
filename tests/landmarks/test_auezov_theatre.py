"""The theatre as two photographs show it: piers, shields, emblems, tower, the seated writer."""

from __future__ import annotations

import numpy as np
import pytest

PITCH_M = 8.9


def front(landmark, part):
    """(m, 3, 3) corners of a part that belong to the row of bays in front."""
    corners = landmark.corners(part)
    return corners[
        (corners[..., 1].max(axis=1) < -41.0) & (np.abs(corners[..., 0]).max(axis=1) < 32)
    ]


def test_eight_piers_make_seven_equal_bays(landmark):
    cut = front(landmark, "piers")
    cut = cut[(cut[..., 2].min(axis=1) < 12.0) & (cut[..., 2].max(axis=1) > 12.0)]
    row = landmark.clusters(cut[..., 0].ravel(), 3.0)
    assert len(row) == 8
    middles = np.array([(x[0] + x[-1]) / 2 for x in row])
    assert np.diff(middles) == pytest.approx(np.full(7, PITCH_M), abs=0.01)


def test_the_front_is_about_three_times_as_wide_as_high(landmark):
    shields, terrace_m = landmark.points("shields"), landmark.tops_m()[-1]
    edge_m = landmark.points("roof", material="painted_metal")
    top_m = edge_m[edge_m[:, 1] < -45.0][:, 2].max()
    assert 3.0 < np.ptp(shields[:, 0]) / (top_m - terrace_m) < 3.5


def test_a_shield_swells_below_its_top_and_draws_in_to_two_thirds(landmark):
    points = front(landmark, "shields").reshape(-1, 3)
    points = points[np.abs(points[:, 0]) < PITCH_M / 2]
    top, foot = points[points[:, 2] > 18.0], points[points[:, 2] < 8.85]
    assert np.ptp(foot[:, 0]) / np.ptp(top[:, 0]) == pytest.approx(0.655, abs=0.03)
    foremost = points[points[:, 1].argmin()]
    assert foremost[2] == pytest.approx(17.0, abs=0.8)
    assert foot[:, 1].min() - foremost[1] > 2.0


def test_every_bay_of_the_front_has_its_emblem_and_doors(landmark):
    assert len(landmark.clusters(front(landmark, "emblems")[..., 0].ravel(), 3.0)) == 7
    doors = landmark.corners("doors", material="wood")[..., 0].ravel()
    assert len(landmark.clusters(doors, 3.0)) == 7
    sides = landmark.corners("emblems")
    for sign in (-1, 1):
        mine = sides[(sign * sides[..., 0]).min(axis=1) > 31.0]
        assert len(landmark.clusters(mine[..., 1].ravel(), 3.0)) == 2


def test_the_stage_tower_rises_behind(landmark):
    tower = landmark.points("stage_tower")
    crown = landmark.points("roof", material="painted_metal")[:, 2].max()
    assert tower[:, 2].max() - crown > 8.0
    assert tower[:, 1].min() > -15.0
    assert np.abs(tower[:, 0]).max() < 22.0


def test_auezov_sits_on_the_axis_before_the_steps(landmark):
    figure = landmark.points("auezov", material="bronze_dark")
    assert np.ptp(figure[:, 2]) == pytest.approx(4.3, abs=0.3)
    assert abs(figure[:, 0].max() + figure[:, 0].min()) < 0.3
    assert -62.0 < figure[:, 1].min() < figure[:, 1].max() < -54.0
    assert landmark.holes("auezov", "bronze_dark") == 0


def test_steps_lead_to_the_terrace_everywhere_but_at_the_pedestal(landmark):
    assert landmark.tops_m()[-1] == pytest.approx(1.5)
    lowest = [f.outline for f in landmark.floors if 0.1 < f.top_m < 0.3]
    assert len(lowest) == 2
    assert sum(np.ptp(outline[:, 0]) for outline in lowest) > 45.0
