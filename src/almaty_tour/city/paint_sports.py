"""Sports grounds: running tracks, pitches and courts with their lines."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_rows import PAVED, Ink, Pen, Sheet
from almaty_tour.city.paint_shapes import triangles_of
from almaty_tour.scene.paint import End

F64 = npt.NDArray[np.float64]
APRON, TRACK = Ink((138, 134, 127), PAVED), Ink((146, 84, 64), PAVED)
TURF, COURT = Ink((78, 108, 58)), Ink((60, 96, 82), PAVED)
LINE = Pen(Ink((206, 206, 200)), 0.14)
FULL_M = (176.0, 92.0)
LANES, LANE_M = 6, 1.22
SMALLEST_TRACK = 0.45
KEY_M = (5.8, 2.45)
Pair = tuple[float, float]
Frame = tuple[F64, F64]


def paint_stadium(sheet: Sheet, subkind: str, area: shapely.Geometry) -> None:
    """A stadium with a track where there is room, or a pitch alone."""
    middle, one, other = _frame(area)
    size = 2.0 * np.hypot(*one), 2.0 * np.hypot(*other)
    scale = min(size[0] / FULL_M[0], size[1] / FULL_M[1], 1.0)
    stadium = subkind == "stadium"
    sheet.triangles(Layer.GREEN, triangles_of(area), APRON if stadium else TURF)
    turn = np.stack([one / np.hypot(*one), other / np.hypot(*other)])
    if stadium and scale > SMALLEST_TRACK:
        _track(sheet, middle, turn, scale)
        paint_pitch(sheet, middle, turn, (105.0 * scale, 66.0 * scale))
        return
    length, width = size[0] - 6.0, size[1] - 6.0
    if stadium:
        box = _box(length, width) @ turn + middle
        sheet.polygon(Layer.GREEN, box, TURF)
    paint_pitch(sheet, middle, turn, (length - 4.0, width - 4.0))


def _frame(area: shapely.Geometry) -> tuple[F64, F64, F64]:
    box = np.asarray(shapely.get_coordinates(shapely.minimum_rotated_rectangle(area)))
    one, other = (box[1] - box[0]) / 2.0, (box[2] - box[1]) / 2.0
    if np.hypot(*one) < np.hypot(*other):
        one, other = other, one
    return box[:4].mean(axis=0), one, other


def _box(length_m: float, width_m: float) -> F64:
    unit = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
    return np.asarray(unit * [length_m, width_m])


def oval(length_m: float, width_m: float, arcs: int = 10) -> F64:
    """(n, 2) corners of a rectangle with round ends, counter-clockwise."""
    radius = width_m / 2.0
    straight = max(length_m / 2.0 - radius, 0.0)
    angles = np.linspace(-np.pi / 2.0, np.pi / 2.0, arcs + 1)
    bend = np.stack([np.cos(angles), np.sin(angles)], axis=1) * radius
    right = bend + np.array([straight, 0.0])
    return np.concatenate([right, -right])


def _track(sheet: Sheet, middle: F64, turn: F64, scale: float) -> None:
    length, width = FULL_M[0] * scale, FULL_M[1] * scale
    lane = LANE_M * max(scale, 0.75)
    sheet.polygon(Layer.GREEN, oval(length, width) @ turn + middle, TRACK)
    inner = 2.0 * LANES * lane
    sheet.polygon(Layer.GREEN, oval(length - inner, width - inner) @ turn + middle, TURF)
    for number in range(LANES + 1):
        less = 2.0 * number * lane
        ring = oval(length - less, width - less) @ turn + middle
        sheet.line(Layer.TRACK_LINE, np.concatenate([ring, ring[:1]]), LINE)


def paint_box(sheet: Sheet, frame: Frame, low: Pair, high: Pair, ink: Ink) -> None:
    """A rectangle between two corners in a frame, as one stroke."""
    middle, turn = frame
    y = (low[1] + high[1]) / 2.0
    a, b = np.array([[low[0], y], [high[0], y]]) @ turn + middle
    sheet.segments(Layer.PATCH, a[None], b[None], Pen(ink, high[1] - low[1], End.BUTT))


def paint_ring(sheet: Sheet, frame: Frame, low: Pair, high: Pair, ink: Ink) -> None:
    """A white rectangle, filled with `ink`: two strokes are fewer than four lines."""
    paint_box(sheet, frame, low, high, LINE.ink)
    inner = (low[0] + LINE.width_m, low[1] + LINE.width_m)
    paint_box(sheet, frame, inner, (high[0] - LINE.width_m, high[1] - LINE.width_m), ink)


def paint_pitch(sheet: Sheet, middle: F64, turn: F64, size_m: Pair) -> None:
    """A football pitch of any size with its lines."""
    x, y = size_m[0] / 2.0, size_m[1] / 2.0
    if x < 4.0 or y < 2.5:
        return
    frame = (middle, turn)
    paint_ring(sheet, frame, (-x, -y), (x, y), TURF)
    paint_ring(sheet, frame, (-x, -0.6 * y), (-0.69 * x, 0.6 * y), TURF)
    paint_ring(sheet, frame, (0.69 * x, -0.6 * y), (x, 0.6 * y), TURF)
    across = min(18.3, 0.56 * y)
    here = middle[None]
    sheet.segments(Layer.PATCH, here, here + 0.01, Pen(LINE.ink, across))
    sheet.segments(Layer.PATCH, here, here + 0.01, Pen(TURF, across - 2.0 * LINE.width_m))
    half = LINE.width_m / 2.0
    paint_box(sheet, frame, (-half, -y), (half, y), LINE.ink)


def paint_court(sheet: Sheet, middle: F64, turn: F64, size_m: Pair, inks: tuple[Ink, Ink]) -> None:
    """A basketball court; the second ink is under the baskets."""
    x, y = size_m[0] / 2.0, size_m[1] / 2.0
    frame = (middle, turn)
    paint_box(sheet, frame, (-x, -y), (x, y), inks[0])
    x, y = x - 1.0, y - 1.0
    paint_ring(sheet, frame, (-x, -y), (x, y), inks[0])
    for side in (1.0, -1.0):
        ends = sorted((side * x, side * (x - KEY_M[0])))
        paint_box(sheet, frame, (ends[0], -KEY_M[1]), (ends[1], KEY_M[1]), inks[1])
    half = LINE.width_m / 2.0
    paint_box(sheet, frame, (-half, -y), (half, y), LINE.ink)
