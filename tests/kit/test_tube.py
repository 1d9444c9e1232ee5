"""A tube is a closed bar about its line."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.tube import tube
from almaty_tour.mesh.data import MeshData

STEEL = Paint("steel")


def unpaired_edges(mesh: MeshData) -> int:
    points = np.rint(mesh.positions.astype(np.float64) * 4096).astype(np.int64)
    _, weld = np.unique(points, axis=0, return_inverse=True)
    ring = weld.ravel()[mesh.faces.astype(np.int64)]
    edges = np.concatenate([ring[:, [0, 1]], ring[:, [1, 2]], ring[:, [2, 0]]])
    key = edges.min(axis=1) * (int(weld.max()) + 1) + edges.max(axis=1)
    _, number = np.unique(key, return_inverse=True)
    way = np.where(edges[:, 0] < edges[:, 1], 1, -1)
    return int((np.bincount(number.ravel(), weights=way) != 0).sum())


def volume_m3(mesh: MeshData) -> float:
    a, b, c = (mesh.positions[mesh.faces[:, i]].astype(np.float64) for i in range(3))
    return float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6)


@pytest.mark.parametrize("sides", [3, 4, 6, 12])
def test_a_straight_bar_has_the_volume_of_its_prism(sides: int) -> None:
    bar = tube([(1.0, 2.0, 0.0), (1.0, 2.0, 5.0)], 0.3, STEEL, sides=sides)
    section = sides / 2 * 0.3**2 * np.sin(2 * np.pi / sides)
    assert volume_m3(bar) == pytest.approx(5 * section, rel=1e-4)
    assert unpaired_edges(bar) == 0


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(-0.6, 0.6), min_size=3, max_size=6))
def test_a_bent_bar_stays_closed_and_outward(turns: list[float]) -> None:
    angle = np.cumsum(turns)
    steps = np.stack([np.cos(angle), np.sin(angle) * 0.6, np.sin(angle) * 0.8], axis=1)
    bar = tube(np.cumsum(steps, axis=0), 0.1, STEEL)
    assert unpaired_edges(bar) == 0
    assert volume_m3(bar) > 0.0


def test_one_point_is_no_line() -> None:
    with pytest.raises(ValueError, match="two points"):
        tube([(0.0, 0.0, 0.0)], 0.1, STEEL)
