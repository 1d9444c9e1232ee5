"""What lies flat on Kok-Tobe: pale paving with dark stripes, lawns, railings over the city."""

from __future__ import annotations

import numpy as np
from shapely.geometry import Polygon, box

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import railing
from almaty_tour.landmarks.kok_tobe_park import plan
from almaty_tour.mesh.data import MeshData, merge

CELL_M = 30.0
STRIPE_PITCH_M, STRIPE_M = 6.4, 0.55
FLOWERS = (Paint("foliage", "#C73A3A"), Paint("foliage", "#E0A53A"), Paint("foliage", "#8A4FA0"))
BED_SPOTS = ((-20.0, -8.0), (-20.0, 4.0), (-20.0, 16.0))


def ground() -> MeshData:
    """All of it, 1.5 m deep along the rim."""
    floor = [
        _sheet(piece, plan.GROUND_M, plan.PAVING) for piece in plan.cells(plan.plaza(), CELL_M)
    ]
    skirt = extrude.prism(plan.PLAZA, -1.5, plan.GROUND_M - 0.04, plan.KERB, top=False)
    cars = [
        _sheet(piece, plan.GROUND_M - 0.02, plan.ASPHALT)
        for piece in plan.cells(Polygon(plan.CARS), CELL_M)
    ]
    return merge([*floor, skirt, *cars, stripes(), *lawns(), beds(), _bays()])


def _sheet(piece: Polygon, z_m: float, paint: Paint) -> MeshData:
    outline, holes = plan.rings(piece)
    return diced(extrude.sheet(outline, z_m, paint, holes=holes), 11.0)


def stripes() -> MeshData:
    """Dark bands across the plateau from the hall to the rim."""
    low, high = plan.PLAZA.min(axis=0), plan.PLAZA.max(axis=0)
    free = plan.plaza().buffer(-0.5).difference(box(-17.5, -14.5, 66.0, 46.0))
    free = free.difference(Polygon(profile.circle(9.0, 32) + np.array(plan.APPLE)))
    free = free.difference(Polygon(profile.circle(7.4, 32) + np.array(plan.CAROUSEL)))
    pieces = []
    for y in np.arange(low[1] + 3.0, high[1], STRIPE_PITCH_M):
        band = box(low[0], y - STRIPE_M / 2, high[0], y + STRIPE_M / 2)
        for piece in plan.polygons(free.intersection(band)):
            outline, holes = plan.rings(piece)
            pieces.append(extrude.sheet(outline, plan.GROUND_M + 0.022, plan.STRIPE, holes=holes))
    return merge(pieces)


def lawns() -> list[MeshData]:
    """Grass a little over the paving inside kerbs."""
    section = profile.line((0.0, -0.3), (0.0, 0.17), (-0.2, 0.17), (-0.2, -0.3))
    grass = [
        diced(extrude.prism(lawn, -0.3, 0.13, plan.LAWN, bottom=False), 9.0) for lawn in plan.LAWNS
    ]
    return grass + [extrude.sweep(section, lawn, plan.KERB, crease_deg=0.0) for lawn in plan.LAWNS]


def beds() -> MeshData:
    """Flower boxes along the side of the hall."""
    pieces = []
    for number, spot in enumerate(BED_SPOTS):
        edge = profile.rectangle(1.6, 6.0, spot)
        pieces.append(
            extrude.prism(profile.offset(edge, 0.15), -0.1, 0.5, plan.TIMBER, holes=[edge])
        )
        pieces.append(blooms(edge, 0.3, FLOWERS, f"hilltop/{number}", pitch_m=0.5))
    return merge(pieces)


def _bays() -> MeshData:
    """White marks of the parking bays."""
    y = np.arange(0.0, 33.0, 2.7)
    starts = np.column_stack([np.full(len(y), 69.0), y, np.full(len(y), plan.GROUND_M + 0.005)])
    return struts(starts, starts + np.array([4.8, 0, 0]), 0.12, plan.WHITE, depth_m=0.02)


def rails() -> MeshData:
    """A railing round the rim, open where paths leave, and telescopes over the city."""
    rim = profile.offset(plan.PLAZA, -0.35)
    runs = (rim[0:5], rim[7:16])
    closing = np.concatenate([rim[15:], rim[:1]])
    pieces = [
        railing(run, plan.GREY, z_m=plan.GROUND_M, bars=4, post_m=2.4, bar_m=0.03)
        for run in (*runs, closing)
    ]
    scopes = [(-14.0, -43.6), (-7.0, -42.3), (27.0, -34.8), (47.0, -26.6), (-69.0, 4.0)]
    facing = [0.0, 0.0, 20.0, 20.0, -80.0]
    pieces.append(transform.at(telescope(), plan.on(scopes), turn_deg=facing))
    return merge(pieces)


def telescope() -> MeshData:
    """A coin telescope that looks to -y."""
    post = lathe.cylinder(0.09, 1.15, plan.GREY, top_radius_m=0.07, sides=8)
    foot = lathe.cylinder(0.22, 0.06, plan.GREY, sides=8)
    head = extrude.block((-0.17, -0.3, 1.15), (0.17, 0.25, 1.48), Paint("painted_metal", "#2E5E9E"))
    eyes = struts(
        [(-0.08, 0.2, 1.4), (0.08, 0.2, 1.4)],
        [(-0.08, 0.36, 1.4), (0.08, 0.36, 1.4)],
        0.09,
        plan.DARK,
    )
    return merge([post, foot, head, eyes])
