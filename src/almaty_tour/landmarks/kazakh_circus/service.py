"""Behind the round house: the two-storey service bar and the walled yards for animals."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile
from almaty_tour.kit.bays import bayed_walls
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks.kazakh_circus.plan import FRAME, PLINTH, WHITE
from almaty_tour.mesh.data import MeshData, as_part, merge

WALL = Paint("plaster", "#E6E1D6")
ROOF = Paint("roof_membrane", "#8D8A86")
GATE = Paint("painted_metal", "#5C7480")
BAR = ((6.0, 35.0), (46.0, 47.5))
LINK = ((8.0, 28.0), (20.0, 36.0))
BAR_M, LINK_M = 8.6, 6.0
YARDS = ((6.0, 47.5, 25.0, 57.5), (27.0, 47.5, 46.0, 57.5))


def service() -> MeshData:
    """The bar with its bands of windows, the link to the round house, the yards."""
    return as_part(merge([_bar(), _link(), *(_yard(*yard) for yard in YARDS)]), "service")


def _bar() -> MeshData:
    (x0, y0), (x1, y1) = BAR
    outline = profile.line((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    pane = Opening(1.9, 1.7, bars=(2, 1), frame=FRAME, frame_m=0.09, reveal_m=0.25, sill_out_m=0.1)
    door = Opening(2.6, 2.9, glass=GATE, bars=(2, 2), frame=FRAME, reveal_m=0.25)
    long = [Placed(x, z, pane) for x in np.arange(2.0, x1 - x0 - 1.0, 2.77) for z in (1.5, 5.2)]
    short = [Placed(x, z, pane) for x in (2.6, 6.25, 9.9) for z in (5.2,)]
    short += [Placed(2.6, 1.5, pane), Placed(9.9, 1.5, pane), Placed(6.25, 0.0, door)]
    walls = bayed_walls(outline, BAR_M, WALL, {0: long, 1: short, 2: long, 3: short}, edge_m=4.5)
    plinth = extrude.sweep(
        profile.line((0.0, -1.5), (0.1, -1.5), (0.1, 0.6), (0.0, 0.66)), outline, PLINTH
    )
    belt = extrude.sweep(
        profile.line((0.0, 0.0), (0.16, 0.0), (0.16, 0.5), (0.0, 0.5)), outline, WHITE, z_m=4.1
    )
    rim = extrude.sweep(
        profile.line((-0.35, 0.0), (0.28, 0.0), (0.28, 0.6), (-0.35, 0.6)),
        outline,
        WHITE,
        z_m=BAR_M - 0.1,
    )
    deck = tiles((x0, y0), (x1, y1), BAR_M + 0.05, ROOF, 6.0)
    plant = [
        block((x, y0 + 4.0, BAR_M), (x + 2.2, y0 + 6.0, BAR_M + 1.3), FRAME.shaded(0.85))
        for x in (12.0, 24.0, 37.0)
    ]
    return merge([walls, plinth, belt, rim, deck, *plant])


def _link() -> MeshData:
    (x0, y0), (x1, y1) = LINK
    body = diced(block((x0, y0, -1.5), (x1, y1, LINK_M), WALL), 3.0)
    lid = block((x0 - 0.2, y0 - 0.1, LINK_M), (x1 + 0.2, y1, LINK_M + 0.35), WHITE)
    return merge([body, lid])


def _yard(x0: float, y0: float, x1: float, y1: float) -> MeshData:
    """A sanded yard within a wall of 2.6 m with a gate to the back."""
    path = profile.line((x0, y0), (x0, y1), (x1, y1), (x1, y0))[::-1]
    wall = extrude.sweep(
        profile.line((-0.3, -0.6), (0.0, -0.6), (0.0, 2.6), (-0.3, 2.6)), path, WALL, closed=False
    )
    cap = extrude.sweep(
        profile.line((-0.4, 2.6), (0.1, 2.6), (0.1, 2.75), (-0.4, 2.75)), path, PLINTH, closed=False
    )
    sand = tiles((x0 + 0.3, y0), (x1 - 0.3, y1 - 0.3), 0.05, Paint("plaster", "#B79F74"), 5.0)
    middle = (x0 + x1) / 2
    gate = block((middle - 1.8, y1 - 0.4, 0.0), (middle + 1.8, y1 + 0.1, 2.4), GATE)
    rails = [
        block((x0 + 0.6, y, z), (x1 - 0.6, y + 0.08, z + 0.1), GATE.shaded(1.2))
        for y in (y0 + 3.4,)
        for z in (0.6, 1.2)
    ]
    return merge([diced(wall, 3.0), cap, sand, gate, *rails])
