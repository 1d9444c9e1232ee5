"""The comfort of a tour, measured: what `almaty-tour check` fails.

Limits on speed and acceleration are relative to the distance looked at, because that is
what a visitor sees; OpenSpace and the Oculus guidance on motion argue the same way.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from almaty_tour.base.spaces import OUTDOORS
from almaty_tour.camera.view import DEFAULT_FOV_RAD
from almaty_tour.content.model import StepKind
from almaty_tour.tour.film import Cue, Film
from almaty_tour.tour.places import Place

F64 = npt.NDArray[np.float64]

STEP_S = 0.05
TURN_LIMIT_DEG_S = 20.0
FLOW_LIMIT_DEG_S = 30.0
CLIMB_LIMIT_PER_S = 0.8
ACCELERATION_LIMIT_PER_S2 = 2.0
CORNER_LIMIT_PER_S = 0.02
CLEARANCE_M, INDOOR_CLEARANCE_M = 3.0, 0.35
FILL_RANGE = (0.12, 0.90)
SOLID_ANGLE_RANGE_SR = (0.01, 1.6)
VISIBLE_SHARE = 0.5
ASPECT = 16.0 / 9.0


class World(Protocol):
    """The ground and the obstacles that a tour flies over."""

    def ground_m(self, x_m: npt.ArrayLike, y_m: npt.ArrayLike) -> F64:
        """Height of the ground above sea level."""

    def clearance_m(self, point: F64, reach_m: float = 50.0) -> float:
        """Distance from a point to the nearest obstacle."""


@dataclass(frozen=True)
class Fault:
    """One fault of a tour, with where it is."""

    tour: str
    step: int
    second: float
    what: str

    def __str__(self) -> str:
        return f"tour {self.tour}, step {self.step + 1}, second {self.second:.1f}: {self.what}"


def check_film(
    film: Film,
    places: Mapping[str, Place],
    world: World,
    inside: Callable[[str], World] | None = None,
) -> list[Fault]:
    """All faults of a film, at most one of a kind for each step.

    `inside` gives the floor and the walls of a space with a roof.
    """
    faults = _corner_faults(film)
    every = np.arange(0.0, film.duration_s, STEP_S)
    spaces = np.array([film.space(second) for second in every.tolist()])
    for space in dict.fromkeys(spaces.tolist()):
        times = every[spaces == space]
        room = None if space == OUTDOORS or inside is None else inside(space)
        eyes, targets = film.sample(times)
        faults += _rate_faults(film, times, eyes, targets, room or world, indoors=room is not None)
        near_m = CLEARANCE_M if room is None else INDOOR_CLEARANCE_M
        faults += _clearance_faults(film, times[::2], eyes[::2], room or world, near_m)
    for cue in film.cues:
        faults += _arrival_faults(film, cue, places, world)
    return _first_of_each(faults)


def _rate_faults(
    film: Film, times: F64, eyes: F64, targets: F64, world: World, *, indoors: bool
) -> list[Fault]:
    if len(times) < 3:
        return []
    ahead = _unit(targets - eyes)
    distance = np.linalg.norm(targets - eyes, axis=1)
    cut = np.array([bool(_between(film.cuts_s, a, b)) for a, b in itertools.pairwise(times)])
    cut |= np.diff(times) > 1.5 * STEP_S  # another space lies between
    velocity = np.diff(eyes, axis=0) / STEP_S
    acceleration = np.linalg.norm(np.diff(velocity, axis=0), axis=1) / STEP_S
    turn = _angle_deg(ahead[:-1], ahead[1:]) / STEP_S
    ground = _ground_ahead(eyes[:-1], ahead[:-1], world)
    flow = _angle_deg(_unit(ground - eyes[1:]), ahead[1:]) / STEP_S * (not indoors)  # walls hide it
    near = np.maximum(distance, 5.0)
    accelerated = np.concatenate([acceleration / near[1:-1], [0.0]])
    joined = cut | np.concatenate([cut[1:], [False]])
    measures = (
        (turn, TURN_LIMIT_DEG_S, cut, "turns {:.1f} degrees a second, at most {:.0f}"),
        (
            flow,
            FLOW_LIMIT_DEG_S,
            cut,
            "moves the ground in the middle {:.1f} degrees a second, at most {:.0f}",
        ),
        (
            np.abs(velocity[:, 2]) / near[:-1],
            CLIMB_LIMIT_PER_S,
            cut,
            "climbs or sinks {:.2f} of its distance a second, at most {:.2f}",
        ),
        (
            accelerated,
            ACCELERATION_LIMIT_PER_S2,
            joined,
            "accelerates {:.2f} of its distance a second squared, at most {:.2f}",
        ),
    )
    return [
        Fault(
            film.tour.id,
            _step_at(film, times[row]),
            float(times[row]),
            words.format(value[row], limit),
        )
        for value, limit, skip, words in measures
        for row in np.flatnonzero((value > limit) & ~skip)
    ]


def _corner_faults(film: Film) -> list[Fault]:
    """Where two legs meet the velocity must be the same on both sides."""
    tiny = 1e-3
    joints = [float(t) for t in film.starts_s[1:] if not _between(film.cuts_s, t - tiny, t + tiny)]
    faults = []
    for joint in joints:
        times = np.array([joint - tiny, joint, joint + tiny])
        eyes, targets = film.sample(times)
        distance = max(float(np.linalg.norm(targets[1] - eyes[1])), 5.0)
        jump = float(np.linalg.norm(eyes[2] - 2.0 * eyes[1] + eyes[0])) / tiny / distance
        if jump > CORNER_LIMIT_PER_S:
            faults.append(
                Fault(film.tour.id, _step_at(film, joint), joint, "has a velocity corner")
            )
    return faults


def _clearance_faults(
    film: Film, times: F64, eyes: F64, world: World, near_m: float
) -> list[Fault]:
    above = eyes[:, 2] - world.ground_m(eyes[:, 0], eyes[:, 1])
    faults = []
    for second, eye, height in zip(times, eyes, above, strict=True):
        free = min(world.clearance_m(eye, near_m + 1.0), float(height))
        if free < near_m:
            near = f"{max(free, 0.0):.1f} m of ground or walls"
            what = f"comes within {near}, at least {near_m:g}"
            faults.append(Fault(film.tour.id, _step_at(film, second), float(second), what))
    return faults


def _arrival_faults(film: Film, cue: Cue, places: Mapping[str, Place], world: World) -> list[Fault]:
    step = film.tour.steps[cue.step]
    place = places.get(step.view.landmark or "")
    if place is None or step.kind is StepKind.THROUGH:
        return []
    eyes, targets = film.sample(np.array([cue.arrives_s]))
    fill = picture_share(eyes[0], targets[0], place)
    faults = []
    if not FILL_RANGE[0] <= fill <= FILL_RANGE[1]:
        faults.append(f"{place.id} fills {fill:.0%} of the picture height, 12% to 90% is wanted")
    seen = visible_share(eyes[0], place, world)
    if seen < VISIBLE_SHARE:
        faults.append(f"{place.id} is hidden: {seen:.0%} of it can be seen")
    return [Fault(film.tour.id, cue.step, cue.arrives_s, what) for what in faults]


def picture_share(eye: F64, target: F64, place: Place) -> float:
    """Share of the picture's height that a landmark fills, clipped to the picture."""
    points = _outline_points(place)
    ahead = _unit((target - eye)[None])[0]
    right = np.cross(ahead, [0.0, 0.0, 1.0])
    right /= max(float(np.linalg.norm(right)), 1e-9)
    up = np.cross(right, ahead)
    offset = points - eye
    depth = np.maximum(offset @ ahead, 1e-3)
    vertical = (offset @ up) / depth / np.tan(DEFAULT_FOV_RAD / 2.0)
    top, bottom = np.clip([vertical.max(), vertical.min()], -1.0, 1.0)
    return float(top - bottom) / 2.0


