"""Buses, birds and bus stops: within their budgets, of their sizes, right on all levels."""

import re
from importlib.resources import files

import numpy as np
import pytest

from almaty_tour.kit.props import _bodywork, bird, bus, car, corner, person, signal, stop
from almaty_tour.mesh.check import faults
from almaty_tour.mesh.compact import UV_STEPS_PER_M, packed_uv

shaders = files("almaty_tour.render") / "shaders"
TOLD = r"SCREEN_FROM = ([\d.]+), SIDE_FROM = ([\d.]+);"
MIDDLES = r"SCREEN_U = ([\d.]+), SIDE_U = ([\d.]+);"

BUDGETS = {
    "bus": (900, 250, 24), "bird": (22, 18, 8), "stop": (170, 60, 16), "person": (660, 88, 12),
    "signal": (110, 44, 22), "corner": (120, 60, 24),
}  # fmt: skip
MODULES = (bus, bird, stop, person, signal, corner)
ALL = [(module, name) for module in MODULES for name in module.VARIANTS]


@pytest.mark.parametrize(("module", "name"), ALL)
def test_within_budget_and_sound_on_every_level(module, name):
    counts = []
    for level, most in enumerate(BUDGETS[module.__name__.rpartition(".")[2]]):
        made = module.build(name, level)
        assert not faults(made)
        counts.append(made.triangle_count)
        assert made.triangle_count <= most
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("name", bus.VARIANTS)
def test_a_bus_is_twelve_metres_long_and_stands_on_the_road(name):
    for level in range(3):
        low, high = bus.build(name, level).bounds_m
        assert high[0] == pytest.approx(5.95, abs=0.03)
        assert high[1] - low[1] == pytest.approx(2.54, abs=0.26)
        assert 0.0 <= low[2] < 0.4
    assert bus.build("trolley", 0).bounds_m[1][2] > bus.build("green", 0).bounds_m[1][2] + 1.0


def test_the_doors_of_a_bus_are_on_its_right():
    made = bus.build("green", 0)
    door = (made.tint == bus.DOOR.tint).all(axis=1)
    assert door.sum() == 4 * len(bus.DOORS_M)
    assert (made.positions[door, 1] < -1.0).all()
    assert (made.normals[door, 1] < -0.9).all()


@pytest.mark.parametrize("name", [*car.BODIES, "lorry"])
def test_wheels_touch_the_road_and_arches_stand_out(name):
    for level in range(2):
        made = car.build(name, level)
        assert abs(made.bounds_m[0][2]) < 1e-6
        tyre = np.array(made.materials)[made.material] == "rubber"
        tyre &= np.abs(made.normals[:, 1]) > 0.9
        half_m = car.BODIES.get(name, car.CAB).half_m
        assert half_m < np.abs(made.positions[tyre, 1]).max() < half_m + 0.05


@pytest.mark.parametrize("name", car.BODIES)
def test_windows_are_above_the_belt_all_round(name):
    made = car.build(name, 0)
    pane = np.array(made.materials)[made.material] == "car_glass"
    belt = car.BODIES[name].table[:, 3].min()
    assert (made.positions[pane, 2] > belt).all()
    normals = made.normals[pane]
    for axis, sign in ((0, 1), (0, -1), (1, 1), (1, -1)):
        assert (sign * normals[:, axis] > 0.4).any()


@pytest.mark.parametrize("name", car.BODIES)
def test_panes_at_hand_tell_the_shader_what_they_are_and_how_high(name):
    shader = (shaders / "objects.frag").read_text("utf-8")
    screen_from, side_from = map(float, re.search(TOLD, shader).groups())
    middles = tuple(map(float, re.search(MIDDLES, shader).groups()))
    assert middles == (_bodywork.SCREEN_U, _bodywork.SIDE_U)
    for level, told in ((0, True), (1, False)):
        made = car.build(name, level)
        assert packed_uv(made.uv)[1] == UV_STEPS_PER_M
        pane = np.array(made.materials)[made.material] == "car_glass"
        u, v = made.uv[pane].T
        assert (u > screen_from).all() == told
        assert (u > screen_from).any() == told
        if told:
            assert (v >= 0.0).all()
            assert (v <= 1.0 + 1e-6).all()
            side = u > side_from
            assert np.allclose(u[side] - _bodywork.SIDE_U, made.positions[pane][side, 0], atol=1e-5)
            across = made.positions[pane][~side, 1]
            assert np.allclose(u[~side] - _bodywork.SCREEN_U, across, atol=1e-5)


@pytest.mark.parametrize("name", car.BODIES)
def test_a_car_at_hand_has_the_size_of_the_one_farther_off(name):
    near, far = (car.build(name, level).bounds_m for level in (0, 1))
    assert np.abs(np.array(near) - np.array(far)).max() < 0.22


def test_copies_differ_by_the_coats_of_their_materials():
    for name in (*car.BODIES, "lorry"):
        assert any(one.startswith("car_") for one in car.build(name, 2).materials)
    assert {"cloth_coat", "cloth_legs"} <= set(person.build("man_b", 2).materials)


def test_people_have_the_height_of_people_and_step():
    for name in person.VARIANTS:
        high = person.build(name, 0).bounds_m[1][2]
        assert (1.2 if name.endswith("sit") else 1.7) < high < (1.5 if "sit" in name else 1.85)
    feet = [person.build(f"man_{pose}", 0).bounds_m for pose in "abc"]
    stride = [high[0] - low[0] for low, high in feet]
    assert stride[0] > 0.7 > stride[1]
    assert stride[2] > 0.7


def test_only_the_lit_lamp_of_a_signal_glows_and_looks_to_who_comes():
    for name in signal.VARIANTS:
        made = signal.build(name, 0)
        lit = np.array(made.materials)[made.material] == "lamp_glass"
        assert lit.any()
        assert (made.normals[lit, 0] < -0.9).all()
        assert {tuple(tint[:3]) for tint in made.tint[lit].tolist()} == {
            tuple(bytes.fromhex(signal.ON[name][1:]))
        }


@pytest.mark.parametrize("build", [bus.build, car.build], ids=["bus", "car"])
def test_red_lamps_look_back_and_white_ones_ahead(build):
    name = "green" if build is bus.build else "saloon"
    for level in range(2):
        made = build(name, level)
        lamp = np.array(made.materials)[made.material] == "lamp_glass"
        red = lamp & (made.tint[:, 0] > 2 * made.tint[:, 2])
        red &= made.tint[:, 1] < 64
        assert red.any()
        assert (made.normals[red, 0] < -0.5).all()
        assert (made.normals[lamp & ~red, 0] > 0.5).all()


def test_wings_are_seen_from_above_and_below_and_move():
    heights = {}
    for name in bird.VARIANTS:
        made = bird.build(name, 0)
        wing = np.abs(made.positions[:, 1]) > 0.1
        assert (made.normals[wing, 2] > 0.3).any()
        assert (made.normals[wing, 2] < -0.3).any()
        tip = np.argmax(made.positions[:, 1])
        heights[name] = made.positions[tip, 2]
    for kind in bird.SIZES_M:
        assert heights[f"{kind}_up"] > heights[f"{kind}_level"] > heights[f"{kind}_down"]


def test_a_shelter_is_open_to_the_street():
    made = stop.build("shelter", 0)
    low, high = made.bounds_m
    assert high[2] == pytest.approx(2.92, abs=0.01)
    across = made.positions[made.faces].mean(axis=1)
    front = (across[:, 1] < -0.3) & (np.abs(across[:, 0]) < 2.0) & (across[:, 2] < 2.4)
    assert not front.any()
    assert low[1] > -1.0
