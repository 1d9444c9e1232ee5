"""Shadows of trees come and go one after the other as the eye sinks and climbs."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almaty_tour.render.cascades import CascadeSet
from almaty_tour.render.quality import HIGH, LOW, MEDIUM, PRESETS
from almaty_tour.render.tree_share import GONE, STEP, TREE_REACH_M, TreeShares, is_other_share
from almaty_tour.scene.arrays import Scene
from almaty_tour.scene.casters import Near, near_copies
from almaty_tour.scene.chunk import Chunk, Instances
from almaty_tour.scene.vertex import INSTANCE

NORTH, LIGHT = np.array([0.0, 1.0, 0.0]), np.array([0.0, -0.6, 0.8])
TREES, HOUSES = 3_000, 40
HEIGHT = st.floats(1.0, 4_000.0)


def maps_of(preset) -> CascadeSet:
    maps = CascadeSet(preset.shadow_size_px, preset.shadow_reach_m)
    maps.trees = TreeShares(fades=preset.fade > 0.0)
    return maps


def shares(maps: CascadeSet, above_m: float) -> list[float]:
    """Of each map that is drawn for an eye at once so high."""
    maps.forget()
    maps.update(np.array([0.0, 0.0, above_m]), NORTH, above_m, LIGHT)
    return [one.trees for one in maps.kept if one is not None]


@given(HEIGHT, st.floats(0.1, 20.0))
def test_the_share_glides_and_never_turns_back(above_m, step_m):
    for preset in (MEDIUM, HIGH):
        maps = maps_of(preset)
        low, high = shares(maps, above_m), shares(maps, above_m + step_m)
        assert all(0.0 <= above <= below <= 1.0 for below, above in zip(low, high, strict=True))
        # over as many metres as half of the lowest eye without trees in the map: 30 and more
        for base_m, below, above in zip(preset.shadow_reach_m, low, high, strict=True):
            if base_m < TREE_REACH_M:
                assert below - above <= step_m / 60.0 + 1e-9


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_near_the_ground_maps_have_all_trees_and_from_on_high_none(preset):
    wanted = [float(reach_m < TREE_REACH_M) for reach_m in preset.shadow_reach_m]
    assert shares(maps_of(preset), 2.0) == wanted
    assert shares(maps_of(preset), 20_000.0) == [0.0] * len(wanted)


@given(HEIGHT)
def test_a_preset_that_does_not_fade_pays_for_no_tree_more(above_m):
    maps = maps_of(LOW)
    for share, kept in zip(shares(maps, above_m), maps.kept, strict=True):
        assert share == (kept.reach_m < TREE_REACH_M)
    faded = shares(maps_of(replace(LOW, fade=0.15)), above_m)
    for share, more, base_m in zip(shares(maps, above_m), faded, LOW.shadow_reach_m, strict=True):
        assert more >= share  # all that stood in a map still does
        assert base_m * above_m < TREE_REACH_M * 187.5 * GONE or more == 0.0


@given(st.lists(st.floats(120.0, 420.0), min_size=2, max_size=40))
@settings(max_examples=60)
def test_a_map_never_lags_by_more_than_a_step(heights):
    maps = maps_of(MEDIUM)
    for above_m in heights:
        eye = np.array([0.0, 0.0, above_m])
        drawn = {index for index, _ in maps.update(eye, NORTH, above_m, LIGHT)}
        wanted = shares(maps_of(MEDIUM), above_m)
        for kept, share in zip(maps.kept, wanted, strict=True):
            assert abs(kept.trees - share) <= STEP
            assert kept.trees == share or share not in (0.0, 1.0)
        assert not maps.update(eye, NORTH, above_m, LIGHT), drawn  # it is content with it


def test_on_the_way_down_no_map_is_drawn_for_each_metre():
    maps = maps_of(MEDIUM)
    drawn = 0
    for above_m in np.arange(187.5 * GONE + 5.0, 180.0, -0.25).tolist():
        placed = maps.update(np.array([0.0, 0.0, above_m]), NORTH, above_m, LIGHT)
        drawn += sum(index == 1 for index, _ in placed)
    assert drawn <= math.ceil(1.0 / STEP) + 3  # and where its side changes


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_only_another_share_asks_for_another_map(held, wanted):
    assert not is_other_share(held, held)
    if abs(held - wanted) > STEP:
        assert is_other_share(held, wanted)


def land() -> Scene:
    """Trees with the seeds of the town, 16 bits, and some houses."""
    random = np.random.default_rng(3)
    tables = []
    for kind, count in (("tree.elm", TREES), ("house.slab", HOUSES)):
        rows = np.zeros(count, INSTANCE)
        rows["position"] = random.uniform(-300.0, 300.0, (count, 3)) * (1.0, 1.0, 0.0)
        rows["scale"] = 1.0
        rows["seed"] = random.permutation(1 << 16)[:count]
        tables.append(Instances(kind, rows))
    scene = Scene()
    scene.add(
        Chunk("land", (0.0, 0.0, 0.0), (-320.0, -320.0, 0.0), (320.0, 320.0, 30.0), (),
              instances=tuple(tables))
    )  # fmt: skip
    return scene


def thrown(scene: Scene, share: float, middle=(0.0, 0.0, 0.0)) -> dict[str, set[int]]:
    """Seeds of the casters of each kind."""

    def every(places, radius_m):
        return np.ones(len(places), bool)

    level = dict.fromkeys(range(len(scene.copies.kinds)), 2)
    near = Near(9e9, 20.0, 0.0, every, share)
    found = near_copies(scene.copies, np.array(middle), near, level)
    return {kind: set(found[kind, 2]["seed"].tolist()) for kind, _ in found}


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
@settings(max_examples=30, deadline=None)
def test_no_copy_flips_back(one, other):
    scene = land()
    fewer, more = (thrown(scene, share) for share in sorted((one, other)))
    assert fewer.get("tree.elm", set()) <= more.get("tree.elm", set())
    assert len(more["house.slab"]) == len(fewer["house.slab"]) == HOUSES
    count = len(more.get("tree.elm", ()))
    wanted = TREES * max(one, other)
    assert abs(count - wanted) < 5.0 * math.sqrt(TREES) / 2.0


@given(st.tuples(*[st.floats(-500.0, 500.0)] * 2))
@settings(max_examples=20, deadline=None)
def test_a_map_for_another_place_has_the_same_trees(aside_m):
    scene = land()
    assert thrown(scene, 0.4) == thrown(scene, 0.4, (*aside_m, 0.0))
