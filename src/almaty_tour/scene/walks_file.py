"""`walks.npz`: ways on foot with their timetables, who stands, and traffic lights, as arrays."""

from __future__ import annotations

import io
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.arrays import damaged, read_npz

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
LIMIT_BYTES: Final = 8_000_000
NAME: Final = "walks.npz"
HINT: Final = "bake the town again"
LEGS: Final = 4
SITS, WAITS = 0, 1


@dataclass(frozen=True)
class WalksFile:
    """Where people are; w ways, n points, s spots, g lights.

    Attributes:
        points, aside: (n, 2) f4 metres, the ways one after the other, each closed (its last point
            is its first), and what one metre to the left is at each point.
        first: (w + 1,) i4 where each way begins. room_m: (w,) f4 how far people keep from its
            middle. people: (w,) u1 how many walk on it by day.
        begins_s, lasts_s, from_m: (w, 4) f4 when each leg of a way begins in its period, how
            long the slowest walk it, and where it begins; it leads to where the next one does.
        period_s: (w,) u2 after which all is the same again. beat_s: (w,) u1 what people are
            apart by in time, whole numbers of it: the cycle of the lights where they cross.
        spots: (s, 3) f4 x, y and where who is there looks. spot: (s,) u1 sits or waits.
        lights: (g, 3) f4 x, y and yaw. phase: (g,) u1 the half of the cycle when it is green.
    """

    points: F32
    aside: F32
    first: npt.NDArray[np.int32]
    room_m: F32
    people: U8
    begins_s: F32
    lasts_s: F32
    from_m: F32
    period_s: npt.NDArray[np.uint16]
    beat_s: U8
    spots: F32
    spot: U8
    lights: F32
    phase: U8

    def data(self) -> bytes:
        """The bytes of the file."""
        buffer = io.BytesIO()
        arrays = {field.name: getattr(self, field.name) for field in fields(self)}
        np.savez_compressed(buffer, allow_pickle=False, **arrays)
        return buffer.getvalue()


SHAPES: Final[dict[str, tuple[str, int]]] = {
    "points": ("<f4", 2), "aside": ("<f4", 2), "first": ("<i4", 1), "room_m": ("<f4", 1),
    "people": ("|u1", 1), "begins_s": ("<f4", 2), "lasts_s": ("<f4", 2), "from_m": ("<f4", 2),
    "period_s": ("<u2", 1), "beat_s": ("|u1", 1), "spots": ("<f4", 2), "spot": ("|u1", 1),
    "lights": ("<f4", 2), "phase": ("|u1", 1),
}  # fmt: skip


def read_walks(folder: Path) -> WalksFile:
    """The walks of a folder; AssetError when the file is missing or damaged."""
    path = folder / NAME
    found = WalksFile(**read_npz(path, LIMIT_BYTES, hint=HINT, forms=SHAPES))
    try:
        _fitting(found)
    except ValueError as error:
        raise damaged(path, error, HINT) from error
    return found


def at_rest(file: WalksFile, keep: npt.NDArray[np.bool_]) -> WalksFile:
    """The same with some of those who stand or sit."""
    return replace(file, spots=file.spots[keep], spot=file.spot[keep])


def _fitting(found: WalksFile) -> None:
    ways, first = len(found.room_m), found.first
    fits = (
        all(len(one) == ways for one in (found.people, found.period_s, found.beat_s)),
        all(one.shape == (ways, LEGS) for one in (found.begins_s, found.lasts_s, found.from_m)),
        len(first) == ways + 1 and first[0] == 0 and first[-1] == len(found.points),
        bool((np.diff(first) > 2).all()),
        found.points.shape == found.aside.shape == (len(found.points), 2),
        found.spots.shape == (len(found.spot), 3) and found.lights.shape == (len(found.phase), 3),
        bool((found.lasts_s > 0.0).all() and (found.period_s > 0).all() and found.beat_s.all()),
    )
    if not all(fits):
        raise ValueError("its tables do not fit together")
