"""Lumps of clay are where and as large as asked; skins are closed and lie on the zero."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almaty_tour.kit import clay, sdf
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.skin import skin
from almaty_tour.mesh.data import MeshData

PAINT = Paint("bronze")
coordinates = st.floats(-3.0, 3.0)


def volume_m3(mesh: MeshData) -> float:
    a, b, c = (mesh.positions[mesh.faces[:, k]].astype(np.float64) for k in range(3))
    return float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6)


def unpaired_edges(mesh: MeshData) -> int:
    faces = mesh.faces.astype(np.int64)
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    there = np.sort(edges[:, 0] * mesh.vertex_count + edges[:, 1])
    back = np.sort(edges[:, 1] * mesh.vertex_count + edges[:, 0])
    return int((there != back).sum())


def test_a_skinned_ball_is_closed_round_and_as_large_as_asked() -> None:
    mesh = skin(sdf.ball((0.2, -0.1, 0.3), 1.0), (-1, -1.3, -0.9), (1.4, 1.1, 1.5), 0.1, PAINT)
    assert unpaired_edges(mesh) == 0
    assert volume_m3(mesh) == pytest.approx(4 / 3 * np.pi, rel=0.02)
    radius = np.linalg.norm(mesh.positions - np.array([0.2, -0.1, 0.3]), axis=1)
    assert radius == pytest.approx(np.ones(len(radius)), abs=1e-3)
    outward = (mesh.positions - np.array([0.2, -0.1, 0.3])) / radius[:, None]
    assert (np.einsum("ij,ij->i", mesh.normals, outward) > 0.999).all()


def test_thinning_keeps_the_skin_closed() -> None:
    body = sdf.union([sdf.ball((0, 0, 0), 1.0), sdf.capsule((0, 0, 0), (0, 0, 2), 0.4, 0.2)], 0.2)
    full = skin(body, (-1.2, -1.2, -1.2), (1.2, 1.2, 2.4), 0.08, PAINT)
    thin = skin(body, (-1.2, -1.2, -1.2), (1.2, 1.2, 2.4), 0.08, PAINT, triangles=1500)
    assert thin.triangle_count <= 1600 < full.triangle_count
    assert unpaired_edges(thin) == 0
    assert volume_m3(thin) == pytest.approx(volume_m3(full), rel=0.02)


def test_a_body_that_sticks_out_of_its_box_is_refused() -> None:
    with pytest.raises(ValueError, match="sticks out"):
        skin(sdf.ball((0, 0, 0), 1.0), (-0.5, -0.5, -0.5), (0.5, 0.5, 0.5), 0.1, PAINT)


@given(st.tuples(coordinates, coordinates, coordinates))
@settings(max_examples=60, deadline=None)
def test_a_bounded_body_is_the_same_near_it_and_never_too_far(point: tuple[float, ...]) -> None:
    body = sdf.capsule((-0.5, 0.0, 0.0), (0.6, 0.2, 0.4), 0.2, 0.1)
    quick = clay.bounded(body, (-0.7, -0.2, -0.2), (0.7, 0.3, 0.5), 0.25)
    there = np.array([point])
    exact, told = body(there)[0], quick(there)[0]
    assert told <= exact + 1e-9
    if exact < 0.2:
        assert told == pytest.approx(exact)


@given(st.tuples(coordinates, coordinates, coordinates), st.floats(0.3, 2.0), st.floats(0.05, 0.5))
@settings(max_examples=60, deadline=None)
def test_a_coin_has_its_exact_distance(
    point: tuple[float, ...], radius: float, half: float
) -> None:
    coin = clay.disc((0.0, 0.0, 0.0), (0.0, 0.0, 1.0), radius, half)
    out, up = np.hypot(point[0], point[1]) - radius, abs(point[2]) - half
    outside = np.hypot(max(out, 0.0), max(up, 0.0))
    assert coin(np.array([point]))[0] == pytest.approx(outside + min(max(out, up), 0.0))


def test_frames_are_square_and_look_ahead() -> None:
    frame = clay.frame_of((1.0, 2.0, 0.5))
    assert frame @ frame.T == pytest.approx(np.eye(3))
    assert frame[1] == pytest.approx(np.array([1.0, 2.0, 0.5]) / np.sqrt(5.25))
    assert np.linalg.det(frame) == pytest.approx(1.0)


def test_a_tilted_egg_reaches_its_radii_along_its_axes() -> None:
    frame = clay.frame_of((0.0, 0.8, 0.6))
    egg = clay.egg((1.0, 0.0, 0.0), (0.2, 0.9, 0.4), frame)
    for row, radius in zip(frame, (0.2, 0.9, 0.4), strict=True):
        tip = np.array([1.0, 0.0, 0.0]) + radius * row
        assert egg(tip[None])[0] == pytest.approx(0.0, abs=1e-9)


def test_a_column_has_its_slices() -> None:
    body = clay.column([(0.0, 0.0, 0.0, 1.0, 0.5), (2.0, 0.4, 0.0, 0.5, 0.5)])
    on_surface = np.array([[1.0, 0.0, 0.5e-9], [0.2 + 0.75, 0.0, 1.0], [0.4, 0.0, 2.0]])
    assert body(on_surface) == pytest.approx(np.zeros(3), abs=1e-6)
    assert body(np.array([[0.0, 0.0, 1.0]]))[0] < -0.3


@given(st.floats(-5.0, 5.0))
def test_ripples_repeat_and_stay_within_one(value: float) -> None:
    wave = clay.ripple(np.array([value, value + 1.0, 0.25, 0.75]))
    assert wave[0] == pytest.approx(wave[1], abs=1e-6)
    assert abs(wave[0]) <= 1.0
    assert wave[2:] == pytest.approx([1.0, -1.0])
