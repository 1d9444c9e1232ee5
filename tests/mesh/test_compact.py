from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.kit import extrude, lathe
from almaty_tour.kit.paint import STONE
from almaty_tour.mesh import check, compact
from almaty_tour.mesh.data import merge


@given(st.lists(st.tuples(*[st.floats(-1, 1)] * 3), min_size=1, max_size=20))
def test_normals_survive_to_half_a_degree(values):
    vectors = np.array(values) + np.array([0, 0, 1e-3])
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = (vectors / np.maximum(length, 1e-9)).astype(np.float32)
    back = compact.unpacked_normals(compact.packed_normals(unit))
    good = length[:, 0] > 1e-6
    assert (unit * back).sum(axis=1)[good].min(initial=1) > np.cos(np.radians(0.6))


@given(st.floats(0.01, 3000))
def test_layouts_survive_to_their_step(reach):
    uv = np.float32([[reach, -reach], [0, reach / 3]])
    packed, steps = compact.packed_uv(uv)
    assert np.abs(compact.unpacked_uv(packed, steps) - uv).max() <= 0.51 / steps
    assert steps == compact.UV_STEPS_PER_M or reach * steps * 2 > compact.WORD


def test_snapping_is_a_grid_and_snapping_twice_changes_nothing():
    ball = compact.snapped(lathe.sphere(1.234567, STONE))
    assert np.array_equal(ball.positions * 4096, np.rint(ball.positions * 4096))
    assert np.array_equal(compact.snapped(ball).positions, ball.positions)


def test_welding_joins_twins_only_and_keeps_the_body_closed():
    box = extrude.box(1, 1, 1, STONE)
    soup = replace(
        box,
        **{name: getattr(box, name)[box.faces.ravel()]
           for name in ("positions", "normals", "uv", "tint", "material", "part")},
        faces=np.arange(36, dtype=np.uint32).reshape(-1, 3),
    )  # fmt: skip
    joined = compact.welded(soup)
    assert (soup.vertex_count, joined.vertex_count) == (36, 24)
    assert check.is_solid(joined)


def test_welding_drops_faces_that_snapping_closed():
    sliver = extrude.box(1, 1, 1e-5, STONE)
    assert compact.welded(compact.snapped(sliver)).triangle_count == 4  # top and bottom


def test_pieces_hold_every_triangle_once():
    a = extrude.box(1, 1, 1, STONE)
    both = merge([a, replace(a, materials=("gold",)), replace(a, parts=("tower",))])
    found = compact.pieces(both)
    assert [(part, material) for part, material, _ in found] == [
        ("body", "ashlar"), ("body", "gold"), ("tower", "ashlar"),
    ]  # fmt: skip
    assert [piece.triangle_count for _, _, piece in found] == [12, 12, 12]
