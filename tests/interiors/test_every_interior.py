"""Every interior with a builder, as it ships: to every stand and never through a wall."""

import numpy as np
import pytest

from almaty_tour.bake.plan import interior_ids, models_dir, spec_path
from almaty_tour.camera.rigs.walk import EYE_M
from almaty_tour.content.interiors import load_interior
from almaty_tour.mesh.cache import load_model
from almaty_tour.scene.collision import obstacles
from almaty_tour.scene.load import Placement, model_chunk
from almaty_tour.scene.ways import CELL_M, FAR, ways_of
from almaty_tour.session.inside import view_of_stand
from almaty_tour.session.world import level_floor

MOST_TRIANGLES = 200_000
MOST_BYTES = 4_000_000


@pytest.fixture(scope="module", params=interior_ids())
def room(request):
    spec = load_interior(spec_path(request.param))
    model = load_model(models_dir() / spec.model)
    chunk = model_chunk(
        "room", model.levels[:1], Placement((0.0, 0.0, 0.0)), {},
        collision=model.collision, space=spec.space,
    )  # fmt: skip
    met = obstacles([chunk], level_floor(spec.floor_m))
    return spec, model.levels[0].mesh, met


def _steps(spec, met):
    ways = ways_of(met, spec.portals[0].inside_m[2])
    return ways, ways._steps_to(ways._cell(spec.portals[0].inside_m[:2]))


def test_its_model_is_light(room):
    spec, mesh, _ = room
    assert 5_000 <= mesh.triangle_count <= MOST_TRIANGLES
    assert (models_dir() / spec.model).stat().st_size <= MOST_BYTES


def test_who_comes_in_stands_on_a_floor_and_in_nothing(room):
    spec, _, met = room
    for portal in spec.portals:
        x, y, z = portal.inside_m
        assert met.floor_m(x, y, z + 0.1) == pytest.approx(z, abs=0.02)
        eye = np.array([x, y, z + EYE_M])
        assert np.allclose(met.pushed_out(eye, 0.4), eye)


def test_every_stand_can_be_walked_up_to(room):
    spec, _, met = room
    ways, steps = _steps(spec, met)
    for stand in spec.stands:
        eye = np.array(view_of_stand(stand).position_enu)
        assert np.allclose(met.pushed_out(eye, 0.3), eye), stand.exhibit
        assert steps[ways._cell(tuple(eye[:2]))] < FAR, stand.exhibit


def test_nobody_walks_out_through_a_wall(room):
    spec, mesh, met = room
    ways, steps = _steps(spec, met)
    places = (np.argwhere(steps < FAR) + 0.5) * CELL_M + ways.low_m
    low, high = (np.asarray(one[:2], np.float64) for one in mesh.bounds_m)
    assert (places > low).all()
    assert (places < high).all()
    edge = np.ones(steps.shape, bool)
    edge[1:-1, 1:-1] = False
    assert (steps[edge] == FAR).all()


def test_the_light_that_is_baked_differs_from_place_to_place(room):
    spec, mesh, _ = room
    if spec.light.baked <= 0.0:
        pytest.skip("it has plain light")
    floor = (mesh.normals[:, 2] > 0.9) & (np.abs(mesh.positions[:, 2]) < 0.01)
    bright = mesh.tint[floor, :3].astype(np.float64).mean(axis=1)
    assert np.percentile(bright, 95) > 1.5 * max(np.percentile(bright, 5), 1.0)
