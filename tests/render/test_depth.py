"""No two surfaces fight for a pixel, from half a metre to 60 km, in either depth scheme."""

from __future__ import annotations

import numpy as np
import pytest
from tests.render.conftest import Bench

from almaty_tour.base.assets import assets_dir
from almaty_tour.camera.matrices import DepthScheme
from almaty_tour.camera.state import CameraState
from almaty_tour.scene.pick import chunk_code

pytestmark = pytest.mark.gl

LEAST_GAP_M = 0.01
GAP_SHARE = 1e-4
"""What lies closer together than 1 cm, or a metre at 10 km, is not promised to stay apart."""
STEPS = 6
WIDEST_M = 8_000.0
"""The Earth bends under what is wider, and corners alone follow it."""


@pytest.fixture(params=DepthScheme)
def made(context, request):
    from almaty_tour.render.renderer import Renderer

    renderer = Renderer("golden", assets_dir(), scheme=request.param)
    if renderer.scheme is not request.param:
        pytest.skip("this driver has no clip control")
    yield Bench(renderer)
    renderer.free()


def gap_m(distance_m):
    return max(LEAST_GAP_M, GAP_SHARE * distance_m)


def eyes(distance_m):
    """Places that differ by little, as those of a camera on the move."""
    step = np.array([0.37, 0.011, 0.23]) * min(distance_m * 0.01, 3.0)
    return [tuple((step * number).tolist()) for number in range(STEPS)]


def only_front(made, view, code):
    ids = made.renderer.id_picture(made.frame(view))
    seen = ids[np.isin(ids, [chunk_code("behind") + 1, code])]
    assert len(seen) > 500
    assert (seen == code).all(), f"{(seen != code).mean():.1%} of it is what lies behind"


@pytest.mark.parametrize("distance_m", [0.5, 5.0, 50.0, 500.0, 2_000.0, 10_000.0, 60_000.0])
def test_a_wall_hides_the_wall_close_behind_it(made, distance_m):
    size = (1.4 * distance_m, 0.2 * distance_m, 1.4 * distance_m)
    middle = distance_m + size[1] / 2.0
    # The one behind is larger, so that it shows where it wins and not where the other ends.
    made.put("behind", size, (0.0, middle + gap_m(distance_m), -size[2] / 2.0))
    made.put("front", size, (0.0, middle, -size[2] / 2.0))
    for number, eye in enumerate(eyes(distance_m)):
        view = CameraState(eye, 0.003 * number, 0.002 * number, 0.5)
        only_front(made, view, chunk_code("front") + 1)


@pytest.mark.parametrize("distance_m", [1.0, 10.0, 100.0, 1_000.0, 10_000.0, 60_000.0])
def test_a_road_hides_the_ground_close_under_it(made, distance_m):
    """Both are seen at a low angle, from a tenth of the distance above."""
    wide_m = min(0.8 * distance_m, WIDEST_M)
    size = np.array([1.0, 1.0, 0.06]) * wide_m
    # All of the ground lies within the road, so that not one pixel of it may show.
    made.put(
        "behind", size * (0.96, 0.96, 0.5), (0.0, distance_m, -size[2] / 2 - gap_m(distance_m))
    )
    made.put("front", size, (0.0, distance_m, -size[2]))
    for number, eye in enumerate(eyes(distance_m)):
        above = (eye[0], eye[1], eye[2] + 0.1 * distance_m)
        view = CameraState(above, 0.002 * number, -0.1, 0.5 * wide_m / distance_m)
        only_front(made, view, chunk_code("front") + 1)
