"""What kind of quarter a place of the city is: drawn by hand as rough outlines, in metres.

They follow the avenues: Raiymbek, Abai, Al-Farabi, Sain, the rivers and the railways. Rough on
purpose: they shape the picture and are never told to a visitor.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import fraction
from almaty_tour.city.tables import Feature

F64 = npt.NDArray[np.float64]
Outline = tuple[tuple[float, float], ...]
Numbers = npt.NDArray[np.intp]

NAMES = (
    "gardens", "core", "wood", "rows", "south", "slabs", "glass", "works", "villas", "dachas",
)  # fmt: skip
NUMBER = {name: number for number, name in enumerate(NAMES)}
GARDENS, CORE, WOOD, ROWS, SOUTH, SLABS, GLASS, WORKS, VILLAS, DACHAS = range(len(NAMES))
ONE_STOREY = (GARDENS, WOOD, VILLAS, DACHAS)
"""Districts of houses with gardens along lanes."""

AL_FARABI: Outline = ((1_850, -2_250), (420, -2_450), (-370, -2_700), (-1_450, -3_700),
                      (-2_567, -4_979), (-3_500, -5_700), (-4_608, -6_119))  # fmt: skip
GLASS_M, RAIL_M, SIDING_M, RIVER_M = 230.0, 300.0, 110.0, 150.0

_OUTLINES: tuple[tuple[int, Outline], ...] = (
    (CORE, ((-1_350, 1_500), (1_150, 1_560), (1_050, -880), (-1_300, -1_130))),
    (WOOD, ((-1_600, 1_500), (1_150, 1_560), (1_050, -300), (1_500, -300), (1_750, 2_500),
            (-1_600, 2_000))),
    (ROWS, ((-6_050, 820), (-3_674, 1_491), (-1_300, 2_050), (-1_300, -1_130), (-6_050, -1_500))),
    (SLABS, ((-1_300, -1_130), (-1_300, -2_500), (-3_300, -2_550), (-3_300, -1_230))),
    (SLABS, ((300, -1_500), (1_250, -1_300), (1_350, -2_300), (300, -2_420))),
    (SOUTH, ((-6_050, -1_500), (1_300, -880), (1_450, -2_150), (420, -2_350), (-500, -2_700),
             (-2_700, -4_900), (-4_500, -4_300), (-6_050, -2_700))),
    (SLABS, ((-6_300, -2_750), (-4_500, -4_300), (-3_100, -5_300), (-4_600, -6_250),
             (-6_050, -5_800), (-7_250, -4_000))),
    (SLABS, ((-9_480, -700), (-8_750, -450), (-8_300, -2_100), (-6_700, -4_500), (-7_600, -5_600),
             (-8_900, -4_300))),
    (SLABS, ((-8_750, -450), (-7_100, 100), (-7_000, -1_900), (-6_300, -2_750), (-7_250, -4_000),
             (-8_300, -2_100))),
    (SLABS, ((-11_900, -1_850), (-9_480, -700), (-9_150, -2_050), (-11_500, -2_600))),
    (SLABS, ((-4_000, 6_900), (-1_950, 7_250), (-1_900, 8_600), (-3_900, 8_600))),
    (ROWS, ((-300, 9_100), (1_150, 9_150), (1_100, 10_000), (-300, 10_300))),
    (SLABS, ((1_900, 9_400), (3_100, 9_700), (3_000, 10_700), (1_800, 10_500))),
    (ROWS, ((-2_500, 2_050), (-1_050, 2_900), (-1_000, 3_900), (-2_300, 3_500))),
    (WORKS, ((-3_700, 3_300), (-2_600, 3_500), (-1_150, 4_700), (-1_900, 6_900), (-3_700, 6_800))),
    (WORKS, ((-4_300, 1_450), (-2_700, 1_950), (-2_500, 2_600), (-4_500, 2_550))),
    (WORKS, ((-6_600, 900), (-4_700, 1_350), (-4_900, 2_300), (-6_700, 1_500))),
    (WORKS, ((-1_000, 3_000), (-400, 3_000), (-100, 4_700), (-950, 4_550))),
    (WORKS, ((1_900, 4_900), (3_300, 5_350), (3_400, 6_900), (2_100, 6_500))),
    (VILLAS, ((1_350, 200), (2_800, -200), (4_200, -6_500), (3_000, -6_500), (1_500, -2_250),
              (1_150, -700))),
    (VILLAS, ((420, -2_450), (1_850, -2_250), (2_600, -4_000), (600, -6_000), (-1_200, -5_500),
              (-4_500, -6_300), (-4_700, -9_300), (-1_500, -9_300), (3_000, -6_500))),
)  # fmt: skip
"""First outline that holds a place names its district."""


class Districts:
    """The districts as outlines, ready to be asked for many places at once."""

    def __init__(self, features: Sequence[Feature] = ()) -> None:
        self._areas = [(number, shapely.Polygon(outline)) for number, outline in _OUTLINES]
        self._glass = shapely.LineString(AL_FARABI).buffer(GLASS_M)
        rails = [f.line for f in features if f.kind == "rail" and f.subkind != "tram"]
        rivers = [f.line for f in features if f.kind == "river"]
        self._rails = _near(rails, RAIL_M)
        self._sidings = _near(rails, SIDING_M)
        self._rivers = _near(rivers, RIVER_M)

    def at(self, points: npt.ArrayLike) -> Numbers:
        """(n,) numbers of `NAMES` for (n, 2) places in metres."""
        xy = np.asarray(points, np.float64).reshape(-1, 2)
        found = np.full(len(xy), GARDENS, np.intp)
        for number, area in reversed(self._areas):
            found[shapely.contains_xy(area, xy)] = number
        cell = np.floor(xy / 340.0).astype(np.int64)
        luck = fraction(cell[:, 0], cell[:, 1], 611)
        old = np.isin(found, (CORE, ROWS)) & shapely.contains_xy(self._rivers, xy) & (luck < 0.55)
        found[old] = WOOD
        works = np.isin(found, (GARDENS, WORKS)) & shapely.contains_xy(self._rails, xy)
        works |= (found == ROWS) & shapely.contains_xy(self._sidings, xy)
        found[works & (luck < 0.85)] = WORKS
        found[shapely.contains_xy(self._glass, xy)] = GLASS
        return found


def _near(lines: Sequence[F64], reach_m: float) -> shapely.Geometry:
    if not lines:
        return shapely.Polygon()
    made = shapely.MultiLineString([line.tolist() for line in lines])
    area = made.simplify(12.0).buffer(reach_m, quad_segs=3)
    shapely.prepare(area)
    return area
