import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trimesh

from almaty_tour.base.errors import AssetError
from almaty_tour.kit import dome, extrude, placing, stair, transform
from almaty_tour.kit.paint import GOLD, Paint
from almaty_tour.mesh import check, compact, glb
from almaty_tour.mesh.data import Collision, Model, Moving, as_part, merge

SOURCE = Path("some.glb")


def _model():
    body = extrude.box(10, 8, 6, Paint("plaster", "#C8A060"))
    top = as_part(transform.move(dome.dome("onion", 3, 4, GOLD), z=6), "dome")
    mesh = compact.welded(compact.snapped(merge([body, top])))
    trees = placing.instances("tree.elm", placing.row((-20, -9), (20, -9), 5), "row")
    solid = stair.wall_prism([(-5, -4), (5, -4), (5, 4), (-5, 4)], 6.0)
    return Model(mesh, (trees,), Collision((solid,), stair.straight_floors(3, 0.5, 3, y_m=-4)))


MODEL = _model()
FILE = glb.model_bytes(MODEL, {"gold": glb.Look("#E7B64C", 0.28, 1.0)})


def test_a_model_comes_back_as_it_was():
    back = glb.model_of(FILE, SOURCE)
    old = {(p, m): piece for p, m, piece in compact.pieces(MODEL.mesh)}
    new = {(p, m): piece for p, m, piece in compact.pieces(back.mesh)}
    assert set(old) == set(new) == {("body", "plaster"), ("dome", "gold")}
    for key, piece in old.items():
        assert np.array_equal(piece.positions, new[key].positions)
        assert np.array_equal(piece.faces, new[key].faces)
        assert np.array_equal(piece.tint, new[key].tint)
        assert np.abs(piece.uv - new[key].uv).max() <= 0.5 / 256
        assert (piece.normals * new[key].normals).sum(axis=1).min() > np.cos(np.radians(0.6))
    assert check.faults(back.mesh) == []


def test_props_and_collision_come_back():
    back = glb.model_of(FILE, SOURCE)
    (old,), (new,) = MODEL.props, back.props
    assert (new.kind, new.seed.tolist()) == (old.kind, old.seed.tolist())
    assert np.abs(new.positions - old.positions).max() < 2e-4
    assert np.abs(new.scale - old.scale).max() < 2e-4
    assert np.abs(new.yaw_rad - old.yaw_rad).max() < 1e-4
    assert np.array_equal(back.collision.solids[0].outline, MODEL.collision.solids[0].outline)
    assert [floor.top_m for floor in back.collision.floors] == pytest.approx(
        [floor.top_m for floor in MODEL.collision.floors], abs=2e-4
    )


def test_what_moves_comes_back_and_other_programs_see_it_in_its_place():
    path = np.array([[0, 0, 0], [0, 30, 5], [1, 30, 5], [1, 0, 0]], np.float32)
    cabin = compact.welded(compact.snapped(extrude.box(2, 3, 2, GOLD)))
    moving = Moving("cabin", cabin, "loop", (4.0, 5.0, 6.0), (0, 0, 1), 2.5, path, (0.0, 0.25))
    data = glb.model_bytes(replace(MODEL, moving=(moving,)), {})
    back = glb.model_of(data, SOURCE)
    (new,) = back.moving
    assert (new.name, new.motion, new.pivot_m, new.axis) == ("cabin", "loop", (4, 5, 6), (0, 0, 1))
    assert (new.rate, new.phases) == (2.5, (0.0, 0.25))
    assert np.array_equal(new.path_m, path)
    assert np.array_equal(new.mesh.positions, cabin.positions)
    assert back.mesh.triangle_count == MODEL.mesh.triangle_count
    scene = trimesh.load_scene(io.BytesIO(data), file_type="glb", process=False)
    low, high = scene.bounds
    assert high[0] == pytest.approx(5.0)
    assert low[2] == pytest.approx(-6.5)


def test_the_same_model_gives_the_same_bytes():
    assert glb.model_bytes(_model(), {"gold": glb.Look("#E7B64C", 0.28, 1.0)}) == FILE


def test_other_programs_see_a_model_that_stands_upright():
    scene = trimesh.load_scene(trimesh.util.wrap_as_stream(FILE), file_type="glb", process=False)
    low, high = scene.bounds
    assert (low[1], high[1]) == (pytest.approx(0), pytest.approx(10))  # y is up in a file
    assert {"gold", "plaster"} == {g.visual.material.name for g in scene.geometry.values()}


