"""Who stands where while the story is told: themes above, the row of events, the range below."""

from __future__ import annotations

from dataclasses import dataclass

from almaty_tour.ui import theme
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen

WIDE, TALL = 900.0, 560.0
"""Design units from which a window has room for a title and all themes side by side."""
CARD, SIDE = 500.0, 236.0
"""Width of the event in the middle and of its neighbours, design units."""
HAND = 58.0
"""Room for the hand to the next event, on both sides of the one in the middle."""
RIDGE_TALLEST, RIDGE_LEAST = 380.0, 84.0
CARD_LEAST, CARD_TALLEST, CARD_SHARE = 262.0, 390.0, 0.5


@dataclass(frozen=True)
class TimelinePlan:
    """Places of the parts; None where one has no room in this window."""

    title: Rect | None
    close: tuple[float, float]
    themes: Rect
    every_theme: bool
    strip: Rect
    card: Rect
    ridge: Rect | None

    def hand(self, side: float, unit: float) -> tuple[float, float]:
        """Middle of the hand to the event before (-1) or after (1)."""
        x, y = self.card.centre
        return x + side * (self.card.width / 2 + HAND / 2 * unit), y


def timeline_plan(pen: Pen) -> TimelinePlan:
    """The places for the size of this window and text."""
    u, screen = pen.unit, pen.screen
    roomy = screen.width > WIDE * u and screen.height > TALL * u
    margin = (theme.MARGIN if roomy else 12.0) * u
    close = (screen.width - margin - 22 * u, margin + 22 * u)
    title = Rect(margin, margin, screen.width - 2 * margin - 60 * u, 44 * u) if roomy else None
    top = margin if title is None else title.bottom + 8 * u
    room = screen.width - 2 * margin
    themes = Rect(margin, top, room if roomy else min(room - 60 * u, 330 * u), 44 * u)
    below = themes.bottom + (14.0 if roomy else 8.0) * u
    spare = screen.height - below - margin - 10 * u
    card_tall = min(max(spare * CARD_SHARE, CARD_LEAST * u), CARD_TALLEST * u)
    tall = min(spare - card_tall, RIDGE_TALLEST * u)
    ridge = None
    if tall >= RIDGE_LEAST * u:
        ridge = Rect(margin, screen.height - margin * 0.6 - tall, room, tall)
    low = screen.height - margin if ridge is None else ridge.top - 10 * u
    strip = Rect(0.0, below, screen.width, low - below)
    wide = min(CARD * u, screen.width - 2 * (HAND + 4.0) * u)
    card = Rect((screen.width - wide) / 2, strip.top, wide, min(strip.height, CARD_TALLEST * u))
    return TimelinePlan(title, close, themes, roomy, strip, card, ridge)
