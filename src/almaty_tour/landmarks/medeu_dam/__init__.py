"""The Medeu dam: 150 m of rock across the gorge, a stair of 842 steps, a road on the crest.

The tour's ground under it is the gorge as it was before: level pads make its floor, and the
rock-fill is this mesh, whose ends run into the sides of the valley.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair
from almaty_tour.kit.placing import fraction, hashed, instances, scattered
from almaty_tour.landmarks._shared.medeu_slopes import rooted
from almaty_tour.landmarks.medeu_dam import face, plan, steps, works
from almaty_tour.landmarks.medeu_dam.plan import F64
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, Prism, as_part, merge

STEPS_A_STRIP = 3


def build(spec: LandmarkSpec) -> Model:
    """Rock-fill, stair, shelters, crest, outlet and intake; the forest on both sides."""
    crest_m = spec.height_m - plan.PARAPET_M
    return Model(_mesh(crest_m), props(spec, crest_m), collision(crest_m))


def _mesh(crest_m: float) -> MeshData:
    rock = [face.face(crest_m), face.upstream(crest_m), face.toe()]
    rock += [face.boulders(crest_m), face.lane_cheeks(crest_m)]
    stair_pieces = [steps.steps(crest_m), steps.side_walls(crest_m), steps.rails(crest_m)]
    stair_pieces += [steps.lanes(crest_m), steps.slabs(crest_m), steps.foot_gate()]
    return merge(
        [
            as_part(merge(rock), "rock_fill"),
            as_part(face.berms(crest_m), "berms"),
            as_part(face.crest(crest_m), "crest"),
            as_part(merge(stair_pieces), "stair"),
            as_part(works.shelters(crest_m), "shelters"),
            as_part(works.outlet(), "outlet"),
            as_part(works.intake(crest_m), "intake"),
            as_part(works.huts(), "huts"),
        ]
    )


def props(spec: LandmarkSpec, crest_m: float) -> tuple[InstanceTable, ...]:
    """Pines beside the stair, bushes on the rock, lamps along stair, road and crest."""
    pines = _lane_trees(crest_m)
    wild = _wild(crest_m)
    kind = hashed("dam wild", len(wild)) % np.uint32(5)
    forest = _forest(spec, crest_m)
    birch = hashed("dam forest", len(forest)) % np.uint32(5) == 0
    return (
        instances("tree.spruce", pines, "dam pines", scale=0.62, vary=0.3),
        instances("bush.round", wild[kind < 3], "dam bushes", scale=1.9, vary=0.4),
        instances("tree.birch", wild[kind == 3], "dam birches", scale=0.5, vary=0.3),
        instances("tree.spruce", wild[kind == 4], "dam young spruces", scale=0.42, vary=0.3),
        instances("tree.spruce", forest[~birch], "dam forest spruces", scale=0.95, vary=0.3),
        instances("tree.birch", forest[birch], "dam forest birches", scale=0.7, vary=0.3),
        instances("lamp.globe", steps.lamps(crest_m), "dam lamps", vary=0.0),
        instances("lamp.mast", _masts(crest_m), "dam masts", yaw_deg=90.0, vary=0.0),
    )


def _lane_trees(crest_m: float) -> F64:
    """Two to four pines in every cell, away from the slabs and the walls."""
    edge = steps.cells(crest_m)
    number = np.repeat(np.arange(len(edge)), 8)
    seed = hashed("dam lane", len(number))
    side = np.where(np.arange(len(number)) % 2 == 0, -1.0, 1.0)
    x = plan.STAIR_X_M + side * (9.8 + 9.0 * fraction(seed, 1))
    y = edge[number, 0] + (edge[number, 2] - edge[number, 0]) * (0.12 + 0.72 * fraction(seed, 2))
    return np.column_stack([x, y, steps.cell_m(y, crest_m)])


def _wild(crest_m: float) -> F64:
    """Scattered growth on the downstream rock, thinner towards the crest."""
    spots = scattered((-260.0, plan.TOE_Y_M + 4.0), (260.0, plan.CREST_Y_M - 4.0), 9.0, "dam wild")
    x, y = spots.T
    seed = hashed("dam wild keep", len(x))
    patch = np.sin(x * 0.05 + 1.0) * np.sin(y * 0.043) + 1.3 * (fraction(seed, 1) - 0.5)
    high = (y - plan.TOE_Y_M) / (plan.CREST_Y_M - plan.TOE_Y_M)
    level = np.abs(plan.face_m(y + 1.5, crest_m) - plan.face_m(y - 1.5, crest_m)) < 0.6
    keep = (patch > 0.1 + 0.5 * high) & ~level & (np.abs(x - plan.STAIR_X_M) > plan.LANE_M + 3.0)
    strip = wings(crest_m)
    foot = strip[np.clip(np.searchsorted(strip[:, 1], y) - 1, 0, len(strip) - 1), 3]
    z = np.maximum(plan.face_m(y, crest_m) + plan.bumps_m(x, y) - 0.15, foot - 0.1)
    return np.asarray(np.column_stack([x, y, z])[keep])


def _forest(spec: LandmarkSpec, crest_m: float) -> F64:
    """Spruces on both flanks, where the ground stands above the dam's surface."""
    spots = scattered((-430.0, plan.TOE_Y_M), (430.0, 560.0), 10.0, "dam forest")
    spots = spots[np.abs(spots[:, 1] - plan.CREST_Y_M - plan.CREST_DEPTH_M / 2) > 8.0]
    x, y = spots.T
    seed = hashed("dam forest keep", len(x))
    patch = np.sin(x * 0.017 + 2.0) * np.sin(y * 0.021 + 0.5) + 0.9 * fraction(seed, 1)
    spots = spots[patch > 0.2]
    rooted_at = rooted(spec, spots)
    inside = np.abs(rooted_at[:, 0]) < plan.HALF_WIDTH_M
    surface = np.where(inside, plan.face_m(rooted_at[:, 1], crest_m), -np.inf)
    bowl = (rooted_at[:, 1] > plan.BACK_Y_M - 60.0) & (rooted_at[:, 2] < 116.0)
    return np.asarray(rooted_at[(rooted_at[:, 2] > surface + 1.0) & ~bowl])


