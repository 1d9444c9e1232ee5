"""Where buses stop: a little past the junctions of main streets, on some long stretches."""

from __future__ import annotations

from collections.abc import Iterator

from almaty_tour.base.rng import fraction
from almaty_tour.city.paint_roads import Road

RANKS = (3, 4)
EVERY_M, LONG_M, PAST_M, ROOM_M = 900.0, 18.0, 22.0, 160.0


def bus_stops_on(road: Road, low_m: float, high_m: float) -> Iterator[tuple[int, float]]:
    """The stops on a stretch between junctions: the side of the road, 1 for left, and the start."""
    room_m = high_m - low_m
    if not RANKS[0] <= road.look.rank <= RANKS[1] or room_m < ROOM_M:
        return
    if fraction(road.key, int(low_m), 17)[0] > room_m / EVERY_M:
        return
    for side in (1, -1):
        if side != road.section.median_side:
            yield side, low_m + PAST_M if side < 0 else high_m - PAST_M - LONG_M
