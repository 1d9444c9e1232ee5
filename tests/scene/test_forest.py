"""The forest of the mountains: the same everywhere, out of the way, within its budget."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almaty_tour.base.assets import assets_dir
from almaty_tour.geo.grid import Lattice
from almaty_tour.geo.pads import Pad, no_patches
from almaty_tour.geo.terrain import Surface, Terrain
from almaty_tour.geo.terrain_tiles import TileTree
from almaty_tour.mesh.data import Collision
from almaty_tour.scene.chunk import Chunk, Instances
from almaty_tour.scene.forest import (
    CELL_M,
    FADE,
    RING,
    Forest,
    forest_rows,
    full_reach_m,
)
from almaty_tour.scene.forest_land import KINDS, SPRUCE, STEEPEST, ForestLand
from almaty_tour.scene.forest_settled import settled
from almaty_tour.scene.forest_taken import CELL_M as TAKEN_M
from almaty_tour.scene.forest_taken import Taken
from almaty_tour.scene.paint import FILL, STROKE, GroundPaint
from almaty_tour.scene.vertex import INSTANCE
from almaty_tour.session.world import load_world, pads

TREES = 2_500
SLOPE = 0.4
places = st.floats(-9_000.0, 9_000.0)
slopes = st.floats(-600.0, 900.0)
"""South and north where a hillside bears dense woods."""


def hillside(surface=Surface.FOREST, slope=SLOPE, level_m=2_000.0):
    """A land all of one class that falls to the north."""
    inner = Lattice(-12_000.0, -12_000.0, 30.0, 801, 801)
    outer = Lattice(-12_000.0, -12_000.0, 480.0, 51, 51)

    def heights(lattice):
        y = lattice.south_m + lattice.cell_m * np.arange(lattice.rows)
        column = np.clip(level_m - slope * y, 1_000.0, 4_000.0)
        return np.repeat(column[:, None], lattice.columns, axis=1).astype(np.float32)

    def filled(lattice, value):
        return np.full(lattice.shape, value, np.uint8)

    half = Lattice(0.0, 0.0, 60.0, 401, 401), Lattice(0.0, 0.0, 960.0, 26, 26)
    return Terrain(
        inner, outer, heights(inner), heights(outer), filled(inner, surface),
        filled(outer, surface), filled(half[0], 255), filled(half[1], 255), no_patches(inner),
        np.zeros((0, 0), np.float32),
    )  # fmt: skip


def eye_at(terrain, x, y, over_m=20.0):
    return np.array([x, y, float(terrain.height_m(x, y)) + over_m])


def trees_of(crowd):
    """(n, 4) x, y, z and height scale of the trees that are not rings."""
    own = np.flatnonzero(crowd.kind < len(KINDS))
    found = np.column_stack([crowd.places[own], crowd.rows["scale"][own, 1]])
    return found[np.lexsort(found[:, :2].T)]


def by_place(crowd):
    return {(x, y): scale for x, y, _, scale in trees_of(crowd).tolist()}


@pytest.fixture(scope="module")
def wooded():
    return hillside()


@pytest.fixture(scope="module")
def forest(wooded):
    return Forest(ForestLand(wooded, Taken(wooded)))


@pytest.fixture(scope="module")
def real():
    """The shipped ground with its pads."""
    world = load_world(assets_dir())
    return world.terrain, pads(world.landmarks)


def test_the_same_forest_whatever_was_seen_before(wooded, forest):
    eye = eye_at(wooded, 310.0, -420.0)
    fresh = Forest(ForestLand(wooded, Taken(wooded)))
    for x in (-2_000.0, 900.0, 1_900.0):
        fresh.crowd(eye_at(wooded, x, 33.0), TREES)
    fresh.crowd(eye, 12_000)  # in groves
    first, second = forest.crowd(eye, TREES), fresh.crowd(eye, TREES)
    assert len(first.rows) > 1_000
    for one in ("places", "kind", "rows"):
        assert np.array_equal(getattr(first, one), getattr(second, one))


@settings(max_examples=6, deadline=None)
@given(x=places, y=slopes, step=st.floats(1.0, 600.0), turn=st.floats(0.0, 6.28))
def test_two_eyes_see_the_same_trees_between_them(wooded, forest, x, y, step, turn):
    """Nearer than the full reach of both, every tree is there for both, in the same place."""
    full_m = full_reach_m(TREES)
    one = eye_at(wooded, x, y)
    two = eye_at(wooded, x + step * np.cos(turn), y + step * np.sin(turn))
    seen = [trees_of(forest.crowd(eye, TREES)) for eye in (one, two)]
    middle = [
        found[
            (np.linalg.norm(found[:, :3] - one, axis=1) < full_m)
            & (np.linalg.norm(found[:, :3] - two, axis=1) < full_m)
        ]
        for found in seen
    ]
    assert np.array_equal(middle[0][:, :3], middle[1][:, :3])


@settings(max_examples=6, deadline=None)
@given(x=places, y=slopes)
def test_what_stands_far_away_stands_near_too(wooded, forest, x, y):
    far = forest.crowd(eye_at(wooded, x, y, 700.0), TREES)
    near = set(by_place(forest.crowd(eye_at(wooded, x, y, 2.0), TREES)))
    full_m, eye = full_reach_m(TREES), eye_at(wooded, x, y, 2.0)
    found = trees_of(far)
    inside = np.linalg.norm(found[:, :3] - eye, axis=1) < full_m
    assert {(a, b) for a, b, *_ in found[inside].tolist()} <= near


@settings(max_examples=6, deadline=None)
@given(x=places, y=slopes, turn=st.floats(0.0, 6.28))
def test_a_metre_makes_no_tree_jump(wooded, forest, x, y, turn):
    """Who comes or goes is low; nobody's height moves by more than the fade allows."""
    one = eye_at(wooded, x, y)
    two = one + np.array([np.cos(turn), np.sin(turn), 0.0])
    before, after = by_place(forest.crowd(one, TREES)), by_place(forest.crowd(two, TREES))
    most = 1.75 / (FADE * full_reach_m(TREES)) * 1.02
    moved = [
        abs(before.get(key, 0.0) - after.get(key, 0.0)) for key in before.keys() | after.keys()
    ]
    assert max(moved) <= most
    seen = np.concatenate([trees_of(forest.crowd(eye, TREES)) for eye in (one, two)])
    far = {(a, b) for a, b, *_ in seen[np.linalg.norm(seen[:, :3] - one, axis=1) > 200.0].tolist()}
    near = (before.keys() ^ after.keys()) - far
    assert not near


