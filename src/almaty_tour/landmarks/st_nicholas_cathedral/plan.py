"""Plan, levels and paints of St Nicholas Cathedral: a turquoise timber church on a stone foot."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]

BASE_M = 2.5
NAVE_M, ANNEX_M, TRANSEPT_M, APSE_M = 8.0, 6.3, 7.6, 7.2
CLEAR_M = 13.0
BELL_LOW_M, BELL_HIGH_M = 10.0, 16.2

TURQUOISE = Paint("plaster", "#2FA39E")
WHITE = Paint("plaster", "#F1F2EF")
LACE = Paint("wood", "#F4F5F2")
STONE = Paint("ashlar", "#96958F")
STEP = Paint("granite", "#A9A6A0")
SHEET = Paint("roof_metal", "#4F8A76")
TENT = Paint("dome_scales", "#38805A")
TENT_RIB = Paint("painted_metal", "#2F6F4E")
GILT = Paint("gold")
DOOR = Paint("wood", "#8A5A34")
PAVING = Paint("paving", "#B4AFA6")
BAND = Paint("paving", "#948E86")
LAWN = Paint("lawn", "#6F8F4E")
KERB = Paint("granite", "#B7B2AA")

NAVE = profile.line((-7.0, -5.2), (7.0, -5.2), (7.0, 14.6), (-7.0, 14.6))
BELFRY = profile.line((-3.8, -12.8), (3.8, -12.8), (3.8, -5.2), (-3.8, -5.2))
CLEAR = profile.line((-5.4, 1.6), (5.4, 1.6), (5.4, 12.8), (-5.4, 12.8))
ANNEX = profile.line((7.0, -4.2), (11.2, -4.2), (11.2, 0.8), (7.0, 0.8))
TRANSEPT = profile.line((7.0, 4.8), (13.6, 4.8), (13.6, 13.2), (7.0, 13.2))
APSE = profile.line((5.2, 14.6), (3.4, 17.6), (-3.4, 17.6), (-5.2, 14.6))
APSE_BODY = profile.line((5.2, 14.4), (3.4, 17.6), (-3.4, 17.6), (-5.2, 14.4))
CENTRE_Y_M = 7.2

WINDOW = Opening(
    0.95,
    2.3,
    head="round",
    bars=(2, 3),
    frame_m=0.09,
    reveal_m=0.2,
    surround=WHITE,
    surround_m=0.24,
    surround_out_m=0.09,
    sill_out_m=0.16,
    steps=3,
)
CLEAR_WINDOW = Opening(
    0.8,
    1.9,
    head="round",
    bars=(2, 2),
    frame_m=0.08,
    reveal_m=0.18,
    surround=WHITE,
    surround_m=0.2,
    surround_out_m=0.08,
    sill_out_m=0.12,
    steps=3,
)
TRIPLE = Opening(
    0.85,
    1.7,
    bars=(1, 2),
    frame_m=0.08,
    reveal_m=0.16,
    surround=WHITE,
    surround_m=0.15,
    surround_out_m=0.07,
)
SQUARE = Opening(
    0.95,
    1.7,
    bars=(2, 2),
    frame_m=0.08,
    reveal_m=0.16,
    surround=WHITE,
    surround_m=0.2,
    surround_out_m=0.08,
    sill_out_m=0.12,
)
CELLAR = Opening(0.8, 0.75, bars=(2, 1), frame_m=0.06, reveal_m=0.18)
LEAVES = Opening(
    1.9,
    3.3,
    head="round",
    rise_m=0.6,
    bars=(2, 3),
    frame_m=0.14,
    frame=DOOR,
    glass=DOOR,
    reveal_m=0.25,
    surround=WHITE,
    surround_m=0.26,
    surround_out_m=0.1,
)
SIDE_LEAVES = Opening(
    1.3,
    2.7,
    bars=(2, 3),
    frame_m=0.12,
    frame=DOOR,
    glass=DOOR,
    reveal_m=0.22,
    surround=WHITE,
    surround_m=0.2,
    surround_out_m=0.1,
)
