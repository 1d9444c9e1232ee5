"""The monument stands as decided: 28 m shaft, 34 m in all, four figures, ten reliefs."""

from __future__ import annotations

import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from almaty_tour.kit import props
from almaty_tour.landmarks.independence_monument import build
from almaty_tour.mesh.data import MeshData, Model

CONTENT = Path(__file__).resolve().parents[2] / "assets/content"


@pytest.fixture(scope="module")
def model() -> Model:
    spec: Any = SimpleNamespace(id="independence_monument", height_m=34.0)
    return build(spec)


def corners(mesh: MeshData, part: str, material: str | None = None) -> npt.NDArray[np.float64]:
    """(m, 3, 3) corners of the triangles of a part, of one material when it is named."""
    first = mesh.faces[:, 0]
    wanted = mesh.part[first] == mesh.parts.index(part)
    if material is not None:
        wanted &= mesh.material[first] == mesh.materials.index(material)
    return mesh.positions[mesh.faces[wanted]].astype(np.float64)


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


def width_m(triangles: npt.NDArray[np.float64], low: float, high: float) -> float:
    """Extent along x of the vertices between two levels."""
    points = triangles.reshape(-1, 3)
    return float(np.ptp(points[(points[:, 2] > low) & (points[:, 2] < high)][:, 0]))


def clusters(values: npt.NDArray[np.float64], gap: float) -> int:
    return int((np.diff(np.sort(values)) > gap).sum()) + 1


def test_shaft_and_statue_have_the_decided_heights(model: Model) -> None:
    low, high = model.mesh.bounds_m
    assert high[2] == pytest.approx(34.0, abs=0.1)
    assert low[2] == pytest.approx(-1.5, abs=0.01)
    assert corners(model.mesh, "body")[..., 2].max() == pytest.approx(28.0, abs=0.05)
    assert np.ptp(corners(model.mesh, "warrior")[..., 2]) == pytest.approx(6.0, abs=0.1)


def test_the_shaft_is_slim_over_a_thicker_base(model: Model) -> None:
    body = corners(model.mesh, "body")
    assert width_m(body, 7.0, 19.0) == pytest.approx(2.3, abs=0.1)
    assert width_m(body, 2.0, 5.0) == pytest.approx(2.75, abs=0.12)
    points = body.reshape(-1, 3)
    assert np.abs(points[:, :2].min(axis=0) + points[:, :2].max(axis=0)).max() < 0.02


def test_the_round_floor_has_the_measured_size(model: Model) -> None:
    ring = corners(model.mesh, "ring").reshape(-1, 3)
    assert np.linalg.norm(ring[:, :2], axis=1).max() == pytest.approx(23.25, abs=0.1)


def test_the_beast_leaps_south_with_the_falcon_on_the_right_hand(model: Model) -> None:
    bronze = corners(model.mesh, "warrior", "bronze_dark").reshape(-1, 3)
    beast = bronze[bronze[:, 2] < 29.9]
    assert beast[:, 1].max() - beast[:, 1].min() == pytest.approx(4.8, abs=0.3)
    head = bronze[(bronze[:, 2] > 29.5) & (bronze[:, 2] < 30.05)]
    assert head[:, 1].min() < -1.4
    right = bronze[(bronze[:, 2] > 31.4) & (bronze[:, 2] < 32.2) & (bronze[:, 1] < -0.6)]
    assert right[:, 0].max() < -0.2  # the falcon: to the left of somebody before the front
    bow = bronze[(bronze[:, 2] > 30.4) & (bronze[:, 0] > 1.2)]
    assert len(bow) > 0


def test_only_small_parts_are_gilded(model: Model) -> None:
    def area(triangles: npt.NDArray[np.float64]) -> float:
        edge = triangles[:, 1:] - triangles[:, :1]
        return float(np.linalg.norm(np.cross(edge[:, 0], edge[:, 1]), axis=1).sum() / 2)

    gold = area(corners(model.mesh, "warrior", "gold"))
    bronze = area(corners(model.mesh, "warrior", "bronze_dark"))
    assert 0.02 < gold / bronze < 0.25


