"""Streets painted on the ground: where the rows say, in their order, whatever was drawn before."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.conftest import Bench, sun

from almaty_tour.base.assets import assets_dir
from almaty_tour.camera.matrices import frustum_planes, projected
from almaty_tour.camera.state import CameraState
from almaty_tour.render.painting import REACH, Squares, fresh
from almaty_tour.scene.drawing import Viewpoint, draw_list
from almaty_tour.scene.paint import FILL, STROKE, End, GroundPaint, PaintTable, TownPicture

SIZE = (240, 160)
RED, BLUE, GREY = (200, 20, 20), (20, 20, 200), (90, 90, 90)
places = st.floats(-14_000.0, 14_000.0)


@given(places, places, st.integers(0, 4))
def test_every_square_keeps_the_eye_near_its_middle(x, y, level):
    squares = Squares(512, 0.25, 5)
    side = squares.side_m(level)
    corner = squares.corner(level, (x, y))
    parts = [squares.patch(level, steps) for steps in fresh(corner, None)]
    low = np.min([part.low for part in parts], axis=0)
    high = np.max([part.high for part in parts], axis=0)
    assert (high - low).tolist() == pytest.approx([side, side])
    assert np.abs((low + high) / 2.0 - (x, y)).max() <= side / 16.0 + 1e-6
    assert np.abs([low - (x, y), high - (x, y)]).min() >= side * REACH


@given(places, places, st.floats(-1.2, 1.2), st.floats(-1.2, 1.2), st.integers(0, 4))
def test_a_square_that_moves_on_has_each_texel_painted_for_the_place_it_is_read_for(
    x, y, east, north, level
):
    squares = Squares(64, 0.25, 5)
    side = squares.side_m(level)
    held = np.full((64, 64, 2), np.nan)
    before, painted = None, []
    for eye in ((x, y), (x + east * side, y + north * side)):
        corner = squares.corner(level, eye)
        painted.append(0)
        for patch in (squares.patch(level, steps) for steps in fresh(corner, before)):
            (left, low), (wide, high) = patch.first_px, patch.size_px
            painted[-1] += wide * high
            at = (np.arange(64) + 0.5) / 64.0 - 0.5
            columns, lines = (side * at + middle for middle in patch.middle)
            held[low : low + high, left : left + wide, 0] = columns[left : left + wide]
            held[low : low + high, left : left + wide, 1] = lines[low : low + high, None]
        before = corner
    assert painted[0] == 64 * 64
    assert painted[1] <= 64 * 64
    scale, _, u, v = squares.places(np.array([*eye, 0.0]))[level].astype(np.float64).tolist()
    off = np.linspace(-side * REACH, side * REACH, 23)
    column, line = (((off * scale + one) % 1.0 * 64).astype(int) % 64 for one in (u, v))
    read = held[np.ix_(line, column)]
    assert np.abs(read[..., 0] - (eye[0] + off)).max() <= squares.finest_m * 2**level * 0.55
    assert (
        np.abs(read[..., 1] - (eye[1] + off)[:, None]).max() <= squares.finest_m * 2**level * 0.55
    )


def test_a_step_to_the_side_paints_an_eighth():
    squares = Squares(64, 0.25, 1)
    parts = [squares.patch(0, steps) for steps in fresh((4, -3), (3, -3))]
    assert sum(part.size_px[0] * part.size_px[1] for part in parts) == 64 * 8
    assert fresh((4, -3), (4, -3)) == []


@given(st.floats(0.5, 4_000.0))
def test_a_square_is_left_out_only_when_its_texels_are_smaller_than_pixels(above_m):
    squares = Squares(1024, 0.125, 6)
    first = squares.first(above_m, 0.87, 540)
    pixel_m = above_m * 2.0 * math.tan(0.435) / 540
    assert 0 <= first <= 6
    if first:
        assert squares.finest_m * 2.0 ** (first - 1) < pixel_m


def strokes(*rows):
    made = np.zeros(len(rows), STROKE)
    for row, values in zip(made, rows, strict=True):
        for name, value in values.items():
            row[name] = value
    return made


def test_only_rows_that_touch_the_rectangle_are_kept_in_order():
    rows = strokes(
        {"a": (0, 0), "b": (10, 0), "half_width_m": 1},
        {"a": (90, 0), "b": (99, 0), "half_width_m": 1},
        {"a": (-50, 14), "b": (50, 14), "half_width_m": 5},
    )
    table = PaintTable(rows)
    assert table.near((0.0, 5.0), (20.0, 10.0))["a"].tolist() == [[-50.0, 14.0]]
    assert table.near((-1.0, -1.0), (20.0, 30.0))["b"].tolist() == [[10.0, 0.0], [50.0, 14.0]]
    assert len(table.near((-1.0, -1.0), (20.0, 30.0), thinnest_m=3.0)) == 1


@pytest.fixture(scope="module")
def land(context):
    from almaty_tour.geo.terrain import Terrain
    from almaty_tour.geo.terrain_tiles import TileTree
    from almaty_tour.render.renderer import Renderer

    terrain = Terrain.load(assets_dir() / "terrain")
    made = Bench(Renderer("golden", assets_dir()))
    made.terrain, made.tree = terrain, TileTree.build(terrain)
    made.renderer.set_ground(terrain, made.tree)
    yield made
    made.renderer.free()


def paint(land, rows):
    land.renderer.ground.paint = rows


class Below:
    """The ground under an eye that looks straight down at a point near the opera."""

    def __init__(self, land, above_m=60.0, at=(0.0, 0.0), environment=None):
        self.land = land
        ground = float(land.terrain.height_m(*at))
        self.camera = CameraState((*at, ground + above_m), 0.0, -math.pi / 2 + 1e-4)
        view = Viewpoint(
            np.array(self.camera.position_enu),
            frustum_planes(self.camera, SIZE[0] / SIZE[1]),
            self.camera.fov_rad,
            SIZE[1],
        )
        from almaty_tour.render.quality import detail_limits, quality

        drawn = draw_list(land.scene, view, detail_limits(quality("golden")), land.tree)
        frame = land.frame(self.camera, environment or sun(60.0), size=SIZE)
        self.frame = replace(frame, draw=drawn)
        self.picture = land.picture(self.frame)

    def colour(self, x, y):
        z = float(self.land.terrain.height_m(x, y))
        spot = projected(self.camera, np.array([[x, y, z]]), (float(SIZE[0]), float(SIZE[1])))[0]
        return self.picture[int(spot[1]), int(spot[0])]

    def is_red(self, x, y):
        red, green, blue = self.colour(x, y)
        return bool(red > 2 * green and red > 2 * blue)


def road(**more):
    return {"a": (-30, 0), "b": (30, 0), "half_width_m": 4, "colour": RED, "paved": 255, **more}


@pytest.mark.gl
@pytest.mark.parametrize("above_m", [25.0, 60.0, 400.0])
def test_a_stroke_is_painted_where_it_lies_and_nowhere_else(land, above_m):
    wide = max(4.0, above_m / 20.0)
    far = 4.0 * wide
    row = road(a=(-far, 0), b=(far, 0), half_width_m=wide)
    paint(land, GroundPaint(strokes=strokes(row)))
    below = Below(land, above_m)
    assert below.is_red(0.0, 0.0)
    assert below.is_red(2.0 * wide, 0.7 * wide)
    assert not below.is_red(0.0, 1.4 * wide)
    assert not below.is_red(0.0, -1.4 * wide)


@pytest.mark.gl
def test_later_rows_lie_over_earlier_ones_and_strokes_over_fills(land):
    fills = np.zeros(1, FILL)
    fills["corners"] = [[(-20, -20), (20, -20), (0, 25)]]
    fills["colour"] = BLUE
    first = road(colour=BLUE)
    paint(land, GroundPaint(fills, strokes(first, road(half_width_m=1.5))))
    below = Below(land)
    assert below.is_red(0.0, 0.0)
    blue = below.colour(0.0, 3.0)
    assert blue[2] > 2 * blue[0]
    inside, outside = below.colour(0.0, -12.0), below.colour(-18.0, 12.0)
    assert inside[2] > 2 * inside[0]
    assert not outside[2] > 2 * outside[0]


@pytest.mark.gl
@pytest.mark.parametrize(
    ("end", "just_beyond", "corner"),
    [(End.ROUND, True, False), (End.BUTT, False, False), (End.SQUARE, True, True)],
)
def test_ends_are_round_cut_or_square(land, end, just_beyond, corner):
    row = road(a=(-10, 0), b=(10, 0), half_width_m=6, end=end)
    paint(land, GroundPaint(strokes=strokes(row)))
    below = Below(land)
    assert below.is_red(8.0, 0.0)
    assert below.is_red(13.0, 0.0) == just_beyond
    assert below.is_red(15.0, 5.0) == corner
    assert not below.is_red(17.5, 0.0)


@pytest.mark.gl
def test_dashes_come_and_go_along_a_stroke(land):
    row = road(a=(-24, 0), b=(24, 0), half_width_m=2, dash_m=6, gap_m=6, end=End.BUTT)
    paint(land, GroundPaint(strokes=strokes(row)))
    below = Below(land)
    seen = [below.is_red(x, 0.0) for x in (-21.0, -15.0, -9.0, -3.0, 3.0, 9.0)]
    assert seen == [True, False, True, False, True, False]
    paint(land, GroundPaint(strokes=strokes({**row, "phase_m": 6.0})))
    below = Below(land)
    assert [below.is_red(x, 0.0) for x in (-21.0, -15.0)] == [False, True]


@pytest.mark.gl
def test_a_bend_of_round_strokes_has_no_gap(land):
    rows = strokes(road(b=(0, 0)), road(a=(0, 0), b=(12, 22)))
    paint(land, GroundPaint(strokes=rows))
    below = Below(land)
    angles = np.radians([-80.0, -60.0, -40.0])
    assert all(below.is_red(3.2 * np.cos(turn), 3.2 * np.sin(turn)) for turn in angles)


@pytest.mark.gl
def test_equal_frames_are_equal_pictures_wherever_the_eye_has_been(land):
    rows = [road(a=(x, -300), b=(x + 40, 300), dash_m=5, gap_m=3) for x in range(-400, 400, 23)]
    paint(land, GroundPaint(strokes=strokes(*rows)))
    first = Below(land, 40.0, (3.0, 4.0)).picture
    Below(land, 40.0, (120.0, -75.0))
    Below(land, 900.0, (130.0, -75.0))
    assert (Below(land, 40.0, (3.0, 4.0)).picture == first).all()


@pytest.mark.gl
def test_snow_stays_on_lawns_and_not_on_carriageways(land):
    rows = strokes(road(colour=GREY), road(a=(-30, 20), b=(30, 20), colour=GREY, paved=0))
    paint(land, GroundPaint(strokes=rows))
    town = np.full((8, 8, 4), 120, np.uint8)
    land.renderer.ground.set_town(TownPicture(town, town, -500.0, -500.0, (1_000.0, 1_000.0)))
    winter = Below(land, environment=replace(sun(45.0), snow_line_m=500.0))
    assert winter.colour(5.0, 20.0).mean() > winter.colour(5.0, 0.0).mean() + 60
