"""Gardens before the landmarks: where a sight is kept free, a walk with beds, lamps and benches.

Types of Almaty's public gardens, not the real ones; nothing of them is told to a visitor.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import hashed
from almaty_tour.city.extent import Extent
from almaty_tour.city.furniture import Furniture, facing, joined, off_cells
from almaty_tour.city.land import Land
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_rows import PAVED, Ink, Pen, Sheet, points_at, stations
from almaty_tour.city.paint_shapes import area_of, lines_of, parts_of, triangles_of, without
from almaty_tour.city.sights import HOUSE_M, Sight, wedge
from almaty_tour.city.tables import Feature, Street
from almaty_tour.scene.paint import End

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
KINDS = ("lamp.globe", "bench.park")
LAMP, BENCH = range(len(KINDS))
STREET_M, WIDER, LONGEST_M, SMALLEST_M2 = 7.0, 1.25, 170.0, 500.0
LAWN = Ink((84, 104, 56))
WALK, ALLEY = Pen(Ink((152, 146, 136), PAVED), 4.6), Pen(Ink((148, 136, 116), 90), 2.2)
BEDS = (Ink((126, 58, 60)), Ink((148, 126, 68)), Ink((108, 76, 104)))
HEDGE = Pen(Ink((54, 72, 40)), 0.8, End.BUTT, 6.4, 1.6)
ALLEY_STEP_M, BED_STEP_M, LAMP_STEP_M = 25.0, 12.5, 25.0


def forecourts(
    sights: Sequence[Sight], land: Land, streets: Sequence[Street], features: Sequence[Feature]
) -> list[Feature]:
    """The gardens as features: the first point is where the walk ends at the landmark."""
    barriers = [shapely.LineString(s.line).buffer(s.width_m / 2.0 + STREET_M) for s in streets]
    barriers += [area_of(f.line) for f in features if f.kind in ("park", "water")]
    barriers += [shapely.LineString(f.line).buffer(9.0) for f in features
                 if f.kind in ("rail", "river")]  # fmt: skip
    tree = shapely.STRtree(barriers)
    found = []
    for sight in sights:
        foot, eye = np.array(sight.foot), np.array(sight.eye[:2])
        for outline in wedge(sight, HOUSE_M):
            wild = ~land.at(land.allowed & land.settled, np.stack([foot, outline.mean(axis=0)]))
            if wild.any():
                continue
            area = shapely.buffer(area_of(foot + (outline - foot) * WIDER), 6.0)
            area = shapely.intersection(area, shapely.Point(foot).buffer(LONGEST_M))
            found += [_feature(part, foot, eye) for part in shapely.get_parts(without(area, tree))
                      if part.geom_type == "Polygon" and part.area > SMALLEST_M2]  # fmt: skip
    return found


def _feature(area: shapely.Polygon, foot: F64, eye: F64) -> Feature:
    """Outline, then foot and eye, between which the walk runs."""
    ring = np.asarray(shapely.simplify(area, 0.5).exterior.coords)
    return Feature("forecourt", "garden", np.concatenate([ring, [foot, eye]]))


def paint_forecourts(sheet: Sheet, features: Sequence[Feature]) -> None:
    """Lawn, a walk to the landmark, alleys across it, hedges and beds of flowers."""
    for feature in features:
        if feature.kind != "forecourt":
            continue
        area, walk = _parts(feature)
        sheet.triangles(Layer.GREEN, triangles_of(area), LAWN)
        inner = shapely.buffer(area, -1.5)
        for line in parts_of(shapely.intersection(lines_of(_alleys(walk, area)), inner)):
            sheet.line(Layer.PATH, line, ALLEY)
        for line in parts_of(shapely.intersection(lines_of([walk]), area)):
            sheet.line(Layer.PATH, line, WALK)
        for line in parts_of(np.array([shapely.boundary(inner)], object)):
            sheet.line(Layer.PATH, line, HEDGE)
        _beds(sheet, walk, inner)


def _parts(feature: Feature) -> tuple[shapely.Geometry, F64]:
    return area_of(feature.line[:-2]), feature.line[-2:]


def _alleys(walk: F64, area: shapely.Geometry) -> list[F64]:
    """Lines across the walk, as wide as the garden."""
    at = np.arange(ALLEY_STEP_M, float(stations(walk)[-1]), ALLEY_STEP_M)
    places, ahead = points_at(walk, at)
    across = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1) * shapely.length(area) / 2.0
    return [np.stack([place - way, place + way]) for place, way in zip(places, across, strict=True)]


def _beds(sheet: Sheet, walk: F64, inner: shapely.Geometry) -> None:
    """Beds in rows on both sides of the walk, one colour after the other."""
    at = np.arange(BED_STEP_M / 2.0, float(stations(walk)[-1]), BED_STEP_M)
    places, ahead = points_at(walk, at)
    left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    sort = hashed(np.arange(len(at)), 7) % np.uint32(len(BEDS))
    for side in (1.0, -1.0):
        middle = places + side * 4.4 * left
        good = shapely.contains_xy(inner, middle + 3.0 * ahead)
        good &= shapely.contains_xy(inner, middle - 3.0 * ahead)
        for number, ink in enumerate(BEDS):
            mine = good & (sort == number)
            a, b = middle[mine] - 2.6 * ahead[mine], middle[mine] + 2.6 * ahead[mine]
            sheet.segments(Layer.PATH, a, b, Pen(Ink((70, 84, 46)), 2.2, End.BUTT))
            sheet.segments(Layer.PATH, a, b, Pen(ink, 1.2, End.BUTT))


def place_forecourts(features: Sequence[Feature], extent: Extent, closed: Mask) -> Furniture:
    """Lamps and benches beside the walks, off the `closed` cells of the map."""
    found = joined(_beside(feature) for feature in features if feature.kind == "forecourt")
    return off_cells(extent, found, closed)


def _beside(feature: Feature) -> Furniture:
    area, walk = _parts(feature)
    pieces = []
    for kind, start in ((LAMP, LAMP_STEP_M / 2.0), (BENCH, 3.0)):
        places, ahead = points_at(walk, np.arange(start, float(stations(walk)[-1]), LAMP_STEP_M))
        left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
        for side in (1.0, -1.0):
            xy = places + side * 2.9 * left
            good = shapely.contains_xy(area, xy)
            pieces.append(facing(kind, xy[good], ahead[good], np.pi if side < 0.0 else 0.0))
    return joined(pieces)
