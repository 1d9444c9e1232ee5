from dataclasses import replace

import numpy as np
import pytest

from almaty_tour.kit import extrude
from almaty_tour.kit.paint import STONE
from almaty_tour.mesh import check
from almaty_tour.mesh.data import empty, merge

CUBE = extrude.box(1, 1, 1, STONE)


def test_a_cube_is_a_solid_of_its_volume():
    assert check.volume_m3(CUBE) == pytest.approx(1.0)
    assert check.is_solid(CUBE)
    assert check.faults(CUBE) == []


def test_an_open_cube_shows_the_edges_of_its_hole():
    lidless = replace(CUBE, faces=CUBE.faces[CUBE.normals[CUBE.faces[:, 0], 2] < 0.5])
    assert check.open_edges(lidless) == 4
    assert check.boundary_edges(lidless) == 4
    assert not check.is_solid(lidless)


def test_a_cube_inside_out_is_no_solid_and_turns_its_back():
    inside_out = replace(CUBE, faces=CUBE.faces[:, ::-1])
    assert check.volume_m3(inside_out) == pytest.approx(-1.0)
    assert not check.is_solid(inside_out)
    assert check.faults(inside_out) == ["12 faces turn their back on their normals"]


def test_cubes_that_share_a_side_have_no_boundary():
    pair = merge([CUBE, replace(CUBE, positions=CUBE.positions + np.float32([1, 0, 0]))])
    assert check.boundary_edges(pair) == 0


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("positions", np.nan, "positions that are no numbers"),
        ("normals", 0.0, "not of unit length"),
        ("material", 9, "unknown material"),
        ("part", 9, "unknown part"),
    ],
)
def test_broken_vertices_are_named(field, value, words):
    values = getattr(CUBE, field).copy()
    values[0] = value
    assert any(words in fault for fault in check.faults(replace(CUBE, **{field: values})))


def test_nothing_and_a_pointer_past_the_end_are_faults():
    assert check.faults(empty()) == ["it has no triangles"]
    beyond = CUBE.faces.copy()
    beyond[0, 0] = 99
    assert check.faults(replace(CUBE, faces=beyond)) == ["a triangle points past the last vertex"]
