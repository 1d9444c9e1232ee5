"""Ways on foot and things of the street: off the carriageways, over them only while cars wait."""

import io

import numpy as np
import pytest
import shapely
from scipy.spatial import cKDTree

from almaty_tour.base.assets import assets_dir
from almaty_tour.city.extent import CITY, Extent
from almaty_tour.city.furniture import KINDS, LAMP, joined, place_furniture
from almaty_tour.city.paint_nodes import MAIN, nodes
from almaty_tour.city.paint_roads import roads
from almaty_tour.city.paint_rows import points_at
from almaty_tour.city.street_things import STREET_KINDS
from almaty_tour.city.tables import Street, streets
from almaty_tour.city.traffic import drives
from almaty_tour.city.traffic import packed as cars_packed
from almaty_tour.city.traffic_strands import strands
from almaty_tour.city.walks import packed, traffic_lights, ways
from almaty_tour.scene.people import people_of, walkers
from almaty_tour.scene.platoons import CYCLE_S
from almaty_tour.scene.traffic import every_car, traffic_of
from almaty_tour.scene.traffic_file import read_traffic
from almaty_tour.scene.walks_file import read_walks

EXTENT = Extent(-1024.0, -1024.0, 1024.0, 1024.0)
STREETS = [
    Street("primary", np.array([[-700.0, 0.0], [700.0, 0.0]]), 22.0),
    Street("secondary", np.array([[0.0, -600.0], [0.0, 600.0]]), 16.0),
    Street("secondary", np.array([[-320.0, -600.0], [-320.0, 600.0]]), 16.0),
    Street("tertiary", np.array([[320.0, 500.0], [300.0, -500.0]]), 12.0),
]
NONE = np.zeros((0, 3))
TIMES_S = np.random.default_rng(5).uniform(0.0, 1e5, 60)


def level(x_m, _):
    return np.zeros(np.shape(x_m))


@pytest.fixture(scope="module")
def network():
    own = roads(STREETS, EXTENT)
    crossings = nodes(own, MAIN)
    file = packed(ways(own, crossings), NONE, np.zeros(0, np.uint8),
                  *traffic_lights(own, crossings))  # fmt: skip
    return own, crossings, people_of(file, level), file


@pytest.fixture(scope="module")
def town():
    own = roads(streets(), CITY)
    main = [road for road in own if road.look.rank >= MAIN]
    lines = np.array([shapely.LineString(road.line) for road in main], object)
    halves = np.array([road.half_m for road in main])
    return lines, halves


def on_carriageway(lines, halves, places):
    """How deep in a carriageway places are, metres; 0 outside."""
    points = shapely.points(places[:, :2])
    point, road = shapely.STRtree(lines).query(points, "dwithin", float(halves.max()))
    deep = np.zeros(len(points))
    np.maximum.at(deep, point, halves[road] - shapely.distance(points[point], lines[road]))
    return deep


def test_people_cross_only_while_the_cars_wait(network):
    own, crossings, people, _ = network
    lines = np.array([shapely.LineString(road.line) for road in own], object)
    halves = np.array([road.half_m for road in own])
    crossed = 0
    for time_s in np.arange(0.0, 360.0, 2.3):
        _, places, _ = walkers(people, np.arange(len(people.way)), time_s)
        inside = on_carriageway(lines, halves, places) > 0.2
        crossed += int(inside.sum())
        for place in places[inside, :2]:
            node = min(crossings, key=lambda one: np.hypot(*(one.xy - place)))
            arm = min(node.arms, key=lambda one: np.hypot(
                *(node.xy + one.ahead * max(one.walk_m, 1.0) - place)))  # fmt: skip
            assert arm.walk_m
            assert abs((place - node.xy) @ arm.ahead - arm.walk_m) < 2.6
    assert crossed > 50


def test_nobody_is_run_over(network):
    """No car of the network touches who crosses."""
    own, crossings, people, _ = network
    traffic = traffic_of(cars_packed(drives(strands(own, crossings)), NONE), level)
    for time_s in np.arange(0.0, 360.0, 1.1):
        _, places, _ = walkers(people, np.arange(len(people.way)), time_s)
        crowd, _, _ = every_car(traffic, time_s)
        cars = crowd.places[:, :2]
        near = np.abs(places[:, None, :2] - cars[None]).max(axis=2) < 6.0
        who, car = np.nonzero(near)
        yaw = crowd.rows["yaw_rad"][car]
        gap = places[who, :2] - cars[car]
        ahead = np.abs(gap[:, 0] * np.cos(yaw) + gap[:, 1] * np.sin(yaw))
        aside = np.abs(gap[:, 1] * np.cos(yaw) - gap[:, 0] * np.sin(yaw))
        assert not ((ahead < 2.3) & (aside < 1.0)).any()


