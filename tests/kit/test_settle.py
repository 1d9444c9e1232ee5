"""Settled meshes: every face agrees with its normals, and nothing has moved."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile
from almaty_tour.kit.paint import STONE
from almaty_tour.kit.settle import demo, settled
from almaty_tour.mesh.data import MeshData


def agreement(data: MeshData) -> np.ndarray:
    corner = data.positions[data.faces].astype(np.float64)
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    return np.einsum("mi,mki->mk", across, data.normals[data.faces].astype(np.float64))


def test_every_face_of_the_demo_agrees_with_its_normals():
    assert (agreement(demo()) > 0.0).all()


def test_a_face_with_a_wrong_normal_is_set_right_and_stays_in_place():
    box = extrude.box(2.0, 3.0, 4.0, STONE)
    broken = box.normals.copy()
    broken[box.faces[5, 0]] *= -1.0
    bad = MeshData(**{**vars(box), "normals": broken})
    good = settled(bad)
    assert not (agreement(bad) > 0.0).all()
    assert (agreement(good) > 0.0).all()
    assert np.array_equal(good.positions[good.faces], box.positions[box.faces])


def test_a_sound_mesh_is_given_back():
    plate = extrude.sheet(profile.rectangle(2.0, 1.0), 0.0, STONE)
    assert settled(plate) is plate


def test_a_sliver_is_left_out_and_the_rest_stays():
    plate = extrude.sheet(profile.rectangle(2.0, 1.0), 0.0, STONE)
    sliver = np.array([[0, 0, 1]], np.uint32)
    bad = MeshData(**{**vars(plate), "faces": np.concatenate([plate.faces, sliver])})
    assert np.array_equal(settled(bad).faces, plate.faces)
