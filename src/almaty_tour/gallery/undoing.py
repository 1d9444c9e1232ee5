"""Which pictures an import can be undone by: what came with the last one, or from a folder.

An import notes what was there before it, so what it added is known even when it was cut off.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import SettingError
from almaty_tour.base.files import write_atomic
from almaty_tour.gallery.library import MOST_LIBRARY_BYTES, Library

BEFORE: Final = "before.txt"


def note_before(library: Library) -> None:
    """Keep the digests that are there before an import; OSError where that cannot be written."""
    write_atomic(library.folder / BEFORE, "\n".join(library.records).encode())


def came_last(library: Library) -> set[str]:
    """The digests that the last import added and nobody removed; SettingError without any."""
    path = library.folder / BEFORE
    if not path.exists():
        raise SettingError(
            "no import is known (almaty-tour pictures remove DIR takes out a folder)"
        )
    before = read_bounded(path, MOST_LIBRARY_BYTES).decode("ascii", errors="replace").split()
    found = set(library.records) - set(before)
    if not found:
        raise SettingError(
            "of the last import no picture is left to take out "
            "(almaty-tour pictures remove DIR takes out a folder)"
        )
    return found


def came_from(library: Library, place: str) -> set[str]:
    """The digests whose originals lie in a folder, or are that file; it may be gone by now."""
    path = Path(os.path.abspath(place))  # noqa: PTH100 - as an import names it
    places = {path, path.resolve()} if place else set()
    return {
        one.digest
        for one in library.records.values()
        if any(Path(one.path).is_relative_to(where) for where in places)
    }
