"""Cards of broad leaves: what a crown wears, cut out by the last channel.

Leaves are `LEAF` there and twigs 1, so that a higher cut leaves bare twigs in winter. A middle
is filled a little more than the cut asks, a rim less: so smaller mip levels, which average, keep
as much of a card as its full size shows.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.bake.leaf_brush import Painted, Point, Sheet, finished, four, luck

SIDE: Final = 256
CELL: Final = 128
SIDE_TWIGS: Final = 21
SHADE: Final = 0.5
"""Light of the leaves behind against that of those before them."""


def clump() -> Painted:
    """Four clusters of broad leaves that stand round the end of a branch."""
    cells = [_cluster(number) for number in range(4)]
    return finished(four([one.light for one in cells]), four([one.cut for one in cells]))


def spray() -> Painted:
    """Two ends of boughs with side twigs and leaves, their foot on the left."""
    cells = [_bough(number) for number in range(2)]
    light = np.concatenate([one.light for one in cells])
    return finished(light, np.concatenate([one.cut for one in cells]))


def droop() -> Painted:
    """Four bundles of thin twigs that hang, with small leaves: birch and willow."""
    cells = [_hanging(number) for number in range(4)]
    return finished(four([one.light for one in cells]), four([one.cut for one in cells]))


def _cluster(number: int) -> Sheet:
    sheet = Sheet(CELL, CELL)
    middle = CELL / 2
    for twig in range(9):
        turn = (twig + 0.7 * luck(twig, number, 1)) * 2 * np.pi / 9
        reach = middle * (0.62 + 0.26 * luck(twig, number, 2))
        bend = turn + 0.5 * (luck(twig, number, 8) - 0.5)
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
        away = 0.74 * middle * np.sqrt((tuft + 0.5 * luck(tuft, number, 9)) / 11)
        turn = tuft * 2.399963 + number * 1.7
        spread = 21.0 * np.sqrt(luck(leaf, number, 10))
        aside = 2 * np.pi * luck(leaf, number, 3)
        x = middle + away * np.cos(turn) + spread * np.cos(aside)
        y = middle + away * np.sin(turn) + spread * np.sin(aside)
        lean = aside + 1.6 * (luck(leaf, number, 4) - 0.5)
        size = 6.0 + 3.0 * luck(leaf, number, 5)
        light = 0.62 + 0.5 * luck(leaf, number, 6) + 0.1 * luck(tuft, number, 7)
        if np.hypot(x - middle, y - middle) < middle - 7.0:
            sheet.leaf((x, y), lean, (size, 0.5 * size), light)
    return sheet


def _bough(number: int) -> Sheet:
    """A bent twig with side twigs by turns left and right; behind its leaves hang darker ones."""
    sheet = Sheet(CELL, SIDE)
    twigs = _skeleton(number)
    for start, end, width in twigs:
        sheet.twig(start, end, width)
    for layer in range(2):
        for key, (start, end, _) in enumerate(twigs):
            _leafy(sheet, start, end, key + 64 * layer + 128 * number, layer)
    sheet.clear_rim(3, 3, 0, 3)
    return sheet


def _skeleton(number: int) -> list[tuple[Point, Point, float]]:
    """Pieces of the bough and its side twigs: from, to, width in texels."""
    middle, made = CELL / 2, []
    line = [(0.0, middle)]
    heading = 0.0
    for piece in range(6):
        heading = 0.7 * (luck(piece, number, 31) - 0.5) - 0.02 * (line[-1][1] - middle)
        x, y = line[-1]
        line.append((x + 36.0 * np.cos(heading), y + 36.0 * np.sin(heading)))
        made.append((line[-2], line[-1], 6.0 - 0.5 * piece))
    for twig in range(SIDE_TWIGS):
        share = 0.08 + 0.88 * (twig + 0.6 * luck(twig, number, 32)) / SIDE_TWIGS
        at = share * 6.0
        low, high = line[int(at)], line[min(int(at) + 1, 6)]
        start = _between(low, high, at % 1.0)
        side = 1.0 if twig % 2 else -1.0
        turn = side * (0.95 - 0.45 * share + 0.6 * (luck(twig, number, 33) - 0.5))
        reach = 92.0 * (0.25 + 0.75 * luck(twig, number, 34)) * (1.0 - 0.55 * share)
        end = start[0] + reach * np.cos(turn), start[1] + reach * np.sin(turn)
        made.append((start, end, 4.0))
        fork = turn - 0.75 * side
        knee = _between(start, end, 0.5)
        tip = knee[0] + 0.45 * reach * np.cos(fork), knee[1] + 0.45 * reach * np.sin(fork)
        made.append((knee, tip, 3.4))
    return made


def _between(low: Point, high: Point, share: float) -> Point:
    return low[0] + (high[0] - low[0]) * share, low[1] + (high[1] - low[1]) * share


def _leafy(sheet: Sheet, start: Point, end: Point, key: int, layer: int) -> None:
    """Leaves by turns on both sides of a twig; the layer behind is wider, darker, looser."""
    run, rise = end[0] - start[0], end[1] - start[1]
    length, turn = float(np.hypot(run, rise)), float(np.arctan2(rise, run))
    step = 6.0 if layer else 6.4
    for leaf in range(int(length / step) + 1):
        share = min((leaf + 0.6 * luck(leaf, key, 35)) * step / length, 1.0)
        side = 1.0 if leaf % 2 else -1.0
        lean = turn + side * (0.3 + 1.5 * luck(leaf, key, 36))
        size = 8.0 + 4.5 * luck(leaf, key, 37)
        away = 0.42 * size if layer else 0.9 * size * luck(leaf, key, 38)
        at = (
            start[0] + run * share + away * np.cos(lean),
            start[1] + rise * share + away * np.sin(lean),
        )
        light = (0.55 + 0.5 * share + 0.45 * luck(leaf, key, 39)) * (1.0 if layer else SHADE)
        sheet.leaf(at, lean, (size, (0.52 + 0.26 * luck(leaf, key, 40)) * size), light)


def _hanging(number: int) -> Sheet:
    """Strands of unlike lengths, thick where they begin, some before others."""
    sheet = Sheet(CELL, CELL)
    for strand in range(15):
        behind = strand < 6
        x = CELL * (0.10 + 0.80 * luck(strand, number, 11))
        top = 4.0 + 0.35 * CELL * abs(x / CELL - 0.5) * 2 * luck(strand, number, 12)
        foot = CELL * (0.42 + 0.52 * luck(strand, number, 13) ** 1.3)
        lean = 22.0 * (luck(strand, number, 14) - 0.5)
        knee = x + 0.2 * lean, 0.5 * (top + foot)
        sheet.twig((x, top), knee, 3.0, 0.2)
        sheet.twig(knee, (x + lean, foot), 2.4)
        for leaf in range(int((foot - top) / 3.0)):
            share = (leaf + luck(leaf, 64 * number + strand, 17)) * 3.0 / (foot - top)
            side = 1.0 if leaf % 2 else -1.0
            key = strand * 64 + leaf
            at = x + lean * share**2 + side * (1.2 + 3.4 * luck(key, number, 18))
            turn = np.pi / 2 - side * (0.25 + 0.8 * luck(key, number, 15))
            light = (0.72 + 0.5 * luck(key, number, 16)) * (SHADE if behind else 1.0)
            size = 8.0 + 4.5 * luck(key, number, 19)
            sheet.leaf((at, top + share * (foot - top)), turn, (size, 0.42 * size), light)
    sheet.clear_rim(3, 3, 3, 3)
    return sheet
