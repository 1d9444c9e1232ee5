"""Glass cases of the interiors: over what a museum puts behind glass, and round all of it."""

import math

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.interiors import load_interiors
from almaty_tour.mesh.cache import load_model
from almaty_tour.render.materials import load_materials
from almaty_tour.scene.cases import SIDE
from almaty_tour.scene.surround import unfolded
from almaty_tour.session.glass import case_size_m, glass_cases

ASSETS = assets_dir()
INTERIORS, _ = load_interiors(ASSETS / "content")
HALL = INTERIORS["golden_cradle_hall"]
CASED = [one for spec in INTERIORS.values() for one in spec.stands if one.case_m > 0.0]
LEAST_M = 0.03


@pytest.fixture(scope="module")
def made():
    room = load_model(ASSETS / "models" / HALL.model).levels[0].mesh
    table = load_materials(ASSETS / "content" / "materials.toml")
    exhibits = [one.exhibit for one in HALL.stands if one.exhibit != "turgesh_coin"]
    return glass_cases(HALL, exhibits, room, table)


def test_gold_bronze_clay_and_coins_are_behind_glass_and_stone_is_not():
    cased = {one.exhibit for one in CASED}
    assert {"golden_man", "kargaly_diadem", "issyk_belt", "tray_rider", "usun_jug"} <= cased
    assert not cased & {
        "cauldron_rams", "tamgaly_sunhead", "turkic_statue_warrior", "turkic_statue_cup",
    }  # fmt: skip
    assert len(cased) >= 24


@pytest.mark.parametrize("stand", CASED, ids=lambda one: one.exhibit)
def test_a_case_stands_on_its_plinth_and_off_its_exhibit(stand):
    mesh = load_model(ASSETS / "models" / f"{stand.exhibit}.glb").levels[0].mesh
    low, high = (np.asarray(one, np.float64) * 0.01 * stand.scale for one in mesh.bounds_m)
    width, depth, height = case_size_m(stand)
    assert max(width, depth) <= stand.width_m
    assert min(width / 2 - high[0], width / 2 + low[0]) >= LEAST_M
    assert min(depth / 2 - high[1], depth / 2 + low[1]) >= LEAST_M
    assert height - high[2] >= LEAST_M


def test_there_is_a_case_for_each_exhibit_that_is_there(made):
    wanted = [one for one in HALL.stands if one.case_m > 0.0 and one.exhibit != "turgesh_coin"]
    assert len(made) == len(wanted)
    feet = [(*one.at_m[:2], one.at_m[2] + one.plinth_m) for one in wanted]
    assert np.allclose(made.foot_enu, feet)
    turns = [math.radians(180.0 - one.heading_deg) for one in wanted]
    assert np.allclose(np.cos(made.turn_rad - turns), 1.0)
    assert made.room.shape == (len(wanted), SIDE, SIDE, 3)
    assert np.isfinite(made.room).all()
    assert made.room.min() >= 0.0


def test_no_exhibit_is_no_case():
    room = load_model(ASSETS / "models" / HALL.model).levels[0].mesh
    table = load_materials(ASSETS / "content" / "materials.toml")
    assert glass_cases(HALL, ["cauldron_rams"], room, table) is None


def test_a_case_mirrors_the_lamps_above_it_and_the_dark_between_them(made):
    row = next(k for k, foot in enumerate(made.foot_enu) if abs(foot[0] + 22.0) < 0.01)
    bright = made.room[row].sum(axis=2)
    # the light behind the rim of the ceiling, 1.7 m before the wall, 0.12 m high
    foot = made.foot_enu[row]
    rim = np.array([-22.0, 9.0 - 1.7, 5.4 + 0.06]) - foot - [0.0, 0.0, made.size_m[row, 2] / 2]
    u, v = np.floor(unfolded(np.array([rim], np.float32))[0] * SIDE).astype(int)
    straight_up = bright[SIDE // 2 - 2 : SIDE // 2 + 2, SIDE // 2 - 2 : SIDE // 2 + 2].mean()
    assert bright[v - 1 : v + 2, u - 1 : u + 2].max() > 8.0 * straight_up
