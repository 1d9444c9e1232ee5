"""The town: nothing stands on a street, on a landmark or in another house; all repeats."""

import numpy as np
import pytest

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.houses import Taken, outlines, place_houses
from almaty_tour.city.tables import Street, features, streets
from almaty_tour.city.town_map import covered, draw, ground_of
from almaty_tour.city.trees import place_trees

CROSS = [
    Street("primary", np.array([[-400.0, 0.0], [400.0, 0.0]]), 20.0),
    Street("residential", np.array([[0.0, -400.0], [0.0, 400.0]]), 9.0),
]
SQUARE = np.array(
    [
        [[100.0, 100.0], [180.0, 100.0], [180.0, 180.0]],
        [[100.0, 100.0], [180.0, 180.0], [100.0, 180.0]],
    ]
)


@pytest.fixture(scope="module")
def town():
    return draw(CROSS, [])


@pytest.fixture(scope="module")
def near(town):
    x = (np.arange(len(town.road)) + 0.5) * 2.0 - 5120.0
    inside = np.abs(x) < 420.0
    return inside[:, None] & inside[None, :]


@pytest.fixture(scope="module")
def houses(town, near):
    taken = Taken(town.road | ground_of([SQUARE]))
    return place_houses(CROSS, taken, near, town)


def test_the_tables_are_whole():
    assert len(streets()) == 501
    assert all(len(street.line) > 1 for street in streets())
    assert {feature.kind for feature in features()} == {"river", "rail", "water", "park"}


def test_houses_keep_off_streets_landmarks_and_each_other(town, houses):
    assert len(houses) > 60
    corners = np.array([wing for row in houses for wing in outlines(row, margin_m=0.0)])
    steps = np.linspace(0.0, 1.0, 12)
    edge = (
        corners[:, :, None] + (np.roll(corners, -1, axis=1) - corners)[:, :, None] * steps[:, None]
    )
    points = edge.reshape(-1, 2)
    assert not town.road[town.cell(points[:, 0], points[:, 1])].any()
    assert not ((points > 101.0) & (points < 179.0)).all(axis=1).any()
    cells = [
        set(map(tuple, np.argwhere(covered(outlines(row, margin_m=0.0))))) for row in houses[:40]
    ]
    taken = set()
    for mine in cells:
        assert not mine & taken
        taken |= mine


def test_fronts_look_to_the_street(houses):
    """The first row along the east-west street: a front looks to its -y."""
    beside = [row for row in houses if abs(row.y_m) < 27.0 and 40.0 < abs(row.x_m) < 300.0]
    assert len(beside) > 4
    looks = np.array([[np.sin(row.yaw_rad), -np.cos(row.yaw_rad)] for row in beside])
    along = [row for row, look in zip(beside, looks, strict=True) if abs(look[1]) > 0.99]
    assert len(along) >= len(beside) * 0.6
    toward = [np.sign(-np.cos(row.yaw_rad)) == -np.sign(row.y_m) for row in along]
    assert np.mean(toward) > 0.9


def test_a_second_run_makes_the_same_town(town, near, houses):
    again = place_houses(CROSS, Taken(town.road | ground_of([SQUARE])), near, town)
    assert again == houses


def test_trees_stand_beside_the_street_not_on_it(town, near):
    free = near & ~town.road
    trees = place_trees(CROSS, town, free, ground_of([SQUARE]), np.zeros_like(free))
    assert len(trees.seed) > 150
    assert not town.road[town.cell(*trees.xy.T)].any()
    assert not ((trees.xy > 101.0) & (trees.xy < 179.0)).all(axis=1).any()


def test_hashes_are_spread_and_known():
    """The finaliser against MurmurHash3's own fmix32 (value 1)."""
    from almaty_tour.base.rng import mix

    assert int(mix(1)[0]) == 0x514E28B7
    values = fraction(np.arange(20_000), 7)
    assert abs(values.mean() - 0.5) < 0.01
    assert np.histogram(values, 20, (0.0, 1.0))[0].min() > 850
    assert len(np.unique(hashed(np.arange(50_000)))) > 49_990
