import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.kit import profile


def test_rectangle_begins_lower_left_and_runs_counter_clockwise():
    assert profile.rectangle(2, 4, (1, 1)).tolist() == [[0, -1], [2, -1], [2, 3], [0, 3]]


def test_notched_square_is_a_greek_cross():
    cross = profile.notched(4, 4, 1)
    assert len(cross) == 12
    assert profile.area_m2(cross) == pytest.approx(16 - 4)


def test_chamfered_loses_four_triangles():
    assert profile.area_m2(profile.chamfered(4, 4, 1)) == pytest.approx(16 - 2)


@given(st.integers(3, 40), st.floats(0.1, 100))
def test_regular_polygon_has_its_known_area(sides, radius):
    area = profile.area_m2(profile.regular(sides, radius))
    assert area == pytest.approx(sides / 2 * radius**2 * np.sin(2 * np.pi / sides))


@given(st.floats(-0.4, 3.0))
def test_offset_of_a_square_moves_every_side_by_the_distance(distance):
    outline = profile.offset(profile.rectangle(1, 1), distance)
    assert profile.area_m2(outline) == pytest.approx((1 + 2 * distance) ** 2)


HEADS = ["flat", "round", "segment", "pointed", "keel", "horseshoe", "persian"]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("width", [0.6, 2.0])
def test_openings_stand_on_their_feet_and_reach_their_crown(head, width):
    shape = profile.opening(head, width, 2.5 * width)
    assert profile.area_m2(shape) > 0
    assert shape[0].tolist() == pytest.approx([-width / 2, 0])
    assert shape[1].tolist() == pytest.approx([width / 2, 0])
    assert shape[:, 1].max() == pytest.approx(2.5 * width)
    assert shape[:, 1].min() == 0
    assert np.allclose(np.sort(shape[:, 0]), np.sort(-shape[:, 0]))  # the same from both sides


def test_too_low_an_opening_and_an_unknown_head_are_the_callers_fault():
    with pytest.raises(ValueError, match="higher than"):
        profile.opening("round", 4.0, 1.0)
    with pytest.raises(ValueError, match="head must be"):
        profile.arch_head("gothic", 1.0)


def test_cornice_fills_its_box_from_bottom_to_top():
    points = profile.cornice(1.0, 0.6)
    assert points[0].tolist() == [0, 0]
    assert points[:, 0].max() == pytest.approx(0.6)
    assert points[:, 1].max() == pytest.approx(1.0)
    assert profile.area_m2(points) > 0  # counter-clockwise: sweeps outwards


def test_smooth_goes_through_its_points():
    knots = [(0, 0), (1, 2), (3, 1)]
    line = profile.smooth(knots, 5)
    gaps = np.linalg.norm(line[None] - np.array(knots, float)[:, None], axis=2).min(axis=1)
    assert gaps.max() < 1e-12


@pytest.mark.parametrize("rise", [0.1, 0.3, 0.9])
def test_a_segment_is_one_arc_between_its_feet(rise):
    """All points are as far from the centre, which the chord and the rise give."""
    head = profile.arch_head("segment", 2.0, rise, 8)
    radius = (1.0 + rise**2) / (2.0 * rise)
    away = np.hypot(head[:, 0], head[:, 1] - (rise - radius))
    assert away == pytest.approx(np.full(len(head), radius))
    assert head[[0, -1], 1] == pytest.approx([0.0, 0.0])
    assert (head[:, 1] >= -1e-9).all()
