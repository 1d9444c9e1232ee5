"""Cubic splines: smooth to the second derivative through every given point.

Source of the equations: de Boor, "A Practical Guide to Splines", chapter IV.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Spline:
    """A C2 curve through `points` at `knots`, with the given slopes at both ends.

    Attributes:
        knots: (n,) f8, rising.
        points: (n, d) f8.
        slopes: (n, d) f8, first derivative at each knot.
    """

    knots: F64
    points: F64
    slopes: F64

    def __call__(self, at: npt.ArrayLike) -> F64:
        """(m, d) positions at (m,) parameters; beyond the ends the end point stays."""
        # np.clip takes longer than all else for one place, which every picture asks for.
        knots, u = self.knots, np.atleast_1d(np.asarray(at, np.float64))
        u = np.minimum(np.maximum(u, knots[0]), knots[-1])
        span = np.minimum(np.maximum(knots.searchsorted(u, "right") - 1, 0), len(knots) - 2)
        start = knots[span]
        width = (knots[span + 1] - start)[:, None]
        t = (u - start)[:, None] / width
        s = 1.0 - t
        value = (
            s * s * (1.0 + 2.0 * t) * self.points[span]
            + t * t * (1.0 + 2.0 * s) * self.points[span + 1]
            + width * t * s * (s * self.slopes[span] - t * self.slopes[span + 1])
        )
        return np.asarray(value, np.float64)


def spline(
    knots: npt.ArrayLike,
    points: npt.ArrayLike,
    start_slope: npt.ArrayLike | None = None,
    end_slope: npt.ArrayLike | None = None,
) -> Spline:
    """The C2 cubic spline through (n, d) `points`; a missing end slope makes a natural end."""
    x = np.asarray(knots, np.float64)
    y = np.asarray(points, np.float64).reshape(len(x), -1)
    if len(x) < 2:
        raise ValueError(f"spline(): expected at least two knots, got {len(x)}")
    if np.any(np.diff(x) <= 0.0):
        raise ValueError("spline(): knots must rise")
    matrix, right = _slope_equations(x, y, start_slope, end_slope)
    return Spline(x, y, np.asarray(np.linalg.solve(matrix, right), np.float64))


def _slope_equations(
    x: F64, y: F64, start: npt.ArrayLike | None, end: npt.ArrayLike | None
) -> tuple[F64, F64]:
    count, width = len(x), np.diff(x)
    chord = np.diff(y, axis=0) / width[:, None]
    matrix = np.zeros((count, count))
    right = np.zeros_like(y)
    inner = np.arange(1, count - 1)
    matrix[inner, inner - 1] = width[1:]
    matrix[inner, inner] = 2.0 * (width[:-1] + width[1:])
    matrix[inner, inner + 1] = width[:-1]
    right[inner] = 3.0 * (width[1:, None] * chord[:-1] + width[:-1, None] * chord[1:])
    for row, neighbour, slope, secant in ((0, 1, start, chord[0]), (-1, -2, end, chord[-1])):
        if slope is None:
            matrix[row, row], matrix[row, neighbour], right[row] = 2.0, 1.0, 3.0 * secant
        else:
            matrix[row, row], right[row] = 1.0, np.asarray(slope, np.float64)
    return matrix, right
