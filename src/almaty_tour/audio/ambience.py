"""What the city sounds like at a place and an hour: gains of the ambient loops, pure numbers."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from almaty_tour.base.easing import smoothstep
from almaty_tour.camera.state import CameraState
from almaty_tour.scene.environment import Season

NAMES = ("wind", "city", "birds", "crickets", "fountain")
SILENCE = dict.fromkeys(NAMES, 0.0)
FOUNTAIN = "fountain"

# Loudest gain of each loop: the loops are equally loud, the city is not.
_LOUDEST = {"wind": 0.75, "city": 0.5, "birds": 0.42, "crickets": 0.4, "fountain": 0.55}
_WIND_LEAST, _WIND_RISE_M = 0.08, 260.0
_CITY_REACH_M, _CITY_CENTRE_M, _CITY_EDGE_M = 420.0, 9000.0, 16000.0
_CITY_TOP_M = (980.0, 1250.0)
_BIRDS_REACH_M, _BIRDS_TOP_M = 160.0, (2300.0, 2900.0)
_CRICKETS_REACH_M, _CRICKETS_TOP_M = 130.0, (1500.0, 2200.0)
_FOUNTAIN_NEAR_M, _FOUNTAIN_FAR_M = 20.0, 170.0
_BIRD_SEASON = {Season.SPRING: 1.0, Season.SUMMER: 0.85, Season.AUTUMN: 0.45, Season.WINTER: 0.2}
_CRICKET_SEASON = {Season.SPRING: 0.2, Season.SUMMER: 1.0, Season.AUTUMN: 0.5, Season.WINTER: 0.0}
_NIGHT_HUM = 0.45


def levels(
    camera: CameraState,
    ground_m: float,
    hour: float,
    season: Season,
    fountain_m: float = np.inf,
    volume: float = 1.0,
) -> dict[str, float]:
    """Gain 0..1 of every loop of `NAMES` as heard by a camera.

    Args:
        ground_m: height of the ground below the camera above sea level.
        hour: local hour of the day, 0 to 24; 24 sounds as 0.
        fountain_m: metres to the nearest playing water, see `nearest_m`.
        volume: 0 to 1, the visitor's own; a squared law, because ears are not linear.
    """
    above_m = max(camera.position_enu[2] - ground_m, 0.0)
    gains = {
        "wind": _wind(above_m, ground_m),
        "city": _city(camera, above_m, ground_m) * _traffic(hour),
        "birds": _near_ground(above_m, _BIRDS_REACH_M)
        * _below(ground_m, _BIRDS_TOP_M)
        * _day(hour)
        * _BIRD_SEASON[season],
        "crickets": _near_ground(above_m, _CRICKETS_REACH_M)
        * _below(ground_m, _CRICKETS_TOP_M)
        * _evening(hour)
        * _CRICKET_SEASON[season],
        FOUNTAIN: _falling(fountain_m, _FOUNTAIN_NEAR_M, _FOUNTAIN_FAR_M),
    }
    loud = float(np.clip(volume, 0.0, 1.0)) ** 2
    return {name: float(np.clip(gains[name] * _LOUDEST[name] * loud, 0.0, 1.0)) for name in NAMES}


def nearest_m(camera: CameraState, places: Iterable[tuple[float, float, float, float]]) -> float:
    """Metres from the camera to the nearest of `places`; infinite when there are none.

    Each place is x, y, z of its middle and the radius within which it is at hand, metres.
    """
    away = [
        max(float(np.linalg.norm(np.subtract(camera.position_enu, (x, y, z)))) - radius, 0.0)
        for x, y, z, radius in places
    ]
    return min(away, default=float("inf"))


def _wind(above_m: float, ground_m: float) -> float:
    """A breath in the streets, a wind in the open height and on the ridges."""
    height = 1.0 - np.exp(-above_m / _WIND_RISE_M)
    ridge = 0.35 * float(smoothstep((ground_m - 1200.0) / 2200.0))
    return float(_WIND_LEAST + (1.0 - _WIND_LEAST) * (1.0 - (1.0 - height) * (1.0 - ridge)))


def _city(camera: CameraState, above_m: float, ground_m: float) -> float:
    away_m = float(np.hypot(*camera.position_enu[:2]))
    low = float(np.exp(-above_m / _CITY_REACH_M))
    return low * _below(ground_m, _CITY_TOP_M) * _falling(away_m, _CITY_CENTRE_M, _CITY_EDGE_M)


def _traffic(hour: float) -> float:
    """Streets are quiet from one to five, never silent."""
    return _NIGHT_HUM + (1.0 - _NIGHT_HUM) * _hours(hour, (5.0, 8.0), (22.0, 25.0))


def _day(hour: float) -> float:
    """Birds sing from the first light, most in the morning, and stop at dusk."""
    morning = 1.0 - 0.35 * float(smoothstep((hour % 24.0 - 9.0) / 4.0))
    return _hours(hour, (4.6, 6.0), (20.0, 21.2)) * morning


def _evening(hour: float) -> float:
    return 1.0 - _hours(hour, (4.0, 5.5), (18.8, 20.8))


def _hours(hour: float, rise: tuple[float, float], fall: tuple[float, float]) -> float:
    """1 between `rise` and `fall`, 0 outside, smooth across them and across midnight."""
    at = hour % 24.0
    if fall[1] > 24.0 and at < fall[1] - 24.0:
        at += 24.0
    up = float(smoothstep((at - rise[0]) / (rise[1] - rise[0])))
    down = float(smoothstep((at - fall[0]) / (fall[1] - fall[0])))
    return up * (1.0 - down)


def _near_ground(above_m: float, reach_m: float) -> float:
    return float(np.exp(-((above_m / reach_m) ** 2)))


def _below(ground_m: float, top_m: tuple[float, float]) -> float:
    return _falling(ground_m, *top_m)


def _falling(value: float, full_until: float, none_from: float) -> float:
    share = (min(value, none_from) - full_until) / (none_from - full_until)
    return 1.0 - float(smoothstep(share))
