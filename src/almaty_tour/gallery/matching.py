"""Which picture a row of a table means: its path first, a bare name where it is unique."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from almaty_tour.gallery.record import Taken
from almaty_tour.gallery.table import Table


@dataclass(frozen=True)
class Matched:
    """What is told of each picture, by its path in the folder.

    Attributes:
        unmatched: rows that name no picture. notes: rows that name more than one, or one again.
    """

    told: dict[str, Taken]
    unmatched: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def matched(table: Table, paths: Sequence[str]) -> Matched:
    """The rows that belong to the pictures of a folder, whose paths have forward slashes."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        by_name[path.rpartition("/")[2]].append(path)
    known = set(paths)
    found = Matched({row: told for row, told in table.rows.items() if row in known})
    for row in sorted(set(table.rows) - known):
        meant = by_name.get(row, [])
        if len(meant) == 1 and meant[0] not in found.told:
            found.told[meant[0]] = table.rows[row]
        elif meant:
            why = f"the name of {len(meant)} pictures" if meant[1:] else "there by its path too"
            found.notes.append(f"captions: '{row}' is {why}, left out (write {meant[0]})")
        else:
            found.unmatched.append(row)
    return found
