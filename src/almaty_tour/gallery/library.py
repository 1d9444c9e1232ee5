"""The library: one line a picture in a growing file, a thumbnail each, no original touched.

A line is written, then lies on the disk, before the next picture is looked at. What a crash cuts
off is the last line at most, which is ignored and cut away when the next is written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from almaty_tour.base.errors import AssetError
from almaty_tour.base.files import write_atomic
from almaty_tour.gallery.record import Record

FOLDER: Final = "pictures"
FILE: Final = "library.jsonl"
THUMBS: Final = "thumbs"
MOST_LIBRARY_BYTES: Final = 200_000_000
_ENCODER, _DECODER = msgspec.json.Encoder(), msgspec.json.Decoder(Record)


def library_place(data: Path) -> Path:
    """Where the library lies in the user's data folder."""
    return data / FOLDER


def thumb_place(folder: Path, digest: str) -> Path:
    """Where a library keeps the thumbnail of a picture."""
    return folder / THUMBS / f"{digest}.jpg"


class Library:
    """The pictures by digest, in the order in which they came."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / FILE
        self.records: dict[str, Record] = {}
        self._sound_bytes = 0
        self._lines = 0
        self._read()

    @property
    def thumbs(self) -> Path:
        return self.folder / THUMBS

    def thumb(self, digest: str) -> Path:
        """The thumbnail of a picture."""
        return thumb_place(self.folder, digest)

    def add(self, record: Record) -> None:
        """Write a record to the disk; a later one of a digest takes the place of the one before."""
        self.folder.mkdir(parents=True, exist_ok=True)
        line = _ENCODER.encode(record) + b"\n"
        with self._file.open("r+b" if self._file.exists() else "w+b") as file:
            file.truncate(self._sound_bytes)
            file.seek(self._sound_bytes)
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        self._sound_bytes += len(line)
        self._take(record)

    def remove(self, digests: Iterable[str]) -> int:
        """Take pictures out of the library; their originals stay. Returns how many there were."""
        gone = [digest for digest in digests if self.records.pop(digest, None) is not None]
        self._rewrite()
        for digest in gone:
            self.thumb(digest).unlink(missing_ok=True)
        return len(gone)

    def tidy(self) -> None:
        """Drop lines that later ones replaced, and thumbnails that belong to no record."""
        if self._lines > len(self.records):
            self._rewrite()
        known = {f"{digest}.jpg" for digest in self.records}
        for path in self.thumbs.glob("*") if self.thumbs.is_dir() else ():
            if path.name not in known:
                path.unlink(missing_ok=True)

    def _rewrite(self) -> None:
        lines = [_ENCODER.encode(record) + b"\n" for record in self.records.values()]
        write_atomic(self._file, b"".join(lines))
        self._sound_bytes, self._lines = sum(map(len, lines)), len(lines)

    def _read(self) -> None:
        if not self._file.exists():
            return
        size = self._file.stat().st_size
        if size > MOST_LIBRARY_BYTES:
            raise AssetError(self._file, f"is {size} bytes, at most {MOST_LIBRARY_BYTES} are read")
        for line in self._file.read_bytes().splitlines(keepends=True):
            if not line.endswith(b"\n"):
                break
            try:
                self._take(_DECODER.decode(line))
            except msgspec.DecodeError:
                break
            self._sound_bytes += len(line)

    def _take(self, record: Record) -> None:
        self._lines += 1
        self.records[record.digest] = record
