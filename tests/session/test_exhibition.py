"""Exhibits: chosen, turned and lit; the city stays as it was behind them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError, SettingError
from almaty_tour.geo.sun import local_time
from almaty_tour.session.commands import Command
from almaty_tour.session.exhibition import CLOSEST, ELEVATIONS_DEG, turned
from almaty_tour.session.handlers import apply, title_state
from almaty_tour.session.state import Controls, Held, Mode, Preferences
from almaty_tour.session.step import step
from almaty_tour.session.world import load_world

unit = st.floats(-1.0, 1.0)


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


@pytest.fixture
def exploring(world):
    return apply(world, title_state(world, Preferences()), Command("explore", "abai_opera"))


def test_the_eye_is_back_in_the_city_where_it_was(world, exploring):
    state = apply(world, exploring, Command("show_exhibit", "turgesh_coin"))
    assert (state.mode, state.held.exhibit) == (Mode.EXHIBITION, "turgesh_coin")
    state = step(world, state, 0.5, Controls(move=(1.0, 1.0, 0.0), zoom=2.0))
    assert state.camera == exploring.camera
    state = apply(world, state, Command("leave_exhibits"))
    assert (state.mode, state.camera) == (Mode.EXPLORE, exploring.camera)
    again = apply(world, state, Command("show_exhibit"))
    assert again.held.exhibit == "turgesh_coin"


def test_neighbours_go_round_all_of_them_once(world, exploring):
    state = apply(world, exploring, Command("show_exhibit"))
    seen = []
    for _ in world.exhibits:
        seen.append(state.held.exhibit)
        state = apply(world, state, Command("next_exhibit"))
    assert seen == list(world.exhibits)
    assert state.held.exhibit == seen[0]
    assert apply(world, state, Command("previous_exhibit")).held.exhibit == seen[-1]


def test_an_unknown_exhibit_names_the_nearest(world, exploring):
    with pytest.raises(SettingError, match="did you mean turgesh_coin"):
        apply(world, exploring, Command("show_exhibit", "turgesh_coins"))


@given(
    st.tuples(unit, unit, unit), st.tuples(unit, unit), st.floats(-40.0, 40.0), st.floats(0, 0.1)
)
def test_hands_never_turn_it_out_of_sight(move, look, zoom, dt_s):
    held = turned(Held("jug"), Controls(move, look, zoom), dt_s)
    assert -180.0 <= held.azimuth_deg <= 180.0
    assert ELEVATIONS_DEG[0] <= held.elevation_deg <= ELEVATIONS_DEG[1]
    assert 1.0 <= held.closer <= CLOSEST


def test_dragging_to_the_right_turns_the_front_to_the_right():
    assert turned(Held("jug", 0.0), Controls(look_rad=(0.1, 0.0)), 0.02).azimuth_deg < 0.0


class Cabinet:
    """A city of one wall and the plinth on one renderer."""

    def __init__(self, renderer):
        from almaty_tour.session.vitrine import Vitrine

        self.renderer = renderer
        self.vitrine = Vitrine(renderer, assets_dir() / "models")
        self.target = renderer.target((160, 120))

    def frame(self, held):
        self.vitrine.show(held.exhibit)
        return self.vitrine.frame(held, size_px=(160, 120), preset="golden")

    def picture(self, held):
        self.renderer.draw(self.frame(held), self.target)
        assert self.renderer.error() == 0
        return self.renderer.read_pixels(self.target).astype(np.int64)


@pytest.fixture
def cabinet(context):
    from almaty_tour.render.renderer import Renderer

    renderer = Renderer("golden", assets_dir())
    made = Cabinet(renderer)
    yield made
    made.target.free()
    renderer.free()


JUG = Held("usun_jug", elevation_deg=10.0)


def test_the_exhibit_stands_in_the_middle_and_fills_the_picture(cabinet):
    from almaty_tour.scene.pick import object_ids

    ids = cabinet.renderer.id_picture(cabinet.frame(JUG))
    own = np.isin(ids, object_ids("exhibit.usun_jug", ("jug", "handle", "ring")))
    rows, columns = np.nonzero(own)
    assert 0.15 < own.mean() < 0.7
    assert abs(columns.mean() - 80.0) < 12.0
    assert rows.min() > 0
    assert rows.max() < 119


def test_light_from_the_left_and_from_the_right_light_other_sides(cabinet):
    front = replace(JUG, azimuth_deg=0.0)
    left, right = (cabinet.picture(replace(front, light_deg=turn)) for turn in (-70.0, 70.0))
    near, far = np.s_[40:90, 55:78], np.s_[40:90, 82:105]
    assert left[near].mean() > 1.15 * left[far].mean()
    assert right[far].mean() > 1.15 * right[near].mean()


def test_nearer_is_larger_and_a_turn_is_another_picture(cabinet):
    far, near = cabinet.picture(JUG), cabinet.picture(replace(JUG, closer=2.0))
    dark = far[5, 5].sum() + 30
    assert (near.sum(axis=2) > dark).mean() > 1.2 * (far.sum(axis=2) > dark).mean()
    other = cabinet.picture(replace(JUG, azimuth_deg=-150.0))
    assert np.abs(other - far).max(axis=2).astype(bool).mean() > 0.05


def test_an_exhibit_without_a_model_is_told_once_and_the_plinth_is_bare(cabinet):
    cabinet.picture(JUG)
    with pytest.raises(AssetError, match=r"no_such\.glb"):
        cabinet.vitrine.show("no_such")
    ids = cabinet.renderer.id_picture(cabinet.frame(Held("no_such")))
    assert not ids.any()


def test_fifty_visits_leave_nothing_behind_on_the_card(cabinet):
    held = [Held(name) for name in ("usun_jug", "turgesh_coin")]
    for number in range(50):
        cabinet.frame(held[number % 2])
    assert len(cabinet.renderer._shelves) == 2


def test_two_that_are_compared_stand_side_by_side_however_they_are_turned(cabinet):
    from almaty_tour.camera.matrices import projected

    for azimuth_deg in (0.0, 75.0, 180.0, -100.0):
        held = Held("usun_jug", azimuth_deg, beside="turkic_statue_cup")
        cabinet.vitrine.show(held.exhibit, held.beside)
        frame = cabinet.vitrine.frame(held, size_px=(160, 120), preset="golden")
        spots = projected(frame.camera, np.array(cabinet.vitrine.places(held)), (160.0, 120.0))
        assert spots[0, 0] < spots[1, 0] - 20.0
        assert abs(spots[0, 1] - spots[1, 1]) < 3.0
        from almaty_tour.scene.pick import object_ids

        ids = cabinet.renderer.id_picture(frame)
        jug = np.isin(ids, object_ids("exhibit.usun_jug", ("jug", "handle", "ring")))
        columns = np.nonzero(jug)[1]
        assert abs(columns.mean() - spots[0, 0]) < 8.0


def test_two_that_are_compared_are_lit_and_shadowed_as_each_alone(cabinet):
    """A picture after a turn is the picture of that turn: nothing of the place before is left."""
    held = Held("usun_jug", 40.0, beside="turkic_statue_cup")
    cabinet.vitrine.show(held.exhibit, held.beside)
    turned_there = cabinet.vitrine.frame(held, size_px=(160, 120), preset="golden")
    cabinet.renderer.draw(turned_there, cabinet.target)
    straight = cabinet.renderer.read_pixels(cabinet.target)
    cabinet.renderer.draw(
        cabinet.vitrine.frame(
            replace(held, azimuth_deg=-120.0), size_px=(160, 120), preset="golden"
        ),
        cabinet.target,
    )
    cabinet.renderer.draw(
        cabinet.vitrine.frame(held, size_px=(160, 120), preset="golden"), cabinet.target
    )
    assert np.array_equal(cabinet.renderer.read_pixels(cabinet.target), straight)


def test_the_clear_part_is_where_the_exhibit_is_seen(cabinet):
    cabinet.vitrine.show("usun_jug")
    clear = (0.5, 0.0, 1.0, 1.0)
    frame = cabinet.vitrine.frame(JUG, size_px=(160, 120), preset="golden", clear=clear)
    from almaty_tour.scene.pick import object_ids

    ids = cabinet.renderer.id_picture(frame)
    columns = np.nonzero(np.isin(ids, object_ids("exhibit.usun_jug", ("jug", "handle", "ring"))))[1]
    assert columns.min() >= 78
    assert abs((columns.min() + columns.max()) / 2.0 - 120.0) < 8.0


def test_a_pair_is_made_changed_and_parted(world, exploring):
    state = apply(world, exploring, Command("show_exhibit", "usun_jug"))
    state = apply(world, state, Command("compare_exhibit"))
    assert state.held.beside not in ("", "usun_jug")
    state = apply(world, state, Command("compare_exhibit", "saka_mirror"))
    assert state.held.beside == "saka_mirror"
    assert apply(world, state, Command("compare_exhibit", "usun_jug")).held.beside == ""
    assert apply(world, state, Command("compare_exhibit")).held.beside == ""
    with pytest.raises(SettingError, match="did you mean saka_mirror"):
        apply(world, state, Command("compare_exhibit", "saka_miror"))


def test_two_marks_measure_and_a_third_begins_anew(world, exploring):
    state = apply(world, exploring, Command("show_exhibit", "usun_jug"))
    assert apply(world, state, Command("mark_point", "1 2 3")).held.marks == ()
    state = apply(world, state, Command("toggle_scale"))
    for point in ("0 0 1", "0 0 5"):
        state = apply(world, state, Command("mark_point", point))
    assert state.held.marks == ((0.0, 0.0, 1.0), (0.0, 0.0, 5.0))
    assert apply(world, state, Command("mark_point", "1 1 1")).held.marks == ((1.0, 1.0, 1.0),)
    with pytest.raises(SettingError, match="no point"):
        apply(world, state, Command("mark_point", "here"))


def test_a_find_place_on_the_ground_is_flown_to_and_another_is_not(world, exploring):
    from almaty_tour.geo.frame import to_local

    state = apply(world, exploring, Command("show_exhibit", "golden_man"))
    state = apply(world, state, Command("fly_to_find", "golden_man"))
    assert state.mode is Mode.EXPLORE
    for _ in range(600):
        state = step(world, state, 0.1)
        if state.flight is None:
            break
    x, y = to_local(43.373, 77.400)
    eye = np.array(state.camera.position_enu)
    assert np.hypot(eye[0] - x, eye[1] - y) < 1000.0
    assert eye[2] > float(world.ground(eye[0], eye[1])) + 50.0
    with pytest.raises(SettingError, match="on the map"):
        apply(world, exploring, Command("fly_to_find", "tamgaly_sunhead"))
    with pytest.raises(SettingError, match="did you mean golden_man"):
        apply(world, exploring, Command("fly_to_find", "golden_mann"))


def test_the_sky_of_the_city_leaves_nothing_behind_the_exhibit(cabinet):
    """The sky of a room has fewer texels than that of the city, which was there before."""
    from almaty_tour.session.light import environment_at

    inside = cabinet.frame(JUG)
    outdoors = replace(
        inside,
        camera=replace(inside.camera, space="city"),
        environment=environment_at(local_time("2026-06-21T16:40")),
        draw=replace(inside.draw, chunks=inside.draw.chunks[:0], levels=inside.draw.levels[:0]),
    )
    cabinet.renderer.draw(outdoors, cabinet.target)
    sky = cabinet.renderer.read_pixels(cabinet.target).astype(np.int64)
    after = cabinet.picture(JUG)
    assert sky[:8].mean() > 100
    assert np.ptp(after[:8].reshape(-1, 3), axis=0).max() <= 3
    assert after[:8].max() < 60


def test_what_is_held_is_never_coarser_however_slow_the_machine_is(cabinet):
    from almaty_tour.app.ladder import RUNGS

    cabinet.vitrine.show("golden_man")
    slowest = RUNGS[-1].trim
    frame = cabinet.vitrine.frame(
        Held("golden_man"), size_px=(160, 120), preset="low", trim=slowest
    )
    assert not frame.draw.levels.any()
