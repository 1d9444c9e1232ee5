import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.app.pace import SMALLEST_SCALE, Pace, Trial, preset_for


def run(pace, frames, cost_s):
    """Frames whose time grows with the pixels of the inner picture."""
    for _ in range(frames):
        pace.told(cost_s * pace.scale**2)
        pace.adapt()
    return pace.scale


@given(st.floats(0.001, 0.5))
def test_the_scale_settles_without_swinging(cost_s):
    pace = Pace()
    run(pace, 1500, cost_s)
    settled = {run(pace, 20, cost_s) for _ in range(5)}
    assert len(settled) == 1
    assert SMALLEST_SCALE <= settled.pop() <= 1.0


def test_slow_pictures_get_smaller_and_quick_ones_whole_again():
    pace = Pace()
    assert run(pace, 400, 0.2) == SMALLEST_SCALE
    assert run(pace, 400, 0.01) == 1.0


def test_one_long_gap_counts_for_nothing():
    pace = Pace()
    run(pace, 30, 0.02)
    before = pace.frame_s
    pace.told(4.0)
    assert pace.frame_s == before


@pytest.mark.parametrize(
    ("frame_s", "software", "preset"),
    [(0.004, False, "high"), (0.015, False, "medium"), (0.06, False, "low"), (0.004, True, "low")],
)
def test_the_first_quality(frame_s, software, preset):
    assert preset_for(frame_s, software) == preset


def test_a_trial_ignores_the_first_pictures_and_outliers():
    trial = Trial(software=False)
    times = [0.9] * 4 + [0.005] * 8 + [0.4] * 3
    said = [trial.told(seconds) for seconds in times]
    assert said[:-1] == [None] * 14
    assert said[-1] == "high"


def test_software_needs_no_trial():
    assert Trial(software=True).told(0.001) == "low"
