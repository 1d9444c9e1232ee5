"""Timber of tombs: squared beams, round logs with pale ends, walls of courses."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared import patina
from almaty_tour.kit import extrude, lathe, profile
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge, transformed

F64 = npt.NDArray[np.float64]
Vector = Sequence[float]
SPRUCE = Paint("old_wood", "#7A5B3C")
END = "#B08A5C"


def beam(start: Vector, end: Vector, wide: float, high: float, paint: Paint = SPRUCE) -> MeshData:
    """A squared beam from middle of end to middle of end, its narrow edges taken off."""
    length, frame = _frame(start, end)
    outline = profile.chamfered(wide, high, 0.12 * min(wide, high))
    made = extrude.prism(outline, 0.0, length, paint, crease_deg=20.0)
    return _shaded(transformed(made, frame), start, end)


def log(start: Vector, end: Vector, thick: float, paint: Paint = SPRUCE) -> MeshData:
    """A round log without bark, a little thinner at its far end."""
    length, frame = _frame(start, end)
    made = lathe.cylinder(thick / 2, length, paint, top_radius_m=0.44 * thick, sides=10)
    return _shaded(transformed(made, frame), start, end)


def _frame(start: Vector, end: Vector) -> tuple[float, F64]:
    """Length and (4, 4) frame whose z runs along the timber and whose y is as upright as can be."""
    first = np.asarray(start, np.float64)
    way = np.asarray(end, np.float64) - first
    length = float(np.linalg.norm(way))
    z = way / length
    up = np.array([0.0, 0.0, 1.0]) if abs(z[2]) < 0.9 else np.array([0.0, 1.0, 0.0])
    x = np.cross(up, z)
    x /= np.linalg.norm(x)
    frame = np.eye(4)
    frame[:3] = np.column_stack([x, np.cross(z, x), z, first])
    return length, frame


def _shaded(data: MeshData, start: Vector, end: Vector) -> MeshData:
    """Each timber a little lighter or darker than the next, its sawn ends pale."""
    seed = int(sum(round(100 * value) * (7 * k + 3) for k, value in enumerate((*start, *end))))
    middle = np.asarray(start, np.float64) + np.asarray(end, np.float64)
    gain = 0.22 * float(patina.noise([middle * 1.7 + 0.37], 1.0, seed % 97)[0])
    colour = "#2E2117" if gain < 0 else "#B5915F"
    data = patina.stained(data, colour, np.full(data.vertex_count, abs(gain)))
    way = np.asarray(end, np.float64) - np.asarray(start, np.float64)
    way /= np.linalg.norm(way)
    flat = np.abs(data.normals.astype(np.float64) @ way) > 0.9
    return patina.stained(data, END, np.where(flat, 0.55, 0.0))


def course(
    corners: Sequence[tuple[float, float]], z: float, size: float, *, over: float, turned: bool
) -> list[MeshData]:
    """One ring of squared beams on a plan; the beams that run past the corners change by course."""
    made = []
    for side in range(len(corners)):
        a = np.array(corners[side])
        b = np.array(corners[(side + 1) % len(corners)])
        way = (b - a) / np.linalg.norm(b - a)
        past = over if (side % 2 == 0) == turned else -size / 2
        made.append(beam((*(a - way * past), z), (*(b + way * past), z), size * 0.98, size * 0.98))
    return made


def deck(
    low: tuple[float, float], high: tuple[float, float], z: float, count: int, high_cm: float,
    *, along_x: bool, round_logs: bool = False,
) -> MeshData:  # fmt: skip
    """Timbers side by side over a rectangle of the plan, their middle at `z`."""
    made = []
    spread = high[1] - low[1] if along_x else high[0] - low[0]
    wide = spread / count
    for number in range(count):
        at = (low[1] if along_x else low[0]) + (number + 0.5) * wide
        start, end = ((low[0], at, z), (high[0], at, z)) if along_x else (
            (at, low[1], z), (at, high[1], z))  # fmt: skip
        made.append(
            log(start, end, wide * 0.98) if round_logs else beam(start, end, wide * 0.96, high_cm)
        )
    return merge(made)
