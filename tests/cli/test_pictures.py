"""Verbs that draw: sizes, repeatability, videos, and what is said without graphics."""

import sys

import numpy as np
import pytest
from PIL import Image

from almaty_tour.base.assets import assets_dir
from almaty_tour.export.golden import read_picture

pytestmark = pytest.mark.gl

SMALL = ("--size", "160x90", "--quality", "low")


@pytest.fixture
def small(city, monkeypatch, context):
    """The small city, drawn on the shared context."""
    city.use(monkeypatch)
    return city


def test_a_shot_has_its_size_and_repeats_to_the_bit(small, almaty, tmp_path):
    pictures = []
    for name in ("one.png", "deep/two.png"):
        path = tmp_path / name
        words = ("--size", "321x123", "--quality", "medium", "--out", path)
        done = almaty("shot", "--at", "abai_opera", *words)
        assert (done.code, done.out.strip(), done.err) == (0, str(path), "")
        pictures.append(path.read_bytes())
    assert pictures[0] == pictures[1]
    shown = read_picture(tmp_path / "one.png")
    assert shown.shape == (123, 321, 3)
    assert shown[:20].mean(axis=(0, 1))[2] > shown[-20:].mean(axis=(0, 1))[2], "sky over ground"


def test_a_shot_follows_camera_time_interface_and_language(small, almaty, tmp_path):
    camera = ("--camera", "43.2550,76.9450,900,180,2,60")
    variants = {
        "kk": (*camera, "--time", "2026-06-21T12:00", "--ui", "--lang", "kk"),
        "en": (*camera, "--time", "2026-06-21T12:00", "--ui", "--lang", "en"),
        "night": (*camera, "--time", "2026-06-21T23:30"),
    }
    for name, words in variants.items():
        out = tmp_path / f"{name}.png"
        done = almaty("shot", *words, "--size", "640x360", "--quality", "low", "--out", out)
        assert done.code == 0
    shown = {name: read_picture(tmp_path / f"{name}.png").astype(int) for name in variants}
    free = (slice(100, 250), slice(300, 500))
    assert shown["kk"][free].mean() > 1.5 * shown["night"][free].mean()
    assert 0.005 < (shown["kk"] != shown["en"]).any(axis=2).mean() < 0.6


def test_a_shot_can_be_a_jpeg(small, almaty, tmp_path):
    out = tmp_path / "one.JPG"
    assert almaty("shot", "--at", "abai_opera", *SMALL, "--out", out).code == 0
    with Image.open(out) as image:
        assert (image.format, image.size) == ("JPEG", (160, 90))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("shot", "--at", "abai_oper"), "did you mean abai_opera?"),
        (("sheet", "golden_cradl"), "did you mean golden_cradle?"),
    ],
)
def test_an_unknown_name_suggests_the_nearest(small, almaty, tmp_path, words, told):
    done = almaty(*words, *SMALL, "--out", tmp_path / "x.png")
    assert done.code == 2
    assert told in done.fault
    assert not (tmp_path / "x.png").exists()


def test_a_camera_under_the_ground_stands_on_it_and_says_so(small, almaty, tmp_path):
    out = tmp_path / "x.png"
    done = almaty("shot", "--camera", "43.25,76.95,100,180,5", *SMALL, "--out", out)
    assert done.code == 0
    assert "below the ground" in done.fault


def test_a_missing_model_is_told_and_the_rest_is_drawn(small, almaty, tmp_path):
    path = small.put("models/abai_opera.glb", b"glTF and nothing")
    done = almaty("shot", "--at", "independence_monument", *SMALL, "--out", tmp_path / "x.png")
    assert done.code == 0
    assert str(path) in done.fault
    assert read_picture(tmp_path / "x.png").std() > 10


def test_a_sheet_has_one_picture_a_stop(small, almaty, tmp_path):
    out = tmp_path / "sheet.png"
    done = almaty("sheet", "golden_cradle", *SMALL, "--lang", "kk", "--out", out)
    assert (done.code, done.out.strip()) == (0, str(out))
    assert read_picture(out).shape[1] == 2 * 160 + 3 * 8
    assert "1/1" in done.err


def test_a_video_has_every_frame_and_can_be_played(small, almaty, tmp_path):
    av = pytest.importorskip("av")
    out = tmp_path / "film" / "cradle.mp4"
    done = almaty("render", "golden_cradle", *SMALL, "--fps", "6", "--out", out)
    assert (done.code, done.out.strip()) == (0, str(out))
    assert "13/13" in done.err
    with av.open(str(out)) as file:
        stream = file.streams.video[0]
        assert (stream.width, stream.height, float(stream.average_rate)) == (160, 90, 6.0)
        frames = [frame.to_ndarray(format="rgb24") for frame in file.decode(stream)]
    assert len(frames) == 13, "two seconds, first and last picture included"
    assert min(frame.std() for frame in frames) > 10
    assert [path.name for path in out.parent.iterdir()] == ["cradle.mp4"]


def test_captions_can_be_left_out(small, almaty, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "av", None)
    words = ("render", "golden_cradle", "--size", "640x360", "--quality", "low", "--fps", "1")
    assert almaty(*words, "--out", tmp_path / "with.mp4").code == 0
    assert almaty(*words, "--no-captions", "--out", tmp_path / "without.mp4").code == 0
    told, silent = (read_picture(tmp_path / name / "000001.png") for name in ("with", "without"))
    changed = (told != silent).any(axis=2)
    assert 0.003 < changed.mean() < 0.3
    assert not changed[:150].any(), "captions lie in the lower half"


