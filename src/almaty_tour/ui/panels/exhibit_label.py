"""The label of an exhibit: what is sure about it, and what is of our making."""

from __future__ import annotations

from almaty_tour.content.exhibits import ExhibitSpec, Size
from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.exhibit_plan import exhibit_plan
from almaty_tour.ui.format import decimal
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.story import bullet, pair, part
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import Look, button, surface

ORDER = 61


def shown(desk: Desk, view: UiView) -> bool:
    looking = view.state.mode is Mode.EXHIBITION and desk.sheet is Sheet.NONE
    compared = view.state.held is not None and view.state.held.beside
    return looking and view.exhibit is not None and not compared


def build(pen: Pen, view: UiView) -> None:
    """Name above, text that scrolls below."""
    spec = view.exhibit
    if spec is None:
        return
    u, language, rect = pen.unit, pen.words.language, exhibit_plan(pen).label
    surface(pen, rect)
    inner = rect.inset(20 * u, 16 * u)
    kind = Rect(inner.left, inner.top, inner.width, 22 * u)
    pen.line(kind, pen.words("exhibits.reconstruction"), theme.LABEL, theme.GOLD_BRIGHT)
    at = (inner.left, kind.bottom + 4 * u)
    height = pen.block(at, spec.name[language], theme.HEADING, inner.width)
    top = kind.bottom + height + 18 * u
    foot = 0.0 if spec.find_deg is None else 56 * u
    body = Rect(inner.left, top, inner.width + 10 * u, inner.bottom - top - foot)
    if foot:
        _ways(pen, spec, Rect(inner.left, inner.bottom - 46 * u, inner.width, 46 * u), view)
    with pen.scroll(f"exhibit.{spec.id}", body) as width:
        _story(pen, spec, width - 14 * u)


def _ways(pen: Pen, spec: ExhibitSpec, rect: Rect, view: UiView) -> None:
    """To the map, and to the find place itself where the tour can fly."""
    there = view.find_in_reach
    half = (rect.width - 10 * pen.unit) / 2 if there else rect.width
    first = Rect(rect.left, rect.top, half, rect.height)
    if button(pen, "label.map", first, pen.words("exhibits.on_map"), Look.QUIET, "map"):
        pen.wish("toggle_finds")
    second = Rect(rect.right - half, rect.top, half, rect.height)
    go = pen.words("explore.fly_there")
    if there and button(pen, "label.fly", second, go, Look.QUIET, "fly"):
        pen.wish("fly_to_find", spec.id)


def _story(pen: Pen, spec: ExhibitSpec, width: float) -> None:
    words, language = pen.words, pen.words.language
    pen.paragraph(spec.lead[language], theme.BODY, width, below=12 * pen.unit)
    pair(pen, words("exhibits.period"), _period(pen, spec), width)
    pair(pen, words("exhibits.material"), spec.material[language], width)
    pair(pen, words("exhibits.find_place"), spec.find_place[language], width)
    if spec.original is not None:
        pair(pen, words("exhibits.original"), spec.original[language], width)
    _sizes(pen, words("exhibits.size"), [s for s in spec.sizes if s.source], width)
    _sizes(pen, words("exhibits.size_of_ours"), [s for s in spec.sizes if not s.source], width)
    if spec.story:
        part(pen, words("explore.facts"), width)
        for fact in spec.story:
            bullet(pen, fact.text[language], width)
    part(pen, words("explore.points"), width)
    for number, point in enumerate(spec.annotations, 1):
        bullet(pen, point.text[language], width, str(number))
    part(pen, words("explore.sources"), width)
    sources = "; ".join(spec.sources)
    pen.paragraph(sources, theme.SMALL, width, theme.MUTED, below=8 * pen.unit)


def _period(pen: Pen, spec: ExhibitSpec) -> str:
    """A date that no source states is told as uncertain."""
    period, doubt = spec.period[pen.words.language], pen.words("exhibits.uncertain")
    return period if spec.period_source else f"{period} ({doubt})"


def _sizes(pen: Pen, title: str, sizes: list[Size], width: float) -> None:
    """The measures of the first part that has any; the list tells the others."""
    if sizes:
        first = [size for size in sizes if size.part == sizes[0].part]
        told = " · ".join(_told(pen, size) for size in first)
        pen.paragraph(title, theme.SMALL, width, theme.MUTED)
        pen.paragraph(told, theme.BODY, width, below=8 * pen.unit)


def _told(pen: Pen, size: Size) -> str:
    name = pen.words(f"exhibits.{size.of}")
    return pen.words("exhibits.centimetres", name=name, number=decimal(pen.words, size.value_cm))
