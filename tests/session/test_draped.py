"""Trees of landmarks stand on an imported ground as they stood on the shipped one."""

import dataclasses
import shutil

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.geo.imported import FOLDER, MARK_FILE
from almaty_tour.mesh.data import InstanceTable
from almaty_tour.session.draped import draped
from almaty_tour.session.world import load_world


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


def table(positions):
    n = len(positions)
    return InstanceTable(
        "tree.birch", np.asarray(positions, np.float32), np.zeros(n, np.float32),
        np.ones((n, 2), np.float32), np.arange(n, dtype=np.uint32),
    )  # fmt: skip


def test_trees_keep_their_feet_and_roofs_their_pots(world):
    place = world.places["medeu_rink"]
    before = world.terrain
    grid = np.stack(np.meshgrid(np.linspace(-300, 300, 9), np.linspace(-300, 300, 9)), -1)
    spots = grid.reshape(-1, 2)
    turn = np.radians(180.0 - place.bearing_deg)
    east = np.cos(turn) * spots[:, 0] - np.sin(turn) * spots[:, 1] + place.x_m
    north = np.sin(turn) * spots[:, 0] + np.cos(turn) * spots[:, 1] + place.y_m
    zero = float(before.height_m(place.x_m, place.y_m))
    feet = before.height_m(east, north) - zero
    tree, pot = np.column_stack([spots, feet]), np.column_stack([spots, feet + 9.0])
    slope = np.linspace(0.0, 60.0, before.heights.shape[1], dtype=np.float32)
    patches = dataclasses.replace(before.patches, heights=before.patches.heights + np.float32(20.0))
    now = dataclasses.replace(before, heights=before.heights + slope, patches=patches)
    lifted = dataclasses.replace(place, ground_m=float(now.height_m(place.x_m, place.y_m)))
    trees, pots = draped((table(tree), table(pot)), lifted, now, before)
    standing = now.height_m(east, north) - lifted.ground_m
    np.testing.assert_allclose(trees.positions[:, 2], standing, atol=0.02)
    np.testing.assert_allclose(trees.positions[:, :2], spots, atol=1e-3)
    np.testing.assert_array_equal(pots.positions[:, 2], pot[:, 2].astype(np.float32))


def test_a_damaged_import_is_told_and_the_shipped_ground_shown(tmp_path, world):
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / MARK_FILE).write_text("version = 1", encoding="utf-8")
    found = load_world(assets_dir(), tmp_path)
    assert found.ground_folder is None
    assert found.made_for is None
    assert [str(fault) for fault in found.faults if MARK_FILE in str(fault)]
    np.testing.assert_array_equal(found.terrain.heights, world.terrain.heights)


@pytest.fixture
def brought(tmp_path):
    """A data folder with the shipped ground as an import."""
    shutil.copytree(assets_dir() / "terrain", tmp_path / FOLDER)
    mark = 'version = 1\ncredit = "SRTM"\n[[files]]\nname = "a.hgt"\nbytes = 1\nsha256 = "0"\n'
    (tmp_path / FOLDER / MARK_FILE).write_text(mark, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["height.png", "outer_surface.png", "tiles.npy", "terrain.toml"])
@pytest.mark.parametrize("data", [None, b"", b"no picture"])
def test_whatever_is_damaged_the_shipped_ground_is_shown(brought, world, name, data):
    path = brought / FOLDER / name
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    found = load_world(assets_dir(), brought)
    assert found.ground_folder is None
    assert [str(fault) for fault in found.faults if str(brought) in str(fault)]
    np.testing.assert_array_equal(found.terrain.heights, world.terrain.heights)


def test_an_import_takes_the_place_of_the_shipped_ground_and_is_credited(brought):
    tmp_path = brought
    found = load_world(assets_dir(), tmp_path)
    assert found.ground_folder == tmp_path / FOLDER
    assert found.heights_credit == "SRTM"
    assert found.made_for is not None
    assert not [fault for fault in found.faults if str(tmp_path) in str(fault)]
