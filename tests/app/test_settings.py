from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.app.settings import (
    SCHEMA,
    damage,
    load_settings,
    save_settings,
    settings_path,
)
from almaty_tour.session.state import Preferences

PLAIN = st.builds(
    Preferences,
    language=st.sampled_from(["kk", "ru", "en"]),
    quality=st.sampled_from(["auto", "low", "medium", "high", "golden"]),
    adaptive=st.booleans(),
    resolution_scale=st.floats(0.5, 1.0),
    text_scale=st.floats(1.0, 2.0),
    mouse_sensitivity=st.floats(0.1, 5.0),
    invert_y=st.booleans(),
    volume=st.floats(0.0, 1.0),
    reduced_motion=st.booleans(),
    full_screen=st.booleans(),
    monitor=st.integers(0, 15),
    vsync=st.booleans(),
)


@given(PLAIN)
def test_what_is_kept_comes_back(tmp_path_factory, preferences):
    path = tmp_path_factory.mktemp("settings") / "deeper" / "settings.toml"
    assert save_settings(path, preferences) == ""
    loaded = load_settings(path)
    assert loaded.preferences == preferences
    assert not loaded.fault
    assert not loaded.first


def test_no_file_is_a_first_start(tmp_path, monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "ru_KZ.UTF-8")
    loaded = load_settings(tmp_path / "settings.toml")
    assert loaded.first
    assert loaded.preferences == Preferences(language="ru")
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert load_settings(tmp_path / "settings.toml").preferences.language == "kk"


@pytest.mark.parametrize("data", [b"quality = ", b"\xff\xfe", b"x" * 200_000])
def test_a_damaged_file_is_kept_aside(tmp_path, data):
    path = tmp_path / "settings.toml"
    for number in (1, 2):
        path.write_bytes(data)
        told = damage(path)
        assert told.startswith(f"{path}: is ")
        assert "\n" not in told
        assert path.read_bytes() == data, "only looked at"
        loaded = load_settings(path)
        assert loaded.kept_aside == f"settings.damaged-{number}.toml"
        assert (tmp_path / loaded.kept_aside).read_bytes() == data
        assert not path.exists()
        assert "\n" not in loaded.fault
        assert str(path) in loaded.fault


def test_sound_values_survive_beside_wrong_ones(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text(
        'quality = "dazzling"\nvolume = 0.25\ntext_scale = 9\n'
        "invert_y = 1\nmonitor = true\nold = 3\n"
    )
    loaded = load_settings(path)
    assert replace(loaded.preferences, language="kk") == Preferences(volume=0.25)
    for name in ("quality", "text_scale", "invert_y", "monitor", "old"):
        assert name in loaded.fault
    assert "volume" not in loaded.fault
    assert path.exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    fault = save_settings(tmp_path / "file" / "settings.toml", Preferences())
    assert fault
    assert "\n" not in fault


def test_an_unreadable_place_gives_defaults(tmp_path):
    path = tmp_path / "settings.toml"
    path.mkdir()
    loaded = load_settings(path)
    assert loaded.fault
    assert path.is_dir()


def test_every_preference_has_a_row_and_a_place():
    assert [row.name for row in SCHEMA] == sorted(
        (row.name for row in SCHEMA), key=[field.name for field in fields(Preferences)].index
    )
    assert settings_path().name == "settings.toml"
