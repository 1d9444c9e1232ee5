"""Bad input and usage: exit code 2 and one line that says what to do; no GL."""

import pytest

from almaty_tour import __version__

SHOT = ("shot", "--at", "abai_opera", "--out", "x.png")
CAMERA = "43.25,76.95,900,180,5"


def test_help_names_every_verb(almaty):
    done = almaty("--help")
    assert done.code == 0
    for verb in ("tour", "explore", "list", "check", "shot", "render", "golden", "bake", "doctor"):
        assert f"\n  {verb} " in done.out


def test_the_version(almaty):
    assert almaty("--version").out.strip().endswith(__version__)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["shto"], "did you mean shot,"),
        (["shot", "--wrong"], "No such option"),
        (["shot", "--at", "abai_opera"], "'--out'"),
        (["shot", "--out", "x.png"], "--at ID, --inside ID or --camera"),
        ([*SHOT, "--camera", CAMERA], "--at ID, --inside ID or --camera"),
        (["list", "towns"], "'landmarks', 'tours'"),
        (["list"], "landmarks"),
        (["golden"], "record"),
        (["golden", "check", "--folder", "nowhere"], "nowhere"),
        (["check", "nowhere.toml"], "nowhere.toml"),
        (["render", "golden_cradle", "--out", "x.mp4", "--fps", "0"], "1<=x<=120"),
    ],
)
def test_wrong_usage_is_one_line(almaty, words, told):
    done = almaty(*words)
    assert done.code == 2
    assert told in done.fault
    assert done.out == ""


@pytest.mark.parametrize(
    "size", ["640", "640x", "x480", "0x0", "15x480", "9000x480", "²x640", "-640x480", "1e3x480"]
)
def test_a_size_that_is_none(almaty, size):
    fault = almaty(*SHOT, f"--size={size}").fault
    assert size in fault
    assert "1280x720" in fault or "16 to 8192" in fault


@pytest.mark.parametrize(
    ("camera", "told"),
    [
        ("", "LAT,LON,ALT,HEADING,PITCH"),
        ("43.25,76.95,900,180", "LAT,LON,ALT,HEADING,PITCH"),
        ("43.25,76.95,900,180,5,50,1", "LAT,LON,ALT,HEADING,PITCH"),
        ("43.25,76.95,high,180,5", "LAT,LON,ALT,HEADING,PITCH"),
        ("76.95,43.25,900,180,5", "LAT is 76.95, must be 41 to 45.5"),
        ("43.25,76.95,900,180,95", "PITCH is 95, must be -89 to 89"),
        ("43.25,76.95,nan,180,5", "ALT is nan"),
        ("43.25,76.95,inf,180,5", "ALT is inf"),
        ("43.25,76.95,900,180,5,170", "FOV is 170"),
    ],
)
def test_a_camera_that_is_none(almaty, camera, told):
    done = almaty("shot", f"--camera={camera}", "--out", "x.png")
    assert done.code == 2
    assert told in done.fault


@pytest.mark.parametrize("time", ["noon", "2026-13-01T12:00", "2026-06-21T25:00", ""])
def test_a_time_that_is_none(almaty, time):
    done = almaty(*SHOT, "--time", time)
    assert done.code == 2
    assert "2026-06-21T18:30" in done.fault


@pytest.mark.parametrize("words", [("shot", "--at", "abai_opera"), ("sheet", "golden_cradle")])
@pytest.mark.parametrize(
    ("out", "told"),
    [
        (".", "is a folder"),
        ("picture.gif", ".png"),
        ("picture", ".png"),
        ("file/picture.png", "choose another --out"),
    ],
)
def test_a_place_that_no_picture_can_be_written_to(almaty, tmp_path, words, out, told):
    (tmp_path / "file").write_text("not a folder")
    path = tmp_path if out == "." else tmp_path / out
    done = almaty(*words, "--out", path)
    assert done.code == 2
    assert str(path) in done.fault
    assert told in done.fault or out == "."
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_video_of_an_unknown_kind(almaty, tmp_path):
    done = almaty("render", "golden_cradle", "--out", tmp_path / "x.avi")
    assert done.code == 2
    assert ".mp4" in done.fault
    assert not list(tmp_path.iterdir())


def test_debug_shows_the_trace_before_and_after_the_verb(almaty):
    for words in (("--debug", "shot", "--out", "x.png"), ("shot", "--out", "x.png", "--debug")):
        done = almaty(*words)
        assert done.code == 2
        assert "Traceback" in done.err
        assert done.err.strip().splitlines()[-1].startswith("almaty-tour: say where")


def test_without_a_display_the_viewer_says_so(almaty, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    for words in ((), ("tour",), ("explore", "--at", "abai_opera")):
        done = almaty(*words)
        assert done.code == 3
        assert "no display" in done.fault
        assert "almaty-tour render" in done.fault


@pytest.mark.parametrize(
    ("verb", "verbs"),
    [
        ("pictures", ("import", "list", "remove", "render", "walls")),
        ("city", ("download", "import", "reset", "status")),
        ("dem", ("import", "reset", "status")),
    ],
)
def test_a_verb_alone_shows_its_help_in_lines(almaty, verb, verbs):
    done, asked = almaty(verb), almaty(verb, "--help")
    assert (done.code, done.out) == (2, ""), "click's own status for a group without a command"
    assert done.err == asked.out
    for one in verbs:
        assert f"\n  {one} " in done.err
