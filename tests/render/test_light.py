"""Light, cascades and materials, without GL."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almaty_tour.base.errors import ContentError, SettingError
from almaty_tour.render.atmosphere import (
    HAZE_FORWARD,
    SKY_COLUMNS,
    SKY_ROWS,
    sky_directions,
    sky_light,
)
from almaty_tour.render.cascades import CascadeSet, light_turn
from almaty_tour.render.daylight import daylight
from almaty_tour.render.gl.program import SHADERS
from almaty_tour.render.graph import PassSpec, check_order
from almaty_tour.render.look import load_look
from almaty_tour.render.materials import COATS, MaterialClass, load_materials
from almaty_tour.render.quality import PRESETS, detail_limits, quality
from almaty_tour.scene.environment import Environment


def numbers_of(include: str, words: str) -> list[float]:
    """The numbers in the first line of a shader's include that has some words."""
    text = (SHADERS / "include" / include).read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if words in line)
    return [float(number) for number in re.findall(r"\d+\.\d+", line.partition("//")[0])]


def sun(elevation_deg: float, azimuth_deg: float = 180.0):
    lift, turn = math.radians(elevation_deg), math.radians(azimuth_deg)
    return (math.sin(turn) * math.cos(lift), math.cos(turn) * math.cos(lift), math.sin(lift))


