"""Rooms in `low`: one shadow map holds them, and colours are finished before the pixel."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.conftest import box

from almaty_tour.camera.state import CameraState
from almaty_tour.mesh.data import merge
from almaty_tour.mesh.simplify import LevelMesh
from almaty_tour.render.cascades import CascadeSet, square_across
from almaty_tour.render.passes.common import View
from almaty_tour.render.quality import ROOM_TEXEL_M, in_room, quality
from almaty_tour.scene.chunk import Wants
from almaty_tour.scene.environment import Environment, Room
from almaty_tour.scene.load import Placement, model_chunk
from almaty_tour.session.room_squares import in_squares

GREY = (0.2, 0.2, 0.2)
KEY = np.array([-0.3, -0.4, 0.87]) / np.linalg.norm([-0.3, -0.4, 0.87])
ROOM = Room(
    tuple(KEY.tolist()), (1.2, 1.1, 0.9), GREY, GREY, GREY, GREY, reach=0.1, open_above=True
)
SIDE = 24.0


@given(st.integers(0, 2**32 - 1))
def test_wherever_the_eye_is_the_one_map_holds_every_place_of_a_room(seed):
    random = np.random.default_rng(seed)
    low = random.uniform(-40.0, 40.0, 3)
    high = low + random.uniform(1.0, 60.0, 3)
    turn, up = random.uniform(0.0, 6.28), random.uniform(0.2, 1.5)
    light = np.array([np.sin(turn) * np.cos(up), np.cos(turn) * np.cos(up), np.sin(up)])
    middle, half_m = square_across(low, high, light)
    maps = CascadeSet(2048, (half_m,))
    maps.middle_enu = middle
    for number in range(4):
        eye = random.uniform(low, high)
        drawn = maps.update(eye, np.array([0.0, 1.0, 0.0]), 1.7, light)
        assert len(drawn) == (number == 0)
        where = maps.places(eye)
        for place in (low, high, *random.uniform(low, high, (20, 3))):
            at = where.turn @ (place - eye) * where.scale[0] + where.offset[0]
            assert (np.abs(at[:2] - 0.5) < 0.49).all()


def test_a_room_has_one_map_only_where_its_texels_are_small():
    low = quality("low")
    most_m = ROOM_TEXEL_M * low.room_shadow_px / 2.0
    held = in_room(low, replace(ROOM, half_m=most_m))
    assert (held.cascades, held.shadow_size_px) == (1, low.room_shadow_px)
    assert held.shadow_reach_m == (most_m,)
    for half_m in (0.0, most_m * 1.01):
        following = in_room(low, replace(ROOM, half_m=half_m))
        assert following.cascades == low.cascades
        assert following.shadow_reach_m == tuple(one * ROOM.reach for one in low.shadow_reach_m)
    for name in ("medium", "high", "golden"):
        assert in_room(quality(name), replace(ROOM, half_m=1.0)).cascades == quality(name).cascades


@pytest.fixture
def hall(bench):
    """A floor with two plinths before a wall, as a hall has it; the light falls through."""
    from almaty_tour.kit import transform

    table = bench.renderer.materials
    pieces = [
        transform.move(box((SIDE, SIDE, 0.2), "hall_floor"), z=-0.2),
        transform.move(box((SIDE, 0.4, 4.0), "hall_stone"), y=6.0),
        transform.move(box((1.0, 1.0, 1.3), "hall_stone"), x=-2.0),
        transform.move(box((1.0, 1.0, 1.3), "plaster"), x=2.0),
    ]
    level, wants = in_squares(LevelMesh(merge(pieces), 0.0), ROOM.key_enu, table)
    rows = {text: row for row, text in enumerate(table.names)}
    made = replace(model_chunk("hall", [level], Placement((0.0, 0.0, 0.0)), rows), wants=wants)
    row = bench.scene.add(made)
    bench.renderer.upload(row, made)
    middle, half_m = square_across(made.bounds_min, made.bounds_max, KEY)
    room = replace(ROOM, middle_enu=middle, half_m=half_m)
    return bench, Environment(ROOM.key_enu, room=room), (row, made)


EYE = CameraState((-1.0, -9.0, 1.7), 0.1, -0.1)


def shown(bench, light, eye=EYE):
    return bench.picture(bench.frame(eye, light, "low", (480, 270)))


def test_who_walks_through_a_room_waits_for_no_map(hall):
    bench, light, _ = hall
    shown(bench, light)
    for x in np.linspace(-8.0, 8.0, 5).tolist():
        shown(bench, light, replace(EYE, position_enu=(x, -2.0, 1.7), heading_rad=x))
        assert bench.renderer.stats.shadow_maps == 0


def test_colours_finished_per_vertex_are_those_of_pixels(hall, monkeypatch):
    bench, light, _ = hall
    early = shown(bench, light)
    with monkeypatch.context() as patch:
        patch.setattr(View, "toned", False)
        late = shown(bench, light)
    assert np.abs(early - late).mean() < 1.5
    unlit = shown(bench, replace(light, room=replace(light.room, key=(0.0, 0.0, 0.0))))
    dark = (late - unlit).mean(axis=2) < 1.0
    assert 0.1 < dark.mean() < 0.9  # shadows and surfaces that turn away, and lit ones
    alike = dark == ((early - unlit).mean(axis=2) < 1.0)
    assert alike.mean() > 0.98


def test_what_a_surface_does_not_want_is_not_missed(hall):
    bench, light, (row, made) = hall
    spared = shown(bench, light)
    assert {Wants.NOTHING, Wants.ALL} < set(made.wants)
    bench.renderer.upload(row, replace(made, wants=()))
    whole = shown(bench, light)
    assert np.abs(spared - whole).max() <= 12
    assert np.abs(spared - whole).mean() < 0.6


def test_while_a_map_is_under_way_a_room_is_lit_not_dark(hall):
    bench, light, _ = hall
    whole = shown(bench, light)
    bench.renderer.patient = True
    shown(bench, light)
    bench.renderer._shadows.forget()
    waiting = shown(bench, light)
    assert bench.renderer.stats.shadow_maps == 0
    assert (waiting >= whole - 1).all()
    assert (waiting > whole + 8).any()  # where the shadow will be