def visible_share(eye: F64, place: Place, world: World) -> float:
    """Share of nine points of a landmark that nothing stands before."""
    reach = place.radius_m * 0.35
    base = np.array([place.x_m, place.y_m, place.ground_m])
    across = np.cross(_unit((base - eye)[None])[0], [0.0, 0.0, 1.0])
    points = [
        base + across * side * reach + np.array([0.0, 0.0, place.height_m * level])
        for side in (-1.0, 0.0, 1.0)
        for level in (0.45, 0.7, 0.95)
    ]
    return float(np.mean([_free_line(eye, point, place, world) for point in points]))


def _free_line(eye: F64, point: F64, place: Place, world: World) -> bool:
    length = float(np.linalg.norm(point - eye))
    own = place.radius_m * 1.3
    steps = np.linspace(0.0, 1.0, int(np.clip(length / 6.0, 16, 240)))[1:-1]
    line = eye + (point - eye) * steps[:, None]
    outside = np.hypot(line[:, 0] - place.x_m, line[:, 1] - place.y_m) > own
    line = line[outside]
    if not len(line):
        return True
    if np.any(line[:, 2] < world.ground_m(line[:, 0], line[:, 1])):
        return False
    return all(world.clearance_m(spot, 1.0) > 0.0 for spot in line)


def _outline_points(place: Place) -> F64:
    turn = np.arange(8) * (np.pi / 4.0)
    ring = np.stack([np.cos(turn), np.sin(turn), np.zeros(8)], axis=1) * place.radius_m * 0.7
    base = np.array([place.x_m, place.y_m, place.ground_m])
    top = np.array([0.0, 0.0, place.height_m])
    return np.asarray(np.vstack([base + ring, base + top]), np.float64)


def _ground_ahead(eyes: F64, ahead: F64, world: World) -> F64:
    """(n, 3) first points of the ground along the looks; 60 km away where there is none."""
    reach = np.geomspace(3.0, 60_000.0, 96)
    points = eyes[:, None] + ahead[:, None] * reach[None, :, None]
    below = points[..., 2] < world.ground_m(points[..., 0], points[..., 1])
    below[:, -1] = True
    first = below.argmax(axis=1)
    return np.asarray(points[np.arange(len(eyes)), first], np.float64)


def _unit(vectors: F64) -> F64:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-12), np.float64)


def _angle_deg(a: F64, b: F64) -> F64:
    sine = np.linalg.norm(np.cross(a, b), axis=1)
    return np.asarray(np.degrees(np.arctan2(sine, (a * b).sum(axis=1))), np.float64)


def _between(moments: tuple[float, ...], start: float, end: float) -> bool:
    return any(start < moment <= end + 1e-9 for moment in moments)


def _step_at(film: Film, second: float) -> int:
    """The step that the camera is at or on its way to."""
    for cue in film.cues:
        if second <= cue.leaves_s + 1e-9:
            return cue.step
    return film.cues[-1].step


def _first_of_each(faults: list[Fault]) -> list[Fault]:
    kept: dict[tuple[int, str], Fault] = {}
    for fault in faults:
        kept.setdefault((fault.step, fault.what.split(" ", 1)[0] + fault.what[-12:]), fault)
    return sorted(kept.values(), key=lambda fault: (fault.second, fault.step))
