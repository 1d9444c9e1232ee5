import numpy as np
import pytest

from almaty_tour.kit import extrude, transform
from almaty_tour.kit.paint import STONE
from almaty_tour.mesh import check
from almaty_tour.mesh.data import merge

BRICK = extrude.block((0, -1, 0), (2, 0, 1), STONE)


def test_replicate_equals_moving_one_by_one():
    matrices = transform.matrices([(1, 2, 3), (4, 5, 6)], turn_deg=[0, 90], scale_by=[1, 2])
    together = transform.replicate(BRICK, matrices)
    apart = merge([transform.transformed(BRICK, matrix) for matrix in matrices])
    assert np.allclose(together.positions, apart.positions, atol=1e-5)
    assert np.allclose(together.normals, apart.normals, atol=1e-6)
    assert np.array_equal(together.faces, apart.faces)


def test_replicate_turns_mirrored_copies_outside_out():
    mirror = np.diag([-1.0, 1, 1, 1])
    copies = transform.replicate(BRICK, [np.eye(4), mirror])
    assert check.volume_m3(copies) == pytest.approx(4.0)
    assert not check.backward(copies).any()


def test_replicate_of_nothing_is_nothing():
    assert transform.replicate(BRICK, np.zeros((0, 4, 4))).vertex_count == 0


def test_a_wall_piece_on_an_edge_looks_outwards():
    """The left end for somebody before the wall is the edge's first point."""
    placed = transform.on_edge(BRICK, (5, 0), (5, 10))  # the east side of a ccw outline
    low, high = placed.bounds_m
    assert low.tolist() == pytest.approx([5, 0, 0])
    assert high.tolist() == pytest.approx([6, 2, 1])


def test_around_puts_fronts_outwards_and_the_first_to_the_front():
    ring = transform.around(extrude.block((-0.5, -0.2, 0), (0.5, 0, 1), STONE), 4, 10)
    low, high = ring.bounds_m
    assert low.tolist() == pytest.approx([-10.2, -10.2, 0])
    assert high.tolist() == pytest.approx([10.2, 10.2, 1])
    first = ring.positions[:24]
    assert first[:, 1].min() == pytest.approx(-10.2)


def test_along_with_ends_and_in_bays():
    peg = extrude.box(0.1, 0.1, 1, STONE)
    assert np.unique(
        np.round(transform.along(peg, (0, 0), (10, 0), 3).positions[:, 0])
    ).tolist() == [0, 5, 10]
    bays = transform.along(peg, (0, 0), (10, 0), 2, ends=False).positions[:, 0]
    assert np.unique(np.round(bays, 1)).tolist() == pytest.approx([2.4, 2.6, 7.4, 7.6], abs=0.11)


def test_turn_follows_the_right_hand():
    up = transform.turn(BRICK, "x", 90)
    low, high = up.bounds_m
    assert low.tolist() == pytest.approx([0, -1, -1], abs=1e-6)
    assert high.tolist() == pytest.approx([2, 0, 0], abs=1e-6)
