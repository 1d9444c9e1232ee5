"""The stands of the Central Stadium: stepped concrete, sectors of seats, aisles, front walls."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.extrude import block, sweep
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64
from almaty_tour.mesh.data import MeshData, merge

HALF_STRAIGHT_M: Final = 42.2
FIRST_M: Final = 47.6
"""From the spine of the oval to the front wall of the stands."""
TREAD_M: Final = 0.98
LOW_M: Final = 1.3
LONG = (24, 0.48)
ENDS = (17, 0.46)
LONG_Y: Final = 50.0
LONG_CUTS: Final = (-50.0, -34.0, -17.0, 0.0, 17.0, 34.0, 50.0)
NORTH_CUTS: Final = (201.0, 224.0, 247.0, 263.0, 277.0, 293.0, 316.0, 339.0)
AISLE_M: Final = 1.5
STUCCO = Paint("plaster", "#E9E1CE")
CONCRETE = Paint("concrete", "#B4AFA6")
PALE = Paint("concrete", "#CFC9BE")
STEEL = Paint("painted_metal", "#D9DDE0")
YELLOW = Paint("painted_metal", "#F2C531")
BLUE = Paint("painted_metal", "#2467B0")
CHAIR = p.line((0.8, 0.3), (0.74, 0.9), (0.66, 0.46), (0.16, 0.42))
"""Rear, front of the back and seat of a row of chairs, as (outwards, height) on its step."""


def top_m(shape: tuple[int, float]) -> float:
    """Height of the last row."""
    return LOW_M + (shape[0] - 1) * shape[1]


def depth_m(shape: tuple[int, float]) -> float:
    """From the front wall to the back of the stand."""
    return shape[0] * TREAD_M


def straight(x_sign: float, low_m: float, high_m: float, pieces: int = 1) -> F64:
    """The front line of a long stand, outwards on the right of the way."""
    y = np.linspace(low_m, high_m, pieces + 1) * x_sign
    return np.column_stack([np.full(len(y), x_sign * FIRST_M), y])


def bend(y_sign: float, start_deg: float, end_deg: float, steps: int, out_m: float = 0.0) -> F64:
    """A piece of an end's front line; angles are those of the north end (-y)."""
    turn = 180.0 if y_sign > 0 else 0.0
    return p.arc((0.0, y_sign * HALF_STRAIGHT_M), FIRST_M + out_m, start_deg - turn,
                 end_deg - turn, steps)  # fmt: skip


def stands() -> MeshData:
    """East stand and both ends (the west stand is built apart, with its roof)."""
    pieces = [long_stand(-1.0)]
    for sign in (-1.0, 1.0):
        whole = bend(sign, NORTH_CUTS[0], NORTH_CUTS[-1], 12)
        pieces.append(sweep(section(ENDS), whole, CONCRETE, closed=False, crease_deg=20.0))
        pieces.append(front_wall(whole))
        for k, (a, b) in enumerate(pairwise(NORTH_CUTS)):
            if k == 3 and sign > 0:
                continue
            gap = np.degrees(AISLE_M / 2 / (FIRST_M + 8.0))
            path = bend(sign, a + gap, b - gap, 2)
            pieces.append(chairs(path, ENDS, (BLUE, YELLOW)[k % 2]))
        angle = np.radians([a - (180.0 if sign > 0 else 0.0) for a in NORTH_CUTS[1:-1]])
        outward = np.stack([np.cos(angle), np.sin(angle)], axis=1)
        pieces.append(aisles(outward * FIRST_M + [0.0, sign * HALF_STRAIGHT_M], outward, ENDS))
        pieces.append(top_rail(bend(sign, NORTH_CUTS[0], NORTH_CUTS[-1], 12, depth_m(ENDS)), ENDS))
    return merge(pieces)


def long_stand(sign: float) -> MeshData:
    """A straight stand of six sectors with five aisles."""
    whole = straight(sign, -LONG_Y, LONG_Y, 6)
    pieces = [
        sweep(section(LONG), whole, CONCRETE, closed=False, crease_deg=0.0),
        front_wall(whole),
    ]
    for k, (a, b) in enumerate(pairwise(LONG_CUTS)):
        path = straight(sign, a + AISLE_M / 2, b - AISLE_M / 2)
        paint = (YELLOW, BLUE)[k % 2] if sign > 0 else (BLUE, YELLOW)[k % 2]
        pieces.append(chairs(path, LONG, paint))
    spots = np.array([(sign * FIRST_M, y) for y in LONG_CUTS[1:-1]])
    pieces.append(aisles(spots, np.tile([sign, 0.0], (len(spots), 1)), LONG))
    back = whole + np.array([sign * depth_m(LONG), 0.0])
    if sign < 0:
        pieces.append(top_rail(back, LONG))
    return merge(pieces)


