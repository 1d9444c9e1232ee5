"""Traffic of a small made-up network and of the town: lanes, gaps, lights, speeds."""

import numpy as np
import pytest
import shapely

from almaty_tour.base.assets import assets_dir
from almaty_tour.city.extent import CITY, Extent
from almaty_tour.city.paint_nodes import MAIN, nodes
from almaty_tour.city.paint_roads import roads
from almaty_tour.city.tables import Street
from almaty_tour.city.tables import streets as all_streets
from almaty_tour.city.traffic import drives, make_traffic, packed
from almaty_tour.city.traffic_hops import GREEN_S, timetable
from almaty_tour.city.traffic_routes import Route
from almaty_tour.city.traffic_safety import close_behind, touching_cars
from almaty_tour.city.traffic_strands import Gate, phases_of, strands
from almaty_tour.scene.platoons import CYCLE_S, MOST_CARS
from almaty_tour.scene.traffic import every_car, traffic_of
from almaty_tour.scene.traffic_file import read_traffic

EXTENT = Extent(-1024.0, -1024.0, 1024.0, 1024.0)
STREETS = [
    Street("primary", np.array([[-700.0, 0.0], [700.0, 0.0]]), 22.0),
    Street("secondary", np.array([[0.0, -600.0], [0.0, 600.0]]), 16.0),
    Street("tertiary", np.array([[320.0, 500.0], [320.0, 300.0], [300.0, -500.0]]), 12.0),
]
RNG = np.random.default_rng(7)
TIMES_S = RNG.uniform(0.0, 1e5, 200)


def level(x_m, _):
    return np.zeros(np.shape(x_m))


@pytest.fixture(scope="module")
def network():
    own = roads(STREETS, EXTENT)
    crossings = nodes(own, MAIN)
    found = drives(strands(own, crossings))
    return own, crossings, found, traffic_of(packed(found, np.zeros((0, 3))), level)


@pytest.fixture(scope="module")
def town():
    return traffic_of(read_traffic(assets_dir() / "city"), level)


def test_every_lane_of_the_network_is_driven(network):
    _, _, found, _ = network
    # Three, two and one lane a direction, turning round at both ends.
    assert len(found) == 6
    assert all(drive.route.loop for drive in found)
    assert sorted(drive.route.rank for drive in found) == [2, 3, 3, 4, 4, 4]


def test_no_two_cars_of_a_lane_are_closer_than_five_metres(network):
    _, _, _, traffic = network
    for time_s in TIMES_S:
        crowd, route, at = every_car(traffic, time_s)
        assert len(at) > 20
        order = np.lexsort((at, route))
        same = np.diff(route[order]) == 0
        assert np.diff(at[order])[same].min() > 5.0
        assert not len(touching_cars(crowd))


def test_no_two_cars_of_a_lane_of_the_town_are_closer_than_five_metres(town):
    for time_s in TIMES_S[:40]:
        crowd, route, at = every_car(town, time_s)
        assert len(at) > 10_000
        assert not len(close_behind(crowd, route, at))


def test_cars_keep_their_lane_on_the_carriageway_and_on_the_right(network):
    own, _, found, traffic = network
    lines = [shapely.LineString(drive.route.line) for drive in found]
    paved = shapely.union_all([shapely.LineString(r.line).buffer(r.half_m) for r in own])
    for time_s in TIMES_S[:60]:
        crowd, route, _ = every_car(traffic, time_s)
        points = shapely.points(crowd.places[:, :2])
        yaw, (x, y) = crowd.rows["yaw_rad"], crowd.places[:, :2].T
        tertiary = (np.abs(x - 310.0) < 20.0) & (np.abs(y) > 12.0)
        turning = (np.abs(x) > 685.0) | (np.abs(y) > np.where(tertiary, 485.0, 585.0))
        assert turning.mean() < 0.1  # they cut the corner there
        for number in np.unique(route):
            mine = (route == number) & ~turning
            assert shapely.distance(points[mine], lines[number]).max() < 0.25
        assert shapely.covers(paved, points).all()
        avenue = (np.abs(y) < 11.0) & (np.abs(np.sin(yaw)) < 0.05) & (np.abs(x) > 60.0)
        assert (np.sign(np.cos(yaw[avenue])) == -np.sign(y[avenue])).all()


def test_speed_and_acceleration_are_those_of_a_town(network):
    _, _, found, traffic = network
    step_s = 0.1
    for time_s in TIMES_S[:60]:
        states = [every_car(traffic, time_s + k * step_s) for k in range(3)]
        tables = [dict(_by_lane(route, at)) for _, route, at in states]
        for number in range(len(found)):
            a, b, c = (table[number] for table in tables)
            if not len(a) == len(b) == len(c):
                continue  # one has gone round the seam of the loop
            first, second = np.diff([a, b, c], axis=0)
            if max(np.abs(first).max(), np.abs(second).max()) > 4.0:
                continue
            assert first.min() > -1e-3
            assert max(first.max(), second.max()) / step_s < 70.0 / 3.6
            assert np.abs(second - first).max() / step_s**2 < 4.0


def _by_lane(route, at):
    for number in np.unique(route):
        yield int(number), np.sort(at[route == number])


