"""The market hall as photographs show it: niches, ribbons, gate, letters, coffers, stalls."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.landmarks.green_bazaar import plan, rear


def test_two_towers_with_horns_step_out_of_the_street_front(landmark):
    teal = landmark.points("niches", material="painted_metal")
    teal = teal[(teal[:, 2] > 5.0) & (teal[:, 2] < 9.5)]
    niches = landmark.clusters(teal[:, 1], 4.0)
    assert len(niches) == 2
    assert [np.ptp(horns) for horns in niches] == pytest.approx([3.8, 3.8], abs=0.4)
    assert landmark.points("niches")[:, 0].max() > plan.HALF_X_M + 1.5


def test_every_niche_figure_is_symmetric(landmark):
    teal = landmark.points("niches", material="painted_metal")
    teal = teal[(teal[:, 2] > 5.0) & (teal[:, 2] < 9.5)]
    for figure in (teal[teal[:, 1] < 0.0], teal[teal[:, 1] > 0.0]):
        middle = (figure[:, 1].min() + figure[:, 1].max()) / 2
        here = np.unique(np.round(figure[:, 1:] - [middle, 0.0], 2), axis=0)
        there = np.unique(np.round((figure[:, 1:] - [middle, 0.0]) * [-1.0, 1.0], 2), axis=0)
        gap = np.abs(here[:, None] - there[None]).sum(axis=2).min(axis=1)
        assert gap.max() < 0.05


def test_letters_stand_over_both_fronts_and_face_outwards(landmark):
    letters = landmark.corners("letters", material="lettering")
    south = letters[letters[..., 1].max(axis=1) < -42.0]
    east = letters[letters[..., 0].min(axis=1) > 51.5]
    for sign, low_m in ((south, 10.9), (east, 10.7)):
        assert len(sign) > 1000
        assert sign[..., 2].min() > low_m


def test_the_gate_is_an_arch_between_posts_with_balls(landmark):
    gate = landmark.points("gate")
    balls = landmark.points("gate", material="bronze")
    assert [np.mean(x) for x in landmark.clusters(balls[:, 0], 2.0)] == pytest.approx(
        [-5.4, 5.4], abs=0.1
    )
    crown = gate[np.abs(gate[:, 0]) < 0.3][:, 2].max()
    shoulder = gate[np.abs(np.abs(gate[:, 0]) - 4.6) < 0.3][:, 2].max()
    assert 1.2 < crown - shoulder < 2.4
    passage = gate[(np.abs(gate[:, 0]) < 4.0) & (gate[:, 2] < 4.0)]
    assert len(passage) == 0


def test_a_net_of_coffers_lies_on_the_great_hall(landmark):
    glass = landmark.points("great_hall", material="sky_glass")
    tips = np.unique(np.round(glass[glass[:, 2] > 14.95][:, :2], 2), axis=0)
    assert len(tips) == rear.COFFERS[0] * rear.COFFERS[1]


def test_ways_between_the_stalls_are_wide_enough_to_walk(landmark):
    """No counter stands in a wall, a booth or another counter."""
    boxes = [
        (*solid.outline.min(axis=0), *solid.outline.max(axis=0))
        for solid in landmark.solids
        if solid.top_m < 3.0
    ]
    low, high = np.array(boxes)[:, :2], np.array(boxes)[:, 2:]
    near = ((low[:, None] < high[None]) & (low[None] < high[:, None])).all(axis=2)
    assert len(boxes) > 40
    assert near.sum() == len(boxes)
    inside = (np.abs(low) < [plan.HALF_X_M, plan.HALF_Y_M]).all(axis=1)
    assert not inside.any()
