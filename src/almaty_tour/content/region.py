"""The sketch map of Zhetysu: lakes, rivers, ridges and towns by a few corners each."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import ContentError
from almaty_tour.content import schema
from almaty_tour.content.load import check_range, decoded, text
from almaty_tour.content.model import Text

F64 = npt.NDArray[np.float64]

FILE = "zhetysu.toml"
LEAST_CORNERS = {"lake": 3, "river": 2, "ridge": 2, "town": 1}


@dataclass(frozen=True)
class Shape:
    """One thing on the map.

    Attributes:
        corners: (n, 2) f8 latitude and longitude, degrees, rounded off.
        name_at: latitude and longitude of the middle of its name.
    """

    kind: Literal["lake", "river", "ridge", "town"]
    corners: F64
    name: Text | None
    name_at: tuple[float, float]


@dataclass(frozen=True)
class Region:
    """A land between two latitudes and two longitudes, degrees.

    `placed` is the only projection: equidistant, true to scale along the middle latitude.
    """

    south_deg: float
    north_deg: float
    west_deg: float
    east_deg: float
    shapes: tuple[Shape, ...]

    @property
    def aspect(self) -> float:
        """Width over height of the map."""
        middle = math.radians((self.south_deg + self.north_deg) / 2.0)
        wide, high = self.east_deg - self.west_deg, self.north_deg - self.south_deg
        return wide * math.cos(middle) / high

    def placed(self, places_deg: npt.ArrayLike) -> F64:
        """(n, 2) shares of width and height, from the left top, of latitudes and longitudes."""
        places = np.asarray(places_deg, np.float64).reshape(-1, 2)
        across = (places[:, 1] - self.west_deg) / (self.east_deg - self.west_deg)
        down = (self.north_deg - places[:, 0]) / (self.north_deg - self.south_deg)
        return np.stack([across, down], axis=1)


def load_region(path: Path) -> Region:
    """The map of a file; ContentError names file, key and fault."""
    file = decoded(path, schema.RegionFile)
    south, north, west, east = file.bounds_deg
    if not (-90.0 <= south < north <= 90.0 and -180.0 <= west < east <= 180.0):
        raise ContentError(
            path, "has no area", where="bounds_deg", hint="give south, north, west, east"
        )
    for shape in file.shapes:
        if len(shape.corners) < LEAST_CORNERS[shape.kind]:
            raise ContentError(path, f"a {shape.kind} has too few corners", where="shapes.corners")
        for latitude, longitude in shape.corners:
            check_range(path, "shapes.corners", latitude, south - 1.0, north + 1.0)
            check_range(path, "shapes.corners", longitude, west - 1.0, east + 1.0)
    shapes = tuple(_shape(one) for one in file.shapes)
    return Region(south, north, west, east, shapes)


def _shape(file: schema.ShapeFile) -> Shape:
    corners = np.array(file.corners, np.float64)
    at = corners.mean(axis=0) if file.kind == "lake" else corners[len(corners) // 2]
    return Shape(
        file.kind,
        rounded(corners, closed=True) if file.kind == "lake" else rounded(corners),
        None if file.name is None else text(file.name),
        file.name_at or (float(at[0]), float(at[1])),
    )


def rounded(line: F64, rounds: int = 2, *, closed: bool = False) -> F64:
    """(m, 2) f8 of (n, 2): corners cut off, the ends of an open line kept (Chaikin 1974)."""
    for _ in range(rounds):
        after = np.roll(line, -1, axis=0) if closed else line[1:]
        before = line if closed else line[:-1]
        cut = np.stack([0.75 * before + 0.25 * after, 0.25 * before + 0.75 * after], axis=1)
        cut = cut.reshape(-1, 2)
        line = cut if closed else np.concatenate([line[:1], cut, line[-1:]])
    return line
