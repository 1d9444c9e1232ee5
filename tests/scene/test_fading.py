"""Levels of detail that fade into one another."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.scene.fading import (
    APART,
    COARSE,
    LEAST,
    STEPS_AN_OCTAVE,
    WHOLE,
    chunk_fades,
    ends_apart,
    with_ends,
)

ERRORS = np.array([[0.0, 0.4, 1.6, np.inf]], np.float32)
PER_M = 0.002
BAND = 0.15


def fades(distance_m, band=BAND, reach_m=np.inf):
    from almaty_tour.scene.lod import levels_for

    away = np.array([distance_m], np.float32)
    reach = np.array([reach_m], np.float32)
    return chunk_fades(ERRORS, reach, away, levels_for(ERRORS, away, PER_M), PER_M, band)


@given(st.floats(1.0, 1_500.0))
def test_two_levels_of_a_chunk_fill_each_pixel_once(distance_m):
    _, levels, shares = fades(distance_m)
    if len(levels) == 1:
        assert shares[0] == WHOLE
    else:
        assert levels[0] == levels[1] + 1
        assert shares[0] == -max(shares[1], LEAST) < 0.0


def test_a_chunk_turns_coarse_over_a_band_of_distances_and_not_at_once():
    first_m = 0.4 / PER_M
    kept = [1.0]
    for distance_m in np.linspace(first_m * 0.99, first_m * (BAND + 1.01), 200):
        _, levels, shares = fades(float(distance_m))
        finer = [share for level, share in zip(levels, shares, strict=True) if level == 0]
        kept.append(min(float(finer[0]), 1.0) if finer else 0.0)
    steps = np.diff(kept)
    assert kept[-1] == 0.0
    assert (steps <= 1e-6).all()
    assert steps.min() > -0.02


def test_a_chunk_thins_out_before_the_end_of_its_reach():
    shares = [float(fades(away, reach_m=150.0)[2][0]) for away in (100.0, 135.0, 142.0, 149.9)]
    assert shares[0] == WHOLE
    assert shares[1] > shares[2] > shares[3] >= 0.0


def test_without_a_band_nothing_fades():
    _, levels, shares = fades(210.0, band=0.0)
    assert levels.tolist() == [1]
    assert shares.tolist() == [WHOLE]


def test_scales_tell_where_a_level_ends():
    scale = np.linspace(0.5, 12.0, 50).astype(np.float32)
    end_m = np.geomspace(1.0, 20_000.0, 50).astype(np.float32)
    coarse = np.arange(50) % 2 == 1
    told = with_ends(scale, end_m, coarse)
    assert told == pytest.approx(scale, rel=2.0**-12)
    code = told.view(np.uint32) & 1023
    assert ((code & COARSE > 0) == coarse).all()
    assert 2.0 ** ((code & (COARSE - 1)) / STEPS_AN_OCTAVE) == pytest.approx(end_m, rel=0.012)


@given(st.integers(0, 2**16 - 1), st.integers(0, 2**16 - 1))
def test_copies_that_are_alike_end_each_at_its_own_distance(seed, other):
    first, second, again = ends_apart(np.array([seed, other, seed], np.uint32)).tolist()
    assert first == again
    assert (first == second) == (seed == other)
    assert 1.0 <= first <= 1.0 + float(APART)


def test_the_ends_of_a_row_are_spread_evenly():
    ends = np.sort(ends_apart(np.arange(1_000, 2_000, dtype=np.uint32)))
    assert np.abs((ends - 1.0) / float(APART) - np.linspace(0.0, 1.0, 1_000)).max() < 0.06
