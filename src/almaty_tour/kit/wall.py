"""Walls with a rhythm of real openings: cut through, with reveals, frames and glass set back.

A wall stands on the local x axis from 0 to its length and looks to -y; `walls` sets such
walls on the edges of an outline.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.opening import Opening, infill
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Placed:
    """An opening in a wall: middle of its foot at (x, z) metres from the wall's lower left."""

    x_m: float
    z_m: float
    opening: Opening


def rhythm(
    length_m: float,
    count: int,
    opening: Opening,
    z_m: float,
    *,
    margin_m: float = 0.0,
) -> tuple[Placed, ...]:
    """`count` equal openings in the middles of equal bays between two margins."""
    bay = (length_m - 2 * margin_m) / count
    return tuple(Placed(margin_m + bay * (i + 0.5), z_m, opening) for i in range(count))


def wall(
    length_m: float,
    height_m: float,
    paint: Paint,
    openings: Sequence[Placed] = (),
    *,
    crease_deg: float = 35.0,
) -> MeshData:
    """A wall front with its openings; bare from behind.

    Openings must lie inside the wall and must not touch. One that stands on the ground
    (z = 0) cuts the lower edge: a door.
    """
    outline, holes = _cut_out(length_m, height_m, openings)
    points, faces = extrude.triangulate(outline, holes)
    flat = np.column_stack([points[:, 0], np.zeros(len(points)), points[:, 1]])
    pieces = [solid(flat, faces, paint)]
    kinds: dict[Opening, list[tuple[float, float, float]]] = {}
    for placed in openings:
        kinds.setdefault(placed.opening, []).append((placed.x_m, 0.0, placed.z_m))
    for opening, places in kinds.items():
        pieces.append(transform.at(infill(opening, paint, crease_deg), places))
    return merge(pieces)


def _cut_out(length_m: float, height_m: float, openings: Sequence[Placed]) -> tuple[F64, list[F64]]:
    """The wall's outline with doors bitten out of its lower edge, and the window holes."""
    foot: list[F64] = [profile.line((0.0, 0.0))]
    holes: list[F64] = []
    for placed in sorted(openings, key=lambda p: p.x_m):
        _must_fit(placed, length_m, height_m)
        shape = placed.opening.outline() + np.array([placed.x_m, placed.z_m])
        if placed.z_m < 1e-6:
            foot.append(np.concatenate([shape[:1], shape[:1:-1], shape[1:2]]))
        else:
            holes.append(shape)
    rest = profile.line((length_m, 0.0), (length_m, height_m), (0.0, height_m))
    return np.concatenate([*foot, rest]), holes


def _must_fit(placed: Placed, length_m: float, height_m: float) -> None:
    half = placed.opening.width_m / 2
    top = placed.z_m + placed.opening.height_m
    if placed.x_m - half < -1e-6 or placed.x_m + half > length_m + 1e-6 or top > height_m + 1e-6:
        raise ValueError(
            f"wall(): opening at x={placed.x_m:.2f} z={placed.z_m:.2f} of {placed.opening.width_m}"
            f" x {placed.opening.height_m} m leaves a wall of {length_m:.2f} x {height_m:.2f} m"
        )


def grid_wall(
    length_m: float,
    height_m: float,
    columns: int,
    rows: int,
    opening: Opening,
    paint: Paint,
    *,
    sill_m: float | None = None,
) -> MeshData:
    """A wall of equal bays, one opening in each: one bay made, then repeated (fast).

    `sill_m` is the height of the opening's foot above the floor of its bay; middle if None.
    """
    across, up = length_m / columns, height_m / rows
    foot = (up - opening.height_m) / 2 if sill_m is None else sill_m
    bay = wall(across, up, paint, [Placed(across / 2, foot, opening)])
    x, z = np.meshgrid(np.arange(columns) * across, np.arange(rows) * up)
    places = np.stack([x.ravel(), np.zeros(x.size), z.ravel()], axis=1)
    return transform.at(bay, places)


def walls(
    outline: npt.ArrayLike,
    height_m: float,
    paint: Paint,
    sides: Mapping[int, Sequence[Placed]] | None = None,
    *,
    z_m: float = 0.0,
) -> MeshData:
    """Walls on every edge of a counter-clockwise outline; `sides` gives openings by edge.

    Edge i runs from point i to point i + 1 and x counts from point i, which is the left end
    for somebody standing outside.
    """
    points = np.asarray(outline, np.float64).reshape(-1, 2)
    pieces = []
    for index, (a, b) in enumerate(zip(points, np.roll(points, -1, axis=0), strict=True)):
        length = float(np.linalg.norm(b - a))
        openings = (sides or {}).get(index, ())
        pieces.append(transform.on_edge(wall(length, height_m, paint, openings), a, b, z_m))
    return merge(pieces)


def edge_length_m(outline: npt.ArrayLike, index: int) -> float:
    """Length of the edge from point `index` to the next."""
    points = np.asarray(outline, np.float64).reshape(-1, 2)
    return float(np.linalg.norm(points[(index + 1) % len(points)] - points[index]))
