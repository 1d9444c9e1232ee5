"""Bushes, hedges and flower beds."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.props.tree import icosphere
from almaty_tour.mesh.data import MeshData, merge, mesh

VARIANTS = ("round", "hedge", "flowers")

LEAVES = Paint("foliage", "#4C6E38")
BLOOMS = ("#C8443C", "#E2B33C", "#D9799B", "#EDE6DA")


def build(variant: str, level: int) -> MeshData:
    """A ball of leaves 1 m across, a hedge 2 m long, or a round bed of flowers."""
    if variant == "hedge":
        return extrude.box(2.0, 0.6, 0.8, LEAVES)
    if variant == "flowers":
        return _flowers(level)
    return _ball((0.0, 0.0, 0.42), 0.55, 0.5, LEAVES, "bush", level)


def _ball(
    centre: tuple[float, float, float],
    across: float,
    up: float,
    paint: Paint,
    name: str,
    level: int,
) -> MeshData:
    points, faces = icosphere(1 if level == 0 else 0)
    bump = 1.0 + 0.3 * (fraction(hashed(name, len(points)), 1) - 0.5)
    place = points * bump[:, None] * np.array([across, across, up]) + np.array(centre)
    shape = mesh(place, faces, points, paint.material, tint=paint.tint)
    shape.tint[:, 3] = np.clip(200 + 70 * points[:, 2], 110, 255).astype(np.uint8)
    return shape


def _flowers(level: int) -> MeshData:
    count = (9, 5, 3)[level]
    turn = np.arange(count) * 2.4
    reach = 0.85 * np.sqrt((np.arange(count) + 0.5) / count)
    return merge(
        [
            _ball((r * np.cos(a), r * np.sin(a), 0.16), 0.32, 0.2,
                  Paint("foliage", BLOOMS[i % len(BLOOMS)]), f"bloom{i}", 1)
            for i, (r, a) in enumerate(zip(reach, turn, strict=True))
        ]
    )  # fmt: skip
