"""Pixels of the gallery, read beside the frame: small ones in a thread, large ones by a process."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Thread
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.gallery.record import RefusedError

if TYPE_CHECKING:
    from almaty_tour.gallery.decoder import Decoder

U8 = npt.NDArray[np.uint8]
SMALL_PX: Final = 320
LARGE_PX: Final = 2560
MOST_WAITING: Final = 64
MOST_READY: Final = 48
FilesOf = Callable[[str], tuple[Path, Path]]


def read_small(path: Path) -> U8 | None:
    """(h, w, 4) u1 of a picture of the program's own making; None where it cannot be read."""
    from PIL import Image

    try:
        with Image.open(path, formats=["JPEG"]) as picture:
            picture.draft("RGB", (SMALL_PX, SMALL_PX))
            picture.thumbnail((SMALL_PX, SMALL_PX), reducing_gap=2.0)
            return np.asarray(picture.convert("RGBA"))
    except (OSError, ValueError):
        return None


class PictureFiles:
    """Pictures by id; `files_of` gives the file of the small and of the large one.

    What was asked for last is read first, and what nobody asks for any more is forgotten.
    At most 48 small pictures (16 MB) and one large one wait to be taken.
    """

    def __init__(self, files_of: FilesOf) -> None:
        self._files_of = files_of
        self._change = Condition()
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._ready: OrderedDict[str, U8 | None] = OrderedDict()
        self._large_wanted, self._large_read = "", ""
        self._large: U8 | None = None
        self._open = False
        self._decoder: Decoder | None = None

    def thumb(self, picture: str) -> U8 | None:
        """A small picture when it has been read."""
        with self._change:
            if picture in self._ready:
                found = self._ready[picture]
                if found is not None:
                    del self._ready[picture]
                return found
            self._waiting[picture] = None
            self._waiting.move_to_end(picture)
            while len(self._waiting) > MOST_WAITING:
                self._waiting.popitem(last=False)
            self._wake()
        return None

    def whole(self, picture: str) -> U8 | None:
        """A large picture when it has been decoded; None for good where that is refused."""
        with self._change:
            if self._large_read == picture:
                found, self._large = self._large, None
                return found
            self._large_wanted = picture
            self._wake()
        return None

    def close(self) -> None:
        """End the decoder and the threads."""
        with self._change:
            self._open = False
            self._change.notify_all()
        if self._decoder is not None:
            self._decoder.close()

    def _wake(self) -> None:
        if not self._open:
            self._open = True
            for work, name in ((self._read_small, "small"), (self._read_large, "large")):
                Thread(target=work, name=f"{name} pictures", daemon=True).start()
        self._change.notify_all()

    def _read_small(self) -> None:
        while (picture := self._next_small()) is not None:
            found = read_small(self._files_of(picture)[0])
            with self._change:
                self._waiting.pop(picture, None)
                self._ready[picture] = found
                while len(self._ready) > MOST_READY:
                    self._ready.popitem(last=False)

    def _next_small(self) -> str | None:
        with self._change:
            while self._open and not self._waiting:
                self._change.wait()
            return next(reversed(self._waiting)) if self._open else None

    def _read_large(self) -> None:
        from almaty_tour.gallery.decoder import Decoder

        decoder = self._decoder = Decoder()
        while (picture := self._next_large()) is not None:
            try:
                rgb = decoder.pixels(self._files_of(picture)[1], LARGE_PX)
                found: U8 | None = with_alpha(rgb)
            except RefusedError:
                found = None
            with self._change:
                self._large_read, self._large = picture, found

    def _next_large(self) -> str | None:
        with self._change:
            while self._open and self._large_wanted in ("", self._large_read):
                self._change.wait()
            return self._large_wanted if self._open else None


def with_alpha(rgb: U8) -> U8:
    """(h, w, 4) u1 of (h, w, 3)."""
    made = np.full((*rgb.shape[:2], 4), 255, np.uint8)
    made[..., :3] = rgb
    return made
