"""What stands in the courts of flats: benches at the doors, playgrounds, cages, clothes lines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.grounds import Patch
from almaty_tour.city.houses import Row
from almaty_tour.city.kinds import is_flats
from almaty_tour.city.land import CENTRE
from almaty_tour.city.paint_courts import doors
from almaty_tour.city.things import NUMBER, Things, fences, joined, things

F64 = npt.NDArray[np.float64]
REACH_M = 9_000.0
BENCH_M = (2.1, 1.5)
Place = tuple[str, float, float, float]
"""A thing in a ground: kind, shares of its half length and half width, turn in degrees."""
LAYOUTS: dict[str, tuple[Place, ...]] = {
    "play": (
        ("play.sand", -0.5, 0.1, 0.0), ("play.swings", 0.5, -0.3, 90.0),
        ("play.slide", 0.05, 0.55, 20.0), ("play.climber", 0.1, -0.55, 70.0),
        ("bench.park", -0.5, -0.85, 180.0), ("bench.park", 0.55, 0.85, 0.0),
    ),
    "sand": (
        ("play.sand", 0.4, 0.0, 0.0), ("play.swings", -0.5, 0.3, 10.0),
        ("bench.park", 0.3, -0.85, 180.0),
    ),
    "drying": (("play.lines", -0.3, 0.0, 0.0), ("play.carpets", 0.65, 0.0, 80.0)),
    "power": (("shed.transformer", 0.0, 0.0, 0.0),),
    "round": (("play.fountain", 0.0, 0.0, 0.0), ("bench.park", 0.0, -0.85, 180.0),
              ("bench.park", 0.0, 0.85, 0.0)),
}  # fmt: skip


def court_things(houses: Sequence[Row], patches: Sequence[Patch]) -> Things:
    """All that stands in courts near enough to the middle of the city."""
    near = [patch for patch in patches if _near(patch.corners.mean(axis=0))]
    found = [_laid(patch) for patch in near if patch.kind in LAYOUTS]
    found += [_cage(patch) for patch in near if patch.kind == "court"]
    flats = [row for row in houses if is_flats(row.kind)]
    found += [_benches(row) for row in flats if _near(np.array([row.x_m, row.y_m]))]
    return joined(found)


def _near(place: F64) -> bool:
    return bool(np.hypot(*(place - CENTRE)) < REACH_M)


def _laid(patch: Patch) -> Things:
    """The things of a ground by its layout."""
    a, b, _, d = patch.corners
    layout = LAYOUTS[patch.kind]
    share = np.array([(x, y) for _, x, y, _ in layout])
    xy = patch.corners.mean(axis=0) + share[:, :1] * (b - a) / 2 + share[:, 1:] * (d - a) / 2
    turn = np.arctan2(*(b - a)[::-1]) + np.radians([degrees for *_, degrees in layout])
    return things([NUMBER[kind] for kind, *_ in layout], xy, turn)


def _cage(patch: Patch) -> Things:
    """The high fence about a sports court."""
    corners = patch.corners
    kind = NUMBER["fence.cage"] if patch.key & 128 else NUMBER["fence.yard"]
    return fences(kind, corners, np.roll(corners, -1, axis=0))


def _benches(row: Row) -> Things:
    """A bench beside most doors, its back to the wall."""
    at = doors(row)
    keys = hashed(row.seed, np.arange(len(at)), 95)
    at = at[fraction(keys, 1) < 0.8]
    along = np.array([np.cos(row.yaw_rad), np.sin(row.yaw_rad)])
    out = np.array([-along[1], along[0]])
    return things(NUMBER["bench.park"], at + BENCH_M[0] * along + BENCH_M[1] * out,
                  row.yaw_rad + np.pi)  # fmt: skip
