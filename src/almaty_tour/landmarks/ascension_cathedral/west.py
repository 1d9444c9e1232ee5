"""The west front of the Ascension Cathedral: broken pediment, kokoshnik gable and porch."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, hexahedra, profile, transform
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks.ascension_cathedral import body, gables, ornament, paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
PORCH_END = -25.3
ROOM = 3.15
EDGE = 7.35
ROOM_TOP = 5.75
GABLE_EAVES = 8.2
SUNK = 0.06  # how far wall feet reach into the floor
SEGMENTS = (6.0, 50.0, 96.0, 141.0)


def porch() -> MeshData:
    """The low porch before the arm: two rooms, the great portal, its keel gable."""
    return merge([_porch_rooms(), _portal(), _porch_gable()])


# The upper storey ---------------------------------------------------------------------------


def upper_front() -> MeshData:
    """What stands before the end wall of the arm's upper storey."""
    wall_y = body.ARM_END + 0.3
    return transform.move(merge([_pilasters(), _kokoshnik(), _low_gable()]), y=wall_y)


def _pilasters() -> MeshData:
    """Pilasters and small peaked mouldings on the front wall."""
    foot = body.HIGH_FOOT
    shaft = ornament.pilaster(0.85, body.HIGH_TOP - foot)
    pairs = transform.at(shaft, [(x, 0.0, foot) for x in (-6.55, -3.65, -2.65, 2.65, 3.65, 6.55)])
    peak = profile.line((0.75, 0.0), (0.0, 0.9), (-0.75, 0.0))
    inner = profile.offset(peak, -0.14)
    small = extrude.panel(peak, -0.12, 0.0, paint.WHITE, holes=[inner], back=False)
    return merge([pairs, transform.at(small, [(x, 0.0, 11.85) for x in (-4.9, 4.9)])])


def kokoshnik_line() -> F64:
    """The broken pediment: raking sides, a step, a round arch with an ogee tip; (x, z)."""
    arch = profile.arc((0.0, 15.7), 2.35, -8.0, 62.0, 7)
    right = [(7.75, 13.5), (3.15, 14.55), (2.95, 14.75), (2.75, 15.35), *map(tuple, arch)]
    right += [(0.62, 17.95), (0.25, 18.2)]
    return profile.line(*right, (0.0, 18.75), *[(-x, z) for x, z in reversed(right)])


def _kokoshnik() -> MeshData:
    line = kokoshnik_line()
    field = np.concatenate([gables.inside(line), [(-7.6, 13.25), (7.6, 13.25)]])
    wall_piece = extrude.panel(field, 0.0, 0.5, paint.YELLOW)
    colours = [paint.ROOF, paint.WHITE, paint.PINK, paint.WHITE, paint.PALE_BLUE, paint.WHITE]
    trim = gables.moulded_gable(line, 0.62, colours, 0.6)
    ring = extrude.panel(
        profile.circle(0.98, 24),
        -0.14,
        0.0,
        paint.WHITE,
        holes=[profile.circle(0.58, 20)],
        back=False,
    )
    hub = extrude.panel(profile.circle(0.2, 12), -0.1, 0.0, paint.WHITE, back=False)
    eye = extrude.panel(profile.circle(0.58, 20), -0.04, 0.0, paint.CREAM, back=False)
    medallion = transform.move(merge([ring, hub, eye]), z=15.75)
    cross = transform.move(ornament.cross(1.5), 0.0, -0.1, 18.7)
    saddle = np.concatenate([line * [0.97, 1.0] - [0, 0.1], [(-7.4, 13.3), (7.4, 13.3)]])
    return merge([wall_piece, trim, medallion, cross, extrude.panel(saddle, 0.45, 3.6, paint.ROOF)])


