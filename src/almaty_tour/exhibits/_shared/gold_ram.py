"""A mountain ram of gold, cast in the round, on a knob: it looks to the front, 6 cm high."""

from __future__ import annotations

from almaty_tour.exhibits._shared.gold_relief import GOLD
from almaty_tour.kit import sdf, skin
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData

BODY_Z = 3.1


def ram(paint: Paint = GOLD, cell: float = 0.13, triangles: int = 6000) -> MeshData:
    """Heavy horns in full curls at both sides of the head, four legs together on the knob."""
    parts = [
        sdf.ball((0.0, 0.0, 0.2), 1.15),
        sdf.limb([(0, 1.9, BODY_Z), (0, 0.2, BODY_Z - 0.1), (0, -1.3, BODY_Z + 0.1)],
                 [0.85, 0.78, 0.9], 0.2),
        sdf.limb([(0, -1.4, BODY_Z + 0.3), (0, -2.0, 4.5)], [0.75, 0.55], 0.2),
        sdf.limb([(0, -2.0, 4.7), (0, -3.1, 4.1)], [0.55, 0.3], 0.1),
        sdf.limb([(0, 2.6, 3.4), (0, 2.9, 2.9)], [0.26, 0.14], 0.1),
    ]  # fmt: skip
    for s in (-1.0, 1.0):
        legs = [((0.5, 1.8), (0.35, 0.9)), ((0.5, -1.2), (0.35, -0.4))]
        parts += [
            sdf.limb([(s * x, y, BODY_Z - 0.3), (s * a, b, 0.7)], [0.42, 0.24], 0.1)
            for (x, y), (a, b) in legs
        ]
        curl = [
            (0.35 * s, -2.1, 5.2), (0.8 * s, -1.6, 5.8), (1.25 * s, -0.8, 5.5),
            (1.4 * s, -0.6, 4.6), (1.45 * s, -1.3, 3.9), (1.6 * s, -2.1, 4.1), (1.9 * s, -2.3, 4.7),
        ]  # fmt: skip
        parts.append(sdf.limb(curl, [0.42, 0.45, 0.43, 0.4, 0.34, 0.26, 0.14], 0.1))
    field = sdf.union(parts, 0.14)
    return skin.skin(field, (-3, -4.5, -1.5), (3, 4, 7), cell, paint, triangles=triangles)
