"""The streets by name: the old map's lines joined with today's names in three languages.

`make_names` writes two files for the viewer: `named_streets.toml`, the words, and
`named_streets.npz`, the lines. A name that is only a guess is never written; its line stays,
without a name.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.files import write_atomic
from almaty_tour.city.street_lines import chained, gap_m, without_twins
from almaty_tour.geo.frame import to_local

F64 = npt.NDArray[np.float64]
_FOLDER = Path(__file__).with_name("tables")

CERTAIN = frozenset({"sure", "likely"})
RANKS = ("trunk", "primary", "secondary", "tertiary", "residential", "unclassified")
"""Classes of the map from the greatest; a street's rank is its place here."""
UNNAMED = -1
NAMESAKE_M = 3000.0
"""A line so far from the street's longest is another street of the same name in a suburb."""


@dataclass(frozen=True)
class NamedStreet:
    """Today's name of a street; `also` are its names of 2012, by which it is looked for."""

    kk: str
    ru: str
    en: str
    kind: str
    also: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A short plain name: abai_avenue."""
        plain = unicodedata.normalize("NFKD", self.en).encode("ascii", "ignore").decode()
        return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")


@dataclass(frozen=True)
class NamedLine:
    """A street's middle line, (n, 2) f8 metres, its rank, and its name where it is certain."""

    line: F64
    rank: int
    street: NamedStreet | None


@dataclass(frozen=True)
class _Part:
    """What a line is today where its old name alone does not tell it.

    Attributes:
        today: Kazakh name of its row, None where it is not known.
        north_of_deg: only what lies north of this latitude bears the name.
    """

    today: str | None = None
    north_of_deg: float = -90.0


PARTS = {
    ("Достык", 16356): _Part("Достық даңғылы", 43.22),
    ("Ауэзова", 6529): _Part(),
    ("Гагарина", 3072): _Part("Серкебаев даңғылы"),
    ("Кунаева", 930): _Part(),
    ("Макатаева", 1907): _Part(),
    ("Шевченко", 853): _Part(),
}
"""By old name and length in metres: avenues renamed in part, and namesakes far outside."""


def make_names(folder: Path) -> None:
    """Writes `named_streets.toml` and `named_streets.npz` into `folder`."""
    lines = merged(joined())
    streets = sorted({one.street for one in lines if one.street}, key=lambda one: one.id)
    write_atomic(folder / "named_streets.toml", _words(streets).encode())
    write_atomic(folder / "named_streets.npz", _arrays(lines, streets))


def names_by_old() -> dict[str, NamedStreet]:
    """Today's certain names by the name of 2012, and by the Kazakh one where that had none."""
    found: dict[str, NamedStreet] = {}
    for row in _rows("street_names.csv"):
        if row["confidence"] not in CERTAIN:
            continue
        old = row["name_ru_2012"]
        also = (old,) if old else ()
        street = NamedStreet(row["name_kk"], row["name_ru"], row["name_en"], row["kind"], also)
        found[old or row["name_kk"]] = street
    return found


def joined() -> list[NamedLine]:
    """Every line of the table with its name of today, if that is certain."""
    names = names_by_old()
    today = _one_each(names)
    lines: list[NamedLine] = []
    rows = _rows("streets.csv")
    _check_parts(rows, names)
    for row in rows:
        rank = RANKS.index(row["class"])
        points = _points(row["lat_lon_polyline"])
        part = PARTS.get(_part_key(row))
        street = _named(row["name_ru_2012"], part, names)
        named = today[street.kk] if street else None
        if part is None or part.north_of_deg < 0.0:
            lines.append(NamedLine(_local(points), rank, named))
            continue
        north, south = _cut(points, part.north_of_deg)
        lines.append(NamedLine(_local(north), rank, named))
        lines.append(NamedLine(_local(south), rank, None))
    return lines


def _part_key(row: dict[str, str]) -> tuple[str, int]:
    return row["name_ru_2012"], int(row["length_m"])


