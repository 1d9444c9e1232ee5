"""The esplanade of the university: fountain alley, lawns, flower strips, trees, collision."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit import stair
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block, prism
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.pool import basin, jet
from almaty_tour.kit.profile import F64
from almaty_tour.kit.transform import at
from almaty_tour.landmarks._shared.sport_parts import plot
from almaty_tour.landmarks.kaznu_campus import arch, blocks, tower
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, merge

GROUND_M: Final = 0.06
SQUARE = ((-36.0, -92.0), (36.0, 38.0))
FLANKS = (((-61.0, -75.0), (-36.0, 27.0)), ((36.0, -75.0), (61.0, 27.0)))
HEAD = ((-50.0, 27.0), (50.0, 78.0))
POOLS: Final = (-62.0, -38.0, -14.0)
POOL_M: Final = (7.0, 17.0)
LAWNS = tuple(((s * 21.5 - 8.5, y), (s * 21.5 + 8.5, y + 24.0))
              for s in (-1, 1) for y in (-74.0, -46.0, -18.0))  # fmt: skip
PAVING = Paint("paving", "#C2BBAF")
BAND = Paint("paving", "#96897C")
CURB = Paint("granite", "#B4AEA6")
LAWN = Paint("lawn", "#6F9A4A")
BLOOM = (Paint("foliage", "#D2453F"), Paint("foliage", "#F0C93F"), Paint("foliage", "#EFE9E4"))


def fountains() -> MeshData:
    """Three long basins on the axis, each with a row of jets and a taller one in the middle."""
    outline = p.rounded_rectangle(POOL_M[0], POOL_M[1], 1.6, 2)
    pool = basin(outline, Paint("granite", "#A7A09A"), bed=Paint("granite", "#6E8792"))
    foot = prism(outline, -1.5, 0.1, CURB)
    small = at(jet(2.1, spread_m=0.3, sides=3), [(x, y, 0.3) for x in (0.0,) for y in (-5.4, 5.4)])
    tall = at(jet(4.4, spread_m=0.5, sides=4), [(0.0, 0.0, 0.3)])
    return at(merge([pool, foot, small, tall]), [(0.0, y, GROUND_M) for y in POOLS])


def ground() -> MeshData:
    """Paving with bands that run along the axis, lawns with kerbs, flower strips."""
    pieces = []
    for low, high in (SQUARE, *FLANKS, HEAD):
        pieces += [
            block((*low, -1.5), (*high, GROUND_M - 0.03), CURB),
            tiles(low, high, GROUND_M, PAVING, 9.0),
        ]
    z = GROUND_M + 0.03
    for x in (-11.2, -6.4, 5.8, 10.6):
        pieces.append(tiles((x, -80.0), (x + 0.6, 8.0), z, BAND, 12.0))
    pieces += [tiles((-35.0, y), (35.0, y + 0.7), z + 0.03, BAND, 12.0) for y in (-79.0, 8.0, 33.0)]
    for k, (low, high) in enumerate(LAWNS):
        rim = plot((low[0] - 0.25, low[1] - 0.25), (high[0] + 0.25, high[1] + 0.25))
        pieces += [prism(rim, 0.0, 0.24, CURB, crease_deg=0.0), tiles(low, high, 0.28, LAWN, 8.5)]
        x = low[0] + 1.6 if low[0] > 0 else high[0] - 1.6
        strip = plot((x - 0.5, low[1] + 7.5), (x + 0.5, high[1] - 7.5))
        pieces.append(blooms(strip, 0.3, BLOOM, f"kaznu bed {k}", pitch_m=0.95))
    return merge(pieces)


def props() -> tuple[InstanceTable, ...]:
    """Spruces and birches on the lawns, elms by the blocks, lamps and benches along the pools."""
    name = "kaznu_campus"
    spruce = [
        (s * 25.5, y)
        for s in (-1, 1)
        for y in (-70.0, -62.0, -54.0, -42.0, -34.0, -26.0, -14.0, -6.0, 2.0)
    ]
    birch = [(s * 19.5, y) for s in (-1, 1) for y in (-58.0, -30.0, -2.0)]
    elms = [
        (s * x, y)
        for s in (-1, 1)
        for x, y in (
            (63.5, -66.0),
            (63.5, -40.0),
            (63.5, -24.0),
            (63.5, -8.0),
            (63.5, 12.0),
            (52.0, -79.5),
            (44.0, -80.0),
            (56.0, 34.0),
            (56.0, 48.0),
            (54.0, 66.0),
        )
    ]
    poplars = np.array([(x, 81.5) for x in np.arange(-42.0, 43.0, 7.0)])
    lamps = np.concatenate([row((s * 5.6, -74.0), (s * 5.6, 4.0), 13.0) for s in (-1, 1)])
    benches = [(s * 9.2, y) for s in (-1, 1) for y in (-67.0, -57.0, -43.0, -33.0, -19.0, -9.0)]
    yaw = np.where(np.array(benches)[:, 0] > 0, -90.0, 90.0)
    flags = [(s * x, 30.0) for s in (-1, 1) for x in (14.0, 18.0, 22.0)]
    hedge = [(s * 13.2, y) for s in (-1, 1) for y in np.arange(12.0, 30.0, 3.0)]
    return (
        instances("tree.spruce", _on(spruce, 0.28), name + "/spruce", scale=0.45),
        instances("tree.birch", _on(birch, 0.28), name + "/birch", scale=0.7),
        instances("tree.elm", _on(elms, 0.0), name + "/elm", scale=0.75),
        instances("tree.poplar", _on(poplars, 0.0), name + "/poplar", scale=0.75),
        instances("lamp.globe", _on(lamps), name + "/lamp", scale=1.1, vary=0.0, yaw_deg=0.0),
        instances("bench.park", _on(benches), name + "/bench", vary=0.0, yaw_deg=yaw),
        instances("flag.kazakhstan", _on(flags), name + "/flag", vary=0.0, yaw_deg=0.0),
        instances("bush.round", _on(hedge), name + "/bush", scale=0.8),
    )


def _on(places: object, z_m: float = GROUND_M) -> F64:
    spots = np.array(places, np.float64)
    return np.column_stack([spots, np.full(len(spots), z_m)])


def collision() -> Collision:
    """Tower, podium, blocks, arch piers, pedestal and basins are solid."""
    solids = [
        stair.wall_prism(
            plot((-tower.HALF_X, tower.SLAB_Y[0]), (tower.HALF_X, tower.SLAB_Y[1])),
            tower.ROOF_M,
            -1.5,
        ),
        stair.wall_prism(plot((-46.0, 40.6), (46.0, tower.PODIUM_Y[1])), tower.PODIUM_M, -1.5),
        stair.wall_prism(p.rectangle(3.6, 3.6, (0.0, arch.STATUE_Y)), 3.6, -1.5),
    ]
    for s in (-1, 1):
        (x0, y0), (x1, y1) = tower.PAVILION
        a, b = sorted((s * x0, s * x1))
        solids.append(stair.wall_prism(plot((a, y0), (b, y1)), tower.PAVILION_M, -1.5))
        a, b = sorted((s * 4.3, s * arch.HALF_X))
        solids.append(
            stair.wall_prism(plot((a, arch.ARCH_Y - 2.8), (b, arch.ARCH_Y + 2.8)), 13.0, -1.5)
        )
        for y in blocks.CENTRES_Y:
            solid = p.rectangle(
                blocks.DEPTH_M - 5.0, blocks.LENGTH_M - 4.0, (s * (blocks.CENTRE_X + 2.0), y)
            )
            solids.append(stair.wall_prism(solid, blocks.TOP_M, -1.5))
    solids += [stair.wall_prism(p.rectangle(*POOL_M, (0.0, y)), 0.5, -1.5) for y in POOLS]
    floors = [stair.floor(plot(*span), GROUND_M, -1.5) for span in (SQUARE, *FLANKS, HEAD)]
    return Collision(tuple(solids), tuple(floors))
