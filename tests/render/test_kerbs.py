"""Kerbs that stand up: where the strokes are, on the ground, and only near the eye."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.render.kerbs import ANCHOR_M, PIECE_M, SUNK_M, anchor_of, pieces
from almaty_tour.scene.paint import STROKE, GroundPaint

REACH_M = 30.0


def slope(x, y):
    return 800.0 + 0.1 * np.asarray(x) - 0.02 * np.asarray(y)


def gathered(*rows):
    made = np.zeros(len(rows), STROKE)
    for row, (a, b, half, raised) in zip(made, rows, strict=True):
        row["a"], row["b"], row["half_width_m"], row["raised_cm"] = a, b, half, raised
        row["colour"] = 10 * raised
    return pieces(GroundPaint(strokes=made).raised, (100.0, 200.0), REACH_M, slope)


def test_only_what_is_raised_and_near_stands():
    flat = ((100, 200), (110, 200), 0.09, 0)
    far = ((180, 200), (190, 200), 0.09, 12)
    assert len(gathered(flat, far)) == 0
    assert len(gathered(flat, far, ((100, 200), (103, 200), 0.09, 12))) == 1


def test_a_long_kerb_is_cut_at_the_reach_into_short_pieces_without_gaps():
    rows = gathered(((0, 204), (300, 204), 0.09, 12))
    ends = np.concatenate([rows["a"], rows["b"][-1:]])
    steps = np.diff(ends[:, 0])
    assert ((steps > 0.0) & (steps <= PIECE_M + 1e-4)).all()
    assert np.allclose(rows["a"][1:], rows["b"][:-1], atol=1e-4)
    assert np.abs(ends[:, 0]).max() <= REACH_M + ANCHOR_M + PIECE_M
    assert ends[0, 0] < -REACH_M
    assert ends[-1, 0] > REACH_M


def test_pieces_lie_on_the_ground_and_keep_height_width_and_colour():
    rows = gathered(((90, 204), (120, 190), 0.09, 12))
    for name in ("a", "b"):
        ground = slope(rows[name][:, 0] + 100.0, rows[name][:, 1] + 200.0)
        assert rows[name][:, 2] == pytest.approx(ground - SUNK_M, abs=1e-3)
    assert rows["high_m"] == pytest.approx(0.12 + SUNK_M)
    assert rows["half_width_m"] == pytest.approx(0.09)
    assert (rows["colour"][:, :3] == 120).all()


def test_of_a_trough_only_the_two_edges_stand():
    rows = gathered(((98, 200), (101, 200), 0.43, 8), ((98, 210), (101, 210), 0.09, 12))
    across = sorted(rows["a"][:, 1].tolist())
    assert across == pytest.approx([-0.345, 0.345, 10.0], abs=1e-4)
    edges = rows[np.abs(rows["a"][:, 1]) < 1.0]
    assert edges["half_width_m"] == pytest.approx(0.085)
    assert (edges["colour"][:, :3] == 80).all()
    assert edges["high_m"] == pytest.approx(0.08 + SUNK_M)


@given(st.floats(-9e3, 9e3), st.floats(-9e3, 9e3))
def test_the_anchor_is_never_far_from_the_eye(x, y):
    anchor = anchor_of((x, y))
    assert max(abs(anchor[0] - x), abs(anchor[1] - y)) <= ANCHOR_M / 2.0 + 1e-6
