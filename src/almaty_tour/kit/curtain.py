"""Curtain walls: panes of their own colour and lean between standing mullions and transoms.

A glass front is never one mirror. Every pane here has its own tint and leans by a fraction of
a degree, so each one shows another piece of sky; spandrels part the storeys, bars stand out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.transform import on_edge
from almaty_tour.mesh.data import MeshData, merge, mesh

F64 = npt.NDArray[np.float64]

LEAST_PANE_M2 = 0.02
LEAST_EDGE_M = 1e-4
SASH_OUT_M = 0.5
FLAT_BAR_M = 0.08
"""Bars that stand out less are drawn without their sides."""
BAR_PIECE_M = 24.0
"""Long bars are cut: shade baked at their feet must not climb a whole tower."""


@dataclass(frozen=True)
class Curtain:
    """How a curtain wall is made.

    Attributes:
        glass, spandrel, metal: vision panes, the band under each sill, bars.
        storey_m, sill_m: height of a storey, and how much of it from the floor is spandrel.
        pane_m: about the width of a pane; it is fitted to the length of a face.
        base_m: height of any floor line; all faces of a building share the lines.
        variety: how much lighter or darker a pane may be than its paint (0 to 1).
        tilt_deg: how far a pane may lean out of the plane.
        pale, pale_share: another colour for some panes (blinds, other coating).
        open_share: how many vision panes have a sash tilted open at the foot.
        grid: how many bars a pane has across and a storey has upright: a fine mesh of bars
            over few panes.
        mullion_m, transom_m: (width, how far it stands out) of upright and level bars;
            a width of 0 leaves them out.
    """

    glass: Paint
    spandrel: Paint
    metal: Paint
    storey_m: float = 3.6
    sill_m: float = 1.1
    pane_m: float = 1.8
    base_m: float = 0.0
    variety: float = 0.14
    tilt_deg: float = 0.5
    pale: Paint | None = None
    pale_share: float = 0.0
    open_share: float = 0.0
    grid: tuple[int, int] = (1, 1)
    mullion_m: tuple[float, float] = (0.1, 0.12)
    transom_m: tuple[float, float] = (0.12, 0.09)


def around(
    outline: npt.ArrayLike,
    low_m: float,
    high_m: float | Sequence[float] | F64,
    style: Curtain,
    name: str,
    *,
    edges: Sequence[int] | None = None,
) -> MeshData:
    """A curtain wall on the edges of a counter-clockwise plan, all of them or the chosen.

    `high_m` is one height, or one for each corner of the plan: sloping tops.
    """
    points = np.asarray(outline, np.float64).reshape(-1, 2)
    tops = np.broadcast_to(np.asarray(high_m, np.float64), len(points))
    pieces = []
    for index in range(len(points)) if edges is None else edges:
        after = (index + 1) % len(points)
        ends = (float(tops[index]), float(tops[after]))
        pieces.append(face(points[index], points[after], low_m, ends, style, f"{name} {index}"))
    return merge(pieces)


def face(
    a: npt.ArrayLike,
    b: npt.ArrayLike,
    low_m: float,
    high_m: tuple[float, float],
    style: Curtain,
    name: str,
) -> MeshData:
    """One plane from plan point a to b (outside on the right of the way), top straight."""
    start, end = np.asarray(a, np.float64), np.asarray(b, np.float64)
    length = float(np.linalg.norm(end - start))
    columns = max(1, round(length / style.pane_m))
    x = np.linspace(0.0, length, columns + 1)
    top = np.linspace(high_m[0], high_m[1], columns + 1)
    flat = merge([_panes(x, top, low_m, style, name), _bars(x, top, low_m, style)])
    return on_edge(flat, start, end)


def gable(
    a: npt.ArrayLike,
    b: npt.ArrayLike,
    low_m: float,
    eaves_m: float,
    ridge_m: float,
    style: Curtain,
    name: str,
) -> MeshData:
    """A front that rises from both eaves to a ridge in its middle."""
    start, end = np.asarray(a, np.float64), np.asarray(b, np.float64)
    middle = (start + end) / 2
    return merge(
        [
            face(start, middle, low_m, (eaves_m, ridge_m), style, f"{name} left"),
            face(middle, end, low_m, (ridge_m, eaves_m), style, f"{name} right"),
        ]
    )


def _floors(low_m: float, high_m: float, style: Curtain) -> F64:
    """Heights of the floor lines strictly between two heights."""
    first = np.floor((low_m - style.base_m) / style.storey_m) + 1
    last = np.ceil((high_m - style.base_m) / style.storey_m) - 1
    return style.base_m + style.storey_m * np.arange(first, last + 1)


def _panes(x: F64, top: F64, low_m: float, style: Curtain, name: str) -> MeshData:
    high = float(top.max())
    floors = _floors(low_m - style.storey_m, high, style)
    cuts = np.concatenate([floors, floors + style.sill_m, [low_m, high]])
    cuts = np.unique(np.round(np.clip(cuts, low_m, high), 6))
    above = np.mod((cuts[:-1] + cuts[1:]) / 2 - style.base_m, style.storey_m)
    low, up = cuts[:-1], cuts[1:]
    left, right = top[:-1, None], top[1:, None]
    x0, x1 = (np.broadcast_to(v[:, None], (len(x) - 1, len(low))) for v in (x[:-1], x[1:]))
    z = [np.minimum(low, left), np.minimum(low, right), np.minimum(up, right), np.minimum(up, left)]
    flat = np.zeros_like(x0)
    quads = np.stack(
        [np.stack([xs, flat, zs], axis=-1) for xs, zs in zip((x0, x1, x1, x0), z, strict=True)],
        axis=2,
    ).reshape(-1, 4, 3)
    rise = (quads[:, 2, 2] - quads[:, 1, 2]) + (quads[:, 3, 2] - quads[:, 0, 2])
    wide = quads[:, 1, 0] - quads[:, 0, 0]
    kept = rise * wide / 2 > LEAST_PANE_M2
    solid_band = np.tile(above < style.sill_m, len(x) - 1)
    seed = hashed(name, len(quads))
    pale = fraction(seed, 3) < (style.pale_share if style.pale else 0.0)
    groups = [(kept & solid_band, style.spandrel), (kept & ~solid_band & ~pale, style.glass)]
    if style.pale is not None:
        groups.append((kept & ~solid_band & pale, style.pale))
    panes = [_group(quads[own], seed[own], paint, style) for own, paint in groups]
    tall = quads[:, 3, 2] - quads[:, 0, 2] > 0.6 * (style.storey_m - style.sill_m)
    ajar = kept & ~solid_band & tall & (fraction(seed, 5) < style.open_share)
    return merge([*panes, _sashes(quads[ajar], style.pale or style.glass)])


def _group(quads: F64, seed: npt.NDArray[np.uint32], paint: Paint, style: Curtain) -> MeshData:
    """Panes of one paint, each with its own shade and lean; they face -y."""
    if not len(quads):
        return merge([])
    lean = np.tan(np.radians(style.tilt_deg))
    aside, up = 2 * fraction(seed, 1) - 1, 2 * fraction(seed, 2) - 1
    normal = np.stack([lean * aside, np.full(len(seed), -1.0), lean * up], axis=1)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    base = 4 * np.arange(len(quads))[:, None]
    whole_right = quads[:, 2, 2] - quads[:, 1, 2] > LEAST_EDGE_M
    whole_left = quads[:, 3, 2] - quads[:, 0, 2] > LEAST_EDGE_M
    made = mesh(
        quads.reshape(-1, 3),
        np.concatenate(
            [
                base[whole_right] + np.array([0, 1, 2]),
                base[whole_left] + np.array([0, 2, 3]),
            ]
        ),
        np.repeat(normal, 4, axis=0),
        paint.material,
        uv=quads[..., [0, 2]].reshape(-1, 2),
    )
    shade = 1.0 - style.variety * fraction(seed, 4)
    tint = np.full((len(quads), 4), 255, np.uint8)
    tint[:, :3] = np.rint(np.array(paint.tint[:3]) * shade[:, None])
    return replace(made, tint=np.repeat(tint, 4, axis=0))


def _sashes(quads: F64, paint: Paint) -> MeshData:
    """The lower half of panes, hung at their heads and tilted out; seen from both sides."""
    leaf = quads.copy()
    leaf[:, 2:, 2] = (quads[:, :2, 2] + quads[:, 2:, 2][:, ::-1]) / 2
    leaf[:, 2:, 1] -= 0.03
    leaf[:, :2, 1] -= SASH_OUT_M
    rear = leaf[:, ::-1] + np.array([0.0, 0.03, 0.0])
    return quadrilaterals(np.concatenate([leaf, rear]), paint)


def _bars(x: F64, top: F64, low_m: float, style: Curtain) -> MeshData:
    """Mullions at the edges of the panes, transoms on the floor lines up to the slope."""
    quads = []
    finer = replace(style, storey_m=style.storey_m / style.grid[1])
    floors = _floors(low_m, float(top.max()), finer)
    if style.mullion_m[0] > 0.0:
        across = np.linspace(x[0], x[-1], (len(x) - 1) * style.grid[0] + 1)
        quads.append(_mullions(across, np.interp(across, x, top), low_m, style.mullion_m))
    if style.transom_m[0] > 0.0 and len(floors):
        quads.append(_transoms(x, top, floors, style.transom_m))
    return quadrilaterals(np.concatenate(quads), style.metal) if quads else merge([])


def _mullions(x: F64, top: F64, low_m: float, size_m: tuple[float, float]) -> F64:
    left, right = (np.clip(x + side * size_m[0] / 2, x[0], x[-1]) for side in (-1, 1))
    pieces = max(1, int(np.ceil((float(top.max()) - low_m) / BAR_PIECE_M)))
    z = low_m + (top[:, None] - low_m) * np.linspace(0.0, 1.0, pieces + 1)
    left, right = np.repeat(left, pieces), np.repeat(right, pieces)
    low, up = z[:, :-1].ravel(), z[:, 1:].ravel()
    return _three_sides(left, right, low, up, size_m[1], upright=True)


def _transoms(x: F64, top: F64, floors: F64, size_m: tuple[float, float]) -> F64:
    start, end = np.full(len(floors), x[0]), np.full(len(floors), x[-1])
    slope = (top[-1] - top[0]) / (x[-1] - x[0])
    if abs(slope) > 1e-9:
        cross = np.clip(x[0] + (floors - top[0]) / slope, x[0], x[-1])
        start, end = (cross, end) if slope > 0 else (start, cross)
    half = size_m[0] / 2
    return _three_sides(start, end, floors - half, floors + half, size_m[1], upright=False)


def _three_sides(left: F64, right: F64, low: F64, up: F64, out_m: float, *, upright: bool) -> F64:
    """The fronts of k bars on the plane y = 0, (k, 4, 3), and their long sides when deep."""
    corners = ((left, low), (right, low), (right, up), (left, up))
    rear = [np.stack([x, np.zeros_like(x), z], axis=1) for x, z in corners]
    fore = [point - np.array([0.0, out_m, 0.0]) for point in rear]
    sides = ((3, 0), (1, 2)) if upright else ((0, 1), (2, 3))
    quads = [np.stack(fore, axis=1)]
    if out_m < FLAT_BAR_M:
        return quads[0]
    quads += [np.stack([rear[i], rear[j], fore[j], fore[i]], axis=1) for i, j in sides]
    return np.concatenate(quads)


def demo() -> MeshData:
    """A small tower with a slanted top and a gabled wing."""
    style = Curtain(Paint("sky_glass", "#C8B4AA"), Paint("mirror_glass"), Paint("steel"))
    plan = [(-8.0, -5.0), (8.0, -5.0), (8.0, 5.0), (-8.0, 5.0)]
    tower = around(plan, 0.0, [24.0, 30.0, 30.0, 24.0], style, "demo")
    wing = gable((8.0, -4.0), (16.0, -4.0), 0.0, 10.0, 14.0, style, "demo wing")
    return merge([tower, wing])
