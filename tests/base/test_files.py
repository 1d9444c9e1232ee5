"""Writing never loses what was there."""

import os

import pytest

from almaty_tour.base.assets import assets_dir, read_bounded
from almaty_tour.base.errors import AssetError, SettingError
from almaty_tour.base.files import write_atomic


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "settings.toml"
    write_atomic(path, b"old")

    def full(*_):
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]


def test_large_and_missing_files_give_one_clear_line(tmp_path):
    path = tmp_path / "big.glb"
    path.write_bytes(b"x" * 100)
    with pytest.raises(AssetError, match=r"big\.glb: is 100 bytes, at most 10 are read"):
        read_bounded(path, 10)
    with pytest.raises(AssetError, match="cannot be read"):
        read_bounded(tmp_path / "none.glb", 10)


def test_assets_are_found():
    assert (assets_dir() / "content" / "landmarks" / "abai_opera.toml").is_file()


def test_unknown_names_suggest_the_nearest():
    error = SettingError.unknown("landmark", "abai_opra", ["abai_opera", "central_mosque"])
    assert str(error) == "there is no landmark 'abai_opra' (did you mean abai_opera?)"
    far = SettingError.unknown("verb", "foo", ["doctor", "shot"])
    assert str(far) == "there is no verb 'foo' (known: doctor, shot)", "'doctor' is not near"
    part = SettingError.unknown("interior", "hal", ["hub", "golden_cradle_hall"])
    assert str(part) == "there is no interior 'hal' (did you mean golden_cradle_hall?)"
