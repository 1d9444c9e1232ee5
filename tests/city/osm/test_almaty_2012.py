"""The whole city of 2012: every building accounted for, outlines kept.

Time and memory are measured by `benchmarks/imports.py`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import shapely

from almaty_tour.geo.frame import to_local

FILE = Path(__file__).resolve().parents[4] / "shared" / "geodata" / "almaty-2012.osm.pbf"

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not FILE.is_file(), reason="no map of 2012")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder of an import in a process of its own."""
    pytest.importorskip("osmium")
    data = tmp_path_factory.mktemp("data")
    words = [sys.executable, "-m", "almaty_tour", "city", "import", str(FILE)]
    done = subprocess.run(
        words, env=os.environ | {"ALMATY_TOUR_DATA": str(data)}, capture_output=True, text=True,
        check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return data / "city"


@pytest.fixture(scope="module")
def outlines():
    """The map's own outlines in metres by kind and id, read without the code under test."""
    import osmium

    lines, tagged, relations = {}, set(), []
    for item in osmium.FileProcessor(str(FILE)).with_locations():
        if item.is_way():
            degrees = np.array([(n.lat, n.lon) for n in item.nodes if n.location.valid()])
            lines[item.id] = np.stack(to_local(*degrees.reshape(-1, 2).T), axis=1)
            if "building" in item.tags:
                tagged.add(item.id)
        elif item.is_relation() and item.tags.get("type") == "multipolygon":
            roles = {"outer": [], "inner": []}
            for member in item.members:
                roles[member.role].append(member.ref)
            relations.append((item.id, "building" in item.tags, roles))
    found = {("way", key): polygon(lines[key]) for key in tagged}
    for key, building, roles in relations:
        inner = shapely.union_all([polygon(lines[way]) for way in roles["inner"]])
        outer = shapely.union_all([polygon(lines[way]) for way in roles["outer"]])
        if building:
            found["relation", key] = outer.difference(inner)
        elif roles["outer"][0] in tagged:
            name = "way", roles["outer"][0]
            found[name] = found[name].difference(inner)
    return found


def polygon(line):
    return shapely.make_valid(shapely.Polygon(line)) if len(line) > 3 else shapely.Polygon()


def drawn(folder):
    """What is drawn, in metres, by kind and id, from the written arrays."""
    shells, holes, keys = [], [], []
    for path in sorted(folder.glob("buildings_*.npz")):
        table = np.load(path)
        middle = (table["tile"] + 0.5) * 512.0
        rings = np.split(table["ring_points"].astype(float) + middle, table["ring_start"][1:-1])
        names = [
            (("way", "relation")[kind], int(key))
            for kind, key in zip(table["building_kind"], table["building_id"], strict=True)
        ]
        for ring, owner, hole in zip(
            rings, table["ring_building"], table["ring_hole"], strict=True
        ):
            if hole:
                holes[-1].append(ring)
            else:
                shells.append(ring)
                holes.append([])
                keys.append(names[owner])
    found = {}
    for key, shell, inner in zip(keys, shells, holes, strict=True):
        shape = shapely.make_valid(shapely.Polygon(shell, inner))
        found[key] = shape if key not in found else found[key].union(shape)
    return found


def test_every_building_of_the_file_is_accounted_for(folder, outlines):
    report = json.loads((folder / "report.json").read_text("utf-8"))
    rows = report["buildings"]
    ways = {row["id"]: row for row in rows if row["kind"] == "way"}
    assert {(row["kind"], row["id"]) for row in rows} == set(outlines)
    assert len(ways) >= 8196
    assert report["building_ways"] == len(ways)
    assert report["multipolygons"] == 3
    assert sum(report["counts"].values()) == len(rows)
    for row in rows:
        assert row["status"] in ("drawn", "landmark", "skipped")
        assert row["status"] != "landmark" or row["landmark"]
        assert row["status"] != "skipped" or row["reason"]
    assert report["counts"]["drawn"] > 8000


def test_drawn_outlines_overlap_the_map_by_95_in_100(folder, outlines):
    report = json.loads((folder / "report.json").read_text("utf-8"))
    found = drawn(folder)
    keys = [(r["kind"], r["id"]) for r in report["buildings"] if r["status"] == "drawn"]
    assert set(keys) <= set(found)
    ours = np.array([found[key] for key in keys], object)
    theirs = np.array([outlines[key] for key in keys], object)
    common = shapely.area(shapely.intersection(ours, theirs))
    share = common / shapely.area(shapely.union(ours, theirs))
    assert share.min() >= 0.95


def test_no_two_drawn_buildings_stand_in_each_other(folder):
    shapes = np.array(list(drawn(folder).values()), object)
    first, second = shapely.STRtree(shapes).query(shapes, "intersects")
    pair = first < second
    first, second = first[pair], second[pair]
    common = shapely.area(shapely.intersection(shapes[first], shapes[second]))
    smaller = np.minimum(shapely.area(shapes[first]), shapely.area(shapes[second]))
    assert (common / smaller).max(initial=0.0) < 0.3
