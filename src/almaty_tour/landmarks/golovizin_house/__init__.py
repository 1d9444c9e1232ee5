"""The Golovizin house: a one-storey art nouveau town house with a corner tower."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, profile, stair
from almaty_tour.kit.cornice import along_path
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks.golovizin_house import roofs, walls
from almaty_tour.landmarks.golovizin_house.walls import BASE_M, IRON, X_M, Y_M
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

PAVING = Paint("paving", "#B0A69A")
LAWN = Paint("lawn", "#6C8F48")
GROUND_M = 0.06
WALK = ((-17.0, -11.4), (21.0, 11.0))
GARDEN = ((-16.8, 8.6), (20.8, 14.0))
FENCE = profile.line((13.4, -8.6), (20.8, -8.6), (20.8, 13.8), (-16.8, 13.8), (-16.8, 8.6))
STEPS = 7


def build(spec: LandmarkSpec) -> Model:
    """The house on its corner; the long front to the avenue looks to -y."""
    mesh = merge(
        [
            as_part(walls.walls(), "walls"),
            as_part(roofs.roofs(), "roof"),
            as_part(roofs.tower(spec.height_m), "tower"),
            as_part(_ground(), "ground"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _ground() -> MeshData:
    """Pavement round the house, the garden behind it, an iron fence on a low wall."""
    low, high = WALK
    g0, g1 = GARDEN
    pieces = [
        block((*low, -1.5), (high[0], g1[1], 0.02), walls.STONE),
        tiles(low, (high[0], g0[1]), GROUND_M, PAVING, 4.0),
        tiles(g0, g1, GROUND_M + 0.04, LAWN, 4.0),
        tiles((14.2, -4.6), (20.4, 8.4), GROUND_M + 0.03, LAWN, 4.0),
    ]
    wall = profile.line((-0.15, 0.0), (0.15, 0.0), (0.15, 0.4), (-0.15, 0.4))
    pieces.append(extrude.sweep(wall, FENCE, walls.WHITE, closed=False, crease_deg=0.0))
    rail = profile.line((-0.03, 0.0), (0.03, 0.0), (0.03, 0.06), (-0.03, 0.06))
    pieces += [
        extrude.sweep(rail, FENCE, IRON, z_m=z, closed=False, crease_deg=0.0) for z in (0.55, 1.6)
    ]
    bar = block((-0.02, -0.02, 0.4), (0.02, 0.02, 1.85), IRON)
    post = block((-0.22, -0.22, 0.0), (0.22, 0.22, 2.0), walls.WHITE)
    pieces.append(along_path(bar, FENCE, 1.1, closed=False))
    pieces.append(along_path(post, FENCE, 5.0, closed=False))
    return merge(pieces)


def _props() -> tuple[InstanceTable, ...]:
    """Apple trees and spruces in the garden, flowers by the porch."""
    z = GROUND_M + 0.04
    apples = [(x, 11.6, z) for x in (-13.0, -6.0, 2.0)]
    spruce = [(18.4, y, z) for y in (2.0, 7.0)] + [(17.6, 12.0, z), (9.0, 12.2, z)]
    flowers = [(x, -9.9, GROUND_M) for x in (5.0, 6.6, 8.2)]
    return (
        instances("tree.apple", apples, "golovizin_house/apple", scale=1.2),
        instances("tree.spruce", spruce, "golovizin_house/spruce", scale=0.5),
        instances("bush.flowers", flowers, "golovizin_house/flowers", scale=0.8),
    )


def _collision() -> Collision:
    """House and tower are solid; walk, garden, porch and its steps are floors."""
    solids = (
        stair.wall_prism(profile.rectangle(2 * X_M, 2 * Y_M), 6.3),
        stair.wall_prism(profile.rectangle(6.2, 0.8, (0.0 - 0.2, -Y_M - 0.3)), 6.3),
        stair.wall_prism(profile.circle(roofs.RADIUS_M, 12) + np.array(roofs.TOWER), 11.0),
    )
    porch = profile.rectangle(1.9, 3.2, (X_M + 0.95, -Y_M + 7.6))
    flight = stair.straight_floors(2.2, BASE_M, STEPS, y_m=-1.9)
    floors = (
        stair.floor(_box(WALK[0], (WALK[1][0], GARDEN[0][1])), GROUND_M),
        stair.floor(_box(*GARDEN), GROUND_M + 0.04),
        stair.floor(porch, BASE_M),
        *(stair.floor(_turned(step.outline.astype(np.float64)), step.top_m) for step in flight),
    )
    return Collision(solids, floors)


def _turned(outline: F64) -> F64:
    """A floor of the porch's flight, from the wall's own frame to the right side of the house."""
    x, y = outline.T
    return np.column_stack([X_M - y, -Y_M + 7.6 + x])


def _box(low: tuple[float, float], high: tuple[float, float]) -> F64:
    return profile.line(low, (high[0], low[1]), high, (low[0], high[1]))
