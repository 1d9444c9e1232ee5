"""The world frame: local metres east and north of the middle of Almaty, and WGS84.

The map is a transverse Mercator on the WGS84 ellipsoid, centred at 43.25 N 76.945 E with
scale 1 and no false origin, computed by Krueger's series to the fourth power of n (Karney
2011, "Transverse Mercator with an accuracy of a few nanometers"). x is east, y is north,
z (not touched here) is metres above sea level.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]

CENTRE_LAT_DEG: Final = 43.25
CENTRE_LON_DEG: Final = 76.945
PROJ_STRING: Final = (
    f"+proj=tmerc +lat_0={CENTRE_LAT_DEG} +lon_0={CENTRE_LON_DEG} +k_0=1 "
    "+x_0=0 +y_0=0 +ellps=WGS84 +units=m"
)
EARTH_RADIUS_M: Final = 6_371_000.0
REFRACTION_K: Final = 0.13

_SEMI_MAJOR_M: Final = 6_378_137.0
_FLATTENING: Final = 1.0 / 298.257223563
_N: Final = _FLATTENING / (2.0 - _FLATTENING)
_ECCENTRICITY: Final = math.sqrt(_FLATTENING * (2.0 - _FLATTENING))
_RECTIFYING_M: Final = (
    _SEMI_MAJOR_M / (1.0 + _N) * (1.0 + _N**2 / 4.0 + _N**4 / 64.0 + _N**6 / 256.0)
)
# Krueger's coefficients by powers of n: conformal sphere to map, and back.
_ALPHA: Final = (
    _N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16 + 41 * _N**4 / 180,
    13 * _N**2 / 48 - 3 * _N**3 / 5 + 557 * _N**4 / 1440,
    61 * _N**3 / 240 - 103 * _N**4 / 140,
    49561 * _N**4 / 161280,
)
_BETA: Final = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440,
    17 * _N**3 / 480 - 37 * _N**4 / 840,
    4397 * _N**4 / 161280,
)
_NEWTON_STEPS: Final = 3


def to_local(lat_deg: npt.ArrayLike, lon_deg: npt.ArrayLike) -> tuple[F64, F64]:
    """Metres east (x) and north (y) of the centre for WGS84 degrees, broadcast, float64."""
    latitude = np.radians(np.asarray(lat_deg, np.float64))
    longitude = np.radians(np.asarray(lon_deg, np.float64) - CENTRE_LON_DEG)
    tangent = _conformal_tangent(np.tan(latitude))
    xi = np.arctan2(tangent, np.cos(longitude))
    eta = np.arcsinh(np.sin(longitude) / np.hypot(tangent, np.cos(longitude)))
    east, north = eta.copy(), xi.copy()
    for power, factor in enumerate(_ALPHA, start=1):
        east += factor * np.cos(2 * power * xi) * np.sinh(2 * power * eta)
        north += factor * np.sin(2 * power * xi) * np.cosh(2 * power * eta)
    return _RECTIFYING_M * east, _RECTIFYING_M * north - _CENTRE_NORTHING_M


def to_geographic(x_m: npt.ArrayLike, y_m: npt.ArrayLike) -> tuple[F64, F64]:
    """WGS84 latitude and longitude in degrees for local metres, broadcast, float64."""
    east = np.asarray(x_m, np.float64) / _RECTIFYING_M
    north = (np.asarray(y_m, np.float64) + _CENTRE_NORTHING_M) / _RECTIFYING_M
    eta, xi = east + 0.0 * north, north + 0.0 * east
    for power, factor in enumerate(_BETA, start=1):
        eta = eta - factor * np.cos(2 * power * north) * np.sinh(2 * power * east)
        xi = xi - factor * np.sin(2 * power * north) * np.cosh(2 * power * east)
    tangent = np.sin(xi) / np.hypot(np.sinh(eta), np.cos(xi))
    longitude = np.arctan2(np.sinh(eta), np.cos(xi))
    return (
        np.degrees(np.arctan(_geographic_tangent(tangent))),
        np.degrees(longitude) + CENTRE_LON_DEG,
    )


def curvature_drop_m(distance_m: npt.ArrayLike) -> F64:
    """How far the ground sinks below the tangent plane of the eye, refraction k included."""
    distance = np.asarray(distance_m, np.float64)
    return (1.0 - REFRACTION_K) * distance * distance / (2.0 * EARTH_RADIUS_M)


def heading_deg(east_m: npt.ArrayLike, north_m: npt.ArrayLike) -> F64:
    """Compass heading in [0, 360) degrees of an east and north offset, clockwise from north."""
    return np.degrees(np.arctan2(np.asarray(east_m, np.float64), north_m)) % 360.0


def heading_vector(heading: npt.ArrayLike, pitch_deg: npt.ArrayLike = 0.0) -> F64:
    """(..., 3) unit vectors (east, north, up) of a heading and a pitch in degrees."""
    turn, lift = np.broadcast_arrays(np.radians(heading), np.radians(pitch_deg))
    level = np.cos(lift)
    return np.stack([np.sin(turn) * level, np.cos(turn) * level, np.sin(lift)], axis=-1)


def yaw_of_bearing_rad(bearing_deg: float) -> float:
    """Counter-clockwise turn that makes a model's front (local -y) look to a bearing."""
    return math.radians(180.0 - bearing_deg)


def meridian_convergence_deg(lat_deg: npt.ArrayLike, lon_deg: npt.ArrayLike) -> F64:
    """Degrees that true north lies counter-clockwise of the frame's +y, to first order."""
    offset = np.asarray(lon_deg, np.float64) - CENTRE_LON_DEG
    return offset * np.sin(np.radians(lat_deg))


def _conformal_tangent(tangent: F64) -> F64:
    """Tangent of the conformal latitude from the tangent of the geographic latitude."""
    secant = np.hypot(1.0, tangent)
    stretch = np.sinh(_ECCENTRICITY * np.arctanh(_ECCENTRICITY * tangent / secant))
    return np.asarray(tangent * np.hypot(1.0, stretch) - stretch * secant)


def _geographic_tangent(conformal: F64) -> F64:
    """Inverse of `_conformal_tangent` by Newton's method; three steps reach rounding."""
    flat = 1.0 - _ECCENTRICITY**2
    tangent = conformal / flat
    for _ in range(_NEWTON_STEPS):
        image = _conformal_tangent(tangent)
        slope = (1.0 + flat * tangent**2) / (flat * np.hypot(1.0, image) * np.hypot(1.0, tangent))
        tangent = tangent + (conformal - image) * slope
    return np.asarray(tangent)


def _centre_northing_m() -> float:
    """Distance along the meridian from the equator to the centre."""
    tangent = float(_conformal_tangent(np.asarray(math.tan(math.radians(CENTRE_LAT_DEG)))))
    xi = math.atan(tangent)
    return _RECTIFYING_M * (
        xi + sum(a * math.sin(2 * k * xi) for k, a in enumerate(_ALPHA, start=1))
    )


_CENTRE_NORTHING_M: Final = _centre_northing_m()
