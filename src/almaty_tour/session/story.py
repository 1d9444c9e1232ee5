"""The story along time: which event is told, by which theme, its scene, and the way back."""

from __future__ import annotations

from dataclasses import replace

from almaty_tour.base.errors import SettingError
from almaty_tour.content.history import THEMES, Event
from almaty_tour.session.state import Mode, SessionState, Told
from almaty_tour.session.world import World


def event_of(world: World, event: str) -> Event:
    """An event by its id; SettingError for an unknown one."""
    if event not in world.history:
        raise SettingError.unknown("event", event, world.history)
    return world.history[event]


def told_by(world: World, theme: str) -> tuple[str, ...]:
    """Ids of the events of a theme from the oldest on, of all with ""."""
    return tuple(name for name, one in world.history.items() if theme in ("", one.theme))


def scene_of(world: World, event: str) -> str:
    """The tour that stages an event; SettingError where none does."""
    scenes = {tour.event: name for name, tour in world.tours.items() if tour.event}
    if event not in scenes:
        raise SettingError.unknown("scene", event, scenes)
    return scenes[event]


def opened(world: World, state: SessionState, event: str = "") -> SessionState:
    """The story over the place where one is, at an event or at the one of last time."""
    if state.mode is Mode.STORY:
        return shown(world, state, event) if event else state
    told = Told(event) if event else state.told or Told(_first_of(world))
    event_of(world, told.event)
    return replace(
        state, mode=Mode.STORY, told=told, before=state, flight=None, velocity=(0.0, 0.0, 0.0)
    )


def _first_of(world: World) -> str:
    """The first of the decisions, the oldest event where there is none."""
    decided = (name for name, one in world.history.items() if one.decision)
    return next(decided, next(iter(world.history), ""))


def shown(world: World, state: SessionState, event: str) -> SessionState:
    """Another event; the theme is left where it has no part in it."""
    theme = "" if state.told is None else state.told.theme
    if event_of(world, event).theme != theme:
        theme = ""
    return replace(state, told=Told(event, theme))


def neighbour(world: World, state: SessionState, step: int) -> SessionState:
    """The event before or after; the first and the last stay."""
    if state.told is None:
        return state
    order = told_by(world, state.told.theme)
    here = order.index(state.told.event) + step
    return shown(world, state, order[min(max(here, 0), len(order) - 1)])


def by_theme(world: World, state: SessionState, theme: str) -> SessionState:
    """Only the events of a theme, from the one on that is nearest in time."""
    if theme and theme not in THEMES:
        raise SettingError.unknown("theme", theme, THEMES)
    order = told_by(world, theme)
    if state.told is None or not order:
        return state
    year = world.history[state.told.event].year
    nearest = min(order, key=lambda name: abs(world.history[name].year - year))
    return replace(state, told=Told(nearest, theme))


def left(state: SessionState) -> SessionState:
    """Where one was before, with what was chosen since; free flight where that is not known."""
    if state.before is None:
        return replace(state, mode=Mode.EXPLORE, playback=None)
    return replace(
        state.before,
        told=state.told,
        clock_s=state.clock_s,
        captions=state.captions,
        preferences=state.preferences,
    )
