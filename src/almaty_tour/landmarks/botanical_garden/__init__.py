"""The Main Botanical Garden: slatted gate, an alley of thujas, glasshouse, lily pools, trees."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair
from almaty_tour.kit.placing import hashed, instances, scattered
from almaty_tour.landmarks._shared.nature_ground import ground, planted
from almaty_tour.landmarks.botanical_garden import parts
from almaty_tour.mesh.data import Collision, InstanceTable, Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The northern end of the garden, by its main gate."""
    mesh = merge(
        [
            as_part(parts.ground(), "body"),
            as_part(parts.beds(), "beds"),
            as_part(parts.gate(), "gate"),
            as_part(parts.glasshouse(), "glasshouse"),
            as_part(parts.pools(), "pond"),
            as_part(parts.pergolas(), "pergolas"),
        ]
    )
    return Model(mesh, props(spec), collision())


def props(spec: LandmarkSpec) -> tuple[InstanceTable, ...]:
    """Thujas along the alley; birches, spruces, oaks and apple trees on all sides."""
    thujas = [(s * 11.6, y) for s in (-1, 1) for y in np.arange(-54.0, 15.0, 4.6)]
    spots = scattered((-86.0, -62.0), (86.0, 92.0), 9.0, "botanic wood")
    x, y = spots.T
    kept = (np.hypot(x, y) < 88.0) & (np.abs(x) > 15.5) & (np.hypot(x, y - 30.0) > 18.0)
    kept &= ~((np.abs(x) < 33.0) & (y > 42.0) & (y < 68.0)) & ((np.abs(x) > 30.0) | (y > -54.0))
    kept &= ~((np.abs(y + 4.4) < 5.0) & (np.abs(x) < 60.0))
    for px, py, w, d in parts.POOLS:
        kept &= (np.abs(x - px) > w / 2 + 4.0) | (np.abs(y - py) > d / 2 + 4.0)
    wood = planted(ground(spec), spots[kept])
    kind = hashed("botanic kinds", len(wood)) % np.uint32(8)
    lamps = [(s * 9.4, v) for s in (-1, 1) for v in np.arange(-50.0, 20.0, 14.0)]
    seats = [(s * 9.5, v) for s in (-1, 1) for v in (-43.0, -29.0, -15.0, 12.0)]
    grass = [(s * 3.9 + 0.4 * (v % 2), v) for s in (-1, 1) for v in np.arange(-54.0, 17.0, 3.0)]
    return (
        instances("tree.poplar", np.array(thujas), "botanic thujas", scale=0.62, vary=0.12),
        instances("tree.birch", wood[kind < 2], "botanic birches", scale=1.0, vary=0.25),
        instances(
            "tree.spruce", wood[(kind >= 2) & (kind < 5)], "botanic spruces", scale=0.95, vary=0.3
        ),
        instances("tree.oak", wood[kind == 5], "botanic oaks", scale=1.0, vary=0.2),
        instances("tree.apple", wood[kind >= 6], "botanic apples", scale=1.0, vary=0.2),
        instances("lamp.globe", np.array(lamps), "botanic lamps", vary=0.0),
        instances(
            "bench.park",
            np.array(seats),
            "botanic benches",
            yaw_deg=[90.0 if a < 0 else -90.0 for a, _ in seats],
            vary=0.0,
        ),
        instances(
            "bush.round", np.array(grass) * [0.82, 1.0], "botanic cushions", scale=0.55, vary=0.3
        ),
    )


def collision() -> Collision:
    """Pavilions, glasshouse and pools stop; the paving carries."""
    hx, hy = parts.HOUSE
    solids = [
        stair.wall_prism(profile.rectangle(11.6, 6.6, (s * 13.8, parts.GATE_Y_M - 0.1)), 4.0, -1.5)
        for s in (-1, 1)
    ]
    solids += [
        stair.wall_prism(profile.rectangle(18.0, 13.0, (hx, hy)), 10.0, -1.5),
        stair.wall_prism(profile.rectangle(6.4, 3.1, (hx, hy - 7.8)), 4.0, -1.5),
    ]
    solids += [
        stair.wall_prism(profile.rectangle(20.0, 9.0, (hx + s * 19.0, hy + 1.0)), 6.0, -1.5)
        for s in (-1, 1)
    ]
    solids += [
        stair.wall_prism(profile.rectangle(w, d, (x, y)), 0.33, -1.5) for x, y, w, d in parts.POOLS
    ]
    square = profile.rectangle(54.0, 24.0, (0.0, -70.0))
    return Collision(solids=tuple(solids), floors=(stair.floor(square, parts.WALK_M, -1.5),))
