"""Basins and fountains; the water stands still, the renderer moves its surface."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

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
    """An upright jet: a slim core, and `sides` threads that leave it and fall around.

    `spread_m` widens the fall; without it the threads land a tenth of the height away.
    """
    h = height_m
    reach = 0.1 * h + spread_m
    section = profile.line((0.014 * h, 0.0), (0.012 * h, 0.55 * h), (0.022 * h, 0.85 * h), (0.0, h))
    core = lathe.lathe(section, SPRAY, sides=5, crease_deg=80.0)
    high = _thread(0.35 * reach, 0.45 * h, 0.94 * h, 0.62 * h, 0.011 * h)
    low = _thread(reach, 0.6 * h, 0.8 * h, 0.0, 0.012 * h)
    return merge(
        [
            core,
            transform.around(high, sides, 0.0),
            transform.around(low, sides, 0.0, start_deg=-90.0 + 180.0 / sides),
        ]
    )


def _thread(
    reach_m: float, from_m: float, top_m: float, to_m: float, thickness_m: float
) -> MeshData:
    """Water that leaves the core at one height, rises to a top and falls to another, to -y."""
    share = np.array([0.0, 0.25, 0.45, 0.7, 1.0])
    peak = 0.42
    rise = top_m - (top_m - from_m) * (1 - share / peak) ** 2
    fall = top_m - (top_m - to_m) * ((share - peak) / (1 - peak)) ** 2
    z = np.where(share < peak, rise, fall)
    return _strand(-reach_m * share, z, thickness_m * (1.2 - 0.5 * share))


def arched_jet(reach_m: float, height_m: float, *, thickness_m: float = 0.08) -> MeshData:
    """A thrown jet from the origin that lands at y = -`reach_m`."""
    share = np.linspace(0.0, 1.0, 9)
    z = 4 * height_m * share * (1 - share)
    return _strand(-reach_m * share, z, thickness_m * (0.5 + 0.8 * share))


def _strand(y: F64, z: F64, width: F64) -> MeshData:
    """A three-sided closed strand through (0, y, z)."""
    count = len(y)
    left, right = np.stack([-width, y, z], axis=1), np.stack([width, y, z], axis=1)
    way = np.stack([np.gradient(y), np.gradient(z)], axis=1)
    way *= (1.5 * width / np.linalg.norm(way, axis=1))[:, None]
    high = np.stack([np.zeros(count), y + way[:, 1], z - way[:, 0]], axis=1)
    ring = np.stack([left, right, high], axis=1).reshape(-1, 3)
    faces = extrude.grid_faces(count, 3, wrap_columns=True)
    cap = np.array([[0, 2, 1]])
    index = np.concatenate([faces[:, ::-1], cap, cap[:, ::-1] + 3 * (count - 1)])
    return solid(ring, index, SPRAY, crease_deg=130.0)


def ring_of_jets(count: int, radius_m: float, height_m: float, *, inwards: bool = True) -> MeshData:
    """Arched jets round a circle that meet in the middle, or fall outwards."""
    one = arched_jet(0.75 * radius_m, height_m)
    if inwards:
        one = transform.turn_z(one, 180.0)
    return transform.around(one, count, radius_m)