def test_directions_of_the_sky_table_are_unit_and_start_at_the_sun():
    directions = sky_directions(np.array(sun(20.0, 90.0)))
    assert np.allclose(np.linalg.norm(directions, axis=1), 1.0)
    grid = directions.reshape(SKY_ROWS, SKY_COLUMNS, 3)
    level = grid[SKY_ROWS // 2, 0]
    assert level[0] > 0.99
    assert (np.diff(grid[:, 0, 2]) > 0).all()


def test_high_sun_is_whiter_and_stronger_than_low_sun():
    high, low = sky_light(sun(60.0), 1.0, 900.0), sky_light(sun(3.0), 1.0, 900.0)
    assert (high.sun_low > low.sun_low).all()
    assert low.sun_low[0] / low.sun_low[2] > 3.0 * high.sun_low[0] / high.sun_low[2]


def test_the_zenith_is_blue_and_the_horizon_pale():
    light = sky_light(sun(45.0), 1.0, 900.0)
    assert light.zenith[2] > 2.5 * light.zenith[0]
    assert light.horizon[2] < 1.6 * light.horizon[0]


def test_peaks_keep_the_sun_that_the_valley_has_lost():
    light = sky_light(sun(0.3), 1.0, 900.0)
    assert light.sun_high[0] > 1.5 * light.sun_low[0] > 0.0


def test_haze_dims_the_low_sun():
    clear, thick = sky_light(sun(5.0), 0.6, 900.0), sky_light(sun(5.0), 6.0, 900.0)
    assert thick.sun_low.sum() < 0.85 * clear.sun_low.sum()


@settings(deadline=None, max_examples=30)
@given(st.floats(-89.0, 89.0))
def test_light_is_finite_and_never_negative(elevation):
    day = daylight(Environment(sun_enu=sun(elevation)), 900.0)
    for colour in (day.light_low, day.light_high, day.horizon, day.zenith, day.haze_glow, day.sky):
        assert np.isfinite(colour).all()
        assert (np.asarray(colour) >= 0.0).all()
    assert 0.5 < day.exposure < 1e4
    assert 0.0 <= day.night <= 1.0


def test_lamps_burn_at_night_and_the_moon_throws_shadows():
    moon = (0.3, 0.5, 0.81)
    day = daylight(Environment(sun_enu=sun(30.0)), 900.0)
    night = daylight(Environment(sun_enu=sun(-20.0), moon_enu=moon, moon_phase=1.0), 900.0)
    new_moon = daylight(Environment(sun_enu=sun(-20.0), moon_enu=moon, moon_phase=0.0), 900.0)
    assert day.lamp_light == 0.0 < night.lamp_light
    assert night.light_enu == pytest.approx(moon, abs=0.01)
    assert night.shadow_strength == 1.0
    assert new_moon.shadow_strength == 0.0


EYE = np.array([1234.5, -987.6, 830.0])
NORTH = np.array([0.0, 1.0, 0.0])


def cascades() -> CascadeSet:
    return CascadeSet(1024, (150.0, 900.0))


def test_maps_are_kept_until_something_moves():
    maps, light = cascades(), np.array(sun(30.0))
    assert len(maps.update(EYE, NORTH, 30.0, light)) == 2
    assert not maps.update(EYE, NORTH, 30.0, light)
    assert not maps.update(EYE + np.array([5.0, 5.0, 0.0]), NORTH, 30.0, light)
    assert [
        index for index, _ in maps.update(EYE + np.array([80.0, 0, 0]), NORTH, 30.0, light)
    ] == [0]
    assert not maps.update(EYE + np.array([80.0, 0, 0]), NORTH, 30.0, np.array(sun(30.3)))
    assert len(maps.update(EYE + np.array([80.0, 0, 0]), NORTH, 30.0, np.array(sun(30.6)))) == 2
    maps.forget()
    assert len(maps.update(EYE + np.array([80.0, 0, 0]), NORTH, 30.0, np.array(sun(30.6)))) == 2


def test_maps_grow_with_the_height_of_the_eye():
    maps, light = cascades(), np.array(sun(30.0))
    maps.update(EYE, NORTH, 20.0, light)
    low = maps.reach_now_m
    maps.update(EYE + np.array([0, 0, 1500.0]), NORTH, 1520.0, light)
    needed_m = low * 1520.0 * 0.8 / 150.0
    assert needed_m <= maps.reach_now_m < needed_m * 1.4143


@given(st.floats(1.0, 89.0), st.floats(0.0, 360.0), st.floats(-200, 200), st.floats(-200, 200))
def test_a_kept_map_moves_by_whole_texels(elevation, azimuth, dx, dy):
    maps, light = cascades(), np.array(sun(elevation, azimuth))
    first = dict(maps.update(EYE, NORTH, 20.0, light))[0]
    maps.forget()
    second = dict(maps.update(EYE + np.array([dx, dy, 0.0]), NORTH, 20.0, light))[0]
    texels = light_turn(light)[:2] @ (second.centre - first.centre) / (2 * first.reach_m / 1024)
    assert np.allclose(texels, np.rint(texels), atol=1e-4)


@given(st.floats(1.0, 89.0), st.floats(0.0, 360.0))
def test_shader_coordinates_agree_with_the_map_that_was_drawn(elevation, azimuth):
    maps, light = cascades(), np.array(sun(elevation, azimuth))
    cascade = dict(maps.update(EYE, NORTH, 20.0, light))[0]
    point = cascade.centre + np.array([20.0, 10.0, 5.0])
    drawn = cascade.matrix(zero_to_one=True) @ [*(point - cascade.centre), 1.0]
    places = maps.places(EYE)
    looked = places.turn @ (point - EYE) * places.scale[0] + places.offset[0]
    assert np.allclose(looked[:2], drawn[:2] * 0.5 + 0.5, atol=1e-9)
    assert looked[2] == pytest.approx(drawn[2])


def used_part_m(maps: CascadeSet, index: int, eye: np.ndarray) -> np.ndarray:
    """Ends of the used part of a map along the axes of the light, against a fixed place."""
    places = maps.places(eye)
    side_m = 1.0 / places.scale[index, 0]
    middle, half = np.split(places.part[index] - [*places.offset[index, :2], 0.0, 0.0], 2)
    at = (places.turn @ (eye - EYE))[:2] + middle * side_m
    return np.concatenate([at - half * side_m, at + half * side_m])


@given(
    st.floats(0.0, 2.0 * np.pi), st.floats(-0.3, 0.5), st.floats(2.0, 400.0), st.floats(-0.02, 0.02)
)
@settings(max_examples=25, deadline=None)
def test_where_a_map_ends_glides_with_the_eye_whether_maps_are_drawn_or_not(
    course_rad, climb, above_m, turn_rad
):
    maps, light = cascades(), np.array(sun(30.0, 200.0))
    place, replaced, before = EYE.copy(), 0, None
    for step in range(120):
        heading_rad = course_rad + step * turn_rad
        forward = np.array([np.sin(heading_rad), np.cos(heading_rad), 0.0])
        place += 4.0 * np.array([np.sin(course_rad), np.cos(course_rad), climb])
        above_m = max(above_m + 4.0 * climb, 1.0)
        replaced += len(maps.update(place, forward, above_m, light))
        ends = np.array([used_part_m(maps, index, place) for index in (0, 1)])
        if before is not None:
            # By what the eye moves and turns, and what more height needs.
            reach_m = np.array([[150.0], [900.0]]) * max(above_m * 0.8 / 150.0, 1.0)
            grows = 1.3 * 0.8 / 150.0 * 4.0 * abs(climb) * np.array([[150.0], [900.0]])
            bound = 4.0 * (1.0 + abs(climb)) + 0.62 * reach_m * abs(turn_rad) + grows
            assert (np.abs(ends - before) <= bound + 0.1).all()
        before = ends
    assert replaced > 2


@given(st.floats(0.0, 2.0 * np.pi), st.floats(0.0, 6.0), st.floats(1.0, 900.0))
def test_the_used_part_lies_within_the_map_and_holds_what_is_before_the_eye(
    course_rad, metres, above_m
):
    maps, light = cascades(), np.array(sun(30.0, 200.0))
    forward = np.array([np.sin(course_rad), np.cos(course_rad), 0.0])
    maps.update(EYE, forward, above_m, light)
    eye = EYE + forward * metres
    maps.update(eye, forward, above_m, light)
    places = maps.places(eye)
    for index in (0, 1):
        middle, half = np.split(places.part[index], 2)
        assert (middle - half >= 0.0).all()
        assert (middle + half <= 1.0).all()
        ground = np.array([0.0, 0.0, -above_m]) + forward * 20.0 * max(above_m * 0.8 / 150, 1)
        at = places.turn @ ground * places.scale[index] + places.offset[index]
        assert (np.abs(at[:2] - middle) < half).all()


def test_the_grid_of_the_sky_covers_the_picture_once():
    from almaty_tour.render.passes.sky import grid_points

    corners = grid_points(5, 3).reshape(-1, 3, 2).astype(np.float64)
    a, b = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    twice = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    assert np.allclose(twice, 2.0 * 2.0 / (5 * 3))
    assert np.abs(corners).max() == 1.0
    assert len(np.unique(corners.mean(axis=1).round(6), axis=0)) == 30


def test_passes_are_in_an_order_that_works():
    from almaty_tour.render.passes import (
        beacons,
        cases,
        falling,
        framed,
        jets,
        kerbs,
        lamplight,
        mirror,
        objects,
        occlusion,
        overlay,
        painting,
        props,
        shadow,
        sky,
        spray,
        still,
        terrain,
        tone,
    )

    passes = (
        shadow, painting, objects, framed, props, kerbs, terrain, still, sky, cases, spray, beacons,
        falling, occlusion, lamplight, mirror, jets, tone, overlay,
    )  # fmt: skip
    order = [one.SPEC for one in passes]
    check_order(order, given=("layers",))
    with pytest.raises(ValueError, match="'objects' reads shadow_map"):
        check_order(order[1:], given=("layers",))
    with pytest.raises(ValueError, match="reads b"):
        check_order([PassSpec("a", ("b",), ("b",))], given=())


def test_every_preset_is_complete_and_low_asks_least():
    for preset in PRESETS.values():
        assert len(preset.shadow_reach_m) == preset.cascades
        assert detail_limits(preset).shadow_error_m > 0.0
    low, high = quality("low"), quality("high")
    assert low.terrain_tiles < high.terrain_tiles
    assert low.shadow_taps < high.shadow_taps
    assert replace(low, name="x") != low


def test_an_unknown_preset_names_the_nearest():
    with pytest.raises(SettingError, match="medium"):
        quality("medum")


def test_the_shipped_materials_are_a_table():
    from almaty_tour.base.assets import assets_dir

    table = load_materials(assets_dir() / "content" / "materials.toml")
    assert table.rows.shape == (len(table.names), 3 + COATS, 4)
    coats = table.rows[:, 2, 3].astype(int)
    assert coats[table.row("gold")] == 0
    assert coats[table.row("car_paint")] == COATS
    shown = np.arange(COATS) < coats[:, None]
    assert (table.rows[:, 3:, :3].max(axis=2)[shown] > 0.0).all()
    leafy = table.rows[:, 0, 3] == MaterialClass.FOLIAGE
    assert not table.rows[~leafy, 3:][~shown[~leafy]].any()
    assert (table.rows[leafy, 3:] == 1.0).all(), "green, unless a year of leaves is told"
    assert table.rows[table.row("gold"), 0, 3] == MaterialClass.METAL
    assert table.rows[table.row("gold"), 1, 1] == 1.0
    assert (table.rows[:, 2, 0] < len(table.layers)).all()
    missing = [
        n for n in table.layers[1:] if not (assets_dir() / "textures" / f"{n}.png").is_file()
    ]
    assert not missing


@pytest.mark.parametrize(("text", "words"), [
    ('[a]\nclass = "brick"\n', "there is no class 'brick'"),
    ('[a]\ncolour = "red"\n', "'red' is no colour"),
    ('[a]\ncoats = ["red"]\n', "'red' is no colour"),
    ('[a]\ncoats = "#FF0000"\n', "coats is no list of 16 at most"),
    ('[a]\ncoats = ["#FF0000"]\ncut = 0.4\n', "has both cut and coats"),
    ("[a]\ncut = 1.0\n", "cut is not from 0 to below 1"),
    ("[a\n", "is not TOML"),
])  # fmt: skip
def test_a_wrong_material_is_one_clear_line(tmp_path, text, words):
    path = tmp_path / "materials.toml"
    path.write_text(text)
    with pytest.raises(ContentError, match=words):
        load_materials(path)


def test_the_shade_of_noon_holds_a_sixth_of_the_light_and_is_blue():
    day = daylight(Environment(sun_enu=sun(65.0)), 900.0)
    sunlit = day.light_low * day.light_enu[2] / math.pi
    shade = day.ambient[0] + day.ambient[3]
    assert 3.5 < (sunlit + shade).mean() / shade.mean() < 7.0
    assert shade[2] / shade[0] > 1.8 * sunlit[2] / sunlit[0]


def test_snow_throws_light_up_at_the_walls():
    bare = daylight(Environment(sun_enu=sun(25.0)), 900.0)
    snowy = daylight(Environment(sun_enu=sun(25.0), snow_line_m=600.0), 900.0)

    def ratio(day):
        return (day.ambient[0] / (day.ambient[0] + day.ambient[3])).mean()

    assert ratio(snowy) > 1.3 * ratio(bare)


@given(st.floats(5.0, 70.0))
def test_a_white_sheet_in_the_sun_is_exposed_short_of_white(elevation):
    day = daylight(Environment(sun_enu=sun(elevation)), 900.0)
    sheet = (day.light_low / math.pi + day.ambient[0]) * day.exposure
    assert 0.7 < sheet.max() < 3.5


def test_the_haze_of_the_shaders_throws_light_ahead_as_that_of_the_sky():
    g = HAZE_FORWARD
    assert numbers_of("air.glsl", "float k = ") == pytest.approx([1.0 + g * g, 2.0 * g])
    assert numbers_of("air.glsl", "return 0.4816")[0] == pytest.approx(1.0 - g * g)


def test_fewer_rooms_are_lit_after_midnight():
    evening = daylight(Environment(sun_enu=sun(-10.0, 310.0)), 900.0)
    small_hours = daylight(Environment(sun_enu=sun(-20.0, 25.0)), 900.0)
    assert evening.lit_rooms > 2.0 * small_hours.lit_rooms > 0.0


def test_the_curve_of_the_shaders_rises_from_black_to_white():
    a, b, c, d, one = numbers_of("tone.glsl", "return (s * (")
    root = np.sqrt(np.linspace(0.0, 7.0, 4_000))
    shown = root * (a * root + b) / (root * (c * root - d) + one)
    assert shown[0] == 0.0
    assert (np.diff(shown) > -1e-4).all()
    assert 0.98 < shown.max() <= 1.0


@pytest.mark.parametrize(("old", "new", "words"), [
    ("gain = 1.40", "gain = true", "sky.gain"),
    ("hours = [0.0, ", "hours = [", "hours, lit_rooms: differ in length"),
    ("[night]", "[nights]", "night.glow"),
])  # fmt: skip
def test_a_wrong_look_is_one_clear_line(tmp_path, old, new, words):
    from almaty_tour.base.assets import assets_dir

    text = (assets_dir() / "content" / "light.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "light.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match=words):
        load_look(path)