@settings(max_examples=6, deadline=None)
@given(x=places, y=slopes)
def test_a_metre_makes_no_tree_of_high_come_or_go_within_200_m(wooded, forest, x, y):
    one = eye_at(wooded, x, y)
    sets = [
        {key for key in by_place(forest.crowd(eye, 12_000))
         if np.hypot(key[0] - x, key[1] - y) < 200.0}
        for eye in (one, one + np.array([0.6, 0.8, 0.0]))
    ]  # fmt: skip
    assert len(sets[0]) > 100
    assert sets[0] == sets[1]


def looking(eye, turn):
    """World planes of a view of a right angle."""
    sides = np.array(
        [[np.cos(turn + s * np.pi / 4), np.sin(turn + s * np.pi / 4)] for s in (-1, 1)]
    )
    normals = np.column_stack([sides, [0.0, 0.0]])
    return np.column_stack([normals, -(normals @ eye)])


@settings(max_examples=6, deadline=None)
@given(x=places, y=slopes, turn=st.floats(0.0, 6.28), trees=st.sampled_from([2_500, 6_000, 12_000]))
def test_a_view_keeps_its_budget(wooded, forest, x, y, turn, trees):
    """Even on the densest slope, where woods are all round, half as many more at most."""
    eye = eye_at(wooded, x, y)
    crowd = forest.crowd(eye, trees, looking(eye, turn))
    seen = ((crowd.places - eye) @ looking(eye, turn)[:, :3].T >= 0.0).all(axis=1)
    own = crowd.kind < len(KINDS)
    assert np.count_nonzero(seen & own) < 1.5 * trees
    assert np.count_nonzero(seen & own) > 0.5 * trees
    assert np.count_nonzero(~own) <= np.count_nonzero(own)


