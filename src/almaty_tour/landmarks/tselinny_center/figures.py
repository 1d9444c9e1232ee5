"""Flat figures of the Tselinny center: sgraffito people, clouds and petroglyph signs, (x, z)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile
from almaty_tour.kit.stroke import stroke

F64 = npt.NDArray[np.float64]


def _round(x: float, z: float, radius_m: float, steps: int = 12) -> F64:
    result: F64 = profile.circle(radius_m, steps) + np.array([x, z])
    return result


def _blade(*points: tuple[float, float], width_m: float = 0.3) -> F64:
    return profile.counter_clockwise(stroke(np.array(points), width_m))


def rider() -> list[F64]:
    """A horse at a gallop with its rider, about 3 m long; feet on z = 0."""
    horse = profile.smooth(
        [
            (-1.35, 1.5),
            (-0.9, 1.15),
            (-0.3, 1.05),
            (0.5, 1.1),
            (0.95, 1.3),
            (1.3, 1.75),
            (1.62, 1.7),
            (1.7, 1.9),
            (1.25, 2.3),
            (0.95, 1.95),
            (0.6, 1.7),
            (-0.2, 1.6),
            (-0.9, 1.75),
        ],
        2,
        closed=True,
    )
    legs = [
        _blade((-1.0, 1.3), (-1.5, 0.7), (-1.75, 0.15), width_m=0.18),
        _blade((-0.75, 1.2), (-0.7, 0.6), (-1.05, 0.05), width_m=0.18),
        _blade((0.6, 1.2), (1.1, 0.8), (1.6, 0.75), width_m=0.18),
        _blade((0.4, 1.15), (0.7, 0.6), (0.45, 0.1), width_m=0.18),
    ]
    man = [
        profile.line((-0.35, 1.65), (0.3, 1.65), (0.22, 2.6), (-0.1, 2.75), (-0.4, 2.5)),
        _round(0.0, 3.0, 0.26),
        _blade((0.1, 2.5), (0.6, 2.4), (1.0, 2.7), width_m=0.16),
    ]
    return [profile.counter_clockwise(horse), *legs, *man]


def dancer() -> list[F64]:
    """A woman in a wide skirt with raised arms and a pointed cap."""
    gown = profile.smooth(
        [
            (-0.85, 0.05),
            (0.85, 0.05),
            (0.4, 1.0),
            (0.2, 1.6),
            (0.32, 2.2),
            (-0.32, 2.2),
            (-0.2, 1.6),
            (-0.4, 1.0),
        ],
        2,
        closed=True,
    )
    return [
        profile.counter_clockwise(gown),
        _blade((0.2, 2.1), (0.8, 2.3), (1.05, 2.95), width_m=0.15),
        _blade((-0.2, 2.1), (-0.8, 2.2), (-1.15, 1.75), width_m=0.15),
        _round(0.0, 2.55, 0.25),
        profile.line((-0.2, 2.78), (0.2, 2.78), (0.0, 3.3)),
    ]


def player() -> list[F64]:
    """A man who sits cross-legged with a dombra."""
    seat = profile.smooth(
        [
            (-0.95, 0.05),
            (0.95, 0.05),
            (0.8, 0.45),
            (0.35, 0.75),
            (0.38, 1.7),
            (-0.38, 1.7),
            (-0.35, 0.75),
            (-0.8, 0.45),
        ],
        2,
        closed=True,
    )
    lute = profile.smooth(
        [(-0.55, 0.75), (-0.1, 0.95), (0.02, 1.25), (-0.3, 1.2), (-0.65, 1.0)], 2, closed=True
    )
    return [
        profile.counter_clockwise(seat),
        profile.counter_clockwise(lute + np.array([-0.5, 0.1])),
        _blade((-0.55, 1.25), (0.4, 1.7), (1.05, 2.05), width_m=0.12),
        _round(0.0, 2.05, 0.27),
    ]


def cloud(width_m: float) -> F64:
    """A soft cloud outline about the origin."""
    w = width_m / 2
    points = [
        (-w, -0.1 * w),
        (-0.72 * w, -0.3 * w),
        (-0.2 * w, -0.26 * w),
        (0.3 * w, -0.34 * w),
        (0.8 * w, -0.22 * w),
        (w, 0.02 * w),
        (0.7 * w, 0.2 * w),
        (0.42 * w, 0.2 * w),
        (0.2 * w, 0.42 * w),
        (-0.18 * w, 0.38 * w),
        (-0.36 * w, 0.16 * w),
        (-0.7 * w, 0.18 * w),
    ]
    return profile.counter_clockwise(profile.smooth(points, 2, closed=True))


def deer() -> list[F64]:
    """A stag of the rock carvings with branching antlers."""
    body = profile.smooth(
        [
            (-1.1, 1.2),
            (-0.6, 1.0),
            (0.5, 1.05),
            (0.95, 1.35),
            (1.4, 2.0),
            (1.75, 2.0),
            (1.3, 2.3),
            (0.9, 1.75),
            (0.4, 1.5),
            (-0.8, 1.55),
        ],
        2,
        closed=True,
    )
    legs = [
        _blade((x, 1.2), (x + 0.05, 0.6), (x - 0.05, 0.0), width_m=0.16)
        for x in (-0.9, -0.6, 0.45, 0.75)
    ]
    horns = [
        _blade((1.3, 2.25), (0.9, 2.9), (0.2, 3.2), (-0.6, 3.1), width_m=0.14),
        *(
            _blade((x, z), (x + 0.15, z + 0.5), width_m=0.12)
            for x, z in ((0.8, 2.95), (0.25, 3.2), (-0.3, 3.15))
        ),
    ]
    return [profile.counter_clockwise(body), *legs, *horns]


def sun_head() -> list[F64]:
    """The sun-headed man of Tamgaly: a ring of dots about a round head, a small body."""
    turn = np.linspace(-0.15 * np.pi, 1.15 * np.pi, 13)
    dots = [_round(0.85 * float(np.cos(a)), 2.3 + 0.85 * float(np.sin(a)), 0.11, 6) for a in turn]
    return [
        _round(0.0, 2.3, 0.55, 16),
        _blade((0.0, 1.8), (0.0, 0.9), width_m=0.22),
        _blade((-0.7, 1.2), (0.0, 1.55), (0.7, 1.2), width_m=0.16),
        _blade((-0.5, 0.0), (0.0, 0.95), (0.5, 0.0), width_m=0.18),
        *dots,
    ]
