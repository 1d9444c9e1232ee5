"""Which landmark a visitor is at: near, before the eyes, and great rather than small."""

from __future__ import annotations

import numpy as np

from almaty_tour.camera.state import CameraState
from almaty_tour.session.world import World

SMALLEST_M = 60.0
BESIDE = 4.0
"""How many times its distance a place seems farther that lies beside or behind."""
PLACE = 4.0
"""How many times farther a park or square seems than what stands in it."""


def at_hand(
    world: World, camera: CameraState, sizes: float = np.inf, chosen: str | None = None
) -> str | None:
    """The landmark whose distance counts least in its own size and by where it lies.

    Args:
        sizes: only those within so many times their height and radius count.
        chosen: comes before all others as long as it counts.

    Returns None where none counts.
    """
    if not world.places:
        return None
    places = list(world.places.values())
    x, y, _ = camera.position_enu
    offset = np.array([(place.x_m - x, place.y_m - y) for place in places])
    size_m = np.array([max(place.height_m, place.radius_m) for place in places])
    away_m = np.hypot(offset[:, 0], offset[:, 1])
    gaze = np.array([np.sin(camera.heading_rad), np.cos(camera.heading_rad)])
    ahead = offset @ gaze / np.maximum(away_m, 1.0)
    turned = np.where(ahead > 0.0, 1.0 + BESIDE * (1.0 - ahead**2), 1.0 + BESIDE)
    specs = [world.landmarks[place.id] for place in places]
    rank = np.array([np.sqrt(spec.tier) * (PLACE if spec.members else 1.0) for spec in specs])
    cost = away_m / (SMALLEST_M + size_m) * turned * rank
    reach_m = np.array([place.height_m + place.radius_m for place in places])
    cost[away_m >= sizes * reach_m] = np.inf
    if chosen and chosen in world.places and np.isfinite(cost[list(world.places).index(chosen)]):
        return chosen
    best = int(cost.argmin())
    return places[best].id if np.isfinite(cost[best]) else None
