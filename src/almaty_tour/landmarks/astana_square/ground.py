"""Parade paving, formal lawns, ribbons of flowers and fountains of the Old Square."""

from __future__ import annotations

import numpy as np
from shapely.geometry import Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from almaty_tour.kit import extrude, pool, profile, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.lathe import lathe
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64
from almaty_tour.kit.spray import plume, stream
from almaty_tour.kit.stroke import spiral, stroke
from almaty_tour.mesh.data import MeshData, merge

GREY = Paint("paving", "#A89F94")
ROSE = Paint("paving", "#A87E70")
DARK = Paint("paving", "#7A6B63")
PATH = Paint("paving", "#C0B29C")
LAWN = Paint("lawn", "#668F45")
CURB = Paint("granite", "#B4ABA1")
RED_STONE = Paint("granite", "#8E5C4C")
HEDGE = Paint("foliage", "#41602F")
RED = (Paint("foliage", "#C3302B"), Paint("foliage", "#D9503F"))
YELLOW = (Paint("foliage", "#E4B93B"), Paint("foliage", "#EBCF6A"))
WHITE = (Paint("foliage", "#EDE6D8"),)
RED_LEAF = Paint("foliage", "#6E4A30")
YELLOW_LEAF = Paint("foliage", "#7E7A38")
WHITE_LEAF = Paint("foliage", "#8C9A72")

HALF_X, HALF_Y = 85.0, 33.0
GROUND_M, LAWN_M = 0.06, 0.14
MONUMENT = (-0.33, 27.32)
MONUMENT_M = 13.02
AXIS_M, PARADE_M = 9.5, 13.0
BED = ((12.5, -28.5), (78.5, 10.0))
HEART = (45.5, -9.25)
POOL_M, RING_M, CROSS_M = 7.2, 12.0, 2.0


def ground() -> MeshData:
    """What is walked on, and the green between; the monument's round is left out."""
    return merge([_bed(), _paving(), _bands()])


def _bed() -> MeshData:
    """The body under everything, down into the ground."""
    return _prisms(
        box(-HALF_X, -HALF_Y, HALF_X, HALF_Y).difference(_round(MONUMENT_M)),
        -1.5,
        GROUND_M - 0.03,
        CURB,
    )


def _round(radius_m: float) -> Polygon:
    return Point(MONUMENT).buffer(radius_m, quad_segs=12)


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    parts = getattr(shape, "geoms", [shape])
    return [part for part in parts if isinstance(part, Polygon) and part.area > 0.05]


def _ring(line: object) -> F64:
    return np.asarray(line.coords, np.float64)[:-1]  # type: ignore[attr-defined]


def _prisms(shape: BaseGeometry, low_m: float, high_m: float, paint: Paint) -> MeshData:
    return merge(
        [
            extrude.prism(
                _ring(part.exterior),
                low_m,
                high_m,
                paint,
                holes=[_ring(hole) for hole in part.interiors],
            )
            for part in _polygons(shape)
        ]
    )


def _sheets(shape: BaseGeometry, z_m: float, paint: Paint, edge_m: float = 9.0) -> MeshData:
    pieces = [
        extrude.sheet(_ring(part.exterior), z_m, paint, holes=[_ring(h) for h in part.interiors])
        for part in _polygons(shape)
    ]
    return diced(merge(pieces), edge_m) if pieces else merge([])


def _paving() -> MeshData:
    """Grey stone on the parade ground and the axis, a rose ring round the monument."""
    whole = box(-HALF_X, -HALF_Y, HALF_X, HALF_Y)
    beds = box(*BED[0], *BED[1]).union(box(-BED[1][0], BED[0][1], -BED[0][0], BED[1][1]))
    ring = _round(19.0).difference(_round(MONUMENT_M)).intersection(whole)
    rest = whole.difference(beds).difference(_round(19.0))
    return merge([_sheets(rest, GROUND_M, GREY), _sheets(ring, GROUND_M, ROSE)])


