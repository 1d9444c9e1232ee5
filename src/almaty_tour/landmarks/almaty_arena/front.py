"""Before the skins of the arena: golden letters, the white stair on V legs, door canopies."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import railing
from almaty_tour.kit.transform import at, move, turn_z
from almaty_tour.landmarks.almaty_arena import shell
from almaty_tour.mesh.data import MeshData, merge

UP: Final = np.array([0.0, 0.0, 1.0])
WHITE = Paint("painted_metal", "#EEF0F0")
LETTERS = Paint("lettering_lit", "#E2B878")
MARK = Paint("lettering", "#EEF0F0")
STAIR_X: Final = (-12.0, 8.0)
STAIR_Y: Final = (-53.0, -48.0)
STAIR_M: Final = 8.4
LETTER_M: Final = 4.2


def name() -> MeshData:
    """ALMATY ARENA along the swelling roofline of the low drum, on a frame."""
    text = lettering("ALMATY ARENA", LETTER_M, LETTERS, out_m=0.5, bold_m=0.1, spacing_m=0.35)
    drum = shell.NAMED
    x = text.positions[:, 0].astype(np.float64)
    edge = 12.4 * drum.lift(np.column_stack([x, x])) + 0.9
    y = drum.centre[1] - drum.half_m[1] * (1.0 - np.abs(x / drum.half_m[0]) ** 2.6) ** (1 / 2.6)
    places = text.positions.astype(np.float64)
    places = np.column_stack([x + drum.centre[0], places[:, 1] + y + 1.4, places[:, 2] + edge])
    letters = replace(text, positions=places.astype(np.float32))
    spots = np.linspace(float(x.min()), float(x.max()), 10)
    foot = 12.4 * drum.lift(np.column_stack([spots, spots]))
    back = drum.centre[1] - drum.half_m[1] * (1.0 - np.abs(spots / drum.half_m[0]) ** 2.6) ** (
        1 / 2.6
    )
    low = np.column_stack([spots + drum.centre[0], back + 1.9, foot])
    posts = struts(low, low + LETTER_M * 0.8 * UP, 0.12, WHITE)
    bars = [struts(low[:-1] + h * UP, low[1:] + h * UP, 0.12, WHITE) for h in (1.2, 3.4)]
    return merge([letters, posts, *bars])


def stair() -> MeshData:
    """The outer stair: a landing between the halls, one long flight, V legs under it."""
    (x0, x1), (y0, y1) = STAIR_X, STAIR_Y
    count = 28
    k = np.arange(count)
    run = (x1 - x0) / count
    tread = block((0.0, y0, -0.3), (run + 0.02, y1, 0.0), WHITE)
    steps = at(
        tread,
        np.column_stack([x0 + k * run, np.zeros(count), STAIR_M * (1.0 - (k + 1) / (count + 1))]),
    )
    pieces = [steps]
    for y in (y0 - 0.25, y1):
        ring = [(x0, y), (x1, y), (x1, y + 0.25), (x0, y + 0.25)]
        foot = [(a, b, STAIR_M - 1.0 if a == x0 else -0.6) for a, b in ring]
        head = [(a, b, STAIR_M + 0.9 if a == x0 else 0.9) for a, b in ring]
        pieces.append(hexahedra([[*foot, *head]], WHITE))
    pieces.append(block((x0 - 9.0, y0 - 0.2, STAIR_M - 0.5), (x0, y1 + 0.2, STAIR_M), WHITE))
    pieces.append(block((x0 - 9.0, y1, STAIR_M - 0.5), (x0 - 2.0, -28.0, STAIR_M), WHITE))
    pieces.append(
        railing(
            [(x0, y0), (x0 - 9.0, y0), (x0 - 9.0, -30.0)],
            Paint("steel"),
            z_m=STAIR_M,
            bars=2,
            post_m=2.4,
        )
    )
    legs = []
    for x, top in ((x0 - 7.0, STAIR_M - 0.5), (x0 + 1.5, STAIR_M - 1.6), (x0 + 9.0, STAIR_M - 4.6)):
        for y in (y0 + 0.6, y1 - 0.6):
            legs += [((x, y, -1.3), (x - 1.5, y, top)), ((x, y, -1.3), (x + 1.2, y, top))]
    ends = np.array(legs)
    return merge([*pieces, struts(ends[:, 0], ends[:, 1], 0.4, WHITE)])


def canopies() -> MeshData:
    """Curved white canopies over the doors of all three halls, on slim posts."""
    pieces = []
    for hall, low, high, level, deep in (
        (shell.ARENA, 236.0, 292.0, 1.9, 6.0),
        (shell.NAMED, 250.0, 290.0, 1.3, 3.6),
        (shell.TRAINING, 250.0, 290.0, 1.3, 3.6),
    ):
        count = 12
        turn = np.radians(np.linspace(low, high, count + 1))
        rows = np.full(count + 1, level)
        share = np.sin(np.linspace(0.12, np.pi - 0.12, count + 1))
        inner, outer = hall.points(turn, rows, -0.4), hall.points(turn, rows, deep * share)
        z = float(inner[:, 2].mean())
        inner[:, 2], outer[:, 2] = z, z - 0.3
        up = np.array([0.0, 0.0, 0.45])
        ring = np.stack([inner[:-1], outer[:-1], outer[1:], inner[1:]], axis=1)
        pieces.append(hexahedra(np.concatenate([ring, ring + up], axis=1), WHITE))
        posts = outer[2:-2:2] * [1.0, 1.0, 0.0]
        posts = posts + (inner[2:-2:2] - outer[2:-2:2]) * [0.12, 0.12, 0.0]
        pieces.append(struts(posts - UP, posts + (z - 0.2) * UP, 0.26, WHITE))
    letter = turn_z(lettering("A", 3.2, MARK, out_m=0.3, bold_m=0.08), -9.0)
    spot = shell.ARENA.points(np.radians([261.0]), np.array([1.9]), 4.6)[0]
    return merge([*pieces, move(letter, *spot)])
