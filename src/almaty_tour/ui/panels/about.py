"""Credits and licences."""

from __future__ import annotations

from slimgui import imgui

from almaty_tour import __version__
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.sheet import sheet
from almaty_tour.ui.view import UiView

ORDER = 102


def shown(desk: Desk, view: UiView) -> bool:
    return desk.sheet is Sheet.ABOUT


def build(pen: Pen, view: UiView) -> None:
    """What this is, whose data and letters it uses, and its own licence."""
    u, words = pen.unit, pen.words
    with sheet(pen, "about", words("about.title"), "toggle_about", 560.0) as width:
        pen.paragraph(words("program.exhibition"), theme.HEADING, width, below=4 * u)
        pen.paragraph(
            words("program.exhibition_place"), theme.LABEL, width, theme.GOLD_BRIGHT, 12 * u
        )
        pen.paragraph(words("about.what"), theme.BODY, width, below=18 * u)
        pen.paragraph(words("about.credits"), theme.LABEL, width, theme.GOLD_BRIGHT, 6 * u)
        for name in ("map_credit", "relief_credit", "inter_credit", "literata_credit"):
            pen.paragraph(words(f"about.{name}"), theme.BODY, width, below=6 * u)
        for credit in view.credits:
            pen.paragraph(credit, theme.BODY, width, below=6 * u)
        imgui.dummy((width, 10 * u))
        pen.paragraph(words("about.software"), theme.LABEL, width, theme.GOLD_BRIGHT, 6 * u)
        for name in ("software_credit", "facts_credit"):
            pen.paragraph(words(f"about.{name}"), theme.BODY, width, below=6 * u)
        version = words("about.version", version=__version__)
        pen.paragraph(version, theme.SMALL, width, theme.MUTED, below=8 * u)
