"""The sun agrees with astral, the moon with known full and new moons, clocks with history."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almaty_tour.geo import sun as sky
from almaty_tour.geo.frame import CENTRE_LAT_DEG, CENTRE_LON_DEG

astral = pytest.importorskip("astral")
from astral import sun as astral_sun  # noqa: E402

moments = st.integers(0, 40 * 365 * 24 * 60).map(
    lambda minutes: datetime(2010, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@settings(max_examples=80)
@given(moments)
def test_sun_agrees_with_astral(moment: datetime) -> None:
    place = astral.Observer(CENTRE_LAT_DEG, CENTRE_LON_DEG)
    ours = sky.sun(moment)
    assert ours.elevation_deg == pytest.approx(
        astral_sun.elevation(place, moment, with_refraction=False), abs=0.05
    )
    turn = (ours.azimuth_deg - astral_sun.azimuth(place, moment) + 180.0) % 360.0 - 180.0
    assert abs(turn) * math.cos(math.radians(ours.elevation_deg)) < 0.05


@given(moments)
def test_directions_are_unit_and_match_their_angles(moment: datetime) -> None:
    for body in (sky.sun(moment), sky.moon(moment)):
        east, north, up = body.direction
        assert math.hypot(east, north, up) == pytest.approx(1.0, abs=1e-9)
        assert math.degrees(math.asin(up)) == pytest.approx(body.elevation_deg, abs=1e-6)
        assert east == pytest.approx(
            math.sin(math.radians(body.azimuth_deg)) * math.hypot(east, north), abs=1e-9
        )


def test_noon_sun_stands_south_and_evening_sun_west() -> None:
    noon = sky.sun("2026-06-21T11:54")
    assert noon.azimuth_deg == pytest.approx(180.0, abs=1.0)
    assert noon.elevation_deg == pytest.approx(90.0 - CENTRE_LAT_DEG + 23.44, abs=0.05)
    assert 270.0 < sky.sun("2026-06-21T18:30").azimuth_deg < 300.0


def test_clock_moved_back_an_hour_in_march_2024() -> None:
    assert sky.local_time("2026-06-21T18:30").utcoffset() == timedelta(hours=5)
    assert sky.local_time("2023-06-21T18:30").utcoffset() == timedelta(hours=6)


def test_clock_without_zone_data(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise sky.ZoneInfoNotFoundError("no zone data")

    monkeypatch.setattr(sky, "ZoneInfo", missing)
    assert sky.local_time("2026-06-21T18:30").utcoffset() == timedelta(hours=5)
    assert sky.local_time("2023-06-21T18:30").utcoffset() == timedelta(hours=6)


def test_an_offset_in_the_text_wins() -> None:
    assert sky.sun("2026-06-21T13:30+00:00") == sky.sun("2026-06-21T18:30")


def test_moon_is_dark_in_an_eclipse_of_the_sun_and_full_in_one_of_the_moon() -> None:
    solar = datetime(2024, 4, 8, 18, 17, tzinfo=UTC)
    lunar = datetime(2022, 11, 8, 11, 0, tzinfo=UTC)
    assert sky.moon(solar).illuminated < 0.001
    assert sky.moon(lunar).illuminated > 0.999
    assert sky.moon(lunar).phase == pytest.approx(0.5, abs=0.01)


def test_full_moon_stands_opposite_the_sun() -> None:
    moment = datetime(2022, 11, 8, 11, 0, tzinfo=UTC)
    product = sum(
        a * b for a, b in zip(sky.sun(moment).direction, sky.moon(moment).direction, strict=True)
    )
    assert product == pytest.approx(-1.0, abs=0.001)
