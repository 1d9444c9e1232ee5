"""Props of the town: within their triangle budgets, facing outwards, windows that fit walls."""

import numpy as np
import pytest

from almaty_tour.kit import props
from almaty_tour.kit.props import car, house, house_walls, tree
from almaty_tour.kit.props.house_types import KINDS
from almaty_tour.mesh import check, compact

BUDGETS = {"house": (910, 190, 36), "tree": (1600, 90, 16), "car": (900, 250, 24)}
LEAFY = ("foliage", "leaf_clump", "leaf_spray", "leaf_droop", "needles", "spires")
YARDS = {"fence": (120, 60, 4), "gate": (60, 60, 4), "shed": (40, 40, 16), "play": (200, 140, 90)}
ALL = [(module, name) for module in (house, tree, car) for name in module.VARIANTS]


def ids(pair):
    return f"{pair[0].__name__.rpartition('.')[2]}.{pair[1]}"


@pytest.mark.parametrize("pair", ALL, ids=ids)
def test_props_keep_their_budget_and_are_whole(pair):
    module, name = pair
    budget = BUDGETS[module.__name__.rpartition(".")[2]]
    for level, most in enumerate(budget):
        made = module.build(name, level)
        assert 8 <= made.triangle_count <= most
        faults = check.faults(compact.welded(compact.snapped(made)))
        assert [fault for fault in faults if "normals" not in fault] == []


@pytest.mark.parametrize("name", [k for k in props.kinds() if k.partition(".")[0] in YARDS])
def test_things_of_yards_are_cheap_and_whole(name):
    for level, most in enumerate(YARDS[name.partition(".")[0]]):
        made = props.build(name, level)
        assert 4 <= made.triangle_count <= most
        assert not check.faults(compact.welded(compact.snapped(made)))


@pytest.mark.parametrize("name", house.VARIANTS)
def test_house_faces_agree_with_their_normals(name):
    for level in range(3):
        made = house.build(name, level)
        corner = made.positions[made.faces].astype(np.float64)
        across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
        assert (np.einsum("ij,ij->i", across, made.normals[made.faces[:, 0]]) > 0.0).all()


@pytest.mark.parametrize("name", house.VARIANTS)
def test_levels_of_a_house_fill_the_same_space(name):
    size = np.array(KINDS[name].size_m)
    for level in range(3):
        low, high = house.build(name, level).bounds_m
        assert low[2] <= -3.0
        assert abs(high[2] - size[2]) < 4.0
        assert (high[:2] - low[:2] >= size[:2] - 0.01).all()
        assert (np.abs(high[:2]) < size[:2] / 2 + 4.5).all()


@pytest.mark.parametrize("name", house.VARIANTS)
def test_every_wall_has_whole_bays_and_storeys(name):
    block = KINDS[name]
    for side in house_walls.sides(block):
        assert side.bays >= 1
        assert 0.6 * block.bay_m < side.length_m / side.bays < 1.6 * block.bay_m
    walls = house_walls.near(block)
    facade = walls.material == walls.materials.index(block.wall.material)
    cells = walls.uv[facade] / house_walls.CELL_M
    assert np.allclose(cells, np.rint(cells), atol=1e-4)


def leaves_of(made):
    leafy = [made.materials.index(name) for name in LEAFY if name in made.materials]
    return np.isin(made.material, leafy)


@pytest.mark.parametrize("name", tree.KINDS)
def test_broad_crowns_are_lighter_above(name):
    for level in range(3):
        made = tree.build(name, level)
        z, tint = made.positions[leaves_of(made), 2], made.tint[leaves_of(made)].astype(float)
        above = z > np.median(z)
        assert (tint[above].mean(axis=0) > tint[~above].mean(axis=0)).all()


def test_the_spruce_keeps_its_size_on_every_level():
    made = [tree.build("spruce", level) for level in range(3)]
    sizes = [np.ptp(one.positions[leaves_of(one)], axis=0) for one in made]
    assert np.allclose(sizes[0], sizes[1], rtol=0.35)
    assert np.allclose(sizes[0], sizes[2], rtol=0.45)


@pytest.mark.parametrize("name", car.VARIANTS)
def test_cars_are_mirrored_and_stand_on_the_ground(name):
    made = car.build(name, 0)
    low, high = made.bounds_m
    assert abs(low[2]) < 1e-6
    assert np.allclose(low[1], -high[1], atol=1e-5)
