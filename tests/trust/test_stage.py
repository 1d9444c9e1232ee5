"""A city with much that is broken still becomes a picture, and all of it is told."""

import numpy as np
import pytest

from almaty_tour.export.studio import Studio
from almaty_tour.geo.sun import local_time

pytestmark = pytest.mark.gl

NOON = local_time("2026-06-21T12:00")
BROKEN = {
    "textures/granite.png": b"a text named png",
    "textures/plaster.png": None,
    "textures/ground_near.png": b"",
    "terrain/horizon.npz": b"no arrays",
    "terrain/inner_colour.jpg": b"\xff\xd8\xff and nothing more",
    "models/independence_monument.glb": b"glTF",
    "models/props.glb": b"",
    "city/houses.npy": b"no table",
    "content/tours/old.toml": b"version = 7",
}


def drawn(city, preset="low"):
    with Studio(city.folder, preset, (160, 90)) as studio:
        studio.stage.load_all()
        picture = studio.picture(studio.arrival("abai_opera"), NOON).astype(int)
        assert studio.stage.renderer.error() == 0
        return picture, [str(fault) for fault in studio.stage.faults]


def test_much_is_broken_and_the_opera_still_stands(city, context):
    whole, faults = drawn(city)
    assert faults == []
    paths = [city.put(name, data) for name, data in BROKEN.items()]
    picture, faults = drawn(city)
    assert len(faults) == len(paths)
    for path in paths:
        assert sum(str(path) in fault for fault in faults) == 1, path
    assert all("\n" not in fault for fault in faults)
    assert picture.std() > 0.5 * whole.std()
    assert np.abs(picture[:15] - whole[:15]).mean() < 3.0, "the same sky"


@pytest.mark.parametrize(
    "data",
    [
        b"[granite", b"\xff", b"granite = 3", b'[granite]\nclass = "wood"',
        b'[granite]\ncolour = "grey"', b'[granite]\nroughness = "very"', None,
    ],
)  # fmt: skip
def test_broken_materials_are_told_with_their_key(city, data):
    from almaty_tour.base.errors import ContentError
    from almaty_tour.render.materials import load_materials

    path = city.put("content/materials.toml", data)
    with pytest.raises(ContentError) as caught:
        load_materials(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert data is None or b"granite]" not in data or "[granite]" in str(caught.value)


def test_without_materials_the_city_is_grey_but_there(city, context):
    path = city.put("content/materials.toml", b"[granite")
    picture, faults = drawn(city)
    assert len(faults) == 1
    assert str(path) in faults[0]
    assert picture.std() > 10
