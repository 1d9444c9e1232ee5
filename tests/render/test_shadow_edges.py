"""Edges of shadows stay where they are when a map is drawn anew for an eye that has moved."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.conftest import sun

from almaty_tour.camera.state import CameraState
from almaty_tour.render.cascades import CascadeSet
from almaty_tour.scene.chunk import Level
from almaty_tour.scene.vertex import VERTEX

SIZE_PX, REACH_M = 1024, (150.0, 900.0)
NORTH, LIGHT = np.array([0.0, 1.0, 0.0]), np.array([0.35, -0.6, 0.72])
EYE = np.array([120.0, -340.0, 820.0])
CORNER = np.array([131.3, -322.7, 809.1])


def texels(eye):
    """Where a corner of a house lies in maps that are drawn for an eye, in texels."""
    maps = CascadeSet(SIZE_PX, REACH_M)
    maps.update(eye, NORTH, 20.0, LIGHT / np.linalg.norm(LIGHT))
    where = maps.places(eye)
    count = len(REACH_M)
    return (where.turn @ (CORNER - eye) * where.scale + where.offset)[:count, :2] * SIZE_PX


@given(st.tuples(*[st.floats(-60.0, 60.0)] * 2), st.floats(-10.0, 10.0))
def test_maps_for_other_eyes_cut_the_world_into_the_same_texels(aside_m, above_m):
    apart = texels(EYE + np.array([*aside_m, above_m])) - texels(EYE)
    assert apart == pytest.approx(np.rint(apart), abs=1e-6)


@pytest.mark.gl
@pytest.mark.parametrize("share", [0.1, 0.37, 0.5, 3.3])
def test_a_map_that_is_drawn_anew_shows_the_same_shadows_to_the_bit(bench, share):
    bench.put("ground", (400.0, 400.0, 1.0), (0.0, 0.0, -1.0), "concrete")
    bench.put("house", (11.0, 9.0, 12.0), (3.0, 2.0, 0.0))
    texel_m = 2.0 * 150.0 / 1024
    view = CameraState((0.0, -40.0, 35.0), 0.2, -0.7)
    away = replace(view, position_enu=(share * texel_m, share * texel_m - 40.0, 35.0))
    light = sun(35.0, 200.0)
    seen = []
    for eye in (view, away):  # for whom the maps are drawn
        rows = np.zeros(3, VERTEX)
        bench.renderer.upload_prop("new", (Level(rows, np.zeros(3, np.uint32), 0.0),))
        bench.picture(bench.frame(eye, light))
        seen.append(bench.picture(bench.frame(view, light)))
        assert bench.renderer.stats.shadow_maps == 0
    assert np.array_equal(*seen)
