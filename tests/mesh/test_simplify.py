from dataclasses import replace

import numpy as np
import pytest

from almaty_tour.kit import dome, extrude, lathe, transform
from almaty_tour.kit.paint import GOLD, STONE
from almaty_tour.mesh import check, simplify
from almaty_tour.mesh.data import merge

BALL = lathe.sphere(5.0, STONE, sides=64)


def _bare(mesh):
    return [fault for fault in check.faults(mesh) if "back" not in fault and "area" not in fault]


def test_levels_keep_their_shares_and_their_errors_grow():
    levels = simplify.levels(BALL)
    counts = [level.mesh.triangle_count for level in levels]
    assert counts[0] == BALL.triangle_count
    assert counts[1] <= counts[0] * simplify.SHARES[1] + 1
    assert counts[2] <= counts[0] * simplify.SHARES[2] + 1
    errors = [level.error_m for level in levels]
    assert errors == sorted(errors)
    assert errors[0] == 0.0


def test_the_error_says_how_far_the_surface_moved():
    for level in simplify.levels(BALL)[1:]:
        gap = np.abs(np.linalg.norm(level.mesh.positions, axis=1) - 5.0)
        assert gap.max() < 1e-3  # places are chosen, not averaged: they stay on the ball
        assert _bare(level.mesh) == []
        corner = level.mesh.positions[level.mesh.faces]
        sag = 5.0 - np.linalg.norm(corner.mean(axis=1), axis=1)
        assert np.median(sag) <= level.error_m < 3.0


def test_sliding_in_a_plane_is_no_error():
    floor = merge(
        [
            extrude.sheet(np.array([(x, 0), (x + 1, 0), (x + 1, 1), (x, 1)]), 5.0, STONE)
            for x in range(40)
        ]
    )
    coarse = simplify.reduced(floor, 30)
    assert coarse.mesh.triangle_count <= 30
    assert coarse.error_m == 0.0


def test_layers_on_the_ground_stay_apart():
    lawn = extrude.sheet(extrude.profile.rectangle(20, 20), 0.06, GOLD)
    paving = extrude.sheet(extrude.profile.rectangle(60, 60), 0.0, STONE)
    pegs = transform.along(extrude.box(0.1, 0.1, 0.1, STONE), (-25, 0), (25, 0), 90)
    coarse = simplify.reduced(merge([paving, lawn, pegs]), 40).mesh
    gold = coarse.material == coarse.materials.index("gold")
    assert coarse.positions[gold, 2].min() == pytest.approx(0.06, abs=1e-3)


def test_a_small_part_goes_before_a_large_wall():
    pegs = transform.along(extrude.box(0.05, 0.05, 0.05, GOLD), (-4, -5.2), (4, -5.2), 60)
    house = merge([extrude.box(10, 10, 10, STONE), pegs])
    coarse = simplify.reduced(house, 60)
    assert coarse.mesh.triangle_count <= 60
    low, high = coarse.mesh.bounds_m
    assert (high - low).tolist() == pytest.approx([10, 10, 10], abs=0.3)


def test_materials_never_part_company():
    """A seam between two materials stays closed: both sides move to the same places."""
    section = dome.curve("round", 5, 5, 24)
    low, high = section[:13], section[12:]
    halves = merge(
        [
            lathe.lathe(low, STONE, sides=48, caps=False),
            lathe.lathe(high, GOLD, sides=48, caps=False),
        ]
    )
    coarse = simplify.reduced(halves, halves.triangle_count // 6).mesh
    assert set(coarse.materials) == {"ashlar", "gold"}
    rim = check.boundary_edges(coarse)
    flat = coarse.positions[:, 2].min()
    on_rim = np.unique(np.round(coarse.positions[coarse.positions[:, 2] == flat], 3), axis=0)
    assert rim <= len(on_rim)  # only the open foot of the dome is a boundary


def test_it_repeats_exactly():
    first, second = (simplify.reduced(replace(BALL), 500) for _ in range(2))
    assert np.array_equal(first.mesh.positions, second.mesh.positions)
    assert np.array_equal(first.mesh.faces, second.mesh.faces)


def test_vertices_of_coarse_levels_lie_in_the_order_of_their_faces():
    """So a renderer that keeps the last vertices finds them again."""
    for level in simplify.levels(BALL)[1:]:
        _, first = np.unique(level.mesh.faces, return_index=True)
        assert len(first) == level.mesh.vertex_count
        assert (np.diff(first) > 0).all()
