"""Pixels of framed pictures, read beside the frame and kept within bounds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from queue import LifoQueue
from threading import Lock, Thread
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.scene.framed import PICTURE_PX

U8 = npt.NDArray[np.uint8]
KEPT: Final = 24
SMALLEST_PX: Final = 4
Read = Callable[[str], npt.NDArray[Any]]


class Thumbnails:
    """A source of pictures for `scene.framed`; `read` gives (h, w, 3) u1 of a name.

    `patient` reads in a thread and returns None until it is done; otherwise a picture is read
    when it is asked for, so that a studio draws the same each time. What cannot be read stays
    blank. At most `KEPT` pictures lie in memory: a patient source forgets what it has given away,
    as the card keeps what is in sight.
    """

    def __init__(self, read: Read, *, patient: bool = False) -> None:
        self._read, self._patient = read, patient
        self._ready: OrderedDict[str, tuple[U8, ...] | None] = OrderedDict()
        self._lock = Lock()
        self._asked: set[str] = set()
        self._queue: LifoQueue[str] = LifoQueue()
        self._thread: Thread | None = None

    def levels(self, image: str) -> tuple[U8, ...] | None:
        """The levels of a picture, None where it is not ready or cannot be read."""
        with self._lock:
            if image in self._ready:
                self._ready.move_to_end(image)
                found = self._ready[image]
                if self._patient and found is not None:
                    del self._ready[image]
                return found
            full = len(self._asked) + len(self._ready) >= KEPT
        if not self._patient:
            return self._keep(image)
        if image not in self._asked and not full:
            self._asked.add(image)
            self._queue.put(image)
            self._start()
        return None

    def _start(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._work, name="reading pictures", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while True:  # a daemon: ends with the process
            self._keep(self._queue.get())

    def _keep(self, image: str) -> tuple[U8, ...] | None:
        try:
            found: tuple[U8, ...] | None = square_levels(self._read(image))
        except (AlmatyTourError, OSError):
            found = None
        with self._lock:
            self._ready[image] = found
            self._asked.discard(image)
            while len(self._ready) > KEPT:
                self._ready.popitem(last=False)
        return found


def square_levels(pixels: npt.NDArray[Any]) -> tuple[U8, ...]:
    """A picture as an RGBA square, then halves of it down to `SMALLEST_PX`."""
    from PIL import Image

    side = PICTURE_PX
    box = Image.Resampling.BOX
    picture = Image.fromarray(np.ascontiguousarray(pixels[..., :3]))
    levels = [picture.resize((side, side), Image.Resampling.LANCZOS, reducing_gap=2.0)]
    while side > SMALLEST_PX:
        side //= 2
        levels.append(levels[-1].resize((side, side), box))
    return tuple(np.asarray(one.convert("RGBA")) for one in levels)  # alpha would cost a third
