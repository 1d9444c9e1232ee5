"""Cars of one lane by hand, the file read with distrust, and what is near an eye."""

import io
from dataclasses import replace
from shutil import copy

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError
from almaty_tour.scene.birds import Flock, birds_at, flocks, near_birds
from almaty_tour.scene.cull import Sides
from almaty_tour.scene.imported import GREEN, HideRaster
from almaty_tour.scene.life import read_life, stop_chunks
from almaty_tour.scene.platoons import (
    BUSES,
    CYCLE_S,
    FARTHEST_M,
    KINDS,
    LATEST_S,
    LENGTHS_M,
    MOST_CARS,
    NOSE_M,
    WITH_BUS,
    farthest_m,
    latest_s,
    patterns,
)
from almaty_tour.scene.traffic import busy_share, cars_at, every_car, traffic_of, traffic_rows
from almaty_tour.scene.traffic_file import NAME, TrafficFile, read_traffic
from almaty_tour.scene.vertex import AXLE_M, LEAN_STEP, LEAN_TURNS
from almaty_tour.scene.walks_file import NAME as WALKS

DRIVEN_M = np.array([0, 1, 4, 9, 18, 30, 42, 54, 66, 78, 88, 95, 99, 100, 100])
FILE = TrafficFile(
    points=np.array([[0, 0], [300, 0]], np.float32),
    first=np.array([0, 2], np.int32),
    cars=np.array([1], np.uint8), platoons=np.array([0], np.uint16),
    rank=np.array([4], np.uint8), outer=np.array([0], np.uint8), open=np.array([0], np.uint8),
    hop_route=np.array([0], np.uint16), start_m=np.array([80.0], np.float32),
    length_m=np.array([100.0], np.float32), leaves=np.array([0], np.uint16),
    lasts=np.array([2], np.uint16), driven_first=np.array([0, len(DRIVEN_M)], np.int32),
    driven_mm=np.diff(DRIVEN_M * 1000, prepend=0).astype(np.uint16),
    stops=np.array([[10.0, 20.0, 0.5], [1500.0, 20.0, 1.0]], np.float32),
)  # fmt: skip
EYE = np.array([100.0, 0.0, 0.0])


def slope(x_m, y_m):
    return 0.1 * np.asarray(x_m) + 0.0 * np.asarray(y_m)


@pytest.fixture(scope="module")
def lane():
    return traffic_of(FILE, slope)


@pytest.fixture(scope="module")
def town():
    return traffic_of(read_traffic(assets_dir() / "city"), slope)


def first_car(traffic, time_s):
    crowd, _, at = every_car(traffic, time_s)
    assert len(at) == 1
    return crowd, float(at[0])


def test_the_first_car_drives_the_samples_half_a_second_late(lane):
    _, before = first_car(lane, 50.0)
    assert 180.0 - patterns().behind_m[:WITH_BUS, 0].max() <= before <= 180.0
    delays = np.unique(patterns().delay_s[:WITH_BUS, 0])
    for second in range(3, 12):
        _, at = first_car(lane, 5.0 * CYCLE_S + second)
        since = second - delays - 0.5
        possible = 80.0 + np.interp(since, np.arange(len(DRIVEN_M)), DRIVEN_M)
        assert np.abs(possible - at).min() < 0.6


def test_cars_stand_on_rolling_ground_and_not_in_it():
    def rolling(x_m, y_m):
        return 0.6 * np.sin(2.0 * np.pi * np.asarray(x_m) / 50.0) + 0.0 * np.asarray(y_m)

    traffic = traffic_of(FILE, rolling)
    for second in range(3, 12):
        crowd, at = first_car(traffic, 5.0 * CYCLE_S + second)
        axles = rolling(at + np.array([-AXLE_M, AXLE_M]), 0.0)
        assert abs(float(crowd.places[0, 2]) - axles.mean()) < 0.16


def test_a_platoon_leaves_the_stop_line_when_its_light_turns_green(lane):
    _, waiting = first_car(lane, 3.0 * CYCLE_S - 0.01)
    _, going = first_car(lane, 3.0 * CYCLE_S + 8.0)
    assert waiting == pytest.approx(180.0, abs=1.0)
    assert 80.0 < going < 180.0


def test_cars_lie_on_the_ground_and_look_where_they_drive(lane):
    crowd, at = first_car(lane, 8.0)
    assert crowd.places[0, 0] == pytest.approx(at)
    assert crowd.places[0, 2] == pytest.approx(0.1 * at)
    assert abs(crowd.places[0, 1]) <= 0.2
    yaw = float(crowd.rows["yaw_rad"][0])
    assert np.sin(yaw) == pytest.approx(0.0, abs=1e-4)
    assert np.cos(yaw) > 0.0
    assert (round(yaw / (2.0 * np.pi)) - LEAN_TURNS) * LEAN_STEP == pytest.approx(0.1, abs=0.002)


