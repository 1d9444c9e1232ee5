"""The west stand of the Central Stadium: canopy on steel frames, offices behind the seats."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block, sweep
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.transform import at, move, turn_z
from almaty_tour.kit.wall import grid_wall
from almaty_tour.landmarks.central_stadium import bowl
from almaty_tour.mesh.data import MeshData, merge

HALF_Y: Final = 51.0
BACK_X: Final = bowl.FIRST_M + bowl.depth_m(bowl.LONG)
HOUSE_X: Final = 84.0
HOUSE_M: Final = 14.0
FRAMES: Final = 13
ROOF_X: Final = (50.5, 77.5)
ROOF_M: Final = (18.6, 20.6)
WINDOW = Opening(3.0, 2.2, reveal_m=0.3, bars=(1, 1), frame_m=0.0)
SHEET = Paint("roof_metal", "#E4E8EA")
EDGE = Paint("painted_metal", "#2467B0")


def stand() -> MeshData:
    """Seats, offices, frames, roof, the boxes of honour in the middle."""
    return merge(
        [
            bowl.long_stand(1.0),
            bowl.tunnel(bowl.FIRST_M, 0.0),
            _house(),
            _frames(),
            _roof(),
            _boxes(),
        ]
    )


def _house() -> MeshData:
    """Three storeys of offices behind the stand with a row of piers and real windows."""
    length = 2 * HALF_Y
    rear = turn_z(grid_wall(length, HOUSE_M + 1.5, 15, 3, WINDOW, bowl.STUCCO, sill_m=1.9), 90.0)
    pier = block((0.0, -0.4, -1.5), (0.55, 0.4, HOUSE_M), bowl.STUCCO)
    piers = at(pier, [(HOUSE_X, y) for y in np.linspace(-HALF_Y, HALF_Y, 16)])
    core = block((BACK_X, -HALF_Y, -1.5), (HOUSE_X - 0.4, HALF_Y, HOUSE_M), bowl.STUCCO)
    roof = tiles(
        (BACK_X, -HALF_Y), (HOUSE_X, HALF_Y), HOUSE_M + 0.05, Paint("roof_flat", "#8E8E8A"), 8.0
    )
    ring = p.line((BACK_X, -HALF_Y), (HOUSE_X, -HALF_Y), (HOUSE_X, HALF_Y), (BACK_X, HALF_Y))
    crown = p.line((-0.4, -0.9), (0.1, -0.9), (0.1, -0.5), (0.8, -0.2), (0.8, 0.3), (0.2, 0.3),
                   (0.2, 0.9), (-0.4, 0.9))  # fmt: skip
    cornice = diced(sweep(crown, ring, bowl.PALE, z_m=HOUSE_M, closed=False, crease_deg=0.0), 26.0)
    doors = [
        block((HOUSE_X + 0.1, y - 2.0, -0.5), (HOUSE_X + 0.3, y + 2.0, 3.2), Paint("window"))
        for y in (-30.0, 0.0, 30.0)
    ]
    hoods = [
        block((HOUSE_X, y - 3.0, 3.3), (HOUSE_X + 2.6, y + 3.0, 3.7), bowl.PALE)
        for y in (-30.0, 0.0, 30.0)
    ]
    return merge([move(rear, HOUSE_X, -HALF_Y, -1.5), piers, diced(core, 26.0), roof, cornice,
                  *doors, *hoods])  # fmt: skip


def _frames() -> MeshData:
    """Steel frames: a post behind the seats, a long arm forwards, a tie over its back."""
    post, arm = [], []
    for y in np.linspace(-HALF_Y + 1.0, HALF_Y - 1.0, FRAMES):
        post.append(((BACK_X + 1.2, y, HOUSE_M - 1.0), (BACK_X + 1.2, y, 25.0)))
        arm.append(((ROOF_X[0], y, ROOF_M[0] - 0.35), (ROOF_X[1], y, ROOF_M[1] - 0.35)))
    ties = [((BACK_X + 1.2, a[0][1], 25.0), (x, a[0][1], z)) for a in arm
            for x, z in ((60.0, ROOF_M[0] + 0.7), (ROOF_X[1], ROOF_M[1]))]  # fmt: skip
    front = [
        ((ROOF_X[0] + 0.3, -HALF_Y, ROOF_M[0] - 0.3), (ROOF_X[0] + 0.3, HALF_Y, ROOF_M[0] - 0.3))
    ]
    made = []
    for pairs, width in ((post, 0.55), (arm, 0.42), (ties, 0.18), (front, 0.4)):
        ends = np.array(pairs)
        made.append(struts(ends[:, 0], ends[:, 1], width, bowl.STEEL, caps=False))
    return merge(made)


def _roof() -> MeshData:
    """Folded sheets between the frames, a blue edge to the field."""
    y = np.linspace(-HALF_Y, HALF_Y, 2 * FRAMES + 1)
    fold = np.where(np.arange(len(y)) % 2 == 0, 0.0, 0.7)
    low, high = ROOF_M
    cells = []
    for k in range(len(y) - 1):
        corners = [
            (ROOF_X[0], y[k]),
            (ROOF_X[1], y[k]),
            (ROOF_X[1], y[k + 1]),
            (ROOF_X[0], y[k + 1]),
        ]
        lift = [low + fold[k], high + fold[k], high + fold[k + 1], low + fold[k + 1]]
        foot = [(*c, z - 0.15) for c, z in zip(corners, lift, strict=True)]
        head = [(*c, z) for c, z in zip(corners, lift, strict=True)]
        cells.append([*foot, *head])
    edge = block((ROOF_X[0] - 0.25, -HALF_Y, low - 0.5), (ROOF_X[0], HALF_Y, low + 1.0), EDGE)
    return merge([hexahedra(np.array(cells), SHEET), diced(edge, 12.0)])


def _boxes() -> MeshData:
    """The glazed commentators' row over the last seats."""
    z = bowl.top_m(bowl.LONG)
    body = block((BACK_X - 3.4, -22.0, z), (BACK_X, 22.0, z + 3.4), bowl.STUCCO)
    pane = block((BACK_X - 3.55, -21.6, z + 1.1), (BACK_X - 3.35, 21.6, z + 2.8), Paint("window"))
    bars = at(block((-0.12, -0.1, z + 1.0), (0.1, 0.1, z + 2.9), bowl.STEEL),
              [(BACK_X - 3.5, v) for v in np.linspace(-21.6, 21.6, 19)])  # fmt: skip
    return merge([diced(body, 8.0), pane, bars])
