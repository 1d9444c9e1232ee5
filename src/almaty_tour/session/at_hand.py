"""Which landmark a visitor is at: near, before the eyes, and great rather than small."""

from __future__ import annotations

import math

import numpy as np

from almaty_tour.camera.state import CameraState
from almaty_tour.session.world import World

BESIDE = 4.0
"""How many times its distance a place seems farther that lies beside or behind."""


def at_hand(
    world: World, camera: CameraState, sizes: float = np.inf, chosen: str | None = None
) -> str | None:
    """The landmark whose distance counts least in its own size and by where it lies.

    Args:
        sizes: only those within so many times their height and radius count.
        chosen: comes before all others as long as it counts.

    Returns None where none counts.
    """
    names, table = world.place_names, world.place_table
    if not names:
        return None
    x, y, _ = camera.position_enu
    xs, ys, reach_m, weight = table
    east, north = xs - x, ys - y
    away_m = np.hypot(east, north)
    ahead = east * math.sin(camera.heading_rad) + north * math.cos(camera.heading_rad)
    ahead = np.maximum(ahead / np.maximum(away_m, 1.0), 0.0)
    turned = 1.0 + BESIDE * (1.0 - ahead * ahead)
    cost = away_m * turned * weight
    cost[away_m >= sizes * reach_m] = np.inf
    if chosen and chosen in world.places and np.isfinite(cost[names.index(chosen)]):
        return chosen
    best = int(cost.argmin())
    return names[best] if np.isfinite(cost[best]) else None
