"""Round the Central Mosque: terrace, stairs, sett paving, lawns, fence, trees, collision."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, placing, profile, rail, stair, transform
from almaty_tour.kit.bays import bayed_walls
from almaty_tour.kit.dice import tiles
from almaty_tour.landmarks.central_mosque import body, paint
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Prism, merge

F64 = npt.NDArray[np.float64]
SHIFT_Y = -1.3
GROUND_M = 0.08
STEPS = 11
TREAD = 0.36
EAST, WEST, NORTH, SOUTH = -35.0, 33.5, 25.8, -22.9
RUN = STEPS * TREAD
STAIR_HALF = 7.5
PAIR = ((7.4, 10.2), (14.6, 17.4))
LAWNS: tuple[tuple[float, float, float, float], ...] = (
    (-44.0, 38.5, 44.0, 47.0), (-44.0, -14.0, -30.0, 36.0), (33.0, -44.0, 44.0, -18.0),
    (33.0, -10.0, 44.0, 12.0), (33.0, 18.0, 44.0, 36.0), (-12.0, -48.0, 12.0, -44.0),
)  # fmt: skip


def terrace_outline() -> F64:
    """The terrace with bays cut into it for the east stair and the two north stairs."""
    north = []
    for low, high in PAIR:
        north += [(NORTH, low), (NORTH - RUN, low), (NORTH - RUN, high), (NORTH, high)]
    return profile.line(
        (SOUTH, EAST), (-STAIR_HALF, EAST), (-STAIR_HALF, EAST + RUN), (STAIR_HALF, EAST + RUN),
        (STAIR_HALF, EAST), (NORTH, EAST), *north, (NORTH, WEST), (SOUTH, WEST),
    )  # fmt: skip


def terrace() -> MeshData:
    """Brown granite walls, a coping, grey paving, the stairs and the planter between them."""
    plan = terrace_outline()
    top = body.TERRACE
    wall = extrude.prism(plan, -1.5, top - 0.12, paint.TERRACE, crease_deg=0.0)
    floor = extrude.prism(
        profile.offset(plan, -0.02), top - 0.14, top - 0.04, paint.FLOOR, crease_deg=0.0
    )
    skirt = bayed_walls(profile.offset(plan, 0.03), top, paint.TERRACE, edge_m=3.5)
    curb = profile.line((0.08, -0.16), (0.08, 0.28), (-0.5, 0.28), (-0.5, -0.16))
    pieces = [wall, floor, skirt, _paving()]
    pieces += [
        extrude.sweep(curb, path, paint.COPING, z_m=top, closed=False, crease_deg=0.0)
        for path in _curbs()
    ]
    rise = top - GROUND_M
    pieces.append(
        stair.straight(
            2 * STAIR_HALF, rise, STEPS, paint.COPING, tread_m=TREAD, y_m=EAST + RUN, z_m=GROUND_M
        )
    )
    for low, high in PAIR:
        flight = stair.straight(high - low, rise, STEPS, paint.COPING, tread_m=TREAD, z_m=GROUND_M)
        flight = transform.turn_z(flight, 90.0)
        pieces.append(transform.move(flight, NORTH - RUN, (low + high) / 2))
    pieces.append(_planter())
    return merge(pieces)


def _paving() -> MeshData:
    """The paving of the terrace round the block, in small faces."""
    inner, wall_x, wall_y = NORTH - RUN, body.WALL_X - body.NICHE, body.WALL_Y
    areas = [
        (SOUTH, wall_y, inner, WEST), (SOUTH, EAST + RUN, inner, -wall_y),
        (SOUTH, EAST, -STAIR_HALF, EAST + RUN), (STAIR_HALF, EAST, inner, EAST + RUN),
        (wall_x, -wall_y, inner, wall_y), (SOUTH, -wall_y, -wall_x, wall_y),
        (inner, EAST, NORTH, PAIR[0][0]), (inner, PAIR[1][1], NORTH, WEST),
    ]  # fmt: skip
    return merge([tiles((a, b), (c, d), body.TERRACE, paint.FLOOR, 3.6) for a, b, c, d in areas])


def _curbs() -> list[F64]:
    """The parapet walls of the terrace, between the stairs."""
    first, last = PAIR[0][0], PAIR[1][1]
    return [
        profile.line((SOUTH, 20.0), (SOUTH, EAST), (-STAIR_HALF, EAST), (-STAIR_HALF, EAST + RUN)),
        profile.line(
            (STAIR_HALF, EAST + RUN),
            (STAIR_HALF, EAST),
            (NORTH, EAST),
            (NORTH, first),
            (NORTH - RUN, first),
        ),
        profile.line(
            (NORTH - RUN, last), (NORTH, last), (NORTH, WEST), (SOUTH, WEST), (SOUTH, 21.0)
        ),
    ]


def _planter() -> MeshData:
    low, high = PAIR[0][1], PAIR[1][0]
    plan = profile.rectangle(RUN, high - low, (NORTH - RUN / 2, (low + high) / 2))
    box = extrude.prism(plan, -1.5, body.TERRACE + 0.5, paint.TERRACE, crease_deg=0.0)
    rim = profile.line((0.08, 0.0), (0.08, 0.2), (-0.35, 0.2), (-0.35, 0.0))
    edge = extrude.sweep(rim, plan, paint.COPING, z_m=body.TERRACE + 0.5, crease_deg=0.0)
    soil = extrude.prism(
        profile.offset(plan, -0.3), body.TERRACE + 0.4, body.TERRACE + 0.56, paint.EARTH
    )
    return merge([box, edge, soil])


def ground() -> MeshData:
    """The forecourt of setts with its yellow line, lawns with kerbs, the white street fence."""
    base = extrude.prism(profile.rectangle(92.0, 100.0), -1.5, GROUND_M - 0.05, paint.SETTS)
    pieces = [base, tiles((-46.0, -50.0), (46.0, 50.0), GROUND_M, paint.SETTS, 6.0)]
    for x0, y0, x1, y1 in LAWNS:
        plan = profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))
        section = profile.line((0.0, 0.0), (0.0, 0.14), (-0.16, 0.14), (-0.16, 0.0))
        pieces.append(extrude.prism(plan, -0.2, GROUND_M + 0.07, paint.LAWN))
        pieces.append(extrude.sweep(section, plan, paint.KERB, z_m=GROUND_M, crease_deg=0.0))
    for low, high in (((30.8, -6.0), (31.0, 34.0)), ((28.0, -6.2), (31.0, -6.0))):
        pieces.append(extrude.block((*low, 0.0), (*high, GROUND_M + 0.015), paint.YELLOW_LINE))
    fence = profile.line((-45.0, -15.0), (-45.0, 48.0), (45.0, 48.0))
    pieces.append(
        rail.railing(
            fence, paint.FENCE, height_m=1.9, z_m=GROUND_M, post_m=3.0, spacing_m=0.55, bar_m=0.05
        )
    )
    return merge(pieces)


def props() -> tuple[InstanceTable, ...]:
    """Spruces along the streets and the forecourt, bare elms at the corners, white lamps."""
    spruce = [(-37.0, y) for y in (-6.0, 3.0, 12.0, 21.0, 30.0)]
    spruce += [(x, 42.0) for x in (-30.0, -20.0, -10.0, 0.0, 10.0, 20.0)]
    small = [(NORTH - RUN / 2, 12.4)]
    elm = [(33.0, 44.0), (40.5, 31.0), (41.0, 23.0), (-40.0, 42.5)]
    round_bush = [(40.0, y) for y in (-42.0, -38.0, -34.0, -30.0, -26.0, -22.0)]
    flowers = [(x, -46.0) for x in np.arange(-10.5, 11.0, 2.1).tolist()]
    lamp = [(32.0, y) for y in (-40.0, -14.0, 15.0, 32.0)] + [
        (-20.0, -41.0),
        (20.0, -41.0),
        (-28.0, -20.0),
    ]
    bench = [(32.6, -24.0), (32.6, -30.0), (32.6, 0.0), (32.6, 6.0)]
    return (
        _placed("tree.spruce", spruce, "spruce", 0.45),
        _placed("tree.spruce", small, "small", 0.32, z_m=body.TERRACE + 0.55),
        _placed("tree.elm", elm, "elm", 0.95),
        _placed("bush.round", round_bush, "round_bush", 1.3),
        _placed("bush.flowers", flowers, "flowers", 1.0),
        _placed("lamp.cluster", lamp, "lamp", 1.3, vary=0.0),
        _placed("bench.park", bench, "bench", 1.0, vary=0.0, yaw_deg=90.0),
    )


def _placed(
    kind: str,
    spots: list[tuple[float, float]],
    name: str,
    scale: float = 1.0,
    *,
    vary: float = 0.15,
    yaw_deg: float | None = None,
    z_m: float = GROUND_M,
) -> InstanceTable:
    places = [(x, y + SHIFT_Y, z_m) for x, y in spots]
    stable = f"central_mosque {name}"
    return placing.instances(kind, places, stable, yaw_deg=yaw_deg, scale=scale, vary=vary)


def collision(minaret: tuple[float, float], dome_y: float) -> Collision:
    """Block, portal, domes, towers; terrace, stairs and forecourt can be walked on."""
    shift = np.array([0.0, SHIFT_Y])
    x, y = body.TURRET_X, body.TURRET_Y
    start = np.array([-x, -y])
    way = (np.array(minaret) - start) / np.linalg.norm(np.array(minaret) - start)
    aside = 1.9 * np.array([way[1], -way[0]])
    wing = np.array(
        [start - aside, start + aside, np.array(minaret) + aside, np.array(minaret) - aside]
    )
    solids = [
        stair.wall_prism(profile.offset(body.outline(), 0.2) + shift, 15.0),
        stair.wall_prism(profile.rectangle(14.4, 7.5, (0.0, -24.4)) + shift, 19.7),
        stair.wall_prism(profile.circle(11.2, 16) + np.array([0.0, dome_y]) + shift, 36.0),
        stair.wall_prism(profile.rectangle(11.2, 20.6, (0.0, -8.0)) + shift, 17.5),
        stair.wall_prism(profile.circle(3.7, 12) + np.array([0.0, 26.0]) + shift, 24.0),
        stair.wall_prism(profile.circle(3.2, 12) + np.array(minaret) + shift, 47.0),
        stair.wall_prism(wing + shift, 8.4),
    ]
    solids += [stair.wall_prism(profile.circle(2.3, 12) + np.array([sx * x, sy * y]) + shift, 27.0)
               for sx in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    return Collision(tuple(solids), tuple(_floors(shift)))


def _floors(shift: F64) -> list[Prism]:
    floors = [
        stair.floor(profile.rectangle(92.0, 100.0) + shift, GROUND_M),
        stair.floor(terrace_outline() + shift, body.TERRACE),
    ]
    rise = (body.TERRACE - GROUND_M) / STEPS
    for step in range(STEPS):
        top = GROUND_M + (step + 1) * rise
        near = step * TREAD
        plan = profile.rectangle(2 * STAIR_HALF, RUN - near, (0.0, EAST + (RUN + near) / 2))
        floors.append(stair.floor(plan + shift, top))
        for low, high in PAIR:
            side = profile.rectangle(
                RUN - near, high - low, (NORTH - (RUN + near) / 2, (low + high) / 2)
            )
            floors.append(stair.floor(side + shift, top))
    return floors
