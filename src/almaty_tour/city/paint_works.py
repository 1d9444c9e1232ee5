"""The ground of works yards: slabs with joints, patched asphalt, trodden earth, oil and ruts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_rows import Ink, Pen, Sheet
from almaty_tour.city.paint_shapes import area_of, lines_of, parts_of, triangles_of
from almaty_tour.city.tables import Feature
from almaty_tour.scene.paint import End

F64 = npt.NDArray[np.float64]
FOOT, FOOT_M = Ink((108, 104, 80)), 2.5
GROUND = {
    "concrete": Ink((142, 138, 130), 200), "asphalt": Ink((104, 102, 100), 230),
    "earth": Ink((124, 114, 98), 60),
}  # fmt: skip
JOINT = Pen(Ink((116, 112, 102), 200), 0.12)
SLAB_M, SPOTS = 6.0, 16
WORN = {
    "concrete": (Ink((126, 121, 112), 200), Ink((112, 108, 88), 120), Ink((98, 94, 88), 200)),
    "asphalt": (Ink((92, 90, 89), 230), Ink((116, 112, 106), 220), Ink((118, 108, 92), 90)),
    "earth": (Ink((104, 100, 74)), Ink((136, 126, 110), 60), Ink((108, 98, 84), 60)),
}


def paint_works(sheet: Sheet, features: Sequence[Feature]) -> None:
    """All yards: a weedy foot along the fence, the ground, its joints, and what has worn it."""
    for feature in features:
        if feature.kind != "works":
            continue
        area = area_of(feature.line)
        inner = shapely.simplify(shapely.buffer(area, -FOOT_M), 0.5)
        sheet.triangles(Layer.GREEN, triangles_of(area), FOOT)
        sheet.triangles(Layer.GREEN, triangles_of(inner), GROUND[feature.subkind])
        if feature.subkind == "concrete":
            _joints(sheet, feature.line, inner)
        _spots(sheet, feature, inner)


def _joints(sheet: Sheet, outline: F64, inner: shapely.Geometry) -> None:
    """Joints between slabs, along and across the longest side."""
    step = np.diff(outline, axis=0)
    longest = step[np.argmax(np.hypot(*step.T))]
    way = longest / np.hypot(*longest)
    across = np.array([-way[1], way[0]])
    middle = outline.mean(axis=0)
    reach = float(np.hypot(*(outline - middle).T).max())
    at = np.arange(-reach, reach, SLAB_M)[:, None]
    lines = [np.stack([middle + at * one - reach * two, middle + at * one + reach * two], axis=1)
             for one, two in ((way, across), (across, way))]  # fmt: skip
    cut = shapely.intersection(lines_of(np.concatenate(lines)), inner)
    for line in parts_of(cut[~shapely.is_empty(cut)]):
        sheet.line(Layer.PATH, line, JOINT)


def _spots(sheet: Sheet, feature: Feature, inner: shapely.Geometry) -> None:
    """Patches, weeds and oil as short fat strokes."""
    low, high = feature.line.min(axis=0), feature.line.max(axis=0)
    keys = hashed(*np.rint(feature.line[0]).astype(np.int64).tolist(), np.arange(SPOTS), 3)
    place = low + np.stack([fraction(keys, 1), fraction(keys, 2)], axis=1) * (high - low)
    turn = fraction(keys, 3) * np.pi
    long_m = 2.0 + 9.0 * fraction(keys, 4)
    reach = np.stack([np.cos(turn), np.sin(turn)], axis=1) * long_m[:, None]
    good = shapely.contains_xy(inner.buffer(-4.0), place + reach)
    good &= shapely.contains_xy(inner.buffer(-4.0), place - reach)
    inks = WORN[feature.subkind]
    sort = keys % np.uint32(len(inks))
    for number, ink in enumerate(inks):
        mine = good & (sort == number)
        pen = Pen(ink, 2.4 + 1.6 * number, (End.BUTT, End.ROUND, End.ROUND)[number])
        sheet.segments(Layer.PATH, place[mine] - reach[mine], place[mine] + reach[mine], pen)
