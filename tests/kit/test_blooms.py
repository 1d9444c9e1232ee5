"""Flower beds stay inside their outline, leave their holes bare, and repeat by name."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile
from almaty_tour.kit.blooms import blooms, inside
from almaty_tour.kit.paint import Paint

REDS = (Paint("foliage", "#C03020"), Paint("foliage", "#E05040"))


def test_inside_agrees_with_the_definition_of_a_ring() -> None:
    ring = profile.circle(2.0, 64)
    points = np.stack(np.meshgrid(np.linspace(-3, 3, 41), np.linspace(-3, 3, 41)), -1).reshape(
        -1, 2
    )
    radius = np.linalg.norm(points, axis=1)
    clear = np.abs(radius - 2.0) > 0.02
    assert (inside(points, ring) == (radius < 2.0))[clear].all()


def test_a_bed_fills_its_outline_and_not_its_hole() -> None:
    bed, hole = profile.rectangle(6.0, 4.0), profile.rectangle(2.0, 2.0)
    made = blooms(bed, 1.0, REDS, "test", pitch_m=0.5, height_m=0.3, holes=[hole])
    high = made.positions[made.positions[:, 2] > 1.2]
    assert (np.abs(high[:, :2]) < [3.3, 2.3]).all()
    assert not (np.abs(high[:, :2]) < 0.6).all(axis=1).any()
    assert len({tuple(tint) for tint in made.tint[:, :3]}) == 3


def test_the_name_decides_the_flowers() -> None:
    bed = profile.rectangle(4.0, 4.0)
    first, again = (blooms(bed, 0.0, REDS, "a") for _ in range(2))
    other = blooms(bed, 0.0, REDS, "b")
    assert np.array_equal(first.positions, again.positions)
    assert first.positions.shape != other.positions.shape or not np.array_equal(
        first.positions, other.positions
    )
