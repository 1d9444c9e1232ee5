"""Exhibits: chosen, turned and lit; the city stays as it was behind them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError, SettingError
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
