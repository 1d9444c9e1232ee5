"""The crest of the Ile Alatau, seen from Republic Square, is the true one.

Elevation angles of the skyline are held against SRTM, which no part of the bakery reads, over
the southern half of the horizon, with the same rule of curvature and refraction on both sides.
"""

from __future__ import annotations

import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

pytest.importorskip("scipy")
from scipy import ndimage

from almaty_tour.base.assets import assets_dir
from almaty_tour.geo import frame
from almaty_tour.geo.terrain import Terrain

F64 = npt.NDArray[np.float64]
SRTM_DIR = Path(__file__).resolve().parents[3] / "shared" / "geodata" / "srtm3"
AZIMUTH_RAD = np.radians(np.arange(90.0, 270.0, 0.25))
DISTANCE_M = np.arange(1_500.0, 60_000.0, 30.0)
EYE_M = 1.7
VOID_M = -1_000.0
CELLS = 1_200


@pytest.mark.skipif(not SRTM_DIR.is_dir(), reason="../shared is not here")
def test_the_skyline_from_republic_square_is_the_true_one() -> None:
    ours, _ = _skyline(Terrain.load(assets_dir() / "terrain").height_m)
    true, far_m = _skyline(_srtm())
    assert 8.5 < true.max() < 9.0, "the range stands nine degrees over the square"
    assert np.count_nonzero(far_m > 10_000.0) > 600, "crests, not roofs and near slopes"
    assert np.mean(np.abs(ours - true) <= 0.3) >= 0.95
    assert np.abs(ours - true).max() <= 0.5


def _skyline(height_m: Callable[[F64, F64], npt.ArrayLike]) -> tuple[F64, F64]:
    """Greatest elevation angle by azimuth, degrees, and how far away it stands, metres."""
    place = tomllib.loads(
        (assets_dir() / "content" / "landmarks" / "republic_square.toml").read_text("utf-8")
    )["place"]
    x, y = frame.to_local(place["latitude_deg"], place["longitude_deg"])
    east = x + np.sin(AZIMUTH_RAD)[:, None] * DISTANCE_M
    north = y + np.cos(AZIMUTH_RAD)[:, None] * DISTANCE_M
    eye_m = float(np.asarray(height_m(np.array([x]), np.array([y])))[0]) + EYE_M
    tall_m = np.asarray(height_m(east.ravel(), north.ravel())).reshape(east.shape)
    rise_m = tall_m - frame.curvature_drop_m(DISTANCE_M) - eye_m
    angle_deg = np.degrees(np.arctan2(rise_m, DISTANCE_M))
    return angle_deg.max(axis=1), DISTANCE_M[angle_deg.argmax(axis=1)]


def _srtm() -> Callable[[F64, F64], F64]:
    """Heights of SRTM by place in the world frame; voids take the nearest sample."""
    grid = np.full((2 * CELLS + 1, 2 * CELLS + 1), VOID_M)
    for south in (0, 1):
        for west in (0, 1):
            with zipfile.ZipFile(SRTM_DIR / f"N{42 + south}E0{76 + west}.hgt.zip") as archive:
                raw = archive.read(archive.namelist()[0])
            tile = np.frombuffer(raw, ">i2").reshape(CELLS + 1, CELLS + 1)[::-1]
            rows = slice(south * CELLS, (south + 1) * CELLS + 1)
            columns = slice(west * CELLS, (west + 1) * CELLS + 1)
            grid[rows, columns] = tile
    nearest = ndimage.distance_transform_edt(
        grid <= VOID_M, return_distances=False, return_indices=True
    )
    grid = grid[tuple(nearest)]

    def height_m(x_m: F64, y_m: F64) -> F64:
        latitude, longitude = frame.to_geographic(x_m, y_m)
        place = [(latitude - 42.0) * CELLS, (longitude - 76.0) * CELLS]
        return np.asarray(ndimage.map_coordinates(grid, place, order=1))

    return height_m
