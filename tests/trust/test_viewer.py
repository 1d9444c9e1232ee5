"""The viewer in a process of its own, where nearly everything around it fails."""

import os
import subprocess
import sys

import pytest

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="breaks devices of Linux"),
]

START = """
import builtins, sys
from pathlib import Path
import almaty_tour.base.assets
almaty_tour.base.assets._PACKAGE = Path(sys.argv[1])
import pyglet
pyglet.options["audio"] = ("silent",) if sys.argv[3] == "sound" else ("no such driver",)
from almaty_tour.app.viewer import Viewer, ViewerOptions, run_viewer
if sys.argv[3] == "none":
    import pyglet.input
    def missing(*args, **kwargs):
        raise FileNotFoundError(2, "No such file or directory", "/dev/input")
    for name in ("get_joysticks", "get_controllers", "get_devices", "ControllerManager"):
        setattr(pyglet.input, name, missing)
seen = []
picture = Viewer.picture
def counted(self, dt_s):
    picture(self, dt_s)
    seen.append(self.stage.loaded)
    if sum(seen) >= 3:
        self.window.closed = True
Viewer.picture = counted
code = run_viewer(options=ViewerOptions(
    size=(640, 360), settings=Path(sys.argv[2]), quality="low", most_frames=2000))
print("pictures", len(seen), "loaded", seen[-1])
sys.exit(code)
"""


@pytest.fixture
def viewer(city, display, tmp_path):
    """Runs the viewer until everything has arrived; its lines."""

    def run(devices, **environment):
        settings = tmp_path / "settings.toml"
        done = subprocess.run(
            [sys.executable, "-c", START, str(city.folder.parent), str(settings), devices],
            env=os.environ | {"DISPLAY": display, "MESA_SHADER_CACHE_DISABLE": "1"} | environment,
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stdout.split()[-1] == "True", done.stdout
        assert "Traceback" not in done.stderr
        return done.stderr.splitlines()

    return run


def test_a_sound_city_says_nothing(viewer):
    assert [line for line in viewer("sound") if "no sound device" not in line] == []


def test_nothing_that_fails_around_it_stops_the_viewer(viewer, city, tmp_path):
    (tmp_path / "cache").write_text("a file where the cache should be")
    damaged = tmp_path / "settings.toml"
    damaged.write_bytes(b"language = \xff")
    broken = [
        city.put("models/independence_monument.glb", b"glTF"),
        city.put("content/ru/ui.toml", b"="),
        city.put("content/tours/old.toml", b"="),
        city.put("textures/granite.png", b"a text"),
    ]
    lines = viewer("none", XDG_CACHE_HOME=str(tmp_path / "cache"))
    for path in (damaged, *broken):
        assert sum(str(path) in line for line in lines) == 1, lines
    assert all(line.startswith("almaty-tour: ") for line in lines), lines
    kept = tmp_path / "settings.damaged-1.toml"
    assert kept.read_bytes() == b"language = \xff", "the visitor's own file is kept aside"
    assert (tmp_path / "cache").read_text() == "a file where the cache should be"
