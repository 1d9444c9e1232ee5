"""Whatever bytes a file has: it is read, or refused in one line, in time, and nothing else."""

import gzip
import json
import struct
import zlib

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.deadline import Deadline
from almaty_tour.base.errors import AssetError
from almaty_tour.city.osm import importing
from almaty_tour.city.osm.importing import import_map
from almaty_tour.city.osm.model import Limits
from almaty_tour.city.osm.outlines import building_outlines
from almaty_tour.city.osm.sources import in_metres, read_map
from almaty_tour.city.osm.volumes import volumes

osmium = pytest.importorskip("osmium")
KINDS = ("osm", "pbf", "overpass", "geojson")
OFTEN = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def small(yard, tmp_path):
    """One small map in every form, as bytes."""
    plain = yard.xml(tmp_path / "a.osm")
    packed = tmp_path / "a.osm.pbf"
    with osmium.SimpleWriter(str(packed)) as writer:
        for item in osmium.FileProcessor(str(plain)):
            writer.add(item)
    paths = (plain, packed, yard.overpass(tmp_path / "a.json"), yard.geojson(tmp_path / "b.json"))
    return dict(zip(KINDS, (path.read_bytes() for path in paths), strict=True))


def refused_or_read(path):
    """The map, or None for a file that is refused as it should be."""
    fault = None
    try:
        return read_map(path, Limits())
    except AssetError as told:
        fault = str(told)
    assert str(path) in fault
    assert "\n" not in fault
    return None


def taken(path, ground):
    """Everything up to the volumes; what is drawn is sound, or the file is refused in one line."""
    found = refused_or_read(path)
    if found is None:
        return None
    found = in_metres(found)
    outlines, refused = building_outlines(found, ground)
    shapes = np.array([one.shape for one in outlines], object)
    assert shapely.is_valid(shapes).all()
    assert (shapely.area(shapes) >= 1.0 - 1e-9).all()
    assert all(one.reason and "\n" not in one.reason for one in refused)
    for volume in volumes(outlines, []):
        one = volume.decision
        assert np.isfinite([one.low_m, one.wall_m, one.rise_m]).all()
        assert 0.0 <= one.low_m < one.wall_m <= 461.0
        assert one.top_m <= 600.0
    return outlines


@pytest.mark.parametrize("kind", KINDS)
@OFTEN
@given(data=st.data())
def test_mutated_bytes_are_read_or_refused(small, ground, tmp_path, kind, data):
    body = bytearray(small[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(body) - 1))
        if data.draw(st.booleans()):
            body[at] = data.draw(st.integers(0, 255))
        else:
            body[at:at] = data.draw(st.binary(max_size=4))
    path = tmp_path / "mutated"
    path.write_bytes(bytes(body))
    taken(path, ground)


@pytest.mark.parametrize("kind", KINDS)
@OFTEN
@given(share=st.floats(0.0, 0.999))
def test_a_file_that_was_cut_off_is_read_or_refused(small, ground, tmp_path, kind, share):
    path = tmp_path / "cut"
    path.write_bytes(small[kind][: int(len(small[kind]) * share)])
    taken(path, ground)


NUMBERS = ["NaN", "Infinity", "-Infinity", "1e9", "-1e308", "181", "91", '"north"', "null", "[]"]


@pytest.mark.parametrize("word", NUMBERS)
@pytest.mark.parametrize("kind", ["overpass", "geojson"])
def test_places_that_are_none_lose_their_outline_and_no_other(small, ground, tmp_path, kind, word):
    table = json.loads(small[kind])
    if kind == "overpass":
        table["elements"][0]["lat"] = "@"
    else:
        table["features"][0]["geometry"]["coordinates"][0][0][1] = "@"
    path = tmp_path / "mad.json"
    path.write_text(json.dumps(table).replace('"@"', word))
    outlines = taken(path, ground)
    assert outlines is None or len(outlines) <= 4


@pytest.mark.parametrize("places", ["NaN", "nan", "inf", "1e400", "ten", ""])
def test_coordinates_of_xml_that_are_no_numbers(small, ground, tmp_path, places):
    path = tmp_path / "mad.osm"
    text = small["osm"].decode()
    start = text.index("lat='") + 5
    path.write_text(text[:start] + places + text[text.index("'", start) :])
    taken(path, ground)


@pytest.mark.parametrize("ref", [-1, 0, 2**31, 2**63 - 1, -(2**63), 2**64, 10**30])
@pytest.mark.parametrize("kind", ["osm", "overpass"])
def test_ids_out_of_range_are_read_or_refused(small, ground, tmp_path, kind, ref):
    path = tmp_path / "ids"
    text = small[kind].decode()
    if kind == "osm":
        text = text.replace("<nd ref='1'/>", f"<nd ref='{ref}'/>")
        text = text.replace("<way id='1000'", f"<way id='{ref}'")
    else:
        table = json.loads(text)
        ways = [one for one in table["elements"] if one["type"] == "way"]
        ways[0]["id"], ways[1]["nodes"][0] = ref, ref
        text = json.dumps(table)
    path.write_text(text)
    taken(path, ground)