def test_at_red_no_car_is_between_the_stop_line_and_the_other_side(network):
    _, crossings, found, traffic = network
    gates = [list(_gates(drive, crossings)) for drive in found]
    reds = 0
    for time_s in TIMES_S:
        _, route, at = every_car(traffic, time_s)
        for number in range(len(found)):
            mine = at[route == number]
            for stop, past, phase in gates[number]:
                since = (time_s - phase * CYCLE_S / 2.0) % CYCLE_S
                if since > GREEN_S + 0.5:
                    reds += 1
                    assert not ((mine > stop + 0.5) & (mine < past)).any()
    assert reds > 1000


def _gates(drive, crossings):
    line = shapely.LineString(drive.route.line)
    for hop in drive.times.hops:
        place = line.interpolate(hop.start_m)
        near = min(crossings, key=lambda node: place.distance(shapely.Point(node.xy)))
        yield hop.start_m, hop.start_m + 12.0, round(hop.leaves_s / (CYCLE_S / 2.0)) % 2
        assert place.distance(shapely.Point(near.xy)) < 45.0


def test_streets_that_cross_never_go_together(network):
    _, _, _, traffic = network
    seen = {"along": 0, "across": 0}
    for time_s in TIMES_S:
        crowd, _, _ = every_car(traffic, time_s)
        inside = (np.abs(crowd.places[:, 0]) < 8.0) & (np.abs(crowd.places[:, 1]) < 11.0)
        along = np.abs(np.cos(crowd.rows["yaw_rad"][inside])) > 0.7071
        assert along.all() or not along.any()
        if len(along):
            seen["along" if along[0] else "across"] += 1
    assert min(seen.values()) > 10


def test_the_two_phases_of_a_junction(network):
    own, crossings, _, _ = network
    for node, phases in zip(crossings, phases_of(crossings, own), strict=True):
        east = [abs(arm.ahead[0]) > 0.7 for arm in node.arms]
        assert [phase == phases[0] for phase in phases] == [way == east[0] for way in east]


def test_a_straight_lane_has_the_timetable_that_its_lights_allow():
    line = np.array([[0.0, 0.0], [2000.0, 0.0]])
    gates = (Gate(500.0, 530.0, 0), Gate(900.0, 930.0, 0), Gate(1500.0, 1530.0, 1))
    times = timetable(Route(line, False, gates, 4, False))
    assert times is not None
    assert times.most_cars == MOST_CARS
    assert times.platoons == 0
    starts = [hop.start_m for hop in times.hops]
    assert starts == [0.0, 500.0, 900.0, 1500.0]
    # With the other phase at 900 m the platoon comes there at green, and does not stop.
    green = (gates[0], Gate(900.0, 930.0, 1), gates[2])
    passing = timetable(Route(line, False, green, 4, False))
    assert passing is not None
    assert 900.0 not in [hop.start_m for hop in passing.hops]
    for hop, phase in zip(times.hops, (0, 0, 0, 1), strict=True):
        assert hop.leaves_s % CYCLE_S == phase * CYCLE_S / 2.0
        assert hop.driven_m[0] == 0.0
        assert hop.driven_m[-1] == pytest.approx(hop.length_m)
        assert (np.diff(hop.driven_m) >= 0.0).all()
        assert len(hop.driven_m) < hop.lasts_s


def test_a_lane_too_short_for_a_car_between_two_lights_is_not_driven():
    line = np.array([[0.0, 0.0], [70.0, 0.0]])
    gates = (Gate(22.0, 40.0, 0), Gate(41.0, 60.0, 1))
    assert timetable(Route(line, False, gates, 4, False)) is None


def test_the_bake_repeats_and_fits_its_file(tmp_path):
    told = []
    for name in ("a", "b"):
        make_traffic(tmp_path / name, STREETS, told.append, EXTENT)
    for file in ("traffic.npz", "walks.npz"):
        one, two = ((tmp_path / name / file).read_bytes() for name in ("a", "b"))
        assert one == two
    assert told[:2] == told[2:]


def test_the_town_has_thousands_of_cars_and_shelters_off_the_carriageways(town):
    file = read_traffic(assets_dir() / "city")
    assert (assets_dir() / "city" / "traffic.npz").stat().st_size < 2_000_000
    assert 12_000 < len(every_car(town, 0.0)[1]) < 40_000
    assert len(file.stops) > 300
    own = roads(all_streets(), CITY)
    lines = np.array([shapely.LineString(road.line) for road in own], object)
    halves = np.array([road.half_m for road in own])
    points = shapely.points(file.stops[:, :2].astype(float))
    stop, road = shapely.STRtree(lines).query(points, "dwithin", 20.0)
    assert (shapely.distance(points[stop], lines[road]) > halves[road] + 2.0).all()
    ahead = np.stack([np.sin(file.stops[:, 2]), -np.cos(file.stops[:, 2])], axis=1)
    before = shapely.points(file.stops[:, :2] + ahead * 8.0)
    closer = shapely.distance(before[stop], lines[road]) < shapely.distance(
        points[stop], lines[road]
    )
    nearest = np.zeros(len(points), bool)
    nearest[stop[closer]] = True
    assert nearest[np.unique(stop)].all()
