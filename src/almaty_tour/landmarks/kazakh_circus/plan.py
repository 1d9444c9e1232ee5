"""Sizes and paints of the circus; heights count from the square, thirty-two bays go round."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]

WHITE = Paint("marble", "#F4F2EC")
FIN = Paint("plaster", "#F6F4EE")
SHADE = Paint("plaster", "#D9D6CE")
SCALE = Paint("dome_paint", "#CFD4D6")
RIB = Paint("painted_metal", "#F5F4EF")
GOLDEN = Paint("gold_slat", "#F0DDB0")
FRAME = Paint("painted_metal", "#DADCDA")
STEP = Paint("granite", "#A9A39B")
PLINTH = Paint("granite", "#86807A")
PAVING = Paint("paving", "#ABA59B")
RED = Paint("lettering", "#C8382C")

BAYS = 32
BAY_RAD = 2 * np.pi / BAYS
EAVE_M = 34.2
VALLEY_M = 12.3
FOLD_M = 2.1
FOLD_END_M = 15.0
CROWN_M = 5.2

STYLOBATE_M, STYLOBATE_RADIUS_M, STEPS, TREAD_M = 1.02, 37.0, 6, 0.4
GALLERY_M = 5.4
LOW_GLASS_M, HIGH_GLASS_M = 28.8, 31.0
GROUND_M = 0.06

SLOPE = profile.line(
    (EAVE_M, VALLEY_M),
    (30.0, 13.15),
    (25.0, 14.65),
    (20.0, 16.75),
    (15.0, 19.4),
    (10.0, 22.7),
    (7.0, 25.1),
    (CROWN_M, 26.7),
)


def arch(angle_rad: npt.ArrayLike) -> F64:
    """How high the fold over a bay is at an angle: 0 over the fins, 1 in the middle."""
    turn = np.asarray(angle_rad, np.float64) / BAY_RAD
    aside = 2.0 * np.abs(turn - np.floor(turn) - 0.5)
    result: F64 = 1.0 - 0.72 * aside**2.4 - 0.28 * aside
    return result


def roof_m(radius_m: npt.ArrayLike, angle_rad: npt.ArrayLike) -> F64:
    """Height of the roof: a concave tent whose skirt is folded over every bay.

    Fins stand at whole multiples of the bay, the first at the angle 0.
    """
    radius = np.asarray(radius_m, np.float64)
    dense = profile.smooth(SLOPE[::-1], 6)
    base = np.interp(radius, dense[:, 0], dense[:, 1])
    share = np.clip((radius - FOLD_END_M) / (EAVE_M - FOLD_END_M), 0.0, 1.0)
    result: F64 = base + FOLD_M * share**1.6 * arch(angle_rad)
    return result


def on_roof(radius_m: npt.ArrayLike, angle_rad: npt.ArrayLike, lift_m: float = 0.0) -> F64:
    """(..., 3) points on the roof, lifted straight up."""
    radius, angle = np.broadcast_arrays(
        np.asarray(radius_m, np.float64), np.asarray(angle_rad, np.float64)
    )
    height = roof_m(radius, angle) + lift_m
    return np.stack([radius * np.cos(angle), radius * np.sin(angle), height], axis=-1)


def rounded_plaza(radius_m: float, half_m: float, front_m: float, corners: int = 64) -> F64:
    """A circle with a rectangular foreland: |x| <= `half_m` down to y = `front_m`."""
    ring = profile.regular(corners, radius_m, 90.0)
    drop = float(np.sqrt(radius_m**2 - half_m**2))
    kept = ring[(ring[:, 1] > -drop) | (np.abs(ring[:, 0]) > half_m + 0.2)]
    kept = kept[np.argsort(np.mod(np.arctan2(kept[:, 1], kept[:, 0]) + np.pi / 2, 2 * np.pi))]
    fore = profile.line((-half_m, -drop), (-half_m, front_m), (half_m, front_m), (half_m, -drop))
    return np.concatenate([fore, kept])


LANDING_HALF_M, LANDING_FRONT_M = 14.0, -42.0
