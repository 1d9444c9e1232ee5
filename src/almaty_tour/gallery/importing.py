"""Taking a folder of pictures into the library: every good one, every bad one named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import structs

from almaty_tour.base.errors import AssetError
from almaty_tour.gallery.asked import Asked, asked_for
from almaty_tour.gallery.decoder import Decoder
from almaty_tour.gallery.library import Library
from almaty_tour.gallery.matching import matched
from almaty_tour.gallery.missing import MISSING, missing_table, write_missing
from almaty_tour.gallery.reading import joined
from almaty_tour.gallery.record import Record, RefusedError, Taken, Why, plain
from almaty_tour.gallery.summary import forget_report
from almaty_tour.gallery.table import Table, read_table
from almaty_tour.gallery.undoing import note_before

Tell = Callable[[int, int], None]
"""Is told how many files are done, of how many."""


@dataclass
class Report:
    """What became of every file.

    Attributes:
        pictures: how many files promise to be one. others: endings of those that do not.
        unread: names of those others, of very many the first.
        notes: what of the table was left out. unmatched: rows of the table without a file.
        taken: new, or with something new to tell. known: there already, unchanged.
        twice: the same bytes as another file of the library, and that file.
        refused: file and reason.
        why: the kind of each refusal, by file.
        noted: taken, but odd.
        lacking: what each picture of the folder misses.
        kept: the new name of a `missing.csv` that was filled in.
    """

    pictures: int
    others: Counter[str]
    notes: list[str]
    unmatched: list[str]
    taken: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    twice: list[tuple[str, str]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    why: dict[str, Why] = field(default_factory=dict)
    noted: list[tuple[str, str]] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    kept: Path | None = None


def import_folder(
    folder: Path, library: Library, captions: Path | None = None, tell: Tell = lambda *_: None
) -> Report:
    """`import_pictures` of one folder; AssetError where it is none."""
    if not folder.is_dir():
        raise AssetError(folder, "is no folder")
    return import_pictures((folder,), library, captions, tell)


def import_pictures(
    given: Sequence[Path],
    library: Library,
    captions: Path | None = None,
    tell: Tell = lambda *_: None,
) -> Report:
    """Bring pictures into the library: folders with the folders in them, and single files.

    One table may be among them. Files that are known by path, size and time are not looked at
    again, so an import that was cut off goes on where it was. AssetError when what is given or
    the table cannot be read.
    """
    asked = asked_for(given, captions)
    table = Table() if asked.table is None else read_table(asked.table)
    names = [plain(path.relative_to(asked.root).as_posix()) for path in asked.files]
    match = matched(table, names)
    unmatched = match.unmatched if asked.whole else []
    report = Report(len(names), asked.others.endings, table.notes + match.notes, unmatched)
    report.unread = [plain(one.relative_to(asked.root).as_posix()) for one in asked.others.paths]
    forget_report(library.folder)
    library.tidy()
    note_before(library)
    with Decoder() as decoder:
        taking = _Taking(asked.root, library, decoder, report)
        for number, (path, name) in enumerate(zip(asked.files, names, strict=True), 1):
            taking.take(path, name, match.told.get(name, Taken()))
            tell(number, len(names))
    _tell_missing(asked, library, report)
    return report


def _tell_missing(asked: Asked, library: Library, report: Report) -> None:
    """What is missing of the pictures that were asked for, and the table to fill in."""
    folder, files = asked.root, {str(path) for path in asked.files}
    inside = [
        record
        for record in library.records.values()
        if (Path(record.path).is_relative_to(folder) if asked.whole else record.path in files)
    ]
    report.lacking = [lack for record in inside for lack in record.missing]
    if not inside:
        return
    try:
        report.kept = write_missing(library.folder, missing_table(inside, folder))
    except OSError as error:  # open in another program, where that locks
        report.noted.append((MISSING, f"cannot be written: {error.strerror or error}"))


class _Taking:
    """One import: pictures into the library, one after the other."""

    def __init__(self, folder: Path, library: Library, decoder: Decoder, report: Report) -> None:
        self._folder, self._library = folder, library
        self._decoder, self._report = decoder, report
        self._seen = {record.path: record for record in library.records.values()}
        self._told: dict[str, Taken] = {}

    def take(self, path: Path, name: str, told: Taken) -> None:
        """A picture and what the table tells of it into the library, or why not."""
        report = self._report
        try:
            record = self._unchanged(path) or self._decoder.take(path, self._library.thumbs)
        except RefusedError as reason:
            self._refuse(name, str(reason), reason.why)
            return
        except OSError as error:
            self._refuse(name, f"cannot be read: {error.strerror or error}", Why.UNREADABLE)
            return
        before = self._library.records.get(record.digest)
        copy = before is not None and before.path != str(path) and Path(before.path).is_file()
        record = self._whole(before if before and copy else record, before, told)
        if before and copy:
            report.twice.append((name, self._name(before.path)))
        elif record == before:
            report.known.append(name)
        else:
            report.taken.append(name)
            report.noted += [(name, note) for note in record.notes]
        if record != before:
            self._library.add(record)
            self._seen[record.path] = record

    def _refuse(self, name: str, reason: str, why: Why) -> None:
        self._report.refused.append((name, reason))
        self._report.why[name] = why

    def _whole(self, record: Record, before: Record | None, told: Taken) -> Record:
        """A record with all that tables tell: of this file, of copies of it, and earlier."""
        told = self._told[record.digest] = joined(self._told.get(record.digest, Taken()), told)
        earlier = before.taken if before else Taken()
        return structs.replace(record, taken=joined(told, earlier, record.taken))

    def _name(self, path: str) -> str:
        """A path as seen from the folder, where it lies in it."""
        inside = Path(path).is_relative_to(self._folder)
        return plain(Path(path).relative_to(self._folder).as_posix() if inside else path)

    def _unchanged(self, path: Path) -> Record | None:
        """The record of a file that nobody has changed since, with its thumbnail still there."""
        record = self._seen.get(str(path))
        if record is None or not self._library.thumb(record.digest).exists():
            return None
        stat = path.stat()
        same = (stat.st_size, stat.st_mtime_ns) == (record.bytes, record.changed_ns)
        return record if same else None
