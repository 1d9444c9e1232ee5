"""Content: what ships is whole; what is broken gives one clear line and the rest goes on."""

import re
import shutil

import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AlmatyTourError, ContentError
from almaty_tour.content.load import load_landmark, load_landmarks, load_tour, load_tours
from almaty_tour.content.model import LANGUAGES
from almaty_tour.content.texts import check_words

CONTENT = assets_dir() / "content"
EIGHT = {
    "abai_opera", "ascension_cathedral", "central_mosque", "central_state_museum",
    "hotel_kazakhstan", "independence_monument", "kok_tobe_tower", "palace_of_republic",
}  # fmt: skip
FILES = {path.stem for path in (CONTENT / "landmarks").glob("*.toml")}
SENTENCE_END = re.compile(r"[.!?…](?=\s+[«“\"A-ZА-ЯӘҒҚҢӨҰҮҺІЁ0-9]|$)")
LEAST_ANNOTATIONS = {1: 3, 2: 2, 3: 1}


def test_every_file_is_a_landmark_and_every_text_is_in_three_languages():
    landmarks, faults = load_landmarks(CONTENT)
    assert faults == []
    assert set(landmarks) == FILES >= EIGHT
    for spec in landmarks.values():
        assert set(spec.name) == set(LANGUAGES)
        assert (3 if spec.model else 1) <= len(spec.facts) <= 6, spec.id
        assert spec.sources, spec.id
        if spec.model:
            assert len(spec.annotations) >= LEAST_ANNOTATIONS[spec.tier], spec.id
    assert check_words(CONTENT) == []


def test_a_lead_is_two_sentences_in_every_language():
    landmarks, _ = load_landmarks(CONTENT)
    leads = {
        (spec.id, tongue): spec.lead[tongue] for spec in landmarks.values() for tongue in LANGUAGES
    }
    assert {key for key, text in leads.items() if len(SENTENCE_END.findall(text)) != 2} == set()


def test_the_golden_cradle_visits_all_eight():
    tours, faults = load_tours(CONTENT)
    assert faults == []
    assert {step.view.landmark for step in tours["golden_cradle"].steps} == EIGHT


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(CONTENT, tmp_path / "content")
    return tmp_path / "content"


BROKEN = [
    ("not toml at all [", "is not TOML"),
    ("tier = 1\n", "missing required field"),
    ("\ufffe", "is not TOML"),
]


@pytest.mark.parametrize(("text", "words"), BROKEN)
def test_one_broken_landmark_is_told_and_the_rest_goes_on(copy, text, words):
    (copy / "landmarks" / "abai_opera.toml").write_text(
        text, "utf-16" if "\ufffe" in text else "utf-8"
    )
    landmarks, faults = load_landmarks(copy)
    assert set(landmarks) == FILES - {"abai_opera"}
    assert len(faults) == 1
    line = str(faults[0])
    assert "\n" not in line
    assert "abai_opera.toml" in line
    assert words in line


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("latitude_deg = 43.24880", "latitude_deg = 53.0", r"latitude_deg: is 53.0, must be 42.4"),
        ("tier = 1", 'tier = "one"', "tier"),
        ("category", "categry", "categry"),
        ("height_m = 28.0", "height_m = -3.0", "height_m"),
    ],
)
def test_a_wrong_value_is_named(copy, old, new, where):
    path = edit(copy / "landmarks" / "abai_opera.toml", old, new)
    with pytest.raises(ContentError, match=where):
        load_landmark(path)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('kind = "orbit"', 'kind = "spin"', "spin"),
        ('landmark = "central_mosque"', "", "needs either landmark"),
        (
            "hold_s = 8.0",
            "hold_s = 8.0\ntravel_s = 2.0\nspeed_m_s = 9.0",
            "both travel_s and speed_m_s",
        ),
        ("version = 1", "version = 7", "version"),
        ('start = "2026-', 'start = "tomorrow" # ', "'tomorrow' is no local time"),
        ('kind = "orbit"', 'kind = "orbit"\ntime = "25:30"', "step 1: time '25:30' is not HH:MM"),
        ("distance_m = ", "distance_m = -", "step 1 distance_m: is -"),
    ],
)
def test_a_wrong_tour_is_named(copy, old, new, words):
    path = edit(copy / "tours" / "golden_cradle.toml", old, new)
    with pytest.raises(ContentError, match=words):
        load_tour(path)


def test_a_missing_translation_and_a_long_text_are_found(copy):
    edit(
        copy / "landmarks" / "abai_opera.toml", 'ru = "Театр оперы и балета имени Абая"', 'ru = " "'
    )
    edit(
        copy / "tours" / "golden_cradle.toml",
        "caption.en = ",
        'caption.en = "' + "x" * 300 + '" # ',
    )
    faults = [str(fault) for fault in check_words(copy)]
    assert any("has no text in 'ru'" in fault for fault in faults)
    assert any("has 300 characters in 'en'" in fault for fault in faults)


def test_a_category_without_a_word_is_found(copy):
    edit(copy / "landmarks" / "abai_opera.toml", 'category = "theatre"', 'category = "circus"')
    assert any("'circus' has no word" in str(fault) for fault in check_words(copy))


def test_an_interface_text_that_one_language_lacks_is_found(copy):
    path = copy / "kk" / "ui.toml"
    lines = path.read_text("utf-8").splitlines()
    dropped = next(
        i for i, line in enumerate(lines) if "=" in line and not line.startswith("needs")
    )
    path.write_text("\n".join(lines[:dropped] + lines[dropped + 1 :]), "utf-8")
    assert any("text is missing" in str(fault) for fault in check_words(copy))


def test_a_huge_file_is_refused(copy):
    path = copy / "landmarks" / "abai_opera.toml"
    path.write_bytes(b"#" * 2_000_000)
    with pytest.raises(AlmatyTourError, match="at most 1000000 are read"):
        load_landmark(path)


def test_what_has_no_model_says_why_in_every_language():
    landmarks, _ = load_landmarks(CONTENT)
    bare = {spec.id: spec for spec in landmarks.values() if not spec.model}
    assert set(bare) == {"almaty_metro", "st_sophia_cathedral", "verny_observatory"}
    assert all(set(spec.no_model) == set(LANGUAGES) for spec in bare.values())
    assert all(not spec.annotations and not spec.pads for spec in bare.values())


def test_an_unknown_member_of_a_place_is_told(copy):
    edit(copy / "landmarks" / "panfilov_park.toml", '"ascension_cathedral"', '"ascension_catedral"')
    (fault,) = check_words(copy)
    assert "panfilov_park.toml" in str(fault)
    assert "there is no landmark 'ascension_catedral'" in str(fault)


def test_ground_can_be_level_in_several_places(copy):
    path = copy / "landmarks" / "abai_opera.toml"
    pads = "pads = [{ at_m = [5.0, -9.0], radius_m = 12.0, blend_m = 6.0, level_m = 815.0 }]"
    edit(path, "radius_m = 56.0", f"radius_m = 56.0\n{pads}")
    first, second = load_landmark(path).pads
    assert (first.at_m, first.level_m) == ((0.0, 0.0), None)
    assert (second.at_m, second.radius_m, second.level_m) == ((5.0, -9.0), 12.0, 815.0)
    edit(path, "radius_m = 12.0", "radius_m = 0.2")
    with pytest.raises(ContentError, match=r"pad\.radius_m: is 0\.2, must be 1\.0 to 1500"):
        load_landmark(path)
