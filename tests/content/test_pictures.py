"""The built-in pictures: complete, told as what they are, their files shipped."""

from __future__ import annotations

import pytest
from PIL import Image

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError
from almaty_tour.content.load import load_landmarks
from almaty_tour.content.model import LANGUAGES
from almaty_tour.content.pictures import load_pictures, load_theme
from almaty_tour.content.weather import load_weathers

CONTENT = assets_dir() / "content"
LANDMARKS = load_landmarks(CONTENT)[0]
PICTURES, FAULTS = load_pictures(CONTENT, LANDMARKS)


def test_at_least_a_hundred_complete_in_three_languages():
    assert not FAULTS
    assert len(PICTURES) >= 100
    for one in PICTURES.values():
        for words in (one.caption, one.place, one.credit, one.theme_name):
            assert set(words) == set(LANGUAGES), one.id
            assert all(text.strip() for text in words.values()), one.id
        assert one.view.landmark is None or one.view.landmark in LANDMARKS


def test_none_is_called_a_photograph():
    for one in PICTURES.values():
        assert "not a photograph" in one.credit["en"]
        assert "не фотография" in one.credit["ru"]
        assert "фотосурет емес" in one.credit["kk"]
        told = " ".join((*one.caption.values(), *one.place.values())).lower()
        assert not any(word in told for word in ("photo", "фото", "снимок"))


def test_captions_differ_and_so_do_hours_seasons_and_weather():
    for language in LANGUAGES:
        assert len({one.caption[language] for one in PICTURES.values()}) == len(PICTURES)
    assert {one.weather for one in PICTURES.values()} <= set(load_weathers(CONTENT)[0])
    assert {one.weather for one in PICTURES.values()} >= {"clear", "fair", "rain", "snow"}
    assert len({one.time[5:7] for one in PICTURES.values()}) == 12
    assert len({one.theme for one in PICTURES.values()}) >= 8
    assert len({one.view.landmark for one in PICTURES.values()}) >= 60


def test_each_has_its_file_and_all_are_small():
    files = sorted((assets_dir() / "pictures").glob("*.jpg"))
    assert {path.stem for path in files} == set(PICTURES)
    assert sum(path.stat().st_size for path in files) < 12_000_000
    for path in files:
        with Image.open(path) as picture:
            assert picture.size == (960, 540), path.name


@pytest.mark.parametrize(("rows", "why"), [
    ('landmark = "abai_opera"\nlatitude_deg = 43.2\nlongitude_deg = 76.9', "needs either landmark"),
    ("latitude_deg = 43.2\nlongitude_deg = 76.9", "names no place"),
    ('landmark = "nowhere"', "names no place"), ("", "needs either landmark"),
    ('landmark = "abai_opera"\nfov_deg = 500.0', "fov_deg"),
])  # fmt: skip
def test_a_wrong_picture_is_told(tmp_path, rows, why):
    words = '{ kk = "a", ru = "b", en = "c" }'
    path = tmp_path / "theme.toml"
    path.write_text(
        f'order = 1\nname = {words}\ncredit = {words}\n[[pictures]]\nid = "one"\n'
        'time = "2026-05-01T10:00"\nfrom_deg = 1.0\ndistance_m = 10.0\nabove_m = 1.0\n'
        f'kk = "a"\nru = "b"\nen = "c"\n{rows}\n',
        "utf-8",
    )
    with pytest.raises(ContentError, match=why):
        load_theme(path, LANDMARKS)
