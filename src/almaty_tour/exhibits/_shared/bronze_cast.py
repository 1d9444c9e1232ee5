"""Cast bronze: soft bodies along curved lines, skins of them, and the colours of their age.

Hollows are dark and green, what hands touch is worn to the warm metal.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared import patina
from almaty_tour.kit import sdf, skin
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.sdf import Field, Vector
from almaty_tour.kit.settle import settled
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
BRONZE = Paint("bronze_patina", "#4E4733")
VERDIGRIS, WORN, HOLLOW = "#3F5F4E", "#8C6738", "#1E1D17"


def curve(points: Sequence[Vector], steps: int = 4) -> list[Vector]:
    """A smooth line through points, `steps` pieces between each two of them."""
    ends = np.array(points, np.float64)
    padded = np.concatenate([[2 * ends[0] - ends[1]], ends, [2 * ends[-1] - ends[-2]]])
    t = np.arange(steps)[:, None] / steps
    rows = []
    for a, b, c, d in zip(padded[:-3], padded[1:-2], padded[2:-1], padded[3:], strict=True):
        rows.append(
            0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2
                   + (3 * b - a - 3 * c + d) * t**3)
        )  # fmt: skip
    line = np.concatenate([*rows, ends[-1:]])
    return [(float(x), float(y), float(z)) for x, y, z in line]


def swept(points: Sequence[Vector], radii: Sequence[float], steps: int = 4) -> Field:
    """A soft rod along a smooth line, thick as told at each of its points."""
    line = curve(points, steps)
    thick = np.interp(np.linspace(0.0, len(radii) - 1.0, len(line)), range(len(radii)), radii)
    return sdf.limb(line, [float(r) for r in thick], 0.03 * float(np.mean(radii)))


def ringed(points: Sequence[Vector], radii: Sequence[float], knobs: int, steps: int = 4) -> Field:
    """A horn along a smooth line with ring swellings on it."""
    line = np.array(curve(points, steps))
    share = np.linspace(0.0, 1.0, len(line))
    thick = np.interp(share * (len(radii) - 1), range(len(radii)), radii)
    spot = np.linspace(0.02, 0.9, knobs)
    fields = [sdf.limb([tuple(p) for p in line], [float(r) for r in thick], 0.0)]
    for s in spot:
        x, y, z = (float(np.interp(s, share, line[:, axis])) for axis in range(3))
        fields.append(sdf.ball((x, y, z), 1.22 * float(np.interp(s, share, thick))))
    return sdf.union(fields, 0.25 * float(np.mean(radii)))


def cast(
    field: Field, low: Vector, high: Vector, cell: float, *, triangles: int, paint: Paint = BRONZE
) -> MeshData:
    """The skin of a field in bronze."""
    return settled(skin.skin(field, low, high, cell, paint, triangles=triangles))


def aged(data: MeshData, seed: int, *, green: float = 0.7, spot_cm: float = 6.0) -> MeshData:
    """Brown-green bronze: verdigris in clouds and hollows, warm metal on what stands out."""
    at = data.positions.astype(np.float64)
    made = patina.mottled(data, 0.16, 0.6 * spot_cm, seed)
    cloud = patina.noise(at, spot_cm, seed + 3) + 0.5 * patina.noise(at, spot_cm / 3, seed + 4)
    made = patina.stained(made, VERDIGRIS, green * np.clip(1.1 * cloud - 0.1, 0.0, 0.85))
    bend = curvature(data)
    low, middle, high = (float(one) for one in np.percentile(bend, (8, 50, 93)))
    ridge = np.clip((bend - middle) / max(high - middle, 1e-6), 0.0, 1.2)
    crease = np.clip((middle - bend) / max(middle - low, 1e-6), 0.0, 1.2)
    made = patina.stained(made, HOLLOW, 0.7 * np.clip(crease - 0.25, 0.0, 1.0))
    rub = 0.7 + 0.4 * patina.noise(at, spot_cm / 2, seed + 5)
    return patina.stained(made, WORN, 0.9 * rub * np.clip(ridge - 0.25, 0.0, 1.0))


def curvature(data: MeshData) -> F64:
    """(n,) how sharply a surface bends at a vertex, a centimetre: above 0 on ridges and tips."""
    at, out = data.positions.astype(np.float64), data.normals.astype(np.float64)
    face = data.faces.astype(np.int64)
    pairs = np.concatenate([face[:, [0, 1]], face[:, [1, 2]], face[:, [2, 0]]])
    pairs = np.concatenate([pairs, pairs[:, ::-1]])
    way = at[pairs[:, 1]] - at[pairs[:, 0]]
    fall = -(way * out[pairs[:, 0]]).sum(axis=1) / np.maximum((way**2).sum(axis=1), 1e-9)
    count = np.maximum(np.bincount(pairs[:, 0], minlength=len(at)), 1)
    bend = np.bincount(pairs[:, 0], fall, minlength=len(at)) / count
    for _ in range(2):
        around = np.bincount(pairs[:, 0], bend[pairs[:, 1]], minlength=len(at)) / count
        bend = 0.5 * bend + 0.5 * around
    return np.asarray(bend)
