"""Parks with their paths, cemeteries, woods and stadiums."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_rows import PAVED, Ink, Pen, Sheet, through
from almaty_tour.city.paint_shapes import area_of, lines_of, parts_of, triangles_of
from almaty_tour.city.paint_sports import paint_stadium
from almaty_tour.city.tables import Feature

F64 = npt.NDArray[np.float64]
LAWNS = {
    "cemetery": Ink((98, 100, 74)),
    "forest": Ink((74, 86, 54)),
    "garden": Ink((84, 102, 58)),
}
LAWN = Ink((82, 100, 58))
WALK = Ink((148, 142, 132), PAVED)
GRAVEL = Ink((140, 126, 106), 70)
EARTH = Ink((118, 104, 82))
BORDER_M, PLAZA_M, NARROW_M = 7.0, 26.0, 14.0
STEP_M = {"cemetery": 34.0, "forest": 130.0}
SMALL_M2, SMALLEST_M2 = 9_000.0, 1_500.0


def paint_green(sheet: Sheet, features: Sequence[Feature], water: shapely.Geometry) -> None:
    """Every park of the features; `water` is left free of paths."""
    parks = [(f, area_of(f.line)) for f in features if f.kind == "park"]
    stadiums = [area for f, area in parks if f.subkind == "stadium"]
    for feature, area in parks:
        if area.is_empty or (feature.subkind == "pitch" and _within(area, stadiums)):
            continue
        if feature.sport:
            paint_stadium(sheet, feature.subkind, area)
            continue
        sheet.triangles(Layer.GREEN, triangles_of(area), LAWNS.get(feature.subkind, LAWN))
        _paths(sheet, feature, area, water)


def _within(area: shapely.Geometry, others: Sequence[shapely.Geometry]) -> bool:
    """Whether an area lies in one of others, which paints its own."""
    return any(other.contains(area.centroid) for other in others)


def _paths(sheet: Sheet, feature: Feature, area: shapely.Geometry, water: shapely.Geometry) -> None:
    inside = shapely.difference(shapely.buffer(area, -BORDER_M, join_style="mitre"), water)
    narrow = shapely.buffer(area, -NARROW_M).is_empty
    if inside.is_empty or narrow or area.area < SMALLEST_M2:
        return
    if feature.subkind in STEP_M:
        trail = Pen(EARTH if feature.subkind == "forest" else GRAVEL, 2.2)
        _draw(sheet, lattice(area, STEP_M[feature.subkind], bent=True), inside, trail)
        return
    ring = shapely.simplify(shapely.boundary(shapely.buffer(inside, -2.0)), 0.5)
    _draw(sheet, [ring], inside, Pen(WALK, 2.6))
    if area.area < SMALL_M2:
        _draw(sheet, alleys(area, corners=False), inside, Pen(WALK, 2.4))
        return
    square = area.area / shapely.minimum_rotated_rectangle(area).area > 0.72
    _draw(sheet, lattice(area, 68.0, bent=not square), inside, Pen(GRAVEL, 1.8))
    if square:
        _draw(sheet, alleys(area, corners=True), inside, Pen(WALK, 5.0))
        middle, _, _ = frame(area)
        if inside.contains(shapely.Point(middle).buffer(PLAZA_M / 2.0)):
            sheet.segments(Layer.PATH, middle[None], middle[None] + 0.01, Pen(WALK, PLAZA_M))
        return
    _draw(sheet, lattice(area, 150.0, bent=True), inside, Pen(WALK, 4.0))


def _draw(
    sheet: Sheet, lines: Sequence[shapely.Geometry], inside: shapely.Geometry, pen: Pen
) -> None:
    for line in parts_of(shapely.intersection(np.array(lines, object), inside)):
        sheet.line(Layer.PATH, line, pen)


def frame(area: shapely.Geometry) -> tuple[F64, F64, F64]:
    """Middle, half of the long and half of the short side of the rectangle round an area."""
    box = np.asarray(shapely.get_coordinates(shapely.minimum_rotated_rectangle(area)))
    one, other = (box[1] - box[0]) / 2.0, (box[2] - box[1]) / 2.0
    if np.hypot(*one) < np.hypot(*other):
        one, other = other, one
    one = one * (1.0 if one[0] >= 0.0 else -1.0)
    other = other * (1.0 if other[1] >= 0.0 else -1.0)
    return box[:4].mean(axis=0), one, other


def alleys(area: shapely.Geometry, *, corners: bool) -> list[shapely.Geometry]:
    """Straight alleys through the middle: along both sides, and to the corners."""
    middle, one, other = frame(area)
    ways = [one, other, *([one + other, one - other] if corners else [])]
    return list(lines_of(np.stack([middle - way, middle + way]) for way in ways))


def lattice(area: shapely.Geometry, step_m: float, *, bent: bool) -> list[shapely.Geometry]:
    """Paths of a lattice about `step_m` wide in the frame of an area; bent ones wind."""
    middle, one, other = frame(area)
    key = int(hashed(*np.rint(middle).astype(np.int64).tolist())[0])
    counts = [max(2, int(2.0 * np.hypot(*side) / step_m) + 1) for side in (one, other)]
    i, j = np.meshgrid(np.arange(counts[0]), np.arange(counts[1]), indexing="ij")
    shift = np.stack([fraction(key, i, j, salt) for salt in (1, 2)], axis=-1) - 0.5
    share = (np.stack([i, j], axis=-1) + (0.8 if bent else 0.0) * shift) / (np.array(counts) - 1)
    knots = middle + (2.0 * share[..., :1] - 1.0) * one + (2.0 * share[..., 1:] - 1.0) * other
    rows = [knots[a] for a in range(counts[0])] + [knots[:, b] for b in range(counts[1])]
    kept = [_thinned(row, key, number) for number, row in enumerate(rows)]
    pieces = [piece for row in kept for piece in row]
    return list(lines_of(through(piece) if bent else piece for piece in pieces))


def _thinned(row: F64, key: int, number: int) -> list[F64]:
    """A row of the lattice without some of its links."""
    gone = np.flatnonzero(fraction(key, number, np.arange(len(row) - 1), 7) < 0.3)
    cuts = np.split(np.arange(len(row)), gone + 1)
    return [row[part] for part in cuts if len(part) > 1]
