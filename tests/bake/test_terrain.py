"""The baked ground: repeatable, near the measured heights, covered as the land is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy")
from scipy import ndimage

from almaty_tour.bake import terrain as baker
from almaty_tour.bake import terrain_detail, terrain_sources, terrain_water
from almaty_tour.bake.terrain_light import open_sky
from almaty_tour.bake.terrain_surface import surface
from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError, BakeError
from almaty_tour.geo import frame
from almaty_tour.geo.grid import Lattice
from almaty_tour.geo.terrain import Surface, Terrain

TERRAIN_DIR = assets_dir() / "terrain"
SRTM_DIR = Path(__file__).resolve().parents[3] / "shared" / "geodata" / "srtm3"
MOUNTAINS = Lattice(6_000.0, -18_000.0, 30.0, 161, 129)


@pytest.fixture(scope="module")
def ground() -> Terrain:
    return Terrain.load(TERRAIN_DIR)


def _srtm(lat: tuple[float, float], lon: tuple[float, float]) -> tuple[np.ndarray, ...]:
    """Latitudes, longitudes and heights of the SRTM samples in a box, voids left out."""
    found = []
    for south in (42, 43):
        for west in (76, 77):
            with zipfile.ZipFile(SRTM_DIR / f"N{south}E0{west}.hgt.zip") as archive:
                raw = archive.read(archive.namelist()[0])
            tile = np.frombuffer(raw, ">i2").reshape(1201, 1201)[::-1][:1200, :1200]
            rows, columns = south + np.arange(1200) / 1200, west + np.arange(1200) / 1200
            inside = np.ix_(
                (rows >= lat[0]) & (rows <= lat[1]), (columns >= lon[0]) & (columns <= lon[1])
            )
            yy, xx = np.meshgrid(rows, columns, indexing="ij")
            found.append(np.stack([yy[inside].ravel(), xx[inside].ravel(), tile[inside].ravel()]))
    points = np.concatenate(found, axis=1)
    return tuple(points[:, points[2] > -1_000])


@pytest.mark.skipif(not SRTM_DIR.is_dir(), reason="../shared is not here")
@pytest.mark.parametrize(
    ("lat", "lon", "limit_m", "least"),
    [
        ((43.19, 43.33), (76.80, 77.00), 7.5, 38_000),
        ((43.00, 43.19), (76.80, 77.20), 40.0, 100_000),
    ],
    ids=["city", "mountains"],
)
def test_error_against_srtm(
    ground: Terrain,
    lat: tuple[float, float],
    lon: tuple[float, float],
    limit_m: float,
    least: int,
) -> None:
    north, east, height = _srtm(lat, lon)
    assert len(height) > least
    off = ground.height_m(*frame.to_local(north, east)) - height
    assert np.sqrt(np.mean(off**2)) <= limit_m


def test_map_reaches_the_promised_borders(ground: Terrain) -> None:
    lat, lon = np.meshgrid([42.95, 43.2, 43.45], [76.55, 76.945, 77.40])
    x, y = frame.to_local(lat, lon)
    assert ground.inner.contains(x, y).all()
    assert ground.inner.cell_m <= 30.0


def test_summits_and_the_lake_have_their_heights(ground: Terrain) -> None:
    summits = terrain_sources.read_spots().of("summit")
    inside = ground.inner.contains(summits.x_m, summits.y_m)
    off = ground.height_m(summits.x_m, summits.y_m)[inside] - summits.height_m[inside]
    assert np.median(np.abs(off)) < 5.0
    assert np.percentile(np.abs(off), 90) < 25.0
    places = terrain_sources.read_spots().of("landmark")
    inside = ground.inner.contains(places.x_m, places.y_m)
    off = ground.height_m(places.x_m, places.y_m)[inside] - places.height_m[inside]
    worst, next_worst = np.sort(np.abs(off))[[-1, -2]]
    assert next_worst < 10.0
    assert worst < 20.0  # the radar saw the roof of the Hotel Kazakhstan, 102 m above ground
    lake = frame.to_local(43.0505, 76.985)
    assert float(ground.height_m(*lake)) == pytest.approx(2_506.0, abs=0.2)
    assert ground.surface_class(*lake) == Surface.WATER


def test_detail_leaves_the_means_of_gebco_cells(ground: Terrain) -> None:
    """Over squares of about a cell (12 x 12 nodes) the invented part cancels out."""
    rows, columns = slice(192, 192 + 12 * 80), slice(600, 600 + 12 * 100)
    part = Lattice(
        ground.inner.west_m + 30.0 * columns.start,
        ground.inner.south_m + 30.0 * rows.start,
        30.0,
        columns.stop - columns.start,
        rows.stop - rows.start,
    )
    base = terrain_sources.base_heights(part, terrain_sources.read_gebco(part))
    detail = ground.heights[rows, columns] - base
    means = detail.reshape(80, 12, 100, 12).mean(axis=(1, 3))
    assert detail.std() > 15.0
    assert means.std() < 0.5 * detail.std()
    assert abs(float(detail.mean())) < 3.0


def test_the_city_is_a_smooth_fan(ground: Terrain) -> None:
    x, y = np.meshgrid(np.arange(-4_000.0, 1_500.0, 50.0), np.arange(-1_000.0, 5_000.0, 50.0))
    heights = ground.height_m(x, y)
    north, east = np.gradient(heights, 50.0)
    assert np.hypot(north, east).max() < 0.12
    bends = np.abs(np.diff(heights, 2, axis=0))
    assert np.percentile(bends, 99) < 0.3
    assert bends.max() < 2.5
    assert (np.diff(heights.mean(axis=1)) < 0.0).all()


def test_every_class_is_where_it_belongs(ground: Terrain) -> None:
    share = np.bincount(ground.surface.ravel(), minlength=8) / ground.surface.size
    assert (share > [0.02, 0.02, 0.05, 0.05, 0.03, 0.02, 0.2, 0.0001]).all()
    heights = {kind: ground.heights[ground.surface == kind] for kind in Surface}
    assert np.percentile(heights[Surface.FOREST], 5) > 1_080
    assert np.percentile(heights[Surface.FOREST], 99) < 2_900
    assert np.percentile(heights[Surface.SNOW], 10) > 3_500
    assert heights[Surface.CITY].max() < 1_200
    assert ground.surface_class(0.0, 0.0) == Surface.CITY
    north = np.gradient(ndimage.gaussian_filter(ground.heights, 2.0), 30.0)[0]
    band = (ground.heights > 1_600) & (ground.heights < 2_600)
    shaded, sunny = band & (north < -0.3), band & (north > 0.3)
    forest = ground.surface == Surface.FOREST
    assert forest[shaded].mean() > 2.0 * forest[sunny].mean()


def test_shipped_files_are_small_enough() -> None:
    names = ["height.png", "surface.png", "open_sky.png", "tiles.npy", "terrain.toml"]
    names += ["outer_height.png", "outer_surface.png", "outer_open_sky.png"]
    assert sum((TERRAIN_DIR / name).stat().st_size for name in names) < 12_000_000


def test_detail_repeats_to_the_byte() -> None:
    base = terrain_sources.base_heights(MOUNTAINS, terrain_sources.read_gebco(MOUNTAINS))
    base = base.astype(np.float32)
    one = terrain_detail.detailed(MOUNTAINS, base, rounds=4)
    other = terrain_detail.detailed(MOUNTAINS, base.copy(), rounds=4)
    assert one.tobytes() == other.tobytes()
    assert 3.0 < (one - base).std() < 60.0
    assert surface(MOUNTAINS, one).tobytes() == surface(MOUNTAINS, other).tobytes()


def test_detail_leaves_flat_land_alone() -> None:
    x = np.arange(MOUNTAINS.columns, dtype=np.float32)
    fan = np.broadcast_to(800.0 + 0.6 * x, MOUNTAINS.shape).astype(np.float32)
    assert np.array_equal(terrain_detail.detailed(MOUNTAINS, fan, rounds=2), fan)


def test_a_spot_moves_only_what_is_near() -> None:
    flat = np.zeros(MOUNTAINS.shape)
    x, y = np.array([8_000.0]), np.array([-16_000.0])
    spot = terrain_sources.Spots(x, y, np.array([50.0]), np.array(["summit"]))
    moved = terrain_sources.correct(MOUNTAINS, flat, spot, 400.0, 1.0)
    row, column = np.mgrid[: MOUNTAINS.rows, : MOUNTAINS.columns]
    away = np.hypot(MOUNTAINS.west_m + 30.0 * column - x, MOUNTAINS.south_m + 30.0 * row - y)
    assert (moved[away > 400.0] == 0.0).all()
    assert moved.max() == pytest.approx(50.0, abs=0.6)
    assert moved.min() == 0.0


def test_open_sky_is_whole_on_a_plain_and_narrow_in_a_trench() -> None:
    plain = np.full(MOUNTAINS.shape, 700.0, np.float32)
    assert (open_sky(MOUNTAINS, plain) == 255).all()
    trench = plain + 300.0 * np.abs(np.arange(MOUNTAINS.columns) - 80.0).clip(0, 10)
    sky = open_sky(MOUNTAINS, trench.astype(np.float32))
    assert sky[60, 80] < 100 < sky[60, 20]


def test_lakes_are_level() -> None:
    lake = terrain_water.LAKES[0]
    x, y = frame.to_local(lake.lat_deg, lake.lon_deg)
    around = Lattice(float(x) - 1_500.0, float(y) - 1_500.0, 30.0, 101, 101)
    slope = np.broadcast_to(2_480.0 + np.arange(101.0), around.shape).astype(np.float32)
    filled = terrain_water.fill(around, slope)
    wet = terrain_water.water(around, filled)
    assert 400 < wet.sum() < 1_200
    assert (filled[wet] == 2_506.0).all()
    assert np.array_equal(filled[:, 0], slope[:, 0])


def test_baking_needs_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baker, "__file__", "/nowhere/src/almaty_tour/bake/terrain.py")
    with pytest.raises(BakeError, match="checkout"):
        baker.run(lambda _: None)


@pytest.mark.parametrize("damage", ["missing", "truncated", "wrong size", "no key"])
def test_damaged_files_are_named(tmp_path: Path, damage: str) -> None:
    for file in TERRAIN_DIR.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    if damage == "missing":
        broken = tmp_path / "surface.png"
        broken.unlink()
    elif damage == "truncated":
        broken = tmp_path / "open_sky.png"
        broken.write_bytes(broken.read_bytes()[:5_000])
    elif damage == "wrong size":
        broken = tmp_path / "outer_surface.png"
        broken.write_bytes((tmp_path / "outer_open_sky.png").read_bytes())
    else:
        broken = tmp_path / "terrain.toml"
        broken.write_text("offset_m = 300.0\n", encoding="utf-8")
    with pytest.raises(AssetError, match=broken.name):
        Terrain.load(tmp_path)
