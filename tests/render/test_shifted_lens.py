"""A lens that is shifted shows what a larger picture through the same lens shows there."""

from __future__ import annotations

import math

import numpy as np
import pytest
from tests.render.conftest import SIZE, sun

from almaty_tour.camera.state import CameraState
from almaty_tour.scene.pick import chunk_code, chunk_of

pytestmark = pytest.mark.gl

EYE = (0.0, -80.0, 3.0)
TOWER_M = (12.0, 12.0, 60.0)
SHIFT = 1.0 / 3.0
ROWS = slice(15, 105)
"""Of a picture twice as high: its middle row less a half and a third of the height of SIZE."""


@pytest.fixture
def town(bench):
    bench.put("ground", (900.0, 900.0, 1.0), (0.0, 0.0, -1.0), "concrete")
    bench.put("tower", TOWER_M, (30.0, 20.0, 0.0))
    bench.put("house", (30.0, 20.0, 9.0), (-25.0, 0.0, 0.0), "brick")
    return bench


def columns(ids, code):
    """(rows, 2) first and last column of a thing in its rows, without the ends that recede."""
    rows = [np.flatnonzero(row == code) for row in ids]
    return np.array([(row[0], row[-1]) for row in rows if len(row)])[10:-5]


def test_a_tower_beside_the_middle_stands_upright_to_a_pixel(town):
    code = chunk_code("tower") + 1
    view = CameraState(EYE, 0.0, 0.0, shift=0.3)
    upright = columns(town.renderer.id_picture(town.frame(view)), code)
    tilted = CameraState(EYE, 0.0, 0.35)
    leaning = columns(town.renderer.id_picture(town.frame(tilted)), code)
    assert len(upright) > 30
    assert np.ptp(upright[:, 0]) <= 1
    assert np.ptp(upright[:, 1]) <= 1
    assert np.ptp(leaning[:, 1]) > 4


@pytest.mark.parametrize(("preset", "most"), [("golden", 1.0), ("low", 1.0), ("high", 9.0)])
def test_it_shows_a_part_of_the_larger_picture(town, preset, most):
    """`high` darkens the corners of each picture, and its exposure follows it."""
    view = CameraState(EYE, 0.2, 0.0, shift=SHIFT)
    wide = CameraState(EYE, 0.2, 0.0, 2.0 * math.atan(2.0 * math.tan(view.fov_rad / 2.0)))
    tall = SIZE[0], 2 * SIZE[1]
    part = town.picture(town.frame(wide, sun(25.0, 240.0), preset, tall))[ROWS]
    shown = town.picture(town.frame(view, sun(25.0, 240.0), preset))
    assert np.abs(shown - part).mean() < most
    assert np.abs(shown - part[::-1]).mean() > 3.0 * most


def test_what_is_under_a_pixel_is_found_through_it(town):
    frame = town.frame(CameraState(EYE, 0.0, 0.0, shift=SHIFT))
    number, distance = town.renderer.pick(frame, 112, 30)
    assert chunk_of(number, town.scene.ids()) == "tower"
    focal = 90.0 / (2.0 * math.tan(frame.camera.fov_rad / 2.0))
    across, above = (112.0 - 80.0) / focal, (45.0 + SHIFT * 90.0 - 30.0) / focal
    ahead = 94.0  # to the near side of the tower
    assert distance == pytest.approx(ahead * math.sqrt(1.0 + across**2 + above**2), rel=0.02)
