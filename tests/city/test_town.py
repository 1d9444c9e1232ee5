"""The town: nothing stands on a street, on a landmark or in another house; all repeats."""

import numpy as np
import pytest

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.blocks import edge_sites
from almaty_tour.city.districts import CORE, SLABS, Districts
from almaty_tour.city.extent import Extent
from almaty_tour.city.groups import FILLERS, PATTERNS, group_sites
from almaty_tour.city.houses import Taken, outlines, rows_of, site_rows
from almaty_tour.city.kinds import ALL, GARDEN, NUMBER
from almaty_tour.city.land import Land
from almaty_tour.city.lots import lot_sites
from almaty_tour.city.sights import Sight, free_of
from almaty_tour.city.tables import Street, features, streets
from almaty_tour.city.town_map import around, covered, draw, ground_of
from almaty_tour.city.trees import place_trees
from almaty_tour.city.zones import zones

HERE = Extent(-512.0, -512.0, 512.0, 512.0)
SQUARE = np.array(
    [
        [[100.0, 100.0], [180.0, 100.0], [180.0, 180.0]],
        [[100.0, 100.0], [180.0, 180.0], [100.0, 180.0]],
    ]
)


class Everywhere:
    """One district for all places."""

    def __init__(self, number):
        self.number = number

    def at(self, points):
        return np.full(len(np.asarray(points).reshape(-1, 2)), self.number)


def street(kind, width_m, *points):
    return Street(kind, np.array(points, np.float64), width_m)


BLOCKS = [
    street("primary", 20.0, (-400.0, -200.0), (400.0, -200.0)),
    street("primary", 20.0, (-400.0, 200.0), (400.0, 200.0)),
    street("residential", 9.0, (-300.0, -400.0), (-300.0, 400.0)),
    street("residential", 9.0, (0.0, -400.0), (0.0, 400.0)),
    street("residential", 9.0, (300.0, -400.0), (300.0, 400.0)),
]


@pytest.fixture(scope="module")
def town():
    return draw(HERE, BLOCKS, [])


@pytest.fixture(scope="module")
def quarters():
    return zones(HERE, BLOCKS, [])


@pytest.fixture(scope="module")
def houses(town, quarters):
    taken = Taken(HERE, town.road | ground_of(HERE, [SQUARE]))
    sites = [edge_sites(quarters, BLOCKS, Everywhere(CORE)),
             group_sites(quarters, Everywhere(CORE)),
             group_sites(quarters, Everywhere(CORE), FILLERS)]  # fmt: skip
    return np.concatenate([taken.placed(one) for one in sites])


def test_the_tables_are_whole():
    assert len(streets()) == 501
    assert all(len(street.line) > 1 for street in streets())
    assert {feature.kind for feature in features()} == {"river", "rail", "water", "park"}


def test_houses_keep_off_streets_landmarks_and_each_other(town, houses):
    rows = rows_of(houses)
    assert len(rows) > 60
    corners = np.array([wing for row in rows for wing in outlines(row, margin_m=0.0)])
    steps = np.linspace(0.0, 1.0, 12)
    edge = (
        corners[:, :, None] + (np.roll(corners, -1, axis=1) - corners)[:, :, None] * steps[:, None]
    )
    points = edge.reshape(-1, 2)
    assert not town.road[town.cell(points[:, 0], points[:, 1])].any()
    assert not ((points > 101.0) & (points < 179.0)).all(axis=1).any()
    taken = np.zeros(town.road.shape, int)
    for row in rows:
        taken += covered(HERE, outlines(row, margin_m=0.0))
    assert taken.max() == 1


def test_blocks_of_the_old_centre_have_corner_houses_and_courts(quarters):
    sites = np.concatenate([edge_sites(quarters, BLOCKS, Everywhere(CORE))])
    wings = np.array([len(ALL[kind].wings) for kind in sites["kind"].tolist()])
    assert (wings == 2).sum() >= 4
    many = np.concatenate([
        edge_sites(zones(HERE, moved, []), moved, Everywhere(CORE))
        for moved in (
            [Street(one.kind, one.line + shift, one.width_m) for one in BLOCKS]
            for shift in (0.0, 7.0, 31.0)
        )
    ])  # fmt: skip
    assert {len(ALL[kind].wings) for kind in many["kind"].tolist()} == {1, 2, 3}


def test_fronts_look_to_the_street(quarters):
    """Along the southern avenue: a front looks to its -y."""
    sites = edge_sites(quarters, BLOCKS, Everywhere(SLABS))
    clear = np.abs(np.abs(sites["x"]) - 150.0) < 80.0
    beside = sites[(np.abs(sites["y"] + 200.0) < 45.0) & clear]
    looks = -np.cos(beside["yaw"])
    along = np.abs(looks) > 0.99
    assert along.sum() > 3
    assert (np.sign(looks[along]) == -np.sign(beside["y"][along] + 200.0)).mean() > 0.9


