"""Being in an interior: in at a door, from exhibit to exhibit, out again."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.base.easing import decay, glide, wrap_angle
from almaty_tour.base.errors import SettingError
from almaty_tour.base.spaces import interior_of
from almaty_tour.camera.rigs.walk import EYE_M, walk
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import looking
from almaty_tour.content.interiors import InteriorSpec, Stand
from almaty_tour.session.doors import Door, door_in_reach, way_out
from almaty_tour.session.state import Controls, Mode, SessionState, Stroll
from almaty_tour.session.world import World

F64 = npt.NDArray[np.float64]

AT_DOOR_M = 3.2
AT_STAND_M = 3.4
BEFORE_M = 0.9
"""From the edge of a plinth to who looks at it."""
STROLL_M_S, TURN_RAD_S, SHORTEST_S = 4.0, 1.8, 0.7
LOOK_M, LOOK_PER_S, SETTLED_RAD = 2.5, 3.5, 0.0015
"""From how near one looks at the exhibit and not ahead, and how fast the look turns."""
HALF_SEEN = 0.35
HIGHEST_M = 3.0


def interior_at(world: World, camera: CameraState) -> InteriorSpec | None:
    """The interior that a camera is in."""
    return world.interiors.get(interior_of(camera.space) or "")


def entered(world: World, state: SessionState, interior: str | None) -> SessionState:
    """The state behind a door: of the interior asked for, else of the door in reach."""
    if interior is None:
        door = door_in_reach(world.doors, state.camera)
        return state if door is None else _through(state, door)
    if interior not in world.interiors:
        raise SettingError.unknown("interior", interior, world.interiors)
    ours = [door for door in world.doors if door.interior == interior]
    if not ours:
        raise SettingError(f"interior {interior} has no door in this city")
    here = state.camera.position_enu
    return _through(state, min(ours, key=lambda door: math.dist(door.foot_enu, here)))


def _through(state: SessionState, door: Door) -> SessionState:
    return replace(
        state, mode=Mode.INSIDE, camera=door.inside, playback=None, flight=None, selected=None,
        stroll=None, door=None, velocity=(0.0, 0.0, 0.0),
    )  # fmt: skip


def outdoors(world: World, state: SessionState) -> SessionState:
    """The same state with the eye before the door, when it was in an interior."""
    interior = interior_of(state.camera.space)
    if interior is None:
        return state
    door = way_out(world.doors, interior, state.camera)
    camera = replace(state.camera, space="city") if door is None else door.outside
    return replace(state, camera=camera, stroll=None, at_stand=None, velocity=(0.0, 0.0, 0.0))


def left(world: World, state: SessionState) -> SessionState:
    """Out at the door, in the city."""
    if interior_of(state.camera.space) is None:
        return state
    return replace(outdoors(world, state), mode=Mode.EXPLORE, flight=None, playback=None)


def used(world: World, state: SessionState) -> SessionState:
    """What is at hand: out at a door, the exhibit from its stand; outdoors in at a door."""
    from almaty_tour.session import exhibition

    if state.mode is not Mode.INSIDE:
        return entered(world, state, None)
    if at_door(world, state.camera):
        return left(world, state)
    return state if state.at_stand is None else exhibition.shown(world, state, state.at_stand)


def at_door(world: World, camera: CameraState) -> bool:
    """Whether an eye inside is at a door."""
    door = way_out(world.doors, interior_of(camera.space) or "", camera)
    return door is not None and math.dist(door.inside.position_enu, camera.position_enu) < AT_DOOR_M


def stands_of(world: World, spec: InteriorSpec) -> tuple[Stand, ...]:
    """The stands whose exhibit is there, in the order of the exhibits."""
    there = [one for one in spec.stands if one.exhibit in world.exhibits]
    return tuple(sorted(there, key=lambda one: world.exhibits[one.exhibit].order))


def stand_ahead(world: World, spec: InteriorSpec, camera: CameraState) -> str | None:
    """The exhibit that is near and before the eye."""
    best, least = None, np.inf
    for stand in stands_of(world, spec):
        east, north = np.subtract(stand.at_m, camera.position_enu).tolist()[:2]
        away_m = math.hypot(east, north)
        heading = math.atan2(east, north) - camera.heading_rad
        ahead = math.cos(heading)
        reach_m = AT_STAND_M + stand.width_m / 2.0
        if away_m < min(reach_m, least) and ahead > HALF_SEEN:
            best, least = stand.exhibit, away_m
    return best


def stand_under(world: World, camera: CameraState, point: F64) -> str | None:
    """The exhibit whose stand a point of the picture belongs to."""
    spec = interior_at(world, camera)
    for stand in () if spec is None else stands_of(world, spec):
        east, north, up = np.abs(point - np.array(stand.at_m)).tolist()
        reach_m = stand.width_m / 2.0 + 0.2
        if max(east, north) < reach_m and up < stand.plinth_m + HIGHEST_M:
            return stand.exhibit
    return None


def view_of_stand(stand: Stand) -> CameraState:
    """The camera of who stands before an exhibit."""
    heading = math.radians(stand.heading_deg)
    away_m = stand.from_m or stand.width_m / 2.0 + BEFORE_M
    x, y, z = stand.at_m
    eye = (x + away_m * math.sin(heading), y + away_m * math.cos(heading), z + EYE_M)
    target = (x, y, z + stand.plinth_m + 0.25)
    return looking(eye, target, space="")


def going_to(world: World, state: SessionState, exhibit: str | None) -> SessionState:
    """Walks up to a stand; SettingError for an exhibit that has none here."""
    spec = interior_at(world, state.camera)
    if spec is None or state.mode is not Mode.INSIDE:
        return state
    stand = spec.stand(exhibit)
    if stand is None:
        raise SettingError.unknown("stand", str(exhibit), [one.exhibit for one in spec.stands])
    goal = replace(view_of_stand(stand), space=state.camera.space, fov_rad=state.camera.fov_rad)
    path = _path(world, spec.id, state.camera, goal)
    length_m = sum(math.dist(a, b) for a, b in pairwise(path))
    turn = abs(float(wrap_angle(goal.heading_rad - state.camera.heading_rad)))
    seconds = max(length_m / STROLL_M_S, turn / TURN_RAD_S, SHORTEST_S)
    stroll = Stroll(stand.exhibit, goal, path, 0.0, seconds)
    return replace(state, stroll=stroll, at_stand=stand.exhibit, velocity=(0.0, 0.0, 0.0))


def _path(
    world: World, interior: str, camera: CameraState, goal: CameraState
) -> tuple[tuple[float, float], ...]:
    """The way on foot between two cameras."""
    start, end = camera.position_enu[:2], goal.position_enu[:2]
    ways = world.ways(interior)
    if ways is None:
        return start, end
    return tuple((float(x), float(y)) for x, y in ways.between(start, end))


def next_stand(world: World, state: SessionState, step: int) -> SessionState:
    """Walks up to the stand after, or before, the one at hand."""
    spec = interior_at(world, state.camera)
    order = [] if spec is None else [one.exhibit for one in stands_of(world, spec)]
    if not order:
        return state
    here = state.stroll.exhibit if state.stroll is not None else state.at_stand
    index = order.index(here) + step if here in order else min(step, 0)
    return going_to(world, state, order[index % len(order)])


def moved(world: World, state: SessionState, dt_s: float, controls: Controls) -> SessionState:
    """The state `dt_s` later: on the way to a stand, or walking freely."""
    spec = interior_at(world, state.camera)
    if spec is None:
        return state
    if state.stroll is not None and not controls.active:
        return _strolled(state, state.stroll, dt_s)
    right, forward, _ = controls.move
    forward = float(np.clip(forward + controls.zoom * 4.0, -6.0, 6.0))
    camera, velocity = walk(
        state.camera, np.array(state.velocity), (right, forward, 0.0), controls.look_rad,
        controls.fast, dt_s, world.inner(spec.id),
    )  # fmt: skip
    x, y, z = (float(value) for value in velocity)
    ahead = stand_ahead(world, spec, camera)
    return replace(state, camera=camera, velocity=(x, y, z), stroll=None, at_stand=ahead)


def _strolled(state: SessionState, stroll: Stroll, dt_s: float) -> SessionState:
    """The eye along the path, looking where it goes, at its end at the exhibit."""
    elapsed_s = stroll.elapsed_s + dt_s
    share = float(glide(min(elapsed_s / stroll.duration_s, 1.0), 0.4))
    (x, y), ahead, left_m = _along(stroll.path, share)
    goal, camera = stroll.goal, state.camera
    wish = goal.heading_rad if left_m < LOOK_M or ahead is None else ahead
    turn = float(wrap_angle(wish - camera.heading_rad)) * (1.0 - decay(LOOK_PER_S, dt_s))
    tilt = goal.pitch_rad if left_m < LOOK_M else 0.0
    if elapsed_s >= stroll.duration_s and abs(turn) < SETTLED_RAD:
        return replace(state, camera=goal, stroll=None, at_stand=stroll.exhibit)
    z = camera.position_enu[2]
    camera = replace(
        camera,
        position_enu=(x, y, z + (goal.position_enu[2] - z) * share),
        heading_rad=(camera.heading_rad + turn) % math.tau,
        pitch_rad=camera.pitch_rad + (tilt - camera.pitch_rad) * (1.0 - decay(LOOK_PER_S, dt_s)),
    )
    return replace(state, camera=camera, stroll=replace(stroll, elapsed_s=elapsed_s))


def _along(
    path: tuple[tuple[float, float], ...], share: float
) -> tuple[tuple[float, float], float | None, float]:
    """The place at a share of a path, the heading of the way there, and what is left of it."""
    corners = np.array(path)
    steps = np.hypot(*np.diff(corners, axis=0).T)
    passed = np.concatenate([[0.0], np.cumsum(steps)])
    at = share * float(passed[-1])
    x, y = (float(np.interp(at, passed, corners[:, axis])) for axis in (0, 1))
    leg = min(int(np.searchsorted(passed, at, "right")) - 1, len(steps) - 1)
    east, north = (corners[leg + 1] - corners[leg]).tolist()
    heading = math.atan2(east, north) if math.hypot(east, north) > 1e-6 else None
    return (x, y), heading, float(passed[-1]) - at
