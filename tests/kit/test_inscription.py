"""Letters cover their own ink once, whatever their outlines do."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from almaty_tour.kit import inscription, lettering


def front_area_m2(made):
    corner = made.positions[made.faces].astype(np.float64)
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    return -across[:, 1][across[:, 1] < 0.0].sum() / 2


@pytest.mark.parametrize("letter", "НАДҒПЕ")
def test_sound_letters_stay_as_they_were(letter):
    mine, other = inscription.inscription(letter, 1.0), lettering.lettering(letter, 1.0)
    assert front_area_m2(mine) == pytest.approx(front_area_m2(other), rel=0.01)
    assert mine.bounds_m[1][2] == pytest.approx(other.bounds_m[1][2], abs=0.002)


def test_a_crossed_outline_is_filled_once():
    """Two legs, two slanted strokes: about half of what the letter's box holds."""
    made = inscription.inscription("М", 1.0)
    low, high = np.array(made.bounds_m)
    assert front_area_m2(made) < 0.55 * (high[0] - low[0]) * (high[2] - low[2])


def test_a_bow_tie_becomes_simple():
    shape, holes = inscription.sound(np.array([(0.0, 0), (2, 0), (2, 2), (0.9, -0.1), (0, 2)]), [])
    assert holes == []
    assert shapely.Polygon(shape).is_valid
