"""A map as it was read, before anything is decided: lines with tags, relations, points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
Tags = Mapping[str, str]


@dataclass(frozen=True)
class Way:
    """A line or ring.

    Attributes:
        id: as in the file.
        points: (n, 2) f8; degrees latitude and longitude when read, metres after `in_metres`.
        tags: as in the file.
        closed: whether the last point is the first one, by its id or its place.
        lost: points that the file names and does not hold.
    """

    id: int
    points: F64
    tags: Tags
    closed: bool
    lost: int = 0


@dataclass(frozen=True)
class Member:
    """A way that a relation refers to; `role` is "outer", "inner" or "part", may be empty."""

    way: int
    role: str


@dataclass(frozen=True)
class Relation:
    """A multipolygon or a building made of several ways."""

    id: int
    tags: Tags
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Point:
    """A place with tags, (2,) f8 as in `Way`."""

    id: int
    place: F64
    tags: Tags


@dataclass(frozen=True)
class RawMap:
    """What a file holds.

    Attributes:
        ways: by id; those without tags only where a relation needs them.
        date: of the data as the file tells it, "" when it does not.
    """

    ways: Mapping[int, Way]
    relations: tuple[Relation, ...]
    points: tuple[Point, ...] = ()
    date: str = ""
    kind: str = "osm"


@dataclass
class Limits:
    """What an import may cost at most.

    Attributes:
        text: letters of the values of all tags together. time_s: by the clock, all stages together.
    """

    file_bytes: int = 300_000_000
    json_bytes: int = 150_000_000
    objects: int = 60_000_000
    buildings: int = 400_000
    way_points: int = 20_000_000
    text: int = 300_000_000
    time_s: float = 900.0
