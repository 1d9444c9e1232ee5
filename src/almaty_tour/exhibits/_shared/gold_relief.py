"""Beasts and plaques of sheet gold: outlines in the plane, puffed out from behind, cut free.

A `Plan` is a flat shape, a `Piece` a plan that is pushed up to a height, a `Mark` a line chased
into the face. `sheet` makes one closed plate of many pieces: what lies over the back of another
piece keeps its edge, whatever is within no plan is cut away. Plates lie in x-y, face to +z.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.interpolate import CubicSpline
from scipy.ndimage import gaussian_filter, map_coordinates
from scipy.spatial import cKDTree

from almaty_tour.exhibits._shared import gold_contour, patina
from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
Field = Callable[[F64], F64]
"""(n, 2) points to (n,) distances to a contour, negative within."""
Warp = Callable[[F64], F64]
"""(n, 3) points of a flat plate to (n, 3) points of the bent one."""
GOLD = Paint("gold_old", "#D8C496")
SHADOW = "#4A3008"


@dataclass(frozen=True)
class Plan:
    """A flat shape and the corners of the box that holds it."""

    field: Field
    low: tuple[float, float]
    high: tuple[float, float]


@dataclass(frozen=True)
class Piece:
    """A plan pushed up: from `level` at its edge by `puff` more at `width` within it."""

    plan: Plan
    puff: float
    width: float
    level: float = 0.0


@dataclass(frozen=True)
class Mark:
    """A plan drawn into the face: `depth` deep within it, gone at `width` outside it."""

    plan: Plan
    depth: float
    width: float


@dataclass(frozen=True)
class Layer:
    """Pieces that lie over each other by their heights, and the marks on all of them."""

    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...] = ()


Figure = tuple[Layer, ...]
"""A drawn thing: of its layers the highest shows, each with its own marks."""


def figure(pieces: Sequence[Piece], marks: Sequence[Mark] = ()) -> Figure:
    """A drawn thing of one layer."""
    return (Layer(tuple(pieces), tuple(marks)),)


def limb(points: npt.ArrayLike, radii: npt.ArrayLike, steps: int = 6) -> Plan:
    """A smooth line through the points, as thick as told at each, with round ends."""
    knots = np.asarray(points, np.float64).reshape(-1, 2)
    thick = np.broadcast_to(np.asarray(radii, np.float64), len(knots))
    rows = _smooth_line(np.column_stack([knots, thick]), steps)
    line, r = rows[:, :2], np.maximum(rows[:, 2], 0.0)

    def field(p: F64) -> F64:
        near = np.full(len(p), np.inf)
        for a, b, ra, rb in zip(line[:-1], line[1:], r[:-1], r[1:], strict=True):
            way, off = b - a, p - a
            share = np.clip(off @ way / max(float(way @ way), 1e-12), 0.0, 1.0)
            gap = np.hypot(*(off - share[:, None] * way).T)
            near = np.minimum(near, gap - ra - (rb - ra) * share)
        return near

    return _boxed(field, line, float(r.max()))


def _smooth_line(knots: F64, steps: int) -> F64:
    if len(knots) < 3:
        return knots
    at = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(knots[:, :2], axis=0).T) ** 0.7)])
    spans = [np.linspace(a, b, steps, endpoint=False) for a, b in pairwise(at)]
    fine = np.concatenate([*spans, at[-1:]])
    line = np.asarray(CubicSpline(at, knots[:, :2], bc_type="natural")(fine))
    return np.column_stack([line, np.interp(fine, at, knots[:, 2])])


def smooth_path(points: npt.ArrayLike, steps: int = 8) -> F64:
    """A smooth line in space through (k, 3) points."""
    knots = np.asarray(points, np.float64)
    at = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(knots, axis=0), axis=1))])
    fine = np.linspace(0.0, at[-1], steps * (len(knots) - 1) + 1)
    return np.asarray(CubicSpline(at, knots, bc_type="natural")(fine))


def _boxed(field: Field, points: F64, more: float = 0.0) -> Plan:
    low, high = points.min(axis=0) - more, points.max(axis=0) + more
    return Plan(field, (float(low[0]), float(low[1])), (float(high[0]), float(high[1])))


def outline(points: npt.ArrayLike, steps: int = 5) -> Plan:
    """A closed contour: smooth through the points, or straight from one to the next (`steps` 0)."""
    knots = np.asarray(points, np.float64).reshape(-1, 2)
    ring = profile.smooth(knots, steps, closed=True) if steps else knots
    following = np.roll(ring, -1, axis=0)

    def field(p: F64) -> F64:
        gap, odd = np.full(len(p), np.inf), np.zeros(len(p), bool)
        for a, b in zip(ring, following, strict=True):
            way, to = b - a, p - a
            share = np.clip(to @ way / max(float(way @ way), 1e-12), 0.0, 1.0)
            gap = np.minimum(gap, ((to - share[:, None] * way) ** 2).sum(axis=1))
            if a[1] != b[1]:
                reach = to[:, 0] < way[0] * to[:, 1] / way[1]
                odd ^= ((a[1] > p[:, 1]) != (b[1] > p[:, 1])) & reach
        return np.asarray(np.sqrt(gap) * np.where(odd, -1.0, 1.0))

    return _boxed(field, ring)


def disc(x: float, y: float, radius: float) -> Plan:
    """A round."""
    return _boxed(lambda p: np.hypot(*(p - [x, y]).T) - radius, np.array([[x, y]]), radius)


def joined(*plans: Plan, soft: float = 0.0) -> Plan:
    """Plans that melt into each other with a fillet of the size `soft`."""

    def field(p: F64) -> F64:
        result = plans[0].field(p)
        for other in plans[1:]:
            b = other.field(p)
            blend = np.maximum(soft - np.abs(result - b), 0.0) / max(soft, 1e-9)
            result = np.minimum(result, b) - 0.25 * soft * blend * blend
        return result

    corners = np.array([one.low for one in plans] + [one.high for one in plans])
    return _boxed(field, corners, 0.25 * soft)


def _moved(plan: Plan, turn: F64, size: float, by: F64) -> Plan:
    low, high = plan.low, plan.high
    box = np.array([low, (low[0], high[1]), high, (high[0], low[1])])

    def field(p: F64) -> F64:
        return size * plan.field(((p - by) / size) @ turn)

    return _boxed(field, size * box @ turn.T + by)


def placed(
    figure: Figure, x: float = 0.0, y: float = 0.0, size: float = 1.0, turn_deg: float = 0.0,
    *, flip: bool = False,
) -> Figure:  # fmt: skip
    """The figure mirrored across x = 0, turned, grown in all its measures, moved: in this order."""
    c, s = np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))
    turn = np.array([[c, -s], [s, c]]) @ np.diag([-1.0 if flip else 1.0, 1.0])
    by = np.array([x, y])

    def piece(p: Piece) -> Piece:
        plan = _moved(p.plan, turn, size, by)
        return Piece(plan, size * p.puff, size * p.width, size * p.level)

    def mark(m: Mark) -> Mark:
        return Mark(_moved(m.plan, turn, size, by), size * m.depth, size * m.width)

    return tuple(
        Layer(tuple(map(piece, one.pieces)), tuple(map(mark, one.marks))) for one in figure
    )


def raised(figure: Figure, by: float, share: float = 1.0) -> Figure:
    """The figure lying higher by so much, its own relief as a share of what it was."""

    def piece(p: Piece) -> Piece:
        return replace(p, level=by + share * p.level, puff=share * p.puff)

    return tuple(replace(one, pieces=tuple(map(piece, one.pieces))) for one in figure)


def together(*figures: Figure) -> Figure:
    """Several figures as one; each keeps its marks to itself."""
    return tuple(layer for one in figures for layer in one)


def lines(
    paths: Sequence[npt.ArrayLike], depth: float, width: float, radius: float = 0.0
) -> tuple[Mark, ...]:
    """Chased lines, smooth through their points; a depth below 0 stands out."""
    return tuple(Mark(limb(path, radius), depth, width) for path in paths)


@dataclass(frozen=True)
class Grid:
    """A figure sampled: distances and heights (rows along y), its corner and its step."""

    corner: F64
    cell: float
    away: F64
    height: F64

    def cavity(self, points: F64) -> F64:
        """(n,) 0 to 1: how deep between higher places (n, 2) points of the face lie."""
        hollow = gaussian_filter(self.height, 3.0) - self.height
        at = (points - self.corner) / self.cell
        depth = map_coordinates(hollow, at[:, ::-1].T, order=1, mode="nearest")
        return np.asarray(np.clip(depth / (1.2 * self.cell), 0.0, 1.0))


def sampled(figure: Figure, cell: float, cuts: Sequence[Plan] = ()) -> Grid:
    """The figure on a grid of `cell`; `cuts` are holes."""
    pieces = [piece for layer in figure for piece in layer.pieces]
    low = np.min([one.plan.low for one in pieces], axis=0) - 3.5 * cell
    high = np.max([one.plan.high for one in pieces], axis=0) + 3.5 * cell
    count = np.ceil((high - low) / cell).astype(int) + 1
    xs, ys = low[0] + cell * np.arange(count[0]), low[1] + cell * np.arange(count[1])
    points = np.stack(np.meshgrid(xs, ys), axis=2)
    away, height = np.full(points.shape[:2], 8.0 * cell), np.full(points.shape[:2], -9.0)
    for layer in figure:
        _lay(layer, points, low, cell, away, height)
    height = _spread(np.maximum(height, 0.0), away <= 0.0)
    for cut in cuts:
        part, d = _near(cut, points, low, cell, 8)
        away[part] = np.maximum(away[part], -d)
    return Grid(low, cell, away, height)


def _lay(layer: Layer, points: F64, low: F64, cell: float, away: F64, height: F64) -> None:
    """A layer sampled into distances and heights."""
    own = np.full_like(height, -9.0)
    for piece in layer.pieces:
        part, d = _near(piece.plan, points, low, cell, 8)
        away[part] = np.minimum(away[part], d)
        share = 1.0 - np.clip(-d / piece.width, 0.0, 1.0)
        up = piece.level + piece.puff * np.sqrt(1.0 - share * share)
        own[part] = np.where(d <= 0.0, np.maximum(own[part], up), own[part])
    for mark in layer.marks:
        part, d = _near(mark.plan, points, low, cell, 2 + int(mark.width / cell))
        gone = np.clip(1.0 - d / mark.width, 0.0, 1.0)
        own[part] -= mark.depth * gone * gone * (3.0 - 2.0 * gone)
    np.maximum(height, own, out=height)


def _near(
    plan: Plan, points: F64, corner: F64, cell: float, margin: int
) -> tuple[tuple[slice, slice], F64]:
    """The rows and columns about a plan and its distances there."""
    first = np.floor((np.array(plan.low) - corner) / cell).astype(int) - margin
    last = np.ceil((np.array(plan.high) - corner) / cell).astype(int) + margin
    first, last = np.maximum(first, 0), np.maximum(last, 1)
    part = (slice(int(first[1]), int(last[1])), slice(int(first[0]), int(last[0])))
    box = points[part]
    return part, plan.field(box.reshape(-1, 2)).reshape(box.shape[:2])


def _spread(height: F64, within: npt.NDArray[np.bool_], soft: float = 0.75) -> F64:
    """Heights softened a little within the contour, without a fall towards its edge."""
    weight = gaussian_filter(within.astype(np.float64), soft)
    mean = gaussian_filter(np.where(within, height, 0.0), soft) / np.maximum(weight, 1e-6)
    return np.where(weight > 1e-3, mean, 0.0)


def sheet(
    figure: Figure, cell: float, paint: Paint = GOLD, *, cuts: Sequence[Plan] = (),
    rim: float = 0.08, seed: int = 0, grime: float = 0.75, warp: Warp | None = None,
    fine: float = 0.0022,
) -> MeshData:  # fmt: skip
    """A closed plate of the figure, `rim` thick at its edge, its back flat on z = 0.

    `warp` bends the plate; then it is thinned to triangles that keep within `fine` of it.
    """
    grid = sampled(figure, cell, cuts)
    plan, faces = gold_contour.clipped(grid.corner, cell, grid.away)
    at = ((plan - grid.corner) / cell)[:, ::-1].T
    high = rim + np.maximum(map_coordinates(grid.height, at, order=1, mode="nearest"), -0.5 * rim)
    top, back = np.column_stack([plan, high]), np.column_stack([plan, np.zeros(len(plan))])
    points = np.concatenate([top, back])
    placed_points = points if warp is None else warp(points)
    kept, whole = gold_contour.thinned(placed_points, gold_contour.plate(faces), fine)
    made = solid(kept, whole, paint, crease_deg=55.0)
    deep = np.concatenate([grid.cavity(plan), np.zeros(len(plan))])
    _, near = cKDTree(placed_points.astype(np.float32)).query(made.positions)
    return patina.mottled(patina.stained(made, SHADOW, grime * deep[near]), 0.07, 1.2, seed)