HEIGHTS = ["1e9", "ten", "12 m", "40'", "-5", "NaN", "inf", "9" * 400, "12;900", "0", "0x10", "½"]


@pytest.mark.parametrize("word", HEIGHTS)
@pytest.mark.parametrize(
    "key", ["height", "min_height", "building:levels", "building:min_level", "roof:height",
            "roof:levels", "roof:direction"],
)  # fmt: skip
def test_absurd_heights_make_a_house_that_can_stand(drawn, ground, tmp_path, key, word):
    drawn.building([(0, 0), (20, 0), (20, 12), (0, 12)], **{key.replace(":", "__"): word})
    outlines = taken(drawn.overpass(tmp_path / "a.json"), ground)
    assert len(outlines) == 1


CROSSED = [(0, 0), (30, 30), (30, 0), (0, 30)], [(0, 0), (9, 0), (0, 0), (9, 0)], [(0, 0)] * 5


@pytest.mark.parametrize("points", CROSSED)
def test_outlines_that_cross_themselves_are_mended_or_listed(drawn, ground, tmp_path, points):
    drawn.building(points)
    found = in_metres(read_map(drawn.overpass(tmp_path / "a.json")))
    outlines, refused = building_outlines(found, ground)
    assert len(outlines) + len(refused) == 1
    taken(tmp_path / "a.json", ground)


@OFTEN
@given(
    st.lists(
        st.tuples(st.floats(-60, 60), st.floats(-60, 60)), min_size=1, max_size=12
    )
)  # fmt: skip
def test_any_outline_is_drawn_or_listed(ground, tmp_path, points):
    from tests.city.osm.conftest import Drawn

    drawn = Drawn()
    drawn.building(points)
    path = drawn.overpass(tmp_path / "any.json")
    outlines, refused = building_outlines(in_metres(read_map(path)), ground)
    assert len(outlines) + len(refused) == 1
    taken(path, ground)


FOREIGN = {
    "gzip": gzip.compress(b"<osm></osm>"),
    "zip": b"PK\x03\x04" + bytes(60),
    "png": b"\x89PNG\r\n\x1a\n" + bytes(60),
    "html": b"<!DOCTYPE html><html><body>404</body></html>",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "json list": b"[1, 2, 3]",
    "deep json": b"[" * 100_000,
    "toml": b"a = 1\n",
    "utf16": "<osm/>".encode("utf-16"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_other_kinds_of_files_are_refused_by_content(tmp_path, name):
    path = tmp_path / "named.osm.pbf"
    path.write_bytes(FOREIGN[name])
    with pytest.raises(AssetError) as told:
        read_map(path)
    assert "\n" not in str(told.value)


def blob(kind, body, raw_size):
    """A block of a PBF that says how large it unpacks."""
    packed = zlib.compress(body, 9)
    inner = b"\x10" + varint(raw_size) + b"\x1a" + varint(len(packed)) + packed
    head = b"\x0a" + varint(len(kind)) + kind + b"\x18" + varint(len(inner))
    return struct.pack(">I", len(head)) + head + inner


def varint(number):
    found = b""
    while number > 127:
        found += bytes([number & 127 | 128])
        number >>= 7
    return found + bytes([number])


@pytest.mark.parametrize("says", [1 << 40, 300_000_000, 100])
def test_a_block_that_unpacks_to_too_much_is_refused(tmp_path, says):
    features = b"\x22\x0eOsmSchema-V0.6"
    bomb = bytes(300_000_000 if says == 300_000_000 else 1_000_000)
    head = blob(b"OSMHeader", features, len(features))
    path = tmp_path / "bomb.osm.pbf"
    path.write_bytes(head + blob(b"OSMData", bomb, says))
    with pytest.raises(AssetError) as told:
        read_map(path)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("limits", [{"text": 10}, {"objects": 3}, {"way_points": 3}])
def test_what_unfolds_to_too_much_is_refused(small, tmp_path, limits):
    path = tmp_path / "a.osm"
    path.write_bytes(small["osm"])
    with pytest.raises(AssetError, match="too large"):
        read_map(path, Limits(**limits))


@pytest.fixture(scope="module")
def world():
    from almaty_tour.session.world import load_world

    return load_world(assets_dir())


@pytest.mark.parametrize("calls", [1, 3, 5, 7, 9, 11, 13, 15])
def test_time_that_is_over_in_any_stage_changes_nothing(yard, tmp_path, monkeypatch, world, calls):
    """The clock runs out after so many questions: between the stages and within them."""
    asked = iter(range(10_000))

    def deadline(file, most_s):
        return Deadline(file, most_s, lambda: 1e9 if next(asked) > calls else 0.0)

    monkeypatch.setattr(importing, "Deadline", deadline)
    monkeypatch.setattr(importing, "load_world", lambda assets: world)
    data = tmp_path / "data"
    path = yard.xml(tmp_path / "a.osm")
    with pytest.raises(AssetError, match="takes longer than the 900 s allowed"):
        import_map(path, data, assets_dir(), lambda words: None)
    assert not data.exists() or list(data.iterdir()) == []
