"""Heights, pads and textures of the ground."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almaty_tour.geo.terrain import SLOPE_RANGE, Pad, Surface, Terrain

INSIDE = st.tuples(st.floats(-2_500, 11_500), st.floats(-8_500, 5_500))
PADS = [
    Pad(1_000.0, -2_000.0, 12.0, 15.0, 1_612.5),
    Pad(1_070.0, -2_010.0, 60.0, 30.0),
    Pad(4_000.0, 1_000.0, 150.0, 40.0),
]


def _circle(pad: Pad, radius_m: float, count: int = 300) -> tuple[np.ndarray, np.ndarray]:
    turn = np.linspace(0, 40 * np.pi, count)
    away = radius_m * np.sqrt(np.linspace(0, 1, count))
    return pad.x_m + away * np.cos(turn), pad.y_m + away * np.sin(turn)


def test_height_takes_one_point_and_many(small: Terrain) -> None:
    x, y = np.linspace(-2_000, 9_000, 7), np.linspace(-8_000, 4_000, 7)
    many = small.height_m(x, y)
    assert many.shape == (7,)
    assert [float(small.height_m(a, b)) for a, b in zip(x, y, strict=True)] == list(many)
    assert small.height_m(x[:, None], y[None, :]).shape == (7, 7)


def test_lattices_meet_without_a_step(small: Terrain) -> None:
    y = small.outer.south_m + 480.0 * np.arange(33, 60)
    inside = small.height_m(small.inner.west_m, y)
    outside = small.height_m(small.inner.west_m - 1e-6, y)
    assert np.abs(inside - outside).max() < 1e-3


def test_the_ground_goes_on_past_its_edge(small: Terrain) -> None:
    edge = small.height_m(small.outer.east_m, 0.0)
    assert float(small.height_m(1e7, 0.0)) == pytest.approx(float(edge))


@pytest.mark.parametrize("pad", PADS, ids=lambda pad: f"{pad.radius_m:.0f} m")
def test_a_pad_is_level_inside_and_gone_outside(small: Terrain, pad: Pad) -> None:
    flat = small.flattened([pad])
    inside = flat.height_m(*_circle(pad, pad.radius_m))
    assert np.ptp(inside) < 1e-3
    if pad.height_m is not None:
        assert inside[0] == pytest.approx(pad.height_m, abs=1e-3)
    turn = np.linspace(0, 2 * np.pi, 200)
    reach = pad.reach_m + 6.0
    x, y = pad.x_m + reach * np.cos(turn), pad.y_m + reach * np.sin(turn)
    assert np.abs(flat.height_m(x, y) - small.height_m(x, y)).max() < 1e-2


def test_a_pad_without_height_takes_the_mean_of_its_land(small: Terrain) -> None:
    pad = Pad(4_000.0, 1_000.0, 150.0, 40.0)
    mean = small.height_m(*_circle(pad, pad.radius_m, 4_000)).mean()
    assert float(small.flattened([pad]).height_m(pad.x_m, pad.y_m)) == pytest.approx(mean, abs=0.5)


@settings(max_examples=30, deadline=None)
@given(INSIDE, st.floats(0, 2 * np.pi))
def test_patches_leave_no_step(small: Terrain, place: tuple[float, float], turn: float) -> None:
    flat = small.flattened(PADS)
    x, y = (
        place[0] + np.array([0, 1e-4 * np.cos(turn)]),
        place[1] + np.array([0, 1e-4 * np.sin(turn)]),
    )
    before, after = flat.height_m(x, y)
    assert abs(before - after) < 2e-2


def test_patches_leave_no_step_on_their_borders(small: Terrain) -> None:
    flat = small.flattened(PADS)
    lines = small.inner.west_m + 240.0 * np.arange(1, 60)
    x, y = np.meshgrid(lines, np.arange(-3_000.0, 2_000.0, 1.7))
    assert np.abs(flat.height_m(x - 1e-5, y) - flat.height_m(x + 1e-5, y)).max() < 1e-3


def test_the_smaller_of_two_pads_keeps_its_level_whatever_the_order(small: Terrain) -> None:
    one, other = small.flattened(PADS), small.flattened(PADS[::-1])
    assert np.array_equal(one.patches.heights, other.patches.heights)
    assert float(one.height_m(PADS[0].x_m, PADS[0].y_m)) == pytest.approx(1_612.5)


def test_pads_of_a_second_call_build_on_the_first(small: Terrain) -> None:
    twice = small.flattened(PADS[:1]).flattened(PADS[2:])
    once = small.flattened([PADS[0], PADS[2]])
    x, y = np.meshgrid(np.linspace(800, 4_300, 90), np.linspace(-2_300, 1_300, 90))
    assert np.abs(twice.height_m(x, y) - once.height_m(x, y)).max() < 1e-3


def test_flattening_leaves_the_terrain_it_came_from(small: Terrain) -> None:
    before = small.heights.copy()
    small.flattened(PADS)
    assert np.array_equal(small.heights, before)
    assert not len(small.patches.heights)


def test_a_pad_beyond_the_map_changes_nothing(small: Terrain) -> None:
    assert np.array_equal(small.flattened([Pad(9e6, 9e6, 50.0)]).heights, small.heights)


@given(INSIDE)
def test_normals_are_unit_and_lean_downhill(small: Terrain, place: tuple[float, float]) -> None:
    x, y = place
    normal = small.normal(x, y)
    assert np.linalg.norm(normal) == pytest.approx(1.0, abs=1e-5)
    lean = normal[:2] / max(np.hypot(normal[0], normal[1]), 1e-9)
    if normal[2] < 0.99:
        down = small.height_m(x + 10 * lean[0], y + 10 * lean[1])
        up = small.height_m(x - 10 * lean[0], y - 10 * lean[1])
        assert down < up


def test_surface_class_is_that_of_the_nearest_node(small: Terrain) -> None:
    border = small.inner.west_m + 30.0 * 255.5
    found = small.surface_class(
        [border - 1, border + 1, small.inner.west_m - 600.0], [0.0, 0.0, 0.0]
    )
    assert found.tolist() == [Surface.MEADOW, Surface.ROCK, Surface.STEPPE]


def test_slope_texture_gives_the_slope_back(small: Terrain) -> None:
    texture = small.inner_texture()
    code = (texture.slope.astype(np.float64) - 128.0) / 127.0
    slope = SLOPE_RANGE * np.sign(code) * code * code
    north, east = np.gradient(small.heights.astype(np.float64), 30.0)
    inner = np.s_[1:-1, 1:-1]
    for found, true in ((slope[..., 0], east), (slope[..., 1], north)):
        allowed = 0.001 + 0.04 * np.sqrt(np.abs(true[inner]))
        assert (np.abs(found - true)[inner] < allowed).all()
    assert texture.open_sky.shape == texture.surface.shape == small.inner.shape
    assert (texture.open_sky == 255).all()
