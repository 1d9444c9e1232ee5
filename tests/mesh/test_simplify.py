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
    assert counts[1] <= counts[0] / 4 + 1
    assert counts[2] <= counts[0] / 16 + 1
    errors = [level.error_m for level in levels]
    assert errors == sorted(errors)
    assert errors[0] == 0.0


def test_the_error_is_a_true_bound():
    for level in simplify.levels(BALL)[1:]:
        gap = np.abs(np.linalg.norm(level.mesh.positions, axis=1) - 5.0)
        assert gap.max() < 1e-3  # places are chosen, not averaged: they stay on the ball
        assert _bare(level.mesh) == []
        low, high = level.mesh.bounds_m
        assert np.abs(np.concatenate([low + 5, high - 5])).max() <= level.error_m


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
        [lathe.lathe(low, STONE, sides=48, caps=False), lathe.lathe(high, GOLD, sides=48, caps=False)]
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
