"""Rulers of centimetres along the edges of an exhibit, as they look from the eye."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from almaty_tour.camera.matrices import projected
from almaty_tour.ui.view import StandingView, VitrineView

F64 = npt.NDArray[np.float64]
Of = Literal["width", "depth", "height"]

STEPS_CM: Final = np.array([0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0])
OUTSIDE_SHARE: Final = 0.06
"""How far outside of the bounds a ruler lies, against their diagonal."""
FINER: Final = 5
"""Small strokes to a numbered one."""


@dataclass(frozen=True)
class Ruler:
    """A ruler on the picture.

    Attributes:
        of: what it measures. length_cm: of it.
        begin, end: places in points.
        strokes: (n, 2) f8 places of its strokes; numbered: (n,) which of them have a number.
        centimetres: (n,) f8 what they stand for.
    """

    of: Of
    length_cm: float
    begin: tuple[float, float]
    end: tuple[float, float]
    strokes: F64
    numbered: npt.NDArray[np.bool_]
    centimetres: F64


def step_cm(length_cm: float, length_pt: float, least_pt: float) -> float:
    """The finest step of numbers that stand so far apart, 100 cm where none does."""
    apart = STEPS_CM * length_pt / max(length_cm, 1e-9)
    return float(STEPS_CM[int(np.argmax(apart >= least_pt))]) if apart[-1] >= least_pt else 100.0


def rulers(
    vitrine: VitrineView, standing: StandingView, size_pt: tuple[float, float], least_pt: float
) -> tuple[Ruler, ...]:
    """Width and depth along the foot, height along the edge that lies most to the left."""
    low, high = np.array(standing.low), np.array(standing.high)
    at, out = np.array(standing.at), OUTSIDE_SHARE * float(np.linalg.norm(high - low))
    eye = np.asarray(vitrine.camera.position_enu) - at - (low + high) / 2.0
    x, near_x = (high[0], out) if eye[0] > 0.0 else (low[0], -out)
    y, near_y = (high[1], out) if eye[1] > 0.0 else (low[1], -out)
    corners = np.array([(a, b, low[2]) for a in (low[0], high[0]) for b in (low[1], high[1])])
    across = projected(vitrine.camera, corners + at, size_pt)[:, 0]
    post = corners[int(np.argmin(across))]
    post = post + out * np.sign(post - (low + high) / 2.0) * [1.0, 1.0, 0.0]
    edges: tuple[tuple[Of, F64, int], ...] = (
        ("width", np.array([low[0], y + near_y, low[2]]), 0),
        ("depth", np.array([x + near_x, low[1], low[2]]), 1),
        ("height", post, 2),
    )
    return tuple(
        _ruler(vitrine, of, begin + at, axis, float(high[axis] - low[axis]), size_pt, least_pt)
        for of, begin, axis in edges
    )


def _ruler(
    vitrine: VitrineView, of: Of, begin: F64, axis: int, length_cm: float,
    size_pt: tuple[float, float], least_pt: float,
) -> Ruler:  # fmt: skip
    along = np.eye(3)[axis]
    ends = projected(vitrine.camera, np.stack([begin, begin + along * length_cm]), size_pt)[:, :2]
    length_pt = float(np.linalg.norm(ends[1] - ends[0]))
    step = step_cm(length_cm, length_pt, least_pt) / FINER
    number = np.arange(int(length_cm / step + 1e-6) + 1)
    points = begin + along * (number * step)[:, None]
    strokes = projected(vitrine.camera, points, size_pt)[:, :2]
    first, last = ((float(x), float(y)) for x, y in ends)
    return Ruler(
        of,
        length_cm,
        first,
        last,
        strokes,
        number % FINER == 0,
        np.asarray(number * step, np.float64),
    )
