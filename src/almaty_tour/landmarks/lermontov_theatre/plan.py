"""Plan, levels and colours of the Lermontov Theatre; -y is south, Abai Avenue."""

from __future__ import annotations

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

FRONT_M, HALF_M, BACK_M = -28.0, 30.0, 31.0
FOYER_BACK_M = -9.0
TERRACE_M, STEPS, TREAD_M = 1.2, 8, 0.4
SOFFIT_M, FASCIA_M, ROOF_M = 5.6, 13.4, 15.6
GLASS_Y_M, LOW_GLASS_Y_M = FRONT_M + 1.5, FRONT_M + 4.2
RIBS = 24
STAIR_WIDTH_M = 44.0
GROUND_M = 0.05

FOYER = profile.line((-30.0, -28.0), (30.0, -28.0), (30.0, -9.0), (-30.0, -9.0))
HALL = profile.line((-24.0, -9.4), (24.0, -9.4), (24.0, 8.0), (-24.0, 8.0))
STAGE = profile.line((-19.0, 4.0), (19.0, 4.0), (19.0, 22.0), (-19.0, 22.0))
REAR = profile.line((-29.0, -9.2), (29.0, -9.2), (29.0, 31.0), (-29.0, 31.0))
TERRACE = profile.line((-31.5, -31.4), (31.5, -31.4), (31.5, -8.0), (-31.5, -8.0))
POOL_Y_M, POOL_M = -55.5, (40.0, 22.0)

WHITE = Paint("marble", "#F1EEE6")
RIB = Paint("marble", "#FBF9F3")
STONE = Paint("ashlar", "#E4DDCE")
FIELD = Paint("ashlar", "#EFE9DC")
SHADE = Paint("plaster", "#D6CEBE")
FOOT = Paint("granite", "#7E7772")
STEP = Paint("granite", "#ABA39A")
METAL = Paint("painted_metal", "#8C8F92")
FRAME = Paint("painted_metal", "#5A5F64")
ROOF = Paint("roof_flat", "#A39D93")
GOLD = Paint("gold")
WORD = Paint("lettering_gilt")
PAVING = Paint("paving", "#C9C1B4")
DARK_PAVING = Paint("paving", "#97908A")
LAWN = Paint("lawn", "#678C45")
