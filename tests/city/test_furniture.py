"""Lamps and cars: on the right side of the road, off what is closed, the same every time."""

import numpy as np
import pytest

from almaty_tour.city.furniture import BUS, KINDS, LAMP, place_furniture
from almaty_tour.city.grounds import drives, place_grounds
from almaty_tour.city.houses import Row, Taken, outlines
from almaty_tour.city.kinds import ALL, DISTRICTS, FAMILIES, chosen, district
from almaty_tour.city.lanes import lanes
from almaty_tour.city.tables import Street
from almaty_tour.city.town_map import draw

AVENUE = Street("primary", np.array([[-900.0, 0.0], [900.0, 0.0]]), 22.0)
NOTHING = np.zeros((5120, 5120), bool)


@pytest.fixture(scope="module")
def things():
    return place_furniture([AVENUE], [], NOTHING)


def test_cars_drive_on_the_right(things):
    cars = things.where(things.kind != LAMP)
    assert len(cars.kind) > 60
    eastward = np.cos(cars.yaw_rad) > 0.0
    assert (np.abs(np.sin(cars.yaw_rad)) < 1e-6).all()
    assert (cars.xy[eastward, 1] < 0.0).all()
    assert (cars.xy[~eastward, 1] > 0.0).all()
    assert np.abs(cars.xy[:, 1]).max() < AVENUE.width_m / 2


def test_cars_of_a_lane_keep_their_distance(things):
    cars = things.where(things.kind != LAMP)
    for lane in np.unique(cars.xy[:, 1].round(2)):
        x = np.sort(cars.xy[np.isclose(cars.xy[:, 1], lane, atol=0.01), 0])
        assert np.diff(x).min() > 12.0


def test_lamps_stand_at_both_kerbs_and_reach_over_the_carriageway(things):
    lamps = things.where(things.kind == LAMP)
    assert (np.abs(lamps.xy[:, 1]) > AVENUE.width_m / 2).all()
    assert abs((lamps.xy[:, 1] > 0).mean() - 0.5) < 0.1
    assert np.allclose(np.abs(np.sin(lamps.yaw_rad)), 1.0)


def test_nothing_stands_where_it_is_closed():
    closed = NOTHING.copy()
    closed[:, 2560:] = True
    found = place_furniture([AVENUE], [], closed)
    assert len(found.kind) > 20
    assert (found.xy[:, 0] < 0.0).all()


def test_buses_are_few_and_every_kind_has_a_prop(things):
    from almaty_tour.kit import props

    assert set(KINDS) <= set(props.kinds())
    assert 0 < (things.kind == BUS).sum() < 0.1 * len(things.kind)


def test_drives_lie_behind_the_house_and_never_under_it():
    flats = [
        number for number, house in enumerate(ALL) if not house.garden and len(house.wings) == 1
    ]
    for kind in flats:
        row = Row(kind, 100.0, 50.0, 0.7, 1.0, 1.0, 5)
        middle, front = np.array([100.0, 50.0]), np.array([np.sin(0.7), -np.cos(0.7)])
        strip, way = drives([row])
        assert ((strip.corners - middle) @ front < -ALL[kind].depth_m / 2).all()
        along = np.array([np.cos(0.7), np.sin(0.7)])
        assert ((way.corners - middle) @ along > ALL[kind].length_m / 2).all()


def test_a_corner_house_keeps_its_yard_open():
    kind = next(number for number, house in enumerate(ALL) if house.kind == "house.stalin_corner")
    row = Row(kind, 0.0, 0.0, 0.0, 1.0, 1.0, 1)
    taken = Taken(NOTHING)
    assert taken.claim(outlines(row, margin_m=0.0))
    yard = np.array([[-18.0, 0.0], [4.0, 0.0], [4.0, 16.0], [-18.0, 16.0]])
    assert taken.claim([yard])
    assert not taken.claim([yard])


def test_districts_name_families_and_all_kinds_are_used():
    assert {name for shares in DISTRICTS.values() for name, _ in shares} == set(FAMILIES)
    assert {house for shares in FAMILIES.values() for house, _ in shares} == set(ALL)
    assert district(0.0, 3000.0) == "houses"
    found = {chosen(0.0, 0.0, key * 7919, key * 104729).kind for key in range(400)}
    assert len(found) > 12


@pytest.fixture(scope="module")
def inner():
    town = draw([AVENUE], [])
    x = (np.arange(5120) + 0.5) * 2.0 - 5120.0
    land = (np.abs(x) < 900.0)[:, None] & (np.abs(x) < 900.0)[None, :]
    return town, land, lanes(town, land, NOTHING)


def test_lanes_keep_to_the_land_and_off_the_street_beside(inner):
    town, land, found = inner
    assert len(found) > 6
    for lane in found:
        step = np.linspace(0.0, 1.0, 60)[:, None]
        points = lane.line[0] + (lane.line[-1] - lane.line[0]) * step
        assert land[town.cell(*points.T)].all()
        assert (np.abs(points[:, 1]) < 30.0).mean() < 0.7


def test_grounds_do_not_overlap(inner):
    town, land, _ = inner
    patches = place_grounds(Taken(town.road | ~land), land, town)
    assert len(patches) > 8
    middles = np.array([patch.corners.mean(axis=0) for patch in patches])
    apart = np.linalg.norm(middles[:, None] - middles[None], axis=2) + 1e6 * np.eye(len(middles))
    assert apart.min() > 12.0
