"""From a small file to the user's folder and back, with the shipped city round it."""

import errno
import json

import numpy as np
import pytest
import shapely

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError
from almaty_tour.base.swap import removed
from almaty_tour.city.osm import importing
from almaty_tour.city.osm.importing import import_map
from almaty_tour.city.osm.model import Limits
from almaty_tour.scene.imported import import_place, imported_chunks, read_hide, read_import

AT = (-6800.0, 4200.0)


def quiet(words):
    del words


def square(x, y, side=12.0, depth=None):
    d = depth or side
    return [(x, y), (x + side, y), (x + side, y + d), (x, y + d)]


@pytest.fixture(scope="module")
def world():
    from almaty_tour.session.world import load_world

    return load_world(assets_dir())


@pytest.fixture
def bring(tmp_path, monkeypatch, world):
    """Imports a file into a scratch folder; the ground is read once."""
    monkeypatch.setattr(importing, "load_world", lambda assets: world)
    data = tmp_path / "data"

    def run(path):
        return import_map(path, data, assets_dir(), quiet)

    run.data = data
    return run


def tables(data):
    return [dict(np.load(path)) for path in sorted((data / "city").glob("buildings_*.npz"))]


def footprints(data):
    """What is drawn, in metres, by kind and id."""
    found = {}
    for table in tables(data):
        middle = (table["tile"] + 0.5) * 512.0
        rings = np.split(table["ring_points"].astype(float) + middle, table["ring_start"][1:-1])
        for ring, owner, hole in zip(
            rings, table["ring_building"], table["ring_hole"], strict=True
        ):
            key = (
                ("way", "relation")[table["building_kind"][owner]],
                int(table["building_id"][owner]),
            )
            shape = shapely.make_valid(shapely.Polygon(ring))
            whole = found.get(key, shapely.Polygon())
            found[key] = whole.difference(shape) if hole else whole.union(shape)
    return found


def test_a_map_becomes_a_folder_that_tells_of_itself(yard, bring, tmp_path):
    told = bring(yard.overpass(tmp_path / "map.json"))
    assert read_import(bring.data) == told
    assert told.date == "2026-05-04"
    assert told.licence == "Open Database License 1.0"
    assert told.credit == "© OpenStreetMap contributors"
    assert (told.drawn, told.landmark, told.skipped) == (3, 0, 0)
    assert len(told.blake2) == 64
    names = {path.name for path in (bring.data / "city").iterdir()}
    assert names >= {"import.toml", "report.json", "hide.npz", "strokes.npy", "fills.npy"}
    assert not [path for path in bring.data.iterdir() if path.name != "city"]


def test_the_report_names_every_building_of_the_file(yard, bring, tmp_path):
    yard.way([(300, 0), (310, 0), (310, 10)], {"building": "yes"}, closed=False)
    bring(yard.xml(tmp_path / "map.osm"))
    report = json.loads((bring.data / "city" / "report.json").read_text("utf-8"))
    assert report["building_ways"] == 3
    assert report["multipolygons"] == 1
    assert report["counts"] == {"drawn": 3, "landmark": 0, "skipped": 1}
    assert sum(report["counts"].values()) == report["building_ways"] + report["multipolygons"]
    assert [row["reason"] for row in report["buildings"] if row["status"] == "skipped"] == [
        "its outline is not closed"
    ]
    assert [row["status"] for row in report["building_parts"]] == ["drawn"]


def test_outlines_are_drawn_as_the_map_has_them(yard, bring, tmp_path):
    bring(yard.xml(tmp_path / "map.osm"))
    drawn = footprints(bring.data)
    at = np.array(AT)
    court = shapely.Polygon(square(60, 0, 50), [square(75, 15, 20)])
    wanted = {
        ("way", 1000): shapely.Polygon(square(0, 0, 40, 12)),
        ("relation", 5000): court,
        ("way", 1003): shapely.Polygon(square(0, 40, 20)),
    }
    assert set(drawn) == set(wanted)
    for key, shape in wanted.items():
        moved = shapely.transform(shape, lambda points: points + at)
        share = drawn[key].intersection(moved).area / drawn[key].union(moved).area
        assert share > 0.999


def test_parts_rise_from_the_ground_of_their_building(yard, bring, tmp_path, world):
    bring(yard.xml(tmp_path / "map.osm"))
    (chunk,) = imported_chunks(bring.data, world.ground, {})
    points = chunk.levels[0].vertices["position"].astype(float) + chunk.origin_enu
    place = np.add(AT, (9.0, 49.0))
    near = np.abs(points[:, :2] - place).max(axis=1) < 6.0
    land = float(world.ground(*place))
    assert points[near, 2].max() == pytest.approx(land + 30.0, abs=1.5)
    low = np.abs(points[:, :2] - np.array(AT)).max(axis=1) < 0.1
    assert points[low, 2].min() < float(world.ground(*AT))


def test_generated_houses_give_way_near_outlines(yard, bring, tmp_path):
    bring(yard.xml(tmp_path / "map.osm"))
    hide = read_hide(bring.data)
    x, y = np.array(AT)
    assert hide.at(x + 20, y + 6) & 1
    assert hide.at(x - 2.0, y + 6) & 1
    assert not hide.at(x - 40.0, y + 300) & 1
    assert hide.at(1e9, -1e9) == 0


