"""Plan, levels and colours of the State Puppet Theatre; -y is east, Pushkin Street."""

from __future__ import annotations

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

FRONT_M, PORCH_M = -21.6, -24.6
STYLOBATE_M, STEPS, TREAD_M = 0.75, 5, 0.36
EAVES_M, BELT_M = 8.6, 4.7
GROUND_M = 0.05
PIERS_X_M = (-6.0, -2.2, 2.2, 6.0)

BODY = profile.line((-12.4, -21.6), (12.4, -21.6), (12.4, 8.0), (-12.4, 8.0))
STAGE = profile.line((-10.6, 7.6), (10.6, 7.6), (10.6, 24.6), (-10.6, 24.6))
PORCH = profile.line((-7.6, -25.2), (7.6, -25.2), (7.6, -21.2), (-7.6, -21.2))

STUCCO = Paint("plaster", "#F0CFA0")
ROSE = Paint("plaster", "#E3A98A")
TRIM = Paint("plaster", "#FBF6EA")
FOOT = Paint("granite", "#8A7F78")
STEP = Paint("granite", "#AFA69C")
LEAF = Paint("wood", "#6A4329")
ROOF = Paint("roof_metal", "#7D4B3C")
FELT = Paint("roof_flat", "#A39C90")
PAVING = Paint("paving", "#C8BEB0")
WARM = Paint("paving", "#B4897A")
LAWN = Paint("lawn", "#678C45")
RED, BLUE, GREEN, GOLD, SKIN, BLACK = (
    Paint("painted_metal", c)
    for c in ("#C8352E", "#2B62A8", "#3C8A4B", "#E2B23C", "#F2CFA8", "#2A2A2E")
)
