"""A room divided: nothing lost, what is far apart apart, and each surface as it was."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.base.assets import assets_dir
from almaty_tour.mesh.data import mesh
from almaty_tour.mesh.simplify import LevelMesh
from almaty_tour.render.materials import FAINT, LAYER_PX, load_layers, load_materials
from almaty_tour.scene.chunk import Wants
from almaty_tour.session.room_squares import SIDE_M, in_squares

MATERIALS = ("hall_stone", "plaster")


@pytest.fixture(scope="module")
def table():
    return load_materials(assets_dir() / "content" / "materials.toml")


def room(seed, count):
    """Small triangles with normals of their own, each in one of two materials."""
    random = np.random.default_rng(seed)
    middle = np.repeat(random.uniform(-30.0, 30.0, (count, 3)), 3, axis=0)
    normals = random.normal(size=(3 * count, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    faces = np.arange(3 * count).reshape(-1, 3)
    made = mesh(middle + random.uniform(-0.4, 0.4, middle.shape), faces, normals, MATERIALS[0])
    chosen = np.repeat(random.integers(0, 2, count), 3).astype(made.material.dtype)
    return replace(made, materials=MATERIALS, material=chosen)


@given(st.integers(0, 2**32 - 1), st.integers(1, 80))
def test_a_surface_without_shadow_is_turned_away_and_one_without_grain_is_plaster(
    table, seed, count
):
    turn, up = np.random.default_rng(seed).uniform((0.0, 0.1), (6.28, 1.5))
    key = (np.sin(turn) * np.cos(up), np.cos(turn) * np.cos(up), np.sin(up))
    whole = room(seed, count)
    divided, wants = in_squares(LevelMesh(whole, 0.0), key, table)
    made, starts = divided.mesh, divided.starts
    assert {tuple(face) for face in made.faces.tolist()} == {
        tuple(face) for face in whole.faces.tolist()
    }
    assert (len(wants), starts[0], starts[-1]) == (len(starts) - 1, 0, count)
    assert (np.diff(starts) > 0).all()
    seen = set()
    for want, begin, end in zip(wants, starts[:-1], starts[1:], strict=True):
        faces = made.faces[begin:end]
        middles = made.positions[faces, :2].mean(axis=1, dtype=np.float64)
        assert (np.ptp(middles, axis=0) <= SIDE_M).all()
        lit = (made.normals[faces] @ np.float32(key) > 0.011).any(axis=1)
        assert Wants.SHADOW in want or not lit.any()
        stone = made.material[faces[:, 0]] == 0
        assert (stone == (Wants.GRAIN in want)).all()
        place = (want, *np.floor(middles[0] / SIDE_M))
        assert place not in seen
        seen.add(place)


def test_without_a_table_all_have_their_grain():
    _, wants = in_squares(LevelMesh(room(1, 40), 0.0), (0.0, 0.0, 1.0), None)
    assert all(Wants.GRAIN in one for one in wants)


def test_a_grain_that_is_left_out_is_hardly_there(table):
    faults = []
    names = tuple(sorted(FAINT))
    texels = load_layers(assets_dir() / "textures", names, faults)[..., :3].reshape(
        len(names), -1, 3
    )
    assert faults == []
    assert texels.shape[1] == LAYER_PX**2
    spread = texels.std(axis=1) / texels.mean(axis=1)
    assert (spread < 0.035).all()
    assert (np.abs(texels.mean(axis=1) - 128.0) < 2.0).all()  # neutral, as what takes its place
    assert not table.faint[table.row("hall_stone")]
    assert table.faint[table.row("plaster")]
