"""Imported maps as chunks: finished arrays are read, foreign ones refused."""

import numpy as np
import pytest

from almaty_tour.base.errors import AssetError
from almaty_tour.mesh.compact import packed_normals
from almaty_tour.scene import imported
from almaty_tour.scene.imported import (
    GREEN,
    HOUSES,
    HideRaster,
    hidden,
    imported_chunks,
    joined_paint,
    read_hide,
    read_import,
    thinned,
    tile_chunk,
)
from almaty_tour.scene.paint import FILL, STROKE, GroundPaint, write_paint
from almaty_tour.scene.town import Town

SIDE = np.array([[-5, -5], [5, -5], [5, 5], [-5, 5]], np.float32)
COURT = SIDE[::-1] * np.float32(0.4)


def ground(x, y):
    """A slope of 5 in 100 to the east at 800 m."""
    return 800.0 + 0.05 * np.asarray(x, float) + 0.0 * np.asarray(y, float)


def level(number):
    """One quadrilateral of house 0 and one of house 1, 100 m apart."""
    flat = np.column_stack([SIDE, np.full(4, 9.0)])
    points = np.concatenate([flat, np.add(flat, (100.0, 0.0, 0.0))])
    name = f"level{number}_"
    return {
        f"{name}position": points.astype(np.float32),
        f"{name}normal": packed_normals(np.tile(np.float32([0, 0, 1]), (8, 1)))[:, :3],
        f"{name}uv": points[:, :2].astype(np.float32),
        f"{name}tint": np.full((8, 4), 200, np.uint8),
        f"{name}material": np.repeat([0, 1], 4).astype(np.uint8),
        f"{name}building": np.repeat([0, 1], 4).astype(np.uint16),
        f"{name}faces": np.array([[0, 1, 2], [0, 2, 3], [4, 5, 6], [4, 6, 7]], np.uint32),
    }


@pytest.fixture
def arrays():
    rings = np.concatenate([SIDE, SIDE + np.float32([100, 0]), COURT + np.float32([100, 0])])
    return {
        "format": np.array(imported.FORMAT, np.int64),
        "tile": np.array([2, -3], np.int64),
        "materials": np.array(["plaster", "roof_flat"]),
        "building_kind": np.zeros(2, np.uint8),
        "building_id": np.array([11, 12], np.int64),
        "props": np.array(["tree.elm", "tree.oak"]),
        "prop_place": np.float32([[20, 0], [40, 0], [60, 0]]),
        "prop_kind": np.array([1, 0, 1], np.uint8),
        "prop_scale": np.ones((3, 2), np.float32),
        "prop_seed": np.arange(3, dtype=np.uint32),
        "prop_yaw_rad": np.zeros(3, np.float32),
        "ring_points": rings.astype(np.float32),
        "ring_start": np.array([0, 4, 8, 12], np.int64),
        "ring_building": np.array([0, 1, 1], np.int64),
        "ring_hole": np.array([0, 0, 1], np.uint8),
        "ring_box": np.array([1, 0, 0], np.uint8),
        "ring_low_m": np.zeros(3, np.float32),
        "ring_high_m": np.full(3, 9.0, np.float32),
        **level(0),
        **level(1),
    }


@pytest.fixture
def saved(tmp_path, arrays):
    def save(**changed):
        (tmp_path / "city").mkdir(exist_ok=True)
        path = tmp_path / "city" / "buildings_2_-3.npz"
        kept = {k: v for k, v in (arrays | changed).items() if v is not None}
        np.savez(path, **kept)
        return path

    return save


def test_houses_stand_on_the_ground_under_their_own_outline(saved):
    chunk = tile_chunk(saved(), ground, {"plaster": 5, "roof_flat": 7})
    assert chunk.id == "import.2.-3"
    assert chunk.origin_enu[:2] == (1280.0, -1280.0)
    points = chunk.levels[0].vertices["position"] + np.array(chunk.origin_enu)
    for rows, x in ((slice(0, 4), 1280.0), (slice(4, 8), 1380.0)):
        low, high = ground(x - 5, 0), ground(x + 5, 0)
        assert points[rows, 2] == pytest.approx(low + 0.3 * (high - low) + 9.0, abs=1e-3)
    assert chunk.levels[0].vertices["material"].tolist() == [5] * 4 + [7] * 4
    assert len(np.unique(chunk.levels[0].vertices["object_id"])) == 2
    assert [level.error_m for level in chunk.levels] == [0.0, 1.0]


