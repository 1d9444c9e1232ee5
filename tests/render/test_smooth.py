"""Several samples a pixel, smoothed edges, and levels that fade by pixels."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.render.conftest import box, sun
from tests.render.test_pictures import painted

from almaty_tour.camera.state import CameraState
from almaty_tour.export.steady import FINER, shimmer, turned
from almaty_tour.mesh.simplify import LevelMesh
from almaty_tour.render.fades import FadeDraws
from almaty_tour.scene.fading import LEAST
from almaty_tour.scene.load import Placement, model_chunk

pytestmark = pytest.mark.gl

SIZE = (160, 90)
FOV_RAD = 0.22
VIEW = CameraState((0.0, -420.0, 60.0), 0.1, -0.1, FOV_RAD)
STEPS = 6
MOST = {"medium": 0.85, "high": 0.6}
"""Of the shimmer of `low`: medium smooths edges, high has samples too."""


def put(bench, name, shape, place):
    rows = {text: row for row, text in enumerate(bench.renderer.materials.names)}
    made = model_chunk(name, [LevelMesh(shape, 0.0)], Placement(place), rows)
    row = bench.scene.add(made)
    bench.renderer.upload(row, made)
    return row


def windows(bench):
    """Rows of houses with painted windows."""
    for number in range(5):
        size = 60.0, 12.0, 16.0 + 4.0 * (number % 3)
        at = 35.0 * number - 60.0, 40.0 * number, 0.0
        put(bench, f"house {number}", painted(size, "facade_panel"), at)


def trees(bench):
    """Rows of slim crowns before a bright wall."""
    bench.put("wall", (300.0, 2.0, 40.0), (0.0, 160.0, 0.0))
    for number in range(40):
        crown = painted((2.2, 2.2, 11.0), "foliage", (78, 107, 53, 255))
        put(bench, f"tree {number}", crown, (3.4 * number - 66.0, 12.0 * (number % 4), 0.0))


def shimmer_of(bench, preset):
    pixel_rad = FOV_RAD / SIZE[1]
    seen, finer = [], []
    for step in range(STEPS):
        frame = bench.frame(turned(VIEW, pixel_rad, step), sun(40.0), preset, SIZE)
        seen.append(bench.picture(frame).astype(np.uint8))
        larger = replace(frame, size_px=(SIZE[0] * FINER, SIZE[1] * FINER))
        finer.append(bench.picture(larger).astype(np.uint8))
    return shimmer(seen, finer).mean


@pytest.mark.parametrize("preset", sorted(MOST))
@pytest.mark.parametrize("scene", [windows, trees])
def test_rows_shimmer_less_than_without_smoothing(bench, scene, preset):
    scene(bench)
    assert shimmer_of(bench, preset) < MOST[preset] * shimmer_of(bench, "low")


@pytest.mark.parametrize("preset", ["low", "golden", "medium", "high"])
@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9])
def test_two_levels_that_fade_leave_no_gap_and_share_no_pixel(bench, preset, share):
    row = put(bench, "thing", box((20.0, 20.0, 20.0), "granite"), (0.0, 0.0, 10.0))
    once = bench.frame(preset=preset)
    rows, levels = np.array([row, row], np.int32), np.zeros(2, np.int32)
    shares = np.array([-max(share, LEAST), share], np.float32)
    spans, away_m = np.array([[0, 1], [0, 1]], np.int32), np.zeros(2, np.float32)
    twice = bench.frame(
        preset=preset, chunks=rows, levels=levels, shares=shares, spans=spans, away_m=away_m
    )
    assert np.array_equal(bench.picture(once), bench.picture(twice))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.8])
def test_a_thing_that_fades_covers_its_share_of_the_pixels_evenly(bench, share):
    row = put(bench, "thing", box((80.0, 20.0, 60.0), "lettering_gold"), (0.0, 0.0, -10.0))
    empty = bench.frame(chunks=np.zeros(0, np.int32), levels=np.zeros(0, np.int32))
    fading = bench.frame(
        chunks=np.array([row], np.int32), levels=np.zeros(1, np.int32),
        spans=np.array([[0, 1]], np.int32), away_m=np.zeros(1, np.float32),
        shares=np.array([share], np.float32),
    )  # fmt: skip
    shown = (bench.picture(fading) != bench.picture(empty)).any(axis=2)[20:68, 50:114]
    tiles = shown.reshape(3, 16, 4, 16).mean(axis=(1, 3))
    assert tiles == pytest.approx(np.full((3, 4), share), abs=0.06)


def test_what_fades_looks_the_same_in_one_call_a_thing_and_in_one_each(bench):
    """Drivers before OpenGL 4.3 take one draw at a time."""
    rows = [
        put(bench, f"thing {n}", box((20.0, 20.0, 20.0), "granite"), (25.0 * n - 12.0, 0.0, 10.0))
        for n in range(2)
    ]
    frame = bench.frame(
        chunks=np.array([*rows, *rows], np.int32), levels=np.zeros(4, np.int32),
        spans=np.array([[0, 1]] * 4, np.int32), away_m=np.zeros(4, np.float32),
        shares=np.array([0.3, 0.6, -0.7, -0.9], np.float32),
    )  # fmt: skip
    bench.picture(frame)  # shadow maps are drawn once
    shelves, pictures, calls = bench.renderer._shelves, [], []
    for fades in (shelves.fades, FadeDraws(indirect=False), shelves.fades):
        shelves.fades = fades
        pictures.append(bench.picture(frame))
        calls.append(bench.renderer.stats.draw_calls)
    assert calls[0] == calls[1] - 2
    assert np.array_equal(*pictures[:2])
    assert len(np.unique(pictures[0].reshape(-1, 3), axis=0)) > 3
