"""Car bodies for an eye at hand: noses that round, shoulders, frames of windows, seams, lamps."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props import _coachwork as coach
from almaty_tour.kit.props._coachwork import GLASS, OUT_M, Body
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.intp]

HALF = 8
"""Points of half an outline: sill, tuck, side, shoulder, belt, roof edge, roof, middle."""
BELT, EDGE = 4, 5
HOUSING = Paint("painted_metal", "#3C4146")
BLACK = Paint("rubber", "#151617")
SEAM = Paint("rubber", "#1D1E20")
RED = Paint("painted_metal", "#7A120E")
BRIGHT = Paint("painted_metal", "#B9BCBE")
SCREEN_U, SIDE_U = 10.0, 22.0
"""Added to the metres across screens and along sides: what the shader knows them by.

All stay below 32 m, beyond which every prop of the file would be laid out more coarsely.
"""


def body(made: Body) -> MeshData:
    """All of a car but its wheels and its floor; 560 triangles at most."""
    parts = [skin(made), *_trimmed(made), pillars(made), _frames(made), coach.mirrors(made)]
    return merge([*parts, _front(made), _rear(made), _beneath(made)])


def rings(made: Body) -> F64:
    """(n, 15, 3) outlines from nose to tail, each from the right sill over the roof."""
    return np.array([_ring(made, row) for row in made.table])


def _half(made: Body, row: F64) -> F64:
    """(8, 2) y and z from the sill to the middle of the roof."""
    _, half, sill, belt, top, above = row.tolist()
    high = belt - sill
    crown = made.crown_m * min(max((top - belt) / 0.4, 0.0), 1.0)
    crown = min(made.crown_m, max(crown, 0.03))
    return np.array([
        (half * 0.93, sill), (half * 0.985, sill + 0.16 * high), (half, sill + 0.52 * high),
        (half * 0.985, sill + 0.88 * high), (half * 0.955, belt), (above, top),
        (above * 0.80, top + 0.62 * crown), (0.0, top + crown),
    ])  # fmt: skip


def _lean(made: Body, x_m: F64, share: F64) -> F64:
    """How far points of nose and tail lie back, `share` of the way from the sill to the belt."""
    table = made.table
    near = np.clip(1.0 - np.minimum(table[0, 0] - x_m, x_m - table[-1, 0]) / 0.5, 0.0, 1.0)
    off = np.clip(share, 0.0, 1.15) - 0.42
    return np.asarray(-np.sign(x_m) * made.nose_m * near * (off / 0.58) ** 2)


def _ring(made: Body, row: F64) -> F64:
    half = _half(made, row)
    share = (half[:, 1] - row[2]) / (row[3] - row[2])
    x = row[0] + _lean(made, np.full(HALF, row[0]), share)
    right = np.column_stack([x, -half[:, 0], half[:, 1]])
    left = (right * [1, -1, 1])[-2::-1]
    return np.concatenate([right, left])


def skin(made: Body) -> MeshData:
    """The closed shell with its windows."""
    outline = rings(made)
    count, around = outline.shape[:2]
    row, place = (axis.ravel() for axis in np.mgrid[: count - 1, : around - 1])
    a = row * around + place
    quads = np.stack([a, a + 1, a + around + 1, a + around], axis=1)
    faces = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    row, low = np.tile(row, 2), np.tile(np.minimum(place, around - 2 - place), 2)
    first, top, rear, last = made.glass
    between = (row >= first) & (row < last)
    ahead, behind = (row >= first) & (row < top), (row >= rear) & (row < last)
    side, screen = (low == BELT) & between, (low > BELT) & (ahead | behind)
    caps = [(0, k + 1, k) for k in range(1, around - 1)]
    end = (count - 1) * around
    caps += [(end, end + k, end + k + 1) for k in range(1, around - 1)]
    over = (low > BELT) & (made.roof is not None) & between
    shell = ~(side | screen | over)
    points = outline.reshape(-1, 3)
    parts = [coach.dimmed(solid(points, np.concatenate([faces[shell], caps]), made.paint,
                                crease_deg=42.0))]  # fmt: skip
    for chosen, kind in ((side, SIDE_U), (screen, SCREEN_U)):
        panes = faces[chosen]
        parts.append(solid(points, panes, GLASS, crease_deg=30.0,
                           corner_uv=_pane_uv(made, points, panes, kind)))  # fmt: skip
    if made.roof is not None:
        lid = faces[over & ~screen]
        parts.append(solid(points, lid, made.roof, crease_deg=42.0))
    return merge(parts)


def _pane_uv(made: Body, points: F64, faces: I64, kind: float) -> F64:
    """(m, 3, 2): metres across or along, and how high in the window, 0 to 1."""
    corners = points[faces]
    table = made.table[::-1]
    low = np.interp(corners[..., 0], table[:, 0], table[:, 3])
    high = np.full_like(low, float(made.table[:, 4].max()))
    share = np.clip((corners[..., 2] - low) / np.maximum(high - low, 0.1), 0.0, 1.0)
    if kind == SCREEN_U:
        base = float(made.table[list(made.glass), 3].min())
        share = np.clip((corners[..., 2] - base) / (high - base), 0.0, 1.0)
    metres = corners[..., 0] if kind == SIDE_U else corners[..., 1]
    return np.stack([metres + kind, share], axis=-1)


def flank(made: Body, x_m: float, share: float) -> tuple[float, float, float]:
    """A point just outside the left side at a station, `share` of the way from sill to belt."""
    table = made.table[::-1]
    row = np.array([np.interp(x_m, table[:, 0], table[:, k]) for k in range(6)])
    half = _half(made, row)[: BELT + 1]
    z = row[2] + share * (row[3] - row[2])
    y = float(np.interp(z, half[:, 1], half[:, 0])) + OUT_M
    return x_m + float(_lean(made, np.array([x_m]), np.array([share]))[0]), y, float(z)


def _both(quads: Sequence[npt.ArrayLike], paint: Paint) -> MeshData:
    """Quadrilaterals of the left side, and the same on the right."""
    left = np.asarray(quads, np.float64).reshape(-1, 4, 3)
    return quadrilaterals(np.concatenate([left, (left * [1, -1, 1])[:, ::-1]]), paint)


def _rail(
    made: Body, span: tuple[float, float], share: tuple[float, float], paint: Paint
) -> MeshData:
    """A band along both sides, from the first station back to the second."""
    inner = made.table[:, 0]
    at = [span[0], *inner[(inner < span[0] - 0.05) & (inner > span[1] + 0.05)].tolist(), span[1]]
    low = [flank(made, x, share[0]) for x in at]
    high = [flank(made, x, share[1]) for x in at]
    return _both([(low[k], high[k], high[k + 1], low[k + 1]) for k in range(len(at) - 1)], paint)


def _seam(made: Body, x_m: float) -> MeshData:
    """The upright gap of a door."""
    rows = [(flank(made, x_m + 0.011, s), flank(made, x_m - 0.011, s)) for s in (0.12, 0.52, 0.98)]
    return _both([(rows[k][0], rows[k + 1][0], rows[k + 1][1], rows[k][1]) for k in (0, 1)], SEAM)


def pillars(made: Body, wide_m: float = 0.1) -> MeshData:
    """Strips between the side windows, black, and in the paint along the edges of the screens."""
    first, top, rear, last = (float(made.table[k, 0]) for k in made.glass)
    edges = [_strip(made, first, top, wide_m), _strip(made, last, rear, 1.2 * wide_m)]
    between = [_strip(made, x, x, 0.8 * wide_m) for x in made.pillars_m]
    return merge([_both(edges, made.paint), _both(between, BLACK)])


def _strip(made: Body, low_x: float, high_x: float, wide_m: float) -> F64:
    """A strip of the left side from the belt to the edge of the roof."""
    table, w = made.table[::-1], wide_m / 2.0
    x, y, z = flank(made, low_x, 1.0)
    above, top = (float(np.interp(high_x, table[:, 0], table[:, k])) for k in (5, 4))
    y1, z1 = above + OUT_M, top + 0.5 * OUT_M
    return np.array([(x - w, y, z), (high_x - w, y1, z1), (high_x + w, y1, z1), (x + w, y, z)])


def _beneath(made: Body) -> MeshData:
    """The floor between the wheels, dark, and the shade on the road."""
    table, y = made.table, made.half_m * 0.9
    x0, x1 = float(table[-1, 0]) + 0.12, float(table[0, 0]) - 0.12
    road = [(x0, -y, 0.035), (x1, -y, 0.035), (x1, y, 0.035), (x0, y, 0.035)]
    low, high, w = 0.16, float(table[:, 2].min()) + 0.12, 0.82 * y
    x0, x1 = x0 + 0.25, x1 - 0.25
    side = np.array([(x0, -w, low), (x1, -w, low), (x1, -w, high), (x0, -w, high)])
    front = np.array([(x1, -w, low), (x1, w, low), (x1, w, high), (x1, -w, high)])
    back = (front - [x1 - x0, 0.0, 0.0])[::-1]
    quads = np.array([road, side, (side * [1, -1, 1])[::-1], front, back])
    return quadrilaterals(quads, coach.SHADE)


def _trimmed(made: Body) -> list[MeshData]:
    """Black sills, the strip under the windows, gaps of the doors, handles."""
    table = made.table
    first, _, _, last = (float(table[k, 0]) for k in made.glass)
    front, rear = max(made.axles_m) - 1.2 * made.wheel_m, min(made.axles_m) + 1.2 * made.wheel_m
    parts = [_rail(made, (front, rear), (0.02, 0.15), BLACK)]
    parts.append(_rail(made, (first, last), (0.965, 1.0), made.trim))
    doors = [min(front - 0.06, first + 0.1), *made.pillars_m[:1], *made.pillars_m[1:][:1]]
    parts += [_seam(made, x) for x in doors]
    for x in made.pillars_m[:2]:
        a, b = x + 0.10, x + 0.24
        ends = [
            flank(made, b, 0.80),
            flank(made, b, 0.85),
            flank(made, a, 0.85),
            flank(made, a, 0.80),
        ]
        parts.append(_both([ends], made.trim))
    return parts


def _frames(made: Body) -> MeshData:
    """The black edge at the foot of the windscreen and over its head."""
    ring = rings(made)
    first, top = ring[made.glass[0]], ring[made.glass[1]]
    quads = []
    for share, wide in ((0.0, 0.09), (0.92, 0.08)):
        for k in (EDGE, EDGE + 1, HALF - 1, HALF):
            low, high = share, share + wide
            a, b = (first[k + i] + (top[k + i] - first[k + i]) * low for i in (0, 1))
            d, c = (first[k + i] + (top[k + i] - first[k + i]) * high for i in (0, 1))
            quads.append(np.array([a, b, c, d]) + np.array([0.008, 0.0, 0.012]))
    return quadrilaterals(np.array(quads), BLACK)


def _wrap(made: Body, end: int, inner: float, on_m: float, share: tuple[float, float]) -> list[F64]:
    """Quadrilaterals of the left side of nose (0) or tail (-1), round the corner.

    From `inner` of its half width to `on_m` along the flank.
    """
    table, sign = made.table, 1.0 if end == 0 else -1.0
    x0, half = float(table[end, 0]), float(table[end, 1])
    x1 = float(table[1 if end == 0 else -2, 0])
    lines = []
    for s in share:
        tip = flank(made, x0, s)
        line = [(tip[0] + sign * OUT_M, inner * half, tip[2])]
        line.append((tip[0] + sign * OUT_M, tip[1], tip[2]))
        reach = [x for x in (x1,) if abs(x - x0) < on_m - 0.02] + [x0 - sign * on_m]
        line += [flank(made, x, s) for x in reach]
        lines.append(line)
    low, high = lines
    quads = [np.array([low[k], low[k + 1], high[k + 1], high[k]]) for k in range(len(low) - 1)]
    return [quad if end == 0 else quad[::-1] for quad in quads]


def _across(made: Body, end: int, half: float, share: tuple[float, float], paint: Paint,
            out_m: float = OUT_M) -> MeshData:  # fmt: skip
    """A panel across nose or tail, `half` of its half width to either side."""
    sign = 1.0 if end == 0 else -1.0
    x0, wide = float(made.table[end, 0]), half * float(made.table[end, 1])
    (xa, _, za), (xb, _, zb) = flank(made, x0, share[0]), flank(made, x0, share[1])
    quad = np.array([(xa, -wide, za), (xa, wide, za), (xb, wide, zb), (xb, -wide, zb)])
    quad[:, 0] += sign * out_m
    return quadrilaterals(quad[None] if end == 0 else quad[None, ::-1], paint)


def _plate(made: Body, end: int, share: float) -> MeshData:
    """A plate of 0.52 m with the bar of its letters."""
    sign = 1.0 if end == 0 else -1.0
    x, _, z = flank(made, float(made.table[end, 0]), share)
    x += sign * 3.0 * OUT_M
    letters = coach.face(x + sign * 0.006, -0.2, 0.22, z - 0.03, z + 0.03, HOUSING)
    return merge([coach.face(x, -0.27, 0.27, z - 0.06, z + 0.06, coach.PLATE), letters])


def _front(made: Body) -> MeshData:
    """Lamps in their housings, grille, the black below with its fog lamps, plate."""
    parts = [_both(_wrap(made, 0, 0.50, 0.34, (0.66, 0.94)), HOUSING)]
    x, y, z = flank(made, float(made.table[0, 0]), 0.80)
    x += 0.5 * OUT_M + 2.0 * OUT_M
    inner = 0.56 * float(made.table[0, 1])
    tall = 0.085 * float(made.table[0, 3] - made.table[0, 2])
    for side in (-1.0, 1.0):
        y0, y1 = sorted((side * inner, side * (y - 0.05)))
        parts.append(coach.face(x, y0, y1, z - tall, z + tall, coach.LIGHT))
    parts.append(_across(made, 0, 0.48, (0.58, 0.92), BLACK))
    parts.append(_across(made, 0, 0.44, (0.74, 0.78), BRIGHT, 2.0 * OUT_M))
    parts.append(_across(made, 0, 0.82, (0.12, 0.36), BLACK))
    parts.append(_across(made, 0, 1.0, (0.0, 0.07), BLACK))
    return merge([*parts, _plate(made, 0, 0.46)])


def _rear(made: Body) -> MeshData:
    """Lamps, plate, the black below."""
    parts = [_both(_wrap(made, -1, 0.52, 0.24, (0.62, 0.96)), RED)]
    x, y, z = flank(made, float(made.table[-1, 0]), 0.80)
    x -= 2.5 * OUT_M
    inner = 0.60 * float(made.table[-1, 1])
    tall = 0.10 * float(made.table[-1, 3] - made.table[-1, 2])
    for side in (-1.0, 1.0):
        y0, y1 = sorted((side * inner, side * (y - 0.04)))
        parts.append(coach.face(x, y0, y1, z - tall, z + tall, coach.TAIL))
    parts.append(_across(made, -1, 0.9, (0.02, 0.26), BLACK))
    parts.append(_across(made, -1, 0.40, (0.70, 0.73), BRIGHT, 2.0 * OUT_M))
    return merge([*parts, _plate(made, -1, 0.52)])


def wheels(made: Body) -> MeshData:
    """Arches, tyres with their treads, rims of five spokes."""
    parts = []
    side, radius, corners = made.half_m * 0.985, made.wheel_m, 12
    for x in made.axles_m:
        for sign in (-1.0, 1.0):
            arch = coach.disc(x, sign * (side + 0.012), radius * 1.19, radius, corners)
            parts.append(coach.fan(arch, sign, coach.SHADE))
            tyre = coach.disc(x, sign * (side + 0.026), radius, radius, corners)
            parts += [coach.fan(tyre, sign, coach.RUBBER), coach.tread(tyre, sign)]
            parts.append(_spokes(x, sign * (side + 0.036), radius, sign))
    return merge(parts)


def _spokes(x_m: float, y_m: float, radius_m: float, sign: float) -> MeshData:
    """Five wedges that meet in the hub."""
    middle = np.arange(5) * 2.0 * np.pi / 5.0 + np.pi / 2.0
    rows = []
    for turn, far in ((-1.25, 0.08), (-0.3, 0.66), (0.3, 0.66), (1.25, 0.08)):
        angle = middle + turn
        rows.append(np.stack([x_m + radius_m * far * np.cos(angle), np.full(5, y_m),
                              radius_m * (1.0 + far * np.sin(angle))], axis=1))  # fmt: skip
    quads = np.stack(rows, axis=1)
    return quadrilaterals(quads if sign < 0.0 else quads[:, ::-1], coach.RIM)
