"""`report.csv`: what became of every file of the last import, for people and for the window."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError
from almaty_tour.base.files import write_atomic
from almaty_tour.gallery.record import Why

if TYPE_CHECKING:
    from almaty_tour.gallery.importing import Report

REPORT: Final = "report.csv"
COLUMNS: Final = ("file", "outcome", "kind", "reason")
TAKEN, KNOWN, TWICE, LEFT_OUT = "taken", "known", "twice", "left out"
OTHER, NO_FILE = "not looked at", "no file"
MOST_BYTES: Final = 100_000_000


@dataclass(frozen=True)
class Summary:
    """An import in short.

    Attributes:
        taken, known, twice: how many files. refused: names of those left out, by kind of reason.
    """

    taken: int = 0
    known: int = 0
    twice: int = 0
    refused: tuple[tuple[Why, tuple[str, ...]], ...] = ()


def write_report(folder: Path, found: Report) -> Path:
    """A row a file and a row of the captions without one; OSError where it cannot be written."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for name, reason in found.refused:
        writer.writerow((name, LEFT_OUT, found.why[name].value, reason))
    for name, first in found.twice:
        writer.writerow((name, TWICE, "", f"is the same picture as {first}"))
    notes = dict(found.noted)
    for outcome, names in ((TAKEN, found.taken), (KNOWN, found.known)):
        writer.writerows((name, outcome, "", notes.get(name, "")) for name in names)
    writer.writerows((name, OTHER, "", "its name is none of a picture") for name in found.unread)
    writer.writerows((name, NO_FILE, "", "a row of the captions") for name in found.unmatched)
    path = folder / REPORT
    write_atomic(path, buffer.getvalue().encode("utf-8-sig"))
    return path


def forget_report(folder: Path) -> None:
    """That of an earlier import goes, so that nobody takes it for the one of this."""
    with suppress(OSError):  # open in another program, where that locks
        (folder / REPORT).unlink(missing_ok=True)


def read_summary(folder: Path) -> Summary | None:
    """The last import that came to its end; None where there is none that can be read."""
    try:
        text = read_bounded(folder / REPORT, MOST_BYTES).decode("utf-8-sig")
        return _summary(csv.DictReader(io.StringIO(text)))
    except (AssetError, OSError, UnicodeDecodeError, csv.Error):
        return None


def _summary(rows: Iterable[dict[str, str | None]]) -> Summary:
    counts = {TAKEN: 0, KNOWN: 0, TWICE: 0}
    refused: dict[Why, list[str]] = {}
    kinds = {one.value: one for one in Why}
    for row in rows:
        outcome = row.get("outcome") or ""
        if outcome in counts:
            counts[outcome] += 1
        elif outcome == LEFT_OUT:
            why = kinds.get(row.get("kind") or "", Why.UNREADABLE)
            refused.setdefault(why, []).append(row.get("file") or "")
    told = tuple((why, tuple(names)) for why, names in refused.items())
    return Summary(counts[TAKEN], counts[KNOWN], counts[TWICE], told)
