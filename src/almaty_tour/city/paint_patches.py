"""Flat pieces of ground in the yards: sports grounds, car parks, playgrounds, drives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_rows import CARRIAGEWAY, PAVED, Ink, Pen, Sheet
from almaty_tour.city.paint_sports import COURT, TURF, paint_box, paint_court, paint_pitch
from almaty_tour.scene.paint import End

if TYPE_CHECKING:
    from almaty_tour.city.grounds import Patch

F64 = npt.NDArray[np.float64]
TARTAN, SAND, EDGE = Ink((140, 86, 68), PAVED), Ink((150, 134, 98)), Ink((150, 146, 138), PAVED)
ASPHALT = Ink((98, 97, 96), CARRIAGEWAY)
KERB, KERB_M = Ink((158, 155, 148), PAVED), 0.3
EARTH, BED = Ink((126, 112, 88)), Ink((112, 84, 62))
RUBBER = (Ink((150, 70, 58), PAVED), Ink((66, 92, 122), PAVED), Ink((88, 122, 70), PAVED))
STALL_M, STALL_LONG_M = 2.8, 5.0
STALLS = Pen(Ink((200, 200, 194), CARRIAGEWAY), STALL_LONG_M, End.BUTT, 0.12, STALL_M - 0.12)


def paint_patches(sheet: Sheet, patches: Sequence[Patch]) -> None:
    """All patches, by what they are."""
    for patch in patches:
        painter = _PAINTERS.get(patch.kind)
        if painter is not None:
            painter(sheet, patch)


def _frame(patch: Patch) -> tuple[F64, F64, tuple[float, float]]:
    """Middle, (2, 2) unit vectors along and across, and both sizes in metres."""
    a, b, _, d = patch.corners
    size = float(np.hypot(*(b - a))), float(np.hypot(*(d - a)))
    turn = np.stack([(b - a) / max(size[0], 1e-6), (d - a) / max(size[1], 1e-6)])
    return patch.corners.mean(axis=0), turn, size


def _pitch(sheet: Sheet, patch: Patch) -> None:
    middle, turn, (length, width) = _frame(patch)
    paint_box(sheet, (middle, turn), (-length / 2, -width / 2), (length / 2, width / 2), TURF)
    paint_pitch(sheet, middle, turn, (length - 2.0, width - 2.0))


def _court(sheet: Sheet, patch: Patch) -> None:
    middle, turn, size = _frame(patch)
    inks = (COURT, TARTAN) if patch.key & 64 else (TARTAN, COURT)
    paint_court(sheet, middle, turn, size, inks)


def _parking(sheet: Sheet, patch: Patch) -> None:
    """Two rows of stalls along both long sides, each painted as one dashed stroke."""
    middle, turn, (length, width) = _frame(patch)
    paint_box(sheet, (middle, turn), (-length / 2, -width / 2), (length / 2, width / 2), ASPHALT)
    count = int(length / STALL_M)
    for side in (1.0, -1.0):
        row = side * (width / 2.0 - STALL_LONG_M / 2.0 - 0.2)
        ends = np.array([[-length / 2.0, row], [-length / 2.0 + count * STALL_M + 0.06, row]])
        a, b = (ends @ turn + middle)[:, None]
        sheet.segments(Layer.PATCH, a, b, STALLS, 0.06)


def _play(sheet: Sheet, patch: Patch) -> None:
    """Sand within a kerb, and round pieces of coloured rubber."""
    middle, turn, size = _frame(patch)
    x, y = size[0] / 2.0, size[1] / 2.0
    paint_box(sheet, (middle, turn), (-x, -y), (x, y), EDGE)
    paint_box(sheet, (middle, turn), (0.25 - x, 0.25 - y), (x - 0.25, y - 0.25), SAND)
    for number in range(2):
        ink = RUBBER[(patch.key + number) % len(RUBBER)]
        shift = np.array([fraction(patch.key, number, salt)[0] for salt in (3, 4)]) - 0.5
        place = (shift * np.array(size) * 0.6) @ turn + middle
        sheet.segments(Layer.PATCH, place[None], place[None] + 0.01, Pen(ink, 4.4 - 1.6 * number))


def _drive(sheet: Sheet, patch: Patch) -> None:
    """A strip of old asphalt along the patch's longer sides."""
    a, b, c, d = patch.corners
    if np.hypot(*(b - a)) < np.hypot(*(d - a)):
        a, b, c, d = b, c, d, a
    shade = 104 + patch.key % 9 - 4
    pen = Pen(Ink((shade, shade - 1, shade - 4), 220), float(np.hypot(*(d - a))), End.BUTT)
    ends = ((a + d) / 2.0)[None], ((b + c) / 2.0)[None]
    if patch.kind == "drive":
        kerb = Pen(KERB, pen.width_m + 2.0 * KERB_M, End.SQUARE)
        sheet.segments(Layer.PATCH, *ends, kerb)
    sheet.segments(Layer.LANE, *ends, pen)


def _sand(sheet: Sheet, patch: Patch) -> None:
    """A small playground: trodden sand."""
    middle, turn, size = _frame(patch)
    x, y = size[0] / 2.0, size[1] / 2.0
    paint_box(sheet, (middle, turn), (-x, -y), (x, y), SAND)


def _earth(sheet: Sheet, patch: Patch) -> None:
    """Bare earth under clothes lines."""
    middle, turn, size = _frame(patch)
    pen = Pen(EARTH, size[1] - 1.0)
    reach = turn[0] * (size[0] - size[1]) / 2.0
    sheet.segments(Layer.PATCH, (middle - reach)[None], (middle + reach)[None], pen)


def _power(sheet: Sheet, patch: Patch) -> None:
    """A slab of old concrete about a transformer."""
    middle, turn, size = _frame(patch)
    x, y = size[0] / 2.0 - 0.6, size[1] / 2.0 - 0.6
    paint_box(sheet, (middle, turn), (-x, -y), (x, y), EDGE)


def _round(sheet: Sheet, patch: Patch) -> None:
    """A lawn with a walk about a round bed and to its four sides."""
    middle, turn, (length, width) = _frame(patch)
    wide = min(length, width) * 0.62
    for axis, reach in ((0, length / 2.0), (1, width / 2.0)):
        ends = (middle - turn[axis] * reach)[None], (middle + turn[axis] * reach)[None]
        sheet.segments(Layer.PATCH, *ends, Pen(EDGE, 2.2, End.BUTT))
    for ink, share in ((EDGE, 1.0), (BED, 0.66), (EDGE, 0.4)):
        sheet.segments(Layer.PATCH, middle[None], middle[None] + 0.01, Pen(ink, wide * share))


_PAINTERS = {
    "pitch": _pitch,
    "court": _court,
    "parking": _parking,
    "play": _play,
    "drive": _drive,
    "way": _drive,
    "apron": _drive,
    "sand": _sand,
    "drying": _earth,
    "power": _power,
    "round": _round,
}
