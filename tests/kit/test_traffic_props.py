"""Buses, birds and bus stops: within their budgets, of their sizes, right on all levels."""

import numpy as np
import pytest

from almaty_tour.kit.props import bird, bus, car, stop
from almaty_tour.mesh.check import faults

BUDGETS = {"bus": (160, 70, 28), "bird": (22, 18, 8), "stop": (170, 60, 16)}
ALL = [(module, name) for module in (bus, bird, stop) for name in module.VARIANTS]


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
        assert high[0] == pytest.approx(5.92, abs=0.03)
        assert high[1] - low[1] == pytest.approx(2.54, abs=0.26)
        assert 0.0 <= low[2] < 0.4
    assert bus.build("trolley", 0).bounds_m[1][2] > bus.build("green", 0).bounds_m[1][2] + 1.0


def test_the_doors_of_a_bus_are_on_its_right():
    made = bus.build("green", 0)
    door = made.tint[:, 0] == int(bus.DOOR.colour[1:3], 16)
    assert door.sum() == 4 * len(bus.DOORS_M)
    assert (made.positions[door, 1] < -1.0).all()
    assert (made.normals[door, 1] < -0.9).all()


@pytest.mark.parametrize("build", [bus.build, car.build], ids=["bus", "car"])
def test_red_lamps_look_back_and_white_ones_ahead(build):
    name = "green" if build is bus.build else "white"
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
