"""What the words of tags say: lengths, counts, colours, materials. Nonsense says nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

_NUMBER = re.compile(
    r"^\s*([-+]?\d+(?:[.,]\d+)?)\s*(m|meters?|metres?|м|ft|feet|')?\s*\.?\s*$", re.I
)
_FEET_INCHES = re.compile(r"^\s*(\d+)\s*'\s*(\d+(?:\.\d+)?)\s*(?:\"|'')\s*$")
FOOT_M = 0.3048
INCH_M = 0.0254
_HEX = re.compile(r"^#?([0-9a-f]{6}|[0-9a-f]{3})$", re.I)


def number(text: str | None) -> float | None:
    """A number with or without a unit of length, in metres: "12", "12 m", "12,5", "40 ft".

    Of a list ("3;4") the largest counts; None for what is no number, "-3" is -3.
    """
    if not text:
        return None
    found = [value for part in re.split(r"[;/]|(?<=\d)\s*-\s*(?=\d)", text) if
             (value := _one(part)) is not None]  # fmt: skip
    return max(found) if found else None


def _one(text: str) -> float | None:
    feet = _FEET_INCHES.match(text)
    if feet:
        return int(feet[1]) * FOOT_M + float(feet[2]) * INCH_M
    match = _NUMBER.match(text)
    if not match:
        return None
    value = float(match[1].replace(",", "."))
    unit = (match[2] or "").lower()
    value *= FOOT_M if unit in ("ft", "feet", "'") else 1.0
    return value if math.isfinite(value) else None


def within(value: float | None, low: float, high: float) -> float | None:
    """The value where it can be believed, else None."""
    return value if value is not None and low <= value <= high else None


def colour(text: str | None) -> str | None:
    """A colour by number or by name as "#RRGGBB"; None for what is no colour."""
    if not text:
        return None
    word = text.split(";")[0].strip().lower().replace(" ", "").replace("_", "").replace("-", "")
    match = _HEX.match(word)
    if match and (word.startswith("#") or any(c.isdigit() for c in word)):
        digits = match[1]
        return "#" + ("".join(c * 2 for c in digits) if len(digits) == 3 else digits).upper()
    return COLOURS.get(word.replace("grey", "gray"))


def first(tags: Mapping[str, str], *keys: str) -> str | None:
    """The value of the first key that is there."""
    return next((tags[key] for key in keys if tags.get(key)), None)


COLOURS = {
    "white": "#F2F0EA", "black": "#2A2A2A", "gray": "#8E8E8C", "lightgray": "#C4C4C0",
    "darkgray": "#6A6A68", "silver": "#B8BABC", "red": "#A8483C", "darkred": "#7E2E28",
    "maroon": "#6E2C2A", "brown": "#7C5A44", "lightbrown": "#A88868", "darkbrown": "#5A4032",
    "saddlebrown": "#80502E", "sienna": "#9A5A3A", "beige": "#DCD0B4", "tan": "#C8AE86",
    "sand": "#D2BE94", "cream": "#E6DCC0", "ivory": "#ECE6D4", "yellow": "#DCC060",
    "lightyellow": "#E8DEA4", "gold": "#C8A048", "goldenrod": "#C4963C", "orange": "#CC8044",
    "darkorange": "#C06C30", "salmon": "#D8937E", "pink": "#DCAAA4", "lightpink": "#E4C0B8",
    "green": "#5E8060", "lightgreen": "#A4C09C", "darkgreen": "#3E5A44", "olive": "#7C7C4C",
    "lime": "#8CB85C", "teal": "#4A7C7C", "turquoise": "#62ACA8", "cyan": "#7CBCC4",
    "aqua": "#7CBCC4", "blue": "#5878A4", "lightblue": "#A4BCD0", "darkblue": "#384E74",
    "navy": "#2E3C5C", "skyblue": "#94B8D0", "steelblue": "#5C80A0", "purple": "#74567C",
    "violet": "#9678A4", "lilac": "#B4A0C0", "peach": "#E0B898", "terracotta": "#B06A4C",
    "brick": "#9C5844", "rust": "#94502F", "copper": "#A8704C", "wheat": "#DCC89C",
    "linen": "#EAE0D0", "khaki": "#C2B684", "firebrick": "#9C3A32", "tomato": "#C8583F",
    "coral": "#D07A5C", "chocolate": "#9A5C34", "peru": "#B88450", "darkolivegreen": "#525E3C",
    "slategray": "#74808A", "dimgray": "#606060", "gainsboro": "#D4D4D2",
}  # fmt: skip
"""Named colours, softened: a map's "red" is paint in the sun, not a signal."""
