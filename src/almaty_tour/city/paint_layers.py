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
    BALLAST = 24
    LANE = 25
    SIDE_STREET = 26
    STREET = 27
    AVENUE = 28
    WEAR = 29
    MANHOLE = 30
    KERB = 31
    ARYK = 32
    ARYK_BED = 33
    ARYK_WATER = 34
    TRAM_BED = 35
    MARKING = 36
    CROSSING = 37
    SLEEPER = 38
    RAIL = 39
    PLATFORM = 40
