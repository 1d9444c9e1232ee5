"""Where exhibits were found: on the ground that can be flown over, or beyond its edge."""

from __future__ import annotations

from typing import Final

from almaty_tour.base.errors import SettingError
from almaty_tour.camera.view import EyeTarget, placed_view
from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.geo.frame import to_local
from almaty_tour.session.world import World

MARGIN_M: Final = 2_000.0
"""Nearer to the edge of the fine ground nobody is led."""
FROM_DEG, AWAY_M, ABOVE_M = 350.0, 900.0, 260.0
"""The view of a find place: from the north, with the mountains behind it."""


def can_be_flown_to(world: World, spec: ExhibitSpec) -> bool:
    """Whether the find place is known, exact and on the fine ground."""
    if spec.find_deg is None or not spec.find_exact:
        return False
    x, y = (float(one) for one in to_local(*spec.find_deg))
    inner = world.terrain.inner
    east_m = inner.west_m + inner.cell_m * (inner.columns - 1)
    north_m = inner.south_m + inner.cell_m * (inner.rows - 1)
    return (
        inner.west_m + MARGIN_M < x < east_m - MARGIN_M
        and inner.south_m + MARGIN_M < y < north_m - MARGIN_M
    )


def find_view(world: World, exhibit: str) -> EyeTarget:
    """A view of the place where an exhibit was found; SettingError where none leads there."""
    if exhibit not in world.exhibits:
        raise SettingError.unknown("exhibit", exhibit, world.exhibits)
    spec = world.exhibits[exhibit]
    if spec.find_deg is None or not can_be_flown_to(world, spec):
        raise SettingError(f"{exhibit} was not found where the tour can fly: see it on the map")
    x, y = (float(one) for one in to_local(*spec.find_deg))
    return placed_view((x, y, float(world.ground(x, y))), FROM_DEG, AWAY_M, ABOVE_M)
