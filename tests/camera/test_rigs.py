"""Rigs move the same at 30 and 144 frames a second and never enter what is solid."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almaty_tour.camera.rigs.fly import LOWEST_ABOVE_GROUND_M, fly
from almaty_tour.camera.rigs.orbit import orbit
from almaty_tour.camera.rigs.walk import EYE_M, walk
from almaty_tour.camera.state import CameraState
from almaty_tour.mesh.data import Collision, Prism
from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.collision import obstacles


def hills(x, y):
    return 800.0 + 30.0 * np.sin(np.asarray(x) / 200.0) + 20.0 * np.cos(np.asarray(y) / 150.0)


def flat(x, y):
    return np.zeros(np.broadcast(x, y).shape)


def box(x0, y0, x1, y1, bottom, top):
    outline = np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float32)
    return Prism(outline, bottom, top)


def world(ground=flat, solids=(), floors=()):
    chunk = Chunk(
        "test",
        (0.0, 0.0, 0.0),
        np.zeros(3, np.float32),
        np.ones(3, np.float32),
        collision=Collision(tuple(solids), tuple(floors)),
    )
    return obstacles([chunk], ground)


def flown(rate_hz, seconds, move, mover=fly, start=(0.0, 0.0, 900.0), where=None, fast=False):
    camera, velocity = CameraState(start, 0.6, 0.0), np.zeros(3)
    where = where or world(hills)
    for _ in range(round(seconds * rate_hz)):
        camera, velocity = mover(camera, velocity, move, (0.0, 0.0), fast, 1.0 / rate_hz, where)
    return np.array(camera.position_enu)


@pytest.mark.parametrize("move", [(0.0, 1.0, 0.0), (1.0, 0.0, 0.0), (0.3, 0.7, 0.0)])
def test_flight_is_the_same_at_30_and_144_frames_a_second(move):
    slow, quick = flown(30, 3.0, move), flown(144, 3.0, move)
    way = np.linalg.norm(slow - [0.0, 0.0, 900.0])
    assert np.linalg.norm(slow - quick) < 0.02 * way


def test_walking_is_the_same_at_30_and_144_frames_a_second():
    start = (0.0, 0.0, float(hills(0.0, 0.0)) + EYE_M)
    slow = flown(30, 4.0, (0.0, 1.0, 0.0), walk, start)
    quick = flown(144, 4.0, (0.0, 1.0, 0.0), walk, start)
    assert np.linalg.norm(slow - quick) < 0.05
    assert slow[2] - hills(*slow[:2]) == pytest.approx(EYE_M, abs=0.1)


@settings(max_examples=40, deadline=None)
@given(
    st.floats(0.0, 6.28),
    st.floats(-1.4, 1.4),
    st.tuples(st.floats(-1, 1), st.floats(-1, 1), st.floats(-1, 1)),
    st.booleans(),
)
def test_flight_never_goes_below_the_ground(heading, pitch, move, fast):
    camera, velocity = CameraState((10.0, 20.0, 860.0), heading, pitch), np.zeros(3)
    where = world(hills)
    for _ in range(60):
        camera, velocity = fly(camera, velocity, move, (0.0, 0.0), fast, 0.1, where)
        x, y, z = camera.position_enu
        assert np.isfinite([x, y, z]).all()
        assert z >= hills(x, y) + LOWEST_ABOVE_GROUND_M - 1e-6


def test_a_walker_stops_at_a_wall_and_slides_along_it():
    where = world(solids=[box(-50.0, 10.0, 50.0, 20.0, -1.0, 30.0)])
    camera, velocity = CameraState((0.0, 0.0, EYE_M), np.radians(30.0), 0.0), np.zeros(3)
    for _ in range(300):
        camera, velocity = walk(camera, velocity, (0.0, 1.0, 0.0), (0.0, 0.0), True, 0.05, where)
        assert where.clearance_m(np.array(camera.position_enu)) >= 0.39
    assert camera.position_enu[0] > 5.0


def test_a_walker_climbs_steps_but_not_a_table():
    steps = [box(-2.0, 2.0 + i, 2.0, 12.0, -1.0, 0.15 * (i + 1)) for i in range(8)]
    where = world(floors=steps)
    camera, velocity = CameraState((0.0, 0.0, EYE_M), 0.0, 0.0), np.zeros(3)
    for _ in range(130):
        camera, velocity = walk(camera, velocity, (0.0, 1.0, 0.0), (0.0, 0.0), False, 0.04, where)
    assert camera.position_enu[1] > 8.0
    assert camera.position_enu[2] == pytest.approx(1.2 + EYE_M, abs=0.05)
    assert world(floors=[box(-2.0, 2.0, 2.0, 9.0, -1.0, 1.5)]).floor_m(0.0, 5.0, 0.0) == 0.0


def test_inside_a_house_the_ball_comes_out_the_nearest_way():
    where = world(solids=[box(0.0, 0.0, 40.0, 20.0, 0.0, 12.0)])
    out = where.pushed_out(np.array([38.0, 10.0, 5.0]), 1.0)
    assert out[0] == pytest.approx(41.0, abs=1e-3)
    up = where.pushed_out(np.array([20.0, 10.0, 11.5]), 1.0)
    assert up[2] == pytest.approx(13.0)


def test_orbit_keeps_its_distance_and_looks_at_its_target():
    camera = CameraState((0.0, -100.0, 40.0), 0.0, 0.0)
    target = (0.0, 0.0, 20.0)
    turned = orbit(camera, target, (0.0, 0.0, 0.0), (0.5, 0.1), 0.0, 0.02, world())
    before = np.linalg.norm(np.subtract(camera.position_enu, target))
    assert np.linalg.norm(np.subtract(turned.position_enu, target)) == pytest.approx(before)
    nearer = orbit(camera, target, (0.0, 0.0, 0.0), (0.0, 0.0), 3.0, 0.02, world())
    assert np.linalg.norm(np.subtract(nearer.position_enu, target)) < before * 0.75
