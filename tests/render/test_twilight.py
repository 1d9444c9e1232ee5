"""The colours of civil twilight: where they stand, when they come and go."""

import numpy as np
import pytest

from almaty_tour.render.atmosphere import SKY_COLUMNS, SKY_ROWS
from almaty_tour.render.twilight import afterglow

LOW = SKY_ROWS // 2 + 2
"""A row about a degree over the horizon."""


def redness(table, row, column):
    red, _, blue = table[row, column]
    return red / blue


@pytest.mark.parametrize("height_deg", [-90.0, -18.0, -10.0, 2.0, 8.0, 60.0])
def test_neither_day_nor_night_is_touched(height_deg):
    assert np.array_equal(afterglow(height_deg), np.ones((SKY_ROWS, SKY_COLUMNS, 3), np.float32))


def test_the_west_glows_at_the_horizon_and_less_higher_up():
    table = afterglow(-4.0)
    rows = [redness(table, LOW + k, 0) for k in (0, 4, 8, 14)]
    assert rows == sorted(rows, reverse=True)
    assert rows[0] > 2.0
    assert rows[-1] == pytest.approx(1.0, abs=0.05)


def test_a_rosy_arch_stands_opposite_over_the_shadow_of_the_earth():
    table = afterglow(-4.0)
    opposite = np.array([redness(table, row, -1) for row in range(LOW, SKY_ROWS)])
    arch = int(opposite.argmax())
    assert opposite[arch] > 1.3
    assert opposite[0] < 1.0 < opposite[arch]
    assert table[LOW, -1].mean() < 1.0  # the shadow is darker than the sky


def test_the_arch_climbs_as_the_sun_sinks():
    def crest(height_deg):
        return int(afterglow(height_deg)[LOW:, -1, 0].argmax())

    assert crest(-1.0) < crest(-5.0)


def test_the_glow_fades_before_the_night():
    assert afterglow(-3.0)[LOW, 0, 0] > afterglow(-7.0)[LOW, 0, 0] > afterglow(-9.5)[LOW, 0, 0] > 1
