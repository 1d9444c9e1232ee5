"""Cards of the spruce: boughs with their needles, and whole trees as they are seen from far."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np

from almaty_tour.bake.leaf_brush import Painted, Point, Sheet, finished, luck

SIDE: Final = 256
CELL: Final = 128


def needles() -> Painted:
    """A flat bough from above, and one from its side with a fringe; the foot on the left."""
    flat, hung = _flat(), _hung()
    light = np.concatenate([flat.light, hung.light])
    return finished(light, np.concatenate([flat.cut, hung.cut]))


def spires() -> Painted:
    """Two whole spruces side by side, the tip above."""
    trees = [_spire(number) for number in range(2)]
    light = np.concatenate([one.light for one in trees], axis=1)
    return finished(light, np.concatenate([one.cut for one in trees], axis=1))


def _flat() -> Sheet:
    """A bough whose side twigs are of unlike lengths, forked, with gaps between them."""
    sheet = Sheet(CELL, SIDE)
    middle = CELL / 2
    sheet.twig((0.0, middle), (SIDE - 14.0, middle), 5.0)
    for twig in range(50):
        share = (twig + 0.9 * luck(twig, 0, 21)) / 50
        side = 1.0 if twig % 2 else -1.0
        full = 78.0 * (1.0 - share) ** 0.6 * (0.4 + 0.6 * min(1.0, 4.0 * share))
        reach = full * (0.45 + 0.6 * luck(twig, 0, 22)) + 8.0
        turn = side * (1.0 - 0.45 * share + 0.5 * (luck(twig, 0, 23) - 0.5))
        start = SIDE * 0.93 * share, middle
        end = start[0] + reach * np.cos(turn), start[1] + reach * np.sin(turn)
        shade = 0.5 + 0.35 * luck(twig, 0, 24)
        _brush(sheet, start, end, 2 * twig, shade)
        if reach > 26.0:
            knee = start[0] + 0.45 * reach * np.cos(turn), start[1] + 0.45 * reach * np.sin(turn)
            fork = turn - 0.7 * side
            tip = knee[0] + 0.45 * reach * np.cos(fork), knee[1] + 0.45 * reach * np.sin(fork)
            _brush(sheet, knee, tip, 2 * twig + 1, shade + 0.05)
    _brush(sheet, (40.0, middle), (SIDE - 12.0, middle), 90, 0.75)
    sheet.clear_rim(3, 3, 0, 3)
    return sheet


def _hung() -> Sheet:
    """A bough from its side: it sags and lifts its tip; branchlets hang from it like a fringe."""
    sheet = Sheet(CELL, SIDE)
    line = [(x, 34.0 + 22.0 * np.sin(x / SIDE * 2.7)) for x in np.linspace(0.0, SIDE - 14.0, 9)]
    for low, high in pairwise(line):
        sheet.twig(low, high, 5.0, 0.1)
    for twig in range(84):
        share = (twig * 0.61803399) % 1.0
        x = 6.0 + (SIDE - 24.0) * share
        y = 34.0 + 22.0 * np.sin(x / SIDE * 2.7)
        full = 84.0 * (0.35 + 0.65 * np.sin(np.pi * (0.15 + 0.8 * share)))
        reach = full * (0.25 + 0.75 * luck(twig, 1, 25))
        turn = 1.35 - 0.75 * share + 0.5 * (luck(twig, 1, 26) - 0.5)
        end = x + reach * np.cos(turn), y + reach * np.sin(turn)
        _brush(sheet, (x, y - 3.0), end, 128 + twig, 0.42 + 0.5 * luck(twig, 1, 27))
    for low, high in pairwise(line):
        _brush(sheet, low, high, 200 + int(low[0]), 0.95)
    sheet.clear_rim(3, 3, 0, 3)
    return sheet


def _brush(sheet: Sheet, start: Point, end: Point, key: int, shade: float) -> None:
    """A twig with needles round it, lighter towards its young tip."""
    run, rise = end[0] - start[0], end[1] - start[1]
    length, turn = float(np.hypot(run, rise)), float(np.arctan2(rise, run))
    if length < 1.0:
        return
    for number in range(int(length / 1.5) + 1):
        share = number * 1.5 / length
        at = start[0] + run * share, start[1] + rise * share
        side = 1.0 if number % 2 else -1.0
        lean = turn + side * (0.45 + 0.5 * luck(number, key, 28))
        long = (4.0 + 3.0 * luck(number, key, 29)) * (1.0 - 0.35 * share)
        tip = at[0] + long * np.cos(lean), at[1] + long * np.sin(lean)
        light = shade * (0.72 + 0.65 * share) + 0.3 * (luck(number, key, 30) - 0.5)
        sheet.needle(at, tip, 1.7, max(light, 0.08))


def _spire(number: int) -> Sheet:
    """A narrow tree: boughs of unlike lengths hang from a dark stem, the nearer ones before it."""
    sheet = Sheet(SIDE, CELL)
    middle = CELL / 2
    for row in range(SIDE - 14):  # the dark inside
        share = row / (SIDE - 14)
        wide = 0.42 * _spread(share) * (0.8 + 0.4 * luck(row // 5, number, 41))
        y = 10.0 + row
        sheet.needle((middle - wide, y), (middle + wide, y), 1.4, 0.24)
    sheet.needle((middle, 4.0), (middle, 40.0), 2.0, 0.8)
    whorls = 40
    for bough in range(whorls * 9):
        whorl, of = divmod(bough, 9)
        share = (whorl + 1.2 * luck(bough, number, 42)) / whorls
        full = _spread(min(share, 1.0)) * (0.55 + 0.6 * luck(bough, number, 43) ** 1.5)
        aside = 2.0 * (of + 0.8 * luck(bough, number, 44)) / 9 - 1.0  # -1 left, 0 before, 1 right
        aside = float(np.sign(aside) * abs(aside) ** 0.6)
        start = middle + 0.15 * aside * full, 8.0 + (SIDE - 22.0) * share
        fall = full * (0.55 - 0.25 * abs(aside)) + 3.0 + 2.0 * luck(bough, number, 45)
        knee = start[0] + 0.6 * aside * full, start[1] + 0.45 * fall
        tip = start[0] + 0.9 * aside * full, start[1] + fall
        light = 0.55 + 0.55 * luck(bough, number, 46)
        _tuft(sheet, start, knee, bough, 0.7 * light)
        _tuft(sheet, knee, tip, bough + 400, light)
    sheet.clear_rim(3, 2, 3, 3)
    return sheet


def _spread(share: float) -> float:
    """Half the width of the tree in texels, from its tip (0) to its foot (1)."""
    return float(58.0 * (0.04 + 0.96 * share**0.8) * (1.0 - 0.25 * max(share - 0.85, 0.0) / 0.15))


def _tuft(sheet: Sheet, start: Point, end: Point, key: int, light: float) -> None:
    """A piece of bough from far: a ragged stroke, lit above and dark below."""
    run, rise = end[0] - start[0], end[1] - start[1]
    length = float(np.hypot(run, rise))
    for number in range(int(length / 2.2) + 1):
        share = min(number * 2.2 / max(length, 1.0), 1.0)
        at = start[0] + run * share, start[1] + rise * share
        long = 2.5 + 3.5 * luck(number, key, 47)
        lean = 1.1 * (luck(number, key, 48) - 0.5)
        tip = at[0] + long * np.sin(lean), at[1] + long * np.cos(lean)
        sheet.needle(at, tip, 1.8, 0.42 * light)
        lit = light * (0.8 + 0.5 * luck(number, key, 49))
        sheet.needle((at[0] - 0.8, at[1] - 0.6), (at[0] + 1.2, at[1] - 0.4), 2.2, lit)
