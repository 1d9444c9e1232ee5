"""Which copies of props a view shows, and how finely.

Groups first (houses of a tile, trees of a tile), by distance and frustum; then the heads of
their slices, by height; one by one only where a group is not wholly within the frustum or not
wholly at the far level.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.copies import GROUPS, RAW, STEPS_M, Copies, spans
from almaty_tour.scene.copylist import CopyList
from almaty_tour.scene.fading import APART, ends_apart, with_ends
from almaty_tour.scene.vertex import INSTANCE

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
Rows = npt.NDArray[np.void]
U16 = npt.NDArray[np.uint16]

PROP_LEVELS: Final = 3
FAR_LEVEL: Final = PROP_LEVELS - 1
_KEYS: Final = 2 * PROP_LEVELS  # of a kind: its levels, and its levels as they fade
_SEED: Final = INSTANCE.fields["seed"][1] // 4  # type: ignore[index]
_SCALE_UP: Final = INSTANCE.fields["scale"][1] // 4 + 1  # type: ignore[index]
_SAFE: Final = np.float32(1e-4)  # share by which a whole group is clear of a limit
_SAFE_M: Final = np.float32(0.05)
_STEP: Final = 14_000
"""Copies that are looked at in a step: they fit a core's own memory, a step takes about 1 ms,
and a matrix product of so many is not yet shared out to threads that have to be waked."""


@dataclass(frozen=True)
class Sight:
    """A view as props see it.

    Attributes:
        eye: (3,) f8 world. planes: (k, 4) frustum planes relative to the eye.
        least_rad: angles from which a house and any other prop are drawn.
        middle_rad, finest_rad: from which their middle and finest level are drawn.
        fade: share of a limit above which a copy begins to fade, 0 for never.
        nearer_m: so much nearer the eye may come while what is found still holds.
    """

    eye: F64
    planes: F64
    least_rad: tuple[float, float]
    middle_rad: float
    finest_rad: float
    nearer_m: float = 0.0
    fade: float = 0.0


@dataclass(frozen=True)
class Crowd:
    """Copies that are elsewhere in every picture: cars on the move, birds.

    Attributes:
        kinds: names; `kind` (n,) holds their numbers.
        places: (n, 3) f8 world metres. rows: (n,) of `INSTANCE`; positions are filled in.
        always: drawn however small; whoever makes them has left the small ones out.
    """

    kinds: tuple[str, ...]
    kind: npt.NDArray[np.integer]
    places: F64
    rows: Rows
    always: bool = False


@dataclass(frozen=True)
class Standing:
    """Copies that were chosen before, among which a view may choose.

    Attributes:
        origin_enu: (3,) f8. rows: (n,) of `RAW`. place: (3, n) f4 against the origin.
        kind: (n,) u2. height_m: (n,) f4. other: (n,) u1, 0 for houses and 1 for all else.
    """

    origin_enu: F64
    rows: Rows
    place: F32
    kind: U16
    height_m: F32
    other: npt.NDArray[np.uint8]

    @classmethod
    def of(cls, copies: Copies, listed: CopyList) -> Standing:
        """The copies of a list that has an origin."""
        kind = np.repeat(listed.kind, listed.count).astype(np.uint16)
        return cls(
            np.array(listed.origin_enu or (0.0, 0.0, 0.0)), listed.rows.view(RAW),
            np.ascontiguousarray(listed.rows["position"].T), kind,
            copies.sizes_m(kind, listed.rows["scale"])[1], copies.other.take(kind),
        )  # fmt: skip

    def shown(self, copies: Copies, sight: Sight) -> _Found:
        """Those that a view shows."""
        place = self.place + (self.origin_enu - sight.eye).astype(np.float32)[:, None]
        least = _least_rad(sight).take(self.other)
        return _shown(copies, sight, self.rows, place, self.kind, self.height_m, least)


NONE_STANDING: Final = Standing.of(Copies(), CopyList())


def visible_copies(
    copies: Copies, sight: Sight, extra: Sequence[Crowd] = (), among: Standing | None = None
) -> CopyList:
    """The copies that a view shows, by kind and level, near groups first.

    Of those that stand only some `among` others, which were chosen for views near this one.
    """
    if among is not None:
        found = _of_crowds(copies, extra, sight)
        return _listed(copies, [*found, among.shown(copies, sight)] if len(among.rows) else found)
    listed = CopyList()
    for step in choosing(copies, sight, extra):
        listed = step or listed
    return listed


def choosing(
    copies: Copies, sight: Sight, extra: Sequence[Crowd] = ()
) -> Iterator[CopyList | None]:
    """`visible_copies` in steps that pictures may lie between: None until the list is there."""
    found = _of_crowds(copies, extra, sight)
    if copies.used:
        tested, sure = _segments(copies, sight)
        for part in tested.parts():
            found.append(_tested(copies, part, sight))
            yield None
        for part in sure.parts():
            found.append(_far(copies, part, sight))
            yield None
    yield _listed(copies, found)


@dataclass(frozen=True)
class _Found:
    """Copies that are shown: (n,) of `RAW` relative to the eye, (n,) u2 kind and level as one."""

    rows: Rows
    key: U16


@dataclass(frozen=True)
class _Segments:
    """Copies that lie side by side, of a group each: (n,) group, first copy, how many."""

    group: I64
    first: I64
    count: I64

    @classmethod
    def of(cls, group: I64, first: I64, count: I64) -> _Segments:
        """Those that hold anything."""
        some = np.flatnonzero(count)
        return cls(group.take(some), first.take(some), count.take(some))

    def parts(self) -> Iterator[_Segments]:
        """The same in parts of about `_STEP` copies."""
        ends = np.cumsum(self.count)
        every = int(ends[-1]) if len(ends) else 0
        cuts = np.searchsorted(ends, np.arange(0, every + _STEP, _STEP), "right").tolist()
        for begin, end in pairwise(cuts):
            if end > begin:
                mine = slice(begin, end)
                yield _Segments(self.group[mine], self.first[mine], self.count[mine])


def _segments(copies: Copies, sight: Sight) -> tuple[_Segments, _Segments]:
    """Copies to look at one by one, and those that are surely shown at the far level."""
    group, least_m, most_m, inside = groups_in_view(copies, sight)
    first, least_rad = copies.first[group], _least_rad(sight).take(group % GROUPS)
    end = copies.heads(group, np.searchsorted(STEPS_M, least_rad * least_m, "right") - 1)
    # Within [sure_from, sure_to) all are small enough for the far level and large enough.
    small = np.searchsorted(STEPS_M, np.float32(sight.middle_rad) * least_m, "right") - 1
    large = np.searchsorted(
        STEPS_M,
        least_rad * (most_m + np.float32(sight.nearer_m)) * _over_least(sight),
        "left",
    )
    sure_from = np.minimum(copies.heads(group, small), end)
    sure_to = np.minimum(copies.heads(group, large), end)
    known = inside & (large > 0) & (large < len(STEPS_M)) & (sure_to > sure_from)
    sure_to = np.where(known, sure_to, sure_from)
    twice = np.concatenate([group, group])
    tested = np.concatenate([first, first + sure_to]), np.concatenate([sure_from, end - sure_to])
    sure = _Segments.of(group, first + sure_from, sure_to - sure_from)
    return _Segments.of(twice, *tested), sure


def _placed(copies: Copies, part: _Segments, sight: Sight) -> tuple[Rows, F32, U16, F32]:
    """Rows of copies, (3, n) f4 places against the eye, kinds, heights."""
    at = spans(part.first, part.count)
    rows = copies.rows.view(RAW).take(at)
    words = _words(rows)
    shift = (copies.origins[part.group] - sight.eye).astype(np.float32).T
    place = np.repeat(shift, part.count, axis=1)
    for axis in range(3):
        place[axis] += words[:, axis]
    return rows, place, copies.kind.take(at), copies.height_m.take(at)


def _tested(copies: Copies, part: _Segments, sight: Sight) -> _Found:
    """Which of some copies are shown."""
    rows, place, kind, height = _placed(copies, part, sight)
    least = np.repeat(_least_rad(sight).take(part.group % GROUPS), part.count)
    return _shown(copies, sight, rows, place, kind, height, least)


def _far(copies: Copies, part: _Segments, sight: Sight) -> _Found:
    """Copies that need no test."""
    rows, place, kind, _ = _placed(copies, part, sight)
    _words(rows)[:, :3] = place.T
    return _Found(rows, kind * np.uint16(_KEYS) + np.uint16(FAR_LEVEL))


def _words(rows: Rows) -> F32:
    """Rows as (n, words) f4, the place first."""
    return rows.view(np.float32).reshape(-1, INSTANCE.itemsize // 4)


def _listed(copies: Copies, found: list[_Found]) -> CopyList:
    """What was found as one list."""
    key = np.concatenate([np.zeros(0, np.uint16), *(one.key for one in found)])
    if not len(key):
        return CopyList()
    rows = np.concatenate([one.rows for one in found]).take(np.argsort(key, kind="stable"))
    counts = np.bincount(key)
    used = counts.nonzero()[0]
    counts = counts[used]
    return CopyList(
        rows.view(INSTANCE), copies.kinds, used // _KEYS, used % _KEYS % PROP_LEVELS,
        np.cumsum(counts) - counts, counts, fading=used % _KEYS >= PROP_LEVELS,
    )  # fmt: skip


def groups_in_view(copies: Copies, sight: Sight) -> tuple[I64, F32, F32, npt.NDArray[np.bool_]]:
    """Groups that may show anything, nearest first.

    Returns their numbers, the least and the most that a place of theirs can be away (metres),
    and whether they lie wholly within the frustum.
    """
    blocks, least = copies.blocks, _least_rad(sight)
    sight_m = blocks.tallest_m / np.where(blocks.house, least[0], least[1])
    found = _boxes_in_view(blocks.boxes, blocks.radius_m, sight_m, sight)[0]
    group = blocks.groups[spans(blocks.first[found], blocks.count[found])]
    sight_m = copies.tallest_m[group] / least[group % GROUPS]
    sight_m = np.minimum(sight_m, copies.view_m[group])
    boxes = copies.boxes[:6].take(group, 1)
    found, away, inside = _boxes_in_view(boxes, copies.radius_m[group], sight_m, sight)
    order = np.argsort(away, kind="stable")
    found, away, inside = found[order], away[order], inside[order]
    boxes = boxes.take(found, 1)
    far = np.abs(boxes[:3] - sight.eye.astype(np.float32)[:, None]) + boxes[3:]
    least_m = np.maximum(away * (1.0 - _SAFE) - _SAFE_M, np.float32(1.0))
    most_m = np.sqrt(np.einsum("in,in->n", far, far)) * (1.0 + _SAFE) + _SAFE_M
    return group[found], least_m, np.maximum(most_m, np.float32(1.0)), inside


def _boxes_in_view(
    boxes: F32, radius_m: F32, sight_m: F32, sight: Sight
) -> tuple[I64, F32, npt.NDArray[np.bool_]]:
    """Which boxes of places are near enough and in the frustum, how far, and wholly in it."""
    middle, half = boxes[:3] - sight.eye.astype(np.float32)[:, None], boxes[3:]
    outside = np.maximum(np.abs(middle) - half, np.float32(0.0))
    away = np.sqrt(np.einsum("in,in->n", outside, outside)) - np.float32(sight.nearer_m)
    near = (away - _SAFE_M <= sight_m).nonzero()[0]
    planes = sight.planes.astype(np.float32)
    signed = planes[:, :3] @ middle.take(near, 1) + planes[:, 3:]
    reach = np.abs(planes[:, :3]) @ half.take(near, 1)
    slack = radius_m.take(near) + _SAFE_M
    seen = (np.minimum.reduce(signed + reach, axis=0) >= -slack).nonzero()[0]
    inside = np.minimum.reduce((signed - reach).take(seen, 1), axis=0) >= _SAFE_M
    near = near.take(seen)
    return near, away.take(near), inside


def _of_crowds(copies: Copies, crowds: Sequence[Crowd], sight: Sight) -> list[_Found]:
    """Which of those that move are shown."""
    crowds = [one for one in crowds if len(one.rows)]
    if not crowds:
        return []
    kind = np.concatenate([copies.numbers(one.kinds).take(one.kind) for one in crowds])
    rows = np.concatenate([one.rows.view(RAW) for one in crowds])
    place = np.concatenate([one.places for one in crowds]) - sight.eye
    _, height = copies.sizes_m(kind, rows.view(INSTANCE)["scale"])
    least = _least_rad(sight)
    least = least.take(copies.other.take(kind))
    first = 0
    for one in crowds:
        least[first : first + len(one.rows)] *= not one.always
        first += len(one.rows)
    return [
        _shown(copies, sight, rows, np.ascontiguousarray(place.T, np.float32), kind, height, least)
    ]


def _shown(
    copies: Copies, sight: Sight, rows: Rows, place: F32, kind: U16, height: F32, least_rad: F32
) -> _Found:
    """Which of some copies are shown, each from an angle of its own, and how finely."""
    away = np.sqrt(np.einsum("in,in->n", place, place)) - np.float32(sight.nearer_m)
    np.maximum(away, np.float32(1.0), out=away)
    large = (height > least_rad * away).nonzero()[0]
    planes = sight.planes.astype(np.float32)
    signed = planes[:, :3] @ place.take(large, 1)
    signed += planes[:, 3:]
    radius = copies.radius_m_of(kind.take(large), height.take(large))
    shown = large[np.minimum.reduce(signed, axis=0) >= -radius]
    size_rad = height.take(shown) / away.take(shown)
    key = kind.take(shown) * np.uint16(_KEYS)
    key += size_rad <= np.float32(sight.middle_rad)
    key += size_rad <= np.float32(sight.finest_rad)
    rows = rows.take(shown)
    words = _words(rows)
    for axis in range(3):
        words[:, axis] = place[axis].take(shown)
    if not sight.fade:
        return _Found(rows, key)
    # The farthest that an eye may be for whom this still holds, as levels are for the nearest.
    farthest = away.take(shown) + np.float32(2.0 * sight.nearer_m)
    return _with_fades(
        _Found(rows, key), sight, height.take(shown), farthest, least_rad.take(shown)
    )


def _with_fades(found: _Found, sight: Sight, height_m: F32, away_m: F32, least_rad: F32) -> _Found:
    """What is shown, with those near a limit marked and added at their next level."""
    level = found.key % np.uint16(_KEYS)
    limit = np.array([sight.finest_rad, sight.middle_rad, 0.0], np.float32).take(level)
    far = level == FAR_LEVEL
    limit = np.where(far, least_rad * (np.float32(1.0) + APART), limit)
    fading = (height_m < limit * away_m * np.float32(1.0 + sight.fade)).nonzero()[0]
    found.key[fading] += np.uint16(PROP_LEVELS)
    twice = fading[level.take(fading) < FAR_LEVEL]
    more = found.rows.take(twice)
    for at, rows, coarse in ((fading, found.rows.take(fading), False), (twice, more, True)):
        told = _words(rows)[:, _SCALE_UP]
        end_m = height_m.take(at) / limit.take(at)
        last = far.take(at).nonzero()[0]
        end_m[last] *= ends_apart(_words(rows)[:, _SEED].view(np.uint32).take(last))
        told[:] = with_ends(told, end_m, np.full(len(at), coarse))
        if not coarse:
            found.rows[at] = rows
    key = np.concatenate([found.key, found.key.take(twice) + np.uint16(1)])
    return _Found(np.concatenate([found.rows, more]), key)


def _over_least(sight: Sight) -> np.float32:
    """From so many times the least angle on no copy fades from sight."""
    return np.float32((1.0 + sight.fade) * (1.0 + float(APART)) if sight.fade else 1.0)


def _least_rad(sight: Sight) -> F32:
    return np.array(sight.least_rad, np.float32)
