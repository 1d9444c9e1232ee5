"""Plan, levels and colours of Almaty-2 station; -y is south, the head of the avenue."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

HALL_X_M, HALL_Y_M, HALL_M = 23.0, 13.0, 12.6
WING_X_M, WING_Y_M, WING_M = 57.0, 10.5, 9.8
END_X_M, END_Y_M, END_M = 79.5, 13.0, 7.6
BOW_X_M, BOW_R_M, BOW_M = 14.6, 6.2, 11.4
FLOOR_M, STEPS = 0.45, 3
GROUND_M = 0.05
STATUE_AT = (0.0, -88.0)
STATUE_FLOOR_M = 0.6

HALL = profile.rectangle(2 * HALL_X_M, 2 * HALL_Y_M)
SQUARE = profile.line((-77.0, -38.0), (77.0, -38.0), (77.0, -9.0), (-77.0, -9.0))
PLAZA = profile.regular(24, 17.0) + np.array(STATUE_AT)

YELLOW = Paint("plaster", "#F0DDA6")
WHITE = Paint("plaster", "#F7F3E8")
FOOT = Paint("granite", "#8D8781")
STEP = Paint("granite", "#B1A99E")
FRAME = Paint("painted_metal", "#F2EFE6")
DOOR = Paint("wood", "#7C5434")
ROOF = Paint("roof_metal", "#8B9A93")
GLASS = Paint("window")
GOLD = Paint("gold")
PAVING = Paint("paving", "#CBC2B5")
DARK = Paint("paving", "#A3988B")
LAWN = Paint("lawn", "#688A42")
