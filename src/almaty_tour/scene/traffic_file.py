"""`traffic.npz`: routes, timetables and bus stops as plain arrays, read with distrust."""

from __future__ import annotations

import io
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.arrays import damaged, read_npz
from almaty_tour.scene.platoons import MOST_CARS

LIMIT_BYTES: Final = 8_000_000
NAME: Final = "traffic.npz"
HINT: Final = "bake the town again"


@dataclass(frozen=True)
class TrafficFile:
    """Everything that drives and every bus stop; r routes, h hops, n points, k samples.

    Attributes:
        points: (n, 2) f4 metres, the ways of the routes one after the other.
        first: (r + 1,) i4 where each begins.
        cars: (r,) u1 most cars of a platoon. platoons: (r,) u2 after how many they are the
            same again, 0 never. rank: (r,) u1 of the street, 5 trunk to 2 tertiary.
            outer: (r,) u1 whether buses drive on it. open: (r,) u1 whether cars come into and
            go out of play at its ends.
        hop_route: (h,) u2. start_m, length_m: (h,) f4 along the route. leaves, lasts: (h,) u2
            half cycles until platoon 0 goes, and until it goes on.
        driven_first: (h + 1,) i4; driven_mm: (k,) u2 millimetres in each second.
        stops: (s, 3) f4 x, y and yaw of the shelters; they look to -y.
    """

    points: npt.NDArray[np.float32]
    first: npt.NDArray[np.int32]
    cars: npt.NDArray[np.uint8]
    platoons: npt.NDArray[np.uint16]
    rank: npt.NDArray[np.uint8]
    outer: npt.NDArray[np.uint8]
    open: npt.NDArray[np.uint8]
    hop_route: npt.NDArray[np.uint16]
    start_m: npt.NDArray[np.float32]
    length_m: npt.NDArray[np.float32]
    leaves: npt.NDArray[np.uint16]
    lasts: npt.NDArray[np.uint16]
    driven_first: npt.NDArray[np.int32]
    driven_mm: npt.NDArray[np.uint16]
    stops: npt.NDArray[np.float32]

    def data(self) -> bytes:
        """The bytes of the file."""
        buffer = io.BytesIO()
        arrays = {field.name: getattr(self, field.name) for field in fields(self)}
        np.savez_compressed(buffer, allow_pickle=False, **arrays)
        return buffer.getvalue()


SHAPES: Final[dict[str, tuple[str, int]]] = {
    "points": ("<f4", 2), "first": ("<i4", 1), "cars": ("|u1", 1), "platoons": ("<u2", 1),
    "rank": ("|u1", 1), "outer": ("|u1", 1), "open": ("|u1", 1), "hop_route": ("<u2", 1),
    "start_m": ("<f4", 1), "length_m": ("<f4", 1), "leaves": ("<u2", 1), "lasts": ("<u2", 1),
    "driven_first": ("<i4", 1), "driven_mm": ("<u2", 1), "stops": ("<f4", 2),
}  # fmt: skip


def read_traffic(folder: Path) -> TrafficFile:
    """The traffic of a folder; AssetError when the file is missing or damaged."""
    path = folder / NAME
    found = TrafficFile(**read_npz(path, LIMIT_BYTES, hint=HINT, forms=SHAPES))
    try:
        _fitting(found)
    except ValueError as error:
        raise damaged(path, error, HINT) from error
    return found


def _fitting(found: TrafficFile) -> None:
    routes, hops = len(found.cars), len(found.hop_route)
    fits = (
        all(len(one) == routes for one in (found.platoons, found.rank, found.outer, found.open)),
        all(len(one) == hops for one in (found.start_m, found.length_m, found.leaves, found.lasts)),
        _spans(found.first, routes, len(found.points), 2),
        _spans(found.driven_first, hops, len(found.driven_mm), 1),
        int(found.hop_route.max(initial=0)) < max(routes, 1),
        int(found.cars.max(initial=0)) <= MOST_CARS,
        int(found.lasts.min(initial=1)) > 0,
        found.stops.shape[1] == 3 and found.points.shape[1] == 2,
    )
    if not all(fits):
        raise ValueError("its tables do not fit together")


def _spans(first: npt.NDArray[np.int32], count: int, rows: int, least: int) -> bool:
    whole = len(first) == count + 1 and first[0] == 0 and first[-1] == rows
    return bool(whole and (np.diff(first) >= least).all())
