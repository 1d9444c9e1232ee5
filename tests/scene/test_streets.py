"""Where the named streets run."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError
from almaty_tour.content.streets import StreetName
from almaty_tour.geo.frame import to_local
from almaty_tour.scene.streets import Streets, no_streets, read_streets

STREETS = read_streets(assets_dir() / "city")

# Junctions of (c) OpenStreetMap contributors.
CROSSINGS = [
    (43.24296, 76.95686, "Abai Avenue", "Dostyk Avenue"),
    (43.24240, 76.94831, "Abai Avenue", "Nazarbayev Avenue"),
    (43.25389, 76.93284, "Tole Bi Street", "Seifullin Avenue"),
    (43.25986, 76.94429, "Gogol Street", "Panfilov Street"),
    (43.22550, 76.90118, "Timiryazev Street", "Zharokov Street"),
    (43.19474, 76.89424, "Al-Farabi Avenue", "Rozybakiyev Street"),
    (43.24592, 76.94085, "Shevchenko Street", "Zheltoksan Street"),
    (43.26249, 76.95275, "Zhibek Zholy Avenue", "Pushkin Street"),
    (43.26424, 76.94903, "Makatayev Street", "Kunayev Street"),
    (43.23532, 76.90919, "Zhandosov Street", "Manas Street"),
    (43.24329, 76.92702, "Kurmangazy Street", "Baitursynuly Street"),
]


def local(latitude_deg, longitude_deg):
    x, y = to_local(latitude_deg, longitude_deg)
    return float(x), float(y)


@pytest.mark.parametrize(("latitude_deg", "longitude_deg", "one", "other"), CROSSINGS)
def test_both_streets_of_a_crossing_are_told(latitude_deg, longitude_deg, one, other):
    here = STREETS.here(*local(latitude_deg, longitude_deg))
    assert {STREETS.names[row].name["en"] for row in here} == {one, other}


@pytest.mark.parametrize(("latitude_deg", "longitude_deg", "one", "other"), CROSSINGS)
def test_away_from_the_crossing_one_street_is_told(latitude_deg, longitude_deg, one, other):
    at, middle = STREETS.stations, np.array(local(latitude_deg, longitude_deg))
    row = next(i for i, name in enumerate(STREETS.names) if name.name["en"] == one)
    gaps = np.hypot(*(at.xy - middle).T)
    near = np.flatnonzero((at.street == row) & (gaps > 55.0) & (gaps < 75.0))
    assert len(near)
    for station in near:
        assert STREETS.here(*at.xy[station])[0] == row


def test_in_a_court_and_in_the_steppe_there_is_no_street():
    assert STREETS.here(*local(43.2444, 76.9530)) == ()
    assert STREETS.here(30_000.0, 30_000.0) == ()


@given(st.floats(-13_000, 13_000), st.floats(-9_000, 13_000), st.floats(1.0, 900.0))
def test_near_finds_what_a_search_of_all_finds(x_m, y_m, radius_m):
    at = STREETS.stations
    inside = np.abs(at.xy - (x_m, y_m)) <= radius_m
    assert np.array_equal(STREETS.near(x_m, y_m, radius_m), np.flatnonzero(inside.all(axis=1)))


def test_distances_are_those_of_the_nearest_station():
    x_m, y_m = local(43.24296, 76.95686)
    away = STREETS.distances_m(x_m, y_m)
    assert away.shape == (len(STREETS.names),)
    for row in (0, 7, 100):
        mine = STREETS.stations.xy[STREETS.stations.street == row]
        assert away[row] == pytest.approx(np.hypot(*(mine - (x_m, y_m)).T).min())


def test_a_street_is_shown_where_it_is_straight_and_near_the_middle_of_the_city():
    for row in range(len(STREETS.names)):
        xy, way = STREETS.best_place(row)
        assert np.hypot(*way) == pytest.approx(1.0)
        assert STREETS.distances_m(*xy)[row] < 0.01
    xy, way = STREETS.best_place(STREETS.row("abai_avenue"))
    assert np.hypot(*(xy - local(43.2415, 76.9400))) < 900.0
    assert abs(way[0]) > 0.98


def test_a_short_or_bent_street_has_a_place_too():
    xy, _ = bent().best_place(0)
    assert bent().distances_m(*xy)[0] < 0.01
    one = StreetName("s", {"kk": "А", "ru": "А", "en": "A"}, "street")
    tiny = Streets((one,), np.array([(0.0, 0.0), (9.0, 0.0)]), np.array([0, 2]),
                   np.array([0]), np.array([4]))  # fmt: skip
    assert tiny.best_place(0)[0] == pytest.approx((4.5, 0.0))


def test_a_land_without_streets():
    none = no_streets()
    assert none.here(0.0, 0.0) == ()
    assert len(none.near(0.0, 0.0, 1e6)) == 0
    assert none.row("abai_avenue") is None


def bent():
    name = StreetName("bent", {"kk": "Иін", "ru": "Дуга", "en": "Bent"}, "street")
    points = np.array([(0.0, 0.0), (400.0, 0.0), (400.0, 300.0)])
    return Streets((name,), points, np.array([0, 3]), np.array([0]), np.array([4]))


def test_on_the_pavement_and_beside_it():
    assert bent().here(200.0, 12.0) == (0,)
    assert bent().here(200.0, 14.5) == ()
    assert bent().here(-22.0, 0.0) == ()


def write(folder, words=None, **arrays):
    (folder / "named_streets.toml").write_text(
        words or '[a]\nkk = "А"\nru = "А"\nen = "A"\nkind = "street"\n', "utf-8"
    )
    good = {
        "points": np.zeros((2, 2), "f4"),
        "starts": np.array([0, 2], "i4"),
        "street": np.array([0], "i2"),
        "rank": np.array([1], "u1"),
    }
    np.savez(folder / "named_streets.npz", **(good | arrays))


def test_a_good_file_is_read(tmp_path):
    write(tmp_path)
    assert read_streets(tmp_path).names[0].name["ru"] == "А"


@pytest.mark.parametrize(
    "arrays",
    [
        {"starts": np.array([0, 3], "i4")},
        {"starts": np.array([0, 1, 2], "i4")},
        {"street": np.array([1], "i2")},
        {"rank": np.array([9], "u1")},
        {"points": np.array([(0.0, 0.0), (np.nan, 0.0)], "f4")},
    ],
)
def test_a_damaged_file_is_told(tmp_path, arrays):
    write(tmp_path, **arrays)
    with pytest.raises(AssetError, match=r"named_streets\.npz"):
        read_streets(tmp_path)


@pytest.mark.parametrize(
    "words",
    ['[a]\nkk = "А"\nru = "А"\nkind = "street"\n', '[a]\nkk = "А', 'a = "street"\n'],
)
def test_words_that_lack_a_language_are_told(tmp_path, words):
    write(tmp_path, words)
    with pytest.raises(AssetError, match=r"named_streets\.toml"):
        read_streets(tmp_path)


def test_no_files_are_told(tmp_path):
    with pytest.raises(AssetError):
        read_streets(tmp_path)
