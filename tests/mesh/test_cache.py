import subprocess
import sys

import numpy as np
import pytest

from almaty_tour.base.errors import AssetError
from almaty_tour.kit import lathe, placing
from almaty_tour.kit.paint import STONE
from almaty_tour.mesh import cache, glb
from almaty_tour.mesh.data import Model, Moving

BALL = lathe.sphere(3, STONE)


@pytest.fixture
def model_file(tmp_path):
    trees = placing.instances("tree.elm", [(1, 2), (3, 4)], "two")
    path = tmp_path / "ball.glb"
    path.write_bytes(glb.model_bytes(Model(BALL, (trees,)), {}))
    return path


def _same(a, b):
    assert [level.error_m for level in a.levels] == [level.error_m for level in b.levels]
    for one, other in zip(a.levels, b.levels, strict=True):
        assert one.mesh.materials == other.mesh.materials
        for field in cache.ARRAYS:
            left, right = getattr(one.mesh, field), getattr(other.mesh, field)
            assert left.dtype == right.dtype
            assert np.array_equal(left, right)
    assert [t.kind for t in a.props] == [t.kind for t in b.props]


def test_the_second_read_gives_the_same(model_file, tmp_path):
    folder = tmp_path / "cache"
    first = cache.load_model(model_file, folder)
    assert len(list(folder.iterdir())) == 1
    _same(first, cache.load_model(model_file, folder))


def test_what_moves_is_kept(tmp_path):
    file = tmp_path / "wheel.glb"
    wheel = Moving("wheel", BALL, "turn", (1, 2, 3), (0, 1, 0), 0.5, phases=(0.0, 0.5))
    file.write_bytes(glb.model_bytes(Model(BALL, moving=(wheel,)), {}))
    cache.load_model(file, tmp_path / "cache")
    (kept,) = cache.load_model(file, tmp_path / "cache").moving
    assert (kept.name, kept.motion, kept.pivot_m, kept.phases) == (
        "wheel",
        "turn",
        (1, 2, 3),
        (0.0, 0.5),
    )
    assert kept.mesh.triangle_count == BALL.triangle_count


def test_the_second_start_needs_no_trimesh(model_file, tmp_path):
    folder = tmp_path / "cache"
    cache.load_model(model_file, folder)
    code = (
        "import sys; from pathlib import Path; from almaty_tour.mesh import cache;"
        f"m = cache.load_model(Path({str(model_file)!r}), Path({str(folder)!r}));"
        "print(len(m.levels), 'trimesh' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == "False"


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "rubbish"])
def test_a_damaged_entry_is_made_again(model_file, tmp_path, damage):
    folder = tmp_path / "cache"
    good = cache.load_model(model_file, folder)
    (entry,) = folder.iterdir()
    whole = entry.read_bytes()
    middle = len(whole) // 2
    entry.write_bytes(
        {
            "cut": whole[:-200],
            "flip": whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :],
            "empty": b"",
            "rubbish": b"x" * 5000,
        }[damage]
    )
    _same(good, cache.load_model(model_file, folder))
    assert entry.read_bytes() == whole


def test_a_changed_model_is_another_entry(model_file, tmp_path):
    folder = tmp_path / "cache"
    cache.load_model(model_file, folder)
    model_file.write_bytes(glb.model_bytes(Model(lathe.sphere(4, STONE)), {}))
    assert cache.load_model(model_file, folder).levels[0].mesh.bounds_m[1][2] == pytest.approx(4)
    assert len(list(folder.iterdir())) == 2


def test_where_nothing_can_be_written_the_model_still_comes(model_file, tmp_path):
    blocked = tmp_path / "a file, no folder"
    blocked.write_text("")
    loaded = cache.load_model(model_file, blocked / "meshes")
    assert loaded.levels[0].mesh.triangle_count == BALL.triangle_count


def test_a_broken_model_is_reported_not_cached(tmp_path):
    path = tmp_path / "broken.glb"
    path.write_bytes(b"glTF and nothing behind it, sorry")
    with pytest.raises(AssetError, match=r"broken\.glb"):
        cache.load_model(path, tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


def test_levels_of_props_are_joined_in_order(tmp_path):
    path = tmp_path / "props.glb"
    fine, coarse = Model(BALL), Model(lathe.sphere(3, STONE, sides=6))
    path.write_bytes(glb.library_bytes({"x.y/1": coarse, "x.y/0": fine}, {}))
    library = cache.load_library(path, tmp_path / "cache")
    counts = [level.mesh.triangle_count for level in library["x.y"].levels]
    assert counts == [fine.mesh.triangle_count, coarse.mesh.triangle_count]
    assert library["x.y"].levels[0].error_m == 0.0 < library["x.y"].levels[1].error_m
