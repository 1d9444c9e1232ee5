"""Drawn figures: sound outlines, the sizes they promise, reliefs and lines that face the eye."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.kit import drawn, profile
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh import check

PAINT = Paint("plaster")
WORDS = {
    "cosmonaut": drawn.cosmonaut,
    "sower": drawn.sower,
    "builder": drawn.builder,
    "musician": drawn.musician,
    "mother": drawn.mother,
    "rider": drawn.rider,
    "rocket": drawn.rocket,
    "tractor": drawn.tractor,
    "crane": drawn.crane,
    "houses": drawn.houses,
    "sun": drawn.sun,
    "sheaf": drawn.sheaf,
    "atom": drawn.atom,
    "star": drawn.star,
    "bird": drawn.bird,
}


@pytest.mark.parametrize("word", WORDS)
def test_every_shape_is_a_sound_outline_that_stands_out(word: str) -> None:
    for outline, out in WORDS[word]():
        assert shapely.Polygon(outline).is_valid
        assert profile.area_m2(outline) > 0.0
        assert 0.0 < out < 0.6


@pytest.mark.parametrize("word", ["cosmonaut", "musician", "rider", "rocket", "crane"])
def test_figures_are_about_a_metre_tall(word: str) -> None:
    points = np.concatenate([outline for outline, _ in WORDS[word]()])
    assert points[:, 1].max() == pytest.approx(1.0, abs=0.17)
    assert points[:, 1].min() > -0.05


@pytest.mark.parametrize("word", WORDS)
def test_carved_figures_look_outwards_and_lie_before_their_wall(word: str) -> None:
    made = drawn.carved(drawn.placed(WORDS[word](), 0.0, 0.0, 4.0), PAINT)
    assert not check.backward(made).any()
    assert made.positions[:, 1].max() <= 0.02 + 1e-6
    assert made.positions[:, 1].min() >= -0.6


def test_contours_are_two_triangles_an_edge_that_face_the_front() -> None:
    shapes = drawn.rider()
    made = drawn.contours(shapes, PAINT, line_m=0.01)
    assert made.triangle_count == 2 * sum(len(outline) for outline, _ in shapes)
    assert np.allclose(made.normals, [0.0, -1.0, 0.0], atol=1e-6)
    assert np.allclose(made.positions[:, 1], -0.02)


@given(
    size=st.floats(0.2, 8.0),
    turn_deg=st.floats(-180.0, 180.0),
    flip=st.booleans(),
    x=st.floats(-50.0, 50.0),
)
def test_placing_scales_areas_and_keeps_the_order_of_corners(
    size: float, turn_deg: float, flip: bool, x: float
) -> None:
    before = drawn.tractor()
    after = drawn.placed(before, x, 1.0, size, turn_deg, flip)
    for (old, out), (new, same) in zip(before, after, strict=True):
        assert profile.area_m2(new) == pytest.approx(size**2 * profile.area_m2(old), rel=1e-6)
        assert out == same
