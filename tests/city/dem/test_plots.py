"""Landmarks that are built on their land keep it; lakes give way to real shores."""

import dataclasses

import numpy as np
import pytest
from tests.city.dem.conftest import INNER, nodes

from almaty_tour.base.assets import assets_dir
from almaty_tour.city.dem import plots
from almaty_tour.content.load import load_landmarks
from almaty_tour.geo.grid import split
from almaty_tour.geo.pads import Pad
from almaty_tour.geo.terrain import Surface

SPOTS = np.stack(np.meshgrid(np.arange(-300.0, 301.0, 20.0), np.arange(-200.0, 201.0, 20.0)), -1)


@pytest.fixture
def landmark(monkeypatch):
    """One landmark whose model stands on a rectangle of 600 x 400 m; returns its pads."""
    spec = next(iter(load_landmarks(assets_dir() / "content")[0].values()))
    pads = []
    monkeypatch.setattr(plots, "load_landmarks", lambda _: ({"one": spec}, ()))
    monkeypatch.setattr(plots, "level_ground", lambda _: pads)
    monkeypatch.setattr(plots, "_off_pads", lambda *_: SPOTS.reshape(-1, 2))
    return pads


def under(x, y):
    """The nodes of the squares that a rectangle of places touches."""
    column, _ = split((np.asarray(x) - INNER.west_m) / 30.0, 512)
    row, _ = split((np.asarray(y) - INNER.south_m) / 30.0, 512)
    return np.s_[row.min() : row.max() + 2, column.min() : column.max() + 2]


def test_the_land_under_a_model_keeps_its_form_and_joins(landmark, ground, land):
    rough = ground.heights + (20.0 + 5.0 * np.sin(nodes(INNER)[0] / 50.0)).astype(np.float32)
    heights, whole, names = plots.kept(land, ground, rough)
    assert names == ("one",)
    core = under([-300.0, 300.0], [-200.0, 200.0])
    assert whole[core].all()
    moved = (heights - ground.heights)[core]
    assert np.ptp(moved) < 1e-3  # the form is the shipped one
    assert 15.0 < moved.mean() < 25.0  # on the new level
    x, y = nodes(INNER)
    far = np.maximum(np.abs(x) - 330.0, np.abs(y) - 230.0) > plots.JOIN_M
    np.testing.assert_array_equal(heights[far], rough[far])


def test_a_landmark_with_a_level_of_its_own_does_not_move(landmark, ground, land):
    landmark.append(Pad(0.0, 0.0, 50.0, 20.0, 905.0))
    heights, whole, _ = plots.kept(land, ground, ground.heights + np.float32(20.0))
    np.testing.assert_array_equal(heights[whole], ground.heights[whole])


def test_a_few_vertices_are_no_reason(landmark, ground, land, monkeypatch):
    monkeypatch.setattr(plots, "_off_pads", lambda *_: SPOTS.reshape(-1, 2)[:50])
    heights, whole, names = plots.kept(land, ground, ground.heights + np.float32(20.0))
    assert names == ()
    assert not whole.any()
    assert np.ptp(heights - ground.heights) < 1e-3


def test_a_real_mountainside_stands_in_a_modelled_lake(landmark, ground, land):
    surface = ground.surface.copy()
    surface[under([-300.0, 300.0], [-200.0, 200.0])] = Surface.WATER
    lake = dataclasses.replace(ground, surface=surface)
    landmark.append(Pad(0.0, 0.0, 50.0, 20.0, 905.0))
    rough = lake.heights.copy()
    slope = under([150.0, 400.0], [-300.0, 300.0])
    rough[slope] += 50.0
    heights, whole, _ = plots.kept(land, lake, rough)
    assert not whole[slope].any()
    np.testing.assert_allclose(heights[slope][:, 3:], rough[slope][:, 3:])


def test_what_a_model_encloses_is_kept_too(landmark, ground, land, monkeypatch):
    ring = SPOTS.reshape(-1, 2)
    ring = ring[(np.abs(ring[:, 0]) > 250.0) | (np.abs(ring[:, 1]) > 150.0)]
    monkeypatch.setattr(plots, "_off_pads", lambda *_: ring)
    _, whole, _ = plots.kept(land, ground, ground.heights + np.float32(20.0))
    assert whole[under([-300.0, 300.0], [-200.0, 200.0])].all()


def test_a_lake_is_level_where_it_was_measured_low(ground):
    surface = ground.surface.copy()
    surface[200:220, 200:220] = Surface.WATER
    lake = dataclasses.replace(ground, surface=surface)
    heights = ground.heights.copy()
    heights[200:220, 200:212] = 890.0 + (np.indices((20, 12)).sum(0) % 3).astype(np.float32)
    heights[200:220, 212:220] = 930.0
    level, wet = plots.lakes_levelled(lake, heights, np.ones(heights.shape, bool))
    assert wet.sum() == 20 * 12
    assert np.ptp(level[wet]) < 1e-3
    np.testing.assert_array_equal(level[200:220, 214:220], 930.0)
    same, wet = plots.lakes_levelled(lake, heights, np.zeros(heights.shape, bool))
    np.testing.assert_array_equal(same, heights)
    assert wet.sum() == 400


def test_a_senseless_level_is_not_believed(ground):
    surface = ground.surface.copy()
    surface[200:220, 200:220] = Surface.WATER
    lake = dataclasses.replace(ground, surface=surface)
    known = float(np.median(ground.heights[200:220, 200:220]))
    deep = ground.heights - np.float32(200.0)
    level, _ = plots.lakes_levelled(lake, deep, np.ones(deep.shape, bool))
    np.testing.assert_allclose(level[205:215, 205:215], known, atol=0.01)
