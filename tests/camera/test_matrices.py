from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.camera.matrices import (
    NEAR_M,
    DepthScheme,
    axes,
    distance_of_depth,
    frustum_planes,
    pixel_ray,
    projected,
    raised,
    view_projection,
    world_planes,
)
from almaty_tour.camera.state import CameraState

ASPECT = 16 / 9
SIZE = (1280, 720)
angles = st.floats(-math.pi, math.pi)
pitches = st.floats(-1.5, 1.5)


shifts = st.sampled_from((-0.4, 0.0, 0.3))


def camera(heading=0.3, pitch=-0.2, position=(100.0, -50.0, 900.0), shift=0.0):
    return CameraState(position, heading, pitch, shift=shift)


@given(angles, pitches)
def test_axes_are_orthonormal_and_never_roll(heading, pitch):
    rows = axes(camera(heading, pitch))
    assert np.allclose(rows @ rows.T, np.eye(3), atol=1e-12)
    assert np.allclose(np.cross(rows[0], rows[1]), -rows[2], atol=1e-12)
    assert rows[0, 2] == 0.0


def test_headings_are_compass_headings():
    assert np.allclose(axes(camera(0.0, 0.0))[2], [0, 1, 0])
    assert np.allclose(axes(camera(math.pi / 2, 0.0))[2], [1, 0, 0], atol=1e-15)


@pytest.mark.parametrize("scheme", DepthScheme)
@given(angles, pitches, st.floats(0.5, 60_000.0))
def test_a_point_ahead_is_in_the_middle(scheme, heading, pitch, distance):
    view = camera(heading, pitch)
    clip = view_projection(view, SIZE, scheme) @ [*(axes(view)[2] * distance), 1.0]
    assert clip[3] == pytest.approx(distance)
    assert np.allclose(clip[:2] / clip[3], 0.0, atol=1e-9)


@given(st.floats(0.5, 60_000.0))
def test_reversed_depth_gives_the_distance_back(distance):
    view = camera()
    clip = view_projection(view, SIZE) @ [*(axes(view)[2] * distance), 1.0]
    depth = clip[2] / clip[3]
    assert 0.0 < depth <= NEAR_M / 0.5
    assert distance_of_depth(depth, DepthScheme.REVERSED) == pytest.approx(distance)
    assert distance_of_depth(0.0, DepthScheme.REVERSED) == math.inf


@given(angles, pitches, st.floats(0, SIZE[0]), st.floats(0, SIZE[1]), st.floats(1.0, 1e4), shifts)
def test_pixels_and_points_agree(heading, pitch, x, y, distance, shift):
    view = camera(heading, pitch, shift=shift)
    point = pixel_ray(view, SIZE, x, y) * distance
    clip = view_projection(view, SIZE) @ [*point, 1.0]
    across, above = clip[:2] / clip[3]
    assert (across + 1) / 2 * SIZE[0] == pytest.approx(x, abs=1e-3)
    assert (1 - above) / 2 * SIZE[1] == pytest.approx(y, abs=1e-3)
    ((left, top, away),) = projected(view, np.array([point]) + view.position_enu, SIZE)
    assert (left, top) == pytest.approx((x, y), abs=1e-3)
    assert away == pytest.approx(clip[3])


@given(angles, pitches, st.tuples(*[st.floats(-3000, 3000)] * 3), shifts)
def test_planes_hold_what_the_matrix_shows(heading, pitch, point, shift):
    view = camera(heading, pitch, shift=shift)
    clip = view_projection(view, SIZE) @ [*point, 1.0]
    margin = min(clip[3] - abs(clip[0]), clip[3] - abs(clip[1]), clip[3] - NEAR_M)
    signed = frustum_planes(view, ASPECT) @ [*point, 1.0]
    if abs(margin) > 1e-6:
        assert (signed.min() >= 0.0) == (margin > 0.0)
    world = world_planes(view, ASPECT) @ [*(np.array(point) + view.position_enu), 1.0]
    assert np.allclose(world, signed, atol=1e-8)


@given(angles, st.floats(-0.5, 0.5), st.floats(20.0, 400.0), st.floats(-0.6, 0.6))
def test_a_level_camera_keeps_towers_upright_whatever_its_lens_is_shifted(
    heading, shift, far, side
):
    view = camera(heading, 0.0, shift=shift)
    right, _, ahead = axes(view)
    foot = np.array(view.position_enu) + (ahead + right * side) * far
    edge = foot + np.linspace(0.0, 60.0, 7)[:, None] * np.array([0.0, 0.0, 1.0])
    seen = projected(view, edge, SIZE)
    assert np.ptp(seen[:, 0]) < 1e-6
    plain = projected(camera(heading, 0.0), edge, SIZE)
    assert np.allclose(seen[:, 1] - plain[:, 1], shift * SIZE[1])


@given(angles, st.floats(-0.5, 0.5))
def test_a_shift_moves_the_horizon_by_its_share_of_the_picture(heading, shift):
    view = camera(heading, 0.0, shift=shift)
    horizon = pixel_ray(view, SIZE, SIZE[0] / 2, (0.5 + shift) * SIZE[1])
    assert horizon[2] == pytest.approx(0.0, abs=1e-9)
    assert raised(view) == pytest.approx(2.0 * shift * math.tan(view.fov_rad / 2.0))
