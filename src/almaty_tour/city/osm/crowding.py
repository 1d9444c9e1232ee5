"""Buildings that stand in each other: the map's doubles and outlines inside outlines.

What is nearly the same outline is drawn once; what lies inside another is drawn only when it
rises above it. Small overlaps of neighbours are left: maps are drawn by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from almaty_tour.city.osm.outlines import Outline, Refused

INSIDE_SHARE = 0.3


def uncrowded(buildings: Sequence[Outline]) -> tuple[list[Outline], list[Refused]]:
    """The buildings that can stand beside each other, and those that cannot, with the reason."""
    if not buildings:
        return [], []
    shapes = np.array([one.shape for one in buildings], object)
    area = shapely.area(shapes)
    first, second = shapely.STRtree(shapes).query(shapes, "intersects")
    pair = first < second
    first, second = first[pair], second[pair]
    common = shapely.area(shapely.intersection(shapes[first], shapes[second]))
    crowded = common > INSIDE_SHARE * np.minimum(area[first], area[second])
    gone: dict[int, str] = {}
    for a, b in zip(first[crowded].tolist(), second[crowded].tolist(), strict=True):
        large, small = (
            (a, b) if _rank(buildings[a], area[a]) >= _rank(buildings[b], area[b]) else (b, a)
        )
        if large in gone or small in gone:
            continue
        gone[small] = f"it overlaps {buildings[large].name}"
    kept = [one for row, one in enumerate(buildings) if row not in gone]
    return kept, [_refused(buildings[row], why) for row, why in sorted(gone.items())]


def _rank(one: Outline, area_m2: Any) -> tuple[float, int]:
    """Which of two goes first: the larger, then the earlier."""
    return float(area_m2), -one.id


def _refused(one: Outline, why: str) -> Refused:
    return Refused(one.kind, one.id, why, one.part)
