"""The environment of a moment: sun, moon and season over Almaty."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from almaty_tour.content.weather import Weather
from almaty_tour.geo.sun import moon, sun
from almaty_tour.render.look import look
from almaty_tour.scene.environment import Environment, Season

SUMMER_SNOW_LINE_M = 3700.0
SNOW_LINES_M = {
    Season.SPRING: 2600.0,
    Season.SUMMER: SUMMER_SNOW_LINE_M,
    Season.AUTUMN: 3000.0,
    Season.WINTER: 600.0,
}

DRYNESS = (0.9, 0.9, 0.75, 0.3, 0.05, 0.2, 0.5, 0.75, 0.75, 0.8, 0.85, 0.9)
"""How much of the grass of the hills is straw, January to December."""


def season_of(time: datetime) -> Season:
    """The season of a date, by months."""
    return (Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN)[time.month % 12 // 3]


def environment_at(time: datetime, weather: Weather | None = None) -> Environment:
    """Sun and moon of a moment under a kind of weather, fair without one."""
    bright, pale = sun(time), moon(time)
    season = season_of(time)
    fair = Environment(
        sun_enu=bright.direction,
        moon_enu=pale.direction,
        moon_phase=float(pale.illuminated),
        season=season,
        cloud=look().cover[time.month - 1],
        snow_line_m=SNOW_LINES_M[season],
        dryness=DRYNESS[time.month - 1],
    )
    return fair if weather is None else under(fair, weather)


def under(fair: Environment, weather: Weather) -> Environment:
    """The same moment under a kind of weather; what it leaves open stays as the month has it."""
    line_m = fair.snow_line_m if weather.snow_line_m is None else weather.snow_line_m
    return replace(
        fair,
        cloud=fair.cloud if weather.cloud is None else weather.cloud,
        wetness=weather.wetness,
        haze=weather.haze,
        rain=weather.rain,
        snowfall=weather.snowfall,
        snow_line_m=min(line_m, fair.snow_line_m),
    )
