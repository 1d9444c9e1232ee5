"""Tiles in one room: what is drawn is where it was put, the oldest gives way, one call a look."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.render.passes.terrain import grouped


@given(st.lists(st.integers(0, 9), max_size=60))
def test_equal_keys_stand_together_in_their_order_and_the_first_group_comes_first(keys):
    key = np.array(keys, np.int64)
    order, ends = grouped(key)
    assert sorted(order.tolist()) == list(range(len(keys)))
    pieces = np.split(order, ends[:-1]) if len(ends) else []
    assert len(pieces) == len(set(keys))
    firsts = [int(piece[0]) for piece in pieces]
    assert firsts == sorted(firsts)
    for piece in pieces:
        assert len(set(key[piece].tolist())) == 1
        assert piece.tolist() == sorted(piece.tolist())


class Mesh:
    def __init__(self, node):
        self.positions = np.full((4, 3), node, np.float32)
        self.origin = np.array([float(node), 0.0, 1.0])


def faces_of(node, mesh):
    """As many triangles as the number of a tile says, so that tiles are told apart."""
    assert (mesh.positions == node).all()
    return np.zeros((node, 3), np.uint16)


@pytest.mark.parametrize("indirect", [True, False])
def test_thinned_tiles_draw_their_own_triangles_and_whole_ones_all(context, indirect):
    from almaty_tour.render.tile_pool import ROOM, TilePool

    pool = TilePool(2 * ROOM, Mesh, faces_of, indirect=indirect)
    eye, tiles = np.zeros(3), np.array([7, 5, 11], np.int32)
    try:
        whole = pool.count // 3
        pool.begin(pool.slots(tiles), eye)
        assert pool.triangles == 3 * whole
        pool.begin(pool.slots(tiles, thin=True), eye, thin=True)
        assert pool.triangles == 7 + 5 + 11
        others = np.arange(20, 20 + ROOM, dtype=np.int32)
        pool.slots(others)  # all places have another tile, whose triangles are not thinned
        pool.begin(pool.slots(tiles[:1], thin=True), eye, thin=True)
        assert pool.triangles == 7
        pool.begin(pool.slots(others[-2:], thin=True), eye, thin=True)
        assert pool.triangles == int(others[-2:].sum())
        pool.begin(pool.slots(tiles[:1]), eye)
        assert pool.triangles == whole
    finally:
        pool.free()


@pytest.mark.parametrize("indirect", [True, False])
def test_the_tile_looked_at_longest_ago_gives_way(context, indirect):
    from almaty_tour.render.tile_pool import ROOM, TilePool

    made = []

    def mesh_of(node):
        made.append(node)
        return Mesh(node)

    pool = TilePool(2 * ROOM, mesh_of, faces_of, indirect=indirect)
    try:
        pool.slots(np.array([7], np.int32))
        pool.slots(np.arange(20, 20 + ROOM - 1, dtype=np.int32))
        again = pool.slots(np.array([7, 20], np.int32))
        assert len(made) == ROOM
        new = pool.slots(np.array([7, 5], np.int32))
        assert made[ROOM:] == [5]
        assert new[0] == again[0]
        assert np.array_equal(pool.origins[new], [[7.0, 0.0, 1.0], [5.0, 0.0, 1.0]])
        assert pool.slots(np.array([20], np.int32))[0] == again[1]
        pool.slots(np.array([21], np.int32))  # it was the oldest and had to go
        assert made[ROOM:] == [5, 21]
    finally:
        pool.free()
