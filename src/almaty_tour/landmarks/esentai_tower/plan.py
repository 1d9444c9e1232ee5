"""Plan, levels and paints of Esentai Tower: a tall slab, a lower one before it, glass all over.

The long outline and its direction are measured on the map; the roof of the tall slab is one
straight slope that rises to the right of somebody before the front.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile as p
from almaty_tour.kit.curtain import Curtain
from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]

HALF_M, SHARED_Y_M = 27.3, -3.0
TALL = p.line(
    (-27.3, -3.0), (27.3, -3.0), (27.3, 8.6), (22.0, 13.3), (-25.0, 13.3), (-27.3, 11.0)
)  # fmt: skip
LOW = p.line((-26.4, -13.3), (22.6, -13.3), (25.4, -11.2), (25.4, -3.0), (-26.4, -3.0))
FACET = 1
"""Edge of LOW that is clad in pale metal from the ground to its roof."""

LOBBY_M, BELT_M, HOTEL_M, LOW_TOP_M = 13.0, 84.0, 91.0, 126.0
LOW_END_M, HIGH_END_M = 144.5, 162.0

METAL = Paint("painted_metal", "#A8B6BA")
PALE_METAL = Paint("painted_metal", "#CFD3CF")
FIN = Paint("painted_metal", "#C9BFAE")
DARK = Paint("painted_metal", "#2A3034")
ROOFING = Paint("roof_membrane", "#7C8284")
STONE = Paint("granite", "#B9B2A6")
LOBBY_GLASS = Paint("window", "#9DB6BC")

OFFICE = Curtain(
    Paint("sky_glass", "#B8A59E"),
    Paint("sky_glass", "#8F8682"),
    METAL,
    storey_m=(BELT_M - LOBBY_M) / 17,
    sill_m=1.15,
    pane_m=1.5,
    base_m=LOBBY_M,
    variety=0.3,
    tilt_deg=0.7,
    pale=Paint("sky_glass", "#EBD3C8"),
    pale_share=0.12,
    mullion_m=(0.09, 0.14),
    transom_m=(0.16, 0.1),
)
HOTEL = replace(
    OFFICE,
    glass=Paint("sky_glass", "#8C807C"),
    spandrel=Paint("sky_glass", "#C4B0A8"),
    storey_m=3.5,
    sill_m=0.95,
    base_m=HOTEL_M,
    variety=0.34,
    pale=Paint("sky_glass", "#F2DCD0"),
    pale_share=0.34,
)
CROWN = replace(
    OFFICE,
    glass=Paint("sky_glass", "#C6B2AA"),
    spandrel=Paint("sky_glass", "#AB9B95"),
    storey_m=4.5,
    sill_m=1.5,
    base_m=LOW_TOP_M,
    variety=0.2,
    pale_share=0.1,
    pane_m=1.25,
)
BELT = Curtain(
    Paint("painted_metal", "#75827F"),
    Paint("painted_metal", "#75827F"),
    Paint("painted_metal", "#A3B0AD"),
    storey_m=3.5,
    sill_m=0.0,
    pane_m=0.9,
    base_m=BELT_M,
    variety=0.1,
    tilt_deg=0.0,
    mullion_m=(0.16, 0.3),
    transom_m=(0.5, 0.34),
)
LOBBY = Curtain(
    LOBBY_GLASS,
    Paint("window", "#7E949B"),
    METAL,
    storey_m=4.35,
    sill_m=0.12,
    pane_m=1.9,
    variety=0.12,
    tilt_deg=0.3,
    mullion_m=(0.12, 0.2),
    transom_m=(0.14, 0.12),
)


def roof_m(x_m: F64) -> F64:
    """Height of the slope over a place along the front."""
    share = (np.asarray(x_m, np.float64) + HALF_M) / (2 * HALF_M)
    return LOW_END_M + share * (HIGH_END_M - LOW_END_M)
