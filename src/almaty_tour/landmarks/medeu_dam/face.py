"""The rock-fill itself: grassed rubble face with berms, crest, upstream slope, boulders."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.ball import icosphere
from almaty_tour.kit.extrude import block, grid_faces
from almaty_tour.kit.hexahedra import hexahedra
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at
from almaty_tour.landmarks.medeu_dam import plan
from almaty_tour.landmarks.medeu_dam.plan import F64
from almaty_tour.mesh.data import MeshData, merge

CELL_M = 8.5
GRAVEL = Paint("paving", "#A79F90")
PALE_RUBBLE = Paint("rock_faced", "#A8A195")
BARE = Paint("lawn", "#A79E90")
BLACK = Paint("painted_metal", "#2A2B2D")


def face(crest_m: float) -> MeshData:
    """Both halves of the downstream face beside the stair's lane."""
    left = (-plan.HALF_WIDTH_M, plan.STAIR_X_M - plan.LANE_M)
    right = (plan.STAIR_X_M + plan.LANE_M, plan.HALF_WIDTH_M)
    return merge([_half(side, crest_m) for side in (left, right)])


def _rows(crest_m: float) -> F64:
    """The y of the grid's rows: every knick of the section and what divides longer spans."""
    line = plan.face_line(crest_m)[:, 0]
    middle = (line[1:] + line[:-1]) / 2
    return np.unique(np.concatenate([line, middle[np.diff(line) > 9.0]]))


def _half(span: tuple[float, float], crest_m: float) -> MeshData:
    y = _rows(crest_m)
    x = np.linspace(*span, round((span[1] - span[0]) / CELL_M) + 1)
    return _carpet(x, y, plan.face_m(y, crest_m), plan.GRASS)


def _carpet(x: F64, y: F64, z: F64, paint: Paint) -> MeshData:
    """A field over columns x and rows (y, z), its colour drifting from grass to bare rubble."""
    xs, ys = np.meshgrid(x, y)
    zs = np.broadcast_to(z[:, None], xs.shape) + plan.bumps_m(xs, ys) * _free(z)[:, None]
    points = np.column_stack([xs.ravel(), ys.ravel(), zs.ravel()])
    made = solid(points, grid_faces(len(y), len(x))[:, ::-1], paint, crease_deg=60.0)
    tint = made.tint.copy()
    tint[:, :3] = _drift(made.positions.astype(np.float64), paint)
    return replace(made, tint=tint)


def _drift(points: F64, paint: Paint) -> npt.NDArray[np.uint8]:
    """(n, 3) sRGB: patches of rubble, more of them towards the crest; grain on top."""
    x, y, _ = points.T
    high = (y - plan.TOE_Y_M) / (plan.CREST_Y_M - plan.TOE_Y_M)
    patch = (
        np.sin(x * 0.043 + 0.7) * np.sin(y * 0.052 + 1.1)
        + 0.6 * np.sin(x * 0.11 - y * 0.09)
        + 0.35 * np.sin(x * 0.31 + 1.0) * np.sin(y * 0.27)
    )
    bare = np.clip(0.5 + 0.8 * (patch - 0.35 + 0.3 * high), 0.0, 1.0)[:, None]
    bare = np.ones_like(bare) if paint is plan.RUBBLE else bare
    grain = 0.9 + 0.1 * np.sin(x * 1.7) * np.sin(y * 2.3) + 0.06 * np.sin(x * 0.5 + y * 0.4)
    base = np.array(paint.tint[:3], np.float64)
    stone = np.array(BARE.tint[:3] if paint is plan.GRASS else base, np.float64)
    colour = (base * (1.0 - bare) + stone * bare) * grain[:, None]
    return np.asarray(np.clip(colour, 0.0, 255.0), np.uint8)


def _free(z: F64) -> F64:
    """0 where two rows make a level berm, so that roads lie flat, 1 elsewhere."""
    level = np.zeros(len(z), bool)
    level[1:] |= np.abs(np.diff(z)) < 1e-6
    level[:-1] |= np.abs(np.diff(z)) < 1e-6
    level[[0, -1]] = True
    return np.where(level, 0.0, 1.0)


