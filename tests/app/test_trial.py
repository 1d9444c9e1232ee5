import pytest

from almaty_tour.app.trial import Trial, preset_for


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