def _masts(crest_m: float) -> F64:
    """Street lamps on the crest and on the terrace road."""
    _, _, y, z = plan.flights(crest_m)[plan.TERRACE - 1]
    x = np.arange(-210.0, 211.0, 30.0)
    top = np.column_stack([x, np.full(len(x), plan.CREST_Y_M + 0.9), np.full(len(x), crest_m)])
    road = np.column_stack([x + 9.0, np.full(len(x), y + 22.6), np.full(len(x), z)])
    return np.concatenate([top, road])


def collision(crest_m: float) -> Collision:
    """Every step is a floor; each third one reaches out over the open face on both sides."""
    return Collision(_solids(crest_m), (*_step_floors(crest_m), *_cell_floors(crest_m)))


def wings(crest_m: float) -> F64:
    """(k, 4): number of a step, y from and to, z: the strips of the open face.

    Three steps share a strip; the last of a flight, with its landing, has its own.
    """
    edge, counts = plan.step_edges(crest_m), plan.flight_steps()
    number = np.arange(plan.STEPS) - np.repeat(np.cumsum(counts) - counts, counts)
    last = number == np.repeat(counts, counts) - 1
    first = np.flatnonzero(((number % STEPS_A_STRIP == 0) & ~last) | last)
    end = np.append(edge[first[1:], 0], edge[-1, 1])
    return np.column_stack([first, edge[first, 0], end, edge[first, 2]])


def _step_floors(crest_m: float) -> tuple[Prism, ...]:
    edge, back = plan.step_edges(crest_m), plan.CREST_Y_M + plan.CREST_DEPTH_M
    edge[-1, 1] = back
    reach = {int(row[0]): min(float(row[2]), back) for row in wings(crest_m)}
    reach[len(edge) - 1] = back
    return tuple(
        stair.floor(_step_plan(a, b, reach.get(number)), float(z), -1.5)
        for number, (a, b, z) in enumerate(edge)
    )


def _step_plan(near_m: float, far_m: float, wing_m: float | None) -> F64:
    """The step between its walls, with two wings on the face that hang on by its front edge."""
    half, x = plan.STAIR_WIDTH_M / 2 + 0.42, plan.STAIR_X_M
    step = _rectangle(x - half, x + half, near_m, far_m)
    if wing_m is None:
        return step
    left, right, wide = x - plan.LANE_M, x + plan.LANE_M, plan.FLOOR_HALF_M
    return profile.line(
        (-wide, near_m), (wide, near_m), (wide, wing_m), (right, wing_m), (right, near_m),
        (x + half, near_m), (x + half, far_m), (x - half, far_m), (x - half, near_m),
        (left, near_m), (left, wing_m), (-wide, wing_m),
    )  # fmt: skip


def _cell_floors(crest_m: float) -> tuple[Prism, ...]:
    """The grass beside the stair in strips that rise less than a step."""
    result = []
    for y0, z0, y1, z1 in steps.cells(crest_m):
        top = z1 - steps.CROSS_WALL_M
        count = int(np.ceil((top - z0) / 0.18))
        y = np.linspace(y0, y1 - 0.7, count + 1)
        for near, far in pairwise(y):
            outline = _rectangle(
                plan.STAIR_X_M - plan.LANE_M, plan.STAIR_X_M + plan.LANE_M, near, far
            )
            level = float(steps.cell_m(np.array([near]), crest_m)[0])
            result.append(stair.floor(outline, level, -1.5))
    return tuple(result)


def _rectangle(x0: float, x1: float, y0: float, y1: float) -> F64:
    return profile.line((x0, y0), (x1, y0), (x1, y1), (x0, y1))


def _solids(crest_m: float) -> tuple[Prism, ...]:
    """Posts and parapets of the shelters, the crest's parapets, outlet, huts, gate tower."""
    near, far = plan.CREST_Y_M, plan.CREST_Y_M + plan.CREST_DEPTH_M
    top, x = crest_m + plan.PARAPET_M, plan.STAIR_X_M
    wide, out = plan.HALF_WIDTH_M, works.OUTLET_X_M
    half = works.BASE_M / 2
    solids = [
        Prism(_rectangle(-wide, x - 2.2, near, near + 0.4).astype(np.float32), crest_m - 1.2, top),
        Prism(_rectangle(x + 2.2, wide, near, near + 0.4).astype(np.float32), crest_m - 1.2, top),
        Prism(_rectangle(-wide, wide, far - 0.4, far).astype(np.float32), crest_m - 1.2, top),
        stair.wall_prism(
            _rectangle(out - 9.0, out + 9.0, plan.TOE_Y_M - 3.0, plan.TOE_Y_M + 3.0), 7.4, -1.5
        ),
        *[stair.wall_prism(profile.rectangle(6.0, 4.6, at), 3.0, -1.5) for at in works.HUTS],
    ]
    for px, py, pz in works.shelter_places(crest_m):
        solids.append(stair.wall_prism(profile.rectangle(1.6, 1.6, (px, py)), pz + 4.0, pz))
        rim = _rectangle(px - half, px + half, py - half, py - half + 0.25)
        solids.append(stair.wall_prism(rim, pz + 1.0, pz - 5.5))
    return tuple(solids)
