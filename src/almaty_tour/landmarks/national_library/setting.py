"""Entrance, stair, pools, beds and trees of the National Library."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, pool, profile, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.profile import F64
from almaty_tour.kit.spray import plume
from almaty_tour.landmarks.national_library import plan as p
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

NAME = "national_library"
FIELD = profile.line((-44.0, -45.6), (44.0, -45.6), (44.0, -27.6), (-44.0, -27.6))
APRON = profile.rectangle(107.4, 57.4, (0.0, 0.0))
LANDING = profile.line((-11.0, -31.0), (11.0, -31.0), (11.0, -27.4), (-11.0, -27.4))
POOLS = tuple(profile.rectangle(17.0, 5.0, (s * 23.5, -38.0)) for s in (-1, 1))
FLOWERS = (Paint("foliage", "#D2452C"), Paint("foliage", "#E8B23A"), Paint("foliage", "#C24A78"))
LETTERS = Paint("lettering", "#6B5330")


def setting() -> MeshData:
    """The marble entrance and the ground before the house."""
    return merge(
        [
            as_part(_entrance(), "entrance"),
            as_part(merge([_ground(), _stair()]), "court"),
            as_part(merge([_pool(i) for i in range(2)]), "pools"),
        ]
    )


def _entrance() -> MeshData:
    """A portal of marble slabs before the blades: four piers, a lintel with the name, doors."""
    y0, y1 = -30.4, -26.4
    pier = merge(
        [
            block((-0.55, y0 + 0.3, p.TERRACE_M), (0.55, y1, 5.35), p.MARBLE),
            block((-0.7, y0 + 0.15, p.TERRACE_M), (0.7, y1, 1.35), p.FOOT),
        ]
    )
    piers = transform.at(pier, [(x, 0.0) for x in (-9.9, -3.5, 3.5, 9.9)])
    slab = diced(block((-11.0, y0, 5.3), (11.0, y1 + 1.0, 6.7), p.MARBLE), 2.5)
    cap = block((-11.2, y0 - 0.2, 6.7), (11.2, y1 + 0.5, 6.92), p.WHITE)
    word = lettering("ҰЛТТЫҚ КІТАПХАНА", 0.72, LETTERS, out_m=0.08, spacing_m=0.18, bold_m=0.01)
    pieces = [piers, slab, cap, transform.move(word, 0.0, y0, 5.62)]
    glass_y = -p.HALF_Y_M + p.INSET_M
    leaf = merge(
        [
            block((-1.1, glass_y - 0.25, p.TERRACE_M), (-0.98, glass_y, 3.7), p.METAL),
            block((0.98, glass_y - 0.25, p.TERRACE_M), (1.1, glass_y, 3.7), p.METAL),
            block((-1.1, glass_y - 0.3, 3.6), (1.1, glass_y, 3.8), p.METAL),
            block((-0.04, glass_y - 0.18, p.TERRACE_M), (0.04, glass_y, 3.6), p.METAL),
            block((-0.95, glass_y - 0.12, p.TERRACE_M), (0.95, glass_y - 0.02, 1.2), p.FRAME),
        ]
    )
    pieces.append(transform.at(leaf, [(x, 0.0) for x in (-6.7, -2.3, 2.3, 6.7)]))
    lamp = block((-0.5, -0.2, 5.2), (0.5, 0.2, 5.3), Paint("lamp_glass"))
    pieces.append(transform.at(lamp, [(x, -28.4) for x in (-6.7, 0.0, 6.7)]))
    return merge(pieces)


def _stair() -> MeshData:
    landing = stair.terrace(LANDING, p.TERRACE_M + 1.5, p.FOOT, p.STEP, z_m=-1.5)
    flight = stair.straight(p.STAIR_WIDTH_M, p.TERRACE_M, p.STEPS, p.STEP, tread_m=p.TREAD_M,
                            y_m=LANDING[0, 1])  # fmt: skip
    cheek = block((-0.4, -33.6, -0.5), (0.4, -27.7, 1.3), p.MARBLE)
    cheeks = transform.at(cheek, [(s * 11.4, 0.0) for s in (-1, 1)])
    return merge([landing, diced(flight, 5.0), cheeks])


def _ground() -> MeshData:
    """Light slabs with dark bands, lawns with beds about the pools, a kerb to the avenue."""
    z = p.GROUND_M
    apron = extrude.prism(APRON, -1.5, z - 0.03, p.DARK_PAVING, holes=[p.TERRACE])
    pieces = [apron, tiles((-44.0, -45.6), (44.0, -28.7), z, p.PAVING, 5.5)]
    pieces += [
        tiles((x - 0.25, -45.4), (x + 0.25, -34.0), z + 0.02, p.DARK_PAVING, 6.0)
        for x in (-11.0, -5.5, 0.0, 5.5, 11.0)
    ]
    for s in (-1.0, 1.0):
        low, high = sorted((s * 44.4, s * 53.0))
        end = profile.line((low, -46.6), (high, -46.6), (high, -29.0), (low, -29.0))
        pieces.append(extrude.prism(profile.offset(end, 0.15), -0.2, z + 0.1, p.STEP))
        pieces.append(diced(extrude.sheet(end, z + 0.13, p.LAWN), 6.0))
        low, high = sorted((s * 13.4, s * 43.4))
        for y0, y1 in ((-34.6, -29.2), (-44.8, -41.4)):
            lawn = profile.line((low, y0), (high, y0), (high, y1), (low, y1))
            pieces.append(extrude.prism(profile.offset(lawn, 0.15), -0.2, z + 0.12, p.STEP))
            pieces.append(diced(extrude.sheet(lawn, z + 0.15, p.LAWN), 6.0))
        bed = profile.rectangle(24.0, 1.5, (s * 27.0, -33.4))
        pieces.append(blooms(bed, z + 0.15, FLOWERS, f"{NAME}/bed{s}", pitch_m=0.8, height_m=0.28))
    return merge(pieces)


def _pool(index: int) -> MeshData:
    """A long basin with a granite rim and a row of jets."""
    x, y = POOLS[index].mean(axis=0)
    basin = pool.basin(POOLS[index], p.FOOT, rim_m=0.5, height_m=0.5, water_m=0.34,
                       bed=Paint("granite", "#4C6A72"))  # fmt: skip
    jets = [
        transform.move(plume(h, f"{NAME}/jet{index}{i}", drops=10), x + dx, y, 0.34)
        for i, (dx, h) in enumerate(((-6.0, 1.8), (-2.0, 2.4), (2.0, 2.4), (6.0, 1.8)))
    ]
    return merge([basin, *jets])


def props() -> tuple[InstanceTable, ...]:
    """Apple trees at both ends, oaks behind, birches in the courts, lamps and benches."""
    z = p.GROUND_M + 0.15
    apples = _both(np.array([(46.6, -42.8), (50.6, -36.4)]), z)
    courts = _both(np.array([(15.0, -3.0), (29.4, -3.2), (14.6, 6.8), (29.2, 7.2)]), 0.16)
    rear = _both(row((8.0, 31.5), (42.0, 31.5), 11.0), 0.0)
    lamps = _both(np.array([(12.4, -36.4), (12.4, -43.0), (33.4, -36.0)]), p.GROUND_M)
    seats = _both(np.array([(18.0, -40.9), (29.0, -40.9)]), p.GROUND_M)
    bushes = _both(row((15.6, -30.6), (41.6, -30.6), 2.9), z)
    return (
        instances("tree.apple", apples, NAME + "/apple", scale=0.8),
        instances("tree.birch", courts, NAME + "/birch", scale=0.62),
        instances("tree.oak", rear, NAME + "/oak", scale=0.7),
        instances("lamp.globe", lamps, NAME + "/lamp", vary=0.0),
        instances("bench.park", seats, NAME + "/bench", yaw_deg=180.0, vary=0.0),
        instances("bush.round", bushes, NAME + "/bush", scale=0.9),
    )


def _both(places: F64, z_m: float) -> F64:
    """(2k, 3) the places and their mirror images across x = 0."""
    flat = np.column_stack([places, np.full(len(places), z_m)])
    return np.concatenate([flat, flat * [-1.0, 1.0, 1.0]])


def _walk(x: float, y: float) -> F64:
    """The terrace with its landing: a ring round the house, cut open behind."""
    (left, front), (right, back) = p.TERRACE[0], p.TERRACE[2]
    return profile.line(
        (left, back), (left, front), (-11.0, front), *map(tuple, LANDING[:2]), (11.0, front),
        (right, front), (right, back), (0.2, back), (0.2, y), (x, y), (x, -y), (-x, -y), (-x, y),
        (-0.2, y), (-0.2, back),
    )  # fmt: skip


def collision() -> Collision:
    """Four ranges round the courts, portal, basins; terrace, stair and forecourt to walk on."""
    x, y = p.HALF_X_M - p.INSET_M, p.HALF_Y_M - p.INSET_M
    ranges = (
        ((-x, -y), (x, -8.0)), ((-x, 12.0), (x, y)), ((-x, -8.1), (-37.0, 12.1)),
        ((37.0, -8.1), (x, 12.1)), ((-7.0, -8.1), (7.0, 12.1)),
    )  # fmt: skip
    boxes = [profile.line((a, b), (c, b), (c, d), (a, d)) for (a, b), (c, d) in ranges]
    piers = [profile.rectangle(1.2, 3.6, (v, -28.2)) for v in (-9.9, -3.5, 3.5, 9.9)]
    return Collision(
        (
            *stair.prisms(boxes, p.ROOF_M),
            *stair.prisms(piers, 6.8),
            *stair.prisms(POOLS, 0.5),
            *stair.prisms([profile.rectangle(0.8, 5.9, (s * 11.4, -30.6)) for s in (-1, 1)], 1.3),
        ),
        (
            stair.floor(FIELD, p.GROUND_M),
            stair.floor(_walk(x, y), p.TERRACE_M),
            *stair.straight_floors(p.STAIR_WIDTH_M, p.TERRACE_M, p.STEPS, tread_m=p.TREAD_M,
                                   y_m=LANDING[0, 1]),
        ),
    )  # fmt: skip