@settings(max_examples=6, deadline=None)
@given(x=places, y=slopes, turn=st.floats(0.0, 6.28))
def test_a_view_loses_nothing_by_its_planes(wooded, forest, x, y, turn):
    eye = eye_at(wooded, x, y)
    planes = looking(eye, turn)
    seen, every = (by_place(forest.crowd(eye, TREES, one)) for one in (planes, None))
    inside = {
        key for key in every
        if ((np.array([*key, eye[2]]) - eye) @ planes[:, :3].T >= 0.0).all()
    }  # fmt: skip
    assert inside <= seen.keys()
    assert all(every[key] == scale for key, scale in seen.items())


def test_trees_grow_in_forest_only():
    for surface in set(Surface) - {Surface.FOREST}:
        bare = hillside(surface)
        assert not len(Forest(ForestLand(bare, Taken(bare))).crowd(eye_at(bare, 0, 0), TREES).rows)


@pytest.mark.parametrize("slope", [1.2, -1.2])
def test_steep_ground_stays_bare(slope):
    steep = hillside(slope=slope)
    crowd = Forest(ForestLand(steep, Taken(steep))).crowd(eye_at(steep, 0, 0), TREES)
    assert abs(slope) > STEEPEST
    height = crowd.places[:, 2]  # the land ends in plains above and below
    assert not np.count_nonzero((height > 1_100.0) & (height < 3_900.0))


def density(slope, level_m, kind=None):
    """Trees a hectare about a place within the full reach."""
    land = hillside(slope=slope, level_m=level_m)
    eye, full_m = eye_at(land, 0.0, 0.0, 0.0), full_reach_m(12_000)
    crowd = Forest(ForestLand(land, Taken(land))).crowd(eye, 12_000)
    near = np.hypot(*crowd.places[:, :2].T) < 0.9 * full_m / np.hypot(1.0, slope)
    near &= crowd.kind < len(KINDS) if kind is None else crowd.kind == kind
    return np.count_nonzero(near) / (np.pi * (0.9 * full_m / np.hypot(1.0, slope)) ** 2 / 1e4)


def test_density_follows_shade_and_height():
    shady, flat, sunny = density(0.4, 2_000.0), density(0.0, 2_000.0), density(-0.4, 2_000.0)
    assert 1e4 / CELL_M**2 > shady > flat > 1.5 * sunny > 10.0
    assert density(0.1, 2_870.0) < 0.35 * density(0.1, 2_200.0)
    assert density(0.1, 1_150.0, SPRUCE) < 0.02 * density(0.1, 1_150.0)
    assert density(0.1, 2_200.0, SPRUCE) == density(0.1, 2_200.0)


def fluted(slope):
    """Such a hillside with gullies 400 m apart, and the trees about its middle with their depth.

    Depth is 1 at the bottom of a gully and -1 on the ridges.
    """
    land = hillside(slope=slope)
    x = land.inner.west_m + land.inner.cell_m * np.arange(land.inner.columns)
    land = replace(
        land, heights=land.heights + np.float32(30.0) * np.cos(x * np.pi / 200.0, dtype=np.float32)
    )
    crowd = Forest(ForestLand(land, Taken(land))).crowd(eye_at(land, 0.0, 0.0, 0.0), 12_000)
    away = np.hypot(*crowd.places[:, :2].T)
    near = (crowd.kind == SPRUCE) & (away < full_reach_m(12_000) / np.hypot(1.0, slope + 0.5))
    return -np.cos(crowd.places[near, 0] * np.pi / 200.0)


