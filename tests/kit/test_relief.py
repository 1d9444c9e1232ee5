"""A carved shape keeps its outline at the wall and turns all faces outwards."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.kit import profile
from almaty_tour.kit.paint import STONE
from almaty_tour.kit.relief import relief


def test_a_square_is_raised_with_a_smaller_front() -> None:
    made = relief(profile.rectangle(2.0, 1.0), -0.2, 0.0, STONE, edge_m=0.1)
    points = made.positions
    assert points[:, 1].min() == pytest.approx(-0.2)
    assert np.ptp(points[points[:, 1] > -0.01], axis=0)[[0, 2]] == pytest.approx([2.0, 1.0])
    assert np.ptp(points[points[:, 1] < -0.19], axis=0)[[0, 2]] == pytest.approx([1.8, 0.8])
    assert made.triangle_count == 2 + 2 * 8


def test_faces_look_to_the_eye_or_sideways_and_never_to_the_wall() -> None:
    made = relief(profile.star(5, 1.0, 0.6), -0.3, 0.0, STONE, edge_m=0.05)
    corner = made.positions[made.faces].astype(np.float64)
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    assert (across[:, 1] < 1e-9).all()
    outwards = corner.mean(axis=1)[:, [0, 2]]
    sides = np.abs(across[:, 1]) < 1e-9
    assert ((across[:, [0, 2]] * outwards).sum(axis=1)[sides] > 0).all()
