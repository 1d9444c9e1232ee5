"""Two winged, horned horses back to back: the figure before the tall hat of Issyk, 15 by 11."""

from __future__ import annotations

import numpy as np

from almaty_tour.exhibits._shared import gold_beasts as beasts
from almaty_tour.exhibits._shared import gold_relief as gold
from almaty_tour.exhibits._shared.gold_relief import Figure, Mark, Piece


def horse() -> Figure:
    """The forepart of a horse that looks to +x, from the middle of the plaque."""
    trunk = gold.outline(
        [(-0.3, 0.9), (1.8, 0.75), (3.6, 0.85), (4.9, 1.6), (5.5, 2.9), (5.35, 4.0), (5.0, 4.8),
         (5.15, 5.6), (4.9, 6.6), (4.5, 8.0), (3.9, 8.5), (3.2, 8.3), (2.7, 7.4), (2.3, 6.2),
         (1.7, 5.2), (0.8, 4.6), (-0.3, 4.4)]
    )  # fmt: skip
    head = gold.outline(
        [(3.7, 8.6), (4.4, 8.75), (5.0, 8.45), (5.8, 7.6), (6.7, 6.65), (7.25, 6.1), (7.3, 5.6),
         (6.95, 5.25), (6.5, 5.35), (6.1, 5.75), (5.5, 6.1), (5.0, 6.15), (4.5, 6.3), (3.9, 7.0)]
    )  # fmt: skip
    ear = gold.outline([(4.0, 8.5), (4.55, 8.55), (5.0, 9.2), (5.1, 10.0), (4.5, 9.6), (4.1, 9.0)])
    near = gold.joined(
        gold.limb([(4.3, 2.6), (5.9, 2.5), (6.8, 2.1)], [1.0, 0.62, 0.5]),
        gold.limb([(6.75, 2.15), (5.8, 1.1), (4.7, 0.62)], [0.5, 0.34, 0.32]),
        gold.outline([(4.9, 0.98), (4.9, 0.3), (4.2, 0.05), (3.4, 0.1), (3.9, 0.9)], 2),
        soft=0.3,
    )
    far = gold.joined(
        gold.limb([(4.9, 3.4), (6.3, 3.9), (7.1, 3.75)], [0.8, 0.5, 0.42]),
        gold.limb([(7.1, 3.75), (6.9, 2.9), (6.95, 2.0)], [0.4, 0.3, 0.28]),
        soft=0.2,
    )
    pieces = (
        Piece(far, 0.5, 0.5), Piece(trunk, 0.95, 1.9, 0.1), Piece(ear, 0.3, 0.3, 0.9),
        Piece(head, 0.6, 0.75, 0.62), Piece(near, 0.55, 0.6, 0.75),
    )  # fmt: skip
    return gold.figure(pieces, _face() + _mane())


def _face() -> list[Mark]:
    cheek = [(4.35, 7.0), (4.6, 6.65), (5.1, 6.6), (5.5, 7.0), (5.55, 7.6)]
    mouth = [(7.2, 5.62), (6.75, 5.75), (6.35, 6.0)]
    marks = [*beasts.eye(5.15, 7.75, 0.24), *gold.lines([cheek, mouth], 0.14, 0.14)]
    nostril = Mark(gold.disc(6.95, 6.1, 0.07), 0.16, 0.12)
    inner = gold.lines([[(4.35, 8.85), (4.85, 9.6)]], 0.2, 0.16)
    return [*marks, nostril, *inner]


def _mane() -> list[Mark]:
    """A clipped mane along the back of the neck: short strokes between two lines."""
    edge = gold.limb([(3.75, 8.4), (3.3, 7.3), (2.9, 6.2), (2.3, 5.2)], 0.0)
    share = np.linspace(0.0, 1.0, 15)
    x = np.interp(share, [0, 0.33, 0.66, 1], [3.55, 3.0, 2.55, 1.95])
    y = np.interp(share, [0, 0.33, 0.66, 1], [8.3, 7.35, 6.3, 5.35])
    hairs = [[(a - 0.45, b + 0.2), (a + 0.2, b - 0.02)] for a, b in zip(x, y, strict=True)]
    return [Mark(edge, 0.2, 0.13), *gold.lines(hairs, 0.12, 0.1)]


def wing() -> Figure:
    """A wing folded up over the back: a scaly shoulder and five comma feathers."""
    root = gold.outline([(0.6, 2.6), (1.8, 2.1), (3.0, 2.6), (3.3, 3.6), (2.7, 4.4), (1.4, 4.4)])
    scales = [
        Mark(gold.limb(_scale(x, y), 0.0), 0.16, 0.1)
        for y in (2.7, 3.2, 3.7) for x in np.arange(0.9, 3.2, 0.5) + (0.25 if y == 3.2 else 0.0)
    ]  # fmt: skip
    feathers = []
    for k in range(5):
        s = k / 4
        start = (2.9 - 2.0 * s, 3.7 + 0.3 * s)
        tip = (2.5 - 2.0 * s, 7.6 + 3.3 * s)
        bend = (start[0] - 0.75 + 0.35 * s, 0.5 * (start[1] + tip[1]))
        curl = [
            (tip[0] + 0.1, tip[1]),
            (tip[0] + 0.55, tip[1] + 0.25),
            (tip[0] + 0.75, tip[1] - 0.2),
        ]
        feathers.append(beasts.feather([start, bend, *curl], 0.5, 0.75 + 0.08 * k, 0.3))
    shoulder = gold.figure([Piece(root, 0.4, 0.7, 0.9)], scales)
    return gold.together(*feathers, shoulder)


def _scale(x: float, y: float) -> list[tuple[float, float]]:
    return [(x - 0.25, y + 0.2), (x - 0.15, y - 0.1), (x + 0.15, y - 0.1), (x + 0.25, y + 0.2)]


def pair() -> Figure:
    """Both horses, their backs at x = 0, their feet at y = 0."""
    horn = beasts.ribbed_horn(
        [(4.3, 8.5), (4.2, 9.5), (3.6, 10.5), (2.6, 11.0), (1.9, 10.7), (1.75, 10.1)],
        [0.34, 0.34, 0.31, 0.26, 0.2, 0.12], 11, 0.75,
    )  # fmt: skip
    half = gold.together(horse(), wing(), horn)
    return gold.together(gold.placed(half, flip=True), half)
