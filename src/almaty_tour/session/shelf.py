"""The user's library of pictures as rooms show it: read again when it has changed."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.gallery.library import FILE, Library, library_place, thumb_place
from almaty_tour.gallery.record import LANGUAGES, Record

REST: Final = 20.0
"""So many times as long as reading took nothing is read again: an import writes all the time."""


class Shelf:
    """The pictures by digest; empty while there are none or while they cannot be read.

    Attributes:
        state: another one whenever the library was read anew. fault: one line of what is wrong.
    """

    def __init__(self, data: Path) -> None:
        self._place = library_place(data)
        self._library: Library | None = None
        self.state: tuple[int, int] | None = None
        self._looked = False
        self._rests_until_s = 0.0
        self.fault = ""

    @property
    def records(self) -> dict[str, Record]:
        return {} if self._library is None else self._library.records

    def thumb(self, digest: str) -> Path:
        """The thumbnail of a picture that is there."""
        return thumb_place(self._place, digest)

    def look(self) -> bool:
        """Reads the library when it is another than before; whether it was."""
        began_s = time.monotonic()
        if began_s < self._rests_until_s:
            return False
        file = self._place / FILE
        try:
            told = file.stat()
            state = told.st_mtime_ns, told.st_size
        except OSError:
            state = None
        if self._looked and state == self.state:
            return False
        self._looked, self.state, self.fault = True, state, ""
        try:
            self._library = Library(self._place)
        except (AlmatyTourError, OSError) as error:
            self._library, self.fault = None, str(error)
        end_s = time.monotonic()
        self._rests_until_s = end_s + REST * (end_s - began_s)
        return True


def in_language(words: Mapping[str, str], language: str) -> str:
    """Words in a language, in no known one, else in any that is there."""
    order = (language, "", *LANGUAGES)
    return next((words[code] for code in order if code in words), "")


def title_of(record: Record, language: str) -> str:
    """The caption of a picture, or the name of its file."""
    return in_language(record.taken.captions, language) or Path(record.path).stem
