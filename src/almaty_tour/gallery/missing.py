"""`missing.csv`: what the pictures of a folder do not tell, to be filled in by hand.

It is the user's as soon as a byte of it is changed: such a table is kept beside the new one.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError
from almaty_tour.base.files import write_atomic
from almaty_tour.gallery.record import Record
from almaty_tour.gallery.table import COLUMNS, MOST_BYTES

MISSING: Final = "missing.csv"
_WRITTEN: Final = "missing.sha256"
"""Tells what we wrote, and so whether somebody has changed it."""


def missing_table(records: Iterable[Record], folder: Path) -> bytes:
    """A table with a row for each picture that misses something, named as seen from `folder`."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, restval="")
    writer.writeheader()
    for record in records:
        if record.missing:
            taken = record.taken
            writer.writerow({
                "file": Path(record.path).relative_to(folder).as_posix(),
                "date": taken.time, "author": taken.author,
                "credit": taken.credit, "theme": taken.theme, "hang": taken.hang,
                **_columns("caption", taken.captions), **_columns("place", taken.places),
                "latitude": "" if taken.latitude_deg is None else f"{taken.latitude_deg:.6f}",
                "longitude": "" if taken.longitude_deg is None else f"{taken.longitude_deg:.6f}",
            })  # fmt: skip
    return buffer.getvalue().encode("utf-8-sig")


def _columns(name: str, texts: Mapping[str, str]) -> dict[str, str]:
    """A text in all its languages, so that a filled table loses none."""
    return {f"{name}_{code}" if code else name: text for code, text in texts.items()}


def write_missing(place: Path, table: bytes) -> Path | None:
    """Write the table into a folder; where a table there was filled in, its new name."""
    path, written = place / MISSING, place / _WRITTEN
    old = path.read_bytes() if path.exists() else table
    kept = None
    if old != table and not (written.exists() and written.read_text().strip() == _digest(old)):
        kept = _free_name(place)
        path.rename(kept)
    write_atomic(written, _digest(table).encode())
    write_atomic(path, table)
    return kept


def named_missing(place: Path) -> int:
    """How many pictures the table names; 0 where there is none that can be read."""
    try:
        text = read_bounded(place / MISSING, MOST_BYTES).decode("utf-8-sig")
        return sum(1 for _ in csv.DictReader(io.StringIO(text)))
    except (AssetError, OSError, UnicodeDecodeError, csv.Error):
        return 0


def _digest(table: bytes) -> str:
    return hashlib.sha256(table).hexdigest()


def _free_name(place: Path) -> Path:
    """A name with the time of day that no file has."""
    stem = f"missing-{datetime.now():%Y%m%d-%H%M%S}"
    names = (place / f"{stem}{f'-{n}' if n > 1 else ''}.csv" for n in count(1))
    return next(path for path in names if not path.exists())
