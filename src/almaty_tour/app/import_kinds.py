"""What was dropped or chosen: a map, heights or pictures; and the state of the pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from almaty_tour.gallery.kinds import lies_on_the_map, named_kind
from almaty_tour.gallery.library import library_place
from almaty_tour.gallery.missing import named_missing
from almaty_tour.gallery.summary import REPORT, read_summary
from almaty_tour.session.shelf import Shelf
from almaty_tour.ui.import_view import HEIGHTS, MAP, PICTURES, PicturesView

ENDINGS: Final = {
    MAP: (".osm.pbf", ".pbf", ".osm", ".json", ".geojson"),
    HEIGHTS: (".hgt", ".zip", ".tif", ".tiff"),
}
TIFFS: Final = (".tif", ".tiff")
_DONE: Final = re.compile(r"pictures (\d+)/(\d+)")


def kind_of(files: Sequence[str]) -> str | None:
    """`MAP` for one map, `HEIGHTS` or `PICTURES` for files of one kind; None for others.

    Folders hold pictures, and one table of captions may lie among them.
    """
    kinds = {_kind(name) for name in files if not name.lower().endswith(".csv")}
    kind = kinds.pop() if len(kinds) == 1 else None
    odd = len(files) > 1 if kind == MAP else kind == HEIGHTS and _tables(files)
    return None if odd else kind


def _tables(files: Sequence[str]) -> bool:
    return any(name.lower().endswith(".csv") for name in files)


def _kind(name: str) -> str | None:
    path, lower = Path(name), name.lower()
    if path.is_dir():
        return PICTURES
    if lower.endswith(TIFFS) and path.is_file() and not lies_on_the_map(path):
        return PICTURES
    found = (kind for kind, endings in ENDINGS.items() if lower.endswith(endings))
    return next(found, PICTURES if named_kind(lower) else None)


def done_of(lines: Sequence[str]) -> tuple[int, int] | None:
    """Pictures looked at and all of them, by the newest line of the command that tells it."""
    told = (found for line in reversed(lines) if (found := _DONE.fullmatch(line)))
    newest = next(told, None)
    return None if newest is None else (int(newest[1]), int(newest[2]))


def pictures_state(data: Path) -> PicturesView:
    """The library as it lies on the disk."""
    shelf, folder = Shelf(data), library_place(data)
    shelf.look()
    return PicturesView(len(shelf.records), folder=str(folder), fault=shelf.fault)


def report_stamp(data: Path) -> int:
    """Another number once an import has written its report anew; 0 without one."""
    try:
        return (library_place(data) / REPORT).stat().st_mtime_ns
    except OSError:
        return 0


def with_summary(view: PicturesView) -> PicturesView:
    """The same with what became of the files of the last import."""
    folder = Path(view.folder)
    return replace(view, summary=read_summary(folder), lacking=named_missing(folder))
