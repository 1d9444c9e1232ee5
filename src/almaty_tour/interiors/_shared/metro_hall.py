"""Halls of the metro: an island platform with tracks on both sides, under three vaults.

The hall runs from south to north; the platform is z = 0 and its middle the origin. Visitors come
in from the south, where the escalators arrive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.interiors._shared.panels import Gap, floor, lining, stops, wall
from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, Prism, as_part, merge

F64 = npt.NDArray[np.float64]
Point = tuple[float, float]

TRACK_M: Final = 3.6
"""From the edge of the platform to the wall behind the track."""
BED_M: Final = -1.35
RAIL_AT_M: Final = 1.62
"""Middle of the track from the edge of the platform."""
GAUGE_M: Final = 1.52
TUNNEL_M: Final = (3.5, 2.9, 16.0)
"""Width, height over the platform and depth of the openings that trains leave through."""
EDGE = Paint("granite", "#D8D2C4")
TACTILE = Paint("granite", "#B8912F")
CONCRETE, DARK = Paint("concrete", "#6A655E"), Paint("concrete", "#1A1816")
STEEL, OAK = Paint("steel", "#8E8A84"), Paint("oak", "#8A5E3A")


@dataclass(frozen=True)
class Platform:
    """Half the width of the platform, its length and how many bays it has."""

    half_m: float
    length_m: float
    bays: int

    @property
    def bay_m(self) -> float:
        return self.length_m / self.bays

    @property
    def wall_m(self) -> float:
        """Where the walls behind the tracks stand."""
        return self.half_m + TRACK_M

    @property
    def ends_m(self) -> tuple[float, float]:
        return -self.length_m / 2, self.length_m / 2

    def along(self, away_m: float, side: float) -> tuple[Point, Point]:
        """From end to end on one side, 1 to the east; who walks so has the track on the right."""
        low, high = self.ends_m
        ends = ((side * away_m, low), (side * away_m, high))
        return ends if side > 0 else (ends[1], ends[0])

    def middles_m(self) -> F64:
        """(bays,) middles of the bays along y."""
        return np.asarray((np.arange(self.bays) + 0.5) * self.bay_m - self.length_m / 2)

    def joints_m(self) -> F64:
        """(bays - 1,) places between the bays."""
        return np.asarray(np.arange(1, self.bays) * self.bay_m - self.length_m / 2)


def arch(x: tuple[float, float], springs: tuple[float, float], rise: float, parts: int) -> F64:
    """(parts + 1, 2) points (x, z) of a flat arch from one spring to the other."""
    t = np.linspace(0.0, 1.0, parts + 1)
    across = x[0] + (x[1] - x[0]) * (0.5 - 0.5 * np.cos(np.pi * t))
    share = (across - x[0]) / (x[1] - x[0])
    return np.stack(
        [across, springs[0] + (springs[1] - springs[0]) * share + rise * np.sin(np.pi * t)], axis=1
    )


def vault(line: F64, ends_m: tuple[float, float], paint: Paint, cell_m: float = 0.9) -> MeshData:
    """A ceiling of one side under an arch line (x, z), from one end along y to the other."""
    rows = max(2, round((ends_m[1] - ends_m[0]) / cell_m)) + 1
    y = np.repeat(np.linspace(*ends_m, rows), len(line))
    points = np.column_stack([np.tile(line[:, 0], rows), y, np.tile(line[:, 1], rows)])
    made = solid(points, grid_faces(rows, len(line)), paint, crease_deg=60.0)
    return made if made.normals[:, 2].mean() < 0 else _turned_over(made)


def _turned_over(data: MeshData) -> MeshData:
    return replace(data, normals=-data.normals, faces=np.ascontiguousarray(data.faces[:, ::-1]))


def rib(line: F64, y_m: float, wide_m: float, deep_m: float, paint: Paint) -> MeshData:
    """A band that stands out under a vault across the hall."""
    inner = line - np.array([0.0, deep_m])
    outline = profile.counter_clockwise(np.concatenate([line + np.array([0.0, 0.05]), inner[::-1]]))
    return extrude.panel(outline, y_m - wide_m / 2, y_m + wide_m / 2, paint)


def tracks(platform: Platform, walls: Sequence[tuple[float, float, Paint]]) -> MeshData:
    """Both track beds with rails, the edges of the platform, the walls behind in bands."""
    low, high = platform.ends_m
    half, far = platform.half_m, platform.wall_m
    pieces = []
    for side in (-1.0, 1.0):
        near_begin, near_end = platform.along(half, side)
        begin, end = platform.along(far, side)[::-1]
        pieces.append(wall(near_begin, near_end, BED_M, 0.0, CONCRETE))
        pieces += [wall(begin, end, foot, top, paint) for foot, top, paint in walls]
        middle = side * (half + far) / 2
        bed = profile.rectangle(TRACK_M, high - low + 2 * TUNNEL_M[2], (middle, 0.0))
        pieces.append(floor(bed, BED_M, DARK.shaded(1.4), cell_m=2.4))
        pieces += _rails(side * (half + RAIL_AT_M), low - TUNNEL_M[2], high + TUNNEL_M[2])
    return as_part(merge(pieces), "tracks")


def _rails(x: float, low: float, high: float) -> list[MeshData]:
    rails = [
        diced(block((at - 0.04, low, BED_M), (at + 0.04, high, BED_M + 0.22), STEEL), 6.0)
        for at in (x - GAUGE_M / 2, x + GAUGE_M / 2)
    ]
    sleeper = block((-1.25, -0.12, BED_M), (1.25, 0.12, BED_M + 0.08), CONCRETE)
    spots = np.arange(low + 0.5, high, 1.1)
    return [*rails, transform.at(sleeper, np.column_stack([np.full(len(spots), x), spots]))]


def ground(
    platform: Platform, field: Paint, band: Paint, figures: Sequence[F64], figure: Paint
) -> MeshData:
    """The floor: a field with stone figures along the middle, dark borders, edges that warn."""
    low, high = platform.ends_m
    half = platform.half_m
    middle = profile.rectangle(2 * (half - 1.9), high - low, (0.0, 0.0))
    pieces = [floor(middle, 0.0, field, holes=figures)]
    pieces += [floor(one, 0.0, figure) for one in figures]
    under = profile.rectangle(2 * half, high - low)
    pieces.append(floor(under, -0.03, band, cell_m=3.0))
    strips = ((1.9, 1.05, band), (1.05, 0.85, TACTILE), (0.85, 0.45, band), (0.45, 0.0, EDGE))
    for begin, end, paint in strips:
        for side in (-1.0, 1.0):
            at = side * (half - (begin + end) / 2)
            pieces.append(floor(profile.rectangle(begin - end, high - low, (at, 0.0)), 0.0, paint))
    return as_part(merge(pieces), "floor")


def ends(platform: Platform, top_m: float, paint: Paint, opening: Gap | None) -> MeshData:
    """Walls across both ends with the tunnels of the trains; an opening to the south."""
    low, high = platform.ends_m
    half, far = platform.half_m, platform.wall_m
    pieces = [wall((-half, high), (half, high), 0.0, top_m, paint)]
    pieces.append(wall((half, low), (-half, low), 0.0, top_m, paint, [opening] if opening else []))
    gap = Gap(0.0, TUNNEL_M[0], TUNNEL_M[1], BED_M)
    for side in (-1.0, 1.0):
        inner, outer = sorted((side * half, side * far))
        for begin, end in (((inner, high), (outer, high)), ((outer, low), (inner, low))):
            pieces.append(wall(begin, end, BED_M, top_m, paint, [gap]))
            pieces.append(lining(begin, end, gap, TUNNEL_M[2], DARK))
            back = np.array([0.0, TUNNEL_M[2] if begin[1] > 0 else -TUNNEL_M[2]])
            a, b = np.array(begin) + back, np.array(end) + back
            pieces.append(
                wall((float(a[0]), float(a[1])), (float(b[0]), float(b[1])), BED_M, 3.0, DARK)
            )
    return as_part(merge(pieces), "ends")


def bench(x: float, y: float) -> MeshData:
    """A seat of oak on two blocks of stone, along the hall."""
    seat = diced(block((x - 0.26, y - 0.95, 0.40), (x + 0.26, y + 0.95, 0.47), OAK), 0.6)
    feet = [
        block((x - 0.2, y + s * 0.65 - 0.12, 0.0), (x + 0.2, y + s * 0.65 + 0.12, 0.40), EDGE)
        for s in (-1.0, 1.0)
    ]
    return as_part(merge([seat, *feet]), "benches")


def lozenges(length_m: float, high_m: float, paint: Paint) -> MeshData:
    """A row of large and small lozenges just before the plane y = 0, its foot at z = 0."""
    count = round(length_m / (1.6 * high_m))
    middle = (np.arange(count) + 0.5) * length_m / count
    tips = np.array([(-0.6, 0.5), (0.0, 0.0), (0.6, 0.5), (0.0, 1.0)])
    small = (tips - [0.0, 0.5]) * 0.32 + [0.8, 0.5]
    flat = np.stack([middle[:, None, None] * [1.0, 0.0] + one * high_m for one in (tips, small)], 1)
    plan = flat.reshape(-1, 2)
    points = np.column_stack([plan[:, 0], np.full(len(plan), -0.008), plan[:, 1]])
    first = 4 * np.arange(2 * count)[:, None, None]
    faces = (first + np.array([(0, 1, 2), (0, 2, 3)])).reshape(-1, 3)
    return solid(points, faces, paint)


def prism(x: tuple[float, float], y: tuple[float, float], top_m: float = 3.0) -> Prism:
    """What bodies meet of a box."""
    outline = profile.rectangle(
        x[1] - x[0], y[1] - y[0], ((x[0] + x[1]) / 2, (y[0] + y[1]) / 2)
    )  # fmt: skip
    return Prism(outline.astype(np.float32), -2.0, top_m)


def borders(platform: Platform, opening: Gap | None) -> tuple[Prism, ...]:
    """Nobody leaves the platform: its edges, its ends."""
    low, high = platform.ends_m
    half = platform.half_m
    sides = [prism((s * half, s * half + 0.5) if s > 0 else (-half - 0.5, -half), (low, high))
             for s in (-1.0, 1.0)]  # fmt: skip
    north = stops((-half, high), (half, high), 3.0)
    return (*sides, *north, *stops((half, low), (-half, low), 3.0, [opening] if opening else []))
