"""Flat wall pieces bent round a cylinder: round buildings from the words for straight walls."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.kit.dice import diced
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import PLASTER
from almaty_tour.kit.wall import rhythm, wall
from almaty_tour.mesh.data import MeshData


def bent(
    data: MeshData, radius_m: float, *, start_deg: float = -90.0, edge_m: float = 0.0
) -> MeshData:
    """The mesh with its plane y = 0 laid on a cylinder about the z axis.

    x becomes arc length counter-clockwise from the ray at `start_deg`; what stood out to -y
    stands out from the cylinder. Faces only bend at their vertices: `edge_m` > 0 cuts longer
    edges first.
    """
    flat = diced(data, edge_m) if edge_m > 0.0 else data
    points, normals = flat.positions.astype(np.float64), flat.normals.astype(np.float64)
    angle = np.radians(start_deg) + points[:, 0] / radius_m
    out = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    along = np.stack([-out[:, 1], out[:, 0]], axis=1)
    plan = (radius_m - points[:, 1:2]) * out
    turned = normals[:, :1] * along - normals[:, 1:2] * out
    return replace(
        flat,
        positions=np.column_stack([plan, points[:, 2]]).astype(np.float32),
        normals=np.column_stack([turned, normals[:, 2]]).astype(np.float32),
    )


def demo() -> MeshData:
    """A quarter of a round tower with four arched windows."""
    radius = 6.0
    length = radius * np.pi / 2
    windows = rhythm(length, 4, Opening(1.1, 2.4, head="round"), 0.8)
    return bent(wall(length, 4.0, PLASTER, windows), radius, edge_m=0.5)
