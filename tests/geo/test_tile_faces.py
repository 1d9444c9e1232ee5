"""Sparse triangles of a tile: whole, without cracks, close to the nodes, hemmed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almaty_tour.geo import tile_faces as faces

NODES = faces.NODES


def _hills(seed: int, rough: float) -> np.ndarray:
    row, column = np.mgrid[:NODES, :NODES] / 32.0
    turn = 0.7 * seed
    smooth = 40.0 * np.sin(3.0 * column + turn) * np.cos(4.0 * row - turn)
    return smooth + rough * np.sin(50.0 * column + seed) * np.sin(43.0 * row)


def _plan(ground: np.ndarray) -> np.ndarray:
    """(m, 3, 2) column and row of the corners of triangles."""
    row, column = np.divmod(ground.astype(np.int64), NODES)
    return np.stack([column, row], axis=-1)


def _ground(indices: np.ndarray) -> np.ndarray:
    return indices[(indices < NODES * NODES).all(axis=1)]


def _areas(ground: np.ndarray) -> np.ndarray:
    a, b, c = np.moveaxis(_plan(ground), 1, 0)
    return ((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]) / 2.0


def _edges(triangles: np.ndarray) -> np.ndarray:
    return np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 50), st.floats(0.0, 10.0), st.floats(0.0, 20.0))
def test_triangles_cover_the_tile_once_and_face_up(
    seed: int, rough: float, tolerance: float
) -> None:
    ground = _ground(faces.sparse_faces(_hills(seed, rough), tolerance, 2 ** (seed % 6)))
    areas = _areas(ground)
    assert (areas > 0.0).all()
    assert areas.sum() == 32.0 * 32.0


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 50), st.floats(0.0, 10.0), st.floats(0.0, 20.0))
def test_edges_inside_are_shared_so_nothing_cracks(
    seed: int, rough: float, tolerance: float
) -> None:
    widest = 2 ** (seed % 6)
    ground = _ground(faces.sparse_faces(_hills(seed, rough), tolerance, widest)).astype(int)
    plan = _plan(ground)
    assert (plan.max(axis=1) - plan.min(axis=1)).max() <= widest
    directed = {tuple(edge) for edge in _edges(ground).tolist()}
    border = [edge for edge in directed if edge[::-1] not in directed]
    for start, end in border:
        ends = np.array([divmod(start, NODES), divmod(end, NODES)])
        assert any((ends[:, axis] == side).all() for axis in (0, 1) for side in (0, 32))


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 50), st.floats(0.0, 10.0), st.floats(0.5, 20.0))
def test_nodes_left_out_lie_near_the_triangles(seed: int, rough: float, tolerance: float) -> None:
    heights = _hills(seed, rough)
    ground = _ground(faces.sparse_faces(heights, tolerance)).astype(int)
    flat, worst = heights.ravel(), 0.0
    for corners, plan in zip(ground, _plan(ground), strict=True):
        low, high = plan.min(axis=0), plan.max(axis=0)
        row, column = np.mgrid[low[1] : high[1] + 1, low[0] : high[0] + 1]
        basis = np.column_stack([plan, np.ones(3)]).T
        points = np.stack([column.ravel(), row.ravel(), np.ones(row.size)])
        weights = np.linalg.solve(basis, points)
        inside = (weights >= -1e-9).all(axis=0)
        off = flat[corners] @ weights - heights[row, column].ravel()
        worst = max(worst, float(np.abs(off[inside]).max()))
    assert worst <= 3.0 * tolerance


def test_a_plane_needs_two_triangles_and_eight_of_skirt() -> None:
    row, column = np.mgrid[:NODES, :NODES]
    assert len(faces.sparse_faces(3.0 * row + 0.5 * column, 0.01)) == 2 + 4 * 2


def test_no_tolerance_keeps_every_square() -> None:
    assert len(faces.sparse_faces(_hills(1, 5.0), 0.0)) == len(faces.full_faces()) == 2_304


@pytest.mark.parametrize("tolerance", [0.0, 2.0, 15.0])
def test_the_hem_hangs_from_the_nodes_that_are_left(tolerance: float) -> None:
    indices = faces.sparse_faces(_hills(4, 6.0), tolerance).astype(int)
    ground = _ground(indices)
    skirt = indices[(indices >= NODES * NODES).any(axis=1)]
    directed = {tuple(edge) for edge in _edges(ground).tolist()}
    border = {edge for edge in directed if edge[::-1] not in directed}
    tops = [edge for edge in _edges(skirt).tolist() if max(edge) < NODES * NODES]
    assert {(end, start) for start, end in tops} == border


def test_full_faces_cut_squares_from_south_west_to_north_east() -> None:
    ground = _ground(faces.full_faces())
    assert ground[0].tolist() == [0, 1, NODES + 1]
    assert ground[1].tolist() == [0, NODES + 1, NODES]
    assert (_areas(ground) == 0.5).all()
