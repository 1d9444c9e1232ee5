"""The front of the Tselinny center: a concrete frame, the cloud of fins, the sgraffito behind."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, ornament, profile, transform
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.tselinny_center import figures
from almaty_tour.landmarks.tselinny_center.plan import (
    BLACK,
    CONCRETE,
    CONCRETE_DARK,
    FIN,
    FLOOR_M,
    FOYER_M,
    FRONT_M,
    HALF_M,
    LIGHT,
    OCHRE,
    SIENNA,
    WHITE,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

FINS = 101
BEAM_M = 2.1
SIDE_M = 1.5
SCREEN_Y_M = FRONT_M + 1.6
WALL_Y_M = -26.4
THICK_M = 0.15
ROWS = 13


def front() -> MeshData:
    """Frame, fins, and the foyer that glows between them."""
    return merge(
        [
            as_part(_frame(), "frame"),
            as_part(_fins(), "fins"),
            as_part(_sgraffito(), "sgraffito"),
        ]
    )


def _frame() -> MeshData:
    """Side walls and the deep roof beam of the foyer, its ceiling of light and its floor."""
    low = FOYER_M - BEAM_M
    sides = [
        block(
            (s * HALF_M - (SIDE_M if s > 0 else 0.0), FRONT_M, -1.5),
            (s * HALF_M + (0.0 if s > 0 else SIDE_M), WALL_Y_M, low),
            CONCRETE,
        )
        for s in (-1.0, 1.0)
    ]
    beam = block((-HALF_M, FRONT_M - 0.5, low), (HALF_M, WALL_Y_M, FOYER_M), CONCRETE)
    lip = block(
        (-HALF_M - 0.15, FRONT_M - 0.65, FOYER_M - 0.3), (HALF_M + 0.15, WALL_Y_M, FOYER_M), WHITE
    )
    inner = HALF_M - SIDE_M
    floor = tiles((-inner, FRONT_M), (inner, WALL_Y_M), FLOOR_M + 0.02, CONCRETE_DARK, 3.0)
    x = np.arange(-inner + 1.8, inner, 3.24)
    lamp = block((-0.18, -2.0, low - 0.1), (0.18, 2.0, low + 0.02), LIGHT)
    lamps = transform.at(lamp, np.column_stack([x, np.full(len(x), (SCREEN_Y_M + WALL_Y_M) / 2)]))
    return merge([*(diced(s, 3.0) for s in sides), diced(beam, 3.0), lip, floor, lamps])


def bulge_m(x: F64, share: F64) -> F64:
    """How deep a fin is at a share of its height: two soft clouds that thin to the edges."""
    across = x / (HALF_M - SIDE_M)
    cloud = np.exp(-(((across + 0.34) / 0.42) ** 2)) + 0.85 * np.exp(-(((across - 0.5) / 0.3) ** 2))
    shape = np.sin(np.pi * np.clip(share, 0.0, 1.0)) ** 1.2
    ripple = 0.12 * np.sin(7.0 * across + 5.0 * share)
    return np.asarray(0.28 + (1.75 * cloud + ripple) * shape)


def foot_m(x: F64) -> F64:
    """The lower edge of the screen: it floats over two passages and touches down between."""
    across = x / (HALF_M - SIDE_M)
    gates = np.exp(-(((across + 0.12) / 0.13) ** 2)) + 0.8 * np.exp(-(((across - 0.74) / 0.1) ** 2))
    gates += 0.7 * np.exp(-(((across + 0.8) / 0.09) ** 2))
    return np.asarray(FLOOR_M + 3.6 * gates)


def _fins() -> MeshData:
    """All fins in one go: each a thin blade whose outer edge follows the cloud."""
    inner = HALF_M - SIDE_M
    x = np.linspace(-inner + 0.2, inner - 0.2, FINS)
    share = np.linspace(0.0, 1.0, ROWS)
    low, top = foot_m(x), FOYER_M - BEAM_M + 0.05
    z = low[:, None] + (top - low)[:, None] * share[None]
    deep = bulge_m(x[:, None], share[None])
    thick = np.where(np.arange(FINS) % 5 == 0, 1.8 * THICK_M, THICK_M) / 2
    left, right = x - thick, x + thick
    fore = SCREEN_Y_M - deep
    strong = np.where(np.arange(FINS) % 5 == 0, 0.5, 0.0)[:, None]
    rear = fore + 0.3 + 0.1 * deep + strong

    def corner(across: F64, y: F64) -> F64:
        wide = np.broadcast_to(across[:, None], z.shape)
        return np.stack([wide, np.broadcast_to(y, z.shape), z], axis=2)

    lines = [corner(left, fore), corner(right, fore), corner(right, rear), corner(left, rear)]
    quads = []
    for i in range(4):
        a, b = lines[i], lines[(i + 1) % 4]
        quads.append(np.stack([a[:, :-1], b[:, :-1], b[:, 1:], a[:, 1:]], axis=2).reshape(-1, 4, 3))
    foot = np.stack([line[:, 0] for line in lines[::-1]], axis=1)
    return quadrilaterals(np.concatenate([*quads, foot]), FIN)


def _sgraffito() -> MeshData:
    """The rediscovered wall of Sidorkin: riders, dancers and players scratched in warm plaster."""
    inner, low, top = HALF_M - SIDE_M, 0.0, FOYER_M - BEAM_M + 0.1
    wall = diced(block((-inner, WALL_Y_M, low - 1.5), (inner, WALL_Y_M + 0.4, top), OCHRE), 3.0)
    doors = [
        panel(profile.rectangle(3.2, 2.9, (x, 1.5)), WALL_Y_M - 0.08, WALL_Y_M, BLACK)
        for x in (-2.4, 14.4, -15.6)
    ]
    pieces = [wall, *doors]
    row = [
        (figures.rider(), -16.6, 4.2, 1.25),
        (figures.dancer(), -11.4, 4.0, 1.25),
        (figures.player(), -7.4, 3.9, 1.2),
        (figures.rider(), -1.8, 4.5, 1.3),
        (figures.dancer(), 3.6, 4.0, 1.25),
        (figures.player(), 7.6, 3.9, 1.2),
        (figures.rider(), 12.6, 4.3, 1.25),
        (figures.dancer(), 17.0, 4.0, 1.2),
    ]
    for index, (shapes, x, z, size) in enumerate(row):
        paint = (SIENNA, BLACK, WHITE)[index % 3]
        pieces += [
            panel(shape * size + np.array([x, z]), WALL_Y_M - 0.05, WALL_Y_M, paint, back=False)
            for shape in shapes
        ]
    sun = ornament.rosette(1.1, 0.05, WHITE, petals=10)
    pieces.append(transform.move(sun, 0.4, WALL_Y_M, 8.4))
    horns = ornament.horns(2.2, 1.5, 0.05, Paint("plaster", "#F3E7CE"))
    pieces += [transform.move(horns, x, WALL_Y_M, 8.6) for x in (-14.0, 10.0)]
    band = extrude.panel(
        profile.rectangle(2 * inner - 0.4, 0.16, (0.0, 3.4)),
        WALL_Y_M - 0.04,
        WALL_Y_M,
        WHITE,
        back=False,
    )
    return merge([*pieces, band])
