"""The benchmark's contract, on a scene of a few boxes written here."""

from __future__ import annotations

import json
import struct

import numpy as np
import pytest

from almaty_tour.base.errors import AssetError
from almaty_tour.bench.read import read_plain
from almaty_tour.bench.run import read_path, run_bench
from almaty_tour.bench.scene import REPEATED, bench_scene

UNIT = np.array([[x, y, z] for x in (-1, 1) for y in (0, 2) for z in (-1, 1)], np.float32)
FACES = np.array(
    [0, 1, 3, 0, 3, 2, 4, 6, 7, 4, 7, 5, 0, 4, 5, 0, 5, 1,
     2, 3, 7, 2, 7, 6, 0, 2, 6, 0, 6, 4, 1, 5, 7, 1, 7, 3],
    np.uint32,
)  # fmt: skip


def write_glb(path, trees=REPEATED):
    """Four boxes of their own and many copies of a fifth, in two materials."""
    blob = UNIT.tobytes() + (UNIT / 1.7).astype(np.float32).tobytes() + FACES.tobytes()
    attributes = {"POSITION": 0, "NORMAL": 1}
    meshes = [
        {
            "name": f"m{i}",
            "primitives": [{"attributes": attributes, "indices": 2, "material": i % 2}],
        }
        for i in range(5)
    ]
    nodes = [
        {"mesh": i, "translation": [40.0 * i - 60.0, 0.0, -20.0], "scale": [5.0, 5.0, 5.0],
         "rotation": [0.0, np.sin(0.2), 0.0, np.cos(0.2)]}
        for i in range(4)
    ] + [{"mesh": 4, "translation": [2.0 * i - 60.0, 0.0, 30.0]} for i in range(trees)]  # fmt: skip
    views = [(0, 96), (96, 96), (192, 144)]
    table = {
        "asset": {"version": "2.0"}, "meshes": meshes, "nodes": nodes,
        "materials": [{"pbrMetallicRoughness": {"baseColorFactor": [1, 0, 0, 1]}}, {}],
        "bufferViews": [{"buffer": 0, "byteOffset": o, "byteLength": n} for o, n in views],
        "accessors": [
            {"bufferView": 0, "componentType": 5126, "count": 8, "type": "VEC3"},
            {"bufferView": 1, "componentType": 5126, "count": 8, "type": "VEC3"},
            {"bufferView": 2, "componentType": 5125, "count": 36, "type": "SCALAR"},
        ],
        "buffers": [{"byteLength": len(blob)}],
    }  # fmt: skip
    text = json.dumps(table).encode()
    text += b" " * (-len(text) % 4)
    body = (
        struct.pack("<II", len(text), 0x4E4F534A)
        + text
        + struct.pack("<II", len(blob), 0x004E4942)
        + blob
    )
    path.write_bytes(struct.pack("<III", 0x46546C67, 2, 12 + len(body)) + body)
    return path


def write_path(path):
    frames = [{"eye": [0, 60, 120 - i], "target": [0, 0, 0], "up": [0, 1, 0]} for i in range(3)]
    light = {"direction": [-0.4, -0.8, -0.4], "color": [1, 1, 1], "ambient": 0.35}
    data = {"fovy_deg": 60.0, "znear": 1, "zfar": 8000, "background": [0, 0, 0], "light": light,
            "shots": [1], "frames": frames}  # fmt: skip
    path.write_text(json.dumps(data))
    return path


def test_nodes_become_blocks_and_what_repeats_becomes_props(tmp_path):
    plain = read_plain(write_glb(tmp_path / "a.glb"))
    made = bench_scene(plain)
    assert plain.colours.tolist() == [[1, 0, 0], [1, 1, 1]]
    assert set(made.props) == {"prop.4"}
    copies = np.concatenate([t.rows["object_id"] for c in made.chunks for t in c.instances])
    assert sorted(copies.tolist()) == list(range(5, 5 + REPEATED))
    single = np.concatenate([lv.vertices["object_id"] for c in made.chunks for lv in c.levels])
    assert set(single.tolist()) == {1, 2, 3, 4}
    for chunk in made.chunks:
        for level in chunk.levels:
            assert level.vertices["position"].min(axis=0) == pytest.approx(
                chunk.bounds_min, abs=20.1
            )


def test_a_node_is_turned_moved_and_set_z_up(tmp_path):
    made = bench_scene(read_plain(write_glb(tmp_path / "a.glb")))
    placed = [
        level.vertices["position"][level.vertices["object_id"] == 1] + chunk.origin_enu
        for chunk in made.chunks for level in chunk.levels
    ]  # fmt: skip
    points = np.concatenate(placed)
    turn = 0.4
    x, y, z = (UNIT * 5.0).T
    expected = np.stack(
        [x * np.cos(turn) + z * np.sin(turn) - 60.0, x * np.sin(turn) - z * np.cos(turn) + 20.0, y],
        1,
    )
    assert points == pytest.approx(expected, abs=1e-4)


@pytest.mark.gl
def test_the_contract_is_kept_and_every_building_is_there(context, tmp_path):
    glb, path = write_glb(tmp_path / "a.glb"), write_path(tmp_path / "p.json")
    out = tmp_path / "frames.json"
    run_bench(glb, path, (160, 90), out, str(tmp_path / "shot"))
    found = json.loads(out.read_text())
    assert len(found["frames_ms"]) == 3
    assert min(found["frames_ms"]) > 0.0
    assert {"t_first_frame", "load_s", "draw_cpu_ms", "thread_cpu_ms", "process_cpu_ms"} <= set(
        found
    )
    assert (tmp_path / "shot_001.png").is_file()


@pytest.mark.gl
def test_ids_of_all_buildings_are_in_the_picture(context, tmp_path):
    from almaty_tour.bench.run import BenchStage

    plain = read_plain(write_glb(tmp_path / "a.glb"))
    stage = BenchStage(bench_scene(plain), plain.colours, (320, 180))
    cameras = read_path(write_path(tmp_path / "p.json"))
    ids = set(np.unique(stage.renderer.id_picture(stage.frame(cameras, 0))).tolist())
    stage.renderer.free()
    assert {1, 2, 3, 4} <= ids
    assert len(ids & set(range(5, 5 + REPEATED))) > 0.9 * REPEATED


@pytest.mark.parametrize("damage", [b"", b"glTF", b"not a model at all, only words that go on"])
def test_a_broken_scene_is_one_line(tmp_path, damage):
    (tmp_path / "a.glb").write_bytes(damage)
    with pytest.raises(AssetError, match=r"a\.glb: is not a plain GLB"):
        read_plain(tmp_path / "a.glb")


def test_a_broken_path_is_one_line(tmp_path):
    (tmp_path / "p.json").write_text('{"frames": []}')
    with pytest.raises(AssetError, match="is not a path of the contract"):
        read_path(tmp_path / "p.json")
    with pytest.raises(AssetError, match="cannot be read"):
        read_path(tmp_path / "none.json")
