"""The forepart of a winged ibex that springs from the wall of a cauldron."""

from __future__ import annotations

import numpy as np

from almaty_tour.exhibits._shared.bronze_cast import cast, ringed, swept
from almaty_tour.kit import clay, sdf
from almaty_tour.kit.sdf import Field, Vector
from almaty_tour.mesh.data import MeshData

LOW, HIGH = (-5.6, -14.5, -0.5), (5.6, 1.6, 17.5)
CELL_CM, TRIANGLES = 0.17, 34_000


def ibex() -> MeshData:
    """The beast in centimetres: the wall stands at y = 0, it looks to -y."""
    return cast(_whole(), LOW, HIGH, CELL_CM, triangles=TRIANGLES)


def _whole() -> Field:
    body = sdf.union(
        [
            swept([(0, 0.6, 4.9), (0, -3.5, 5.0), (0, -7.2, 5.3)], [2.3, 2.05, 2.2]),
            sdf.ellipsoid((0, -7.7, 4.9), (2.0, 2.1, 2.6)),
            swept([(0, -7.2, 6.0), (0, -8.7, 8.3), (0, -9.2, 9.8)], [2.0, 1.55, 1.3]),
        ],
        0.9,
    )
    whole = sdf.union([body, sdf.mirrored_x(_foreleg())], 0.5)
    whole = sdf.union([whole, _head(), sdf.mirrored_x(_wing())], 0.3)
    return sdf.union([whole, sdf.mirrored_x(_horn())], 0.2)


def _foreleg() -> Field:
    """Folded under the chest, as in a leap."""
    leg = swept(
        [(1.15, -7.6, 3.8), (1.3, -10.0, 2.7), (1.3, -9.7, 1.5), (1.3, -7.8, 1.0)],
        [1.05, 0.72, 0.6, 0.5],
    )
    hoof = sdf.capsule((1.3, -7.5, 1.0), (1.35, -6.5, 1.25), 0.62, 0.45)
    return sdf.union([leg, hoof], 0.15)


def _head() -> Field:
    skull = swept(
        [(0, -8.9, 10.3), (0, -10.8, 9.9), (0, -12.4, 8.6), (0, -12.9, 8.0)],
        [1.4, 1.15, 0.78, 0.66],
    )
    brow = sdf.mirrored_x(sdf.capsule((0.6, -10.4, 11.0), (1.15, -10.0, 10.6), 0.4, 0.3))
    eye = sdf.mirrored_x(sdf.ellipsoid((1.0, -10.6, 10.1), (0.28, 0.42, 0.3)))
    lid = sdf.mirrored_x(clay.hoop((1.05, -10.6, 10.1), (1.0, -0.3, 0.1), 0.46, 0.12))
    ear = sdf.mirrored_x(
        sdf.limb([(1.1, -8.8, 10.5), (2.3, -8.2, 10.5), (3.2, -7.9, 10.1)], [0.4, 0.58, 0.16])
    )
    beard = swept(
        [(0, -12.1, 7.9), (0, -11.9, 6.8), (0, -12.1, 5.6), (0, -12.6, 4.6)],
        [0.6, 0.55, 0.42, 0.14],
    )
    cuts = [
        sdf.mirrored_x(sdf.capsule((0, -13.8, 7.7), (1.0, -11.9, 8.3), 0.13)),
        sdf.mirrored_x(sdf.ball((0.32, -13.5, 8.3), 0.18)),
    ]
    made = sdf.union([sdf.union([skull, brow, beard], 0.3), eye, lid], 0.06)
    return sdf.union([sdf.subtract(made, sdf.union(cuts), 0.1), ear], 0.15)


def _horn() -> Field:
    """A tall ringed arc from the brow over the neck, its tip on the back."""
    turn = np.radians(np.linspace(158.0, -32.0, 8))
    line: list[Vector] = [
        (0.72 + 0.16 * k, float(-5.4 + 4.3 * np.cos(t)), float(10.1 + 5.6 * np.sin(t)))
        for k, t in enumerate(turn)
    ]
    line = [(x, y, max(z, 7.4)) for x, y, z in line]
    return ringed(line, [0.78, 0.78, 0.76, 0.72, 0.64, 0.54, 0.42, 0.28], 13, 3)


def _wing() -> Field:
    """A small wing: feathers fan from the shoulder and curl up at their tips."""
    feathers = []
    for share in np.linspace(0.0, 1.0, 4):
        drop, out = 2.6 * share, 0.4 * share
        feathers.append(
            swept(
                [
                    (1.7, -7.8 + 0.4 * share, 6.4 - 0.4 * drop),
                    (2.6 + out, -5.6 + 0.2 * share, 7.2 - 0.75 * drop),
                    (3.4 + out, -3.2 + 0.3 * share, 9.2 - 1.1 * drop),
                    (3.8 + out, -3.0 + 0.6 * share, 11.4 - 1.55 * drop),
                    (3.9 + out, -4.2 + 0.9 * share, 12.4 - 1.75 * drop),
                ],
                [0.6, 0.72, 0.66, 0.5, 0.16],
            )
        )
    return sdf.union(feathers, 0.08)
