"""Terrace, stair, mirror pool, lawns, spruces and poster stands of the Lermontov Theatre."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, pool, profile, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.profile import F64
from almaty_tour.kit.spray import plume
from almaty_tour.landmarks.lermontov_theatre import plan as p
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

NAME = "lermontov_theatre"
COURT = profile.line((-33.0, -72.0), (33.0, -72.0), (33.0, -31.0), (-33.0, -31.0))
POOL = profile.rectangle(*p.POOL_M, (0.0, p.POOL_Y_M))
STANDS = ((-25.6, -37.5), (25.6, -37.5))
ROSES = (Paint("foliage", "#C8342A"), Paint("foliage", "#E8D9C8"), Paint("foliage", "#D97A8A"))


def setting() -> MeshData:
    """What feet stand on, the pool and the stands."""
    return merge(
        [
            as_part(merge([_terrace(), _court()]), "court"),
            as_part(_pool(), "pool"),
            as_part(transform.at(_stand(), [(*at, p.GROUND_M) for at in STANDS]), "stands"),
        ]
    )


def _terrace() -> MeshData:
    floor = diced(stair.terrace(p.TERRACE, p.TERRACE_M + 1.5, p.FOOT, p.STEP, z_m=-1.5), 5.0)
    flight = stair.straight(p.STAIR_WIDTH_M, p.TERRACE_M, p.STEPS, p.STEP, tread_m=p.TREAD_M,
                            y_m=p.TERRACE[0, 1])  # fmt: skip
    cheek = block((-0.45, -35.0, -0.4), (0.45, -31.3, 1.75), p.WHITE)
    cheeks = transform.at(cheek, [(s * (p.STAIR_WIDTH_M / 2 + 0.45), 0.0) for s in (-1, 1)])
    return merge([floor, diced(flight, 6.0), cheeks])


def _court() -> MeshData:
    """Light slabs with dark bands on the axes of the ribs; lawns with beds at the sides."""
    z = p.GROUND_M
    pieces = [tiles((-33.0, -72.0), (33.0, -31.0), z, p.PAVING, 5.5)]
    pieces += [
        tiles((x - 0.3, -44.0), (x + 0.3, -34.7), z + 0.02, p.DARK_PAVING, 5.0)
        for x in (-21.6, -10.8, 0.0, 10.8, 21.6)
    ]
    pieces += [
        tiles((-22.4, y - 0.3), (22.4, y + 0.3), z + 0.04, p.DARK_PAVING, 6.0)
        for y in (-43.4, -68.4)
    ]
    for s in (-1.0, 1.0):
        low, high = sorted((s * 23.2, s * 32.6))
        lawn = profile.rectangle(high - low, 30.0, ((low + high) / 2, -56.4))
        pieces.append(extrude.prism(profile.offset(lawn, 0.22), -0.2, z + 0.16, p.STEP))
        pieces.append(diced(extrude.sheet(lawn, z + 0.2, p.LAWN), 5.0))
        bed = profile.rectangle(1.4, 22.0, (s * 24.7, -56.4))
        pieces.append(blooms(bed, z + 0.2, ROSES, f"{NAME}/bed{s}", pitch_m=0.8, height_m=0.28))
    return merge(pieces)


def _pool() -> MeshData:
    """A shallow mirror with a low granite rim; a short row of jets before the stair."""
    basin = pool.basin(POOL, p.STEP, rim_m=0.7, height_m=0.42, water_m=0.3, z_m=0.0,
                       bed=Paint("granite", "#48646C"))  # fmt: skip
    jets = merge(
        [
            transform.move(plume(h, f"{NAME}/jet{x}", drops=22), x, p.POOL_Y_M + 5.0, 0.3)
            for x, h in ((-12.0, 2.0), (-6.0, 2.6), (0.0, 3.2), (6.0, 2.6), (12.0, 2.0))
        ]
    )
    return merge([basin, jets])


def _stand() -> MeshData:
    """A pair of posters in a steel frame."""
    posts = [block((x - 0.06, -0.06, 0.0), (x + 0.06, 0.06, 2.9), p.METAL)
             for x in (-2.3, 0.0, 2.3)]  # fmt: skip
    bills = [
        block((x - 0.95, -0.09, 0.7), (x + 0.95, 0.09, 2.7), Paint("painted_metal", colour))
        for x, colour in ((-1.15, "#7A2630"), (1.15, "#24405E"))
    ]
    strips = [
        block((x - 0.7, -0.11, z), (x + 0.7, 0.11, z + 0.22), Paint("painted_metal", "#E8DCC0"))
        for x in (-1.15, 1.15)
        for z in (1.1, 2.2)
    ]
    return merge([*posts, *bills, *strips])


def props() -> tuple[InstanceTable, ...]:
    """Blue spruces in the lawns and beside the house, lamps and benches about the pool."""
    z = p.GROUND_M + 0.2
    spruces = _both(np.concatenate([row((29.6, -68.0), (29.6, -45.0), 7.6), [[34.0, -24.0],
                                    [34.0, -14.0]]]), z)  # fmt: skip
    spruces[np.abs(spruces[:, 0]) > 33.0, 2] = 0.02
    sides = _both(row((34.0, -2.0), (34.0, 26.0), 9.0), 0.02)
    lamps = _both(np.array([(22.2, -45.0), (22.2, -55.5), (22.2, -66.0)]), p.GROUND_M)
    seats = _both(np.array([(12.0, -70.4), (4.0, -70.4)]), p.GROUND_M)
    bushes = _both(row((27.2, -69.0), (27.2, -44.0), 3.2), z)
    return (
        instances("tree.spruce", spruces, NAME + "/spruce", scale=0.55, vary=0.12),
        instances("tree.elm", sides, NAME + "/elm", scale=0.8),
        instances("lamp.globe", lamps, NAME + "/lamp", vary=0.0),
        instances("bench.park", seats, NAME + "/bench", yaw_deg=180.0, vary=0.0),
        instances("bush.round", bushes, NAME + "/bush", scale=1.0),
    )


def _both(places: F64, z_m: float) -> F64:
    """(2k, 3) the places and their mirror images across x = 0."""
    flat = np.column_stack([places, np.full(len(places), z_m)])
    return np.concatenate([flat, flat * [-1.0, 1.0, 1.0]])


def collision() -> Collision:
    """The house behind its porch, pool and stands; terrace, stair and court to walk on."""
    inner = profile.line((-27.0, p.LOW_GLASS_Y_M), (27.0, p.LOW_GLASS_Y_M), (27.0, -9.0),
                         (-27.0, -9.0))  # fmt: skip
    cheeks = tuple(
        stair.wall_prism(
            profile.rectangle(0.9, 3.6, (s * (p.STAIR_WIDTH_M / 2 + 0.45), -33.2)), 1.75
        )
        for s in (-1, 1)
    )
    return Collision(
        (
            stair.wall_prism(inner, p.ROOF_M),
            stair.wall_prism(p.REAR, 10.4),
            stair.wall_prism(p.STAGE, 22.0),
            stair.wall_prism(POOL, 0.5),
            *cheeks,
            *(stair.wall_prism(profile.rectangle(4.8, 0.4, at), 2.9) for at in STANDS),
        ),
        (
            stair.floor(COURT, p.GROUND_M),
            stair.floor(p.TERRACE, p.TERRACE_M),
            *stair.straight_floors(p.STAIR_WIDTH_M, p.TERRACE_M, p.STEPS, tread_m=p.TREAD_M,
                                   y_m=p.TERRACE[0, 1]),
        ),
    )  # fmt: skip
