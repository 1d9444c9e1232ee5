"""Files of heights: read as they are meant, refused in one line when they are not sound."""

import struct
import zipfile

import numpy as np
import pytest
from tests.city.dem.conftest import INNER, OUTER, tile_values, write_geotiff, write_tile

from almaty_tour.base.errors import AssetError
from almaty_tour.city.dem.geotiff import FINEST_M, read_geotiff
from almaty_tour.city.dem.hgt import LARGEST_BYTES, read_hgt, read_zipped
from almaty_tour.city.dem.importer import read_raster
from almaty_tour.geo import frame

UTM = "EPSG:32643"


def plane(lat, lon):
    return 900.0 + 400.0 * (lat - 43.0) + 100.0 * (lon - 76.0)


def refused(call, *words):
    with pytest.raises(AssetError) as caught:
        call()
    told = str(caught.value)
    assert "\n" not in told
    for word in words:
        assert word in told


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("side", [1201, 3601])
def test_a_tile_is_big_endian_from_the_north_west(tmp_path, packed, side):
    values = tile_values(43, 76, plane, side)
    values[5, 7] = -32768
    path = write_tile(tmp_path, 43, 76, values, packed)
    raster = (read_zipped if packed else read_hgt)(path)
    known = np.isfinite(raster.heights)
    assert not known[5, 7]
    assert known.sum() == side * side - 1
    np.testing.assert_array_equal(raster.heights[known], values[known])
    row, column = raster.pixel(np.array([44.0, 43.0, 43.25]), np.array([76.0, 77.0, 76.5]))
    np.testing.assert_allclose(row, [0, side - 1, 0.75 * (side - 1)], atol=1e-6)
    np.testing.assert_allclose(column, [0, side - 1, 0.5 * (side - 1)], atol=1e-6)


def test_a_tile_knows_where_its_heights_are(tmp_path):
    raster = read_hgt(write_tile(tmp_path, 43, 76, tile_values(43, 76, plane)))
    x, y, z = raster.nodes()
    lat, lon = frame.to_geographic(x, y)
    assert np.abs(z - plane(lat, lon)).max() < 0.51  # rounded to metres, placed to centimetres


def test_spacing_is_the_smaller_distance(tmp_path):
    raster = read_hgt(write_tile(tmp_path, 43, 76, tile_values(43, 76, plane)))
    assert raster.spacing_m == pytest.approx(67.2, abs=0.5)


def test_little_endian_is_noticed(tmp_path):
    path = tmp_path / "N43E076.hgt"
    path.write_bytes(tile_values(43, 76, plane).astype("<i2").tobytes())
    refused(lambda: read_hgt(path), "little-endian", "N43E076.hgt")


@pytest.mark.parametrize("size", [0, 2, 2 * 1201 * 1201 - 1, 2 * 1200 * 1200, LARGEST_BYTES + 2])
def test_a_wrong_size_is_refused(tmp_path, size):
    path = tmp_path / "N43E076.hgt"
    path.write_bytes(bytes(size))
    refused(lambda: read_hgt(path), "N43E076.hgt", "bytes")


@pytest.mark.parametrize("name", ["tile.hgt", "N95E076.hgt", "43N076E.hgt"])
def test_a_name_without_a_corner_is_refused(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(tile_values(43, 76, plane).astype(">i2").tobytes())
    refused(lambda: read_hgt(path), "corner")


def test_a_tile_of_voids_only_is_refused(tmp_path):
    path = write_tile(tmp_path, 43, 76, np.full((1201, 1201), -32768))
    refused(lambda: read_hgt(path), "no height")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_archive_is_refused(tmp_path, share):
    rough = tile_values(43, 76, lambda lat, lon: plane(lat, lon) + 90.0 * np.sin(lat * lon * 1e5))
    path = write_tile(tmp_path, 43, 76, rough, packed=True)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    refused(lambda: read_zipped(path), "N43E076.hgt.zip", "damaged")


def test_a_flipped_byte_in_an_archive_is_noticed(tmp_path):
    path = write_tile(tmp_path, 43, 76, tile_values(43, 76, plane), packed=True)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x55
    path.write_bytes(data)
    refused(lambda: read_zipped(path), "N43E076.hgt.zip")


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "N43E076.hgt.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("N43E076.hgt", bytes(LARGEST_BYTES * 4))
    refused(lambda: read_zipped(path), "unpacks to")


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path):
    path = tmp_path / "N43E076.hgt.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("N43E076.hgt", bytes(LARGEST_BYTES * 2))
    data = path.read_bytes()
    true, told = struct.pack("<I", LARGEST_BYTES * 2), struct.pack("<I", 2 * 1201 * 1201)
    assert true in data
    path.write_bytes(data.replace(true, told))
    refused(lambda: read_zipped(path), "N43E076.hgt.zip")


@pytest.mark.parametrize("names", [[], ["readme.txt"], ["N43E076.hgt", "N43E077.hgt"]])
def test_an_archive_holds_one_tile(tmp_path, names):
    path = tmp_path / "N43E076.hgt.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    refused(lambda: read_zipped(path), ".hgt files, one is expected")


