"""Lit windows of far houses: as bright as seen from nearer by, and steady."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.render.conftest import sun
from tests.render.test_pictures import painted

from almaty_tour.camera.state import CameraState
from almaty_tour.export.steady import FINER, brightness, shimmer, turned
from almaty_tour.scene.chunk import Chunk, Instances
from almaty_tour.scene.load import mesh_level
from almaty_tour.scene.vertex import INSTANCE

pytestmark = pytest.mark.gl

SIZE = (96, 54)
FOV_RAD = 0.16
NIGHT = sun(-20.0)
STEPS = 4
MOST = {500.0: 4.3, 1_100.0: 4.0, 2_200.0: 2.4}
"""Steps of 255: three quarters of what windows did that were a pixel or less."""


def houses(bench):
    """A town of slabs of flats, drawn at their far level from some hundred metres on."""
    rows_of = {text: row for row, text in enumerate(bench.renderer.materials.names)}
    slab = mesh_level(painted((36.0, 12.0, 15.0), "facade_panel"), 0.0, rows_of)
    levels = (slab,) * 3
    bench.renderer.upload_prop("house.slab", levels)
    bench.scene.set_prop("house.slab", levels)
    east, north = np.meshgrid(np.arange(-4, 5) * 44.0, np.arange(8) * 60.0)
    rows = np.zeros(east.size, INSTANCE)
    rows["position"][:, 0], rows["position"][:, 1] = east.ravel(), north.ravel()
    rows["scale"] = 1.0
    rows["seed"] = np.arange(east.size) * 977 + 5
    corner = np.array([260.0, 520.0, 30.0], np.float32)
    town = Chunk("town", (0.0, 0.0, 0.0), -corner, corner, (), (Instances("house.slab", rows),))
    bench.renderer.upload(bench.scene.add(town), town)


@pytest.fixture
def pictures(bench):
    """The town from a distance in metres: while the eye turns, and the same four times as fine."""

    def drawn(away_m: float):
        houses(bench)
        view = CameraState((0.0, -away_m, 0.12 * away_m), 0.05, -0.09, FOV_RAD)
        seen, finer = [], []
        for step in range(STEPS):
            eye = turned(view, FOV_RAD / SIZE[1], step)
            frame = bench.frame(eye, NIGHT, "high", SIZE)
            seen.append(bench.picture(frame).astype(np.uint8))
            larger = replace(frame, size_px=(SIZE[0] * FINER, SIZE[1] * FINER))
            finer.append(bench.picture(larger).astype(np.uint8))
        return seen, finer

    return drawn


@pytest.mark.parametrize("away_m", [500.0, 1_100.0, 2_200.0])
def test_lit_windows_hardly_shimmer_and_do_not_brighten_with_distance(pictures, away_m):
    seen, finer = pictures(away_m)
    found = shimmer(seen, finer)
    assert found.motion > 1.0  # lit windows are there and pass by
    assert found.mean < MOST[away_m]
    near_by = brightness(np.stack(finer)).mean()
    assert brightness(np.stack(seen)).mean() == pytest.approx(near_by, rel=0.08)
