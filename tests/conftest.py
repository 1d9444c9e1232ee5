"""What several rooms share: one hidden GL context, and a small city to break things in."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings

# A busy machine is no fault of the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

SMALL_LANDMARKS = ("abai_opera", "independence_monument")
SMALL_TOUR = """
version = 1
start = "2026-06-21T17:20"
name = { kk = "Шағын", ru = "Малый", en = "Small" }
description = { kk = "Екі сурет", ru = "Два вида", en = "Two views" }

[[steps]]
kind = "stop"
landmark = "abai_opera"
from_deg = 20.0
distance_m = 130.0
above_m = 20.0
look_up_m = 11.0
hold_s = 2.0
caption = { kk = "Опера", ru = "Опера", en = "The opera" }
"""


@pytest.fixture(scope="session", autouse=True)
def no_imports(tmp_path_factory):
    """What the person at this machine imported is not what is tested."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALMATY_TOUR_DATA", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def context():
    """The shared context, for a headless window leaks when it is closed; skips without OpenGL."""
    from almaty_tour.base.errors import GraphicsError
    from almaty_tour.render.gl.context import open_headless

    try:
        return open_headless()
    except GraphicsError as fault:
        pytest.skip(str(fault))


@pytest.fixture(scope="session")
def leaf_sheet():
    """The light and cut of a sheet of leaves by its name, painted once for whoever asks."""
    from almaty_tour.bake import leafage, needles

    return cache(lambda name: getattr(leafage if hasattr(leafage, name) else needles, name)())


@pytest.fixture(scope="session")
def own_display():
    """The name of a virtual display that nobody else uses; needs Xvfb."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "800x600x24"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


class City:
    """A small copy of the shipped files: two landmarks, a tour of two seconds, some houses.

    Big files are links; `put` replaces a link and never writes through it.
    """

    def __init__(self, folder: Path, shipped: Path) -> None:
        self.folder = folder
        for path in sorted(shipped.rglob("*")):
            room = path.relative_to(shipped).parts[0]
            if path.is_file() and room not in {"content", "city"}:
                link(path, folder / path.relative_to(shipped))
        shutil.copytree(shipped / "content", folder / "content")
        told_of = ("tours", "history", "interiors")  # whose files name landmarks
        for kind, kept in (("landmarks", SMALL_LANDMARKS), *((one, ()) for one in told_of)):
            for path in (folder / "content" / kind).glob("*.toml"):
                if path.stem not in kept:
                    path.unlink()
        self.put("content/tours/golden_cradle.toml", SMALL_TOUR)
        self._town(shipped / "city")

    def _town(self, shipped: Path) -> None:
        from PIL import Image

        for path in sorted(shipped.glob("[!.]*")):
            target = self.folder / "city" / path.name
            target.parent.mkdir(exist_ok=True)
            if path.suffix == ".png":
                Image.new("RGBA", (64, 64), (90, 110, 70, 255)).save(target)
            elif path.suffix == ".npy":
                rows = np.load(path)
                if "x" in (rows.dtype.names or ()):
                    rows = rows[np.hypot(rows["x"] - 60.0, rows["y"] + 130.0) < 250.0]
                np.save(target, rows)
            else:
                shutil.copy(path, target)

    def put(self, name: str, data: bytes | str | None) -> Path:
        """Replaces a file, or takes it away when `data` is None; its path."""
        path = self.folder / name
        path.unlink(missing_ok=True)
        if data is not None:
            path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    def use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The package of this process takes this copy for its shipped files."""
        monkeypatch.setattr("almaty_tour.base.assets._PACKAGE", self.folder.parent)


def link(source: Path, target: Path) -> None:
    """A link where the system allows one, else a copy."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.symlink_to(source)
    except OSError:
        shutil.copy(source, target)


@pytest.fixture
def city(tmp_path):
    """A small copy of the shipped files, safe to break."""
    from almaty_tour.base.assets import assets_dir

    return City(tmp_path / "copy" / "assets", assets_dir())
