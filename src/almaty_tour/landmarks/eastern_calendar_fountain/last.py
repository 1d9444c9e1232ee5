"""Horse, sheep, monkey, hen, dog and boar: the second half of the calendar."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import clay, sdf
from almaty_tour.kit.sdf import Field, Vector
from almaty_tour.landmarks.eastern_calendar_fountain import casting as cast


def horse() -> Field:
    """A horse stepping with a raised foreleg."""
    neck = cast.flat([(-0.3, 0.82), (-0.5, 1.1), (-0.56, 1.26)], [0.19, 0.14, 0.1])
    head = cast.flat([(-0.54, 1.3), (-0.7, 1.18), (-0.84, 0.98)], [0.11, 0.1, 0.07])
    crest = [(-0.14, 0.96), (-0.32, 1.16), (-0.42, 1.36), (-0.56, 1.42)]
    brush = [(0.58, 0.84), (0.76, 0.8), (0.82, 0.52), (0.74, 0.3)]
    legs = cast.legs(
        [(-0.3, 0.6), (-0.56, 0.54), (-0.5, 0.28)],
        [(-0.2, 0.6), (-0.22, 0.34), (-0.2, 0.06)],
        [(0.4, 0.6), (0.5, 0.34), (0.42, 0.06)],
        [(0.3, 0.6), (0.34, 0.34), (0.24, 0.06)],
        radius=0.065,
    )
    parts = [
        cast.trunk((-0.24, 0.72, 0.22), (0.34, 0.72, 0.23), 0.18),
        neck,
        head,
        cast.flat(crest, [0.05, 0.07, 0.06, 0.04]),
        cast.both([sdf.capsule((-0.52, 0.05, 1.38), (-0.5, 0.06, 1.5), 0.035, 0.012)]),
        cast.flat(brush, [0.06, 0.08, 0.08, 0.03]),
        legs,
        cast.rings((-0.26, 0.74, 0.12), (0.36, 0.74, 0.13)),
        cast.eye(-0.64, 1.28, 0.08),
    ]
    return sdf.union(parts, 0.02)


def sheep() -> Field:
    """A ram with coiled horns."""
    wool = ((-0.3, 0.62), (-0.1, 0.7), (0.1, 0.72), (0.3, 0.66), (0.36, 0.52), (-0.1, 0.5))
    fleece = [sdf.ball((x, 0.0, z), 0.2) for x, z in (*wool, (0.14, 0.5))]
    turn = np.linspace(0.3, 2.1 * np.pi, 12)
    horn: list[Vector] = [
        (float(-0.42 - r * np.cos(t)), float(0.1 + 0.02 * t), float(0.84 + r * np.sin(t)))
        for r, t in zip(np.linspace(0.26, 0.1, 12), turn, strict=True)
    ]
    legs = cast.legs(
        [(-0.26, 0.45), (-0.28, 0.06)],
        [(-0.14, 0.45), (-0.12, 0.06)],
        [(0.34, 0.45), (0.36, 0.06)],
        [(0.22, 0.45), (0.2, 0.06)],
        radius=0.06,
    )
    parts = [
        sdf.union(fleece, 0.05),
        cast.flat([(-0.36, 0.74), (-0.56, 0.82), (-0.76, 0.62)], [0.15, 0.13, 0.08]),
        cast.both([sdf.limb(horn, [float(r) for r in np.linspace(0.075, 0.03, 12)], 0.0)]),
        legs,
        sdf.ball((0.56, 0.0, 0.5), 0.11),
        cast.rings((0.26, 0.62, 0.13)),
        cast.eye(-0.6, 0.83, 0.1),
    ]
    return sdf.union(parts, 0.02)


def monkey() -> Field:
    """A seated monkey holding a fruit."""
    body = sdf.union(
        [
            sdf.ellipsoid((0.06, 0, 0.42), (0.24, 0.2, 0.32)),
            sdf.ellipsoid((-0.02, 0, 0.7), (0.18, 0.17, 0.16)),
        ],
        0.1,
    )
    head = sdf.union(
        [sdf.ball((-0.1, 0, 1.0), 0.19), sdf.ellipsoid((-0.26, 0, 0.94), (0.1, 0.11, 0.1))], 0.05
    )
    thigh = [(0.1, 0.14, 0.2), (-0.3, 0.18, 0.4), (-0.34, 0.16, 0.08)]
    arm = [(0.0, 0.19, 0.76), (-0.16, 0.26, 0.54), (-0.36, 0.16, 0.62)]
    limbs = [
        sdf.limb(thigh, [0.11, 0.09, 0.06]),
        sdf.ellipsoid((-0.42, 0.16, 0.07), (0.12, 0.06, 0.05)),
        sdf.limb(arm, [0.08, 0.065, 0.06]),
        clay.disc((-0.06, 0.2, 1.02), (0.2, 1.0, 0.0), 0.09, 0.03, 0.02),
    ]
    curl = [(0.26, 0.16), (0.56, 0.14), (0.72, 0.36), (0.62, 0.58), (0.46, 0.5), (0.52, 0.38)]
    tail = cast.flat(curl, [0.06, 0.055, 0.05, 0.045, 0.04, 0.035])
    fruit = sdf.ball((-0.44, 0.0, 0.68), 0.11)
    return sdf.union([body, head, cast.both(limbs), fruit, tail, cast.eye(-0.24, 1.04)], 0.02)


def hen() -> Field:
    """A hen with comb and fanned tail."""
    comb = [sdf.ball((x, 0, z), 0.055) for x, z in ((-0.5, 1.12), (-0.42, 1.16), (-0.33, 1.12))]
    plumes = [
        cast.flat(
            [(0.28, 0.62), (0.5 + 0.04 * k, 0.78 + 0.1 * k), (0.68 - 0.08 * k, 0.68 + 0.16 * k)],
            [0.09, 0.07, 0.045],
        )
        for k in range(4)
    ]
    sides = [
        sdf.ellipsoid((0.08, 0.17, 0.58), (0.26, 0.07, 0.15)),
        sdf.capsule((0.0, 0.09, 0.36), (-0.02, 0.09, 0.06), 0.045, 0.035),
        sdf.ellipsoid((-0.08, 0.09, 0.06), (0.12, 0.06, 0.035)),
    ]
    parts = [
        sdf.ellipsoid((0.02, 0, 0.56), (0.38, 0.2, 0.28)),
        cast.flat([(-0.24, 0.64), (-0.4, 0.86), (-0.42, 1.0)], [0.18, 0.12, 0.11]),
        cast.flat([(-0.5, 0.99), (-0.66, 0.95)], [0.055, 0.012], 0.0),
        *comb,
        *plumes,
        cast.both(sides),
        sdf.ellipsoid((-0.47, 0, 0.86), (0.04, 0.03, 0.07)),
        cast.rings((0.04, 0.58, 0.1)),
        cast.eye(-0.46, 1.02),
    ]
    return sdf.union(parts, 0.025)


def dog() -> Field:
    """A lean dog, its tail curled."""
    skull = [(-0.32, 0.74), (-0.5, 0.9), (-0.66, 0.86), (-0.86, 0.78)]
    curl = [(0.48, 0.66), (0.64, 0.78), (0.66, 0.98), (0.52, 1.04), (0.46, 0.94)]
    legs = cast.legs(
        [(-0.28, 0.5), (-0.34, 0.28), (-0.34, 0.06)],
        [(-0.18, 0.5), (-0.14, 0.28), (-0.18, 0.06)],
        [(0.38, 0.5), (0.48, 0.28), (0.44, 0.06)],
        [(0.3, 0.5), (0.34, 0.28), (0.26, 0.06)],
        radius=0.06,
    )
    parts = [
        cast.trunk((-0.24, 0.62, 0.19), (0.34, 0.58, 0.17), 0.13),
        cast.flat(skull, [0.14, 0.13, 0.1, 0.05]),
        cast.both([sdf.capsule((-0.48, 0.09, 0.98), (-0.42, 0.11, 1.12), 0.045, 0.015)]),
        cast.flat(curl, [0.055, 0.055, 0.05, 0.045, 0.035]),
        legs,
        clay.hoop((-0.38, 0.0, 0.8), (0.7, 0.0, -0.7), 0.14, 0.03),
        cast.rings((-0.24, 0.62, 0.1), (0.36, 0.58, 0.1)),
        cast.eye(-0.62, 0.93),
    ]
    return sdf.union(parts, 0.02)


def boar() -> Field:
    """A boar with bristles and tusks."""
    tusk = [(-0.78, 0.09, 0.36), (-0.86, 0.13, 0.42), (-0.82, 0.14, 0.54)]
    ridge = ((-0.5, 0.72), (-0.36, 0.82), (-0.2, 0.88), (-0.04, 0.86), (0.12, 0.8))
    bristles = [cast.flat([(x, z), (x + 0.1, z + 0.12)], [0.06, 0.02], 0.0) for x, z in ridge]
    tail = [(0.62, 0.6), (0.74, 0.66), (0.72, 0.54), (0.8, 0.46)]
    legs = cast.legs(
        [(-0.26, 0.4), (-0.28, 0.06)],
        [(-0.14, 0.4), (-0.14, 0.06)],
        [(0.42, 0.4), (0.44, 0.06)],
        [(0.28, 0.4), (0.28, 0.06)],
        radius=0.08,
    )
    parts = [
        cast.trunk((-0.2, 0.58, 0.3), (0.36, 0.52, 0.26), 0.25),
        cast.flat([(-0.4, 0.56), (-0.62, 0.46), (-0.86, 0.34)], [0.2, 0.15, 0.09]),
        clay.disc((-0.92, 0.0, 0.31), (1.0, 0.0, 0.5), 0.095, 0.03, 0.01),
        cast.both([sdf.limb(tusk, [0.035, 0.03, 0.012])]),
        *bristles,
        cast.both([sdf.capsule((-0.46, 0.14, 0.72), (-0.42, 0.18, 0.86), 0.06, 0.02)]),
        legs,
        cast.flat(tail, [0.04, 0.035, 0.03, 0.02]),
        cast.rings((-0.2, 0.58, 0.15), (0.38, 0.52, 0.14)),
        cast.eye(-0.62, 0.56, 0.12),
    ]
    return sdf.union(parts, 0.02)
