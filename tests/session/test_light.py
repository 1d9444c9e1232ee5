"""The environment of a moment: what the year does to grass and snow."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np

from almaty_tour.session.light import environment_at


def dryness(month):
    return environment_at(datetime(2026, month, 15, 12)).dryness


def test_the_hills_are_green_in_may_and_straw_in_august():
    assert dryness(5) < dryness(6) < dryness(7) < dryness(8)
    assert all(0.0 <= dryness(month) <= 1.0 for month in range(1, 13))


def test_the_snow_line_climbs_to_august_and_never_jumps():
    days = [datetime(2026, 1, 1, 12) + timedelta(days=day) for day in range(730)]
    lines = np.array([environment_at(day).snow_line_m for day in days])
    assert np.abs(np.diff(lines)).max() < 45.0
    assert 570.0 < lines.min() < 760.0, "the town lies at 700 to 900 m"
    assert 225 <= int(np.argmax(lines[:365])) + 1 <= 235
    assert np.array_equal(lines[:365], lines[365:])


def test_cloud_and_the_day_of_leaves_follow_the_date_and_never_step():
    days = [datetime(2026, 1, 1, 12) + timedelta(days=day) for day in range(366)]
    cover = np.array([environment_at(day).cloud for day in days])
    assert 0.0 < np.abs(np.diff(cover)).max() < 0.004
    assert [environment_at(day).day for day in days] == [*range(1, 366), 1]
