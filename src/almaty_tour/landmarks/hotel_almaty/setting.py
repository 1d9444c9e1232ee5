"""Forecourt, steps, flower strips, oaks and lamps of Hotel Almaty, and its collision."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.bend import bent
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks.hotel_almaty import foot as f
from almaty_tour.landmarks.hotel_almaty import slab as s
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

NAME = "hotel_almaty"
GROUND_M = 0.05
REACH_M = 12.0
PAVING = Paint("paving", "#CFC8BC")
BAND = Paint("paving", "#A29B92")
KERB = Paint("granite", "#A8A39C")
LAWN = Paint("lawn", "#67893F")
FLOWERS = (Paint("foliage", "#D6403A"), Paint("foliage", "#F0D25A"), Paint("foliage", "#E9E4DA"))
GARDEN_Y_M, WALK_X_M = (-49.0, -40.0), (-8.0, 0.0)
BEDS = ((-42.0, -19.0), (9.0, 27.0), (30.0, 44.0))


def setting() -> MeshData:
    """The paved strip before the house with its lawns."""
    half = s.HALF_M
    strip = s.band((-REACH_M, -0.3), (1.0, GROUND_M), PAVING, (-half, half))
    bands = [
        s.bow(block((-0.3, -REACH_M + 0.2, -0.2), (0.3, -1.0, GROUND_M + 0.025), BAND), float(x))
        for x in np.arange(-14.0, 7.0, 4.0)
    ]
    return as_part(merge([strip, *bands, _lawns(), _garden(), _step(), _poles()]), "court")


def _lawns() -> MeshData:
    """Lawns between kerbs and a strip of flowers along the walk."""
    pieces = []
    for i, (a, b) in enumerate(BEDS):
        pieces += [
            s.band((-REACH_M + 1.4, -0.2), (-3.6, 0.16), KERB, (a - 0.2, b + 0.2)),
            s.band((-REACH_M + 1.6, 0.0), (-3.8, 0.19), LAWN, (a, b)),
        ]
        half = (b - a) / 2
        bed = profile.rectangle(2 * half - 2.0, 1.2, (0.0, -5.2))
        flowers = blooms(bed, 0.19, FLOWERS, f"{NAME}/{i}", pitch_m=1.0)
        pieces.append(
            bent(flowers, s.RADIUS_M, start_deg=np.degrees((a + b) / 2 / s.RADIUS_M) - 90)
        )
    return merge(
        [
            pieces[i] if i % 3 < 2 else transform.move(pieces[i], y=s.RADIUS_M + s.APEX_Y_M)
            for i in range(len(pieces))
        ]
    )


def _garden() -> MeshData:
    """The garden towards the street: a walk on the axis of the doors between two lawns."""
    y0, y1 = GARDEN_Y_M
    x0, x1 = WALK_X_M
    walk = tiles((x0, y0), (x1, -26.6), GROUND_M - 0.02, PAVING, 6.0)
    pieces = [walk]
    for name, low, high in (("left", -28.0, x0), ("right", x1, 28.0)):
        edge = s.on_bow(np.linspace(low + 0.3, high - 0.3, 7), REACH_M + 0.3)
        plan = profile.joined([(low + 0.3, y0), (high - 0.3, y0)], edge[::-1])
        pieces.append(extrude.prism(profile.offset(plan, 0.25), -0.3, 0.14, KERB))
        pieces.append(diced(extrude.sheet(plan, 0.17, LAWN), 7.0))
        bed = profile.rectangle(1.4, 12.0, (high - 1.6 if name == "left" else low + 1.6, y1 + 1.0))
        pieces.append(blooms(bed, 0.17, FLOWERS, f"{NAME}/{name}", pitch_m=0.9))
    return merge(pieces)


def _step() -> MeshData:
    """A low step along the doors."""
    x = f.DOOR_X_M
    return s.band((-1.6, -0.2), (0.4, 0.2), KERB, (x - 7.0, x + 7.0))


def _poles() -> MeshData:
    """Empty flagstaffs beside the canopy are slim steel poles on a granite block."""
    pole = merge(
        [
            extrude.box(3.6, 1.0, 0.4, KERB),
            *[extrude.box(0.1, 0.1, 9.0, Paint("steel"), centre=(x, 0.0)) for x in (-1.2, 0, 1.2)],
        ]
    )
    spot = s.on_bow(f.DOOR_X_M - 11.5, 6.0)[0]
    return transform.move(diced(pole, 5.0), spot[0], spot[1], GROUND_M)


def _places(x: F64, out_m: float, z_m: float) -> F64:
    return np.column_stack([s.on_bow(x, out_m), np.full(len(x), z_m)])


def props() -> tuple[InstanceTable, ...]:
    """Oaks in the lawns, low trees behind, bushes, lamps and benches."""
    oaks = _places(np.array([-40.0, -33.0, -26.0, 31.5, 42.0]), 8.6, 0.19)
    row = np.array([(-25.0, -34.0), (-25.0, -44.5), (25.5, -45.0)])
    oaks = np.concatenate([oaks, np.column_stack([row, np.full(3, 0.17)])])
    small = _places(np.array([8.5, 29.2]), 9.2, 0.19)
    rear = _places(np.array([20.0, 29.0, 38.0, 47.0]), -26.0, 0.02)
    bushes = _places(np.arange(-41.0, -19.0, 2.4), 10.0, 0.19)
    lamps = _places(np.array([-46.0, -17.0, 10.5, 27.6, 46.0]), 11.2, GROUND_M)
    seats = _places(np.array([-30.0, 18.0, 37.0]), 2.6, GROUND_M)
    return (
        instances("tree.oak", oaks, NAME + "/oak", scale=0.72),
        instances("tree.birch", small, NAME + "/small", scale=0.6),
        instances("tree.elm", rear, NAME + "/rear", scale=0.8),
        instances("bush.round", bushes, NAME + "/bush", scale=0.7),
        instances("lamp.globe", lamps, NAME + "/lamp", vary=0.0),
        instances("bench.park", seats, NAME + "/bench", yaw_deg=0.0, vary=0.0),
    )


def collision() -> Collision:
    """House, hall behind and mosaic wall; the paved strip and the step to walk on."""
    turned = transform.matrix(*f.RESTAURANT_AT, turn_deg=f.RESTAURANT_TURN_DEG)
    hall = f.RESTAURANT @ turned[:2, :2].T + turned[:2, 3]
    x0, x1 = f.MOSAIC_X_M - 8.5, f.MOSAIC_X_M + 8.5
    x = np.linspace(x0, x1, 5)
    wall = profile.joined(s.on_bow(x, 0.9), s.on_bow(x[::-1], -1.0))
    door = np.linspace(f.DOOR_X_M - 7.0, f.DOOR_X_M + 7.0, 5)
    step = profile.joined(s.on_bow(door, 1.6), s.on_bow(door[::-1], -0.4))
    return Collision(
        (
            stair.wall_prism(s.outline(0.0, s.DEPTH_M), s.EAVES_M),
            stair.wall_prism(hall, 8.5),
            stair.wall_prism(wall, 5.2),
        ),
        (
            stair.floor(s.outline(REACH_M - 0.06, 0.0, s.HALF_M - 0.5), GROUND_M),
            stair.floor(step, 0.2),
            stair.floor(profile.rectangle(8.0, 22.0, (-4.0, -37.9)), GROUND_M - 0.02),
        ),
    )
