"""The order in which the ground is painted."""

from __future__ import annotations

from enum import IntEnum


class Layer(IntEnum):
    """Layers from the lowest to the highest; fills are those up to CORNER, and lie below strokes.

    Streets cover verges and pavements, wide streets cover narrow ones, markings cover streets,
    rails cover all. So nothing needs a hole cut for what lies over it.
    """

    GREEN = 0
    WATER = 1
    PAVEMENT = 2
    VERGE = 3
    SHOULDER = 4
    CORNER = 5

    PLOT = 18
    BED = 19
    YARD = 20
    PATH = 21
    TRACK_LINE = 22
    PATCH = 23
    EARTH = 24
    BALLAST = 25
    LANE = 26
    SIDE_STREET = 27
    STREET = 28
    AVENUE = 29
    WEAR = 30
    MANHOLE = 31
    KERB = 32
    ARYK = 33
    ARYK_BED = 34
    ARYK_WATER = 35
    TRAM_BED = 36
    MARKING = 37
    CROSSING = 38
    SLEEPER = 39
    RAIL = 40
    PLATFORM = 41
