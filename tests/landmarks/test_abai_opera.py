"""The opera stands as specified: heights, plan, counts of its parts, closed solids."""

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
from almaty_tour.landmarks.abai_opera import build
from almaty_tour.mesh.data import MeshData, Model

HEIGHT_M = 28.0
CONTENT = Path(__file__).resolve().parents[2] / "assets/content"
CLOSED = ("cresting", "roof", "auditorium", "clock_lamps", "gates", "flag")


@pytest.fixture(scope="module")
def model() -> Model:
    spec: Any = SimpleNamespace(id="abai_opera", height_m=HEIGHT_M)
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


def test_heights_follow_the_decision(model: Model) -> None:
    low, high = model.mesh.bounds_m
    assert high[2] == pytest.approx(HEIGHT_M, abs=0.1)
    assert corners(model.mesh, "auditorium")[..., 2].max() == pytest.approx(HEIGHT_M, abs=0.1)
    assert corners(model.mesh, "frieze")[..., 2].max() == pytest.approx(20.0, abs=0.1)
    assert corners(model.mesh, "cresting")[..., 2].max() == pytest.approx(22.0, abs=0.1)
    assert low[2] == pytest.approx(-1.5, abs=0.01)


def test_the_foot_of_the_walls_has_the_measured_outline(model: Model) -> None:
    points = corners(model.mesh, "body", "portal").reshape(-1, 3)
    foot = points[points[:, 2] < 1.0]
    assert np.ptp(foot[:, 0]) == pytest.approx(49.9, abs=0.3)
    assert np.ptp(foot[:, 1]) == pytest.approx(89.5, abs=0.3)
    assert np.abs(foot[:, :2].min(axis=0) + foot[:, :2].max(axis=0)).max() < 0.4


def test_six_single_square_columns_stand_in_one_row(model: Model) -> None:
    level = 11.0
    cut = corners(model.mesh, "portico")
    cut = cut[(cut[..., 2].min(axis=1) < level) & (cut[..., 2].max(axis=1) > level)]
    cut = cut[cut[..., 1].max(axis=1) < -42.0]
    row = clusters(cut[..., 0].ravel(), 2.0)
    assert len(row) == 6
    middles = np.array([(x[0] + x[-1]) / 2 for x in row])
    assert np.diff(middles) == pytest.approx(np.full(5, 4.65), abs=0.01)
    assert [float(np.ptp(x)) for x in row] == pytest.approx([1.4] * 6, abs=0.1)


def test_five_doors_and_a_gilded_frieze(model: Model) -> None:
    assert len(clusters(corners(model.mesh, "doors")[..., 0].ravel(), 0.8)) == 5
    gilded = model.mesh.materials.index("gilded_plaster")
    faces = model.mesh.faces[model.mesh.part[model.mesh.faces[:, 0]]
                             == model.mesh.parts.index("frieze")]  # fmt: skip
    golden = model.mesh.positions[faces[model.mesh.material[faces[:, 0]] == gilded]]
    figures = golden[(golden[..., 2].min(axis=1) > 16.6)]
    assert np.ptp(figures[..., 0]) > 24.0


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
    told = tomllib.loads((CONTENT / "landmarks/abai_opera.toml").read_text("utf-8"))
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


def test_steps_can_be_climbed_to_the_terrace(model: Model) -> None:
    tops = sorted({floor.top_m for floor in model.collision.floors})
    assert tops[-1] == pytest.approx(0.9)
    assert max(np.diff([0.0, *tops])) < 0.2


def test_two_builds_are_the_same_to_the_byte(model: Model) -> None:
    spec: Any = SimpleNamespace(id="abai_opera", height_m=HEIGHT_M)
    again = build(spec)
    for name in ("positions", "normals", "uv", "tint", "material", "part", "faces"):
        assert np.array_equal(getattr(model.mesh, name), getattr(again.mesh, name))
    for mine, other in zip(model.props, again.props, strict=True):
        assert np.array_equal(mine.positions, other.positions)
        assert np.array_equal(mine.seed, other.seed)
