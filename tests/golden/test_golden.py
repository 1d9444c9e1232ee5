"""Golden pictures, each with something that is true of it on any driver.

A golden is a recording and not a truth: a picture passes only when what it must show is in it
(`SHOWS`), on the driver of the recording within 1 of every channel (rule A), on another
version of it by rule B. A failure leaves actual | expected | difference in `out/golden`.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.export.golden import (
    difference,
    heat_map,
    loose_ends,
    read_driver,
    read_picture,
    read_scenes,
    write_report,
)

pytest.register_assert_rewrite("tests.golden.checks")

from tests.golden.checks import SHOWS  # noqa: E402 - rewritten first
from tests.golden.shown import Album  # noqa: E402

pytestmark = pytest.mark.gl

FOLDER = Path(__file__).parent
REPORT = FOLDER.parents[1] / "out" / "golden"
PINNED = "llvmpipe"
SCENES = read_scenes(FOLDER / "scenes.toml")


@pytest.fixture(scope="module")
def album(context):
    from almaty_tour.app.gallery import Gallery

    gallery = Gallery(assets_dir())
    assert gallery.studio.stage.faults == []
    yield Album(gallery, SCENES)
    gallery.studio.stage.free()


def test_the_driver_is_the_pinned_one_where_it_counts(album):
    if os.environ.get("CI"):
        assert album.gallery.driver.startswith(PINNED)


def test_every_scene_has_a_golden_and_something_that_is_true_of_it():
    assert SHOWS.keys() == SCENES.keys()
    assert loose_ends(FOLDER, SCENES) == []
    assert read_driver(FOLDER)


@pytest.mark.parametrize("name", SCENES)
def test_shows(album, name):
    SHOWS[name](album, album[name])


@pytest.mark.parametrize("name", SCENES)
def test_is_the_golden(album, name):
    golden = FOLDER / f"{name}.png"
    assert golden.is_file(), f"{golden.name} has not been recorded: almaty-tour golden record"
    recorded, driver = read_driver(FOLDER), album.gallery.driver
    ours, expected = album[name].golden_pixels, read_picture(golden)
    found = difference(ours, expected)
    if found.passes(recorded == driver):
        return
    told = f"{name}: {found}; recorded on '{recorded}', drawn on '{driver}'"
    report = write_report(REPORT, name, ours, expected)
    if not driver.startswith(PINNED):
        # floor on softpipe of Mesa 22.3.6: cluster 99 px, share 1.3 %, block 10 (edges of leaves)
        pytest.skip(f"rule B is no gate on this driver: {told}; {report}")
    pytest.fail(f"{told}\n{report}\n{heat_map(ours, expected)}", pytrace=False)


def test_a_scene_does_not_depend_on_what_was_drawn_before(album):
    first = album["opera_evening"].golden_pixels
    album.again("cathedral_winter")
    assert np.array_equal(album.again("opera_evening"), first)


@pytest.mark.parametrize(
    ("name", "quality"), [("street_at_eye_height", "golden"), ("opera_night", "high")]
)
def test_a_scene_does_not_depend_on_what_was_bound_before(album, name, quality):
    """As in the first picture of a context: a pass brings each texture that it reads."""
    from almaty_tour.render.gl.texture import RGBA8, Texture

    first = album.again(name, quality=quality)
    grey = np.full((2, 2, 4), 90, np.uint8)
    strange = [Texture(RGBA8, (2, 2), grey), Texture(RGBA8, (2, 2), grey[None], layers=1)]
    for unit in range(16):
        for texture in strange:
            texture.bind(unit)
    assert np.array_equal(album.again(name, quality=quality), first)
    for texture in strange:
        texture.free()


def test_one_landmark_less_is_found_by_both_rules(album):
    """The far tower is a few hundred pixels; taken away it must be missed on any driver."""
    shown = album["palace_afternoon"]
    parts = np.unique(shown.ids[shown.landmark("kok_tobe_tower")])[:8].astype(np.uint32)
    frame = replace(shown.frame, draw=replace(shown.frame.draw, hidden=parts))
    found = difference(album.gallery.studio.drawn(frame), shown.golden_pixels)
    assert not found.passes(same_driver=True)
    assert not found.passes(same_driver=False), found
