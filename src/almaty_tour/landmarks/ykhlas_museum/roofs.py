"""Green sheet roofs of the Ykhlas museum: flared tent, dormers, lookout, hips, gables."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, rail, roof, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks.ykhlas_museum import carving, plan, walls
from almaty_tour.landmarks.ykhlas_museum.plan import (
    BACK_M,
    EAVES_M,
    FRONT_M,
    GREEN,
    GREEN_LOW,
    HALF_M,
    LACE,
    PAVILION_M,
    TOWER_M,
    TOWER_Y_M,
    TRIM,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

SKIRT = profile.line((5.35, 9.72), (4.35, 10.2), (3.75, 10.75), (3.1, 11.75), (2.5, 12.95),
                     (1.98, 14.25))  # fmt: skip
SPIRE = profile.line((2.85, 16.35), (2.1, 16.85), (1.6, 17.55), (0.98, 18.8), (0.36, 20.2))
NECK_M = 20.75
LOOKOUT_M, LOOKOUT_HALF_M = 14.5, 1.78


def roofs(top_m: float) -> MeshData:
    """Every roof; the needle of the tower ends at `top_m`."""
    spire = transform.move(merge([_tent(), _lookout(), _spire(top_m)]), y=TOWER_Y_M)
    return merge(
        [
            as_part(spire, "lookout"),
            as_part(merge([_hall(), _pavilions(), _wings(), _pipes()]), "roof"),
        ]
    )


# The tower ----------------------------------------------------------------------------------


def _four_slopes(line: F64, pitch_m: float) -> MeshData:
    """A square roof of (half width, height) points, with standing seams and hips."""
    square = profile.rectangle(2.0, 2.0)
    section = line - np.array([1.0, 0.0])
    skin = diced(extrude.sweep(section, square, GREEN, back=False, crease_deg=20.0), 2.0)
    starts, ends = [], []
    for u in np.arange(-line[0, 0] + 0.3, line[0, 0], pitch_m):
        rows = _up_to(line, abs(float(u)))
        low = np.column_stack([np.full(len(rows), u), -rows[:, 0], rows[:, 1]])
        starts += list(low[:-1])
        ends += list(low[1:])
    hip = np.column_stack([line[:, 0], -line[:, 0], line[:, 1]])
    seams = struts(np.array(starts), np.array(ends), 0.045, GREEN_LOW, depth_m=0.07, caps=False)
    hips = struts(hip[:-1], hip[1:], 0.1, GREEN_LOW)
    return merge([skin, transform.around(merge([seams, hips]), 4)])


def _up_to(line: F64, half_m: float) -> F64:
    """The part of a falling (half width, height) line that is wider than `half_m`."""
    wide = line[line[:, 0] > half_m + 1e-6]
    if len(wide) == len(line):
        return wide
    height = float(np.interp(-half_m, -line[:, 0], line[:, 1]))
    return np.concatenate([wide, [(half_m, height)]])


def _tent() -> MeshData:
    """The flared skirt over the tower with its boarded eaves and a dormer on every side."""
    half = float(SKIRT[0, 0])
    eaves = diced(extrude.prism(profile.rectangle(2 * half, 2 * half), 9.5, 9.72, TRIM), 2.5)
    edge = extrude.sweep(profile.fillet(0.14, 0.06), profile.rectangle(2 * half, 2 * half),
                         GREEN_LOW, z_m=9.62)  # fmt: skip
    dormers = transform.around(_dormer(), 4, 3.65, z_m=10.95)
    return merge([eaves, edge, _four_slopes(SKIRT, 0.72), dormers])


def _dormer() -> MeshData:
    """A gabled dormer: pointed light in a carved front, green roof, hanging board below."""
    light = profile.line((-0.3, 0.0), (0.3, 0.0), (0.3, 0.72), (0.0, 1.05), (-0.3, 0.72))
    outer = profile.line((-0.62, -0.12), (0.62, -0.12), (0.62, 0.95), (0.0, 1.75), (-0.62, 0.95))
    front = panel(outer, -0.06, 0.12, TRIM, holes=[light])
    pane = panel(light, 0.06, 0.14, Paint("window"))
    cheeks = [block((s * 0.58 - 0.05, 0.05, -0.1), (s * 0.58 + 0.05, 1.7, 0.95), plan.BOARD)
              for s in (-1, 1)]  # fmt: skip
    line = profile.line((-1.08, 0.62), (0.0, 1.95), (1.08, 0.62))
    lower = line + np.array([0.0, -0.12])
    slopes = panel(np.concatenate([lower, line[::-1]]), -0.42, 2.3, GREEN, crease_deg=0.0)
    barge = carving.barge([(-1.0, 0.62), (0.0, 1.86), (1.0, 0.62)], -0.4, 0.16)
    apron = panel(
        profile.line((-0.55, -0.1), (-0.5, -0.42), (-0.34, -0.36), (-0.28, -0.62), (-0.1, -0.56),
                     (0.0, -0.8), (0.1, -0.56), (0.28, -0.62), (0.34, -0.36), (0.5, -0.42),
                     (0.55, -0.1)), -0.12, 0.1, LACE,
    )  # fmt: skip
    sill = block((-0.7, -0.2, -0.14), (0.7, 0.1, -0.02), TRIM)
    seams = struts(
        [(s * 1.0, y, 0.72) for s in (-1, 1) for y in (0.2, 0.9, 1.6)],
        [(0.0, y, 1.96) for _ in (-1, 1) for y in (0.2, 0.9, 1.6)], 0.04, GREEN_LOW, depth_m=0.06,
    )  # fmt: skip
    return merge([front, pane, *cheeks, slopes, barge, apron, sill, seams])


def _lookout() -> MeshData:
    """The open storey: eight posts, balusters, curved brackets, carved arches."""
    half, foot, head = LOOKOUT_HALF_M, LOOKOUT_M, 16.5
    square = profile.rectangle(2 * half, 2 * half)
    base = [
        extrude.box(2 * half + 0.75, 2 * half + 0.75, 0.14, TRIM, bottom_m=14.12),
        extrude.box(2 * half + 0.5, 2 * half + 0.5, 0.26, plan.BOARD, bottom_m=14.24),
    ]
    post = merge(
        [
            block((-0.14, -0.14, foot), (0.14, 0.14, head), TRIM),
            block((-0.2, -0.2, foot + 0.72), (0.2, 0.2, foot + 0.86), LACE),
            block((-0.19, -0.19, foot + 1.15), (0.19, 0.19, foot + 1.25), LACE),
        ]
    )
    ring = [(x, y) for x in (-half, 0.0, half) for y in (-half, 0.0, half) if x or y]
    curve = profile.smooth([(0.0, 0.0), (0.1, 0.28), (0.4, 0.5), (0.55, 0.66)], 2)
    bracket = panel(np.concatenate([curve, [(0.0, 0.66)]]), -0.06, 0.06, LACE)
    pair = merge([bracket, transform.mirror_x(bracket)])
    side = transform.at(pair, [(-half, -half, head - 0.68), (0.0, -half, head - 0.68),
                               (half, -half, head - 0.68)])  # fmt: skip
    fringe = carving.lace((-half, -half - 0.1, head - 0.1), (half, -half - 0.1, head - 0.1))
    rails = rail.balustrade(square, TRIM, height_m=0.78, z_m=foot, closed=True, spacing_m=0.24,
                            sides=4)  # fmt: skip
    ceiling = extrude.box(2 * half + 0.7, 2 * half + 0.7, 0.2, plan.BOARD, bottom_m=head - 0.1)
    return merge(
        [*base, transform.at(post, ring), transform.around(merge([side, fringe]), 4), rails,
         ceiling]
    )  # fmt: skip


def _spire(top_m: float) -> MeshData:
    """The steep upper tent with wide eaves, its neck and the needle."""
    half = float(SPIRE[0, 0])
    eaves = extrude.box(2 * half - 0.06, 2 * half - 0.06, 0.12, TRIM, bottom_m=16.24)
    edge = extrude.sweep(profile.fillet(0.1, 0.05), profile.rectangle(2 * half, 2 * half),
                         GREEN_LOW, z_m=16.27)  # fmt: skip
    neck = extrude.prism(profile.rectangle(0.84, 0.84), 20.05, NECK_M, GREEN,
                         top_outline=profile.rectangle(0.56, 0.56), crease_deg=0.0)  # fmt: skip
    needle = transform.move(carving.finial(top_m - NECK_M + 0.05, 0.15), z=NECK_M - 0.05)
    return merge([eaves, edge, _four_slopes(SPIRE, 0.55), neck, needle])


# Low roofs ----------------------------------------------------------------------------------


def _hip(width: float, depth: float, rise: float, x: float, y: float, z: float) -> MeshData:
    """A hipped roof with eaves of 0.6 m, seams along its long slopes, ridge along the longer."""
    eaves = 0.6
    skin = diced(roof.hip(width, depth, rise, GREEN, eaves_m=eaves), 2.5)
    long, short = max(width, depth) / 2 + eaves, min(width, depth) / 2 + eaves
    at = np.arange(-long + 0.5, long, 0.75)
    reach = np.minimum(1.0, (long - np.abs(at)) / short)
    feet = np.column_stack([at, np.full(len(at), -short), np.zeros(len(at))])
    heads = np.column_stack([at, -short + reach * short, reach * rise])
    seams = struts(feet, heads, 0.05, GREEN_LOW, depth_m=0.08, caps=False)
    seams = merge([seams, transform.mirror_y(seams)])
    ends = np.arange(-short + 0.5, short, 0.75)
    reach = 1.0 - np.abs(ends) / short
    feet = np.column_stack([np.full(len(ends), -long), ends, np.zeros(len(ends))])
    heads = np.column_stack([-long + reach * short, ends, reach * rise])
    hips = struts(feet, heads, 0.05, GREEN_LOW, depth_m=0.08, caps=False)
    seams = merge([seams, hips, transform.mirror_x(hips)])
    if depth > width:
        seams = transform.turn_z(seams, 90.0)
    board = extrude.sweep(profile.fillet(0.2, 0.05), profile.rectangle(
        width + 2 * eaves - 0.1, depth + 2 * eaves - 0.1), TRIM, z_m=-0.2)  # fmt: skip
    return transform.move(merge([skin, seams, board]), x, y, z)


def _hall() -> MeshData:
    """The hall's roof with the pierced comb on its ridge."""
    depth = BACK_M - plan.HALL_FRONT_M
    middle = (BACK_M + plan.HALL_FRONT_M) / 2
    rise = plan.HALL_RIDGE_M - plan.HALL_EAVES_M
    reach = PAVILION_M - depth / 2
    comb = carving.comb(
        (-reach, middle, plan.HALL_RIDGE_M), (reach, middle, plan.HALL_RIDGE_M), 0.6
    )
    return merge([_hip(2 * PAVILION_M, depth, rise, 0.0, middle, plan.HALL_EAVES_M), comb])


