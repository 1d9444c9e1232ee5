"""The environment of a moment: sun, moon and season over Almaty."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import lru_cache

import numpy as np

from almaty_tour.content.weather import Weather
from almaty_tour.geo.sun import moon, sun
from almaty_tour.render.look import look
from almaty_tour.scene.environment import Environment, Season

YEAR_DAYS = 365.25
MIDDLES_DAYS = tuple((month + 0.5) * YEAR_DAYS / 12.0 for month in range(12))

# By the middle of the months, January to December.
SNOW_LINES_M = (
    600.0, 700.0, 1300.0, 2200.0, 2900.0, 3550.0, 3800.0, 3850.0, 3500.0, 2700.0, 1600.0, 900.0,
)  # fmt: skip
"""From where snow lies in the Ile Alatau: estimates, never told as facts."""
DRYNESS = (0.9, 0.9, 0.75, 0.3, 0.05, 0.2, 0.5, 0.75, 0.75, 0.8, 0.85, 0.9)
"""How much of the grass of the hills is straw."""


def season_of(time: datetime) -> Season:
    """The season of a date, by months."""
    return (Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN)[time.month % 12 // 3]


def environment_at(time: datetime, weather: Weather | None = None) -> Environment:
    """Sun and moon of a moment under a kind of weather, fair without one."""
    bright, pale = sun(time), moon(time)
    fair = Environment(
        sun_enu=bright.direction,
        moon_enu=pale.direction,
        moon_phase=float(pale.illuminated),
        day=time.timetuple().tm_yday,
        cloud=through_year(time, look().cover),
        snow_line_m=through_year(time, SNOW_LINES_M),
        dryness=through_year(time, DRYNESS),
    )
    return fair if weather is None else under(fair, weather)


def turning(before: Environment, after: Environment, share: float) -> Environment:
    """The weather of one moment between two kinds, a share from 0 to 1 of the way."""

    def way(old: float, new: float) -> float:
        return old + (new - old) * share

    return replace(
        after,
        cloud=way(before.cloud, after.cloud),
        wetness=way(before.wetness, after.wetness),
        rain=way(before.rain, after.rain),
        snowfall=way(before.snowfall, after.snowfall),
        snow_line_m=way(before.snow_line_m, after.snow_line_m),
        ceiling_m=way(before.ceiling_m, after.ceiling_m),
        haze_before=before.haze,
        haze_share=share,
    )


def through_year(time: datetime, months: tuple[float, ...]) -> float:
    """What twelve months have, on lines between their middles; the same for a whole day."""
    return _on_day(time.timetuple().tm_yday, months)


@lru_cache(maxsize=16)
def _on_day(number: int, months: tuple[float, ...]) -> float:
    return float(np.interp(number - 0.5, MIDDLES_DAYS, months, period=YEAR_DAYS))


def under(fair: Environment, weather: Weather) -> Environment:
    """The same moment under a kind of weather; what it leaves open stays as the month has it.

    Weather brings snow down from the month's line and never clears it away.
    """
    line_m = fair.snow_line_m if weather.snow_line_m is None else weather.snow_line_m
    return replace(
        fair,
        cloud=fair.cloud if weather.cloud is None else weather.cloud,
        wetness=weather.wetness,
        haze=weather.haze,
        rain=weather.rain,
        snowfall=weather.snowfall,
        snow_line_m=min(line_m, fair.snow_line_m),
        ceiling_m=fair.ceiling_m if weather.ceiling_m is None else weather.ceiling_m,
    )
