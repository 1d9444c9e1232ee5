"""The circus: a concave tent, thirty-two folds over as many fins, crown, sign, square."""

from __future__ import annotations

import numpy as np
import pytest

BAYS = 32


def polar(points):
    """Radius and angle in turns of (n, 3) points."""
    return np.hypot(points[:, 0], points[:, 1]), np.arctan2(points[:, 1], points[:, 0]) / (
        2 * np.pi
    )


def spans(x):
    """The parts of a line that (m, 3) triangles cover, as (start, end)."""
    found = []
    for start, end in sorted(zip(x.min(axis=1), x.max(axis=1), strict=True)):
        if found and start <= found[-1][1]:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([start, end])
    return found


def test_the_roof_is_near_four_times_as_wide_as_high(landmark):
    dome = landmark.points("dome")
    radius, _ = polar(dome)
    eaves_m = dome[radius > 34.0][:, 2].min()
    assert 2 * radius.max() / (landmark.spec.height_m - eaves_m) == pytest.approx(3.9, abs=0.25)


def test_the_tent_hangs_between_crown_and_eaves(landmark):
    dome = landmark.points("dome")
    radius, _ = polar(dome)
    height = [np.median(dome[np.abs(radius - r) < 0.6][:, 2]) for r in (8.0, 12.0, 18.0, 26.0)]
    slope = -np.diff(height) / np.diff([8.0, 12.0, 18.0, 26.0])
    assert (slope > 0.0).all()
    assert (np.diff(slope) < -0.05).all()


def test_fins_stand_in_thirty_two_equal_bays_with_an_arch_over_the_door(landmark):
    cut = landmark.corners("fins")
    cut = cut[(cut[..., 2].min(axis=1) < 8.0) & (cut[..., 2].max(axis=1) > 8.0)]
    middle = cut.mean(axis=1)
    bay = polar(middle)[1] * BAYS
    from_axis = np.abs(np.mod(bay + BAYS / 4, 1.0) - 0.5)
    assert from_axis.max() < 0.1
    assert len(np.unique(np.floor(bay + BAYS / 4))) == BAYS


def test_the_skirt_is_folded_over_every_bay(landmark):
    dome = landmark.points("dome")
    radius, turn = polar(dome)
    edge = (radius > 34.4) & (dome[:, 2] > 12.2)
    phase = np.mod(turn[edge] * BAYS, 1.0)
    height = dome[edge][:, 2]
    crest, valley = height[np.abs(phase - 0.5) > 0.45], height[np.abs(phase - 0.5) < 0.05]
    assert crest.max() - valley.max() > 1.5
    assert len(np.unique(np.floor(turn[edge][height > 14.4] * BAYS + 0.5) % BAYS)) == BAYS


def test_ribs_and_crown_are_closed_and_the_tip_is_on_the_axis(landmark):
    assert landmark.holes("ribs") == 0
    crown = landmark.points("crown")
    tip = crown[crown[:, 2].argmax()]
    assert np.hypot(*tip[:2]) < 0.05
    assert np.ptp(crown[:, 0]) < 13.0


def test_the_word_over_the_door_has_four_letters_and_looks_to_the_avenue(landmark):
    letters = landmark.corners("sign", material="lettering")
    big = letters[letters[..., 2].min(axis=1) > 5.4]
    assert len(spans(big[..., 0])) == 4
    assert abs(big[..., 0].max() + big[..., 0].min()) < 0.6
    assert big[..., 1].max() < -38.0


def test_both_tiers_of_glass_stand_back_behind_the_fins(landmark):
    low = polar(landmark.points("glass", material="window"))[0]
    high = polar(landmark.points("glass", material="blue_glass"))[0]
    fins = polar(landmark.points("fins"))[0]
    assert low.max() < high.min() < high.max() < fins.max()


def test_six_steps_lead_up_all_round(landmark):
    assert landmark.tops_m()[-1] == pytest.approx(1.02)
    assert len(landmark.tops_m()) == 7
