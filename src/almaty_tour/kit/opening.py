"""Windows and doors: the hole, and everything that fills and frames it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile
from almaty_tour.kit.paint import GLASS, WHITE_FRAME, Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge, mesh

F64 = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Opening:
    """One window or door.

    Attributes:
        head: shape of the top, see `profile.arch_head`.
        rise_m: height of the head; its usual one when None.
        reveal_m: how far the glass stands back behind the wall's face.
        bars: panes across and up; (1, 1) is a single pane.
        frame_m: width of the outer frame; bars are half of it. 0 leaves the frame out.
        glass, frame: paints; a door leaf is `glass=Paint("wood", ...)`. Glass None is a dark
            passage without a back (loggias: give them a floor and a back wall).
        reveal: paint of the sides of the hole, the wall's own when None.
        surround, surround_m, surround_out_m: an architrave round the hole, standing out.
        sill_out_m: a stone sill under a window, standing out so far; 0 for none.
        hood_m, hood_out_m: height and projection of a moulded hood over a flat head.
        keystone: a keystone at the crown (needs a surround).
        steps: chords of half the head.
    """

    width_m: float
    height_m: float
    head: str = "flat"
    rise_m: float | None = None
    reveal_m: float = 0.25
    bars: tuple[int, int] = (2, 2)
    frame_m: float = 0.1
    glass: Paint | None = GLASS
    frame: Paint = WHITE_FRAME
    reveal: Paint | None = None
    surround: Paint | None = None
    surround_m: float = 0.18
    surround_out_m: float = 0.08
    sill_out_m: float = 0.0
    hood_m: float = 0.0
    hood_out_m: float = 0.2
    keystone: bool = False
    steps: int = 6

    def outline(self) -> F64:
        """The hole, (k, 2) in (x, z), foot at (±w/2, 0), counter-clockwise seen from outside."""
        return profile.opening(self.head, self.width_m, self.height_m, self.rise_m, self.steps)


def infill(opening: Opening, wall_paint: Paint, crease_deg: float = 35.0) -> MeshData:
    """Reveal, pane, frame, bars and ornament of an opening whose foot is the origin."""
    shape = opening.outline()
    pieces = [_reveal(shape, opening, opening.reveal or wall_paint, crease_deg)]
    if opening.glass is not None:
        pieces.append(_pane(shape, opening.reveal_m, opening.glass))
    if opening.glass is not None and opening.frame_m > 0.0:
        pieces.append(_frame(shape, opening))
        pieces.append(_bars(shape, opening))
    if opening.surround is not None:
        pieces.append(_surround(shape, opening, opening.surround))
    ornament = opening.surround or wall_paint
    if opening.sill_out_m > 0.0:
        pieces.append(_sill(opening, ornament))
    if opening.hood_m > 0.0:
        pieces.append(_hood(opening, ornament))
    return merge(pieces)


def _reveal(shape: F64, opening: Opening, paint: Paint, crease_deg: float) -> MeshData:
    """The sides of the hole, looking inwards."""
    count = len(shape)
    front = np.column_stack([shape[:, 0], np.zeros(count), shape[:, 1]])
    rear = front + np.array([0.0, opening.reveal_m, 0.0])
    here, there = np.arange(count), np.roll(np.arange(count), -1)
    faces = np.concatenate(
        [
            np.stack([here, here + count, there + count], axis=1),
            np.stack([here, there + count, there], axis=1),
        ]
    )
    return solid(np.concatenate([front, rear]), faces[:, ::-1], paint, crease_deg=crease_deg)


def _pane(shape: F64, depth_m: float, paint: Paint) -> MeshData:
    points, faces = extrude.triangulate(shape)
    flat = np.column_stack([points[:, 0], np.full(len(points), depth_m), points[:, 1]])
    normals = np.tile([0.0, -1.0, 0.0], (len(points), 1))
    return mesh(flat, faces, normals, paint.material, tint=paint.tint)


def _frame(shape: F64, opening: Opening) -> MeshData:
    """A ring along the hole, just before the glass."""
    inner = profile.offset(shape, -opening.frame_m)
    depth = opening.reveal_m
    return _band(shape, inner, depth - 0.6 * opening.frame_m, depth, opening.frame)


def _band(outer: F64, inner: F64, front_m: float, back_m: float, paint: Paint) -> MeshData:
    """The front and the inner side of a flat ring between two outlines of equal length."""
    count = len(outer)
    rings = [(outer, front_m), (inner, front_m), (inner, back_m)]
    points = np.concatenate(
        [np.column_stack([ring[:, 0], np.full(count, y), ring[:, 1]]) for ring, y in rings]
    )
    faces = extrude.grid_faces(3, count, wrap_columns=True)
    return solid(points, faces[:, ::-1], paint)


def _bars(shape: F64, opening: Opening) -> MeshData:
    """Mullions and transoms between the panes, clipped to the height of the hole at each."""
    across, up = opening.bars
    half = opening.frame_m / 4
    front, back = opening.reveal_m - 0.4 * opening.frame_m, opening.reveal_m
    pieces = []
    for x in (np.arange(1, across) / across - 0.5) * opening.width_m:
        low, high = _span(shape[:, ::-1], float(x))
        pieces.append(_bar((x - half, low), (x + half, high), front, back, opening.frame))
    for z in np.arange(1, up) / up * opening.height_m:
        low, high = _span(shape, float(z))
        pieces.append(_bar((low, z - half), (high, z + half), front, back, opening.frame))
    return merge(pieces)


def _bar(
    low: tuple[float, float], high: tuple[float, float], front: float, back: float, paint: Paint
) -> MeshData:
    """The front and the two long sides of a bar before the glass."""
    corners = [(low[0], low[1]), (high[0], low[1]), (high[0], high[1]), (low[0], high[1])]
    points = [(x, front, z) for x, z in corners] + [(x, back, z) for x, z in corners]
    faces = [(0, 1, 2), (0, 2, 3)]
    upright = high[1] - low[1] > high[0] - low[0]
    for a, b in ((1, 2), (3, 0)) if upright else ((0, 1), (2, 3)):
        faces += [(a, a + 4, b + 4), (a, b + 4, b)]
    return solid(points, faces, paint, crease_deg=0.0)


def _span(shape: F64, level: float) -> tuple[float, float]:
    """Least and greatest x where the outline crosses z = level."""
    here, there = shape, np.roll(shape, -1, axis=0)
    rise = there[:, 1] - here[:, 1]
    crosses = (here[:, 1] <= level) != (there[:, 1] <= level)
    share = (level - here[crosses, 1]) / rise[crosses]
    x = here[crosses, 0] + share * (there[crosses, 0] - here[crosses, 0])
    return float(x.min()), float(x.max())


def _surround(shape: F64, opening: Opening, paint: Paint) -> MeshData:
    """An architrave up one side, over the head and down the other: a plate standing out."""
    way = np.concatenate([shape[1:], shape[:1]])
    outer = way + opening.surround_m * profile.mitres(way, closed=False)
    band = np.concatenate([outer, way[::-1]])
    pieces = [extrude.panel(band, -opening.surround_out_m, 0.0, paint, back=False)]
    if opening.keystone:
        pieces.append(_keystone(opening, paint))
    return merge(pieces)


def _keystone(opening: Opening, paint: Paint) -> MeshData:
    low = opening.height_m - 0.15 * opening.surround_m
    high = opening.height_m + 1.35 * opening.surround_m
    narrow, wide = 0.35 * opening.surround_m, 0.6 * opening.surround_m
    outline = profile.line((-narrow, low), (narrow, low), (wide, high), (-wide, high))
    return extrude.panel(outline, -1.8 * opening.surround_out_m, 0.0, paint, back=False)


def _sill(opening: Opening, paint: Paint) -> MeshData:
    half = opening.width_m / 2 + (opening.surround_m if opening.surround else 0.08)
    height = max(0.08, 0.5 * opening.sill_out_m)
    low = (-half, -opening.sill_out_m, -height)
    return extrude.block(low, (half, 0.6 * opening.reveal_m, 0.0), paint)


def _hood(opening: Opening, paint: Paint) -> MeshData:
    half = opening.width_m / 2 + (opening.surround_m if opening.surround else 0.1)
    base = opening.height_m + (1.15 * opening.surround_m if opening.surround else 0.1)
    moulding = profile.cornice(opening.hood_m, opening.hood_out_m)
    path = profile.line((-half, 0.3), (-half, 0.0), (half, 0.0), (half, 0.3))
    return extrude.sweep(moulding, path, paint, z_m=base, closed=False)
