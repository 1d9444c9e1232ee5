"""Entrance halls of Nurly Tau: granite portals with a glazed gable, doors and a glass canopy."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit.curtain import face, gable
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.transform import move, turn_z
from almaty_tour.landmarks.nurly_tau import plan
from almaty_tour.mesh.data import MeshData, merge

WIDE_M, DEEP_M, EAVES_M, RISE_M = 9.0, 5.5, 6.2, 3.2
PLACES = ((70.4, 37.0, 0.0), (35.8, 22.0, -90.0))
"""Middle of the back of each hall, and its turn: to the avenue, and to the walk."""


def halls() -> MeshData:
    """The halls of one group."""
    return merge([move(turn_z(hall(), turn), x, y) for x, y, turn in PLACES])


def hall() -> MeshData:
    """One hall before the plane y = 0, its door to -y."""
    half, front = WIDE_M / 2, -DEEP_M
    glass = [
        gable((-half, front), (half, front), 0.2, EAVES_M, EAVES_M + RISE_M, plan.SHOP, "hall"),
        face((-half, 0.0), (-half, front), 0.2, (EAVES_M, EAVES_M), plan.SHOP, "hall left"),
        face((half, front), (half, 0.0), 0.2, (EAVES_M, EAVES_M), plan.SHOP, "hall right"),
    ]
    floor = block((-half - 0.3, front - 0.3, -1.5), (half + 0.3, 0.5, 0.22), plan.GRANITE)
    return merge([*glass, floor, _roof(), _portal(), _doors()])


def _roof() -> MeshData:
    """Two slopes of pale glass with light rims."""
    half, front = WIDE_M / 2 + 0.3, -DEEP_M - 0.7
    low, high = EAVES_M - 0.1, EAVES_M + RISE_M + 0.12
    slopes = np.array(
        [
            [(half, front, low), (half, 0.4, low), (0.0, 0.4, high), (0.0, front, high)],
            [(-half, 0.4, low), (-half, front, low), (0.0, front, high), (0.0, 0.4, high)],
        ]
    )
    under = slopes[:, ::-1] - np.array([0.0, 0.0, 0.1])
    ends = [(half, front, low), (-half, front, low), (half, front, low), (-half, front, low)]
    tips = [(0.0, front, high), (0.0, front, high), (half, 0.3, low), (-half, 0.3, low)]
    return merge(
        [
            quadrilaterals(slopes, Paint("sky_glass", "#DCD2C6")),
            quadrilaterals(under, plan.DARK),
            struts(ends, tips, 0.24, plan.EDGE),
        ]
    )


def _portal() -> MeshData:
    """Four granite piers and a lintel before the glass, a flat canopy on rods."""
    half, front = WIDE_M / 2, -DEEP_M
    piers = [
        block((x - 0.45, front - 0.5, -1.5), (x + 0.45, front + 0.3, EAVES_M - 0.3), plan.GRANITE)
        for x in (-half, -1.9, 1.9, half)
    ]
    lintel = block((-half - 0.45, front - 0.55, 3.6), (half + 0.45, front + 0.2, 4.3), plan.GRANITE)
    canopy = block((-3.2, front - 3.0, 3.35), (3.2, front - 0.4, 3.55), plan.AWNING)
    rods = struts(
        [(-2.6, front - 2.7, 3.55), (2.6, front - 2.7, 3.55)],
        [(-1.9, front - 0.4, 5.4), (1.9, front - 0.4, 5.4)],
        0.1,
        plan.EDGE,
    )
    return merge([*piers, lintel, canopy, rods])


def _doors() -> MeshData:
    """Two leaves with upright handles, lamps under the canopy."""
    front = -DEEP_M - 0.1
    bars = struts(
        [(-1.4, front, 0.25), (0.0, front, 0.25), (1.4, front, 0.25), (-1.4, front, 2.9)],
        [(-1.4, front, 2.9), (0.0, front, 2.9), (1.4, front, 2.9), (1.4, front, 2.9)],
        0.12,
        plan.EDGE,
    )
    handles = struts(
        [(-0.25, front - 0.1, 0.8), (0.25, front - 0.1, 0.8)],
        [(-0.25, front - 0.1, 1.9), (0.25, front - 0.1, 1.9)],
        0.07,
        Paint("steel"),
    )
    lamp = block((-1.6, front - 2.0, 3.29), (1.6, front - 1.6, 3.36), Paint("lamp_glass"))
    return merge([bars, handles, lamp])
