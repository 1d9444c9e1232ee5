"""Basins and fountains; the water stands still, the renderer moves its surface."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

WATER = Paint("pool_water")
SPRAY = Paint("fountain_spray")


def basin(
    outline: npt.ArrayLike,
    rim: Paint,
    *,
    rim_m: float = 0.4,
    height_m: float = 0.45,
    water_m: float = 0.3,
    z_m: float = 0.0,
    bed: Paint | None = None,
) -> MeshData:
    """A pool: a moulded rim on the outline, water inside it at `water_m` above z."""
    section = profile.joined(
        profile.line((0.0, 0.0), (0.0, height_m - 0.12), (0.06, height_m - 0.1)),
        profile.line((0.06, height_m), (-rim_m, height_m), (-rim_m, 0.0)),
    )
    inner = profile.offset(outline, -0.9 * rim_m)
    pieces = [
        extrude.sweep(section, outline, rim, z_m=z_m),
        extrude.sheet(inner, z_m + water_m, WATER),
    ]
    if bed is not None:
        pieces.append(extrude.sheet(inner, z_m + 0.02, bed))
    return merge(pieces)


def bowl(
    radius_m: float, height_m: float, paint: Paint, *, sides: int = 24, water: bool = True
) -> MeshData:
    """A stone bowl on a foot, filled; its rim is at `height_m`."""
    r, h = radius_m, height_m
    section = profile.smooth(
        profile.line((0.42 * r, 0.0), (0.3 * r, 0.12 * h), (0.2 * r, 0.45 * h), (0.3 * r, 0.62 * h),
                     (0.75 * r, 0.8 * h), (r, h)), 3
    )  # fmt: skip
    outer = np.concatenate([section, [[0.94 * r, h], [0.9 * r, 0.93 * h], [0.0, 0.9 * h]]])
    pieces = [lathe.lathe(outer, paint, sides=sides)]
    if water:
        disc = profile.circle(0.92 * r, sides)
        pieces.append(extrude.sheet(disc, 0.965 * h, WATER))
    return merge(pieces)


def jet(height_m: float, *, spread_m: float = 0.0, sides: int = 8) -> MeshData:
    """An upright jet that breaks at its top and falls; `spread_m` widens the fall."""
    h = height_m
    w = 0.06 * h + spread_m
    section = profile.smooth(
        profile.line((0.02 * h, 0.0), (0.025 * h, 0.5 * h), (0.05 * h, 0.86 * h),
            (0.04 * h, 0.96 * h),
                     (0.0, h)), 2
    )  # fmt: skip
    fall = profile.smooth(
        profile.line((w, 0.0), (0.85 * w, 0.35 * h), (0.6 * w, 0.65 * h), (0.2 * w, 0.93 * h)), 2
    )
    core = lathe.lathe(section, SPRAY, sides=sides)
    veil = lathe.lathe(fall, SPRAY, sides=sides, caps=False)
    return merge([core, veil])


def arched_jet(reach_m: float, height_m: float, *, thickness_m: float = 0.08) -> MeshData:
    """A thrown jet from the origin that lands at y = -`reach_m`."""
    share = np.linspace(0.0, 1.0, 9)
    y, z = -reach_m * share, 4 * height_m * share * (1 - share)
    width = thickness_m * (0.5 + 0.8 * share)
    left = np.stack([-width, y, z], axis=1)
    right = np.stack([width, y, z], axis=1)
    low = np.stack([np.zeros(9), y, z - width], axis=1)
    high = np.stack([np.zeros(9), y, z + width], axis=1)
    ring = np.stack([left, low, right, high], axis=1).reshape(-1, 3)
    faces = extrude.grid_faces(9, 4, wrap_columns=True)
    cap = np.array([[0, 2, 1], [0, 3, 2]])

    last = 4 * 8
    return solid(ring, np.concatenate([faces[:, ::-1], cap, cap[:, ::-1] + last]), SPRAY)


def ring_of_jets(count: int, radius_m: float, height_m: float, *, inwards: bool = True) -> MeshData:
    """Arched jets round a circle that meet in the middle, or fall outwards."""
    one = arched_jet(0.75 * radius_m, height_m)
    if inwards:
        one = transform.turn_z(one, 180.0)
    return transform.around(one, count, radius_m)
