"""Places whose ground stays as it was: landmarks built on their land, and lakes.

Most landmarks stand on level pads, which are laid over any ground. Some, such as a lake or a
dam, have shores and paths modelled on the shipped land beyond their pads: under these the
shipped form of the land is kept and joined to the new one. Trees are no reason to keep it,
they are put on the new ground when they are loaded (`session.draped`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.content.ground import level_ground
from almaty_tour.content.load import load_landmarks
from almaty_tour.content.model import LandmarkSpec
from almaty_tour.geo.frame import to_local, yaw_of_bearing_rad
from almaty_tour.geo.grid import F32, F64, Lattice, split
from almaty_tour.geo.pads import Pad
from almaty_tour.geo.terrain import Surface, Terrain
from almaty_tour.mesh.cache import load_model

Bools = npt.NDArray[np.bool_]

JOIN_M: Final = 60.0
NEAR_GROUND_M: Final = 3.0
BEYOND_PAD_M: Final = 15.0
LEAST_VERTICES: Final = 100
LAKE_SHARE: Final = 0.4
RISES_M: Final = 14.0
SHORE_M: Final = 40.0
_SANE_LEVEL_M: Final = 25.0
_SHORE_OVER_M: Final = 4.0


def kept(assets: Path, shipped: Terrain, heights: F32) -> tuple[F32, Bools, tuple[str, ...]]:
    """New heights with the shipped form of the land under landmarks built on it.

    Returns the heights, the nodes that are kept, and the ids of these landmarks.
    """
    landmarks, _ = load_landmarks(assets / "content")
    pads = {name: level_ground(spec) for name, spec in landmarks.items()}
    flat = shipped.flattened([pad for some in pads.values() for pad in some])
    result, everyone, names = heights, np.zeros(heights.shape, bool), []
    for name, spec in sorted(landmarks.items()):
        spots = _off_pads(assets, spec, flat, pads[name])
        if len(spots) < LEAST_VERTICES:
            continue
        mask = _nodes(shipped.inner, spots, pads[name])
        mask &= ~_mountainside(shipped, heights, mask)
        if not mask.any():
            continue
        moves = all(pad.height_m is None for pad in pads[name])
        shift = float(np.median((heights - shipped.heights)[mask])) if moves else 0.0
        result = joined(shipped.inner, result, shipped.heights + np.float32(shift), mask)
        everyone |= mask
        names.append(name)
    return result, everyone, tuple(names)


def _mountainside(shipped: Terrain, heights: F32, mask: Bools) -> Bools:
    """Nodes of a lake's land where the real shore rises out of what is modelled as water.

    There the new land simply stands in the water. Other landmarks have none.
    """
    wet = mask & (shipped.surface == Surface.WATER)
    if wet.sum() < LAKE_SHARE * mask.sum():
        return np.zeros(mask.shape, bool)
    return np.asarray(heights > float(np.median(shipped.heights[wet])) + RISES_M)


def _off_pads(assets: Path, spec: LandmarkSpec, flat: Terrain, pads: list[Pad]) -> F64:
    """(n, 2) vertices of a model that stand near the ground beyond its own pads, world."""
    nothing = np.zeros((0, 2))
    if not spec.model:
        return nothing
    try:
        points = _vertices(assets / "models" / spec.model)
    except AlmatyTourError:
        return nothing  # the viewer tells of it
    x, y = (float(value) for value in to_local(spec.latitude_deg, spec.longitude_deg))
    turn = yaw_of_bearing_rad(spec.bearing_deg)
    rotation = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    world = points[:, :2] @ rotation + np.array([x, y])
    over = points[:, 2] + float(flat.height_m(x, y)) - flat.height_m(world[:, 0], world[:, 1])
    free = np.abs(over) < NEAR_GROUND_M
    for pad in pads:
        away = np.hypot(world[:, 0] - pad.x_m, world[:, 1] - pad.y_m)
        free &= away > pad.radius_m + BEYOND_PAD_M
    return np.asarray(world[free])


def _nodes(lattice: Lattice, spots: F64, pads: list[Pad]) -> Bools:
    """Corners of the squares that spots lie in, nodes under the pads, and what these enclose."""
    inside = lattice.contains(spots[:, 0], spots[:, 1])
    mask = np.zeros(lattice.shape, bool)
    column, _ = split((spots[inside, 0] - lattice.west_m) / lattice.cell_m, lattice.columns - 1)
    row, _ = split((spots[inside, 1] - lattice.south_m) / lattice.cell_m, lattice.rows - 1)
    for up, right in ((0, 0), (0, 1), (1, 0), (1, 1)):
        mask[row + up, column + right] = True
    x = lattice.west_m + lattice.cell_m * np.arange(lattice.columns)
    y = lattice.south_m + lattice.cell_m * np.arange(lattice.rows)
    for pad in pads:
        reach = pad.radius_m + BEYOND_PAD_M
        rows, columns = _reach(y, pad.y_m, reach), _reach(x, pad.x_m, reach)
        away = np.hypot(x[columns][None, :] - pad.x_m, y[rows][:, None] - pad.y_m)
        mask[rows, columns] |= away <= reach
    return np.asarray(ndimage.binary_fill_holes(mask))


def _reach(values: npt.NDArray[np.floating], middle: float, reach: float) -> slice:
    first, last = np.searchsorted(values, [middle - reach, middle + reach])
    return slice(int(first), int(last))


def joined(lattice: Lattice, heights: F32, other: F32, mask: Bools, join_m: float = JOIN_M) -> F32:
    """`other` inside the mask, `heights` beyond `join_m`, a smooth way between."""
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    margin = int(np.ceil(join_m / lattice.cell_m)) + 1
    window = (
        slice(max(int(rows[0]) - margin, 0), int(rows[-1]) + margin + 1),
        slice(max(int(columns[0]) - margin, 0), int(columns[-1]) + margin + 1),
    )
    away = ndimage.distance_transform_edt(~mask[window]) * lattice.cell_m
    share = np.clip(1.0 - away / join_m, 0.0, 1.0).astype(np.float32)
    share = share * share * (3.0 - 2.0 * share)
    result = heights.copy()
    result[window] += share * (other[window] - heights[window])
    return result


def lakes_levelled(shipped: Terrain, heights: F32, covered: Bools) -> tuple[F32, Bools]:
    """Known lakes that are covered by files made level again, and where all water is.

    A lake takes the lower quartile of what was measured inside its known outline, unless
    that is more than 25 m from the known level. What lies higher than 4 m above the level
    is land, whatever the outline says.
    """
    lakes, count = ndimage.label(shipped.surface == Surface.WATER)
    result, wet = heights, np.zeros(heights.shape, bool)
    for number in range(1, count + 1):
        mask = lakes == number
        if not (mask & covered).any():
            wet |= mask
            continue
        known = float(np.median(shipped.heights[mask]))
        level = float(np.percentile(heights[mask], 25.0))
        level = level if abs(level - known) <= _SANE_LEVEL_M else known
        mask &= heights <= level + _SHORE_OVER_M
        if mask.any():
            flat = np.full_like(heights, level)
            result = joined(shipped.inner, result, flat, mask, SHORE_M)
            wet |= mask
    return result, wet


def _vertices(path: Path) -> F64:
    """(n, 3) vertices of the finest level of a model, own frame."""
    return np.asarray(load_model(path).levels[0].mesh.positions, np.float64)
