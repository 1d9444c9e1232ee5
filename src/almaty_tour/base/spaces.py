"""Names of spaces: the outdoors is one, halls are others; portals join them."""

from __future__ import annotations

OUTDOORS = "city"
VITRINE = "vitrine"
"""Where one exhibit stands on a plinth; a unit of it is a centimetre."""
_INTERIOR = "hall."


def space_of(interior: str) -> str:
    """The space of an interior, by the interior's id."""
    return _INTERIOR + interior


def interior_of(space: str) -> str | None:
    """The id of the interior that a space is, None for any other space."""
    return space.removeprefix(_INTERIOR) if space.startswith(_INTERIOR) else None
