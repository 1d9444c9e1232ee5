"""Cards of leaves: as dense far away as near, closed at their rims, twigs for the winter."""

import pytest

SUMMER, WINTER = 0.4, 0.8
CELLS = {  # rows, columns, whether their foot is a rim
    "clump": (2, 2, False), "spray": (2, 1, True), "droop": (2, 2, False),
    "needles": (2, 1, True), "spires": (1, 2, False),
}  # fmt: skip
SHEETS = tuple(CELLS)


def halved(cut):
    return cut.reshape(len(cut) // 2, 2, -1, 2).mean(axis=(1, 3))


@pytest.mark.parametrize("name", SHEETS)
def test_mip_levels_keep_the_coverage(leaf_sheet, name):
    cut = leaf_sheet(name)[1]
    near = (cut > SUMMER).mean()
    assert 0.35 < near < 0.6
    for _ in range(4):
        cut = halved(cut)
        assert (cut > SUMMER).mean() == pytest.approx(near, rel=0.2)


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_reaches_the_rim_of_a_card(leaf_sheet, name):
    rows, columns, foot = CELLS[name]
    cell = leaf_sheet(name)[1].reshape(rows, 256 // rows, columns, 256 // columns)
    assert cell[:, [0, -1]].max() < SUMMER
    assert cell[..., -1].max() < SUMMER
    if not foot:  # others begin at the stem
        assert cell[..., 0].max() < SUMMER


@pytest.mark.parametrize("name", ["clump", "spray", "droop"])
def test_twigs_are_left_in_winter(leaf_sheet, name):
    assert 0.04 < (leaf_sheet(name)[1] > WINTER).mean() < 0.15


@pytest.mark.parametrize("name", SHEETS)
def test_the_leaves_are_neutral_in_the_mean(leaf_sheet, name):
    light, cut = leaf_sheet(name)
    assert light[cut > SUMMER].mean(axis=0) == pytest.approx([1.0, 1.0, 1.0], abs=0.1)
