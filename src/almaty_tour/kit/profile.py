"""Lines and outlines in the plane, (k, 2) f8 metres: the drawings everything is made from.

Three kinds, told apart by use:
- an *outline* is closed, counter-clockwise, its last point is not repeated;
- a *section* for `lathe` is open, (radius, height), from the bottom up;
- a *moulding* for `sweep` is open, (outwards, height), from the bottom up.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
Point = tuple[float, float]


def line(*points: Point) -> F64:
    """The points as an array."""
    return np.array(points, np.float64).reshape(-1, 2)


def joined(*pieces: npt.ArrayLike) -> F64:
    """One line of several; points that repeat their forerunner are left out."""
    points = np.concatenate([np.asarray(piece, np.float64).reshape(-1, 2) for piece in pieces])
    step = np.linalg.norm(np.diff(points, axis=0), axis=1)
    result: F64 = points[np.concatenate([[True], step > 1e-7])]
    return result


def arc(
    centre: Point, radius_m: float | Point, start_deg: float, end_deg: float, steps: int = 8
) -> F64:
    """An arc of `steps` chords; two radii make it elliptic."""
    angle = np.radians(np.linspace(start_deg, end_deg, steps + 1))
    across, up = (radius_m, radius_m) if isinstance(radius_m, (int, float)) else radius_m
    return np.stack([centre[0] + across * np.cos(angle), centre[1] + up * np.sin(angle)], axis=1)


def smooth(points: npt.ArrayLike, steps: int = 4, *, closed: bool = False) -> F64:
    """A Catmull-Rom line through the points, `steps` chords to a span."""
    knots = np.asarray(points, np.float64).reshape(-1, 2)
    if closed:
        ring = np.concatenate([knots[-1:], knots, knots[:2]])
    else:
        ring = np.concatenate([2 * knots[:1] - knots[1:2], knots, 2 * knots[-1:] - knots[-2:-1]])
    p0, p1, p2, p3 = ring[:-3, None], ring[1:-2, None], ring[2:-1, None], ring[3:, None]
    t = (np.arange(steps) / steps)[None, :, None]
    span = 0.5 * (
        2 * p1
        + (p2 - p0) * t
        + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
        + (3 * p1 - p0 - 3 * p2 + p3) * t**3
    )
    dense = span.reshape(-1, 2)
    return dense if closed else np.concatenate([dense, knots[-1:]])


# Outlines ---------------------------------------------------------------------------------


def rectangle(width_m: float, depth_m: float, centre: Point = (0.0, 0.0)) -> F64:
    """A rectangle about `centre`, beginning at its lower left corner."""
    x, y = width_m / 2, depth_m / 2
    result: F64 = line((-x, -y), (x, -y), (x, y), (-x, y)) + np.array(centre)
    return result


def rounded_rectangle(
    width_m: float, depth_m: float, radius_m: float, steps: int = 4, centre: Point = (0.0, 0.0)
) -> F64:
    """A rectangle with round corners."""
    x, y = width_m / 2 - radius_m, depth_m / 2 - radius_m
    corners = [((x, -y), -90.0), ((x, y), 0.0), ((-x, y), 90.0), ((-x, -y), 180.0)]
    pieces = [arc(at, radius_m, start, start + 90.0, steps) for at, start in corners]
    result: F64 = joined(*pieces) + np.array(centre)
    return result


def notched(width_m: float, depth_m: float, notch_m: float | Point) -> F64:
    """A rectangle whose four corners are cut out squarely (a Greek cross when large)."""
    a, b = (notch_m, notch_m) if isinstance(notch_m, (int, float)) else notch_m
    x, y = width_m / 2, depth_m / 2
    quarter = [(x, -y + b), (x, y - b), (x - a, y - b), (x - a, y)]
    half = [*quarter, (-x + a, y), (-x + a, y - b), (-x, y - b)]
    rest = [(-x, -y + b), (-x + a, -y + b), (-x + a, -y), (x - a, -y), (x - a, -y + b)]
    return line(*half, *rest)


def chamfered(width_m: float, depth_m: float, cut_m: float) -> F64:
    """A rectangle with its corners cut at 45 degrees."""
    x, y, c = width_m / 2, depth_m / 2, cut_m
    return line(
        (-x + c, -y), (x - c, -y), (x, -y + c), (x, y - c),
        (x - c, y), (-x + c, y), (-x, y - c), (-x, -y + c),
    )  # fmt: skip


def regular(sides: int, radius_m: float, turn_deg: float = 0.0) -> F64:
    """A regular polygon by its corner radius; the first corner lies at `turn_deg` from +x."""
    angle = np.radians(turn_deg) + np.arange(sides) * (2 * np.pi / sides)
    return radius_m * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def circle(radius_m: float, steps: int = 32) -> F64:
    """A circle as a polygon."""
    return regular(steps, radius_m)


def ellipse(radius_x_m: float, radius_y_m: float, steps: int = 32) -> F64:
    """An ellipse as a polygon."""
    result: F64 = regular(steps, 1.0) * np.array([radius_x_m, radius_y_m])
    return result


def star(points: int, outer_m: float, inner_m: float, turn_deg: float = 90.0) -> F64:
    """A star outline; the first tip lies at `turn_deg` from +x."""
    angle = np.radians(turn_deg) + np.arange(2 * points) * (np.pi / points)
    radius = np.where(np.arange(2 * points) % 2 == 0, outer_m, inner_m)
    result: F64 = radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return result


def offset(outline: npt.ArrayLike, distance_m: float) -> F64:
    """The outline moved outwards (inwards when negative) with mitred corners."""
    points = np.asarray(outline, np.float64).reshape(-1, 2)
    return points + distance_m * mitres(points, closed=True)


def mitres(points: F64, *, closed: bool) -> F64:
    """(k, 2) outward steps that keep parallel sides one metre apart; outwards is rightwards."""
    step = np.roll(points, -1, axis=0) - points if closed else np.diff(points, axis=0)
    step = step / np.maximum(np.linalg.norm(step, axis=1, keepdims=True), 1e-12)
    right = np.stack([step[:, 1], -step[:, 0]], axis=1)
    if closed:
        before, after = np.roll(right, 1, axis=0), right
    else:
        before = np.concatenate([right[:1], right])
        after = np.concatenate([right, right[-1:]])
    result: F64 = (before + after) / np.maximum(
        1.0 + (before * after).sum(axis=1, keepdims=True), 0.1
    )
    return result


def area_m2(outline: npt.ArrayLike) -> float:
    """Signed area, positive when counter-clockwise."""
    p = np.asarray(outline, np.float64).reshape(-1, 2)
    q = np.roll(p, -1, axis=0)
    return float((p[:, 0] * q[:, 1] - q[:, 0] * p[:, 1]).sum() / 2)


def counter_clockwise(outline: npt.ArrayLike) -> F64:
    """The outline in counter-clockwise order."""
    points = np.asarray(outline, np.float64).reshape(-1, 2)
    return points if area_m2(points) >= 0 else points[::-1].copy()


# Arch heads and openings --------------------------------------------------------------------


def arch_head(head: str, width_m: float, rise_m: float | None = None, steps: int = 10) -> F64:
    """The curve over an opening from the right springing (w/2, 0) to the left (-w/2, 0).

    `head`: "flat"; "round" (rise w/2, or elliptic with another rise); "segment" (rise w/5);
    "pointed" (two arcs, rise 0.87 w); "keel" (ogee tip, rise 0.8 w); "horseshoe" (wider than
    its opening, rise 0.75 w); "persian" (four-centred: round haunches, straight to the tip,
    rise 0.55 w).
    """
    half = width_m / 2
    if head == "flat":
        return line((half, 0.0), (-half, 0.0))
    default = {"round": 0.5, "segment": 0.2, "pointed": 0.87, "keel": 0.8}
    default |= {"horseshoe": 0.75, "persian": 0.55}
    if head not in default:
        raise ValueError(f"arch_head(): head must be flat or one of {sorted(default)}, got {head}")
    rise = default[head] * width_m if rise_m is None else rise_m
    if head == "round":
        return arc((0.0, 0.0), (half, rise), 0.0, 180.0, 2 * steps)
    right = _right_half(head, half, rise, steps)
    return joined(right, right[::-1] * np.array([-1.0, 1.0]))


def _right_half(head: str, half: float, rise: float, steps: int) -> F64:
    if head == "segment":
        return _segment_half(half, rise, steps)
    if head == "pointed":
        return _pointed_half(half, rise, steps)
    if head == "horseshoe":
        radius = half * 1.12
        drop = np.sqrt(radius**2 - half**2)
        low = np.degrees(np.arctan2(-drop, half))
        ring = arc((0.0, float(drop)), radius, float(low), 90.0, steps)
        result: F64 = ring * np.array([1.0, rise / ring[-1, 1]])
        return result
    knots = {
        "keel": [(1, 0), (1.0, 0.2), (0.9, 0.42), (0.68, 0.6), (0.36, 0.73), (0.13, 0.85), (0, 1)],
        "persian": [(1, 0), (0.98, 0.22), (0.88, 0.45), (0.68, 0.63), (0.36, 0.82), (0, 1)],
    }[head]
    per_span = max(1, round(steps / (len(knots) - 1)))
    return smooth(np.array(knots) * np.array([half, rise]), per_span)


def _segment_half(half: float, rise: float, steps: int) -> F64:
    radius = (half**2 + rise**2) / (2 * rise)
    low = np.degrees(np.arctan2(radius - rise, half))
    return arc((0.0, rise - radius), radius, float(low), 90.0, steps)


def _pointed_half(half: float, rise: float, steps: int) -> F64:
    radius = (half**2 + rise**2) / (2 * half)
    high = np.degrees(np.arctan2(rise, radius - half))
    return arc((half - radius, 0.0), radius, 0.0, float(high), steps)


def opening(
    head: str,
    width_m: float,
    height_m: float,
    rise_m: float | None = None,
    steps: int = 6,
) -> F64:
    """Outline of a window or door: feet at (±w/2, 0), crown at `height_m`."""
    curve = arch_head(head, width_m, rise_m, steps)
    spring = height_m - float(curve[:, 1].max())
    if spring < -1e-9:
        raise ValueError(f"opening(): the head is {-spring:.2f} m higher than {height_m} m")
    feet = line((-width_m / 2, 0.0), (width_m / 2, 0.0))
    points = joined(feet, curve + np.array([0.0, spring]))
    return points[:-1] if np.linalg.norm(points[-1] - points[0]) < 1e-7 else points


# Mouldings ----------------------------------------------------------------------------------


def fillet(height_m: float, out_m: float) -> F64:
    """A plain band."""
    return line((0.0, 0.0), (out_m, 0.0), (out_m, height_m), (0.0, height_m))


def cyma(height_m: float, out_m: float, steps: int = 6) -> F64:
    """An S curve from (0, 0) to (out, height), hollow above (cyma recta)."""
    t = np.linspace(0.0, 1.0, steps + 1)
    return np.stack([out_m * (t - np.sin(2 * np.pi * t) / (2 * np.pi)), height_m * t], axis=1)


def cavetto(height_m: float, out_m: float, steps: int = 5) -> F64:
    """A hollow quarter round from (0, 0) to (out, height)."""
    return arc((out_m, 0.0), (-out_m, height_m), 0.0, 90.0, steps)


def ovolo(height_m: float, out_m: float, steps: int = 5) -> F64:
    """A swelling quarter round from (0, 0) to (out, height)."""
    return arc((0.0, height_m), (out_m, -height_m), 90.0, 0.0, steps)


def torus(height_m: float, out_m: float, steps: int = 6) -> F64:
    """A half round band that stands `out_m` before the wall."""
    return arc((0.0, height_m / 2), (out_m, height_m / 2), -90.0, 90.0, steps)


def stacked(*mouldings: npt.ArrayLike) -> F64:
    """Mouldings one over the other; each begins where the last ended."""
    pieces: list[F64] = []
    at = np.zeros(2)
    for moulding in mouldings:
        points = np.asarray(moulding, np.float64).reshape(-1, 2)
        pieces.append(points - points[0] + at)
        at = pieces[-1][-1]
    return joined(*pieces)


def cornice(height_m: float, out_m: float) -> F64:
    """A classical cornice: bed mould, drip plate, crowning cyma, sloped back to the wall."""
    h, p = height_m, out_m
    bed = ovolo(0.28 * h, 0.25 * p, 4)
    plate = line((0.0, 0.0), (0.35 * p, 0.0), (0.35 * p, 0.24 * h), (0.4 * p, 0.24 * h))
    crown = cyma(0.36 * h, 0.35 * p, 5)
    top = line((0.0, 0.0), (0.0, 0.07 * h), (-p, 0.12 * h))
    points = stacked(bed, plate, crown, top)
    result: F64 = points * np.array([p / points[:, 0].max(), h / points[:, 1].max()])
    return result


def plinth(height_m: float, out_m: float) -> F64:
    """A base course: upright face, sloped top."""
    slope = min(out_m, height_m / 2)
    return line((0.0, 0.0), (out_m, 0.0), (out_m, height_m - slope), (0.0, height_m))


def string_course(height_m: float, out_m: float) -> F64:
    """A band with a small hollow under it and a weathered top."""
    hollow = cavetto(0.4 * height_m, 0.8 * out_m, 4)
    top = line((0.0, 0.0), (0.2 * out_m, 0.0), (0.2 * out_m, 0.45 * height_m))
    points = stacked(hollow, top)
    return joined(points, line((0.0, height_m)))


def steps_profile(rises: Sequence[float], treads: Sequence[float]) -> F64:
    """A stepped line from (sum of treads, 0) inwards and up, for stepped bases and crowns."""
    x = float(sum(treads))
    points = [(x, 0.0)]
    z = 0.0
    for rise, tread in zip(rises, treads, strict=True):
        z += rise
        points += [(x, z), (x - tread, z)]
        x -= tread
    return line(*points)
