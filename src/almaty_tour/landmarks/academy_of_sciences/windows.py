"""Windows of the Academy with as few faces as look the same: panes before a frame's plate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64
from almaty_tour.kit.solid import solid
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks._shared.bare import BACK, bare
from almaty_tour.landmarks.academy_of_sciences.paint import OCHRE
from almaty_tour.mesh.data import MeshData, merge

PROUD_M = 0.04
LEFT, RIGHT = (-1.0, 0.0, 0.0), (1.0, 0.0, 0.0)


def hollow(kind: Opening) -> Opening:
    """The opening with its reveal only; its back is the plate of the frame."""
    return replace(kind, glass=kind.frame, frame_m=0.0, surround=None, sill_out_m=0.0)


def hollows(holes: Sequence[Placed]) -> list[Placed]:
    """The same places with `hollow` openings."""
    return [replace(hole, opening=hollow(hole.opening)) for hole in holes]


def dressings(holes: Sequence[Placed]) -> MeshData:
    """What belongs into and round the `hollows` of a wall."""
    return merge(
        [transform.move(dressing(hole.opening), hole.x_m, 0.0, hole.z_m) for hole in holes]
    )


def dressing(kind: Opening) -> MeshData:
    """Panes, architrave and sill of a flat window whose foot is the origin."""
    pieces = [_panes(kind)]
    if kind.surround is not None:
        pieces.append(_architrave(kind, kind.surround))
    if kind.sill_out_m > 0.0:
        half = kind.width_m / 2 + (kind.surround_m if kind.surround else 0.08)
        sill_paint = kind.surround or OCHRE
        low = (-half, -kind.sill_out_m, -0.08)
        sill = extrude.block(low, (half, kind.reveal_m, 0.0), sill_paint)
        pieces.append(bare(sill, BACK, LEFT, RIGHT))
    return merge(pieces)


def _panes(kind: Opening) -> MeshData:
    """The glass, pane by pane, a little before the plate that shows between as the frame."""
    assert kind.glass is not None
    counts = np.array(kind.bars)
    step = (np.array([kind.width_m, kind.height_m]) - 2 * kind.frame_m) / counts
    bar = kind.frame_m / 4 * (counts > 1)
    corner = np.array([kind.frame_m - kind.width_m / 2, kind.frame_m])
    lows = [corner + step * cell for cell in np.ndindex(*kind.bars)]
    y = kind.reveal_m - PROUD_M
    quads = [_upright(low + bar, low + step - bar, y) for low in lows]
    return quadrilaterals(np.array(quads), kind.glass)


def _upright(low: F64, high: F64, y_m: float) -> F64:
    """(4, 3) a face to -y between two corners in (x, z)."""
    (x0, z0), (x1, z1) = low, high
    return np.array([(x0, y_m, z0), (x1, y_m, z0), (x1, y_m, z1), (x0, y_m, z1)])


def _architrave(kind: Opening, paint: Paint) -> MeshData:
    """A flat moulding up one side, over and down the other."""
    x, z, m = kind.width_m / 2, kind.height_m, kind.surround_m
    inner = profile.line((x, 0.0), (x, z), (-x, z), (-x, 0.0))
    outer = profile.line((x + m, 0.0), (x + m, z + m), (-x - m, z + m), (-x - m, 0.0))
    return raised(inner, outer, kind.surround_out_m, paint, closed=False)


def raised(inner: F64, outer: F64, out_m: float, paint: Paint, *, closed: bool = True) -> MeshData:
    """A flat band between two lines in (x, z) that stands out: its front and its outer edge."""
    rings = ((inner, -out_m), (outer, -out_m), (outer, 0.0))
    points = [np.column_stack([r[:, 0], np.full(len(r), y), r[:, 1]]) for r, y in rings]
    faces = extrude.grid_faces(3, len(inner), wrap_columns=closed)
    return solid(np.concatenate(points), faces, paint)
