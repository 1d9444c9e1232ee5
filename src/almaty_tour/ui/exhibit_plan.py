"""Who stands where while an exhibit is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from almaty_tour.ui import theme
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen

ROOMY = 900.0
"""Design units of width from which list and label have room side by side."""
TOOLS = 10
TOOL_STEP = 52.0
NAMES = 56.0
"""Room above two that are compared, for their names."""


@dataclass(frozen=True)
class ExhibitPlan:
    """Places of the panels; None where one has no room in this window."""

    list: Rect | None
    label: Rect
    tools: Rect
    leave: Rect


def exhibit_plan(pen: Pen) -> ExhibitPlan:
    """List to the left, label to the right, tools between them at the bottom."""
    u, screen = pen.unit, pen.screen
    margin = (theme.MARGIN if screen.width > 1000 * u else 14.0) * u
    roomy = screen.width > ROOMY * u
    leave = Rect(margin, margin, 300 * u if roomy else 56 * u, 52 * u)
    wide = min(360 * u, 0.44 * screen.width)
    tools_wide = min(TOOLS * TOOL_STEP * u, screen.width - 2 * margin)
    left = leave.right + theme.GAP * u if roomy else margin
    right = screen.width - margin - wide - theme.GAP * u if roomy else screen.width - margin
    middle = (left + right) / 2
    tools_wide = min(tools_wide, right - left)
    tools = Rect(middle - tools_wide / 2, screen.height - margin - 56 * u, tools_wide, 56 * u)
    low = screen.height - margin if roomy else tools.top - theme.GAP * u
    label = Rect(screen.width - margin - wide, margin, wide, low - margin)
    top = leave.bottom + theme.GAP * u
    names = Rect(margin, top, leave.width, screen.height - margin - top) if roomy else None
    return ExhibitPlan(names, label, tools, leave)


def clear_before(pen: Pen, *, compared: bool) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the picture between the panels before an exhibit, in points."""
    places, screen = exhibit_plan(pen), pen.screen
    left = 0.0 if places.list is None else places.list.right
    right = screen.width if compared else places.label.left
    top = NAMES * pen.unit if compared else 0.0
    return left, top, right, places.tools.top
