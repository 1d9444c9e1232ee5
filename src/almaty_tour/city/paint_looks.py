"""How a street of each class is laid out beside its kerbs. Types of Almaty's streets, not measured.

From the kerb outwards: a verge with the aryk and a row of trees, then the pavement.
"""

from __future__ import annotations

from dataclasses import dataclass

LANE_M = 3.3
KERB_M = 0.18
ARYK_FROM_KERB_M = 1.85


@dataclass(frozen=True)
class Look:
    """The layout of a class.

    Attributes:
        rank: 5 trunk ... 2 tertiary, 1 side streets, 0 lanes, -1 ways without asphalt.
        verge_m: kerb to pavement. pavement_m: its width. corner_m: radius of kerbs at corners.
        dual_m: widest carriageway where each direction has its own.
        grey: sRGB of its asphalt before each street's own shade.
    """

    rank: int
    verge_m: float
    pavement_m: float
    corner_m: float
    dual_m: float
    grey: tuple[int, int, int]


_ASPHALT, _OLD, _WORN = (84, 84, 86), (92, 91, 91), (104, 102, 99)
_MAIN = Look(4, 3.4, 2.8, 9.0, 13.2, _ASPHALT)
_SECOND = Look(3, 3.4, 2.8, 8.0, 10.2, _ASPHALT)
_THIRD = Look(2, 3.1, 1.9, 6.0, 7.2, (88, 88, 89))
_SIDE = Look(1, 3.0, 1.5, 5.0, 6.6, _OLD)
_LANE = Look(0, 0.0, 0.0, 3.5, 6.0, _WORN)
_FOOT = Look(-1, 0.0, 0.0, 0.0, 6.0, (142, 136, 125))
_TRACK = Look(-1, 0.0, 0.0, 0.0, 6.0, (118, 106, 86))

LOOKS: dict[str, Look] = {
    "motorway": Look(5, 3.4, 0.0, 12.0, 14.0, _ASPHALT),
    "trunk": Look(5, 3.4, 2.8, 12.0, 14.0, _ASPHALT),
    "primary": _MAIN,
    "secondary": _SECOND,
    "tertiary": _THIRD,
    "motorway_link": Look(1, 3.0, 0.0, 6.0, 7.0, _ASPHALT),
    "trunk_link": Look(1, 3.0, 0.0, 6.0, 7.0, _ASPHALT),
    "primary_link": Look(1, 3.0, 0.0, 6.0, 7.0, _ASPHALT),
    "secondary_link": Look(1, 3.0, 0.0, 6.0, 7.0, _ASPHALT),
    "residential": _SIDE,
    "unclassified": _SIDE,
    "pedestrian": Look(-1, 0.0, 0.0, 0.0, 6.0, (150, 145, 137)),
    "footway": _FOOT,
    "path": _FOOT,
    "steps": _FOOT,
    "cycleway": Look(-1, 0.0, 0.0, 0.0, 6.0, (134, 92, 80)),
    "track": _TRACK,
    "bridleway": _TRACK,
}
"""By class of the map; every other class looks like a lane."""


def look(kind: str) -> Look:
    """The layout of a class of street."""
    return LOOKS.get(kind, _LANE)
