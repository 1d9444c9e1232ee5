"""The vertex that every geometry pass reads, written once for numpy and for GL.

Attribute slots are the positions in `ATTRIBUTES`; `render/shaders/include/vertex.glsl` has
the same ones and a test keeps them equal.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

VERTEX = np.dtype(
    [
        ("position", np.float32, 3),  # metres, relative to the origin of the chunk
        ("normal", np.uint32),  # signed 10-10-10-2, GL_INT_2_10_10_10_REV
        ("uv", np.float32, 2),  # metres on the surface
        ("tint", np.uint8, 4),  # sRGB multiplier, ambient occlusion
        ("material", np.uint32),  # row of the material table
        ("object_id", np.uint32),  # what picking and hiding address
    ]
)

ATTRIBUTES = ("position", "normal", "uv", "tint", "material", "object_id")

INSTANCE = np.dtype(
    [
        ("position", np.float32, 3),  # metres, relative to the origin of the chunk
        ("yaw_rad", np.float32),  # many whole turns more tell how it leans, see `leaning`
        ("scale", np.float32, 2),  # horizontal, vertical
        ("seed", np.uint32),
        ("object_id", np.uint32),
    ]
)

INSTANCE_ATTRIBUTES = ("position", "yaw_rad", "scale", "seed", "object_id")


AXLE_M = 1.4
"""From the middle of a car to either axle: where it touches the ground."""
LEAN_TURNS, LEAN_STEP = 100.0, 0.004
STEEPEST = 0.19
"""No copy leans more, metres of rise a metre: the turns stay far from those of a mere heading."""


def leaning(yaw_rad: npt.ArrayLike, rise: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Headings of copies that stand on a slope which rises by `rise` a metre ahead, as cars do.

    Whole turns about `LEAN_TURNS` change no heading; the vertex shader reads the slope in them.
    """
    told = np.minimum(np.maximum(np.asarray(rise, np.float64), -STEEPEST), STEEPEST)
    turns = LEAN_TURNS + np.rint(told / LEAN_STEP)
    return np.asarray(np.asarray(yaw_rad, np.float64) + 2.0 * np.pi * turns, np.float64)


def pack_normals(normals: npt.ArrayLike) -> npt.NDArray[np.uint32]:
    """(n,) u4 of (n, 3) unit vectors as signed 10-bit fractions, x in the lowest bits."""
    directions = np.clip(np.asarray(normals, np.float64).reshape(-1, 3), -1.0, 1.0)
    steps = np.rint(directions * 511.0).astype(np.int64) & 0x3FF
    return (steps[:, 0] | (steps[:, 1] << 10) | (steps[:, 2] << 20)).astype(np.uint32)


def unpack_normals(packed: npt.NDArray[np.uint32]) -> npt.NDArray[np.float32]:
    """(n, 3) f4 of packed normals, as the GPU reads them."""
    words = packed.astype(np.int64)
    steps = np.stack([words & 0x3FF, (words >> 10) & 0x3FF, (words >> 20) & 0x3FF], axis=1)
    signed = np.where(steps > 511, steps - 1024, steps)
    return np.maximum(signed / 511.0, -1.0).astype(np.float32)
