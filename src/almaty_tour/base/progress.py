"""The steps of an import: a line each on the command line, the visitor's words in the menu."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum


class Step(Enum):
    """What an import is at; the value is its line on the command line."""

    READING = "reading the file"
    SORTING = "sorting the outlines"
    BUILDING = "building walls and roofs"
    PAINTING = "painting the ground"
    JOINING = "joining the heights to the ground"
    LIGHTING = "surface, light and colours of the ground"


def last_step(lines: Sequence[str]) -> Step | None:
    """The newest step among the lines of a command, None before the first."""
    known = {step.value: step for step in Step}
    return next((known[line] for line in reversed(lines) if line in known), None)
