"""A train of four cars that stands at the platform: silver-grey, blue at the waist, black nose."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import transform
from almaty_tour.kit.extrude import block, grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

CARS: Final = 4
CAR_M, GAP_M, HALF_M = 18.6, 0.6, 1.36
SILVER, BLUE = Paint("painted_metal", "#A9ACAE"), Paint("painted_metal", "#1F55B5")
YELLOW, GREY = Paint("painted_metal", "#C9A02C"), Paint("painted_metal", "#4A4D50")
GLASS = Paint("car_glass")
INSIDE = (
    (0.0, 0.30, Paint("hall_lamp", "#2F3B4A")),
    (0.30, 0.86, Paint("hall_lamp", "#6E7678")),
    (0.86, 1.0, Paint("hall_lamp", "#C6CED0")),
)
"""What is seen through the windows: seats, the far wall, a line of lamps."""
RED, WHITE = Paint("hall_lamp", "#D8342A"), Paint("hall_lamp", "#FFF4DC")
SECTION = np.array(
    [(-1.30, -0.95), (1.30, -0.95), (1.36, -0.1), (1.36, 1.0), (1.30, 2.1), (1.05, 2.45),
     (0.55, 2.58), (-0.55, 2.58), (-1.05, 2.45), (-1.30, 2.1), (-1.36, 1.0), (-1.36, -0.1)]
)  # fmt: skip
"""Across and up from the middle of the floor, which is as high as the platform."""
DOORS_M: Final = (-6.9, -2.3, 2.3, 6.9)
DOOR_HALF_M: Final = 0.68
NOSE: Final = ((0.0, 1.0), (0.45, 0.98), (0.85, 0.90), (1.12, 0.76), (1.2, 0.62))


def train(x_m: float) -> MeshData:
    """The train on its track, its middle at y = 0, a cab at both ends."""
    step = CAR_M + GAP_M
    places = (np.arange(CARS) - (CARS - 1) / 2) * step
    cars = [transform.move(_car(), y=float(y)) for y in places]
    end = float(places[-1]) + CAR_M / 2
    cab = transform.move(_cab(), y=end)
    links = [
        block((-0.95, float(y) + CAR_M / 2, -0.6), (0.95, float(y) + CAR_M / 2 + GAP_M, 2.2), GREY)
        for y in places[:-1]
    ]
    made = merge([*cars, *links, cab, transform.turn_z(cab, 180.0)])
    return as_part(transform.move(made, x=x_m), "train")


def _loft(sections: F64, paint: Paint) -> MeshData:
    """A closed body through (k, n, 3) rings."""
    rings, count = sections.shape[:2]
    fan = np.stack(
        [np.zeros(count - 2), np.arange(1, count - 1), np.arange(2, count)], axis=1
    ).astype(np.int64)
    sides = grid_faces(rings, count, wrap_columns=True)
    faces = np.concatenate([sides, fan, fan[:, ::-1] + (rings - 1) * count])
    return solid(sections.reshape(-1, 3), faces, paint, crease_deg=40.0)


def _ring(y: float, share: float = 1.0, section: F64 = SECTION) -> F64:
    middle = np.array([0.0, 0.5])
    flat = middle + (section - middle) * share
    return np.column_stack([flat[:, 0], np.full(len(flat), y), flat[:, 1]])


def _car() -> MeshData:
    half = CAR_M / 2
    shell = _loft(np.stack([_ring(-half), _ring(half)]), SILVER)
    under = block((-1.1, -half + 1.0, -1.12), (1.1, half - 1.0, -0.9), GREY)
    both = [_flank(), transform.turn_z(_flank(), 180.0)]
    return merge([shell, under, *both])


def _flank() -> MeshData:
    """What lies on the side to +x: windows, doors, the stripe."""
    half, plate = CAR_M / 2, _plate
    made = [plate(-half, half, 0.30, 0.52, BLUE, 0.006)]
    edges = [-half + 0.5]
    for door in DOORS_M:
        edges += [door - DOOR_HALF_M - 0.25, door + DOOR_HALF_M + 0.25]
        for s in (-1.0, 1.0):
            y0, y1 = sorted((door + s * 0.015, door + s * DOOR_HALF_M))
            made += [
                plate(y0, y1, 0.0, 0.78, BLUE, 0.014),
                plate(y0, y1, 0.78, 0.90, YELLOW, 0.016),
                plate(y0, y1, 0.90, 1.95, SILVER, 0.012),
                *_pane(y0 + 0.12, y1 - 0.12, 1.0, 1.78, 0.018),
            ]
    edges.append(half - 0.5)
    for y0, y1 in zip(edges[::2], edges[1::2], strict=True):
        made.append(plate(y0, y1, 0.82, 1.72, GLASS, 0.008))
        made += _pane(y0 + 0.06, y1 - 0.06, 0.88, 1.66, 0.012)
    return merge(made)


def _plate(y0: float, y1: float, z0: float, z1: float, paint: Paint, by: float) -> MeshData:
    return block((HALF_M - 0.12, y0, z0), (HALF_M + by, y1, z1), paint)


def _pane(y0: float, y1: float, z0: float, z1: float, by: float) -> list[MeshData]:
    """A window with what is seen through it."""
    made, x = [], HALF_M + by
    for low, high, paint in INSIDE:
        foot, head = z0 + low * (z1 - z0), z0 + high * (z1 - z0)
        corners = [(x, y0, foot), (x, y1, foot), (x, y1, head), (x, y0, head)]
        made.append(solid(corners, [(0, 1, 2), (0, 2, 3)], paint))
    return made


def _cab() -> MeshData:
    """A rounded nose to +y: dark glass over a blue mask, lamps low and at the top."""
    nose = _loft(np.stack([_ring(y, share) for y, share in NOSE]), GLASS)
    low = SECTION.copy()
    low[:, 1] = np.minimum(low[:, 1], 0.42)
    mask = _loft(np.stack([_ring(y, share * 1.015, low) for y, share in NOSE]), BLUE)
    lamps = [block((s * 0.85 - 0.14, 1.0, 0.12), (s * 0.85 + 0.14, 1.16, 0.26), WHITE)
             for s in (-1.0, 1.0)]  # fmt: skip
    tails = [block((s * 0.55 - 0.1, 0.9, 1.92), (s * 0.55 + 0.1, 1.07, 2.0), RED)
             for s in (-1.0, 1.0)]  # fmt: skip
    return merge([nose, mask, *lamps, *tails])
