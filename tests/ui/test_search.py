import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.load import load_landmarks
from almaty_tour.ui.search import matches, skeleton

KOK_TOBE = ("Көктөбе телемұнарасы", "Телебашня «Кок-Тобе»", "Kok-Tobe television tower")
STAR = ("Жұлдыз", "Звёздный городок", "Star town")
HOTEL = ("«Қазақстан» қонақүйі", "Гостиница «Казахстан»", "Hotel Kazakhstan")


@pytest.mark.parametrize(
    "query",
    [
        "көктөбе",
        "КӨКТӨБЕ",
        "коктобе",
        "кок-тобе",
        "kok tobe",
        "Koktobe",
        "qoqtobe",
        "tower tele",
        "тобе теле",
    ],
)
def test_one_hill_in_every_spelling(query):
    assert matches(query, KOK_TOBE)
    assert not matches(query, STAR)


@pytest.mark.parametrize(
    "query", ["звезд", "ЗВЁЗД", "звёздный", "zvezd", "жулдыз", "juldiz", "zhuldyz"]
)
def test_yo_and_latin(query):
    assert matches(query, STAR)


@pytest.mark.parametrize(
    "query", ["казакстан", "қазақстан", "qazaqstan", "казахстан", "kazakhstan", "конакуй"]
)
def test_the_country_in_five_spellings(query):
    assert matches(query, HOTEL)


def test_all_words_must_be_found_in_one_name():
    assert not matches("hotel звёздный", (*HOTEL, *STAR))
    assert not matches("xyz", HOTEL)


@given(st.text(max_size=30))
def test_a_name_finds_itself(name):
    assert matches(name, [name])


@given(st.text("абвғқңөұүһәіёabcqkyw -'«»", max_size=30))
def test_skeletons_are_plain(text):
    assert skeleton(text).isascii()
    assert skeleton(text.upper()) == skeleton(text)


def test_every_landmark_is_found_by_each_of_its_names_in_capitals():
    landmarks, faults = load_landmarks(assets_dir() / "content")
    assert not faults
    for spec in landmarks.values():
        for name in spec.name.values():
            found = [
                one.id for one in landmarks.values() if matches(name.upper(), one.name.values())
            ]
            assert spec.id in found
            assert len(found) <= 3, found
