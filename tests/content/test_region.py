"""The map of Zhetysu: places lie where they are, a broken file says where."""

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError
from almaty_tour.content.exhibits import load_exhibits
from almaty_tour.content.model import LANGUAGES
from almaty_tour.content.region import FILE, load_region, rounded

PATH = assets_dir() / "content" / FILE


def test_the_map_holds_every_find_and_names_in_three_languages():
    region = load_region(PATH)
    for spec in load_exhibits(assets_dir() / "content")[0].values():
        if spec.find_deg is not None:
            share = region.placed([spec.find_deg])
            assert ((share > 0.02) & (share < 0.98)).all(), spec.id
    for shape in region.shapes:
        assert shape.name is None or all(shape.name[one] for one in LANGUAGES)


def test_north_is_above_and_east_to_the_right():
    region = load_region(PATH)
    almaty, taldykorgan, zharkent = region.placed(
        [(43.25, 76.945), (45.015, 78.374), (44.165, 80.005)]
    )
    assert taldykorgan[1] < zharkent[1] < almaty[1]
    assert almaty[0] < taldykorgan[0] < zharkent[0]


def test_towns_do_not_lie_in_a_lake():
    region = load_region(PATH)
    towns = [shape.corners[0] for shape in region.shapes if shape.kind == "town"]
    for lake in (shape for shape in region.shapes if shape.kind == "lake"):
        assert not any(_inside(town, lake.corners) for town in towns)


def test_cut_corners_keep_the_ends_of_a_line_and_the_middle_of_a_ring():
    line = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]])
    cut = rounded(line)
    assert np.array_equal(cut[[0, -1]], line[[0, -1]])
    assert cut.min() >= 0.0
    assert cut.max() <= 1.0
    ring = np.array([[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0]])
    assert np.allclose(rounded(ring, closed=True).mean(axis=0), [1.0, 1.0])


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("bounds_deg = [42.0, 46.95", "bounds_deg = [46.95, 42.0", "bounds_deg"),
        ('kind = "lake"', 'kind = "sea"', "kind"),
        ("corners = [[43.25, 76.945]]", "corners = []", "too few corners"),
        ("[[43.25, 76.945]]", "[[83.25, 76.945]]", "corners"),
    ],
)
def test_a_broken_map_says_where(tmp_path, old, new, words):
    text = PATH.read_text("utf-8")
    assert old in text
    path = tmp_path / FILE
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(ContentError, match=words):
        load_region(path)


def _inside(point, ring):
    x, y = point
    (x0, y0), (x1, y1) = ring.T, np.roll(ring, -1, axis=0).T
    crosses = (y0 > y) != (y1 > y)
    at = x0 + (y - y0) / np.where(y1 == y0, 1.0, y1 - y0) * (x1 - x0)
    return bool((crosses & (x < at)).sum() % 2)
