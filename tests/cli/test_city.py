"""`almaty-tour city`, as a visitor runs it."""

import pytest

MAP = """<?xml version="1.0"?><osm version="0.6">
<node id="1" lat="43.2879" lon="76.8612"/><node id="2" lat="43.2879" lon="76.8615"/>
<node id="3" lat="43.2881" lon="76.8615"/><node id="4" lat="43.2881" lon="76.8612"/>
<way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
<tag k="building" v="yes"/><tag k="name" v="\u0423\u0439"/></way></osm>
"""


@pytest.fixture
def file(tmp_path, monkeypatch):
    pytest.importorskip("osmium")
    monkeypatch.setenv("ALMATY_TOUR_DATA", str(tmp_path / "data"))
    path = tmp_path / "map.osm"
    path.write_text(MAP, "utf-8")
    return path


def test_a_map_is_imported_told_and_taken_away_again(file, almaty):
    done = almaty("city", "import", file)
    assert done.code == 0
    assert "1 buildings drawn, 0 gave way to landmarks, 0 left out" in done.out
    assert "map.osm" in almaty("city", "status").out
    assert "the built-in city is back" in almaty("city", "reset").out
    assert "nothing is imported" in almaty("city", "status").out
    assert "nothing was imported" in almaty("city", "reset").out


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"{", b"<osm", MAP[:150].encode()])
def test_a_bad_file_is_one_line_and_changes_nothing(file, almaty, data, tmp_path):
    file.write_bytes(data)
    failed = almaty("city", "import", file)
    assert failed.code == 2
    assert failed.err.strip().splitlines()[-1].startswith(f"almaty-tour: {file}")
    assert "Traceback" not in failed.err
    assert not (tmp_path / "data").exists()


def test_without_the_extra_it_says_what_to_install(file, almaty, monkeypatch):
    monkeypatch.setattr("almaty_tour.base.extras.find_spec", lambda name: None)
    failed = almaty("city", "import", file)
    assert failed.code == 2
    assert "-e '.[gis]'" in failed.fault