@pytest.mark.parametrize(
    ("crs", "bounds", "shape"),
    [
        ("EPSG:4326", (76.9, 43.2, 77.0, 43.3), (300, 240)),
        (UTM, (655_000.0, 4_784_000.0, 663_000.0, 4_792_000.0), (160, 160)),
    ],
)
def test_a_geotiff_lies_where_it_says(tmp_path, crs, bounds, shape):
    path = write_geotiff(tmp_path / "a.tif", crs, bounds, shape, plane)
    raster = read_geotiff(path, OUTER)
    x, y, z = raster.nodes()
    lat, lon = frame.to_geographic(x, y)
    np.testing.assert_allclose(z, plane(lat, lon), atol=0.02)
    assert raster.heights.shape == shape
    row, column = raster.pixel(lat[:5], lon[:5])
    np.testing.assert_allclose(row, 0.0, atol=0.01)
    np.testing.assert_allclose(column, np.arange(5), atol=0.01)


def test_only_the_part_over_the_land_is_read(tmp_path):
    bounds = (70.0, 40.0, 84.0, 47.0)
    path = write_geotiff(tmp_path / "wide.tif", "EPSG:4326", bounds, (350, 700), plane)
    raster = read_geotiff(path, INNER)
    assert max(raster.heights.shape) < 25
    lat, lon = frame.to_geographic(raster.nodes()[0], raster.nodes()[1])
    assert lat.min() < 43.18 < 43.32 < lat.max()
    np.testing.assert_allclose(raster.nodes()[2], plane(lat, lon), atol=0.02)


def test_a_finer_geotiff_is_averaged(tmp_path):
    bounds = (655_000.0, 4_784_000.0, 657_000.0, 4_786_000.0)
    path = write_geotiff(tmp_path / "fine.tif", UTM, bounds, (1000, 1000), plane)
    raster = read_geotiff(path, OUTER)
    assert raster.spacing_m == pytest.approx(FINEST_M, rel=0.02)
    x, y, z = raster.nodes()
    np.testing.assert_allclose(z, plane(*frame.to_geographic(x, y)), atol=0.1)


def test_nodata_is_unmeasured(tmp_path):
    def holed(lat, lon):
        return np.where(lat > 43.25, np.nan, plane(lat, lon))

    bounds = (76.9, 43.2, 77.0, 43.3)
    path = write_geotiff(tmp_path / "a.tif", "EPSG:4326", bounds, (200, 200), holed)
    heights = read_geotiff(path, OUTER).heights
    assert not np.isfinite(heights[:100]).any()
    assert np.isfinite(heights[100:]).all()


def test_geotiffs_that_are_none(tmp_path):
    path = tmp_path / "a.tif"
    path.write_bytes(b"II*\0not a picture at all")
    refused(lambda: read_geotiff(path, OUTER), "a.tif")
    path = tmp_path / "b.tif"
    write_geotiff(path, "EPSG:4326", (76.9, 43.2, 77.0, 43.3), (300, 300), plane)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    refused(lambda: read_geotiff(path, OUTER), "b.tif")


def test_a_geotiff_without_a_place_or_with_no_heights_is_refused(tmp_path):
    import rasterio

    bounds = (76.9, 43.2, 77.0, 43.3)
    path = tmp_path / "a.tif"
    place = rasterio.transform.from_bounds(*bounds, 40, 40)
    with rasterio.open(path, "w", "GTiff", 40, 40, 1, None, place, "int16") as file:
        file.write(np.zeros((1, 40, 40), np.int16))
    refused(lambda: read_geotiff(path, OUTER), "where it lies")
    high = write_geotiff(
        tmp_path / "b.tif", "EPSG:4326", bounds, (40, 40), lambda lat, lon: 0 * lat + 30_000.0
    )
    refused(lambda: read_geotiff(high, OUTER), "30000")
    void = write_geotiff(
        tmp_path / "c.tif", "EPSG:4326", bounds, (40, 40), lambda lat, lon: lat * np.nan
    )
    refused(lambda: read_geotiff(void, OUTER), "no height")


def test_what_lies_elsewhere_or_is_of_no_known_kind_is_refused(tmp_path):
    far = write_tile(tmp_path, 10, 10, tile_values(10, 10, lambda lat, lon: 0 * lat + 50.0))
    refused(lambda: read_raster(far, OUTER), "outside the land")
    path = write_geotiff(
        tmp_path / "far.tif", UTM, (3e5, 1e6, 3.1e5, 1.01e6), (40, 40), lambda lat, lon: 0 * lat
    )
    refused(lambda: read_raster(path, OUTER), "outside the land")
    other = tmp_path / "heights.asc"
    other.write_text("ncols 3")
    refused(lambda: read_raster(other, OUTER), ".hgt.zip")
    refused(lambda: read_raster(tmp_path / "none.hgt", OUTER), "none.hgt", "No such file")


def test_a_small_file_inside_the_land_is_taken(tmp_path):
    bounds = (76.944, 43.249, 76.946, 43.251)
    path = write_geotiff(tmp_path / "dot.tif", "EPSG:4326", bounds, (9, 9), plane)
    assert read_raster(path, OUTER).heights.shape == (9, 9)


def test_a_sparse_giant_is_refused_before_it_is_read(tmp_path):
    import rasterio

    path = tmp_path / "giant.tif"
    place = rasterio.transform.from_bounds(76.8, 43.1, 77.1, 43.4, 60_000, 60_000)
    options = {"tiled": True, "sparse_ok": True, "BIGTIFF": "YES"}
    with rasterio.open(
        path, "w", "GTiff", 60_000, 60_000, 1, "EPSG:4326", place, "float32", **options
    ):
        pass
    assert path.stat().st_size < 10_000_000
    refused(lambda: read_geotiff(path, OUTER), "pixels over the land")
