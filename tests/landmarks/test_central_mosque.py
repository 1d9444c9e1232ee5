"""The mosque stands as settled: heights, plan, domes, arcades, minaret, terrace."""

from __future__ import annotations

import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from almaty_tour.kit import props
from almaty_tour.landmarks import _mosque_paint as paint
from almaty_tour.landmarks.central_mosque import build
from almaty_tour.mesh.data import MeshData, Model

F64 = npt.NDArray[np.float64]
TOML = Path(__file__).resolve().parents[2] / "assets/content/landmarks/central_mosque.toml"
DOME_Y = 12.0


@pytest.fixture(scope="module")
def model() -> Model:
    spec: Any = SimpleNamespace(id="central_mosque", height_m=47.0)
    return build(spec)


def triangles(mesh: MeshData, part: str | None = None, material: str | None = None) -> F64:
    """(m, 3, 3) corners of the triangles of a part, of a material, of both."""
    first = mesh.faces[:, 0]
    kept = np.ones(len(first), bool)
    if part is not None:
        kept &= mesh.part[first] == mesh.parts.index(part)
    if material is not None:
        kept &= mesh.material[first] == mesh.materials.index(material)
    return mesh.positions[mesh.faces[kept]].astype(np.float64)


def unpaired_edges(corners: F64) -> int:
    """Edges that are not passed as often one way as the other."""
    points = np.rint(corners.reshape(-1, 3) * 8192).astype(np.int64)
    _, weld = np.unique(points, axis=0, return_inverse=True)
    ring = weld.reshape(-1, 3)
    edges = np.concatenate([ring[:, [0, 1]], ring[:, [1, 2]], ring[:, [2, 0]]])
    edges = edges[edges[:, 0] != edges[:, 1]]
    key = edges.min(axis=1) * (int(weld.max()) + 1) + edges.max(axis=1)
    _, number = np.unique(key, return_inverse=True)
    way = np.where(edges[:, 0] < edges[:, 1], 1, -1)
    return int((np.bincount(number.ravel(), weights=way) != 0).sum())


def inside(outline: npt.NDArray[np.float32], points: F64) -> npt.NDArray[np.bool_]:
    """Which (n, 2) points lie in a polygon, by counting crossings to the right."""
    a, b = outline[None].astype(np.float64), np.roll(outline, -1, axis=0)[None].astype(np.float64)
    x, y = points[:, :1].astype(np.float64), points[:, 1:2].astype(np.float64)
    spans = (a[..., 1] > y) != (b[..., 1] > y)
    rise = np.where(spans, b[..., 1] - a[..., 1], 1.0)
    at = a[..., 0] + (y - a[..., 1]) / rise * (b[..., 0] - a[..., 0])
    return (spans & (at > x)).sum(axis=1) % 2 == 1


def test_heights_follow_the_sources(model: Model) -> None:
    assert model.mesh.bounds_m[1][2] == pytest.approx(47.0, abs=0.1)
    assert triangles(model.mesh, "minaret")[..., 2].max() == pytest.approx(47.0, abs=0.1)
    assert triangles(model.mesh, "turrets")[..., 2].max() == pytest.approx(27.0, abs=0.1)
    assert model.mesh.bounds_m[0][2] == pytest.approx(-1.5, abs=0.01)


def test_the_gold_dome_is_20_m_wide_and_ends_at_36_m(model: Model) -> None:
    gold = triangles(model.mesh, "main_dome", "gold").reshape(-1, 3)
    radius = np.hypot(gold[:, 0], gold[:, 1] - DOME_Y)
    assert 2 * radius.max() == pytest.approx(20.0, abs=0.15)
    axis = gold[radius < 1e-3, 2]
    assert np.abs(axis - 36.0).min() < 0.02
    assert gold[radius > 1.0, 2].max() < 36.0


def test_the_block_has_the_measured_outline(model: Model) -> None:
    points = np.concatenate(
        [triangles(model.mesh, name).reshape(-1, 3) for name in ("body", "portal", "turrets")]
    )
    assert np.ptp(points[:, 0]) == pytest.approx(44.1, abs=0.6)
    assert np.ptp(points[:, 1]) == pytest.approx(58.5, abs=0.3)
    assert np.abs(points[:, :2].min(axis=0) + points[:, :2].max(axis=0)).max() < 0.3


