"""A plated dome is one closed shell of flat lozenges."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.kit import dome
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.plates import plated_dome
from almaty_tour.mesh.data import MeshData

GOLD = Paint("gold")


def shell(columns: int, rows: int) -> MeshData:
    return plated_dome(dome.curve("pointed", 5.0, 7.0), columns, rows, GOLD)


@pytest.mark.parametrize(("columns", "rows"), [(12, 5), (16, 8), (33, 12)])
def test_the_shell_is_closed_and_faces_outwards(columns: int, rows: int) -> None:
    mesh = shell(columns, rows)
    points = np.rint(mesh.positions.astype(np.float64) * 16384).astype(np.int64)
    _, weld = np.unique(points, axis=0, return_inverse=True)
    ring = weld.ravel()[mesh.faces.astype(np.int64)]
    edges = np.concatenate([ring[:, [0, 1]], ring[:, [1, 2]], ring[:, [2, 0]]])
    edges = edges[edges[:, 0] != edges[:, 1]]
    key = edges.min(axis=1) * (int(weld.max()) + 1) + edges.max(axis=1)
    _, number = np.unique(key, return_inverse=True)
    way = np.where(edges[:, 0] < edges[:, 1], 1, -1)
    assert (np.bincount(number.ravel(), weights=way) == 0).all()
    a, b, c = (mesh.positions[mesh.faces[:, i]].astype(np.float64) for i in range(3))
    volume = float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6)
    assert 0.8 * 2 / 3 * np.pi * 25 * 7 < volume < np.pi * 25 * 7


def test_height_and_width_follow_the_section() -> None:
    mesh = shell(24, 10)
    low, high = mesh.bounds_m
    assert low[2] == pytest.approx(0.0, abs=1e-6)
    assert high[2] == pytest.approx(7.0, abs=0.01)
    assert np.hypot(*mesh.positions[:, :2].T).max() == pytest.approx(5.0, abs=0.05)
