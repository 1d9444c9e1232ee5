"""Kinds of weather as data: what is wrong in a file is named, the others go on."""

import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError
from almaty_tour.content.weather import DEFAULT_WEATHER, load_weather, load_weathers

SNOW = (assets_dir() / "content" / "weather" / "snow.toml").read_text("utf-8")


def _written(folder, text, name="wet"):
    (folder / "weather").mkdir(exist_ok=True)
    path = folder / "weather" / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_default_is_one_that_ships():
    assert DEFAULT_WEATHER in load_weathers(assets_dir() / "content")[0]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("wetness = 0.1", "wetness = 1.1", "wetness: is 1.1, must be 0.0 to 1.0"),
        ("haze = 0.7", "haze = nan", "haze: is nan"),
        ("cloud = 1.0", "cloud = -1.0", "cloud: is -1.0"),
        ("snow_line_m = 0.0", "snow_line_m = inf", "snow_line_m: is inf"),
        ("months = [12", "months = [13", "months: is 13"),
        ("haze = ", "mist = ", "mist"),
    ],
)
def test_a_wrong_value_is_named(tmp_path, old, new, words):
    assert old in SNOW
    with pytest.raises(ContentError, match=words):
        load_weather(_written(tmp_path, SNOW.replace(old, new)))


def test_what_is_left_out_is_left_to_the_month(tmp_path):
    text = SNOW.replace("cloud = 1.0\n", "").replace("snow_line_m = 0.0\n", "")
    found = load_weather(_written(tmp_path, text))
    assert (found.cloud, found.snow_line_m) == (None, None)
    assert load_weather(_written(tmp_path, SNOW)).snow_line_m == 0.0


def test_the_others_go_on_in_their_order(tmp_path):
    for name, order in (("a", 3), ("b", 1), ("c", 2)):
        _written(tmp_path, SNOW.replace("order = 5", f"order = {order}"), name)
    _written(tmp_path, "order = [", "bad")
    kinds, (fault,) = load_weathers(tmp_path)
    assert list(kinds) == ["b", "c", "a"]
    assert "bad.toml" in str(fault)
    assert "add-a-weather.md" in str(fault)
