"""The way from one view to another that reads best: out, across and in again.

The zoom-and-pan law of van Wijk and Nuij, "Smooth and efficient zooming and panning",
2003. `w` is the distance from eye to target, `u` the way of the target over the ground; the
path has the least optic flow for a trade-off `rho`, and its own length `s` is the
parameter: equal steps of `s` look equally fast.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.base.easing import wrap_angle
from almaty_tour.camera.view import EyeTarget

F64 = npt.NDArray[np.float64]
Ground = Callable[[F64, F64], F64]
"""Height above sea level of (n,) x and (n,) y, metres."""

RHO = 1.15
VELOCITY_PER_S = 0.53
CLEARANCE_M = 12.0
_ARCH_ELEVATION_RAD = np.radians(32.0)
_NO_TRAVEL_M = 0.5


@dataclass(frozen=True)
class ZoomPan:
    """The law itself between two distances `w0_m`, `w1_m` over a way of `way_m`."""

    w0_m: float
    w1_m: float
    way_m: float
    rho: float = RHO

    @property
    def length(self) -> float:
        """The perceived length of the path; divide by a velocity for seconds."""
        if self.way_m < _NO_TRAVEL_M:
            return abs(float(np.log(self.w1_m / self.w0_m))) / self.rho
        start, end = self._ends()
        return (end - start) / self.rho

    def at(self, share: npt.ArrayLike) -> tuple[F64, F64]:
        """(n,) distances w and (n,) ways u at shares 0..1 of the path's length."""
        t = np.asarray(share, np.float64)
        if self.way_m < _NO_TRAVEL_M:
            return self.w0_m * (self.w1_m / self.w0_m) ** t, self.way_m * t
        start, _ = self._ends()
        along = self.rho * self.length * t + start
        w = self.w0_m * np.cosh(start) / np.cosh(along)
        u = self.w0_m / self.rho**2 * (np.cosh(start) * np.tanh(along) - np.sinh(start))
        return w, u

    def _ends(self) -> tuple[float, float]:
        rise = self.w1_m**2 - self.w0_m**2
        pan = (self.rho**2 * self.way_m) ** 2
        b0 = (rise + pan) / (2.0 * self.w0_m * self.rho**2 * self.way_m)
        b1 = (rise - pan) / (2.0 * self.w1_m * self.rho**2 * self.way_m)
        return float(-np.arcsinh(b0)), float(-np.arcsinh(b1))


def law_between(start: EyeTarget, end: EyeTarget, rho: float = RHO) -> ZoomPan:
    """The law for the hop between two views."""
    way = float(np.linalg.norm(np.subtract(end.target, start.target)))
    return ZoomPan(max(start.distance_m, 1.0), max(end.distance_m, 1.0), way, rho)


def perceived_length(start: EyeTarget, end: EyeTarget) -> float:
    """Length of a hop with the turn round the target counted in."""
    law = law_between(start, end)
    turn = float(np.linalg.norm(_turn(start, end)))
    return float(np.hypot(law.length, 0.8 * turn))


def hop_points(
    start: EyeTarget, end: EyeTarget, shares: npt.ArrayLike, ground: Ground | None = None
) -> tuple[F64, F64]:
    """Eyes and targets, (n, 3) each, at (n,) shares 0..1 of a hop.

    The eye swings round the target from the first bearing to the second the short way and
    looks down more steeply where the hop is wide; with `ground` it stays above the land.
    """
    t = np.atleast_1d(np.asarray(shares, np.float64))
    law = law_between(start, end)
    distance, way = law.at(t)
    across = np.clip(way / max(law.way_m, _NO_TRAVEL_M), 0.0, 1.0)
    targets = _mix(np.array(start.target), np.array(end.target), across)
    heading0, elevation0 = _offset_angles(start)
    swing, tilt = _turn(start, end)
    direct = law.w0_m * (law.w1_m / law.w0_m) ** t
    arch = np.clip(np.log(np.maximum(distance / direct, 1.0)) / 1.4, 0.0, 1.0)
    elevation = elevation0 + tilt * t
    elevation = elevation + (np.maximum(_ARCH_ELEVATION_RAD, elevation) - elevation) * arch
    heading = heading0 + swing * t
    flat = np.cos(elevation)
    offset = np.stack([flat * np.sin(heading), flat * np.cos(heading), np.sin(elevation)], axis=1)
    eyes = targets + distance[:, None] * offset
    if ground is not None:
        inner = (t > 0.0) & (t < 1.0)
        lowest = ground(eyes[:, 0], eyes[:, 1]) + CLEARANCE_M
        eyes[:, 2] = np.where(inner, np.maximum(eyes[:, 2], lowest), eyes[:, 2])
    return eyes, targets


def _offset_angles(view: EyeTarget) -> tuple[float, float]:
    offset = np.subtract(view.eye, view.target)
    heading = float(np.arctan2(offset[0], offset[1]))
    return heading, float(np.arctan2(offset[2], np.hypot(offset[0], offset[1])))


def _turn(start: EyeTarget, end: EyeTarget) -> tuple[float, float]:
    heading0, elevation0 = _offset_angles(start)
    heading1, elevation1 = _offset_angles(end)
    return float(wrap_angle(heading1 - heading0)), elevation1 - elevation0


def _mix(a: F64, b: F64, share: F64) -> F64:
    return np.asarray(a + (b - a) * share[:, None], np.float64)
