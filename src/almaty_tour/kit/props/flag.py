"""Flagpoles: the sky-blue flag of Kazakhstan, and plain ones."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, ornament, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

VARIANTS = ("kazakhstan", "plain")

POLE = Paint("painted_metal", "#E6E8EA")
SKY = Paint("painted_metal", "#00A3C7")
YELLOW = Paint("painted_metal", "#FFD34A")


def build(variant: str, level: int) -> MeshData:
    """A 9 m pole with a 3 x 1.5 m flag blown to +x."""
    sides = (8, 5, 3)[level]
    pole = lathe.lathe(profile.line((0.07, 0.0), (0.035, 9.0)), POLE, sides=sides, crease_deg=80.0)
    columns = (9, 5, 3)[level]
    pieces = [pole, _cloth(columns)]
    if variant == "kazakhstan" and level == 0:
        disc = extrude.panel(profile.circle(0.3, 10), -0.012, 0.012, YELLOW)
        bar = ornament.ribbon([(0.16, 7.4), (0.16, 8.8)], 0.1, 0.02, YELLOW)
        pieces += [transform.move(disc, x=1.55, y=_sway(1.55), z=8.1), bar]
    return merge(pieces)


def _sway(x_m: float) -> float:
    return float(0.16 * x_m / 3.0 * np.sin(2.6 * x_m))


def _cloth(columns: int) -> MeshData:
    """Two sides a finger apart, waving."""
    x = np.linspace(0.0, 3.0, columns)
    y = 0.16 * x / 3.0 * np.sin(2.6 * x)
    sheets = []
    for shift in (-0.005, 0.005):
        low = np.column_stack([x + 0.05, y + shift, np.full(columns, 7.35)])
        high = np.column_stack([x + 0.05, y + shift, np.full(columns, 8.85)])
        sheets.append(np.stack([low, high], axis=1).reshape(-1, 3))
    faces = extrude.grid_faces(columns, 2)
    back = faces[:, ::-1] + 2 * columns
    return solid(np.concatenate(sheets), np.concatenate([faces, back]), SKY, crease_deg=60.0)
