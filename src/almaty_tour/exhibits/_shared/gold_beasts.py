"""Beasts of Saka gold as figures for `gold_relief`, all looking to +x, in centimetres."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared.gold_relief import (
    Figure,
    Mark,
    Piece,
    disc,
    figure,
    joined,
    limb,
    lines,
    outline,
)

F64 = npt.NDArray[np.float64]


def ribbed_horn(points: npt.ArrayLike, radii: npt.ArrayLike, ribs: int, level: float) -> Figure:
    """A long horn with ridges across it."""
    knots = np.asarray(points, np.float64)
    thick = np.broadcast_to(np.asarray(radii, np.float64), len(knots))
    at = np.linspace(0.0, 1.0, len(knots))
    share = np.linspace(0.02, 0.9, ribs)
    x, y, r = (np.interp(share, at, one) for one in (knots[:, 0], knots[:, 1], thick))
    way = np.gradient(np.column_stack([x, y]), axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    across = np.column_stack([-way[:, 1], way[:, 0]]) * 1.1 * r[:, None]
    spot = np.column_stack([x, y])
    top = float(thick.max())
    rings = [np.stack([m - a, m + a]) for m, a in zip(spot, across, strict=True)]
    horn = Piece(limb(points, radii), 1.2 * top, top, level)
    return figure([horn], lines(rings, 0.35 * top, 0.32 * top))


def eye(x: float, y: float, radius: float) -> tuple[Mark, ...]:
    """A round eye with a rim: a groove about a ball."""
    ring = Mark(disc(x, y, 0.9 * radius), 0.7 * radius, 0.7 * radius)
    return (ring, Mark(disc(x, y, 0.1 * radius), -1.1 * radius, 0.75 * radius))


def feather(points: npt.ArrayLike, breadth: float, level: float, puff: float) -> Figure:
    """A comma of a wing: broad in the middle, curled at its tip, grooved along."""
    knots = np.asarray(points, np.float64)
    share = np.linspace(0.0, 1.0, len(knots))
    radii = breadth * (0.45 + 0.55 * np.sin(np.pi * np.clip(1.15 * share, 0.0, 1.0)) - 0.2 * share)
    groove = lines([knots[:-1]], 0.35 * puff, 0.4 * breadth)
    return figure([Piece(limb(knots, radii), puff, breadth, level)], groove)


def _legs(hips: list[list[tuple[float, float]]], radii: list[float]) -> list[Piece]:
    """Legs with hooves: each a line from the body to the ground."""
    pieces = []
    for line in hips:
        x, y = line[-1]
        hoof = outline([(x - 0.13, y + 0.12), (x + 0.1, y + 0.14), (x + 0.24, y - 0.1),
                        (x - 0.14, y - 0.1)], 0)  # fmt: skip
        leg = limb(
            line, np.interp(np.linspace(0, 1, len(line)), np.linspace(0, 1, len(radii)), radii)
        )
        pieces.append(joined(leg, hoof, soft=0.08))
    return [Piece(one, 0.22, 0.25) for one in pieces]


def haunches(*spots: tuple[float, float, float]) -> tuple[Mark, ...]:
    """Comma grooves round shoulder and thigh: middles and radii."""
    commas = [
        [(x - 0.9 * r, y - 0.5 * r), (x - 0.75 * r, y + 0.55 * r), (x + 0.1 * r, y + 0.95 * r),
         (x + 0.85 * r, y + 0.4 * r), (x + 0.6 * r, y - 0.35 * r)]
        for x, y, r in spots
    ]  # fmt: skip
    return lines(commas, 0.09, 0.08)


def stag() -> Figure:
    """A deer that walks, its antlers laid back in curls over the body."""
    body = joined(
        limb([(0.45, 2.1), (1.4, 2.0), (2.5, 2.05)], [0.46, 0.38, 0.5]),
        limb([(2.6, 2.2), (3.1, 2.85), (3.3, 3.3)], [0.44, 0.3, 0.22]),
        limb([(3.2, 3.35), (3.6, 3.3), (4.05, 3.05)], [0.25, 0.22, 0.13]),
        limb([(0.15, 2.3), (-0.1, 2.45), (-0.15, 2.2)], [0.16, 0.13, 0.07]), soft=0.2,
    )  # fmt: skip
    far = _legs([[(0.6, 1.9), (0.9, 1.2), (0.75, 0.7), (1.0, 0.1)],
                 [(2.6, 1.8), (3.1, 1.35), (3.0, 0.8), (3.3, 0.55)]], [0.3, 0.17, 0.13,
                     0.1])  # fmt: skip
    near = _legs([[(0.35, 2.0), (0.35, 1.25), (-0.05, 0.75), (0.05, 0.1)],
                  [(2.6, 1.8), (2.6, 1.1), (2.5, 0.6), (2.6, 0.1)]], [0.4, 0.2, 0.14,
                      0.1])  # fmt: skip
    ear = limb([(3.05, 3.5), (2.8, 3.55), (2.6, 3.45)], [0.06, 0.13, 0.04])
    beam = limb(
        [(3.25, 3.5), (3.2, 3.95), (2.6, 4.15), (1.7, 4.05), (0.8, 4.2)],
        [0.11, 0.11, 0.1, 0.09, 0.06],
    )
    tines = [
        limb([(x, 4.0 + 0.1 * k), (x + 0.1, 4.4 + 0.1 * k), (x - 0.2, 4.7), (x - 0.35, 4.5)],
             [0.09, 0.09, 0.08, 0.05])
        for k, x in enumerate((2.95, 2.25, 1.55))
    ]  # fmt: skip
    brow = limb([(3.3, 3.55), (3.75, 3.75), (3.85, 4.1), (3.65, 4.2)], [0.09, 0.08, 0.07, 0.05])
    horns = [Piece(one, 0.14, 0.1, 0.05) for one in (beam, *tines, brow)]
    marks = (*eye(3.5, 3.4, 0.1), *haunches((2.55, 2.05, 0.42), (0.5, 2.05, 0.42)))
    return (*figure(far), *figure([*near, Piece(body, 0.34, 0.45, 0.06)], marks),
            *figure([*horns, Piece(ear, 0.12, 0.1, 0.3)]))  # fmt: skip


def ibex() -> Figure:
    """A mountain goat that stands, its ribbed horns in a great bow over its back."""
    body = joined(
        limb([(0.45, 2.0), (1.4, 1.95), (2.5, 2.0)], [0.48, 0.42, 0.54]),
        limb([(2.6, 2.2), (3.05, 2.8), (3.15, 3.1)], [0.46, 0.34, 0.26]),
        limb([(3.05, 3.2), (3.5, 3.0), (3.85, 2.7)], [0.27, 0.22, 0.15]),
        limb([(3.55, 2.65), (3.5, 2.35), (3.35, 2.15)], [0.12, 0.1, 0.03]),
        limb([(0.05, 2.2), (-0.2, 2.5)], [0.14, 0.06]), soft=0.18,
    )  # fmt: skip
    far = _legs([[(0.7, 1.8), (0.95, 1.1), (0.85, 0.6), (0.95, 0.1)],
                 [(2.7, 1.8), (3.0, 1.2), (2.95, 0.6), (3.1, 0.1)]], [0.3, 0.17, 0.13,
                     0.11])  # fmt: skip
    near = _legs([[(0.35, 1.9), (0.3, 1.2), (0.1, 0.7), (0.15, 0.1)],
                  [(2.5, 1.8), (2.45, 1.1), (2.4, 0.6), (2.45, 0.1)]], [0.42, 0.2, 0.14,
                      0.11])  # fmt: skip
    ear = limb([(2.95, 3.25), (2.65, 3.2), (2.5, 3.05)], [0.06, 0.12, 0.04])
    horn = ribbed_horn(
        [(3.1, 3.35), (3.0, 3.9), (2.5, 4.35), (1.8, 4.35), (1.2, 3.95), (0.95, 3.45)],
        [0.17, 0.18, 0.16, 0.14, 0.1, 0.06], 13, 0.1,
    )  # fmt: skip
    marks = (*eye(3.35, 3.15, 0.1), *haunches((2.5, 2.0, 0.45), (0.5, 2.0, 0.44)))
    return (*figure(far), *figure([*near, Piece(body, 0.36, 0.48, 0.06)], marks),
            *figure([Piece(ear, 0.12, 0.1, 0.3)]), *horn)  # fmt: skip


def leopard() -> Figure:
    """A leopard that prowls: low head, round ears, long tail curled up, rings on its coat."""
    body = joined(
        limb([(0.5, 1.75), (1.4, 1.6), (2.7, 1.7)], [0.48, 0.4, 0.52]),
        limb([(2.8, 1.85), (3.3, 2.0), (3.6, 2.0)], [0.45, 0.4, 0.4]),
        limb([(3.7, 1.95), (4.05, 1.8)], [0.34, 0.24]), soft=0.2,
    )  # fmt: skip
    tail = limb([(0.2, 1.9), (-0.5, 1.5), (-1.0, 1.9), (-0.95, 2.7), (-0.5, 2.8), (-0.45, 2.45)],
                [0.17, 0.15, 0.14, 0.14, 0.13, 0.1])  # fmt: skip
    far = [limb([(0.8, 1.5), (1.2, 0.9), (1.1, 0.4), (1.35, 0.16)], [0.34, 0.2, 0.17, 0.15]),
           limb([(2.9, 1.5), (3.3, 0.9), (3.5, 0.45), (3.85, 0.3)], [0.34, 0.2, 0.17,
               0.16])]  # fmt: skip
    near = [limb([(0.4, 1.6), (0.3, 0.95), (-0.15, 0.5), (0.2, 0.15)], [0.44, 0.24, 0.18, 0.16]),
            limb([(2.6, 1.5), (2.55, 0.85), (2.4, 0.4), (2.8, 0.15)], [0.44, 0.22, 0.18,
                0.16])]  # fmt: skip
    ears = [Piece(disc(x, y, 0.17), 0.16, 0.17, 0.28) for x, y in ((3.35, 2.42), (3.68, 2.42))]
    spots = [Mark(disc(x, y, 0.11), 0.06, 0.06) for x, y in
             ((0.9, 1.95), (1.25, 1.55), (1.6, 1.85), (1.9, 1.45), (2.2, 1.9), (0.5, 1.6), (2.7,
                 1.6),
              (2.9, 2.0), (-0.98, 2.3), (-0.75, 1.62), (0.35, 1.1), (2.5, 1.05))]  # fmt: skip
    mouth = lines([[(4.2, 1.68), (3.95, 1.62), (3.75, 1.7)]], 0.1, 0.07)
    pieces = [Piece(tail, 0.25, 0.15), *(Piece(one, 0.25, 0.3) for one in far)]
    top = [Piece(body, 0.36, 0.45, 0.05), *(Piece(one, 0.38, 0.35, 0.04) for one in near)]
    return (
        *figure(pieces, spots),
        *figure(top, [*spots, *mouth, *eye(3.75, 2.08, 0.1)]),
        *figure(ears),
    )


def bird() -> Figure:
    """A bird that stands, wings a little open, its tail fanned."""
    body = joined(
        limb([(0.7, 0.95), (1.2, 1.05), (1.7, 1.4)], [0.22, 0.4, 0.28]),
        limb([(1.75, 1.5), (1.95, 1.95)], [0.22, 0.24]),
        outline([(2.05, 2.1), (2.6, 1.9), (2.05, 1.8)], 0), soft=0.12,
    )  # fmt: skip
    tail = [
        limb([(0.7, 0.95), (0.1, 0.75 + 0.22 * k), (-0.3, 0.5 + 0.42 * k)], [0.12, 0.15, 0.1])
        for k in range(3)
    ]
    wing = [limb([(1.5, 1.3), (0.9, 1.7 + 0.25 * k), (0.35 + 0.2 * k, 1.6 + 0.5 * k)], [0.16, 0.18,
        0.08])
            for k in range(3)]  # fmt: skip
    legs = [
        limb([(1.15 + d, 0.8), (1.15 + d, 0.1), (1.35 + d, 0.08)], [0.1, 0.07, 0.07])
        for d in (0.0, 0.3)
    ]
    return (*figure([Piece(one, 0.16, 0.12) for one in (*tail, *legs)]),
            *figure([Piece(body, 0.32, 0.4, 0.04)], eye(1.98, 2.02, 0.09)),
            *figure([Piece(one, 0.16, 0.14, 0.24) for one in wing]))  # fmt: skip


def winged_horse() -> Figure:
    """A horse that steps, one foreleg raised, a wing on its shoulder."""
    body = joined(
        limb([(0.5, 2.05), (1.5, 1.95), (2.6, 2.05)], [0.52, 0.44, 0.54]),
        limb([(2.7, 2.2), (3.15, 2.9), (3.2, 3.4)], [0.5, 0.38, 0.27]),
        limb([(3.2, 3.5), (3.65, 3.25), (4.0, 2.85)], [0.27, 0.23, 0.16]),
        outline([(3.0, 3.65), (3.25, 3.65), (3.3, 4.05)], 0), soft=0.16,
    )  # fmt: skip
    tail = limb(
        [(0.15, 2.3), (-0.35, 2.35), (-0.6, 1.7), (-0.5, 0.9), (-0.75, 0.55)],
        [0.15, 0.2, 0.22, 0.16, 0.06],
    )
    far = _legs([[(0.8, 1.8), (1.05, 1.15), (0.9, 0.6), (1.1, 0.1)],
                 [(2.8, 1.9), (3.4, 1.7), (3.35, 1.15), (3.6, 1.0)]], [0.34, 0.18, 0.13,
                     0.11])  # fmt: skip
    near = _legs([[(0.45, 1.9), (0.4, 1.2), (0.1, 0.7), (0.2, 0.1)],
                  [(2.6, 1.8), (2.65, 1.1), (2.6, 0.6), (2.7, 0.1)]], [0.46, 0.21, 0.14,
                      0.11])  # fmt: skip
    mane = limb([(3.0, 3.75), (2.7, 3.3), (2.45, 2.75)], [0.1, 0.16, 0.08])
    wing = [
        feather([(2.5, 2.1), (1.8 - 0.05 * k, 2.4 + 0.22 * k), (0.75 + 0.2 * k, 2.75 + 0.45 * k),
                 (0.5 + 0.2 * k, 3.15 + 0.45 * k), (0.7 + 0.2 * k, 3.4 + 0.45 * k)], 0.25,
                 0.28 + 0.03 * k, 0.16)
        for k in range(4)
    ]  # fmt: skip
    marks = (*eye(3.45, 3.48, 0.1), *haunches((0.5, 2.0, 0.46)))
    hair = lines([[(a - 0.15, b + 0.1), (a + 0.15, b - 0.05)] for a, b in
                  zip(np.linspace(2.95, 2.5, 7), np.linspace(3.7, 2.85, 7), strict=True)], 0.06,
                  0.06)  # fmt: skip
    return (*figure([*far, Piece(tail, 0.22, 0.2)]), *figure([*near, Piece(body, 0.36, 0.5, 0.05)],
        marks),
            *figure([Piece(mane, 0.16, 0.14, 0.26)], hair),
            *(one for f in wing for one in f))  # fmt: skip


def dragon() -> Figure:
    """A long-bodied beast of prey with a snake's neck, a horn, open jaws and a small wing."""
    body = joined(
        limb([(0.4, 1.75), (1.4, 1.5), (2.6, 1.75)], [0.44, 0.36, 0.46]),
        limb([(2.7, 1.8), (3.3, 2.2), (3.1, 2.85), (3.2, 3.35)], [0.44, 0.34, 0.26, 0.24]),
        limb([(3.2, 3.45), (3.65, 3.5), (3.95, 3.6), (4.0, 3.8)], [0.3, 0.22, 0.17, 0.09]),
        limb([(3.3, 3.25), (3.7, 3.05), (3.9, 3.08)], [0.2, 0.14, 0.08]), soft=0.15,
    )  # fmt: skip
    tail = limb([(0.15, 1.9), (-0.55, 2.0), (-0.8, 2.7), (-0.25, 3.1), (0.2, 2.8), (0.05, 2.5)],
                [0.24, 0.2, 0.17, 0.15, 0.12, 0.07])  # fmt: skip
    far = [limb([(0.8, 1.5), (1.15, 0.9), (1.05, 0.45), (1.35, 0.16)], [0.32, 0.18, 0.15, 0.14]),
           limb([(2.9, 1.6), (3.5, 1.2), (3.8, 0.7), (4.1, 0.75)], [0.32, 0.18, 0.14,
               0.13])]  # fmt: skip
    near = [limb([(0.35, 1.6), (0.25, 0.95), (-0.2, 0.5), (0.2, 0.15)], [0.42, 0.22, 0.16, 0.14]),
            limb([(2.6, 1.5), (2.55, 0.85), (2.35, 0.4), (2.75, 0.15)], [0.42, 0.2, 0.16,
                0.14])]  # fmt: skip
    horn = limb([(3.15, 3.6), (2.8, 3.95), (2.3, 3.95), (2.2, 3.7)], [0.12, 0.11, 0.09, 0.05])
    wing = [feather([(2.5, 1.8), (2.0, 2.3 + 0.15 * k), (1.1 + 0.3 * k, 2.4 + 0.35 * k),
                     (1.3 + 0.3 * k, 2.75 + 0.3 * k)],
                    0.23, 0.3 + 0.03 * k, 0.14) for k in range(3)]  # fmt: skip
    top = [Piece(body, 0.36, 0.45, 0.05), *(Piece(one, 0.36, 0.33, 0.04) for one in near)]
    marks = (*eye(3.35, 3.55, 0.1), *haunches((0.45, 1.7, 0.42)))
    return (*figure([Piece(one, 0.24, 0.2) for one in (tail, *far, horn)]), *figure(top, marks),
            *(one for f in wing for one in f))  # fmt: skip


