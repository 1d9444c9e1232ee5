"""Paving in dithered dark and light setts, the pale zigzag band, lawns, the wet fountains."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import hexahedra, quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.pool import WATER
from almaty_tour.kit.profile import F64
from almaty_tour.kit.spray import plume
from almaty_tour.landmarks.zhibek_zholy_arbat import plan
from almaty_tour.landmarks.zhibek_zholy_arbat.plan import CURB, LAWN, TIMBER
from almaty_tour.mesh.data import MeshData, as_part, merge

CELL = (0.93, 1.28)
BED_LEAF = Paint("foliage", "#7F8A3E")
ROSES = (Paint("foliage", "#C9463F"), Paint("foliage", "#E3B03A"), Paint("foliage", "#E9DDCB"))


def ground() -> MeshData:
    """Everything that lies flat."""
    lawns = [_lawn(side, y, k) for k, (side, y) in enumerate(plan.LAWNS_AT)]
    flat = merge([_bed(), _setts(), *lawns])
    return merge([as_part(flat, "paving"), as_part(_band(), "ribbon")])


def _bed() -> MeshData:
    """The body under the paving, down into the ground; its edge is the kerb."""
    y = np.array([plan.EAST_M, plan.RAMP_TO_M, plan.RAMP_FROM_M, plan.WEST_M])
    top = plan.floor_m(y) - 0.03
    h = plan.HALF_M
    boxes = []
    for y0, y1, z0, z1 in zip(y[:-1], y[1:], top[:-1], top[1:], strict=True):
        plan_xy = [(-h, y0), (h, y0), (h, y1), (-h, y1)]
        low = [(*p, -1.5) for p in plan_xy]
        high = [(*p, z) for p, z in zip(plan_xy, (z0, z0, z1, z1), strict=True)]
        boxes.append(low + high)
    return hexahedra(np.array(boxes), CURB)


def _setts() -> MeshData:
    """Fields of stone that go from dark to light in steps, as if dithered, across the street."""
    across = round(2 * plan.HALF_M / CELL[0])
    along = round((plan.WEST_M - plan.EAST_M) / CELL[1])
    columns, rows = np.meshgrid(np.arange(across), np.arange(along), indexing="ij")
    i, j = columns.ravel(), rows.ravel()
    edges_x = np.linspace(-plan.HALF_M, plan.HALF_M, across + 1)
    edges_y = np.linspace(plan.EAST_M, plan.WEST_M, along + 1)
    x, y = np.stack([edges_x[i], edges_x[i + 1]]), np.stack([edges_y[j], edges_y[j + 1]])
    quads = np.stack([_spot(x[a], y[b]) for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))], axis=1)
    wave = 0.5 + 0.5 * np.cos(2 * np.pi * (y[0] / plan.LAWN_PITCH_M + 0.045 * x[0]))
    mixed = wave + 0.62 * (fraction(hashed("arbat/setts", len(i)), 1) - 0.5)
    paints = (plan.DARK, plan.MIDDLE, plan.LIGHT)
    tone = np.digitize(mixed, (0.36, 0.62))
    return merge([quadrilaterals(quads[tone == k], paint) for k, paint in enumerate(paints)])


def _spot(x: F64, y: F64) -> F64:
    return np.column_stack([x, y, plan.floor_m(y)])


def _band() -> MeshData:
    """A pale ribbon that swings from side to side down the middle of the street."""
    y = np.arange(plan.EAST_M, plan.WEST_M + 0.1, plan.LAWN_PITCH_M / 6)
    x = -2.0 * np.cos(2 * np.pi * (y - plan.LAWNS_AT[0][1]) / (2 * plan.LAWN_PITCH_M))
    middle = _strip(x - 1.2, x + 1.2, y, 0.03)
    edges = [_strip(x + a, x + a + 0.3, y, 0.03) for a in (-1.5, 1.2)]
    return merge(
        [quadrilaterals(middle, plan.BAND), quadrilaterals(np.concatenate(edges), plan.BAND_EDGE)]
    )


def _strip(left: F64, right: F64, y: F64, over_m: float) -> F64:
    """(k, 4, 3) quads between two lines along the street."""
    z = plan.floor_m(y) + over_m
    a, b = np.column_stack([left, y, z]), np.column_stack([right, y, z])
    return np.stack([a[:-1], b[:-1], b[1:], a[1:]], axis=1)


def _lawn(side: float, y_m: float, number: int) -> MeshData:
    """A raised three-cornered lawn in a stone kerb; a timber seat runs along one edge."""
    shape = plan.corner_lawn(side, y_m)
    z = float(plan.floor_m(y_m))
    pieces = [
        extrude.prism(profile.offset(shape, 0.3), z - 0.25, z + 0.34, CURB, holes=[shape]),
        extrude.sheet(shape, z + 0.3, LAWN),
    ]
    a, b = shape[0], shape[1]
    length = float(np.linalg.norm(b - a))
    seat = merge(
        [
            block((0.9, -0.5, 0.36), (length - 0.9, 0.16, 0.46), TIMBER),
            *(
                block((x - 0.1, -0.3, -0.2), (x + 0.1, 0.1, 0.37), plan.BLACK)
                for x in np.linspace(1.2, length - 1.2, 5)
            ),
        ]
    )
    pieces.append(transform.on_edge(seat, a, b, z))
    if number % 2:
        bed = profile.offset(shape, -0.9)
        pieces.append(
            blooms(
                bed,
                z + 0.3,
                ROSES,
                f"arbat/bed{number}",
                pitch_m=1.5,
                height_m=0.42,
                mound=BED_LEAF,
            )
        )
    return merge(pieces)


def fountains() -> MeshData:
    """Two long stone tables of water with a row of jets, level with a seat."""
    pieces = []
    w, d = plan.FOUNTAIN
    for x, y in plan.FOUNTAINS_AT:
        z = float(plan.floor_m(y))
        outer = profile.rectangle(w, d, (x, y))
        inner = profile.offset(outer, -0.45)
        pieces.append(extrude.prism(outer, z - 0.2, z + 0.36, CURB, holes=[inner]))
        pieces.append(extrude.sheet(inner, z + 0.26, WATER))
        jets = [plume(1.5 + 0.5 * (k % 2), f"arbat/jet{k}", drops=7) for k in range(2)]
        spots = np.linspace(y - d / 2 + 1.3, y + d / 2 - 1.3, 11)
        for k, jet in enumerate(jets):
            mine = spots[k::2]
            pieces.append(transform.at(jet, [(x, v, z + 0.26) for v in mine], turn_deg=47.0 * mine))
    return merge(pieces)