def test_equal_times_give_equal_cars(town):
    one, two = (cars_at(town, 1234.5, np.array([0.0, -500.0, 60.0]), 700.0) for _ in range(2))
    assert len(one.kind) > 100
    assert (one.rows == two.rows).all()
    assert (one.places == two.places).all()
    assert (one.kind == two.kind).all()


def test_near_cars_are_those_of_the_whole_town_that_are_near(town):
    eye = np.array([900.0, -1100.0, 0.0])
    every = cars_at(town, 77.0, eye, 1e7)
    near = cars_at(town, 77.0, eye, 400.0)
    assert len(near.kind) < 0.2 * len(every.kind)
    inside = np.abs(every.places[:, :2] - eye[:2]).max(axis=1) < 400.0
    wanted = {tuple(place) for place in every.places[inside].round(3).tolist()}
    assert len(wanted) > 50
    assert wanted <= {tuple(place) for place in near.places.round(3).tolist()}


def test_a_view_leaves_out_no_car_that_it_shows(town):
    eye = np.array([900.0, -1100.0, 100.0])
    planes = np.array([[1.0, 0.0, 0.0, -eye[0]], [0.0, 1.0, 0.0, -eye[1]]])
    every, seen = (
        cars_at(town, 5.0, eye, 600.0, 1.0, cut) for cut in (None, Sides.of(eye, planes))
    )
    ahead = ((every.places - eye)[:, :2] > 0.0).all(axis=1)
    wanted = {tuple(place) for place in every.places[ahead].round(3).tolist()}
    assert wanted <= {tuple(place) for place in seen.places.round(3).tolist()}
    assert len(seen.kind) < len(every.kind)


def test_fewer_cars_drive_at_night(town):
    assert busy_share(0.5) == 1.0
    assert busy_share(-0.6) == pytest.approx(0.33)
    assert busy_share(-0.1) < busy_share(0.0)
    day, night = (len(cars_at(town, 0.0, EYE, 1e7, share).kind) for share in (1.0, 0.33))
    assert 0.2 * day < night < 0.6 * day


def test_rows_by_kind_are_relative_to_the_eye(town):
    eye = np.array([0.0, -500.0, 60.0])
    rows = traffic_rows(town, 3.0, eye, 500.0)
    assert set(rows) <= set(KINDS)
    crowd = cars_at(town, 3.0, eye, 500.0)
    assert sum(len(one) for one in rows.values()) == len(crowd.kind)
    first = crowd.places[crowd.kind == 0] - eye
    assert np.allclose(rows[KINDS[0]]["position"], first, atol=1e-3)


def test_patterns_keep_order_and_have_one_bus_where_they_should():
    table = patterns()
    assert (np.diff(table.delay_s, axis=1) > 0.8).all()
    gap = np.diff(table.behind_m, axis=1)
    length = LENGTHS_M[table.kind]
    assert (gap - (length[:, 1:] + length[:, :-1]) / 2.0 > 1.99).all()
    assert (table.behind_m[:, 0] >= length[:, 0] / 2.0 - NOSE_M - 1e-6).all()
    assert ((table.kind >= BUSES).sum(axis=1) == (np.arange(len(table.kind)) >= WITH_BUS)).all()
    assert np.abs(table.aside_m).max() <= 0.2
    assert farthest_m(MOST_CARS) <= FARTHEST_M
    assert latest_s(MOST_CARS) <= LATEST_S
    assert (np.diff([farthest_m(cars) for cars in range(1, MOST_CARS + 1)]) > 4.0).all()


def test_an_open_end_takes_cars_out_of_play():
    traffic = traffic_of(
        replace(FILE, open=np.array([1], np.uint8), start_m=np.array([205.0], np.float32)), slope
    )
    crowd, at = first_car(traffic, 45.0)
    assert at <= 300.0
    assert crowd.rows["scale"][0, 0] == 0.0
    assert np.isfinite(crowd.places).all()


def test_the_file_is_read_back(tmp_path):
    (tmp_path / NAME).write_bytes(FILE.data())
    found = read_traffic(tmp_path)
    assert all((getattr(found, name) == getattr(FILE, name)).all() for name in vars(FILE))


