from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.mesh.data import InstanceTable, as_part, merge, mesh
from almaty_tour.mesh.simplify import LevelMesh
from almaty_tour.scene.arrays import Scene
from almaty_tour.scene.chunk import Chunk, Instances, Level
from almaty_tour.scene.cull import box_distance_m, visible_boxes
from almaty_tour.scene.drawing import DetailLimits, Viewpoint, draw_list
from almaty_tour.scene.load import Placement, model_chunk
from almaty_tour.scene.lod import levels_for
from almaty_tour.scene.pick import chunk_code, chunk_of, object_ids, part_of
from almaty_tour.scene.vertex import INSTANCE, VERTEX, unpack_normals

LIMITS = DetailLimits(
    object_error_px=1.0, terrain_error_px=2.0, terrain_tiles=24, house_px=3.0, prop_px=8.0,
    middle_px=40.0, finest_px=150.0, shadow_error_m=0.5, shadow_reach_m=500.0,
)  # fmt: skip


def viewpoint(heading_rad=0.0, position=(0.0, 0.0, 0.0)) -> Viewpoint:
    camera = CameraState(position, heading_rad, 0.0)
    planes = frustum_planes(camera, 16 / 9)
    return Viewpoint(np.array(position), planes, camera.fov_rad, 720)


def level(error_m=0.0) -> Level:
    return Level(np.zeros(3, VERTEX), np.arange(3, dtype=np.uint32), error_m)


def chunk(name, origin, half=5.0, errors=(0.0,), instances=(), **more) -> Chunk:
    corner = np.full(3, half, np.float32)
    return Chunk(name, origin, -corner, corner, tuple(map(level, errors)), instances, **more)


def trees(places, kind="tree.elm") -> Instances:
    rows = np.zeros(len(places), INSTANCE)
    rows["position"], rows["scale"] = places, 1.0
    return Instances(kind, rows)


@given(st.integers(0, 2**32 - 1), st.floats(-3.0, 3.0))
def test_culling_agrees_with_every_corner_by_hand(seed, heading):
    random = np.random.default_rng(seed)
    centre = random.uniform(-900, 900, (200, 3))
    half = random.uniform(0.5, 60, (200, 3))
    boxes = np.concatenate([centre, half, np.ones((200, 1))], axis=1).T.astype(np.float32)
    planes = viewpoint(heading).planes
    signs = np.array(np.meshgrid([-1, 1], [-1, 1], [-1, 1])).reshape(3, -1).T
    corners = centre[:, None] + half[:, None] * signs[None]
    best = (corners @ planes[:, :3].T + planes[:, 3]).max(axis=1)
    clear = np.abs(best).min(axis=1) > 1e-2
    expected = (best >= 0.0).all(axis=1)
    assert (visible_boxes(boxes, planes) == expected)[clear].all()


def test_distance_to_a_box_is_to_its_nearest_point():
    boxes = np.array([[10.0], [0], [0], [2], [3], [4], [1]], np.float32)
    assert box_distance_m(boxes, np.zeros(3))[0] == pytest.approx(8.0)
    assert box_distance_m(boxes, np.array([10.0, 1.0, 2.0]))[0] == 0.0


def test_the_coarsest_level_that_is_good_enough():
    errors = np.array([[0.0, 0.5, 2.0, np.inf]] * 4, np.float32)
    found = levels_for(errors, np.array([1.0, 499.0, 501.0, 1e6], np.float32), 0.001)
    assert found.tolist() == [0, 0, 1, 2]


def test_what_is_behind_is_left_out_and_near_comes_first():
    scene = Scene()
    rows = [
        scene.add(chunk(name, (0.0, y, 0.0)))
        for name, y in (("far", 900.0), ("behind", -300.0), ("near", 60.0))
    ]
    drawn = draw_list(scene, viewpoint(), LIMITS)
    assert drawn.chunks.tolist() == [rows[2], rows[0]]
    assert set(drawn.shadow_chunks.tolist()) == {rows[1], rows[2]}


def test_a_chunk_that_was_removed_is_gone_and_its_row_is_used_again():
    scene = Scene()
    row = scene.add(chunk("a", (0.0, 50.0, 0.0)))
    assert scene.remove("a") == row
    assert not len(draw_list(scene, viewpoint(), LIMITS).chunks)
    assert scene.add(chunk("b", (0.0, 50.0, 0.0))) == row
    assert scene.remove("a") is None


