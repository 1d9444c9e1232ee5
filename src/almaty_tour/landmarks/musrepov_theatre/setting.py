"""The garden before the Musrepov Theatre: fountain, old oaks, lawns, small sculptures."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, pool, profile, spray, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.profile import F64
from almaty_tour.kit.solid import solid
from almaty_tour.kit.statue import horse, seated, standing
from almaty_tour.landmarks.musrepov_theatre import plan as p
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

NAME = "musrepov_theatre"
FIELD = profile.line((-25.0, -65.0), (25.0, -65.0), (25.0, -30.6), (-25.0, -30.6))
POOL_AT = (0.0, -50.0)
POOL = profile.circle(4.6, 28) + np.array(POOL_AT)
FIGURES = ((-8.6, -39.6), (8.6, -39.6), (-8.6, -60.0), (8.6, -60.0))
BRONZE = Paint("bronze_dark")
ROSES = (Paint("foliage", "#C8342A"), Paint("foliage", "#E9D8C4"), Paint("foliage", "#D97A8A"))


def setting() -> MeshData:
    """Steps, paths, lawns, fountain and sculptures."""
    return merge(
        [
            as_part(merge([_steps(), _paths()]), "garden"),
            as_part(_fountain(), "fountain"),
            as_part(_figures(), "sculptures"),
        ]
    )


def _steps() -> MeshData:
    floor = diced(stair.terrace(p.STYLOBATE, p.STYLOBATE_M + 1.5, p.FOOT, p.STEP, z_m=-1.5), 5.0)
    flight = stair.straight(34.0, p.STYLOBATE_M, p.STEPS, p.STEP, tread_m=p.TREAD_M,
                            y_m=p.STYLOBATE[0, 1])  # fmt: skip
    cheek = block((-0.5, -34.0, -0.4), (0.5, -30.5, 1.7), p.FOOT)
    cheeks = transform.at(cheek, [(s * 17.6, 0.0) for s in (-1, 1)])
    return merge([floor, diced(flight, 6.0), cheeks])


def _paths() -> MeshData:
    """A paved cross round the fountain between four lawns, an apron round the house."""
    z = p.GROUND_M
    apron = extrude.prism(profile.rectangle(39.0, 61.0, (0.0, 0.0)), -1.5, z - 0.03, p.WARM)
    pieces = [apron, tiles((-25.0, -65.0), (25.0, -30.5), z, p.PAVING, 5.5)]
    ring = profile.circle(8.2, 32) + np.array(POOL_AT)
    pieces.append(diced(extrude.sheet(ring, z + 0.03, p.WARM, holes=[POOL]), 3.0))
    for s in (-1.0, 1.0):
        for y0, y1 in ((-47.0, -36.0), (-64.0, -53.4)):
            low, high = sorted((s * 10.4, s * 24.2))
            lawn = profile.line((low, y0), (high, y0), (high, y1), (low, y1))
            pieces.append(extrude.prism(profile.offset(lawn, 0.14), -0.2, z + 0.12, p.STEP))
            pieces.append(diced(extrude.sheet(lawn, z + 0.16, p.LAWN), 5.0))
            bed = profile.rectangle(1.4, y1 - y0 - 2.0, (s * 11.6, (y0 + y1) / 2))
            pieces.append(blooms(bed, z + 0.16, ROSES, f"{NAME}/bed{y0}{s}", pitch_m=0.8,
                                 height_m=0.28))  # fmt: skip
    return merge(pieces)


def _fountain() -> MeshData:
    """A round basin with a bowl, one tall jet and a ring of thrown ones."""
    basin = pool.basin(POOL - np.array(POOL_AT), p.STEP, rim_m=0.5, height_m=0.55, water_m=0.36,
                       bed=Paint("granite", "#4C6A72"))  # fmt: skip
    bowl = pool.bowl(1.3, 1.3, p.STEP, sides=16, water=False)
    jet = transform.move(spray.plume(3.4, NAME + "/jet", drops=40), z=1.2)
    thrown = transform.turn_z(spray.stream(2.8, 1.7, NAME + "/stream", drops=6), 180.0)
    ring = transform.move(transform.around(thrown, 10, 4.0), z=0.36)
    return transform.move(merge([basin, bowl, jet, ring]), *POOL_AT)


def _figures() -> MeshData:
    """Small bronzes of the stage on granite blocks: story teller, foal, dancer, listener."""
    block_ = merge(
        [extrude.box(1.3, 1.3, 0.9, p.FOOT), extrude.box(1.45, 1.45, 0.12, p.STEP, bottom_m=0.9)]
    )
    made = [
        seated(1.25, BRONZE, hat="cone", triangles=900),
        horse(1.3, BRONZE, triangles=900),
        standing(1.5, BRONZE, pose="sides", hat="none", triangles=900),
        seated(1.2, BRONZE, triangles=800),
    ]
    turns = (35.0, -35.0, 145.0, -145.0)
    pieces = [
        transform.move(transform.turn_z(_cast(figure), turn), x, y, 1.0)
        for figure, turn, (x, y) in zip(made, turns, FIGURES, strict=True)
    ]
    blocks = transform.at(block_, [(x, y, p.GROUND_M - 0.04) for x, y in FIGURES])
    return merge([blocks, *pieces])


def _cast(figure: MeshData) -> MeshData:
    """The same surface with normals taken from its few faces, so that none looks inwards."""
    return solid(figure.positions, figure.faces, BRONZE, crease_deg=50.0)


def props() -> tuple[InstanceTable, ...]:
    """Oaks towards the sides, apple trees by the house, lamps and benches round the pool."""
    z = p.GROUND_M + 0.16
    oaks = _both(np.array([(22.0, -55.6), (15.6, -61.8), (23.0, -62.4)]), z)
    sides = _both(row((22.5, -6.0), (22.5, 26.0), 10.6), 0.0)
    lamps = _both(np.array([(8.8, -45.4), (8.8, -55.4), (9.2, -35.0), (9.2, -64.2)]), p.GROUND_M)
    seats = np.array([(s * 9.6, -50.0, p.GROUND_M) for s in (1, -1)])
    return (
        instances("tree.oak", oaks, NAME + "/oak", scale=0.95),
        instances("tree.elm", sides, NAME + "/elm", scale=0.75),
        instances("lamp.cluster", lamps, NAME + "/lamp", vary=0.0),
        instances("bench.park", seats, NAME + "/bench", yaw_deg=[-90.0, 90.0], vary=0.0),
    )


def _both(places: F64, z_m: float) -> F64:
    """(2k, 3) the places and their mirror images across x = 0."""
    flat = np.column_stack([places, np.full(len(places), z_m)])
    return np.concatenate([flat, flat * [-1.0, 1.0, 1.0]])


def collision() -> Collision:
    """The house, its piers, fountain and sculptures; garden, steps and porch to walk on."""
    piers = [profile.rectangle(1.2, 1.0, (x, p.FRONT_M + 0.75))
             for x in np.linspace(-16.6, 16.6, p.PIERS)]  # fmt: skip
    return Collision(
        (
            stair.wall_prism(p.FOYER, p.FOYER_M),
            stair.wall_prism(p.HALL, p.HALL_M),
            stair.wall_prism(p.STAGE, 16.0),
            *stair.prisms(piers, 9.6),
            stair.wall_prism(POOL, 0.6),
            *stair.prisms([profile.rectangle(1.4, 1.4, at) for at in FIGURES], 2.0),
            *stair.prisms([profile.rectangle(1.0, 3.5, (s * 17.6, -32.25)) for s in (-1, 1)], 1.7),
        ),
        (
            stair.floor(FIELD, p.GROUND_M),
            stair.floor(p.STYLOBATE, p.STYLOBATE_M),
            *stair.straight_floors(34.0, p.STYLOBATE_M, p.STEPS, tread_m=p.TREAD_M,
                                   y_m=p.STYLOBATE[0, 1]),
        ),
    )  # fmt: skip
