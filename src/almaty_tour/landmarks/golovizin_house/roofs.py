"""Roof of the Golovizin house with its cresting, and the corner tower with dome and spire."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import cornice, extrude, lathe, profile, roof, transform
from almaty_tour.kit.dome import curve, facets
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.ornament import ribbon
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.kit.wall import walls as build_walls
from almaty_tour.landmarks.golovizin_house import walls
from almaty_tour.landmarks.golovizin_house.walls import (
    BASE_M,
    EAVES_M,
    FRAME,
    IRON,
    SHEET,
    STONE,
    WALL,
    WHITE,
    X_M,
    Y_M,
)
from almaty_tour.mesh.data import MeshData, merge

RADIUS_M = 2.75
TOWER = (-X_M + 1.1, -Y_M + 1.1)
DRUM_M, DOME_M, DOME_RISE_M = 7.1, 9.1, 3.0
SIDES = 12
SIDE_M = float(2 * RADIUS_M * np.sin(np.pi / SIDES))
WINDOWED = (5, 6, 7, 8, 9)
PANE = Opening(
    0.9,
    2.5,
    head="round",
    bars=(1, 2),
    frame_m=0.1,
    frame=FRAME,
    surround=WHITE,
    surround_m=0.16,
    reveal_m=0.22,
    steps=3,
)
EYE = Opening(
    0.62,
    0.9,
    head="round",
    bars=(1, 1),
    frame_m=0.0,
    surround=WHITE,
    surround_m=0.13,
    reveal_m=0.2,
    steps=3,
)


def roofs() -> MeshData:
    """The hipped sheet roof with cresting on its ridge, gable roofs behind the waves, chimneys."""
    z, rise = EAVES_M + 0.05, 3.0
    main = roof.hip(2 * X_M, 2 * Y_M, rise, SHEET, z_m=z, eaves_m=0.5)
    behind = transform.move(roof.gable(5.2, 8.0, 2.3, SHEET, z_m=z, along_y=True), -0.2, -Y_M + 3.6)
    aside = transform.move(roof.gable(7.0, 3.6, 1.7, SHEET, z_m=z), -X_M + 3.4, 1.5)
    crest = transform.move(_cresting(2 * (X_M - Y_M) - 0.4), z=z + rise - 0.05)
    stack = merge(
        [extrude.box(0.9, 0.7, 2.4, walls.STONE), extrude.box(1.1, 0.9, 0.2, WHITE, bottom_m=2.3)]
    )
    stacks = transform.at(stack, [(x, 3.4, z + 0.9) for x in (-5.0, 2.0, 8.0)])
    return merge([main, behind, aside, crest, stacks])


def _cresting(length_m: float) -> MeshData:
    """Lace along the ridge: a rail of curls and spikes."""
    count = max(4, round(length_m / 0.75))
    wave = profile.smooth([(-0.25, 0.0), (-0.14, 0.3), (0.0, 0.12), (0.14, 0.3), (0.25, 0.0)], 1)
    one = merge(
        [ribbon(wave, 0.06, 0.05, IRON), block((-0.03, -0.04, 0.0), (0.03, 0.02, 0.55), IRON)]
    )
    rail = block((-length_m / 2, -0.06, -0.06), (length_m / 2, 0.04, 0.06), IRON)
    x = (np.arange(count) - (count - 1) / 2) * (length_m / count)
    return merge([rail, transform.at(one, [(v, 0.0) for v in x])])


def tower(height_m: float) -> MeshData:
    """The twelve-sided corner with its windows, an eight-sided drum, a bell dome, the spire."""
    ring = profile.regular(SIDES, RADIUS_M, 180.0 / SIDES)
    sides = {k: [Placed(SIDE_M / 2, BASE_M + 0.9, PANE)] for k in WINDOWED}
    shell = build_walls(ring, DRUM_M - 0.6, WALL, sides)
    base = extrude.prism(profile.offset(ring, 0.14), -1.5, BASE_M, STONE, crease_deg=0.0)
    crown = cornice.cornice(ring, DRUM_M - 0.7, 0.55, 0.45, WHITE)
    lid = extrude.prism(profile.offset(ring, 0.3), DRUM_M - 0.3, DRUM_M - 0.1, SHEET)
    string = extrude.sweep(profile.fillet(0.16, 0.12), ring, WHITE, z_m=walls.WALL_M - 0.75)
    spire = [_drum(), _dome(height_m)]
    whole = merge([shell, base, crown, lid, string, *spire])
    return transform.move(whole, TOWER[0], TOWER[1])


def _drum() -> MeshData:
    side = 2 * 2.2 * np.tan(np.pi / 8)
    face = wall(side, DOME_M - DRUM_M + 0.3, WALL, [Placed(side / 2, 0.5, EYE)])
    one = transform.move(face, -side / 2, -2.2, DRUM_M - 0.3)
    rib = transform.turn_z(block((-0.14, -2.5, DRUM_M - 0.3), (0.14, -2.2, DOME_M), WHITE), 22.5)
    ring = profile.regular(8, 2.2 / np.cos(np.pi / 8), 22.5)
    return merge(
        [
            transform.around(merge([one, rib]), 8),
            cornice.cornice(ring, DOME_M - 0.1, 0.35, 0.4, WHITE),
        ]
    )


def _dome(height_m: float) -> MeshData:
    """Eight curved facets of sheet with ribs, a neck, a ball and a needle."""
    line = curve("bell", 2.55, DOME_RISE_M, 8)
    line = line + np.array([0.0, DOME_M + 0.22])
    shell = facets(line / np.array([np.cos(np.pi / 8), 1.0]), 8, SHEET)
    turn = np.radians(22.5)
    wide = line[:, 0] / np.cos(np.pi / 8)
    points = np.column_stack([wide * np.cos(turn), wide * np.sin(turn), line[:, 1] + 0.02])
    rib = struts(points[:-1], points[1:], 0.1, IRON, caps=False)
    top = DOME_M + DOME_RISE_M
    needle = lathe.lathe(
        profile.line(
            (0.34, top - 0.4),
            (0.22, top + 0.1),
            (0.4, top + 0.3),
            (0.14, top + 0.6),
            (0.3, top + 0.95),
            (0.1, top + 1.3),
            (0.0, height_m),
        ),
        IRON,
        sides=6,
        crease_deg=60.0,
    )
    return merge([shell, transform.around(rib, 8), needle])
