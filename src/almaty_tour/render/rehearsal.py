"""Which light is near: that of the next minutes, when it wants other programs than that of now."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

from almaty_tour.render.daylight import Daylight

LAMPS_DEG: Final = 1.0
"""Height of the sun under which lamps begin to burn."""
SHADOWS_DEG: Final = -0.8
"""Height of the sun from which it throws shadows."""
NEAR_DEG: Final = 4.0
"""So near the sun takes a quarter of an hour to one of them, or half a minute of a tour."""
CLOSED: Final = 1.0


def lights_near(day: Daylight) -> tuple[Daylight, ...]:
    """The light with lamps, and with shadows, the other way round, where that is near."""
    height_deg = math.degrees(math.asin(max(-1.0, min(1.0, day.sun_enu[2]))))
    found = []
    if abs(height_deg - LAMPS_DEG) < NEAR_DEG:
        found.append(replace(day, night=0.0 if day.night > 0.0 else 1.0))
    if abs(height_deg - SHADOWS_DEG) < NEAR_DEG and day.cloud < CLOSED:
        lit = 0.0 if day.shadow_strength > 0.0 else 1.0
        found.append(replace(day, night=1.0, shadow_strength=lit))
    return tuple(found)
