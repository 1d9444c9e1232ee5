"""The block of the Central Mosque: arcades, end walls, apse, parapet, blue roof, gallery.

Plan in the model frame: the east front looks to -y, the long sides are x = +-18. All plan
numbers here count from the middle of the turrets; the whole is moved by the caller.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import arch, extrude, profile, transform
from almaty_tour.kit.bays import bayed_wall
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks.central_mosque import paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

TURRET_X, TURRET_Y = 18.4, 24.5
WALL_X, WALL_Y = 18.1, 24.2
TERRACE = 1.9
BAND = 11.2
WALL_TOP = 10.37  # what the mouldings over it hide would be baked dark
PARAPET = 14.9
ROOF = 13.4
ARCHES = 8
ARCH_M, ARCH_HIGH_M = 2.6, 7.1
NICHE = 2.2
JOG = 3.35
SEAM_M = 2.6
MARGIN, FRAME_M = 2.4, 0.62
PORTAL_HALF = 6.6
APSE: tuple[tuple[float, float], ...] = ((6.4, WALL_Y), (6.4, 26.6), (3.3, 29.75))


def block() -> MeshData:
    """All walls and the roof, without turrets, domes and portal."""
    pieces = [_core(), _long_side(), transform.mirror_x(_long_side()), _west(), _east()]
    return merge([*pieces, _bands(), _parapet(), _roof()])


def outline() -> F64:
    """The plan of the block with the apse, counter-clockwise."""
    apse = [*APSE, *[(-x, y) for x, y in reversed(APSE)]]
    return profile.line(
        (-WALL_X, -WALL_Y), (WALL_X, -WALL_Y), (WALL_X, WALL_Y), *apse, (-WALL_X, WALL_Y)
    )


def parapet_path() -> F64:
    """The plan of the parapet from the portal's right side round to its left.

    It jogs out as half an octagon round each turret.
    """
    out, cut = JOG, 1.3
    edge = 0.45
    corner = [
        (edge, -out),
        (cut, -out),
        (out, -cut),
        (out, cut),
        (cut, out),
        (-cut, out),
        (-out, cut),
        (-out, edge),
    ]
    south_east = [(TURRET_X + x, -TURRET_Y - y) for x, y in reversed(corner)]
    north_east = [(TURRET_X + x, TURRET_Y + y) for x, y in corner]
    apse = [
        (x + (0.7 if x > 5 else 0.35), y + (edge if y < 25 else (0.3 if y < 28 else 0.8)))
        for x, y in APSE
    ]
    right = [*south_east, *north_east, *apse]
    left = [(-x, y) for x, y in reversed(right)]
    start = (PORTAL_HALF, -TURRET_Y - edge)
    return profile.line(start, *right, *left, (-start[0], start[1]))


def _core() -> MeshData:
    """The closed body behind the niches, from below the ground to the roof."""
    inner = profile.rectangle(2 * (WALL_X - NICHE), 2 * (WALL_Y - 0.5))
    body = extrude.prism(inner, -1.5, ROOF - 0.1, paint.MARBLE, crease_deg=0.0)
    low = extrude.prism(outline(), -1.5, TERRACE - 0.06, paint.SMOOTH, crease_deg=0.0)
    return merge([body, low])


# Long sides ---------------------------------------------------------------------------------


def _long_side() -> MeshData:
    """The side x = +18: eight deep pointed arches with doors, between two turrets."""
    length, high = 2 * WALL_Y, WALL_TOP - TERRACE + 0.05
    bay = (length - 2 * MARGIN) / ARCHES
    middles = MARGIN + bay * (np.arange(ARCHES) + 0.5)
    places = np.column_stack([middles, np.zeros((ARCHES, 2))])
    bays = transform.at(merge([_arch_bay(bay, high), _door_screen()]), places)
    pier = bayed_wall(MARGIN, high, paint.MARBLE, edge_m=2.0)
    ceiling = extrude.block(
        (0.7, 0.05, BAND - TERRACE), (length - 0.7, NICHE + 0.1, BAND + 0.2 - TERRACE), paint.SHADE
    )
    rear = bayed_wall(length - 1.4, BAND - TERRACE, paint.MARBLE)
    rear = transform.move(rear, 0.7, NICHE - 0.02)
    ends = [pier, transform.move(pier, length - MARGIN)]
    side = transform.move(merge([bays, *ends, ceiling, rear]), z=TERRACE - 0.05)
    return transform.on_edge(side, (WALL_X, -WALL_Y), (WALL_X, WALL_Y))


def _arch_bay(width_m: float, high_m: float) -> MeshData:
    """One bay about x = 0: the wall, a broad moulded frame, the sides of the niche.

    The wall ends under the outer edge of the frame, not at the arch: what a frame covers
    would be baked dark and smear over the wall.
    """
    shape = profile.opening("persian", ARCH_M, ARCH_HIGH_M, 1.75, 10)
    way = np.concatenate([shape[1:], shape[:1]])
    outer = way + FRAME_M * profile.mitres(way, closed=False)
    half = width_m / 2
    plate = np.concatenate(
        [outer, profile.line((-half, 0.0), (-half, high_m), (half, high_m), (half, 0.0))]
    )
    wall = diced(extrude.panel(plate[::-1], 0.0, 0.2, paint.MARBLE, back=False), 2.0)
    ring = extrude.panel(np.concatenate([outer, way[::-1]]), -0.12, NICHE, paint.SMOOTH)
    return merge([wall, ring, arch.archivolt(shape, 0.3, 0.2, paint.SMOOTH)])


def _door_screen() -> MeshData:
    """White framed glass doors a pace inside an arch, a flat lid over them."""
    half, high, at = ARCH_M / 2, 3.1, 0.95
    columns, rows = 3, ((0.18, 0.95), (1.1, 2.15), (2.3, 2.95))
    width = (ARCH_M - 0.12) / columns
    panes = [
        profile.rectangle(
            width - 0.14, top - low, (-half + 0.06 + width * (i + 0.5), (low + top) / 2)
        )
        for i in range(columns)
        for low, top in rows
    ]
    front = extrude.panel(
        profile.rectangle(ARCH_M, high, (0.0, high / 2)), at, at + 0.1, paint.FRAME, holes=panes
    )
    glass = extrude.block((-half, at + 0.05, 0.1), (half, at + 0.08, high - 0.1), paint.GLASS)
    lid = extrude.block((-half, at - 0.1, high), (half, NICHE, high + 0.16), paint.SHADE)
    return merge([front, glass, lid])


# End walls ----------------------------------------------------------------------------------


def lattice_window() -> Opening:
    """A tall pointed window with pale blue tracery."""
    return Opening(
        1.75, 7.2, head="persian", rise_m=1.2, reveal_m=0.28, bars=(4, 12), frame_m=0.2,
        frame=paint.TRACERY, reveal=paint.SMOOTH, surround=paint.SMOOTH, surround_m=0.2,
        surround_out_m=0.07, steps=8,
    )  # fmt: skip


def _end_wall(length: float, windows: tuple[float, ...]) -> MeshData:
    """A plain wall with lattice windows in shallow rectangular fields."""
    high = WALL_TOP - TERRACE
    placed = [Placed(x, 0.9, lattice_window()) for x in windows]
    front = bayed_wall(length, high, paint.MARBLE, placed)
    field = profile.rectangle(2.7, 8.3, (0.0, 4.75))
    frame = extrude.panel(
        field, -0.05, 0.0, paint.SMOOTH, holes=[profile.offset(field, -0.12)], back=False
    )
    frames = transform.at(frame, [(x, 0.0) for x in windows])
    backing = extrude.block((0.1, 0.3, 0.0), (length - 0.1, 0.5, high), paint.DARK)
    return transform.move(merge([front, frames, backing]), z=TERRACE)


def _west() -> MeshData:
    """The west end: two windows on each side of the three-sided apse."""
    length = WALL_X - APSE[0][0]
    side = _end_wall(length, (2.95, 6.05))
    left = transform.on_edge(side, (WALL_X, WALL_Y), (APSE[0][0], WALL_Y))
    other = _end_wall(length, (length - 6.05, length - 2.95))
    right = transform.on_edge(other, (-APSE[0][0], WALL_Y), (-WALL_X, WALL_Y))
    apse = [*APSE, *[(-x, y) for x, y in reversed(APSE)]]
    body = extrude.prism(
        profile.offset(profile.line(*apse, (-6.4, WALL_Y - 1.0), (6.4, WALL_Y - 1.0)), -0.2),
        -1.5,
        BAND + 0.4,
        paint.MARBLE,
        crease_deg=0.0,
    )
    faces = [transform.on_edge(_sunk_face(a, b), a, b, TERRACE) for a, b in pairwise(apse)]
    return merge([left, right, body, *faces])


def _sunk_face(a: tuple[float, float], b: tuple[float, float]) -> MeshData:
    """A wall from a to b with a tall sunken field where it is wide enough."""
    span, high = float(np.hypot(b[0] - a[0], b[1] - a[1])), WALL_TOP - TERRACE
    if span < 3.0:
        return bayed_wall(span, high, paint.MARBLE, edge_m=2.0)
    field = profile.rectangle(span - 1.6, 7.3, (span / 2, 4.5))
    outline = profile.rectangle(span, high, (span / 2, high / 2))
    plate = extrude.panel(outline, -0.02, 0.14, paint.MARBLE, holes=[field], back=False)
    rear = bayed_wall(span - 1.6, 7.3, paint.MARBLE, edge_m=2.0)
    return merge([diced(plate, 2.0), transform.move(rear, 0.8, 0.12, 0.85)])


def _east() -> MeshData:
    """The east end: two windows on each side of the portal."""
    length = WALL_X - PORTAL_HALF
    left = _end_wall(length, (4.3, 8.0))
    right = _end_wall(length, (length - 8.0, length - 4.3))
    return merge(
        [
            transform.on_edge(left, (-WALL_X, -WALL_Y), (-PORTAL_HALF, -WALL_Y)),
            transform.on_edge(right, (PORTAL_HALF, -WALL_Y), (WALL_X, -WALL_Y)),
        ]
    )


# Upper edge ---------------------------------------------------------------------------------


def _bands() -> MeshData:
    """The flat band under the parapet and the hollow that carries it."""
    plan = outline()
    right, left = (PORTAL_HALF, -WALL_Y), (-PORTAL_HALF, -WALL_Y)
    path = np.concatenate([[right], plan[1:], plan[:1], [left]])
    flat = profile.line((0, 0), (0.1, 0.05), (0.1, 0.5), (0, 0.53))
    return merge([extrude.sweep(flat, path, paint.SMOOTH, z_m=10.35, closed=False)])


def _parapet() -> MeshData:
    """The tall plain parapet on its stepped underside."""
    t = 0.55
    section = profile.line(
        (-0.75, BAND - 0.35),
        (-0.28, BAND - 0.35),
        (-0.25, BAND),
        (-0.06, BAND + 0.08),
        (0.0, BAND + 0.4),
        (0.0, PARAPET - 0.14),
        (0.07, PARAPET - 0.1),
        (0.07, PARAPET),
        (-t, PARAPET),
        (-t - 0.2, PARAPET - 0.2),
    )
    ring = extrude.sweep(section, parapet_path(), paint.MARBLE, closed=False, crease_deg=20.0)
    lines = profile.fillet(0.05, 0.02)
    joints = [
        extrude.sweep(lines, parapet_path(), paint.JOINT, z_m=z, closed=False)
        for z in (12.4, 13.2, 14.0)
    ]
    corner = profile.chamfered(2 * JOG, 2 * JOG, 1.85)
    soffits = [
        extrude.prism(
            profile.offset(corner, -0.15) + np.array([sx * TURRET_X, sy * TURRET_Y]),
            BAND - 0.05,
            ROOF - 0.1,
            paint.MARBLE,
            crease_deg=0.0,
        )
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    lid = extrude.prism(profile.offset(corner, -0.45), ROOF - 0.2, ROOF - 0.03, paint.ROOF)
    places = [(sx * TURRET_X, sy * TURRET_Y) for sx in (-1, 1) for sy in (-1, 1)]
    return merge([ring, *joints, *soffits, transform.at(lid, places)])


def _roof() -> MeshData:
    """The flat blue roof, its seams and little hatches."""
    plan = profile.offset(parapet_path(), -0.5)
    slab = extrude.prism(plan, ROOF - 0.35, ROOF - 0.04, paint.ROOF, crease_deg=0.0)
    sheet = _mended(tiles((-WALL_X, -WALL_Y - 0.3), (WALL_X, WALL_Y + 0.3), ROOF, paint.ROOF, 2.6))
    hatches = [
        extrude.block((x - 0.7, y - 0.5, ROOF), (x + 0.7, y + 0.5, ROOF + 0.45), paint.ROOF)
        for x, y in ((11.5, -11.0), (12.5, -4.5), (-12.0, -9.0), (13.5, 16.0))
    ]
    return merge([slab, sheet, *hatches, _seams(), *_gutters()])


def _mended(sheet: MeshData) -> MeshData:
    """The sheet with tones: strips of several years beside each other, each faded in places."""
    strip = np.floor((sheet.positions[:, 1] + WALL_Y) / SEAM_M + 0.5).astype(np.int64)
    strip += 40 * (sheet.positions[:, 0] > 0.0)
    age = fraction(hashed("central_mosque/strip", int(strip.max()) + 1), 1)[strip]
    spot = fraction(hashed("central_mosque/spot", sheet.vertex_count), 1) ** 2
    faded = np.clip(0.35 * age + 0.4 * spot, 0.0, 0.6)[:, None]
    new, old = (np.array(p.tint[:3], np.float64) for p in (paint.ROOF, paint.ROOF_FADED))
    tint = sheet.tint.copy()
    tint[:, :3] = np.round((new + (old - new) * faded) * (0.88 + 0.12 * age[:, None]))
    return replace(sheet, tint=tint)


def _seams() -> MeshData:
    """Welded ridges across the roof from the vaults' row and the dome to the gutters."""
    y = np.arange(-WALL_Y + 2.4, WALL_Y, SEAM_M / 2)
    inner = np.where(y > 1.0, 10.4, 6.4)  # the drum of the dome is wider than the vaults
    feet = [np.column_stack([s * inner, y, np.full(len(y), ROOF)]) for s in (-1, 1)]
    ends = [
        np.column_stack([np.full(len(y), s * (WALL_X - 1.5)), y, np.full(len(y), ROOF)])
        for s in (-1, 1)
    ]
    return struts(np.concatenate(feet), np.concatenate(ends), 0.14, paint.ROOF_SEAM)


