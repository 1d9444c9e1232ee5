"""What the interface is told of a session, put together for each picture."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.session.finds import can_be_flown_to
from almaty_tour.session.state import Mode, SessionState
from almaty_tour.session.vitrine import WHOLE, Clear, Vitrine
from almaty_tour.session.world import DEFAULT_TOUR, World
from almaty_tour.tour.film import Cue, Film
from almaty_tour.ui.captions import reading_s
from almaty_tour.ui.inside_view import inside_view
from almaty_tour.ui.pins import Sights, landmark_views, marker_views, point_views
from almaty_tour.ui.view import (
    StandingView,
    StoryView,
    StreetsView,
    TourChoice,
    TourView,
    UiView,
    VitrineView,
    WeatherChoice,
    WindowView,
)


def tour_choices(world: World, language: str) -> tuple[TourChoice, ...]:
    """All tours of the menu, the gallery's first."""
    choices = (name for name, tour in world.tours.items() if not tour.event)
    names = sorted(choices, key=lambda name: (name != DEFAULT_TOUR, name))
    return tuple(
        TourChoice(
            name,
            world.tours[name].name[language],
            world.tours[name].description[language],
            world.film(name).duration_s,
        )
        for name in names
    )


def weather_choices(world: World, language: str) -> tuple[WeatherChoice, ...]:
    """All kinds of weather in their order."""
    return tuple(
        WeatherChoice(kind.id, kind.name[language], kind.icon) for kind in world.weathers.values()
    )


def tour_view(world: World, state: SessionState) -> TourView | None:
    """The running tour, None outside of one."""
    playback = state.playback
    if state.mode is not Mode.TOUR or playback is None:
        return None
    film, language = world.film(playback.tour), state.preferences.language
    cue = film.cue_at(playback.position_s)
    caption = film.tour.steps[cue.step].caption.get(language, "")
    begin_s, end_s = caption_stay(film, cue, caption)
    return TourView(
        name=film.tour.name[language],
        duration_s=film.duration_s,
        step_times_s=film.told_s,
        step_names=tuple(_step_name(world, film, i, language) for i in film.told),
        caption=caption,
        caption_s=max(playback.position_s - begin_s, 0.0),
        caption_duration_s=end_s - begin_s,
    )


def story_view(world: World, state: SessionState) -> StoryView | None:
    """The story along time, None where it is not told."""
    if state.mode is not Mode.STORY or state.told is None:
        return None
    place = world.history[state.told.event].place
    known = world.landmarks.get(place)
    return StoryView(
        events=tuple(world.history.values()),
        chosen=state.told.event,
        theme=state.told.theme,
        place="" if known is None else known.name[state.preferences.language],
        scenes=frozenset(tour.event for tour in world.tours.values() if tour.event),
    )


def caption_stay(film: Film, cue: Cue, caption: str) -> tuple[float, float]:
    """Seconds between which a caption is told: while the camera stays, longer only to be read."""
    begin_s, end_s = film.caption_span(cue.step)
    return begin_s, min(max(cue.leaves_s, begin_s + reading_s(caption)), end_s)


def _step_name(world: World, film: Film, cue: int, language: str) -> str:
    view = film.tour.steps[film.cues[cue].step].view
    if view.exhibit in world.exhibits:
        return world.exhibits[view.exhibit].name[language]
    if view.interior is not None:
        return world.interiors[view.interior].name[language]
    landmark = view.landmark
    if landmark is None or landmark not in world.landmarks:
        return film.tour.name[language]
    return world.landmarks[landmark].name[language]


def find_in_reach(world: World, state: SessionState) -> bool:
    """Whether the place where the exhibit that is looked at was found can be flown to."""
    if state.mode is not Mode.EXHIBITION or state.held is None:
        return False
    return can_be_flown_to(world, world.exhibits[state.held.exhibit])


def clear_share(window: WindowView) -> Clear:
    """Left, top, right, bottom of what no panel covers, as shares of the picture."""
    if window.clear_pt is None:
        return WHOLE
    (left, top, right, bottom), (width, height) = window.clear_pt, window.size_pt
    return left / width, top / height, right / width, bottom / height


def vitrine_view(
    vitrine: Vitrine | None, told: UiView, hidden: frozenset[int] = frozenset()
) -> VitrineView | None:
    """What stands in the vitrine as it is held; None outside of it."""
    held = told.state.held
    if vitrine is None or held is None:
        return None
    width, height = told.window.size_pt
    standing = tuple(
        StandingView(one.exhibit, _triple(one.low), _triple(one.high), at)
        for one, at in zip(vitrine.standing, vitrine.places(held), strict=True)
    )
    return VitrineView(
        vitrine.camera(held, width / height, clear_share(told.window)), standing, hidden
    )


def _triple(point: npt.NDArray[np.float64]) -> tuple[float, float, float]:
    return float(point[0]), float(point[1]), float(point[2])


def ui_view(
    world: World,
    state: SessionState,
    window: WindowView,
    dt_s: float,
    sights: Sights,
    loading: float = 1.0,
    notice: str = "",
    hidden: frozenset[int] = frozenset(),
) -> UiView:
    """The whole input of the interface for one picture.

    `hidden`: which annotated points of the chosen landmark the last picture hid.
    """
    language = state.preferences.language
    exploring = state.mode is Mode.EXPLORE
    chosen = world.landmarks.get(state.selected or "")
    return UiView(
        state=state,
        landmarks=landmark_views(world, state.camera) if exploring else (),
        tours=tour_choices(world, language) if state.mode is Mode.TITLE else (),
        tour=tour_view(world, state),
        story=story_view(world, state),
        weathers=weather_choices(world, language) if exploring else (),
        exhibits=tuple(world.exhibits.values()) if state.mode is Mode.EXHIBITION else (),
        find_in_reach=find_in_reach(world, state),
        markers=marker_views(world, state.camera, window.size_pt, sights) if exploring else (),
        points=(
            point_views(
                chosen, world.places[chosen.id], state.camera, window.size_pt, language, hidden
            )
            if exploring and chosen is not None
            else ()
        ),
        streets=(
            sights.streets.look(world, state.camera, window, dt_s) if exploring else StreetsView()
        ),
        window=window,
        dt_s=dt_s,
        loading=loading,
        notice=notice,
        credits=(world.heights_credit,) if world.heights_credit else (),
        map_licence=world.imported_map.licence if world.imported_map else "",
        inside=inside_view(world, state),
    )