def zebra_lines():
    """The crossings of the town, as lines over the streets."""
    own = roads(streets(), CITY)
    found = []
    for node in nodes(own, MAIN):
        for arm in (one for one in node.arms if one.walk_m):
            road = own[arm.road]
            point, ahead = points_at(road.line, arm.at_m + arm.way * arm.walk_m)
            left = np.array([-ahead[0, 1], ahead[0, 0]]) * road.half_m
            found.append(shapely.LineString([point[0] - left, point[0] + left]))
    return found


def test_people_of_the_town_keep_to_pavements_and_crossings(town):
    file = read_walks(assets_dir() / "city")
    people = people_of(file, level)
    assert 8_000 < len(people.way) < 60_000
    zebras = shapely.STRtree(zebra_lines())
    for time_s in TIMES_S[:6]:
        _, places, _ = walkers(people, np.arange(len(people.way)), time_s)
        deep = places[on_carriageway(*town, places) > 0.3, :2]
        assert len(deep) < 0.1 * len(places)
        _, away = zebras.query_nearest(shapely.points(deep), return_distance=True)
        assert (away > 2.6).sum() < 0.002 * len(places)
    speed = []
    for time_s in TIMES_S:
        one, two = (walkers(people, np.arange(0, len(people.way), 7), t)[1]
                    for t in (time_s, time_s + 0.05))  # fmt: skip
        speed.append(np.hypot(*(two - one)[:, :2].T).max() / 0.05)
    assert max(speed) < 6.0


def test_lights_stand_beside_the_carriageway_and_agree_with_the_cars(network):
    _, _, _, file = network
    traffic_lights_yaw = np.stack([np.cos(file.lights[:, 2]), np.sin(file.lights[:, 2])], axis=1)
    assert len(file.phase) >= 12
    along = np.abs(traffic_lights_yaw[:, 0]) > 0.7
    assert len(set(file.phase[along].tolist())) == 1
    assert set(file.phase[along].tolist()) != set(file.phase[~along].tolist())
    right = np.stack([traffic_lights_yaw[:, 1], -traffic_lights_yaw[:, 0]], axis=1)
    assert ((file.lights[along, :2] * right[along]).sum(axis=1) > 11.0).all()


def test_nothing_stands_in_a_carriageway_or_in_another(town):
    rows = np.load(io.BytesIO((assets_dir() / "city" / "street.npy").read_bytes()))
    names = np.array(STREET_KINDS)[rows["kind"]]
    standing = (rows["kind"] < len(KINDS)) & ~np.char.startswith(names, "car.")
    xy = np.stack([rows["x"], rows["y"]], axis=1).astype(float)[standing]
    assert len(xy) > 10_000
    assert not on_carriageway(*town, xy).any()
    assert not len(cKDTree(xy).query_pairs(1.0, output_type="ndarray"))


def test_what_stands_keeps_off_the_streets_of_a_network():
    things = place_furniture(EXTENT, STREETS, [], np.zeros(EXTENT.shape(2.0), bool))
    own = roads(STREETS, EXTENT)
    deep = on_carriageway(np.array([shapely.LineString(road.line) for road in own], object),
                          np.array([road.half_m for road in own]), things.xy)  # fmt: skip
    assert not deep.any()
    assert {"lamp.mast", "corner.zebra", "bench.park", "corner.bin"} <= {
        KINDS[kind] for kind in things.kind
    }
    assert (things.kind == LAMP).sum() > 100
    assert not len(joined([]).kind)


def test_shipped_lights_are_where_the_cars_stop():
    file = read_walks(assets_dir() / "city")
    assert 800 < len(file.phase) < 8_000
    traffic = traffic_of(read_traffic(assets_dir() / "city"), level)
    waiting = []
    for time_s in (0.0, CYCLE_S):
        crowd, _, _ = every_car(traffic, time_s)
        red = file.lights[file.phase == 0]
        yaw = red[:, 2]
        left = np.stack([-np.sin(yaw), np.cos(yaw)], axis=1)
        back = np.stack([np.cos(yaw), np.sin(yaw)], axis=1)
        stop = red[:, :2] + left * 2.5 - back * 4.0
        waiting.append((cKDTree(crowd.places[:, :2]).query(stop)[0] < 4.0).mean())
    assert min(waiting) > 0.1
