"""Faculty blocks and the library: low slabs whose upper floors push out behind box fins."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.kit.curtain import Curtain, face
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.transform import at, move, turn_z
from almaty_tour.landmarks._shared.sport_parts import cladding, fins, plot, returned
from almaty_tour.landmarks.kaznu_campus.tower import CONCRETE, DARK, FRAME, ROOF, STONE, WHITE
from almaty_tour.mesh.data import MeshData, merge

LENGTH_M: Final = 44.0
DEPTH_M: Final = 16.0
STOREY_M: Final = 3.8
TOP_M: Final = 16.4
CENTRE_X: Final = 51.0
CENTRES_Y: Final = (-52.0, 4.0)
PUSH_M: Final = (2.0, 1.0, 1.0, 0.0)
"""How far every storey stands behind the uppermost."""
STRIP = Curtain(
    Paint("window", "#D4DEE8"), Paint("plaster", "#BDB6A9"), FRAME, storey_m=STOREY_M, sill_m=1.0,
    pane_m=3.0, base_m=0.4, variety=0.25, mullion_m=(0.0, 0.0), transom_m=(0.0, 0.0),
)  # fmt: skip


def faculties() -> MeshData:
    """Three faculty blocks; the fourth place of the two pairs is the library's."""
    here = faculty()
    return merge([turned(here, -1.0, CENTRES_Y[0]), turned(here, -1.0, CENTRES_Y[1]),
                  turned(here, 1.0, CENTRES_Y[1])])  # fmt: skip


def turned(data: MeshData, sign: float, y_m: float) -> MeshData:
    """A block set on the east (-1) or west (1) side, its front to the axis."""
    return move(turn_z(data, -90.0 * sign), sign * CENTRE_X, y_m)


def faculty() -> MeshData:
    """Four storeys: recessed foot on piers, three floors behind fins, a stair tower at one end."""
    half, deep = LENGTH_M / 2, DEPTH_M / 2
    pieces = []
    for k, back in enumerate(PUSH_M):
        low, high = 0.4 + k * STOREY_M, 0.4 + (k + 1) * STOREY_M
        front = -deep + back + 0.9
        pieces.append(
            face(
                (-half + back, front),
                (half - back, front),
                low,
                (high, high),
                STRIP,
                f"faculty {k}",
            )
        )
        out = PUSH_M[min(k + 1, 3)]
        slab = (-half + out, -deep + out, high - 0.35), (half - out, deep, high + 0.1)
        pieces.append(diced(block(*slab, CONCRETE), 24.0))
        if k:
            count = 21 if k < 3 else 28
            pieces.append(
                fins(
                    (-half + back + 0.2, front),
                    (half - back - 0.2, front),
                    count,
                    (0.4, 0.95),
                    (low - 0.3, high),
                    CONCRETE if k < 3 else WHITE,
                )
            )
    pieces += [_ends(), _rear(PUSH_M), _top()]
    core = block((-half + 2.2, -deep + 3.0, -1.5), (half - 2.2, deep - 0.2, TOP_M - 1.4), DARK)
    piers = at(block((-0.4, -0.4, -1.5), (0.4, 0.4, 4.0), CONCRETE),
               [(x, -deep + 1.5) for x in np.linspace(-half + 3.0, half - 3.0, 9)])  # fmt: skip
    foot = block((-half + 2.0, -deep + 2.4, -1.5), (half - 2.0, deep, 0.4), STONE)
    porch = block((-4.0, -deep - 1.2, 3.6), (4.0, -deep + 2.2, 4.0), WHITE)
    return merge([*pieces, diced(core, 24.0), piers, foot, porch])


def _ends() -> MeshData:
    """Blind ends in three steps."""
    half, deep = LENGTH_M / 2, DEPTH_M / 2
    pieces = []
    for k, back in enumerate(PUSH_M):
        low, high = (0.4 + k * STOREY_M if k else -1.5), 0.4 + (k + 1) * STOREY_M
        x, y = half - back, -deep + back + (0.5 if k else 0.9)
        paint = STONE if k == 0 else WHITE
        for a, b in (((x, y), (x, deep)), ((-x, deep), (-x, y))):
            pieces.append(cladding(a, b, low, high, (5.0, STOREY_M), paint, f"faculty end {k}"))
    return merge(pieces)


