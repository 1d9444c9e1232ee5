"""Letters cover their own ink once, whatever their outlines do."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from almaty_tour.kit import lettering
from almaty_tour.kit.paint import Paint


def front_area_m2(made):
    corner = made.positions[made.faces].astype(np.float64)
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    return -across[:, 1][across[:, 1] < 0.0].sum() / 2


def test_a_crossed_outline_is_filled_once():
    """Two legs, two slanted strokes: about half of what the letter's box holds."""
    made = lettering.lettering("М", 1.0)
    low, high = np.array(made.bounds_m)
    assert front_area_m2(made) < 0.55 * (high[0] - low[0]) * (high[2] - low[2])


@pytest.mark.parametrize("letter", "НАДҒПМWZVм")
def test_bold_letters_cover_more_and_stand_as_high(letter):
    plain, bold = lettering.lettering(letter, 1.0), lettering.lettering(letter, 1.0, bold_m=0.02)
    assert front_area_m2(bold) > 1.1 * front_area_m2(plain)
    assert bold.bounds_m[1][2] == pytest.approx(plain.bounds_m[1][2] + 0.02, abs=0.004)


def test_a_bow_tie_becomes_simple():
    shape, holes = lettering.sound(np.array([(0.0, 0), (2, 0), (2, 2), (0.9, -0.1), (0, 2)]), [])
    assert holes == []
    assert shapely.Polygon(shape).is_valid


def test_words_are_of_a_material_of_lettering():
    with pytest.raises(ValueError, match="not of 'gold'"):
        lettering.lettering("М", 1.0, Paint("gold"))
