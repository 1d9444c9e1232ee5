"""`captions.csv`: what files do not tell of themselves, a row a picture."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError
from almaty_tour.gallery.exif import moment
from almaty_tour.gallery.record import LANGUAGES, Taken, plain

MOST_BYTES: Final = 20_000_000
COLUMNS: Final = (
    "file", "caption", "caption_kk", "caption_ru", "caption_en", "place", "place_kk", "place_ru",
    "place_en", "author", "credit", "date", "latitude", "longitude", "direction", "theme", "hang",
)  # fmt: skip
_REST: Final = "more"
"""Where cells without a column go."""
NOT_HUNG: Final = "no"
_NOT_HUNG: Final = frozenset({NOT_HUNG, "нет", "жоқ", "-"})
_HANG: Final = re.compile(r"auto|[1-9]\d{0,4}|[a-z][a-z_]{0,40}(\.[1-9]\d{0,2})?")
"""A turn, or a wall and perhaps the place on it."""
_RANGES: Final = {"latitude": 90.0, "longitude": 180.0, "direction": 360.0}


@dataclass(frozen=True)
class Table:
    """What is told by the file that each row names, and a line for each row or cell left out."""

    rows: dict[str, Taken] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def read_table(path: Path) -> Table:
    """What can be read of a table; AssetError where it is none."""
    raw = read_bounded(path, MOST_BYTES)
    text = raw.decode("utf-8-sig") if _is_utf8(raw) else raw.decode("cp1251", errors="replace")
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=separator, restkey=_REST)
    unknown = set(rows.fieldnames or ()) - set(COLUMNS)
    if "file" not in (rows.fieldnames or ()) or unknown:
        odd = f"unknown column '{sorted(unknown)[0]}'" if unknown else "no column 'file'"
        raise AssetError(path, odd, hint=f"columns: {', '.join(COLUMNS)}")
    table = Table()
    try:
        for number, row in enumerate(rows, 2):
            _read_row(row, table, f"{path.name}: row {number}")
    except csv.Error as error:
        raise AssetError(path, f"is no table: {error}") from error
    return table


def _read_row(row: Mapping[str, str | None], table: Table, where: str) -> None:
    """One row into the table, or a note of why it is not."""
    name = plain(row["file"] or "").replace("\\", "/").removeprefix("./")
    if _REST in row:
        table.notes.append(f"{where} has more cells than columns, left out")
    elif not name:
        if any(row.values()):
            table.notes.append(f"{where} names no file, left out")
    elif name in table.rows:
        table.notes.append(f"{where} names '{name}' again, left out")
    else:
        table.rows[name], faults = _taken(row)
        table.notes.extend(f"{where}: {fault}, left out" for fault in faults)


def _taken(row: Mapping[str, str | None]) -> tuple[Taken, list[str]]:
    """What a row tells, and each cell that is not understood."""
    faults: list[str] = []

    def words(name: str) -> str:
        return plain(row.get(name) or "")

    def numeric(name: str) -> float | None:
        text, most = words(name), _RANGES[name]
        with suppress(ValueError):
            value = float(text.replace(",", "."))
            if -most <= value <= most:
                return value
        if text:
            faults.append(f"{name} is '{text[:40]}', no number up to {most:.0f}")
        return None

    date = words("date")
    time = moment(date) or (date if moment(f"{date}-01-01") else "")
    if date and not time:
        faults.append(f"date '{date[:40]}' is none (1978, 1978-05-09, 09.05.1978 14:30)")
    latitude, longitude = numeric("latitude"), numeric("longitude")
    if bool(words("latitude")) != bool(words("longitude")):
        faults.append("latitude and longitude are one without the other")
    hang, odd = _hang(words("hang"))
    faults += odd
    both = latitude is not None and longitude is not None
    taken = Taken(
        time=time,
        latitude_deg=latitude if both else None,
        longitude_deg=longitude if both else None,
        direction_deg=numeric("direction"),
        captions=_translated(words, "caption"),
        places=_translated(words, "place"),
        author=words("author"),
        credit=words("credit"),
        theme=words("theme"),
        hang=hang,
    )
    return taken, faults


def _hang(cell: str) -> tuple[str, list[str]]:
    """Where a picture is wanted on the walls, and the fault of a cell that makes no sense."""
    wish = cell.lower()
    if wish in _NOT_HUNG:
        return NOT_HUNG, []
    if not wish or _HANG.fullmatch(wish):
        return wish, []
    return "", [f"hang '{cell[:40]}' is none (1, west, west_low.3, no, auto)"]


def _translated(words: Callable[[str], str], name: str) -> dict[str, str]:
    found = {"": words(name), **{code: words(f"{name}_{code}") for code in LANGUAGES}}
    return {code: text for code, text in found.items() if text}


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True