def _check_parts(rows: Sequence[dict[str, str]], names: dict[str, NamedStreet]) -> None:
    """Every entry of `PARTS` is a line of the table and a certain name; ValueError if not."""
    lines = {_part_key(row) for row in rows}
    today = {one.kk for one in names.values()}
    for key, part in PARTS.items():
        if key not in lines:
            raise ValueError(f"PARTS names {key}, which is no line of streets.csv")
        if part.today is not None and part.today not in today:
            raise ValueError(f"PARTS gives {key} the name {part.today!r}, which is not certain")


def _named(old: str, part: _Part | None, names: dict[str, NamedStreet]) -> NamedStreet | None:
    """Today's street of a line, None where its name is not certain."""
    if part is None:
        return names.get(old) if old else None
    return next((one for one in names.values() if one.kk == part.today), None)


def _one_each(names: dict[str, NamedStreet]) -> dict[str, NamedStreet]:
    """One street for all rows with the same name of today, with all its names of before."""
    together: dict[str, NamedStreet] = {}
    for one in names.values():
        known = together.get(one.kk, one)
        also = tuple(dict.fromkeys((*known.also, *one.also)))
        together[one.kk] = NamedStreet(known.kk, known.ru, known.en, known.kind, also)
    return together


def merged(lines: Sequence[NamedLine]) -> list[NamedLine]:
    """The pieces of each street joined end to end, one carriageway of two; the rest as it is.

    A namesake far away keeps its line and loses the name: the table tells of one street.
    """
    by_street: dict[NamedStreet, list[NamedLine]] = {}
    for one in lines:
        if one.street is not None:
            by_street.setdefault(one.street, []).append(one)
    made: list[NamedLine] = []
    for street, pieces in sorted(by_street.items(), key=lambda item: item[0].id):
        rank = min(piece.rank for piece in pieces)
        main, *others = without_twins(chained([piece.line for piece in pieces]))
        made.append(NamedLine(main, rank, street))
        for line in others:
            namesake = gap_m(main, line) > NAMESAKE_M
            made.append(NamedLine(line, rank, None if namesake else street))
    return [*made, *(one for one in lines if one.street is None)]


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _points(text: str) -> F64:
    """(n, 2) latitude and longitude of a line of the table."""
    return np.array([[float(value) for value in pair.split()] for pair in text.split("; ")])


def _local(points: F64) -> F64:
    x, y = to_local(points[:, 0], points[:, 1])
    return np.stack([x, y], axis=1)


def _cut(points: F64, latitude_deg: float) -> tuple[F64, F64]:
    """What lies north and what south of a latitude, of a line that crosses it once."""
    south = int(np.argmax(points[:, 0] < latitude_deg))
    a, b = points[south - 1], points[south]
    border = a + (b - a) * (latitude_deg - a[0]) / (b[0] - a[0])
    return np.vstack([points[:south], border]), np.vstack([border, points[south:]])


def _words(streets: Sequence[NamedStreet]) -> str:
    parts = ["# Written by the bakery from city/tables. Names of streets as of today."]
    for one in streets:
        also = ", ".join(f'"{name}"' for name in one.also)
        parts.append(
            f'\n[{one.id}]\nkk = "{one.kk}"\nru = "{one.ru}"\nen = "{one.en}"\n'
            f'kind = "{one.kind}"\nalso = [{also}]'
        )
    return "\n".join(parts) + "\n"


def _arrays(lines: Sequence[NamedLine], streets: Sequence[NamedStreet]) -> bytes:
    row: dict[NamedStreet | None, int] = {street: number for number, street in enumerate(streets)}
    counts = [len(one.line) for one in lines]
    buffer = io.BytesIO()
    np.savez(
        buffer,
        points=np.round(np.concatenate([one.line for one in lines]), 2).astype("<f4"),
        starts=np.concatenate([[0], np.cumsum(counts)]).astype("<i4"),
        street=np.array(
            [UNNAMED if one.street is None else row[one.street] for one in lines], "<i2"
        ),
        rank=np.array([one.rank for one in lines], "u1"),
    )
    return buffer.getvalue()
