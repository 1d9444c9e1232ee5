"""Astana Square, the old parade square before Government House: lawns, fountains, paving."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks.astana_square import ground
from almaty_tour.landmarks.astana_square.ground import (
    BED,
    GROUND_M,
    HALF_X,
    HALF_Y,
    HEART,
    LAWN_M,
    POOL_M,
)
from almaty_tour.mesh.data import Collision, InstanceTable, Model, as_part, merge


def build(_spec: LandmarkSpec) -> Model:
    """The square south of the street; Government House lies behind it (+y)."""
    mesh = merge(
        [
            as_part(ground.ground(), "paving"),
            as_part(ground.gardens(), "gardens"),
            as_part(ground.fountains(), "fountains"),
            as_part(ground.walls(), "seats"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _props() -> tuple[InstanceTable, ...]:
    """Spruces and oaks at the sides, thujas at the corners of the lawns, lamps, benches, flags."""
    name = "astana_square"
    (x0, y0), (x1, y1) = BED
    x, y = HEART
    thuja = [(a, b) for a in (x0 + 2.6, x - 3.9, x + 3.9, x1 - 2.6) for b in (y0 + 2.6, y1 - 2.6)]
    thuja += [(x + s * 11.0, y + t * 4.2) for s in (-1.18, 1.18) for t in (-1, 1)]
    spruce = row((x1 - 5.0, y0 + 5.0), (x1 - 5.0, y - 6.0), 6.0)
    oaks = row((81.6, -29.0), (81.6, 7.0), 9.0)
    lamps = np.concatenate(
        [row((10.9, -26.0), (10.9, 9.4), 11.8), row((24.0, 31.0), (80.0, 31.0), 14.0)]
    )
    walk = np.array([(x + s * 9.6, y + t * 9.6) for s in (-0.9, 0.9) for t in (-0.9, 0.9)])
    facing = np.degrees(np.arctan2(walk[:, 1] - y, walk[:, 0] - x)) - 90.0
    flags = row((27.0, 16.4), (75.0, 16.4), 12.0)
    return (
        instances("tree.spruce", _both(thuja, LAWN_M), name + "/thuja", scale=0.17, vary=0.06),
        instances("tree.spruce", _both(spruce, LAWN_M), name + "/spruce", scale=0.5),
        instances("tree.oak", _both(oaks), name + "/oak", scale=0.8),
        instances("lamp.cluster", _both(lamps), name + "/lamp", scale=1.35, vary=0.0, yaw_deg=0.0),
        instances(
            "bench.park",
            _both(walk),
            name + "/bench",
            yaw_deg=np.concatenate([facing, -facing]),
            vary=0.0,
        ),
        instances("flag.kazakhstan", _both(flags), name + "/flag", yaw_deg=20.0, vary=0.0),
    )


def _both(places: object, z_m: float = GROUND_M) -> F64:
    """(2k, 3) places and their mirror images across the axis."""
    spots = np.asarray(places, np.float64)
    right = np.column_stack([spots, np.full(len(spots), z_m)])
    return np.concatenate([right, right * [-1.0, 1.0, 1.0]])


def _collision() -> Collision:
    """The basins are solid; the square is one floor."""
    pools = tuple(
        stair.wall_prism(profile.circle(POOL_M, 16) + np.array([s * HEART[0], HEART[1]]), 0.6)
        for s in (-1.0, 1.0)
    )
    return Collision(pools, (stair.floor(profile.rectangle(2 * HALF_X, 2 * HALF_Y), GROUND_M),))