def _low_gable() -> MeshData:
    """The lower layer of the pediment: level sides and a gable in the middle."""
    right = [(7.75, 13.35), (4.2, 13.35), (3.4, 13.45), (2.6, 13.75)]
    line = profile.line(*right, (0.0, 15.1), *[(-x, z) for x, z in reversed(right)])
    field = np.concatenate([gables.inside(line), [(-7.2, 12.8), (7.2, 12.8)]])
    plate = extrude.panel(field, -0.4, 0.0, paint.CREAM)
    colours = [paint.ROOF, paint.WHITE, paint.WHITE, paint.PINK, paint.WHITE]
    trim = transform.move(gables.moulded_gable(line, 0.62, colours, 0.6), y=-0.4)
    return merge([plate, trim])


# The porch ----------------------------------------------------------------------------------


def _porch_rooms() -> MeshData:
    """Two low rooms with hipped green roofs on both sides of the portal."""
    depth = body.ARM_END - PORCH_END
    width = EDGE - ROOM
    pane = ornament.window(1.55, 2.4, (4, 4))
    height = ROOM_TOP - body.PLINTH_M
    front = wall(width, height, paint.YELLOW, [Placed(width / 2, 1.35, pane)])
    side = wall(depth, height, paint.YELLOW, [Placed(depth / 2, 1.35, pane)])
    room = merge(
        [
            transform.on_edge(front, (ROOM, PORCH_END), (EDGE, PORCH_END), body.PLINTH_M),
            transform.on_edge(side, (EDGE, PORCH_END), (EDGE, body.ARM_END), body.PLINTH_M),
            _room_dress(depth),
            _room_roof(),
        ]
    )
    return merge([room, transform.mirror_x(room)])


def _room_dress(depth: float) -> MeshData:
    """Plinth, pilasters and cornice of one room."""
    plan = profile.line(
        (ROOM, PORCH_END), (EDGE, PORCH_END), (EDGE, body.ARM_END), (ROOM, body.ARM_END)
    )
    plinth = extrude.prism(
        profile.offset(plan, 0.22), -1.5, body.PLINTH_M, paint.MAROON, crease_deg=0.0
    )
    corner = [(ROOM, PORCH_END), (EDGE, PORCH_END), (EDGE, body.ARM_END)]
    path = profile.line(*corner)
    base = profile.line((0.0, 0.0), (0.3, 0.0), (0.3, 0.22), (0.2, 0.4), (0.0, 0.5))
    thin = profile.line((0.0, 0.0), (0.24, 0.0), (0.24, 0.1), (0.0, 0.1))
    bands = [
        extrude.sweep(base, path, paint.WHITE, z_m=body.PLINTH_M, closed=False),
        extrude.sweep(profile.cornice(0.55, 0.5), path, paint.WHITE, z_m=ROOM_TOP, closed=False),
        extrude.sweep(thin, path, paint.PINK, z_m=ROOM_TOP - 0.12, closed=False),
        extrude.sweep(thin, path, paint.PALE_BLUE, z_m=ROOM_TOP - 0.24, closed=False),
    ]
    tall = ROOM_TOP - body.PLINTH_M - 0.5
    shaft = _split_pilaster(1.0, tall)
    front = transform.at(
        shaft, [(x, PORCH_END, body.PLINTH_M + 0.5) for x in (ROOM + 0.6, EDGE - 0.52)]
    )
    flank = transform.at(shaft, [(x, 0.0, body.PLINTH_M + 0.5) for x in (0.52, depth - 0.6)])
    flank = transform.on_edge(flank, (EDGE, PORCH_END), (EDGE, body.ARM_END))
    frame = profile.rectangle(3.2, 0.7, ((ROOM + EDGE) / 2, 0.6))
    white = extrude.panel(
        frame, -0.03, 0.0, paint.WHITE, holes=[profile.offset(frame, -0.1)], back=False
    )
    return merge([plinth, *bands, front, flank, transform.move(white, y=PORCH_END - 0.22)])


def _split_pilaster(width_m: float, height_m: float) -> MeshData:
    """A white pilaster with a yellow slit down its shaft."""
    shaft = ornament.pilaster(width_m, height_m)
    slit = profile.rectangle(0.2 * width_m, 0.55 * height_m, (0.0, 0.47 * height_m))
    return merge([shaft, extrude.panel(slit, -0.3, -0.28, paint.YELLOW, back=False)])


