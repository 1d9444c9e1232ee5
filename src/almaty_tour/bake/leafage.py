"""Cards of leaves: what a crown wears outside, cut out by the last channel.

Leaves are `LEAF` there and twigs 1, so that a higher cut leaves bare twigs in winter. A middle
is filled a little more than the cut asks, a rim less: so smaller mip levels, which average, keep
as much of a card as its full size shows.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Painted = tuple[F64, F64]

SIDE: Final = 256
CELL: Final = 128
LEAF: Final = 0.76
TWIG: Final = 1.0


class _Sheet:
    """A card under the brush: light and cut, and the rows and columns of its texels."""

    def __init__(self, height: int, width: int) -> None:
        self.light = np.full((height, width), -1.0)
        self.cut = np.zeros((height, width))
        self._y, self._x = np.mgrid[0:height, 0:width] + 0.5

    def leaf(
        self, x: float, y: float, turn: float, size: tuple[float, float], light: float
    ) -> None:
        """A pointed leaf about (x, y), its length along `turn`, a paler rib in its middle."""
        length, width = size
        along, across = self._along(x, y, turn)
        reach = along / (0.5 * length)
        waist = np.abs(across) / (0.5 * width)
        inside = (np.abs(reach) < 1.0) & (waist < (1.0 - reach**2) * (1.0 - 0.25 * reach))
        rib = 0.14 * (waist < 0.22)
        half = 0.1 * np.sign(across)  # one half looks to the sky, the other away
        self.light = np.where(inside, light + rib + half, self.light)
        self.cut = np.where(inside, np.maximum(LEAF, np.where(self.cut == TWIG, TWIG, 0)), self.cut)

    def twig(self, start: tuple[float, float], end: tuple[float, float], width: float) -> None:
        """A straight twig that thins towards its end."""
        run, rise = end[0] - start[0], end[1] - start[1]
        length = float(np.hypot(run, rise))
        along, across = self._along(*start, float(np.arctan2(rise, run)))
        inside = (along > 0) & (along < length)
        inside &= np.abs(across) < 0.5 * width * (1.0 - 0.6 * along / length)
        self.light = np.where(inside & (self.light < 0), 0.4, self.light)
        self.cut = np.where(inside, TWIG, self.cut)

    def _along(self, x: float, y: float, turn: float) -> tuple[F64, F64]:
        dx, dy = self._x - x, self._y - y
        c, s = np.cos(turn), np.sin(turn)
        return dx * c + dy * s, dy * c - dx * s


def clump() -> Painted:
    """Four clusters of broad leaves that stand round the end of a branch."""
    cells = [_cluster(number) for number in range(4)]
    return _finished(_four([one.light for one in cells]), _four([one.cut for one in cells]))


def droop() -> Painted:
    """Four bundles of thin twigs that hang, with small leaves: birch and willow."""
    cells = [_hanging(number) for number in range(4)]
    return _finished(_four([one.light for one in cells]), _four([one.cut for one in cells]))


def needles() -> Painted:
    """Two flat branches of a spruce, their foot on the left, one above the other."""
    cells = [_branch(number) for number in range(2)]
    light = np.concatenate([one.light for one in cells])
    return _finished(light, np.concatenate([one.cut for one in cells]))


def _cluster(number: int) -> _Sheet:
    sheet = _Sheet(CELL, CELL)
    middle = CELL / 2
    for twig in range(9):
        turn = (twig + 0.7 * _luck(twig, number, 1)) * 2 * np.pi / 9
        reach = middle * (0.62 + 0.26 * _luck(twig, number, 2))
        bend = turn + 0.5 * (_luck(twig, number, 8) - 0.5)
        knee = middle + 0.5 * reach * np.cos(turn), middle + 0.5 * reach * np.sin(turn)
        tip = knee[0] + 0.5 * reach * np.cos(bend), knee[1] + 0.5 * reach * np.sin(bend)
        sheet.twig((middle, middle), knee, 3.6)
        sheet.twig(knee, tip, 2.8)
        for side in (-0.7, 0.6):
            fork = bend + side
            end = knee[0] + 0.42 * reach * np.cos(fork), knee[1] + 0.42 * reach * np.sin(fork)
            sheet.twig(knee, end, 2.4)
    for leaf in range(820):
        tuft = leaf % 11  # leaves stand in tufts, so that a card has no outline of its own
        away = 0.74 * middle * np.sqrt((tuft + 0.5 * _luck(tuft, number, 9)) / 11)
        turn = tuft * 2.399963 + number * 1.7
        spread = 21.0 * np.sqrt(_luck(leaf, number, 10))
        aside = 2 * np.pi * _luck(leaf, number, 3)
        x = middle + away * np.cos(turn) + spread * np.cos(aside)
        y = middle + away * np.sin(turn) + spread * np.sin(aside)
        lean = aside + 1.6 * (_luck(leaf, number, 4) - 0.5)
        size = 6.0 + 3.0 * _luck(leaf, number, 5)
        light = 0.62 + 0.5 * _luck(leaf, number, 6) + 0.1 * _luck(tuft, number, 7)
        if np.hypot(x - middle, y - middle) < middle - 7.0:
            sheet.leaf(x, y, lean, (size, 0.5 * size), light)
    return sheet


def _hanging(number: int) -> _Sheet:
    sheet = _Sheet(CELL, CELL)
    for strand in range(11):
        x = CELL * (0.08 + 0.84 * (strand + _luck(strand, number, 11)) / 11)
        top = 4.0 + 0.3 * CELL * abs(x / CELL - 0.5) * 2 * _luck(strand, number, 12)
        foot = CELL * (0.62 + 0.34 * _luck(strand, number, 13))
        lean = 10.0 * (_luck(strand, number, 14) - 0.5)
        sheet.twig((x, top), (x + lean, foot), 2.6)
        for leaf in range(int((foot - top) / 4.6)):
            share = (leaf + 0.5) * 4.6 / (foot - top)
            side = 1.0 if leaf % 2 else -1.0
            key = strand * 64 + leaf
            at = x + lean * share + side * 3.4
            turn = np.pi / 2 - side * (0.5 + 0.5 * _luck(key, number, 15))
            light = 0.66 + 0.5 * _luck(key, number, 16)
            if 8 < at < CELL - 8:
                sheet.leaf(at, top + share * (foot - top), turn, (12.0, 5.6), light)
    return sheet


def _branch(number: int) -> _Sheet:
    sheet = _Sheet(CELL, SIDE)
    middle = CELL / 2
    sheet.twig((0.0, middle), (SIDE - 10.0, middle), 6.0)
    for twig in range(30):
        share = (twig + 0.5) / 30
        side = 1.0 if twig % 2 else -1.0
        reach = 66.0 * (1.0 - share) ** 0.75 * (0.75 + 0.35 * _luck(twig, number, 21)) + 10.0
        turn = side * (0.95 - 0.3 * share + 0.2 * (_luck(twig, number, 22) - 0.5))
        start = SIDE * share * 0.92
        _needled(
            sheet, (start, middle), turn, min(reach, 58.0 / np.sin(abs(turn))), twig + 64 * number
        )
    return sheet


def _needled(
    sheet: _Sheet, start: tuple[float, float], turn: float, reach: float, key: int
) -> None:
    """A side twig with its needles, lighter towards the young tip."""
    for number in range(int(reach / 3.2)):
        away = (number + 0.5) * 3.2
        x, y = start[0] + away * np.cos(turn), start[1] + away * np.sin(turn)
        light = 0.55 + 0.45 * away / reach + 0.25 * _luck(number, key, 23)
        for side in (-0.75, 0.75):
            lean = turn + side * (0.8 + 0.4 * _luck(number, key, 24))
            at = x + 3.6 * np.cos(lean), y + 3.6 * np.sin(lean)
            if 7 < at[0] < SIDE - 7 and 7 < at[1] < CELL - 7:
                sheet.leaf(*at, lean, (10.5, 3.6), light)


def _luck(number: int, sheet: int, stream: int) -> float:
    return float(fraction(number, sheet, stream + 700)[0])


def _four(cells: list[F64]) -> F64:
    return np.concatenate([np.concatenate(cells[:2], 1), np.concatenate(cells[2:], 1)])


def _finished(light: F64, cut: F64) -> Painted:
    """Colour under the holes too, or their edges would be rimmed; the leaves' mean becomes 1."""
    full = light >= 0.0
    light = np.where(full, light, light[full].mean()) / light[full].mean()
    warm = np.clip(light - 1.0, -0.5, 0.5)
    return np.stack([light * (1.0 + 0.16 * warm), light, light * (1.0 - 0.3 * warm)], axis=2), cut