def test_trees_stand_on_the_ground(saved):
    chunk = tile_chunk(saved(), ground, {})
    found = {table.kind: table.rows["position"] for table in chunk.instances}
    assert {kind: len(rows) for kind, rows in found.items()} == {"tree.elm": 1, "tree.oak": 2}
    for rows in found.values():
        z = rows[:, 2] + chunk.origin_enu[2]
        assert z == pytest.approx(ground(rows[:, 0] + chunk.origin_enu[0], 0.0), abs=1e-3)


def test_houses_stop_a_body_and_courts_let_it_in(saved):
    from almaty_tour.scene.collision import obstacles

    solid = obstacles([tile_chunk(saved(), ground, {})], ground)
    inside = np.array([1280.0, -1280.0, float(ground(1280.0, 0)) + 2.0])
    assert np.hypot(*(solid.pushed_out(inside, 0.5) - inside)[:2]) > 5.0
    court = np.add(inside, (100.0, 0.0, 5.0))
    assert np.hypot(*(solid.pushed_out(court, 0.5) - court)[:2]) < 0.1
    wall = np.add(court, (3.5, 0.0, 0.0))
    assert np.hypot(*(solid.pushed_out(wall, 0.3) - wall)[:2]) > 1.0


@pytest.mark.parametrize(
    "changed",
    [
        {"format": np.array(99, np.int64)},
        {"tile": np.array([9999999, 0], np.int64)},
        {"materials": np.array([], str)},
        {"level0_position": None},
        {"level0_position": np.full((8, 3), np.nan, np.float32)},
        {"level0_position": np.zeros((8, 3), np.float64)},
        {"level0_faces": np.array([[0, 1, 99]], np.uint32)},
        {"level0_building": np.full(8, 7, np.uint16)},
        {"level1_material": np.full(8, 9, np.uint8)},
        {"ring_start": np.array([0, 4, 3, 12], np.int64)},
        {"ring_start": np.array([0, 4, 8, 13], np.int64)},
        {"ring_building": np.array([0, 1, -1], np.int64)},
        {"ring_points": np.full((12, 2), 1e9, np.float32)},
        {"prop_kind": np.array([9, 0, 0], np.uint8)},
        {"building_id": np.zeros(0, np.int64)},
    ],
    ids=str,
)
def test_arrays_that_do_not_fit_are_refused_in_one_line(saved, changed):
    path = saved(**changed)
    with pytest.raises(AssetError, match="is damaged"):
        tile_chunk(path, ground, {})


def test_pickles_are_never_opened(tmp_path, arrays):
    path = tmp_path / "buildings_2_-3.npz"
    np.savez(path, **(arrays | {"materials": np.array([{"a": 1}], object)}))
    with pytest.raises(AssetError, match="is damaged"):
        tile_chunk(path, ground, {})


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rubbish", b"\x93NUMPY"])
def test_a_damaged_tile_is_told_and_the_others_stand(saved, tmp_path, data):
    saved()
    (tmp_path / "city" / "buildings_0_0.npz").write_bytes(data)
    bad, good = imported_chunks(tmp_path, ground, {})
    assert isinstance(bad, AssetError)
    assert good.id == "import.2.-3"


def test_nothing_imported_is_no_fault(tmp_path):
    assert read_import(tmp_path) is None
    assert read_hide(tmp_path) is None
    assert list(imported_chunks(tmp_path, ground, {})) == []


HEAD = "file = 'a'\nblake2 = 'b'\nlicence = 'c'\ncredit = 'd'\nextent_m = [0.0, 0.0, 1.0, 1.0]\n"


def test_an_import_of_an_older_program_says_what_to_do(tmp_path):
    (tmp_path / "city").mkdir()
    path = tmp_path / "city" / "import.toml"
    path.write_text(f"{HEAD}format = {imported.FORMAT}\n")
    assert read_import(tmp_path).file == "a"
    path.write_text(f"{HEAD}format = {imported.FORMAT - 1}\n")
    with pytest.raises(AssetError, match=r"another version \(import the map again"):
        read_import(tmp_path)