def _gutters() -> list[MeshData]:
    """A grey channel along each long parapet, with a leaf grate over every outlet."""
    x, y = WALL_X - 1.1, WALL_Y - 3.6
    return [
        extrude.block((s * x - 0.3, -y, ROOF - 0.05), (s * x + 0.3, y, ROOF + 0.03), paint.GUTTER)
        for s in (-1, 1)
    ] + [
        extrude.block(
            (s * x - 0.45, v - 0.45, ROOF), (s * x + 0.45, v + 0.45, ROOF + 0.1), paint.ROOF_SEAM
        )
        for s in (-1, 1)
        for v in (-15.0, -5.0, 5.0, 15.0)
    ]


# Gallery to the minaret ---------------------------------------------------------------------


def gallery(start: tuple[float, float], end: tuple[float, float]) -> MeshData:
    """A two-storey wing 3 m wide with three small arches a storey on both faces."""
    length = float(np.hypot(end[0] - start[0], end[1] - start[1]))
    high, half = 8.0, 1.6
    window = Opening(
        1.05,
        1.55,
        head="keel",
        rise_m=0.85,
        reveal_m=0.35,
        bars=(2, 2),
        frame_m=0.1,
        frame=paint.DARK,
        reveal=paint.SHADE,
        surround=paint.SMOOTH,
        surround_m=0.16,
        surround_out_m=0.06,
    )
    row = [Placed(length / 2 + x, z, window) for x in (-1.9, 0.0, 1.9) for z in (2.1, 5.0)]
    face = bayed_wall(length, high, paint.MARBLE, row)
    middle = extrude.block((0.0, 0.4, 0.0), (length, 2 * half - 0.4, high - 0.1), paint.MARBLE)
    lid = extrude.block(
        (0.0, -0.12, high - 0.1), (length, 2 * half + 0.12, high + 0.25), paint.SMOOTH
    )
    foot = extrude.block((0.0, -0.2, -1.5), (length, 2 * half + 0.2, 1.3), paint.TERRACE)
    rear = transform.move(transform.turn_z(face, 180.0), length, 2 * half)
    whole = transform.move(merge([face, rear, middle, lid, foot]), 0.0, -half)
    return transform.on_edge(whole, start, end)