def test_on_sunny_slopes_trees_keep_to_gullies():
    depth = fluted(-0.4)
    assert np.count_nonzero(depth > 0.5) > 3 * np.count_nonzero(depth < -0.5) > 0


def test_avalanches_keep_steep_gullies_bare():
    depth = fluted(0.65)
    assert 3 * np.count_nonzero(depth > 0.5) < np.count_nonzero(depth < -0.5)


def test_a_level_wood_has_groves_and_glades():
    """Counts of strewn trees vary by less than their mean (Fisher's index of dispersion)."""
    land = hillside(slope=0.0)
    crowd = Forest(ForestLand(land, Taken(land))).crowd(eye_at(land, 0.0, 0.0, 0.0), 12_000)
    half_m = 0.6 * full_reach_m(12_000)
    edges = np.arange(-half_m, half_m, 50.0)
    count = np.histogram2d(*crowd.places[crowd.kind < len(KINDS), :2].T, (edges, edges))[0]
    assert count.var() > 3.0 * count.mean() > 0.0


def test_rows_are_relative_to_the_eye_and_complete(wooded, forest):
    eye = eye_at(wooded, 50.0, 60.0)
    crowd, rows = forest.crowd(eye, TREES), forest_rows(forest, eye, TREES)
    assert {*rows} <= {*KINDS, RING}
    assert sum(len(one) for one in rows.values()) == len(crowd.rows)
    spruce = crowd.places[crowd.kind == SPRUCE] - eye
    assert np.abs(rows["tree.spruce"]["position"] - spruce).max() < 1e-3
    ground = wooded.height_m(*crowd.places[:, :2].T)
    assert np.abs(crowd.places[:, 2] - ground).max() < 1e-6
    assert all(
        np.isfinite(one["scale"]).all() and (one["scale"] >= 0).all() for one in rows.values()
    )


def test_rings_stand_far_away_and_only_about_spruces(wooded, forest):
    eye = eye_at(wooded, 50.0, 60.0)
    crowd = forest.crowd(eye, TREES)
    ring = crowd.places[crowd.kind == len(KINDS)]
    spruces = {(x, y) for x, y, _ in crowd.places[crowd.kind == SPRUCE].tolist()}
    assert len(ring) > 100
    assert np.linalg.norm(ring - eye, axis=1).min() > full_reach_m(TREES)
    assert {(x, y) for x, y, _ in ring.tolist()} <= spruces


def chunk(**parts):
    reach = np.full(3, 100.0, np.float32)
    return Chunk("one", (100.0, 200.0, 2_000.0), -reach, reach, **parts)


def test_nothing_grows_where_the_ground_is_taken(wooded):
    taken = Taken(wooded)
    lamp = np.zeros(1, INSTANCE)
    lamp["position"] = 30.0, 0.0, 0.0
    house = np.array([[-60.0, 10.0, 14.0, 8.0, 0.5, 0.0, 9.0]], np.float32)
    taken.add_chunk(chunk(instances=(Instances("lamp.mast", lamp),),
                          collision=Collision(boxes=house)))  # fmt: skip
    taken.add_pads([Pad(300.0, 300.0, 60.0, 20.0)])
    road = np.zeros(1, STROKE)
    road["a"], road["b"], road["half_width_m"] = (-200.0, 0.0), (400.0, 60.0), 5.0
    lawn = np.zeros(1, FILL)
    lawn["corners"] = [[(-100.0, -100.0), (0.0, -100.0), (-50.0, -30.0)]]
    taken.add_paint(GroundPaint(lawn, road))
    crowd = Forest(ForestLand(wooded, taken)).crowd(eye_at(wooded, 100.0, 100.0), 12_000)
    x, y = crowd.places[:, :2].T
    assert len(x) > 1_000
    assert np.hypot(x - 130.0, y - 200.0).min() > TAKEN_M / 2.0
    assert np.hypot(x - 300.0, y - 300.0).min() > 60.0
    cos, sin = np.cos(0.5), np.sin(0.5)
    along = (x - 40.0) * cos + (y - 210.0) * sin
    across = -(x - 40.0) * sin + (y - 210.0) * cos
    assert not np.count_nonzero((np.abs(along) < 14.0) & (np.abs(across) < 8.0))
    step = np.array([600.0, 60.0]) / np.hypot(600.0, 60.0)
    beside = np.abs(-(x + 200.0) * step[1] + y * step[0])
    between = ((x + 200.0) * step[0] + y * step[1] > 0) & (x < 400.0)
    assert beside[between].min() > 5.0
    low = (y > -100.0) & (y < -30.0)
    share = (y + 100.0) / 70.0
    assert not np.count_nonzero(low & (x > -100.0 + 50.0 * share) & (x < -50.0 * share))


