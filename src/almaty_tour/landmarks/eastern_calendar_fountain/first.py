"""Mouse, cow, leopard, hare, snail and snake: the first half of the calendar."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import clay, sdf
from almaty_tour.kit.sdf import Field, Vector
from almaty_tour.landmarks.eastern_calendar_fountain import casting as cast


def mouse() -> Field:
    """A round mouse with large ears and a curled tail."""
    body = sdf.union(
        [
            sdf.ellipsoid((0.14, 0, 0.36), (0.4, 0.21, 0.32)),
            cast.flat([(-0.2, 0.42), (-0.48, 0.4), (-0.66, 0.32)], [0.2, 0.13, 0.04]),
        ],
        0.1,
    )
    ears = cast.both([clay.disc((-0.34, 0.12, 0.64), (0.3, 1.0, 0.0), 0.15, 0.035, 0.02)])
    tail = cast.flat(
        [(0.5, 0.22), (0.72, 0.2), (0.82, 0.42), (0.7, 0.58), (0.58, 0.48)],
        [0.06, 0.05, 0.045, 0.04, 0.035],
    )
    feet = cast.both([sdf.ellipsoid((x, 0.12, 0.07), (0.12, 0.06, 0.06)) for x in (-0.3, 0.3)])
    return sdf.union(
        [body, ears, tail, feet, cast.rings((0.2, 0.34, 0.15)), cast.eye(-0.47, 0.45)], 0.02
    )


def cow() -> Field:
    """A cow with upright horns."""
    trunk = cast.trunk((-0.28, 0.68, 0.26), (0.36, 0.66, 0.25), 0.22)
    head = cast.flat([(-0.42, 0.82), (-0.62, 0.86), (-0.84, 0.66)], [0.17, 0.14, 0.085])
    horns = cast.both(
        [
            sdf.limb(
                [(-0.56, 0.08, 0.96), (-0.6, 0.2, 1.08), (-0.68, 0.16, 1.26)], [0.045, 0.042, 0.02]
            )
        ]
    )
    ears = cast.both([sdf.ellipsoid((-0.5, 0.18, 0.9), (0.05, 0.1, 0.04))])
    tail = cast.flat([(0.62, 0.76), (0.74, 0.6), (0.7, 0.32)], [0.045, 0.04, 0.06])
    legs = cast.legs(
        [(-0.3, 0.55), (-0.34, 0.3), (-0.32, 0.06)],
        [(-0.2, 0.55), (-0.16, 0.3), (-0.2, 0.06)],
        [(0.4, 0.55), (0.46, 0.3), (0.42, 0.06)],
        [(0.3, 0.55), (0.3, 0.3), (0.26, 0.06)],
    )
    udder = sdf.ellipsoid((0.2, 0.0, 0.44), (0.1, 0.08, 0.09))
    return sdf.union(
        [
            trunk,
            head,
            horns,
            ears,
            tail,
            legs,
            udder,
            cast.rings((-0.28, 0.68, 0.14), (0.38, 0.66, 0.14)),
            cast.eye(-0.66, 0.86, 0.11),
        ],
        0.02,
    )


def leopard() -> Field:
    """Curled into a ring, nose to tail: the beast of the Saka gold plaques."""
    turn = np.radians(np.linspace(-62.0, 236.0, 13))
    path = [(float(0.42 * np.cos(t)), float(0.6 + 0.42 * np.sin(t))) for t in turn]
    radii = [0.07, 0.1, 0.14, 0.18, 0.18, 0.16, 0.15, 0.16, 0.19, 0.19, 0.16, 0.14, 0.13]
    body = sdf.scaled(cast.flat(path, radii, 0.05), 1.0, 0.85, 1.0)
    head = cast.flat([(-0.26, 0.24), (-0.08, 0.2), (0.06, 0.26)], [0.15, 0.13, 0.09])
    ears = cast.both([sdf.ball((-0.2, 0.1, 0.38), 0.065)])
    paws = cast.both(
        [
            sdf.limb(
                [(-0.4, 0.1, 0.72), (-0.14, 0.13, 0.66), (-0.06, 0.13, 0.54)], [0.1, 0.07, 0.07]
            ),
            sdf.limb([(0.36, 0.1, 0.8), (0.16, 0.13, 0.7), (0.16, 0.13, 0.56)], [0.1, 0.07, 0.07]),
        ]
    )
    foot = sdf.rounded_box((0.0, 0.0, 0.05), (0.7, 0.26, 0.14), 0.04)
    spots = cast.rings((-0.36, 0.84, 0.1), (0.34, 0.9, 0.1), (0.0, 1.02, 0.07))
    return sdf.union([body, head, ears, paws, foot, spots, cast.eye(-0.08, 0.28, 0.12)], 0.02)


def hare() -> Field:
    """A crouching hare, ears laid back."""
    body = cast.trunk((-0.2, 0.44, 0.2), (0.2, 0.38, 0.28), 0.19)
    head = cast.flat([(-0.3, 0.6), (-0.46, 0.7), (-0.6, 0.64)], [0.13, 0.13, 0.07])
    ears = cast.both(
        [
            sdf.limb(
                [(-0.42, 0.05, 0.8), (-0.28, 0.1, 1.05), (-0.04, 0.12, 1.16)], [0.05, 0.065, 0.025]
            )
        ]
    )
    legs = cast.both(
        [
            sdf.capsule((-0.26, 0.1, 0.36), (-0.36, 0.1, 0.08), 0.075, 0.05),
            sdf.capsule((0.26, 0.14, 0.1), (-0.06, 0.14, 0.07), 0.08, 0.05),
        ]
    )
    tail = sdf.ball((0.5, 0.0, 0.36), 0.09)
    return sdf.union(
        [body, head, ears, legs, tail, cast.rings((0.22, 0.4, 0.16)), cast.eye(-0.5, 0.73)], 0.02
    )


def snail() -> Field:
    """The ulu of the count: a spiral shell on a creeping foot, two horns."""
    turn = np.linspace(0.0, 4.4 * np.pi, 26)
    out = 0.06 + 0.36 * turn / turn[-1]
    way = [
        (float(0.12 + r * np.cos(-t)), float(0.66 + r * np.sin(-t)))
        for r, t in zip(out, turn, strict=True)
    ]
    shell = cast.flat(way, [float(0.05 + 0.11 * k / 25) for k in range(26)], 0.0)
    dome = sdf.ellipsoid((0.12, 0.0, 0.66), (0.4, 0.12, 0.4))
    foot = cast.flat(
        [(0.76, 0.08), (0.3, 0.14), (-0.3, 0.14), (-0.6, 0.34)], [0.04, 0.12, 0.13, 0.12]
    )
    horns = cast.both(
        [
            sdf.limb([(-0.62, 0.06, 0.42), (-0.72, 0.1, 0.66)], [0.035, 0.022]),
            sdf.ball((-0.73, 0.1, 0.7), 0.045),
        ]
    )
    return sdf.union([shell, dome, foot, horns], 0.015)


def snake() -> Field:
    """Three coils and a raised head."""
    turn = np.linspace(0.0, 6.2 * np.pi, 40)
    share = turn / turn[-1]
    out = 0.5 - 0.3 * share
    coil: list[Vector] = [
        (float(r * np.cos(t)), float(0.42 * r * np.sin(t)), float(0.1 + 0.42 * s))
        for r, t, s in zip(out, turn, share, strict=True)
    ]
    body = sdf.limb(coil, [float(0.05 + 0.055 * min(1.0, 4 * s)) for s in share], 0.0)
    neck = cast.flat(
        [(0.14, 0.55), (0.06, 0.8), (-0.14, 1.0), (-0.34, 1.02)], [0.1, 0.09, 0.09, 0.1], 0.03
    )
    head = sdf.ellipsoid((-0.46, 0.0, 1.0), (0.19, 0.12, 0.09))
    tongue = cast.flat([(-0.6, 0.98), (-0.8, 0.94)], [0.025, 0.018], 0.0)
    return sdf.union([body, neck, head, tongue, cast.eye(-0.5, 1.05, 0.1)], 0.02)
