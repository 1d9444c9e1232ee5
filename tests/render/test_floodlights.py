"""The table of lamps that light landmarks by night."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError
from almaty_tour.render.floodlights import ANY, floodlight_of, floodlights, load_floodlights


def test_only_landmarks_that_exist_are_named():
    names = {path.stem for path in (assets_dir() / "content" / "landmarks").glob("*.toml")}
    assert set(floodlights()) - {ANY} <= names


def test_what_is_not_named_is_lit_warmly():
    lamps = floodlight_of("no such landmark")
    assert lamps.foot[0] > lamps.foot[1] > lamps.foot[2]
    assert not len(lamps.spots)


def test_the_tower_warns_aircraft_all_the_way_up():
    spots = floodlight_of("kok_tobe_tower").spots
    assert spots[:, 2].max() > 370.0
    heights, counts = np.unique(spots[:-1, 2], return_counts=True)
    assert (counts == 4).all()
    assert np.diff(heights).max() < 65.0


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("[any]\nfoot = '#FFFFFF'\n", "any"),
        ("[tower]\nfoot = '#FFFFFF'\ntop = '#FFFFFF'\n", ANY),
        ("[any]\nfoot = 'red'\ntop = '#FFFFFF'\n", "any"),
        ("any = 3\n", "any"),
    ],
)
def test_a_broken_table_names_the_key(tmp_path, text, where):
    path = tmp_path / "floodlights.toml"
    path.write_text(text)
    with pytest.raises(ContentError, match=where):
        load_floodlights(path)
