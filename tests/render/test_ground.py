"""The drawn ground, with the shipped terrain."""

from __future__ import annotations

import math

import numpy as np
import pytest
from tests.render.conftest import SIZE, Bench, sun

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError
from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.scene.drawing import Viewpoint, draw_list

pytestmark = pytest.mark.gl


@pytest.fixture(scope="module")
def land(context):
    from almaty_tour.geo.terrain import Terrain
    from almaty_tour.geo.terrain_tiles import TileTree
    from almaty_tour.render.renderer import Renderer

    try:
        terrain = Terrain.load(assets_dir() / "terrain")
    except AssetError as fault:
        pytest.skip(str(fault))
    made = Bench(Renderer("golden", assets_dir()))
    made.terrain, made.tree = terrain, TileTree.build(terrain)
    made.renderer.set_ground(terrain, made.tree)
    yield made
    made.renderer.free()


def frame(land, camera, environment=None, preset="golden"):
    from dataclasses import replace

    from almaty_tour.render.quality import detail_limits, quality

    view = Viewpoint(
        np.array(camera.position_enu), frustum_planes(camera, SIZE[0] / SIZE[1]),
        camera.fov_rad, SIZE[1],
    )  # fmt: skip
    drawn = draw_list(land.scene, view, detail_limits(quality(preset)), land.tree)
    return replace(land.frame(camera, environment, preset), draw=drawn)


@pytest.mark.parametrize(("x", "y"), [(0.0, 0.0), (-3_000.0, 5_000.0), (4_000.0, -15_000.0)])
def test_the_drawn_ground_is_where_the_height_says(land, x, y):
    ground = float(land.terrain.height_m(x, y))
    down = CameraState((x, y, ground + 300.0), 0.0, -math.pi / 2 + 1e-4)
    number, distance = land.renderer.pick(frame(land, down), SIZE[0] / 2, SIZE[1] / 2)
    assert number == 0
    assert distance == pytest.approx(300.0, abs=4.0)


def test_no_hole_shows_the_sky_below_the_horizon(land):
    eye = CameraState((0.0, 0.0, float(land.terrain.height_m(0.0, 0.0)) + 40.0), math.pi, -0.6)
    low = frame(land, eye)
    for x in range(2, 160, 13):
        for y in (4, 45, 86):
            assert math.isfinite(land.renderer.pick(low, x, y)[1])


@pytest.mark.parametrize("preset", ["low", "golden", "medium", "high"])
def test_mountains_turn_blue_with_distance(land, preset):
    south = CameraState((0.0, 4_000.0, 1_400.0), math.pi, 0.0)
    noon = frame(land, south, sun(55.0, 180.0), preset)
    pixels = land.picture(noon)
    away = np.array(
        [[land.renderer.pick(noon, x, y)[1] for x in range(4, 160, 8)] for y in range(30, 90, 4)]
    )
    colours = pixels[30:90:4, 4:160:8]
    blueness = colours[..., 2] / np.maximum(colours[..., 0], 1)
    near, far = away < 4_000.0, (away > 15_000.0) & np.isfinite(away)
    assert far.sum() > 10
    assert blueness[far].mean() > 1.15 * blueness[near].mean()


def test_peaks_glow_when_the_city_has_lost_the_sun(land):
    peaks = CameraState((4_000.0, -14_000.0, 3_000.0), math.pi * 0.9, 0.05)
    evening = land.picture(frame(land, peaks, sun(-0.6, 300.0)))
    lit = evening[..., 0] > 1.25 * evening[..., 2]
    assert lit.mean() > 0.02


def test_winter_covers_the_plain_with_snow(land):
    from dataclasses import replace

    view = CameraState((0.0, 0.0, 1_500.0), 0.0, -0.8)
    summer = land.picture(frame(land, view, sun(40.0)))
    winter = land.picture(frame(land, view, replace(sun(40.0), snow_line_m=600.0)))
    assert winter.mean() > summer.mean() + 25
