"""People of one way by hand and of the shipped town: bounded, smooth, off the carriageways."""

from dataclasses import replace

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError
from almaty_tour.scene.imported import GREEN, HideRaster
from almaty_tour.scene.life import read_life
from almaty_tour.scene.people import (
    KINDS,
    MOST,
    SEATED,
    out_share,
    people_at,
    people_of,
    walkers,
)
from almaty_tour.scene.walks_file import NAME, SITS, WAITS, WalksFile, read_walks

SIDE_M = 100.0
RING = np.array([[0, 0], [SIDE_M, 0], [SIDE_M, SIDE_M], [0, SIDE_M], [0, 0]], np.float32)
ASIDE = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1], [1, 1]], np.float32)
FILE = WalksFile(
    points=RING, aside=ASIDE, first=np.array([0, 5], np.int32),
    room_m=np.array([0.8], np.float32), people=np.array([40], np.uint8),
    begins_s=np.array([[10.0, 95.0, 190.0, 300.0]], np.float32),
    lasts_s=np.array([[80.0, 90.0, 85.0, 70.0]], np.float32),
    from_m=np.array([[0.0, 100.0, 200.0, 300.0]], np.float32),
    period_s=np.array([360], np.uint16), beat_s=np.array([60], np.uint8),
    spots=np.array([[5.0, 5.0, 0.3], [8.0, 5.0, 0.0]], np.float32),
    spot=np.array([SITS, WAITS], np.uint8),
    lights=np.array([[0.0, -6.0, 1.0], [30.0, -6.0, 2.0]], np.float32),
    phase=np.array([0, 1], np.uint8),
)  # fmt: skip
EYE = np.array([50.0, 50.0, 2.0])
TIMES_S = np.arange(0.0, 4_000.0, 137.3)


def slope(x_m, y_m):
    return 0.05 * np.asarray(x_m) + 0.0 * np.asarray(y_m)


@pytest.fixture(scope="module")
def ring():
    return people_of(FILE, slope)


@pytest.fixture(scope="module")
def town():
    return people_of(read_walks(assets_dir() / "city"), slope)


def everybody(people, time_s):
    return walkers(people, np.arange(len(people.way)), time_s)


def test_people_keep_within_their_room_of_the_way(ring):
    for time_s in TIMES_S:
        _, places, _ = everybody(ring, time_s)
        x, y = places[:, :2].T
        off = np.min(np.abs([x, x - SIDE_M, y, y - SIDE_M]), axis=0)
        assert off.max() <= 0.8 + 1e-3
        assert np.abs(places[:, 2] - 0.05 * x).max() < 0.1


def test_people_move_without_jumps_and_repeat_after_the_period(ring):
    step_s = 0.1
    for time_s in TIMES_S:
        _, one, _ = everybody(ring, time_s)
        _, two, _ = everybody(ring, time_s + step_s)
        _, again, _ = everybody(ring, time_s + 360.0)
        assert np.hypot(*(two - one)[:, :2].T).max() < 2.4 * step_s + 1e-3
        assert np.allclose(one, again, atol=1e-3)


def test_people_walk_and_wait(ring):
    poses = np.array([everybody(ring, time_s)[0] % 3 for time_s in np.arange(0.0, 360.0, 0.5)])
    assert {0, 1, 2} == set(np.unique(poses).tolist())
    moved = np.diff([everybody(ring, t)[1][:, :2] for t in np.arange(0.0, 360.0, 1.0)], axis=0)
    still = np.hypot(*moved.transpose(2, 0, 1)) < 1e-6
    assert 0.02 < still.mean() < 0.6
    assert np.hypot(*moved.transpose(2, 0, 1))[~still].mean() == pytest.approx(1.4, abs=0.3)


def test_equal_times_give_equal_people(town):
    eye = np.array([-500.0, -300.0, 2.0])
    one, two = (people_at(town, 777.7, eye, 250.0, 1.0) for _ in range(2))
    assert len(one.rows) > 60
    assert (one.rows == two.rows).all()
    assert (one.places == two.places).all()
    assert (one.kind == two.kind).all()


def test_the_nearest_are_drawn_and_not_too_many(town):
    eye = np.array([-500.0, -300.0, 2.0])
    crowd = people_at(town, 50.0, eye, 3_000.0, 1.0)
    away = np.hypot(*(crowd.places - eye)[:, :2].T)
    assert len(away) == MOST
    near = people_at(town, 50.0, eye, 0.5 * float(away.max()), 1.0)
    inside = {tuple(place) for place in crowd.places.round(3).tolist()}
    assert {tuple(place) for place in near.places.round(3).tolist()} <= inside


def test_few_are_out_at_night(town):
    assert out_share(0.9) == 1.0
    assert 0.0 < out_share(-0.8) < 0.1 < out_share(-0.2) < out_share(0.0) <= 1.0
    eye = np.array([-500.0, -300.0, 2.0])
    day, night = (len(people_at(town, 9.0, eye, 250.0, out_share(up)).kind) for up in (0.9, -0.6))
    assert 0 < night < 0.2 * day


def test_who_rests_sits_or_stands(ring):
    crowd = people_at(ring, 3.0, EYE, 500.0, 1.0)
    resting = crowd.kind[-2:]
    assert (resting >= SEATED).tolist() == [True, False]
    assert resting[1] % 3 == 1


def test_who_rests_gives_way_to_an_imported_map(town):
    folder = assets_dir() / "city"
    x, y, _ = read_walks(folder).spots[0].astype(np.float64)
    hide = HideRaster(np.full((1, 1), GREEN, np.uint8), x - 500.0, y - 500.0, 1_000.0)
    life, _ = read_life(folder, slope, {}, hide)
    left, every = life.people.rest.places, town.rest.places
    assert 0 < len(left) < len(every)
    for places, found in ((every, True), (left, False)):
        assert (np.abs(places[:, :2] - (x, y)).max(axis=1) < 499.0).any() == found


def test_every_kind_has_a_prop():
    from almaty_tour.kit import props

    assert set(KINDS) <= set(props.kinds())


def test_a_town_without_people_has_none():
    none = np.zeros((0, 4), np.float32)
    bare = replace(
        FILE, points=none[:, :2], aside=none[:, :2], first=np.zeros(1, np.int32),
        room_m=none[:, 0], people=np.zeros(0, np.uint8), begins_s=none, lasts_s=none, from_m=none,
        period_s=np.zeros(0, np.uint16), beat_s=np.zeros(0, np.uint8), spots=none[:, :3],
        spot=np.zeros(0, np.uint8),
    )  # fmt: skip
    assert not len(people_at(people_of(bare, slope), 5.0, EYE, 500.0, 1.0).rows)


def test_the_file_is_read_back(tmp_path):
    (tmp_path / NAME).write_bytes(FILE.data())
    found = read_walks(tmp_path)
    assert all((getattr(found, name) == getattr(FILE, name)).all() for name in vars(FILE))


@pytest.mark.parametrize(
    "wrong",
    [
        {"points": RING.astype(np.float64)},
        {"aside": np.full((5, 2), np.nan, np.float32)},
        {"first": np.array([0, 9], np.int32)},
        {"lasts_s": np.zeros((1, 4), np.float32)},
        {"period_s": np.zeros(1, np.uint16)},
        {"beat_s": np.zeros(1, np.uint8)},
        {"spots": np.zeros((3, 3), np.float32)},
    ],
)
def test_a_damaged_table_is_told(tmp_path, wrong):
    (tmp_path / NAME).write_bytes(replace(FILE, **wrong).data())
    with pytest.raises(AssetError, match="damaged"):
        read_walks(tmp_path)
