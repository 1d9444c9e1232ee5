"""Imported heights: exact where they were measured, joined to the land where they were not."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
from tests.city.dem.conftest import (
    INNER,
    OUTER,
    nodes,
    present,
    tile_values,
    write_geotiff,
    write_tile,
)

from almaty_tour.base.errors import AssetError
from almaty_tour.base.swap import removed
from almaty_tour.city.dem import importer
from almaty_tour.city.dem.filling import BLEND_M, blended, membrane
from almaty_tour.city.dem.importer import SRTM_CREDIT, import_heights
from almaty_tour.city.dem.laying import SEAM_M, outer_means, seamed
from almaty_tour.geo import frame
from almaty_tour.geo.imported import heights_place, imported_heights
from almaty_tour.geo.pads import Pad
from almaty_tour.geo.terrain import Surface, Terrain

UTM = "EPSG:32643"
CORNERS = ((43, 76), (43, 77))


def plane(lat, lon):
    """Whole metres at every node of an SRTM tile."""
    return 900.0 + 1_200.0 * (lat - 43.0) + 1_200.0 * (lon - 76.0)


def cone(lat, lon):
    x, y = frame.to_local(lat, lon)
    return 800.0 + np.maximum(1_500.0 - 0.6 * np.hypot(x - 1_000.0, y + 2_000.0), 0.0)


def imported(land, files, **more) -> Terrain:
    data = land.parent / "data"
    import_heights(files, land, data / "dem", lambda _: None, **more)
    found = imported_heights(data, land / "terrain")
    assert found is not None
    return Terrain.load(found.folder)


def tiles(folder, height, packed=False, holes=()):
    paths = []
    for south, west in CORNERS:
        values = tile_values(south, west, height)
        for hole_lat, hole_lon, size in holes:
            row, column = round((south + 1 - hole_lat) * 1200), round((hole_lon - west) * 1200)
            if 0 <= column <= 1200:
                rows = slice(row - size, row + size + 1)
                values[rows, max(column - size, 0) : column + size + 1] = -32768
        paths.append(write_tile(folder, south, west, values, packed))
    return paths


def at_tile_nodes(height):
    """x, y and height of the nodes of the tiles inside the land, off the seam."""
    index = np.arange(1201) / 1200
    rows = (43 + index, 76 + np.concatenate([index, 1 + index[1:]]))
    middle = (float(degrees) for degrees in frame.to_geographic(0.0, 0.0))
    near = (row[np.abs(row - at) < 0.15] for row, at in zip(rows, middle, strict=True))  # 12 km
    lat, lon = np.meshgrid(*near, indexing="ij")
    x, y = frame.to_local(lat, lon)
    inside = np.maximum(np.abs(x), np.abs(y)) < 7_680.0 - SEAM_M
    return x[inside], y[inside], np.rint(height(lat, lon))[inside]


def rms(values):
    return float(np.sqrt(np.mean(np.square(values))))


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("height", [plane, cone])
def test_the_ground_is_the_tiles(tmp_path, land, height, packed):
    terrain = imported(land, tiles(tmp_path / "srtm", height, packed))
    x, y, z = at_tile_nodes(height)
    assert len(x) > 20_000
    off = terrain.height_m(x, y) - z
    assert rms(off) < 0.05  # the step of the files is 0.1 m
    assert np.abs(off).max() < 0.12


def test_between_the_measured_heights_the_ground_is_smooth(tmp_path, land):
    terrain = imported(land, tiles(tmp_path / "srtm", plane))
    inner = slice(32, -32)
    x, y = (grid[inner, inner] for grid in nodes(INNER))
    off = terrain.heights[inner, inner] - plane(*frame.to_geographic(x, y))
    assert np.abs(off).max() < 0.2


def test_a_small_void_is_stretched_over_its_rim(tmp_path, land):
    holes = ((43.26, 76.94, 1), (43.24, 77.0, 1))  # the second lies on the edge of two tiles
    terrain = imported(land, tiles(tmp_path / "srtm", plane, holes=holes))
    for lat, lon, _ in holes:
        middle = float(terrain.height_m(*frame.to_local(lat, lon)))
        assert middle == pytest.approx(plane(lat, lon), abs=1.0)


def test_a_wide_void_keeps_the_form_of_the_land_shifted(tmp_path, land, ground):
    def lifted(lat, lon):
        x, y = frame.to_local(lat, lon)
        return present(x, np.maximum(np.minimum(y, 9e3), -2.8e4)) + 40.0

    holes = ((43.25, 76.945, 24),)
    terrain = imported(land, tiles(tmp_path / "srtm", lifted, holes=holes))
    middle_x, middle_y = (float(v) for v in frame.to_local(43.25, 76.945))
    x = middle_x + np.arange(-1_400.0, 1_401.0, 50.0)
    moved = terrain.height_m(x, middle_y) - ground.height_m(x, middle_y)
    assert moved[[0, -1]] == pytest.approx(32.0, abs=6.0)  # near the rim it is shifted
    assert np.abs(np.diff(moved)).max() < 6.0  # and goes back without a step
    assert moved[len(x) // 2] < 25.0


def test_the_edge_of_coverage_has_no_step(tmp_path, land, ground):
    def lifted(lat, lon):
        return present(*frame.to_local(lat, lon)) + 30.0

    bounds = (655_000.0, 4_788_000.0, 659_000.0, 4_792_000.0)
    path = write_geotiff(tmp_path / "part.tif", UTM, bounds, (100, 100), lifted)
    terrain = imported(land, [path])
    moved = terrain.heights - ground.heights
    assert moved.max() == pytest.approx(30.0, abs=0.3)
    steps = max(np.abs(np.diff(moved, axis=0)).max(), np.abs(np.diff(moved, axis=1)).max())
    assert steps < 3.0  # 1.5 times 30 m over 800 m is 1.7 m a node
    x, y = nodes(INNER)
    lat, lon = frame.to_geographic(x, y)
    import rasterio.warp

    u, v = (
        np.reshape(part, x.shape)
        for part in rasterio.warp.transform("EPSG:4326", UTM, lon.ravel(), lat.ravel())
    )
    away = np.maximum(
        np.maximum(bounds[0] - u, u - bounds[2]), np.maximum(bounds[1] - v, v - bounds[3])
    )
    assert np.abs(moved[away > BLEND_M + 80.0]).max() == 0.0
    np.testing.assert_allclose(moved[away < -80.0], 30.0, atol=0.2)


def test_a_finer_file_lies_over_a_coarse_one_in_any_order(tmp_path, land):
    coarse = tiles(tmp_path / "srtm", plane)
    bounds = (655_000.0, 4_788_000.0, 658_000.0, 4_791_000.0)
    fine = write_geotiff(
        tmp_path / "fine.tif", UTM, bounds, (120, 120), lambda lat, lon: plane(lat, lon) + 20.0
    )
    first = imported(land, [*coarse, fine])
    second = imported(land, [fine, *coarse])
    np.testing.assert_array_equal(first.heights, second.heights)
    x, y = nodes(INNER)
    off = first.heights - plane(*frame.to_geographic(x, y))
    assert np.percentile(off, 99.9) == pytest.approx(20.0, abs=1.0)
    assert abs(np.median(off[32:-32, 32:-32])) < 0.5


@pytest.mark.parametrize("crs", ["EPSG:4326", UTM])
def test_a_geotiff_of_about_the_cell_is_followed(tmp_path, land, crs):
    bounds = (76.8, 43.15, 77.1, 43.35) if crs == "EPSG:4326" else (
        6.42e5, 4.778e6, 6.67e5, 4.802e6)  # fmt: skip
    shape = (740, 810) if crs == "EPSG:4326" else (800, 833)
    path = write_geotiff(tmp_path / "a.tif", crs, bounds, shape, cone)
    terrain = imported(land, [path])
    x, y = (grid[32:-32, 32:-32] for grid in nodes(INNER))
    off = terrain.heights[32:-32, 32:-32] - cone(*frame.to_geographic(x, y))
    assert rms(off) < 0.2


def test_pads_stay_flat_on_top(tmp_path, land):
    pad = Pad(500.0, 500.0, 60.0, 20.0, 1_000.0)
    terrain = imported(land, tiles(tmp_path / "srtm", plane)).flattened([pad])
    x = 500.0 + np.linspace(-55.0, 55.0, 40)
    np.testing.assert_allclose(terrain.height_m(x, 500.0), 1_000.0, atol=1e-3)


def test_lakes_stay_level(tmp_path, land):
    from almaty_tour.city.dem.store import write_picture

    surface = np.full(INNER.shape, Surface.STEPPE, np.uint8)
    surface[250:280, 250:290] = Surface.WATER
    write_picture(land / "terrain" / "surface.png", surface)

    def rough(lat, lon):
        x, y = frame.to_local(lat, lon)
        x, y = np.clip(x, -8e3, 8e3), np.clip(y, -8e3, 8e3)
        return present(x, y) + np.rint(3.0 * np.sin(x / 70.0) * np.sin(y / 90.0))

    terrain = imported(land, tiles(tmp_path / "srtm", rough))
    wet = terrain.surface == Surface.WATER
    assert 300 < wet.sum() <= 1_200
    assert np.ptp(terrain.heights[wet]) < 0.11
    assert abs(float(terrain.heights[wet].mean()) - 900.0) < 25.0


def everything(folder):
    return {
        path.relative_to(folder): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_bad_file_changes_nothing(tmp_path, land):
    good = tiles(tmp_path / "srtm", plane)
    imported(land, good)
    before = everything(land.parent / "data")
    bad = tmp_path / "N42E076.hgt"
    bad.write_bytes(b"no tile")
    with pytest.raises(AssetError, match=r"N42E076\.hgt"):
        imported(land, [*good, bad])
    assert everything(land.parent / "data") == before


def test_a_failure_while_writing_changes_nothing(tmp_path, land):
    good = tiles(tmp_path / "srtm", plane)
    imported(land, good)
    before = everything(land.parent / "data")

    def broken(folder):
        raise OSError(28, "No space left on device")

    with pytest.raises(AssetError, match="No space left"):
        imported(land, tiles(tmp_path / "other", cone), derive=broken)
    assert everything(land.parent / "data") == before


def test_time_that_is_over_changes_nothing(tmp_path, land, monkeypatch):
    good = tiles(tmp_path / "srtm", plane)
    imported(land, good)
    before = everything(land.parent / "data")
    monkeypatch.setattr(importer, "MOST_S", 0.0)
    with pytest.raises(AssetError, match="takes longer than"):
        imported(land, tiles(tmp_path / "other", cone))
    assert everything(land.parent / "data") == before


def test_a_folder_that_is_not_ours_is_told_before_anything_is_read(tmp_path, land):
    data = land.parent / "data" / "dem"
    data.mkdir(parents=True)
    (data / "photo").write_text("mine")
    with pytest.raises(AssetError, match="not a folder of this program"):
        imported(land, [tmp_path / "N43E076.hgt"])
    assert everything(data.parent) == {Path("dem/photo"): hashlib.sha256(b"mine").hexdigest()}


def test_imports_repeat_to_the_byte(tmp_path, land):
    files = tiles(tmp_path / "srtm", cone, holes=((43.26, 76.94, 3),))
    imported(land, files)
    before = everything(land.parent / "data")
    imported(land, files)
    assert everything(land.parent / "data") == before


def test_an_import_takes_the_place_of_the_one_before_and_reset_goes_back(tmp_path, land, ground):
    imported(land, tiles(tmp_path / "one", plane))
    terrain = imported(land, tiles(tmp_path / "two", cone))
    assert float(terrain.height_m(1_000.0, -2_000.0)) > 2_000.0
    data = land.parent / "data"
    assert removed(heights_place(data))
    assert imported_heights(data, land / "terrain") is None
    assert not removed(heights_place(data))
    assert list(data.iterdir()) == []


def test_who_is_thanked(tmp_path, land):
    files = tiles(tmp_path / "srtm", plane)
    imported(land, files)
    data = land.parent / "data"
    found = imported_heights(data, land / "terrain")
    assert found.credit == SRTM_CREDIT
    assert found.files == ("N43E076.hgt", "N43E077.hgt")
    imported(land, files, credit='The "Survey"\n of\t2026')
    assert imported_heights(data, land / "terrain").credit == 'The "Survey" of2026'


def test_too_many_files_are_refused(tmp_path, land):
    with pytest.raises(AssetError, match="at most 64"):
        import_heights([tmp_path / f"{n}.hgt" for n in range(65)], land, tmp_path / "x", print)


def test_a_membrane_of_a_plane_is_nearly_that_plane():
    row, column = np.mgrid[0:60, 0:70].astype(np.float32)
    whole = 2.0 * row - 3.0 * column
    holed = whole.copy()
    holed[20:30, 30:41] = np.nan
    filled = membrane(holed)
    assert np.isfinite(filled).all()
    assert np.abs(filled - whole).max() < 6.0
    known = np.isfinite(holed)
    np.testing.assert_array_equal(filled[known], holed[known])


def test_nothing_measured_leaves_the_land():
    land = np.ones((40, 40), np.float32)
    heights, small = blended(land, np.full_like(land, np.nan), np.zeros(land.shape, bool), 30.0)
    np.testing.assert_array_equal(heights, land)
    assert not small.any()


def test_outer_means_keep_a_plane():
    fine = np.add.outer(np.arange(33.0), 2.0 * np.arange(41.0)).astype(np.float32)
    means = outer_means(fine)
    assert means.shape == (9, 11)
    np.testing.assert_allclose(means[1:-1, 1:-1], fine[4:-4:4, 4:-4:4], rtol=1e-5)


def test_the_border_moves_with_the_outer_ground():
    moved = np.full(INNER.shape, 10.0, np.float32)
    outer = np.full(OUTER.shape, 4.0, np.float32)
    result = seamed(INNER, OUTER, moved, outer)
    np.testing.assert_allclose(result[0], 4.0)
    np.testing.assert_allclose(result[:, -1], 4.0)
    np.testing.assert_allclose(result[32:-32, 32:-32], 10.0)
