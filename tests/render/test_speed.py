"""What saves time must not be seen: the grid of the sky, shadows by corners, hidden ground."""

from __future__ import annotations

import math
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.conftest import sun

from almaty_tour.camera.state import CameraState
from almaty_tour.render.passes import sky
from almaty_tour.render.passes.sky import (
    GLARE,
    HIGHEST_M,
    LAND_RISE,
    ROWS,
    rays_of,
    rows_below,
    sun_rows,
)

SIZE = (1280, 720)


def rays(pitch_rad, fov_rad=0.87):
    camera = CameraState((0.0, 0.0, 100.0), 0.4, pitch_rad, fov_rad)
    return rays_of(SimpleNamespace(frame=SimpleNamespace(camera=camera), size_px=SIZE))


@given(st.floats(-1.5, 1.5), st.floats(0.2, 1.4))
def test_no_row_of_the_sky_that_could_show_sky_is_left_out(pitch_rad, fov_rad):
    turn = rays(pitch_rad, fov_rad).astype(np.float64)
    left_out = rows_below(turn)
    for row in range(left_out):
        for edge in np.linspace(row, row + 1, 5) * 2.0 / ROWS - 1.0:
            ray = np.linspace(-1.0, 1.0, 9)[:, None] * turn[0] + edge * turn[1] + turn[2]
            rise = ray[:, 2] / np.linalg.norm(ray, axis=1)
            assert rise.max() <= LAND_RISE + 0.03


def test_looking_level_most_of_the_lower_half_is_left_out_and_upwards_nothing():
    assert ROWS * 0.3 < rows_below(rays(0.0)) < ROWS / 2
    assert rows_below(rays(0.9)) == 0
    assert rows_below(rays(-1.2)) == ROWS


def test_what_is_left_out_meets_the_land_before_it_ends():
    assert HIGHEST_M / -LAND_RISE < 120_000.0


@pytest.mark.gl
@pytest.mark.parametrize("preset", ["low", "golden"])
def test_a_distant_wall_is_as_lit_as_one_at_hand(bench, preset):
    """Programs without the nearer map, or without any, give the same light to a sunny wall."""
    seen = []
    for away_m in (40.0, 500.0, 3_000.0):
        wide = away_m / 4.0
        bench.put("wall", (wide, 1.0, wide), (0.0, away_m, 0.0))
        frame = bench.frame(CameraState((0.0, 0.0, wide / 2.0), 0.0, 0.0), preset=preset)
        seen.append(bench.picture(frame)[45, 80])
    assert math.dist(seen[0], seen[1]) < 30.0
    assert math.dist(seen[1], seen[2]) < 60.0


@pytest.mark.gl
@pytest.mark.parametrize("away_m", [60.0, 420.0])
def test_low_throws_shadows_near_and_far(bench, away_m):
    """The floor before a tower is darker where its shadow falls, in either map."""
    size = 20.0
    bench.put("floor", (300.0, 300.0, 0.2), (0.0, away_m, -0.2))
    view = CameraState((0.0, 0.0, 60.0), 0.0, -math.atan2(60.0, away_m))
    bare = bench.picture(bench.frame(view, sun(40.0, 0.0), preset="low"))
    bench.put("tower", (size, size, 3.0 * size), (0.0, away_m + 2.0 * size, 0.0))
    shaded = bench.picture(bench.frame(view, sun(40.0, 0.0), preset="low"))
    darker = (bare.sum(axis=2) - shaded.sum(axis=2)) > 60
    assert darker.sum() > 4


@given(st.floats(-1.2, 1.2), st.floats(0.2, 1.4), st.floats(0.0, 6.28), st.floats(-0.2, 1.5))
def test_no_row_without_the_sun_shows_its_glare(pitch_rad, fov_rad, turn_rad, height_rad):
    seen = rays(pitch_rad, fov_rad).astype(np.float64)
    up = math.sin(height_rad)
    enu = math.sin(turn_rad) * math.cos(height_rad), math.cos(turn_rad) * math.cos(height_rad), up
    first, past = sun_rows(seen, enu)
    for row in [*range(first), *range(past, ROWS)]:
        for edge in np.linspace(row, row + 1, 5) * 2.0 / ROWS - 1.0:
            ray = np.linspace(-1.0, 1.0, 33)[:, None] * seen[0] + edge * seen[1] + seen[2]
            ahead = ray @ np.array(enu) / np.linalg.norm(ray, axis=1)
            assert ahead.max() < 1.0 - 0.8 * GLARE


def test_the_sun_behind_the_eye_is_near_no_row():
    seen = rays(0.1)
    assert sun_rows(seen, tuple((-seen[2]).tolist())) == (0, 0)
    first, past = sun_rows(seen, tuple(seen[2].tolist()))
    assert 0 < first < ROWS / 2 < past < ROWS


@pytest.mark.gl
@pytest.mark.parametrize("cloud", [0.0, 0.4])
@pytest.mark.parametrize("turn_rad", [0.0, 2.4, math.pi])
def test_a_sky_whose_aureole_is_worked_out_by_corners_is_the_sky_of_every_pixel(
    bench, monkeypatch, cloud, turn_rad
):
    environment = replace(sun(25.0), cloud=cloud)
    camera = CameraState((0.0, 0.0, 900.0), turn_rad, 0.25)
    frame = bench.frame(camera, environment, preset="low", size=(640, 360))
    sparing = bench.picture(frame)
    used = bench.renderer._programs._fitting
    assert any("SUNLESS" in defines for name, defines in used if name == "sky")
    monkeypatch.setattr(sky, "_sparing", lambda _: False)
    apart = np.abs(sparing - bench.picture(frame)).max(axis=2)
    assert apart.max() <= 4
    assert np.quantile(apart, 0.99) <= 1


@pytest.mark.gl
@pytest.mark.parametrize("preset", ["golden", "medium", "high"])
def test_other_presets_light_every_pixel_of_the_sky(bench, preset):
    bench.picture(bench.frame(environment=sun(25.0), preset=preset))
    used = bench.renderer._programs._fitting
    assert not any("SUNLESS" in defines for name, defines in used if name == "sky")
