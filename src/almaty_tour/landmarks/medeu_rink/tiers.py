"""The low ring of seats round the ice and the two stands' tiers: steps, benches, aisles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.extrude import block, sweep
from almaty_tour.kit.hexahedra import hexahedra
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.transform import at
from almaty_tour.landmarks._shared.bare import OVER, UNDER, bare
from almaty_tour.landmarks.medeu_rink import plan
from almaty_tour.landmarks.medeu_rink.plan import F64
from almaty_tour.mesh.data import MeshData, merge

TREAD_M = 0.85
LOW_R_M = 45.2
LOW_ROWS = 9
LOW_RISE_M = 0.42
LOW_Z_M = plan.ICE_Z_M + 0.5
AISLE_M = 1.5


def section(first_m: float, rows: int, rise_m: float, low_m: float, foot_m: float) -> F64:
    """(k, 2) stepped outline of a tier from `first_m` outwards, closed down to `foot_m`."""
    points = [(first_m, foot_m), (first_m, low_m)]
    for row in range(1, rows):
        out = first_m + row * TREAD_M
        points += [(out, low_m + (row - 1) * rise_m), (out, low_m + row * rise_m)]
    end = first_m + rows * TREAD_M
    points += [(end, low_m + (rows - 1) * rise_m), (end, foot_m)]
    return np.array(points)


def bench(first_m: float, rows: int, rise_m: float, low_m: float) -> list[F64]:
    """Sections of seat and back, one to a row, 0.4 m over its step."""
    result = []
    for row in range(rows):
        out, z = first_m + row * TREAD_M + 0.34, low_m + row * rise_m
        result.append(
            p.line((out + 0.42, z + 0.34), (out + 0.46, z + 0.66), (out + 0.4, z + 0.66),
                   (out + 0.36, z + 0.42), (out, z + 0.42), (out, z + 0.34))
        )  # fmt: skip
    return result


def tier(
    paths: Sequence[F64], shape: tuple[float, int, float, float], foot_m: float, seat: Paint
) -> MeshData:
    """Steps and benches along blocks of spine `paths` (outwards on the right of the way)."""
    first, rows, rise, low = shape
    steps = section(first, rows, rise, low, foot_m)
    pieces = [sweep(steps, path, plan.CONCRETE, closed=False, crease_deg=25.0) for path in paths]
    for path in paths:
        seats = _straightened(_shortened(path))
        pieces += [
            sweep(plank, seats, seat, closed=False, crease_deg=25.0)
            for plank in bench(first, rows, rise, low)
        ]
    return merge(pieces)


def _shortened(path: F64) -> F64:
    """The path without half an aisle at both ends; spine paths of bends shrink by angle."""
    first, last = path[1] - path[0], path[-2] - path[-1]
    result = path.copy()
    result[0] = path[0] + first * 0.25
    result[-1] = path[-1] + last * 0.25
    return result


def _straightened(path: F64) -> F64:
    """Only the ends of a straight path: benches need no points between."""
    way = path[-1] - path[0]
    aside = (path - path[0]) @ np.array([-way[1], way[0]]) / np.linalg.norm(way)
    return path if np.abs(aside).max() > 0.01 else path[[0, -1]]


def bend_blocks(radius_m: float, spans: Sequence[tuple[float, float]], steps: int) -> list[F64]:
    """Spine paths of blocks in the uphill bend, each from one angle to another."""
    return [plan.south_arc(radius_m, a, b, steps) for a, b in spans]


def straight_blocks(x_m: float, cuts_m: Sequence[float]) -> list[F64]:
    """Spine paths along a long side, in lengths of 6 m; upwards in y for +x, else downwards."""
    result = []
    for a, b in pairwise(cuts_m):
        count = max(2, round(abs(b - a) / 6.0) + 1)
        y = np.linspace(a, b, count)
        result.append(np.column_stack([np.full(count, x_m), y]))
    return result


def aisle_steps(
    places: F64, outward: F64, shape: tuple[float, int, float, float], width_m: float = AISLE_M
) -> MeshData:
    """Pale half steps in the aisles: (k, 2) spine places and (k, 2) outward units."""
    first, rows, rise, low = shape
    row = np.arange(rows - 1)
    near = first + (row + 1) * TREAD_M - 0.4
    z = low + row * rise + rise / 2
    along = np.stack([-outward[:, 1], outward[:, 0]], axis=1) * width_m / 2
    start = places[:, None] + outward[:, None] * near[None, :, None]
    end = places[:, None] + outward[:, None] * (near + 0.42)[None, :, None]
    side = np.broadcast_to(along[:, None], start.shape)
    ring = [start - side, end - side, end + side, start + side]
    flat = np.stack(ring, axis=2).reshape(-1, 4, 2)
    top = np.tile(z, len(places))[:, None, None]
    area = p.area_m2(flat[0])
    flat = flat if area > 0 else flat[:, ::-1]
    lower = np.concatenate([flat, np.broadcast_to(top - 0.2, (*flat.shape[:2], 1))], axis=2)
    upper = np.concatenate([flat, np.broadcast_to(top, (*flat.shape[:2], 1))], axis=2)
    return bare(hexahedra(np.concatenate([lower, upper], axis=1), plan.PALE), UNDER)


def south_ring() -> MeshData:
    """The low ring of the uphill bend with ten aisles, a gate in the middle and the promenade."""
    shape = (0.0, LOW_ROWS, LOW_RISE_M, LOW_Z_M)
    cuts = np.array([0.0, 17.0, 34.0, 51.0, 68.0, 85.5, 94.5, 112.0, 129.0, 146.0, 163.0, 180.0])
    spans = [(a, b) for a, b in pairwise(cuts) if not 85.0 < a < 94.0]
    seats = tier(bend_blocks(LOW_R_M, spans, 3), shape, plan.GROUND_Z_M - 1.0, plan.GREY_SEAT)
    angle = np.radians(cuts[1:-1][[0, 1, 2, 3, 6, 7, 8, 9]])
    outward = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    steps = aisle_steps(outward * LOW_R_M + [0.0, plan.BEND_Y_M], outward, shape)
    return merge([seats, steps, _promenade(), _gate(), _ribs(), _front_wall(), _bulbs()])


def _promenade() -> MeshData:
    """The way behind the ring: a flaring slab with a white parapet."""
    top = LOW_Z_M + (LOW_ROWS - 1) * LOW_RISE_M
    inner = LOW_ROWS * TREAD_M
    shape = p.line(
        (inner - 0.1, top - 1.6), (inner + 2.6, top - 1.4), (inner + 6.0, top - 0.5),
        (inner + 6.4, top + 1.1), (inner + 6.05, top + 1.1), (inner + 5.8, top + 0.02),
        (inner - 0.1, top + 0.02),
    )  # fmt: skip
    wall = p.line((inner + 2.2, plan.GROUND_Z_M - 1.0), (inner + 2.6, plan.GROUND_Z_M - 1.0))
    wall = p.joined(wall, p.line((inner + 2.6, top - 1.3), (inner + 2.2, top - 1.3)))
    pieces = []
    for a, b in ((0.0, 86.0), (94.0, 180.0)):
        path = plan.south_arc(LOW_R_M, a, b, 18)
        pieces.append(sweep(shape, path, plan.PALE, closed=False))
        pieces.append(sweep(wall, path, plan.CONCRETE, closed=False))
    return merge(pieces)


def _ribs() -> MeshData:
    """Fins under the flare of the promenade, one to every four degrees."""
    top = LOW_Z_M + (LOW_ROWS - 1) * LOW_RISE_M - 1.4
    out = LOW_R_M + LOW_ROWS * TREAD_M
    fin = hexahedra(
        np.array([[(2.4, -0.2, plan.GROUND_Z_M - 0.5), (3.1, -0.2, plan.GROUND_Z_M - 0.5),
                   (3.1, 0.2, plan.GROUND_Z_M - 0.5), (2.4, 0.2, plan.GROUND_Z_M - 0.5),
                   (2.4, -0.2, top), (5.6, -0.2, top + 0.7), (5.6, 0.2, top + 0.7),
                   (2.4, 0.2, top)]]),
        plan.PALE,
    )  # fmt: skip
    fin = bare(fin, UNDER, OVER, (-1.0, 0.0, 0.0))
    angle = np.array([a for a in np.arange(2.0, 179.0, 4.0) if abs(a - 90.0) > 5.0])
    turn = np.radians(angle)
    places = np.stack([np.cos(turn), np.sin(turn)], axis=1) * out + [0.0, plan.BEND_Y_M]
    return at(fin, places, turn_deg=angle)


def _bulbs() -> MeshData:
    """A string of warm lamps on the parapet of the promenade."""
    angle = np.array([a for a in np.arange(1.5, 179.0, 3.0) if abs(a - 90.0) > 5.0])
    turn = np.radians(angle)
    radius = LOW_R_M + LOW_ROWS * TREAD_M + 6.2
    spots = np.stack([np.cos(turn), np.sin(turn)], axis=1) * radius + [0.0, plan.BEND_Y_M]
    top = LOW_Z_M + (LOW_ROWS - 1) * LOW_RISE_M + 1.1
    bulb = bare(block((-0.12, -0.12, -0.02), (0.12, 0.12, 0.24), plan.LAMP), UNDER)
    return at(bulb, np.column_stack([spots, np.full(len(spots), top)]))


def _gate() -> MeshData:
    """The low block in the middle of the bend where the machines come onto the ice."""
    y = plan.BEND_Y_M + LOW_R_M
    top = LOW_Z_M + 3.4
    jambs = [
        block((x, y - 0.4, plan.GROUND_Z_M - 1.0), (x + 0.6, y + 10.6, top), plan.WHITE)
        for x in (-3.6, 3.0)
    ]
    roof = block((-4.1, y - 1.0, top), (4.1, y + 10.9, top + 0.4), plan.PALE)
    house = block((-3.0, y + 5.0, plan.GROUND_Z_M), (3.0, y + 9.6, top), plan.DARK)
    floor = block((-3.0, y - 3.4, plan.ICE_Z_M - 1.5), (3.0, y + 5.0, plan.ICE_Z_M + 0.03),
                  plan.PAVING)  # fmt: skip
    return merge([*jambs, roof, house, floor])


def _front_wall() -> MeshData:
    """The low wall before the first row, with its blue stripe of pads."""
    shape = p.line((-0.35, plan.ICE_Z_M - 1.0), (0.0, plan.ICE_Z_M - 1.0))
    shape = p.joined(shape, p.line((0.0, LOW_Z_M + 0.35), (-0.35, LOW_Z_M + 0.35)))
    blue = Paint("painted_metal", "#2C4FA0")
    pads = p.line((-0.55, plan.ICE_Z_M + 0.1), (-0.36, plan.ICE_Z_M + 0.1))
    pads = p.joined(pads, p.line((-0.36, LOW_Z_M + 0.1), (-0.55, LOW_Z_M + 0.1)))
    pieces = []
    for a, b in ((0.0, 85.5), (94.5, 180.0)):
        pieces.append(sweep(shape, plan.south_arc(LOW_R_M, a, b, 18), plan.PALE, closed=False))
    for a, b in ((52.0, 84.0), (96.0, 128.0)):
        pieces.append(sweep(pads, plan.south_arc(LOW_R_M, a, b, 10), blue, closed=False))
    return merge(pieces)