def rider() -> Figure:
    """A small person in a loose robe that sits sideways; the seat is at the origin."""
    robe = joined(
        limb([(0.0, 0.15), (0.05, 0.8)], [0.42, 0.24]),
        limb([(0.0, 0.1), (0.45, -0.1), (0.55, -0.65)], [0.36, 0.28, 0.3]), soft=0.15,
    )  # fmt: skip
    foot = limb([(0.6, -0.95), (0.85, -0.98)], [0.13, 0.09])
    arm = limb([(0.0, 0.8), (0.4, 0.45), (0.75, 0.65)], [0.17, 0.15, 0.1])
    sleeve = limb([(0.0, 0.8), (-0.4, 0.5), (-0.6, 0.1)], [0.17, 0.17, 0.2])
    head = joined(
        disc(0.12, 1.28, 0.23),
        disc(0.0, 1.55, 0.12),
        limb([(0.3, 1.25), (0.36, 1.2)], 0.07),
        soft=0.05,
    )
    folds = lines([[(0.1, 0.3), (0.35, 0.0), (0.45, -0.7)], [(-0.1, 0.2), (0.2, -0.1), (0.3, -0.6)],
                   [(0.0, 0.75), (0.1, 0.4), (-0.1, 0.1)]], 0.08, 0.06)  # fmt: skip
    return (*figure([Piece(foot, 0.15, 0.1), Piece(sleeve, 0.2, 0.2)]),
            *figure([Piece(robe, 0.26, 0.3, 0.28)], folds),
            *figure([Piece(arm, 0.16, 0.15, 0.42), Piece(head, 0.3, 0.22, 0.3)], eye(0.22, 1.32,
                0.05)))  # fmt: skip


