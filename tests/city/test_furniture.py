"""Lamps and parked cars: at the kerbs and in the yards, off what is closed; grounds and kinds."""

import numpy as np
import pytest

from almaty_tour.city.districts import NAMES, SLABS
from almaty_tour.city.extent import Extent
from almaty_tour.city.furniture import CARS, KINDS, LAMP, place_furniture
from almaty_tour.city.grounds import Patch, drives, off, place_grounds
from almaty_tour.city.groups import FILLERS, PATTERNS
from almaty_tour.city.houses import Row, Taken, outlines
from almaty_tour.city.kinds import (
    ALL,
    CORNERS,
    LOTS,
    LOW,
    NUMBER,
    SLAB_CORNERS,
    STREETS,
    is_flats,
)
from almaty_tour.city.land import Land
from almaty_tour.city.lanes import lanes
from almaty_tour.city.tables import Street
from almaty_tour.city.town_map import draw
from almaty_tour.city.zones import zones

HERE = Extent(-1_024.0, -1_024.0, 1_024.0, 1_024.0)
AVENUE = Street("primary", np.array([[-900.0, 0.0], [900.0, 0.0]]), 22.0)
LANE = Street("lane", np.array([[-900.0, 100.0], [900.0, 100.0]]), 6.0)
NOTHING = np.zeros(HERE.shape(2.0), bool)


class Everywhere:
    """One district for all places."""

    def __init__(self, number):
        self.number = number

    def at(self, points):
        return np.full(len(np.asarray(points).reshape(-1, 2)), self.number)


@pytest.fixture(scope="module")
def things():
    return place_furniture(HERE, [AVENUE, LANE], [], NOTHING)


def test_lamps_stand_at_both_kerbs_and_reach_over_the_carriageway(things):
    lamps = things.where(things.kind == LAMP)
    assert len(lamps.kind) > 60
    assert (np.abs(lamps.xy[:, 1]) > AVENUE.width_m / 2).all()
    assert abs((lamps.xy[:, 1] > 0).mean() - 0.5) < 0.1
    assert np.allclose(np.abs(np.sin(lamps.yaw_rad)), 1.0)


def test_cars_park_at_the_kerb_of_a_lane(things):
    cars = things.where(np.isin(things.kind, CARS))
    assert len(cars.kind) > 2
    assert (np.abs(cars.xy[:, 1] - 100.0) < LANE.width_m / 2).all()
    assert all(KINDS[kind].startswith("car.") for kind in cars.kind)


