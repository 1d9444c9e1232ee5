"""`check`: what is sound passes, what is not is told with file, step and second; no GL."""

import re

import pytest
from tests.conftest import SMALL_TOUR

from almaty_tour.base.assets import assets_dir


@pytest.fixture
def small(city, monkeypatch):
    city.use(monkeypatch)
    return city


@pytest.mark.slow
def test_what_is_shipped_is_sound(almaty):
    done = almaty("check")
    assert (done.code, done.out.splitlines()) == (0, ["0 faults"])


@pytest.mark.parametrize("folder", ["landmarks", "postcards", "weather", "exhibits", "history"])
def test_a_file_is_read_as_what_its_folder_holds(almaty, folder, tmp_path):
    shipped = sorted((assets_dir() / "content" / folder).glob("*.toml"))
    assert almaty("check", *shipped).out.splitlines() == ["0 faults"]
    broken = tmp_path / folder / "x.toml"
    broken.parent.mkdir()
    broken.write_text(shipped[0].read_text("utf-8") + "\n[more]\n", encoding="utf-8")
    told = almaty("check", broken).out
    assert "unknown field `more`" in told
    assert told.endswith("1 fault\n")


def test_a_sound_city_passes(small, almaty):
    done = almaty("check")
    assert (done.out.splitlines(), done.code, done.err) == (["0 faults"], 0, "")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("130.0\nabove_m = 20.0", "8.0\nabove_m = 0.0"), "comes within"),
        (("distance_m = 130.0", "distance_m = 3000.0"), "abai_opera fills"),
        (('kind = "stop"', 'kind = "orbit"\nturn_deg = 90.0'), "turns"),
    ],
)
def test_an_uncomfortable_tour_is_told_with_step_and_second(small, almaty, tmp_path, change, told):
    path = tmp_path / "wild.toml"
    path.write_text(SMALL_TOUR.replace(*change))
    assert path.read_text() != SMALL_TOUR
    done = almaty("check", path)
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[-1] == f"{len(lines) - 1} fault{'' if len(lines) == 2 else 's'}"
    for line in lines[:-1]:
        assert re.fullmatch(r"tour wild, step 1, second \d+\.\d: .+", line)
    assert any(told in line for line in lines)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("broken.glb", b"glTF\x02\0\0\0\xff\0\0\0 and no more", "ends after"),
        ("broken.glb", b"", "mark of a GLB"),
        ("broken.toml", b"version = ", "TOML"),
        ("broken.toml", b"\xff\xfe[[steps]]", "TOML"),
        ("tour.toml", b"version = 1\n[[steps]]\n", "step 1: Object missing required field"),
        ("materials.toml", b'[brick]\nclass = "wood"\n', "there is no class 'wood'"),
        ("picture.png", b"", "neither a TOML nor a GLB"),
    ],
)
def test_a_broken_file_is_one_line_with_its_name(small, almaty, tmp_path, name, data, told):
    path = tmp_path / name
    path.write_bytes(data)
    done = almaty("check", path)
    assert (done.code, done.err) == (1, "")
    fault, count = done.out.splitlines()
    assert fault.startswith(str(path))
    assert told in fault
    assert count == "1 fault"


def test_a_tour_to_nowhere_names_the_nearest_place(small, almaty, tmp_path):
    path = tmp_path / "nowhere.toml"
    path.write_text(SMALL_TOUR.replace('"abai_opera"', '"abay_opera"'))
    done = almaty("check", path)
    assert done.code == 1
    fault = "tour nowhere: step 1: there is no landmark 'abay_opera' (did you mean abai_opera?)"
    assert done.out.splitlines() == [fault, "1 fault"]


def test_sound_files_pass_and_each_broken_one_counts(small, almaty, tmp_path):
    broken = [tmp_path / f"{number}.toml" for number in (1, 2)]
    for path in broken:
        path.write_text("=")
    content = small.folder / "content"
    sound = [content / "landmarks" / "abai_opera.toml", content / "materials.toml"]
    sound += [content / "tours" / "golden_cradle.toml", small.folder / "models" / "abai_opera.glb"]
    assert almaty("check", *sound).code == 0
    done = almaty("check", *broken, *sound)
    assert done.code == 1
    assert done.out.splitlines()[-1] == "2 faults"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("content/materials.toml", "x = 1", "materials.toml"),
        ("content/kk/ui.toml", "=", "kk/ui.toml"),
        ("textures/granite.png", "this is a text", "is not a picture"),
        ("textures/granite.png", None, "is missing"),
        ("models/abai_opera.glb", None, "cannot be read"),
        ("models/abai_opera.glb", "glTF", "mark of a GLB"),
        ("city/houses.npy", "", "is damaged"),
        ("city/map.png", "no picture", "map.png"),
        ("content/landmarks/abai_opera.toml", "=", "is not TOML"),
    ],
)
def test_whatever_is_broken_in_the_city_is_told(small, almaty, name, data, told):
    path = small.put(name, data)
    done = almaty("check")
    assert (done.code, done.err) == (1, "")
    assert any(str(path) in line and told in line for line in done.out.splitlines()), done.out


def test_a_model_with_a_material_that_nobody_knows(small, almaty):
    path = small.folder / "content/materials.toml"
    text = path.read_text("utf-8")
    assert "[granite]" in text
    small.put("content/materials.toml", text.replace("[granite]", "[granit]"))
    done = almaty("check")
    assert done.code == 1
    assert "there is no material 'granite'" in done.out


def test_a_text_that_one_language_lacks(small, almaty):
    path = small.folder / "content/ru/ui.toml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if re.match(r"[a-z_]+ = \"", line))
    small.put("content/ru/ui.toml", "".join(lines[:at] + lines[at + 1 :]))
    done = almaty("check")
    assert done.code == 1
    key = lines[at].split(" = ")[0]
    assert f"{path}: " in done.out
    assert f"{key}: text is missing" in done.out


@pytest.mark.parametrize(
    ("key", "told"), [("event", "no event 'fair'"), ("weather", "no weather 'sunny'")]
)
def test_a_scene_of_what_is_not_there_is_told(small, almaty, tmp_path, key, told):
    value = told.partition("'")[2][:-1]
    path = tmp_path / "scene.toml"
    path.write_text(SMALL_TOUR.replace("version = 1", f'version = 1\n{key} = "{value}"'))
    assert f"tour scene: there is {told}" in almaty("check", path).out
