"""Stretches of chunks: each is seen, and drawn as coarsely as its own distance allows.

A square or a ropeway holds the eye within its bounds while most of it is far away. What is drawn
are runs: stretches of a chunk that follow one another and are drawn alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.chunk import Chunk, Level, Wants
from almaty_tour.scene.cull import box_distance_m, lowered, visible_boxes
from almaty_tour.scene.fading import WHOLE, chunk_fades
from almaty_tour.scene.lod import careful, levels_for

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
U8 = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Stretches:
    """The stretches of some chunks, chunk after chunk.

    Attributes:
        rows: (n,) i4 rows of their chunks in the scene. numbers: (n,) i4 within the chunk.
        near: (7, n) f4 world centre, half size, 1 of what is drawn at the finest level, which
            distances are to. seen: the same round all levels: clustering moves edges.
        errors: (n, levels) f4 metres. reach_m: (n,) f4 view distance. wants: (n,) u1 `Wants`.
    """

    rows: I32
    numbers: I32
    near: F32
    seen: F32
    errors: F32
    reach_m: F32
    wants: U8

    @classmethod
    def joined(cls, parts: Sequence[Stretches], levels: int) -> Stretches:
        """All of some tables in one."""
        parts = [none(levels), *parts]
        return cls(
            np.concatenate([one.rows for one in parts]),
            np.concatenate([one.numbers for one in parts]),
            np.concatenate([one.near for one in parts], axis=1),
            np.concatenate([one.seen for one in parts], axis=1),
            np.concatenate([one.errors for one in parts]),
            np.concatenate([one.reach_m for one in parts]),
            np.concatenate([one.wants for one in parts]),
        )


@dataclass(frozen=True)
class Runs:
    """What is drawn of stretches, nearest first.

    Attributes:
        rows: (n,) i4 rows of the scene. spans: (n, 2) i4 first stretch, and the one past the last.
        levels: (n,) i4. shares: (n,) f4 of the pixels (`scene.fading`).
        away_m: (n,) f4 distance to the nearest.
        boxes: (6, n) f4 world middle and half size of what they are.
    """

    rows: I32
    spans: I32
    levels: I32
    shares: F32
    away_m: F32
    boxes: F32


def none(levels: int) -> Stretches:
    """No stretches."""
    few, boxes = np.zeros(0, np.int32), np.zeros((7, 0), np.float32)
    return Stretches(
        few, few, boxes, boxes, np.zeros((0, levels), np.float32), np.zeros(0, np.float32),
        np.zeros(0, np.uint8),
    )  # fmt: skip


def stretches_of(chunk: Chunk, row: int, errors: F32) -> Stretches:
    """The stretches of a chunk under its row; errors: (levels,) f4, inf where there is none."""
    bounds = chunk.stretches
    if not len(bounds):
        bounds = np.array([[chunk.bounds_min, chunk.bounds_max] * 2], np.float32)
    count = len(bounds)
    return Stretches(
        np.full(count, row, np.int32),
        np.arange(count, dtype=np.int32),
        _boxes(bounds[:, :2], chunk.origin_enu),
        _boxes(bounds[:, 2:], chunk.origin_enu),
        np.repeat(errors[None], count, axis=0),
        np.full(count, chunk.view_distance_m, np.float32),
        np.array(chunk.wants or (Wants.ALL,) * count, np.uint8),
    )


def bounds_of(levels: Sequence[Level]) -> F32:
    """(s, 4, 3) f4 low and high corners of each stretch at the finest level, then of all levels."""
    if not levels:
        return np.zeros((0, 4, 3), np.float32)
    each = np.array([_level_bounds(level) for level in levels])
    low, high = each[:, :, 0].min(axis=0), each[:, :, 1].max(axis=0)
    return np.stack([each[0, :, 0], each[0, :, 1], low, high], axis=1).astype(np.float32)


def runs_in_view(
    table: Stretches,
    eye: F64,
    world_planes: F64,
    per_m: float,
    first_share: float,
    fade: float,
    apart_m: float = 0.0,
) -> Runs:
    """What a view shows of stretches, each at the coarsest level that its distance allows.

    Args:
        per_m: allowed error in metres for each metre of distance.
        first_share, fade, apart_m: as `DetailLimits` has them.
    """
    away = box_distance_m(table.near, eye)
    visible = visible_boxes(lowered(table.seen, eye), world_planes)
    found = ((away <= table.reach_m) & visible).nonzero()[0]
    away, errors = away[found], careful(table.errors[found], first_share)
    levels = levels_for(errors, away, per_m)
    at, levels, shares = chunk_fades(errors, table.reach_m[found], away, levels, per_m, fade)
    of = found[at]
    rows, numbers, wants = table.rows[of], table.numbers[of], table.wants[of]
    boxes = table.seen[:6].take(of, 1)
    return _runs(rows, numbers, wants, levels, shares, away[at], boxes, apart_m)


def _runs(
    rows: I32,
    numbers: I32,
    wants: U8,
    levels: I32,
    shares: F32,
    away_m: F32,
    boxes: F32,
    apart_m: float,
) -> Runs:
    """Stretches as runs; far ones that follow one another and are drawn alike as one each."""
    order = np.lexsort((numbers, shares, levels, rows))
    rows, numbers, levels = rows[order], numbers[order], levels[order]
    shares, away_m, wants = shares[order], away_m[order], wants[order]
    new = np.ones(len(rows), bool)
    new[1:] = (
        (rows[1:] != rows[:-1]) | (levels[1:] != levels[:-1])
        | (shares[1:] != shares[:-1]) | (numbers[1:] != numbers[:-1] + 1)
        | (wants[1:] != wants[:-1]) | (np.minimum(away_m[1:], away_m[:-1]) < apart_m)
    )  # fmt: skip
    first = new.nonzero()[0]
    last = np.append(first[1:], len(rows)) - 1
    spans = np.stack([numbers[first], numbers[last] + 1], axis=1) if len(first) else _NO_SPANS
    nearest = np.minimum.reduceat(away_m, first) if len(first) else away_m
    joined = _joined(boxes.take(order, 1), first)
    order = np.argsort(nearest, kind="stable")
    first = first[order]
    return Runs(
        rows[first], spans[order], levels[first], shares[first], nearest[order], joined[:, order]
    )


def _joined(boxes: F32, first: npt.NDArray[np.intp]) -> F32:
    """(6, g) middle and half size of the boxes of each group, from (6, n) of all."""
    if not len(first):
        return boxes
    low = np.minimum.reduceat(boxes[:3] - boxes[3:], first, axis=1)
    high = np.maximum.reduceat(boxes[:3] + boxes[3:], first, axis=1)
    return np.concatenate([low + high, high - low]) * np.float32(0.5)


def with_bare(runs: Runs, rows: I32, away_m: F32) -> Runs:
    """The same, and chunks of which nothing but moving parts may be seen, at the end."""
    there = set(runs.rows.tolist())
    bare = [n for n, row in enumerate(rows.tolist()) if row not in there]
    if not bare:
        return runs
    count = len(bare)
    return Runs(
        np.concatenate([runs.rows, rows[bare]]).astype(np.int32),
        np.concatenate([runs.spans, np.zeros((count, 2), np.int32)]),
        np.concatenate([runs.levels, np.zeros(count, np.int32)]),
        np.concatenate([runs.shares, np.full(count, WHOLE, np.float32)]),
        np.concatenate([runs.away_m, away_m[bare]]),
        np.concatenate([runs.boxes, np.zeros((6, count), np.float32)], axis=1),
    )


_NO_SPANS: I32 = np.zeros((0, 2), np.int32)


def _boxes(corners: F32, origin_enu: tuple[float, float, float]) -> F32:
    """(7, s) f4 world centre, half size, 1 of (s, 2, 3) corners relative to an origin."""
    low, high = corners[:, 0].astype(np.float64), corners[:, 1].astype(np.float64)
    middle = np.asarray(origin_enu) + (low + high) / 2.0
    one = np.ones((len(low), 1))
    return np.concatenate([middle, (high - low) / 2.0, one], axis=1).T.astype(np.float32)


def _level_bounds(level: Level) -> F32:
    """(s, 2, 3) corners of each stretch; one without triangles has corners inside out."""
    starts = level.starts if len(level.starts) else np.array([0, len(level.indices) // 3])
    points = level.vertices["position"][level.indices]
    low = np.full((len(starts) - 1, 3), np.inf, np.float32)
    high = -low
    some = np.flatnonzero(np.diff(starts))
    if len(some):
        low[some] = np.minimum.reduceat(points, 3 * starts[some])
        high[some] = np.maximum.reduceat(points, 3 * starts[some])
    return np.stack([low, high], axis=1)
