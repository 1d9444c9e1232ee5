"""Kok-Tobe park: the vault, ten arches, the bowl, the apple, a wheel whose cabins stay with it."""

from __future__ import annotations

import numpy as np
import pytest
from shapely.geometry import Point, Polygon

from almaty_tour.bake.plan import spec_path
from almaty_tour.content.load import load_landmark
from almaty_tour.geo.frame import to_local, yaw_of_bearing_rad
from almaty_tour.landmarks._shared import ropeway_plan as ropeway
from almaty_tour.landmarks.kok_tobe_park import cafe, hall, plan, wheel
from almaty_tour.scene.chunk import MovingPart
from almaty_tour.scene.motion import part_shifts, rotation

APPLE_PLACE = (43.23382, 76.97615)


@pytest.fixture(scope="module")
def pieces(landmark):
    return {piece.name: piece for piece in landmark.build().moving}


def local(spec, place):
    """A place on the map in the park's frame."""
    away = np.subtract(to_local(*place), to_local(spec.latitude_deg, spec.longitude_deg)).ravel()
    yaw = yaw_of_bearing_rad(spec.bearing_deg)
    return away @ np.array([[np.cos(yaw), -np.sin(yaw)], [np.sin(yaw), np.cos(yaw)]])


def test_the_vault_is_twice_as_wide_as_high_and_the_wheel_three_times_as_high(landmark):
    roof = landmark.points("station", material="roof_metal")
    vault = roof[roof[:, 0] > -hall.HALF_M - 0.4]
    width, high = np.ptp(vault[:, 0]), vault[:, 2].max()
    assert width / high == pytest.approx(2.2, abs=0.4)
    top = wheel.HUB_M + wheel.OUTER_M
    assert top / high == pytest.approx(3.0, abs=0.25)


def test_twenty_four_cabins_hang_in_four_colours(pieces):
    cabins = [piece for name, piece in pieces.items() if name.startswith("wheel_cabins_")]
    phases = np.sort(np.concatenate([piece.phases for piece in cabins]))
    assert len(cabins) == 4
    assert phases == pytest.approx(np.arange(24) / 24)
    assert sum(len(piece.phases) for piece in pieces.values()) <= 26


def test_cabins_stay_where_their_spokes_end(pieces):
    """After a quarter of an hour each pivot is still a spoke's place on the ring."""
    ring, cabin = pieces["wheel"], pieces["wheel_cabins_red"]
    for time_s in (0.0, 61.0, 900.0):
        turn = rotation(np.asarray(ring.axis), ring.rate * time_s)
        spoke = turn @ np.array([0.0, 0.0, wheel.RADIUS_M])
        part = MovingPart(
            "cabin", (), "loop", (0.0, 0.0, 0.0), (0.0, 0.0, 1.0), cabin.rate, cabin.path_m
        )
        place = part_shifts((part,), time_s)[0]
        assert np.linalg.norm(place - spoke) < 0.05, time_s


def test_cabins_clear_the_boarding_deck(pieces):
    lowest = pieces["wheel_cabins_red"].mesh.positions[:, 2].min()
    assert wheel.HUB_M - wheel.RADIUS_M + lowest > wheel.DECK_M + 0.1


def test_the_apple_lies_where_the_map_has_it(landmark):
    stone = landmark.points("apple", material="polished_granite")
    middle = (stone.min(axis=0) + stone.max(axis=0))[:2] / 2
    assert np.linalg.norm(middle - local(landmark.spec, APPLE_PLACE)) < 1.5
    assert np.ptp(stone[:, 0]) == pytest.approx(np.ptp(stone[:, 1]), rel=0.1)


def test_ten_arches_and_the_bowl_beside_them(landmark):
    trim = landmark.points("restaurants", material="ashlar")
    front = trim[np.abs(trim[:, 1] - (cafe.BLOCK[1] - 0.06)) < 1e-3]
    crowns = front[front[:, 2] > 3.7]
    assert len(landmark.clusters(crowns[:, 0], 0.6)) == cafe.ARCHES == 10
    skin = landmark.points("drum", material="mirror_glass")
    radius = np.linalg.norm(skin[:, :2] - cafe.DRUM, axis=1)
    skin, radius = skin[radius > 1.0], radius[radius > 1.0]
    assert radius[skin[:, 2] > 13.0].min() > radius[skin[:, 2] < 8.0].max() + 3.0
    rim = landmark.points("drum")
    assert np.ptp(rim[:, 0]) == pytest.approx(26.6, abs=1.0)


def test_the_bench_fits_the_plot_that_is_left_to_it(landmark):
    bench = load_landmark(spec_path("beatles_monument"))
    assert bench.id in landmark.spec.members
    at = local(landmark.spec, (bench.latitude_deg, bench.longitude_deg))
    assert at == pytest.approx(plan.BEATLES, abs=0.02)
    turn = bench.bearing_deg - landmark.spec.bearing_deg
    assert (-turn - 180.0 - plan.BEATLES_TURN_DEG) % 360.0 == pytest.approx(0.0, abs=0.01)
    free = Polygon(plan.PLAZA).difference(plan.plaza())
    assert free.buffer(0.01).contains(Polygon(plan._bench_plot()))


def test_the_rope_has_room_in_the_hall(landmark):
    """Nothing of the station stands where cabins pass, from the arch to the bull wheel."""
    points = landmark.points("station")
    half, high = ropeway.HALF_GAUGE_M, ropeway.UPPER_ROPE_M
    way = (np.abs(np.abs(points[:, 0]) - half) < 1.15) & (points[:, 2] > 0.35)
    way &= (points[:, 2] < high) & (points[:, 1] > hall.FRONT_M) & (points[:, 1] < 0.0)
    assert not way.any()


def test_the_ropeways_last_mast_stops_walkers(landmark):
    line = load_landmark(spec_path("kok_tobe_cable_car"))
    y = ropeway.MASTS[-1][0] - ropeway.length_m(line)
    inside = [s for s in landmark.solids if Polygon(s.outline).contains(Point(0.0, y))]
    assert len(inside) == 1
