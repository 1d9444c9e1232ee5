"""Words that make closed bodies: every edge walked once each way, outside out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.kit import (
    arch,
    capital,
    column,
    cornice,
    dome,
    extrude,
    finial,
    lathe,
    ornament,
    pool,
    profile,
    pylon,
    rail,
    roof,
    sdf,
    stair,
    transform,
)
from almaty_tour.kit.paint import STONE, Paint
from almaty_tour.mesh import check

SQUARE = profile.rectangle(4, 4)
CORNER = profile.line((0, 0), (5, 0), (5, 5))

SOLIDS = {
    "prism": lambda: extrude.prism(SQUARE, 0, 1, STONE),
    "prism with a hole": lambda: extrude.prism(SQUARE, 0, 1, STONE, holes=[profile.circle(1)]),
    "tapering prism": lambda: extrude.prism(SQUARE, 0, 1, STONE, top_outline=SQUARE * 0.5),
    "panel": lambda: extrude.panel(profile.opening("keel", 1, 2), 0, 0.3, STONE),
    "closed sweep": lambda: extrude.sweep(profile.cornice(1, 0.5), SQUARE, STONE),
    "open sweep": lambda: extrude.sweep(profile.cornice(1, 0.5), CORNER, STONE, closed=False),
    "cylinder": lambda: lathe.cylinder(1, 2, STONE),
    "cone": lambda: roof.cone(1, 2, STONE),
    "sphere": lambda: lathe.sphere(1, STONE),
    "half turn": lambda: lathe.lathe([(1, 0), (1, 2)], STONE, sides=8, sweep_deg=180),
    "ring": lambda: lathe.ring(profile.torus(0.3, 0.1), 2, STONE),
    "fluted shaft": lambda: column.shaft(0, 5, 0.5, 0.4, STONE, True),
    "leaf": lambda: capital.leaf(1, 1, 0.5, STONE),
    "abacus": lambda: capital.abacus(1, 0.2, STONE),
    "bracket": lambda: cornice.bracket(0.3, 0.6, 0.8, STONE),
    "corbels": lambda: cornice.steps(SQUARE, 5, [0.2, 0.3], [0.2, 0.4], STONE),
    "crescent": lambda: finial.crescent(1, STONE),
    "star": lambda: finial.star(1, STONE),
    "ball finial": lambda: finial.ball(2, 0.3, STONE),
    "tent": lambda: roof.tent(SQUARE, 0, 3, STONE),
    "cut tent": lambda: roof.tent(SQUARE, 0, 3, STONE, top_scale=0.3),
    "hip": lambda: roof.hip(6, 8, 2, STONE),
    "gable": lambda: roof.gable(6, 8, 2, STONE, along_y=True),
    "vault": lambda: roof.vault(6, 8, 2, STONE),
    "flight of steps": lambda: stair.straight(4, 1, 5, STONE),
    "ramp": lambda: stair.ramp(2, 4, 1, STONE),
    "obelisk": lambda: pylon.obelisk(2, 20, STONE, top_m=1),
    "rods": lambda: pylon.rods([(0, 0, 0), (3, 0, 0)], [(0, 0, 2), (4, 1, 2)], 0.1, STONE),
    "arcade": lambda: arch.arcade(
        20, 5, 5, STONE, opening_m=3, opening_height_m=4
    ),
    "ribbon": lambda: ornament.ribbon(ornament.spiral(1.3, 1, 0.2), 0.1, 0.1, STONE),
    "lozenge": lambda: ornament.lozenge(1, 2, 0.1, STONE, band_m=0.1),
    "arched jet": lambda: pool.arched_jet(3, 2),
    "parapet": lambda: rail.parapet(SQUARE, STONE),
    "banded dome": lambda: dome.banded(
        dome.curve("round", 3, 3, 8), STONE, ["#FF0000", "#00FF00"], [[0, 1]], sides=24
    ),
    "soft shape": lambda: sdf.surface(
        sdf.union([sdf.capsule((0, 0, 0), (0, 0, 2), 0.6, 0.3), sdf.ball((0, 0, 2.5), 0.35)], 0.2),
        (-1, -1, -1), (1, 1, 3.2), STONE, triangles=1500, cells=40,
    ),
    **{f"{kind} dome": (lambda kind=kind: dome.dome(kind, 3, 4, STONE))
       for kind in ["round", "saucer", "cone", *dome.CURVES]},
    "ribbed dome": lambda: dome.dome("timurid", 3, 4, STONE, ribs=24),
}  # fmt: skip


@pytest.mark.parametrize("name", SOLIDS)
def test_is_closed_and_outside_out(name):
    mesh = SOLIDS[name]()
    assert check.is_solid(mesh)
    assert check.faults(mesh) == []


@pytest.mark.parametrize("name", SOLIDS)
def test_stays_closed_in_the_mirror(name):
    mirrored = transform.mirror_x(SOLIDS[name]())
    assert check.is_solid(mirrored)
    assert not check.backward(mirrored).any()


def test_box_has_eight_corners_six_flat_sides_and_metres_on_them():
    box = extrude.box(2, 3, 4, STONE, centre=(1, 0), bottom_m=5)
    assert box.vertex_count == 24
    assert box.triangle_count == 12
    corners = np.unique(box.positions, axis=0)
    assert corners.tolist() == [
        [x, y, z] for x in (0.0, 2.0) for y in (-1.5, 1.5) for z in (5.0, 9.0)
    ]
    assert np.unique(np.abs(box.normals).sum(axis=1)).tolist() == [1.0]
    front = box.normals[:, 1] == -1
    assert np.ptp(box.uv[front], axis=0).tolist() == [2.0, 4.0]


def test_steps_climb_to_the_edge_they_lead_to():
    flight = stair.straight(3, 1.0, 4, STONE, tread_m=0.5, y_m=-2.0)
    low, high = flight.bounds_m
    assert low.tolist() == pytest.approx([-1.5, -4.0, 0.0])
    assert high.tolist() == pytest.approx([1.5, -2.0, 1.0])
    assert check.volume_m3(flight) == pytest.approx(3 * 0.5 * 0.25 * (1 + 2 + 3 + 4))
    floors = stair.straight_floors(3, 1.0, 4, tread_m=0.5, y_m=-2.0)
    assert [floor.top_m for floor in floors] == pytest.approx([0.25, 0.5, 0.75, 1.0])
    assert floors[0].outline[:, 1].min() == pytest.approx(-4.0)
    assert floors[3].outline[:, 1].min() == pytest.approx(-2.5)


@given(st.floats(0.2, 5), st.floats(0.2, 5), st.integers(3, 40))
def test_cylinder_has_the_volume_of_its_polygon(radius, height, sides):
    volume = check.volume_m3(lathe.cylinder(radius, height, STONE, sides=sides))
    polygon = profile.area_m2(profile.regular(sides, radius))
    assert volume == pytest.approx(polygon * height, rel=1e-4)


def test_sharp_edges_stay_hard_and_round_ones_smooth():
    cylinder = lathe.cylinder(1, 2, STONE, sides=24)
    side = np.abs(cylinder.normals[:, 2]) < 0.5
    assert np.abs(cylinder.normals[side, 2]).max() < 1e-6  # the caps do not bend the side
    radial = cylinder.positions[side, :2] / np.linalg.norm(
        cylinder.positions[side, :2], axis=1, keepdims=True
    )
    assert (cylinder.normals[side, :2] * radial).sum(axis=1).min() > 0.9999


def test_pattern_colours_multiply_the_paint():
    checks = dome.banded(
        [(2, 0), (2, 1), (2, 2)], Paint("plaster", "#808080"), ["#FFFFFF", "#800000"],
        [[0, 1], [1, 0]], sides=8,
    )  # fmt: skip
    wall = np.abs(checks.normals[:, 2]) < 0.5
    assert np.unique(checks.tint[wall], axis=0).tolist() == [[64, 0, 0, 255], [128, 128, 128, 255]]
