"""The rectorate: an upright white slab behind a grid of sun-breakers on a very wide podium."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.curtain import Curtain, face
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block, sweep
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.transform import along, at, mirror_x, move, turn_z
from almaty_tour.landmarks._shared.sport_parts import cladding, fins, plot
from almaty_tour.mesh.data import MeshData, merge

HALF_X: Final = 22.0
SLAB_Y: Final = (48.0, 64.0)
PODIUM_X: Final = 48.0
PODIUM_Y: Final = (38.0, 76.0)
PODIUM_M: Final = 9.4
STOREYS: Final = 13
STOREY_M: Final = 3.4
ROOF_M: Final = PODIUM_M + STOREYS * STOREY_M
BAYS: Final = 20
PAVILION = ((34.0, 36.4), (50.0, 56.0))
PAVILION_M: Final = 12.4

WHITE = Paint("plaster", "#EFEDE6")
CONCRETE = Paint("concrete", "#D9D3C7")
FRAME = Paint("painted_metal", "#E9EAE8")
STONE = Paint("granite", "#8F8A84")
ROOF = Paint("roof_flat", "#9A9A97")
DARK = Paint("painted_metal", "#4A525A")
GLASS = Curtain(
    Paint("window", "#C9D6E2"), Paint("plaster", "#C4CBD0"), FRAME, storey_m=STOREY_M, sill_m=1.15,
    pane_m=2.2, base_m=PODIUM_M, variety=0.25, tilt_deg=0.6, pale=Paint("sky_glass", "#C4CFD6"),
    pale_share=0.14, mullion_m=(0.0, 0.0), transom_m=(0.0, 0.0),
)  # fmt: skip
FOYER = Curtain(
    Paint("sky_glass", "#8FA6B8"), Paint("window"), FRAME, storey_m=3.8, sill_m=0.3, pane_m=2.0,
    base_m=0.0, mullion_m=(0.12, 0.12),
)  # fmt: skip


def tower(top_m: float) -> MeshData:
    """The slab: both long sides in a deep white grid, blind ends with a slot, the crown."""
    y0, y1 = SLAB_Y
    front = _grid_side(GLASS)
    rear = turn_z(_grid_side(replace(GLASS, pane_m=4.4)), 180.0)
    pieces = [move(front, 0.0, y0), move(rear, 0.0, y1), _ends(), _crown(top_m)]
    return merge(pieces)


def _grid_side(glazing: Curtain) -> MeshData:
    """Glass set back behind fins and slabs, middle at x = 0 on the plane y = 0, looking to -y."""
    glass = face((-HALF_X, 0.9), (HALF_X, 0.9), PODIUM_M, (ROOF_M, ROOF_M), glazing, "kaznu slab")
    upright = fins((-HALF_X + 0.3, 0.9), (HALF_X - 0.3, 0.9), BAYS + 1, (0.42, 1.25),
                   (PODIUM_M, ROOF_M), WHITE)  # fmt: skip
    shelf = block((-HALF_X, -0.1, -0.22), (HALF_X, 0.95, 0.2), WHITE)
    shelves = at(shelf, [(0.0, 0.0, PODIUM_M + k * STOREY_M) for k in range(STOREYS + 1)])
    return merge([glass, upright, shelves])


def _ends() -> MeshData:
    """Blind ends of plates with an upright slot of windows in the middle."""
    y0, y1 = SLAB_Y
    slot = Curtain(
        Paint("window"), Paint("plaster", "#C4CBD0"), FRAME, storey_m=STOREY_M, sill_m=1.2,
        pane_m=1.3, base_m=PODIUM_M, mullion_m=(0.0, 0.0),
    )  # fmt: skip
    pieces = []
    for a, b in ((y0, 54.6), (57.4, y1)):
        pieces.append(
            cladding(
                (HALF_X, a),
                (HALF_X, b),
                PODIUM_M,
                ROOF_M,
                (3.4, STOREY_M),
                WHITE,
                f"kaznu {a}",
                variety=0.06,
            )
        )
    pieces.append(
        face(
            (HALF_X - 0.5, 54.6),
            (HALF_X - 0.5, 57.4),
            PODIUM_M,
            (ROOF_M, ROOF_M),
            slot,
            "kaznu slot",
        )
    )
    jamb = block((HALF_X - 0.5, -0.1, PODIUM_M), (HALF_X + 0.25, 0.2, ROOF_M), WHITE)
    pieces += [diced(move(jamb, 0.0, y), 16.0) for y in (54.6, 57.3)]
    half = merge(pieces)
    mirrored = mirror_x(half)
    return merge([half, mirrored])


def _crown(top_m: float) -> MeshData:
    """The blind top storey, its cornice, the roof house and the letters over it."""
    y0, y1 = SLAB_Y
    ring = plot((-HALF_X, y0), (HALF_X, y1))
    wall = [
        cladding(ring[k], ring[(k + 1) % 4], ROOF_M, ROOF_M + 2.0, (7.3, 2.0), WHITE, f"crown {k}")
        for k in range(4)
    ]
    cap = p.line((-0.5, 0.0), (0.4, 0.0), (0.4, 0.4), (-0.5, 0.4))
    rim = sweep(cap, ring, CONCRETE, z_m=ROOF_M + 2.0)
    roof = tiles((-HALF_X, y0), (HALF_X, y1), ROOF_M + 1.95, ROOF, 8.0)
    house = block((-9.0, 53.0, ROOF_M + 1.0), (9.0, 61.0, ROOF_M + 4.4), WHITE)
    fans = at(block((-1.0, -1.0, 0.0), (1.0, 1.0, 1.3), DARK),
              [(x, 58.0, ROOF_M + 1.9) for x in (-18.0, -14.5, 14.5, 18.0)])  # fmt: skip
    sign_m = 3.1
    letters = lettering(
        "KazNU", sign_m, Paint("lettering", "#2C63AE"), out_m=0.35, bold_m=0.08, spacing_m=0.3
    )
    letters = move(letters, 0.0, y0 + 0.5, ROOF_M + 2.6)
    stays = [block((x - 0.1, y0 + 0.5, ROOF_M + 1.0), (x + 0.1, y0 + 0.9, ROOF_M + 5.4), DARK)
             for x in np.linspace(-6.0, 6.0, 5)]  # fmt: skip
    bars = [
        block((-6.5, y0 + 0.5, z), (6.5, y0 + 0.65, z + 0.14), DARK)
        for z in (ROOF_M + 2.75, ROOF_M + 5.3)
    ]
    rod = block((11.9, 56.9, ROOF_M + 1.0), (12.1, 57.1, top_m), DARK)
    return merge([*wall, rim, roof, house, fans, letters, *stays, *bars, rod])


UPPER = Curtain(
    Paint("window"),
    CONCRETE,
    FRAME,
    storey_m=3.8,
    sill_m=0.4,
    pane_m=2.4,
    base_m=5.0,
    mullion_m=(0.0, 0.0),
)


def podium() -> MeshData:
    """Two wide storeys: glass below, an upper floor of box fins that pushes out, side pavilions."""
    x, (y0, y1) = PODIUM_X, PODIUM_Y
    glass = face((-x + 2.0, y0 + 2.5), (x - 2.0, y0 + 2.5), 0.0, (4.4, 4.4), FOYER, "kaznu foyer")
    core = block((-x + 2.0, y0 + 2.8, -1.5), (x - 2.0, y1 - 0.3, PODIUM_M - 0.6), DARK)
    floor = block((-x, y0, 4.4), (x, y1, 5.0), CONCRETE)
    upper = face((-x + 0.4, y0 + 1.0), (x - 0.4, y0 + 1.0), 5.0, (8.6, 8.6), UPPER, "kaznu podium")
    boxes = fins((-x + 0.3, y0 + 1.0), (x - 0.3, y0 + 1.0), 41, (0.5, 1.3), (4.4, 9.0), CONCRETE)
    lid = block((-x, y0 - 0.3, 8.6), (x, y1, PODIUM_M), CONCRETE)
    roof = tiles((-x + 0.2, y0), (x - 0.2, y1 - 0.2), PODIUM_M + 0.04, ROOF, 8.0)
    posts = along(
        block((-0.35, -0.35, 0.0), (0.35, 0.35, 4.4), STONE),
        (-x + 2.4, y0 + 0.8),
        (x - 2.4, y0 + 0.8),
        17,
    )
    rear = [cladding((x, y1), (-x, y1), -1.5, PODIUM_M - 0.8, (9.6, 4.6), CONCRETE, "podium rear")]
    for a, b in (((x, y0 + 1.0), (x, y1)), ((-x, y1), (-x, y0 + 1.0))):
        rear.append(cladding(a, b, 5.0, PODIUM_M - 0.8, (4.0, 2.2), CONCRETE, f"podium {a}"))
        rear.append(cladding(a, b, -1.5, 4.4, (4.0, 3.0), STONE, f"podium low {a}"))
    canopy = block((-9.0, y0 - 5.0, 4.5), (9.0, y0 + 1.0, 5.1), WHITE)
    legs = at(
        block((-0.3, -0.3, 0.0), (0.3, 0.3, 4.5), WHITE), [(s * 8.0, y0 - 4.2) for s in (-1, 1)]
    )
    pavilions = [_pavilion(), mirror_x(_pavilion())]
    lights = at(
        block((-1.2, -1.2, PODIUM_M), (1.2, 1.2, PODIUM_M + 0.7), Paint("sky_glass", "#B8CBD8")),
        [(s * v, 68.0) for s in (-1, 1) for v in (27.0, 31.0, 38.0, 43.0)],
    )
    return merge(
        [
            glass,
            diced(core, 24.0),
            diced(floor, 24.0),
            upper,
            boxes,
            diced(lid, 24.0),
            roof,
            posts,
            *rear,
            diced(canopy, 5.0),
            legs,
            *pavilions,
            lights,
        ]
    )


def _pavilion() -> MeshData:
    """The taller box at the right end of the podium, open to the square with a tall window."""
    (x0, y0), (x1, y1) = PAVILION
    top = PAVILION_M
    pieces = [
        cladding((x0, y0), (x0 + 3.2, y0), -1.5, top, (3.2, 3.4), WHITE, "pavilion left"),
        cladding((x1 - 3.2, y0), (x1, y0), -1.5, top, (3.2, 3.4), WHITE, "pavilion right"),
        cladding((x1, y0), (x1, y1), -1.5, top, (4.0, 3.4), WHITE, "pavilion side"),
        cladding((x0, y1), (x0, y0), -1.5, top, (4.0, 3.4), WHITE, "pavilion inner"),
        cladding((x1, y1), (x0, y1), 8.0, top, (4.0, 3.4), WHITE, "pavilion rear"),
        face(
            (x0 + 3.2, y0 + 0.8),
            (x1 - 3.2, y0 + 0.8),
            0.0,
            (top - 1.8, top - 1.8),
            FOYER,
            "pavilion",
        ),
        fins((x0 + 3.2, y0 + 0.8), (x1 - 3.2, y0 + 0.8), 7, (0.35, 0.8), (0.0, top - 1.8), WHITE),
        block((x0 + 3.2, y0, top - 1.8), (x1 - 3.2, y0 + 1.0, top), WHITE),
        block((x0 + 3.2, y0 + 0.05, -1.5), (x1 - 3.2, y0 + 1.0, 0.2), STONE),
        block((x0 - 0.3, y0 - 0.3, top), (x1 + 0.3, y1 + 0.3, top + 0.5), CONCRETE),
    ]
    return merge(pieces)