def upstream(crest_m: float) -> MeshData:
    """The bare rubble slope that goes down into the bowl."""
    back = plan.CREST_Y_M + plan.CREST_DEPTH_M
    y = np.linspace(back, plan.BACK_Y_M, 19)
    x = np.linspace(-plan.HALF_WIDTH_M, plan.HALF_WIDTH_M, 78)
    return _carpet(x, y, plan.face_m(y, crest_m), plan.RUBBLE)


def toe() -> MeshData:
    """A stone wall along the foot, open at the stair; it carries the rock."""
    y, gap = plan.TOE_Y_M, plan.STAIR_WIDTH_M / 2 + 0.42
    pieces = []
    for start, end in ((-150.0, plan.STAIR_X_M - gap), (plan.STAIR_X_M + gap, 150.0)):
        pieces.append(block((start, y - 0.9, -1.5), (end, y + 0.6, 1.3), plan.RED_STONE))
        pieces.append(block((start, y - 1.05, 1.3), (end, y + 0.75, 1.5), plan.CONCRETE))
    return merge(pieces)


def berms(crest_m: float) -> MeshData:
    """Gravel ways on the two berms and the road on the terrace, each with an outer kerb."""
    parts, depth = plan.flights(crest_m), plan.landing_depths_m()
    pieces = []
    for number in (*plan.BERMS, plan.TERRACE):
        y, z, d = parts[number - 1, 2], parts[number - 1, 3], depth[number - 1]
        road = number == plan.TERRACE
        near, far = (y + 13.0, y + 22.0) if road else (y + 1.6, y + d - 1.4)
        paint = plan.ASPHALT if road else GRAVEL
        pieces.append(_strip(near, far, z + 0.08, paint))
        pieces.append(_guard(near - 0.5, z, 3.0) if road else _kerb(y + 0.5, z))
    return merge(pieces)


def _strip(near_m: float, far_m: float, top_m: float, paint: Paint) -> MeshData:
    """A way over the whole width in lengths of 15 m, for the shade baked into its corners."""
    x = np.arange(-plan.HALF_WIDTH_M, plan.HALF_WIDTH_M + 1.0, 15.0)
    xs, ys = np.meshgrid(x, [near_m, far_m])
    top = np.column_stack([xs.ravel(), ys.ravel(), np.full(xs.size, top_m)])
    return solid(top, grid_faces(2, len(x))[:, ::-1], paint)


def _kerb(y_m: float, z_m: float) -> MeshData:
    """A low line of pale stones that draws the berm across the valley."""
    x = np.arange(-250.0, 250.0, 2.2)
    keep = np.abs(x - plan.STAIR_X_M) > plan.STAIR_WIDTH_M
    stone = block((-0.8, -0.3, -0.6), (0.8, 0.3, 0.55), PALE_RUBBLE)
    spots = np.column_stack([x[keep], np.full(keep.sum(), y_m), np.full(keep.sum(), z_m)])
    return at(stone, spots, turn_deg=8.0 * (fraction(hashed("kerb", len(spots)), 1) - 0.5))


def _guard(y_m: float, z_m: float, length_m: float) -> MeshData:
    """The road's guard: concrete blocks, white and black in turn."""
    x = np.arange(-270.0, 270.0, length_m)
    x = x[np.abs(x - plan.STAIR_X_M) > 6.0]
    low, high = np.array([-0.5, -0.18, -0.3]), np.array([0.5, 0.18, 0.62])
    half = length_m / 2 - 0.05
    pieces = []
    for turn, paint in ((0, plan.WHITE), (1, BLACK)):
        spots = np.column_stack([x[turn::2], np.full(len(x[turn::2]), y_m), np.full(
            len(x[turn::2]), z_m)])  # fmt: skip
        pieces.append(at(block((-half, *low[1:]), (half, *high[1:]), paint), spots))
    return merge(pieces)


