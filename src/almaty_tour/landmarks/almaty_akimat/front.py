"""The long bar of the Akimat: six storeys behind nine round piers a half, deep ribbed attic.

Two flat pylons stand about three columns of windows and a hooded porch; the ends are blind.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, stair, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.wall import Placed, grid_wall, wall
from almaty_tour.landmarks.almaty_akimat.plan import (
    ATTIC,
    ATTIC_M,
    BAY_M,
    BLIND,
    CENTRE_M,
    DEPTH_M,
    DOOR,
    FOOT_M,
    FRAME,
    GLASS,
    GOLD,
    HALF_M,
    HEIGHT_M,
    LENGTH_M,
    PANEL,
    PIER,
    PIERS,
    PLATFORM_M,
    PLATFORM_STEPS,
    PLINTH,
    ROOF_M,
    STONE,
    STOREY_M,
    STOREYS,
    WALL_M,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

WINDOW = Opening(1.62, 2.15, reveal_m=0.45, bars=(2, 1), frame_m=0.09, glass=GLASS, frame=FRAME)
PLAIN = Opening(1.9, 2.0, reveal_m=0.3, bars=(1, 1), frame_m=0.0, glass=GLASS)
PORCH = profile.rectangle(15.0, 6.4, (0.0, -2.2))


def bar() -> MeshData:
    """The whole bar; parts "body", "attic", "porch" and "emblem"."""
    core = extrude.prism(
        profile.rectangle(2 * HALF_M - 0.4, DEPTH_M - 4.0, (0.0, DEPTH_M / 2)), -2.0,
        ROOF_M - 0.2, STONE.shaded(0.7),
    )  # fmt: skip
    turned = transform.move(transform.turn_z(merge(_rear()), 180.0), y=DEPTH_M)
    rear_attic = transform.move(transform.turn_z(merge(_attic(70)), 180.0), y=DEPTH_M)
    return merge(
        [
            as_part(merge([core, *_halves(), *_plinths(), turned, *_ends()]), "body"),
            as_part(merge([*_attic(124), rear_attic]), "attic"),
            as_part(merge(_centre()), "porch"),
            as_part(_emblem(), "emblem"),
        ]
    )


def _halves() -> list[MeshData]:
    """Bays of paired windows over ribbed spandrels, and the round piers before them."""
    bay = merge([_bay(BAY_M, (0.25, 0.75)), _spandrels(BAY_M)])
    first = HALF_M - BAY_M * (np.arange(PIERS) + 1.0)
    right = transform.at(bay, np.column_stack([first, np.full(PIERS, 0.9)]))
    narrow = transform.move(_bay(BAY_M / 2, (0.5,)), CENTRE_M / 2, 0.9)
    piers = transform.at(_pier(), np.column_stack([first, np.zeros(PIERS)]))
    side = merge([right, narrow, piers])
    return [side, transform.mirror_x(side)]


def _bay(width_m: float, shares: tuple[float, ...]) -> MeshData:
    places = [
        Placed(share * width_m, FOOT_M + storey * STOREY_M + 0.65, WINDOW)
        for storey in range(STOREYS)
        for share in shares
    ]
    return wall(width_m, WALL_M, PANEL, places)


def _spandrels(width_m: float) -> MeshData:
    """Plates with upright ribs under each pair of windows."""
    plates, feet = [], []
    for storey in range(STOREYS):
        z = FOOT_M + storey * STOREY_M - 0.42
        plates.append(extrude.block((0.85, -0.07, z), (width_m - 0.85, 0.02, z + 0.92), PANEL))
        x = np.linspace(1.05, width_m - 1.05, 6)
        feet += [(px, -0.09, z + 0.06) for px in x]
    low = np.array(feet)
    ribs = struts(low, low + np.array([0.0, 0.0, 0.8]), 0.12, PANEL.shaded(1.05), caps=False)
    return merge([*plates, ribs])


def _pier() -> MeshData:
    """A round pier on a low foot, flattened at the head where it carries the attic."""
    levels = np.linspace(0.5, WALL_M - 1.3, 6)
    section = [(0.84, -0.6), (0.84, 0.3), (0.66, 0.45), *((0.62, z) for z in levels)]
    shaft = lathe.lathe(profile.line(*section), PIER, sides=12)
    crown = extrude.box(1.25, 1.3, 0.9, PIER, centre=(0.0, 0.2), bottom_m=WALL_M - 1.35)
    beam = extrude.box(0.9, 1.1, 0.5, PIER, centre=(0.0, 0.4), bottom_m=WALL_M - 0.5)
    return merge([shaft, crown, beam])


def _plinths() -> list[MeshData]:
    """A foot of granite under the bays, a string course at the ground storey's head."""
    base = extrude.block((CENTRE_M / 2, 0.55, -1.0), (HALF_M, 1.0, 1.05), PLINTH)
    course = extrude.block((CENTRE_M / 2, 0.76, 1.05), (HALF_M, 1.0, 1.2), PIER)
    right = diced(merge([base, course]), 8.0)
    return [right, transform.mirror_x(right)]


