"""Cloud, rain and snow: what they do to the light and to a picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.conftest import sun

from almaty_tour.camera.state import CameraState
from almaty_tour.render.daylight import daylight, luminance
from almaty_tour.render.overcast import light_of, veiled
from almaty_tour.render.passes.falling import RAIN, SNOW, box_of

HEIGHTS_DEG = (6.0, 25.0, 60.0)


def under(height_deg, cloud):
    return light_of(replace(sun(height_deg), cloud=cloud), 800.0)


@pytest.mark.parametrize("height_deg", HEIGHTS_DEG)
def test_a_closed_sky_is_grey_soft_and_brighter_overhead(height_deg):
    clear, grey = under(height_deg, 0.0), under(height_deg, 1.0)
    assert luminance(grey.light_low) < 0.05 * luminance(clear.light_low)
    assert grey.shadow_strength == 0.0
    low, high = grey.sky[len(grey.sky) // 2].mean(axis=0), grey.sky[-1].mean(axis=0)
    assert luminance(high) == pytest.approx(3.0 * luminance(low), rel=0.1)  # CIE overcast sky
    assert np.ptp(high) < 0.12 * high.mean()
    assert np.ptp(clear.zenith) > 0.3 * clear.zenith.mean(), "a clear one is blue"


@pytest.mark.parametrize("height_deg", HEIGHTS_DEG)
def test_more_cloud_is_never_more_light_and_the_eye_follows(height_deg):
    days = [under(height_deg, cloud) for cloud in np.linspace(0.0, 1.0, 9)]
    direct = [luminance(day.light_low) for day in days]
    assert direct == sorted(direct, reverse=True)
    assert all(day.exposure >= days[0].exposure for day in days)


def test_an_open_sky_is_left_as_it_is():
    fair = replace(sun(40.0), cloud=0.4)
    assert veiled(daylight(fair, 800.0)) is daylight(fair, 800.0)
    assert light_of(fair, 800.0) is light_of(fair, 801.0), "kept, so that the sky is not sent again"


@given(
    st.tuples(*[st.floats(-60_000.0, 60_000.0)] * 3),
    st.floats(0.0, 1e6),
    st.sampled_from([RAIN, SNOW]),
)
def test_what_falls_hangs_in_the_world_and_not_on_the_eye(eye, time_s, kind):
    box = np.array(box_of(kind, np.array(eye), time_s))
    assert ((box >= 0.0) & (box <= 1.0)).all()
    step = np.array([0.7, -0.4, 0.2])
    moved = np.array(box_of(kind, np.array(eye) + step, time_s))
    turned = (moved - box + step / kind.side_m + 0.5) % 1.0 - 0.5
    assert np.abs(turned).max() < 1e-6


@pytest.mark.gl
@pytest.mark.parametrize("kind", ["rain", "snowfall"])
def test_drops_and_flakes_come_again_and_move_with_time(bench, kind):
    view = CameraState((0.0, -60.0, 20.0), 0.0, 0.2)
    dry = replace(sun(40.0), cloud=1.0)
    wet = replace(dry, **{kind: 1.0})
    shown = [
        bench.picture(replace(bench.frame(view, environment, "high"), time_s=time_s)).astype(int)
        for environment, time_s in ((dry, 4.0), (wet, 4.0), (wet, 4.0), (wet, 4.3))
    ]
    assert np.array_equal(shown[1], shown[2])
    touched = (np.abs(shown[1] - shown[0]).max(axis=2) > 2).mean()
    assert 0.002 < touched < 0.5
    assert (np.abs(shown[3] - shown[1]).max(axis=2) > 2).mean() > 0.002


@pytest.mark.gl
def test_nothing_falls_in_the_plain_pictures_of_the_benchmark(bench):
    view = CameraState((0.0, -60.0, 20.0), 0.0, 0.2)
    dry = bench.picture(bench.frame(view, sun(40.0), "bench"))
    wet = bench.picture(bench.frame(view, replace(sun(40.0), rain=1.0), "bench"))
    assert np.array_equal(dry, wet)


def test_a_light_that_turns_goes_from_one_to_the_other_in_small_steps():
    fair, grey = replace(sun(35.0), cloud=0.2, haze=0.2), replace(sun(35.0), cloud=1.0, haze=0.7)
    shares = np.linspace(0.0, 1.0, 41)
    days = [
        light_of(replace(grey, cloud=0.2 + 0.8 * s, haze_before=0.2, haze_share=s), 800.0)
        for s in shares.tolist()
    ]
    assert np.allclose(days[0].sky, light_of(fair, 800.0).sky)
    assert days[-1].haze_multiple == light_of(grey, 800.0).haze_multiple
    assert all(day.sky.dtype == np.float32 and day.sun_enu == days[0].sun_enu for day in days)
    steps = np.abs(np.diff([luminance(day.ambient[0] * day.exposure) for day in days]))
    assert steps.max() < 0.12


def test_haze_over_snow_is_as_bright_as_the_sky_behind_it():
    snowy = light_of(replace(sun(25.0), cloud=1.0, haze=0.7, snow_line_m=0.0), 900.0)
    rim = snowy.sky[len(snowy.sky) // 2].mean(axis=0)
    assert np.allclose(snowy.haze_glow, rim, rtol=0.12)
    assert luminance(rim) > 0.7 * luminance(snowy.sky[-1].mean(axis=0))
