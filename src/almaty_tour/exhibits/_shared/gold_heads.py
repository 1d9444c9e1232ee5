"""Heads of beasts for plaques of sheet gold, looking to +x, in centimetres."""

from __future__ import annotations

from almaty_tour.exhibits._shared.gold_beasts import eye
from almaty_tour.exhibits._shared.gold_relief import (
    Figure,
    Mark,
    Piece,
    disc,
    figure,
    limb,
    lines,
    outline,
)


def elk_griffin() -> Figure:
    """The head of an elk with a heavy hooked lip, its antler curled back in branches: 5 by 4."""
    head = outline(
        [(0.5, 0.3), (1.2, 0.25), (1.9, 0.6), (2.6, 0.75), (3.3, 0.45), (4.0, 0.05), (4.7, 0.15),
         (5.0, 0.7), (4.8, 1.35), (4.2, 1.7), (3.4, 2.05), (2.5, 2.35), (1.6, 2.3), (0.8, 1.9),
         (0.3, 1.2)]
    )  # fmt: skip
    ear = outline([(1.5, 2.0), (0.9, 2.35), (0.2, 2.45), (-0.35, 2.15), (0.2, 1.75), (1.0, 1.6)])
    beam = limb(
        [(2.4, 2.2), (2.5, 2.75), (1.9, 3.15), (1.0, 3.15), (0.2, 3.05)],
        [0.26, 0.25, 0.24, 0.22, 0.18],
    )
    tines = [
        limb([(x, 3.1), (x + 0.25, 3.55), (x - 0.1, 3.95), (x - 0.45, 3.7)], [0.2, 0.19, 0.18,
            0.11])
        for x in (1.95, 1.05, 0.2)
    ]  # fmt: skip
    brow = limb([(2.5, 2.4), (3.2, 2.7), (3.5, 3.25), (3.05, 3.5)], [0.2, 0.19, 0.18, 0.1])
    marks = [
        *eye(2.5, 1.65, 0.24), Mark(disc(4.45, 0.95, 0.08), 0.16, 0.14),
        *lines([[(4.95, 0.45), (4.3, 0.6), (3.7, 0.85), (3.2, 0.95)]], 0.16, 0.13),
        *lines([[(1.75, 0.7), (1.3, 1.1), (1.4, 1.6), (1.8, 1.9)], [(0.9, 0.45), (0.65, 1.0),
            (0.75, 1.5)]], 0.13, 0.13),
    ]  # fmt: skip
    hollow = lines([[(1.1, 1.95), (0.5, 2.15), (0.1, 2.15)]], 0.16, 0.16)
    return (*figure([Piece(one, 0.32, 0.2, 0.1) for one in (beam, *tines, brow)]),
            *figure([Piece(head, 0.6, 0.8, 0.1)], marks),
            *figure([Piece(ear, 0.22, 0.3, 0.55)], hollow))  # fmt: skip
