"""Framed pictures as arrays: which are in sight, which one a ray meets."""

from __future__ import annotations

import numpy as np

from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.scene.framed import framed, hit, largest_seen


class NoImages:
    def levels(self, image):
        return None


NORTHWARD = CameraState((0.0, 0.0, 2.0), 0.0, 0.0)
EYE = np.array(NORTHWARD.position_enu)
PLANES = frustum_planes(NORTHWARD, 16 / 9)


def on_a_wall(*centres):
    names = tuple(f"p{row}" for row in range(len(centres)))
    return framed(centres, (1.0, 0.0, 0.0), (2.0, 1.0), names, NoImages())


def test_the_largest_on_the_screen_comes_first_and_what_lies_behind_is_left_out():
    pictures = on_a_wall((0, 40, 2), (0, 10, 2), (0, -5, 2), (200, 10, 2), (0, 9000, 2))
    assert largest_seen(pictures, EYE, PLANES, 9, 0.002).tolist() == [1, 0]
    assert largest_seen(pictures, EYE, PLANES, 1, 0.002).tolist() == [1]


def test_pictures_seen_from_the_edge_or_from_behind_come_last():
    names = ("near, from behind", "near, its edge", "far, its front")
    right = ((-1.0, 0.0, 0.0), (0.05, 1.0, 0.0), (1.0, 0.0, 0.0))
    pictures = framed(((1, 6, 2), (0, 5, 2), (0, 40, 2)), right, (2.0, 1.0), names, NoImages())
    assert largest_seen(pictures, EYE, PLANES, 9, 0.002).tolist() == [2, 1, 0]


def test_a_ray_meets_the_nearest_picture_within_its_frame_and_from_its_front():
    pictures = on_a_wall((0, 40, 2), (0, 10, 2))
    assert hit(pictures, EYE, np.array([0.0, 1.0, 0.0])) == (1, 10.0)
    rim = np.array([1.11, 10.0, 0.0])
    assert hit(pictures, EYE, rim / np.linalg.norm(rim))[0] == 1
    past = np.array([1.13, 10.0, 0.0])
    assert hit(pictures, EYE, past / np.linalg.norm(past)) is None
    behind = EYE + np.array([0.0, 60.0, 0.0])
    assert hit(pictures, behind, np.array([0.0, -1.0, 0.0])) is None
    assert hit(on_a_wall(), EYE, np.array([0.0, 1.0, 0.0])) is None


def test_one_number_is_for_all_and_a_row_for_each():
    names = ("a", "b")
    made = framed([[0, 0, 0], [5, 0, 0]], (1, 0, 0), [[1, 2], [3, 4]], names, NoImages(),
                  mat_m=(0.1, 0.0), frame_m=0.05)  # fmt: skip
    assert len(made) == 2
    np.testing.assert_allclose(made.half_m, [[0.65, 1.15], [1.55, 2.05]], rtol=1e-6)
