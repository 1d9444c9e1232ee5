"""`captions.csv`: what files do not tell of themselves, a row a picture."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import msgspec

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError
from almaty_tour.gallery.exif import moment
from almaty_tour.gallery.record import LANGUAGES, Record, Taken, plain

MOST_BYTES: Final = 20_000_000
COLUMNS: Final = (
    "file", "caption", "caption_kk", "caption_ru", "caption_en", "place", "place_kk", "place_ru",
    "place_en", "author", "credit", "date", "latitude", "longitude", "direction", "theme",
)  # fmt: skip
_RANGES: Final = {"latitude": 90.0, "longitude": 180.0, "direction": 360.0}


def read_table(path: Path) -> dict[str, Taken]:
    """What is told by the name of each file; AssetError names the row that is wrong."""
    raw = read_bounded(path, MOST_BYTES)
    text = raw.decode("utf-8-sig") if _is_utf8(raw) else raw.decode("cp1251", errors="replace")
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=separator)
    unknown = set(rows.fieldnames or ()) - set(COLUMNS)
    if "file" not in (rows.fieldnames or ()) or unknown:
        odd = f"unknown column '{sorted(unknown)[0]}'" if unknown else "no column 'file'"
        raise AssetError(path, odd, hint=f"columns: {', '.join(COLUMNS)}")
    try:
        return {plain(row["file"]): _taken(path, number, row) for number, row in enumerate(rows, 2)}
    except csv.Error as error:
        raise AssetError(path, f"is no table: {error}") from error


def _taken(path: Path, number: int, row: Mapping[str, str | None]) -> Taken:
    def words(name: str) -> str:
        return plain(row.get(name) or "")

    def numeric(name: str) -> float | None:
        text = words(name).replace(",", ".")
        if not text:
            return None
        most = _RANGES[name]
        try:
            value = float(text)
        except ValueError:
            value = most + 1.0
        if not -most <= value <= most:
            what = f"{name} is '{words(name)[:40]}', no number up to {most:.0f}"
            raise AssetError(path, what, where=f"row {number}")
        return value

    date = words("date")
    time = moment(date) or (date if moment(f"{date}-01-01") else "")
    if date and not time:
        raise AssetError(path, f"date '{date[:40]}' is none", where=f"row {number}",
                         hint="1978, 1978-05-09 or 1978-05-09 14:30")  # fmt: skip
    latitude, longitude = numeric("latitude"), numeric("longitude")
    both = latitude is not None and longitude is not None
    return Taken(
        time=time,
        latitude_deg=latitude if both else None,
        longitude_deg=longitude if both else None,
        direction_deg=numeric("direction"),
        captions=_translated(words, "caption"),
        places=_translated(words, "place"),
        author=words("author"),
        credit=words("credit"),
        theme=words("theme"),
    )


def _translated(words: Callable[[str], str], name: str) -> dict[str, str]:
    found = {"": words(name), **{code: words(f"{name}_{code}") for code in LANGUAGES}}
    return {code: text for code, text in found.items() if text}


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def with_table(record: Record, told: Taken | None) -> Record:
    """A record with what a table tells of it, which wins."""
    if told is None:
        return record
    from almaty_tour.gallery.reading import joined

    return msgspec.structs.replace(record, taken=joined(told, record.taken))