@pytest.mark.parametrize(
    "wrong",
    [
        {"points": FILE.points.astype(np.float64)},
        {"points": np.full((2, 2), np.nan, np.float32)},
        {"first": np.array([0, 9], np.int32)},
        {"hop_route": np.array([4], np.uint16)},
        {"cars": np.array([200], np.uint8)},
        {"lasts": np.array([0], np.uint16)},
        {"driven_first": np.array([0, 0], np.int32)},
        {"stops": np.zeros((3, 2), np.float32)},
        {"leaves": np.zeros(3, np.uint16)},
    ],
)
def test_a_damaged_table_is_told(tmp_path, wrong):
    (tmp_path / NAME).write_bytes(replace(FILE, **wrong).data())
    with pytest.raises(AssetError, match="damaged"):
        read_traffic(tmp_path)


def test_a_file_cut_short_or_foreign_is_told(tmp_path):
    data = FILE.data()
    for bad in (data[: len(data) // 2], b"", b"no zip at all", data[:200] + b"x" * 50 + data[250:]):
        (tmp_path / NAME).write_bytes(bad)
        with pytest.raises(AssetError):
            read_traffic(tmp_path)
    buffer = io.BytesIO()
    np.savez(buffer, points=FILE.points)
    (tmp_path / NAME).write_bytes(buffer.getvalue())
    with pytest.raises(AssetError, match="damaged"):
        read_traffic(tmp_path)


def test_shelters_stand_on_the_ground_in_tiles():
    chunks = stop_chunks(FILE.stops, slope)
    assert len(chunks) == 2
    for chunk, stop in zip(chunks, FILE.stops, strict=True):
        (table,) = chunk.instances
        place = table.rows["position"][0] + np.array(chunk.origin_enu)
        assert np.allclose(place, [stop[0], stop[1], 0.1 * stop[0]], atol=1e-3)
        assert table.rows["yaw_rad"][0] == stop[2]


def test_shelters_give_way_to_an_imported_map(tmp_path):
    (tmp_path / NAME).write_bytes(FILE.data())
    copy(assets_dir() / "city" / WALKS, tmp_path)
    hide = HideRaster(np.full((4, 4), GREEN, np.uint8), 0.0, 0.0, 16.0)
    _, every = read_life(tmp_path, slope, {})
    life, kept = read_life(tmp_path, slope, {}, hide)
    assert [len(every), len(kept)] == [2, 1]
    assert kept[0].origin_enu[0] > 1000.0
    assert not life.flocks


def test_every_kind_that_moves_or_waits_has_a_prop():
    from almaty_tour.kit import props

    known = set(props.kinds())
    every = flocks({"panfilov_park": (0.0, 0.0, 0.0), "ascension_cathedral": (9.0, 9.0, 1.0)})
    assert set(KINDS) <= known
    assert {kind for flock in every for kind in flock.kinds} <= known
    assert {
        table.kind for chunk in stop_chunks(FILE.stops, slope) for table in chunk.instances
    } <= known


FLOCK = Flock("rook", (100.0, 50.0, 800.0), 16, (9.0, 42.0), 70.0, 8.5, 2.6, 3)


def test_birds_fly_smoothly_within_their_reach():
    times = np.arange(0.0, 120.0, 0.25)
    places = np.array([FLOCK.places(time_s) for time_s in times])
    speed = np.linalg.norm(np.diff(places, axis=0), axis=2) / 0.25
    assert 2.0 < speed.mean() < 12.0
    assert speed.max() < 20.0
    away = np.hypot(*(places[..., :2] - FLOCK.centre[:2]).transpose(2, 0, 1))
    assert away.max() < FLOCK.reach_m
    assert np.abs(places[..., 2] - 800.0).max() < 8.0


def test_birds_beat_their_wings_and_look_ahead():
    crowds = [birds_at(FLOCK, time_s) for time_s in np.arange(0.0, 6.0, 0.1)]
    assert {int(pose) for crowd in crowds for pose in crowd.kind} == {0, 1, 2}
    one = birds_at(FLOCK, 10.0)
    step = FLOCK.places(10.05) - FLOCK.places(10.0)
    assert np.allclose(np.tan(one.rows["yaw_rad"]), step[:, 1] / step[:, 0], rtol=1e-2, atol=1e-3)
    assert (birds_at(FLOCK, 10.0).rows == one.rows).all()


def test_only_near_flocks_are_worked_out():
    assert len(near_birds((FLOCK,), 0.0, np.array([0.0, 0.0, 800.0]), 400.0)) == 1
    assert not near_birds((FLOCK,), 0.0, np.array([5000.0, 0.0, 800.0]), 400.0)
