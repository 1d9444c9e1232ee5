"""The museum stands as specified: heights, plan, towers, piers, closed solids."""

from __future__ import annotations

import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from almaty_tour.kit import props
from almaty_tour.kit.blooms import inside
from almaty_tour.landmarks.central_state_museum import build
from almaty_tour.mesh.data import MeshData, Model

HEIGHT_M = 32.0
CONTENT = Path(__file__).resolve().parents[2] / "assets/content"
CLOSED = ("towers", "main_dome")


@pytest.fixture(scope="module")
def model() -> Model:
    spec: Any = SimpleNamespace(id="central_state_museum", height_m=HEIGHT_M)
    return build(spec)


def corners(mesh: MeshData, *names: str) -> npt.NDArray[np.float64]:
    """(m, 3, 3) corners of the triangles of named parts."""
    wanted = [mesh.parts.index(name) for name in names]
    faces = mesh.faces[np.isin(mesh.part[mesh.faces[:, 0]], wanted)]
    return mesh.positions[faces].astype(np.float64)


def unpaired_edges(triangles: npt.NDArray[np.float64]) -> int:
    """Edges that are not passed as often one way as the other."""
    points = np.rint(triangles.reshape(-1, 3) * 4096).astype(np.int64)
    _, weld = np.unique(points, axis=0, return_inverse=True)
    ring = weld.reshape(-1, 3)
    edges = np.concatenate([ring[:, [0, 1]], ring[:, [1, 2]], ring[:, [2, 0]]])
    edges = edges[edges[:, 0] != edges[:, 1]]
    key = edges.min(axis=1) * (int(weld.max()) + 1) + edges.max(axis=1)
    _, number = np.unique(key, return_inverse=True)
    way = np.where(edges[:, 0] < edges[:, 1], 1, -1)
    return int((np.bincount(number.ravel(), weights=way) != 0).sum())


def volume_m3(triangles: npt.NDArray[np.float64]) -> float:
    a, b, c = triangles[:, 0], triangles[:, 1], triangles[:, 2]
    return float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6)


def clusters(values: npt.NDArray[np.float64], gap_m: float) -> list[npt.NDArray[np.float64]]:
    """Sorted values, parted where two neighbours are more than `gap_m` apart."""
    ordered = np.sort(values)
    return np.split(ordered, np.nonzero(np.diff(ordered) > gap_m)[0] + 1)


def test_heights_follow_the_specification(model: Model) -> None:
    low, high = model.mesh.bounds_m
    assert high[2] == pytest.approx(HEIGHT_M, abs=0.1)
    assert corners(model.mesh, "main_dome")[..., 2].max() == pytest.approx(HEIGHT_M, abs=0.1)
    assert corners(model.mesh, "towers")[..., 2].max() == pytest.approx(24.2, abs=0.1)
    assert corners(model.mesh, "portal_block")[..., 2].max() == pytest.approx(19.5, abs=0.1)
    assert low[2] == pytest.approx(-1.5, abs=0.01)


def test_the_towers_stand_on_the_measured_outline(model: Model) -> None:
    points = corners(model.mesh, "towers").reshape(-1, 3)
    shaft = points[np.abs(points[:, 2] - 3.0) < 0.2]
    assert np.ptp(shaft[:, 0]) == pytest.approx(111.7, abs=0.6)
    assert np.ptp(shaft[:, 1]) == pytest.approx(39.8, abs=0.6)


def test_eight_octagonal_towers_stand_in_two_rows_of_four(model: Model) -> None:
    points = corners(model.mesh, "towers").reshape(-1, 3)
    for row in (points[points[:, 1] < 0], points[points[:, 1] > 0]):
        assert len(clusters(row[:, 0], 4.0)) == 4
    one = points[(points[:, 0] > 40) & (points[:, 1] < 0) & (np.abs(points[:, 2] - 2.9) < 0.01)]
    plan = np.unique(np.rint(one[:, :2] * 100), axis=0)
    radius = np.linalg.norm(plan / 100 - (plan.min(axis=0) + plan.max(axis=0)) / 200, axis=1)
    assert len(np.unique(np.rint(plan[radius > 4.2]), axis=0)) >= 8


def test_five_bracket_piers_stand_on_each_front_wing(model: Model) -> None:
    level = 8.0
    cut = corners(model.mesh, "body")
    cut = cut[(cut[..., 2].min(axis=1) < level) & (cut[..., 2].max(axis=1) > level)]
    ridges = cut.reshape(-1, 3)
    ridges = ridges[(ridges[:, 1] < -16.65) & (ridges[:, 1] > -17.2)]
    for side in (-1.0, 1.0):
        wing = ridges[ridges[:, 0] * side > 20.0]
        piers = clusters(wing[:, 0], 2.0)
        assert len(piers) == 5
        middles = np.array([(x[0] + x[-1]) / 2 for x in piers])
        assert np.diff(middles) == pytest.approx(np.full(4, 5.35), abs=0.05)


def test_twenty_to_a_hundred_and_fifty_thousand_triangles(model: Model) -> None:
    assert 20_000 <= model.mesh.triangle_count <= 150_000


@pytest.mark.parametrize("name", CLOSED)
def test_solid_parts_are_closed_and_face_outwards(model: Model, name: str) -> None:
    triangles = corners(model.mesh, name)
    assert unpaired_edges(triangles) == 0
    assert volume_m3(triangles) > 0.0


def test_normals_lie_on_the_outer_side_of_every_face(model: Model) -> None:
    triangles = model.mesh.positions[model.mesh.faces].astype(np.float64)
    across = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
    normals = model.mesh.normals[model.mesh.faces].astype(np.float64)
    assert (np.einsum("mi,mki->mk", across, normals) > 0.0).all()


def test_annotated_parts_exist_where_their_labels_point(model: Model) -> None:
    told = tomllib.loads((CONTENT / "landmarks/central_state_museum.toml").read_text("utf-8"))
    assert len(told["annotations"]) >= 3
    for annotation in told["annotations"]:
        points = corners(model.mesh, annotation["part"]).reshape(-1, 3)
        assert np.linalg.norm(points - annotation["at_m"], axis=1).min() < 3.0


def test_materials_and_props_are_known(model: Model) -> None:
    known = tomllib.loads((CONTENT / "materials.toml").read_text("utf-8"))
    assert set(model.mesh.materials) <= set(known)
    assert {table.kind for table in model.props} <= set(props.kinds())


def test_no_tree_or_lamp_stands_in_a_solid(model: Model) -> None:
    places = np.concatenate([table.positions[:, :2] for table in model.props]).astype(np.float64)
    assert len(places) > 40
    for solid in model.collision.solids:
        assert not inside(places, solid.outline.astype(np.float64)).any()


def test_steps_can_be_climbed_to_the_portal(model: Model) -> None:
    before_door = [
        floor.top_m
        for floor in model.collision.floors
        if floor.outline[:, 0].min() < 0.0 < floor.outline[:, 0].max()
    ]
    tops = sorted(set(before_door))
    assert tops[-1] == pytest.approx(2.4)
    assert max(np.diff([0.0, *tops])) < 0.2


def test_two_builds_are_the_same_to_the_byte(model: Model) -> None:
    spec: Any = SimpleNamespace(id="central_state_museum", height_m=HEIGHT_M)
    again = build(spec)
    for name in ("positions", "normals", "uv", "tint", "material", "part", "faces"):
        assert np.array_equal(getattr(model.mesh, name), getattr(again.mesh, name))
    for mine, other in zip(model.props, again.props, strict=True):
        assert np.array_equal(mine.positions, other.positions)
        assert np.array_equal(mine.seed, other.seed)
