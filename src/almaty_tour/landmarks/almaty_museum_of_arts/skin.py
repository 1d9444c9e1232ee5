"""Cladding of the Almaty Museum of Arts: running courses of plates, and square window funnels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.profile import F64
from almaty_tour.mesh.data import MeshData, merge

BACKING_M = 0.03


def clad(
    corners: npt.ArrayLike,
    course_m: float,
    plate_m: float,
    paints: Sequence[Paint],
    name: str,
    *,
    upright: bool = False,
) -> MeshData:
    """A four-cornered face laid with plates in broken joints.

    `corners` (4, 3) run counter-clockwise seen from outside, the first edge is the foot.
    Courses run along the foot, or up from it with `upright`. Each plate takes one of the
    paints by the hash of `name`. A plain sheet behind closes the joints.
    """
    a, b, c, d = np.asarray(corners, np.float64).reshape(4, 3)
    if upright:
        a, b, c, d = b, c, d, a
    rows = max(1, round(float(np.linalg.norm((d + c - a - b) / 2)) / course_m))
    count = max(1, round(float(np.linalg.norm((b + c - a - d) / 2)) / plate_m))
    seed = hashed(name, rows * (count + 1))
    shift = fraction(hashed(name + "/joint", rows), 1) * 0.6 + 0.2
    u = np.clip((np.arange(count + 2)[None] - shift[:, None]) / count, 0.0, 1.0)
    v = np.linspace(0.0, 1.0, rows + 1)
    quads = np.stack(
        [
            _spot(a, b, c, d, u[:, :-1], v[:-1, None]),
            _spot(a, b, c, d, u[:, 1:], v[:-1, None]),
            _spot(a, b, c, d, u[:, 1:], v[1:, None]),
            _spot(a, b, c, d, u[:, :-1], v[1:, None]),
        ],
        axis=2,
    ).reshape(-1, 4, 3)
    choice = (fraction(seed, 2) * len(paints)).astype(int)
    pieces = [quadrilaterals(quads[choice == i], paint) for i, paint in enumerate(paints)]
    normal = np.cross(c - a, d - b)
    normal = normal / np.linalg.norm(normal)
    warped = abs(float((c - a) @ normal) - float((b - a) @ normal)) > 0.01
    levels = v if warped else v[[0, -1]]
    left, right = a + levels[:, None] * (d - a), b + levels[:, None] * (c - b)
    behind = np.stack([left[:-1], right[:-1], right[1:], left[1:]], axis=1) - BACKING_M * normal
    return merge([*pieces, quadrilaterals(behind, paints[0])])


def _spot(a: F64, b: F64, c: F64, d: F64, u: F64, v: F64) -> F64:
    """(..., 3) points of the patch at shares u along the foot and v up."""
    u, v = u[..., None], np.broadcast_to(v, u.shape)[..., None]
    foot, head = a + u * (b - a), d + u * (c - d)
    result: F64 = foot + v * (head - foot)
    return result


def funnel(
    face: npt.ArrayLike,
    hole: npt.ArrayLike,
    back: npt.ArrayLike,
    skin: tuple[float, float, Sequence[Paint], bool],
    inner: Sequence[Paint],
    glass: Paint,
    bar: Paint,
    name: str,
) -> MeshData:
    """A face with a deep window: a frame round the hole, four splayed sides, glass behind.

    All three rings are (4, 3), counter-clockwise seen from outside, from the lower left.
    """
    outer, rim, pane = (np.asarray(ring, np.float64).reshape(4, 3) for ring in (face, hole, back))
    course, plate, paints, upright = skin
    pieces = []
    for i in range(4):
        j = (i + 1) % 4
        frame = np.array([outer[i], outer[j], rim[j], rim[i]])
        side = np.array([rim[i], rim[j], pane[j], pane[i]])
        turned = upright if i % 2 == 0 else not upright
        pieces.append(clad(frame, course, plate, paints, f"{name}/frame{i}", upright=turned))
        pieces.append(clad(side, course, plate, inner, f"{name}/side{i}", upright=i % 2 == 0))
    return merge([*pieces, quadrilaterals(pane[None], glass), _bars(pane, bar)])


def _bars(pane: F64, paint: Paint) -> MeshData:
    """Four upright bars and one level one before the glass."""
    share = np.array([0.0, 0.25, 0.5, 0.75, 1.0])[:, None]
    low, high = pane[0] + share * (pane[1] - pane[0]), pane[3] + share * (pane[2] - pane[3])
    across = (pane[0] + 0.3 * (pane[3] - pane[0]), pane[1] + 0.3 * (pane[2] - pane[1]))
    return merge(
        [struts(low, high, 0.18, paint), struts(across[0][None], across[1][None], 0.14, paint)]
    )
