"""The shipped files are found in a checkout, an editable install and a wheel alike."""

import email
import json
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import almaty_tour
from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError

ROOT = Path(__file__).parents[2]
LANDMARKS = len(list((ROOT / "assets/content/landmarks").glob("*.toml")))


def run(python_path, *words, cwd):
    return subprocess.run(
        [sys.executable, *words],
        env=os.environ | {"PYTHONPATH": str(python_path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, timeout=120, check=False, cwd=cwd,
    )  # fmt: skip


def listed(python_path, cwd):
    """What `list landmarks --json` says of a package on a path."""
    done = run(python_path, "-m", "almaty_tour", "list", "landmarks", "--json", cwd=cwd)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def place_of_package(python_path, cwd):
    words = "import almaty_tour.base.assets as a; print(a.__file__); print(a.assets_dir())"
    done = run(python_path, "-c", words, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return [Path(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Builds a wheel of a kind with the builder of the project file; its path.

    Nothing is squeezed: squeezing the models takes ten times as long as all the rest, and
    `scripts/test.py` has installed this checkout with it.
    """
    code = (
        "import sys, zlib; zlib.Z_DEFAULT_COMPRESSION = 0;"
        "from hatchling.builders.wheel import WheelBuilder;"
        "print(next(iter(WheelBuilder(sys.argv[1]).build("
        "directory=sys.argv[2], versions=[sys.argv[3]]))))"
    )

    def build(kind):
        folder = tmp_path_factory.mktemp(kind)
        done = subprocess.run(
            [sys.executable, "-c", code, str(ROOT), str(folder), kind],
            check=True, capture_output=True, text=True, timeout=300, cwd=folder,
        )  # fmt: skip
        return Path(done.stdout.strip())

    return build


def test_the_shipped_files_are_found_here():
    assert (assets_dir() / "content" / "landmarks").is_dir()
    assert (assets_dir() / "models" / "props.glb").is_file()


@pytest.mark.skipif(not (ROOT / "assets").is_dir(), reason="needs a checkout")
def test_a_checkout_serves_its_own_assets(tmp_path):
    module, assets = place_of_package(ROOT / "src", tmp_path)
    assert module.is_relative_to(ROOT / "src")
    assert assets == ROOT / "assets"
    assert len(listed(ROOT / "src", tmp_path)) == LANDMARKS


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / "assets").is_dir(), reason="needs a checkout")
def test_an_editable_install_serves_the_checkout(built, tmp_path):
    """The hook of an editable install is a .pth file; `site` reads it from any folder."""
    hooks = tmp_path / "site"
    with zipfile.ZipFile(built("editable")) as archive:
        archive.extractall(hooks)
    words = (
        "import site, sys; site.addsitedir(sys.argv[1]); sys.path.insert(0, sys.path.pop());"
        "import almaty_tour.base.assets as a; print(a.__file__); print(a.assets_dir())"
    )
    done = run("", "-c", words, str(hooks), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    module, assets = (Path(line) for line in done.stdout.splitlines())
    assert module.is_relative_to(ROOT / "src")
    assert assets == ROOT / "assets"


def test_without_shipped_files_there_is_one_line(monkeypatch, tmp_path):
    monkeypatch.setattr("almaty_tour.base.assets._PACKAGE", tmp_path / "src" / "almaty_tour")
    with pytest.raises(AssetError, match="install again"):
        assets_dir()


@pytest.fixture(scope="module")
def wheel(built):
    """The wheel, built from this checkout with the tools that are here."""
    if not (ROOT / "pyproject.toml").is_file():
        pytest.skip("needs a checkout")
    return built("standard")


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder that the wheel alone is installed into."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run(
        [*pip, "--no-deps", "--no-index", "--target", str(target), str(wheel)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return target


@pytest.mark.slow
def test_the_wheel_holds_every_shipped_file_and_the_script(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (info,) = {name.split("/")[0] for name in names if ".dist-info/" in name}
        script = archive.read(f"{info}/entry_points.txt").decode()
        told = email.message_from_bytes(archive.read(f"{info}/METADATA"))
    tracked = {
        f"almaty_tour/assets/{path.relative_to(ROOT / 'assets').as_posix()}"
        for path in (ROOT / "assets").rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    assert tracked <= names
    shaders = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "almaty_tour" / "render" / "shaders").rglob("*")
        if path.is_file()
    }
    assert shaders <= names
    assert "almaty_tour/py.typed" in names
    assert "almaty-tour = almaty_tour.cli.main:main" in script
    assert not any(name.startswith(("tests/", "docs/", "scripts/")) for name in names)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert told["Version"] == almaty_tour.__version__
    assert told["Requires-Python"] == project["requires-python"]
    assert any(name.endswith("/LICENSE") for name in names)


@pytest.mark.slow
def test_the_wheel_runs_far_from_any_checkout(installed, tmp_path):
    module, assets = place_of_package(installed, tmp_path)
    assert module.is_relative_to(installed)
    assert assets == installed / "almaty_tour" / "assets"
    rows = listed(installed, tmp_path)
    assert len(rows) == LANDMARKS
    assert all(row["model"] or row["reason"] for row in rows)
    script = next((installed / "bin").glob("almaty-tour*"))
    done = run(installed, str(script), "--version", cwd=tmp_path)
    assert done.stdout.strip() == f"almaty-tour, version {almaty_tour.__version__}"


@pytest.mark.slow
def test_baking_from_a_wheel_says_what_it_needs(installed, tmp_path):
    before = {path: path.stat().st_mtime_ns for path in installed.rglob("*.glb")}
    done = run(installed, "-m", "almaty_tour", "bake", "abai_opera", cwd=tmp_path)
    assert done.returncode == 2
    assert "checkout" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert {path: path.stat().st_mtime_ns for path in installed.rglob("*.glb")} == before
