"""The draw list of props equals what looking at every copy by itself finds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.render.quality import PRESETS, detail_limits
from almaty_tour.scene.arrays import Scene
from almaty_tour.scene.casters import Near, near_copies
from almaty_tour.scene.chunk import Chunk, Instances, Level
from almaty_tour.scene.copies import is_house
from almaty_tour.scene.drawing import Viewpoint, draw_list
from almaty_tour.scene.fading import APART
from almaty_tour.scene.vertex import INSTANCE, VERTEX
from almaty_tour.scene.visible import Crowd

SIZES = {
    "house.low": (14.0, 8.0, 4.0), "house.slab": (70.0, 14.0, 30.0), "tree.elm": (9.0, 8.0, 13.0),
    "bench": (1.6, 0.6, 0.9), "lamp": (0.8, 0.8, 9.0),
}  # fmt: skip
TILE_M = 512.0
CLEAR = 1e-3


def prop(size_m) -> tuple[Level, ...]:
    rows = np.zeros(2, VERTEX)
    rows["position"] = np.array([(-0.5, -0.5, 0.0), (0.5, 0.5, 1.0)]) * size_m
    return (Level(rows, np.zeros(3, np.uint32), 0.0),)


def tile(name, kinds, counts, corner, random, **more) -> Chunk:
    tables = []
    for kind, count in zip(kinds, counts, strict=True):
        rows = np.zeros(count, INSTANCE)
        rows["position"] = random.uniform((0, 0, 0), (TILE_M, TILE_M, 40.0), (count, 3))
        rows["scale"] = random.uniform(0.6, 1.5, (count, 2))
        rows["seed"] = random.integers(0, 2**32, count, np.uint32)
        tables.append(Instances(kind, rows))
    low, high = np.zeros(3, np.float32), np.full(3, TILE_M, np.float32)
    return Chunk(name, (*corner, 700.0), low, high, (), tuple(tables), **more)


def town(random, tiles=5) -> tuple[Scene, list[Chunk]]:
    scene, chunks = Scene(), []
    for kind, size in SIZES.items():
        scene.set_prop(kind, prop(size))
    for east in range(tiles):
        for north in range(tiles):
            corner = (east - tiles / 2) * TILE_M, (north - tiles / 2) * TILE_M
            counts = random.integers(0, 12, len(SIZES))
            chunks.append(tile(f"{east}.{north}", list(SIZES), counts, corner, random))
            scene.add(chunks[-1])
    return scene, chunks


def camera(random) -> CameraState:
    place = random.uniform((-2_500, -2_500, 690), (2_500, 2_500, 760 + 10 ** random.uniform(0, 3)))
    return CameraState(tuple(place.tolist()), random.uniform(-3.1, 3.1), random.uniform(-1.2, 0.4))


def by_hand(chunks, view, limits) -> tuple[Counter, set[int]]:
    """What each copy asks for by itself, and those hard to tell.

    Counted by kind, level, seed and whether it fades; in a band above a limit both levels do.
    """
    wanted: Counter = Counter()
    unsure: set[int] = set()
    for chunk in chunks:
        for table in chunk.instances:
            reach, size = _size(table.kind)
            scale = table.rows["scale"].max(axis=1).astype(np.float64)
            place = table.rows["position"].astype(np.float64) + chunk.origin_enu - view.eye
            away = np.maximum(np.linalg.norm(place, axis=1), 1.0)
            size_px = size * scale / away / view.pixel_rad
            least = limits.house_px if is_house(table.kind) else limits.prop_px
            signed = (place @ view.planes[:, :3].T + view.planes[:, 3]).min(axis=1) + reach * scale
            edges = np.array([least, limits.middle_px, limits.finest_px])
            level = 2 - (size_px[:, None] > edges[1:]).sum(axis=1)
            shown = (size_px > least) & (signed >= 0.0)
            near = (np.abs(size_px[:, None] / edges - 1.0) < CLEAR).any(axis=1)
            ends = edges * np.array([1.0 + APART, 1.0, 1.0])
            near |= (np.abs(size_px[:, None] / ends - 1.0 - limits.fade) < CLEAR).any(axis=1)
            near |= np.abs(signed) < 0.02
            over = 1.0 + limits.fade if limits.fade else 0.0
            fades = size_px < ends[[2, 1, 0]][level] * over
            seeds = table.rows["seed"]
            unsure |= set(seeds[near].tolist())
            for row in np.flatnonzero(shown & ~near).tolist():
                mine, seed, fading = int(level[row]), int(seeds[row]), bool(fades[row])
                wanted[table.kind, mine, seed, fading] += 1
                if fading and mine < 2:
                    wanted[table.kind, mine + 1, seed, True] += 1
    return wanted, unsure


def _size(kind):
    corners = np.abs(prop(SIZES[kind])[0].vertices["position"])
    _, middle, large = sorted(SIZES[kind])
    return float(np.linalg.norm(corners, axis=1).max()), float((middle * large) ** 0.5)


def listed(drawn, unsure) -> Counter:
    props = drawn.props
    groups = zip(props.kind, props.level, props.fading, props.first, props.count, strict=True)
    return Counter(
        (props.kinds[kind], int(level), seed, bool(fading))
        for kind, level, fading, first, count in groups
        for seed in props.rows["seed"][first : first + count].tolist()
        if seed not in unsure
    )


@given(st.integers(0, 2**32 - 1), st.sampled_from(sorted(PRESETS)))
@settings(max_examples=25)
def test_the_list_equals_looking_at_every_copy(seed, preset):
    random = np.random.default_rng(seed)
    scene, chunks = town(random)
    limits = detail_limits(PRESETS[preset])
    for _ in range(4):
        state = camera(random)
        planes = frustum_planes(state, 16 / 9)
        view = Viewpoint(np.array(state.position_enu), planes, state.fov_rad, 720)
        drawn = draw_list(scene, view, limits)
        wanted, unsure = by_hand(chunks, view, limits)
        assert listed(drawn, unsure) == wanted


def test_places_are_relative_to_the_eye():
    random = np.random.default_rng(5)
    scene, chunks = town(random)
    eye = np.array([30.0, -2_000.0, 900.0])
    state = CameraState(tuple(eye.tolist()), 0.0, -0.1)
    view = Viewpoint(eye, frustum_planes(state, 16 / 9), state.fov_rad, 720)
    drawn = draw_list(scene, view, detail_limits(PRESETS["high"]))
    every = [
        (table.rows["seed"], table.rows["position"] + np.array(chunk.origin_enu) - eye)
        for chunk in chunks for table in chunk.instances
    ]  # fmt: skip
    place = {
        seed: at for seeds, places in every for seed, at in zip(seeds.tolist(), places, strict=True)
    }
    assert len(drawn.props.rows) > 100
    for row in drawn.props.rows:
        assert row["position"] == pytest.approx(place[int(row["seed"])], abs=1e-3)


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=20)
def test_coming_and_going_leaves_what_stays(seed):
    random = np.random.default_rng(seed)
    scene, chunks = town(random, tiles=3)
    for number in random.permutation(len(chunks))[:5].tolist():
        if random.random() < 0.5:
            scene.remove(chunks[number].id)
            chunks[number] = replace(chunks[number], instances=())
        else:
            corner = chunks[number].origin_enu[:2]
            counts = random.integers(0, 30, len(SIZES))
            again = tile(chunks[number].id, list(SIZES), counts, corner, random)
            scene.add(again)
            chunks[number] = again
    scene.set_prop("bench", prop(SIZES["bench"]))
    limits, state = detail_limits(PRESETS["medium"]), camera(random)
    planes = frustum_planes(state, 16 / 9)
    view = Viewpoint(np.array(state.position_enu), planes, state.fov_rad, 720)
    wanted, unsure = by_hand(chunks, view, limits)
    assert listed(draw_list(scene, view, limits), unsure) == wanted
    assert len(scene.copies) == sum(len(t.rows) for c in chunks for t in c.instances)


def test_a_kind_told_late_counts_with_its_own_size():
    scene = Scene()
    random = np.random.default_rng(3)
    scene.add(tile("t", ["bench"], [50], (-256.0, 20.0), random))
    eye = np.array([0.0, 0.0, 702.0])
    view = Viewpoint(eye, frustum_planes(CameraState((0, 0, 0), 0.0, 0.0), 16 / 9), 0.87, 720)
    before = len(draw_list(scene, view, detail_limits(PRESETS["low"])).props.rows)
    scene.set_prop("bench", prop(SIZES["bench"]))
    after = len(draw_list(scene, view, detail_limits(PRESETS["low"])).props.rows)
    assert before > after


def test_many_gaps_are_closed():
    random = np.random.default_rng(1)
    scene = Scene()
    for number in range(40):
        scene.add(tile(str(number), ["tree.elm"], [1_000], (0.0, 0.0), random))
    for number in range(38):
        scene.remove(str(number))
    scene.add(tile("40", ["tree.elm"], [10], (0.0, 0.0), random))
    assert len(scene.copies) == 2_010
    assert scene.copies.used < 10_000


def test_a_crowd_is_culled_and_levelled_like_what_stands():
    random = np.random.default_rng(11)
    scene, _ = town(random, tiles=2)
    other, _ = town(np.random.default_rng(11), tiles=2)
    kinds = ("tree.elm", "house.slab")
    more = tile("more", kinds, (200, 40), (-256.0, -256.0), random)
    other.add(more)
    tables = more.instances
    crowd = Crowd(
        kinds, np.repeat([0, 1], [200, 40]),
        np.concatenate([t.rows["position"] for t in tables]).astype(np.float64) + more.origin_enu,
        np.concatenate([t.rows for t in tables]),
    )  # fmt: skip
    eye = np.array([0.0, -400.0, 720.0])
    state = CameraState(tuple(eye.tolist()), 0.0, 0.0)
    view = Viewpoint(eye, frustum_planes(state, 16 / 9), state.fov_rad, 720)
    limits = detail_limits(PRESETS["low"])
    drawn, expected = draw_list(scene, view, limits, extra=[crowd]), draw_list(other, view, limits)
    assert len(drawn.props.rows) > 50
    assert listed(drawn, set()) == listed(expected, set())


@given(st.integers(0, 2**32 - 1), st.floats(60.0, 900.0), st.floats(0.0, 3.0))
@settings(max_examples=25)
def test_casters_are_all_that_a_map_may_see(seed, reach_m, least_m):
    random = np.random.default_rng(seed)
    scene, chunks = town(random, tiles=4)
    middle = random.uniform((-900, -900, 700), (900, 900, 720))

    def touched(relative, radius_m):
        return np.abs(relative[:, :2]).max(axis=1) < reach_m + np.asarray(radius_m)

    level = {number: 1 for number, kind in enumerate(scene.copies.kinds) if kind != "lamp"}
    found = near_copies(scene.copies, middle, Near(9e9, 20.0, least_m, touched), level)
    seeds = set(found.rows["seed"].tolist())
    assert {key for key, _ in found} <= set(SIZES) - {"lamp"}
    for chunk in chunks:
        for table in chunk.instances:
            place = table.rows["position"].astype(np.float64) + chunk.origin_enu - middle
            tall = _size(table.kind)[1] * table.rows["scale"].max(axis=1)
            side = np.abs(place[:, :2]).max(axis=1)
            sure = (side < reach_m + 19.9) & (tall > least_m) & (table.kind != "lamp")
            assert set(table.rows["seed"][sure].tolist()) <= seeds
            assert not set(table.rows["seed"][side > reach_m + 20.1].tolist()) & seeds
