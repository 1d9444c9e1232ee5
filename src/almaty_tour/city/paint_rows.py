"""A sheet that collects strokes and fills by layer and hands them out in painting order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.paint import FILL, STROKE, End, GroundPaint, Rows

F64 = npt.NDArray[np.float64]
Colour = tuple[int, int, int]
CARRIAGEWAY, PAVED, SOFT = 255, 128, 0
MITRE = 3.0


@dataclass(frozen=True)
class Ink:
    """What a shape is painted with: sRGB and how paved it is (255, 128 or 0)."""

    colour: Colour
    paved: int = SOFT


@dataclass(frozen=True)
class Pen:
    """How a line is stroked: ink, width, ends, dashes where `dash_m` is not 0, height."""

    ink: Ink
    width_m: float
    end: End = End.ROUND
    dash_m: float = 0.0
    gap_m: float = 0.0
    raised_cm: int = 0


@dataclass
class Sheet:
    """Rows by layer number; whoever paints adds, `paint` sorts."""

    _fills: dict[int, list[Rows]] = field(default_factory=dict)
    _strokes: dict[int, list[Rows]] = field(default_factory=dict)

    def segments(
        self,
        layer: int,
        a: F64,
        b: F64,
        pen: Pen,
        phase_m: npt.ArrayLike = 0.0,
        width_m: npt.ArrayLike | None = None,
    ) -> None:
        """Strokes from (n, 2) to (n, 2) metres with one pen, each of its own width where given."""
        rows = np.zeros(len(a), STROKE)
        rows["a"], rows["b"], rows["phase_m"] = a, b, phase_m
        rows["half_width_m"] = np.asarray(pen.width_m if width_m is None else width_m) / 2.0
        rows["dash_m"], rows["gap_m"] = pen.dash_m, pen.gap_m
        rows["colour"], rows["paved"], rows["end"] = pen.ink.colour, pen.ink.paved, pen.end
        rows["raised_cm"] = pen.raised_cm
        self._strokes.setdefault(layer, []).append(rows)

    def line(self, layer: int, line: F64, pen: Pen, start_m: float = 0.0) -> None:
        """Strokes along an (n, 2) line; dashes run on over its corners."""
        if len(line) < 2:
            return
        phase = np.zeros(1)
        if pen.dash_m > 0.0:
            phase = (start_m + stations(line)[:-1]) % (pen.dash_m + pen.gap_m)
        self.segments(layer, line[:-1], line[1:], pen, phase)

    def triangles(self, layer: int, corners: F64, ink: Ink) -> None:
        """Fills of (n, 3, 2) triangles, metres."""
        rows = np.zeros(len(corners), FILL)
        rows["corners"], rows["colour"], rows["paved"] = corners, ink.colour, ink.paved
        self._fills.setdefault(layer, []).append(rows)

    def band(self, layer: int, line: F64, left_m: float, right_m: float, ink: Ink) -> None:
        """A band along an (n, 2) line from `right_m` to `left_m`, both counted to its left."""
        if len(line) < 2:
            return
        left, right = beside(line, left_m), beside(line, right_m)
        ahead = np.stack([right[:-1], right[1:], left[1:]], axis=1)
        behind = np.stack([right[:-1], left[1:], left[:-1]], axis=1)
        self.triangles(layer, np.concatenate([ahead, behind]), ink)

    def polygon(self, layer: int, corners: F64, ink: Ink) -> None:
        """A convex (n, 2) outline as a fan."""
        fan = np.stack(
            [np.broadcast_to(corners[0], corners[2:].shape), corners[1:-1], corners[2:]], axis=1
        )
        self.triangles(layer, fan, ink)

    def paint(self, layers: Collection[int] | None = None) -> GroundPaint:
        """Everything, or what is on some layers: by layer, then in the order it was added."""
        return GroundPaint(
            _sorted(self._fills, FILL, layers), _sorted(self._strokes, STROKE, layers)
        )


def _sorted(
    sheets: dict[int, list[Rows]], kind: np.dtype[np.void], layers: Collection[int] | None
) -> Rows:
    wanted = [layer for layer in sorted(sheets) if layers is None or layer in layers]
    every = [rows for layer in wanted for rows in sheets[layer]]
    return np.concatenate([np.zeros(0, kind), *every])


def stations(line: F64) -> F64:
    """(n,) distances along an (n, 2) line, metres."""
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])


def headings(line: F64) -> F64:
    """(n - 1, 2) unit vectors along the pieces of a line."""
    step = np.diff(line, axis=0)
    return np.asarray(step / np.maximum(np.hypot(*step.T), 1e-9)[:, None])


def beside(line: F64, left_m: float) -> F64:
    """The line moved to its left (right where negative), with mitred corners."""
    ahead = headings(line)
    across = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    before, after = across[np.r_[0, : len(across)]], across[np.r_[: len(across), -1]]
    share = 1.0 + (before * after).sum(axis=1, keepdims=True)
    mitre = (before + after) / np.maximum(share, 2.0 / MITRE)
    return np.asarray(line + mitre * left_m)


def points_at(line: F64, at_m: npt.ArrayLike) -> tuple[F64, F64]:
    """(k, 2) points and (k, 2) unit vectors along a line at distances."""
    along = stations(line)
    at = np.atleast_1d(np.asarray(at_m, np.float64))
    piece = np.clip(np.searchsorted(along, at, "right") - 1, 0, len(line) - 2)
    ahead = headings(line)[piece]
    return line[piece] + ahead * (at - along[piece])[:, None], ahead


def part(line: F64, from_m: float, to_m: float) -> F64:
    """The stretch of a line between two distances along it."""
    along = stations(line)
    inside = line[(along > from_m + 1e-6) & (along < to_m - 1e-6)]
    ends, _ = points_at(line, [from_m, to_m])
    return np.concatenate([ends[:1], inside, ends[1:]])


def left_over(length_m: float, cuts: F64, least_m: float) -> list[tuple[float, float]]:
    """What (k, 2) cut stretches leave of a length, pieces of `least_m` at least."""
    found, at = [], 0.0
    for low, high in sorted(cuts.reshape(-1, 2).tolist()):
        if low - at >= least_m:
            found.append((at, low))
        at = max(at, high)
    if length_m - at >= least_m:
        found.append((at, length_m))
    return found


def smooth(line: F64, rounds: int = 2) -> F64:
    """A line with its corners cut twice, its ends where they were (Chaikin 1974)."""
    for _ in range(rounds):
        ahead = line[1:] - line[:-1]
        cut = np.stack([line[:-1] + 0.25 * ahead, line[:-1] + 0.75 * ahead], axis=1)
        line = np.concatenate([line[:1], cut.reshape(-1, 2)[1:-1], line[-1:]])
    return line


def through(line: F64, pieces: int = 4) -> F64:
    """A curve through the points of a line (Catmull and Rom 1974), `pieces` between two of them."""
    if len(line) < 3:
        return line
    ends = np.concatenate([2.0 * line[:1] - line[1:2], line, 2.0 * line[-1:] - line[-2:-1]])
    p0, p1, p2, p3 = (ends[k : len(ends) - 3 + k, None] for k in range(4))
    t = np.linspace(0.0, 1.0, pieces, endpoint=False)[None, :, None]
    curve = 2.0 * p1 + (p2 - p0) * t + (2.0 * p0 - 5.0 * p1 + 4.0 * p2 - p3) * t**2
    curve = 0.5 * (curve + (3.0 * p1 - p0 - 3.0 * p2 + p3) * t**3)
    return np.concatenate([curve.reshape(-1, 2), line[-1:]])
