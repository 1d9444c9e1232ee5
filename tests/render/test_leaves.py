"""Leaves through the year: what the file says, and what the table of materials makes of it."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError
from almaty_tour.kit.props import bush, spruce, tree
from almaty_tour.render.leaves import FIRST_PHASE, PHASES, leaf_rows, load_leaves, with_leaves
from almaty_tour.render.materials import linear_of, load_materials

PATH = assets_dir() / "content" / "leaves.toml"
GROUPS = load_leaves(PATH)
TABLE = with_leaves(load_materials(PATH.with_name("materials.toml")), GROUPS)
BROAD = [f"tree.{kind}" for kind in tree.KINDS]
PAINTED = {
    **{f"tree.{name}": kind.leaves.colour for name, kind in tree.KINDS.items()},
    "tree.spruce": spruce.LEAVES.colour,
    "bush.round": bush.LEAVES.colour,
}


def worn(prop, month, day):
    """(PHASES, 4) of the leaves of a prop: linear colour and share."""
    rows = leaf_rows(TABLE, GROUPS, date(2026, month, day).timetuple().tm_yday)
    found = rows[TABLE.names.index(f"foliage@{prop}"), FIRST_PHASE : FIRST_PHASE + PHASES].copy()
    found[:, :3] *= linear_of(PATH, prop, PAINTED[prop])
    return found


@pytest.mark.parametrize("prop", PAINTED)
def test_in_july_leaves_have_the_colour_of_the_models(prop):
    seen = worn(prop, 7, 15)
    assert seen[:, 3] == pytest.approx(1.0)
    painted = np.array(linear_of(PATH, prop, PAINTED[prop]))
    assert np.abs(seen[:, :3] - painted).max() < 0.02


@pytest.mark.parametrize("prop", BROAD)
def test_in_october_leaves_are_golden_and_in_january_none_are_left(prop):
    red, green, blue = worn(prop, 10, 20)[:, :3].mean(axis=0)
    assert red > green > 2.5 * blue
    assert not worn(prop, 1, 15)[:, 3].any()


def test_poplars_and_birches_are_yellow_and_spruces_stay_green():
    for prop in ("tree.poplar", "tree.birch"):
        seen = worn(prop, 10, 14)
        assert (seen[:, 1] > 0.5 * seen[:, 0]).all(), "yellow, not red"
    for month in range(1, 13):
        red, green, _, share = worn("tree.spruce", month, 15).mean(axis=0)
        assert green > red
        assert share == pytest.approx(1.0)


def test_apple_trees_bloom_white_in_april_before_they_are_green():
    colour = worn("tree.apple", 4, 18)[:, :3].mean(axis=0)
    assert colour.min() > 0.6
    assert np.ptp(colour) < 0.25
    red, green, _ = worn("tree.apple", 5, 20)[:, :3].mean(axis=0)
    assert green > red


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.props[-1])
def test_a_day_changes_little_and_the_year_has_no_seam(group):
    days = np.array([group.phases(day) for day in range(1, 367)])
    assert np.abs(np.diff(days[..., 3], axis=0)).max() < 0.15
    assert np.abs(days[0] - days[-1]).max() < 0.05


def test_every_prop_of_the_file_has_rows_of_its_own_and_others_keep_theirs():
    plain = load_materials(PATH.with_name("materials.toml"))
    assert TABLE.names[: len(plain.names)] == plain.names
    for name in ("foliage", "leaf_clump", "needles"):
        assert f"{name}@tree.spruces" in TABLE.names
    rows = leaf_rows(TABLE, GROUPS, 300)
    assert np.array_equal(rows[TABLE.row("car_paint")], plain.rows[plain.row("car_paint")])


@pytest.mark.parametrize(("text", "words"), [
    ('[a]\nprops = ["b"]\n', "is no year of leaves"),
    ('[a]\nprops = []\npainted = "#112233"\nspread_days = 1\nyear = [[9, "#112233", 1.2]]\n',
     "days go up, shares are from 0 to 1"),
    ('[a]\nprops = []\npainted = "red"\nspread_days = 1\nyear = [[9, "#112233", 1]]\n',
     "'red' is no colour"),
    ("[a\n", "is not TOML"),
])  # fmt: skip
def test_a_wrong_year_is_one_clear_line(tmp_path, text, words):
    path = tmp_path / "leaves.toml"
    path.write_text(text)
    with pytest.raises(ContentError, match=words):
        load_leaves(path)
