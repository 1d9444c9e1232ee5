"""What `doctor` and `status` tell of extras and imports, in plain words."""

from __future__ import annotations

import sys
from pathlib import Path

from almaty_tour.base.extras import EXTRAS, missing
from almaty_tour.base.swap import size_bytes


def extras_line() -> str:
    """Which optional parts are there, and how to get the others."""
    there = [name for name, modules in EXTRAS.items() if not missing(modules)]
    gone = [name for name in EXTRAS if name not in there]
    how = f"{sys.executable} -m pip install -e '.[{','.join(gone)}]'"
    ways = f"; missing: {', '.join(gone)} (in the folder of the program: {how})" if gone else ""
    return f"extras: {', '.join(there) or 'none'}{ways}"


def map_line(data: Path) -> str:
    """The imported map: source, date, counts, size; AssetError where it is damaged."""
    from almaty_tour.scene.imported import import_place, read_import

    found = read_import(data)
    if found is None:
        return "map: the built-in city, nothing is imported"
    date = f" of {found.date}" if found.date else ""
    return (
        f"map: {found.file}{date}, {found.drawn} buildings drawn, {found.landmark} gave way to "
        f"landmarks, {found.skipped} left out, {found.tiles} tiles, "
        f"{_megabytes(import_place(data).folder)}"
    )


def heights_line(data: Path, shipped: Path) -> str:
    """The imported heights: whose, how many files, size; AssetError where they are damaged."""
    from almaty_tour.geo.imported import imported_heights

    found = imported_heights(data, shipped)
    if found is None:
        return "heights: the shipped ground, nothing is imported"
    return (
        f"heights: {found.credit}, {len(found.files)} files "
        f"({', '.join(found.files[:2])}{' ...' * (len(found.files) > 2)}), "
        f"{_megabytes(found.folder)}"
    )


def _megabytes(folder: Path) -> str:
    return f"{size_bytes(folder) / 1e6:.1f} MB"
