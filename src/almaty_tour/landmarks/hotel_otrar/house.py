"""The slab of Hotel Otrar: arched loggias with ornament over an arcaded podium."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.mesh.data import MeshData, as_part, merge

HALF_M, FRONT_M, BACK_M = 42.5, -14.5, 14.5
SLAB_X_M, SLAB_Y_M = 40.5, (-11.5, 4.5)
PODIUM_M, STOREY_M, FLOORS, BAYS = 7.4, 3.15, 6, 16
BAY_M = 2 * SLAB_X_M / BAYS
EAVES_M = PODIUM_M + FLOORS * STOREY_M

LIGHT = Paint("plaster", "#EFE6D6")
WHITE = Paint("plaster", "#F6F1E6")
BROWN = Paint("plaster", "#B98B5E")
DARK = Paint("window")
FRAME = Paint("painted_metal", "#6B5A48")
FOOT = Paint("granite", "#8C827A")
ROOF = Paint("roof_flat", "#A39B90")
SIGN = Paint("lettering", "#8E2F26")


def house() -> MeshData:
    """Podium, slab with its loggias, roof and name."""
    return merge(
        [
            as_part(merge([_podium(), _canopy()]), "podium"),
            as_part(merge([_loggias(), _slab(), _rear()]), "loggias"),
            as_part(_roof(), "roof"),
        ]
    )


def _loggias() -> MeshData:
    """One cell: an arched frame, a parapet with a lozenge, glass deep behind."""
    arch = Opening(BAY_M - 0.7, STOREY_M - 0.32, head="persian", reveal_m=0.35, glass=None, steps=2)
    face = wall(BAY_M, STOREY_M, LIGHT, [Placed(BAY_M / 2, 0.001, arch)])
    half = BAY_M / 2
    parapet = quadrilaterals(
        [[(-half + 0.35, 0.1, 0.0), (half - 0.35, 0.1, 0.0), (half - 0.35, 0.1, 1.0),
          (-half + 0.35, 0.1, 1.0)],
         [(-half + 0.35, 0.1, 1.0), (half - 0.35, 0.1, 1.0), (half - 0.35, 0.3, 1.0),
          (-half + 0.35, 0.3, 1.0)]], WHITE,
    )  # fmt: skip
    lozenges = [
        quadrilaterals([[(x - 0.55, 0.07, 0.5), (x, 0.07, 0.14), (x + 0.55, 0.07, 0.5),
                         (x, 0.07, 0.86)]], BROWN)
        for x in (-1.2, 0.0, 1.2)
    ]  # fmt: skip
    glass = quadrilaterals(
        [[(-half + 0.6, 1.28, 0.1), (half - 0.6, 1.28, 0.1), (half - 0.6, 1.28, 2.4),
          (-half + 0.6, 1.28, 2.4)]], DARK,
    )  # fmt: skip
    cell = merge([transform.move(face, -half), parapet, *lozenges, glass])
    x = (np.arange(BAYS) - BAYS / 2 + 0.5) * BAY_M
    z = PODIUM_M + STOREY_M * np.arange(FLOORS)
    grid = np.stack(np.meshgrid(x, [SLAB_Y_M[0]], z, indexing="ij"), axis=-1).reshape(-1, 3)
    return transform.at(cell, grid)


def _slab() -> MeshData:
    """Wall behind the loggias, floors, fins between the bays, ends and crown."""
    x, y0, y1 = SLAB_X_M, *SLAB_Y_M
    floors = [
        block((-x, y0 + 0.02, PODIUM_M + STOREY_M * i - 0.12), (x, y0 + 1.4,
              PODIUM_M + STOREY_M * i + 0.02), WHITE) for i in range(FLOORS)
    ]  # fmt: skip
    body = diced(block((-x, y0 + 1.3, PODIUM_M - 0.5), (x, y1, EAVES_M), LIGHT), 14.0)
    fin = block((-0.2, y0 - 0.45, PODIUM_M - 0.2), (0.2, y0 + 1.3, EAVES_M + 0.5), WHITE)
    at = (np.arange(BAYS + 1) - BAYS / 2) * BAY_M
    fins = transform.at(fin, np.column_stack([at, 0 * at]))
    crown = [
        block((-x - 0.3, y0 - 0.6, EAVES_M), (x + 0.3, y0 + 1.2, EAVES_M + 1.3), LIGHT),
        block((-x - 0.3, y1 - 0.4, EAVES_M - 0.2), (x + 0.3, y1 + 0.3, EAVES_M + 1.0), LIGHT),
    ]
    row = [
        quadrilaterals([[(v - 0.9, y0 - 0.63, EAVES_M + 0.65), (v, y0 - 0.63, EAVES_M + 0.2),
                         (v + 0.9, y0 - 0.63, EAVES_M + 0.65), (v, y0 - 0.63, EAVES_M + 1.1)]],
                       BROWN) for v in np.arange(-39.0, 39.5, 2.6)
    ]  # fmt: skip
    ends = [
        diced(block((s * x - 0.3, y0 - 0.5, PODIUM_M - 0.3), (s * x + 0.3, y1 + 0.3,
                    EAVES_M + 1.3), LIGHT), 14.0) for s in (-1, 1)
    ]  # fmt: skip
    slots = [
        block((s * (x + 0.3) - 0.06, -4.6, PODIUM_M + 1.5), (s * (x + 0.3) + 0.06, -2.6,
              EAVES_M - 1.0), DARK) for s in (-1, 1)
    ]  # fmt: skip
    return merge([*floors, body, fins, *crown, *row, *ends, *slots])


def _rear() -> MeshData:
    """Rows of plain windows to the yard and a stair tower."""
    y = SLAB_Y_M[1]
    pane = quadrilaterals(
        [
            [
                (0.8, y + 0.03, 0.9),
                (-0.8, y + 0.03, 0.9),
                (-0.8, y + 0.03, 2.3),
                (0.8, y + 0.03, 2.3),
            ]
        ],
        DARK,
    )
    x = (np.arange(BAYS) - BAYS / 2 + 0.5) * BAY_M
    z = PODIUM_M + STOREY_M * np.arange(FLOORS)
    grid = np.stack(np.meshgrid(x[np.abs(x) > 4], [0.0], z, indexing="ij"), axis=-1).reshape(-1, 3)
    tower = diced(
        block((-3.2, y - 0.1, PODIUM_M - 0.4), (3.2, y + 3.0, EAVES_M + 2.4), LIGHT), 14.0
    )
    return merge([transform.at(pane, grid), tower])


def _podium() -> MeshData:
    """Two storeys of halls behind a row of tall pointed arches."""
    x, y0, y1 = HALF_M, FRONT_M, BACK_M
    arch = Opening(3.1, 5.6, head="persian", bars=(2, 1), frame=FRAME, reveal_m=0.5, steps=2)
    count = 19
    bay = 2 * x / count
    one = wall(bay, PODIUM_M, LIGHT, [Placed(bay / 2, 0.7, arch)])
    at = -x + bay * np.arange(count)
    front = transform.at(one, np.column_stack([at, np.full(count, y0)]))
    core = diced(block((-x + 0.5, y0 + 0.8, -1.5), (x - 0.5, y1, PODIUM_M - 0.1), LIGHT), 12.0)
    foot = block((-x - 0.2, y0 - 0.2, -1.5), (x + 0.2, y1 + 0.2, 0.6), FOOT)
    edge = extrude.sweep(
        profile.line((-0.4, -0.3), (0.45, -0.2), (0.45, 0.5), (-0.4, 0.5)),
        profile.line((-x, y0), (x, y0), (x, y1), (-x, y1)), WHITE, z_m=PODIUM_M,
    )  # fmt: skip
    lid = diced(extrude.sheet(profile.rectangle(2 * x, y1 - y0), PODIUM_M + 0.05, ROOF), 14.0)
    side = Opening(3.0, 4.6, reveal_m=0.3, frame_m=0.0)
    flank = wall(
        29.0, PODIUM_M, LIGHT, [Placed(v, 1.2, side) for v in (4.0, 9.5, 15.0, 20.5, 25.5)]
    )
    flanks = [
        transform.on_edge(flank, (x + 0.02, y0), (x + 0.02, y1)),
        transform.on_edge(flank, (-x - 0.02, y1), (-x - 0.02, y0)),
    ]
    return merge([front, core, foot, edge, lid, *flanks])


def _canopy() -> MeshData:
    """A thick canopy on four pointed-arched walls before the middle doors."""
    y = FRONT_M
    slab = block((-9.0, y - 6.0, 4.3), (9.0, y + 0.2, 5.1), WHITE)
    band = block((-9.1, y - 6.1, 4.45), (9.1, y - 5.9, 4.95), BROWN)
    post = block((-0.35, y - 5.4, -0.2), (0.35, y - 4.7, 4.4), WHITE)
    posts = transform.at(post, [(v, 0.0) for v in (-8.0, -3.0, 3.0, 8.0)])
    doors = [block((v - 1.2, y - 0.06, 0.0), (v + 1.2, y + 0.1, 2.9), DARK) for v in (-4.4, 0, 4.4)]
    return merge([slab, band, posts, *doors])


def _roof() -> MeshData:
    """Flat roof, plant rooms, and the name on a rack over the front."""
    y0, y1 = SLAB_Y_M
    plan = profile.rectangle(2 * SLAB_X_M, y1 - y0 - 1.6, (0.0, (y0 + y1) / 2 + 0.4))
    lid = diced(extrude.sheet(plan, EAVES_M + 0.04, ROOF), 14.0)
    rooms = [block((v - 3.0, -4.0, EAVES_M), (v + 3.0, 1.0, EAVES_M + 2.4), LIGHT)
             for v in (-24.0, 24.0)]  # fmt: skip
    z = EAVES_M + 1.3
    x = np.linspace(-9.0, 9.0, 6)
    foot = np.column_stack([x, np.full(6, y0 + 0.4), np.full(6, z - 0.2)])
    rack = struts(foot, foot + np.array([0.0, 0.0, 0.6]), 0.12, Paint("steel"))
    bar = block((-9.4, y0 + 0.32, z + 0.35), (9.4, y0 + 0.48, z + 0.45), Paint("steel"))
    name = transform.move(lettering("ОТЫРАР", 1.9, SIGN, out_m=0.25, spacing_m=0.9),
                          0.0, y0 + 0.4, z + 0.45)  # fmt: skip
    return merge([lid, *rooms, rack, bar, name])