def _pavilions() -> MeshData:
    """A hipped roof and the steep front gable roof over each end, with its comb."""
    width = HALF_M - PAVILION_M
    middle, length = (FRONT_M + BACK_M) / 2, BACK_M - FRONT_M
    hip = _hip(width, length - 0.6, 2.1, (HALF_M + PAVILION_M) / 2, middle + 0.3, EAVES_M)
    eaves = [
        hexahedra(_lean_to(x0, x1, FRONT_M - 0.62, FRONT_M + 0.5, EAVES_M - 0.12, EAVES_M + 0.14),
                  GREEN)
        for x0, x1 in ((PAVILION_M - 0.62, 12.95), (19.45, HALF_M + 0.62))
    ]  # fmt: skip
    boards = [block((x0, FRONT_M - 0.6, EAVES_M - 0.32), (x1, FRONT_M - 0.5, EAVES_M - 0.16), TRIM)
              for x0, x1 in ((PAVILION_M - 0.6, 12.95), (19.45, HALF_M + 0.6))]  # fmt: skip
    line = np.array(walls.gable_line(0.1))
    slab = np.concatenate([line - [0.0, 0.12], line[::-1]])
    back = 3.4
    slopes = diced(panel(slab, -0.8, back, GREEN, crease_deg=20.0), 2.4)
    y = np.arange(-0.55, back, 0.7)
    starts, ends = [], []
    for p, q in pairwise(line):
        starts += [(p[0], v, p[1] + 0.02) for v in y]
        ends += [(q[0], v, q[1] + 0.02) for v in y]
    seams = struts(np.array(starts), np.array(ends), 0.05, GREEN_LOW, depth_m=0.07, caps=False)
    apex = float(line[:, 1].max())
    comb = carving.comb((0.0, back, apex - 0.02), (0.0, 0.3, apex - 0.02), 0.55)
    gable = transform.move(merge([slopes, seams, comb]), plan.GABLE_X_M, FRONT_M)
    right = merge([hip, gable, *eaves, *boards])
    return merge([right, transform.mirror_x(right)])