def section(shape: tuple[int, float]) -> F64:
    """(k, 2) stepped outline of a stand, closed down into the ground."""
    rows, rise = shape
    points = [(0.0, -1.5), (0.0, LOW_M)]
    for row in range(1, rows):
        out = row * TREAD_M
        points += [(out, LOW_M + (row - 1) * rise), (out, LOW_M + row * rise)]
    end = rows * TREAD_M
    return np.array([*points, (end, LOW_M + (rows - 1) * rise), (end, -1.5)])


def chairs(path: F64, shape: tuple[int, float], paint: Paint) -> MeshData:
    """Rows of chairs along one sector, every third of them a little darker."""
    pieces = []
    for row in range(shape[0]):
        shift = [row * TREAD_M, LOW_M + row * shape[1]]
        tone = paint.shaded((1.0, 0.94, 0.98)[row % 3])
        pieces.append(sweep(CHAIR + shift, path, tone, closed=False, back=False, crease_deg=20.0))
    return merge(pieces)


def aisles(places: F64, outward: F64, shape: tuple[int, float]) -> MeshData:
    """Half steps in the aisles, their tops and fronts: (k, 2) front places, outward units."""
    row = np.arange(shape[0] - 1)
    near = (row + 1) * TREAD_M - 0.42
    z = np.tile(LOW_M + row * shape[1] + shape[1] / 2, len(places))
    aside = np.stack([-outward[:, 1], outward[:, 0]], axis=1)[:, None] * AISLE_M / 2
    start = places[:, None] + outward[:, None] * near[None, :, None]
    end = start + outward[:, None] * 0.42
    a, b, c, d = (
        v.reshape(-1, 2) for v in (start + aside, start - aside, end - aside, end + aside)
    )

    def lifted(flat: F64, down_m: float = 0.0) -> F64:
        return np.column_stack([flat, z - down_m])

    tops = np.stack([lifted(a), lifted(b), lifted(c), lifted(d)], axis=1)
    fronts = np.stack([lifted(a, 0.22), lifted(b, 0.22), lifted(b), lifted(a)], axis=1)
    return quadrilaterals(np.concatenate([tops, fronts]), PALE)


def front_wall(path: F64) -> MeshData:
    """The wall before the first row with its blue board and white cap."""
    wall = p.line((-1.3, -1.0), (-1.05, -1.0), (-1.05, 2.1), (-1.3, 2.1))
    deck = p.line((-1.1, -1.0), (0.0, -1.0), (0.0, LOW_M - 0.01), (-1.1, LOW_M - 0.01))
    board = p.line((-1.42, 0.2), (-1.29, 0.2), (-1.29, 1.1), (-1.42, 1.1))
    return merge(
        [
            sweep(wall, path, STUCCO, closed=False, crease_deg=20.0),
            sweep(deck, path, PALE, closed=False, crease_deg=20.0),
            sweep(board, path, BLUE.shaded(0.9), closed=False, crease_deg=20.0),
        ]
    )


def top_rail(path: F64, shape: tuple[int, float]) -> MeshData:
    """The parapet behind the last row with a handrail on it."""
    z = top_m(shape)
    wall = p.line((-0.25, z - 0.2), (0.5, z - 0.2), (0.5, z + 1.1), (-0.25, z + 1.1))
    cap = p.line((-0.35, z + 1.1), (0.65, z + 1.1), (0.65, z + 1.32), (-0.35, z + 1.32))
    return merge(
        [
            sweep(wall, path, STUCCO, closed=False, crease_deg=20.0),
            sweep(cap, path, PALE, closed=False, crease_deg=20.0),
        ]
    )


def tunnel(x_m: float, y_m: float) -> MeshData:
    """A gate for the players in the front wall of the west stand."""
    return merge(
        [
            block((x_m - 1.6, y_m - 2.6, -0.5), (x_m - 1.2, y_m + 2.6, 2.6), STUCCO),
            block((x_m - 1.72, y_m - 1.8, -0.5), (x_m - 1.55, y_m + 1.8, 2.2), Paint("window")),
        ]
    )
