"""A real window driven by real keys, on a Latin and on a Kazakh layout."""

import os
import shutil
import subprocess
import sys
import threading
import time

import pytest
from tests.gallery import foreign

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.exhibits import load_exhibits
from almaty_tour.content.interiors import load_interior
from almaty_tour.gallery.importing import import_folder
from almaty_tour.gallery.library import Library, library_place
from almaty_tour.session.hanging import gallery_places, hung

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(
        not (shutil.which("xdotool") and (os.environ.get("DISPLAY") or shutil.which("Xvfb"))),
        reason="needs xdotool and a display or Xvfb",
    ),
]

HALL = assets_dir() / "content" / "interiors" / "golden_cradle_hall.toml"
START = (
    "import sys; from pathlib import Path;"
    "from almaty_tour.app.viewer import ViewerOptions, run_viewer;"
    "sys.exit(run_viewer(at=sys.argv[2] or None, options=ViewerOptions("
    "size=(640, 360), settings=Path(sys.argv[1]), language='en', quality='low', told=True)))"
)


@pytest.fixture(scope="module")
def display(request):
    """A display of our own, so that layouts can be changed without harm."""
    own = shutil.which("Xvfb") is not None
    return request.getfixturevalue("own_display") if own else os.environ["DISPLAY"]


class Driven:
    """The viewer in a process of its own, its lines, and a hand on the keyboard."""

    def __init__(self, display, settings, at="", before=""):
        self.environment = {
            **os.environ,
            "DISPLAY": display,
            "XDG_PICTURES_DIR": str(settings.parent),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-c", before + START, str(settings), at],
            env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.lines = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.strip())

    def do(self, *words):
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=20)

    def focus(self):
        window = subprocess.run(
            ["xdotool", "search", "--sync", "--name", "Almaty Tour"],
            env=self.environment, check=True, timeout=20, capture_output=True, text=True,
        ).stdout.split()[0]  # fmt: skip
        self.do("windowfocus", "--sync", window)
        return window

    def wait(self, *wanted, seconds=45.0):
        """Until the last line has all these parts."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.lines and all(part in self.lines[-1] for part in wanted):
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        fault = "" if self.process.poll() is None else self.process.stderr.read()
        raise AssertionError(f"waited for {wanted}, got {self.lines[-3:]} {fault[-2000:]}")

    def press_until(self, wanted, words, seconds=45.0):
        """The same again until a line has this: the picture may not hang yet."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not (self.lines and wanted in self.lines[-1]):
            self.do(*words)
            time.sleep(0.5)
        self.wait(wanted, seconds=1.0)

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)
        self.process.stdout.close()
        self.process.stderr.close()


@pytest.fixture
def driven(display, tmp_path):
    viewer = Driven(display, tmp_path / "settings.toml")
    yield viewer
    viewer.end()


def test_a_visit_by_keyboard(driven, tmp_path):
    driven.wait("mode=title")
    driven.focus()
    driven.do("key", "Return")
    driven.wait("mode=tour", "playing=True")
    driven.do("key", "space")
    driven.wait("mode=tour", "playing=False")
    driven.do("key", "c")
    driven.wait("captions=False")
    driven.do("key", "x")
    driven.wait("mode=explore", "list=True")
    driven.do("key", "l")
    driven.wait("list=False")
    driven.do("key", "l")
    driven.wait("list=True")
    driven.do("type", "--delay", "60", "kok")
    driven.wait("query=kok")
    driven.do("key", "Escape")
    driven.wait("query= ")
    driven.do("key", "o")
    first, second = list(load_exhibits(assets_dir() / "content")[0])[:2]
    driven.wait("mode=exhibition", f"exhibit={first} ")
    driven.do("key", "n")
    driven.wait(f"exhibit={second} ")
    driven.do("key", "Escape")
    driven.wait("mode=explore", "selected=None")
    driven.do("key", "F1")
    driven.wait("sheet=help")
    driven.do("key", "Escape")
    driven.wait("sheet=none", "mode=explore")
    driven.do("key", "Escape")
    driven.wait("mode=title")
    driven.do("key", "ctrl+q")
    assert driven.process.wait(10) == 0