@pytest.mark.parametrize("text", ["format = 1", "[[", "format = 9\nfile='a'"])
def test_a_damaged_head_is_told(tmp_path, text):
    (tmp_path / "city").mkdir()
    (tmp_path / "city" / "import.toml").write_text(text)
    with pytest.raises(AssetError):
        read_import(tmp_path)


def raster():
    mask = np.zeros((4, 4), np.uint8)
    mask[1, 2] = HOUSES
    mask[2, 2] = GREEN | imported.DENSE | imported.THINGS
    return HideRaster(mask, -8.0, -8.0, 4.0)


def rows(*places):
    found = np.zeros(len(places), [("x", "<f4"), ("y", "<f4"), ("kind", "u1")])
    found["x"], found["y"] = np.array(places).T
    return found


def test_rows_under_the_raster_are_hidden_and_no_others():
    own = rows((1, -3), (1, 1), (-7, -7), (500, 500), (-9, 0))
    assert hidden(own, raster()).tolist() == [True, False, False, False, False]
    assert hidden(own, raster(), GREEN).tolist() == [False, True, False, False, False]
    assert not hidden(own, None).any()


def town_of(own, size_m):
    houses = np.zeros(len(own), [*own.dtype.descr, ("yaw", "<f4"), ("scale", "<f2", 2)])
    for name in own.dtype.names:
        houses[name] = own[name]
    houses["scale"] = 1.0
    sizes = np.array([size_m])
    wings = np.zeros((1, 3, 4))
    return Town((0, 0, 1, 1), ("house.a",), sizes, wings, (), (), (), houses, own, own, own)


def test_a_long_house_gives_way_where_its_end_would_stand_in_the_map():
    near = rows((20, -3), (20, 5), (32, -3))
    assert len(thinned(town_of(near, (12.0, 4.0, 9.0)), raster()).houses) == 3
    left = thinned(town_of(near, (40.0, 4.0, 9.0)), raster()).houses
    assert left["x"].tolist() == [20.0, 32.0]
    assert left["y"].tolist() == [5.0, -3.0]


def test_a_town_is_thinned_by_kind():
    own = rows((1, -3), (1, 1))
    town = town_of(own, (1.0, 1.0, 9.0))
    left = thinned(town, raster())
    assert (len(left.houses), len(left.trees), len(left.street), len(left.yards)) == (1, 1, 1, 1)
    assert left.houses["y"][0] == 1.0
    assert left.trees["y"][0] == -3.0
    assert thinned(town, None) is town


def test_the_painting_of_the_map_replaces_that_of_the_town_where_it_is_dense(tmp_path):
    own = GroundPaint(np.zeros(2, FILL), np.zeros(2, STROKE))
    own.fills["corners"][0], own.fills["corners"][1] = (1, 1), (100, 100)
    own.strokes["a"][0] = own.strokes["b"][0] = (1, 1)
    own.strokes["a"][1] = own.strokes["b"][1] = (100, 100)
    theirs = np.zeros(3, STROKE)
    theirs["half_width_m"] = 7.0
    (tmp_path / "city").mkdir()
    write_paint(tmp_path / "city", GroundPaint(np.zeros(1, FILL), theirs))
    joined = joined_paint(own, tmp_path, raster())
    assert joined.fills["corners"][:, 0, 0].tolist() == [100.0, 0.0]
    assert joined.strokes["half_width_m"].tolist() == [0.0, 7.0, 7.0, 7.0]
    assert joined_paint(own, None, None) is own


def test_tiles_near_a_place_come_first(saved, tmp_path, arrays):
    saved()
    np.savez(tmp_path / "city" / "buildings_-9_0.npz", **(arrays | {"tile": np.array([-9, 0])}))
    for near, first in (((1000.0, -1500.0), "import.2.-3"), ((-4000.0, 0.0), "import.-9.0")):
        found = list(imported_chunks(tmp_path, ground, {}, near))
        assert found[0].id == first
        assert len(found) == 2
