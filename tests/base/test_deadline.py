"""A work that takes too long ends with one line about its file."""

import pytest

from almaty_tour.base.deadline import Deadline
from almaty_tour.base.errors import AssetError


def test_it_raises_when_the_time_is_over_and_not_before():
    now = [100.0]
    tick = Deadline("map.osm", 30.0, lambda: now[0])
    tick()
    now[0] = 129.5
    tick()
    assert tick.left_s == pytest.approx(0.5)
    now[0] = 130.0
    with pytest.raises(AssetError, match=r"map\.osm: takes longer than the 30 s allowed"):
        tick()
    now[0] = 140.0
    assert tick.left_s == 0.0