def test_a_second_run_makes_the_same_town(town, quarters, houses):
    taken = Taken(HERE, town.road | ground_of(HERE, [SQUARE]))
    again = taken.placed(edge_sites(zones(HERE, BLOCKS, []), BLOCKS, Everywhere(CORE)))
    assert (again == houses[: len(again)]).all()


def test_a_block_does_not_depend_on_the_extent(quarters):
    wide = zones(HERE.grown(1_024.0), BLOCKS, [])
    inner = {zone.key: zone.turn_rad for zone in wide}
    closed = [zone for zone in quarters if zone.outline.bounds[0] > -310.0
              and zone.outline.bounds[2] < 310.0 and abs(zone.middle[1]) < 190.0]  # fmt: skip
    assert len(closed) == 2
    assert all(inner[zone.key] == pytest.approx(zone.turn_rad) for zone in closed)


def test_groups_keep_within_their_cell():
    """The middles of a group lie in the cell, so neighbours meet in the raster only at edges."""
    for pattern in PATTERNS.values():
        for group in pattern.groups:
            reach = np.abs([[x, y] for _, x, y, _ in group]).max(initial=0.0)
            assert reach <= max(pattern.cell_m) / 2


def test_plots_line_both_sides_of_a_lane():
    lane = street("lane", 6.0, (-200.0, 0.0), (200.0, 0.0))
    sites = lot_sites([lane], Everywhere(0))
    homes = sites[sites["kind"] != NUMBER["hut"]]
    assert GARDEN[homes["kind"]].all()
    assert (homes["y"] > 5.0).sum() > 9
    assert (homes["y"] < -5.0).sum() > 9
    assert not len(lot_sites([lane], Everywhere(SLABS)))


def test_trees_stand_beside_the_street_not_on_it(town, houses):
    cells = HERE.shape(16.0)
    land = Land(HERE, np.ones(cells, bool), np.zeros(cells, bool), np.ones(cells, bool),
                np.zeros(cells, np.float32), np.ones(cells, bool))  # fmt: skip
    free = ~town.road
    trees = place_trees(
        BLOCKS, houses, town, free, ground_of(HERE, [SQUARE]), land, Everywhere(CORE)
    )
    assert len(trees.seed) > 400
    assert not town.road[town.cell(*trees.xy.T)].any()
    assert not ((trees.xy > 101.0) & (trees.xy < 179.0)).all(axis=1).any()


def test_a_sight_is_free_from_the_landmark_to_where_it_passes_over_the_roofs():
    sight = Sight((0.0, -300.0, 60.0), (0.0, 0.0), 20.0, 0.0)
    free = free_of(HERE, [sight], 20.0)
    axis = (np.arange(free.shape[0]) + 0.5) * 2.0 - 512.0
    rows, columns = np.nonzero(free)
    assert axis[rows].min() == pytest.approx(-100.0, abs=3.0)
    assert np.abs(axis[columns]).max() < 20.0
    assert not free_of(HERE, [sight], 0.1)[axis < -80.0].any()
    assert free_of(HERE, [sight], 0.1)[axis > -70.0].any()


def test_the_ground_about_a_landmark_is_so_wide_as_asked():
    mask = ground_of(HERE, [SQUARE])
    wide = around(HERE, mask, [SQUARE], 10.0)
    assert mask.sum() * 4 == pytest.approx(6_400.0, rel=0.06)
    grown = 6_400.0 + 4 * 80.0 * 10.0 + np.pi * 100.0
    assert wide.sum() * 4 == pytest.approx(grown, rel=0.06)


def test_houses_claim_their_ground_once():
    xy = np.array([[0.0, 0.0], [10.0, 0.0], [0.0, 60.0]])
    sites = site_rows([NUMBER["panel5"]] * 3, xy, 0.0, np.array([1, 2, 3], np.uint32))
    kept = Taken(HERE, np.zeros(HERE.shape(2.0), bool)).placed(sites)
    assert kept["seed"].tolist() == [1, 3]


def test_districts_lie_where_the_city_has_them():
    places = {"core": (-200.0, 300.0), "slabs": (-8_900.0, -1_500.0), "gardens": (300.0, 6_000.0),
              "glass": (-1_450.0, -3_700.0), "rows": (-3_500.0, 600.0)}  # fmt: skip
    from almaty_tour.city.districts import NAMES

    found = Districts().at(np.array(list(places.values())))
    assert [NAMES[number] for number in found] == list(places)


def test_hashes_are_spread_and_known():
    """The finaliser against MurmurHash3's own fmix32 (value 1)."""
    from almaty_tour.base.rng import mix

    assert int(mix(1)[0]) == 0x514E28B7
    values = fraction(np.arange(20_000), 7)
    assert abs(values.mean() - 0.5) < 0.01
    assert np.histogram(values, 20, (0.0, 1.0))[0].min() > 850
    assert len(np.unique(hashed(np.arange(50_000)))) > 49_990
