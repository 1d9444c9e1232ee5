"""What each session command does: a world, a state and an argument in, a state out."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime, timedelta

import numpy as np

from almaty_tour.base.errors import SettingError
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import looking
from almaty_tour.content.model import LANGUAGES
from almaty_tour.geo.sun import local_time
from almaty_tour.session import exhibition, inside, story
from almaty_tour.session.at_hand import at_hand
from almaty_tour.session.commands import SESSION_COMMANDS, Command
from almaty_tour.session.finds import find_view
from almaty_tour.session.flight import arrival, begin_flight, flight_to_view
from almaty_tour.session.standpoints import read_standpoint, standing
from almaty_tour.session.state import Mode, Playback, Preferences, Rig, SessionState
from almaty_tour.session.world import DEFAULT_TOUR, World
from almaty_tour.tour.player import next_stop_s, previous_stop_s

STILL_TIME, STILL_HEIGHT_M = "2026-06-21T17:20", 150.0
Argument = str | float | None
Handler = Callable[[World, SessionState, Argument], SessionState]


def apply(world: World, state: SessionState, command: Command) -> SessionState:
    """The state after one command; a command of the window passes through unread."""
    handler = HANDLERS.get(command.name)
    return state if handler is None else handler(world, state, command.argument)


def title_state(world: World, preferences: Preferences) -> SessionState:
    """The state at the start: the tour runs behind the title, a still view without a tour."""
    if world.first_tour is None:
        return SessionState(
            mode=Mode.TITLE,
            camera=_still_view(world),
            local_time=local_time(STILL_TIME),
            preferences=preferences,
        )
    film = world.film(world.first_tour)
    return SessionState(
        mode=Mode.TITLE,
        camera=film.camera(0.0),
        local_time=at_hour(local_time(film.tour.start), film.hour(0.0)),
        playback=Playback(world.first_tour),
        preferences=preferences,
    )


def _still_view(world: World) -> CameraState:
    """A landmark where there is one, else the mountains from over the middle of the city."""
    if world.order:
        return arrival(world.place(world.order[0]))
    return CameraState((0.0, 0.0, float(world.ground(0.0, 0.0)) + STILL_HEIGHT_M), np.pi, 0.0)


def at_hour(day: datetime, hour: float) -> datetime:
    """The same day at an hour given as a fraction."""
    midnight = day.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + timedelta(hours=min(max(hour, 0.0), 23.999))


def _show_title(world: World, state: SessionState, _: Argument) -> SessionState:
    return replace(title_state(world, state.preferences), clock_s=state.clock_s)


def _start_tour(world: World, state: SessionState, tour: Argument) -> SessionState:
    name = str(tour or world.first_tour or DEFAULT_TOUR)
    film = world.film(name)
    day = at_hour(local_time(film.tour.start), film.hour(0.0))
    return replace(
        state,
        mode=Mode.TOUR,
        playback=Playback(name),
        flight=None,
        selected=None,
        camera=film.camera(0.0),
        local_time=day,
        weather=film.tour.weather or state.weather,
        weather_before=film.tour.weather or state.weather_before,
        before=None,
    )


def _play_scene(world: World, state: SessionState, event: Argument) -> SessionState:
    scene = story.scene_of(world, str(event or (state.told.event if state.told else "")))
    return replace(_start_tour(world, state, scene), before=state)


def _open_event(world: World, state: SessionState, _: Argument) -> SessionState:
    told = "" if state.told is None else state.told.event
    if any(tour.event == told for tour in world.tours.values()):
        return _play_scene(world, state, told)
    return _fly_to_event(world, state, told)


def _fly_to_event(world: World, state: SessionState, event: Argument) -> SessionState:
    name = str(event or (state.told.event if state.told else ""))
    place = story.event_of(world, name).place
    return _fly_to(world, state, place) if place else state


def _explore(world: World, state: SessionState, landmark: Argument) -> SessionState:
    if state.mode is Mode.TOUR and not landmark and inside.interior_at(world, state.camera):
        return replace(state, mode=Mode.INSIDE, playback=None, velocity=(0.0, 0.0, 0.0))
    if landmark in world.interiors:
        return inside.entered(world, state, str(landmark))
    state = inside.outdoors(world, state)
    camera = state.camera
    if landmark:
        if landmark not in world.places:
            known = (*world.places, *world.interiors)
            raise SettingError.unknown("landmark or interior", str(landmark), known)
        camera = arrival(world.place(str(landmark)))
    return replace(
        state,
        mode=Mode.EXPLORE,
        playback=None,
        flight=None,
        camera=camera,
        rig=Rig.FLY,
        velocity=(0.0, 0.0, 0.0),
        selected=None,
        near=str(landmark) if landmark else state.near,
        before=None,
    )


def _play_pause(world: World, state: SessionState, _: Argument) -> SessionState:
    if state.playback is None:
        return state
    ended = state.playback.position_s >= world.film(state.playback.tour).duration_s
    position = 0.0 if ended else state.playback.position_s
    playing = True if ended else not state.playback.playing
    return _played(state, position_s=position, playing=playing)


def _skip_step(world: World, state: SessionState, _: Argument) -> SessionState:
    if state.playback is None:
        return state
    film = world.film(state.playback.tour)
    return _played(state, position_s=next_stop_s(film, state.playback.position_s))


def _back_step(world: World, state: SessionState, _: Argument) -> SessionState:
    if state.playback is None:
        return state
    film = world.film(state.playback.tour)
    return _played(state, position_s=previous_stop_s(film, state.playback.position_s))


def _seek_s(world: World, state: SessionState, second: Argument) -> SessionState:
    if state.playback is None:
        return state
    film = world.film(state.playback.tour)
    return _played(state, position_s=float(np.clip(float(second or 0.0), 0.0, film.duration_s)))


def _tour_speed(_: World, state: SessionState, speed: Argument) -> SessionState:
    return _played(state, speed=float(np.clip(float(speed or 1.0), 0.5, 2.0)))


def _fly_to(world: World, state: SessionState, landmark: Argument) -> SessionState:
    name = str(landmark)
    world.place(name)
    exploring = state if state.mode is Mode.EXPLORE else _explore(world, state, None)
    if state.preferences.reduced_motion:
        return replace(exploring, camera=arrival(world.place(name)), selected=name, near=name)
    return replace(exploring, flight=begin_flight(world, state.camera, name), selected=name)


def _fly_to_street(world: World, state: SessionState, street: Argument) -> SessionState:
    exploring = state if state.mode is Mode.EXPLORE else _explore(world, state, None)
    flight = begin_flight(world, state.camera, street=str(street))
    if state.preferences.reduced_motion:
        return replace(exploring, camera=flight.goal, flight=None, selected=None)
    return replace(exploring, flight=flight, selected=None)


def _stand_at(world: World, state: SessionState, text: Argument) -> SessionState:
    if state.preferences.reduced_motion:
        return _stand_now(world, state, text)
    point = read_standpoint(str(text))
    there = standing(world, _explore(world, state, None), point)
    return replace(there, flight=begin_flight(world, there.camera, goal=point.camera))


def _stand_now(world: World, state: SessionState, text: Argument) -> SessionState:
    point = read_standpoint(str(text))
    return replace(standing(world, _explore(world, state, None), point), camera=point.camera)


def _stop_flight(_: World, state: SessionState, __: Argument) -> SessionState:
    return replace(state, flight=None)


def _neighbour(step: int) -> Handler:
    def handler(world: World, state: SessionState, _: Argument) -> SessionState:
        order = world.order
        if not order:
            return state
        current = state.selected or state.near or at_hand(world, state.camera)
        index = order.index(current) + step if current in order else 0
        return _fly_to(world, state, order[index % len(order)])

    return handler


def _select(world: World, state: SessionState, landmark: Argument) -> SessionState:
    if landmark:
        world.place(str(landmark))
    return replace(state, selected=str(landmark) if landmark else None)


def _set_rig(world: World, state: SessionState, rig: Argument) -> SessionState:
    try:
        chosen = Rig(str(rig))
    except ValueError:
        raise SettingError.unknown("rig", str(rig), [r.value for r in Rig]) from None
    selected = state.selected
    if chosen is Rig.ORBIT and not selected:
        selected = at_hand(world, state.camera)
    camera = replace(state.camera, pitch_rad=0.0) if chosen is Rig.WALK else state.camera
    return replace(
        state,
        rig=chosen,
        camera=camera,
        velocity=(0.0, 0.0, 0.0),
        selected=selected,
        flight=None,
    )


def _set_hour(_: World, state: SessionState, hour: Argument) -> SessionState:
    return replace(state, local_time=at_hour(state.local_time, float(hour or 0.0)))


def _set_month(_: World, state: SessionState, month: Argument) -> SessionState:
    return replace(state, local_time=in_month(state.local_time, int(float(month or 1))))


def in_month(day: datetime, month: int) -> datetime:
    """The same day and hour of another month of the year, at most its last day."""
    month = (month - 1) % 12 + 1
    return day.replace(month=month, day=min(day.day, monthrange(day.year, month)[1]))


def _set_weather(world: World, state: SessionState, name: Argument) -> SessionState:
    weather = world.weather(str(name))
    day = in_month(state.local_time, nearest_month(state.local_time.month, weather.months))
    if weather.id != state.weather:
        state = replace(state, weather_before=state.weather, weather_since_s=state.clock_s)
    return replace(state, weather=weather.id, local_time=day)


def nearest_month(month: int, months: tuple[int, ...]) -> int:
    """The month of `months` that is fewest months away, the month itself when there is none."""
    return min(months, key=lambda one: min((one - month) % 12, (month - one) % 12), default=month)


def _next_weather(world: World, state: SessionState, _: Argument) -> SessionState:
    names = list(world.weathers)
    if not names:
        return state
    index = names.index(state.weather) + 1 if state.weather in names else 0
    return _set_weather(world, state, names[index % len(names)])


def _show_exhibit(world: World, state: SessionState, exhibit: Argument) -> SessionState:
    return exhibition.shown(world, state, _id(exhibit))


def _id(argument: Argument) -> str | None:
    return str(argument) if argument else None


def _fly_to_find(world: World, state: SessionState, exhibit: Argument) -> SessionState:
    view = find_view(world, str(exhibit))
    exploring = _explore(world, state, None)
    if state.preferences.reduced_motion:
        return replace(exploring, camera=looking(view.eye, view.target))
    return replace(exploring, flight=flight_to_view(world, exploring.camera, view))


def _toggle_captions(_: World, state: SessionState, __: Argument) -> SessionState:
    return replace(state, captions=not state.captions)


def _set_preference(_: World, state: SessionState, text: Argument) -> SessionState:
    name, _equals, value = str(text).partition("=")
    return replace(state, preferences=with_preference(state.preferences, name, value))


def with_preference(preferences: Preferences, name: str, value: str) -> Preferences:
    """The preferences with one changed; SettingError for a name or value that is not known."""
    kinds = {field.name: type(getattr(preferences, field.name)) for field in fields(preferences)}
    if name not in kinds:
        raise SettingError.unknown("preference", name, kinds)
    if name == "language" and value not in LANGUAGES:
        raise SettingError.unknown("language", value, LANGUAGES)
    try:
        changed = _parsed(value, kinds[name])
    except ValueError:
        raise SettingError(f"preference {name} cannot be '{value}'") from None
    return replace(preferences, **{name: changed})  # type: ignore[arg-type]


def _parsed(value: str, kind: type) -> str | float | bool | int:
    if kind is bool:
        if value.lower() not in {"true", "false"}:
            raise ValueError(value)
        return value.lower() == "true"
    parsed: str | float | int = kind(value)
    return parsed


def _played(state: SessionState, **changes: float | bool) -> SessionState:
    if state.playback is None:
        return state
    return replace(state, playback=replace(state.playback, **changes))  # type: ignore[arg-type]


HANDLERS: dict[str, Handler] = {
    "show_title": _show_title,
    "start_tour": _start_tour,
    "explore": _explore,
    "play_pause": _play_pause,
    "skip_step": _skip_step,
    "back_step": _back_step,
    "seek_s": _seek_s,
    "tour_speed": _tour_speed,
    "fly_to": _fly_to,
    "fly_to_street": _fly_to_street,
    "stand_at": _stand_at,
    "stand_now": _stand_now,
    "stop_flight": _stop_flight,
    "next_landmark": _neighbour(1),
    "previous_landmark": _neighbour(-1),
    "select": _select,
    "set_rig": _set_rig,
    "set_hour": _set_hour,
    "set_month": _set_month,
    "set_weather": _set_weather,
    "next_weather": _next_weather,
    "show_exhibit": _show_exhibit,
    "next_exhibit": lambda world, state, _: exhibition.neighbour(world, state, 1),
    "previous_exhibit": lambda world, state, _: exhibition.neighbour(world, state, -1),
    "turn_exhibit": lambda _, state, degrees: exhibition.seen_from(state, float(degrees or 0.0)),
    "tilt_exhibit": lambda _, state, __: exhibition.tilted(state),
    "zoom_exhibit": lambda _, state, steps: exhibition.zoomed(state, float(steps or 0.0)),
    "turn_light": lambda _, state, degrees: exhibition.lit_from(state, float(degrees or 0.0)),
    "compare_exhibit": lambda world, state, one: exhibition.compared(world, state, _id(one)),
    "toggle_scale": lambda _, state, __: exhibition.with_scale(state),
    "mark_point": lambda _, state, point: exhibition.marked(state, str(point or "")),
    "fly_to_find": _fly_to_find,
    "leave_exhibits": lambda _, state, __: exhibition.left(state),
    "enter_interior": lambda world, state, name: inside.entered(world, state, _id(name)),
    "leave_interior": lambda world, state, _: inside.left(world, state),
    "use_here": lambda world, state, _: inside.used(world, state),
    "go_to_stand": lambda world, state, name: inside.going_to(world, state, _id(name)),
    "next_stand": lambda world, state, _: inside.next_stand(world, state, 1),
    "previous_stand": lambda world, state, _: inside.next_stand(world, state, -1),
    "open_story": lambda world, state, event: story.opened(world, state, str(event or "")),
    "show_event": lambda world, state, event: story.shown(world, state, str(event)),
    "next_event": lambda world, state, _: story.neighbour(world, state, 1),
    "previous_event": lambda world, state, _: story.neighbour(world, state, -1),
    "set_theme": lambda world, state, theme: story.by_theme(world, state, str(theme or "")),
    "fly_to_event": _fly_to_event,
    "play_scene": _play_scene,
    "open_event": _open_event,
    "go_back": lambda _, state, __: story.left(state),
    "toggle_captions": _toggle_captions,
    "set_preference": _set_preference,
}

if HANDLERS.keys() != SESSION_COMMANDS.keys():
    raise ValueError("session commands and their handlers differ")
