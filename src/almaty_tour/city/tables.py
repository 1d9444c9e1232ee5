"""The tables of streets, parks, rivers and lakes as lines in local metres."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.frame import to_local

F64 = npt.NDArray[np.float64]
_FOLDER = Path(__file__).with_name("tables")

WIDTH_M = {
    "trunk": 26.0,
    "primary": 22.0,
    "secondary": 16.0,
    "tertiary": 12.0,
    "residential": 9.0,
    "unclassified": 8.0,
}
"""Kerb to kerb, by class of the map; an estimate that shapes the picture and is never told."""


@dataclass(frozen=True)
class Street:
    """A street's middle line, (n, 2) f8 metres, and its width from kerb to kerb."""

    kind: str
    line: F64
    width_m: float


@dataclass(frozen=True)
class Feature:
    """A river or railway (a line) or a park or lake (an outline), (n, 2) f8 metres."""

    kind: str
    subkind: str
    line: F64

    @property
    def sport(self) -> bool:
        """Whether it is a sports ground: no trees stand on it."""
        return self.subkind in ("stadium", "pitch")


def streets() -> list[Street]:
    """All streets of the table."""
    return [
        Street(row["class"], _line(row["lat_lon_polyline"]), WIDTH_M.get(row["class"], 8.0))
        for row in _rows("streets.csv")
    ]


def features() -> list[Feature]:
    """All rivers, railways, lakes and parks of the table with at least two points."""
    found = (
        Feature(row["kind"], row["subkind"], _line(row["lat_lon_points"]))
        for row in _rows("features.csv")
    )
    return [feature for feature in found if len(feature.line) > 1]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _line(points: str) -> F64:
    pairs = np.array([[float(v) for v in pair.split()] for pair in points.split("; ")])
    x, y = to_local(pairs[:, 0], pairs[:, 1])
    return np.stack([x, y], axis=1)
