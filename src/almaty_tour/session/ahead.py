"""Reading ahead: a source is worked off in a thread, so that pictures never wait for files.

Other processes of ours run at the lowest priority (`app.child`); this thread does not: while it
holds the interpreter, pictures wait for it, so a thread that the system hardly lets run would
stop them. It gives the interpreter away every `TURN_S` instead.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import Final, Generic, TypeVar

T = TypeVar("T")

ROOM: Final = 48
LOOK_UP_S: Final = 0.05
TURN_S: Final = 1e-4
"""How long the thread keeps the interpreter when a picture wants it. A picture asks for it at
every call of the driver, so the usual 5 ms would be waited for hundreds of times."""


class _End:
    """The source has no more, or it failed."""

    def __init__(self, fault: BaseException | None = None) -> None:
        self.fault = fault


class Ahead(Generic[T]):
    """An iterator over `source` whose items are made in a thread; at most `ROOM` wait.

    `ready` tells whether the next item, or the end, is there without waiting.
    """

    def __init__(self, source: Iterator[T]) -> None:
        self._source = source
        self._waiting: Queue[T | _End] = Queue(ROOM)
        self._stopped = Event()
        self._turn_s = sys.getswitchinterval()
        sys.setswitchinterval(TURN_S)
        self._thread = Thread(target=self._work, name="reading ahead", daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        item: T | _End = _End() if self._stopped.is_set() else self._waiting.get()
        if isinstance(item, _End):
            self._end()
            if item.fault is not None:
                raise item.fault
            raise StopIteration
        return item

    @property
    def ready(self) -> bool:
        """Whether `next` would not wait."""
        return self._stopped.is_set() or not self._waiting.empty()

    def stop(self) -> None:
        """Lets the thread end after what it is doing; the iterator is at its end."""
        self._end()
        while True:
            try:
                self._waiting.get_nowait()
            except Empty:
                return

    def _end(self) -> None:
        if not self._stopped.is_set():
            sys.setswitchinterval(self._turn_s)
        self._stopped.set()

    def _work(self) -> None:
        try:
            for item in self._source:
                if not self._put(item):
                    return
            self._put(_End())
        except BaseException as fault:  # raised again where the items are taken
            self._put(_End(fault))

    def _put(self, item: T | _End) -> bool:
        while not self._stopped.is_set():
            try:
                self._waiting.put(item, timeout=LOOK_UP_S)
            except Full:
                continue
            return True
        return False
