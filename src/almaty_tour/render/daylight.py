"""The light of one moment: sun or moon, sky, exposure, night. Pure numpy."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from almaty_tour.render.atmosphere import SUN_COLOUR, SkyLight, haze_multiple, sky_light
from almaty_tour.render.look import look
from almaty_tour.render.twilight import afterglow
from almaty_tour.scene.environment import Environment

F64 = npt.NDArray[np.float64]
F32 = npt.NDArray[np.float32]
Direction = tuple[float, float, float]

TOWN_SNOW_M = 1_400.0  # a snow line below it leaves snow in the town
SUN_STEP = 1.0 / 256.0  # directions are rounded to about 0.2 degrees for the tables
CLOUD_SHADE = 0.78  # of the sun is taken by the middle of a cumulus
LITTER_DAYS: Final = (92.0, 104.0, 128.0, 148.0, 258.0, 288.0, 310.0, 332.0, 352.0)
# leaves on the ground on these days; below 0 dandelions, which are in bloom from April to May
LITTER: Final = (0.0, -0.9, -1.0, 0.0, 0.0, 0.8, 1.0, 0.5, 0.0)
DUSK_DEG: Final = (1.0, -6.0)  # heights of the sun between which night falls
HIGH_SUN, HIGH_SUN_STEP = 0.25, 1.0 / 64.0  # a sky under a high sun hardly changes in a degree


class Exposed(NamedTuple):
    """Light as pictures show it, in plain numbers: ambient four by four, colours three each."""

    ambient: list[float]
    light_low: list[float]
    light_high: list[float]
    haze_glow: list[float]
    horizon: list[float]
    zenith: list[float]


@dataclass(frozen=True)
class Daylight:
    """The light of one moment; radiances relative to the sun's light outside the air.

    Attributes:
        sun_enu, light_enu: unit vectors to the sun and to what throws shadows (sun or moon).
        light_low, light_high: (3,) colour of that light at 700 m and 4,700 m.
        ambient: (4, 3) constant and linear part of the light of the sky.
        haze_glow, horizon, zenith: (3,) radiances.
        sky: (rows, columns, 3) f4 table, see `atmosphere.SkyLight`.
        exposure: what radiances are multiplied by.
        night: 0 by day to 1 at night; lamps and windows follow it.
        lamp_light: exposed radiance of a lamp. lit_rooms: share of windows with light.
        haze_multiple, snow_line_m, ceiling_m, dryness, wetness, cloud: from the environment.
        moon_enu, moon_phase: where the moon stands and how much of it is lit.
        moon_share: 1 when the moon is the light.
        litter: how thick fallen leaves lie, 0 to 1; below 0 how many dandelions bloom.
        shadow_strength: 0 where no light is strong enough to throw a shadow.
    """

    sun_enu: Direction
    light_enu: Direction
    light_low: F64
    light_high: F64
    ambient: F64
    haze_glow: F64
    horizon: F64
    zenith: F64
    sky: F32
    exposure: float
    night: float
    lamp_light: float
    lit_rooms: float
    haze_multiple: float
    snow_line_m: float
    ceiling_m: float
    dryness: float
    wetness: float
    cloud: float
    moon_enu: Direction
    moon_phase: float
    moon_share: float
    shadow_strength: float
    litter: float = 0.0

    @property
    def cloud_shade(self) -> float:
        """How much of the sun a cloud takes; a closed layer, and the moon, throw no shadow."""
        return CLOUD_SHADE * self.shadow_strength * (1.0 - self.moon_share) * (self.cloud > 0.0)

    @cached_property
    def exposed(self) -> Exposed:
        """Worked out once a light: many pictures have the same."""
        ambient = np.zeros((4, 4))
        ambient[:, :3] = self.ambient * self.exposure
        colours = (
            self.light_low, self.light_high, self.haze_glow * SUN_COLOUR, self.horizon, self.zenith,
        )  # fmt: skip
        return Exposed(
            ambient.ravel().tolist(), *((one * self.exposure).tolist() for one in colours)
        )


def daylight(environment: Environment, eye_height_m: float) -> Daylight:
    """The light of an environment, seen from a height; kept for a few moments."""
    return _daylight(*settled(environment, eye_height_m))


def is_day(sun_enu: Direction) -> bool:
    """Whether the sun is so high that there is nothing of the night."""
    return sun_enu[2] > math.sin(math.radians(DUSK_DEG[0] + 0.01))


def settled(environment: Environment, eye_height_m: float) -> tuple[Environment, float]:
    """Both in steps that no eye tells apart, so that what is made of them can be kept."""
    step_m = 1_000.0
    steady = replace(
        environment,
        sun_enu=_rounded(environment.sun_enu),
        moon_enu=_rounded(environment.moon_enu),
        moon_phase=round(environment.moon_phase, 2),
    )
    return steady, max(step_m, round(eye_height_m / step_m) * step_m)


@lru_cache(maxsize=8)
def _daylight(environment: Environment, eye_height_m: float) -> Daylight:
    sun = environment.sun_enu
    haze = haze_multiple(environment.haze)
    height_deg = math.degrees(math.asin(max(-1.0, min(1.0, sun[2]))))
    snowy = environment.snow_line_m < TOWN_SNOW_M
    light = _sky_light(_sky_sun(sun), round(haze, 2), eye_height_m, snowy)
    night = ramp(height_deg, *DUSK_DEG)
    moon = _moon_light(environment, night)
    by_moon = moon > 0.0 and sun[2] < math.sin(math.radians(-4.0))
    glow = np.array(look().glow) * night + np.array(look().moon_glow) * moon
    city = np.array(look().city_glow) * night
    key = _key_light(light, sun[2], glow + 0.5 * city)
    white = _white(key, height_deg)
    moon_colour = np.array(look().moon_light) * moon
    return Daylight(
        sun_enu=sun,
        light_enu=environment.moon_enu if by_moon else _lifted(sun),
        light_low=(moon_colour if by_moon else light.sun_low) * white,
        light_high=(moon_colour if by_moon else light.sun_high) * white,
        ambient=_with_night(light.ambient, glow, city) * white,
        haze_glow=(light.haze_glow + glow * 0.5 + city * 0.5) * white,
        horizon=(light.horizon + glow * 1.6 + city) * white,
        zenith=(light.zenith + glow) * white,
        sky=_night_sky(light.sky * afterglow(height_deg), glow, city) * white.astype(np.float32),
        exposure=float(np.interp(height_deg, look().heights_deg, look().keys)) / luminance(key),
        night=night,
        lamp_light=look().lamp_light * ramp(height_deg, 0.5, -4.0),
        lit_rooms=_lit_rooms(sun),
        haze_multiple=haze,
        snow_line_m=environment.snow_line_m,
        ceiling_m=environment.ceiling_m,
        dryness=environment.dryness,
        wetness=environment.wetness,
        cloud=environment.cloud,
        moon_enu=environment.moon_enu,
        moon_phase=environment.moon_phase,
        moon_share=1.0 if by_moon else 0.0,
        shadow_strength=_shadow_strength(sun[2], moon),
        litter=float(np.interp(environment.day, LITTER_DAYS, LITTER)),
    )


@lru_cache(maxsize=8)
def _sky_light(sun: Direction, haze: float, eye_height_m: float, snowy: bool) -> SkyLight:
    albedo = look().snow_albedo if snowy else look().ground_albedo
    return sky_light(sun, haze, eye_height_m, gain=look().gain, ground_albedo=albedo)


def _sky_sun(sun: Direction) -> Direction:
    """The sun that the tables of the sky are made for."""
    return _rounded(sun, HIGH_SUN_STEP) if sun[2] > HIGH_SUN else sun


def _rounded(direction: Direction, step: float = SUN_STEP) -> Direction:
    """The same direction on a grid of about 0.2 degrees, so that tables can be kept."""
    x, y, z = (round(part / step) * step for part in direction)
    length = math.sqrt(x * x + y * y + z * z) or 1.0
    return x / length, y / length, z / length


def _lifted(sun: Direction) -> Direction:
    """The sun, never below the horizon: the direction that grazing light comes from."""
    low = math.sin(math.radians(0.5))
    if sun[2] >= low:
        return sun
    flat = math.hypot(sun[0], sun[1])
    level = math.sqrt(1.0 - low * low) / max(flat, 1e-6)
    return sun[0] * level, sun[1] * level, low


def ramp(value: float, start: float, end: float) -> float:
    """0 at `start` to 1 at `end` along an S."""
    share = min(max((value - start) / (end - start), 0.0), 1.0)
    return share * share * (3.0 - 2.0 * share)


def _moon_light(environment: Environment, night: float) -> float:
    height = environment.moon_enu[2]
    return night * environment.moon_phase * ramp(height, 0.0, 0.3)


def _shadow_strength(sun_up: float, moon: float) -> float:
    """Shadows go out with the sun, and come back when the moon is bright."""
    by_sun = ramp(math.degrees(math.asin(sun_up)), -0.8, 0.6)
    return by_sun if sun_up > math.sin(math.radians(-4.0)) else min(1.0, moon * 2.0)


def luminance(colour: F64) -> float:
    """How bright a linear colour is (Rec. 709)."""
    return float(colour @ np.array([0.2126, 0.7152, 0.0722]))


def _lit_rooms(sun: Direction) -> float:
    """Share of windows with light by the solar hour, which a sun below the horizon tells too."""
    hour = math.degrees(math.atan2(sun[0], sun[1])) % 360.0 / 15.0
    return float(np.interp(hour, look().hours, look().lit_rooms))


def _key_light(light: SkyLight, sun_up: float, glow: F64) -> F64:
    return key_of(light.sun_low, sun_up, light.ambient[0].astype(np.float64) + glow)


def key_of(direct: F64, sun_up: float, sky: F64) -> F64:
    """(3,) the light that a picture is exposed for, as a grey wall would send it on."""
    wall = direct * (0.35 + 0.65 * max(sun_up, 0.0)) / math.pi
    return np.asarray(0.30 * wall + 0.55 * sky)


def _white(key: F64, height_deg: float) -> F64:
    """(3,) what makes the light whiter, as far as eyes get used to its colour (von Kries 1902)."""
    share = float(np.interp(height_deg, look().heights_deg, look().balance))
    cool = float(np.interp(height_deg, look().heights_deg, look().cool))
    gain = (luminance(key) / np.maximum(key, 1e-12)) ** share
    gain *= np.array([1.0 - cool, 1.0, 1.0 + cool])
    return np.asarray(gain / luminance(gain))


def _with_night(ambient: F32, glow: F64, city: F64) -> F64:
    lit = ambient.astype(np.float64) * look().fill
    lit[0] += glow * 1.9 + city * 0.4
    lit[3] += glow * 0.8
    return lit


def _night_sky(sky: F32, glow: F64, city: F64) -> F32:
    """The sky with the glow of the night, warm near the horizon where the haze holds lamplight."""
    rows = len(sky)
    root = np.abs((np.arange(rows) + 0.5) / rows * 2.0 - 1.0)[:, None, None]
    return np.asarray(sky + (1.6 - 0.8 * root) * glow + np.exp(-root * 4.5) * city, np.float32)
