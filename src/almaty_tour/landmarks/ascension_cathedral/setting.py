"""Round the Ascension Cathedral: steps, paving, lawns, hedges, park trees, collision."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, hexahedra, placing, profile, stair, transform
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.landmarks.ascension_cathedral import body, gables, paint, west
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Prism, merge

F64 = npt.NDArray[np.float64]
GROUND_M = 0.08
STEPS = 7
TREAD = 0.42
SQUARE = (46.0, 52.0)
SIDE_FACE = 16.2

LAWNS: tuple[tuple[float, float, float, float], ...] = (
    (-40.0, -46.0, -20.5, -34.0), (20.5, -46.0, 40.0, -34.0), (-16.0, -46.0, -6.5, -40.0),
    (6.5, -46.0, 16.0, -40.0), (-40.0, -27.0, -11.0, -8.0), (11.0, -27.0, 40.0, -8.0),
    (-40.0, 26.0, -17.5, 46.0), (17.5, 26.0, 40.0, 46.0), (-14.5, 34.0, 14.5, 46.0),
    (25.0, -4.0, 40.0, 22.0), (-40.0, -4.0, -25.0, 22.0),
)  # fmt: skip


def steps() -> MeshData:
    """The west stair with its rails and the half-round steps of both side doors."""
    front = stair.straight(4.6, body.PLINTH_M - GROUND_M, STEPS, paint.STEP, tread_m=TREAD,
                           y_m=west.PORCH_END + 0.1, z_m=GROUND_M)  # fmt: skip
    cheek = extrude.block(
        (2.35, west.PORCH_END - 2.4, -0.5), (3.0, west.PORCH_END, 1.0), paint.MAROON
    )
    cap = extrude.block((2.25, west.PORCH_END - 2.5, 1.0), (3.1, west.PORCH_END, 1.12), paint.WHITE)
    cheeks = merge([cheek, cap])
    foot = west.PORCH_END - STEPS * TREAD
    low = np.array([(1.9, foot, GROUND_M), (1.9, west.PORCH_END, body.PLINTH_M)])
    lift = np.array([0.0, 0.0, 0.9])
    feet = low[0] + np.linspace(0.0, 1.0, 4)[:, None] * (low[1] - low[0])
    rails = merge(
        [
            hexahedra.struts(feet, feet + lift, 0.06, paint.MAROON),
            hexahedra.struts([low[0] + lift], [low[1] + lift], 0.07, paint.MAROON),
            hexahedra.struts([low[0] + 0.5 * lift], [low[1] + 0.5 * lift], 0.04, paint.MAROON),
        ]
    )
    west_side = merge([cheeks, rails])
    pieces = [front, west_side, transform.mirror_x(west_side)]
    side = _half_round()
    pieces.append(transform.move(transform.turn_z(side, 90.0), SIDE_FACE - 0.25, body.CENTRE_Y))
    pieces.append(transform.move(transform.turn_z(side, -90.0), -SIDE_FACE + 0.25, body.CENTRE_Y))
    pieces.append(transform.move(transform.turn_z(side_door(), 90.0), 16.0, body.CENTRE_Y))
    pieces.append(transform.move(transform.turn_z(side_door(), -90.0), -16.0, body.CENTRE_Y))
    return merge(pieces)


def _half_round() -> MeshData:
    """Half-round steps against a wall at y = 0."""
    plans = _half_round_plans()
    return merge([extrude.prism(plan, -0.3, top, paint.STEP, bottom=False) for plan, top in plans])


def _half_round_plans() -> list[tuple[F64, float]]:
    rise = (body.PLINTH_M - GROUND_M) / STEPS
    plans = []
    for step in range(STEPS):
        out = 1.7 - 0.2 * step
        plan = profile.arc((0.0, 0.05), (1.9 + 0.25 * (STEPS - 1 - step), out), 180.0, 360.0, 14)
        plans.append((plan, GROUND_M + (step + 1) * rise))
    return plans


def side_door() -> MeshData:
    """A side door in its shallow porch: leaf, keel gable, arched tin canopy."""
    foot = body.PLINTH_M
    leaf = extrude.block((-0.95, -0.12, foot), (0.95, 0.0, foot + 3.5), paint.DOOR)
    panels = [
        extrude.block(
            (x - 0.36, -0.16, foot + z), (x + 0.36, -0.12, foot + z + h), paint.DOOR.shaded(0.85)
        )
        for x in (-0.46, 0.46)
        for z, h in ((0.3, 0.9), (1.35, 1.0), (2.5, 0.8))
    ]
    posts = [
        extrude.block((s * 1.2 - 0.2, -0.2, foot), (s * 1.2 + 0.2, 0.0, foot + 3.7), paint.WHITE)
        for s in (-1, 1)
    ]
    beam = extrude.block((-1.5, -0.25, foot + 3.7), (1.5, 0.0, foot + 4.0), paint.WHITE)
    hood = np.concatenate(
        [profile.arc((0, 0), (1.75, 0.85), 0, 180, 12), profile.arc((0, 0), (1.6, 0.7), 180, 0, 12)]
    )
    canopy = transform.move(extrude.panel(hood, -0.9, 0.0, paint.WHITE), z=foot + 3.95)
    line = gables.keel_gable(2.7, 2.55, pointed=True) + np.array([0.0, body.LOW_TOP + 0.1])
    field = np.concatenate(
        [gables.inside(line), [(-2.7, body.LOW_TOP - 0.4), (2.7, body.LOW_TOP - 0.4)]]
    )
    gable = diced(extrude.panel(field, -0.35, 0.0, paint.YELLOW, back=False), 1.0)
    top = body.LOW_TOP
    behind = extrude.block((-2.6, 0.02, top - 0.3), (2.6, 0.8, top + 0.6), paint.YELLOW)
    saddle = extrude.panel(
        np.concatenate([line * [0.96, 1.0] - [0.0, 0.12], field[-2:]]), 0.0, 2.8, paint.ROOF
    )
    colours = [paint.ROOF, paint.WHITE, paint.PINK, paint.WHITE]
    trim = transform.move(gables.moulded_gable(line, 0.6, colours, 0.5), y=-0.35)
    eye = extrude.panel(profile.circle(0.35, 14), -0.45, -0.35, paint.WHITE, back=False)
    eye = transform.move(eye, z=body.LOW_TOP + 0.75)
    return merge([leaf, *panels, *posts, beam, canopy, gable, behind, saddle, trim, eye])


def ground() -> MeshData:
    """The paved square with lawns and kerbs."""
    half_x, half_y = SQUARE
    square = profile.rectangle(2 * half_x, 2 * half_y)
    base = extrude.prism(square, -1.5, GROUND_M - 0.05, paint.PAVING)
    pieces = [base, tiles((-half_x, -half_y), (half_x, half_y), GROUND_M, paint.PAVING, 4.0)]
    for x0, y0, x1, y1 in LAWNS:
        plan = profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))
        section = profile.line((0.0, 0.0), (0.0, 0.14), (-0.16, 0.14), (-0.16, 0.0))
        pieces.append(extrude.prism(plan, -0.2, GROUND_M + 0.07, paint.LAWN))
        pieces.append(extrude.sweep(section, plan, paint.KERB, z_m=GROUND_M, crease_deg=0.0))
    return merge(pieces)


def props() -> tuple[InstanceTable, ...]:
    """Dark pines close to the west corners, elms round the square, benches and lamps."""
    spruce = [
        (-14.5, -13.5),
        (14.5, -12.0),
        (-31.0, 23.0),
        (32.0, 22.5),
        (-33.0, 27.5),
        (34.0, 29.0),
        (-19.5, 28.5),
        (20.0, 29.5),
    ]
    elm = [(-26.0, 31.0), (-38.0, 34.0), (-30.0, 42.0), (26.0, 33.0),
           (38.5, 36.0), (30.0, 43.0), (-9.0, 42.0), (9.0, 41.0), (0.0, 38.0), (-20.0, 42.0),
           (19.5, 43.0)]  # fmt: skip
    flowers = [(s * x, -45.0) for s in (-1, 1) for x in (7.8, 9.6, 11.4, 13.2, 15.0)]
    hedge = [(s * x, -40.7) for s in (-1, 1) for x in (7.6, 9.6, 11.6, 13.6)]
    lamp = [(x, y) for x in (-19.0, 19.0) for y in (-48.0, -30.5, 24.0, 30.0)]
    bench = [
        (-18.8, -42.0),
        (-18.8, -38.0),
        (18.8, -42.0),
        (18.8, -38.0),
        (23.5, 4.0),
        (23.5, 15.0),
    ]
    return (
        _placed("tree.spruce", spruce, "spruce", 0.72),
        _placed("bush.flowers", flowers, "flowers", 1.0),
        _placed("bush.hedge", hedge, "hedge", 1.0, vary=0.0, yaw_deg=0.0),
        _placed("tree.elm", elm, "elm", 1.0),
        _placed("lamp.globe", lamp, "lamp", 1.0, vary=0.0),
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
    places = [(x, y, z_m) for x, y in spots]
    stable = f"ascension_cathedral {name}"
    return placing.instances(kind, places, stable, yaw_deg=yaw_deg, scale=scale, vary=vary)


def collision(belfry_y: float) -> Collision:
    """Walls as prisms by height; the square, the stairs and the porch can be walked on."""
    c = body.CENTRE_Y
    solids = (
        stair.wall_prism(profile.offset(body.lower_outline(), 0.3), 8.5),
        stair.wall_prism(profile.rectangle(14.7, 5.9, (0.0, west.PORCH_END + 2.95)), 10.0),
        stair.wall_prism(profile.offset(body.upper_outline(), 0.3), 16.0),
        stair.wall_prism(profile.rectangle(25.8, 25.8, (0.0, c)), 22.0),
        stair.wall_prism(profile.regular(8, 6.9, 22.5) + np.array([0.0, c]), 34.0),
        stair.wall_prism(profile.rectangle(7.6, 7.6, (0.0, belfry_y)), 36.0),
    )
    half_x, half_y = SQUARE
    floors: list[Prism] = [stair.floor(profile.rectangle(2 * half_x, 2 * half_y), GROUND_M)]
    floors += stair.straight_floors(4.6, body.PLINTH_M - GROUND_M, STEPS, tread_m=TREAD,
                                    y_m=west.PORCH_END + 0.1, z_m=GROUND_M)  # fmt: skip
    for plan, top in _half_round_plans():
        for sign in (1.0, -1.0):
            turned = np.column_stack([-sign * plan[:, 1], sign * plan[:, 0]])
            floors.append(stair.floor(turned + np.array([sign * (SIDE_FACE - 0.25), c]), top))
    return Collision(solids, tuple(floors))
