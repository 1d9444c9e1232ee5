"""Glass walls, twin pylons, podium and stairs of the Palace of the Republic."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.mesh.data import MeshData, Prism, merge, mesh

F64 = npt.NDArray[np.float64]

GLASS = Paint("sky_glass")
DARK = Paint("window", "#FFFFFF")
BAND = Paint("painted_metal", "#2F5A5E")
MULLION = Paint("painted_metal", "#3E5A66")
WHITE = Paint("painted_metal", "#F4F3EF")
PYLON = Paint("plaster", "#F1EFEA")
GRANITE = Paint("granite", "#D3AD8F")
PLINTH = Paint("granite", "#B28E76")
DECK = Paint("paving", "#C9AE98")
TIMBER = Paint("wood", "#8E5A38")

WALL = (33.0, 51.0)
TERRACE_M, HEAD_M = 2.3, 12.9
ROWS = ((5.75, 8.35), (8.41, 9.05), (9.11, 11.98), (12.04, 12.86))
PANE_M = 1.65
DOOR_TOP_M = 4.75
STEPS, TREAD_M = 12, 0.36
TERRACE = (37.0, 58.0)
PAIR_M, SLAB_M, GAP_M = 23.5, 2.55, 1.55


def walls() -> MeshData:
    """The four glass walls over a recessed ground floor."""
    sides = []
    for turn in range(4):
        half, depth = (WALL[0], WALL[1]) if turn % 2 == 0 else (WALL[1], WALL[0])
        side = _side(half, depth, f"palace_of_republic/{turn}", front=turn == 0)
        sides.append(transform.turn_z(side, 90.0 * turn))
    core = extrude.prism(
        profile.rectangle(2 * WALL[0] - 2.4, 2 * WALL[1] - 2.4), 1.0, HEAD_M, DARK.shaded(0.5)
    )
    return merge([core, *sides])


def _side(half: float, depth: float, name: str, *, front: bool) -> MeshData:
    """One wall looking to -y: panes, bars, dark belt, canopy line, doors."""
    count = round(2 * half / PANE_M)
    x = np.linspace(-half, half, count + 1)
    pieces = [
        _panes(x, low, high, -depth, f"{name}/{k}", dark=k == 3)
        for k, (low, high) in enumerate(ROWS)
    ]
    pieces.append(_bars(x, depth))
    belt = extrude.block((-half, -depth - 0.04, 5.0), (half, -depth + 0.5, 5.72), BAND)
    line = extrude.block(
        (-half, -depth - 0.85, DOOR_TOP_M), (half, -depth + 1.2, 4.92), MULLION.shaded(0.8)
    )
    pieces += [belt, line, _ground_floor(half, depth, front)]
    return merge(pieces)


def _panes(x: F64, low: float, high: float, y: float, name: str, *, dark: bool) -> MeshData:
    """One row of panes, each with a tone of its own as real glass has."""
    count = len(x) - 1
    left, right = x[:-1], x[1:]
    flat = np.full(count, y)
    corner = [(left, low), (right, low), (right, high), (left, high)]
    points = np.stack([np.stack([cx, flat, np.full(count, z)], axis=1) for cx, z in corner], axis=1)
    base = np.arange(count)[:, None] * 4
    faces = np.concatenate([base + np.array([0, 1, 2]), base + np.array([0, 2, 3])])
    normals = np.tile([0.0, -1.0, 0.0], (4 * count, 1))
    paint = GLASS.shaded(0.45) if dark else GLASS
    made = mesh(points.reshape(-1, 3), faces, normals, paint.material, tint=paint.tint)
    tone = 0.86 + 0.14 * fraction(hashed(name, count), 1)
    made.tint[:, :3] = np.round(made.tint[:, :3] * np.repeat(tone, 4)[:, None]).astype(np.uint8)
    return made


def _bars(x: F64, depth: float) -> MeshData:
    """Thin bars before the glass: one at each pane edge, one between rows."""
    y = -depth - 0.03
    feet = np.stack([x, np.full(len(x), y), np.full(len(x), ROWS[0][0])], axis=1)
    heads = feet + np.array([0.0, 0.0, HEAD_M - ROWS[0][0]])
    levels = np.array([ROWS[0][0], 8.38, 9.08, 12.01])
    left = np.stack([np.full(4, x[0]), np.full(4, y), levels], axis=1)
    right = np.stack([np.full(4, x[-1]), np.full(4, y), levels], axis=1)
    return merge([struts(feet, heads, 0.07, MULLION), struts(left, right, 0.09, MULLION)])


def _ground_floor(half: float, depth: float, front: bool) -> MeshData:
    """Set-back dark glazing behind slim posts; white framed doors on the entrance side."""
    y = -depth + 1.15
    back = extrude.block((-half + 1.2, y, TERRACE_M - 0.1), (half - 1.2, y + 0.3, 5.0), DARK)
    posts = np.arange(-half + 3.3, half - 3.2, 3.3)
    feet = np.stack([posts, np.full(len(posts), y - 0.06), np.full(len(posts), TERRACE_M)], axis=1)
    frames = struts(feet, feet + np.array([0.0, 0.0, 2.5]), 0.12, MULLION)
    corners = [
        extrude.block((x, -depth + 0.02, 1.2), (x + 1.1, -depth + 2.2, 5.0), WHITE)
        for x in (-half, half - 1.1)
    ]
    spots = np.linspace(-13.5, 13.5, 6) if front else ()
    doors = [transform.move(_door(), x=float(x), y=y) for x in spots]
    return merge([back, frames, *corners, *doors])


def _door() -> MeshData:
    """A pair of glass leaves in a white frame."""
    outer = profile.rectangle(2.2, 2.35, (0.0, TERRACE_M + 1.17))
    holes = [profile.rectangle(0.9, 2.05, (s * 0.5, TERRACE_M + 1.1)) for s in (-1, 1)]
    return extrude.panel(outer, -0.28, -0.06, WHITE, holes=holes)


def pylons() -> MeshData:
    """Four twin pylons: two before the west front, two before the east front."""
    pair = merge([_slab(), transform.mirror_x(_slab()), *_rungs()])
    front = merge([transform.move(pair, x=s * PAIR_M) for s in (-1.0, 1.0)])
    west = transform.move(front, y=-WALL[1])
    return merge([west, transform.turn_z(west, 180.0)])


def _slab() -> MeshData:
    """The right slab of a pair; its head flares to the outer side only, clear of the soffit."""
    a, b = GAP_M / 2, GAP_M / 2 + SLAB_M
    levels = (1.0, 2.6, 4.2, 5.8, 7.4, 9.0, 10.2)  # points for the shade to change along
    flare = [(b, 11.15), (b + 0.25, 11.3), (b + 1.15, 11.85), (b + 1.15, 12.2)]
    inner = [(a, z) for z in levels]
    outline = [(a, 1.0), *((b, z) for z in levels), *flare, (a, 12.2), *inner[:0:-1]]
    body = extrude.panel(outline, -1.55, -0.12, PYLON, crease_deg=0.0)
    cap = extrude.panel(
        profile.line((a - 0.04, 12.2), (b + 1.2, 12.2), (b + 1.2, 12.38), (a - 0.04, 12.38)),
        -1.65, -0.1, WHITE, crease_deg=0.0,
    )  # fmt: skip
    neck = extrude.block((a + 0.4, -1.2, 12.38), (b - 0.2, -0.2, HEAD_M), PYLON.shaded(0.8))
    return merge([body, cap, neck])


def _rungs() -> list[MeshData]:
    """Short beams that tie the two slabs like a ladder."""
    half = GAP_M / 2 + 0.02
    return [
        extrude.block((-half, -1.25, low), (half, -0.35, low + 0.75), PYLON)
        for low in (4.55, 7.75, 11.35)
    ]


def podium() -> MeshData:
    """Granite terrace, stairs along the whole front, stepped seats before the pylons."""
    x, y = TERRACE
    front = y - STEPS * TREAD_M + 2.2
    plan = profile.rectangle(2 * x, front + y - 2.0, (0.0, (y - 2.0 - front) / 2))
    body = extrude.prism(plan, -1.5, TERRACE_M - 0.12, GRANITE)
    deck = extrude.prism(
        profile.rectangle(2 * x + 0.2, front + y - 1.9, (0.0, (y - 2.0 - front) / 2)),
        TERRACE_M - 0.12, TERRACE_M, DECK,
    )  # fmt: skip
    flight = stair.straight(
        2 * x - 3.0, TERRACE_M + 1.2, 18, GRANITE, tread_m=TREAD_M, y_m=-front, z_m=-1.2
    )
    cheeks = [_cheek(s * (x - 0.6), front) for s in (-1.0, 1.0)]
    seats = [transform.move(_seats(), x=s * PAIR_M, y=-front) for s in (-1.0, 1.0)]
    return merge([body, deck, flight, *cheeks, *seats])


def _cheek(x: float, front: float) -> MeshData:
    """A sloping wall that ends the stairs."""
    run = STEPS * TREAD_M + 0.6
    outline = profile.line(
        (front - 0.3, -1.5), (front + run, -1.5), (front + run, 0.45), (front - 0.3, 2.85)
    )
    plate = extrude.panel(outline, -0.6, 0.6, PLINTH, crease_deg=0.0)
    return transform.move(transform.turn_z(plate, -90.0), x=x)


def _seats() -> MeshData:
    """A block that juts over the stairs: granite tiers with timber seats on both sides."""
    tiers = []
    for tier in range(4):
        low, reach = 0.55 * tier, 5.6 - 1.25 * tier
        top = low + 0.58
        tiers.append(extrude.block((-5.2, -reach, -1.2), (5.2, 0.2, top), GRANITE.shaded(0.97)))
        for side in (-1.0, 1.0):
            a, b = sorted((side * 2.2, side * 5.0))
            tiers.append(
                extrude.block((a, -reach + 0.15, top), (b, -reach + 0.75, top + 0.09), TIMBER)
            )
    steps = stair.straight(3.6, TERRACE_M + 0.01, STEPS, GRANITE, tread_m=0.5, y_m=0.2, z_m=0.0)
    return merge([*tiers, steps])


def collision() -> tuple[tuple[Prism, ...], tuple[Prism, ...]]:
    """Walls and pylons stop; terrace and stairs carry."""
    solids = [stair.wall_prism(profile.rectangle(2 * WALL[0], 2 * WALL[1]), HEAD_M)]
    for sx in (-1.0, 1.0):
        for sy in (-1.0, 1.0):
            plan = profile.rectangle(2 * SLAB_M + GAP_M, 1.6, (sx * PAIR_M, sy * (WALL[1] + 0.8)))
            solids.append(stair.wall_prism(plan, HEAD_M))
    x, y = TERRACE
    front = y - STEPS * TREAD_M + 2.2
    floors = [
        stair.floor(
            profile.rectangle(2 * x, front + y - 2.0, (0.0, (y - 2.0 - front) / 2)), TERRACE_M
        ),
        *stair.straight_floors(2 * x - 3.0, TERRACE_M, STEPS, tread_m=TREAD_M, y_m=-front),
    ]
    return tuple(solids), tuple(floors)
