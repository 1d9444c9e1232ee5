"""Painted ground on which nothing may stand: carriageways, water and railways, as exact areas."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.city.extent import Extent
from almaty_tour.city.grounds import Patch
from almaty_tour.city.houses import Row, outlines
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_rails import paint_rails
from almaty_tour.city.paint_roads import roads
from almaty_tour.city.paint_rows import Sheet
from almaty_tour.city.paint_shapes import Shapes, carriageways
from almaty_tour.city.paint_water import paint_water
from almaty_tour.city.tables import Feature, Street
from almaty_tour.scene.paint import End, GroundPaint

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
ASPHALT_FROM = 200
NARROWEST_M = 2.0
LAYERS = (
    Layer.WATER, Layer.BALLAST, Layer.LANE, Layer.SIDE_STREET, Layer.STREET, Layer.AVENUE,
    Layer.TRAM_BED, Layer.PLATFORM,
)  # fmt: skip
_CAPS = {End.ROUND: "round", End.BUTT: "flat", End.SQUARE: "square"}


def laid(streets: Sequence[Street], features: Sequence[Feature], extent: Extent) -> Shapes:
    """The areas of streets, water and railways before any house is there."""
    sheet, own = Sheet(), carriageways(roads(streets, extent))
    paint_water(sheet, features, extent)
    paint_rails(sheet, features, own, extent)
    return np.concatenate([own, areas(sheet.paint((Layer.WATER, Layer.BALLAST, Layer.PLATFORM)))])


def hard(sheet: Sheet) -> Shapes:
    """The areas of a whole painting on which no tree can grow."""
    patches = sheet.paint((Layer.PATCH,))
    paved = patches.strokes["paved"] >= ASPHALT_FROM
    asphalt = GroundPaint(strokes=patches.strokes[paved])
    return np.concatenate([areas(sheet.paint(LAYERS)), areas(asphalt)])


def areas(paint: GroundPaint) -> Shapes:
    """Fills and wide whole strokes as polygons."""
    strokes = paint.strokes
    strokes = strokes[(strokes["dash_m"] == 0.0) & (strokes["half_width_m"] > NARROWEST_M / 2)]
    lines = shapely.linestrings(np.stack([strokes["a"], strokes["b"]], axis=1).astype(np.float64))
    made = np.full(len(strokes), None, object)
    for end, cap in _CAPS.items():
        mine = strokes["end"] == end
        made[mine] = shapely.buffer(
            lines[mine], strokes["half_width_m"][mine], cap_style=cap, quad_segs=4
        )
    fills = shapely.polygons(paint.fills["corners"].astype(np.float64))
    return np.concatenate([made, fills])


def covered_by(shapes: Shapes, others: Shapes) -> Mask:
    """(n,) which shapes meet any of the others."""
    found = np.zeros(len(shapes), np.bool_)
    found[shapely.STRtree(others).query(shapes, "intersects")[0]] = True
    return found


def standing_off(houses: Sequence[Row], others: Shapes) -> Mask:
    """(n,) which houses keep off all of the areas."""
    plans, owner = _plans(houses)
    bad = np.unique(owner[covered_by(plans, others)])
    kept = np.ones(len(houses), np.bool_)
    kept[bad] = False
    return kept


def clear_of(patches: Sequence[Patch], houses: Sequence[Row]) -> list[Patch]:
    """The patches that lie under no house."""
    plans, _ = _plans(houses)
    mine = shapely.polygons(np.array([patch.corners for patch in patches]).reshape(-1, 4, 2))
    return [patch for patch, bad in zip(patches, covered_by(mine, plans), strict=True) if not bad]


def _plans(houses: Sequence[Row]) -> tuple[Shapes, npt.NDArray[np.intp]]:
    """The wings of houses as polygons, and the number of the house of each."""
    wings = [outlines(row, 0.0) for row in houses]
    owner = np.repeat(np.arange(len(houses)), [len(one) for one in wings])
    every = np.array([wing for one in wings for wing in one]).reshape(-1, 4, 2)
    return np.asarray(shapely.polygons(every), object), owner
