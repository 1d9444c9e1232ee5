"""A tour as a film: seconds in, cameras out. Everything random access, nothing accumulates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import ContentError, SettingError
from almaty_tour.base.spaces import OUTDOORS, space_of
from almaty_tour.camera.hop import VELOCITY_PER_S, Ground, perceived_length
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import DEFAULT_FOV_RAD, EyeTarget, angles
from almaty_tour.content.model import StepKind, Tour, TourStep
from almaty_tour.tour.leg import Chain, Leg, Orbit, Rest, Stroll, chain, stroll, stroll_lengths
from almaty_tour.tour.places import Place, view_of
from almaty_tour.tour.rooms import NO_ROOMS, Rooms

F64 = npt.NDArray[np.float64]
STROLL_M_S, SHORTEST_S = 2.25, 1.5
"""Pace of a walk in a room, and the shortest way between two views."""


@dataclass(frozen=True)
class Cue:
    """A step on the time line.

    Attributes:
        step: number of the step, from 0.
        arrives_s: when its view is reached. leaves_s: when the next hop begins.
    """

    step: int
    arrives_s: float
    leaves_s: float


@dataclass(frozen=True)
class Film:
    """A compiled tour.

    Attributes:
        legs: pieces in order. starts_s: (n,) f8, when each begins. spaces: where each is.
        cuts_s: moments at which the picture jumps on purpose.
        hours: (k, 2) f8, seconds and the local hour of day reached then.
    """

    tour: Tour
    legs: tuple[Leg, ...]
    starts_s: F64
    cues: tuple[Cue, ...]
    cuts_s: tuple[float, ...]
    hours: F64
    duration_s: float
    spaces: tuple[str, ...] = ()

    def sample(self, seconds: npt.ArrayLike) -> tuple[F64, F64]:
        """(n, 3) eyes and (n, 3) targets at (n,) seconds."""
        times = np.atleast_1d(np.asarray(seconds, np.float64))
        times = np.minimum(np.maximum(times, 0.0), self.duration_s)
        which = np.searchsorted(self.starts_s, times, "right") - 1
        which = np.minimum(np.maximum(which, 0), len(self.legs) - 1)
        eyes, targets = np.zeros((len(times), 3)), np.zeros((len(times), 3))
        for leg in set(which.tolist()):
            rows = which == leg
            eyes[rows], targets[rows] = self.legs[leg].at(times[rows] - self.starts_s[leg])
        return eyes, targets

    def camera(self, second: float) -> CameraState:
        """The camera at one moment."""
        time_s = min(max(second, 0.0), self.duration_s)
        leg = self._leg_at(time_s)
        eyes, targets = self.legs[leg].at(np.array([time_s - self.starts_s[leg]]))
        heading, pitch = angles(targets - eyes)
        x, y, z = (float(value) for value in eyes[0])
        space = self.spaces[leg] if self.spaces else OUTDOORS
        return CameraState((x, y, z), float(heading[0]), float(pitch[0]), DEFAULT_FOV_RAD, space)

    def space(self, second: float) -> str:
        """The space that the camera is in at one moment."""
        return self.spaces[self._leg_at(second)] if self.spaces else OUTDOORS

    def _leg_at(self, time_s: float) -> int:
        leg = max(int(self.starts_s.searchsorted(time_s, "right")) - 1, 0)
        return min(leg, len(self.legs) - 1)

    def hour(self, second: float) -> float:
        """Local hour of the day at one moment, 0 to 24."""
        return float(np.interp(second, self.hours[:, 0], self.hours[:, 1]))

    def cue_at(self, second: float) -> Cue:
        """The step whose caption is shown: the last one reached, the first before that."""
        reached = [cue for cue in self.cues if cue.arrives_s <= second + 1e-6]
        return reached[-1] if reached else self.cues[0]

    @cached_property
    def told(self) -> tuple[int, ...]:
        """Numbers of the cues whose steps have a caption."""
        return tuple(n for n, cue in enumerate(self.cues) if self.tour.steps[cue.step].caption)

    @cached_property
    def told_s(self) -> tuple[float, ...]:
        """When these are reached."""
        return tuple(self.cues[n].arrives_s for n in self.told)

    def caption_span(self, step: int) -> tuple[float, float]:
        """Seconds between which the caption of a step is shown."""
        cue = self.cues[step]
        later = [c.arrives_s for c in self.cues[step + 1 :] if self.tour.steps[c.step].caption]
        begin = 0.0 if step == 0 else cue.arrives_s
        return begin, min(later, default=self.duration_s)


def compile_tour(
    tour: Tour, places: Mapping[str, Place], ground: Ground, rooms: Rooms = NO_ROOMS
) -> Film:
    """The film of a tour; ContentError with the step that cannot be placed."""
    numbers = range(len(tour.steps))
    views = [_placed(tour, number, places, ground, rooms) for number in numbers]
    spaces = [_space(step) for step in tour.steps]
    builder = _Builder(tour, ground, spaces)
    builder.begin(views[0])
    index = 1
    while index < len(views):
        index = builder.append(views, index)
    return builder.film()


def _space(step: TourStep) -> str:
    return OUTDOORS if step.view.interior is None else space_of(step.view.interior)


def _placed(
    tour: Tour, step: int, places: Mapping[str, Place], ground: Ground, rooms: Rooms
) -> EyeTarget:
    try:
        return view_of(tour.steps[step].view, places, ground, rooms)
    except SettingError as fault:
        raise ContentError(f"tour {tour.id}", str(fault), where=f"step {step + 1}") from fault


class _Builder:
    def __init__(self, tour: Tour, ground: Ground, spaces: list[str]) -> None:
        self.tour = tour
        self.ground = ground
        self.step_spaces, self.space = spaces, spaces[0]
        self.spaces: list[str] = []
        self.legs: list[Leg] = []
        self.starts: list[float] = []
        self.cues: list[Cue] = []
        self.cuts: list[float] = []
        self.now_s = 0.0

    def begin(self, view: EyeTarget) -> None:
        self.at = view
        self._arrive(0, view)

    def append(self, views: list[EyeTarget], index: int) -> int:
        """Adds the hop to step `index`, with the views passed through; returns the next."""
        if self._cuts(index):
            self.space = self.step_spaces[index]
            self.cuts.append(self.now_s)
            self._arrive(index, views[index])
            return index + 1
        last = self._chain_end(index)
        passed = views[index : last + 1]
        leg = self._chain([self.at, *passed], self.tour.steps[index : last + 1])
        begin_s = self.now_s
        self._add(leg)
        for offset in range(index, last):
            moment = begin_s + leg.passes_s[offset - index]
            self.cues.append(Cue(offset, moment, moment))
        self._arrive(last, views[last])
        return last + 1

    def film(self) -> Film:
        if self.now_s <= 0.0:
            raise ContentError(f"{self.tour.id}.toml", "lasts no time", hint="add hold_s")
        return Film(
            tour=self.tour,
            legs=tuple(self.legs),
            starts_s=np.array(self.starts),
            cues=tuple(self.cues),
            cuts_s=tuple(self.cuts),
            hours=self._hours(),
            duration_s=self.now_s,
            spaces=tuple(self.spaces),
        )

    def _cuts(self, index: int) -> bool:
        """Whether a step begins anew: by its kind, or because it is in another space."""
        other = self.step_spaces[index] != self.step_spaces[index - 1]
        return other or self.tour.steps[index].kind is StepKind.CUT

    def _chain_end(self, index: int) -> int:
        steps = self.tour.steps
        last = index
        while steps[last].kind is StepKind.THROUGH and last + 1 < len(steps):
            if self._cuts(last + 1):
                break
            last += 1
        return last

    def _chain(self, views: list[EyeTarget], steps: tuple[TourStep, ...]) -> Chain | Stroll:
        if self.space != OUTDOORS:
            lengths = stroll_lengths(views).tolist()
            told = (step.travel_s for step in steps)
            each = zip(told, lengths, strict=True)
            return stroll(views, sum(a or max(b / STROLL_M_S, SHORTEST_S) for a, b in each))
        seconds = sum(
            _travel_s(step, a, b) for step, a, b in zip(steps, views, views[1:], strict=False)
        )
        return chain(views, seconds, self.ground)

    def _arrive(self, index: int, view: EyeTarget) -> None:
        step, arrives_s = self.tour.steps[index], self.now_s
        self.at = view
        if step.hold_s > 0.0:
            if step.turn_deg:
                orbit = Orbit(view, float(np.radians(step.turn_deg)), step.hold_s)
                self._add(orbit)
                self.at = orbit.end
            else:
                self._add(Rest(view, step.hold_s))
        self.cues.append(Cue(index, arrives_s, self.now_s))

    def _add(self, leg: Leg) -> None:
        self.legs.append(leg)
        self.spaces.append(self.space)
        self.starts.append(self.now_s)
        self.now_s += leg.duration_s

    def _hours(self) -> F64:
        rows = [(0.0, _hour(self.tour.start.partition("T")[2] or "12:00"))]
        for cue in self.cues:
            stated = self.tour.steps[cue.step].time
            if stated is not None:
                rows.append((max(cue.arrives_s, rows[-1][0]), _hour(stated)))
        return np.array(rows)


def _travel_s(step: TourStep, start: EyeTarget, end: EyeTarget) -> float:
    if step.travel_s is not None:
        return step.travel_s
    if step.speed_m_s is not None:
        return float(np.linalg.norm(np.subtract(end.eye, start.eye))) / step.speed_m_s
    return max(perceived_length(start, end) / VELOCITY_PER_S, SHORTEST_S)


def _hour(clock: str) -> float:
    hours, _, minutes = clock.partition(":")
    return float(hours) + float(minutes or 0.0) / 60.0
