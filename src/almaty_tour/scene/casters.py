"""Which copies of props can throw a shadow into a map."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.scene.copies import GROUPS, RAW, STEPS_M, Copies, is_house, spans
from almaty_tour.scene.copylist import CopyList
from almaty_tour.scene.vertex import INSTANCE

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Near:
    """Where casters are looked for.

    Attributes:
        reach_m: level distance from the middle. ball_m: radius that every copy counts with.
        least_m: less tall copies throw no shadow that can be seen.
        touched: which balls at (n, 3) places relative to the middle, of (n,) radii, count.
        share: how many of what is no house count, 0 to 1: the same ones each time, and a larger
            share has all of a smaller one.
    """

    reach_m: float
    ball_m: float
    least_m: float
    touched: Callable[[F32 | F64, npt.ArrayLike], npt.NDArray[np.bool_]]
    share: float = 1.0


def near_copies(copies: Copies, middle: F64, near: Near, levels: Mapping[int, int]) -> CopyList:
    """The copies of some kinds near a place, by kind, relative to it.

    `levels` gives the level that each number of a kind is drawn at; others are left out.
    """
    if not levels or not copies.used:
        return CopyList()
    group = _groups(copies, middle, near, levels)
    step = int(np.clip(np.searchsorted(STEPS_M, near.least_m, "right") - 1, 0, len(STEPS_M) - 1))
    count = copies.taller[group, step].astype(np.int64)
    at = spans(copies.first[group], count)
    rows = copies.rows.view(RAW).take(at).view(INSTANCE)
    place = np.repeat((copies.origins[group] - middle).astype(np.float32).T, count, axis=1)
    for axis in range(3):
        place[axis] += rows["position"][:, axis]
    wanted = np.zeros(len(copies.kinds), bool)
    wanted[list(levels)] = True
    kind = copies.kind.take(at)
    keep = np.flatnonzero(wanted.take(kind) & near.touched(place.T, near.ball_m))
    if near.share < 1.0:
        late = fraction(rows["seed"].take(keep)) >= near.share
        keep = keep[~(late & copies.other.take(kind.take(keep)).astype(bool))]
    keep = keep[np.argsort(kind.take(keep), kind="stable")]
    rows = rows.view(RAW).take(keep).view(INSTANCE)
    rows["position"] = place.take(keep, 1).T
    number = np.array(sorted(levels), np.int64)
    counts = np.bincount(kind.take(keep), minlength=len(copies.kinds))
    first = np.cumsum(counts) - counts
    number = number[counts[number] > 0]
    level = np.array([levels[one] for one in number.tolist()], np.int64)
    return CopyList(rows, copies.kinds, number, level, first[number], counts[number])


def _groups(copies: Copies, middle: F64, near: Near, levels: Mapping[int, int]) -> I64:
    """Groups of which a copy may count."""
    filled = copies.count > 0
    if all(is_house(copies.kinds[number]) for number in levels):
        filled[1::GROUPS] = False
    apart = copies.boxes[:2] - middle[:2, None].astype(np.float32)
    outside = np.maximum(np.abs(apart) - copies.boxes[3:5], np.float32(0.0))
    found = np.flatnonzero(filled & (np.hypot(*outside) <= near.reach_m))
    place = copies.boxes[:3, found].T.astype(np.float64) - middle
    radius = np.linalg.norm(copies.boxes[3:6, found], axis=0) + near.ball_m
    return found[near.touched(place, radius)]
