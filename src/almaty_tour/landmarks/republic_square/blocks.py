"""The two slanted white blocks north of Republic Square, like open wings.

Big round arches in the two lower storeys, four rows of windows between thin ribs above, a
blue band along the roof.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import grid_wall, rhythm, wall
from almaty_tour.mesh.data import MeshData, Prism, merge

WHITE = Paint("ashlar", "#CFCAC0")
RIB = Paint("ashlar", "#E9E6DE")
GLASS = Paint("sky_glass", "#B4948A")  # greyed: a pale sky in shade, not black holes
ROOF = Paint("roof_flat", "#8F8D88")
BAND = Paint("painted_metal", "#3F78A8")
PODIUM = Paint("granite", "#9A9088")

NEAR, FAR = (66.0, 73.0), (112.0, 31.0)
DEPTH_M, HEIGHT_M, ARCADE_M, PODIUM_M = 18.0, 24.5, 8.6, 1.6
BAYS, END_BAYS = 16, 4


def blocks() -> MeshData:
    """Both wings."""
    east = transform.on_edge(_block(), NEAR, FAR)
    return merge([east, transform.mirror_x(east)])


def solids() -> tuple[Prism, ...]:
    """What stops a walker."""
    a, b = np.array(NEAR), np.array(FAR)
    way = (b - a) / np.linalg.norm(b - a)
    back = np.array([-way[1], way[0]]) * DEPTH_M
    plan = np.array([a, b, b + back, a + back])
    return (
        stair.wall_prism(plan, HEIGHT_M),
        stair.wall_prism(plan * np.array([-1.0, 1.0]), HEIGHT_M),
    )


def _length() -> float:
    return float(np.hypot(FAR[0] - NEAR[0], FAR[1] - NEAR[1]))


def _block() -> MeshData:
    """One wing: x along its long front from 0, the front looking to -y."""
    length = _length()
    core = extrude.block(
        (0.6, 0.6, -1.5), (length - 0.6, DEPTH_M - 0.6, HEIGHT_M - 0.6), WHITE.shaded(0.6)
    )
    roof = extrude.block(
        (0.3, 0.3, HEIGHT_M - 0.7), (length - 0.3, DEPTH_M - 0.3, HEIGHT_M - 0.4), ROOF
    )
    podium = extrude.block((-3.0, -5.0, -1.5), (length + 3.0, DEPTH_M + 1.0, PODIUM_M), PODIUM)
    band = extrude.block((4.0, 2.0, HEIGHT_M - 0.4), (length - 4.0, 2.6, HEIGHT_M + 2.6), BAND)
    corners = np.array([(0.0, 0.0), (length, 0.0), (length, DEPTH_M), (0.0, DEPTH_M)])
    rear = extrude.block((0.0, DEPTH_M - 0.6, PODIUM_M), (length, DEPTH_M, HEIGHT_M), WHITE)
    sides = [
        transform.on_edge(_side(length, BAYS), corners[0], corners[1]),
        transform.on_edge(_side(DEPTH_M, END_BAYS), corners[1], corners[2]),
        transform.on_edge(_side(DEPTH_M, END_BAYS), corners[3], corners[0]),
    ]
    return merge([core, roof, podium, band, rear, *sides])


def _side(length: float, bays: int) -> MeshData:
    bay = length / bays
    arch = Opening(
        bay * 0.68, 6.4, head="round", reveal_m=0.55, frame_m=0.0, bars=(1, 1), glass=GLASS, steps=4
    )
    window = Opening(bay * 0.6, 2.45, reveal_m=0.55, frame_m=0.0, bars=(1, 1), glass=GLASS)
    lower = wall(length, ARCADE_M - PODIUM_M, WHITE, rhythm(length, bays, arch, 0.1))
    upper = grid_wall(length, HEIGHT_M - ARCADE_M - 2.4, bays, 4, window, WHITE)
    x = np.linspace(0.0, length, bays + 1)
    feet = np.column_stack([x, np.full(bays + 1, -0.15), np.full(bays + 1, ARCADE_M)])
    ribs = struts(feet, feet + np.array([0.0, 0.0, HEIGHT_M - ARCADE_M - 2.4]), 0.85, RIB)
    attic = extrude.sweep(
        profile.line((-0.3, 0.0), (0.5, 0.3), (0.5, 2.0), (0.2, 2.4), (-0.3, 2.4)),
        profile.line((0.0, 0.0), (length, 0.0)), RIB, z_m=HEIGHT_M - 2.4, closed=False,
    )  # fmt: skip
    belt = extrude.block((0.0, -0.35, ARCADE_M - 0.4), (length, 0.2, ARCADE_M), RIB)
    return merge(
        [transform.move(lower, z=PODIUM_M), transform.move(upper, z=ARCADE_M), ribs, attic, belt]
    )
