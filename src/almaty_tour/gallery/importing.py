"""Taking a folder of pictures into the library: every good one, every bad one named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from almaty_tour.base.errors import AssetError
from almaty_tour.gallery.decoder import Decoder
from almaty_tour.gallery.kinds import named_kind
from almaty_tour.gallery.library import Library
from almaty_tour.gallery.matching import matched
from almaty_tour.gallery.missing import MISSING, missing_table, write_missing
from almaty_tour.gallery.record import Record, RefusedError, Taken, plain
from almaty_tour.gallery.table import Table, read_table, with_table

CAPTIONS: Final = "captions.csv"
MOST_FILES: Final = 100_000


@dataclass
class Report:
    """What became of every file.

    Attributes:
        taken: new, or with something new to tell. known: there already, unchanged.
        twice: the same bytes as another file of the library, and that file. refused: file and reason.
        noted: taken, but odd. notes: what of the table was left out.
        unmatched: rows of the table without a file.
        lacking: what each picture of the folder misses.
        kept: the new name of a `missing.csv` that was filled in.
    """

    taken: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    twice: list[tuple[str, str]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    noted: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    kept: Path | None = None


def import_folder(
    folder: Path,
    library: Library,
    captions: Path | None = None,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
) -> Report:
    """Bring the pictures of a folder and the folders in it into the library.

    Files that are known by path, size and time are not looked at again, so an import that was
    cut off goes on where it was. AssetError when the folder or the table cannot be read.
    """
    if not folder.is_dir():
        raise AssetError(folder, "is no folder")
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - links stay, dots go
    table_path = captions or folder / CAPTIONS
    table = read_table(table_path) if captions or table_path.exists() else Table()
    files = list(pictures_in(folder))
    names = [plain(path.relative_to(folder).as_posix()) for path in files]
    match = matched(table, names)
    report = Report(notes=table.notes + match.notes, unmatched=match.unmatched)
    library.tidy()
    seen = {record.path: record for record in library.records.values()}
    with Decoder() as decoder:
        for number, (path, name) in enumerate(zip(files, names, strict=True), 1):
            _take(path, name, match.told.get(name), library, seen, decoder, report)
            tell(number, len(files))
    _tell_missing(folder, library, report)
    return report


def _tell_missing(folder: Path, library: Library, report: Report) -> None:
    """What is missing of the pictures of this folder, and the table to fill in."""
    inside = [r for r in library.records.values() if Path(r.path).is_relative_to(folder)]
    report.lacking = [lack for record in inside for lack in record.missing]
    if not inside:
        return
    try:
        report.kept = write_missing(library.folder, missing_table(inside, folder))
    except OSError as error:  # open in another program, where that locks
        report.noted.append((MISSING, f"cannot be written: {error.strerror or error}"))


def pictures_in(folder: Path) -> Iterator[Path]:
    """Files whose names promise a picture, in order; links to folders are not followed."""
    count = 0
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(root, name)
            if named_kind(name) and path.is_file():
                count += 1
                if count > MOST_FILES:
                    raise AssetError(folder, f"has more than {MOST_FILES} pictures")
                yield path


def _take(
    path: Path,
    name: str,
    told: Taken | None,
    library: Library,
    seen: dict[str, Record],
    decoder: Decoder,
    report: Report,
) -> None:
    try:
        record = _unchanged(path, seen, library)
        before = record
        if record is None:
            record = decoder.take(path, library.thumbs)
            before = library.records.get(record.digest)
    except RefusedError as reason:
        report.refused.append((name, str(reason)))
        return
    except OSError as error:
        report.refused.append((name, f"cannot be read: {error.strerror or error}"))
        return
    if before is not None and before.path != str(path) and Path(before.path).is_file():
        report.twice.append(name)
        return
    record = with_table(record, told)
    if record == before:
        report.known.append(name)
        return
    library.add(record)
    seen[record.path] = record
    report.taken.append(name)
    report.noted += [(name, note) for note in record.notes]


def _unchanged(path: Path, seen: dict[str, Record], library: Library) -> Record | None:
    """The record of a file that nobody has changed since, with its thumbnail still there."""
    record = seen.get(str(path))
    if record is None or not library.thumb(record.digest).exists():
        return None
    stat = path.stat()
    same = (stat.st_size, stat.st_mtime_ns) == (record.bytes, record.changed_ns)
    return record if same else None
