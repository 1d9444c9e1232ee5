"""The extras that the program tells of are those that it can be installed with."""

import tomllib
from pathlib import Path

import pytest

from almaty_tour.base.errors import SettingError
from almaty_tour.base.extras import EXTRAS, missing, need_gis

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_every_module_comes_with_its_extra():
    known = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["optional-dependencies"]
    for extra, modules in EXTRAS.items():
        brought = {line.split(">")[0].split("=")[0].replace("-", "_") for line in known[extra]}
        assert set(modules) <= brought


def test_what_is_missing_is_named_with_the_way_to_get_it():
    assert missing(["json", "no_such_module"]) == ["no_such_module"]
    need_gis(["json"])
    with pytest.raises(SettingError, match=r"no_such_module is missing .*\[gis\]"):
        need_gis(["no_such_module"])