def _bands() -> MeshData:
    """Rose and dark bands: a grid on the parade ground, lines along and across the axis."""
    z = GROUND_M + 0.03
    keep = box(-HALF_X, -HALF_Y, HALF_X, HALF_Y).difference(_round(19.0))
    rows = [box(-84.0, y, 84.0, y + 0.9) for y in (13.4, 19.6, 25.8, 31.6)]
    rows += [box(-AXIS_M, y, AXIS_M, y + 0.9) for y in np.arange(-31.0, 9.0, 6.4)]
    columns = [box(x - 0.35, 14.3, x + 0.35, 31.6) for x in np.arange(-81.0, 81.5, 9.0)]
    along = [box(x - 0.5, -HALF_Y + 0.2, x + 0.5, 13.4) for x in (-AXIS_M + 0.6, AXIS_M - 0.6)]
    pieces = [_sheets(row.intersection(keep), z, ROSE, 12.0) for row in rows]
    pieces += [
        _sheets(shape.intersection(keep), z + 0.025, DARK, 12.0) for shape in (*columns, *along)
    ]
    return merge(pieces)


def gardens() -> MeshData:
    """Two mirrored parterres, each with a round fountain where its paths cross."""
    right = merge([_parterre(), _hedges(), _ribbons()])
    return merge([right, transform.mirror_x(right)])


def _parterre() -> MeshData:
    """Paths in a cross and a ring, lawns in the quarters, stone kerbs."""
    x, y = HEART
    plot = box(*BED[0], *BED[1])
    walks = Point(x, y).buffer(RING_M, quad_segs=8)
    walks = walks.union(box(BED[0][0], y - CROSS_M, BED[1][0], y + CROSS_M))
    walks = walks.union(box(x - CROSS_M, BED[0][1], x + CROSS_M, BED[1][1]))
    pool_hole = Point(x, y).buffer(POOL_M - 0.1, quad_segs=8)
    lawns = plot.difference(walks)
    pieces = [
        _sheets(walks.difference(pool_hole), GROUND_M + 0.02, PATH),
        _sheets(lawns, LAWN_M, LAWN),
    ]
    edge = profile.line((0.0, -0.12), (0.0, 0.06), (-0.2, 0.06), (-0.2, -0.12))
    for part in _polygons(lawns):
        ring = profile.counter_clockwise(_ring(part.exterior))
        pieces.append(extrude.sweep(edge, ring, CURB, z_m=LAWN_M, crease_deg=0.0))
    return merge(pieces)


def _hedges() -> MeshData:
    """Clipped hedges along the outer edges of the lawns, broken at the paths."""
    (x0, y0), (x1, y1) = BED
    x, y = HEART
    h, top = 0.45, LAWN_M + 0.75
    runs = [
        ((x0 + 0.9, y1 - 1.4), (x - CROSS_M - 1.0, y1 - 0.7)),
        ((x + CROSS_M + 1.0, y1 - 1.4), (x1 - 0.9, y1 - 0.7)),
        ((x0 + 0.9, y0 + 0.7), (x - CROSS_M - 1.0, y0 + 1.4)),
        ((x + CROSS_M + 1.0, y0 + 0.7), (x1 - 0.9, y0 + 1.4)),
        ((x1 - 1.4, y0 + 1.8), (x1 - 0.7, y - CROSS_M - 1.0)),
        ((x1 - 1.4, y + CROSS_M + 1.0), (x1 - 0.7, y1 - 1.8)),
        ((x0 + 0.7, y0 + 1.8), (x0 + 1.4, y - CROSS_M - 1.0)),
        ((x0 + 0.7, y + CROSS_M + 1.0), (x0 + 1.4, y1 - 1.8)),
    ]
    return merge([block((*low, LAWN_M - h), (*high, top), HEDGE) for low, high in runs])


