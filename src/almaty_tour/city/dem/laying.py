"""Files of heights laid over the present ground, coarse ones first, on both lattices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.city.dem.filling import blended
from almaty_tour.city.dem.raster import Raster
from almaty_tour.city.dem.sampling import Points, sampled, through, within
from almaty_tour.geo.grid import F32, Lattice, refined

Bools = npt.NDArray[np.bool_]

SEAM_M: Final = 900.0
_SAME_SPACING: Final = 1.5
_OUTER_PARTS: Final = 4
"""An outer node is a mean over nodes four times closer."""


@dataclass
class Sheet:
    """Files of about the same spacing, side by side on both lattices.

    Attributes:
        spacing_m: of the first file.
        inner, outer: heights, NaN where not measured; `*_covered` what the files cover.
        points: what was measured, in parts.
    """

    spacing_m: float
    inner: F32
    outer: F32
    inner_covered: Bools
    outer_covered: Bools
    points: list[Points] = field(default_factory=list)


@dataclass(frozen=True)
class Laid:
    """The ground with the files on it.

    Attributes:
        heights: on the inner lattice; outer: on the outer lattice's finer net.
        measured, covered, filled: bool on the inner lattice; `filled` are small voids.
    """

    heights: F32
    outer: F32
    measured: Bools
    covered: Bools
    filled: Bools


def finer(outer: Lattice) -> Lattice:
    """The net on which the outer ground is sampled before means are taken."""
    return Lattice(
        outer.west_m, outer.south_m, outer.cell_m / _OUTER_PARTS,
        (outer.columns - 1) * _OUTER_PARTS + 1, (outer.rows - 1) * _OUTER_PARTS + 1,
    )  # fmt: skip


def sheets(inner: Lattice, outer: Lattice, rasters: Iterable[Raster]) -> list[Sheet]:
    """Files side by side by their spacing, the coarsest sheet first; one file at a time."""
    found: list[Sheet] = []
    fine_outer = finer(outer)
    for raster in rasters:
        sheet = next((s for s in found if _alike(s.spacing_m, raster.spacing_m)), None)
        if sheet is None:
            sheet = _empty(inner, fine_outer, raster.spacing_m)
            found.append(sheet)
        _add(sheet.inner, sheet.inner_covered, *sampled(raster, inner))
        _add(sheet.outer, sheet.outer_covered, *sampled(raster, fine_outer))
        if raster.spacing_m > 0.5 * inner.cell_m:
            sheet.points.append(within(inner, raster.nodes()))
    return sorted(found, key=lambda sheet: -sheet.spacing_m)


def _alike(one: float, other: float) -> bool:
    return max(one, other) < _SAME_SPACING * min(one, other)


def _empty(inner: Lattice, outer: Lattice, spacing_m: float) -> Sheet:
    return Sheet(
        spacing_m,
        np.full(inner.shape, np.nan, np.float32),
        np.full(outer.shape, np.nan, np.float32),
        np.zeros(inner.shape, bool),
        np.zeros(outer.shape, bool),
    )


def _add(heights: F32, covered: Bools, more: F32, more_covered: Bools) -> None:
    """What the first file of a sheet measured stays."""
    new = ~np.isfinite(heights) & np.isfinite(more)
    heights[new] = more[new]
    covered |= more_covered


def laid(inner: Lattice, heights: F32, outer: Lattice, fine: F32, over: list[Sheet]) -> Laid:
    """The present ground with sheets over it, later ones on top.

    `fine` are the present heights on `finer(outer)`.
    """
    measured, covered, filled = np.zeros((3, *inner.shape), bool)
    net = finer(outer)
    for sheet in over:
        heights, small = blended(heights, sheet.inner, sheet.inner_covered, inner.cell_m)
        fine, _ = blended(fine, sheet.outer, sheet.outer_covered, net.cell_m)
        measured |= np.isfinite(sheet.inner)
        covered |= sheet.inner_covered
        filled = (filled | small) & ~np.isfinite(sheet.inner)
        if sheet.points:
            parts = [np.concatenate(part) for part in zip(*sheet.points, strict=True)]
            if parts[0].size:
                heights = through(inner, heights, (parts[0], parts[1], parts[2]))
    return Laid(heights, fine, measured, covered, filled)


def outer_means(fine: F32) -> F32:
    """Outer heights as weighted means of the finer net, half a cell to each side."""
    weights = np.array([1.0, 2.0, 2.0, 2.0, 1.0], np.float32) / 8.0
    reach = _OUTER_PARTS // 2
    wide = np.pad(fine, reach, mode="edge")
    columns = (wide.shape[1] - 1 - 2 * reach) // _OUTER_PARTS + 1
    rows = (wide.shape[0] - 1 - 2 * reach) // _OUTER_PARTS + 1
    across = sum(
        w * wide[:, k : k + (columns - 1) * _OUTER_PARTS + 1 : _OUTER_PARTS]
        for k, w in enumerate(weights)
    )
    both = sum(
        w * np.asarray(across)[k : k + (rows - 1) * _OUTER_PARTS + 1 : _OUTER_PARTS]
        for k, w in enumerate(weights)
    )
    return np.asarray(both, np.float32)


def seamed(inner: Lattice, outer: Lattice, moved: F32, outer_moved: F32) -> F32:
    """How far inner heights move, when in the last 900 m before the border they shall go
    over to what the outer triangles move: the border stays without a step.
    """
    step = round(outer.cell_m / inner.cell_m)
    row = round((inner.south_m - outer.south_m) / outer.cell_m)
    column = round((inner.west_m - outer.west_m) / outer.cell_m)
    rows, columns = (inner.rows - 1) // step + 1, (inner.columns - 1) // step + 1
    under = outer_moved[row : row + rows, column : column + columns]
    coarse = refined(np.ascontiguousarray(under), step)
    east, north = np.arange(inner.columns), np.arange(inner.rows)
    edge = np.minimum(
        np.minimum(east, east[::-1])[None, :], np.minimum(north, north[::-1])[:, None]
    )
    share = np.clip(edge * (inner.cell_m / SEAM_M), 0.0, 1.0).astype(np.float32)
    share = share * share * (3.0 - 2.0 * share)
    return np.asarray(coarse + share * (moved - coarse), np.float32)
