"""What a closed layer of cloud does to the light of a moment."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.render.atmosphere import HAZE_ABSORB_PER_M, HAZE_SCATTER_PER_M
from almaty_tour.render.daylight import (
    TOWN_SNOW_M,
    Daylight,
    daylight,
    is_day,
    key_of,
    luminance,
    ramp,
    settled,
)
from almaty_tour.render.indoors import room_light
from almaty_tour.scene.environment import Environment

F64 = npt.NDArray[np.float64]

NO_MOON: Final = (0.0, 0.0, -1.0)
OPEN: Final = 0.45
CLOSED: Final = 1.0
"""Cover from which the layer begins to close, and when it is closed."""
DIRECT_LEFT: Final = 0.04
"""Share of the direct light that a closed layer lets through."""
GREY: Final = np.array([0.97, 1.0, 1.06])
ZENITH_GAIN: Final = 1.1
"""Radiance overhead against the light of the sky on level ground."""
OPEN_RIM: Final = 1.0 / 3.0
SNOWY_RIM: Final = 0.8
"""The horizon of a closed sky against its zenith; over snow light goes up and down many times."""
HAZE_ALBEDO: Final = HAZE_SCATTER_PER_M / (HAZE_SCATTER_PER_M + HAZE_ABSORB_PER_M)
MIXED: Final = tuple(
    one.name for one in fields(Daylight) if one.name not in ("sun_enu", "light_enu", "moon_enu")
)
DIMMER: Final = 0.76
"""Brightness of a picture under a closed sky against one under the sun."""


def light_of(environment: Environment, eye_height_m: float) -> Daylight:
    """The light of an environment under its clouds, seen from a height.

    The moon lights nothing by day: on its way it only changes place.
    """
    return _light(*settled(environment, eye_height_m))


@lru_cache(maxsize=8)
def _light(environment: Environment, eye_height_m: float) -> Daylight:
    if environment.room is not None:
        return room_light(environment.room)
    if is_day(environment.sun_enu) and environment.moon_enu != NO_MOON:
        without = replace(environment, moon_enu=NO_MOON, moon_phase=0.0)
        day = _light(without, eye_height_m)
        return replace(day, moon_enu=environment.moon_enu, moon_phase=environment.moon_phase)
    share = environment.haze_share
    after = veiled(daylight(replace(environment, haze_share=1.0), eye_height_m))
    if share >= 1.0:
        return after
    was = replace(environment, haze=environment.haze_before, haze_share=1.0)
    return blended(veiled(daylight(was, eye_height_m)), after, share)


def blended(before: Daylight, after: Daylight, share: float) -> Daylight:
    """Light between two lights of one moment; directions are those of both."""
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in MIXED)
    return replace(after, **{name: old + (new - old) * share for name, old, new in pairs})


def veiled(day: Daylight) -> Daylight:
    """The light under the cover of `day`; the same while the sky is open.

    A closed sky is grey and a third as bright at the horizon as overhead (the overcast sky of the
    CIE, after Moon and Spencer 1942: (1 + 2 sin h) / 3); hardly any light comes straight. The
    picture is exposed anew, but stays a little darker than under the sun.
    """
    share = ramp(day.cloud, OPEN, CLOSED)
    if share <= 0.0:
        return day
    before = luminance(key_of(day.light_low, day.light_enu[2], day.ambient[0]))
    ambient = _ambient(day.ambient, share)
    left = 1.0 - (1.0 - DIRECT_LEFT) * share
    light_low = day.light_low * left
    after = luminance(key_of(light_low, day.light_enu[2], ambient[0]))
    snowy = day.snow_line_m < TOWN_SNOW_M
    closed = _closed_sky(len(day.sky), luminance(ambient[0]), SNOWY_RIM if snowy else OPEN_RIM)
    top, rim = closed[-1, 0], closed[len(closed) // 2, 0]
    fading = luminance(rim) / max(luminance(day.horizon), 1e-9)
    glow = rim / HAZE_ALBEDO if snowy else GREY * (luminance(day.haze_glow) * fading**0.4)
    return replace(
        day,
        light_low=light_low,
        light_high=day.light_high * left,
        ambient=ambient,
        sky=np.asarray(day.sky * (1.0 - share) + closed * share, np.float32),
        zenith=_between(day.zenith, top, share),
        horizon=_between(day.horizon, rim, share),
        haze_glow=_between(day.haze_glow, glow, share),
        exposure=day.exposure * (before / after) * (1.0 - (1.0 - DIMMER) * share),
        shadow_strength=day.shadow_strength * (1.0 - share),
    )


def _between(clear: F64, grey: F64, share: float) -> F64:
    return np.asarray(clear + (grey - clear) * share)


def _ambient(clear: F64, share: float) -> F64:
    """(4, 3) light of the sky, greyer, most of it from above; rows as in `Daylight.ambient`."""
    grey = np.zeros_like(clear)
    grey[0] = GREY * luminance(clear[0])
    grey[3] = GREY * (luminance(clear[0]) * 0.5)
    return _between(clear, grey, share)


def _closed_sky(rows: int, bright: float, rim: float) -> F64:
    """(rows, 1, 3) radiance of a closed sky, rows by the signed root of the height's sine.

    `bright` is the luminance of the sky's light on level ground, `rim` that of the horizon
    against the zenith.
    """
    root = (np.arange(rows) + 0.5) / rows * 2.0 - 1.0
    shape = rim + (1.0 - rim) * np.clip(root, 0.0, 1.0) ** 2
    return np.asarray(GREY * (bright * ZENITH_GAIN * shape[:, None, None]))
