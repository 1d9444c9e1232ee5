"""Central Park (the former Gorky Park): the gate of six columns, carpet beds, pond, wheel."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair, transform
from almaty_tour.kit.blooms import inside
from almaty_tour.kit.placing import hashed, instances, scattered
from almaty_tour.landmarks._shared.nature_ground import ground, planted
from almaty_tour.landmarks.central_park_gorky import gate as entry
from almaty_tour.landmarks.central_park_gorky import park, plan
from almaty_tour.landmarks.central_park_gorky import wheel as ferris
from almaty_tour.landmarks.central_park_gorky.plan import F64
from almaty_tour.mesh.data import F32, Collision, InstanceTable, Model, Prism, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """Gate, axis, pond and wheel among old trees."""
    mesh = merge(
        [
            as_part(park.ground(), "body"),
            as_part(transform.move(entry.gate(), y=plan.GATE_Y_M), "gate"),
            as_part(park.beds(), "beds"),
            as_part(park.sculpture(), "sculpture"),
            as_part(park.pond(), "pond"),
            as_part(ferris.stand(), "wheel"),
            as_part(ferris.carousel(), "carousel"),
        ]
    )
    return Model(mesh, props(spec), collision(), ferris.moving())


def props(spec: LandmarkSpec) -> tuple[InstanceTable, ...]:
    """Old elms and oaks in a dense wood, spruces by the axis, lamps, benches."""
    wood = planted(ground(spec), _wood())
    kind = hashed("gorky kinds", len(wood)) % np.uint32(10)
    spruces = [(s * x, y) for s in (-1, 1) for x, y in ((13.5, 2.0), (16.5, 8.0), (13.0, -4.0))]
    masts = [(s * 17.0, y) for s in (-1, 1) for y in (20.0, 60.0, -24.0)]
    globes = [(s * 9.6, y) for s in (-1, 1) for y in (-8.0, 4.0, 16.0, 58.0, 70.0, 82.0)]
    seats = [(s * 9.9, y) for s in (-1, 1) for y in (-2.0, 10.0, 64.0, 76.0)]
    yaw = [90.0 if x < 0 else -90.0 for x, _ in seats]
    return (
        instances("tree.elm", wood[kind < 4], "gorky elms", scale=1.15, vary=0.25),
        instances("tree.oak", wood[(kind >= 4) & (kind < 7)], "gorky oaks", scale=1.1, vary=0.25),
        instances(
            "tree.spruce", wood[(kind >= 7) & (kind < 9)], "gorky firs", scale=1.0, vary=0.25
        ),
        instances("tree.poplar", wood[kind == 9], "gorky poplars", scale=0.9, vary=0.2),
        instances("tree.spruce", np.array(spruces), "gorky axis spruces", scale=0.55, vary=0.15),
        instances("lamp.mast", np.array(masts), "gorky masts", yaw_deg=90.0, vary=0.0),
        instances("lamp.globe", np.array(globes), "gorky lamps", vary=0.0),
        instances("bench.park", np.array(seats), "gorky benches", yaw_deg=yaw, vary=0.0),
    )


def _wood() -> F64:
    """(k, 2) places clear of paving, pond, deck, wheel and the view along the axis."""
    spots = scattered((-95.0, -76.0), (95.0, 96.0), 8.8, "gorky wood")
    x, y = spots.T
    kept = (np.hypot(x, y) < 98.0) & (np.hypot(x - plan.ROUND[0], y - plan.ROUND[1]) > 31.0)
    kept &= (np.abs(x) > 13.5) | (y > 90.0)
    kept &= (np.abs(x) > 36.0) | (y > -40.0)
    kept &= (np.abs(x) > 24.0) | (y > -14.0)
    kept &= (np.abs(x) > 43.0) | (y > -52.0)
    kept &= np.hypot((x - plan.WHEEL[0]) / 15.0, (y - plan.WHEEL[1] + 2.0) / 9.0) > 1.0
    kept &= ~inside(spots, profile.offset(plan.pond(), 4.5))
    kept &= np.hypot(x - ferris.CAROUSEL[0], y - ferris.CAROUSEL[1]) > 9.0
    px, py = plan.POND
    kept &= ~((x > px + 17.0) & (x < px + 34.0) & (y > py - 34.0) & (y < py + 30.0))
    return np.asarray(spots[kept])


def collision() -> Collision:
    """Pavilions, columns, pond, wheel and bar stop; paving and deck carry."""
    return Collision(solids=_solids(), floors=_floors(), boxes=_columns())


def _solids() -> tuple[Prism, ...]:
    x, y = entry.PAVILION
    px, py = plan.POND
    solids = [
        stair.wall_prism(profile.rectangle(6.8, 6.8, (s * x, plan.GATE_Y_M + y)), 10.0, -1.5)
        for s in (-1, 1)
    ]
    solids.append(stair.wall_prism(plan.pond(), 0.4, -1.4))
    solids.append(stair.wall_prism(profile.circle(2.5, 16) + np.array(plan.ROUND), 2.5, -1.4))
    solids.append(stair.wall_prism(profile.rectangle(3.2, 16.0, (px + 27.2, py)), 3.4, -1.4))
    cx, cy = ferris.CAROUSEL
    solids.append(stair.wall_prism(profile.circle(5.5, 16) + np.array([cx, cy]), 3.5, -0.4))
    wx, wy = plan.WHEEL
    solids += [
        stair.wall_prism(profile.rectangle(1.2, 5.0, (wx + s * 6.2, wy)), 3.0, -1.4)
        for s in (-1, 1)
    ]
    return tuple(solids)


def _floors() -> tuple[Prism, ...]:
    px, py = plan.POND
    front = profile.line(
        (-20.0, -76.0), (20.0, -76.0), (29.0, -46.0), (9.0, -10.0), (-9.0, -10.0), (-29.0, -46.0)
    )
    deck = [
        stair.floor(profile.rectangle(w, 56.0, (px + 20.5 + w / 2, py - 2.0)), z, -0.4)
        for w, z in ((9.7, 0.19), (9.1, 0.38), (8.5, 0.56))
    ]
    return (stair.floor(front, plan.PAVED_M, -1.5), *deck)


def _columns() -> F32:
    """Boxes about the columns of the arc."""
    spots = np.concatenate([entry.spots(), entry.spots(entry.ARC_M + 2.6)[[0, 5]]])
    spots = spots + np.array([0.0, plan.GATE_Y_M])
    rest = np.tile([0.66, 0.66, 0.0, -1.4, entry.COLUMN_M], (len(spots), 1))
    return np.column_stack([spots, rest]).astype(np.float32)
