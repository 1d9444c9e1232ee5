"""What men built at the outlet: the low dam, the intake tower, the keeper's house, the pipe."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, pylon, rail, roof, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks._shared import lake_plan as plan
from almaty_tour.mesh.data import MeshData, merge, transformed

HOUSE = (60.0, -912.0)
YARD_M = (15.0, 11.0)
PIPE_X_M = 20.0


def dam() -> MeshData:
    """A bank of rubble with a concrete face to the water, a road and a parapet on top."""
    x0, x1 = plan.DAM_X_M
    path = profile.line((x0, plan.DAM_Y_M), (x1, plan.DAM_Y_M))
    half, foot = plan.CREST_DEPTH_M / 2, plan.CREST_DEPTH_M / 2 + plan.SLOPE * (plan.CREST_M + 1.5)
    body = profile.line(
        (-foot, -1.5), (foot, -1.5), (half, plan.CREST_M - 0.1), (-half, plan.CREST_M - 0.1)
    )
    bank = diced(extrude.sweep(body, path, plan.RUBBLE, closed=False, crease_deg=20.0), 24.0)
    road = profile.line(
        (-half + 0.5, 0.0), (half - 0.9, 0.0), (half - 0.9, 0.12), (-half + 0.5, 0.12)
    )
    lane = extrude.sweep(road, path, plan.ROAD, z_m=plan.CREST_M - 0.12, closed=False)
    return merge([bank, lane, _slabs(x0, x1, half), *_parapets(path, half)])


def _slabs(x0: float, x1: float, half: float) -> MeshData:
    """Concrete slabs on the wet face, a joint between every two."""
    low, high = plan.WATER_M - 2.0, plan.CREST_M - 0.05
    y = [plan.DAM_Y_M + half + plan.SLOPE * (plan.CREST_M - z) for z in (low, high)]
    section = np.array(
        [(y[0], low), (y[0] + 0.16, low + 0.2), (y[1] + 0.16, high + 0.02), (y[1], high)]
    )
    width = 7.6
    path = profile.line((0.0, 0.0), (width, 0.0))
    slab = extrude.sweep(
        section * np.array([-1.0, 1.0]), path, plan.CONCRETE, closed=False, crease_deg=0.0
    )
    count = int((x1 - x0) // 8.0)
    return transform.at(slab, [(x0 + 8.0 * k, 0.0) for k in range(count)])


def _parapets(path: np.ndarray, half: float) -> list[MeshData]:
    low = profile.line((half - 0.7, 0.0), (half - 0.3, 0.0), (half - 0.3, 1.0), (half - 0.7, 1.0))
    wall = extrude.sweep(
        low * np.array([-1.0, 1.0]),
        path,
        plan.CONCRETE,
        z_m=plan.CREST_M - 0.1,
        closed=False,
        crease_deg=0.0,
    )
    dry = path + np.array([0.0, -half + 0.6])
    fence = rail.railing(dry, plan.RAIL, height_m=1.1, z_m=plan.CREST_M - 0.05, bars=2, post_m=4.0)
    return [wall, fence]


def tower(top_m: float) -> MeshData:
    """The round intake tower in the water, its lantern, and the bridge from the dam."""
    x, y = plan.TOWER
    shaft = lathe.cylinder(3.4, 10.9, plan.CONCRETE, bottom_m=-1.5, top_radius_m=3.2, sides=20)
    deck = lathe.lathe(profile.line((4.1, 9.2), (4.3, 9.4), (4.3, 9.7)), plan.PALE, sides=20)
    room = lathe.cylinder(2.9, 3.1, plan.PALE, bottom_m=9.7, sides=16)
    panes = transform.around(
        extrude.block((-0.45, -0.08, 10.5), (0.45, 0.1, 12.1), plan.GLASS), 8, 2.86
    )
    eaves = lathe.lathe(profile.line((3.4, 12.75), (3.4, 12.95), (0.3, 14.7)), plan.ROOF, sides=16)
    mast = lathe.cylinder(0.09, top_m - 14.5, plan.RAIL, bottom_m=14.5, sides=6)
    ring = rail.railing(
        profile.circle(4.15, 20), plan.RAIL, z_m=9.7, closed=True, bars=2, post_m=1.4
    )
    bands = merge(
        [
            lathe.ring(profile.fillet(0.25, 0.16), 3.3, plan.PALE, sides=20),
            transform.move(lathe.ring(profile.fillet(0.2, 0.12), 3.25, plan.PALE, sides=20), z=2.4),
        ]
    )
    whole = merge([shaft, deck, room, panes, eaves, mast, ring, transform.move(bands, z=5.7)])
    return merge([transform.move(whole, x, y), _bridge(x, y)])


def _bridge(x: float, y: float) -> MeshData:
    """A truss from the crest of the dam to the tower's deck."""
    near, far = plan.DAM_Y_M + 3.0, y - 3.6
    low, high, half = plan.CREST_M + 0.1, 9.6, plan.BRIDGE_M / 2
    slab = extrude.block((-half, near, -0.3), (half, far, 0.0), plan.CONCRETE)
    run = far - near
    shear = np.eye(4)
    shear[2, 1] = (high - low) / run
    shear[2, 3] = low - shear[2, 1] * near
    bays = np.linspace(near, far, 9)
    starts, ends = [], []
    for side in (-half, half):
        starts += [(side, a, 0.0) for a in bays] + [(side, near, 1.15)]
        ends += [(side, a, 1.15) for a in bays] + [(side, far, 1.15)]
        starts += [(side, a, 0.0 if k % 2 else 1.15) for k, a in enumerate(bays[:-1])]
        ends += [(side, b, 1.15 if k % 2 else 0.0) for k, b in enumerate(bays[1:])]
    bars = pylon.rods(starts, ends, 0.06, plan.RAIL)
    pier = lathe.cylinder(0.6, 9.9, plan.CONCRETE, bottom_m=-1.5, sides=10)
    whole = transformed(merge([slab, bars]), shear)
    return merge([transform.move(whole, x=x), transform.move(pier, x, (near + far) / 2)])


