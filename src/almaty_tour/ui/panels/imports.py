"""The visitor's own map and heights: what is imported, and the ways to change it."""

from __future__ import annotations

from slimgui import imgui

from almaty_tour.base.progress import Step
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.import_view import HEIGHTS, MAP, ImportStage
from almaty_tour.ui.layout import Rect, columns
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.sheet import sheet
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import Look, button

ORDER = 103
ROW = 46.0
LONGEST_WORD = 44
COMMANDS = {
    MAP: "almaty-tour city import FILE",
    HEIGHTS: "almaty-tour dem import FILE...",
}
BUILT_IN = {MAP: "imports.built_in_map", HEIGHTS: "imports.built_in_heights"}
STEPS = {
    Step.READING: "imports.step_reading",
    Step.SORTING: "imports.step_sorting",
    Step.BUILDING: "imports.step_building",
    Step.PAINTING: "imports.step_painting",
    Step.JOINING: "imports.step_joining",
    Step.LIGHTING: "imports.step_lighting",
}
TOLD = {
    ImportStage.CHOOSING: "imports.choosing",
    ImportStage.REFUSED: "imports.refused",
    ImportStage.STOPPING: "imports.stopping",
    ImportStage.STOPPED: "imports.stopped",
    ImportStage.FAILED: "imports.failed",
    ImportStage.DONE: "imports.done",
    ImportStage.RESET: "imports.back",
}


def shown(desk: Desk, view: UiView) -> bool:
    return desk.sheet is Sheet.IMPORTS


def build(pen: Pen, view: UiView) -> None:
    """What goes on first; then map and heights, side by side where there is room."""
    u, words, imports = pen.unit, pen.words, view.imports
    with sheet(pen, "imports", words("imports.title"), "toggle_imports", 470.0) as width:
        _going_on(pen, view, width)
        left, top = imgui.get_cursor_screen_pos()
        beside = width > 560 * u
        spots = columns(Rect(left, top, width, 0.0), 2 if beside else 1, 28 * u)
        low = _part(pen, view, MAP, spots[0])
        spot = spots[1] if beside else Rect(left, low + 14 * u, width, 0.0)
        low = max(low, _part(pen, view, HEIGHTS, spot))
        imgui.set_cursor_screen_pos((left, top))
        imgui.dummy((width, low - top + 14 * u))
        if imports.missing:
            return
        ways = words("imports.drop", map=COMMANDS[MAP], heights=COMMANDS[HEIGHTS])
        pen.paragraph(ways, theme.SMALL, width, theme.MUTED, 8 * u)


def _going_on(pen: Pen, view: UiView, width: float) -> None:
    """One line of the import under way or done, the command's own lines, and what to press."""
    u, words, imports = pen.unit, pen.words, view.imports
    stage = imports.stage
    if imports.missing:
        pen.paragraph(words("imports.missing"), theme.BODY, width, theme.GOLD_BRIGHT, 4 * u)
        pen.paragraph(_soft(imports.missing), theme.SMALL, width, theme.INK, 14 * u)
        return
    if stage is ImportStage.IDLE:
        return
    if stage is ImportStage.NO_DIALOG:
        text = words("imports.no_dialog", command=COMMANDS[imports.kind])
    elif stage is ImportStage.RUNNING and not imports.file:
        text = words("imports.going_back")
    elif stage is ImportStage.RUNNING:
        text = words("imports.running", file=_soft(imports.file), seconds=imports.seconds)
    else:
        text = words(TOLD[stage])
    pen.paragraph(text, theme.BODY, width, theme.GOLD_BRIGHT, 4 * u)
    if stage is ImportStage.RUNNING and imports.step is not None:
        said = words(STEPS[imports.step])
        pen.paragraph(said, theme.SMALL, width, theme.MUTED, 2 * u)
    for line in imports.lines:
        pen.paragraph(_soft(line), theme.SMALL, width, theme.MUTED, 2 * u)
    if stage is ImportStage.RUNNING and imports.file:
        _press(pen, "imports.stop", "stop_import", width)
    imgui.dummy((width, 14 * u))


def _press(pen: Pen, name: str, wish: str, width: float) -> None:
    """One button at the cursor, then the cursor below it."""
    u = pen.unit
    left, top = imgui.get_cursor_screen_pos()
    spot = Rect(left, top + 6 * u, min(width, 300 * u), ROW * u)
    if button(pen, name, spot, pen.words(name)):
        pen.wish(wish)
    imgui.set_cursor_screen_pos((left, top))
    imgui.dummy((width, spot.bottom - top))


def _part(pen: Pen, view: UiView, kind: str, rect: Rect) -> float:
    """Map or heights: title, what is shown now, what can be done; its lower edge."""
    u, words, imports = pen.unit, pen.words, view.imports
    name = "map" if kind == MAP else "heights"
    have = imports.map if kind == MAP else imports.heights
    title = Rect(rect.left, rect.top, rect.width, 24 * u)
    pen.line(title, words(f"imports.{name}"), theme.LABEL, theme.GOLD_BRIGHT)
    text = _soft(have) if have else words(BUILT_IN[kind])
    top = title.bottom + 4 * u
    top += pen.block((rect.left, top), text, theme.BODY, rect.width) + 10 * u
    if kind == MAP and imports.counts is not None:
        drawn, landmark, skipped = imports.counts
        said = words("imports.counts", drawn=drawn, landmark=landmark, skipped=skipped)
        top += pen.block((rect.left, top), said, theme.SMALL, rect.width) + 10 * u
    if imports.stage.busy:
        return top
    if not imports.missing:
        spot = Rect(rect.left, top, rect.width, ROW * u)
        if button(pen, f"imports.choose_{name}", spot, words(f"imports.choose_{name}")):
            pen.wish(f"choose_{name}")
        top = spot.bottom + 8 * u
    if have:
        top = _back(pen, f"reset_{name}", Rect(rect.left, top, rect.width, ROW * u))
    return top


def _back(pen: Pen, wish: str, spot: Rect) -> float:
    """Back to the built-in one: the first press asks, the second does it."""
    asked = pen.desk.asked == wish
    text = pen.words("imports.sure" if asked else "imports.reset")
    if button(pen, f"imports.{wish}", spot, text, Look.PRIMARY if asked else Look.PLAIN):
        pen.desk.asked = "" if asked else wish
        if asked:
            pen.wish(wish)
    return spot.bottom + 8 * pen.unit


def _soft(text: str) -> str:
    """Long words, such as paths, broken so that they wrap."""
    pieces = [
        " ".join(word[i : i + LONGEST_WORD] for i in range(0, len(word), LONGEST_WORD))
        for word in text.split()
    ]
    return " ".join(pieces)
