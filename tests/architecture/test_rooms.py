"""The house rules that a tool can check: doors, sizes, lone imports, clean text."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import almaty_tour

PACKAGE = Path(almaty_tour.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
MOST_METHODS = 26

BAKE_TIME = ("almaty_tour.bake", "almaty_tour.landmarks", "almaty_tour.city", "almaty_tour.kit")
HEAVY = (
    "trimesh", "shapely", "manifold3d", "embreex", "scipy", "pandas", "xarray", "osmium",
    "rasterio",
)  # fmt: skip


def name_of(path):
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_are_one_idea_long_and_say_what_they_are(path):
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= LONGEST_MODULE
    if text.strip() and path.name != "__init__.py":
        assert ast.get_docstring(tree), "a module begins by saying what it is"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"
        if isinstance(node, ast.ClassDef):
            methods = [n for n in node.body if isinstance(n, ast.FunctionDef)]
            assert len(methods) <= MOST_METHODS, f"{node.name} has {len(methods)} methods"


def test_no_machine_paths_and_no_loose_ends():
    banned = re.compile(r"(^|[^A-Za-z0-9_.])/(wor[k]|far[m]|roo[t])/|\b(TOD[O]|FIXM[E]|XX[X])\b")
    hits = [name_of(path) for path in MODULES if banned.search(path.read_text("utf-8"))]
    assert hits == []


def run_alone(code):
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


ROOMS = (
    "base",
    "geo",
    "content",
    "mesh",
    "scene",
    "camera",
    "tour",
    "kit",
    "session.step",
    "session.solid",
    "ui.words",
)


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_import_alone_without_a_window(room):
    code = f"import almaty_tour.{room}, sys; assert 'pyglet' not in sys.modules"
    done = run_alone(code)
    assert done.returncode == 0, done.stderr


def test_the_viewer_never_imports_what_bakes():
    modules = (
        "app.viewer",
        "app.window",
        "ui.interface",
        "session.step",
        "session.arrivals",
        "export.sheet",
        "cli.main",
    )
    imports = "; ".join(f"import almaty_tour.{module}" for module in modules)
    code = (
        "import pyglet; pyglet.options['headless'] = True; "
        "pyglet.options['shadow_window'] = False; "
        f"import sys; {imports}; "
        f"baking = [m for m in sys.modules if m.startswith({BAKE_TIME!r})]; "
        f"bad = baking + [m for m in sys.modules if m.split('.')[0] in {HEAVY!r}]; "
        "assert not bad, bad"
    )
    done = run_alone(code)
    assert done.returncode == 0, done.stderr


def test_every_landmark_has_a_builder_and_every_builder_a_landmark():
    from almaty_tour.base.assets import assets_dir
    from almaty_tour.content.load import load_landmarks

    landmarks, _ = load_landmarks(assets_dir() / "content")
    texts = {spec.id for spec in landmarks.values() if spec.model}
    found = pkgutil.iter_modules([str(PACKAGE / "landmarks")])
    assert texts == {module.name for module in found if not module.name.startswith("_")}


@pytest.mark.parametrize(
    "folder", sorted((PACKAGE / "landmarks").glob("[a-z]*/")), ids=lambda p: p.name
)
def test_no_name_of_a_landmark_hides_one_of_its_pieces(folder):
    package = importlib.import_module(f"almaty_tour.landmarks.{folder.name}")
    for piece in sorted(folder.glob("[a-z]*.py")):
        module = importlib.import_module(f"{package.__name__}.{piece.stem}")
        assert getattr(package, piece.stem) is module
