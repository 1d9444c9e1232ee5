"""Roofs of Esentai Tower: copings, the sunken sloped deck, plant, cleaning cranes, terrace."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.extrude import block, box, sheet, triangulate
from almaty_tour.kit.hexahedra import hexahedra, quadrilaterals, struts
from almaty_tour.kit.lathe import cylinder
from almaty_tour.kit.rail import parapet
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at
from almaty_tour.landmarks.esentai_tower import plan
from almaty_tour.landmarks.esentai_tower.plan import F64
from almaty_tour.mesh.data import MeshData, merge

SUNK_M = 1.6


def roofs() -> MeshData:
    """Everything above the walls."""
    return merge([coping(), deck(), machines(), low_roof()])


def coping() -> MeshData:
    """A light rim on the slanted top; its highest edge is the highest of the tower."""
    outer, inner = p.offset(plan.TALL, 0.15), p.offset(plan.TALL, -0.5)
    top = plan.roof_m(plan.TALL[:, 0])
    rings = [outer, np.roll(outer, -1, 0), np.roll(inner, -1, 0), inner]
    level = [top, np.roll(top, -1), np.roll(top, -1), top]
    low = np.stack([np.column_stack([r, z - 0.5]) for r, z in zip(rings, level, strict=True)], 1)
    high = np.stack([np.column_stack([r, z]) for r, z in zip(rings, level, strict=True)], 1)
    return hexahedra(np.concatenate([low, high], axis=1), plan.PALE_METAL)


def deck() -> MeshData:
    """The sloped deck inside the rim, with seams across it and the inner side of the rim."""
    edge = p.offset(plan.TALL, -0.45)
    points, faces = triangulate(edge)
    z = plan.roof_m(points[:, 0]) - SUNK_M
    floor = solid(np.column_stack([points, z]), faces, plan.ROOFING)
    top = plan.roof_m(edge[:, 0])
    here, after = np.column_stack([edge, top]), np.roll(np.column_stack([edge, top]), -1, 0)
    down = np.array([0.0, 0.0, SUNK_M])
    inside = np.stack([after - down, here - down, here - 0.1, after - 0.1], axis=1)
    x = np.arange(-24.0, 26.0, 3.0)
    seam_z = plan.roof_m(x) - SUNK_M + 0.05
    seams = struts(
        np.column_stack([x, np.full(len(x), -2.4), seam_z]),
        np.column_stack([x, np.where(x > 21, 8.5, 12.6), seam_z]),
        0.12,
        plan.METAL,
        caps=False,
    )
    return merge([floor, quadrilaterals(inside, plan.METAL), seams])


def machines() -> MeshData:
    """Two cleaning cranes on rails, coolers and a lift house that stay under the slope."""
    crane = merge(
        [
            block((-1.2, -0.8, 0.0), (1.2, 0.8, 1.5), plan.PALE_METAL),
            struts([(0.0, 0.0, 1.3)], [(0.0, -4.6, 2.4)], 0.3, plan.METAL),
            struts([(-1.5, -4.6, 2.3)], [(1.5, -4.6, 2.3)], 0.16, plan.METAL),
        ]
    )
    x = np.array([-16.0, 13.0])
    cranes = at(crane, np.column_stack([x, [2.6, 2.6], plan.roof_m(x) - SUNK_M - 1.0]))
    unit = merge(
        [
            box(2.6, 2.2, 1.7, plan.PALE_METAL),
            cylinder(0.8, 0.25, plan.DARK, bottom_m=1.7, sides=12),
        ]
    )
    ux = np.array([-21.0, -17.0, -13.0, -9.0, -5.0])
    units = at(unit, np.column_stack([ux, np.full(5, 8.4), plan.roof_m(ux) - SUNK_M - 0.6]))
    house = at(
        box(8.0, 4.0, 2.4, plan.METAL), [(2.0, 8.5, float(plan.roof_m(np.array(2.0))) - 2.9)]
    )
    return merge([cranes, units, house])


def low_roof() -> MeshData:
    """The terrace on the lower slab: paving, parapet, coolers behind a screen."""
    edge = p.offset(plan.LOW, -0.1)
    z = plan.LOW_TOP_M
    screen_x = np.arange(-24.0, -6.0, 0.6)
    blades = struts(
        np.column_stack([screen_x, np.full(len(screen_x), -11.4), np.full(len(screen_x), z)]),
        np.column_stack([screen_x, np.full(len(screen_x), -11.4), np.full(len(screen_x), z + 1.9)]),
        0.1,
        plan.METAL,
        depth_m=0.3,
    )
    unit = box(2.4, 2.4, 1.5, plan.PALE_METAL)
    return merge(
        [
            sheet(plan.LOW, z - 0.1, plan.ROOFING),
            parapet(_open(edge), plan.PALE_METAL, height_m=1.1, z_m=z - 0.15, closed=False),
            blades,
            at(unit, [(x, -8.0, z - 0.1) for x in (-22.0, -18.0, -14.0, -10.0)]),
            at(box(5.0, 3.0, 2.8, plan.METAL), [(4.0, -6.0, z - 0.1)]),
        ]
    )


def _open(outline: F64) -> F64:
    """The three free sides: the fourth leans against the tall slab."""
    return np.concatenate([outline[4:], outline[:4]])
