"""One at a time: a lock between processes that the system itself takes from a dead one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from almaty_tour.base.errors import AlmatyTourError, AssetError

NAME = ".importing.lock"
_TRIES = 3


class BusyError(AlmatyTourError):
    """Another process is at work."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else holds a folder meanwhile; BusyError at once where somebody does.

    The system lets go of the lock when its process ends, however it ends, so a lock never
    stays behind. The file, and the folder where it was made for it, are removed in the end.
    """
    made = not folder.exists()
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = _held(path)
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise AssetError(folder, what, hint="is the folder writable?") from error
    if handle is None:
        what = "another import, reset or download is at work here"
        raise BusyError(f"{folder}: {what} (wait for its end, or stop it)")
    try:
        yield
    finally:
        _let_go(path, handle)
        if made:
            with suppress(OSError):
                folder.rmdir()


def _held(path: Path) -> int | None:
    """The open and locked file; None where another process holds it."""
    for _ in range(_TRIES):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        if not _locked(handle):
            os.close(handle)
            return None
        if _still_named(path, handle):
            return handle
        os.close(handle)  # the one before us removed the file after we had opened it
    return None


def _still_named(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _locked(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _let_go(path: Path, handle: int) -> None:
    """Removes the file and lets go; Windows removes no file that is open, so there afterwards."""
    with suppress(OSError):
        path.unlink()
    os.close(handle)
    if sys.platform == "win32":
        with suppress(OSError):
            path.unlink()
