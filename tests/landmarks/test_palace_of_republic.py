"""The palace stands as specified: outline on the map, heights, louvres, pylons, Abai."""

from __future__ import annotations

import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from almaty_tour.kit import props
from almaty_tour.landmarks.palace_of_republic import ABAI_Y_M, build
from almaty_tour.mesh.data import MeshData, Model

CONTENT = Path(__file__).resolve().parents[2] / "assets/content"


@pytest.fixture(scope="module")
def model() -> Model:
    spec: Any = SimpleNamespace(id="palace_of_republic", height_m=20.0)
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


def test_the_roof_edge_is_the_outline_on_the_map(model: Model) -> None:
    roof = corners(model.mesh, "roof").reshape(-1, 3)
    low, high = roof.min(axis=0), roof.max(axis=0)
    assert high[0] - low[0] == pytest.approx(83.7, abs=1.0)
    assert high[1] - low[1] == pytest.approx(120.4, abs=1.0)
    assert np.abs(low[:2] + high[:2]).max() < 0.01


def test_the_roof_is_the_highest_thing_and_the_ground_is_reached(model: Model) -> None:
    low, high = model.mesh.bounds_m
    told = tomllib.loads((CONTENT / "landmarks/palace_of_republic.toml").read_text("utf-8"))
    assert high[2] == pytest.approx(told["place"]["height_m"], abs=0.1)
    assert corners(model.mesh, "roof")[..., 2].max() == pytest.approx(float(high[2]))
    assert low[2] == pytest.approx(-1.5, abs=0.01)


def test_the_frieze_leans_outwards_about_forty_degrees(model: Model) -> None:
    slats = corners(model.mesh, "roof", "gold_slat")
    front = slats[np.abs(slats[..., 0]).max(axis=1) < 20.0].reshape(-1, 3)
    front = front[front[:, 1] < -50.0]
    z = front[:, 2]
    foot, head = front[z < z.min() + 0.1], front[z > z.max() - 0.1]
    run = foot[:, 1].mean() - head[:, 1].mean()
    rise = head[:, 2].mean() - foot[:, 2].mean()
    assert 30.0 < np.degrees(np.arctan2(run, rise)) < 50.0


def test_gold_slats_stand_in_columns_of_eight_and_leave_the_corners_white(model: Model) -> None:
    slats = corners(model.mesh, "roof", "gold_slat").reshape(-1, 12, 3, 3)
    middle = slats.mean(axis=(1, 2))
    front = middle[-middle[:, 1] - 55.0 > np.abs(middle[:, 0]) - 37.0]
    assert len(front) % 8 == 0
    assert 48 <= len(front) // 8 <= 60
    assert np.abs(front[:, 0]).max() < 39.5


def test_four_twin_pylons_stand_clear_under_the_soffit(model: Model) -> None:
    pylons = corners(model.mesh, "pylons")
    assert pylons[..., 2].max() <= 12.95
    cut = pylons[(pylons[..., 2].min(axis=1) < 6.5) & (pylons[..., 2].max(axis=1) > 6.5)]
    for side in (-1.0, 1.0):
        x = np.unique(np.round(cut[(cut[..., 1] * side).min(axis=1) > 0][..., 0], 2))
        gaps = np.diff(x)
        assert (gaps > 1.4).sum() == 7  # four slabs, the gaps in the pairs and between them
        assert x.max() == pytest.approx(26.8, abs=0.3)


def test_abai_is_as_tall_as_sourced_and_looks_west_before_the_palace(model: Model) -> None:
    abai = corners(model.mesh, "abai")
    assert abai[..., 2].max() == pytest.approx(13.7, abs=0.02)
    figure = corners(model.mesh, "abai", "bronze_dark").reshape(-1, 3)
    assert figure[:, 1].mean() == pytest.approx(ABAI_Y_M, abs=0.5)
    top, foot = 1.35 + 6.5, 1.35
    rock = corners(model.mesh, "abai", "rock_faced").reshape(-1, 3)
    assert np.ptp(rock[rock[:, 2] < foot + 0.1][:, 0]) == pytest.approx(6.2, abs=0.3)
    assert np.ptp(rock[rock[:, 2] > top - 0.1][:, 0]) == pytest.approx(3.4, abs=0.4)


def test_the_figure_is_one_closed_skin(model: Model) -> None:
    figure = corners(model.mesh, "abai", "bronze_dark")
    assert unpaired_edges(figure) == 0
    assert volume_m3(figure) > 5.0


@pytest.mark.parametrize("part", ["roof", "pylons", "podium"])
def test_solid_parts_are_closed_and_face_outwards(model: Model, part: str) -> None:
    triangles = corners(model.mesh, part)
    assert unpaired_edges(triangles) == 0
    assert volume_m3(triangles) > 0.0


def test_normals_lie_on_the_outer_side_of_nearly_every_face(model: Model) -> None:
    triangles = model.mesh.positions[model.mesh.faces].astype(np.float64)
    across = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
    normals = model.mesh.normals[model.mesh.faces].astype(np.float64).sum(axis=1)
    assert (np.einsum("mi,mi->m", across, normals) > 0.0).mean() > 0.999


def test_twenty_to_a_hundred_and_fifty_thousand_triangles(model: Model) -> None:
    assert 20_000 <= model.mesh.triangle_count <= 150_000


def test_annotated_parts_exist_where_their_labels_point(model: Model) -> None:
    told = tomllib.loads((CONTENT / "landmarks/palace_of_republic.toml").read_text("utf-8"))
    assert len(told["annotations"]) >= 3
    for annotation in told["annotations"]:
        points = corners(model.mesh, annotation["part"]).reshape(-1, 3)
        gap = np.linalg.norm(points - np.array(annotation["at_m"]), axis=1).min()
        assert gap < 6.0


def test_props_are_of_known_kinds_and_stand_clear_of_the_walls(model: Model) -> None:
    assert {table.kind for table in model.props} <= set(props.kinds())
    for table in model.props:
        inside = (np.abs(table.positions[:, 0]) < 40.0) & (np.abs(table.positions[:, 1]) < 57.0)
        assert not inside.any()


def test_walking_climbs_the_stairs_in_low_steps(model: Model) -> None:
    tops = sorted({round(floor.top_m, 3) for floor in model.collision.floors})
    assert tops[-1] == pytest.approx(2.3)
    assert np.diff(tops).max() < 0.2
