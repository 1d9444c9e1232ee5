"""The session from one frame to the next: one function for window, video, tests and bench.

commands change the state; then the film, the hop or a rig moves the camera; collision is
last. Drawing is not in it: `session.picture` makes the frame of a state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from almaty_tour.base.spaces import OUTDOORS
from almaty_tour.camera.rigs.fly import fly
from almaty_tour.camera.rigs.orbit import orbit
from almaty_tour.camera.rigs.walk import walk
from almaty_tour.geo.sun import local_time
from almaty_tour.session.at_hand import at_hand
from almaty_tour.session.commands import Command
from almaty_tour.session.doors import door_in_reach
from almaty_tour.session.exhibition import turned
from almaty_tour.session.flight import flown
from almaty_tour.session.handlers import apply, at_hour
from almaty_tour.session.inside import moved
from almaty_tour.session.state import Controls, Mode, Playback, Rig, SessionState
from almaty_tour.session.world import World
from almaty_tour.tour.player import Look, advanced, looked

LONGEST_STEP_S = 0.1
NEAR_FACTOR = 2.5
IDLE = Controls()


def step(
    world: World,
    state: SessionState,
    dt_s: float,
    controls: Controls = IDLE,
    commands: Sequence[Command] = (),
) -> SessionState:
    """The state `dt_s` seconds later; a free camera never steps more than 0.1 s at once."""
    for command in commands:
        state = apply(world, state, command)
    state = replace(state, clock_s=state.clock_s + dt_s)
    if state.mode is Mode.STORY:
        return state
    if state.mode is Mode.EXHIBITION and state.held is not None:
        return replace(state, held=turned(state.held, controls, min(dt_s, LONGEST_STEP_S)))
    if state.mode is Mode.INSIDE:
        return moved(world, state, min(dt_s, LONGEST_STEP_S), controls)
    if state.mode is Mode.EXPLORE:
        return _near(world, _explored(world, state, min(dt_s, LONGEST_STEP_S), controls))
    return _near(world, _toured(world, state, dt_s, controls))


def _toured(world: World, state: SessionState, dt_s: float, controls: Controls) -> SessionState:
    playback = state.playback
    if playback is None:
        return state
    film = world.film(playback.tour)
    position = playback.position_s
    if playback.playing:
        position = advanced(film, position, dt_s, playback.speed)
    if state.mode is Mode.TITLE and position >= film.duration_s:
        position = 0.0
    look = Look(*playback.look_rad)
    if state.mode is Mode.TOUR:
        look = look.moved(controls.look_rad, dt_s)
    return replace(
        state,
        playback=_moved(playback, position, look),
        camera=looked(film.camera(position), look),
        local_time=at_hour(local_time(film.tour.start), film.hour(position)),
    )


def _moved(playback: Playback, position_s: float, look: Look) -> Playback:
    return replace(playback, position_s=position_s, look_rad=(look.heading_rad, look.pitch_rad))


def _explored(world: World, state: SessionState, dt_s: float, controls: Controls) -> SessionState:
    if state.flight is not None and not controls.active:
        flight, camera = flown(world, state.flight, dt_s)
        if flight is None and state.rig is Rig.WALK:
            camera = replace(camera, pitch_rad=0.0)  # who lands on foot looks ahead
        return replace(state, flight=flight, camera=camera, velocity=(0.0, 0.0, 0.0))
    state = replace(state, flight=None)
    if state.rig is Rig.ORBIT and state.selected is not None:
        place = world.place(state.selected)
        target = (place.x_m, place.y_m, place.ground_m + place.height_m * 0.45)
        camera = orbit(
            state.camera,
            target,
            controls.move,
            controls.look_rad,
            controls.zoom,
            dt_s,
            world.obstacles,
        )
        return replace(state, camera=camera)
    mover = walk if state.rig is Rig.WALK else fly
    right, forward, up = controls.move
    move = (right, float(np.clip(forward + controls.zoom * 4.0, -6.0, 6.0)), up)
    camera, velocity = mover(
        state.camera,
        np.array(state.velocity),
        move,
        controls.look_rad,
        controls.fast,
        dt_s,
        world.obstacles,
    )
    x, y, z = (float(value) for value in velocity)
    return replace(state, camera=camera, velocity=(x, y, z))


def _near(world: World, state: SessionState) -> SessionState:
    if state.camera.space != OUTDOORS:
        return replace(state, near=None, door=None)
    door = door_in_reach(world.doors, state.camera) if state.mode is Mode.EXPLORE else None
    near = at_hand(world, state.camera, NEAR_FACTOR, state.selected)
    interior = None if door is None else door.interior
    if (near, interior) == (state.near, state.door):
        return state  # as nearly always: a copy of a state costs as much as all else here
    return replace(state, near=near, door=interior)
