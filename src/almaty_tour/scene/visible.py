"""Which copies of props a view shows, and how finely.

Groups first (houses of a tile, trees of a tile), by distance and frustum; then the heads of
their slices, by height; one by one only where a group is not wholly within the frustum or not
wholly at the far level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.copies import GROUPS, RAW, STEPS_M, Copies, is_house, spans
from almaty_tour.scene.copylist import CopyList
from almaty_tour.scene.fading import with_ends
from almaty_tour.scene.vertex import INSTANCE

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
Rows = npt.NDArray[np.void]
U16 = npt.NDArray[np.uint16]

PROP_LEVELS: Final = 3
FAR_LEVEL: Final = PROP_LEVELS - 1
_KEYS: Final = 2 * PROP_LEVELS  # of a kind: its levels, and its levels as they fade
_SCALE_UP: Final = INSTANCE.fields["scale"][1] // 4 + 1  # type: ignore[index]
_SAFE: Final = np.float32(1e-4)  # share by which a whole group is clear of a limit
_SAFE_M: Final = np.float32(0.05)


@dataclass(frozen=True)
class Sight:
    """A view as props see it.

    Attributes:
        eye: (3,) f8 world. planes: (k, 4) frustum planes relative to the eye.
        least_rad: angles from which a house and any other prop are drawn.
        middle_rad, finest_rad: from which their middle and finest level are drawn.
        fade: share of a limit above which a copy begins to fade, 0 for never.
    """

    eye: F64
    planes: F64
    least_rad: tuple[float, float]
    middle_rad: float
    finest_rad: float
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


def visible_copies(copies: Copies, sight: Sight, extra: Sequence[Crowd] = ()) -> CopyList:
    """The copies that a view shows, by kind and level, near groups first."""
    crowds = [_of_crowd(copies, one, sight) for one in extra if len(one.rows)]
    looked = _of_groups(copies, sight, sum(len(one.rows) for one in crowds))
    _write_first(looked, crowds)
    shown, key, fades = _shown(copies, looked, sight)
    if not len(shown):
        return CopyList()
    order = np.argsort(key, kind="stable")
    shown = shown.take(order)
    rows = looked.rows.take(shown)
    words = rows.view(np.float32).reshape(-1, INSTANCE.itemsize // 4)
    for axis in range(3):
        words[:, axis] = looked.place[axis].take(shown)
    if fades is not None:
        _tell(words, order, fades)
    counts = np.bincount(key)
    used = np.flatnonzero(counts)
    counts = counts[used]
    group, fading = used // _KEYS, used % _KEYS >= PROP_LEVELS
    return CopyList(
        rows.view(INSTANCE), copies.kinds, group, used % _KEYS % PROP_LEVELS,
        np.cumsum(counts) - counts, counts, fading,
    )  # fmt: skip


@dataclass(frozen=True)
class _Looked:
    """Copies that are looked at; those from `sure` on are surely shown, at the far level.

    Attributes:
        rows: (n,) of `RAW`. place: (3, n) f4 relative to the eye.
        kind: (n,) u2. height_m: (n,) f4.
        least_rad: angle from which each of the first `sure` is drawn.
    """

    rows: Rows
    place: F32
    kind: U16
    height_m: F32
    least_rad: F32
    sure: int


def _of_groups(copies: Copies, sight: Sight, before: int) -> _Looked:
    """The copies of groups in view behind room for so many others, which is left empty."""
    group, least_m, most_m, inside = groups_in_view(copies, sight)
    first, least_rad = copies.first[group], _least_rad(sight).take(group % GROUPS)
    end = copies.heads(group, np.searchsorted(STEPS_M, least_rad * least_m, "right") - 1)
    # Within [sure_from, sure_to) all are small enough for the far level and large enough.
    small = np.searchsorted(STEPS_M, np.float32(sight.middle_rad) * least_m, "right") - 1
    large = np.searchsorted(STEPS_M, least_rad * most_m * np.float32(1.0 + sight.fade), "left")
    sure_from = np.minimum(copies.heads(group, small), end)
    sure_to = np.minimum(copies.heads(group, large), end)
    known = inside & (large > 0) & (large < len(STEPS_M)) & (sure_to > sure_from)
    sure_to = np.where(known, sure_to, sure_from)
    tested = np.concatenate([sure_from, end - sure_to])
    counts = np.concatenate([tested, sure_to - sure_from])
    at = spans(np.concatenate([first, first + sure_to, first + sure_from]), counts)
    every = before + len(at)
    rows, place = np.zeros(every, RAW), np.zeros((3, every), np.float32)
    kind, height_m = np.zeros(every, np.uint16), np.zeros(every, np.float32)
    for table, mine in ((copies.rows.view(RAW), rows), (copies.kind, kind)):
        table.take(at, out=mine[before:], mode="clip")  # the only mode without a second copy
    copies.height_m.take(at, out=height_m[before:], mode="clip")
    words = rows[before:].view(np.float32).reshape(-1, INSTANCE.itemsize // 4)
    shift = (copies.origins[group] - sight.eye).astype(np.float32).T
    for axis in range(3):
        moved = np.repeat(np.tile(shift[axis], 3), counts)
        np.add(moved, words[:, axis], out=place[axis, before:])
    least = np.zeros(before + int(tested.sum()), np.float32)
    least[before:] = np.repeat(np.tile(least_rad, 2), tested)
    return _Looked(rows, place, kind, height_m, least, len(least))


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
    away = np.sqrt(np.einsum("in,in->n", outside, outside))
    near = np.flatnonzero(away - _SAFE_M <= sight_m)
    planes = sight.planes.astype(np.float32)
    signed = planes[:, :3] @ middle.take(near, 1) + planes[:, 3:]
    reach = np.abs(planes[:, :3]) @ half.take(near, 1)
    slack = radius_m.take(near) + _SAFE_M
    seen = np.flatnonzero(np.minimum.reduce(signed + reach, axis=0) >= -slack)
    inside = np.minimum.reduce((signed - reach).take(seen, 1), axis=0) >= _SAFE_M
    near = near.take(seen)
    return near, away.take(near), inside


def _of_crowd(copies: Copies, crowd: Crowd, sight: Sight) -> _Looked:
    number = np.array([copies.number(name) for name in crowd.kinds], np.uint16)
    house = np.array([is_house(name) for name in crowd.kinds])
    kind = number.take(crowd.kind)
    _, height = copies.sizes_m(kind, crowd.rows["scale"])
    least = _least_rad(sight).take(np.where(house, 0, 1)).take(crowd.kind)
    least = np.zeros_like(least) if crowd.always else least
    place = np.ascontiguousarray((crowd.places - sight.eye).T, np.float32)
    return _Looked(crowd.rows.view(RAW), place, kind, height, least, len(height))


def _write_first(looked: _Looked, crowds: list[_Looked]) -> None:
    """Write crowds into the room that was left before what stands."""
    first = 0
    for one in crowds:
        mine = slice(first, first := first + len(one.rows))
        looked.rows[mine], looked.place[:, mine] = one.rows, one.place
        looked.kind[mine], looked.height_m[mine] = one.kind, one.height_m
        looked.least_rad[mine] = one.least_rad


@dataclass(frozen=True)
class _Fades:
    """What is shown in a share of its pixels.

    Attributes:
        at: (m,) i8 places among what is shown. end_m: (m,) f4 where the finer level ends.
        coarse: (m,) bool, whether it is the coarser of the two.
    """

    at: I64
    end_m: F32
    coarse: npt.NDArray[np.bool_]


def _shown(copies: Copies, looked: _Looked, sight: Sight) -> tuple[I64, U16, _Fades | None]:
    """Which are shown, kind and level of each as one number, and which of them fade."""
    place, height = looked.place[:, : looked.sure], looked.height_m[: looked.sure]
    away = np.maximum(np.sqrt(np.einsum("in,in->n", place, place)), np.float32(1.0))
    large = np.flatnonzero(height > looked.least_rad * away)
    planes = sight.planes.astype(np.float32)
    signed = planes[:, :3] @ place.take(large, 1) + planes[:, 3:]
    radius = copies.radius_m_of(looked.kind.take(large), height.take(large))
    shown = large[np.minimum.reduce(signed, axis=0) >= -radius]
    size_rad = height.take(shown) / away.take(shown)
    level = (size_rad <= np.float32(sight.middle_rad)).astype(np.uint16)
    level += size_rad <= np.float32(sight.finest_rad)
    near = looked.kind.take(shown) * np.uint16(_KEYS) + level
    far = looked.kind[looked.sure :] * np.uint16(_KEYS) + np.uint16(FAR_LEVEL)
    every = np.arange(looked.sure, len(looked.rows))
    if not sight.fade:
        return np.concatenate([shown, every]), np.concatenate([near, far]), None
    limit = np.array([sight.finest_rad, sight.middle_rad, 0.0], np.float32).take(level)
    limit = np.where(level == FAR_LEVEL, looked.least_rad.take(shown), limit)
    fading = np.flatnonzero(size_rad < limit * np.float32(1.0 + sight.fade))
    near[fading] += np.uint16(PROP_LEVELS)
    twice = fading[level.take(fading) < FAR_LEVEL]
    end_m = height.take(shown) / np.maximum(limit, np.float32(1e-9))
    count = len(shown) + len(every)
    fades = _Fades(
        np.concatenate([fading, np.arange(count, count + len(twice))]),
        np.concatenate([end_m.take(fading), end_m.take(twice)]),
        np.arange(len(fading) + len(twice)) >= len(fading),
    )
    return (
        np.concatenate([shown, every, shown.take(twice)]),
        np.concatenate([near, far, near.take(twice) + np.uint16(1)]), fades,
    )  # fmt: skip


def _tell(words: F32, order: I64, fades: _Fades) -> None:
    """Write into sorted rows how those that fade do."""
    place = np.zeros(len(order), np.int64)
    place[order] = np.arange(len(order))
    at = place.take(fades.at)
    words[at, _SCALE_UP] = with_ends(words[at, _SCALE_UP], fades.end_m, fades.coarse)


def _least_rad(sight: Sight) -> F32:
    return np.array(sight.least_rad, np.float32)
