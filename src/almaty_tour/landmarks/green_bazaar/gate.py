"""The black gate of the Green Bazaar: ball-topped posts, an arch of meander, railings, signs."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks._shared.bare import OVER, UNDER, bare
from almaty_tour.landmarks.green_bazaar.plan import raised
from almaty_tour.mesh.data import MeshData, merge

IRON = Paint("painted_metal", "#24262A")
SHEET = Paint("painted_metal", "#E2E4E2")
BALL = Paint("bronze")
HALF_M, POST_M, SHOULDER_M, RISE_M, BAND_M = 5.4, 6.4, 4.9, 1.9, 0.62
FENCE_M, FENCE_LONG_M = 4.2, 25.0


def gate() -> MeshData:
    """The gate with open leaves and the fence on both sides, on y = 0, front to -y."""
    fence = _fence()
    return merge([
        *(transform.move(_post(), s * HALF_M) for s in (-1, 1)), _arch(),
        transform.move(fence, HALF_M), transform.mirror_x(transform.move(fence, HALF_M)),
        _leaf(1.0), _leaf(-1.0),
    ])  # fmt: skip


def _post() -> MeshData:
    """A square iron post leaning on nothing, with a ball."""
    return merge([
        extrude.box(0.42, 0.42, POST_M + 1.5, IRON, bottom_m=-1.5),
        extrude.box(0.52, 0.52, 0.12, IRON, bottom_m=POST_M),
        extrude.box(0.56, 0.56, 0.5, IRON, bottom_m=0.0),
        transform.move(lathe.sphere(0.27, BALL, sides=12), z=POST_M + 0.34),
    ])  # fmt: skip


def _middle_line() -> profile.F64:
    """(k, 2) the middle of the band in (x, z): level shoulders, hollow corners, a flat arc."""
    arc = profile.arc((0.0, SHOULDER_M - 4.2), (4.0, 4.2 + RISE_M), 47.0, 133.0, 22)
    right = profile.line((HALF_M, SHOULDER_M), (3.4, SHOULDER_M), (2.95, SHOULDER_M + 0.12))
    return profile.joined(right, arc, right[::-1] * [-1.0, 1.0])


def _arch() -> MeshData:
    """Two rails and squares of meander between them."""
    line = _middle_line()
    side = profile.mitres(line, closed=False) * BAND_M / 2
    rails = []
    for s in (-1.0, 1.0):
        edge = line + s * side
        points = np.column_stack([edge[:, 0], np.zeros(len(edge)), edge[:, 1]])
        rails.append(tube(points, 0.08, IRON, sides=4))
    step = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(step)])
    at = (np.arange(18) + 0.5) / 18 * along[-1]
    spots = np.stack([np.interp(at, along, line[:, i]) for i in (0, 1)], axis=1)
    ahead = np.stack([np.interp(at + 0.05, along, line[:, i]) for i in (0, 1)], axis=1) - spots
    angle = np.arctan2(ahead[:, 1], ahead[:, 0])
    return merge([*rails, *(_square(spot, float(a)) for spot, a in zip(spots, angle, strict=True))])


def _square(spot: profile.F64, angle: float) -> MeshData:
    """One figure of the band: a square frame with bars to the rails and to its neighbours."""
    hole = profile.rectangle(0.2, 0.16)
    frame = extrude.panel(profile.rectangle(0.32, 0.28), -0.03, 0.03, IRON, holes=[hole])
    upright = [block((-0.02, -0.03, z), (0.02, 0.03, z + 0.17), IRON) for z in (0.13, -0.3)]
    level = block((-0.34, -0.03, -0.02), (-0.15, 0.03, 0.02), IRON)
    whole = merge([frame, bare(merge(upright), UNDER, OVER), level])
    turned = transform.turn(whole, "y", float(-np.degrees(angle)))
    return transform.move(turned, float(spot[0]), 0.0, float(spot[1]))


def _fence() -> MeshData:
    """Panels of upright bars with spear tips over pale sheet, x from 0."""
    count = 5
    step = FENCE_LONG_M / count
    x = np.arange(0.35, step, 0.3)
    low = np.column_stack([x, np.zeros(len(x)), np.full(len(x), 0.2)])
    bars = struts(low, raised(low, FENCE_M - 0.3), 0.05, IRON, caps=False)
    tips = struts(raised(low, FENCE_M - 0.3), raised(low, FENCE_M + 0.1), 0.09, IRON)
    rails = [block((0.1, -0.04, z), (step, 0.04, z + 0.09), IRON) for z in (0.25, 2.6, 3.7)]
    sheet = block((0.25, 0.05, 0.3), (step - 0.05, 0.09, 2.55), SHEET)
    rhomb = extrude.panel(profile.line((0, 2.75), (0.24, 3.15), (0, 3.55), (-0.24, 3.15)), -0.04,
                          0.04, IRON, holes=[profile.line((0, 2.87), (0.16, 3.15), (0, 3.43),
                                                          (-0.16, 3.15))])  # fmt: skip
    rhombs = transform.at(rhomb, [(s * step / 4, 0.0) for s in (1, 2, 3)])
    post = extrude.box(0.2, 0.2, FENCE_M + 0.3 + 1.5, IRON, bottom_m=-1.5)
    kerb = block((0.0, -0.2, -1.5), (step, 0.2, 0.2), Paint("concrete", "#A9A59C"))
    panel = merge([bars, bare(tips, OVER), *rails, sheet, rhombs, transform.move(post, step), kerb])
    return transform.at(panel, [(step * k, 0.0) for k in range(count)])


def _leaf(side: float) -> MeshData:
    """A gate leaf that stands open, at right angles to the fence."""
    x = np.arange(0.2, 4.6, 0.32)
    low = np.column_stack([x, np.zeros(len(x)), np.full(len(x), 0.15)])
    bars = struts(low, raised(low, 3.6), 0.05, IRON, caps=False)
    rails = [block((0.0, -0.05, z), (4.7, 0.05, z + 0.1), IRON) for z in (0.12, 1.6, 3.6)]
    sheet = block((0.1, -0.02, 0.2), (4.6, 0.02, 1.6), SHEET)
    leaf = transform.turn_z(merge([bars, *rails, sheet]), 82.0 if side > 0 else 98.0)
    return transform.move(leaf, side * (HALF_M - 0.3), 0.3)
