"""Upright jets with body, white from far: a swelling column that falls back round itself."""

from __future__ import annotations

from almaty_tour.kit import lathe, profile, transform
from almaty_tour.kit.pool import SPRAY
from almaty_tour.mesh.data import MeshData, merge


def column(height_m: float, radius_m: float, *, sides: int = 6, veil: bool = True) -> MeshData:
    """A jet from z = 0; its `veil` is the water that falls, a fifth of the height lower."""
    h, r = height_m, radius_m
    core = lathe.lathe(
        profile.line((0.55 * r, 0.0), (0.5 * r, 0.6 * h), (0.8 * r, 0.9 * h), (0.0, h)),
        SPRAY,
        sides=sides,
        crease_deg=80.0,
    )
    if not veil:
        return core
    fall = lathe.lathe(
        profile.line((1.7 * r, 0.0), (1.35 * r, 0.35 * h), (0.7 * r, 0.74 * h)),
        SPRAY,
        sides=4,
        crease_deg=0.0,
    )
    threads = [
        transform.move(transform.scale(fall, 0.16, 0.16, 1.0), dx * r, dy * r)
        for dx, dy in ((1.1, 0.2), (-0.7, 0.9), (-0.5, -1.0))
    ]
    return merge([core, *threads])