def test_four_turrets_stand_on_a_36_by_49_rectangle(model: Model) -> None:
    caps = triangles(model.mesh, "turrets", "gold").reshape(-1, 3)
    for x in (-1, 1):
        for y in (-1, 1):
            mine = caps[(np.sign(caps[:, 0]) == x) & (np.sign(caps[:, 1] + 1.3) == y)]
            middle = (mine.min(axis=0) + mine.max(axis=0)) / 2
            assert abs(middle[0]) == pytest.approx(18.2, abs=0.5)
            assert abs(middle[1] + 1.3) == pytest.approx(24.5, abs=0.3)


def test_eight_deep_arches_open_each_long_side(model: Model) -> None:
    mesh = model.mesh
    doors = triangles(mesh, "body", "painted_metal")
    for side in (-1.0, 1.0):
        row = doors[(side * doors[..., 0]).min(axis=1) > 16.0]
        row = row[(row[..., 2].max(axis=1) < 5.1) & (np.abs(row[..., 1] + 1.3).max(axis=1) < 22.5)]
        ends = np.sort(np.unique(np.round(row[..., 1], 2)))
        groups = np.split(ends, np.nonzero(np.diff(ends) > 1.5)[0] + 1)
        assert len(groups) == 8
        reach = (side * row[..., 0]).min()
        assert 18.1 - reach > 0.9, "the doors stand deep inside the arches"


def test_the_minaret_stands_apart_at_the_south_east_corner(model: Model) -> None:
    gold = triangles(model.mesh, "minaret", "gold").reshape(-1, 3)
    middle = (gold.min(axis=0) + gold.max(axis=0)) / 2
    corner = np.array([-18.4, -25.8])
    away = middle[:2] - corner
    assert (away < -4.0).all()
    assert np.linalg.norm(away) == pytest.approx(10.0, abs=1.0)


def test_the_roof_is_flat_and_blue(model: Model) -> None:
    roof = triangles(model.mesh, "body", "roof_membrane")
    across = np.cross(roof[:, 1] - roof[:, 0], roof[:, 2] - roof[:, 0])
    level = across[:, 2] > 0.99 * np.linalg.norm(across, axis=1)
    assert across[level, 2].sum() / 2 > 36 * 49
    red, green, blue, _ = paint.ROOF.tint
    assert blue > 1.3 * green > 1.3 * 1.5 * red


def test_budget_of_triangles(model: Model) -> None:
    assert 20_000 <= model.mesh.triangle_count <= 112_000


@pytest.mark.parametrize("part", ["main_dome", "apse_dome"])
def test_the_plated_domes_are_closed(model: Model, part: str) -> None:
    gold = triangles(model.mesh, part, "gold")
    assert unpaired_edges(gold) == 0
    a, b, c = gold[:, 0], gold[:, 1], gold[:, 2]
    assert np.einsum("ij,ij->", a, np.cross(b, c)) > 0.0


def test_normals_lie_on_the_outer_side_of_every_face(model: Model) -> None:
    corners = triangles(model.mesh)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = model.mesh.normals[model.mesh.faces].astype(np.float64)
    assert (np.einsum("mi,mki->mk", across, normals) > 0.0).all()


def test_labels_point_at_their_parts(model: Model) -> None:
    told = tomllib.loads(TOML.read_text("utf-8"))
    assert len(told["annotations"]) >= 3
    for label in told["annotations"]:
        points = triangles(model.mesh, label["part"]).reshape(-1, 3)
        low, high = points.min(axis=0) - 0.6, points.max(axis=0) + 0.6
        assert ((low <= label["at_m"]) & (label["at_m"] <= high)).all(), label["part"]


def test_props_are_known_and_stand_outside_the_walls(model: Model) -> None:
    for table in model.props:
        assert table.kind in props.kinds()
        assert (table.positions[:, 2] >= 0.06).all()
        for solid in model.collision.solids:
            assert not inside(solid.outline, table.positions[:, :2]).any(), table.kind


def test_the_terrace_is_reached_by_low_steps(model: Model) -> None:
    tops = sorted({round(float(f.top_m), 4) for f in model.collision.floors})
    assert tops[0] == pytest.approx(0.08)
    assert tops[-1] == pytest.approx(1.9)
    assert max(np.diff(tops)) < 0.2


def test_building_twice_gives_the_same_bytes(model: Model) -> None:
    spec: Any = SimpleNamespace(id="again", height_m=0.0)
    again = build(spec)
    assert again.mesh.positions.tobytes() == model.mesh.positions.tobytes()
    assert again.mesh.faces.tobytes() == model.mesh.faces.tobytes()
    assert [t.seed.tolist() for t in again.props] == [t.seed.tolist() for t in model.props]
