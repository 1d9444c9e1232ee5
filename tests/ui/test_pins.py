import math

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.camera.matrices import pixel_ray, projected
from almaty_tour.camera.state import CameraState
from almaty_tour.mesh.data import Collision, Prism
from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.collision import obstacles
from almaty_tour.session.flight import arrival
from almaty_tour.session.world import load_world
from almaty_tour.ui.pins import (
    Sights,
    landmark_views,
    marker_views,
    pins,
    sight_is_free,
)

SIZE = (1280.0, 720.0)


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


def flat(x, y):
    return np.zeros(np.broadcast(x, y).shape)


def test_a_point_projects_to_the_pixel_whose_ray_meets_it():
    camera = CameraState((100.0, -50.0, 900.0), 1.1, -0.3)
    for x, y in ((640.0, 360.0), (10.0, 700.0), (1270.0, 5.0)):
        point = np.array(camera.position_enu) + pixel_ray(camera, (1280, 720), x, y) * 431.0
        assert projected(camera, point[None], SIZE)[0, :2] == pytest.approx((x, y), abs=1e-6)


def test_what_is_behind_has_a_negative_distance():
    camera = CameraState((0.0, 0.0, 100.0), 0.0, 0.0)
    assert projected(camera, np.array([[0.0, -10.0, 100.0]]), SIZE)[0, 2] == pytest.approx(-10.0)


def test_every_landmark_is_seen_from_where_a_flight_arrives(world):
    for name in world.places:
        camera = arrival(world.place(name))
        found = {view.landmark: view for view in marker_views(world, camera, SIZE, Sights())}
        assert found[name].visible


def test_distances_and_bearings(world):
    place = world.place("abai_opera")
    camera = CameraState((place.x_m - 300.0, place.y_m, 900.0), 0.0, 0.0)
    views = landmark_views(world, camera)
    opera = next(view for view in views if view.spec.id == "abai_opera")
    assert opera.distance_m == pytest.approx(300.0)
    assert opera.bearing_rad == pytest.approx(math.pi / 2)
    assert [view.distance_m for view in views] == sorted(view.distance_m for view in views)


def wall(x_m, height_m):
    """A wall 40 m long across the way east, at x."""
    outline = np.array([(x_m, -20.0), (x_m + 2.0, -20.0), (x_m + 2.0, 20.0), (x_m, 20.0)])
    prism = Prism(outline=outline, bottom_m=0.0, top_m=height_m)
    return Chunk(
        "wall", (0.0, 0.0, 0.0), np.zeros(3, np.float32), np.ones(3, np.float32),
        collision=Collision(solids=(prism,)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wall_x_m", "height_m", "free"),
    [
        (50.0, 30.0, False),
        (50.0, 5.0, True),
        (150.0, 30.0, True),
        (91.0, 30.0, True),
        (-20.0, 30.0, True),
    ],
)
def test_walls_hide_what_is_behind_them(wall_x_m, height_m, free):
    camera = CameraState((0.0, 0.0, 10.0), math.pi / 2, 0.0)
    around = obstacles([wall(wall_x_m, height_m)], flat)
    assert sight_is_free(around, camera, np.array([100.0, 0.0, 10.0]), 10.0) is free


def test_a_hill_hides():
    def hill(x, y):
        return np.where(np.abs(np.asarray(x) - 500.0) < 60.0, 80.0, 0.0) + 0.0 * np.asarray(y)

    camera = CameraState((0.0, 0.0, 10.0), math.pi / 2, 0.0)
    around = obstacles((), hill)
    assert not sight_is_free(around, camera, np.array([1000.0, 0.0, 10.0]), 10.0)
    assert sight_is_free(around, camera, np.array([1000.0, 0.0, 200.0]), 10.0)


def test_sights_look_at_one_a_picture_once_they_know_all(world, monkeypatch):
    looked = []
    monkeypatch.setattr(
        "almaty_tour.ui.pins.sight_is_free",
        lambda around, camera, point, spared: looked.append(1) or True,
    )
    camera = CameraState((0.0, -3000.0, 2500.0), 0.0, -0.3)
    found = pins(world, camera, SIZE)
    assert len(found) > 3
    sights = Sights()
    sights.look(world, camera, found)
    assert len(looked) == len(found) + 1
    sights.look(world, camera, found)
    assert len(looked) == len(found) + 2
