"""What is kept near an eye answers as looking among all does."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.camera.matrices import world_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.scene.cull import NearBoxes, Sides, near_boxes


@given(st.integers(0, 2**32 - 1))
def test_an_eye_on_its_way_finds_the_same(seed):
    random = np.random.default_rng(seed)
    boxes = np.ones((7, 400), np.float32)
    boxes[:3] = random.uniform(-900.0, 900.0, (3, 400))
    boxes[3:6] = random.uniform(0.0, 60.0, (3, 400))
    near, eye = NearBoxes(boxes), random.uniform(-400.0, 400.0, 3)
    for _ in range(12):
        eye = eye + random.normal(0.0, 40.0, 3)
        reach_m = float(random.choice([80.0, 200.0, 250.0, np.inf]))
        state = CameraState(tuple(eye.tolist()), random.uniform(-3.0, 3.0), 0.0)
        for sides in (None, Sides.of(eye, world_planes(state, 16 / 9))):
            found = near.at(eye, reach_m, sides)
            assert np.array_equal(found, near_boxes(boxes, eye, reach_m, sides))


@given(st.integers(0, 2**32 - 1))
def test_the_sides_of_a_view_leave_out_no_point_near_the_eye_that_it_shows(seed):
    random = np.random.default_rng(seed)
    eye, points = random.uniform(-400.0, 400.0, 3), random.uniform(-900.0, 900.0, (400, 3))
    boxes = np.concatenate([points.T, np.zeros((3, 400)), np.ones((1, 400))]).astype(np.float32)
    planes = world_planes(CameraState(tuple(eye.tolist()), random.uniform(-3.0, 3.0), 0.0), 1.0)
    found = Sides.of(eye, planes).near(boxes, 300.0)
    inside = np.minimum((points @ planes[:, :3].T + planes[:, 3]).min(axis=1),
                        300.0 - np.abs(points - eye).max(axis=1))  # fmt: skip
    clear = np.abs(inside) > 0.01
    assert np.array_equal(np.isin(np.arange(400), found)[clear], (inside > 0.0)[clear])
