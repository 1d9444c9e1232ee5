"""The visitor's own map, heights and pictures: what is imported, and the ways to change it."""

from __future__ import annotations

from pathlib import Path

from slimgui import imgui

from almaty_tour.base.progress import Step
from almaty_tour.gallery.missing import MISSING
from almaty_tour.gallery.record import Why
from almaty_tour.gallery.summary import REPORT
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.import_view import (
    HEIGHTS,
    MAP,
    PICTURES,
    ImportStage,
    ImportsView,
    PicturesView,
)
from almaty_tour.ui.layout import Rect, columns
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.sheet import sheet
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import Look, button

ORDER = 103
ROW = 46.0
LONGEST_WORD = 44
FEW = 3
"""Names of files that are told of each reason."""
NAMES = {MAP: "map", HEIGHTS: "heights", PICTURES: "pictures"}
COMMANDS = {
    MAP: "almaty-tour city import FILE",
    HEIGHTS: "almaty-tour dem import FILE...",
    PICTURES: "almaty-tour pictures import DIR",
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
    ImportStage.OWN: "imports.own_folder",
    ImportStage.STOPPING: "imports.stopping",
    ImportStage.STOPPED: "imports.stopped",
    ImportStage.FAILED: "imports.failed",
    ImportStage.DONE: "imports.done",
    ImportStage.RESET: "imports.back",
}
TOLD_OF_PICTURES = {
    ImportStage.CHOOSING: "imports.choosing_folder",
    ImportStage.STOPPED: "imports.pictures_stopped",
    ImportStage.FAILED: "imports.pictures_failed",
    ImportStage.DONE: "imports.pictures_done",
}
WHY = {
    Why.EMPTY: "imports.why_empty",
    Why.NO_PICTURE: "imports.why_no_picture",
    Why.NEEDS_HEIC: "imports.why_needs_heic",
    Why.TOO_LARGE: "imports.why_too_large",
    Why.TOO_SMALL: "imports.why_too_small",
    Why.DAMAGED: "imports.why_damaged",
    Why.TOO_SLOW: "imports.why_too_slow",
    Why.UNREADABLE: "imports.why_unreadable",
}


def shown(desk: Desk, view: UiView) -> bool:
    return desk.sheet is Sheet.IMPORTS


def build(pen: Pen, view: UiView) -> None:
    """What goes on first; then map, heights and pictures, side by side where there is room."""
    u, words = pen.unit, pen.words
    with sheet(pen, "imports", words("imports.title"), "toggle_imports", 560.0) as width:
        _going_on(pen, view, width)
        left, top = imgui.get_cursor_screen_pos()
        many = 3 if width > 760 * u else 2 if width > 560 * u else 1
        spots = columns(Rect(left, top, width, 0.0), many, 28 * u)
        low = row_low = top
        for number, kind in enumerate((MAP, HEIGHTS, PICTURES)):
            column = number % many
            if column == 0 and number:
                low = row_low + 14 * u
            spot = Rect(spots[column].left, low, spots[column].width, 0.0)
            row_low = max(row_low, _part(pen, view, kind, spot))
        imgui.set_cursor_screen_pos((left, top))
        imgui.dummy((width, row_low - top + 14 * u))
        ways = words(
            "imports.drop", map=COMMANDS[MAP], heights=COMMANDS[HEIGHTS],
            pictures=COMMANDS[PICTURES],
        )  # fmt: skip
        pen.paragraph(ways, theme.SMALL, width, theme.MUTED, 8 * u)


def _going_on(pen: Pen, view: UiView, width: float) -> None:
    """One line of the import under way or done, the command's own lines, and what to press."""
    u, words, imports = pen.unit, pen.words, view.imports
    if imports.missing:
        pen.paragraph(words("imports.missing"), theme.BODY, width, theme.GOLD_BRIGHT, 4 * u)
        pen.paragraph(_soft(imports.missing), theme.SMALL, width, theme.INK, 14 * u)
    if imports.stage is ImportStage.IDLE:
        return
    pen.paragraph(_headline(pen, imports), theme.BODY, width, theme.GOLD_BRIGHT, 4 * u)
    for line in (*_further(pen, imports), *map(_soft, imports.lines)):
        pen.paragraph(line, theme.SMALL, width, theme.MUTED, 2 * u)
    if imports.stage is ImportStage.RUNNING and imports.file:
        _press(pen, "imports.stop", "stop_import", width)
    imgui.dummy((width, 14 * u))