def test_nothing_stands_where_it_is_closed():
    closed = NOTHING.copy()
    closed[:, closed.shape[1] // 2 :] = True
    found = place_furniture(HERE, [AVENUE], [], closed)
    assert len(found.kind) > 20
    assert (found.xy[:, 0] < 0.0).all()


def test_every_kind_has_a_prop():
    from almaty_tour.kit import props

    assert set(KINDS) | {house.kind for house in ALL} <= set(props.kinds())


def test_drives_lie_behind_the_house_and_never_under_it():
    flats = [n for n, house in enumerate(ALL) if is_flats(n) and len(house.wings) == 1]
    assert len(flats) > 20
    for kind in flats:
        row = Row(kind, 100.0, 50.0, 0.7, 1.0, 1.0, 5)
        middle, front = np.array([100.0, 50.0]), np.array([np.sin(0.7), -np.cos(0.7)])
        strip, way = drives([row])
        assert ((strip.corners - middle) @ front < -ALL[kind].depth_m / 2).all()
        along = np.array([np.cos(0.7), np.sin(0.7)])
        assert ((way.corners - middle) @ along > ALL[kind].length_m / 2).all()


def test_of_a_patch_the_longest_free_stretch_is_left_or_nothing():
    square = np.array([[0.0, 0.0], [20.0, 0.0], [20.0, 10.0], [0.0, 10.0]])
    patches = [Patch("drive", square + shift, n) for n, shift in enumerate((0.0, 100.0, 200.0))]
    closed = NOTHING.copy()
    closed[512 + 52, 512 + 50 : 512 + 54] = True
    closed[512 + 100 : 512 + 105, 512 + 103 : 512 + 107] = True
    whole, part = off(patches, HERE, closed)
    assert np.allclose(whole.corners, square)
    assert part.key == 1
    assert part.corners[:, 0].min() == pytest.approx(108.0, abs=0.9)
    assert part.corners[:, 0].max() == pytest.approx(120.0)


@pytest.mark.parametrize("name", ["stalin_corner", "stalin_court"])
def test_a_house_of_several_wings_keeps_its_yard_open(name):
    row = Row(NUMBER[name], 0.0, 0.0, 0.0, 1.0, 1.0, 1)
    taken = Taken(HERE, NOTHING)
    assert taken.claim(outlines(row, margin_m=0.0))
    yard = np.array([[-12.0, 0.0], [4.0, 0.0], [4.0, 12.0], [-12.0, 12.0]])
    assert taken.claim([yard])
    assert not taken.claim([yard])


def test_all_kinds_are_used():
    drawn = {kind for mix in (*STREETS.values(), *LOTS.values(), CORNERS, SLAB_CORNERS, LOW)
             for kind in mix.kinds.tolist()}  # fmt: skip
    patterns = [*PATTERNS.values(), *FILLERS.values()]
    drawn |= {kind for pattern in patterns for kind in pattern.series.kinds.tolist()}
    drawn |= {NUMBER[name] for pattern in patterns for group in pattern.groups
              for name, *_ in group if name != "*"}  # fmt: skip
    assert drawn == set(range(len(ALL)))
    assert set(STREETS) < set(NAMES)
    assert set(LOTS) < set(NAMES)


def test_a_mixture_gives_each_kind_its_share():
    mix = STREETS["core"]
    found = np.bincount(mix.drawn(np.arange(mix.ends[-1])), minlength=len(ALL))
    assert found[mix.kinds].tolist() == np.diff(mix.ends, prepend=0).tolist()


@pytest.fixture(scope="module")
def inner():
    border = [
        Street("secondary", np.array([[-800.0, y], [800.0, y]]), 16.0) for y in (-700.0, 700.0)
    ] + [Street("secondary", np.array([[x, -800.0], [x, 800.0]]), 16.0) for x in (-700.0, 700.0)]
    town = draw(HERE, border, [])
    cells = HERE.shape(16.0)
    good = np.ones(cells, bool)
    good[:40] = False
    land = Land(HERE, np.ones(cells, bool), np.zeros(cells, bool), good,
                np.zeros(cells, np.float32), np.ones(cells, bool))  # fmt: skip
    return town, land, zones(HERE, border, [])


def test_lanes_keep_to_the_land_and_off_the_street_beside(inner):
    town, land, quarters = inner
    found = lanes(quarters, town, land, NOTHING, Everywhere(0))
    inside = [lane for lane in found if np.abs(lane.line).max() < 705.0]
    assert len(inside) > 12
    for lane in found:
        step = np.linspace(0.0, 1.0, 60)[:, None]
        points = lane.line[0] + (lane.line[-1] - lane.line[0]) * step
        assert land.at(land.gentle, points).all()
    for lane in inside:
        step = np.linspace(0.0, 1.0, 60)[:, None]
        points = lane.line[0] + (lane.line[-1] - lane.line[0]) * step
        to_street = np.abs(np.abs(points) - 700.0).min(axis=1)
        assert (to_street < 30.0).mean() < 0.7
    joined = sum(np.abs(np.abs(lane.line[[0, -1]]) - 700.0).min() < 14.0 for lane in inside)
    assert joined > 0.6 * len(inside)


def test_lanes_of_flats_are_fewer_than_those_of_plots(inner):
    town, land, quarters = inner
    gardens, flats = (
        lanes(quarters, town, land, NOTHING, Everywhere(number)) for number in (0, SLABS)
    )
    length = [sum(np.hypot(*np.diff(s.line, axis=0).T).sum() for s in found)
              for found in (gardens, flats)]  # fmt: skip
    assert length[1] < 0.85 * length[0]


def test_grounds_do_not_overlap(inner):
    town, land, quarters = inner
    patches = place_grounds(Taken(HERE, town.road), land, quarters, Everywhere(SLABS))
    assert len(patches) > 30
    middles = np.array([patch.corners.mean(axis=0) for patch in patches])
    apart = np.linalg.norm(middles[:, None] - middles[None], axis=2) + 1e6 * np.eye(len(middles))
    assert apart.min() > 12.0
