"""Steps, ramps and terraces, and the floors that feet stand on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Prism, merge


def straight(
    width_m: float,
    height_m: float,
    count: int,
    paint: Paint,
    *,
    tread_m: float = 0.35,
    y_m: float = 0.0,
    x_m: float = 0.0,
    z_m: float = 0.0,
) -> MeshData:
    """A flight that climbs towards +y and whose top ends at y = `y_m`."""
    rise = height_m / count
    points = [(0.0, 0.0)]
    for step in range(count):
        points += [(step * tread_m, (step + 1) * rise), ((step + 1) * tread_m, (step + 1) * rise)]
    points.append((count * tread_m, 0.0))
    section = np.array(points) + np.array([y_m - count * tread_m, z_m])
    return _pulled(section, x_m - width_m / 2, x_m + width_m / 2, paint)


def _pulled(
    section: npt.NDArray[np.float64], left_m: float, right_m: float, paint: Paint
) -> MeshData:
    """A section in (y, z) pulled along x."""
    path = profile.line((left_m, 0.0), (right_m, 0.0))
    outwards = section * np.array([-1.0, 1.0])
    return extrude.sweep(outwards, path, paint, closed=False, crease_deg=0.0)


def around(
    outline: npt.ArrayLike,
    height_m: float,
    count: int,
    paint: Paint,
    *,
    tread_m: float = 0.35,
    z_m: float = 0.0,
) -> MeshData:
    """Steps all round a platform whose top is `outline`; a closed stack of plates."""
    rise = height_m / count
    plates = [
        extrude.prism(
            profile.offset(outline, (count - 1 - step) * tread_m),
            z_m + step * rise,
            z_m + (step + 1) * rise,
            paint,
            crease_deg=20.0,
        )
        for step in range(count)
    ]
    return merge(plates)


def ramp(
    width_m: float, length_m: float, height_m: float, paint: Paint, *, y_m: float = 0.0
) -> MeshData:
    """A ramp that climbs towards +y and ends at y = `y_m`."""
    section = np.array([(0.0, 0.0), (length_m, height_m), (length_m, 0.0)])
    section = section + np.array([y_m - length_m, 0.0])
    return _pulled(section, -width_m / 2, width_m / 2, paint)


def terrace(
    outline: npt.ArrayLike,
    height_m: float,
    side: Paint,
    floor: Paint,
    *,
    z_m: float = 0.0,
    edge_m: float = 0.12,
) -> MeshData:
    """A platform: walls of one paint, paving of another, a thin slab that stands out."""
    top = z_m + height_m
    wall = extrude.prism(outline, z_m, top - edge_m, side)
    slab = extrude.prism(profile.offset(outline, edge_m / 2), top - edge_m, top, floor)
    return merge([wall, slab])


def straight_floors(
    width_m: float,
    height_m: float,
    count: int,
    *,
    tread_m: float = 0.35,
    y_m: float = 0.0,
    x_m: float = 0.0,
    z_m: float = 0.0,
) -> tuple[Prism, ...]:
    """The floors of `straight` with the same arguments, one a step."""
    rise = height_m / count
    result = []
    for step in range(count):
        near, far = y_m - (count - step) * tread_m, y_m
        plan = profile.rectangle(width_m, far - near, (x_m, (near + far) / 2))
        result.append(floor(plan, z_m + (step + 1) * rise, z_m))
    return tuple(result)


def around_floors(
    outline: npt.ArrayLike, height_m: float, count: int, *, tread_m: float = 0.35, z_m: float = 0.0
) -> tuple[Prism, ...]:
    """The floors of `around` with the same arguments."""
    rise = height_m / count
    return tuple(
        floor(profile.offset(outline, (count - 1 - step) * tread_m), z_m + (step + 1) * rise, z_m)
        for step in range(count)
    )


def floor(outline: npt.ArrayLike, top_m: float, bottom_m: float = -2.0) -> Prism:
    """A walkable prism over an outline."""
    return Prism(profile.counter_clockwise(outline).astype(np.float32), bottom_m, top_m)


def wall_prism(outline: npt.ArrayLike, top_m: float, bottom_m: float = -2.0) -> Prism:
    """A solid that is never entered, for `Collision.solids`."""
    return Prism(profile.counter_clockwise(outline).astype(np.float32), bottom_m, top_m)


def prisms(outlines: Sequence[npt.ArrayLike], top_m: float) -> tuple[Prism, ...]:
    """Solids over several outlines with one height."""
    return tuple(wall_prism(outline, top_m) for outline in outlines)
