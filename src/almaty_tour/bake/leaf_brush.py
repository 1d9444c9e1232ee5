"""The brush that paints cards of leaves: leaves and twigs as light and cut, each in its own window.

Leaves are `LEAF` in the cut and twigs `TWIG`, so that a higher cut leaves bare twigs in winter.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction

F64 = npt.NDArray[np.float64]
Painted = tuple[F64, F64]
Point = tuple[float, float]

LEAF: Final = 0.76
TWIG: Final = 1.0
TWIG_LIGHT: Final = 0.4


class Sheet:
    """A card under the brush: what is painted later lies over what was painted before.

    Attributes:
        light: (h, w) f8, below 0 where nothing is. cut: (h, w) f8.
    """

    def __init__(self, height: int, width: int) -> None:
        self.light = np.full((height, width), -1.0)
        self.cut = np.zeros((height, width))
        self._y, self._x = np.mgrid[0:height, 0:width] + 0.5

    def leaf(self, at: Point, turn: float, size: tuple[float, float], light: float) -> None:
        """A pointed leaf about a point, its length along `turn`, a paler rib in its middle."""
        length, width = size
        where = self._window(at, at, 0.5 * length + 1.0)
        along, across = self._along(where, at, turn)
        reach = along / (0.5 * length)
        waist = np.abs(across) / (0.5 * width)
        inside = (np.abs(reach) < 1.0) & (waist < (1.0 - reach**2) * (1.0 - 0.25 * reach))
        rib = 0.12 * (waist < 0.22)
        half = 0.12 * np.sign(across)  # one half looks to the sky, the other away
        self.light[where] = np.where(inside, light + rib + half, self.light[where])
        over = np.maximum(LEAF, self.cut[where] * (self.cut[where] == TWIG))
        self.cut[where] = np.where(inside, over, self.cut[where])

    def twig(self, start: Point, end: Point, width: float, thins: float = 0.6) -> None:
        """A straight twig that thins towards its end."""
        run, rise = end[0] - start[0], end[1] - start[1]
        length = max(float(np.hypot(run, rise)), 1e-6)
        where = self._window(start, end, width + 1.0)
        along, across = self._along(where, start, float(np.arctan2(rise, run)))
        inside = (along > 0) & (along < length)
        inside &= np.abs(across) < 0.5 * width * (1.0 - thins * along / length)
        bare = inside & (self.light[where] < 0)
        self.light[where] = np.where(bare, TWIG_LIGHT, self.light[where])
        self.cut[where] = np.where(inside, TWIG, self.cut[where])

    def needle(self, start: Point, end: Point, width: float, light: float) -> None:
        """A needle, or a bundle of them: a stroke that does not thin and is no twig."""
        run, rise = end[0] - start[0], end[1] - start[1]
        length = max(float(np.hypot(run, rise)), 1e-6)
        where = self._window(start, end, width + 1.0)
        along, across = self._along(where, start, float(np.arctan2(rise, run)))
        inside = (along > -0.5) & (along < length + 0.5) & (np.abs(across) < 0.5 * width)
        self.light[where] = np.where(inside, light, self.light[where])
        self.cut[where] = np.where(inside, np.maximum(LEAF, self.cut[where]), self.cut[where])

    def clear_rim(self, low: int, high: int, left: int, right: int) -> None:
        """Nothing reaches so many texels of the rims: cards have no cut edges."""
        height, width = self.cut.shape
        for rim in (np.s_[:low], np.s_[height - high :]):
            self.cut[rim], self.light[rim] = 0.0, -1.0
        for rim in (np.s_[:left], np.s_[width - right :]):
            self.cut[:, rim], self.light[:, rim] = 0.0, -1.0

    def _window(self, one: Point, other: Point, margin: float) -> tuple[slice, slice]:
        height, width = self.cut.shape
        spans = []
        for axis, most in ((1, height), (0, width)):
            low = int(np.floor(min(one[axis], other[axis]) - margin))
            high = int(np.ceil(max(one[axis], other[axis]) + margin))
            spans.append(slice(min(max(low, 0), most), min(max(high, 0), most)))
        return spans[0], spans[1]

    def _along(self, where: tuple[slice, slice], at: Point, turn: float) -> tuple[F64, F64]:
        dx, dy = self._x[where] - at[0], self._y[where] - at[1]
        c, s = np.cos(turn), np.sin(turn)
        return dx * c + dy * s, dy * c - dx * s


def luck(number: int, sheet: int, stream: int) -> float:
    """A number in [0, 1) for a leaf of a sheet; each stream is another series."""
    return float(fraction(number, sheet, stream + 700)[0])


def four(cells: list[F64]) -> F64:
    """Four cells as one picture."""
    return np.concatenate([np.concatenate(cells[:2], 1), np.concatenate(cells[2:], 1)])


def finished(light: F64, cut: F64) -> Painted:
    """Colour under the holes too, or their edges would be rimmed; the leaves' mean becomes 1."""
    full = light >= 0.0
    light = np.where(full, light, light[full].mean()) / light[full].mean()
    warm = np.clip(light - 1.0, -0.5, 0.5)
    return np.stack([light * (1.0 + 0.16 * warm), light, light * (1.0 - 0.3 * warm)], axis=2), cut
