"""Saw-cut timber of the Ykhlas museum: lace, combs, tooth boards, cladding, finials."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, hexahedra, lathe, profile, transform
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.ykhlas_museum.plan import BOARD, FINIAL, LACE, TRIM
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
Hole = tuple[float, float, float, float]
LACE_M = 0.36


def lace_tile() -> MeshData:
    """One drop of hanging lace, 0.36 m wide about x = 0, from z = 0 down to -0.46."""
    w = LACE_M / 2
    edge = profile.joined(
        profile.line((w, 0.0), (-w, 0.0), (-w, -0.2)),
        profile.arc((-w + 0.07, -0.2), 0.07, 180.0, 330.0, 2),
        profile.line((-0.07, -0.33), (0.0, -0.46), (0.07, -0.33)),
        profile.arc((w - 0.07, -0.2), 0.07, 210.0, 360.0, 2),
    )
    hole = profile.circle(0.062, 6) + np.array([0.0, -0.2])
    return panel(edge, -0.03, 0.03, LACE, holes=[hole])


def lace(a: Sequence[float], b: Sequence[float]) -> MeshData:
    """Lace hanging from the line a to b (x, y, z), facing to the right of the way.

    On a rake (z differs) the drops stand square to the slope, as a barge board's do.
    """
    return _strung(lace_tile(), a, b, LACE_M)


def _strung(tile: MeshData, a: Sequence[float], b: Sequence[float], pitch_m: float) -> MeshData:
    """Tiles about x = 0 strung along a line in space, x along it, z square to it."""
    start, end = np.asarray(a, np.float64), np.asarray(b, np.float64)
    way = end - start
    length = float(np.linalg.norm(way))
    unit = way / length
    flat = np.array([unit[0], unit[1], 0.0]) / np.hypot(unit[0], unit[1])
    back = np.array([-flat[1], flat[0], 0.0])
    up = np.cross(unit, back)
    count = max(1, round(length / pitch_m))
    affine = np.zeros((count, 4, 4))
    affine[:, :3, 0] = unit * (length / count / pitch_m)
    affine[:, :3, 1], affine[:, :3, 2] = back, up
    affine[:, :3, 3] = start + ((np.arange(count) + 0.5) / count)[:, None] * way
    affine[:, 3, 3] = 1.0
    return transform.replicate(tile, affine)


def barge(points: Sequence[tuple[float, float]], y_m: float, board_m: float = 0.3) -> MeshData:
    """A barge board with lace along a gable line (x, z), given from left to right."""
    line = np.asarray(points, np.float64)
    inner = line + board_m * profile.mitres(line, closed=False)
    board = panel(np.concatenate([inner, line[::-1]]), y_m - 0.08, y_m + 0.04, TRIM)
    strips = [lace((p[0], y_m - 0.02, p[1]), (q[0], y_m - 0.02, q[1])) for p, q in pairwise(inner)]
    knob = panel(profile.circle(0.075, 6), y_m - 0.13, y_m - 0.08, LACE, back=False)
    middle = (line + inner) / 2
    knobs = []
    for p, q in pairwise(middle):
        count = max(1, round(float(np.linalg.norm(q - p)) / 0.36))
        share = (np.arange(count) + 0.5) / count
        spots = p + share[:, None] * (q - p)
        knobs.append(transform.at(knob, np.column_stack([spots[:, 0], 0 * share, spots[:, 1]])))
    return merge([board, *strips, *knobs])


def comb(a: Sequence[float], b: Sequence[float], height_m: float = 0.5) -> MeshData:
    """A pierced ridge comb on the line a to b: rail, keyholes, rounded crests."""
    w, h = 0.2, height_m
    tile = panel(
        profile.joined(
            profile.line((-w, 0.0), (w, 0.0), (w, 0.62 * h), (0.6 * w, 0.7 * h)),
            profile.arc((0.0, 0.78 * h), (0.6 * w, 0.22 * h), 0.0, 180.0, 4),
            profile.line((-0.6 * w, 0.7 * h), (-w, 0.62 * h)),
        ),
        -0.04, 0.04, FINIAL, holes=[profile.line((0.0, 0.16 * h), (0.09, 0.42 * h),
                                                  (0.0, 0.72 * h), (-0.09, 0.42 * h))],
    )  # fmt: skip
    return _strung(tile, a, b, 0.4)


def teeth(path: npt.ArrayLike, z_m: float, *, closed: bool = True, out_m: float = 0.07,
          height_m: float = 0.26) -> MeshData:  # fmt: skip
    """A saw-tooth board along a wall: a band with a row of pointed boards below it."""
    points = np.asarray(path, np.float64)
    band = profile.line((0.0, 0.0), (out_m + 0.03, 0.0), (out_m + 0.03, 0.1), (0.0, 0.16))
    shape = profile.line((-0.105, 0.0), (-0.105, -0.6 * height_m), (0.0, -height_m),
                         (0.105, -0.6 * height_m), (0.105, 0.0))  # fmt: skip
    tooth = panel(shape, -out_m, 0.02, TRIM, back=False)
    strips = [extrude.sweep(band, points, TRIM, z_m=z_m, closed=closed, crease_deg=20.0)]
    ends = np.roll(points, -1, axis=0) if closed else points[1:]
    for p, q in zip(points[: len(ends)], ends, strict=True):
        count = max(1, round(float(np.linalg.norm(q - p)) / 0.25))
        strips.append(transform.along(tooth, (*p, z_m), (*q, z_m), count, ends=False))
    return merge(strips)


def clapboards(
    length_m: float,
    low_m: float,
    high_m: float,
    holes: Sequence[Hole],
    board_m: float = 0.19,
    paint: Paint = BOARD,
) -> MeshData:
    """Lapped level boards on a wall y = 0, x from 0 to its length, left out before holes.

    A hole is (left, right, foot, top). Each board leans out to its lower edge.
    """
    count = max(1, round((high_m - low_m) / board_m))
    level = np.linspace(low_m, high_m, count + 1)
    corners = []
    for z0, z1 in pairwise(level):
        for left, right in _free(length_m, [h for h in holes if h[2] < z1 and h[3] > z0]):
            lower = [(left, 0.0, z0), (left, -0.055, z0), (right, -0.055, z0), (right, 0.0, z0)]
            upper = [(left, -0.012, z1), (right, -0.012, z1)]
            corners += [
                [lower[1], lower[2], upper[1], upper[0]],
                [lower[0], lower[3], lower[2], lower[1]],
            ]
    return hexahedra.quadrilaterals(np.array(corners), paint) if corners else merge([])


def _free(length_m: float, holes: Sequence[Hole]) -> list[tuple[float, float]]:
    """The stretches from 0 to a length that no hole takes."""
    result, at = [], 0.0
    for left, right, _, _ in sorted(holes):
        if left - at > 0.04:
            result.append((at, left))
        at = max(at, right)
    if length_m - at > 0.04:
        result.append((at, length_m))
    return result


def battens(
    length_m: float, low_m: float, high_m: float, holes: Sequence[Hole] = (), pitch_m: float = 0.26
) -> MeshData:
    """Upright boards: slim battens over the joints on a wall y = 0, left out before holes."""
    count = max(1, round(length_m / pitch_m))
    x = (np.arange(count) + 0.5) * length_m / count
    pieces = []
    for at in x:
        cut = sorted((h[2], h[3]) for h in holes if h[0] - 0.03 < at < h[1] + 0.03)
        z = low_m
        for foot, top in [*cut, (high_m, high_m)]:
            if foot - z > 0.05:
                pieces.append(((at, z), (at, foot)))
            z = max(z, top)
    low = np.array([(a[0], -0.015, a[1]) for a, _ in pieces])
    high = np.array([(b[0], -0.015, b[1]) for _, b in pieces])
    return hexahedra.struts(low, high, 0.09, BOARD, depth_m=0.04, caps=False)


def finial(height_m: float, radius_m: float = 0.16) -> MeshData:
    """A turned needle with bulb and ball, foot at z = 0."""
    h, r = height_m, radius_m
    section = profile.joined(
        profile.line((1.3 * r, 0.0), (1.1 * r, 0.06 * h)),
        profile.arc((0.0, 0.16 * h), (1.45 * r, 0.09 * h), -60.0, 70.0, 5),
        profile.line((0.55 * r, 0.3 * h), (0.8 * r, 0.32 * h), (0.4 * r, 0.36 * h)),
        profile.arc((0.0, 0.62 * h), (0.7 * r, 0.03 * h), -60.0, 60.0, 4),
        profile.line((0.22 * r, 0.7 * h), (0.0, h)),
    )
    return lathe.lathe(section, FINIAL, sides=10)


def crown_plate(height_m: float) -> MeshData:
    """The thick stepped comb that carries the needle of a gable, in the plane y = 0."""
    h = height_m
    half = [(0.62, 0.0), (0.62, 0.14), (0.5, 0.2), (0.5, 0.36), (0.36, 0.42), (0.36, 0.6),
            (0.2, 0.68), (0.2, 1.0)]  # fmt: skip
    right = np.array(half) * h
    outline = np.concatenate([right, right[::-1] * np.array([-1.0, 1.0])])
    return panel(outline, -0.12, 0.12, FINIAL)


def posts(paths: Sequence[tuple[float, float]], low_m: float, high_m: float) -> MeshData:
    """Corner boards at plan points."""
    one = block((-0.16, -0.16, low_m), (0.16, 0.16, high_m), TRIM)
    return transform.at(one, paths)
