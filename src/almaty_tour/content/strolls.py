"""Strolls: where people walk who are on no pavement, in `assets/content/strolls.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import ContentError
from almaty_tour.content.load import LATITUDES_DEG, LONGITUDES_DEG, MAX_TOML_BYTES, check_range
from almaty_tour.content.schema import StrollTable

FILE = "strolls.toml"
MOST_PEOPLE = 60


@dataclass(frozen=True)
class Stroll:
    """One way on foot.

    Attributes:
        line_deg: latitude and longitude of its points; it leads back the same way unless its
            last point is its first.
        room_m: how far people keep from it. speed_m_s: of the slowest.
        height_m: above the sea, where what they walk on is not the ground.
    """

    id: str
    line_deg: tuple[tuple[float, float], ...]
    people: int
    room_m: float
    speed_m_s: float
    height_m: float | None


def load_strolls(path: Path) -> tuple[Stroll, ...]:
    """The strolls of a file; ContentError names the one that is wrong."""
    try:
        tables = msgspec.toml.decode(
            read_bounded(path, MAX_TOML_BYTES), type=dict[str, StrollTable]
        )
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ContentError(path, str(error)) from error
    return tuple(_stroll(path, name, table) for name, table in tables.items())


def _stroll(path: Path, name: str, table: StrollTable) -> Stroll:
    if len(table.line_deg) < 2:
        raise ContentError(path, "a line has at least two points", where=name)
    for latitude_deg, longitude_deg in table.line_deg:
        check_range(path, f"{name}.line_deg", latitude_deg, *LATITUDES_DEG)
        check_range(path, f"{name}.line_deg", longitude_deg, *LONGITUDES_DEG)
    check_range(path, f"{name}.people", table.people, 1, MOST_PEOPLE)
    check_range(path, f"{name}.room_m", table.room_m, 0.0, 20.0)
    check_range(path, f"{name}.speed_m_s", table.speed_m_s, 0.3, 6.0)
    return Stroll(name, table.line_deg, table.people, table.room_m, table.speed_m_s, table.height_m)
