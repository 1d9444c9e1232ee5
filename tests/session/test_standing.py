"""Models on the land: a foot in the air and a floor under the grass are told."""

from dataclasses import replace

import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.kit import extrude, transform
from almaty_tour.kit.paint import STONE
from almaty_tour.mesh.data import merge
from almaty_tour.session.standing import standing
from almaty_tour.session.world import load_world

PLATE = extrude.box(5, 5, 1.6, STONE, bottom_m=-1.5)
COURT = transform.at(PLATE, [(5.0 * i, 5.0 * j) for i in range(-4, 5) for j in range(-4, 5)])
HOUSE = merge([extrude.box(20, 20, 9.5, STONE, bottom_m=-1.5), COURT])


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


@pytest.fixture
def place(world):
    return world.places["abai_opera"]


def test_a_house_on_its_level_ground_stands_well(world, place):
    found = standing(world, place, HOUSE)
    assert found.faults == []
    assert (found.floating, found.sunk) == (0.0, 0.0)


def test_a_house_held_too_high_hangs(world, place):
    found = standing(world, replace(place, ground_m=place.ground_m + 4.0), HOUSE)
    assert found.floating == 1.0
    assert found.worst_float_m == pytest.approx(2.5, abs=0.01)
    assert found.faults == ["its foot hangs 2.5 m over the land"]


def test_a_house_set_too_deep_is_sunk(world, place):
    found = standing(world, replace(place, ground_m=place.ground_m - 2.0), HOUSE)
    assert found.sunk == 1.0
    assert found.faults == ["its floor lies 1.9 m under the land"]


def test_a_house_on_a_slope_both_hangs_and_is_sunk(world, place):
    x, y = place.x_m + 9000.0, place.y_m - 11000.0
    ground = float(world.terrain.height_m(x, y))
    found = standing(world, replace(place, x_m=x, y_m=y, ground_m=ground), HOUSE)
    assert found.floating > 0.05
    assert found.sunk > 0.05