def test_statues_are_closed_skins(model: Model) -> None:
    for part in ("warrior", "figures"):
        triangles = corners(model.mesh, part)
        assert unpaired_edges(triangles) == 0
        assert volume_m3(triangles) > 0.0


@pytest.mark.parametrize("part", ["reliefs", "ring"])
def test_stone_and_fences_are_closed(model: Model, part: str) -> None:
    triangles = corners(model.mesh, part)
    if part == "reliefs":
        assert unpaired_edges(triangles) == 0
    assert volume_m3(triangles) > 0.0


def test_four_figures_stand_at_the_corners_of_a_square(model: Model) -> None:
    bronze = corners(model.mesh, "figures", "bronze_dark").mean(axis=1)
    quarter = (bronze[:, 0] > 0) + 2 * (bronze[:, 1] > 0)
    for k in range(4):
        middle = bronze[quarter == k].mean(axis=0)
        assert np.abs(middle[:2]) == pytest.approx([9.8, 9.8], abs=0.6)


def test_ten_pierced_panels_on_two_arcs_leave_the_north_open(model: Model) -> None:
    bronze = corners(model.mesh, "reliefs", "bronze_dark").mean(axis=1)
    angle = np.degrees(np.arctan2(bronze[:, 1], bronze[:, 0]))
    east, west = angle[bronze[:, 0] > 0], angle[bronze[:, 0] < 0]
    assert clusters(east, 0.9) == 5
    assert clusters(west, 0.9) == 5
    assert east.max() < 68.0
    assert west.min() > 112.0
    radius = np.linalg.norm(bronze[:, :2], axis=1)
    assert radius.min() > 21.3
    assert radius.max() < 22.2


def test_panels_let_light_through(model: Model) -> None:
    """Seen face on, bronze covers between 35 and 85 hundredths of a panel's field."""
    bronze = corners(model.mesh, "reliefs", "bronze_dark")
    middle = np.degrees(np.arctan2(bronze[..., 1], bronze[..., 0])).mean(axis=1)
    panel = bronze[(middle > 14.0) & (middle < 24.6)]
    edge = panel[:, 1:] - panel[:, :1]
    across = np.cross(edge[:, 0], edge[:, 1])
    facing = np.abs(across[:, :2] @ np.array([np.cos(np.radians(19.3)), np.sin(np.radians(19.3))]))
    upright = facing / np.maximum(np.linalg.norm(across, axis=1), 1e-12) > 0.99
    share = facing[upright].sum() / 4 / (3.4 * 2.25)
    assert 0.35 < share < 0.85


def test_the_akimat_keeps_its_length_and_rhythm(model: Model) -> None:
    block = corners(model.mesh, "akimat").reshape(-1, 3)
    front = block[block[:, 1] > -215.0]
    assert np.ptp(block[:, 0]) == pytest.approx(110.0, abs=0.5)
    assert front[:, 2].max() - 6.0 == pytest.approx(27.0, abs=0.7)


def test_twenty_to_a_hundred_and_fifty_thousand_triangles(model: Model) -> None:
    assert 20_000 <= model.mesh.triangle_count <= 150_000


def test_annotated_parts_exist_where_their_labels_point(model: Model) -> None:
    told = tomllib.loads((CONTENT / "landmarks/independence_monument.toml").read_text("utf-8"))
    assert len(told["annotations"]) >= 3
    for annotation in told["annotations"]:
        points = corners(model.mesh, annotation["part"]).reshape(-1, 3)
        gap = np.linalg.norm(points - np.array(annotation["at_m"]), axis=1).min()
        assert gap < 2.5


def test_props_are_of_known_kinds(model: Model) -> None:
    assert {table.kind for table in model.props} <= set(props.kinds())


def test_walking_climbs_in_low_steps_and_meets_shaft_and_panels(model: Model) -> None:
    tops = sorted({round(floor.top_m, 3) for floor in model.collision.floors if floor.top_m < 1.0})
    assert np.diff(tops).max() < 0.21
    solids = [s for s in model.collision.solids if s.top_m == pytest.approx(34.0)]
    assert len(solids) == 1
    assert len([s for s in model.collision.solids if s.top_m == pytest.approx(3.2)]) == 10