def argali() -> Figure:
    """A mountain ram that lies with tucked legs, its heavy horn curled round its ear."""
    body = joined(
        limb([(0.5, 1.0), (1.5, 1.05), (2.5, 1.1)], [0.6, 0.56, 0.62]),
        limb([(2.6, 1.3), (2.95, 1.8), (3.1, 2.2)], [0.54, 0.46, 0.42]),
        limb([(3.15, 2.3), (3.85, 2.15), (4.45, 1.8)], [0.44, 0.34, 0.25]),
        limb([(0.0, 1.3), (-0.2, 1.15)], [0.16, 0.08]), soft=0.2,
    )  # fmt: skip
    hind = joined(limb([(0.55, 0.9), (1.35, 0.75), (1.6, 0.5)], [0.46, 0.25, 0.18]),
                  limb([(1.6, 0.45), (0.9, 0.2), (0.5, 0.2)], [0.18, 0.13, 0.12]),
                  soft=0.1)  # fmt: skip
    fore = joined(limb([(2.55, 0.95), (3.3, 0.8), (3.5, 0.6)], [0.42, 0.22, 0.18]),
                  limb([(3.5, 0.55), (2.8, 0.2), (2.3, 0.2)], [0.18, 0.13, 0.12]),
                  soft=0.1)  # fmt: skip
    curl = [(3.2, 2.6), (2.9, 3.1), (2.35, 3.15), (1.9, 2.75), (1.9, 2.15), (2.3, 1.75),
            (2.75, 1.9), (2.8, 2.3), (2.5, 2.45)]  # fmt: skip
    thick = [0.3, 0.33, 0.33, 0.31, 0.29, 0.25, 0.2, 0.15, 0.1]
    horn = ribbed_horn(curl, thick, 17, 0.34)
    marks = (*eye(3.65, 2.35, 0.14), *haunches((0.6, 1.05, 0.48), (2.5, 1.1, 0.48)))
    return (*figure([Piece(body, 0.42, 0.55, 0.05), Piece(hind, 0.36, 0.4, 0.16), Piece(fore, 0.36,
        0.4, 0.16)], marks),
            *horn)  # fmt: skip


