"""Round the Central Stadium: arcades under the stands, the north gate, apron, trees, collision."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit import stair
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block, grid_faces, panel, prism, sweep
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.profile import F64
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import along, at, move
from almaty_tour.landmarks._shared.sport_parts import plot
from almaty_tour.landmarks.central_stadium import bowl, west
from almaty_tour.landmarks.central_stadium.field import MAST_AT
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, merge

GATE_Y: Final = -116.0
GROUND_M: Final = 0.05
OUT_M: Final = 1.6
"""From the back of a stand to the face of its arcade."""
PAVING = Paint("paving", "#B5AEA3")
CURB = Paint("granite", "#A8A29A")
IRON = Paint("painted_metal", "#2E3B33")
BAND = Paint("paving", "#94887A")


def _bay(width_m: float, height_m: float, *, back: bool = False) -> MeshData:
    """Half of two flat arches and the pier between them, on the plane y = 0."""
    half, head = width_m / 2, height_m - 1.3
    curve = p.arc((half, head - 1.6), (half - 0.55, 1.6), 180.0, 90.0, 3)
    right = p.joined(p.line((0.55, -1.5)), curve, p.line((half, height_m)))
    left = right[::-1] * np.array([-1.0, 1.0])
    return panel(p.joined(right, left), 0.0, 0.7, bowl.STUCCO, back=back)


def arcades() -> MeshData:
    """Piers with flat arches round both ends and behind the east stand, each with a cornice."""
    pieces = []
    high = bowl.top_m(bowl.ENDS) + 0.4
    out = bowl.depth_m(bowl.ENDS) + OUT_M
    radius = bowl.FIRST_M + out
    span = bowl.NORTH_CUTS[-1] - bowl.NORTH_CUTS[0]
    count = 28
    angle = np.linspace(bowl.NORTH_CUTS[0], bowl.NORTH_CUTS[-1], count + 1)
    width = radius * np.radians(span) / count
    for sign in (-1.0, 1.0):
        turn = angle - (180.0 if sign > 0 else 0.0)
        spots = radius * np.stack([np.cos(np.radians(turn)), np.sin(np.radians(turn))], axis=1)
        spots[:, 1] += sign * bowl.HALF_STRAIGHT_M
        pieces.append(at(_bay(width, high), spots[1:-1], turn_deg=turn[1:-1] + 90.0))
        last = _bay(width, high, back=True)
        pieces.append(at(last, spots[[0, -1]], turn_deg=turn[[0, -1]] + 90.0))
        path = bowl.bend(sign, angle[0] - 2.0, angle[-1] + 2.0, 20, out)
        pieces.append(_crown(path, high))
    high = bowl.top_m(bowl.LONG) + 0.4
    x = -(bowl.FIRST_M + bowl.depth_m(bowl.LONG) + OUT_M)
    start, end = (x, bowl.LONG_Y), (x, -bowl.LONG_Y)
    pieces.append(along(_bay(5.0, high), (x, bowl.LONG_Y - 5.0), (x, 5.0 - bowl.LONG_Y), 19))
    pieces.append(along(_bay(5.0, high, back=True), start, end, 2))
    pieces.append(_crown(np.linspace(start, end, 11), high))
    return merge(pieces)


def _crown(path: F64, z_m: float) -> MeshData:
    """Cornice over the arches and the roof of the passage behind them."""
    shape = p.line(
        (-OUT_M - 0.2, -0.3),
        (0.1, -0.3),
        (0.35, 0.05),
        (0.75, 0.35),
        (0.75, 0.7),
        (-OUT_M - 0.2, 0.8),
    )
    return sweep(shape, path, bowl.PALE, z_m=z_m, closed=False, crease_deg=25.0)


def _pillar(width_m: float, height_m: float) -> MeshData:
    """A square pillar with a base, and a two-stepped head."""
    half = width_m / 2
    parts = ((0.14, 0.0, 0.7, bowl.PALE), (0.0, 0.7, height_m - 0.5, bowl.STUCCO),
             (0.12, height_m - 0.5, height_m - 0.25, bowl.PALE),
             (0.24, height_m - 0.25, height_m, bowl.PALE))  # fmt: skip
    return merge(
        [
            block((-half - o, -half - o, a), (half + o, half + o, b), paint)
            for o, a, b, paint in parts
        ]
    )


def gate() -> MeshData:
    """The north gate: two wings of square pillars and a taller middle with the name."""
    pillar = _pillar(1.15, 8.3)
    rows = [
        (s * x, GATE_Y + y) for s in (-1, 1) for x in (8.0, 11.4, 14.8, 18.2) for y in (0.0, 3.6)
    ]
    tall = _pillar(1.5, 10.6)
    middle = [(s * x, GATE_Y + y) for s in (-1, 1) for x in (2.4, 5.6) for y in (-0.3, 3.9)]
    pieces = [at(pillar, rows), at(tall, middle)]
    crown = p.line(
        (-0.5, 0.0), (0.0, 0.0), (0.0, 0.75), (0.3, 0.95), (0.65, 1.15), (0.65, 1.4), (-0.5, 1.5)
    )
    for x, half, z in ((-13.1, 6.1, 8.3), (13.1, 6.1, 8.3), (0.0, 7.0, 10.6)):
        grow = 0.3 if z > 9.0 else 0.0
        ring = p.rectangle(2 * half, 5.2 + 2 * grow, (x, GATE_Y + 1.8))
        pieces.append(sweep(crown, ring, bowl.PALE, z_m=z, crease_deg=20.0))
        pieces.append(
            block(
                (x - half, GATE_Y - 0.8 - grow, z + 0.01),
                (x + half, GATE_Y + 4.4 + grow, z + 1.3),
                bowl.STUCCO,
            )
        )
    attic = block((-6.7, GATE_Y - 0.6, 11.9), (6.7, GATE_Y + 4.0, 13.6), bowl.STUCCO)
    cap = block((-7.0, GATE_Y - 0.9, 13.6), (7.0, GATE_Y + 4.3, 14.0), bowl.PALE)
    name = lettering(
        "ОРТАЛЫҚ СТАДИОН", 0.8, Paint("lettering", "#2A5FA0"), out_m=0.12, spacing_m=0.12
    )
    plinths = [
        block((s * 13.1 - 6.3, GATE_Y - 1.1, -1.5), (s * 13.1 + 6.3, GATE_Y + 4.7, 0.12), CURB)
        for s in (-1, 1)
    ]
    bars = [
        block((s * x - 0.05, GATE_Y + 1.7, 0.0), (s * x + 0.05, GATE_Y + 1.8, 2.6), IRON)
        for s in (-1, 1)
        for x in np.arange(9.2, 18.0, 0.6)
    ]
    rails = [
        block((s * 13.1 - 4.6, GATE_Y + 1.7, z), (s * 13.1 + 4.6, GATE_Y + 1.8, z + 0.1), IRON)
        for s in (-1, 1)
        for z in (0.4, 2.4)
    ]
    return merge(
        [*pieces, attic, cap, move(name, 0.0, GATE_Y - 0.62, 12.3), *plinths, *bars, *rails]
    )


def _apron() -> F64:
    turn = np.linspace(0.0, 2 * np.pi, 48, endpoint=False)
    c, s = np.cos(turn), np.sin(turn)
    power = 2.0 / 2.6
    return np.column_stack(
        [91.0 * np.sign(c) * np.abs(c) ** power, 115.0 * np.sign(s) * np.abs(s) ** power]
    )


def ground() -> MeshData:
    """The paved apron under and round the bowl, the walk of the gate, lawns on the flanks."""
    outline = _apron()
    share = np.array([0.4, 0.7, 0.85, 1.0])[:, None, None]
    flat = (outline * share).reshape(-1, 2)
    top = np.column_stack([flat, np.full(len(flat), GROUND_M)])
    faces = grid_faces(4, len(outline), wrap_columns=True)
    base = merge([solid(top, faces, PAVING),
                  prism(outline, -1.5, GROUND_M, PAVING, bottom=False, top=False)])  # fmt: skip
    walk = [block((-22.0, -121.0, -1.5), (22.0, -106.0, GROUND_M + 0.02), CURB),
            tiles((-22.0, -121.0), (22.0, -106.0), GROUND_M + 0.05, PAVING, 8.0)]  # fmt: skip
    bands = [
        tiles((x, -120.6), (x + 0.6, -112.5), GROUND_M + 0.08, BAND, 9.0)
        for x in np.arange(-6.3, 6.0, 4.0)
    ]
    rings = [
        prism(np.add(p.ellipse(6.0, 3.0, 20), [s * 30.0, -112.0]), -1.5, 0.35, CURB)
        for s in (-1, 1)
    ]
    return merge([base, *walk, *bands, *rings])


def props() -> tuple[InstanceTable, ...]:
    """Elms and poplars on three sides, lamps on the apron, flags at the gate."""
    name = "central_stadium"
    turn = np.radians(
        [*np.arange(-58.0, 59.0, 6.0), *np.arange(122.0, 239.0, 6.0), *np.arange(66.0, 116.0, 7.0)]
    )
    ring = np.column_stack([102.0 * np.cos(turn), 117.0 * np.sin(turn)])
    near = np.column_stack([94.5 * np.cos(turn), 120.0 * np.sin(turn)])
    far = np.abs(np.abs(ring[:, 1]) - MAST_AT[1]) > 6.0
    poplars = row((-40.0, -112.5), (-26.0, -116.5), 7.0)
    spruces = np.concatenate([poplars, poplars * [-1.0, 1.0]])
    lamps = [(s * 87.5, y) for s in (-1, 1) for y in (-48.0, -24.0, 0.0, 24.0, 48.0)]
    lamps += [(s * 20.5, y) for s in (-1, 1) for y in (-119.5, -111.0)]
    flags = [(s * x, -119.8) for s in (-1, 1) for x in (10.0, 13.0, 16.0)]
    return (
        instances("tree.elm", ring[far], name + "/elm", scale=0.8),
        instances(
            "tree.poplar", near[::3] * 1.0 if len(near) else near, name + "/poplar", scale=0.7
        ),
        instances("tree.spruce", spruces, name + "/spruce", scale=0.42),
        instances(
            "lamp.cluster",
            _on(lamps, GROUND_M + 0.05),
            name + "/lamp",
            scale=1.3,
            vary=0.0,
            yaw_deg=0.0,
        ),
        instances(
            "flag.kazakhstan", _on(flags, GROUND_M + 0.05), name + "/flag", vary=0.0, yaw_deg=0.0
        ),
    )


def _on(places: object, z_m: float) -> F64:
    spots = np.array(places, np.float64)
    return np.column_stack([spots, np.full(len(spots), z_m)])


def collision() -> Collision:
    """Stands, offices, pillars and masts are solid; the apron carries."""
    solids = []
    for sign in (-1.0, 1.0):
        inner = bowl.bend(sign, bowl.NORTH_CUTS[0], bowl.NORTH_CUTS[-1], 12, -1.3)
        outer = bowl.bend(
            sign, bowl.NORTH_CUTS[0], bowl.NORTH_CUTS[-1], 12, bowl.depth_m(bowl.ENDS) + OUT_M
        )
        solids.append(stair.wall_prism(np.concatenate([outer, inner[::-1]]), 8.0, -1.5))
    east = bowl.FIRST_M + bowl.depth_m(bowl.LONG) + OUT_M
    solids.append(stair.wall_prism(plot((-east, -50.0), (-bowl.FIRST_M + 1.3, 50.0)), 12.0, -1.5))
    solids.append(
        stair.wall_prism(plot((bowl.FIRST_M - 1.3, -50.0), (west.HOUSE_X, 50.0)), 14.0, -1.5)
    )
    x, y = MAST_AT
    solids += [
        stair.wall_prism(p.rectangle(4.0, 4.0, (a * x, b * y)), 0.6, -1.5)
        for a in (-1, 1)
        for b in (-1, 1)
    ]
    solids += [
        stair.wall_prism(
            plot((s * 13.1 - 6.0, GATE_Y - 0.8), (s * 13.1 + 6.0, GATE_Y + 4.4)), 9.0, -1.5
        )
        for s in (-1, 1)
    ]
    floors = [
        stair.floor(_apron(), GROUND_M, -1.5),
        stair.floor(plot((-22.0, -121.0), (22.0, -106.0)), GROUND_M + 0.05, -1.5),
    ]
    return Collision(tuple(solids), tuple(floors))
