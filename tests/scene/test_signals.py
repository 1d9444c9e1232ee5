"""Traffic lights of a crossing: who has green when, and which are near."""

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.scene.platoons import CYCLE_S
from almaty_tour.scene.signals import LIGHTS, signals_at, signals_of
from almaty_tour.scene.walks_file import read_walks

EYE = np.array([50.0, 50.0, 2.0])


def slope(x_m, y_m):
    return 0.05 * np.asarray(x_m) + 0.0 * np.asarray(y_m)


@pytest.fixture(scope="module")
def file():
    return read_walks(assets_dir() / "city")


def test_lights_are_green_in_their_half_of_the_cycle(file):
    signals = signals_of(file, slope)
    for time_s, names in ((1.0, ("green", "red")), (28.5, ("amber", "red")),
                          (31.0, ("red", "green")), (58.5, ("red", "amber"))):  # fmt: skip
        crowd = signals_at(signals, 5.0 * CYCLE_S + time_s, EYE, np.inf)
        assert len(crowd.kind) == len(file.lights) > 1_000
        for half in (0, 1):
            kinds = {LIGHTS[kind] for kind in crowd.kind[file.phase == half]}
            assert kinds == {f"signal.{names[half]}"}


def test_lights_near_the_eye_stand_on_the_ground(file):
    eye = np.array([-500.0, -300.0, 2.0])
    crowd = signals_at(signals_of(file, slope), 7.0, eye, 400.0)
    away = np.abs(file.lights[:, :2] - eye[:2]).max(axis=1)
    assert 0 < len(crowd.kind) == (away < 400.0).sum() < len(away)
    assert np.allclose(crowd.places[:, 2], 0.05 * crowd.places[:, 0])


def test_every_light_has_a_prop():
    from almaty_tour.kit import props

    assert set(LIGHTS) <= set(props.kinds())
