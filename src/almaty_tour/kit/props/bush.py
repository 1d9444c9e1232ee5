"""Bushes, hedges and flower beds."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from almaty_tour.kit import extrude, transform
from almaty_tour.kit.ball import icosphere
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.props.crown import Body, Crown, Sheet, Tier, body, cards
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge, mesh

VARIANTS = ("round", "hedge", "flowers")

LEAVES = Paint("foliage", "#466D3D")
BLOOMS = ("#C8443C", "#E2B33C", "#D9799B", "#EDE6DA")
ROUND: Final = (Tier(0.3, 0.3, 4, 0.3, 0.3), Tier(0.6, 0.12, 3, 0.3, 0.3))
HEDGE: Final = (2.0, 0.6, 0.8)
BODIES: Final = (
    Body((0.15, 0.5, 0.8), 7, 0.86, 0.84),
    Body((0.2, 0.68), 4, 1.1, 1.0),
    Body((0.2, 0.68), 4, 1.1, 1.0),
)


def build(variant: str, level: int) -> MeshData:
    """A ball of leaves 1 m across, a hedge 2 m long, or a round bed of flowers."""
    if variant == "hedge":
        return _hedge(level)
    if variant == "flowers":
        return _flowers(level)
    crown = Crown.of(ROUND, "bush")
    made = body(crown, BODIES[level], LEAVES, "bush")
    if level:
        return made
    return merge([made, cards(crown, Sheet("leaf_clump", 40, 0.46), LEAVES, "bush")])


def _hedge(level: int) -> MeshData:
    """A clipped box; near its faces are rough with leaves."""
    box = extrude.box(*HEDGE, LEAVES)
    tint = box.tint.astype(np.float64)
    tint *= np.where(box.positions[:, 2:3] > 0.4, [1.08, 1.08, 1.0, 1.0], [0.66, 0.66, 0.66, 0.62])
    box = replace(box, tint=np.clip(tint, 0, 255).astype(np.uint8))
    if level:
        return box
    half = np.array([[HEDGE[0] * 0.56, HEDGE[1] * 0.56, HEDGE[2] * 0.56]])
    crown = Crown(np.array([[0.0, 0.0, HEDGE[2] * 0.5]]), half)
    leaves = cards(crown, Sheet("leaf_clump", 44, 0.34), LEAVES, "hedge")
    return merge([box, _pressed(leaves)])


def _pressed(leaves: MeshData) -> MeshData:
    """Cards of a ball moved onto the box that it is drawn round."""
    middle = np.array([0.0, 0.0, HEDGE[2] * 0.5], np.float32)
    half = np.array(HEDGE, np.float32) / 2.0
    corners = leaves.positions.reshape(-1, 4, 3)
    centre = corners.mean(axis=1)
    away = (centre - middle) / half
    on_box = away / np.abs(away).max(axis=1, keepdims=True) * half + middle
    points = (corners - centre[:, None] + on_box[:, None]).reshape(-1, 3)
    return replace(leaves, positions=points.astype(np.float32))


def _mound(across: float, up: float, paint: Paint, name: str) -> MeshData:
    points, faces = icosphere(0)
    bump = 1.0 + 0.3 * (fraction(hashed(name, len(points)), 1) - 0.5)
    place = points * bump[:, None] * np.array([across, across, up]) + [0.0, 0.0, -0.02]
    shape = mesh(place, faces, points, paint.material, tint=paint.tint)
    shape.tint[:, 3] = np.clip(200 + 70 * points[:, 2], 110, 255).astype(np.uint8)
    return shape


def _flowers(level: int) -> MeshData:
    """A low green mound with heads of four colours standing in it."""
    mound = _mound(0.95, 0.2, LEAVES, "bed")
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
