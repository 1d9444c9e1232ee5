"""The ground of the railways: earth, ballast, sleepers and rails, platforms; tram tracks.

Near the eye props lie on it (`city.railway`); the paint is what is seen from farther off, and
where a street crosses.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import fraction
from almaty_tour.city.extent import Extent
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_rows import PAVED, Ink, Pen, Sheet, beside
from almaty_tour.city.paint_shapes import Shapes, broken, lines_of, parts_of
from almaty_tour.city.rail_yards import APART_M, PLATFORM_M, Yard, own_tracks, yards
from almaty_tour.city.tables import Feature
from almaty_tour.scene.paint import End

F64 = npt.NDArray[np.float64]
GAUGE_M = 1.52
EARTH, SHOULDER = Pen(Ink((112, 104, 86)), 11.0), Pen(Ink((110, 103, 93)), 7.0)
BALLAST = Pen(Ink((118, 111, 103)), 5.0)
OILED = Pen(Ink((92, 84, 76)), 1.3, End.ROUND, 46.0, 19.0)
WEEDS = (Ink((96, 100, 66)), Ink((106, 104, 72)))
SLEEPER = Pen(Ink((150, 144, 134)), 2.7, End.BUTT, 0.26, 0.365)
RAIL = Pen(Ink((120, 104, 94)), 0.16)
TRAM_BED, TRAM_RAIL = Pen(Ink((104, 102, 98), 200), 2.5), Pen(Ink((120, 114, 108), 200), 0.12)
PLATFORM = Ink((150, 146, 138), PAVED)
EDGE = Pen(Ink((190, 186, 176), PAVED), 0.5, End.BUTT)


def paint_rails(
    sheet: Sheet, features: Sequence[Feature], streets: Shapes, extent: Extent
) -> Shapes:
    """All tracks; ballast and sleepers end at `streets`. Returns the ground of the railways."""
    own, trams = (own_tracks(features, extent, tram=tram) for tram in (False, True))
    stations = yards(own)
    every = own + [line for yard in stations for line in yard.tracks]
    if every:
        open_lines = parts_of(broken(lines_of(every), streets))
        for pen in (EARTH, SHOULDER):
            for line in open_lines:
                sheet.line(Layer.EARTH, line, pen)
        for line in open_lines:
            sheet.line(Layer.BALLAST, line, BALLAST)
        for number, line in enumerate(open_lines):
            _between(sheet, number, line)
            sheet.line(Layer.SLEEPER, line, SLEEPER)
    for line in every:
        _rails(sheet, line, RAIL)
    for line in trams:
        sheet.line(Layer.TRAM_BED, line, TRAM_BED)
        _rails(sheet, line, TRAM_RAIL)
    for yard in stations:
        _platforms(sheet, yard)
    return np.asarray(shapely.buffer(lines_of(every), BALLAST.width_m / 2.0, quad_segs=2))


def _between(sheet: Sheet, number: int, line: F64) -> None:
    """Weeds on the strips beside a track, oil between its rails, both in patches."""
    for side in (-1, 1):
        luck = fraction(number, side + 1, 17)[0]
        pen = Pen(WEEDS[int(2.0 * luck)], 0.7 + 0.5 * luck, End.ROUND, 9.0 + 16.0 * luck,
                  14.0 + 20.0 * luck)  # fmt: skip
        sheet.line(Layer.EARTH, beside(line, side * APART_M / 2.0), pen, 60.0 * luck)
    sheet.line(Layer.BALLAST, line, OILED, 40.0 * fraction(number, 5, 17)[0])


def _rails(sheet: Sheet, line: F64, pen: Pen) -> None:
    for side in (0.5, -0.5):
        sheet.line(Layer.RAIL, beside(line, side * GAUGE_M), pen)


def _platforms(sheet: Sheet, yard: Yard) -> None:
    for line in yard.platforms:
        sheet.line(Layer.PLATFORM, line, Pen(PLATFORM, PLATFORM_M, End.BUTT))
        for side in (0.5, -0.5):
            sheet.line(Layer.PLATFORM, beside(line, side * (PLATFORM_M - 0.5)), EDGE)
