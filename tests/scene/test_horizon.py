from __future__ import annotations

import math

import numpy as np
import pytest

from almaty_tour.geo.grid import Lattice
from almaty_tour.scene.horizon import DIRECTIONS, Horizon, _stored

LATTICE = Lattice(0.0, 0.0, 100.0, 4, 3)


def horizon(skyline_deg: float, blocked: int) -> Horizon:
    """A skyline of a height in one direction, level everywhere else."""
    sines = np.zeros((DIRECTIONS, 3, 4))
    sines[blocked] = math.sin(math.radians(skyline_deg))
    both = {"inner": _stored(sines), "outer": _stored(sines)}
    return Horizon(both, {"inner": LATTICE, "outer": LATTICE})


def sun(elevation_deg: float, azimuth_deg: float):
    lift, turn = math.radians(elevation_deg), math.radians(azimuth_deg)
    return (math.sin(turn) * math.cos(lift), math.cos(turn) * math.cos(lift), math.sin(lift))


@pytest.mark.parametrize(
    ("elevation", "azimuth", "share"), [(10, 180, 0), (30, 180, 255), (10, 0, 255)]
)
def test_the_sun_is_behind_the_mountain_only_where_it_stands(elevation, azimuth, share):
    south = DIRECTIONS // 2
    found = horizon(20.0, south).sun_share("inner", sun(elevation, azimuth))
    assert found.shape == (3, 4)
    assert (found == share).all()
    at = horizon(20.0, south).share_at(sun(elevation, azimuth), 150.0, 150.0)[0]
    assert at == pytest.approx(share / 255)
