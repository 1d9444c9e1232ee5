"""Mounds of turf: soft domes on the lie of the land, with worn tops, hollows and stones."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import solid, transform
from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.landmarks._shared.lake_shore import stone
from almaty_tour.landmarks.boraldai_kurgans import plan
from almaty_tour.landmarks.boraldai_kurgans.plan import F64
from almaty_tour.mesh.data import MeshData, merge

Mound = tuple[float, float, float, float]
Ground = Callable[[F64], F64]
_SKIRT = 1.004
"""The skirt goes down into the land at this share of the radius."""


def mound(shape: Mound, ground_m: Ground, columns: int, rows: int, *, hollow: bool) -> MeshData:
    """One mound of `columns` x `rows` patches; a `hollow` is what robbers left on the top."""
    x, y, width, height = shape
    share = np.linspace(0.0, 1.0, rows + 1) ** 0.9
    share = np.concatenate([share[1:], [_SKIRT]])
    turn = np.arange(columns) * (2 * np.pi / columns)
    plan_m = share[None, :, None] * np.stack([np.cos(turn), np.sin(turn)], axis=1)[:, None]
    spots = (plan_m * width / 2).reshape(-1, 2) + np.array([x, y])
    spots = np.concatenate([spots, [[x, y]]])
    radius = np.concatenate([np.tile(share, columns), [0.0]])
    z = ground_m(spots) + height * _swell(spots, radius, height, hollow)
    z = np.maximum(z - 0.9 * (radius > 1.0), -1.5)
    faces = grid_faces(columns, rows + 1, wrap_rows=True)[:, ::-1]
    faces = faces if _looks_up(spots, faces) else faces[:, ::-1]
    inner = np.arange(columns) * (rows + 1)
    cap = np.stack([inner, np.roll(inner, -1), np.full(columns, len(spots) - 1)], axis=1)
    index = np.concatenate([faces, cap])
    points = np.column_stack([spots, z])
    tint = _turf(points, index, radius, x, y)
    return solid.solid(points, index, plan.TURF, crease_deg=70.0, face_tint=tint)


def _looks_up(spots: F64, faces: npt.NDArray[np.int64]) -> bool:
    a, b, c = spots[faces[0]]
    return bool((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0)


def _swell(spots: F64, radius: F64, height: float, hollow: bool) -> F64:
    """Share of the height: the smooth dome, its small folds, the dip in its top."""
    x, y = spots.T
    fold = np.sin(x * 0.21 + 0.8) * np.sin(y * 0.17 + 2.0) + 0.6 * np.sin(x * 0.43 - y * 0.37)
    fold *= np.sin(np.pi * np.clip(radius, 0.0, 1.0)) * 0.11 / height
    dip = 0.16 * np.exp(-((radius / 0.16) ** 2)) if hollow else 0.0
    return np.asarray(plan.profile_m(radius) + fold - dip)


def _turf(
    points: F64, index: npt.NDArray[np.int64], radius: F64, x: float, y: float
) -> npt.NDArray[np.uint8]:
    """(m, 3) tints: straw on the sunny side and the worn top, green in the folds."""
    middle = points[index].mean(axis=1)
    cx, cy = middle[:, 0], middle[:, 1]
    wave = np.sin(cx * 0.13 + 1.0) * np.sin(cy * 0.11) + 0.7 * np.sin(cx * 0.29 + cy * 0.23)
    north = (y - cy) / np.maximum(np.hypot(cx - x, cy - y), 1.0)
    grain = fraction(hashed("kurgan turf", len(index)), 1) - 0.5
    green = np.clip(0.46 + 0.22 * wave + 0.16 * north + 0.2 * grain, 0.0, 1.0)
    green *= np.clip(radius[index].mean(axis=1) * 4.0, 0.35, 1.0)
    rim = 0.8 + 0.2 * np.clip((1.0 - radius[index].mean(axis=1)) * 4.0, 0.0, 1.0)
    straw, fresh = np.array([255.0, 240.0, 214.0]), np.array([196.0, 214.0, 176.0])
    mixed = (straw + green[:, None] * (fresh - straw)) * rim[:, None]
    return np.asarray(mixed, np.float64).astype(np.uint8)


def mounds(ground_m: Ground) -> dict[str, MeshData]:
    """The great one by itself, the rest of the chain together."""
    giants = [mound(m, ground_m, 44, 12, hollow=k != 1) for k, m in enumerate(plan.GIANTS)]
    middle = [mound(m, ground_m, 26, 7, hollow=k % 2 == 0) for k, m in enumerate(plan.MIDDLE)]
    small = [mound(m, ground_m, 16, 4, hollow=False) for m in plan.SMALL]
    return {
        "great_mound": mound(plan.GREAT_M, ground_m, 72, 26, hollow=False),
        "chain": merge([*giants, *middle, *small]),
    }


def stones(ground_m: Ground) -> MeshData:
    """Field stones in broken rings round the feet of the larger mounds, some on their slopes."""
    pieces = []
    for number, (x, y, width, height) in enumerate((plan.GREAT_M, *plan.GIANTS, *plan.MIDDLE)):
        count = 96 if number == 0 else 34 if number < 4 else 16
        seed = hashed(f"kurgan stones {number}", count)
        turn = 2 * np.pi * (np.arange(count) + 0.8 * fraction(seed, 1)) / count
        loose = fraction(seed, 3) < 0.3
        share = np.where(loose, 0.3 + 0.65 * fraction(seed, 2), 0.97 + 0.06 * fraction(seed, 2))
        spots = (share * width / 2)[:, None] * np.stack([np.cos(turn), np.sin(turn)], axis=1)
        spots += np.array([x, y])
        kept = fraction(seed, 4) < 0.72
        if number == 0:
            kept &= np.hypot(spots[:, 0] - plan.STAND[0], spots[:, 1] - plan.STAND[1]) > 14.0
        z = ground_m(spots) + height * plan.profile_m(share) + 0.02
        places = np.column_stack([spots, z])[kept]
        size = (0.2 + 0.32 * fraction(seed, 5))[kept]
        pieces.append(
            transform.at(
                stone(number % 3), places, turn_deg=360 * fraction(seed, 6)[kept], scale_by=size
            )
        )
    return merge(pieces)
