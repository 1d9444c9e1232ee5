"""Bushes, hedges and flower beds."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.props.tree import icosphere
from almaty_tour.kit.solid import solid
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
    """A low green mound with heads of four colours standing in it."""
    mound = _ball((0.0, 0.0, -0.02), 0.95, 0.2, LEAVES, "bed", max(level, 1))
    if level == 2:
        return mound
    count = (40, 14)[level]
    number = np.arange(count)
    seed = hashed("blooms", count)
    reach = 0.86 * np.sqrt((number + 0.5) / count)
    turn = number * 2.399963
    height = 0.2 * np.sqrt(1.0 - (reach / 0.95) ** 2) - 0.02 + 0.06 * fraction(seed, 1)
    places = np.stack([reach * np.cos(turn), reach * np.sin(turn), height], axis=1)
    size = (0.075, 0.13)[level] * (0.8 + 0.5 * fraction(seed, 2))
    heads = [
        transform.at(_bloom(Paint("foliage", colour)), places[i::4], scale_by=size[i::4])
        for i, colour in enumerate(BLOOMS)
    ]
    return merge([mound, *heads])


def _bloom(paint: Paint) -> MeshData:
    """A flower head of unit radius: a flat eight-faced bead."""
    points = [(1, 0, 0), (0, 1, 0), (-1, 0, 0), (0, -1, 0), (0, 0, 0.7), (0, 0, -0.5)]
    faces = [(0, 1, 4), (1, 2, 4), (2, 3, 4), (3, 0, 4), (1, 0, 5), (2, 1, 5), (3, 2, 5), (0, 3, 5)]
    return solid(points, faces, paint, crease_deg=80.0)
