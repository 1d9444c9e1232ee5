"""What is painted on the ground of the dense region: streets, water and parks of the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.city.extent import CITY
from almaty_tour.city.grounds import Patch
from almaty_tour.city.osm.land import COARSE_M
from almaty_tour.city.osm.streets import Lines
from almaty_tour.city.paint import painted
from almaty_tour.city.plan import CityPlan
from almaty_tour.city.tables import Feature, Street
from almaty_tour.scene.paint import GroundPaint

F64 = npt.NDArray[np.float64]
SHORTEST_M = 4.0


def ground_paint(
    lines: Lines, dense: npt.NDArray[np.bool_], patches: Sequence[Patch] = ()
) -> GroundPaint:
    """The rows of the map inside the dense region (cells of 64 m)."""
    region = region_of(dense)
    if region.is_empty:
        return GroundPaint()
    streets = clipped_streets(lines.streets, region)
    features = [one for one in lines.features if _touches(one, region)]
    return painted(CityPlan(CITY, streets, features, patches, ()))


def region_of(dense: npt.NDArray[np.bool_]) -> Any:
    """The dense cells as one shape."""
    rows, columns = np.nonzero(dense)
    west = CITY.west_m + columns * COARSE_M
    south = CITY.south_m + rows * COARSE_M
    cells = shapely.box(west, south, west + COARSE_M, south + COARSE_M)
    region = shapely.union_all(cells) if len(cells) else shapely.Polygon()
    shapely.prepare(region)
    return region


def clipped_streets(streets: Sequence[Street], region: Any) -> list[Street]:
    """The stretches of streets inside a region."""
    if not streets:
        return []
    lines = np.array([shapely.LineString(street.line) for street in streets], object)
    kept = []
    for street, inside in zip(streets, shapely.intersection(lines, region), strict=True):
        for part in shapely.get_parts(shapely.line_merge(inside)):
            if part.geom_type == "LineString" and part.length > SHORTEST_M:
                line = shapely.get_coordinates(part)
                kept.append(Street(street.kind, line, street.width_m))
    return kept


def _touches(feature: Feature, region: Any) -> bool:
    return bool(shapely.intersects(region, shapely.LineString(feature.line)))
