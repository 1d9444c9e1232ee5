"""The cathedral stands as settled: heights, plan, domes, colours, closed gold, steps."""

from __future__ import annotations

import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from almaty_tour.kit import props
from almaty_tour.landmarks import _ascension_paint as paint
from almaty_tour.landmarks.ascension_cathedral import build
from almaty_tour.mesh.data import MeshData, Model

F64 = npt.NDArray[np.float64]
TOML = Path(__file__).resolve().parents[2] / "assets/content/landmarks/ascension_cathedral.toml"
DOME_Y = 9.5


@pytest.fixture(scope="module")
def model() -> Model:
    spec: Any = SimpleNamespace(id="ascension_cathedral", height_m=44.2)
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


def test_crosses_end_at_the_sourced_heights(model: Model) -> None:
    assert model.mesh.bounds_m[1][2] == pytest.approx(44.2, abs=0.1)
    assert triangles(model.mesh, "belfry")[..., 2].max() == pytest.approx(44.2, abs=0.1)
    assert triangles(model.mesh, "main_dome")[..., 2].max() == pytest.approx(39.6, abs=0.1)
    assert model.mesh.bounds_m[0][2] == pytest.approx(-1.5, abs=0.01)


def test_the_foot_has_the_measured_outline(model: Model) -> None:
    parts = [triangles(model.mesh, name).reshape(-1, 3) for name in ("body", "porch", "steps")]
    foot = np.concatenate(parts)
    foot = foot[foot[:, 2] < 1.0]
    assert np.ptp(foot[:, 0]) == pytest.approx(35.3, abs=0.3)
    assert np.ptp(foot[:, 1]) == pytest.approx(56.4, abs=0.3)
    assert np.abs(foot[:, :2].min(axis=0) + foot[:, :2].max(axis=0)).max() < 0.3


def test_six_golden_onions_four_on_the_diagonals(model: Model) -> None:
    gold = triangles(model.mesh, "domes", "gold")
    bulb = gold[(gold[..., 2].min(axis=1) > 26.2) & (gold[..., 2].max(axis=1) < 27.6)]
    middle = bulb.mean(axis=1)
    for x in (-9.25, 9.25):
        for y in (-9.25, 9.25):
            near = np.hypot(middle[:, 0] - x, middle[:, 1] - DOME_Y - y)
            assert (near < 1.1).sum() > 40
    for name, level in (("main_dome", 34.2), ("belfry", 36.0), ("belfry", 39.7)):
        corners = triangles(model.mesh, name, "gold")
        cut = corners[(corners[..., 2].min(axis=1) < level) & (corners[..., 2].max(axis=1) > level)]
        assert len(cut) >= 24


def test_the_belfry_is_square_with_open_sides(model: Model) -> None:
    corners = triangles(model.mesh, "belfry", "plaster").reshape(-1, 3)
    wall = corners[(corners[:, 2] > 21.9) & (corners[:, 2] < 22.9)]
    assert np.ptp(wall[:, 0]) == pytest.approx(np.ptp(wall[:, 1]), abs=0.01)
    solid = triangles(model.mesh, "belfry")
    across = solid[(solid[..., 2].min(axis=1) < 20.0) & (solid[..., 2].max(axis=1) > 20.0)]
    middle = np.abs(across[..., 0]).max(axis=1) < 0.8
    front = across[..., 1].mean(axis=1) < -12.5
    assert not (middle & front).any(), "the bell opening is walled up"


def test_lozenge_colours_follow_the_notes(model: Model) -> None:
    mesh = model.mesh
    scales = mesh.material == mesh.materials.index("dome_paint")

    def colours(part: str) -> set[tuple[int, ...]]:
        chosen = scales & (mesh.part == mesh.parts.index(part))
        return {tuple(int(v) for v in row) for row in np.unique(mesh.tint[chosen], axis=0)}

    white, blue = paint.SCALE_WHITE.tint, paint.SCALE_BLUE.tint
    green, red = paint.SCALE_GREEN.tint, paint.SCALE_RED.tint
    assert colours("main_dome") == {white, blue, green, red}
    assert colours("belfry") == {white, blue, green, red}
    assert colours("domes") == {white, blue, green}


def test_budget_of_triangles(model: Model) -> None:
    assert 20_000 <= model.mesh.triangle_count <= 120_000


@pytest.mark.parametrize("part", ["domes", "main_dome", "belfry"])
def test_gold_is_closed_and_outward(model: Model, part: str) -> None:
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


def test_props_are_known_and_stand_on_the_square_outside_the_walls(model: Model) -> None:
    for table in model.props:
        assert table.kind in props.kinds()
        assert (table.positions[:, 2] >= 0.06).all()
        for solid in model.collision.solids:
            assert not inside(solid.outline, table.positions[:, :2]).any(), table.kind


def test_every_step_can_be_climbed(model: Model) -> None:
    front = [f for f in model.collision.floors if f.outline[:, 1].min() < -25.0]
    tops = sorted({round(float(f.top_m), 4) for f in front})
    assert tops[0] == pytest.approx(0.08)
    assert tops[-1] == pytest.approx(1.15)
    assert max(np.diff(tops)) < 0.2


def test_building_twice_gives_the_same_bytes(model: Model) -> None:
    spec: Any = SimpleNamespace(id="again", height_m=0.0)
    again = build(spec)
    assert again.mesh.positions.tobytes() == model.mesh.positions.tobytes()
    assert again.mesh.faces.tobytes() == model.mesh.faces.tobytes()
    assert [t.seed.tolist() for t in again.props] == [t.seed.tolist() for t in model.props]