def elk() -> Figure:
    """An elk in a flying gallop: its hind part thrown up and over, antlers all along its back."""
    body = joined(
        limb([(3.1, 1.6), (2.4, 1.35), (1.6, 1.45), (0.95, 2.0), (0.75, 2.7)], [0.52, 0.48, 0.4,
            0.44, 0.52]),
        limb([(3.1, 1.7), (3.7, 2.1), (4.0, 2.35)], [0.48, 0.34, 0.27]),
        limb([(4.0, 2.45), (4.6, 2.25), (5.2, 1.75)], [0.28, 0.23, 0.2]),
        limb([(5.2, 1.7), (5.3, 1.5)], [0.2, 0.14]), limb([(3.9, 1.9), (4.05, 1.45)], [0.12,
            0.05]), soft=0.2,
    )  # fmt: skip
    fore = [limb([(3.1, 1.3), (3.9, 0.9), (3.3, 0.5), (2.4, 0.42)], [0.36, 0.2, 0.14, 0.12]),
            limb([(2.7, 1.2), (3.3, 0.75), (2.6, 0.35), (1.7, 0.28)], [0.34, 0.18, 0.13,
                0.11])]  # fmt: skip
    hind = [limb([(0.75, 2.8), (1.4, 3.3), (2.0, 3.0), (2.75, 3.15)], [0.42, 0.2, 0.14, 0.12]),
            limb([(0.6, 2.9), (1.0, 3.75), (1.75, 3.6), (2.4, 3.75)], [0.4, 0.19, 0.13,
                0.11])]  # fmt: skip
    hooves = [limb([(2.4, 0.42), (2.1, 0.4)], [0.15, 0.1]), limb([(1.7, 0.28), (1.4, 0.26)], [0.14,
        0.1]),
              limb([(2.75, 3.15), (3.05, 3.2)], [0.15, 0.1]), limb([(2.4, 3.75), (2.7, 3.8)],
                  [0.14, 0.1])]  # fmt: skip
    beam = limb([(3.95, 2.65), (3.9, 3.2), (4.3, 3.6), (4.9, 3.65)], [0.16, 0.2, 0.24, 0.14])
    tines = [limb([(3.95 + 0.3 * k, 3.25 + 0.13 * k), (3.85 + 0.4 * k, 3.7 + 0.1 * k),
                   (4.0 + 0.45 * k, 4.1)],
                  [0.13, 0.12, 0.06]) for k in range(3)]  # fmt: skip
    ear = limb([(3.8, 2.6), (3.45, 2.75), (3.2, 2.65)], [0.07, 0.15, 0.05])
    tail = limb([(0.3, 2.95), (0.05, 3.15)], [0.14, 0.07])
    marks = (*eye(4.3, 2.5, 0.11), *haunches((3.0, 1.6, 0.5), (0.8, 2.6, 0.5)),
             *lines([[(5.35, 1.75), (5.0, 1.72), (4.8, 1.85)]], 0.1, 0.07))  # fmt: skip
    return (*figure([Piece(one, 0.3, 0.25) for one in (*hind, *hooves, tail)]),
            *figure([Piece(body, 0.5, 0.5, 0.08), *(Piece(one, 0.4, 0.3, 0.1) for one in fore)],
                    marks),
            *figure([Piece(one, 0.28, 0.2, 0.12) for one in (beam, *tines, ear)]))  # fmt: skip
