"""A command in a process of its own: lowest priority, its lines, an end that leaves nobody."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from threading import Thread, current_thread, main_thread

KEPT_LINES = 80
LONGEST_LINE = 4096
GRACE_S = 5.0
"""A command that is asked to stop may tidy up for so long, then it is ended."""
CLOSING_S = 1.5
NICEST = 19


class Child:
    """Runs a command and collects what it says; never waits, except in `close`."""

    def __init__(self, command: Sequence[str], *, lowest: bool = True) -> None:
        """Starts the command, with the lowest priority; OSError when there is no such program."""
        self._lines: deque[str] = deque(maxlen=KEPT_LINES)
        self._asked_s: float | None = None
        with _that_can_be_asked():
            self._process = subprocess.Popen(
                list(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
                env={**os.environ, "PYTHONUTF8": "1"}, start_new_session=True,
                creationflags=_apart(lowest),
            )  # fmt: skip
        self.pid = self._process.pid
        if sys.platform != "win32" and lowest:
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PGRP, self.pid, NICEST)
        self._reader = Thread(target=self._read, name="reading a command", daemon=True)
        self._reader.start()

    @property
    def lines(self) -> tuple[str, ...]:
        """The last lines it said, without empty ones."""
        return tuple(self._lines.copy())

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._asked_s is not None

    def poll(self) -> int | None:
        """The exit code once it has ended, else None; ends what does not stop in time."""
        code = self._process.poll()
        if code is None:
            if self._asked_s is not None and time.monotonic() - self._asked_s > GRACE_S:
                self._end()
            return None
        if self.stopping:
            self._end()  # what it may have started itself
        self._reader.join(0.2)
        return code

    def stop(self) -> None:
        """Asks it to stop, as Ctrl-C does; `poll` tells when it has."""
        if self._asked_s is not None or self._process.poll() is not None:
            return
        self._asked_s = time.monotonic()
        if sys.platform == "win32":
            self._end()
            return
        with contextlib.suppress(OSError):
            os.killpg(self.pid, signal.SIGINT)

    def close(self, patience_s: float = CLOSING_S) -> None:
        """Ends it now, with at most a moment to tidy up."""
        self.stop()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(patience_s)
        if self.stopping:
            self._end()
        self._process.wait()
        self._reader.join(1.0)

    def _end(self) -> None:
        if sys.platform == "win32":
            subprocess.run(
                ["taskkill", "/T", "/F", "/PID", str(self.pid)], capture_output=True, check=False
            )
            return
        with contextlib.suppress(OSError):
            os.killpg(self.pid, signal.SIGKILL)

    def _read(self) -> None:
        stream = self._process.stdout
        if stream is None:
            return
        with stream:
            for line in stream:
                if text := line.strip()[:LONGEST_LINE]:
                    self._lines.append(text)


@contextlib.contextmanager
def _that_can_be_asked() -> Iterator[None]:
    """What starts here hears Ctrl-C, though a viewer that a script put behind it does not.

    A signal that is ignored stays ignored in whatever is started, one with a handler does not.
    """
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    if not ignored or current_thread() is not main_thread():
        yield
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _apart(lowest: bool) -> int:
    """Windows' flags: no console, idle priority."""
    if sys.platform == "win32":
        idle = subprocess.IDLE_PRIORITY_CLASS if lowest else 0
        return subprocess.CREATE_NO_WINDOW | idle
    return 0
