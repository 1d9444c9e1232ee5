"""The road up the gorge and the river beside it, both laid on the ground as the tour shapes it."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile as p
from almaty_tour.kit.ball import icosphere
from almaty_tour.kit.extrude import block, grid_faces
from almaty_tour.kit.hexahedra import hexahedra, quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at
from almaty_tour.landmarks._shared.medeu_slopes import heights_m
from almaty_tour.landmarks.medeu_rink import plan
from almaty_tour.landmarks.medeu_rink.plan import F64, rods
from almaty_tour.mesh.data import MeshData, merge

HALF_M = 4.0
ROAD = ((-24.0, -312.0), (-24.0, -296.0), (-26.0, -262.0), (-52.0, -235.0), (-72.0, -200.0),
        (-84.0, -160.0), (-97.0, -115.0), (-106.0, -60.0), (-109.0, 0.0), (-107.0, 60.0),
        (-96.0, 108.0), (-82.0, 140.0), (-68.0, 172.0), (-60.0, 205.0))  # fmt: skip
BRANCH = ((-52.0, -235.0), (-40.0, -226.0), (-26.0, -219.0), (-10.0, -214.0))
RIVER = ((-66.0, 142.0), (-74.0, 112.0), (-86.0, 84.0), (-89.0, 48.0), (-92.0, 14.0),
         (-86.0, -24.0), (-90.0, -62.0), (-80.0, -92.0), (-83.0, -120.0), (-72.0, -152.0),
         (-66.0, -190.0), (-58.0, -222.0), (-48.0, -250.0), (-46.0, -300.0))  # fmt: skip
KERB = Paint("granite", "#B0ABA2")
STREAM = Paint("pool_water", "#9DA8A2")
STONES = Paint("rock_faced", "#A9A49A")
BANK = Paint("rock_faced", "#8F887C")


def _even(points: tuple[tuple[float, float], ...], step_m: float) -> F64:
    """(k, 2) a smooth line through the points with a place every `step_m`."""
    line = p.smooth(np.array(points), 8)
    way = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    at_m = np.linspace(0.0, way[-1], max(2, round(way[-1] / step_m)) + 1)
    return np.stack([np.interp(at_m, way, line[:, axis]) for axis in (0, 1)], axis=1)


def _grade(spec: LandmarkSpec, path: F64, half_m: float, reach: int) -> F64:
    """(k,) heights along a way: the highest ground across it, evened over its neighbours."""
    aside = p.mitres(path, closed=False)
    across = path[:, None] + aside[:, None] * np.linspace(-half_m, half_m, 5)[None, :, None]
    ground = heights_m(spec, across.reshape(-1, 2)).reshape(len(path), -1).max(axis=1)
    padded = np.pad(ground, reach, mode="edge")
    window = np.ones(2 * reach + 1) / (2 * reach + 1)
    even = np.convolve(padded, window, mode="valid")
    return np.asarray(np.maximum(even, ground - 0.4))


def _ribbon(path: F64, z: F64, offsets: tuple[float, ...], lifts: tuple[float, ...], paint: Paint
            ) -> MeshData:  # fmt: skip
    """A band along a way through (offset to the right, lift) points, right to left on top."""
    aside = p.mitres(path, closed=False)
    plan_ = path[:, None] + aside[:, None] * np.array(offsets)[None, :, None]
    height = np.maximum(z[:, None] + np.array(lifts)[None], -1.5)
    points = np.concatenate([plan_, height[..., None]], axis=2).reshape(-1, 3)
    made = solid(points, grid_faces(len(path), len(offsets)), paint)
    if made.normals[:, 2].mean() < 0.0:
        return solid(points, grid_faces(len(path), len(offsets))[:, ::-1], paint)
    return made


def road(spec: LandmarkSpec) -> MeshData:
    """Asphalt with kerbs, a broken white line and a guard rail on the river's side."""
    pieces = []
    for points in (ROAD, BRANCH):
        path = _even(points, 6.0)
        z = _grade(spec, path, HALF_M + 0.5, 3) + 0.18
        h = HALF_M
        pieces.append(_ribbon(path, z, (h, 0.0, -h), (0.0, 0.06, 0.0), plan.ASPHALT))
        for side in (1.0, -1.0):
            kerb = tuple(side * (h + w) for w in (1.6, 0.3, 0.3, 0.0, 0.0))
            pieces.append(_ribbon(path, z, kerb, (-2.6, -0.05, 0.16, 0.16, -0.1), KERB))
        if points is ROAD:
            pieces += [_dashes(path, z), _guard(path, z)]
    return merge(pieces)


