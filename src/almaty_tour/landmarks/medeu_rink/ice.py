"""The ice: a mirror of 400 m lanes with its lines, pads and the banks of the infield."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, grid_faces, prism, sweep
from almaty_tour.kit.hexahedra import hexahedra
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at, move, turn
from almaty_tour.landmarks._shared.bare import UNDER, bare
from almaty_tour.landmarks._shared.outside import SIDES
from almaty_tour.landmarks.medeu_rink import plan
from almaty_tour.landmarks.medeu_rink.plan import F64
from almaty_tour.mesh.data import MeshData, merge

Z = plan.ICE_Z_M
INFIELD = Paint("ice", "#DCE9F2")
BLUE = Paint("painted_metal", "#3A78B8")
RED = Paint("painted_metal", "#C23A3A")
PAD_WHITE = Paint("painted_metal", "#F0F0EE")
LANES_M = (26.6, 31.0, 36.4)


def ice() -> MeshData:
    """The oval, its skirt and what is painted into it."""
    rim = plan.ICE_R_M + 3.0
    return merge(
        [
            _oval(),
            prism(plan.stadium(rim), Z - 1.4, Z - 0.03, plan.PAVING, crease_deg=30.0, bottom=False),
            _lines(),
            _letters(),
        ]
    )


def _oval() -> MeshData:
    """Rings of ice from the spine to the boards, so that light and shade can vary on it."""
    radii = (0.02, 8.0, 16.0, 24.0, 26.4, 34.0, plan.ICE_R_M)
    rings = [_dense(radius) for radius in radii]
    points = np.concatenate(rings)
    faces = grid_faces(len(radii), len(rings[0]), wrap_columns=True)
    level = np.column_stack([points, np.full(len(points), Z)])
    inner = (faces // len(rings[0])).max(axis=1) <= 3
    return merge([solid(level, faces[~inner], plan.ICE), solid(level, faces[inner], INFIELD)])


def _dense(radius_m: float) -> F64:
    """(96, 2) the outline at a radius with points on the straights as well."""
    turn_ = np.radians(np.linspace(0.0, 180.0, 33))
    bend = np.stack([np.cos(turn_), np.sin(turn_)], axis=1) * radius_m
    side = np.linspace(plan.BEND_Y_M, -plan.BEND_Y_M, 17)[1:-1]
    left = np.column_stack([np.full(15, -radius_m), side])
    south = np.add(bend, [0.0, plan.BEND_Y_M])
    return np.concatenate([south, left, -south, -left])


def _lines() -> MeshData:
    """Lane lines round the oval and the cross lines of start and finish."""
    pieces = []
    for radius, paint in zip(LANES_M, (RED, BLUE, BLUE), strict=True):
        shape = p.line((0.09, 0.02), (-0.09, 0.02))
        pieces.append(sweep(shape, _dense(radius), paint, z_m=Z, back=False))
    for y in (-48.0, 0.0, 48.0):
        for side in (-1.0, 1.0):
            x = sorted((side * 26.6, side * 41.4))
            pieces.append(block((x[0], y - 0.12, Z - 0.01), (x[1], y + 0.12, Z + 0.022), RED))
    shape = p.line((0.12, 0.017), (-0.12, 0.017))
    pieces.append(sweep(shape, p.circle(9.0, 48), BLUE, z_m=Z, back=False))
    return merge(pieces)


def _letters() -> MeshData:
    """The name painted in the ice, to be read from the front and from the air."""
    word = turn(lettering("МЕДЕУ", 5.2, Paint("lettering", "#B8443E"), out_m=0.03), "x", -90.0)
    return move(word, 0.0, -21.0, Z - 0.004)


def pads() -> MeshData:
    """Red and white pads round the infield and along the boards."""
    return merge([_row(25.9, 0.55, 2.4, 0.5), _row(plan.ICE_R_M + 0.35, 0.95, 3.0, 0.36)])


def _row(radius_m: float, height_m: float, length_m: float, depth_m: float) -> MeshData:
    ring = _dense(radius_m)
    step = np.linalg.norm(np.roll(ring, -1, axis=0) - ring, axis=1)
    way = np.concatenate([[0.0], np.cumsum(step)])
    count = 2 * round(way[-1] / length_m / 2)
    at_m = (np.arange(count) + 0.5) * way[-1] / count
    closed = np.concatenate([ring, ring[:1]])
    spot = np.stack([np.interp(at_m, way, closed[:, i]) for i in (0, 1)], axis=1)
    ahead = np.stack([np.interp(at_m + 0.3, way, closed[:, i]) for i in (0, 1)], axis=1)
    angle = np.degrees(np.arctan2(*(ahead - spot).T[::-1]))
    low, high = (-length_m * 0.49, -depth_m / 2, 0.0), (length_m * 0.49, depth_m / 2, height_m)
    spots = np.column_stack([spot, np.full(count, Z)])
    pieces = []
    for first, paint in ((0, RED), (1, PAD_WHITE)):
        pad = bare(block(low, high, paint), UNDER, *SIDES)
        pieces.append(at(pad, spots[first::2], turn_deg=angle[first::2]))
    return merge(pieces)


def resurfacer() -> MeshData:
    """The ice machine at rest in the uphill bend."""
    body = block((-1.1, -2.2, 0.55), (1.1, 1.0, 2.0), Paint("painted_metal", "#2F6FB4"))
    cab = block((-0.9, 1.0, 0.55), (0.9, 2.1, 1.4), Paint("painted_metal", "#E3E6E8"))
    bonnet = hexahedra(
        np.array([[(-1.0, -2.2, 2.0), (1.0, -2.2, 2.0), (1.0, 0.6, 2.0), (-1.0, 0.6, 2.0),
                   (-0.9, -2.0, 2.45), (0.9, -2.0, 2.45), (0.9, 0.2, 2.25), (-0.9, 0.2, 2.25)]]),
        Paint("painted_metal", "#E3E6E8"),
    )  # fmt: skip
    wheels = at(block((-0.18, -0.42, 0.0), (0.18, 0.42, 0.84), plan.DARK),
                [(x, y) for x in (-1.0, 1.0) for y in (-1.3, 1.2)])  # fmt: skip
    whole = diced(merge([body, cab, bonnet, wheels]), 1.5)
    return at(whole, [(9.0, 68.0, Z), (13.5, 71.0, Z)], turn_deg=[70.0, 95.0])
