"""Ornament of the Ascension Cathedral: fans, keel hoods, windows, onions, crosses, lace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, hexahedra, lathe, profile, transform
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks.ascension_cathedral import paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]


def half_ring(outer_m: float, inner_m: float, steps: int) -> F64:
    """A half-round band standing on z = 0, in (x, z)."""
    outer = profile.arc((0.0, 0.0), outer_m, 0.0, 180.0, steps)
    inner = profile.arc((0.0, 0.0), inner_m, 180.0, 0.0, steps)
    return np.concatenate([outer, inner])


def half_disc(radius_m: float, steps: int) -> F64:
    """A half-round plate standing on z = 0, in (x, z)."""
    return profile.arc((0.0, 0.0), radius_m, 0.0, 180.0, steps)


def petal(inner_m: float, outer_m: float, middle_deg: float, spread_deg: float) -> F64:
    """One leaf of a shell fan: narrow at the hub, round at the rim."""
    tip = outer_m * np.tan(np.radians(spread_deg / 2))
    neck = outer_m - tip
    side = spread_deg / 2
    low = [profile.arc((0.0, 0.0), inner_m, side, -side, 1)]
    head = profile.arc((neck, 0.0), (tip, neck * np.tan(np.radians(side))), -90.0, 90.0, 3)
    points = profile.joined(*low, head)
    c, s = np.cos(np.radians(middle_deg)), np.sin(np.radians(middle_deg))
    return np.asarray(points @ np.array([[c, s], [-s, c]]))


def painted(
    outline: npt.ArrayLike, front_m: float, colour: Paint, holes: Sequence[npt.ArrayLike] = ()
) -> MeshData:
    """A flat painted shape just before a wall: colour without relief."""
    points, faces = extrude.triangulate(outline, holes)
    flat = np.column_stack([points[:, 0], np.full(len(points), front_m), points[:, 1]])
    return solid(flat, faces, colour)


def board(
    low: profile.Point, high: profile.Point, out_m: float, colour: Paint, *, ends: bool = True
) -> MeshData:
    """A board on a wall between two corners (x, z), open to the wall.

    Without `ends` it stands between others that cover its top and foot.
    """
    (x0, z0), (x1, z1), y = low, high, -out_m
    quads = [
        [(x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1)],
        [(x0, 0.0, z0), (x0, y, z0), (x0, y, z1), (x0, 0.0, z1)],
        [(x1, y, z0), (x1, 0.0, z0), (x1, 0.0, z1), (x1, y, z1)],
    ]
    if ends:
        quads.append([(x0, y, z1), (x1, y, z1), (x1, 0.0, z1), (x0, 0.0, z1)])
        quads.append([(x0, 0.0, z0), (x1, 0.0, z0), (x1, y, z0), (x0, y, z0)])
    return hexahedra.quadrilaterals(quads, colour)


def inner_ring(
    outer_m: float, inner_m: float, front_m: float, steps: int, colour: Paint
) -> MeshData:
    """A half-round band inside another: its front and its inner side, back to y = 0."""
    outer = profile.arc((0.0, 0.0), outer_m, 0.0, 180.0, steps)
    inner = profile.arc((0.0, 0.0), inner_m, 0.0, 180.0, steps)
    rows = [
        np.column_stack([line[:, 0], np.full(len(line), y), line[:, 1]])
        for line, y in ((outer, front_m), (inner, front_m), (inner, 0.0))
    ]
    return solid(np.concatenate(rows), extrude.grid_faces(3, steps + 1)[:, ::-1], colour)


def fan(radius_m: float, depth_m: float, *, petals: int, steps: int, eye: Paint) -> MeshData:
    """A kokoshnik: a half-round gable with a pink shell, front at y = 0, running back.

    Petals of big fans stand out; on small ones they are painted.
    """
    r = radius_m
    pieces = [
        extrude.panel(
            half_ring(1.03 * r, 0.985 * r, steps), -0.12, depth_m, paint.ROOF_DARK, back=False
        ),
        painted(half_disc(0.985 * r, steps), 0.0, paint.PALE_BLUE),
        inner_ring(0.985 * r, 0.85 * r, -0.1, steps, paint.GILT_EDGE_WALL),
        inner_ring(0.85 * r, 0.77 * r, -0.06, steps, paint.WHITE),
        painted(half_ring(0.34 * r, 0.27 * r, steps), -0.06, paint.WHITE),
        painted(half_disc(0.27 * r, steps), -0.03, eye),
    ]
    spread = 180.0 / petals
    for k in range(petals):
        leaf = petal(0.36 * r, 0.74 * r, spread * (k + 0.5), 0.86 * spread)
        if r > 2.0:
            pieces.append(extrude.panel(leaf, -0.05, 0.0, paint.PINK, back=False))
        else:
            pieces.append(painted(leaf, -0.03, paint.PINK))
    return merge(pieces)


def small_fan(radius_m: float, depth_m: float, steps: int = 9) -> MeshData:
    """A kokoshnik of the belfry: rings of white, blue and a pink eye."""
    r = radius_m
    return merge(
        [
            extrude.panel(
                half_ring(1.05 * r, r, steps), -0.14, depth_m, paint.ROOF_DARK, back=False
            ),
            painted(half_disc(r, steps), 0.0, paint.SKY),
            inner_ring(r, 0.84 * r, -0.1, steps, paint.CREAM),
            painted(half_ring(0.84 * r, 0.72 * r, steps), -0.06, paint.WHITE),
            painted(half_ring(0.42 * r, 0.32 * r, steps), -0.03, paint.WHITE),
            painted(half_disc(0.32 * r, steps), -0.03, paint.PINK),
        ]
    )


def cornice(height_m: float, out_m: float) -> F64:
    """The classical cornice with half the points on its curves, for high towers."""
    return profile.cornice(height_m, out_m)[[0, 2, 4, 5, 6, 7, 8, 10, 12, 13, 14]]


def keel_board(width_m: float, height_m: float) -> F64:
    """Outline of a hood: a shelf with an ogee gable over it, standing on z = 0."""
    w, h = width_m / 2, height_m
    right = [(w, 0.0), (w, 0.3 * h), (0.86 * w, 0.36 * h), (0.62 * w, 0.4 * h)]
    right += [(0.26 * w, 0.715 * h), (0.1 * w, 0.84 * h)]
    left = [(-x, z) for x, z in reversed(right)]
    return profile.line(*right, (0.0, h), *left)


def keel_hood(width_m: float, height_m: float) -> MeshData:
    """The white hood of a window: keel board, moulded edge, a pink field and a blue line."""
    board = keel_board(width_m, height_m)
    inner = keel_board(0.82 * width_m, 0.8 * height_m)
    shelf = profile.rectangle(1.06 * width_m, 0.14 * height_m, (0.0, 0.07 * height_m))
    field = profile.line(
        (0.2 * width_m, 0.16 * height_m), (0.0, 0.55 * height_m), (-0.2 * width_m, 0.16 * height_m)
    )
    return merge(
        [
            extrude.panel(board, -0.16, 0.0, paint.WHITE, back=False),
            extrude.panel(shelf, -0.26, 0.0, paint.WHITE, back=False),
            painted(inner, -0.19, paint.PALE_BLUE),
            painted(field, -0.22, paint.PINK),
        ]
    )


def flat_hood(width_m: float, height_m: float) -> MeshData:
    """The straight white hood of the lower windows."""
    board = profile.rectangle(width_m, height_m, (0.0, height_m / 2))
    path = profile.line(
        (-width_m / 2, 0.1), (-width_m / 2, 0), (width_m / 2, 0), (width_m / 2, 0.1)
    )
    crown = extrude.sweep(
        profile.line((0, 0), (0.1, 0.1), (0.24, 0.16), (0.24, 0.26), (0, 0.3)),
        path,
        paint.WHITE,
        z_m=height_m,
        closed=False,
        back=False,
    )
    return merge([extrude.panel(board, -0.1, 0.0, paint.WHITE, back=False), crown])


def window(width_m: float, height_m: float, bars: tuple[int, int]) -> Opening:
    """A rectangular window with small panes, white boards and a sill."""
    return Opening(
        width_m,
        height_m,
        bars=bars,
        reveal_m=0.22,
        frame_m=0.14,
        glass=paint.GLASS,
        frame=paint.LATTICE,
        reveal=paint.WHITE,
        surround=paint.WHITE,
        surround_m=0.26,
        surround_out_m=0.1,
        sill_out_m=0.18,
    )


def bare(opening: Opening) -> Opening:
    """The same window without its boards and sill, for twins that share a frame."""
    return replace(opening, surround=None, sill_out_m=0.0)


def pilaster(width_m: float, height_m: float, *, out_m: float = 0.28) -> MeshData:
    """A white flat pilaster with base, sunken yellow panel and capital, foot at z = 0."""
    w, h = width_m, height_m
    shaft = board((-w / 2, 0.0), (w / 2, h), out_m, paint.WHITE, ends=False)
    base = board((-0.6 * w, 0.0), (0.6 * w, 0.09 * h), 1.3 * out_m, paint.WHITE)
    cap = board((-0.6 * w, 0.93 * h), (0.6 * w, h), 1.3 * out_m, paint.WHITE)
    neck = board((-0.56 * w, 0.8 * h), (0.56 * w, 0.83 * h), 1.2 * out_m, paint.WHITE)
    field = profile.rectangle(0.4 * w, 0.08 * h, (0.0, 0.88 * h))
    low = profile.rectangle(0.4 * w, 0.06 * h, (0.0, 0.045 * h))
    fields = [
        painted(field, -out_m - 0.03, paint.CREAM),
        painted(low, -1.3 * out_m - 0.02, paint.CREAM),
    ]
    return merge([shaft, base, cap, neck, *fields])


def onion(radius_m: float, height_m: float, *, ribs: int = 8, sides: int = 24) -> MeshData:
    """A gilded onion with raised seams, its foot at z = 0, its tip at `height_m`."""
    knots = [(0.74, 0.0), (0.92, 0.08), (1.0, 0.24), (0.96, 0.38), (0.82, 0.5), (0.58, 0.62)]
    knots += [(0.36, 0.72), (0.22, 0.83), (0.14, 0.92), (0.11, 1.0)]
    curve = np.array(knots) * np.array([radius_m, height_m])
    column = np.arange(sides)
    swell = np.where(column % (sides // ribs) == 0, 1.03, 1.0)
    return lathe.lathe(curve, paint.GILT, sides=sides, modulation=swell)


def ball(radius_m: float, z_m: float) -> MeshData:
    """A gilded ball about height `z_m`."""
    return lathe.sphere(radius_m, paint.GILT, sides=8, centre_m=z_m)


def cross(height_m: float) -> MeshData:
    """An Orthodox cross in the plane x-z, foot at z = 0: three bars, the lowest slanted."""
    h = height_m
    thick = 0.045 * h
    starts = [
        (0, 0, 0),
        (-0.27 * h, 0, 0.66 * h),
        (-0.14 * h, 0, 0.82 * h),
        (-0.16 * h, 0, 0.42 * h),
    ]
    ends = [(0, 0, h), (0.27 * h, 0, 0.66 * h), (0.14 * h, 0, 0.82 * h), (0.16 * h, 0, 0.34 * h)]
    rays = 0.13 * h * np.array([(1, 0, 1), (-1, 0, 1), (1, 0, -1), (-1, 0, -1)])
    middle = np.array([0.0, 0.0, 0.66 * h])
    bars = hexahedra.struts(starts, ends, thick, paint.GILT)
    halo = hexahedra.struts(np.tile(middle, (4, 1)), middle + rays, 0.5 * thick, paint.GILT)
    knobs = [
        (x, 0.0, z) for x, z in ((0.0, 0.985 * h), (0.27 * h, 0.66 * h), (-0.27 * h, 0.66 * h))
    ]
    bulb = lathe.sphere(0.035 * h, paint.GILT, sides=4)
    return merge([bars, halo, transform.at(bulb, np.array(knobs) - [0, 0, 0.02 * h])])


def stays(top_m: float, foot_m: float, top_half_m: float, foot_half_m: float) -> MeshData:
    """Four thin chains from the arms of a cross down to the roof below it."""
    pieces = []
    for sx, sy in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        path = [(sx * top_half_m, 0.0, top_m), (sx * foot_half_m, sy * foot_half_m, foot_m)]
        pieces.append(tube(path, 0.025, paint.GILT_EDGE, sides=3))
    return merge(pieces)


def lace(length_m: float, height_m: float = 0.62) -> MeshData:
    """A run of white pierced cresting on the x axis from 0 to `length_m`, standing on z = 0."""
    count = max(1, round(length_m / 0.9))
    unit = length_m / count
    return transform.at(_lace_unit(unit, height_m), [((i + 0.5) * unit, 0.0) for i in range(count)])


def _lace_unit(w: float, h: float) -> MeshData:
    """One tooth of the cresting: a keel between two notches, pierced by a lozenge."""
    right = [(w / 2, 0.0), (w / 2, 0.34 * h), (0.36 * w, 0.62 * h), (0.2 * w, 0.66 * h)]
    left = [(-x, z) for x, z in reversed(right)]
    eye = profile.line(
        (0.0, 0.16 * h), (0.16 * w, 0.44 * h), (0.0, 0.74 * h), (-0.16 * w, 0.44 * h)
    )
    outline = profile.line(*right, (0.0, h), *left)
    front = painted(outline, -0.01, paint.WHITE, [eye])
    return merge([front, transform.turn_z(front, 180.0)])


def dentils(length_m: float, size_m: float) -> MeshData:
    """A row of white teeth hanging under a cornice, from x = 0 on, tops at z = 0.

    A tooth has no top and no back: both lie in the masonry.
    """
    count = max(1, round(length_m / (2 * size_m)))
    middle = (np.arange(count) + 0.5) * (length_m / count)
    half = size_m / 2
    corners = np.array(
        [
            (x, y, z)
            for z in (-size_m, 0.0)
            for x, y in ((-half, -size_m), (half, -size_m), (half, 0.0), (-half, 0.0))
        ]
    )
    sides = np.array([[3, 2, 1, 0], [0, 1, 5, 4], [1, 2, 6, 5], [3, 0, 4, 7]])
    places = np.column_stack([middle, np.zeros((count, 2))])
    quads = corners[sides][None] + places[:, None, None, :]
    return hexahedra.quadrilaterals(quads.reshape(-1, 4, 3), paint.WHITE)
