"""What stands between the beasts of the tall hat: mountains, trees, feathers, arrowheads."""

from __future__ import annotations

import numpy as np

from almaty_tour.exhibits._shared import gold_relief as gold
from almaty_tour.exhibits._shared.gold_relief import Figure, Piece


def mountains() -> Figure:
    """Three steep peaks, the middle one highest, each with a smaller one drawn in it: 8 by 6."""
    contour = gold.outline(
        [(-4.0, 0.0), (4.0, 0.0), (2.5, 3.6), (1.6, 2.5), (0.0, 5.8), (-1.6, 2.5), (-2.5, 3.6)], 0
    )
    inner = [
        [(x - w, 0.45), (x, h), (x + w, 0.45)]
        for x, w, h in ((0.0, 1.3, 4.2), (-2.55, 0.65, 2.5), (2.55, 0.65, 2.5))
    ]
    marks = [
        gold.Mark(gold.limb(line[k : k + 2], 0.0), 0.22, 0.22) for line in inner for k in (0, 1)
    ]
    return gold.figure([Piece(contour, 0.35, 0.5)], marks)


def tree() -> Figure:
    """A tree with branches that end in leaves: 5 by 7."""
    trunk = gold.limb([(0.0, 0.0), (0.05, 3.0), (0.0, 6.0)], [0.34, 0.26, 0.16])
    pieces = [trunk, gold.limb([(0.0, 5.9), (0.0, 6.9)], [0.38, 0.06])]
    for y, wide in ((1.3, 2.0), (2.8, 2.2), (4.3, 1.5)):
        for s in (-1.0, 1.0):
            branch = [(0.0, y), (s * 0.6 * wide, y + 0.25), (s * wide, y + 0.8)]
            leaves = [
                [(s * share * wide, y + rise), (s * (share * wide + 0.1), y + rise + 0.55),
                 (s * (share * wide + 0.05), y + rise + 1.25)]
                for share, rise in ((0.5, 0.25), (1.0, 0.6))
            ]  # fmt: skip
            pieces.append(gold.limb(branch, [0.2, 0.17, 0.14]))
            pieces += [gold.limb(leaf, [0.16, 0.42, 0.04]) for leaf in leaves]
    return gold.figure([Piece(one, 0.3, 0.26) for one in pieces])


def plume() -> Figure:
    """A tall feather that bends to +x, with a quill and slanting barbs: 4 by 24."""
    line = np.array([(0.0, 0.0), (0.15, 6.0), (0.6, 13.0), (1.6, 19.0), (3.4, 23.0)])
    vane = gold.limb(line, [0.35, 1.1, 1.45, 1.15, 0.15])
    fine = gold.smooth_path(np.column_stack([line, np.zeros(5)]))[:, :2]
    way = np.gradient(fine, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    side = np.column_stack([-way[:, 1], way[:, 0]])
    barbs = [
        [fine[k] + 0.1 * s * side[k], fine[k] + 1.6 * s * side[k] + 0.9 * way[k]]
        for k in range(3, len(fine) - 1, 1)
        for s in (-1.0, 1.0)
    ]
    quill = gold.lines([fine], -0.2, 0.22, 0.05)
    return gold.figure([Piece(vane, 0.35, 0.8)], [*gold.lines(barbs, 0.18, 0.16), *quill])


def arrow(length: float) -> Figure:
    """An arrow that points up: a shaft wound with foil, a barbed head, feathers at its foot."""
    shaft = gold.limb([(0.0, 0.0), (0.0, length - 3.0)], 0.3)
    head = gold.outline(
        [(0.0, length), (-0.5, length - 1.6), (-1.25, length - 3.9), (-0.3, length - 3.1),
         (0.3, length - 3.1), (1.25, length - 3.9), (0.5, length - 1.6)], 0,
    )  # fmt: skip
    turns = [[(-0.4, y), (0.4, y + 0.45)] for y in np.arange(3.6, length - 4.2, 0.9)]
    rib = gold.lines([[(0.0, length - 3.2), (0.0, length - 0.4)]], -0.16, 0.2)
    fins = [
        gold.outline([(0.2 * s, 0.5), (1.0 * s, 0.0), (1.0 * s, 2.2), (0.2 * s, 3.2)], 0)
        for s in (-1.0, 1.0)
    ]
    return (
        *gold.figure([Piece(shaft, 0.3, 0.3)], gold.lines(turns, 0.14, 0.16)),
        *gold.figure([Piece(head, 0.3, 0.5)], rib),
        *gold.figure([Piece(one, 0.15, 0.3) for one in fins]),
    )
