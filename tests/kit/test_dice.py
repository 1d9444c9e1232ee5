"""Diced solids keep their surface, stay closed, and have no long edge."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almaty_tour.kit import extrude, lathe, profile
from almaty_tour.kit.dice import diced
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData

PAINT = Paint("plaster")


def corners(mesh: MeshData) -> np.ndarray:
    return mesh.positions[mesh.faces].astype(np.float64)


def area_m2(mesh: MeshData) -> float:
    p = corners(mesh)
    return float(np.linalg.norm(np.cross(p[:, 1] - p[:, 0], p[:, 2] - p[:, 0]), axis=1).sum() / 2)


def volume_m3(mesh: MeshData) -> float:
    a, b, c = corners(mesh).transpose(1, 0, 2)
    return float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6)


def unpaired_edges(mesh: MeshData) -> int:
    points = np.rint(mesh.positions.astype(np.float64) * 65536).astype(np.int64)
    _, weld = np.unique(points, axis=0, return_inverse=True)
    ring = weld.ravel()[mesh.faces.astype(np.int64)]
    edges = np.concatenate([ring[:, [0, 1]], ring[:, [1, 2]], ring[:, [2, 0]]])
    key = edges.min(axis=1) * (int(weld.max()) + 1) + edges.max(axis=1)
    _, number = np.unique(key, return_inverse=True)
    way = np.where(edges[:, 0] < edges[:, 1], 1, -1)
    return int((np.bincount(number.ravel(), weights=way) != 0).sum())


@settings(max_examples=20, deadline=None)
@given(st.floats(0.5, 12.0), st.floats(0.3, 9.0), st.floats(0.4, 5.0))
def test_a_box_keeps_area_volume_and_closure(width: float, height: float, edge: float) -> None:
    box = extrude.box(width, 2.0, height, PAINT)
    cut = diced(box, edge)
    p = corners(cut)
    assert np.linalg.norm(p - np.roll(p, -1, axis=1), axis=2).max() <= edge * 1.0001
    assert area_m2(cut) == pytest.approx(area_m2(box), rel=1e-5)
    assert volume_m3(cut) == pytest.approx(volume_m3(box), rel=1e-5)
    assert unpaired_edges(cut) == 0


def test_a_plate_with_holes_stays_closed_and_keeps_its_attributes() -> None:
    hole = profile.circle(0.7, 12)
    plate = extrude.panel(profile.rectangle(9.0, 5.0), 0.0, 0.4, PAINT, holes=[hole])
    cut = diced(plate, 0.9)
    assert unpaired_edges(cut) == 0
    assert area_m2(cut) == pytest.approx(area_m2(plate), rel=1e-5)
    assert len(cut.tint) == len(cut.uv) == len(cut.part) == cut.vertex_count
    assert np.linalg.norm(cut.normals, axis=1) == pytest.approx(np.ones(cut.vertex_count), abs=1e-5)


def test_small_faces_are_left_alone() -> None:
    ball = lathe.sphere(0.2, PAINT)
    assert diced(ball, 1.0) is ball


def test_a_limit_must_be_positive() -> None:
    with pytest.raises(ValueError, match="positive"):
        diced(extrude.box(1.0, 1.0, 1.0, PAINT), 0.0)