def _headline(pen: Pen, imports: ImportsView) -> str:
    """How far an import is, in one sentence."""
    words, stage = pen.words, imports.stage
    if stage is ImportStage.NO_DIALOG:
        return words("imports.no_dialog", command=COMMANDS[imports.kind])
    if stage is ImportStage.RUNNING and not imports.file:
        return words("imports.going_back")
    if stage is ImportStage.RUNNING:
        return words("imports.running", file=_soft(imports.file), seconds=imports.seconds)
    if imports.kind == PICTURES and stage in TOLD_OF_PICTURES:
        return words(TOLD_OF_PICTURES[stage])
    return words(TOLD[stage])


def _further(pen: Pen, imports: ImportsView) -> tuple[str, ...]:
    """What an import is at, or what became of its files."""
    words, stage, done = pen.words, imports.stage, imports.pictures.done
    if stage is ImportStage.RUNNING and imports.kind == PICTURES and done is not None:
        return (words("imports.pictures_of", done=done[0], all=done[1]),)
    if stage is ImportStage.RUNNING and imports.step is not None:
        return (words(STEPS[imports.step]),)
    if stage is ImportStage.DONE and imports.kind == PICTURES:
        return _summed_up(pen, imports.pictures)
    return ()


def _summed_up(pen: Pen, pictures: PicturesView) -> tuple[str, ...]:
    """How many files were taken, why others were not, where the lists lie."""
    words, found = pen.words, pictures.summary
    if found is None:
        return ()
    left_out = sum(len(names) for _, names in found.refused)
    if not found.taken + found.known + found.twice + left_out:
        return (words("imports.pictures_none"),)
    counts = words(
        "imports.pictures_counts", taken=found.taken, known=found.known, twice=found.twice,
        left_out=left_out,
    )  # fmt: skip
    reasons = (
        f"{words(WHY[why], count=len(names))} {_soft(_few(names))}" for why, names in found.refused
    )
    lists = [words("imports.pictures_list", path=_soft(str(Path(pictures.folder, REPORT))))]
    if pictures.lacking:
        path = _soft(str(Path(pictures.folder, MISSING)))
        lists.append(words("imports.pictures_lacking", count=pictures.lacking, path=path))
    return (counts, *reasons, *lists)


def _few(names: tuple[str, ...]) -> str:
    """The first names, and how many more there are."""
    more = f" +{len(names) - FEW}" if names[FEW:] else ""
    return ", ".join(names[:FEW]) + more


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
    """Map, heights or pictures: title, what is shown now, what can be done; its lower edge."""
    u, words, imports = pen.unit, pen.words, view.imports
    name = NAMES[kind]
    title = Rect(rect.left, rect.top, rect.width, 24 * u)
    pen.line(title, words(f"imports.{name}"), theme.LABEL, theme.GOLD_BRIGHT)
    top = title.bottom + 4 * u
    have = {MAP: imports.map, HEIGHTS: imports.heights}.get(kind, "")
    top += pen.block((rect.left, top), _shown_now(pen, imports, kind), theme.BODY, rect.width)
    top += 10 * u
    if kind == MAP and imports.counts is not None:
        drawn, landmark, skipped = imports.counts
        said = words("imports.counts", drawn=drawn, landmark=landmark, skipped=skipped)
        top += pen.block((rect.left, top), said, theme.SMALL, rect.width) + 10 * u
    if imports.stage.busy:
        return top
    if kind == PICTURES or not imports.missing:
        spot = Rect(rect.left, top, rect.width, ROW * u)
        if button(pen, f"imports.choose_{name}", spot, words(f"imports.choose_{name}")):
            pen.wish(f"choose_{name}")
        top = spot.bottom + 8 * u
    if have:
        top = _back(pen, f"reset_{name}", Rect(rect.left, top, rect.width, ROW * u))
    return top


def _shown_now(pen: Pen, imports: ImportsView, kind: str) -> str:
    """What is there of a kind now."""
    if kind == PICTURES:
        pictures = imports.pictures
        count = pen.words("imports.pictures_count", count=pictures.count)
        return _soft(pictures.fault) or (
            count if pictures.count else pen.words("imports.no_pictures")
        )
    have = imports.map if kind == MAP else imports.heights
    return _soft(have) if have else pen.words(BUILT_IN[kind])


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
