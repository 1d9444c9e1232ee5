"""Where the sun and the moon stand above Almaty, by date and time.

Own short series, so that the viewer's start pays for no astronomy package: the sun after
NOAA's solar calculator (Meeus, about 0.01 degrees), the moon after the leading terms of
the Astronomical Almanac's low-precision series (about 0.3 degrees). Tests hold the sun
against astral. Directions are geometric, without refraction: below the horizon they stay
smooth, which twilight needs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from almaty_tour.geo.frame import CENTRE_LAT_DEG, CENTRE_LON_DEG

Vector = tuple[float, float, float]

ZONE_NAME: Final = "Asia/Almaty"
# Used where a machine has no zone data: the clock moved from UTC+6 on 1 March 2024.
_ZONE_CHANGE: Final = datetime(2024, 3, 1)
_BEFORE_2024: Final = timezone(timedelta(hours=6), ZONE_NAME)
_SINCE_2024: Final = timezone(timedelta(hours=5), ZONE_NAME)
_J2000: Final = datetime(2000, 1, 1, 12, tzinfo=UTC)
_EARTH_RADII_OF_MOON: Final = 60.27


@dataclass(frozen=True)
class SkyPosition:
    """A body of the sky as seen from the middle of the city.

    Attributes:
        direction: unit vector towards it (east, north, up).
        elevation_deg: angle above the flat horizon, without refraction.
        azimuth_deg: compass heading in [0, 360).
    """

    direction: Vector
    elevation_deg: float
    azimuth_deg: float


@dataclass(frozen=True)
class MoonPosition(SkyPosition):
    """The moon, with how much of its disc is lit.

    Attributes:
        illuminated: lit part of the disc, 0 (new) to 1 (full).
        phase: 0 new, 0.25 first quarter, 0.5 full, 0.75 last quarter.
    """

    illuminated: float
    phase: float


@lru_cache(maxsize=16)
def local_time(text: str) -> datetime:
    """An ISO time as an aware one; without an offset it is Almaty's wall clock.

    Raises ValueError when `text` is no ISO date and time.
    """
    return with_zone(datetime.fromisoformat(text))


def with_zone(time: datetime) -> datetime:
    """The same time, aware: a naive one is taken as Almaty's wall clock."""
    return time if time.tzinfo is not None else time.replace(tzinfo=_zone(time))


def sun(time: datetime | str) -> SkyPosition:
    """The sun at a local time (ISO text, or a datetime: naive means Almaty's clock)."""
    days = _days_since_2000(time)
    ecliptic_lon, obliquity = _sun_longitude_rad(days), _obliquity_rad(days)
    ascension, declination = _equatorial(ecliptic_lon, 0.0, obliquity)
    return SkyPosition(*_horizontal(days, ascension, declination))


def moon(time: datetime | str) -> MoonPosition:
    """The moon and its phase at a local time; the parallax of the place is included."""
    days = _days_since_2000(time)
    lon, lat = _moon_ecliptic_rad(days)
    ascension, declination = _equatorial(lon, lat, _obliquity_rad(days))
    _, elevation, azimuth = _horizontal(days, ascension, declination)
    elevation -= math.degrees(math.cos(math.radians(elevation)) / _EARTH_RADII_OF_MOON)
    ahead = (lon - _sun_longitude_rad(days)) % math.tau
    lit = (1.0 - math.cos(ahead) * math.cos(lat)) / 2.0
    return MoonPosition(
        _vector(elevation, azimuth), elevation, azimuth, illuminated=lit, phase=ahead / math.tau
    )


def _zone(time: datetime) -> tzinfo:
    try:
        return ZoneInfo(ZONE_NAME)
    except ZoneInfoNotFoundError:
        return _SINCE_2024 if time >= _ZONE_CHANGE else _BEFORE_2024


def _days_since_2000(time: datetime | str) -> float:
    aware = local_time(time) if isinstance(time, str) else with_zone(time)
    return (aware - _J2000) / timedelta(days=1)


def _obliquity_rad(days: float) -> float:
    century = days / 36_525.0
    node = math.radians(125.04 - 1934.136 * century)
    return math.radians(23.4392911 - 0.0130042 * century + 0.00256 * math.cos(node))


def _sun_longitude_rad(days: float) -> float:
    """Apparent ecliptic longitude: mean longitude, equation of the centre, nutation."""
    century = days / 36_525.0
    mean = 280.46646 + 36_000.76983 * century + 0.0003032 * century**2
    anomaly = math.radians(357.52911 + 35_999.05029 * century - 0.0001537 * century**2)
    centre = (
        (1.914602 - 0.004817 * century) * math.sin(anomaly)
        + (0.019993 - 0.000101 * century) * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    node = math.radians(125.04 - 1934.136 * century)
    return math.radians(mean + centre - 0.00569 - 0.00478 * math.sin(node))


def _moon_ecliptic_rad(days: float) -> tuple[float, float]:
    century = days / 36_525.0

    def wave(phase_deg: float, rate_deg: float) -> float:
        return math.sin(math.radians(phase_deg + rate_deg * century))

    lon = (
        218.32
        + 481_267.881 * century
        + 6.29 * wave(135.0, 477_198.87)
        - 1.27 * wave(259.3, -413_335.36)
        + 0.66 * wave(235.7, 890_534.22)
        + 0.21 * wave(269.9, 954_397.74)
        - 0.19 * wave(357.5, 35_999.05)
        - 0.11 * wave(186.5, 966_404.03)
    )
    lat = (
        5.13 * wave(93.3, 483_202.02)
        + 0.28 * wave(228.2, 960_400.89)
        - 0.28 * wave(318.3, 6_003.15)
        - 0.17 * wave(217.6, -407_332.21)
    )
    return math.radians(lon), math.radians(lat)


def _equatorial(lon: float, lat: float, obliquity: float) -> tuple[float, float]:
    """Right ascension and declination of an ecliptic longitude and latitude, radians."""
    ascension = math.atan2(
        math.sin(lon) * math.cos(obliquity) - math.tan(lat) * math.sin(obliquity), math.cos(lon)
    )
    declination = math.asin(
        math.sin(lat) * math.cos(obliquity) + math.cos(lat) * math.sin(obliquity) * math.sin(lon)
    )
    return ascension, declination


def _horizontal(days: float, ascension: float, declination: float) -> tuple[Vector, float, float]:
    """Direction, elevation and azimuth in degrees, seen from the middle of the city."""
    sidereal_deg = 280.46061837 + 360.98564736629 * days + CENTRE_LON_DEG
    hour = math.radians(sidereal_deg) - ascension
    place = math.radians(CENTRE_LAT_DEG)
    east = -math.cos(declination) * math.sin(hour)
    north = math.sin(declination) * math.cos(place) - math.cos(declination) * math.cos(
        hour
    ) * math.sin(place)
    up = math.sin(declination) * math.sin(place) + math.cos(declination) * math.cos(
        hour
    ) * math.cos(place)
    elevation = math.degrees(math.asin(max(-1.0, min(1.0, up))))
    return (east, north, up), elevation, math.degrees(math.atan2(east, north)) % 360.0


def _vector(elevation_deg: float, azimuth_deg: float) -> Vector:
    lift, turn = math.radians(elevation_deg), math.radians(azimuth_deg)
    level = math.cos(lift)
    return math.sin(turn) * level, math.cos(turn) * level, math.sin(lift)
