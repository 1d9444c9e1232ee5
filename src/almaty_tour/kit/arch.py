"""Arches that stand free or in rows: arcades, portals, iwans."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]


def arcade(
    length_m: float,
    height_m: float,
    count: int,
    paint: Paint,
    *,
    opening_m: float,
    opening_height_m: float,
    depth_m: float = 0.6,
    head: str = "round",
    rise_m: float | None = None,
    trim: Paint | None = None,
    trim_m: float = 0.2,
    trim_out_m: float = 0.06,
) -> MeshData:
    """A wall of `count` equal open arches on y from 0 to depth, x from 0 to length.

    `trim` frames every arch on the front. Closed: a plate with the arches bitten out.
    """
    bay = length_m / count
    shape = profile.opening(head, opening_m, opening_height_m, rise_m)
    foot = [profile.line((0.0, 0.0))]
    for index in range(count):
        hole = shape + np.array([bay * (index + 0.5), 0.0])
        foot.append(np.concatenate([hole[:1], hole[:1:-1], hole[1:2]]))
    rest = profile.line((length_m, 0.0), (length_m, height_m), (0.0, height_m))
    pieces = [extrude.panel(np.concatenate([*foot, rest]), 0.0, depth_m, paint)]
    if trim is not None:
        band = archivolt(shape, trim_m, trim_out_m, trim)
        middles = bay * (np.arange(count) + 0.5)
        pieces.append(transform.at(band, np.column_stack([middles, np.zeros(count)])))
    return merge(pieces)


def archivolt(shape: npt.ArrayLike, width_m: float, out_m: float, paint: Paint) -> MeshData:
    """A raised band round an opening (feet first, as `profile.opening`) on the plane y = 0."""
    outline = np.asarray(shape, np.float64)
    way = np.concatenate([outline[1:], outline[:1]])
    outer = way + width_m * profile.mitres(way, closed=False)
    return extrude.panel(np.concatenate([outer, way[::-1]]), -out_m, 0.0, paint)


def portal(
    width_m: float,
    height_m: float,
    depth_m: float,
    paint: Paint,
    *,
    opening_m: float,
    opening_height_m: float,
    head: str = "persian",
    rise_m: float | None = None,
    niche_m: float = 0.0,
    back: Paint | None = None,
    frame: Paint | None = None,
    frame_m: float = 0.5,
    frame_out_m: float = 0.12,
) -> MeshData:
    """A pishtaq: a tall block about x = 0, front at y = 0, with a deep arched niche.

    `niche_m` is the depth of the niche (0 = open right through), `back` paints its rear
    wall. `frame` adds a raised rectangular border.
    """
    shape = profile.opening(head, opening_m, opening_height_m, rise_m, 8)
    half = width_m / 2
    outline = np.concatenate(
        [
            profile.line((-half, 0.0)),
            shape[:1],
            shape[:1:-1],
            shape[1:2],
            profile.line((half, 0.0), (half, height_m), (-half, height_m)),
        ]
    )
    pieces = [extrude.panel(outline, 0.0, niche_m or depth_m, paint)]
    if niche_m > 0.0:
        rear = extrude.block((-half, niche_m, 0.0), (half, depth_m, height_m), back or paint)
        pieces.append(rear)
    if frame is not None:
        pieces.append(_border(width_m, height_m, frame_m, frame_out_m, frame))
    return merge(pieces)


def _border(width_m: float, height_m: float, band_m: float, out_m: float, paint: Paint) -> MeshData:
    half, inner = width_m / 2, width_m / 2 - band_m
    outline = profile.line(
        (-half, 0.0), (-inner, 0.0), (-inner, height_m - band_m), (inner, height_m - band_m),
        (inner, 0.0), (half, 0.0), (half, height_m), (-half, height_m),
    )  # fmt: skip
    return extrude.panel(outline, -out_m, 0.0, paint)
