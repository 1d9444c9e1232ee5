"""The white arch at the head of the alley and the bronze al-Farabi before the rectorate."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit import stair, statue
from almaty_tour.kit.arch import archivolt
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, panel, sweep
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at, mirror_y, move
from almaty_tour.mesh.data import MeshData, merge

ARCH_Y: Final = -86.0
HALF_X: Final = 9.6
DEPTH_M: Final = 5.6
BODY_M: Final = 13.6
TOP_M: Final = 17.6
STATUE_Y: Final = 20.0
MARBLE = Paint("marble", "#F1EEE7")
SHADE = Paint("marble", "#DCD6CA")
GOLD = Paint("gilded_plaster", "#FFE9B0")
WORD = Paint("lettering_gilt", "#FFE9B0")
GRANITE = Paint("granite", "#8C5B4E")
BRONZE = Paint("bronze_dark")


def arch() -> MeshData:
    """One opening between two piers, an attic, gold bands and the name."""
    hole = p.opening("round", 8.6, 10.6, steps=8)
    outline = p.joined(
        p.line((-HALF_X, -1.5), (-4.3, -1.5)),
        hole[2:][::-1],
        p.line((4.3, -1.5), (HALF_X, -1.5), (HALF_X, BODY_M), (-HALF_X, BODY_M)),
    )
    body = panel(outline, -DEPTH_M / 2, DEPTH_M / 2, MARBLE)
    front = merge([_face(hole), _sign()])
    both = merge([front, mirror_y(_face(hole))])
    attic = block(
        (-HALF_X + 0.6, -DEPTH_M / 2 + 0.5, BODY_M),
        (HALF_X - 0.6, DEPTH_M / 2 - 0.5, TOP_M - 0.7),
        MARBLE,
    )
    ring = p.rectangle(2 * HALF_X, DEPTH_M)
    high = p.rectangle(2 * HALF_X - 1.2, DEPTH_M - 1.0)
    crown = p.line((-0.4, 0.0), (0.1, 0.0), (0.3, 0.3), (0.7, 0.55), (0.7, 0.85), (-0.4, 0.95))
    bead = p.line((-0.1, 0.0), (0.12, 0.0), (0.12, 0.22), (-0.1, 0.22))
    made = [body, both, diced(attic, 4.0), sweep(crown, ring, SHADE, z_m=BODY_M - 0.5),
            sweep(bead, ring, GOLD, z_m=BODY_M - 0.9), sweep(crown, high, SHADE, z_m=TOP_M - 0.95),
            sweep(bead, high, GOLD, z_m=BODY_M + 0.6)]  # fmt: skip
    return move(merge(made), 0.0, ARCH_Y)


def _face(hole: p.F64) -> MeshData:
    """Pilasters, archivolt, gold roundels on one broad side."""
    front = -DEPTH_M / 2
    ring = move(archivolt(hole, 0.7, 0.18, SHADE), 0.0, front)
    bead = move(archivolt(p.opening("round", 10.2, 11.4, steps=8), 0.16, 0.22, GOLD), 0.0, front)
    pilaster = merge(
        [
            block((-0.6, -0.35, 0.9), (0.6, 0.0, BODY_M - 1.7), MARBLE),
            block((-0.8, -0.5, -1.5), (0.8, 0.0, 0.9), SHADE),
            block((-0.8, -0.5, BODY_M - 1.7), (0.8, 0.0, BODY_M - 1.0), GOLD),
        ]
    )
    spots = [(s * x, front) for s in (-1, 1) for x in (6.2, 8.7)]
    discs = [move(_roundel(), s * 7.45, front, 10.9) for s in (-1, 1)]
    return merge([ring, bead, at(pilaster, spots), *discs])


def _roundel() -> MeshData:
    """A gold star in a ring."""
    rim = panel(p.circle(0.95, 16), -0.12, 0.0, GOLD, holes=[p.circle(0.78, 16)], back=False)
    return merge([rim, panel(p.star(8, 0.7, 0.34), -0.16, 0.0, GOLD, back=False)])


def _sign() -> MeshData:
    name = lettering("МӘҢГІЛІК ЕЛ", 1.15, WORD, out_m=0.14, bold_m=0.03, spacing_m=0.25)
    return move(name, 0.0, -DEPTH_M / 2 + 0.48, BODY_M + 1.15)


def _sound(data: MeshData) -> MeshData:
    """The figure with flat normals on the few faces that disagree with their corners'."""
    corner = data.positions[data.faces].astype(np.float64)
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    length = np.linalg.norm(across, axis=1)
    along = np.einsum("mi,mki->mk", across, data.normals[data.faces].astype(np.float64))
    wrong = (along <= 0.05 * length[:, None]).any(axis=1) & (length > 1e-9)
    kept = replace(data, faces=data.faces[~wrong & (length > 1e-9)])
    flat = solid(
        corner[wrong].reshape(-1, 3),
        np.arange(3 * wrong.sum()).reshape(-1, 3),
        BRONZE,
        crease_deg=0.0,
    )
    return merge([kept, flat])


def farabi() -> MeshData:
    """The scholar in a robe and a turban on a stepped base of red granite."""
    figure = _sound(
        statue.standing(4.4, BRONZE, pose="sides", hat="turban", beard=True, triangles=1500)
    )
    steps = stair.around(p.rectangle(5.6, 5.6), 0.45, 3, Paint("granite", "#A39C94"), tread_m=0.5)
    foot = block((-3.6, -3.6, -1.5), (3.6, 3.6, 0.05), Paint("granite", "#A39C94"))
    plinth = merge(
        [
            block((-1.8, -1.8, 0.45), (1.8, 1.8, 1.0), GRANITE),
            diced(block((-1.35, -1.35, 1.0), (1.35, 1.35, 3.3), GRANITE), 1.5),
            block((-1.55, -1.55, 3.3), (1.55, 1.55, 3.6), GRANITE.shaded(0.85)),
        ]
    )
    name = block((-0.8, -1.4, 1.9), (0.8, -1.34, 2.5), GOLD)
    return move(merge([foot, steps, plinth, name, move(figure, z=3.6)]), 0.0, STATUE_Y)
