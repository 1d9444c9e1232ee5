"""What is painted on the ground: strokes and fills, in painting order, as plain rows.

Streets, markings, paths, water and lawns are not geometry: they are painted into textures
that lie on the ground round the eye. So they are sharp at the eye, join by themselves, and
never fight with the ground for depth.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.arrays import read_npy
from almaty_tour.base.files import write_atomic
from almaty_tour.scene.halves import halves

Rows = npt.NDArray[np.void]
LIMIT_BYTES = 60_000_000
TROUGH_HALF_M = 0.25
CELLS_M = 128.0, 1024.0
WIDEST_M = 100_000.0
MARGIN = 0.51
"""Of a cell: half a row that is as long as a cell, and what single precision rounds away."""


class End(IntEnum):
    """How a stroke ends."""

    ROUND = 0
    BUTT = 1
    SQUARE = 2


STROKE = np.dtype(
    [
        ("a", "<f4", 2),
        ("b", "<f4", 2),
        ("half_width_m", "<f4"),
        ("dash_m", "<f4"),
        ("gap_m", "<f4"),
        ("phase_m", "<f4"),
        ("colour", "u1", 3),
        ("paved", "u1"),
        ("end", "u1"),
        ("raised_cm", "u1"),
        ("spare", "u1", 2),
    ]
)
"""A segment from a to b, world metres: `dash_m` of 0 is a whole line, `phase_m` is how far along
the dashes it begins; sRGB; `paved` 0 to 255 is lawn to carriageway; `end` is an `End`. What
is `raised_cm` stands up from the ground near the eye: a kerb whole, something wider
(`TROUGH_HALF_M`) only with its two edges."""

PACKED = np.dtype(
    [
        ("a", "<f4", 2),
        ("b", "<f4", 2),
        ("half_width_m", "<f2"),
        ("dash_m", "<f2"),
        ("gap_m", "<f2"),
        ("phase_m", "<f2"),
        ("colour", "u1", 3),
        ("paved", "u1"),
        ("end", "u1"),
        ("raised_cm", "u1"),
    ]
)
"""A stroke as the shipped file has it: a quarter smaller, as exact as a brush needs."""

FILL = np.dtype([("corners", "<f4", (3, 2)), ("colour", "u1", 3), ("paved", "u1")])
"""A triangle, world metres."""


@dataclass(frozen=True)
class GroundPaint:
    """Fills, then strokes, each in painting order (rows of FILL and STROKE)."""

    fills: Rows = field(default_factory=lambda: np.zeros(0, FILL))
    strokes: Rows = field(default_factory=lambda: np.zeros(0, STROKE))

    @cached_property
    def raised(self) -> PaintTable:
        """The strokes that stand up from the ground."""
        return PaintTable(self.strokes[self.strokes["raised_cm"] > 0])

    @cached_property
    def tables(self) -> tuple[PaintTable, PaintTable]:
        """Fills and strokes ready to be searched; a while to make, so readers make them."""
        return PaintTable(self.fills), PaintTable(self.strokes)


@dataclass(frozen=True)
class TownPicture:
    """The town from above, rows from the south, and where it lies in metres.

    Attributes:
        rgba: (h, w, 4) u1 sRGB and share of the town, with everything that stands on it.
        cover: the same land without streets, houses and trees: what is under the painting.
    """

    rgba: npt.NDArray[np.uint8]
    cover: npt.NDArray[np.uint8]
    west_m: float
    south_m: float
    size_m: tuple[float, float]

    @cached_property
    def levels(self) -> tuple[npt.NDArray[np.uint8], ...]:
        """`rgba` and its halves; a while to make, so readers make them."""
        return halves(self.rgba)

    @cached_property
    def cover_levels(self) -> tuple[npt.NDArray[np.uint8], ...]:
        """`cover` and its halves."""
        return halves(self.cover)


def read_paint(folder: Path, hint: str = "bake the town again") -> GroundPaint:
    """`fills.npy` and `strokes.npy` of a folder; AssetError when one is missing or damaged."""
    fills, strokes = (
        read_npy(folder / name, LIMIT_BYTES, hint=hint, form=(kind, 1))
        for name, kind in (("fills.npy", FILL), ("strokes.npy", PACKED))
    )
    paint = GroundPaint(fills, repacked(strokes, STROKE))
    paint.tables, paint.raised  # noqa: B018 - made here, in the thread that reads
    return paint


def write_paint(folder: Path, paint: GroundPaint) -> None:
    """The files that `read_paint` reads, each whole or not at all."""
    tables = {"fills.npy": paint.fills, "strokes.npy": repacked(paint.strokes, PACKED)}
    for name, rows in tables.items():
        buffer = io.BytesIO()
        np.save(buffer, rows, allow_pickle=False)
        write_atomic(folder / name, buffer.getvalue())


def repacked(rows: Rows, kind: np.dtype[np.void]) -> Rows:
    """Strokes as rows of another kind (`STROKE` or `PACKED`)."""
    made = np.zeros(len(rows), kind)
    for name in PACKED.names or ():
        made[name] = rows[name]
    return made


class PaintTable:
    """Rows of STROKE or FILL with what is needed to find those near a place quickly."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        width_m = np.full(len(rows), np.inf, np.float32)
        if rows.dtype == FILL:
            low, high = rows["corners"].min(axis=1), rows["corners"].max(axis=1)
        else:
            reach = rows["half_width_m"][:, None] * np.float32(math.sqrt(2.0))
            low = np.minimum(rows["a"], rows["b"]) - reach
            high = np.maximum(rows["a"], rows["b"]) + reach
            width_m = (2.0 * rows["half_width_m"]).astype(np.float32)
        # Row after row: those near a place lie all over memory, and each is fetched once.
        self._bounds = np.column_stack([low, high, width_m]).astype(np.float32)
        low, high = np.ascontiguousarray(low.T), np.ascontiguousarray(high.T)
        length_m = (high - low).max(axis=0, initial=0.0)
        if low.size and np.ptp(low, axis=1).max() > WIDEST_M:
            length_m[:] = np.inf  # one that strays is no reason for a million cells
        size = np.searchsorted(CELLS_M, length_m)
        self._large = np.flatnonzero(size == len(CELLS_M))
        self._cells = [
            _Cells.of(np.flatnonzero(size == number), low, high, cell_m)
            for number, cell_m in enumerate(CELLS_M)
            if (size == number).any()
        ]

    def near(
        self, low: tuple[float, float], high: tuple[float, float], thinnest_m: float = 0.0
    ) -> Rows:
        """The rows that may touch a rectangle and are not too thin, in their order, as a copy."""
        parts = [part for cells in self._cells for part in cells.near(low, high)]
        at = np.concatenate([self._large, *parts])
        west, south, east, north, width_m = self._bounds.take(at, 0).T
        kept = width_m >= np.float32(thinnest_m)
        kept &= (east >= np.float32(low[0])) & (west <= np.float32(high[0]))
        kept &= (north >= np.float32(low[1])) & (south <= np.float32(high[1]))
        return np.take(self.rows, np.sort(at[kept]))


