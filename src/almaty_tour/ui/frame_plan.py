"""Who stands where while exploring, so that panels never lie on each other."""

from __future__ import annotations

from dataclasses import dataclass

from almaty_tour.ui import theme
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView

DAYLIGHT_HEIGHT, SKY_HEIGHT = 118.0, 110.0
TOOLS = 9
TOOL_STEP, NARROW_STEP = 50.0, 44.0
NARROW = 700.0
WIDE = 1000.0
"""Design units from which a window has room for everything."""
WIDE_MAP, NARROW_MAP = 96.0, 70.0
ZOOM_SIDE = 46.0


@dataclass(frozen=True)
class Plan:
    """Places of the panels; None where a panel has no room in this window."""

    places: Rect | None
    sky: Rect | None
    daylight: Rect | None
    tools: Rect
    card: Rect | None
    map: Rect | None
    rigs: Rect | None
    here: Rect | None = None


def plan(pen: Pen, view: UiView) -> Plan:
    """The places for the size of this window and text; crowded windows drop the least."""
    u, screen, desk = pen.unit, pen.screen, pen.desk
    wide, tall = screen.width / u, screen.height / u
    margin = (theme.MARGIN if wide > 1000 else 14.0) * u
    column = min(340.0 if wide > 1000 else 300.0, wide * 0.46) * u
    low = screen.height - margin
    tools_wide = (TOOLS * TOOL_STEP if wide > NARROW else (TOOLS - 1) * NARROW_STEP) * u
    tools = Rect(screen.width - margin - tools_wide, margin, tools_wide, 52 * u)
    card_open = view.state.selected is not None
    roomy = tall > 430.0
    places = sky = daylight = None
    if roomy or not desk.list_open:
        daylight = Rect(margin, low - DAYLIGHT_HEIGHT * u, column, DAYLIGHT_HEIGHT * u)
    bottom = low if daylight is None else daylight.top - theme.GAP * u
    if daylight is not None and desk.sky_open:
        sky = Rect(margin, bottom - SKY_HEIGHT * u, column, SKY_HEIGHT * u)
        bottom = sky.top - theme.GAP * u
    if desk.list_open and (sky is None or tall > 640.0):
        beside = margin + column + theme.GAP * u <= tools.left
        top = margin if beside else tools.bottom + theme.GAP * u
        places = Rect(margin, top, column, bottom - top)
    radius = (WIDE_MAP if wide > WIDE else NARROW_MAP) * u
    with_map = desk.map_open and wide > 800 and (not card_open or tall > 640.0)
    map_place = Rect(
        screen.width - margin - 2 * radius, low - 2 * radius, 2 * radius, 2 * radius
    ) if with_map else None  # fmt: skip
    card_top = tools.bottom + theme.GAP * u
    card_low = low if map_place is None else map_place.top - 2.2 * theme.GAP * u
    card_wide = min(380.0 * u, screen.width * 0.48)
    card = (
        Rect(screen.width - margin - card_wide, card_top, card_wide, card_low - card_top)
        if card_open
        else None
    )
    rigs = _rigs(pen, margin, column, map_place, card)
    here = None if rigs is None else Rect(rigs.left, rigs.top - 38 * u, rigs.width, 30 * u)
    return Plan(places, sky, daylight, tools, card, map_place, rigs, here)


def clear_part(pen: Pen, view: UiView) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the picture between the panels while exploring."""
    found, screen = plan(pen, view), pen.screen
    left = 0.0 if found.places is None else found.places.right
    right = screen.right if found.card is None else found.card.left
    bottom = screen.bottom if found.here is None else found.here.top
    return left, 0.0, right, bottom


def _rigs(
    pen: Pen, margin: float, column: float, map_place: Rect | None, card: Rect | None
) -> Rect | None:
    u, screen = pen.unit, pen.screen
    left = margin + column + theme.GAP * u
    right = screen.width - margin
    if map_place is not None:
        right = map_place.left - theme.GAP * u
        if screen.width > WIDE * u:
            right -= ZOOM_SIDE * u
    if card is not None and card.bottom > screen.height - margin - 60 * u:
        right = min(right, card.left - theme.GAP * u)
    width = min(right - left, 470.0 * u)
    if width < 230 * u:
        return None
    return Rect(left + (right - left - width) / 2, screen.height - margin - 56 * u, width, 56 * u)
