"""Fences of works: concrete panels with lozenges, as the Soviet type PO-2, and gates."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props.blocks import blocks
from almaty_tour.mesh.data import MeshData, merge, mesh

VARIANTS = ("long", "short", "gate")

PANEL = Paint("plaster", "#9B968B")
RISE, FALL = PANEL.shaded(1.1), PANEL.shaded(0.86)
POST = Paint("plaster", "#87827A")
STEEL, RUST = Paint("painted_metal", "#4F6E62"), Paint("painted_metal", "#6E5A4C")
PANEL_M, LOW_M, HIGH_M, HALF_M = 4.0, 0.0, 2.45, 0.07
SUNK_M = -0.5
ACROSS, UP, RAISED_M = 5, 3, 0.05
LONG_M, GATE_M = 12.0, 8.0


def build(variant: str, level: int) -> MeshData:
    """A fence along x: 12 m, 4 m, or gates of 8 m; 240, 60 and 50 triangles at most."""
    if variant == "gate":
        return _gate(level)
    count = 3 if variant == "long" else 1
    reach = count * PANEL_M / 2.0
    body = blocks([(-reach, -HALF_M, SUNK_M, reach, HALF_M, HIGH_M)], PANEL)
    if level == 2:
        return body
    middles = [(k + 0.5) * PANEL_M - reach for k in range(count)]
    feet = [(x - 2.12, -0.22, SUNK_M, x - 1.88, 0.22, 0.35) for x in middles]
    if level == 1:
        return merge([body, blocks(feet, POST)])
    return merge([body, blocks(feet, POST), *(_lozenges(x) for x in middles)])


def _lozenges(middle_m: float) -> MeshData:
    """Raised lozenges on both faces: the upper halves light, the lower dark."""
    wide, tall = (PANEL_M - 0.3) / ACROSS, (HIGH_M - 0.45) / UP
    rows, columns = np.mgrid[:UP, :ACROSS]
    x = middle_m - (ACROSS - 1) * wide / 2.0 + columns.ravel() * wide
    z = 0.4 + tall / 2.0 + rows.ravel() * tall
    made = []
    for side in (-1.0, 1.0):
        y = side * (HALF_M + 0.004)
        for sign, paint in ((1.0, RISE), (-1.0, FALL)):
            corners = np.stack([
                np.stack([x - side * wide / 2.0 * sign * -1.0, np.full_like(x, y), z], axis=1),
                np.stack([x + side * wide / 2.0 * sign * -1.0, np.full_like(x, y), z], axis=1),
                np.stack([x, np.full_like(x, y + side * RAISED_M), z + sign * tall / 2.0], axis=1),
            ], axis=1)  # fmt: skip
            faces = np.arange(3 * len(x)).reshape(-1, 3)
            across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
            normals = across / np.linalg.norm(across, axis=1, keepdims=True)
            made.append(mesh(corners.reshape(-1, 3), faces, np.repeat(normals, 3, axis=0),
                             paint.material, tint=paint.tint))  # fmt: skip
    return merge(made)


def _gate(level: int) -> MeshData:
    """Two steel leaves between thick posts, a little rusty below."""
    half = GATE_M / 2.0
    posts = blocks([(s * half - 0.25, -0.25, SUNK_M, s * half + 0.25, 0.25, 2.9) for s in (-1, 1)],
                   POST)  # fmt: skip
    leaves = [
        (-half + 0.25, -0.04, 0.1, -0.03, 0.04, 2.3),
        (0.03, -0.04, 0.1, half - 0.25, 0.04, 2.3),
    ]
    made = [posts, blocks(leaves, STEEL, floor=True)]
    if level == 0:
        bars = [(x - 0.04, -0.08, 0.1, x + 0.04, 0.08, 2.3) for x in np.linspace(-3.4, 3.4, 8)]
        made += [blocks(bars, STEEL.shaded(0.85)),
                 blocks([(-half + 0.25, -0.06, 0.1, half - 0.25, 0.06, 0.45)], RUST)]  # fmt: skip
    return merge(made)
