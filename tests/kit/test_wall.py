import numpy as np
import pytest

from almaty_tour.kit import profile, wall
from almaty_tour.kit.opening import Opening, infill
from almaty_tour.kit.paint import GLASS, PLASTER, STONE
from almaty_tour.mesh import check

BARE = Opening(1.0, 2.0, frame_m=0.0, bars=(1, 1), reveal_m=0.3)


def _area_m2(mesh, chosen):
    corner = mesh.positions.astype(float)[mesh.faces[chosen]]
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    return np.linalg.norm(across, axis=1).sum() / 2


def test_a_window_is_a_hole_with_a_reveal_and_glass_set_back():
    mesh = wall.wall(4, 3, PLASTER, [wall.Placed(2, 0.5, BARE)])
    facing = mesh.normals[mesh.faces[:, 0]]
    depth = mesh.positions[mesh.faces][:, :, 1]
    face = (facing[:, 1] < -0.9) & (depth.max(axis=1) == 0)
    glass = mesh.material[mesh.faces[:, 0]] == mesh.materials.index(GLASS.material)
    reveal = np.abs(facing[:, 1]) < 0.1
    assert _area_m2(mesh, face) == pytest.approx(4 * 3 - 1 * 2)
    assert _area_m2(mesh, glass) == pytest.approx(1 * 2)
    assert depth[glass].min() == pytest.approx(0.3)
    assert _area_m2(mesh, reveal) == pytest.approx(0.3 * (2 * 1 + 2 * 2))


def test_only_the_outer_border_of_a_wall_is_open():
    mesh = wall.wall(6, 3, PLASTER, wall.rhythm(6, 2, BARE, 0.5))
    assert check.boundary_edges(mesh) == 4
    assert check.faults(mesh) == []


def test_a_door_bites_into_the_lower_edge():
    door = Opening(1.2, 2.2, "round", frame_m=0.0, bars=(1, 1))
    mesh = wall.wall(4, 3, PLASTER, [wall.Placed(1, 0, door)])
    at_ground = mesh.positions[(mesh.positions[:, 2] == 0) & (mesh.positions[:, 1] == 0)]
    assert np.unique(np.round(at_ground[:, 0], 3)).tolist() == pytest.approx([0, 0.4, 1.6, 4])


def test_reveals_look_into_the_hole():
    mesh = infill(Opening(1, 2, "round", frame_m=0, glass=None), PLASTER)
    middle = np.array([0, 0.1, 1.0])
    towards = middle - mesh.positions
    assert ((towards * mesh.normals).sum(axis=1) > 0).all()


@pytest.mark.parametrize("head", ["flat", "round", "keel", "horseshoe", "persian", "pointed"])
def test_dressed_openings_are_sound(head):
    dressed = Opening(1, 2.4, head, surround=STONE, keystone=True, sill_out_m=0.15, bars=(3, 3))
    mesh = wall.wall(4, 4, PLASTER, [wall.Placed(2, 0.8, dressed)])
    assert check.faults(mesh) == []
    low, _ = mesh.bounds_m
    assert low[1] == pytest.approx(-0.15)


def test_rhythm_leaves_equal_bays():
    placed = wall.rhythm(10, 4, BARE, 1.0, margin_m=1.0)
    assert [p.x_m for p in placed] == [2, 4, 6, 8]


def test_an_opening_that_leaves_the_wall_is_refused():
    with pytest.raises(ValueError, match=r"leaves a wall of 4.00 x 3.00 m"):
        wall.wall(4, 3, PLASTER, [wall.Placed(0.2, 0.5, BARE)])


def test_walls_close_round_an_outline_and_windows_look_out():
    plan = profile.regular(6, 5)
    sides = {2: wall.rhythm(wall.edge_length_m(plan, 2), 1, BARE, 0.5)}
    mesh = wall.walls(plan, 3, PLASTER, sides)
    outer = mesh.positions[:, :2]
    assert (outer * mesh.normals[:, :2]).sum(axis=1)[np.abs(mesh.normals[:, 2]) < 0.1].max() > 4
    assert np.linalg.norm(outer, axis=1).max() == pytest.approx(5, abs=1e-4)


def test_a_grid_of_windows_is_the_bay_repeated():
    mesh = wall.grid_wall(12, 9, 4, 3, BARE, PLASTER)
    bay = wall.wall(3, 3, PLASTER, [wall.Placed(1.5, 0.5, BARE)])
    assert mesh.triangle_count == 12 * bay.triangle_count
    assert mesh.bounds_m[1].tolist() == pytest.approx([12, 0.3, 9])