def test_a_foreign_file_is_placed_and_coloured():
    box = trimesh.creation.box((2, 4, 6))
    box.visual.vertex_colors = [255, 0, 0, 255]
    scene = trimesh.Scene()
    scene.add_geometry(box, transform=trimesh.transformations.translation_matrix((10, 2, 0)))
    mesh = glb.model_of(scene.export(file_type="glb"), SOURCE).mesh
    low, high = mesh.bounds_m
    assert low.tolist() == pytest.approx([9, -3, 0])  # (x, y, z) of a file is (x, z, -y) here
    assert high.tolist() == pytest.approx([11, 3, 4])
    assert np.unique(mesh.tint, axis=0).tolist() == [[255, 0, 0, 255]]
    assert check.volume_m3(mesh) == pytest.approx(48)
    assert check.faults(mesh) == []


def test_a_mirrored_node_is_outside_out():
    scene = trimesh.Scene()
    scene.add_geometry(trimesh.creation.box((1, 1, 1)), transform=np.diag([-1.0, 1, 1, 1]))
    mesh = glb.model_of(scene.export(file_type="glb"), SOURCE).mesh
    assert check.volume_m3(mesh) == pytest.approx(1)
    assert not check.backward(mesh).any()


@pytest.mark.parametrize(
    "data",
    [b"", b"not a model at all, but long enough", FILE[:40], FILE[:-1], FILE[:-2000],
     FILE[:20] + b"~~~~" + FILE[24:]],
)  # fmt: skip
def test_damage_is_one_clear_line(data):
    with pytest.raises(AssetError) as caught:
        glb.model_of(data, SOURCE)
    assert str(caught.value).startswith("some.glb: is not a GLB that can be read")
    assert "\n" not in str(caught.value)


def test_a_triangle_past_the_end_is_refused():
    mesh = extrude.box(1, 1, 1, GOLD)
    data = bytearray(glb.model_bytes(Model(mesh), {}))
    words = compact.pieces(mesh)[0][2].faces.astype("<u2").tobytes()
    at = bytes(data).index(words)
    data[at : at + 2] = b"\xff\x7f"
    with pytest.raises(AssetError, match="past the last vertex"):
        glb.model_of(bytes(data), SOURCE)


def test_a_missing_and_a_giant_file_are_refused(tmp_path, monkeypatch):
    with pytest.raises(AssetError, match="cannot be read"):
        glb.read_model(tmp_path / "none.glb")
    big = tmp_path / "big.glb"
    big.write_bytes(FILE)
    monkeypatch.setattr(glb, "LIMIT_BYTES", 1000)
    with pytest.raises(AssetError, match="at most 1000"):
        glb.read_model(big)


TWO_READERS = """
import sys, threading
from pathlib import Path
from almaty_tour.mesh import glb

half_imported, second_is_done = threading.Event(), threading.Event()

class Stop:  # the first reader halts in the middle of the import, until the second has read
    def find_spec(self, name, *rest):
        if name == "trimesh.creation" and not half_imported.is_set():
            half_imported.set()
            second_is_done.wait(1.0)

def second():
    half_imported.wait()
    glb.read_model(Path(sys.argv[1]))
    second_is_done.set()

sys.meta_path.insert(0, Stop())
thread = threading.Thread(target=second)
thread.start()
glb.read_model(Path(sys.argv[1]))
thread.join()
print(half_imported.is_set(), second_is_done.is_set())
"""


def test_two_threads_may_read_the_first_files_at_once(tmp_path):
    path = tmp_path / "model.glb"
    path.write_bytes(FILE)
    done = subprocess.run(
        [sys.executable, "-c", TWO_READERS, str(path)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("True True", "")


def test_a_library_keeps_its_names(tmp_path):
    path = tmp_path / "props.glb"
    box = Model(extrude.box(1, 1, 1, GOLD))
    path.write_bytes(glb.library_bytes({"a/0": box, "a/1": MODEL}, {}))
    back = glb.read_library(path)
    assert list(back) == ["a/0", "a/1"]
    assert back["a/0"].mesh.triangle_count == 12
