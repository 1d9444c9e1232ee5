"""What the passes over the finished picture do, and shadows of clouds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.render.conftest import sun

from almaty_tour.camera.matrices import DepthScheme
from almaty_tour.camera.state import CameraState

pytestmark = pytest.mark.gl

DOWN = CameraState((0.0, 0.0, 60.0), 0.0, -1.5533)
ACROSS = CameraState((0.0, -60.0, 4.0), 0.0, -0.03)


def with_quality(bench, **changes):
    """The next pictures of `high` without some of its effects."""
    bench.picture(bench.frame(DOWN, preset="high"))  # takes the preset
    bench.renderer.quality = replace(bench.renderer.quality, adapt=False, **changes)


@pytest.mark.parametrize("scheme", DepthScheme)
def test_ground_is_darker_beside_a_box_than_away_from_it(context, scheme):
    from tests.render.conftest import Bench

    from almaty_tour.base.assets import assets_dir
    from almaty_tour.render.renderer import Renderer

    bench = Bench(Renderer("high", assets_dir(), scheme=scheme))
    bench.put("ground", (400.0, 400.0, 1.0), (0.0, 0.0, -1.0), "concrete")
    bench.put("box", (12.0, 12.0, 2.0), (0.0, 0.0, 0.0))
    with_quality(bench)
    light = replace(sun(40.0, 180.0), cloud=1.0)  # nothing throws a shadow
    frame = bench.frame(DOWN, light, "high", size=(640, 360))
    shown = bench.picture(frame).sum(axis=2)
    with_quality(bench, occlusion=0)
    share = shown / bench.picture(frame).sum(axis=2)
    beside, away = share[180, 360:384].min(), share[180, 520:620].mean()
    assert beside < 0.965
    assert away > 0.995
    bench.renderer.free()


def test_water_shows_the_wall_behind_it(bench):
    bench.put("water", (200.0, 200.0, 1.0), (0.0, 0.0, -1.0), "pool_water")
    bench.put("wall", (60.0, 4.0, 20.0), (0.0, 20.0, 0.0), "lettering_gilt")
    light = sun(30.0, 180.0)
    with_quality(bench)
    shown = bench.picture(bench.frame(ACROSS, light, "high"))
    with_quality(bench, mirror=0)
    plain = bench.picture(bench.frame(ACROSS, light, "high"))
    below = slice(52, 58), slice(60, 100)
    warmer = (shown - plain)[below]
    assert np.abs(warmer).mean() > 8.0
    assert (shown[below][..., 0] - shown[below][..., 2]).mean() > 15.0  # gilt, not sky
    assert np.abs(shown - plain)[:30].max() < 4  # glow alone comes so far


def test_water_goes_on_with_a_wall_that_leaves_the_picture(bench):
    """What the lower rows mirror lies above and beside the picture."""
    bench.put("water", (200.0, 200.0, 1.0), (0.0, 0.0, -1.0), "pool_water")
    bench.put("wall", (400.0, 4.0, 200.0), (0.0, 20.0, 0.0), "lettering_gilt")
    frame = bench.frame(ACROSS, sun(30.0, 180.0), "high")
    with_quality(bench)
    shown = bench.picture(frame)
    with_quality(bench, mirror=0)
    more = (shown - bench.picture(frame))[60:88, 4:156]
    gilt = more[..., 0] - more[..., 2]
    assert gilt.min() > 25.0


def test_the_same_picture_has_the_same_exposure_and_a_dark_one_a_longer(bench):
    bench.put("ground", (900.0, 900.0, 1.0), (0.0, 0.0, -1.0), "pool_water")
    frame = bench.frame(DOWN, sun(40.0), "high")
    first, again = bench.picture(frame), bench.picture(frame)
    assert np.array_equal(first, again)
    bench.renderer.quality = replace(bench.renderer.quality, adapt=False)
    assert first.mean() > 1.03 * bench.picture(frame).mean()


def test_a_cloud_takes_the_sun_from_the_ground_where_the_sky_has_it(bench):
    high = CameraState((0.0, 0.0, 9_000.0), 0.0, -1.5533)
    for east in range(-5, 6):
        for north in range(-4, 5):
            at = (east * 1_000.0, north * 1_000.0, 0.0)
            bench.put(f"g{east}.{north}", (990.0, 990.0, 1.0), at, "concrete")
    day = sun(60.0, 180.0)
    clear = bench.picture(bench.frame(high, replace(day, cloud=0.0), "medium")).sum(axis=2)
    cloudy = bench.picture(bench.frame(high, replace(day, cloud=0.42), "medium")).sum(axis=2)
    share = (cloudy / clear)[10:80, 20:140]
    assert share.min() < 0.82
    assert share.max() > 0.97


def test_red_lights_burn_by_night_alone(bench):
    bench.renderer._beacons.put(1, np.array([[0.0, 60.0, 12.0]]))
    view = CameraState((0.0, 0.0, 12.0), 0.0, 0.0)
    night = bench.picture(bench.frame(view, sun(-20.0)))[40:50, 75:85]
    day = bench.picture(bench.frame(view, sun(40.0)))[40:50, 75:85]
    assert (night[..., 0] - night[..., 2]).max() > 60
    assert (day[..., 0] - day[..., 2]).max() < 40
