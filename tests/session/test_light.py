"""The environment of a moment: what the months do to the grass."""

from __future__ import annotations

from datetime import datetime

from almaty_tour.session.light import environment_at


def dryness(month):
    return environment_at(datetime(2026, month, 15, 12)).dryness


def test_the_hills_are_green_in_may_and_straw_in_august():
    assert dryness(5) < dryness(6) < dryness(7) < dryness(8)
    assert all(0.0 <= dryness(month) <= 1.0 for month in range(1, 13))
