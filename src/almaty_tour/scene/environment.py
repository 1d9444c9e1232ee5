"""Light, weather and season: plain values that a picture is made under."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

OPEN_CEILING_M: Final = 20_000.0
"""Where no cloud hides mountains."""


class Season(Enum):
    """The season that sounds follow."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


@dataclass(frozen=True)
class Room:
    """The light of a space that has a roof; colours are linear, a picture's middle grey is 0.18.

    Attributes:
        key_enu: unit vector towards the light that throws shadows; key: its colour.
        walls, ceiling, floor: what surfaces receive from them, and mirrors show.
        backdrop: what is seen where nothing stands.
        lamps: brightness of what glows by itself.
        reach: of the shadow maps against those of the outdoors.
        shine: of what mirrors show against what surfaces receive.
        open_above: what has one side throws no shadow, so that light comes through ceilings.
        middle_enu, half_m: of a square across the light that all shadows of the space fall into,
            and half its side; 0 where that is not known.
    """

    key_enu: tuple[float, float, float]
    key: tuple[float, float, float]
    walls: tuple[float, float, float]
    ceiling: tuple[float, float, float]
    floor: tuple[float, float, float]
    backdrop: tuple[float, float, float]
    lamps: float = 0.0
    reach: float = 1.0
    open_above: bool = False
    shine: float = 1.0
    middle_enu: tuple[float, float, float] = (0.0, 0.0, 0.0)
    half_m: float = 0.0


@dataclass(frozen=True)
class Environment:
    """Light and weather.

    Attributes:
        sun_enu, moon_enu: unit vectors towards sun and moon (east, north, up).
        moon_phase: 0 new, 1 full.
        day: of the year, 1 on 1 January: what leaves follow.
        snow_line_m: metres above sea level from which snow lies.
        ceiling_m: metres above sea level from which cloud hides the mountains.
        cloud: 0 clear to 1 overcast. wetness, haze, rain, snowfall: 0 to 1.
        haze_before, haze_share: while the weather turns, the haze that was and how much of the new
            one there is; tables of the air are made for both, not for what lies between.
        dryness: how much of the grass that nobody waters is straw, 0 to 1.
        room: the light of a space with a roof, which takes the place of sun, sky and air.
    """

    sun_enu: tuple[float, float, float]
    moon_enu: tuple[float, float, float] = (0.0, 0.0, -1.0)
    moon_phase: float = 0.5
    day: int = 190
    snow_line_m: float = 3700.0
    cloud: float = 0.0
    wetness: float = 0.0
    haze: float = 0.25
    rain: float = 0.0
    snowfall: float = 0.0
    dryness: float = 0.3
    ceiling_m: float = OPEN_CEILING_M
    haze_before: float = 0.0
    haze_share: float = 1.0
    room: Room | None = None
