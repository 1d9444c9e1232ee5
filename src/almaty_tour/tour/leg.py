"""Pieces of a film: a chain of hops, an orbit, a rest. Each begins and ends at rest."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from almaty_tour.base.easing import glide, wrap_angle
from almaty_tour.base.spline import Spline, spline
from almaty_tour.camera.hop import Ground, hop_points, perceived_length
from almaty_tour.camera.view import EyeTarget, angles, forward

F64 = npt.NDArray[np.float64]
KNOTS_PER_HOP = 12
TURN_M_RAD = 2.2
"""What a turn of a radian counts as, indoors."""


class Leg(Protocol):
    """A piece of a film of `duration_s`."""

    @property
    def duration_s(self) -> float:
        """Seconds from rest to rest."""

    def at(self, seconds: F64) -> tuple[F64, F64]:
        """(n, 3) eyes and (n, 3) targets at (n,) seconds from the leg's beginning."""


@dataclass(frozen=True)
class Rest:
    """The camera stands."""

    view: EyeTarget
    duration_s: float

    def at(self, seconds: F64) -> tuple[F64, F64]:
        count = len(seconds)
        return np.tile(self.view.eye, (count, 1)), np.tile(self.view.target, (count, 1))


@dataclass(frozen=True)
class Orbit:
    """The eye turns round its target by `turn_rad`, counter-clockwise seen from above."""

    view: EyeTarget
    turn_rad: float
    duration_s: float

    def at(self, seconds: F64) -> tuple[F64, F64]:
        angle = self.turn_rad * glide(seconds / max(self.duration_s, 1e-9), 0.35)
        offset = np.subtract(self.view.eye, self.view.target)
        cos, sin = np.cos(angle), np.sin(angle)
        turned = np.stack(
            [
                offset[0] * cos - offset[1] * sin,
                offset[0] * sin + offset[1] * cos,
                np.full(len(angle), offset[2]),
            ],
            axis=1,
        )
        targets = np.tile(self.view.target, (len(angle), 1))
        return targets + turned, targets

    @property
    def end(self) -> EyeTarget:
        """The view at the end of the turn."""
        eyes, _ = self.at(np.array([self.duration_s]))
        x, y, z = (float(value) for value in eyes[0])
        return EyeTarget((x, y, z), self.view.target)


@dataclass(frozen=True)
class Chain:
    """Hops through several views without a stop: one C2 curve for the eye, one for the look.

    The curve's parameter is the perceived length of the hops, so the picture moves evenly;
    `passes_s` are the seconds at which each view after the first is met.
    """

    path: Spline
    duration_s: float
    passes_s: tuple[float, ...]

    def at(self, seconds: F64) -> tuple[F64, F64]:
        share = glide(seconds / max(self.duration_s, 1e-9), _ramp(self.duration_s))
        points = self.path(share * self.path.knots[-1])
        return points[:, :3], points[:, 3:]


def chain(views: Sequence[EyeTarget], duration_s: float, ground: Ground) -> Chain:
    """The chain through `views` (two or more) in `duration_s`."""
    lengths = [max(perceived_length(a, b), 1e-3) for a, b in itertools.pairwise(views)]
    shares = np.arange(1, KNOTS_PER_HOP + 1) / KNOTS_PER_HOP
    knots, points = [np.zeros(1)], [np.hstack([views[0].eye, views[0].target])[None]]
    start = 0.0
    for first, second, length in zip(views, views[1:], lengths, strict=False):
        eyes, targets = hop_points(first, second, shares, ground)
        knots.append(start + length * shares)
        points.append(np.hstack([eyes, targets]))
        start += length
    path = spline(np.concatenate(knots), np.concatenate(points))
    passes = _seconds_at(np.cumsum(lengths) / start, duration_s)
    return Chain(path, duration_s, tuple(float(value) for value in passes))


def stroll(views: Sequence[EyeTarget], duration_s: float) -> Chain:
    """The way through views (two or more) of an interior: straight on, without rising."""
    lengths = [max(strolled_m(a, b), 1e-3) for a, b in itertools.pairwise(views)]
    shares = np.arange(1, KNOTS_PER_HOP + 1) / KNOTS_PER_HOP
    knots, points = [np.zeros(1)], [np.hstack([views[0].eye, views[0].target])[None]]
    start = 0.0
    for first, second, length in zip(views, views[1:], lengths, strict=False):
        knots.append(start + length * shares)
        points.append(_strolled(first, second, shares))
        start += length
    path = spline(np.concatenate(knots), np.concatenate(points))
    passes = _seconds_at(np.cumsum(lengths) / start, duration_s)
    return Chain(path, duration_s, tuple(float(value) for value in passes))


def strolled_m(start: EyeTarget, end: EyeTarget) -> float:
    """Length of the way between two views of an interior, with the turn counted in."""
    way = np.subtract(end.eye, start.eye)
    turn = _turned(start, end)[0]
    return float(np.linalg.norm(way)) + TURN_M_RAD * abs(turn)


def _strolled(start: EyeTarget, end: EyeTarget, shares: F64) -> F64:
    """(n, 6) eyes and targets: the eye goes straight, the look turns the short way."""
    t = shares[:, None]
    eyes = np.array(start.eye) * (1.0 - t) + np.array(end.eye) * t
    heading, pitch = angles(np.subtract(start.target, start.eye))
    turn, tilt = _turned(start, end)
    away = start.distance_m * (1.0 - t) + end.distance_m * t
    return np.hstack([eyes, eyes + away * forward(heading + turn * shares, pitch + tilt * shares)])


def _turned(start: EyeTarget, end: EyeTarget) -> tuple[float, float]:
    heading0, pitch0 = angles(np.subtract(start.target, start.eye))
    heading1, pitch1 = angles(np.subtract(end.target, end.eye))
    return float(wrap_angle(heading1 - heading0)), float(pitch1 - pitch0)


def _ramp(duration_s: float) -> float:
    """Share of the time used to start: long hops start in about three seconds."""
    return min(max(3.0 / max(duration_s, 1e-9), 0.2), 0.45)


def _seconds_at(shares: F64, duration_s: float) -> F64:
    grid = np.linspace(0.0, 1.0, 2001)
    return np.asarray(np.interp(shares, glide(grid, _ramp(duration_s)), grid) * duration_s)
