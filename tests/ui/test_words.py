import re
from pathlib import Path

import pytest

import almaty_tour
from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError, ContentError
from almaty_tour.content.model import LANGUAGES
from almaty_tour.render.quality import PRESETS
from almaty_tour.ui.fonts import KAZAKH
from almaty_tour.ui.format import length
from almaty_tour.ui.words import load_words

CONTENT = assets_dir() / "content"
ALL = {code: load_words(CONTENT, code) for code in LANGUAGES}


def test_every_language_has_the_same_names():
    for code in LANGUAGES:
        assert ALL[code].texts.keys() == ALL["en"].texts.keys(), code


def test_places_to_fill_are_the_same():
    for name in ALL["en"].texts:
        assert len({ALL[code].placeholders(name) for code in LANGUAGES}) == 1, name


def test_kazakh_and_russian_are_really_translated():
    same = {"keys.shift", "keys.escape", "keys.tab", "keys.enter", "settings.percent",
            "about.inter_credit", "about.literata_credit"}  # fmt: skip
    for name, text in ALL["en"].texts.items():
        if name in same or not re.search(r"[a-z]{3}", re.sub(r"{\w+}", "", text)):
            continue
        assert ALL["kk"].texts[name] != text, name
        assert ALL["ru"].texts[name] != text, name


def test_kazakh_uses_its_own_letters_and_marks_what_needs_a_reader():
    text = "".join(ALL["kk"].texts.values())
    assert set("әғқңөұүі") <= set(text.lower())
    assert len(KAZAKH) == 18
    assert ALL["kk"].needs_proofreading
    assert not ALL["en"].needs_proofreading


def test_own_names():
    assert [ALL[code]("language.own_name") for code in LANGUAGES] == [
        "Қазақша",
        "Русский",
        "English",
    ]


def test_the_exhibition_and_its_date_are_named():
    assert ALL["en"]("program.exhibition") == "Almaty – the golden cradle of Independence"
    for code in LANGUAGES:
        assert "2016" in ALL[code]("program.exhibition_place")
        assert "OpenStreetMap" in ALL[code]("about.map_credit")
        assert "GEBCO" in ALL[code]("about.relief_credit")


def test_every_preset_has_a_name():
    for preset in (*PRESETS, "auto"):
        assert f"settings.quality_{preset}" in ALL["en"].texts


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "1 s"), (23.4, "23 s"), (59.7, "1 min"), (119.0, "2 min")]
)
def test_a_short_tour_is_told_in_seconds(seconds, text):
    assert length(ALL["en"], seconds) == text


def test_filling_in():
    assert ALL["kk"]("explore.flying_to", name="Көктөбе") == "Ұшып барамыз: Көктөбе"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[title\n", "is not TOML"),
        ('[title]\ntours = ""', "must be a text"),
        ("[title]\ntours = 3", "must be a text"),
        ('needs_proofreading = ["a.b"]\n[title]\ntours = "x"', "marks unknown names: a.b"),
    ],
)
def test_broken_words_are_told_in_one_line(tmp_path, text, what):
    folder = tmp_path / "kk"
    folder.mkdir()
    (folder / "ui.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError, match=re.escape(what)) as caught:
        load_words(tmp_path, "kk")
    assert "\n" not in str(caught.value)
    assert str(folder / "ui.toml") in str(caught.value)


def test_a_missing_language_is_told(tmp_path):
    with pytest.raises(AssetError, match="cannot be read"):
        load_words(tmp_path, "kk")


def test_no_word_is_kept_that_nobody_says():
    package = Path(almaty_tour.__file__).parent
    source = "".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    families = ("category.", "settings.quality_", "explore.rig_", "language.own_name")
    for name in ALL["en"].texts:
        last = name.rpartition(".")[2]
        said = f'"{name}"' in source or re.search(rf'"[.*]?{last}"', source)
        assert said or name.startswith(families), name
