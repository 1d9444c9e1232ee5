"""Roofs that are the lowest of several sloping planes: gabled, hipped, mansard and their kin.

Heights are over the top of the walls; planes lie in the frame of the outline's rectangle.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

F64 = npt.NDArray[np.float64]
SHAPES = ("gabled", "hipped", "half-hipped", "skillion", "round", "gambrel", "mansard", "pyramidal")
ARC_PARTS = 7
FAR = 1.5


@dataclass(frozen=True)
class Frame:
    """The rectangle round an outline: middle, unit vector of the ridge, half sides."""

    middle: F64
    ridge: F64
    half_length_m: float
    half_depth_m: float

    @property
    def across(self) -> F64:
        return np.array([-self.ridge[1], self.ridge[0]])


def frame_of(shape: Any, along: bool, direction_deg: float | None) -> Frame:
    """The frame of an outline, its ridge on the longer side, or across `direction_deg`."""
    corners = shapely.get_coordinates(shapely.minimum_rotated_rectangle(shape))
    if direction_deg is not None:
        slope = math.radians(direction_deg)
        ridge = np.array([math.cos(slope), -math.sin(slope)])
    else:
        sides = np.diff(corners[:3], axis=0)
        lengths = np.hypot(*sides.T)
        longer = int(lengths.argmax()) if along else int(lengths.argmin())
        ridge = sides[longer] / max(float(lengths[longer]), 1e-9)
    across = np.array([-ridge[1], ridge[0]])
    points = shapely.get_coordinates(shape)
    u, v = points @ ridge, points @ across
    middle = ridge * (u.min() + u.max()) / 2.0 + across * (v.min() + v.max()) / 2.0
    return Frame(
        middle, ridge, max(float(np.ptp(u)) / 2.0, 0.05), max(float(np.ptp(v)) / 2.0, 0.05)
    )


def planes_of(roof: str, frame: Frame, rise_m: float) -> F64:
    """(k, 3) planes in world metres: height = a x + b y + c; the roof is the lowest of them."""
    length, depth, h = frame.half_length_m, frame.half_depth_m, rise_m
    local = {
        "gabled": _sides(depth, h),
        "skillion": np.array([[0.0, -h / (2.0 * depth), h / 2.0]]),
        "hipped": np.concatenate([_sides(depth, h), _ends(length, 0.0, h / depth)]),
        "half-hipped": np.concatenate([_sides(depth, h), _ends(length, 0.55 * h, h / depth)]),
        "pyramidal": np.concatenate([_sides(depth, h), _ends(length, 0.0, h / length)]),
        "gambrel": np.concatenate([_sides(depth, 0.65 * h / 0.45), _upper(depth, h)]),
        "mansard": _mansard(length, depth, h),
        "round": _arc(depth, h),
    }[roof]
    return _in_world(local, frame)


def _sides(depth: float, rise: float) -> F64:
    """Two planes that are 0 at the eaves and `rise` above the ridge."""
    return np.array([[0.0, -rise / depth, rise], [0.0, rise / depth, rise]])


def _upper(depth: float, h: float) -> F64:
    slope = 0.35 * h / (0.55 * depth)
    return np.array([[0.0, -slope, h], [0.0, slope, h]])


def _ends(length: float, start: float, slope: float) -> F64:
    return np.array([[-slope, 0.0, start + length * slope], [slope, 0.0, start + length * slope]])


def _mansard(length: float, depth: float, h: float) -> F64:
    """Steep below, flat above, all round."""
    inset = min(0.3 * depth, 1.6)
    steep = 0.8 * h / inset
    flat = 0.2 * h / max(depth - inset, 0.1)
    lower = np.concatenate([_sides(depth, steep * depth), _ends(length, 0.0, steep)])
    upper = np.concatenate([_sides(depth, flat * depth), _ends(length, 0.0, flat)])
    upper[:, 2] += 0.8 * h - inset * flat
    return np.concatenate([lower, upper])


def _arc(depth: float, h: float) -> F64:
    """Chords of a half ellipse across the ridge."""
    turn = np.linspace(0.0, np.pi, ARC_PARTS + 1)
    v, z = depth * np.cos(turn), h * np.sin(turn)
    slope = np.diff(z) / np.diff(v)
    return np.stack([np.zeros(ARC_PARTS), slope, z[:-1] - slope * v[:-1]], axis=1)


def _in_world(local: F64, frame: Frame) -> F64:
    fall = local[:, :1] * frame.ridge + local[:, 1:2] * frame.across
    level = local[:, 2] - fall @ frame.middle
    return np.column_stack([fall, level])


def heights(planes: F64, points: F64) -> F64:
    """(n,) height of the roof over (n, 2) points."""
    return np.asarray((points @ planes[:, :2].T + planes[:, 2]).min(axis=1))


Corner = tuple[float, float]


def fields(planes: F64, shape: Any) -> list[tuple[int, list[Corner] | Any]]:
    """The pieces of a polygon on which each plane is the lowest, with the plane's number.

    A piece of a convex polygon is a list of corners, of any other one a polygon.
    """
    if _convex(shape):
        start = [(x, y) for x, y in shapely.get_coordinates(shape.exterior)[:-1].tolist()]
        return [(number, field) for number, field in _parts(planes, start) if len(field) >= 3]
    west, south, east, north = shape.bounds
    reach = FAR * max(east - west, north - south, 1.0)
    x, y = (west + east) / 2.0, (south + north) / 2.0
    square = [(x - reach, y - reach), (x + reach, y - reach), (x + reach, y + reach),
              (x - reach, y + reach)]  # fmt: skip
    found: list[tuple[int, Any]] = []
    for number, field in _parts(planes, square):
        if len(field) >= 3:
            piece = shapely.intersection(shape, shapely.Polygon(field))
            found += [(number, p) for p in shapely.get_parts(piece)
                      if p.geom_type == "Polygon" and p.area > 1e-3]  # fmt: skip
    return found


def _parts(planes: F64, start: list[Corner]) -> list[tuple[int, list[Corner]]]:
    """The part of a convex polygon under each plane."""
    rows = planes.tolist()
    found = []
    for number, (a, b, c) in enumerate(rows):
        field = start
        for other, (d, e, f) in enumerate(rows):
            if other != number and len(field) >= 3:
                field = clipped(field, (d - a, e - b, f - c))
        found.append((number, field))
    return found


def _convex(shape: Any) -> bool:
    hull = shapely.convex_hull(shape).area
    return not len(shape.interiors) and hull - shape.area < 1e-6 * max(hull, 1.0)


def clipped(polygon: list[Corner], line: tuple[float, float, float]) -> list[Corner]:
    """The part of a convex polygon where a x + b y + c is not negative."""
    a, b, c = line
    side = [a * x + b * y + c for x, y in polygon]
    kept: list[Corner] = []
    for number, ((x, y), here) in enumerate(zip(polygon, side, strict=True)):
        ahead = (number + 1) % len(polygon)
        there = side[ahead]
        if here >= -1e-9:
            kept.append((x, y))
        if (here > 1e-9 and there < -1e-9) or (here < -1e-9 and there > 1e-9):
            t = here / (here - there)
            u, v = polygon[ahead]
            kept.append((x + (u - x) * t, y + (v - y) * t))
    return kept


def gable(planes: F64, start: F64, end: F64, least_m: float = 0.02) -> F64 | None:
    """(k, 2) along the wall and height: the outline of the wall under a roof, None for none."""
    points = np.stack([start, end])
    values = points @ planes[:, :2].T + planes[:, 2]
    low, high = values
    cuts = [0.0, 1.0]
    for i in range(len(planes)):
        gap_a, gap_b = low[i] - low[i + 1 :], high[i] - high[i + 1 :]
        turn = gap_a - gap_b
        t = gap_a[np.abs(turn) > 1e-12] / turn[np.abs(turn) > 1e-12]
        cuts += t[(t > 1e-6) & (t < 1.0 - 1e-6)].tolist()
    along = np.unique(np.round(cuts, 9))
    z = np.maximum((low + (high - low) * along[:, None]).min(axis=1), 0.0)
    if z.max() < least_m:
        return None
    length = float(np.hypot(*(end - start)))
    top = np.stack([along * length, z], axis=1)[::-1]
    return np.concatenate([[[0.0, 0.0], [length, 0.0]], top])
