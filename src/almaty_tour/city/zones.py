"""Quarters: the land between the streets, rivers and railways, each turned its own way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.extent import Extent
from almaty_tour.city.tables import Feature, Street

F64 = npt.NDArray[np.float64]
SMALLEST_M2 = 2_500.0
VAST_M2, VAST_CELL_M = 1_800_000.0, 1_150.0


@dataclass(frozen=True)
class Zone:
    """A quarter.

    Attributes:
        outline: its polygon between the middles of the streets.
        turn_rad: how its grid is turned, counter-clockwise from east, -45 to 45 degrees.
        key: a hash of where it is.
        seams: (k, 2) lines where a vast quarter was cut and no street runs.
    """

    outline: shapely.Polygon
    turn_rad: float
    key: int
    seams: tuple[F64, ...] = ()

    @property
    def middle(self) -> F64:
        """(2,) a point within."""
        point = self.outline.representative_point()
        return np.array([point.x, point.y])


def zones(extent: Extent, streets: Sequence[Street], features: Sequence[Feature]) -> list[Zone]:
    """All quarters of the extent, from the largest to the smallest; vast ones are cut."""
    borders = [street.line for street in streets]
    borders += [f.line for f in features if f.kind in ("river", "rail") and f.subkind != "tram"]
    frame = shapely.box(extent.west_m, extent.south_m, extent.east_m, extent.north_m)
    lines = [shapely.LineString(line) for line in borders]
    net = shapely.unary_union([*lines, frame.exterior])
    found = [piece for piece in shapely.polygonize([*net.geoms]).geoms if piece.area > SMALLEST_M2]
    found = [piece for piece in found if frame.covers(piece.representative_point())]
    cells = shapely.STRtree(_cells(extent))
    pull = _Pull([street.line for street in streets])
    cut = [one for piece in found for one in _cut(piece, cells, pull)]
    return sorted(cut, key=lambda zone: (-round(zone.outline.area), zone.key))


def _cells(extent: Extent) -> list[shapely.Polygon]:
    """Cells of a loose lattice that vast quarters are cut along."""
    wide = extent.grown(2.0 * VAST_CELL_M)
    i = np.arange(round(wide.west_m / VAST_CELL_M), round(wide.east_m / VAST_CELL_M))
    j = np.arange(round(wide.south_m / VAST_CELL_M), round(wide.north_m / VAST_CELL_M))
    i, j = (axis.ravel() for axis in np.meshgrid(i, j))
    shift = np.stack([fraction(i, j, 81), fraction(i, j, 82)], axis=1)
    seeds = (np.stack([i, j], axis=1) + 0.15 + 0.7 * shift) * VAST_CELL_M
    made = shapely.voronoi_polygons(shapely.MultiPoint(np.round(seeds, 1)))
    return sorted(made.geoms, key=lambda cell: (cell.centroid.x, cell.centroid.y))


def _cut(piece: shapely.Polygon, cells: shapely.STRtree, pull: _Pull) -> list[Zone]:
    if piece.area < VAST_M2:
        return [_zone(piece, pull)]
    found = []
    rim = piece.exterior.buffer(4.0)
    for number in sorted(cells.query(piece, predicate="intersects").tolist()):
        part = shapely.intersection(piece, cells.geometries[number])
        for one in getattr(part, "geoms", [part]):
            if one.geom_type == "Polygon" and one.area > SMALLEST_M2:
                seam = shapely.difference(one.exterior, rim)
                found.append(_zone(one, pull, _parts(seam)))
    return found


def _parts(lines: shapely.Geometry) -> tuple[F64, ...]:
    merged = shapely.line_merge(lines) if lines.geom_type == "MultiLineString" else lines
    return tuple(np.asarray(line.coords) for line in getattr(merged, "geoms", [merged])
                 if line.geom_type == "LineString" and line.length > 60.0)  # fmt: skip


class _Pull:
    """How streets near a place run."""

    def __init__(self, lines: Sequence[F64]) -> None:
        step = np.concatenate([np.diff(line, axis=0) for line in lines])
        self.middle = np.concatenate([(line[1:] + line[:-1]) / 2 for line in lines])
        self.length = np.hypot(*step.T)
        self.angle = np.arctan2(step[:, 1], step[:, 0])

    def near(self, outline: shapely.Polygon) -> complex:
        """Weighted sum of the fourfold directions of the streets in and about an outline."""
        west, south, east, north = outline.bounds
        reach = 450.0
        x, y = self.middle.T
        near = (x > west - reach) & (x < east + reach) & (y > south - reach) & (y < north + reach)
        away = np.hypot(x - (west + east) / 2, y - (south + north) / 2)[near]
        weight = self.length[near] / (200.0 + away)
        return complex((weight * np.exp(4j * self.angle[near])).sum())


def _zone(piece: shapely.Polygon, pull: _Pull, seams: tuple[F64, ...] = ()) -> Zone:
    """Small quarters follow their own border, the parts of vast ones the streets about them."""
    at = np.floor(np.array([piece.centroid.x, piece.centroid.y]) / 10.0).astype(np.int64)
    key = int(hashed(at[0], at[1], 7)[0])
    ring = np.asarray(piece.simplify(8.0).exterior.coords)
    step = np.diff(ring, axis=0)
    length, angle = np.hypot(*step.T), np.arctan2(step[:, 1], step[:, 0])
    own = complex((length**1.5 * np.exp(4j * angle)).sum())
    turned = (pull.near(piece) if seams else own) or own
    return Zone(piece, float(np.angle(turned) / 4.0), key, seams)
