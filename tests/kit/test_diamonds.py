"""Painted lozenges cover their facets exactly, once, in the colours asked for."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.kit import profile
from almaty_tour.kit.diamonds import diamond_dome, diamond_strip
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData

WHITE, RED, BLUE = Paint("roof", "#FFFFFF"), Paint("roof", "#C00000"), Paint("roof", "#0000C0")


def areas(mesh: MeshData, paint: Paint | None = None) -> float:
    faces = mesh.faces
    if paint is not None:
        faces = faces[(mesh.tint[faces[:, 0]] == paint.tint).all(axis=1)]
    a, b, c = (mesh.positions[faces[:, i]].astype(np.float64) for i in range(3))
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)


@pytest.mark.parametrize("tile_m", [0.31, 0.5, 1.0, 1.7])
def test_a_strip_is_covered_once(tile_m: float) -> None:
    line = [(0.0, -3.0, 0.0), (0.0, -2.0, 2.0)]
    strip = diamond_strip(line, [1.5, 0.9], [RED, BLUE, RED], WHITE, tile_m=tile_m)
    assert areas(strip) == pytest.approx((3.0 + 1.8) / 2 * np.hypot(1.0, 2.0), rel=1e-5)
    assert areas(strip, WHITE) > 0.0
    half = np.interp(strip.positions[:, 2], [0.0, 2.0], [1.5, 0.9])
    assert (np.abs(strip.positions[:, 0]) <= half + 1e-5).all()


def test_a_straight_strip_of_whole_tiles_is_half_white() -> None:
    line = [(0.0, 0.0, 0.0), (0.0, 0.0, 4.0)]
    strip = diamond_strip(line, [2.0, 2.0], [RED, BLUE], WHITE, tile_m=1.0)
    assert areas(strip, WHITE) == pytest.approx(8.0, rel=1e-5)
    assert areas(strip, RED) == pytest.approx(areas(strip, BLUE), rel=1e-5)
    red = strip.positions[(strip.tint == RED.tint).all(axis=1)]
    assert red[:, 2].max() == pytest.approx(2.0, abs=1e-6)


def test_all_facets_of_a_dome_look_outwards() -> None:
    section = profile.line((3.0, 0.0), (2.6, 1.5), (1.0, 3.0))
    dome = diamond_dome(section, 8, [RED, BLUE], WHITE, tile_m=0.7)
    corners = dome.positions[dome.faces].astype(np.float64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    middle = corners.mean(axis=1)
    assert (np.einsum("ij,ij->i", across[:, :2], middle[:, :2]) > 0.0).all()
    assert areas(dome) == pytest.approx(
        8 * np.tan(np.pi / 8) * (5.6 * np.hypot(0.4, 1.5) + 3.6 * np.hypot(1.6, 1.5)), rel=0.02
    )


def test_a_tile_wider_than_its_facet_still_shows() -> None:
    line = [(0.0, 0.0, 0.0), (0.0, 0.0, 1.0)]
    strip = diamond_strip(line, [0.2, 0.2], [RED], WHITE, tile_m=2.0)
    assert areas(strip) == pytest.approx(0.4, rel=1e-5)