def _room_roof() -> MeshData:
    z = ROOM_TOP + 0.5
    low = profile.line(
        (ROOM - 0.3, PORCH_END - 0.6), (EDGE + 0.6, PORCH_END - 0.6),
        (EDGE + 0.6, body.ARM_END), (ROOM - 0.3, body.ARM_END),
    )  # fmt: skip
    high = profile.line(
        (ROOM + 0.2, PORCH_END + 1.6), (ROOM + 1.0, PORCH_END + 1.6),
        (ROOM + 1.0, body.ARM_END), (ROOM + 0.2, body.ARM_END),
    )  # fmt: skip
    slab = extrude.prism(low, z, z + 0.1, paint.ROOF, crease_deg=0.0)
    hip = extrude.prism(low, z + 0.1, z + 1.75, paint.ROOF, top_outline=high, crease_deg=0.0)
    return merge([slab, hip])


def _portal() -> MeshData:
    """The great round arch: pierced white tympanum, side lights, one dark door."""
    front = PORCH_END - 0.08
    arch = profile.opening("round", 4.2, 6.3 + SUNK) + np.array([0.0, body.PLINTH_M - SUNK])
    shape = profile.line((-ROOM - 0.1, body.PLINTH_M - SUNK), (ROOM + 0.1, body.PLINTH_M - SUNK),
                         (ROOM + 0.1, GABLE_EAVES), (-ROOM - 0.1, GABLE_EAVES))  # fmt: skip
    plate = extrude.panel(shape, front, front + 0.5, paint.YELLOW, holes=[arch], back=False)
    ring = ornament.half_ring(2.62, 2.1, 24) + np.array([0.0, body.PLINTH_M + 4.2])
    thin = ornament.half_ring(3.0, 2.86, 24) + np.array([0.0, body.PLINTH_M + 4.2])
    pieces = [
        plate,
        extrude.panel(ring, front - 0.18, front, paint.WHITE, back=False),
        extrude.panel(thin, front - 0.1, front, paint.PALE_BLUE, back=False),
        extrude.block((-2.62, front - 0.18, body.PLINTH_M), (-2.1, front, 5.35), paint.WHITE),
        extrude.block((2.1, front - 0.18, body.PLINTH_M), (2.62, front, 5.35), paint.WHITE),
        extrude.block((-2.75, front - 0.26, 5.1), (-2.1, front, 5.4), paint.WHITE),
        extrude.block((2.1, front - 0.26, 5.1), (2.75, front, 5.4), paint.WHITE),
        transform.move(_tympanum(), y=front + 0.25),
        extrude.block(
            (-3.0, front + 0.6, body.PLINTH_M), (3.0, front + 0.8, GABLE_EAVES), paint.DARK
        ),
        extrude.block(
            (-ROOM, PORCH_END - 0.05, -1.5), (ROOM, body.ARM_END, body.PLINTH_M), paint.STEP
        ),
    ]
    return merge(pieces)


def _tympanum() -> MeshData:
    """White boarding in the arch, cut through by fans, lattices and the door."""
    spring = body.PLINTH_M + 4.2
    outline = profile.opening("round", 4.2, 6.3 + SUNK) + np.array([0.0, body.PLINTH_M - SUNK])
    holes: list[F64] = [profile.rectangle(1.9, 2.9, (0.0, body.PLINTH_M + 1.5))]
    holes += [profile.rectangle(0.42, 2.6, (x, body.PLINTH_M + 2.0)) for x in (-1.55, 1.55)]
    over = [_sector(1.28, 1.9, start, start + 34.0) for start in SEGMENTS]
    over += [_sector(0.28, 1.02, 8.0 + 18.5 * k, 22.0 + 18.5 * k) for k in range(9)]
    over += [profile.regular(4, 0.15) + np.array([-0.85 + 0.34 * i, -0.55]) for i in range(6)]
    holes += [shape + np.array([0.0, spring]) for shape in over]
    board = extrude.panel(outline, 0.0, 0.12, paint.WHITE, holes=holes, back=False)
    bars = []
    for side in (-1.0, 1.0):
        for i in range(6):
            z = body.PLINTH_M + 0.95 + 0.42 * i
            cell = profile.line((-0.2, z), (-0.14, z), (0.2, z + 0.36), (0.14, z + 0.36))
            bars.append(extrude.panel(cell + np.array([side * 1.55, 0.0]), 0.02, 0.08, paint.WHITE))
            bars.append(extrude.panel(cell * [-1, 1] + [side * 1.55, 0.0], 0.02, 0.08, paint.WHITE))
    for start in SEGMENTS:
        for k in range(1, 4):
            bars.append(_ray(start + 8.5 * k, start + 8.5 * k + 5.0, spring))
            bars.append(_ray(start + 8.5 * k + 5.0, start + 8.5 * k, spring))
    leaf = extrude.block(
        (-0.95, 0.06, body.PLINTH_M), (0.0, 0.14, body.PLINTH_M + 2.95), paint.WHITE
    )
    inset = extrude.block(
        (-0.75, 0.0, body.PLINTH_M + 1.6), (-0.2, 0.06, body.PLINTH_M + 2.7), paint.CREAM
    )
    return merge([board, *bars, leaf, inset])


