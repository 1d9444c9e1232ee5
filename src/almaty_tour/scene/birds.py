"""Birds on the wing: small flocks that circle over parks, as a closed function of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.scene.vertex import INSTANCE
from almaty_tour.scene.visible import Crowd

F64 = npt.NDArray[np.float64]
Spot = tuple[float, float, float]
POSES: Final = ("up", "level", "down")
BEAT: Final = np.array([0, 1, 2, 1])
STEP_S: Final = 0.05
GLIDE: Final = 0.35
SCALE: Final = 1.6


@dataclass(frozen=True)
class Flock:
    """Birds of one kind about a place.

    Attributes:
        name: of the bird ("rook", "pigeon"). centre: (3,) world metres, z over the ground there.
        count: how many. wide_m: least and most radius of their circles. drift_m: how far the
            middle of the flock wanders. speed_m_s, beats_s: of a bird and of its wings.
    """

    name: str
    centre: Spot
    count: int
    wide_m: tuple[float, float]
    drift_m: float
    speed_m_s: float
    beats_s: float
    seed: int

    @property
    def kinds(self) -> tuple[str, ...]:
        """The props of its poses."""
        return tuple(f"bird.{self.name}_{pose}" for pose in POSES)

    @property
    def reach_m(self) -> float:
        """How far a bird can be from the centre."""
        return self.wide_m[1] * 1.3 + self.drift_m * 1.5 + 10.0

    @cached_property
    def own(self) -> F64:
        """(7, count) what makes each bird itself, 0 to 1."""
        return np.stack([fraction(self.seed, np.arange(self.count), k) for k in range(7)])

    def places(self, time_s: float) -> F64:
        """(count, 3) world metres."""
        own = self.own
        low, high = self.wide_m
        radius = low + (high - low) * own[0]
        turn = (self.speed_m_s / radius) * np.where(own[1] < 0.86, 1.0, -1.0) * (0.9 + 0.2 * own[5])
        angle = turn * time_s + own[2] * 2.0 * np.pi
        slow = time_s * 0.045 + self.seed
        middle = self.drift_m * np.array([np.sin(slow), np.sin(1.31 * slow + 1.0)])
        sway = time_s * (0.25 + 0.2 * own[3]) + own[4] * 6.3
        x = self.centre[0] + middle[0] + radius * np.cos(angle) + 2.5 * np.sin(sway)
        y = self.centre[1] + middle[1] + radius * (0.7 + 0.5 * own[6]) * np.sin(angle)
        z = self.centre[2] + 6.0 * (own[3] - 0.5) + 2.0 * np.sin(0.7 * sway)
        return np.stack([x, y, z], axis=1)


OVER: Final = {
    "panfilov_park": Flock("rook", (-135.0, 30.0, 25.0), 18, (9.0, 40.0), 50.0, 8.5, 2.6, 0),
    "first_president_park": Flock("rook", (0.0, 0.0, 24.0), 12, (9.0, 38.0), 55.0, 8.5, 2.6, 1),
    "ascension_cathedral": Flock("pigeon", (0.0, 0.0, 26.0), 14, (28.0, 44.0), 5.0, 10.0, 4.6, 2),
}
"""Flocks by the landmark that they fly over; their centres are metres from its place."""


def flocks(places: Mapping[str, Spot]) -> tuple[Flock, ...]:
    """The flocks of the town over landmarks at x, y and height of the ground, where there are."""
    found = []
    for place, flock in OVER.items():
        if place in places:
            x, y, z = (float(value) for value in np.add(places[place], flock.centre))
            found.append(replace(flock, centre=(x, y, z)))
    return tuple(found)


def birds_at(flock: Flock, time_s: float) -> Crowd:
    """The birds of a flock; a closed wing beat picks their poses, some glide."""
    places = flock.places(time_s)
    ahead = flock.places(time_s + STEP_S) - places
    own = flock.own
    beat = (time_s * flock.beats_s * (0.9 + 0.2 * own[1]) + own[4]) % 1.0
    gliding = np.sin(time_s * 0.6 + own[2] * 40.0) > GLIDE
    pose = np.where(gliding, 1, BEAT[(beat * len(BEAT)).astype(np.intp)])
    rows = np.zeros(flock.count, INSTANCE)
    rows["yaw_rad"] = np.arctan2(ahead[:, 1], ahead[:, 0])
    rows["scale"] = (SCALE + 0.3 * own[5])[:, None]
    return Crowd(flock.kinds, pose.astype(np.uint8), places, rows)


def near_birds(every: tuple[Flock, ...], time_s: float, eye: F64, reach_m: float) -> list[Crowd]:
    """The flocks that may be seen from an eye."""
    return [
        birds_at(flock, time_s)
        for flock in every
        if float(np.hypot(*(eye[:2] - flock.centre[:2]))) < reach_m + flock.reach_m
    ]
