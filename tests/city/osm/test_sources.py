import json

import numpy as np
import pytest

from almaty_tour.base.errors import AssetError
from almaty_tour.city.osm.model import Limits
from almaty_tour.city.osm.sources import in_metres, read_map

AT = (-6800.0, 4200.0)


def known(found):
    """Tagged ways as (tags, closed, metres from the yard to the centimetre)."""
    return sorted(
        (sorted(way.tags.items()), way.closed, np.round(way.points - AT, 1).tolist())
        for way in in_metres(found).ways.values()
        if way.tags
    )


def test_every_kind_of_file_tells_the_same(yard, tmp_path):
    xml = read_map(yard.xml(tmp_path / "a.osm"))
    assert len(known(xml)) == 4
    for other in (
        yard.overpass(tmp_path / "b.json"),
        yard.overpass(tmp_path / "c.json", geometry=True),
        yard.geojson(tmp_path / "d.geojson"),
    ):
        assert known(read_map(other)) == known(xml)
        assert [r.tags["building"] for r in read_map(other).relations] == ["yes"]


def test_the_date_of_the_data_is_kept(yard, tmp_path):
    assert read_map(yard.overpass(tmp_path / "b.json")).date == "2026-05-04"


def test_a_pbf_is_read_as_xml_is(yard, tmp_path):
    osmium = pytest.importorskip("osmium")
    source, target = yard.xml(tmp_path / "a.osm"), tmp_path / "a.osm.pbf"
    with osmium.SimpleWriter(str(target)) as writer:
        for item in osmium.FileProcessor(str(source)):
            writer.add(item)
    assert known(read_map(target)) == known(read_map(source))


def test_points_that_are_missing_or_mad_are_counted(drawn, tmp_path):
    way = drawn.building([(0, 0), (9, 0), (9, 9), (4, 12), (0, 9)])
    drawn.lost.add(2)
    drawn.nodes[3] = (43.2, 400.0, {})
    for path in (
        drawn.overpass(tmp_path / "b.json"),
        drawn.overpass(tmp_path / "c.json", geometry=True),
    ):
        found = in_metres(read_map(path)).ways[way]
        assert found.lost == 2
        assert len(found.points) == 4


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"hello", "is no map"),
        (b"\x89PNG\r\n\x1a\n", "is no map"),
        (b"<html><body>404</body></html>", "damaged"),
        (b"<?xml version='1.0'?><osm version='0.6'><node id='1' lat='4", "damaged"),
        (b"\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\x90\x99\xff", "damaged"),
        (b"{", "damaged"),
        (b'{"hello": 1}', "no map"),
        (b"[1, 2]", "damaged"),
        (b'{"elements": [{"type": "way"}]}', "damaged"),
        (b'{"elements": []}', "holds no map"),
        (b'{"features": []}', "holds no map"),
        (b'{"elements": [], "remark": "runtime error: Query timed out"}', "not whole"),
        (b'{"elements": [' + b"[" * 3000, "damaged"),
    ],
)  # fmt: skip
def test_what_is_no_map_is_told_in_one_line(data, words, tmp_path):
    path = tmp_path / "map.osm"
    path.write_bytes(data)
    with pytest.raises(AssetError) as told:
        read_map(path)
    assert words in str(told.value)
    assert "\n" not in str(told.value)
    assert str(path) in str(told.value)


def test_missing_folders_and_large_files_are_told(tmp_path, yard):
    with pytest.raises(AssetError, match="cannot be read"):
        read_map(tmp_path / "none.osm")
    with pytest.raises(AssetError, match="is a folder"):
        read_map(tmp_path)
    path = yard.xml(tmp_path / "a.osm")
    with pytest.raises(AssetError, match="at most 0 are read"):
        read_map(path, Limits(file_bytes=100))
    with pytest.raises(AssetError, match="too large to be worked through"):
        read_map(path, Limits(way_points=3))


def test_a_truncated_pbf_says_how_far_it_could_be_read(yard, tmp_path):
    osmium = pytest.importorskip("osmium")
    target = tmp_path / "a.osm.pbf"
    with osmium.SimpleWriter(str(target)) as writer:
        for item in osmium.FileProcessor(str(yard.xml(tmp_path / "a.osm"))):
            writer.add(item)
    target.write_bytes(target.read_bytes()[:-40])
    with pytest.raises(AssetError, match="damaged"):
        read_map(target)


def test_geojson_of_converters_with_nested_tags_and_odd_shapes(tmp_path):
    ring = [[76.861, 43.287], [76.8612, 43.287], [76.8612, 43.2872], [76.861, 43.287]]
    features = [
        {"type": "Feature", "id": 7, "properties": {"tags": {"building": "yes", "height": 9}},
         "geometry": {"type": "MultiPolygon", "coordinates": [[ring], [ring, ring]]}},
        {"type": "Feature", "properties": {"building": "yes"},
         "geometry": {"type": "GeometryCollection", "geometries": [
             {"type": "Polygon", "coordinates": [ring]}]}},
        {"type": "Feature", "properties": {"natural": "tree"},
         "geometry": {"type": "Point", "coordinates": [76.86, 43.28]}},
        {"type": "Feature", "properties": None, "geometry": None},
        {"type": "Feature", "properties": {"building": "yes"},
         "geometry": {"type": "Polygon", "coordinates": [[["x", 1], None, [True, 2], [3]]]}},
    ]  # fmt: skip
    path = tmp_path / "map.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    found = read_map(path)
    assert len(found.points) == 1
    assert found.relations[0].tags["height"] == "9"
    assert len(found.relations[0].members) == 3
    assert sorted(len(way.points) for way in found.ways.values() if way.tags) == [0, 4]
