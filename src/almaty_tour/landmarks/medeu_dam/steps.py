"""The stair of 842 steps: treads, white side walls, green rails, red cross walls, slabs."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import hexahedra, quadrilaterals, struts
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.transform import at
from almaty_tour.landmarks.medeu_dam import plan
from almaty_tour.landmarks.medeu_dam.plan import F64
from almaty_tour.mesh.data import MeshData, merge

X = plan.STAIR_X_M
HALF = plan.STAIR_WIDTH_M / 2
WALL_M = 0.42
CROSS_WALL_M = 1.7
SLAB_M = 2.6
SLAB_COLUMNS = 2


def steps(crest_m: float) -> MeshData:
    """Risers and treads; landings are the long treads."""
    edge = plan.step_edges(crest_m)
    rise = crest_m / plan.STEPS
    y, end, z = edge.T
    low = z - rise
    a, b = np.full(len(z), X - HALF), np.full(len(z), X + HALF)
    riser = _quad([(a, y, low), (b, y, low), (b, y, z), (a, y, z)])
    tread = _quad([(a, y, z), (b, y, z), (b, end, z), (a, end, z)])
    return quadrilaterals(np.concatenate([riser, tread]), plan.STEP)


def _quad(corners: list[tuple[F64, F64, F64]]) -> F64:
    return np.stack([np.stack(corner, axis=1) for corner in corners], axis=1)


def side_walls(crest_m: float) -> MeshData:
    """White concrete walls along every flight; they end before each landing."""
    y0, z0, y1, z1 = plan.flights(crest_m).T
    pieces = []
    for x in (X - HALF - WALL_M, X + HALF):
        low, high = np.full(len(y0), x), np.full(len(y0), x + WALL_M)
        foot, head = np.maximum(z0 - 2.5, -1.5), z1 - 2.5
        ring = [(low, y0, foot), (high, y0, foot), (high, y1, head), (low, y1, head)]
        ring += [(low, y0, z0 + 0.75), (high, y0, z0 + 0.75)]
        ring += [(high, y1, z1 + 0.55), (low, y1, z1 + 0.55)]
        pieces.append(hexahedra(_quad(ring), plan.WHITE))
        pieces.append(_landing_walls(x, crest_m))
    return merge(pieces)


def _landing_walls(x: float, crest_m: float) -> MeshData:
    """Low walls beside the ordinary landings."""
    parts, depth = plan.flights(crest_m), plan.landing_depths_m()
    plain = (depth > 0.0) & (depth < plan.BERM_M)
    corners = []
    for (_, _, y, z), d in zip(parts[plain], depth[plain], strict=True):
        ring = [(x, y), (x + WALL_M, y), (x + WALL_M, y + d), (x, y + d)]
        corners.append([(*p, z - 2.5) for p in ring] + [(*p, z + 0.55) for p in ring])
    return hexahedra(np.array(corners), plan.WHITE)


def rails(crest_m: float) -> MeshData:
    """Pale green rails on posts over the side walls."""
    parts = plan.flights(crest_m)
    pieces = []
    for x in (X - HALF - WALL_M / 2, X + HALF + WALL_M / 2):
        share = np.linspace(0.02, 0.98, 5)
        y = (parts[:, :1] + (parts[:, 2:3] - parts[:, :1]) * share).ravel()
        z = (parts[:, 1:2] + 0.7 + (parts[:, 3:] - 0.15 - parts[:, 1:2]) * share).ravel()
        foot = np.column_stack([np.full(len(y), x), y, z])
        pieces.append(struts(foot, np.add(foot, [0.0, 0.0, 0.55]), 0.06, plan.RAIL, caps=False))
        grid = foot.reshape(-1, 5, 3)
        for lift in (0.28, 0.55):
            ends = np.array([0.0, 0.0, lift])
            pieces.append(struts(grid[:, 0] + ends, grid[:, -1] + ends, 0.07, plan.RAIL))
    return merge(pieces)


def cells(crest_m: float) -> F64:
    """(20, 4): y and z at the lower and at the upper end of the planted cells."""
    parts, depth = plan.flights(crest_m), plan.landing_depths_m()
    low, high = np.arange(0, plan.FLIGHTS, 2), np.arange(1, plan.FLIGHTS, 2)
    back = np.where(depth[high] < plan.BERM_M, depth[high], 0.0)
    start = parts[low, :2]
    wide = np.where(low > 0, depth[np.maximum(low - 1, 0)], 0.0) >= plan.BERM_M
    return np.column_stack([start, parts[high, 2] + back, parts[high, 3], wide])[:, :4]


def lanes(crest_m: float) -> MeshData:
    """Grass cells beside the stair, each held by a red stone wall at its upper end."""
    edge = cells(crest_m)
    inner, outer = HALF + WALL_M, plan.LANE_M
    y0, z0, y1, z1 = edge.T
    top = z1 - CROSS_WALL_M
    grass, walls, caps = [], [], []
    for a, b in ((X - outer, X - inner), (X + inner, X + outer)):
        cuts = np.linspace(a, b, 4)
        for left, right in pairwise(cuts):
            lo, hi = np.full(len(y0), left), np.full(len(y0), right)
            halves = [(y0, z0 + 0.1, (y0 + y1) / 2, (z0 + top) / 2)]
            halves.append((halves[0][2], halves[0][3], y1 - 0.1, top))
            for ya, za, yb, zb in halves:
                grass.append(_quad([(lo, ya, za), (hi, ya, za), (hi, yb, zb), (lo, yb, zb)]))
        lo, hi = np.full(len(y0), a), np.full(len(y0), b)
        walls.append(_box(lo, hi, y1 - 0.7, y1, np.maximum(top - 1.2, -1.5), z1 - 0.05))
        caps.append(_box(lo - 0.05, hi + 0.05, y1 - 0.8, y1 + 0.08, z1 - 0.05, z1 + 0.13))
    return merge(
        [
            quadrilaterals(np.concatenate(grass), plan.GRASS),
            hexahedra(np.concatenate(walls), plan.RED_STONE),
            hexahedra(np.concatenate(caps), plan.CONCRETE),
        ]
    )


def _box(x0: F64, x1: F64, y0: F64, y1: F64, z0: F64, z1: F64) -> F64:
    """(k, 8, 3) corners of upright boxes."""
    ring = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    return _quad([(x, y, z0) for x, y in ring] + [(x, y, z1) for x, y in ring])


def cell_m(y_m: F64, crest_m: float) -> F64:
    """Height of the grass in the lane at y."""
    edge = cells(crest_m)
    row = np.clip(np.searchsorted(edge[:, 0], y_m, side="right") - 1, 0, len(edge) - 1)
    y0, z0, y1, z1 = edge[row].T
    share = np.clip((y_m - y0) / (y1 - y0), 0.0, 1.0)
    return np.asarray(z0 + 0.1 + (z1 - CROSS_WALL_M - z0 - 0.1) * share)


def slabs(crest_m: float) -> MeshData:
    """Pale concrete slabs with grass joints, three columns on both sides of the stair."""
    edge = cells(crest_m)
    corners = []
    for y0, z0, y1, z1 in edge:
        slope = (z1 - CROSS_WALL_M - z0 - 0.1) / (y1 - 0.1 - y0)
        rows = np.arange(y0 + 0.5, y1 - 0.9 - SLAB_M, SLAB_M + 0.22)
        across = HALF + WALL_M + 0.3 + np.arange(SLAB_COLUMNS) * (SLAB_M + 0.22)
        left = np.concatenate([X + across, X - across - SLAB_M])
        y, x = (v.ravel() for v in np.meshgrid(rows, left, indexing="ij"))
        low, high = z0 + 0.1 + slope * (y - y0), z0 + 0.1 + slope * (y + SLAB_M - y0)
        ring = [(x, y, low), (x + SLAB_M, y, low), (x + SLAB_M, y + SLAB_M, high)]
        ring += [(x, y + SLAB_M, high)]
        lower = [(px, py, pz - 0.1) for px, py, pz in ring]
        upper = [(px, py, pz + 0.08) for px, py, pz in ring]
        corners.append(_quad(lower + upper))
    points = np.concatenate(corners)
    missing = fraction(hashed("dam slabs", len(points)), 1) < 0.08
    return hexahedra(points[~missing], plan.SLAB)


def lamps(crest_m: float) -> F64:
    """(k, 3) places of the globe lamps, one at every landing, left and right in turn."""
    parts, depth = plan.flights(crest_m), plan.landing_depths_m()
    rows = np.flatnonzero(depth > 0.0)
    side = np.where(np.arange(len(rows)) % 2 == 0, -1.0, 1.0) * (HALF + WALL_M + 0.9)
    return np.column_stack([X + side, parts[rows, 2] + 0.9, parts[rows, 3]])


def foot_gate() -> MeshData:
    """Two white posts at the foot of the stair with a slab of paving."""
    post = block((-0.6, -0.6, -1.5), (0.6, 0.6, 2.4), plan.WHITE)
    cap = block((-0.75, -0.75, 2.4), (0.75, 0.75, 2.65), plan.CONCRETE)
    y = plan.TOE_Y_M - 2.4
    pair = at(merge([post, cap]), [(X - HALF - 0.9, y), (X + HALF + 0.9, y)])
    floor = block((X - 8.0, y - 9.0, -1.5), (X + 8.0, plan.TOE_Y_M + 0.05, 0.06), plan.SLAB)
    return merge([pair, floor])
