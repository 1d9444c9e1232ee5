"""Corners that flat walls share, and the coarser ground; without GL."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bench.conftest import box

from almaty_tour.bench.grid import block_corners, coarse_faces, grid_of
from almaty_tour.bench.read import PlainScene, read_plain
from almaty_tour.bench.soup import soup_of
from almaty_tour.scene.still import STILL_VERTEX


@pytest.fixture(scope="module")
def plain(city_glb):
    return read_plain(city_glb)


def raw_of(plain, number):
    """Positions and triangles of a primitive as they are in the file."""
    corners, faces = (
        slice(int(count[:number].sum()), int(count[: number + 1].sum()))
        for count in (plain.corner_count, plain.face_count)
    )
    return plain.positions[corners], plain.faces[faces]


def triangles(positions, faces):
    """Triangles as sets of places, whichever corner is first."""
    return Counter(frozenset(map(tuple, positions[one].tolist())) for one in faces)


def test_a_box_keeps_its_triangles_with_eight_corners(plain):
    soup = soup_of(plain)
    first, count = np.cumsum(soup.corner_count) - soup.corner_count, soup.corner_count
    face_first = np.cumsum(soup.face_count) - soup.face_count
    for number in (2, 3, 31):
        old_positions, old = raw_of(plain, number)
        mine = slice(first[number], first[number] + count[number])
        faces = soup.faces[face_first[number] : face_first[number] + soup.face_count[number]]
        assert count[number] == 8
        assert soup.flat[number]
        assert triangles(soup.positions[mine], faces) == triangles(old_positions, old)
        a, b, c = soup.positions[mine][faces].swapaxes(0, 1)
        across = np.cross(b - a, c - a)
        told = soup.normals[mine][faces[:, 2]]
        across /= np.linalg.norm(across, axis=1, keepdims=True)
        assert across == pytest.approx(told, abs=1e-5)


def a_scene_of(meshes):
    """A scene of (positions, normals, faces) meshes, a primitive and a node each."""
    ones = np.ones(len(meshes), np.int64)
    positions, normals, faces = ([mesh[part] for mesh in meshes] for part in range(3))
    return PlainScene(
        np.concatenate(positions).astype(np.float32), np.concatenate(normals).astype(np.float32),
        np.concatenate(faces).astype(np.int32), np.array([len(one) for one in positions]),
        np.array([len(one) for one in faces]), 0 * ones, ones,
        np.arange(len(meshes), dtype=np.int32), np.tile(np.eye(4), (len(meshes), 1, 1)),
        np.ones((1, 3), np.float32),
    )  # fmt: skip


@given(st.permutations(range(14)))
@settings(max_examples=25, deadline=None)
def test_meshes_with_like_triangles_share_only_what_is_theirs(order):
    """Boxes, boxes whose walls stand apart each in its own way, and smooth ones, in any order."""
    meshes = []
    for number in order:
        points, normals, faces = (one.copy() for one in box(height_m=10.0 + number))
        if 4 <= number < 14:
            points[: 4 * (number % 5)] += (0.25, 0.0, 0.0)
        if number == 13:
            normals += np.linspace(0.0, 1.0, len(normals))[:, None]
        meshes.append((points, normals, faces))
    scene = a_scene_of(meshes)
    soup = soup_of(scene)
    first = np.cumsum(soup.corner_count) - soup.corner_count
    for at, number in enumerate(order):
        mine = slice(first[at], first[at] + soup.corner_count[at])
        now = soup.faces.reshape(len(order), -1, 3)[at]
        old, faces = raw_of(scene, at)
        assert triangles(soup.positions[mine], now) == triangles(old, faces)
        told = soup.normals[mine][now[:, 2]]
        assert np.array_equal(told, meshes[at][1].astype(np.float32)[faces[:, 2]])
        assert soup.flat[at] == (number != 13)
        assert soup.corner_count[at] < len(old) or number == 13
        assert order[0] > 3 or number > 3 or soup.corner_count[at] == 8


def test_smooth_things_keep_their_corners(plain):
    soup = soup_of(plain)
    assert not soup.flat[:2].any()
    for number in (0, 1):
        assert soup.corner_count[number] == plain.corner_count[number]


@pytest.fixture(scope="module")
def hills(plain):
    """The ground as a grid, its corners Z up, and its triangles."""
    positions, faces = raw_of(plain, 0)
    grid = grid_of(positions, faces)
    vertices = np.zeros(len(positions), STILL_VERTEX)
    vertices["position"] = positions[:, [0, 2, 1]]
    vertices["colour"] = 128
    assert grid is not None
    return grid, vertices, faces


def coarse_of(hills, tile_blocks=10):
    grid, vertices, faces = hills
    row, column = np.indices(grid.blocks).reshape(2, -1)
    tile = row // tile_blocks * 100 + column // tile_blocks
    return tile, *coarse_faces(grid, faces, vertices, tile)


def rim(faces):
    """Edges that one triangle alone has."""
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    counted = Counter(map(tuple, edges.tolist()))
    return {edge for edge, uses in counted.items() if uses == 1}


def test_tiles_of_both_levels_fit_together(hills):
    grid, _vertices, faces = hills
    tile, coarse, block, _ = coarse_of(hills)
    outer = set(rim(faces))
    assert len(coarse) < 0.45 * len(faces)
    for one in np.unique(tile):
        fine_rim = rim(faces[tile[grid.block] == one]) - outer
        coarse_rim = rim(coarse[tile[block] == one])
        assert fine_rim <= coarse_rim
        assert len(coarse_rim - fine_rim) <= 20


def test_the_coarser_ground_covers_the_same_and_looks_up_as_before(hills):
    _, vertices, faces = hills
    coarse = coarse_of(hills)[1]

    def areas(some):
        a, b, c = vertices["position"][some, :2].astype(float).swapaxes(0, 1)
        (x, y), (u, v) = (b - a).T, (c - a).T
        return x * v - y * u

    assert (np.sign(areas(coarse)) == np.sign(areas(faces)[0])).all()
    assert areas(coarse).sum() == pytest.approx(areas(faces).sum())


def test_the_error_is_what_the_corners_left_out_are_off(hills):
    grid, vertices, _ = hills
    _, _, _, error_m = coarse_of(hills)
    at = block_corners(grid)[123]
    heights = vertices["position"][at, 2].astype(float)
    middle = abs(heights[4] - (heights[0] + heights[8]) / 2)
    assert error_m[123] >= middle - 1e-6
    assert 0.0 < error_m.max() < 0.2


def test_a_ground_that_bends_the_light_stays_fine(hills):
    grid, vertices, faces = hills
    spotted = vertices.copy()
    spotted["colour"][grid.columns + 1, :3] = 200
    tile = np.zeros(np.prod(grid.blocks), int)
    plain = coarse_faces(grid, faces, vertices, tile)[0]
    more = coarse_faces(grid, faces, spotted, tile)[0]
    assert len(more) > len(plain)
    assert np.isin(grid.columns + 1, more)


@pytest.mark.parametrize("damage", ["shifted", "short", "cut"])
def test_what_is_no_grid_is_told(plain, damage):
    positions, faces = (one.copy() for one in raw_of(plain, 0))
    if damage == "shifted":
        positions[500, 0] += 1.0
    if damage == "short":
        positions = positions[:-1]
    if damage == "cut":
        faces = faces[:-1]
    assert grid_of(positions, faces) is None
