"""What trays on stands share: a flat dish with a low rim, and stands of crossing bars."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared.bronze_cast import BRONZE, aged, cast
from almaty_tour.exhibits._shared.vessel import by_hand, vessel
from almaty_tour.kit import sdf, tube
from almaty_tour.kit.sdf import Field
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]


def dish(
    radius: float, rim: float, *, wall: float = 0.5, seed: int = 5, green: float = 0.7
) -> MeshData:
    """A round dish: its underside on z = 0, its lip `rim` higher, everted a little."""
    away = radius * np.array([0.001, 0.55, 0.90, 0.955, 0.965, 1.0])
    outer = np.column_stack([away, [0.0, 0.05, 0.12, 0.35 * rim, 0.75 * rim, rim]])
    made = by_hand(vessel(outer, wall, BRONZE, sides=144), 0.08, 6.0, seed)
    return aged(made, seed, green=green, spot_cm=6.0)


def arches(
    foot: float, top: float, height: float, *, count: int = 6, span_deg: float = 120.0,
    thick: float = 0.6, seed: int = 9,
) -> MeshData:  # fmt: skip
    """A stand of arched bands that cross: each rises from the floor and comes down again."""
    share = np.linspace(0.0, 1.0, 41)
    rise = np.sin(np.pi * share) ** 0.62
    away = foot + (top - foot) * rise
    bands = []
    for start in np.arange(count) * (360.0 / count) - 90.0 - span_deg / 2.0:
        turn = np.radians(start + span_deg * share)
        line = [away * np.cos(turn), away * np.sin(turn), thick + (height - thick) * rise]
        bands.append(tube.tube(np.stack(line, axis=1), thick, BRONZE, sides=10, crease_deg=60.0))
    return aged(merge(bands), seed, spot_cm=5.0)


def crossing(
    foot: float, top: float, height: float, *, count: int = 6, twist_deg: float = 110.0,
    thick: float = 0.42, seed: int = 9,
) -> MeshData:  # fmt: skip
    """A stand of thin bars that lean either way and cross twice, spread out on the floor."""
    share = np.linspace(0.0, 1.0, 33)
    away = top + (foot - top) * (1.0 - share) ** 1.3
    bars = []
    for way in (-1.0, 1.0):
        for start in np.radians(np.arange(count) * (360.0 / count) - 90.0):
            turn = start + way * np.radians(twist_deg) * share
            line = [away * np.cos(turn), away * np.sin(turn), thick + (height - thick) * share]
            bars.append(tube.tube(np.stack(line, axis=1), thick, BRONZE, sides=8, crease_deg=60.0))
    return aged(merge(bars), seed, spot_cm=5.0)


def pierced_cone(
    line: list[tuple[float, float]], rows: list[tuple[float, float, float]], count: int, *,
    wall: float = 0.9, seed: int = 9,
) -> MeshData:  # fmt: skip
    """A hollow foot along a (radius, height) line with staggered rows of diamond holes.

    `rows` are (height of the middle, half width, half height) of the holes, `count` a row.
    """
    outer = np.array(line)
    longer = np.array([0.0, 2.0])
    inner = np.vstack([outer[0] - longer, outer, outer[-1] + longer]) - [wall, 0.0]
    shell = sdf.subtract(sdf.revolved(outer), sdf.revolved(inner), 0.1)
    field = sdf.subtract(shell, _diamonds(outer, rows, count), 0.15)
    reach, top = float(outer[:, 0].max()) + 1.0, float(outer[-1, 1]) + 1.0
    made = cast(field, (-reach, -reach, -1.0), (reach, reach, top), 0.27, triangles=18_000)
    return aged(made, seed, spot_cm=5.0)


def _diamonds(outer: F64, rows: list[tuple[float, float, float]], count: int) -> Field:
    step = 2.0 * np.pi / count

    def field(p: F64) -> F64:
        turn = np.arctan2(p[:, 1], p[:, 0])
        away = np.interp(p[:, 2], outer[:, 1], outer[:, 0])
        found = np.full(len(p), np.inf)
        for k, (z, wide, high) in enumerate(rows):
            side = ((turn / step + 0.5 * (k % 2)) % 1.0 - 0.5) * step * away
            lozenge = np.abs(side) / wide + np.abs(p[:, 2] - z) / high - 1.0
            found = np.minimum(found, 0.65 * min(wide, high) * lozenge)
        return found

    return field
