"""Names of spaces: the outdoors is one, halls are others; portals join them."""

from __future__ import annotations

OUTDOORS = "city"
VITRINE = "vitrine"
"""Where one exhibit stands on a plinth; a unit of it is a centimetre."""