def _lean_to(x0: float, x1: float, low: float, high: float, z0: float, z1: float) -> F64:
    """(1, 8, 3) corners of a slab that rises from y = `low` to y = `high`."""
    t = 0.14
    return np.array(
        [[(x0, low, z0 - t), (x1, low, z0 - t), (x1, high, z1 - t), (x0, high, z1 - t),
          (x0, low, z0), (x1, low, z0), (x1, high, z1), (x0, high, z1)]]
    )  # fmt: skip


def _wings() -> MeshData:
    """Lean-to roofs of the wings between tower and pavilions."""
    low, high = plan.WING_FRONT_M - 0.6, plan.HALL_FRONT_M + 0.05
    z0, z1 = EAVES_M, plan.HALL_EAVES_M - 0.25
    x0, x1 = TOWER_M - 0.1, PAVILION_M + 0.3
    skin = diced(hexahedra(_lean_to(x0, x1, low, high, z0, z1), GREEN), 2.0)
    x = np.arange(x0 + 0.5, x1, 0.72)
    flat = np.ones(len(x))
    seams = struts(np.column_stack([x, low * flat, z0 * flat]),
                   np.column_stack([x, high * flat, z1 * flat]), 0.05, GREEN_LOW,
                   depth_m=0.08)  # fmt: skip
    board = block((x0, low - 0.03, z0 - 0.3), (x1, low + 0.06, z0 - 0.08), TRIM)
    right = merge([skin, seams, board])
    return merge([right, transform.mirror_x(right)])


def _pipes() -> MeshData:
    """Green downpipes from hopper heads under the eaves."""
    pieces = []
    for x, y in walls.pipe_points():
        side = 1.0 if x > 0 else -1.0
        tower = abs(x) < TOWER_M + 0.1
        top = 9.5 if tower else EAVES_M - 0.1
        out = y - 0.25
        line = [(x + side * 0.1, y - 0.8, top), (x + side * 0.1, y - 0.75, top - 0.45),
                (x + side * 0.05, out, top - 1.0), (x + side * 0.05, out, 0.35),
                (x + side * 0.05, out - 0.25, 0.15)]  # fmt: skip
        pieces.append(tube(line, 0.075, GREEN_LOW, sides=6))
        hopper = extrude.prism(profile.rectangle(0.22, 0.22), top - 0.2, top + 0.1, GREEN,
                               top_outline=profile.rectangle(0.4, 0.4), crease_deg=0.0)  # fmt: skip
        pieces.append(transform.move(hopper, x + side * 0.1, y - 0.8))
    return merge(pieces)
