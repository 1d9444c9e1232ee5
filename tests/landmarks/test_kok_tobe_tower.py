"""The television tower stands as specified: levels, widths, closed solids, budget."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from almaty_tour.landmarks.kok_tobe_tower import build
from almaty_tour.mesh.data import MeshData, Model

CLOSED = ("shaft", "lower_pod", "upper_pod", "antenna", "grounds")


@pytest.fixture(scope="module")
def model() -> Model:
    spec: Any = SimpleNamespace(id="kok_tobe_tower", height_m=371.5, bearing_deg=315.0)
    return build(spec)


def points_of(mesh: MeshData, name: str) -> npt.NDArray[np.float64]:
    points = mesh.positions[mesh.part == mesh.parts.index(name)]
    return np.asarray(points, np.float64)


def faces_of(mesh: MeshData, name: str) -> npt.NDArray[np.int64]:
    chosen = mesh.part[mesh.faces[:, 0]] == mesh.parts.index(name)
    return np.asarray(mesh.faces[chosen], np.int64)


def reach_m(mesh: MeshData, low_m: float, high_m: float) -> float:
    """Largest distance from the axis between two heights."""
    points = mesh.positions[(mesh.positions[:, 2] >= low_m) & (mesh.positions[:, 2] <= high_m)]
    return float(np.hypot(points[:, 0], points[:, 1]).max())


def test_the_tip_is_at_the_sourced_height(model: Model) -> None:
    low, high = model.mesh.bounds_m
    assert high[2] == pytest.approx(371.5, abs=0.1)
    assert low[2] == pytest.approx(-1.5, abs=0.05)


def test_the_height_follows_the_specification() -> None:
    spec: Any = SimpleNamespace(id="kok_tobe_tower", height_m=372.5, bearing_deg=0.0)
    assert build(spec).mesh.bounds_m[1][2] == pytest.approx(372.5, abs=0.01)


def test_pods_contain_the_settled_levels(model: Model) -> None:
    lower, upper = points_of(model.mesh, "lower_pod"), points_of(model.mesh, "upper_pod")
    assert lower[:, 2].min() < 175.0
    assert lower[:, 2].max() > 182.0
    assert upper[:, 2].min() < 245.0
    assert upper[:, 2].max() > 252.0
    assert np.hypot(lower[:, 0], lower[:, 1]).max() == pytest.approx(13.8, abs=0.3)
    assert np.hypot(upper[:, 0], upper[:, 1]).max() == pytest.approx(11.0, abs=0.3)


def test_the_shaft_is_straight_and_the_foot_wider_only_below_the_collar(model: Model) -> None:
    assert reach_m(model.mesh, 15.0, 31.0) == pytest.approx(18.5 / 2, abs=0.2)
    assert reach_m(model.mesh, 55.0, 118.0) == pytest.approx(7.0, abs=0.4)
    assert reach_m(model.mesh, 137.0, 155.0) == pytest.approx(6.8, abs=0.3)
    assert reach_m(model.mesh, 30.0, 39.0) > 10.0, "the dark collar stands out at about 30 m"


def test_the_antenna_begins_above_the_upper_pod(model: Model) -> None:
    red = points_of(model.mesh, "antenna")
    assert red[:, 2].min() > 254.0
    assert np.hypot(red[:, 0], red[:, 1]).max() < 4.5


@pytest.mark.parametrize("name", CLOSED)
def test_solid_parts_are_closed_and_face_outwards(model: Model, name: str) -> None:
    mesh, faces = model.mesh, faces_of(model.mesh, name)
    cells = np.rint(mesh.positions.astype(np.float64) * 4096).astype(np.int64)
    _, weld = np.unique(cells, axis=0, return_inverse=True)
    ring = weld.ravel()[faces]
    edges = np.concatenate([ring[:, [0, 1]], ring[:, [1, 2]], ring[:, [2, 0]]])
    edges = edges[edges[:, 0] != edges[:, 1]]
    key = edges.min(axis=1) * len(cells) + edges.max(axis=1)
    _, number = np.unique(key, return_inverse=True)
    way = np.where(edges[:, 0] < edges[:, 1], 1, -1)
    assert not np.bincount(number.ravel(), weights=way).any()
    corner = mesh.positions.astype(np.float64)[faces]
    assert np.einsum("ij,ij->", corner[:, 0], np.cross(corner[:, 1], corner[:, 2])) > 0.0


def test_within_the_triangle_budget(model: Model) -> None:
    assert 20_000 <= model.mesh.triangle_count <= 150_000


def test_parts_that_cards_point_at_exist(model: Model) -> None:
    assert {"antenna", "upper_pod", "lower_pod", "mosaic"} <= set(model.mesh.parts)


def test_the_mosaic_is_twenty_by_eight_metres_on_the_front(model: Model) -> None:
    mesh = model.mesh
    marble = mesh.material == mesh.materials.index("marble")
    tiles = mesh.positions[marble & (mesh.part == mesh.parts.index("mosaic"))]
    size = np.ptp(tiles, axis=0)
    assert size[0] == pytest.approx(20.0, abs=0.05)
    assert size[2] == pytest.approx(8.0, abs=0.05)
    assert tiles[:, 1].max() < -20.0, "it looks to -y"


def test_everything_stands_on_the_flat_pad(model: Model) -> None:
    low, high = model.mesh.bounds_m
    assert np.abs([low[:2], high[:2]]).max() <= 42.0
    for table in model.props:
        assert np.hypot(table.positions[:, 0], table.positions[:, 1]).max() <= 42.0


def test_building_twice_gives_the_same_arrays(model: Model) -> None:
    spec: Any = SimpleNamespace(id="kok_tobe_tower", height_m=371.5, bearing_deg=315.0)
    again = build(spec)
    assert np.array_equal(again.mesh.positions, model.mesh.positions)
    assert all(
        np.array_equal(a.positions, b.positions)
        for a, b in zip(again.props, model.props, strict=True)
    )