@dataclass(frozen=True)
class _Cells:
    """Rows by the cell that their middle lies in, so that not all need be looked at.

    Attributes:
        cell_m: no row is longer. corner: (2,) f8 of the first cell. shape: columns, lines.
        ends: (columns * lines + 1,) i8. rows: (n,) i8 by cell, column after column of a line.
    """

    cell_m: float
    corner: npt.NDArray[np.float64]
    shape: tuple[int, int]
    ends: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int64]

    @classmethod
    def of(
        cls,
        rows: npt.NDArray[np.int64],
        low: npt.NDArray[np.float32],
        high: npt.NDArray[np.float32],
        cell_m: float,
    ) -> _Cells:
        """The cells of some rows between (2, n) corners."""
        middle = (low[:, rows].astype(np.float64) + high[:, rows]) / 2.0
        corner = middle.min(axis=1)
        cell = ((middle - corner[:, None]) // cell_m).astype(np.int64)
        columns, lines = (cell.max(axis=1) + 1).tolist()
        number = cell[1] * columns + cell[0]
        order = np.argsort(number, kind="stable")
        ends = np.concatenate([[0], np.cumsum(np.bincount(number, minlength=columns * lines))])
        return cls(cell_m, corner, (columns, lines), ends, rows[order])

    def near(
        self, low: tuple[float, float], high: tuple[float, float]
    ) -> list[npt.NDArray[np.int64]]:
        """The rows that may touch a rectangle, a line of cells after the other."""
        columns, lines = self.shape
        west, south = (
            max(math.floor((at - first) / self.cell_m - MARGIN), 0)
            for at, first in zip(low, self.corner.tolist(), strict=True)
        )
        east, north = (
            min(math.floor((at - first) / self.cell_m + MARGIN), most - 1)
            for at, first, most in zip(high, self.corner.tolist(), self.shape, strict=True)
        )
        if west > east:
            return []
        firsts = (line * columns for line in range(south, min(north + 1, lines)))
        return [self.rows[self.ends[one + west] : self.ends[one + east + 1]] for one in firsts]
