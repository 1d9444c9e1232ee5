"""The look: colours, type sizes and measures in design units, read by every panel.

A design unit is one point at 1280x720 with text at 100 %; `layout.unit_pt` scales it.
"""

from __future__ import annotations

from dataclasses import dataclass


def rgba(colour: str, alpha: float = 1.0) -> int:
    """A packed ABGR colour of "#RRGGBB" as Dear ImGui draws it."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return (round(alpha * 255) << 24) | (blue << 16) | (green << 8) | red


def fade(colour: int, alpha: float) -> int:
    """A packed colour with its opacity multiplied by `alpha` (0 to 1)."""
    return (colour & 0x00FFFFFF) | (round((colour >> 24) * min(max(alpha, 0.0), 1.0)) << 24)


# Gold on deep blue-black: the ground of a museum hall at night, the gold of the Golden Man.
NIGHT = rgba("#070C17")
PANEL = rgba("#0C1424", 0.90)
SHEET = rgba("#0C1424", 0.97)
RAISED = rgba("#FFFFFF", 0.07)
HOVERED = rgba("#FFFFFF", 0.13)
PRESSED = rgba("#E3B55B", 0.30)
CHOSEN = rgba("#E3B55B", 0.17)
LINE = rgba("#FFFFFF", 0.13)
GOLD = rgba("#E3B55B")
GOLD_BRIGHT = rgba("#F7D794")
GOLD_LINE = rgba("#E3B55B", 0.42)
INK = rgba("#F6F0E4")
MUTED = rgba("#C2BCAE")
ON_GOLD = rgba("#1A1408")
SKY = rgba("#6FC3CF")


THEMES = {
    "ancient": rgba("#DDA36B"),
    "city": rgba("#8FBCE6"),
    "state": rgba("#F1C65F"),
    "culture": rgba("#CDA4E8"),
    "sport": rgba("#86D29A"),
    "disaster": rgba("#F0937C"),
}
"""Colours of the themes of the story; each is told by its name too."""


@dataclass(frozen=True)
class Type:
    """One voice of the typography: a face of `fonts.FACES` and a size in design units."""

    face: str
    size: float


# Dear ImGui's size counts from ascender to descender, 1.2 times what typographers call size.
HERO = Type("title", 54.0)
TITLE = Type("title", 32.0)
HEADING = Type("title", 25.0)
BODY = Type("text", 18.0)
STRONG = Type("strong", 18.0)
CAPTION = Type("text", 25.0)
SMALL = Type("text", 16.0)
LABEL = Type("strong", 16.0)
TINY = Type("text", 14.0)
FINE = Type("text", 12.0)

LEADING = {"text": 1.14, "strong": 1.14, "title": 0.98}
"""Line distance of running text against its size, by face."""

TARGET = 44.0
"""The smallest side of anything that can be pressed."""

RADIUS = 12.0
GAP = 12.0
MARGIN = 24.0