def _centre() -> list[MeshData]:
    """Pylons, three columns of windows, the hood with its doors on a stepped platform."""
    half = CENTRE_M / 2
    pylon = extrude.block((half - 2.8, -0.5, -0.6), (half + 0.4, 1.5, WALL_M), PIER)
    groove = extrude.block((half - 1.28, -0.56, 3.0), (half - 1.12, -0.4, WALL_M - 1.5), BLIND)
    pylons = diced(merge([pylon, groove]), 4.0)
    inner = 2 * (half - 2.8)
    opening = Opening(1.9, 1.9, reveal_m=0.35, bars=(2, 1), frame_m=0.08, glass=GLASS, frame=FRAME)
    places = [
        Placed(inner * (k + 0.5) / 3, FOOT_M + storey * STOREY_M + 0.75, opening)
        for storey in range(2, STOREYS)
        for k in range(3)
    ]
    face = transform.move(wall(inner, WALL_M, PANEL, places), -inner / 2, 1.2)
    x = np.array([-inner / 6, inner / 6])
    feet = np.column_stack([x, [1.1, 1.1], [FOOT_M + 2 * STOREY_M, FOOT_M + 2 * STOREY_M]])
    fins = struts(feet, feet + np.array([0.0, 0.0, 4 * STOREY_M]), 0.3, PIER)
    steps = stair.around(PORCH, PLATFORM_M, PLATFORM_STEPS, PLINTH.shaded(1.1))
    return [pylons, transform.mirror_x(pylons), face, fins, steps, _porch()]


def _porch() -> MeshData:
    """The flaring hood, four leaves of red-brown wood, lamps on either side."""
    outer = profile.line(
        (-4.4, 0.0), (-4.0, 0.0), (-3.4, 4.6), (3.4, 4.6), (4.0, 0.0), (4.4, 0.0), (4.9, 5.4),
        (-4.9, 5.4),
    )  # fmt: skip
    hood = extrude.panel(outer, -2.6, 1.2, PIER, crease_deg=0.0)
    lip = extrude.block((-5.05, -2.75, 5.1), (5.05, 1.0, 5.45), PIER.shaded(1.05))
    glass = extrude.block((-3.9, 0.8, -0.4), (3.9, 1.1, 4.6), GLASS)
    leaves = [
        extrude.block((x - 0.75, 0.55, 0.0), (x + 0.75, 0.9, 3.5), DOOR)
        for x in (-2.4, -0.8, 0.8, 2.4)
    ]
    fields = [
        extrude.block((x - 0.52, 0.5, z), (x + 0.52, 0.6, z + 1.2), DOOR.shaded(0.8))
        for x in (-2.4, -0.8, 0.8, 2.4)
        for z in (0.35, 1.95)
    ]
    grips = [
        extrude.block((x - 0.05, 0.42, 1.0), (x + 0.05, 0.5, 2.2), GOLD)
        for x in (-1.7, -0.15, 0.15, 1.7)
    ]
    transom = extrude.block((-3.7, 0.5, 3.5), (3.7, 0.85, 3.75), DOOR)
    lamps = [
        extrude.box(0.34, 0.34, 0.7, paint, centre=(x, -2.2), bottom_m=z)
        for x in (-5.6, 5.6)
        for paint, z in ((PLINTH, 0.0), (PIER, 0.7))
    ]
    made = merge([hood, lip, glass, *leaves, *fields, *grips, transom, *lamps])
    return transform.move(made, z=PLATFORM_M)


def _attic(ribs: int) -> list[MeshData]:
    """A slit of shade, then the deep band of fine upright ribs between two lips."""
    half, low = HALF_M + 0.2, WALL_M
    under = extrude.block((-half, -0.4, low - 0.1), (half, 1.2, low + 0.5), STONE.shaded(0.5))
    band = extrude.block((-half, -0.95, low + 0.9), (half, 1.2, HEIGHT_M), ATTIC)
    lips = [
        extrude.block((-half - 0.1, -1.15, z), (half + 0.1, 1.0, z + h), ATTIC.shaded(1.06))
        for z, h in ((low + 0.45, 0.5), (HEIGHT_M - 0.55, 0.65))
    ]
    x = np.linspace(-half + 0.4, half - 0.4, ribs)
    feet = np.column_stack([x, np.full(ribs, -1.0), np.full(ribs, low + 1.0)])
    flutes = struts(
        feet, feet + np.array([0.0, 0.0, ATTIC_M - 1.6]), 0.3, ATTIC.shaded(1.04), caps=False
    )
    drops = struts(
        feet + np.array([0.0, -0.06, -0.6]), feet + np.array([0.0, -0.06, -0.1]), 0.2,
        ATTIC.shaded(0.95), caps=False,
    )  # fmt: skip
    return [under, *(diced(piece, 8.0) for piece in (band, *lips)), flutes, drops]


