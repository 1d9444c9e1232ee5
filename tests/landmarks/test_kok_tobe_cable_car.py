"""The Kok-Tobe cable car: its two ends, its length, masts on the ground, rope and cabins."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from almaty_tour.bake.plan import spec_path
from almaty_tour.base.assets import assets_dir
from almaty_tour.content.load import load_landmark
from almaty_tour.geo.frame import to_local, yaw_of_bearing_rad
from almaty_tour.geo.terrain import Terrain
from almaty_tour.landmarks._shared import ropeway_plan as plan
from almaty_tour.session.world import pads

LONG_M, RIDE_S = 1620.0, 360.0
CABIN_M = 4.8


@pytest.fixture(scope="module")
def car(landmark):
    return landmark


@pytest.fixture(scope="module")
def park():
    return load_landmark(spec_path("kok_tobe_park"))


@pytest.fixture(scope="module")
def pieces(car):
    return {piece.name: piece for piece in car.build().moving}


def world(spec, points):
    """Points of the model in the world, heights over the sea."""
    yaw = yaw_of_bearing_rad(spec.bearing_deg)
    turn = np.array([[np.cos(yaw), -np.sin(yaw)], [np.sin(yaw), np.cos(yaw)]])
    place = np.array(to_local(spec.latitude_deg, spec.longitude_deg)).ravel()
    plane = points[:, :2] @ turn.T + place
    return np.column_stack([plane, points[:, 2] + spec.pads[0].level_m])


def test_the_rope_is_as_long_as_told(car):
    line = plan.rope(car.spec)
    assert np.linalg.norm(np.diff(line, axis=0), axis=1).sum() == pytest.approx(LONG_M, rel=0.006)


def test_it_ends_in_the_hall_of_the_park(car, park, pieces):
    """The far end of the loop is the origin of the park, at the height of a platform's rope."""
    way = world(car.spec, pieces["cabins_red"].path_m.astype(np.float64))
    middle = np.array(to_local(park.latitude_deg, park.longitude_deg)).ravel()
    far = way[np.linalg.norm(way[:, :2] - middle, axis=1) < plan.HALF_GAUGE_M + 0.05]
    assert len(far) >= 9
    assert far[:, 2] == pytest.approx(park.pads[0].level_m + plan.UPPER_ROPE_M, abs=0.01)


def test_eighteen_cabins_of_three_colours_ride_six_minutes(pieces):
    cabins = [piece for name, piece in pieces.items() if name.startswith("cabins_")]
    phases = np.sort(np.concatenate([piece.phases for piece in cabins]))
    assert len(cabins) == 3
    assert phases == pytest.approx(np.arange(18) / 18)
    assert {piece.motion for piece in cabins} == {"loop"}
    assert cabins[0].rate * RIDE_S == pytest.approx(LONG_M, rel=0.01)


def test_cabins_pass_over_the_ground_all_the_way(car, park):
    """Over the land as both landmarks shape it, outside the stations."""
    (x0, y0), (x1, y1) = (
        np.array(to_local(car.spec.latitude_deg, car.spec.longitude_deg)).ravel(),
        np.array(to_local(*plan.UPPER)).ravel(),
    )
    line = plan.rope(car.spec, 3.0)
    line = line[(line[:, 0] > 40.0) & (line[:, 0] < 1570.0)]
    share = line[:, 0] / plan.length_m(car.spec)
    land = Terrain.load(assets_dir() / "terrain").flattened(pads({"a": car.spec, "b": park}))
    ground = land.height_m(x0 + share * (x1 - x0), y0 + share * (y1 - y0))
    assert (line[:, 1] + car.spec.pads[0].level_m - CABIN_M - ground).min() > 2.5


def test_every_mast_holds_the_rope_up_and_stands_in_the_ground(car, pieces):
    """At each mast the rope bends down on both sides; its block begins under the ground."""
    points, line = plan.held(car.spec), plan.rope(car.spec, 1.0)
    for s, z in points[2:-2]:
        near = line[(np.abs(line[:, 0] - s) > 0.2) & (np.abs(line[:, 0] - s) < 4.0)]
        chord = np.interp(s, near[:, 0], near[:, 1])
        assert z > chord
    feet = plan.feet_m(car.spec)
    masts = np.concatenate([car.points("masts"), pieces["line"].mesh.positions])
    turn = np.radians(car.spec.bearing_deg - plan.bearing_deg(car.spec) - 180.0)
    along = -np.sin(turn) * masts[:, 0] + np.cos(turn) * masts[:, 1]
    for (s, rope_m), foot in zip(plan.MASTS, feet, strict=True):
        mine = masts[np.abs(along - s) < 4.0]
        assert foot - 3.1 < mine[:, 2].min() < foot - 1.0
        assert mine[:, 2].max() > foot + rope_m
    assert len(feet) == 7


def test_every_span_sags(car):
    """In the middle of each span the rope hangs an eighth of curvature times span squared."""
    points, line = plan.held(car.spec), plan.rope(car.spec, 1.0)
    for (s0, z0), (s1, z1) in pairwise(points[2:-2]):
        middle = np.interp((s0 + s1) / 2, line[:, 0], line[:, 1])
        sag = (z0 + z1) / 2 - middle
        assert sag == pytest.approx(plan.SAG_PER_M * (s1 - s0) ** 2 / 8, rel=0.02)


def test_levels_are_those_of_the_pads(car, park):
    assert car.spec.pads[0].level_m == plan.LOWER_LEVEL_M
    assert park.pads[0].level_m == plan.UPPER_LEVEL_M
    assert (park.latitude_deg, park.longitude_deg) == plan.UPPER
