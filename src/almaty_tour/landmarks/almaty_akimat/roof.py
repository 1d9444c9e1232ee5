"""The roof of the Akimat's bar: seams, skylights, plant, the block and the flag over the arms."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, props, transform
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.almaty_akimat.plan import (
    ATTIC,
    BLUE,
    DEPTH_M,
    FRAME,
    HALF_M,
    HEIGHT_M,
    LENGTH_M,
    ROOF,
    ROOF_M,
    SEAM,
    STONE,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

SKYLIGHT = Paint("sky_glass", "#C4D6E0")
BLOCK_M = 1.7
FLAG_SCALE = 1.25
TOP_M = HEIGHT_M + BLOCK_M + 9.0 * FLAG_SCALE


def roof() -> MeshData:
    """Everything over the last ceiling; parts "roof" and "flag"."""
    return merge(
        [
            as_part(merge([*_lid(), *_skylights(), *_plant(), *_block()]), "roof"),
            as_part(_flag(), "flag"),
        ]
    )


def _lid() -> list[MeshData]:
    lid = extrude.block((-HALF_M, 0.6, ROOF_M - 0.3), (HALF_M, DEPTH_M - 0.6, ROOF_M), ROOF)
    x = np.arange(-HALF_M + 4.0, HALF_M - 1.0, 4.0)
    feet = np.column_stack([x, np.full(len(x), 1.3), np.full(len(x), ROOF_M)])
    seams = struts(feet, feet + np.array([0.0, DEPTH_M - 2.6, 0.0]), 0.12, SEAM, caps=False)
    walls = [
        extrude.block((s * HALF_M - 0.35, 1.0, ROOF_M - 0.4),
                      (s * HALF_M + 0.35, DEPTH_M - 1.0, HEIGHT_M - 0.2), ATTIC)
        for s in (-1.0, 1.0)
    ]  # fmt: skip
    walls += [
        extrude.block((-HALF_M, y - 0.25, ROOF_M), (HALF_M, y + 0.25, HEIGHT_M - 0.1), ATTIC)
        for y in (1.25, DEPTH_M - 1.25)
    ]
    return [lid, seams, *walls]


def _skylights() -> list[MeshData]:
    """Low ridges of glass over the corridors."""
    pieces = []
    for x in (-34.0, -22.0, 18.0, 30.0):
        curb = extrude.block((x - 3.6, 11.6, ROOF_M), (x + 3.6, 15.4, ROOF_M + 0.5), FRAME)
        section = np.array([(-1.8, 0.0), (1.8, 0.0), (0.0, 0.9)])
        ridge = extrude.panel(section, -3.5, 3.5, SKYLIGHT, crease_deg=0.0)
        ridge = transform.move(transform.turn_z(ridge, 90.0), x, 13.5, ROOF_M + 0.5)
        pieces += [curb, ridge]
    return pieces


def _plant() -> list[MeshData]:
    """Lift houses, fans in rows, ducts, the blue plant over the eastern end."""
    pieces = []
    for x in (-12.5, 12.5):
        pieces.append(extrude.block((x - 3.0, 8.0, ROOF_M), (x + 3.0, 17.0, ROOF_M + 2.6), STONE))
        lid = extrude.block((x - 3.3, 7.7, ROOF_M + 2.6), (x + 3.3, 17.3, ROOF_M + 2.85), SEAM)
        pieces.append(lid)
    fan = merge(
        [
            extrude.box(1.7, 1.7, 1.1, FRAME, bottom_m=0.25),
            extrude.box(1.3, 1.3, 0.18, SEAM.shaded(0.6), bottom_m=1.35),
            extrude.box(1.5, 0.2, 0.3, SEAM),
        ]
    )
    along = np.concatenate([np.arange(-44.0, -17.0, 2.6), np.arange(19.0, 45.0, 2.6)])
    rows = [(px, 20.5, ROOF_M) for px in along] + [(px, 6.2, ROOF_M) for px in along[::3]]
    pieces.append(transform.at(fan, rows))
    duct = np.array([(-44.0, 18.5, ROOF_M + 0.55), (19.0, 18.5, ROOF_M + 0.55)])
    pieces.append(struts(duct, duct + np.array([25.0, 0.0, 0.0]), 0.6, FRAME.shaded(0.9)))
    high = LENGTH_M / 2
    top = HEIGHT_M - 0.9 + 0.35
    pieces.append(extrude.block((-high + 0.8, 2.5, top), (-high + 6.2, 12.0, top + 1.5), BLUE))
    pieces.append(extrude.block((-high + 1.2, 14.0, top), (-high + 5.6, 20.0, top + 1.1), FRAME))
    pieces.append(extrude.block((high - 5.8, 4.0, top), (high - 1.4, 9.0, top + 1.0), SEAM))
    return pieces


def _block() -> list[MeshData]:
    """The small raised block behind the arms that carries the mast."""
    body = extrude.block((-6.0, 0.2, ROOF_M), (6.0, 4.6, HEIGHT_M + BLOCK_M - 0.3), ATTIC)
    lip = extrude.block(
        (-6.3, -0.1, HEIGHT_M + BLOCK_M - 0.35), (6.3, 4.9, HEIGHT_M + BLOCK_M), ATTIC.shaded(1.06)
    )
    x = np.linspace(-5.4, 5.4, 15)
    feet = np.column_stack([x, np.full(15, 0.15), np.full(15, HEIGHT_M)])
    ribs = struts(feet, feet + np.array([0.0, 0.0, BLOCK_M - 0.4]), 0.25, ATTIC.shaded(1.03))
    return [body, lip, ribs]


def _flag() -> MeshData:
    made = transform.scale(props.build("flag.kazakhstan", 0), FLAG_SCALE)
    return transform.move(made, y=2.4, z=HEIGHT_M + BLOCK_M)
