"""SRTM tiles: `.hgt` of 1 and 3 arc-seconds, plain or zipped.

A tile covers one degree, its name is its south-west corner, and it holds 1201 x 1201 or
3601 x 3601 heights as big-endian int16 from the north, -32768 where the radar saw nothing.
"""

from __future__ import annotations

import math
import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError
from almaty_tour.city.dem.raster import Raster, same

SIDES: Final = (1201, 3601)
VOID: Final = -32768
LOWEST_M, HIGHEST_M = -450, 8_900
LARGEST_BYTES: Final = 2 * SIDES[-1] ** 2
MOST_MEMBERS: Final = 64
_NAME: Final = re.compile(r"([NS])(\d{2})([EW])(\d{3})", re.IGNORECASE)
_M_PER_DEG: Final = 111_195.0


def read_hgt(path: Path) -> Raster:
    """A tile from a `.hgt` file. Raises AssetError when it is damaged or named wrongly."""
    return _tile(path, path.name, read_bounded(path, LARGEST_BYTES))


def read_zipped(path: Path) -> Raster:
    """A tile from a `.hgt.zip` archive with one `.hgt` in it."""
    if path.stat().st_size > 2 * LARGEST_BYTES:
        raise AssetError(path, f"is larger than the {2 * LARGEST_BYTES} bytes that are read")
    try:
        with zipfile.ZipFile(path) as archive:
            member = _member(path, archive)
            with archive.open(member) as stream:
                data = stream.read(LARGEST_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise AssetError(path, f"is a damaged archive: {error}") from error
    except (NotImplementedError, RuntimeError) as error:
        raise AssetError(path, f"cannot be unpacked: {error}") from error
    if len(data) != member.file_size:
        raise AssetError(path, f"{member.filename} unpacks to more than it says")
    return _tile(path, PurePosixPath(member.filename).name, data)


def _member(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one `.hgt` inside, its size checked before a byte is unpacked."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise AssetError(path, f"holds {len(members)} files, at most {MOST_MEMBERS} are read")
    tiles = [one for one in members if one.filename.lower().endswith(".hgt")]
    if len(tiles) != 1:
        raise AssetError(path, f"holds {len(tiles)} .hgt files, one is expected")
    if tiles[0].file_size > LARGEST_BYTES:
        what = f"{tiles[0].filename} unpacks to {tiles[0].file_size} bytes"
        raise AssetError(path, f"{what}, a tile has at most {LARGEST_BYTES}")
    return tiles[0]


def _tile(path: Path, name: str, data: bytes) -> Raster:
    south, west = _corner(path, name)
    side = math.isqrt(len(data) // 2)
    if side not in SIDES or len(data) != 2 * side * side:
        wanted = " or ".join(str(2 * s * s) for s in SIDES)
        raise AssetError(path, f"{name} has {len(data)} bytes, a tile has {wanted}")
    values = np.frombuffer(data, ">i2").reshape(side, side)
    _plausible(path, values)
    heights = np.where(values == VOID, np.float32(np.nan), values.astype(np.float32))
    step = 1.0 / (side - 1)
    spacing = step * _M_PER_DEG * math.cos(math.radians(south + 0.5))
    affine = (step, 0.0, float(west), 0.0, -step, south + 1.0)
    return Raster(path.name, heights, affine, same, _back, spacing)


def _back(
    u: npt.NDArray[np.float64], v: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    return v, u


def _corner(path: Path, name: str) -> tuple[int, int]:
    """Latitude and longitude of the south-west corner, from the name."""
    found = _NAME.match(name)
    if found is None:
        raise AssetError(path, f"'{name}' does not name its corner", hint="as N43E076.hgt")
    north, lat, east, lon = found.groups()
    south = int(lat) if north.upper() == "N" else -int(lat)
    west = int(lon) if east.upper() == "E" else -int(lon)
    if not (-90 <= south < 90 and -180 <= west < 180):
        raise AssetError(path, f"'{name}' names no corner on the Earth", hint="as N43E076.hgt")
    return south, west


def _plausible(path: Path, values: npt.NDArray[np.int16]) -> None:
    known = values[values != VOID]
    if not known.size:
        raise AssetError(path, "holds no height at all")
    low, high = int(known.min()), int(known.max())
    if low >= LOWEST_M and high <= HIGHEST_M:
        return
    turned = known.byteswap()
    swapped = int(turned.min()) >= LOWEST_M and int(turned.max()) <= HIGHEST_M
    hint = "the bytes are in little-endian order" if swapped else "not a tile of heights?"
    raise AssetError(path, f"has heights from {low} to {high} m", hint=hint)
