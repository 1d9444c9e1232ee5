"""The line of the mountains round an eye."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.geo.frame import curvature_drop_m
from almaty_tour.geo.terrain import Terrain
from almaty_tour.scene.skyline import DIRECTIONS, STEP_M, directions, settled, skyline


@pytest.fixture(scope="module")
def ground() -> Terrain:
    return Terrain.load(assets_dir() / "terrain")


def place_of(east: float, north: float) -> float:
    """Where `light.glsl` looks for a direction."""
    across = east / (abs(east) + abs(north))
    return (0.25 * across if north > 0.0 else 0.5 - 0.25 * across) % 1.0


def test_every_direction_is_where_the_shader_looks_for_it():
    ways = directions()
    assert np.allclose(np.hypot(*ways.T), 1.0)
    found = [place_of(*way) for way in ways.tolist()]
    assert np.allclose(found, (np.arange(DIRECTIONS) + 0.5) / DIRECTIONS)


def test_the_line_is_the_highest_angle_of_the_ground(ground):
    line = skyline(ground, (0.0, 0.0, 1_000.0))
    south = np.argmin(directions()[:, 1])
    way = directions()[south]
    away = np.linspace(500.0, 60_000.0, 6_000)
    height = ground.height_m(way[0] * away, way[1] * away) - curvature_drop_m(away) - 1_000.0
    finest = float(np.max(np.degrees(np.arctan2(height, away))))
    assert np.degrees(np.arcsin(line[south, 0])) == pytest.approx(finest, abs=0.35)
    assert 10.0 < line[south, 1] < 40.0


def test_mountains_stand_in_the_south_and_the_steppe_in_the_north(ground):
    line = skyline(ground, (0.0, 0.0, 1_000.0))
    north = directions()[:, 1]
    assert np.degrees(np.arcsin(line[north < -0.9, 0])).min() > 4.0
    assert np.degrees(np.arcsin(line[north > 0.9, 0])).max() < 1.0


def test_an_eye_keeps_its_line_within_a_cell():
    here = settled(np.array([10.0, 10.0, 900.0]))
    assert settled(np.array([STEP_M - 10.0, 20.0, 905.0])) == here
    assert settled(np.array([STEP_M + 10.0, 20.0, 900.0])) != here
