"""A wall in bays has the same surface as the whole wall, in small faces."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.kit import profile
from almaty_tour.kit.bays import bayed_wall, bayed_walls
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed, rhythm, wall, walls
from almaty_tour.mesh.data import MeshData

PAINT = Paint("plaster")
WINDOW = Opening(1.2, 1.8, head="round")


def area_m2(mesh: MeshData) -> float:
    p = mesh.positions[mesh.faces].astype(np.float64)
    return float(np.linalg.norm(np.cross(p[:, 1] - p[:, 0], p[:, 2] - p[:, 0]), axis=1).sum() / 2)


def longest_edge_m(mesh: MeshData) -> float:
    p = mesh.positions[mesh.faces].astype(np.float64)
    return float(np.linalg.norm(p - np.roll(p, -1, axis=1), axis=2).max())


def test_a_row_of_windows_keeps_its_area() -> None:
    openings = rhythm(20.0, 6, WINDOW, 1.0)
    whole, cut = wall(20.0, 4.0, PAINT, openings), bayed_wall(20.0, 4.0, PAINT, openings)
    assert area_m2(cut) == pytest.approx(area_m2(whole), rel=1e-4)
    assert longest_edge_m(cut) <= 2.4 * 1.001
    assert cut.bounds_m[1] == pytest.approx(whole.bounds_m[1], abs=1e-5)


def test_windows_over_one_another_stay_in_one_bay() -> None:
    openings = [Placed(x, z, WINDOW) for x in (2.0, 2.3, 7.0) for z in (0.5,) if x != 2.3]
    openings += [Placed(2.3, 3.0, WINDOW)]
    whole, cut = wall(9.0, 6.0, PAINT, openings), bayed_wall(9.0, 6.0, PAINT, openings)
    assert area_m2(cut) == pytest.approx(area_m2(whole), rel=1e-4)


def test_walls_stand_on_every_edge() -> None:
    plan = profile.rectangle(12.0, 8.0)
    sides = {0: rhythm(12.0, 3, WINDOW, 1.0)}
    whole, cut = walls(plan, 5.0, PAINT, sides), bayed_walls(plan, 5.0, PAINT, sides)
    assert area_m2(cut) == pytest.approx(area_m2(whole), rel=1e-4)
    assert np.stack(cut.bounds_m) == pytest.approx(np.stack(whole.bounds_m), abs=1e-5)


def test_tiles_cover_their_floor_and_look_up() -> None:
    floor = tiles((-3.0, 1.0), (4.0, 3.5), 0.7, PAINT, 2.0)
    assert area_m2(floor) == pytest.approx(17.5)
    assert (floor.normals[:, 2] > 0.999).all()
    p = floor.positions[floor.faces].astype(np.float64)
    assert (np.cross(p[:, 1] - p[:, 0], p[:, 2] - p[:, 0])[:, 2] > 0).all()
    assert longest_edge_m(floor) <= 2.0 * np.sqrt(2) + 1e-6