def test_a_chunk_beyond_its_view_distance_is_left_out():
    scene = Scene()
    scene.add(chunk("a", (0.0, 400.0, 0.0), view_distance_m=300.0))
    assert not len(draw_list(scene, viewpoint(), LIMITS).chunks)


@pytest.mark.parametrize(("above_m", "count"), [(40.0, 1), (80.0, 0)])
def test_far_chunks_sink_with_the_curve_of_the_earth(above_m, count):
    # 60 km away the ground has sunk by 246 m: 300 m high, it stands 54 m over the level.
    scene = Scene()
    scene.add(chunk("mast", (0.0, 60_000.0, 300.0), half=1.0))
    view = Viewpoint(np.zeros(3), np.array([[0.0, 0.0, 1.0, -above_m]]), 0.87, 720)
    assert len(draw_list(scene, view, LIMITS).chunks) == count


def test_props_are_relative_to_the_eye_and_finer_when_near():
    scene = Scene()
    places = [(0.0, 30.0, 0.0), (0.0, 150.0, 0.0), (0.0, 700.0, 0.0), (0.0, -40.0, 0.0)]
    scene.add(chunk("wood", (1000.0, 0.0, 0.0), half=800.0, instances=(trees(places),)))
    drawn = draw_list(scene, viewpoint(position=(1000.0, 0.0, 0.0)), LIMITS)
    found = {key: rows["position"].tolist() for key, rows in drawn.props.items()}
    assert found == {
        ("tree.elm", 0): [[0.0, 30.0, 0.0]],
        ("tree.elm", 1): [[0.0, 150.0, 0.0]],
        ("tree.elm", 2): [[0.0, 700.0, 0.0]],
    }


def test_small_props_go_before_houses():
    scene = Scene()
    at = [(0.0, 2_000.0, 0.0)]
    tables = (trees(at), trees(at, "house.panel5"))
    scene.add(chunk("block", (0.0, 0.0, 0.0), half=2_500.0, instances=tables))
    assert set(draw_list(scene, viewpoint(), LIMITS).props) == {("house.panel5", 2)}


def test_a_model_is_turned_to_its_bearing_with_ids_of_its_parts():
    front = mesh([[0, -1, 0], [1, -1, 0], [0, -1, 1]], [[0, 1, 2]], [[0, -1, 0]] * 3, "plaster")
    both = merge([front, as_part(front, "belfry")])
    table = InstanceTable(
        "tree.elm", np.array([[0, -5, 0]], np.float32), np.zeros(1, np.float32),
        np.ones((1, 2), np.float32), np.zeros(1, np.uint32),
    )  # fmt: skip
    made = model_chunk(
        "landmark.x", [LevelMesh(both, 0.0)], Placement((10.0, 20.0, 700.0), math.pi / 2),
        {"asphalt": 0, "plaster": 3}, props=[table],
    )  # fmt: skip
    rows = made.levels[0].vertices
    assert np.allclose(unpack_normals(rows["normal"]), [[1, 0, 0]] * 6, atol=2e-3)
    assert np.allclose(rows["position"][0], [1, 0, 0], atol=1e-6)
    assert set(rows["material"].tolist()) == {3}
    assert rows["object_id"].tolist() == [
        *[chunk_code("landmark.x") + 1] * 3,
        *[chunk_code("landmark.x") + 2] * 3,
    ]
    assert np.allclose(made.instances[0].rows["position"], [[5, 0, 0]], atol=1e-6)
    assert (made.bounds_min <= rows["position"].min(axis=0)).all()


@given(st.text(min_size=1, max_size=30), st.integers(0, 4000))
def test_ids_name_their_chunk_and_part(name, part):
    number = int(object_ids(name, ["p"] * (part + 1))[part])
    assert number != 0
    assert part_of(number) == part
    assert chunk_of(number, ["another", name]) in {name, "another"}
    assert chunk_of(number, [name]) == name


def test_too_many_parts_are_refused():
    with pytest.raises(ValueError, match="4095"):
        object_ids("x", ["p"] * 4096)
