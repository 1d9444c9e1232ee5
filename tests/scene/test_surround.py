"""What a room looks like from within: every direction shows the wall that it meets."""

from dataclasses import replace

import numpy as np
import pytest
from tests.render.conftest import box

from almaty_tour.scene.surround import seen_from, strewn, unfolded

SIDE = 32
HALF_M = np.array([3.0, 5.0, 2.0])


def directions(side):
    """(side, side, 3) of the middles of the texels; the inverse that shaders have in reverse."""
    at = (np.arange(side) + 0.5) / side * 2.0 - 1.0
    x, y = np.meshgrid(at, at)
    z = 1.0 - np.abs(x) - np.abs(y)
    fold = np.maximum(-z, 0.0)
    x, y = x - np.copysign(fold, x), y - np.copysign(fold, y)
    ways = np.stack([x, y, z], axis=2)
    return ways / np.linalg.norm(ways, axis=2, keepdims=True)


def room():
    """A box seen from within, each of its walls in the colour of its outward direction."""
    made = box(2.0 * HALF_M)
    turned = replace(made, faces=made.faces[:, ::-1].copy())
    return turned, (0.5 + 0.5 * made.normals).astype(np.float32)


def test_a_direction_lies_where_it_is_folded_back_from():
    ways = directions(64).reshape(-1, 3)
    at = (np.arange(64) + 0.5) / 64
    x, y = np.meshgrid(at, at)
    found = unfolded(ways.astype(np.float32)).reshape(64, 64, 2)
    assert np.allclose(found, np.stack([x, y], axis=2), atol=1e-5)


def test_points_lie_evenly_on_all_faces():
    mesh, light = room()
    places, normals, seen = strewn(mesh, light)
    area = 8.0 * (HALF_M[0] * HALF_M[1] + HALF_M[1] * HALF_M[2] + HALF_M[0] * HALF_M[2])
    floor = (normals[:, 2] > 0.9).mean()  # the lower side of the box looks up from within
    assert floor == pytest.approx(4.0 * HALF_M[0] * HALF_M[1] / area, abs=0.02)
    assert np.allclose(seen, 0.5 - 0.5 * normals, atol=1e-5)
    low, high = (getattr(places, name)(axis=0) for name in ("min", "max"))
    assert np.allclose(high - low, 2.0 * HALF_M, atol=1e-4)


@pytest.mark.parametrize("eye", [(0.0, 0.0, 2.0), (1.5, -3.0, 1.2)])
def test_each_direction_shows_the_wall_that_it_meets(eye):
    mesh, light = room()
    eye = np.array(eye)
    picture = seen_from(eye, *strewn(mesh, light), SIDE, dark=(9.0, 9.0, 9.0))
    ways = directions(SIDE)
    middle = eye - [0.0, 0.0, 2.0]
    walls = np.concatenate([HALF_M - middle, HALF_M + middle])
    along = np.concatenate([ways, -ways], axis=2)
    with np.errstate(divide="ignore"):
        far = np.where(along > 0.0, walls / np.maximum(along, 1e-9), np.inf)
    met = far.argmin(axis=2)
    sorted_far = np.sort(far, axis=2)
    clear = sorted_far[..., 1] > 1.8 * sorted_far[..., 0]  # not along an edge of the room
    colours = 0.5 + 0.5 * np.concatenate([np.eye(3), -np.eye(3)])
    assert clear.mean() > 0.3
    off = np.abs(picture - colours[met]).max(axis=2)[clear]
    assert np.percentile(off, 97.0) < 0.01
    assert off.max() < 0.25  # a texel between two samples of a wall seen edgewise


def test_a_wall_hides_what_lies_behind_it():
    mesh, light = room()
    places, normals, seen = strewn(mesh, light)
    behind = places * 2.0 - [0.0, 0.0, 2.0]
    lamps = np.full_like(seen, 50.0)
    every = [np.concatenate(two) for two in ((places, behind), (normals, normals), (seen, lamps))]
    picture = seen_from(np.array([0.0, 0.0, 2.0]), *every, SIDE, dark=(9.0, 9.0, 9.0))
    assert picture.max() < 1.01


def test_who_sees_nothing_sees_the_dark():
    mesh, light = room()
    outside = seen_from(np.array([0.0, 0.0, 90.0]), *strewn(mesh, light), 8, dark=(0.1, 0.2, 0.3))
    assert np.allclose(outside, [0.1, 0.2, 0.3])
