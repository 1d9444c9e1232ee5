"""`assets/content/services.toml`: where maps and heights come from, and how to ask politely."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

import msgspec

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import ContentError, SettingError

FILE: Final = "services.toml"
LARGEST_BYTES: Final = 100_000
LARGEST_BOX_DEG: Final = 0.6
LAND: Final = (74.0, 41.0, 80.0, 45.5)

Box = tuple[float, float, float, float]


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class MapService(_Strict, frozen=True):
    """An Overpass API, or one file to load."""

    kind: Literal["overpass", "extract"]
    url: str
    largest_bytes: int
    piece_deg: float = 0.07
    select: tuple[str, ...] = ()


class HeightService(_Strict, frozen=True):
    """Tiles of one degree; `url` and `file` take `ns lat ew lon`."""

    url: str
    file: str
    largest_bytes: int
    credit: str
    box: Box

    def tile(self, south: int, west: int) -> tuple[str, str]:
        """Address and file name of the tile with a south-west corner."""
        place = {
            "ns": "N" if south >= 0 else "S", "lat": abs(south),
            "ew": "E" if west >= 0 else "W", "lon": abs(west),
        }  # fmt: skip
        return self.url.format(**place), self.file.format(**place)


class Services(_Strict, frozen=True):
    """The whole file; times in seconds, boxes west, south, east, north in degrees."""

    version: Literal[1]
    agent: str
    pause_s: float
    tries: int
    timeout_s: float
    longest_wait_s: float
    most_s: float
    box: Box
    map: MapService
    heights: HeightService


def read_services(content: Path) -> Services:
    """The settings; ContentError for a wrong key or an address that is not HTTP."""
    path = content / FILE
    try:
        found = msgspec.toml.decode(read_bounded(path, LARGEST_BYTES), type=Services)
        for where, url in (("map.url", found.map.url), ("heights.url", found.heights.url)):
            if urlsplit(url).scheme not in ("http", "https"):
                raise ContentError(path, f"'{url}' is no HTTP address", where=where)
        found.heights.tile(43, 76)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ContentError(path, str(error)) from error
    except (KeyError, IndexError, ValueError) as error:
        raise ContentError(path, f"has an unknown field: {error}", where="heights") from error
    return found


def box_of(words: str) -> Box:
    """A box from `west,south,east,north`; SettingError for anything else."""
    try:
        west, south, east, north = (float(part) for part in words.split(","))
    except ValueError:
        hint = "write for example 76.90,43.22,76.98,43.28"
        raise SettingError(f"'{words}' is not west,south,east,north ({hint})") from None
    if not (LAND[0] <= west < east <= LAND[2] and LAND[1] <= south < north <= LAND[3]):
        raise SettingError(f"'{words}' is no box round Almaty (it stands at 76.95 E, 43.25 N)")
    if max(east - west, north - south) > LARGEST_BOX_DEG:
        raise SettingError(f"'{words}' is larger than {LARGEST_BOX_DEG} degrees")
    return west, south, east, north


def corners(box: Box) -> list[tuple[int, int]]:
    """South-west corners (south, west) of the tiles of one degree that a box touches."""
    west, south, east, north = box
    return [
        (lat, lon)
        for lat in range(math.floor(south), math.ceil(north))
        for lon in range(math.floor(west), math.ceil(east))
    ]