def test_resizing_and_closing(driven):
    driven.wait("mode=title", "size=640x360")
    window = driven.focus()
    driven.do("windowsize", window, "700", "420")
    driven.wait("size=700x420")
    driven.do("key", "Tab", "Down")
    driven.do("key", "alt+F4")
    assert driven.process.wait(10) == 0


def test_a_visit_by_mouse(display, tmp_path):
    driven = Driven(display, tmp_path / "settings.toml", at="abai_opera")
    try:
        driven.wait("mode=explore", "selected=None", "loaded=True")
        window = driven.focus()
        driven.do("mousemove", "--window", window, "330", "190", "click", "1")
        driven.wait("selected=abai_opera")
        driven.do("key", "Escape")
        driven.wait("selected=None")
        driven.do("mousemove", "--window", window, "330", "150", "mousedown", "1")
        driven.do("mousemove", "--window", window, "390", "150", "mouseup", "1")
        driven.do("key", "F11")
        driven.wait("size=800x600")
        driven.do("key", "F11")
        driven.wait("size=640x360", "selected=None")
        driven.focus()  # without a window manager nobody gives the focus back
        driven.do("key", "n")
        driven.wait("flying=True")
        driven.do("key", "v")
        driven.wait("flying=False")
        driven.do("key", "alt+F4")
        assert driven.process.wait(10) == 0
        assert "full_screen = false" in (tmp_path / "settings.toml").read_text()
    finally:
        driven.end()


def test_unknown_places_are_told_and_leave(display, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "almaty_tour", "explore", "--at", "eiffel_tower"],
        env={**os.environ, "DISPLAY": display, "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "eiffel_tower" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


BEFORE_A_WALL = (
    "import almaty_tour.app.viewer as viewer; from dataclasses import replace;"
    "begin = viewer.first_state;"
    "put = lambda state: replace(state, camera=replace("
    "state.camera, position_enu=(-7.6, 17.0, 1.62), heading_rad=4.712389));"
    "viewer.first_state = lambda *given: put(begin(*given));"
)
"""Begins before the west wall of the hall, the second place of its lower row in the middle."""


def test_a_hung_picture_opens_and_closes_where_one_stands(display, tmp_path, monkeypatch):
    data = tmp_path / "data"
    monkeypatch.setenv("ALMATY_TOUR_DATA", str(data))
    foreign.make(tmp_path / "given", 4, 0)
    import_folder(tmp_path / "given", Library(library_place(data)))
    records = tuple(Library(library_place(data)).records.values())
    places = gallery_places(load_interior(HALL))
    picture = hung(places, records, ())["west_low.2"]
    driven = Driven(display, tmp_path / "settings.toml", HALL.stem, before=BEFORE_A_WALL)
    try:
        driven.wait("mode=inside")
        window = driven.focus()
        for opened in (("key", "e"), ("key", "Return"), None):
            driven.press_until(f"picture={picture}", opened or (
                "mousemove", "--window", window, "240", "200", "click", "1",
            ))  # fmt: skip
            driven.do("key", "Escape")
            driven.wait("sheet=none", "mode=inside", "picture=None")
        driven.do("key", "ctrl+q")
        driven.process.wait(20)
    finally:
        driven.end()


@pytest.mark.skipif(not shutil.which("setxkbmap"), reason="needs setxkbmap")
def test_letters_and_digits_on_a_kazakh_layout(driven):
    driven.wait("mode=title")
    driven.focus()
    subprocess.run(["setxkbmap", "kz"], env=driven.environment, check=True, timeout=20)
    try:
        for codes, wanted in (
            (("key", "53"), ("mode=explore",)),
            (("key", "46"), ("list=False",)),
            (("key", "46"), ("list=True",)),
            (("key", "--delay", "80", "41", "40"), ("query=ав",)),
            (("key", "Escape"), ("query= ",)),
            (("key", "12"), ("rig=walk",)),
            (("key", "10"), ("rig=fly",)),
        ):
            driven.do(*codes)
            driven.wait(*wanted)
        driven.do("key", "24")
        driven.do("key", "ctrl+24")
        assert driven.process.wait(10) == 0
    finally:
        subprocess.run(["setxkbmap", "us"], env=driven.environment, check=True, timeout=20)
