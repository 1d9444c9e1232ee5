"""Plan, levels and colours of the Musrepov Theatre; -y is west, Abylai Khan Avenue."""

from __future__ import annotations

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

HALF_M, FRONT_M, WALL_M = 17.5, -30.0, -25.4
STYLOBATE_M, STEPS, TREAD_M = 1.2, 8, 0.38
PIERS, PIER_M = 8, 8.4
BEAM_M, TYMPANUM_M, RISE_M = 9.6, 11.1, 3.5
FOYER_M, HALL_M = 10.6, 13.2
GROUND_M = 0.05

FOYER = profile.line((-17.0, -25.4), (17.0, -25.4), (17.0, -8.0), (-17.0, -8.0))
HALL = profile.line((-15.0, -8.4), (15.0, -8.4), (15.0, 14.0), (-15.0, 14.0))
STAGE = profile.line((-13.5, 13.6), (13.5, 13.6), (13.5, 28.0), (-13.5, 28.0))
STYLOBATE = profile.line((-18.2, -30.6), (18.2, -30.6), (18.2, -25.0), (-18.2, -25.0))

STUCCO = Paint("plaster", "#EBDFC0")
PALE = Paint("plaster", "#F7F1E2")
FIELD = Paint("plaster", "#F3E9D2")
SHADE = Paint("plaster", "#D9CBA8")
LINE = Paint("plaster", "#8A3B26")
FOOT = Paint("granite", "#857B73")
STEP = Paint("granite", "#ADA49A")
FRAME = Paint("painted_metal", "#5C4632")
LEAF = Paint("wood", "#5E3F2A")
ROOF = Paint("roof_metal", "#8C9289")
FELT = Paint("roof_flat", "#A39C90")
PAVING = Paint("paving", "#C9BFB0")
WARM = Paint("paving", "#B08E7C")
LAWN = Paint("lawn", "#678C45")
