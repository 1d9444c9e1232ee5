"""What photographs of the House of Officers settle: the gate, the slits, the relief, the bend."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.kit.blooms import inside
from almaty_tour.landmarks.house_of_officers import plan


def test_two_rows_of_four_slim_piers(landmark):
    points = landmark.points("piers", material="ashlar")
    across = landmark.clusters(points[:, 0], 1.0)
    middles = np.array([(row.min() + row.max()) / 2 for row in across])
    assert np.diff(middles) == pytest.approx([5.4, 5.4, 5.4], abs=0.4)
    assert max(np.ptp(row) for row in across) < 1.0
    assert len(landmark.clusters(points[:, 1], 2.0)) == 2


def test_the_gate_is_open_right_through(landmark):
    """Nobody is stopped between the middle piers, and the street is seen behind them."""
    corners = landmark.corners("gate", "piers", "drums", "stairs")
    low, high = corners.min(axis=1), corners.max(axis=1)
    hole = np.array([[-2.2, -30.0, 2.3], [2.2, 30.0, 11.0]])
    assert not ((high > hole[0]) & (low < hole[1])).all(axis=1).any()
    way = np.column_stack([np.zeros(61), np.linspace(-30.0, 30.0, 61)])
    for solid in landmark.solids:
        if solid.bottom_m < 4.0:
            assert not inside(way, solid.outline.astype(np.float64)).any()


def test_the_north_front_has_a_slit_in_every_fold(landmark):
    glass = landmark.points("box", material="window")
    front = glass[(glass[:, 0] < -plan.GATE_HALF_M) & (glass[:, 1] < -9.0)]
    front = front[front[:, 0] > plan.NORTH_END_M + 0.5]
    slits = landmark.clusters(front[:, 0], 0.6)
    assert len(slits) == round((-plan.GATE_HALF_M - plan.NORTH_END_M) / 1.85)
    middles = np.array([(slit.min() + slit.max()) / 2 for slit in slits])
    assert np.diff(middles) == pytest.approx(np.full(len(slits) - 1, 1.85), abs=0.05)
    assert np.ptp(front[:, 2]) == pytest.approx(2.4, abs=0.1)


def test_the_box_overhangs_the_drums_and_the_band(landmark):
    def reach(part, low, high):
        points = landmark.points(part)
        chosen = (points[:, 0] < -15.0) & (points[:, 2] > low) & (points[:, 2] < high)
        return points[chosen][:, 1].min()

    box, drums = reach("box", 16.0, 20.0), reach("drums", 1.0, 11.0)
    recess = reach("drums", plan.BAND_TOP_M + 0.3, plan.BOX_FOOT_M - 0.4)
    assert box < drums - 0.7
    assert box < recess - 1.5


def test_the_south_wing_swings_forward_and_the_north_wing_does_not(landmark):
    points = landmark.points("box")
    assert points[points[:, 0] < 0.0][:, 1].min() > -10.5
    tip = points[points[:, 0] > 85.0]
    assert tip[:, 1].max() < -15.0
    assert tip[:, 1].min() < -40.0


def test_the_gate_block_is_a_metre_higher_than_the_wings(landmark):
    gate, wings = landmark.points("gate")[:, 2].max(), landmark.points("box")[:, 2].max()
    assert gate - wings == pytest.approx(1.0, abs=0.1)


def test_the_relief_with_its_spikes_over_the_roof(landmark):
    points = landmark.points("relief")
    middle = points[points[:, 2] > 21.0]
    assert np.ptp(middle[:, 0]) == pytest.approx(12.8, abs=0.5)
    assert np.ptp(points[:, 0]) == pytest.approx(18.5, abs=0.3)
    spikes = points[points[:, 2] > plan.GATE_TOP_M + 1.0]
    assert len(landmark.clusters(spikes[:, 0], 1.0)) == 2


def test_a_five_pointed_star_of_two_metres(landmark):
    points = landmark.points("star")
    centre = np.array([0.0, 19.75])
    spread = points[:, [0, 2]] - centre
    radius = np.linalg.norm(spread, axis=1)
    tips = np.unique(np.round(spread[radius > 0.9 * radius.max()], 3), axis=0)
    assert len(tips) == 5
    assert 2 * radius.max() == pytest.approx(1.9, abs=0.2)
