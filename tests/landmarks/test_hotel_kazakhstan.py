"""The hotel stands as specified: height, plan, counts of its parts, closed where it should be."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from almaty_tour.landmarks import _hotel_plan as plan
from almaty_tour.landmarks import _hotel_top as top
from almaty_tour.landmarks.hotel_kazakhstan import build
from almaty_tour.mesh.data import MeshData, Model

CLOSED = ("stone_ends", "belt", "crown", "terraces")
ANNOTATED = ("crown", "balconies", "canopy")


@pytest.fixture(scope="module")
def model() -> Model:
    spec: Any = SimpleNamespace(id="hotel_kazakhstan", height_m=102.0, bearing_deg=267.0)
    return build(spec)


def part(mesh: MeshData, *names: str) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """Points and faces of named parts."""
    wanted = [mesh.parts.index(name) for name in names]
    faces = mesh.faces[np.isin(mesh.part[mesh.faces[:, 0]], wanted)]
    return mesh.positions.astype(np.float64), faces.astype(np.int64)


def open_edges(mesh: MeshData, name: str) -> int:
    """Edges of a part that are not passed as often one way as the other."""
    points, faces = part(mesh, name)
    _, weld = np.unique(np.rint(points * 4096).astype(np.int64), axis=0, return_inverse=True)
    ring = weld.ravel()[faces]
    edges = np.concatenate([ring[:, [0, 1]], ring[:, [1, 2]], ring[:, [2, 0]]])
    edges = edges[edges[:, 0] != edges[:, 1]]
    key = edges.min(axis=1) * len(points) + edges.max(axis=1)
    _, number = np.unique(key, return_inverse=True)
    way = np.where(edges[:, 0] < edges[:, 1], 1, -1)
    return int((np.bincount(number.ravel(), weights=way) != 0).sum())


def volume_m3(mesh: MeshData, name: str) -> float:
    points, faces = part(mesh, name)
    corner = points[faces]
    return float(np.einsum("ij,ij->", corner[:, 0], np.cross(corner[:, 1], corner[:, 2])) / 6)


def test_the_highest_point_is_the_tip_of_the_crown(model: Model) -> None:
    low, high = model.mesh.bounds_m
    assert high[2] == pytest.approx(102.0, abs=0.1)
    points, faces = part(model.mesh, "crown")
    assert points[faces, 2].max() == pytest.approx(float(high[2]))
    assert low[2] == pytest.approx(-1.5, abs=0.05)


def test_the_tower_has_the_measured_plan(model: Model) -> None:
    points, faces = part(model.mesh, "balconies", "stone_ends")
    used = points[np.unique(faces)]
    size = np.ptp(used[:, :2], axis=0)
    assert size[0] == pytest.approx(51.0, abs=0.5)
    assert size[1] == pytest.approx(27.0, abs=0.8)
    assert np.abs(used[:, 0].mean()) < 1.0
    assert np.abs(used[:, 1].mean()) < 0.2


@pytest.mark.parametrize("name", CLOSED)
def test_solid_parts_are_closed_and_face_outwards(model: Model, name: str) -> None:
    assert open_edges(model.mesh, name) == 0
    assert volume_m3(model.mesh, name) > 0.0


def test_normals_lie_on_the_outer_side_of_every_face(model: Model) -> None:
    mesh = model.mesh
    corner = mesh.positions[mesh.faces].astype(np.float64)
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    mean = mesh.normals[mesh.faces].astype(np.float64).sum(axis=1)
    assert (np.einsum("ij,ij->i", across, mean) > -1e-6).all()


def test_within_the_triangle_budget(model: Model) -> None:
    assert 20_000 <= model.mesh.triangle_count <= 150_000


def test_parts_that_cards_point_at_exist(model: Model) -> None:
    assert set(ANNOTATED) <= set(model.mesh.parts)


def test_the_crown_has_twenty_eight_spikes_evenly_spaced(model: Model) -> None:
    points, faces = part(model.mesh, "crown")
    tips = np.unique(points[faces].reshape(-1, 3), axis=0)
    tips = tips[tips[:, 2] > plan.TOP_M - 0.01]
    assert len(tips) == top.PETALS == 28
    ring = top.crown_path()
    step = np.linalg.norm(ring - np.roll(ring, 1, axis=0), axis=1)
    assert step.min() > 0.9 * step.max()


def test_ten_teeth_a_side_with_blank_faces_to_the_north(model: Model) -> None:
    ridges, valleys = plan.ridges(), plan.valleys(plan.TOOTH_DEPTH_M)
    assert len(ridges) == 10
    assert len(valleys) == 11
    way = ridges - valleys[:-1]
    outward_x = way[:, 1] / np.linalg.norm(way, axis=1)
    assert (outward_x < 0.0).all(), "the blank face of each tooth looks north (-x)"


def test_collision_stops_at_the_walls_and_carries_the_steps(model: Model) -> None:
    tops = sorted(round(prism.top_m, 2) for prism in model.collision.floors)
    assert {0.07, 0.12, 0.6} <= set(tops)
    rises = np.diff(sorted({top_m for top_m in tops if top_m <= 0.6}))
    assert rises.max() <= 0.35, "every step can be climbed"
    assert max(prism.top_m for prism in model.collision.solids) == pytest.approx(102.0)


def test_everything_stays_on_the_levelled_ground(model: Model) -> None:
    low, high = model.mesh.bounds_m
    assert np.abs([low[:2], high[:2]]).max() <= 66.0
    for table in model.props:
        assert np.hypot(table.positions[:, 0], table.positions[:, 1]).max() <= 72.0
        assert (table.positions[:, 2] >= 0.06).all()


def test_building_twice_gives_the_same_arrays(model: Model) -> None:
    spec: Any = SimpleNamespace(id="hotel_kazakhstan", height_m=102.0, bearing_deg=267.0)
    again = build(spec).mesh
    assert np.array_equal(again.positions, model.mesh.positions)
    assert np.array_equal(again.faces, model.mesh.faces)
