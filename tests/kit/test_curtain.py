"""Curtain walls cover their plane once, look outwards and differ from pane to pane."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almaty_tour.kit import curtain
from almaty_tour.kit.curtain import Curtain
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData

STYLE = Curtain(
    Paint("sky_glass"), Paint("mirror_glass"), Paint("steel"), pale=Paint("window"), pale_share=0.2
)
BARE = Curtain(
    Paint("sky_glass"),
    Paint("mirror_glass"),
    Paint("steel"),
    mullion_m=(0.0, 0.0),
    transom_m=(0.0, 0.0),
)


def corners(mesh: MeshData) -> np.ndarray:
    return mesh.positions[mesh.faces].astype(np.float64)


def across(mesh: MeshData) -> np.ndarray:
    p = corners(mesh)
    return np.cross(p[:, 1] - p[:, 0], p[:, 2] - p[:, 0])


@settings(max_examples=30, deadline=None)
@given(st.floats(2.0, 40.0), st.floats(4.0, 60.0), st.floats(4.0, 60.0), st.floats(-3.0, 3.0))
def test_panes_fill_the_plane_once(length: float, left: float, right: float, low: float) -> None:
    wall = curtain.face((0.0, 0.0), (length, 0.0), low, (left, right), BARE, "test")
    area = np.linalg.norm(across(wall), axis=1).sum() / 2
    lost = 2 * BARE.pane_m * curtain.LEAST_PANE_M2 * 60 / BARE.pane_m
    assert area == pytest.approx(length * ((left + right) / 2 - low), abs=lost, rel=1e-3)
    assert wall.positions[:, 2].max() == pytest.approx(max(left, right), abs=1.0)


def test_every_face_looks_outwards_and_normals_agree() -> None:
    plan = np.array([(0.0, 0.0), (9.0, 0.0), (12.0, 7.0), (0.0, 7.0)])
    wall = curtain.around(plan, 0.0, [9.0, 12.0, 12.0, 9.0], STYLE, "test")
    sides = np.einsum("mi,mki->mk", across(wall), wall.normals[wall.faces].astype(np.float64))
    assert (sides > 0.0).all()
    flat = np.abs(wall.normals[:, 2]) < 0.5
    out = wall.positions[flat, :2] - plan.mean(axis=0)
    glass = np.isin(wall.material[flat], [0, 1])
    assert (np.einsum("ni,ni->n", out, wall.normals[flat, :2])[glass] > 0.0).all()


def test_bars_stand_before_the_glass_and_stop_at_the_slope() -> None:
    wall = curtain.face((0.0, 0.0), (18.0, 0.0), 0.0, (6.0, 24.0), STYLE, "test")
    steel = wall.positions[wall.material == wall.materials.index("steel")]
    assert steel[:, 1].min() == pytest.approx(-0.12)
    over = steel[:, 2] - (6.0 + steel[:, 0])
    assert over.max() < 0.2


def test_panes_differ_but_the_same_name_gives_the_same_wall() -> None:
    one, same, other = (
        curtain.face((0.0, 0.0), (30.0, 0.0), 0.0, (30.0, 30.0), STYLE, name)
        for name in ("a", "a", "b")
    )
    assert np.array_equal(one.tint, same.tint)
    assert not np.array_equal(one.tint, other.tint)
    sky = one.material == one.materials.index("sky_glass")
    assert len(np.unique(one.tint[sky, 0])) > 20
    share = (one.material == one.materials.index("window")).sum() / (sky.sum() + 1)
    assert 0.1 < share < 0.45
