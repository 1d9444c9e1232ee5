"""Imported heights as the ground: which folder the terrain is read from, and whose they are.

A folder of imported heights is laid out as `assets/terrain` and holds `dem.toml` besides:

    version = 1
    credit = "SRTM, NASA/USGS, public domain"
    [[files]]
    name = "N43E076.hgt.zip"
    bytes = 1214899
    sha256 = "..."
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError
from almaty_tour.base.swap import Place
from almaty_tour.geo.terrain_files import CONFIG_FILE

FOLDER: Final = "dem"
MARK_FILE: Final = "dem.toml"
VERSION: Final = 1
LIMIT_BYTES: Final = 100_000
HINT: Final = "almaty-tour dem reset, or import again"


@dataclass(frozen=True)
class ImportedHeights:
    """What was imported.

    Attributes:
        folder: laid out as `assets/terrain`.
        credit: to be shown on the screen. files: names of what was imported.
    """

    folder: Path
    credit: str
    files: tuple[str, ...]


def imported_heights(data: Path, shipped: Path) -> ImportedHeights | None:
    """The heights in the user's data folder, None where there are none.

    Raises AssetError when they are damaged or were made for another ground than `shipped`
    (the folder `assets/terrain`).
    """
    folder = data / FOLDER
    mark = folder / MARK_FILE
    if not mark.is_file():
        return None
    try:
        table = tomllib.loads(read_bounded(mark, LIMIT_BYTES).decode())
        version, credit = table["version"], str(table["credit"])
        files = tuple(str(one["name"]) for one in table["files"])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise AssetError(mark, f"is damaged: {error}", hint=HINT) from error
    if version != VERSION or _lattices(folder) != _lattices(shipped):
        raise AssetError(mark, "was made by another version of the program", hint=HINT)
    return ImportedHeights(folder, credit, files)


def _lattices(folder: Path) -> object:
    """What a terrain says of its lattices."""
    path = folder / CONFIG_FILE
    try:
        return tomllib.loads(read_bounded(path, LIMIT_BYTES).decode()).get("lattice")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AssetError(path, f"is damaged: {error}", hint=HINT) from error


def heights_place(data: Path) -> Place:
    """Where imported heights lie in the user's data folder."""
    return Place(data / FOLDER, MARK_FILE)
