"""Leaves through the year: `assets/content/leaves.toml` as texels of the material table.

A prop of the file has rows of its own in the table, named `material@prop`. Their texels from
`FIRST_PHASE` hold what the paint of the models is multiplied by and the share of leaves worn, in
`PHASES` steps from trees that are early to those that are late; a copy takes one by its seed.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import ContentError
from almaty_tour.render.materials import COATS, MaterialClass, MaterialTable, linear_of

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

FIRST_PHASE: Final = 3
PHASES: Final = COATS
YEAR_DAYS: Final = 365.25


@dataclass(frozen=True)
class Leaves:
    """One group of props through the year.

    Attributes:
        props: its props, "" among them for what has no group.
        spread_days: how much earlier or later than the table a tree may be.
        days: (n,) f8. worn: (n, 4) f8, colour against the painted one and share of leaves.
    """

    props: tuple[str, ...]
    spread_days: float
    days: F64
    worn: F64

    def phases(self, day: float) -> F32:
        """(PHASES, 4) f4 on a day of the year, the early trees first."""
        shift = np.linspace(1.0, -1.0, PHASES) * self.spread_days
        columns = [
            np.interp(day + shift, self.days, column, period=YEAR_DAYS) for column in self.worn.T
        ]
        return np.stack(columns, axis=1).astype(np.float32)


def load_leaves(path: Path) -> tuple[Leaves, ...]:
    """The groups of a TOML file. Raises ContentError with the group that is wrong."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return tuple(_group(path, name, entry) for name, entry in data.items())
    except OSError as fault:
        raise ContentError(path, f"cannot be read: {fault.strerror}") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ContentError(path, f"is not TOML: {fault}") from fault


def with_leaves(table: MaterialTable, groups: tuple[Leaves, ...]) -> MaterialTable:
    """The table with a row more for every prop and every material of leaves."""
    leafy = _leafy(table)
    names = [
        f"{table.names[row]}@{prop}"
        for one in groups
        for prop in one.props
        if prop
        for row in leafy
    ]
    rows = [table.rows[row] for one in groups for prop in one.props if prop for row in leafy]
    if not rows:
        return table
    return replace(
        table, names=(*table.names, *names), rows=np.concatenate([table.rows, np.array(rows)])
    )


def leaf_rows(table: MaterialTable, groups: tuple[Leaves, ...], day: float) -> F32:
    """The rows of a table as leaves are on a day of the year."""
    by_prop = {prop: one.phases(day) for one in groups for prop in one.props}
    rows = table.rows.copy()
    for row in _leafy(table):
        prop = table.names[row].partition("@")[2]
        if prop in by_prop:
            rows[row, FIRST_PHASE : FIRST_PHASE + PHASES] = by_prop[prop]
    return rows


def _leafy(table: MaterialTable) -> list[int]:
    kinds = np.rint(table.rows[:, 0, 3]).astype(np.int64)
    found: list[int] = np.flatnonzero(kinds == MaterialClass.FOLIAGE).tolist()
    return found


def _group(path: Path, name: str, entry: Any) -> Leaves:
    try:
        props = tuple(str(prop) for prop in entry["props"])
        spread_days = float(entry["spread_days"])
        days = np.array([float(day) for day, _, _ in entry["year"]])
        colours = [linear_of(path, name, str(colour)) for _, colour, _ in entry["year"]]
        share = np.array([[float(leaves)] for _, _, leaves in entry["year"]])
        painted = linear_of(path, name, str(entry["painted"]))
    except (KeyError, TypeError, ValueError) as fault:
        raise ContentError(path, f"is no year of leaves: {fault}", where=f"[{name}]") from fault
    if not len(days) or np.any(np.diff(days) <= 0.0) or share.min() < 0.0 or share.max() > 1.0:
        raise ContentError(
            path, "is no year of leaves", where=f"[{name}]",
            hint="days go up, shares are from 0 to 1",
        )  # fmt: skip
    return Leaves(props, spread_days, days, np.hstack([np.divide(colours, painted), share]))
