"""Birds on the wing: dark rooks and pale pigeons, wings up, level and down; nose to +x."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

POSES = {"up": 0.62, "level": 0.08, "down": -0.45}
SIZES_M = {"rook": 0.45, "pigeon": 0.31}
COLOURS = {"rook": "#26272B", "pigeon": "#8E949C"}
VARIANTS = tuple(f"{name}_{pose}" for name in SIZES_M for pose in POSES)


def build(variant: str, level: int) -> MeshData:
    """A bird about the origin; 22 triangles on level 0, 18 and 8 farther off."""
    name, _, pose = variant.partition("_")
    size, lift = SIZES_M[name], POSES[pose]
    paint = Paint("painted_metal", COLOURS[name])
    wings = [_wing(size, lift, side, level, paint) for side in (-1.0, 1.0)]
    return merge(wings) if level == 2 else merge([*wings, _body(size, level, paint)])


def _body(size_m: float, level: int, paint: Paint) -> MeshData:
    """A spindle with a tail."""
    points = np.array([
        (0.55, 0.0, 0.0), (0.1, 0.13, 0.0), (0.1, -0.13, 0.0), (0.1, 0.0, 0.11),
        (0.1, 0.0, -0.13), (-0.6, 0.1, 0.02), (-0.6, -0.1, 0.02),
    ]) * size_m  # fmt: skip
    fine = [(0, 1, 3), (0, 3, 2), (0, 4, 1), (0, 2, 4), (1, 5, 3), (3, 6, 2), (3, 5, 6),
            (1, 4, 5), (2, 6, 4), (4, 6, 5)]  # fmt: skip
    coarse = [(0, 1, 2), (1, 5, 6), (1, 6, 2), (0, 2, 4), (0, 4, 1), (4, 6, 5)]
    return solid(points, np.array(fine if level == 0 else coarse), paint, crease_deg=80.0)


def _wing(size_m: float, lift: float, side: float, level: int, paint: Paint) -> MeshData:
    """A wing of an inner and an outer half, seen from above and below."""
    elbow, tip = 0.55, 1.15
    points = np.array([
        (0.25, 0.08, 0.03), (-0.2, 0.08, 0.03), (0.28, elbow, elbow * lift),
        (-0.15, elbow, elbow * lift), (-0.12, tip, tip * lift * 0.8),
    ]) * size_m * [1.0, side, 1.0]  # fmt: skip
    faces = np.array([(0, 2, 4), (0, 4, 1)] if level == 2 else [(0, 2, 3), (0, 3, 1), (2, 4, 3)])
    above = faces if side > 0 else faces[:, ::-1]
    below = above[:, ::-1] + len(points)
    both = np.concatenate([np.add(points, [0.0, 0.0, 0.006]), points])
    return solid(both, np.concatenate([above, below]), paint, crease_deg=80.0)
