"""`dem` and `city download`: one line for each fault, nothing changed by a bad file."""

import re
import sys

import pytest

pytest.importorskip("rasterio")
pytest.importorskip("osmium")

from tests.city.test_fetch import NODE, answer, says, server  # noqa: F401 - a fixture

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError
from almaty_tour.base.lock import alone
from almaty_tour.geo.imported import FOLDER, MARK_FILE


@pytest.fixture
def data(tmp_path, monkeypatch):
    folder = tmp_path / "data"
    monkeypatch.setenv("ALMATY_TOUR_DATA", str(folder))
    return folder


def test_without_an_import_the_shipped_ground_is_told(almaty, data):
    assert "nothing is imported" in almaty("dem", "status").out
    done = almaty("dem", "reset")
    assert (done.code, done.out.strip()) == (0, "nothing was imported")


@pytest.mark.parametrize("name", ["N43E076.hgt", "N43E076.hgt.zip", "a.tif", "a.asc"])
def test_a_bad_file_is_one_line(almaty, data, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"no heights")
    done = almaty("dem", "import", path)
    assert done.code == 2
    last = done.err.strip().splitlines()[-1]
    assert last.startswith("almaty-tour: ")
    assert name in last
    assert "Traceback" not in done.err
    assert not (data / FOLDER).exists()


@pytest.mark.parametrize(
    "words", [("city", "import", "a.osm"), ("city", "reset"), ("city", "download"),
              ("dem", "import", "a.hgt"), ("dem", "reset")],
)  # fmt: skip
def test_the_second_of_two_commands_is_told_in_one_line(almaty, data, words):
    with alone(data):
        before = sorted(data.iterdir())
        done = almaty(*words)
        assert done.code == 2
        assert "another import, reset or download is at work" in done.err.strip().splitlines()[-1]
        assert "Traceback" not in done.err
        assert sorted(data.iterdir()) == before


@pytest.mark.parametrize(("verb", "folder"), [("city", "city"), ("dem", FOLDER)])
@pytest.mark.parametrize("way", [("reset",), ("import", "a.osm.hgt")])
def test_a_folder_of_the_users_own_is_refused_in_one_line(almaty, data, verb, folder, way):
    (data / folder).mkdir(parents=True)
    (data / folder / "photo").write_text("mine")
    done = almaty(verb, *way)
    assert done.code == 2
    assert "is not a folder of this program" in done.err.strip().splitlines()[-1]
    assert (data / folder / "photo").read_text() == "mine"
    assert [path.name for path in data.iterdir()] == [folder]


def test_the_doctor_tells_extras_and_imports(almaty, data, monkeypatch):
    told = almaty("doctor").out
    assert "map: the built-in city, nothing is imported" in told
    assert "heights: the shipped ground, nothing is imported" in told
    assert "extras: gis" in told
    (data / "city").mkdir(parents=True)
    (data / "city" / "import.toml").write_text(
        'file = "a.osm"\nblake2 = ""\nlicence = "L"\ncredit = "C"\ndate = "2012-03-13"\n'
        "extent_m = [0.0, 0.0, 1.0, 1.0]\ndrawn = 7\nlandmark = 2\nskipped = 1\ntiles = 3\n"
    )
    (data / "city" / "tile").write_bytes(bytes(2_400_000))
    monkeypatch.setattr("almaty_tour.base.extras.find_spec", lambda name: None)
    told = almaty("doctor").out
    assert (
        "map: a.osm of 2012-03-13, 7 buildings drawn, 2 gave way to landmarks, 1 left out" in told
    )
    assert "3 tiles, 2.4 MB" in told
    assert "extras: none; missing: gis, bake, video, heic (in the folder of the program: " in told
    assert f"{sys.executable} -m pip install -e '.[gis,bake,video,heic]')" in told


def test_reset_takes_an_import_away(almaty, data):
    (data / FOLDER).mkdir(parents=True)
    (data / FOLDER / MARK_FILE).write_text("version = 1")
    assert almaty("dem", "status").code == 2  # damaged, and said so
    assert "shipped ground is back" in almaty("dem", "reset").out
    assert list(data.iterdir()) == []


@pytest.fixture
def services(city, monkeypatch, server):  # noqa: F811 - the fixture
    """Settings that ask a server of this process, without pauses."""
    text = (assets_dir() / "content" / "services.toml").read_text("utf-8")
    text = text.replace("https://overpass-api.de/api/interpreter", server.url)
    text = re.sub(r'(?m)^url = "https://copernicus[^"]*"', f'url = "{server.url}/{{lat}}"', text)
    text = text.replace("pause_s = 2.0", "pause_s = 0.0").replace("tries = 6", "tries = 1")
    city.put("content/services.toml", text)
    city.use(monkeypatch)
    return server


BOX = "76.93,43.24,76.96,43.26"


def test_download_imports_what_it_got_and_cleans_up(almaty, data, services, monkeypatch):
    services.script = [says(200, answer(NODE))]
    seen = []
    monkeypatch.setattr(
        "almaty_tour.cli.city.import_map_file", lambda f: seen.append(f.read_bytes())
    )
    done = almaty("city", "download", "--box", BOX)
    assert done.code == 0, done.err
    assert b'"id":1' in seen[0]
    assert len(services.forms) == 1
    assert services.asked[0]["User-Agent"].startswith("almaty-tour/")
    assert not (data / "download").exists()


def test_download_with_heights_ends_with_the_same_import(almaty, data, services, monkeypatch):
    services.script = [says(200, answer(NODE)), says(200, b"tile")]
    seen = []
    monkeypatch.setattr("almaty_tour.cli.city.import_map_file", lambda f: seen.append(f.name))
    monkeypatch.setattr(
        "almaty_tour.cli.dem.import_heights",
        lambda files, credit: seen.append(([f.name for f in files], credit)),
    )
    assert almaty("city", "download", "--box", BOX, "--dem").code == 0
    names, credit = seen[1]
    assert names == ["N42E076.tif", "N42E077.tif", "N43E076.tif", "N43E077.tif"]
    assert "COPERNICUS" in credit


def test_a_stopped_download_is_kept(almaty, data, services, monkeypatch):
    services.script = [says(200, answer(NODE))]

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("almaty_tour.city.fetch_map.join", stop)
    done = almaty("city", "download", "--box", BOX)
    assert done.code == 2
    assert "run it again" in done.err
    assert [path.suffix for path in (data / "download").iterdir()] == [".json"]


def test_a_bad_map_is_not_kept_and_told(almaty, data, services, monkeypatch):
    services.script = [says(200, answer(NODE))]

    def refuse(path):
        raise AssetError(path, "holds no building")

    monkeypatch.setattr("almaty_tour.cli.city.import_map_file", refuse)
    done = almaty("city", "download", "--box", BOX)
    assert done.code == 2
    assert "holds no building" in done.err
    assert not (data / "download").exists()


@pytest.mark.parametrize("box", ["1,2,3,4", "76.9,43.2", "76,43,77,44"])
def test_a_wrong_box_asks_nobody(almaty, data, services, box):
    done = almaty("city", "download", "--box", box)
    assert done.code == 2
    assert box in done.err
    assert services.asked == []
    assert not data.exists()


def test_a_server_that_is_gone_is_one_line(almaty, data, services):
    services.script = [says(404)]
    done = almaty("city", "download", "--box", BOX)
    assert done.code == 2
    assert "404" in done.err.splitlines()[-1]