def test_pads_and_water_of_the_real_mountains_stay_clear(real):
    terrain, level = real
    taken = Taken(terrain)
    taken.add_pads(level)
    forest = Forest(ForestLand(terrain, taken))
    found = 0
    for x, y in ((9_300.0, -10_400.0), (11_100.0, -13_500.0), (3_300.0, -22_100.0)):
        at = trees_of(forest.crowd(eye_at(terrain, x, y), 12_000))[:, :2]
        found += len(at)
        for pad in level:
            assert np.hypot(at[:, 0] - pad.x_m, at[:, 1] - pad.y_m).min() > pad.radius_m
        shore = terrain.surface_class(at[:, 0], at[:, 1]) == Surface.WATER
        assert not shore.any()
    assert found > 5_000


def test_no_forest_in_the_middle_of_the_town(real):
    terrain, _ = real
    eye = eye_at(terrain, 0.0, 0.0)
    crowd = Forest(ForestLand(terrain, Taken(terrain))).crowd(eye, 12_000)
    assert np.hypot(*crowd.places[:, :2].T).min(initial=np.inf) > 3_000.0


def test_far_trees_stand_on_the_ground_as_it_is_drawn(real):
    terrain, _ = real
    tree = TileTree.build(terrain)
    side = tree.high[:, 0] - tree.low[:, 0]
    for size in (1_920.0, 3_840.0, 15_360.0):
        inside = (side == size) & (np.abs(tree.low[:, :2] + size / 2.0).max(axis=1) < 20_000.0)
        node = int(np.flatnonzero(inside)[0])
        mesh = tree.mesh(node)
        drawn = mesh.positions[: 33 * 33].astype(np.float64) + mesh.origin
        nodes = drawn.reshape(33, 33, 3)[:-1, :-1].reshape(-1, 3)
        lifted = nodes + np.array([0.0, 0.0, 300.0])
        assert np.abs(settled(lifted, tree, np.array([node], np.int32)) - nodes).max() < 0.01
    fine = int(np.flatnonzero(side == 960.0)[0])
    assert np.array_equal(settled(lifted, tree, np.array([fine], np.int32)), lifted)


def test_moving_on_is_planted_in_parts(wooded):
    """A tile ahead is there before it is asked for, so that crossing a border is cheap."""
    forest = Forest(ForestLand(wooded, Taken(wooded)))
    eye = eye_at(wooded, 60.0, 60.0)
    forest.crowd(eye, TREES)
    while forest.ahead:
        forest.plant_ahead()
    planted = forest.planted
    forest.crowd(eye + np.array([120.0, 0.0, 0.0]), TREES)
    assert forest.planted == planted


def test_planting_in_steps_leaves_nothing_for_the_first_picture(wooded):
    eye = eye_at(wooded, 400.0, -200.0)
    at_once, in_steps = (Forest(ForestLand(wooded, Taken(wooded)).ready()) for _ in range(2))
    expected = at_once.crowd(eye, TREES)
    assert len([None for _ in in_steps.planting(eye, TREES)]) > 1
    planted = in_steps.planted
    found = in_steps.crowd(eye, TREES)
    assert in_steps.planted == planted == at_once.planted
    assert np.array_equal(trees_of(found), trees_of(expected))
