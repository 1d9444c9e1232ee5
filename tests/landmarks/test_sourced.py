"""Sizes that a source or the map of 2012 states, measured on the baked models."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
import pytest
import shapely

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.load import load_landmarks
from almaty_tour.geo.frame import yaw_of_bearing_rad
from almaty_tour.mesh.glb import read_model
from almaty_tour.session.standing import placed, standing
from almaty_tour.session.world import load_world

LANDMARKS = load_landmarks(assets_dir() / "content")[0]
BUILT = sorted(name for name, spec in LANDMARKS.items() if spec.model)

# Along the front and across it, metres, of the outline on the map; the part that carries it
# (None: all of it) and the height above which porches, steps and fences no longer count.
OUTLINES_M = {
    "arman_cinema": (38.3, 56.7, "block", 0.6),
    "almaty_2_station": (161.3, 25.8, "pavilions", 0.6),
    "almaty_history_museum": (61.3, 30.9, "roof", 0.6),
    "central_mosque": (44.1, 58.5, "body", 0.6),
    "central_state_museum": (111.7, 39.8, "towers", 0.6),
    "esentai_tower": (55.3, 27.0, "roofs", 0.6),
    "kasteev_museum": (123.0, 63.9, "walls", 0.6),
    "kazpotrebsoyuz_building": (60.2, 106.7, "roofs", 0.6),
    "kyzyl_tan": (77.7, 39.6, None, 0.6),
    "national_library": (106.7, 55.4, "body", 0.6),
    "palace_of_republic": (84.1, 121.4, "roof", 0.6),
    "palace_of_schoolchildren": (171.4, 163.6, None, 0.6),
    "puppet_theatre": (25.8, 50.6, None, 4.0),
    "sary_arka_cinema": (26.6, 37.2, "roof", 0.6),
    "tselinny_center": (43.3, 66.8, None, 4.0),
    "tsum": (97.7, 75.0, "modern_house", 0.6),
    "wedding_palace": (34.4, 35.2, "body", 0.6),
    "ykhlas_museum": (44.3, 25.7, None, 4.0),
}
HEIGHTS_M = {
    "abai_monument": 13.7,
    "ascension_cathedral": 44.2,
    "boraldai_kurgans": 14.8,
    "central_mosque": 47.0,
    "esentai_tower": 162.0,
    "hotel_kazakhstan": 102.0,
    "independence_monument": 34.0,
    "kok_tobe_tower": 371.5,
    "palace_of_schoolchildren": 40.0,
}
SAME_GROUND_M2 = 12.0


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


@cache
def model(name):
    return read_model(assets_dir() / "models" / LANDMARKS[name].model)


@pytest.mark.parametrize("name", OUTLINES_M)
def test_the_outline_is_the_one_on_the_map(name):
    along, across, part, above_m = OUTLINES_M[name]
    mesh = model(name).mesh
    counts = mesh.positions[:, 2] > above_m
    if part is not None:
        counts &= mesh.part == mesh.parts.index(part)
    size = np.ptp(mesh.positions[counts][:, :2], axis=0)
    assert size == pytest.approx((along, across), abs=1.5)


@pytest.mark.parametrize("name", HEIGHTS_M)
def test_the_height_is_the_sourced_one(name):
    top_m = float(model(name).mesh.bounds_m[1][2])
    assert top_m == pytest.approx(HEIGHTS_M[name], abs=0.5)
    assert LANDMARKS[name].height_m == pytest.approx(HEIGHTS_M[name], abs=0.5)


@pytest.mark.parametrize("name", BUILT)
def test_it_stands_on_its_land(world, name):
    found = standing(world, world.places[name], model(name).mesh)
    assert found.faults == []


def polygon(place, outline):
    yaw = yaw_of_bearing_rad(place.bearing_deg)
    turn = np.array([[np.cos(yaw), -np.sin(yaw)], [np.sin(yaw), np.cos(yaw)]])
    made = shapely.Polygon(outline.astype(np.float64) @ turn.T + (place.x_m, place.y_m))
    return made if made.is_valid else made.buffer(0)


def paving(place, mesh):
    """(m,) triangles of the level surfaces near the ground, from above."""
    z = mesh.positions[:, 2]
    level = (mesh.normals[:, 2] > 0.95) & (z > -0.2) & (z < 0.6)
    faces = mesh.faces[level[mesh.faces].all(axis=1)]
    return shapely.polygons(placed(place, mesh.positions)[:, :2][faces])


def joined_near(paved, others):
    """The triangles that may lie on what stands beside them, as one surface."""
    boxes = shapely.union_all([shapely.box(*shapely.total_bounds(other)) for other in others])
    shapely.prepare(boxes)
    return shapely.union_all(shapely.buffer(paved[shapely.intersects(boxes, paved)], 0.01))


def test_no_model_stands_in_another_and_no_ground_is_paved_twice(world):
    near = [
        (a, b)
        for a, b in combinations(BUILT, 2)
        if np.hypot(
            world.places[a].x_m - world.places[b].x_m, world.places[a].y_m - world.places[b].y_m
        )
        < 700.0
    ]
    ids = sorted({name for pair in near for name in pair})
    solids = {
        name: shapely.union_all(
            [polygon(world.places[name], p.outline) for p in model(name).collision.solids]
        )
        for name in ids
    }
    paved = {name: paving(world.places[name], model(name).mesh) for name in ids}
    extent = {name: np.append(paved[name], solids[name]) for name in ids}
    floors = {
        name: joined_near(
            paved[name], [extent[b if a == name else a] for a, b in near if name in (a, b)]
        )
        for name in ids
    }
    clashes = [
        (a, b)
        for a, b in near
        if solids[a].intersection(solids[b]).area > 0.5
        or floors[a].intersection(floors[b]).area > SAME_GROUND_M2
        or solids[a].intersection(floors[b]).area > SAME_GROUND_M2
        or solids[b].intersection(floors[a]).area > SAME_GROUND_M2
    ]
    assert clashes == []
