"""Cards of leaves: as dense far away as near, closed at their rims, twigs for the winter."""

import pytest

from almaty_tour.bake import leafage, needles

SUMMER, WINTER = 0.4, 0.8
SHEETS = {
    "clump": leafage.clump, "spray": leafage.spray, "droop": leafage.droop,
    "needles": needles.needles, "spires": needles.spires,
}  # fmt: skip
CELLS = {  # rows, columns, whether their foot is a rim
    "clump": (2, 2, False), "spray": (2, 1, True), "droop": (2, 2, False),
    "needles": (2, 1, True), "spires": (1, 2, False),
}  # fmt: skip
CUTS = {name: paint()[1] for name, paint in SHEETS.items()}


def halved(cut):
    return cut.reshape(len(cut) // 2, 2, -1, 2).mean(axis=(1, 3))


@pytest.mark.parametrize("name", SHEETS)
def test_mip_levels_keep_the_coverage(name):
    cut = CUTS[name]
    near = (cut > SUMMER).mean()
    assert 0.35 < near < 0.6
    for _ in range(4):
        cut = halved(cut)
        assert (cut > SUMMER).mean() == pytest.approx(near, rel=0.2)


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_reaches_the_rim_of_a_card(name):
    rows, columns, foot = CELLS[name]
    cell = CUTS[name].reshape(rows, 256 // rows, columns, 256 // columns)
    assert cell[:, [0, -1]].max() < SUMMER
    assert cell[..., -1].max() < SUMMER
    if not foot:  # others begin at the stem
        assert cell[..., 0].max() < SUMMER


@pytest.mark.parametrize("name", ["clump", "spray", "droop"])
def test_twigs_are_left_in_winter(name):
    assert 0.04 < (CUTS[name] > WINTER).mean() < 0.15


@pytest.mark.parametrize("name", SHEETS)
def test_the_leaves_are_neutral_in_the_mean(name):
    light, cut = SHEETS[name]()
    assert light[cut > SUMMER].mean(axis=0) == pytest.approx([1.0, 1.0, 1.0], abs=0.1)