def _ray(inner_deg: float, outer_deg: float, spring_m: float) -> MeshData:
    """A thin white bar across the ring of the tympanum, a little askew."""
    a, b = np.radians(inner_deg), np.radians(outer_deg)
    start = np.array([1.25 * np.cos(a), 0.06, spring_m + 1.25 * np.sin(a)])
    end = np.array([1.93 * np.cos(b), 0.06, spring_m + 1.93 * np.sin(b)])
    return hexahedra.struts([start], [end], 0.05, paint.WHITE)


def _sector(inner_m: float, outer_m: float, start_deg: float, end_deg: float) -> F64:
    """A piece of a flat ring."""
    outer = profile.arc((0.0, 0.0), outer_m, start_deg, end_deg, 4)
    inner = profile.arc((0.0, 0.0), inner_m, end_deg, start_deg, 2)
    return np.concatenate([outer, inner])


def _porch_gable() -> MeshData:
    """The keel gable over the portal with its green roof and little icon."""
    right = [(5.0, 0.0), (3.3, 0.05), (2.75, 0.4), (1.4, 1.75)]
    tip = 2.65
    line = profile.line(*right, (0.0, tip), *[(-x, z) for x, z in reversed(right)])
    line = line + np.array([0.0, GABLE_EAVES + 0.1])
    field = np.concatenate(
        [gables.inside(line), [(-4.4, GABLE_EAVES - 0.3), (4.4, GABLE_EAVES - 0.3)]]
    )
    front = PORCH_END - 0.25
    wall_piece = extrude.panel(field, front + 0.35, front + 0.75, paint.YELLOW)
    colours = [paint.ROOF, paint.WHITE, paint.WHITE, paint.PINK, paint.PALE_BLUE, paint.WHITE]
    trim = transform.move(gables.moulded_gable(line, 0.85, colours, 0.7), y=front + 0.35)
    saddle = np.concatenate(
        [line - [0, 0.03], [(-4.9, GABLE_EAVES - 0.05), (4.9, GABLE_EAVES - 0.05)]]
    )
    roof = extrude.panel(saddle, front + 0.74, body.ARM_END + 0.2, paint.ROOF)
    icon = extrude.panel(
        profile.opening("round", 0.5, 0.8), -0.12, 0.0, paint.GILT_EDGE, back=False
    )
    halo = extrude.panel(profile.opening("round", 0.34, 0.6), -0.14, 0.0, paint.MAROON, back=False)
    picture = transform.move(merge([icon, transform.move(halo, z=0.08)]), 0.0, front + 0.35, 8.75)
    cross = transform.move(ornament.cross(1.35), 0.0, front, GABLE_EAVES + tip + 0.05)
    cheeks = extrude.block(
        (-ROOM, front + 1.6, ROOM_TOP), (ROOM, body.ARM_END, GABLE_EAVES), paint.YELLOW
    )
    return merge([wall_piece, trim, roof, picture, cross, cheeks])
