"""The tour's controls and its progress; they hide when nobody has moved for a while."""

from __future__ import annotations

from slimgui import imgui

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import QUIET_AFTER_S, Desk, Sheet
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import TourView, UiView
from almaty_tour.ui.widgets import Look, button, icon_button, press, surface, tip

ORDER = 40
SPEEDS = (0.5, 0.75, 1.0, 1.5, 2.0)
HEIGHT = 76.0


def shown(desk: Desk, view: UiView) -> bool:
    return (
        view.state.mode is Mode.TOUR
        and view.tour is not None
        and not _over(view)
        and desk.sheet is Sheet.NONE
        and visible_part(desk, view) > 0.0
    )


def _over(view: UiView) -> bool:
    """At the end another panel asks what comes next."""
    playback, tour = view.state.playback, view.tour
    return (
        playback is not None and tour is not None and playback.position_s >= tour.duration_s - 1e-3
    )


def visible_part(desk: Desk, view: UiView) -> float:
    """0 hidden to 1 shown: out after a quiet while, always there when paused."""
    if not view.window.chrome:
        return 0.0
    playback = view.state.playback
    if desk.focused or (playback is not None and not playback.playing):
        return 1.0
    if view.state.preferences.reduced_motion:
        return 0.0 if desk.quiet else 1.0
    return min(max(1.0 - (desk.quiet_s - QUIET_AFTER_S) / 0.35, 0.0), 1.0)


def build(pen: Pen, view: UiView) -> None:
    """Back, play, skip, the progress line, then speed, captions and leave."""
    tour, playback = view.tour, view.state.playback
    if tour is None or playback is None:
        return
    u = pen.unit
    wide = min(940.0 * u, pen.screen.width - 32 * u)
    sunk = (1.0 - visible_part(pen.desk, view)) * (HEIGHT + 30.0) * u
    top = pen.screen.height - (HEIGHT + 20.0) * u + sunk
    rect = Rect((pen.screen.width - wide) / 2, top, wide, HEIGHT * u)
    surface(pen, rect)
    left = _hands(pen, rect, playback.playing)
    right = _choices(pen, view, rect)
    _progress(pen, tour, playback.position_s, Rect(left, top, right - left, rect.height))


def _hands(pen: Pen, rect: Rect, playing: bool) -> float:
    u, y = pen.unit, rect.centre[1]
    x = rect.left + 36 * u
    if icon_button(pen, "back", (x, y), "back", pen.words("tour.back")):
        pen.wish("back_step")
    hint = pen.words("tour.pause" if playing else "tour.play")
    picture = "pause" if playing else "play"
    if icon_button(pen, "play", (x + 54 * u, y), picture, hint, look=Look.PRIMARY, size=50.0):
        pen.wish("play_pause")
    if icon_button(pen, "skip", (x + 108 * u, y), "skip", pen.words("tour.skip")):
        pen.wish("skip_step")
    return x + 108 * u + 42 * u


def _choices(pen: Pen, view: UiView, rect: Rect) -> float:
    u, y = pen.unit, rect.centre[1]
    x = rect.right - 36 * u
    if icon_button(pen, "leave", (x, y), "close", pen.words("tour.leave")):
        pen.wish("go_back" if view.state.before is not None else "show_title")
    if icon_button(pen, "explore_here", (x - 48 * u, y), "fly", pen.words("tour.explore_here")):
        pen.wish("explore")
    on = view.state.captions
    hint = pen.words("tour.captions_off" if on else "tour.captions_on")
    if icon_button(pen, "captions", (x - 96 * u, y), "captions", hint, chosen=on):
        pen.wish("toggle_captions")
    left = x - 96 * u - 28 * u - 56 * u
    if pen.screen.width < 700 * u:
        return x - 96 * u - 30 * u
    playback = view.state.playback
    speed = 1.0 if playback is None else playback.speed
    spot = Rect(left, y - 22 * u, 52 * u, 44 * u)
    if button(pen, "speed", spot, f"{speed:g}×", Look.QUIET):
        pen.wish("tour_speed", next_speed(speed))
    if imgui.is_item_hovered():
        tip(pen, pen.words("tour.speed", factor=f"{speed:g}"), spot)
    return left - 18 * u


def next_speed(speed: float) -> float:
    """The next faster speed, after the fastest the slowest."""
    return next((one for one in SPEEDS if one > speed + 1e-6), SPEEDS[0])


def _progress(pen: Pen, tour: TourView, position_s: float, rect: Rect) -> None:
    u, draw = pen.unit, pen.draw
    y = rect.centre[1] + 12 * u
    _told(pen, tour, position_s, Rect(rect.left, rect.top + 11 * u, rect.width, 24 * u))
    hit = Rect(rect.left, y - 22 * u, rect.width, 44 * u)
    _, hovered, held = press(pen, "progress", hit)
    if held and imgui.is_mouse_down(imgui.MouseButton.LEFT):
        share = (imgui.get_mouse_pos()[0] - rect.left) / max(rect.width, 1.0)
        pen.wish("seek_s", min(max(share, 0.0), 1.0) * tour.duration_s)
    thick = (3.0 if hovered or held else 2.0) * u
    at = rect.left + rect.width * min(position_s / max(tour.duration_s, 1e-6), 1.0)
    draw.add_rect_filled(
        (rect.left, y - thick), (rect.right, y + thick), theme.rgba("#FFFFFF", 0.2), thick
    )
    draw.add_rect_filled((rect.left, y - thick), (at, y + thick), theme.GOLD, thick)
    for time_s in tour.step_times_s:
        x = rect.left + rect.width * time_s / max(tour.duration_s, 1e-6)
        done = time_s <= position_s
        draw.add_circle_filled((x, y), 5.0 * u, theme.NIGHT, 20)
        draw.add_circle_filled((x, y), 3.4 * u, theme.GOLD if done else theme.MUTED, 20)
    draw.add_circle_filled((at, y), 7.5 * u, theme.NIGHT, 24)
    draw.add_circle_filled((at, y), 6.0 * u, theme.GOLD_BRIGHT, 24)


def _told(pen: Pen, tour: TourView, position_s: float, rect: Rect) -> None:
    clock = f"{_clock(position_s)} / {_clock(tour.duration_s)}"
    width = pen.measure(clock, theme.SMALL)[0]
    step = sum(1 for time_s in tour.step_times_s if time_s <= position_s + 1e-6)
    name = tour.step_names[step - 1] if 0 < step <= len(tour.step_names) else tour.name
    room = rect.width - width - 16 * pen.unit
    if room > 60 * pen.unit:
        pen.line(Rect(rect.left, rect.top, room, rect.height), name, theme.LABEL)
        pen.line(rect, clock, theme.SMALL, theme.MUTED, 1.0)
    else:
        pen.line(rect, clock, theme.SMALL, theme.MUTED, 0.5)


def _clock(seconds: float) -> str:
    whole = int(max(seconds, 0.0))
    return f"{whole // 60}:{whole % 60:02d}"