def _ribbons() -> MeshData:
    """Ram's horns and borders of flowers on the four lawns round the fountain."""
    pieces = []
    for k, (sx, sy) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        centre = np.array([HEART[0] + sx * 21.0, HEART[1] + sy * 10.7])
        for n, across in enumerate((1.0, -1.0)):
            line = spiral((3.7, 0.0), 3.7, 180.0, -450.0, inner_m=1.15, steps=18)
            horn = stroke(line * np.array([across, float(sy)]), 1.0) + centre
            pieces.append(
                blooms(
                    profile.counter_clockwise(horn),
                    LAWN_M,
                    RED,
                    f"astana_square/horn{k}{n}",
                    pitch_m=0.82,
                    height_m=0.34,
                    mound=RED_LEAF,
                )
            )
        stem = profile.rectangle(0.9, 3.4, (centre[0], centre[1] - sy * 2.1))
        pieces.append(
            blooms(stem, LAWN_M, YELLOW, f"astana_square/stem{k}", pitch_m=0.8, mound=YELLOW_LEAF)
        )
        lozenge = profile.line((0.0, -1.5), (1.5, 0.0), (0.0, 1.5), (-1.5, 0.0))
        for n, dx in enumerate((-10.4, 10.4)):
            pieces.append(
                blooms(
                    lozenge + centre + np.array([dx, 0.0]),
                    LAWN_M,
                    WHITE,
                    f"astana_square/lozenge{k}{n}",
                    pitch_m=0.8,
                    mound=WHITE_LEAF,
                )
            )
    return merge(pieces)


def fountains() -> MeshData:
    """The two round fountains: two steps, a wide basin, a bowl, a plume and a ring of streams."""
    right = transform.move(_fountain(), *HEART)
    return merge([right, transform.mirror_x(right)])


def _fountain() -> MeshData:
    step = extrude.prism(profile.circle(POOL_M + 0.5, 32), -0.2, 0.16, RED_STONE)
    basin = pool.basin(profile.circle(POOL_M, 32), CURB, rim_m=0.55, height_m=0.62, water_m=0.42)
    foot = lathe(
        profile.line(
            (1.1, 0.2),
            (0.7, 0.5),
            (0.45, 1.1),
            (0.7, 1.45),
            (2.1, 1.75),
            (2.3, 1.95),
            (2.1, 1.95),
            (0.0, 1.8),
        ),
        RED_STONE,
        sides=20,
    )
    water = extrude.sheet(profile.circle(2.1, 20), 1.9, pool.WATER)
    tall = transform.move(plume(4.3, "astana_square/plume", drops=60), z=1.9)
    inward = transform.around(
        transform.turn_z(stream(3.6, 2.6, "astana_square/stream", drops=8), 180.0),
        14,
        6.2,
        z_m=0.45,
    )
    return merge([step, basin, foot, water, tall, inward])


def walls() -> MeshData:
    """Low red granite seats at the south edge and on the parade ground, with end blocks."""
    seat = merge(
        [
            block((-4.0, -0.35, 0.0), (4.0, 0.35, 0.46), RED_STONE),
            block((-4.0, -0.42, 0.46), (4.0, 0.42, 0.56), CURB),
        ]
    )
    vase = merge(
        [
            block((-0.6, -0.6, 0.0), (0.6, 0.6, 0.9), RED_STONE),
            block((-0.7, -0.7, 0.9), (0.7, 0.7, 1.02), CURB),
            lathe(
                profile.line(
                    (0.3, 1.02), (0.2, 1.2), (0.62, 1.75), (0.74, 1.9), (0.6, 1.9), (0.0, 1.8)
                ),
                CURB,
                sides=12,
            ),
        ]
    )
    seats = [(sx * x, 11.7) for sx in (-1, 1) for x in (19.0, 33.0, 58.0, 72.0)]
    vases = [(sx * 10.9, y) for sx in (-1, 1) for y in (-31.6, -20.0, -8.4, 3.2)]
    return merge([transform.at(seat, seats), transform.at(vase, vases)])
