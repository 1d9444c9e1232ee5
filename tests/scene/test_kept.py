"""A list kept for several pictures has all that each of them shows, as fine as it wants it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scene.test_copies import SIZES, TILE_M, by_hand, camera, listed, prop, tile, town

from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.render.quality import PRESETS, detail_limits
from almaty_tour.scene.copylist import CopyList
from almaty_tour.scene.drawing import Viewpoint, draw_list
from almaty_tour.scene.kept import KeptCopies, Room, widened
from almaty_tour.scene.visible import Standing


def nothing(_):
    return ()


def viewpoint(state: CameraState, aspect=16 / 9) -> Viewpoint:
    eye = np.array(state.position_enu)
    return Viewpoint(eye, frustum_planes(state, aspect), state.fov_rad, 720)


def moved(state: CameraState, by_m, heading_rad, pitch_rad) -> CameraState:
    x, y, z = (float(value) for value in np.add(state.position_enu, by_m))
    return replace(
        state, position_enu=(x, y, z), heading_rad=state.heading_rad + heading_rad,
        pitch_rad=min(max(state.pitch_rad + pitch_rad, -1.4), 1.4),
    )  # fmt: skip


def flight(random, pictures=24):
    """A camera that speeds up and turns, and jumps once."""
    state = camera(random)
    way = random.normal(0.0, 1.0, 3) * 10 ** random.uniform(-1.0, 1.3)
    turn = random.normal(0.0, 0.02, 2)
    for picture in range(pictures):
        yield state
        way = way * random.uniform(0.9, 1.15) + random.normal(0.0, 0.1, 3)
        turn = turn * random.uniform(0.7, 1.2)
        state = camera(random) if picture == 15 else moved(state, way, *turn)


def sharp(preset):
    """Limits of a preset without bands in which two levels are listed."""
    return replace(detail_limits(PRESETS[preset]), fade=0.0)


def shown(listed: CopyList) -> dict[tuple[str, int], int]:
    """The level of each copy by kind and seed; every copy is there once."""
    found: dict[tuple[str, int], int] = {}
    for (kind, level), rows in listed.items():
        for seed in rows["seed"].tolist():
            assert (kind, seed) not in found
            found[kind, seed] = level
    return found


@given(st.integers(0, 2**32 - 1), st.sampled_from(sorted(PRESETS)))
@settings(max_examples=25, deadline=None)
def test_a_kept_list_has_all_that_each_picture_shows(seed, preset):
    random = np.random.default_rng(seed)
    scene, chunks = town(random)
    limits, kept = sharp(preset), KeptCopies()
    for state in flight(random):
        view = viewpoint(state)
        there = shown(kept.listed(scene.copies, view, limits, nothing))
        wanted, unsure = by_hand(chunks, view, limits)
        for kind, level, copy, _ in wanted:
            if copy not in unsure:
                assert there[kind, copy] <= level


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=15, deadline=None)
def test_choosing_among_a_kept_list_is_choosing_among_all(seed):
    random = np.random.default_rng(seed)
    scene, chunks = town(random)
    limits, kept = sharp("low"), KeptCopies()
    for state in flight(random):
        view = viewpoint(state)
        among = Standing.of(scene.copies, kept.listed(scene.copies, view, limits, nothing))
        few = draw_list(scene, view, limits, among=among)
        wanted, unsure = by_hand(chunks, view, limits)
        assert listed(few, unsure) == wanted


@given(st.integers(0, 2**32 - 1), st.floats(0.0, 60.0), st.floats(0.0, 0.2), st.floats(0.5, 3.0))
@settings(max_examples=60, deadline=None)
def test_a_widened_view_holds_every_view_near_it(seed, move_m, turn, aspect):
    random = np.random.default_rng(seed)
    state = replace(
        camera(random), fov_rad=random.uniform(0.3, 1.2), shift=random.choice([0.0, -0.3, 0.5])
    )
    room = Room(viewpoint(state, aspect), move_m, turn)
    way = random.normal(0.0, 1.0, 3)
    way *= move_m * random.uniform(0.0, 0.999) / np.linalg.norm(way)
    half = turn / 2.0
    near = viewpoint(moved(state, way, *random.uniform(-half, half, 2)), aspect)
    if not room.covers(near):
        return
    points = random.normal(0.0, 1.0, (4_000, 3)) * 10 ** random.uniform(0.0, 3.5, (4_000, 1))
    inside = (points @ near.planes[:, :3].T + near.planes[:, 3] >= 0.0).all(axis=1)
    wide = widened(room.view.planes, move_m, turn)
    there = points[inside] + near.eye - room.view.eye
    assert (there @ wide[:, :3].T + wide[:, 3] >= -1e-6).all()


def test_a_steady_flight_chooses_a_little_in_each_picture():
    random = np.random.default_rng(2)
    scene, _ = town(random, tiles=6)
    kept, limits = KeptCopies(), sharp("high")
    state = CameraState((0.0, -1_500.0, 760.0), 0.0, -0.1)
    lists = []
    for _ in range(60):
        lists.append(kept.listed(scene.copies, viewpoint(state), limits, nothing))
        state = moved(state, (0.0, 1.5, 0.0), 0.004, 0.0)
    fresh = sum(a is not b for a, b in pairwise(lists))
    assert 4 <= fresh <= 20
    assert lists[-1].origin_enu != lists[0].origin_enu


def test_an_eye_that_stands_gets_exactly_what_it_sees():
    random = np.random.default_rng(4)
    scene, _ = town(random)
    view, limits = viewpoint(camera(random)), sharp("high")
    kept = KeptCopies()
    first = kept.listed(scene.copies, view, limits, nothing)
    assert shown(first) == shown(draw_list(scene, view, limits).props)
    assert kept.listed(scene.copies, view, limits, nothing) is first
    assert first.origin_enu == pytest.approx(view.eye)


def test_what_arrives_is_listed_soon_and_what_goes_is_not():
    random = np.random.default_rng(6)
    scene, _ = town(random, tiles=2)
    kept, limits = KeptCopies(), sharp("high")
    view = viewpoint(CameraState((0.0, -900.0, 720.0), 0.0, 0.0))
    kept.listed(scene.copies, view, limits, nothing)
    scene.set_prop("fountain", prop(SIZES["bench"]))
    scene.add(tile("late", ["fountain"], [40], (-TILE_M / 2, -850.0), random))
    lists = [kept.listed(scene.copies, view, limits, nothing) for _ in range(8)]
    assert any(kind == "fountain" for kind, _ in lists[-1])
    scene.remove("late")
    lists = [kept.listed(scene.copies, view, limits, nothing) for _ in range(8)]
    assert not any(kind == "fountain" for kind, _ in lists[-1])
