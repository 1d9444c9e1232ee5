"""The one way to replace a folder of the user's: wholly, or not at all.

The new folder is filled beside the old one, written to the disk, and takes its name as the last
act; the old one is removed after that. What a crash leaves in between `healed` sets right. A
folder without our mark file is the user's own: it is never moved, filled or removed.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from almaty_tour.base.errors import AssetError

FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True)
class Place:
    """Where a folder of ours lies; `mark` names the file in it that says it is ours."""

    folder: Path
    mark: str

    @property
    def old(self) -> Path:
        """Where the folder before lies for the moment of the change."""
        return self.folder.with_name(f".{self.folder.name}.old")

    @property
    def beginning(self) -> str:
        """How the names of what is being filled or removed begin."""
        return f".{self.folder.name}.new-"


def refuse_foreign(place: Place) -> None:
    """AssetError where something that is not ours has the name of the folder."""
    folder = place.folder
    if os.path.lexists(folder) and (folder.is_symlink() or not _ours(place, folder)):
        what = f"is not a folder of this program: it has no {place.mark}"
        raise AssetError(folder, what, hint="move it away or rename it")


@contextmanager
def fresh(place: Place) -> Iterator[Path]:
    """A folder to fill; when all went well it takes the place, else nothing has changed.

    AssetError in one line where the disk refuses.
    """
    refuse_foreign(place)
    with _told(place):
        place.folder.parent.mkdir(parents=True, exist_ok=True)
        healed(place)
        made = Path(tempfile.mkdtemp(prefix=place.beginning, dir=place.folder.parent))
    try:
        with _told(place):
            yield made
            made.chmod(0o755)
            _on_disk(made)
            _exchanged(place, made)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def removed(place: Place) -> bool:
    """Takes the folder away, at once; whether there was one."""
    refuse_foreign(place)
    with _told(place):
        healed(place)
        if not place.folder.exists():
            return False
        away = Path(tempfile.mkdtemp(prefix=place.beginning, dir=place.folder.parent))
        try:
            os.replace(place.folder, away / place.folder.name)  # noqa: PTH105
        finally:
            shutil.rmtree(away, ignore_errors=True)
    return True


def healed(place: Place) -> None:
    """Sets right what a change that was cut off has left; no other change may be under way."""
    parent = place.folder.parent
    if not parent.is_dir():
        return
    if _ours(place, place.old):
        if os.path.lexists(place.folder):
            shutil.rmtree(place.old, ignore_errors=True)
        else:
            os.replace(place.old, place.folder)  # noqa: PTH105
    for path in parent.glob(f"{place.beginning}*"):
        shutil.rmtree(path, ignore_errors=True)


def unfinished(place: Place) -> bool:
    """Whether a change has left something that `healed` sets right, or is under way."""
    return place.old.exists() or any(place.folder.parent.glob(f"{place.beginning}*"))


def size_bytes(folder: Path) -> int:
    """What the files of a folder take."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _ours(place: Place, folder: Path) -> bool:
    return (folder / place.mark).is_file()


def _exchanged(place: Place, made: Path) -> None:
    """The change itself: two renames, undone when the second fails."""
    had = place.folder.exists()
    if had:
        os.replace(place.folder, place.old)  # noqa: PTH105
    try:
        os.replace(made, place.folder)  # noqa: PTH105
    except BaseException:
        if had:
            os.replace(place.old, place.folder)  # noqa: PTH105
        raise
    _entries_on_disk(place.folder.parent)
    if had:
        shutil.rmtree(place.old, ignore_errors=True)


def _on_disk(folder: Path) -> None:
    """Waits until everything in a folder is on the disk."""
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            _entries_on_disk(path)
        else:
            with path.open("rb+") as file:
                os.fsync(file.fileno())
    _entries_on_disk(folder)


def _entries_on_disk(folder: Path) -> None:
    """The names in a folder; Windows writes them by itself and opens no folders."""
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _told(place: Place) -> Iterator[None]:
    """Faults of the disk as one line."""
    try:
        yield
    except OSError as error:
        hint = "make room on the disk" if error.errno in FULL else "is the folder writable?"
        what = f"cannot be written: {error.strerror or error}"
        raise AssetError(place.folder, what, hint=hint) from error