def test_without_a_video_library_frames_are_written_and_the_way_is_told(
    small, almaty, tmp_path, monkeypatch
):
    monkeypatch.setitem(sys.modules, "av", None)
    done = almaty("render", "golden_cradle", *SMALL, "--fps", "2", "--out", tmp_path / "film.mp4")
    assert (done.code, done.out.strip()) == (0, str(tmp_path / "film"))
    assert "pip install 'almaty-tour[video]'" in done.err
    names = sorted(path.name for path in (tmp_path / "film").iterdir())
    assert names == [f"{number:06d}.png" for number in range(1, 6)]
    assert not (tmp_path / "film.mp4").exists()


def test_an_unknown_tour_is_one_line(small, almaty, tmp_path):
    done = almaty("render", "golden", *SMALL, "--out", tmp_path / "x.mp4")
    assert done.code == 2
    assert "did you mean golden_cradle?" in done.fault


def test_goldens_are_recorded_and_checked_and_a_change_is_found(small, almaty, tmp_path, context):
    from almaty_tour.render.gl.context import driver_info

    if not driver_info().renderer.startswith("llvmpipe"):
        pytest.skip("goldens are recorded on llvmpipe only")
    folder, report = tmp_path / "golden", tmp_path / "report"
    folder.mkdir()
    scene = '[{}]\nat = "{}"\ntime = "2026-06-21T12:00"\nsize = [160, 90]\n'
    (folder / "scenes.toml").write_text(
        scene.format("opera", "abai_opera") + scene.format("column", "independence_monument")
    )
    words = ("--folder", folder, "--report", report)
    missing = almaty("golden", "check", *words)
    assert missing.code == 1
    assert missing.out.count("has not been recorded") == 2
    assert almaty("golden", "record", *words).code == 0
    picture = read_picture(folder / "opera.png").copy()
    picture[40:46, 60:66] ^= 128
    Image.fromarray(picture).save(folder / "opera.png")
    Image.fromarray(picture).save(folder / "stranger.png")
    done = almaty("golden", "check", *words)
    assert done.code == 1
    assert done.out.splitlines()[-1] == "2 faults"
    assert "stranger.png has no scene" in done.out
    assert "largest cluster 36 px" in done.out
    assert np.array_equal(read_picture(report / "opera.png")[:, 160:320], picture)
    assert "ok   column: worst step 0" in done.out
    assert "did you mean opera?" in almaty("golden", "diff", "oper", *words).fault


def test_as_a_visitor_runs_it(process, tmp_path):
    done = process("shot", "--at", "abai_opera", *SMALL, "--out", "picture.png")
    assert (done.code, done.out.strip(), done.err) == (0, "picture.png", "")
    assert read_picture(tmp_path / "picture.png").shape == (90, 160, 3)


NO_GRAPHICS = {
    "__EGL_VENDOR_LIBRARY_FILENAMES": "/nonexistent", "DISPLAY": "", "WAYLAND_DISPLAY": "",
}  # fmt: skip


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="breaks EGL of Linux")
@pytest.mark.parametrize(
    "words",
    [
        ("shot", "--at", "abai_opera", "--out", "x.png"),
        ("render", "golden_cradle", "--out", "x.mp4"),
        ("golden", "check"),
    ],
)
def test_without_graphics_one_line_and_three(process, tmp_path, words):
    if words[0] == "golden":
        (tmp_path / "tests" / "golden").mkdir(parents=True)
        (tmp_path / "tests" / "golden" / "scenes.toml").write_text("")
    done = process(*words, **NO_GRAPHICS)
    assert done.code == 3
    assert "OpenGL 3.3" in done.fault
    assert "almaty-tour doctor" in done.fault


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="breaks EGL of Linux")
def test_the_doctor_tells_what_is_wrong(process):
    done = process("doctor", **NO_GRAPHICS)
    lines = done.out.splitlines()
    assert (done.code, done.err) == (3, "")
    assert [line for line in lines if line.startswith("FAIL")] == [lines[1]]
    assert "OpenGL 3.3" in lines[1]


def test_the_doctor_finds_all_well(process):
    done = process("doctor")
    assert (done.code, done.err) == (0, "")
    python, *lines = done.out.splitlines()
    assert python.startswith("Python 3.")
    assert all(line.startswith("ok ") for line in lines)
    kinds = [line.split()[1].rstrip(":") for line in lines]
    assert kinds[:6] == ["graphics", "memory", "sound", "files", "settings", "display"]
    assert kinds[6:] == ["extras", "map", "heights"]


def test_a_shot_of_a_landmark_without_its_model_is_refused(small, almaty, tmp_path):
    model = assets_dir() / "models" / "abai_opera.glb"
    model.unlink()
    done = almaty("shot", "--at", "abai_opera", *SMALL, "--out", tmp_path / "x.png")
    assert done.code == 2
    assert done.fault == f"{model}: is missing (almaty-tour bake abai_opera)"
    assert not (tmp_path / "x.png").exists()


def test_postcards_are_drawn_as_their_files_say(small, almaty, tmp_path):
    done = almaty("postcards", "cathedral_evening", *SMALL, "--out", tmp_path / "cards")
    assert (done.code, done.err) == (0, "postcards 1/1\n")
    (path,) = (tmp_path / "cards").iterdir()
    assert path.name == "01-cathedral_evening.png"
    shown = read_picture(path).astype(int)
    assert shown.shape == (90, 160, 3)
    assert shown[:20, :, 2].mean() > shown[-20:, :, 2].mean(), "sky over ground"


def test_an_unknown_postcard_names_the_nearest(almaty, tmp_path):
    done = almaty("postcards", "cathedral_evenin", "--out", tmp_path)
    assert "did you mean cathedral_evening" in done.fault
    assert done.code != 0
