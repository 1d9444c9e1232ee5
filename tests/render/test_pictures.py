"""What pictures show, on any driver."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.render.conftest import box, sun

from almaty_tour.camera.matrices import DepthScheme, pixel_ray
from almaty_tour.camera.state import CameraState
from almaty_tour.mesh.simplify import LevelMesh
from almaty_tour.render.quality import quality
from almaty_tour.scene.load import Placement, model_chunk
from almaty_tour.scene.pick import chunk_code, chunk_of

pytestmark = pytest.mark.gl

UPWARD = CameraState((0.0, 0.0, 900.0), 3.14159, 0.35)
DOWN = CameraState((0.0, 0.0, 60.0), 0.0, -1.5533)


def test_the_sky_is_blue_at_noon(bench):
    pixels = bench.picture(bench.frame(UPWARD, sun(60.0, 0.0))).reshape(-1, 3).mean(axis=0)
    assert pixels[2] > 1.4 * pixels[0]
    assert pixels[2] > 90


@pytest.mark.parametrize("preset", ["low", "golden", "medium", "high"])
def test_the_sky_is_orange_round_the_setting_sun(bench, preset):
    view = CameraState((0.0, 0.0, 900.0), 3.14159, 0.02)
    towards = bench.picture(bench.frame(view, sun(1.5, 180.0), preset))[20:44, 60:100]
    red, green, blue = towards.reshape(-1, 3).mean(axis=0)
    assert red > green > blue
    assert red > 150


def test_the_sky_darkens_as_the_sun_sinks(bench):
    means = [
        bench.picture(bench.frame(UPWARD, sun(height, 0.0))).mean()
        for height in (2.0, -3.0, -7.0, -14.0)
    ]
    assert means == sorted(means, reverse=True)
    assert means[-1] < 90


def test_a_cube_throws_its_shadow_away_from_the_sun(bench):
    bench.put("ground", (400.0, 400.0, 1.0), (0.0, 0.0, -1.0), "concrete")
    bare = bench.picture(bench.frame(DOWN, sun(35.0, 180.0)))
    bench.put("cube", (10.0, 10.0, 10.0), (0.0, 0.0, 0.0))
    ids = bench.renderer.id_picture(bench.frame(DOWN, sun(35.0, 180.0)))
    shown = bench.picture(bench.frame(DOWN, sun(35.0, 180.0)))
    ground = ids == chunk_code("ground") + 1
    darker = ground & (shown.sum(axis=2) < 0.7 * bare.sum(axis=2))
    rows, columns = np.nonzero(darker)
    # Seen from above with north up the shadow lies above the cube and is about as wide.
    assert rows.max() < 45
    assert abs(columns.mean() - 80) < 3
    cube_columns = np.nonzero(ids == chunk_code("cube") + 1)[1]
    assert 0.6 < np.ptp(columns) / np.ptp(cube_columns) < 1.1


def test_a_lit_wall_is_brighter_than_a_shaded_one(bench):
    bench.put("cube", (30.0, 30.0, 30.0), (0.0, 0.0, 5.0))
    lit = bench.picture(bench.frame(None, sun(30.0, 180.0)))[45, 80].sum()
    shaded = bench.picture(bench.frame(None, sun(30.0, 0.0)))[45, 80].sum()
    assert lit > 1.5 * shaded > 30


def test_ids_count_pixels_and_pick_distance(bench):
    bench.put("cube", (20.0, 20.0, 20.0), (0.0, 0.0, 10.0))
    view = CameraState((0.0, -60.0, 20.0), 0.0, 0.0)
    frame = bench.frame(view)
    ids = bench.renderer.id_picture(frame)
    focal = 90 / (2 * np.tan(view.fov_rad / 2))
    side = 20.0 * focal / 50.0
    assert np.count_nonzero(ids) == pytest.approx(side * side, rel=0.06)
    number, distance = bench.renderer.pick(frame, 80, 45)
    assert chunk_of(number, bench.scene.ids()) == "cube"
    assert distance == pytest.approx(50.0, abs=0.05)
    assert bench.renderer.pick(frame, 2, 2) == (0, float("inf"))


def test_hidden_things_are_gone_and_the_chosen_one_glows(bench):
    bench.put("cube", (20.0, 20.0, 20.0), (0.0, 0.0, 10.0))
    number = chunk_code("cube") + 1
    plain = bench.picture(bench.frame())
    hidden = np.array([7, number], np.uint32)
    assert not bench.renderer.id_picture(bench.frame(hidden=hidden)).any()
    without = bench.picture(bench.frame(hidden=hidden))
    bench.scene.remove("cube")
    assert np.array_equal(without, bench.picture(bench.frame()))
    bench.put("cube", (20.0, 20.0, 20.0), (0.0, 0.0, 10.0))
    chosen = bench.picture(bench.frame(highlighted=number))
    assert (chosen[45, 80] > plain[45, 80]).all()
    assert np.array_equal(chosen[3, 3], plain[3, 3])


@pytest.mark.parametrize("scheme", DepthScheme)
def test_surfaces_a_little_apart_never_flicker(context, scheme):
    """Reversed depth parts 1 cm at 2 km; logarithmic depth is asked for 3 cm there."""
    from tests.render.conftest import Bench

    from almaty_tour.base.assets import assets_dir
    from almaty_tour.render.renderer import Renderer

    renderer = Renderer("golden", assets_dir(), scheme=scheme)
    if renderer.scheme is not scheme:
        pytest.skip("this driver has no clip control")
    made = Bench(renderer)
    gap = 0.01 if scheme is DepthScheme.REVERSED else 0.03
    made.put("behind", (700.0, 1.0, 500.0), (0.0, 2000.0 + gap, -250.0))
    made.put("front", (700.0, 1.0, 500.0), (0.0, 2000.0, -250.0))
    for step in range(6):
        view = CameraState((step * 1.7, 0.3 * step, 0.7 * step), 0.001 * step, 0.0, 0.2)
        ids = renderer.id_picture(made.frame(view))
        inside = ids[10:-10, 10:-10]
        assert (inside == chunk_code("front") + 1).all()
    renderer.free()


@pytest.mark.parametrize("scheme", DepthScheme)
def test_near_and_far_hide_each_other_in_both_schemes(context, scheme):
    from tests.render.conftest import Bench

    from almaty_tour.base.assets import assets_dir
    from almaty_tour.render.renderer import Renderer

    renderer = Renderer("golden", assets_dir(), scheme=scheme)
    if renderer.scheme is not scheme:
        pytest.skip("this driver has no clip control")
    made = Bench(renderer)
    made.put("far", (140_000.0, 100.0, 80_000.0), (0.0, 55_000.0, -40_000.0))
    made.put("near", (0.4, 0.4, 0.4), (0.0, 1.0, -0.2))
    frame = made.frame(CameraState((0.0, 0.0, 0.0), 0.0, 0.0))
    assert chunk_of(renderer.pick(frame, 80, 45)[0], made.scene.ids()) == "near"
    number, distance = renderer.pick(frame, 80, 20)
    assert chunk_of(number, made.scene.ids()) == "far"
    slant = pixel_ray(frame.camera, frame.size_px, 80, 20)[1]
    assert distance == pytest.approx(54_950.0 / slant, rel=0.01)
    assert made.picture(frame).std() > 3
    renderer.free()


def painted(size_m, material, tint=(255, 255, 255, 255)):
    """A box whose layout is metres along and up its walls."""
    plain = box(size_m, material)
    layout = np.column_stack([plain.positions[:, 0] + plain.positions[:, 1], plain.positions[:, 2]])
    tints = np.tile(np.array(tint, np.uint8), (len(plain.positions), 1))
    return replace(plain, uv=layout.astype(np.float32), tint=tints)


def put_mesh(bench, shape):
    rows = {text: row for row, text in enumerate(bench.renderer.materials.names)}
    made = model_chunk("thing", [LevelMesh(shape, 0.0)], Placement((0.0, 0.0, 0.0)), rows)
    bench.renderer.upload(bench.scene.add(made), made)


@pytest.mark.parametrize("preset", ["low", "medium"])
def test_some_windows_of_painted_facades_are_lit_at_night(bench, preset):
    put_mesh(bench, painted((60.0, 10.0, 40.0), "facade_panel"))

    def warm(environment):
        # Windows of four pixels: smoothed edges leave little of smaller ones.
        wall = bench.picture(bench.frame(None, environment, preset, (320, 180)))[60:120, 100:220]
        return (wall[..., 0] > wall[..., 2] + 25) & (wall[..., 0] > 90)

    assert 0.02 < warm(sun(-20.0)).mean() < 0.4
    assert warm(sun(40.0)).mean() == 0.0


def test_leaves_are_green_in_summer_and_bare_twigs_in_winter(bench):
    winter = replace(sun(30.0), day=15)
    needle, leaf = (59, 87, 72, 255), (85, 116, 57, 255)
    seen = {}
    for name, tree, tint in (("needle", "spruce", needle), ("leaf", "elm", leaf)):
        put_mesh(bench, painted((30.0, 10.0, 30.0), f"foliage@tree.{tree}", tint))
        for season, light in (("summer", sun(30.0)), ("winter", winter)):
            seen[name, season] = bench.picture(bench.frame(None, light))[40:60, 60:100].mean((0, 1))
        bench.scene.remove("thing")
    for green in (seen["leaf", "summer"], seen["needle", "summer"], seen["needle", "winter"]):
        assert green[1] > green[0]
    red, green, blue = seen["leaf", "winter"]
    assert red > green > blue


def test_equal_frames_make_equal_pictures(bench):
    bench.put("cube", (20.0, 20.0, 20.0), (0.0, 0.0, 10.0), "granite")
    frame = bench.frame(environment=sun(10.0, 200.0))
    first = bench.picture(frame)
    bench.picture(bench.frame(UPWARD, sun(-5.0)))
    assert np.array_equal(first, bench.picture(frame))


def test_presets_show_the_same_place(bench):
    bench.put("ground", (400.0, 400.0, 1.0), (0.0, 0.0, -1.0), "paving")
    bench.put("cube", (20.0, 20.0, 20.0), (0.0, 0.0, 0.0))
    golden = bench.picture(bench.frame())
    for preset in ("low", "medium", "high"):
        bench.renderer._use_quality(replace(quality(preset), adapt=False))  # that one follows
        shown = bench.picture(bench.frame(preset=preset))
        assert np.abs(shown - golden).mean() < 6.0, preset


def test_a_smaller_inner_picture_shows_the_same(bench):
    bench.put("cube", (20.0, 20.0, 20.0), (0.0, 0.0, 10.0))
    frame = bench.frame()
    half = bench.picture(replace(frame, resolution_scale=0.5))
    assert half.shape == (90, 160, 3)
    assert np.abs(half - bench.picture(frame)).mean() < 4.0


OLD_DRIVER = """
import sys
from PIL import Image
from almaty_tour.base.assets import assets_dir
from almaty_tour.render.gl.context import open_headless
window = open_headless()
from almaty_tour.render.renderer import Renderer
from tests.render.conftest import Bench, sun
made = Bench(Renderer("golden", assets_dir()))
made.put("cube", (20.0, 20.0, 20.0), (0.0, 0.0, 10.0))
print(made.renderer.scheme.value, made.renderer.driver.clip_control)
Image.fromarray(made.picture(made.frame()).astype("u1")).save(sys.argv[1])
"""


@pytest.mark.slow
def test_an_old_driver_shows_the_same_picture(bench, tmp_path):
    old = {
        "MESA_GL_VERSION_OVERRIDE": "3.3FC", "MESA_GLSL_VERSION_OVERRIDE": "330",
        "MESA_EXTENSION_OVERRIDE": "-GL_ARB_clip_control",
    }  # fmt: skip
    path = tmp_path / "old.png"
    run = subprocess.run(
        [sys.executable, "-c", OLD_DRIVER, str(path)],
        env=os.environ | old, capture_output=True, text=True, check=True, timeout=60,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    if "Mesa" in bench.renderer.driver.version:
        assert run.stdout.split() == ["logarithmic", "False"]
    bench.put("cube", (20.0, 20.0, 20.0), (0.0, 0.0, 10.0))
    shown = np.asarray(Image.open(path)).astype(np.int64)
    assert np.abs(shown - bench.picture(bench.frame())).max() <= 1


def test_spaces_do_not_see_each_other_and_coming_back_is_the_same_picture(bench):
    """A wall of another space stands in no picture of the city, nor its shadow."""
    from almaty_tour.base.spaces import VITRINE

    bench.put("wall", (6.0, 2.0, 12.0), (0.0, 0.0, 0.0))
    before = bench.picture(bench.frame())
    rows = {text: row for row, text in enumerate(bench.renderer.materials.names)}
    made = model_chunk(
        "other",
        [LevelMesh(box((9.0, 2.0, 20.0)), 0.0)],
        Placement((3.0, -8.0, 0.0)),
        rows,
        space=VITRINE,
    )
    bench.renderer.upload(0, made)
    inside = replace(bench.frame().camera, space=VITRINE)
    assert np.abs(bench.picture(bench.frame(camera=inside)) - before).max() > 30
    assert np.array_equal(bench.picture(bench.frame()), before)