def _dashes(path: F64, z: F64) -> MeshData:
    first, last = path[:-1:2], path[1::2][: len(path[:-1:2])]
    low, high = z[:-1:2], z[1::2][: len(first)]
    start = np.column_stack([first, low + 0.05])
    end = np.column_stack([first + (last - first) * 0.55, low + (high - low) * 0.55 + 0.05])
    way = end - start
    aside = 0.075 * np.cross([0.0, 0.0, 1.0], way) / np.linalg.norm(way, axis=1, keepdims=True)
    ring = np.stack([start - aside, end - aside, end + aside, start + aside], axis=1)
    return quadrilaterals(np.add(ring, [0.0, 0.0, 0.04]), plan.WHITE)


def _guard(path: F64, z: F64) -> MeshData:
    """A steel band on posts."""
    edge = path + p.mitres(path, closed=False) * -(HALF_M + 0.6)
    foot = np.column_stack([edge, z - 0.4])
    head = np.add(foot, [0.0, 0.0, 1.15])
    band = head - [0.0, 0.0, 0.12]
    return merge(
        [
            rods(foot, head, 0.18, plan.RAIL),
            struts(band[:-1], band[1:], 0.07, plan.RAIL, depth_m=0.3, caps=False),
        ]
    )


def lamp_places(spec: LandmarkSpec) -> F64:
    """(k, 3) street lamps on the outer side of the road."""
    path = _even(ROAD, 6.0)
    z = _grade(spec, path, HALF_M + 0.5, 3)
    side = path + p.mitres(path, closed=False) * (HALF_M + 0.9)
    return np.column_stack([side, np.maximum(z, 0.0)])[2::5]


def river(spec: LandmarkSpec) -> MeshData:
    """The Kishi Almaty: a quick stream over sills between banks of stone."""
    path = _even(RIVER, 5.0)
    z = _grade(spec, path, 1.5, 2) + 0.08
    water = _ribbon(path, z, (2.0, 0.0, -2.0), (0.0, 0.04, 0.0), STREAM)
    banks = [
        _ribbon(path, z, tuple(side * w for w in (4.6, 3.2, 2.3, 1.7)), (-1.5, 0.35, 0.3, -0.2),
                BANK)
        for side in (1.0, -1.0)
    ]  # fmt: skip
    sill = block((-2.2, -0.35, -0.8), (2.2, 0.35, 0.16), plan.CONCRETE)
    way = np.diff(path, axis=0)[::5]
    sills = at(sill, np.column_stack([path[:-1], z[:-1]])[::5],
               turn_deg=np.degrees(np.arctan2(way[:, 1], way[:, 0])) - 90.0)  # fmt: skip
    return merge([water, *banks, sills, _boulders(path, z), _bridge(path, z)])


def _bridge(path: F64, z: F64) -> MeshData:
    """A slab over the stream where a path leads from the road to the bowl."""
    row = int(np.abs(path[:, 1] + 30.0).argmin())
    x, y = path[row]
    top = float(z[row]) + 0.75
    ring = [(x - 9.0, y - 2.0), (x + 8.0, y - 2.0), (x + 8.0, y + 2.0), (x - 9.0, y + 2.0)]
    deck = hexahedra(np.array([[(*q, top - 0.5) for q in ring] + [(*q, top) for q in ring]]),
                     plan.CONCRETE)  # fmt: skip
    rails = struts(
        [(x - 9.0, y + dy, top + 0.5) for dy in (-1.9, 1.9)],
        [(x + 8.0, y + dy, top + 0.5) for dy in (-1.9, 1.9)],
        0.16,
        plan.RAIL,
        depth_m=1.0,
    )
    return merge([deck, rails])


def _boulders(path: F64, z: F64) -> MeshData:
    count = 90
    seed = hashed("rink boulders", count)
    share = fraction(seed, 1) * (len(path) - 1)
    index = np.arange(len(path))
    spot = np.stack([np.interp(share, index, path[:, axis]) for axis in (0, 1)], axis=1)
    spot[:, 0] += (fraction(seed, 2) - 0.5) * 7.0
    places = np.column_stack([spot, np.interp(share, index, z) + 0.05])
    ball, faces = icosphere(0)
    faces = faces[ball[faces].mean(axis=1)[:, 2] > -0.5]
    rough = ball * (0.75 + 0.5 * fraction(hashed("stone", len(ball)), 1))[:, None]
    rock = solid(rough * [1.0, 0.8, 0.6], faces, STONES, crease_deg=180.0)
    return at(rock, places, turn_deg=360.0 * fraction(seed, 3), scale_by=0.3 + fraction(seed, 4))


def birch_places(spec: LandmarkSpec) -> F64:
    """(60, 3) birches on the banks."""
    path = _even(RIVER, 5.0)
    seed = hashed("rink birches", 60)
    share = fraction(seed, 1) * (len(path) - 1)
    index = np.arange(len(path))
    spot = np.stack([np.interp(share, index, path[:, axis]) for axis in (0, 1)], axis=1)
    spot[:, 0] += np.where(seed % np.uint32(3) == 0, 6.5, -6.5) + 2.0 * (fraction(seed, 2) - 0.5)
    return np.column_stack([spot, np.maximum(heights_m(spec, spot) - 0.15, 0.0)])