def _rear(backs: tuple[float, ...]) -> MeshData:
    """The plain back: strips of windows in one plane."""
    half, deep = LENGTH_M / 2, DEPTH_M / 2
    plain = Curtain(
        Paint("window"), WHITE, FRAME, storey_m=STOREY_M, sill_m=2.0, pane_m=3.7, base_m=-0.6,
        mullion_m=(0.35, 0.05), transom_m=(0.0, 0.0),
    )  # fmt: skip
    pieces = []
    for k, back in enumerate(backs):
        low = 0.4 + k * STOREY_M if k else -1.5
        high = TOP_M - 0.6 if k == 3 else 0.4 + (k + 1) * STOREY_M
        pieces.append(
            face((half - back, deep), (back - half, deep), low, (high, high), plain, f"rear {k}")
        )
    return merge(pieces)


def _top() -> MeshData:
    """A flat roof behind a deep coping, two lift houses, skylights."""
    half, deep = LENGTH_M / 2, DEPTH_M / 2
    ring = plot((-half - 0.2, -deep - 0.2), (half + 0.2, deep + 0.2))
    low = 0.4 + 4 * STOREY_M
    rim = [diced(block((min(a[0], b[0]) - 0.2, min(a[1], b[1]) - 0.2, low),
                       (max(a[0], b[0]) + 0.2, max(a[1], b[1]) + 0.2, TOP_M), CONCRETE), 24.0)
           for a, b in zip(ring, np.roll(ring, -1, axis=0), strict=True)]  # fmt: skip
    roof = tiles((-half, -deep), (half, deep), low + 0.2, ROOF, 15.0)
    house = [block((x - 2.5, 0.0, low), (x + 2.5, 5.0, low + 2.4), WHITE) for x in (-15.0, 15.0)]
    lights = at(block((-1.6, -0.7, low), (1.6, 0.7, low + 0.7), Paint("sky_glass", "#B9CBD6")),
                [(x, -2.5) for x in (-9.0, -4.5, 0.0, 4.5, 9.0)])  # fmt: skip
    return merge([*rim, roof, *house, lights])


def library() -> MeshData:
    """The library in the west: the same slab with an open glass front between two blind heads."""
    half, deep = LENGTH_M / 2, DEPTH_M / 2
    glass = Curtain(
        Paint("sky_glass", "#A3BACA"),
        Paint("blue_glass", "#8AA6C0"),
        FRAME,
        storey_m=4.0,
        sill_m=0.4,
        pane_m=1.6,
        base_m=0.4,
        variety=0.2,
        mullion_m=(0.14, 0.2),
        transom_m=(0.2, 0.16),
    )
    x = half - 7.0
    pieces = [face((-x, -deep + 1.6), (x, -deep + 1.6), 0.4, (13.4, 13.4), glass, "library")]
    for s in (-1.0, 1.0):
        a, b = sorted((s * x, s * half))
        pieces.append(
            cladding((a, -deep), (b, -deep), -1.5, TOP_M - 0.8, (3.5, 3.6), WHITE, f"lib {s}")
        )
        start, end = returned(s * x, (-deep, -deep + 1.8), s < 0)
        pieces.append(cladding(start, end, -1.5, 13.4, (1.8, 3.6), WHITE, f"libin {s}"))
        start, end = returned(s * half, (-deep, deep), s > 0)
        pieces.append(cladding(start, end, -1.5, TOP_M - 0.8, (5.3, 4.4), WHITE, f"libend {s}"))
    lintel = block((-x, -deep - 0.25, 13.4), (x, -deep + 1.8, TOP_M - 0.8), CONCRETE)
    columns = at(block((-0.4, -0.4, -1.5), (0.4, 0.4, 13.4), WHITE),
                 [(v, -deep + 0.5) for v in np.linspace(-x + 3.0, x - 3.0, 7)])  # fmt: skip
    core = block((-half + 0.4, -deep + 2.0, -1.5), (half - 0.4, deep - 0.2, TOP_M - 1.4), DARK)
    foot = block((-x, -deep + 0.05, -1.5), (x, -deep + 2.0, 0.4), STONE)
    name = move(
        lettering("КІТАПХАНА", 1.15, Paint("lettering", "#2C63AE"), out_m=0.16, spacing_m=0.3),
        0.0,
        -deep - 0.26,
        13.75,
    )
    built = merge(
        [
            *pieces,
            diced(lintel, 6.0),
            columns,
            diced(core, 24.0),
            foot,
            name,
            _rear((0.0,) * 4),
            _top(),
        ]
    )
    return turned(built, 1.0, CENTRES_Y[0])
