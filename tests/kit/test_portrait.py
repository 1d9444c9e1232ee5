"""A head is as tall as asked, even on both sides, its nose foremost, its beard below the chin."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.kit import portrait
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.skin import skin


def test_the_nose_is_foremost_and_the_crown_half_a_metre_up() -> None:
    field = portrait.head()
    mesh = skin(field, (-0.6, -0.7, -1.1), (0.6, 0.7, 0.7), 0.04, Paint("bronze"))
    points = mesh.positions
    assert points[:, 2].max() == pytest.approx(0.5, abs=0.03)
    foremost = points[points[:, 1].argmin()]
    assert abs(foremost[0]) < 0.06
    assert -0.2 < foremost[2] < 0.0
    assert points[:, 0].min() == pytest.approx(-points[:, 0].max(), abs=0.02)


def test_both_halves_are_mirror_images() -> None:
    field = portrait.head(beard_m=0.3)
    points = np.random.default_rng(3).uniform(-0.6, 0.6, (400, 3))
    flipped = points * np.array([-1.0, 1.0, 1.0])
    assert field(points) == pytest.approx(field(flipped), abs=2e-3)


def test_a_beard_hangs_below_the_chin() -> None:
    under = np.array([[0.0, -0.3, -0.7]])
    assert portrait.head()(under)[0] > 0.05
    assert portrait.head(beard_m=0.3)(under)[0] < 0.0