def _emblem() -> MeshData:
    """The gilded arms: a round shield with rays, a wing on either side."""
    disc = lathe.lathe(profile.line((0.95, 0.0), (0.95, 0.14), (0.62, 0.3)), GOLD, sides=20)
    ring = lathe.lathe(
        profile.line((1.5, 0.0), (1.5, 0.12), (1.3, 0.2)), GOLD.shaded(0.72), sides=24
    )
    angle = np.linspace(0.0, 2 * np.pi, 24, endpoint=False)
    spoke = np.column_stack([np.cos(angle), np.sin(angle), np.full(24, 0.2 / 1.0)])
    rays = struts(spoke * [0.9, 0.9, 1.0], spoke * [1.34, 1.34, 1.0], 0.09, GOLD, caps=False)
    facing = transform.turn(merge([ring, disc, rays]), "x", 90.0)
    wing = extrude.panel(
        profile.line((1.25, -0.75), (2.0, -0.35), (2.5, 0.5), (2.3, 0.95), (1.75, 0.4), (1.3, 0.1)),
        -0.22, 0.0, GOLD.shaded(0.9),
    )  # fmt: skip
    made = merge([facing, wing, transform.mirror_x(wing)])
    return transform.move(made, y=-1.13, z=WALL_M + 2.75)


def _rear() -> list[MeshData]:
    """The side to the hall: a plain grid of windows between thin ribs."""
    face = grid_wall(2 * HALF_M, STOREYS * STOREY_M, 2 * PIERS, STOREYS, PLAIN, PANEL, sill_m=0.65)
    top = extrude.block((-HALF_M, 0.9, FOOT_M + STOREYS * STOREY_M), (HALF_M, 1.6, WALL_M), PANEL)
    foot = extrude.block((-HALF_M, 0.8, -1.0), (HALF_M, 1.6, FOOT_M), PLINTH)
    x = np.linspace(-HALF_M, HALF_M, 2 * PIERS + 1)
    feet = np.column_stack([x, np.full(len(x), 0.75), np.full(len(x), 0.0)])
    ribs = struts(feet, feet + np.array([0.0, 0.0, WALL_M]), 0.5, PIER, caps=False)
    return [transform.move(face, -HALF_M, 0.9, FOOT_M), top, foot, ribs]


def _ends() -> list[MeshData]:
    """The blind ends, a little lower and set back: grooves in front, slots of glass aside."""
    low, high = HALF_M, LENGTH_M / 2
    top = HEIGHT_M - 0.9
    block = diced(extrude.block((low, 0.9, -2.0), (high, DEPTH_M - 0.9, top), BLIND), 6.0)
    cap = extrude.block((low, 0.7, top), (high + 0.2, DEPTH_M - 0.7, top + 0.35), ATTIC)
    x = (low + high) / 2 + np.linspace(-2.4, 2.4, 5)
    front = np.column_stack([x, np.full(5, 0.86), np.full(5, -0.5)])
    y = np.linspace(2.2, DEPTH_M - 2.2, 19)
    y = y[np.abs(np.abs(y - DEPTH_M / 2) - 6.0) > 1.2]
    aside = np.column_stack([np.full(len(y), high + 0.04), y, np.full(len(y), -0.5)])
    rear = front * [1.0, 0.0, 1.0] + [0.0, DEPTH_M - 0.86, 0.0]
    feet = np.concatenate([front, aside, rear])
    ribs = struts(
        feet, feet + np.array([0.0, 0.0, top - 0.4]), 0.35, BLIND.shaded(1.05), caps=False
    )
    slots = [
        extrude.block((high - 0.2, m - 0.9, FOOT_M + STOREY_M * k + 0.5),
                      (high + 0.05, m + 0.9, FOOT_M + STOREY_M * k + 2.9), GLASS)
        for m in (DEPTH_M / 2 - 6.0, DEPTH_M / 2 + 6.0) for k in range(STOREYS)
    ]  # fmt: skip
    foot = extrude.block((low, 0.6, -1.0), (high + 0.3, DEPTH_M - 0.6, 1.0), PLINTH)
    one = merge([block, cap, ribs, *slots, foot])
    return [one, transform.mirror_x(one)]


def demo() -> MeshData:
    """The bar alone, for scripts/look.py."""
    return bar()
