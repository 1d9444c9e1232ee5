"""The quadtree of tiles: what is drawn is the ground, whole and once."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almaty_tour.geo import terrain_tiles as tiles
from almaty_tour.geo.terrain import Pad, Terrain
from almaty_tour.geo.tile_faces import NODES, QUADS

PADS = [Pad(1_000.0, -2_000.0, 12.0, 15.0), Pad(4_000.0, 1_000.0, 150.0, 40.0)]
FOV = np.radians(50.0)
EYES = st.tuples(st.floats(-12_000, 20_000), st.floats(-20_000, 12_000), st.floats(1_000, 9_000))


@pytest.fixture(scope="module")
def tree(small: Terrain) -> tiles.TileTree:
    return tiles.TileTree.build(small.flattened(PADS))


def _areas(tree: tiles.TileTree, nodes: np.ndarray) -> np.ndarray:
    return np.prod((tree.high - tree.low)[nodes, :2].astype(np.float64), axis=1)


@settings(deadline=None, max_examples=40)
@given(EYES, st.floats(0.5, 30.0))
def test_every_choice_covers_the_land_exactly_once(
    tree: tiles.TileTree, eye: tuple[float, float, float], error_px: float
) -> None:
    chosen = tree.select(eye, None, FOV, 720, error_px)
    assert _areas(tree, chosen).sum() == pytest.approx((128 * 480.0) ** 2)
    for node in chosen:
        above = tree.parent[node]
        while above >= 0:
            assert above not in chosen
            above = tree.parent[above]


@settings(deadline=None, max_examples=40)
@given(EYES, st.floats(0.5, 10.0))
def test_no_chosen_tile_errs_more_than_asked(
    tree: tiles.TileTree, eye: tuple[float, float, float], error_px: float
) -> None:
    chosen = tree.select(eye, None, FOV, 720, error_px)
    outside = np.maximum(tree.low[chosen] - eye, eye - tree.high[chosen]).clip(0.0)
    distance = np.linalg.norm(outside, axis=1).clip(0.5)
    focal = 360.0 / np.tan(FOV / 2.0)
    wrong = tree.error_m[chosen] * focal / distance > error_px * 1.001
    assert not (wrong & ~tree.leaf[chosen]).any()


def test_near_ones_come_first_and_a_limit_is_kept(tree: tiles.TileTree) -> None:
    eye = np.array([1_000.0, -2_000.0, 1_620.0])
    free = tree.select(eye, None, FOV, 720, 1.0)
    held = tree.select(eye, None, FOV, 720, 1.0, most_tiles=40)
    assert len(held) <= 40 < len(free)
    for chosen in (free, held):
        outside = np.maximum(tree.low[chosen] - eye, eye - tree.high[chosen]).clip(0.0)
        distance = np.linalg.norm(outside, axis=1)
        assert (np.diff(distance) >= -0.5).all()


def test_planes_keep_what_they_see_and_drop_what_lies_behind(tree: tiles.TileTree) -> None:
    eye = np.array([4_000.0, 0.0, 1_900.0])
    north = np.array([[0.0, 1.0, 0.0, -eye[1]]])
    seen = set(tree.select(eye, north, FOV, 720, 2.0).tolist())
    everything = tree.select(eye, None, FOV, 720, 2.0)
    ahead = {int(node) for node in everything if tree.high[node, 1] >= eye[1]}
    assert seen == ahead


def test_far_land_that_curvature_lowers_is_still_drawn(tree: tiles.TileTree) -> None:
    eye = np.array([-18_000.0, -24_000.0, 3_000.0])
    below = np.array([[0.0, 0.0, -1.0, float(tree.low[:, 2].min()) - 1.0]])
    assert len(tree.select(eye, below, FOV, 720, 2.0)) > 0


def test_errors_grow_towards_the_roots_and_leaves_have_none(tree: tiles.TileTree) -> None:
    child = np.flatnonzero(tree.parent >= 0)
    assert (tree.error_m[tree.parent[child]] >= tree.error_m[child]).all()
    assert (tree.greatest_m[tree.parent[child]] >= tree.greatest_m[child]).all()
    assert (tree.greatest_m[tree.leaf] == 0.0).all()
    assert (tree.keys[tree.parent[child], 0] == tree.keys[child, 0] + 1).all()
    assert (tree.keys[tree.parent[child], 1:] == tree.keys[child, 1:] // 2).all()


def test_a_tile_with_a_child_has_four(tree: tiles.TileTree) -> None:
    counts = np.bincount(tree.parent[tree.parent >= 0], minlength=len(tree.keys))
    assert set(counts.tolist()) == {0, 4}
    assert {0, 1, 2, 3, 7, 9} <= set(tree.keys[:, 0].tolist())


def test_bounds_hold_the_vertices(tree: tiles.TileTree) -> None:
    for node in np.linspace(0, len(tree.keys) - 1, 60).astype(int):
        mesh = tree.mesh(int(node))
        world = mesh.origin + mesh.positions[: NODES**2]
        assert (world >= tree.low[node] - 0.02).all()
        assert (world <= tree.high[node] + 0.02).all()


def test_the_finest_mesh_is_the_ground(tree: tiles.TileTree) -> None:
    """Points inside the triangles of leaves, under pads and beside them."""
    triangles = tiles.tile_indices()[: 2 * QUADS**2]
    weights = np.array([0.2, 0.3, 0.5])
    leaves = np.flatnonzero(tree.leaf & (tree.keys[:, 0] <= 3))
    for node in leaves[:: len(leaves) // 40]:
        mesh = tree.mesh(int(node))
        corners = mesh.origin + mesh.positions[triangles].astype(np.float64)
        middle = np.einsum("k,tkc->tc", weights, corners)
        truth = tree.terrain.height_m(middle[:, 0], middle[:, 1])
        assert np.abs(middle[:, 2] - truth).max() < 0.01


def test_skirts_reach_below_the_neighbours_surface(tree: tiles.TileTree) -> None:
    node = int(np.flatnonzero(tree.keys[:, 0] == 5)[3])
    mesh = tree.mesh(node)
    hem = mesh.positions[NODES**2 :]
    step = np.linspace(0.0, tiles.tile_m(5), NODES)
    south = hem[:NODES]
    assert np.allclose(south[:, 0], step)
    ground = tree.terrain.height_m(mesh.origin[0] + step, mesh.origin[1])
    assert (south[:, 2] < ground - tree.greatest_m[tree.parent[node]]).all()


def test_triangles_face_up_and_skirts_face_out(tree: tiles.TileTree) -> None:
    mesh = tree.mesh(int(np.flatnonzero(tree.keys[:, 0] == 4)[5]))
    faces = tiles.tile_indices()
    a, b, c = (mesh.positions[faces[:, k]].astype(np.float64) for k in range(3))
    normal = np.cross(b - a, c - a)
    assert (normal[: 2 * QUADS**2, 2] > 0.0).all()
    middle = mesh.positions[: NODES**2].mean(axis=0)
    outward = np.einsum("ij,ij->i", normal[2048:, :2], ((a + b + c) / 3.0 - middle)[2048:, :2])
    assert (outward > 0.0).all()


def test_neighbours_share_the_heights_of_their_edge(tree: tiles.TileTree) -> None:
    row = np.flatnonzero((tree.keys[:, 0] == 3) & (tree.keys[:, 2] == tree.keys[-1, 2] // 8))
    for west, east in pairwise(row):
        left = tree.mesh(int(west)).positions[: NODES**2].reshape(33, 33, 3)
        right = tree.mesh(int(east)).positions[: NODES**2].reshape(33, 33, 3)
        assert np.array_equal(left[:, -1, 2], right[:, 0, 2])


def test_choosing_is_quick_enough_for_every_frame(tree: tiles.TileTree) -> None:
    import timeit

    eye, planes = (0.0, 0.0, 1_700.0), np.array([[0.0, 1.0, 0.0, 0.0]])
    taken = timeit.repeat(lambda: tree.select(eye, planes, FOV, 720), number=1, repeat=30)
    assert min(taken) < 2e-3


def test_thinned_tiles_lie_on_the_ground_where_it_is_walked_on(tree: tiles.TileTree) -> None:
    """Middles of the triangles of finest tiles, which are far from the nodes: within 5 cm."""
    leaves = np.flatnonzero(tree.leaf & (tree.keys[:, 0] <= 3))
    saved = 0
    for node in leaves[:: len(leaves) // 20].tolist():
        mesh = tree.mesh(node)
        faces = tree.faces(node, mesh)
        saved += len(tiles.tile_indices()) - len(faces)
        ground = faces[(faces < NODES**2).all(axis=1)]
        middle = (mesh.origin + mesh.positions[ground].astype(np.float64)).mean(axis=1)
        truth = tree.terrain.height_m(middle[:, 0], middle[:, 1])
        assert np.abs(middle[:, 2] - truth).max() < 0.05
    assert saved > 0


def test_thinned_tiles_have_no_triangle_wider_than_four_squares(tree: tiles.TileTree) -> None:
    for node in np.linspace(0, len(tree.keys) - 1, 30).astype(int).tolist():
        mesh = tree.mesh(node)
        ground = mesh.positions[tree.faces(node, mesh)][..., :2]
        wide = (ground.max(axis=1) - ground.min(axis=1)).max()
        assert wide <= 4.0 * tiles.cell_m(int(tree.keys[node, 0])) * 1.0001
