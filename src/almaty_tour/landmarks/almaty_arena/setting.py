"""The ground of the Almaty Arena: sett plaza, lawns, drive and car park, trees, collision."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit import stair
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block, prism, sweep
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import hashed, instances, row, scattered
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks._shared.sport_parts import bays, meadow, plot
from almaty_tour.landmarks.almaty_arena import front, shell
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, merge

MIDDLE: Final = (0.0, -12.0)
RADIUS_M: Final = 182.0
LAWN_M, PLAZA_M = 0.03, 0.09
PLAZA = ((-118.0, -92.0), (132.0, -20.0))
PARK = ((-92.0, -139.0), (92.0, -108.0))
DRIVE = ((-146.0, -104.0), (146.0, -96.0))
SETT = Paint("paving", "#DCCFB4")
BAND = Paint("paving", "#B59E8E")
LAWN = Paint("lawn", "#7C9C50")
ASPHALT = Paint("asphalt", "#8A8A88")
CURB = Paint("granite", "#B5AFA6")
BEDS: Final = ((-96.0, -80.0), (-52.0, -82.0), (52.0, -84.0), (98.0, -80.0))


def ground() -> MeshData:
    """A disc of lawn; on it the plaza with curved bands, planted islands, drive and car park."""
    lawn = meadow(MIDDLE, RADIUS_M, LAWN_M, LAWN, "#5E6145")
    apron = [prism(np.add(p.ellipse(*half, 32), centre), -0.5, PLAZA_M, SETT)
             for half, centre in (((80.0, 66.0), shell.ARENA.centre),)]  # fmt: skip
    plaza = [block((*PLAZA[0], -0.5), (*PLAZA[1], PLAZA_M - 0.03), CURB),
             tiles(*PLAZA, PLAZA_M + 0.01, SETT, 18.0)]  # fmt: skip
    flatten = p.line((-0.8, 0.0), (0.8, 0.0))[::-1]
    arcs = [
        sweep(
            flatten,
            p.arc((60.0, 10.0), radius, start, end, 14),
            BAND,
            z_m=PLAZA_M + 0.04,
            back=False,
            closed=False,
        )
        for radius, start, end in ((76.0, 205.0, 318.0), (92.0, 215.0, 262.0), (88.0, 276.0, 312.0))
    ]
    lines = [
        tiles((x, -91.0), (x + 1.4, -47.0), PLAZA_M + 0.065, BAND, 22.0)
        for x in (-84.0, -50.7, -18.0)
    ]
    drive = tiles(*DRIVE, PLAZA_M + 0.01, ASPHALT, 16.0)
    park, _ = bays(*PARK, PLAZA_M + 0.01, ASPHALT)
    link = tiles((-6.0, -108.0), (6.0, -104.0), PLAZA_M + 0.01, ASPHALT, 8.0)
    islands = []
    for at_m in BEDS:
        oval = np.add(p.ellipse(8.0, 4.0, 14), at_m)
        islands += [prism(p.offset(oval, 0.35), -0.4, 0.42, CURB), prism(oval, -0.3, 0.5, LAWN)]
    return merge([lawn, *apron, *plaza, *arcs, *lines, drive, park, link, *islands])


def props() -> tuple[InstanceTable, ...]:
    """Young trees in the islands and round the lawn, lamps, flags, benches, parked cars."""
    name = "almaty_arena"
    _, middles = bays(*PARK, 0.1, ASPHALT)
    seed = hashed(name + "/bays", len(middles))
    colours = ("white", "silver", "black", "blue", "red", "high_white", "high_grey")
    parked = [
        instances(f"car.{colour}", _on(middles[seed % 11 == k], 0.1), f"{name}/{colour}", vary=0.0,
                  yaw_deg=90.0)
        for k, colour in enumerate(colours)
    ]  # fmt: skip
    angle = np.radians(np.arange(-20.0, 201.0, 6.5))
    ring = np.column_stack([150.0 * np.cos(angle), 146.0 * np.sin(angle)]) + MIDDLE
    near = np.column_stack([136.0 * np.cos(angle[::2]), 128.0 * np.sin(angle[::2])]) + MIDDLE
    ring = ring[(np.abs(ring[:, 0]) < 128.0) | (ring[:, 1] > 62.0)]
    near = near[(near[:, 1] > 72.0)]
    sides = [
        (s * x, y)
        for s in (-1, 1)
        for x, y in (
            (100.0, -112.0),
            (104.0, -120.0),
            (98.0, -128.0),
            (136.0, -84.0),
            (140.0, -70.0),
        )
    ]
    islands = [(x + dx, y) for x, y in BEDS for dx in (-4.5, 0.0, 4.5)]
    front_row = row((-88.0, -106.0), (-12.0, -106.0), 9.5)
    rows = np.concatenate([front_row, front_row * [-1.0, 1.0]])
    lamps = [(x, y) for x in np.arange(-105.0, 130.0, 26.0) for y in (-90.5,)] + [
        (x, -123.5) for x in (-70, -35, 0, 35, 70)
    ]
    houses, belts = _homes(name)
    flags = [(x, -74.0) for x in (-30.0, -26.0, -22.0, 14.0, 18.0, 22.0)]
    benches = [(x, y + 6.2) for x, y in BEDS]
    return (
        instances(
            "tree.elm", _on(np.concatenate([ring, near, belts]), LAWN_M), name + "/elm", scale=0.6
        ),
        instances("tree.poplar", _on(sides, LAWN_M), name + "/poplar", scale=0.6),
        instances("tree.spruce", _on(islands, 0.5), name + "/spruce", scale=0.3),
        instances("tree.birch", _on(rows, LAWN_M), name + "/birch", scale=0.55),
        instances("lamp.mast", _on(lamps, 0.1), name + "/lamp", vary=0.0, yaw_deg=0.0),
        instances("flag.kazakhstan", _on(flags, 0.1), name + "/flag", vary=0.0, yaw_deg=0.0),
        instances("bench.stone", _on(benches, 0.1), name + "/bench", vary=0.0, yaw_deg=180.0),
        *parked,
        *houses,
    )


def _homes(name: str) -> tuple[list[InstanceTable], F64]:
    """Panel houses behind the arena, and the trees between them."""
    homes = (
        ("panel5_blue", (-112.0, 104.0), 12.0),
        ("panel5", (-40.0, 128.0), 0.0),
        ("panel5_ochre", (28.0, 136.0), 0.0),
        ("panel5_blue", (96.0, 122.0), -14.0),
    )
    houses = [
        instances(f"house.{kind}", _on([at_m], LAWN_M), f"{name}/home{k}", vary=0.0, yaw_deg=turn)
        for k, (kind, at_m, turn) in enumerate(homes)
    ]
    belts = scattered((-150.0, 84.0), (150.0, 150.0), 13.0, name + "/belt")
    clear = np.array([np.abs(belts - at_m).max(axis=1) > 34.0 for _, at_m, _ in homes]).all(axis=0)
    inside = np.linalg.norm(belts - MIDDLE, axis=1) < 158.0
    north = scattered((-140.0, -160.0), (140.0, -146.0), 12.0, name + "/north")
    return houses, np.concatenate([belts[clear & inside], north])


def _on(places: object, z_m: float) -> F64:
    spots = np.array(places, np.float64).reshape(-1, 2)
    return np.column_stack([spots, np.full(len(spots), z_m)])


def collision() -> Collision:
    """Three halls, their links and the stair are solid; lawn, plaza and drive carry."""
    turn = np.arange(28) * (2 * np.pi / 28)
    solids = []
    for hall, share, top in (
        (shell.ARENA, 0.9, 26.0),
        (shell.NAMED, 0.96, 14.0),
        (shell.TRAINING, 0.96, 16.0),
    ):
        solids.append(stair.wall_prism(hall.plan(turn) * share + np.array(hall.centre), top, -1.5))
    solids += [stair.wall_prism(plot((-20.0, -6.0), (16.0, 22.0)), 11.0, -1.5),
               stair.wall_prism(plot((-92.0, -8.0), (-78.0, 20.0)), 10.0, -1.5)]  # fmt: skip
    (x0, x1), (y0, y1) = front.STAIR_X, front.STAIR_Y
    solids.append(stair.wall_prism(plot((x0 + 2.0, y0), (x1, y1)), 3.0, -1.0))
    lawn = p.circle(RADIUS_M * 0.88, 40) + np.array(MIDDLE)
    floors = [
        stair.floor(lawn, LAWN_M, -1.5),
        stair.floor(plot(*PLAZA), PLAZA_M + 0.01, -0.5),
        stair.floor(plot(*DRIVE), PLAZA_M + 0.01, -0.5),
        stair.floor(plot(*PARK), PLAZA_M + 0.01, -0.5),
    ]
    return Collision(tuple(solids), tuple(floors))