def crest(crest_m: float) -> MeshData:
    """The road on the top between two concrete parapets, with posts and a lookout."""
    near, far = plan.CREST_Y_M, plan.CREST_Y_M + plan.CREST_DEPTH_M
    top = crest_m + plan.PARAPET_M
    road = _strip(near, far, crest_m, plan.ASPHALT)
    gap = (plan.STAIR_X_M - 2.2, plan.STAIR_X_M + 2.2)
    runs = [
        (-plan.HALF_WIDTH_M, gap[0], near),
        (gap[1], plan.HALF_WIDTH_M, near),
        (-plan.HALF_WIDTH_M, plan.HALF_WIDTH_M, far - 0.4),
    ]
    pieces = [road]
    for start, end, y in runs:
        pieces.append(block((start, y, crest_m - 1.2), (end, y + 0.4, top - 0.12), plan.CONCRETE))
        pieces.append(block((start, y - 0.08, top - 0.12), (end, y + 0.48, top), plan.WHITE))
        posts = np.arange(start + 3.0, end, 6.0)
        spots = np.column_stack([posts, np.full(len(posts), y), np.full(len(posts), crest_m)])
        post = block((-0.3, -0.12, -0.8), (0.3, 0.52, plan.PARAPET_M - 0.14), plan.WHITE)
        pieces.append(at(post, spots))
    return merge(pieces)


def boulders(crest_m: float) -> MeshData:
    """Loose rocks on both faces, thickest at the foot and below the crest."""
    count = 400
    seed = hashed("dam boulders", count)
    x = (fraction(seed, 1) - 0.5) * 480.0
    y = plan.TOE_Y_M + 6.0 + fraction(seed, 2) ** 1.3 * 560.0
    size = 0.4 + 1.7 * fraction(seed, 3) ** 4
    berm = _on_berm(y, crest_m)
    keep = (np.abs(x - plan.STAIR_X_M) > plan.LANE_M + 2.0) & ~berm
    z = plan.face_m(y, crest_m) + plan.bumps_m(x, y)
    spots = np.column_stack([x, y, z])[keep]
    ball, faces = icosphere(0)
    rough = ball * (0.8 + 0.4 * fraction(hashed("boulder", len(ball)), 1))[:, None]
    rock = solid(rough * [1.0, 0.8, 0.62], faces, PALE_RUBBLE, crease_deg=0.0)
    return at(rock, spots, turn_deg=360.0 * fraction(seed, 4)[keep], scale_by=size[keep])


def _on_berm(y_m: F64, crest_m: float) -> np.ndarray:
    """Which places are on a level stretch of the section."""
    return np.asarray(
        np.abs(plan.face_m(y_m + 0.8, crest_m) - plan.face_m(y_m - 0.8, crest_m)) < 0.3
    )


def lane_cheeks(crest_m: float) -> MeshData:
    """Stone cheeks that close the face towards the lane of the stair."""
    y = np.unique(np.concatenate([_rows(crest_m), plan.flights(crest_m)[:, [0, 2]].ravel()]))
    z = plan.face_m(y, crest_m)
    corners = []
    for x in (plan.STAIR_X_M - plan.LANE_M - 0.5, plan.STAIR_X_M + plan.LANE_M):
        a, b = np.column_stack([y[:-1], z[:-1]]), np.column_stack([y[1:], z[1:]])
        drop, rise = -4.0, 0.25
        ring = [(x, a, drop), (x + 0.5, a, drop), (x + 0.5, b, drop), (x, b, drop)]
        ring += [(x, a, rise), (x + 0.5, a, rise), (x + 0.5, b, rise), (x, b, rise)]
        low = [np.column_stack([np.full(len(e), px), e[:, 0], np.maximum(e[:, 1] + dz, -1.5)])
               for px, e, dz in ring]  # fmt: skip
        corners.append(np.stack(low, axis=1))
    return hexahedra(np.concatenate(corners), plan.RED_STONE)