def test_a_landmark_keeps_its_place(drawn, bring, tmp_path, world):
    place = world.places["abai_opera"]
    at = np.array([place.x_m, place.y_m]) - AT
    under = drawn.building([tuple(at + p) for p in square(-20, -20, 40)])
    beside = drawn.building([tuple(np.add(np.add(at, p), (400, 0))) for p in square(0, 0, 20)])
    told = bring(drawn.xml(tmp_path / "map.osm"))
    report = json.loads((bring.data / "city" / "report.json").read_text("utf-8"))
    rows = {row["id"]: row for row in report["buildings"]}
    assert (told.drawn, told.landmark) == (1, 1)
    assert rows[under]["status"] == "landmark"
    assert rows[under]["landmark"] == "abai_opera"
    assert rows[beside]["status"] == "drawn"


@pytest.mark.parametrize("damage", ["foreign", "empty", "elsewhere", "nothing"])
def test_a_bad_file_changes_nothing(yard, drawn, bring, tmp_path, damage):
    bring(yard.xml(tmp_path / "map.osm"))
    before = {p: p.read_bytes() for p in sorted(bring.data.rglob("*")) if p.is_file()}
    bad = tmp_path / "bad.osm"
    if damage == "elsewhere":
        table = json.loads(yard.overpass(tmp_path / "far.json").read_text())
        for element in table["elements"]:
            if "lat" in element:
                element["lat"] -= 11.0
        bad.write_text(json.dumps(table))
    elif damage == "nothing":
        bad.write_text(
            '<osm version="0.6"><node id="1" lat="43.28" lon="76.86"/><node id="2" lat="43.281" '
            'lon="76.86"/><way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="service"/>'
            "</way></osm>"
        )
    else:
        bad.write_bytes(b"" if damage == "empty" else b"GIF89a and more")
    with pytest.raises(AssetError) as told:
        bring(bad)
    assert str(bad) in str(told.value)
    assert "\n" not in str(told.value)
    assert {p: p.read_bytes() for p in sorted(bring.data.rglob("*")) if p.is_file()} == before


def test_a_full_disk_changes_nothing_and_is_told(yard, bring, tmp_path, monkeypatch):
    bring(yard.xml(tmp_path / "map.osm"))
    before = sorted(p.name for p in bring.data.rglob("*"))

    def full(path, arrays, *, small=False):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(importing, "save_arrays", full)
    with pytest.raises(AssetError, match="make room on the disk"):
        bring(yard.xml(tmp_path / "map.osm"))
    assert sorted(p.name for p in bring.data.rglob("*")) == before


def test_a_new_import_takes_the_place_of_the_old_one(yard, drawn, bring, tmp_path):
    bring(yard.xml(tmp_path / "map.osm"))
    drawn.ways.clear()
    drawn.relations.clear()
    drawn.building(square(0, 0))
    assert bring(drawn.xml(tmp_path / "other.osm")).drawn == 1
    assert read_import(bring.data).file == "other.osm"
    assert sum(len(table["building_id"]) for table in tables(bring.data)) == 1


def test_reset_takes_everything_away(yard, bring, tmp_path):
    bring(yard.xml(tmp_path / "map.osm"))
    assert removed(import_place(bring.data))
    assert list(bring.data.iterdir()) == []
    assert not removed(import_place(bring.data))
    assert read_import(bring.data) is None


def test_two_imports_of_one_file_are_the_same_to_the_byte(yard, bring, tmp_path):
    def all_bytes():
        bring(yard.xml(tmp_path / "map.osm"))
        return {
            path.name: {name: array.tobytes() for name, array in np.load(path).items()}
            for path in (bring.data / "city").glob("*.npz")
        }

    assert all_bytes() == all_bytes()


def test_a_heap_of_buildings_on_one_spot_is_no_city(drawn, bring, tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "MOST_IN_A_CELL", 20)
    for number in range(25):
        drawn.building(square(number * 0.1, 0))
    with pytest.raises(AssetError, match="25 buildings on one spot"):
        bring(drawn.xml(tmp_path / "map.osm"))
    assert not bring.data.exists()


def test_more_buildings_than_are_drawn_is_told(yard, tmp_path, monkeypatch, world):
    monkeypatch.setattr(importing, "load_world", lambda assets: world)
    path = yard.xml(tmp_path / "map.osm")
    with pytest.raises(AssetError, match="at most 1 are drawn"):
        import_map(path, tmp_path / "data", assets_dir(), quiet, Limits(buildings=1))


def test_the_painting_of_a_large_map_is_done_in_a_process_of_its_own(
    yard, bring, tmp_path, monkeypatch
):
    path = yard.xml(tmp_path / "map.osm")
    bring(path)
    alone = np.load(bring.data / "city" / "strokes.npy")
    monkeypatch.setattr(importing, "FEW_STREETS", 0)
    bring(path)
    assert np.array_equal(np.load(bring.data / "city" / "strokes.npy"), alone)
