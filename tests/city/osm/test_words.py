import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.city.osm.words import colour, number, within


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("12", 12.0), ("12 m", 12.0), ("12m", 12.0), ("12,5", 12.5), (" 7.25 M ", 7.25),
        ("3;4", 4.0), ("4;3", 4.0), ("3-5", 5.0), ("-3", -3.0), ("10 ft", 3.048),
        ("6'6\"", 1.9812), ("0", 0.0), ("12 м", 12.0), ("+4", 4.0),
    ],
)  # fmt: skip
def test_lengths_are_read(text, metres):
    assert number(text) == pytest.approx(metres)


@pytest.mark.parametrize("text", ["", None, "high", "nan", "inf", "1e5", "~12", "12 floors", ";"])
def test_nonsense_says_nothing(text):
    assert number(text) is None


@given(st.text(max_size=40))
def test_any_text_is_a_finite_number_or_nothing(text):
    value = number(text)
    assert value is None or abs(value) < 1e41


def test_only_what_can_be_believed_counts():
    assert within(-3.0, 0.0, 100.0) is None
    assert within(12.0, 0.0, 100.0) == 12.0
    assert within(None, 0.0, 100.0) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#fff", "#FFFFFF"), ("#A0b1C2", "#A0B1C2"), ("a0b1c2", "#A0B1C2"),
        ("Dark Grey", "#6A6A68"), ("light_grey", "#C4C4C0"), ("red;white", "#A8483C"),
        ("#12345", None), ("bad", None), ("decade", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_colours_are_read(text, found):
    assert colour(text) == found