def house() -> MeshData:
    """The keeper's house under a hipped roof below the dam."""
    plan_m = profile.rectangle(11.0, 7.0)
    walls = extrude.prism(plan_m, -1.5, 3.4, plan.PALE)
    cap = roof.tent(profile.rectangle(12.2, 8.2), 3.4, 2.3, plan.ROOF, top_scale=0.28)
    yard = extrude.box(*YARD_M, 0.42, plan.CONCRETE, bottom_m=-0.3)
    panes = transform.at(
        extrude.block((-0.6, -0.12, 1.2), (0.6, 0.1, 2.5), plan.GLASS),
        [(v, -3.5) for v in (-4.0, -1.6, 1.6, 4.0)],
    )
    back = transform.turn_z(panes, 180.0)
    door = extrude.block((-0.5, -3.6, 0.0), (0.5, -3.4, 2.2), plan.PIPE)
    return transform.move(merge([walls, cap, yard, panes, back, door]), *HOUSE)


def pipe() -> MeshData:
    """The black pressure pipe that leaves the dam, on concrete saddles."""
    y = np.linspace(plan.DAM_Y_M - 14.0, plan.DAM_Y_M - 46.0, 9)
    line = np.column_stack([np.full(9, PIPE_X_M), y, np.full(9, 1.3)])
    saddle = extrude.box(2.4, 0.8, 2.4, plan.CONCRETE, bottom_m=-1.5)
    feet = transform.at(saddle, [(PIPE_X_M, v) for v in y[1::2]])
    mouth = extrude.block(
        (-3.0, plan.DAM_Y_M - 17.0, -1.5), (3.0, plan.DAM_Y_M - 12.0, 3.6), plan.CONCRETE
    )
    return merge([tube(line, 0.85, plan.PIPE, sides=12), feet, transform.move(mouth, x=PIPE_X_M)])
