"""Plan, levels and colours of the Arman Cinema; -y is north, +x is west (Dostyk Avenue)."""

from __future__ import annotations

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

HALF_X_M, FRONT_M, BACK_M = 18.8, -27.6, 27.6
INSET_M = 2.6
TERRACE_M, STEPS, TREAD_M = 0.54, 4, 0.4
SOFFIT_M, TOP_M = 4.5, 13.9
GROUND_M = 0.05
RELIEF_M = (46.0, 7.4)
RELIEF_FOOT_M = 5.5

BLOCK = profile.line((-18.8, -27.6), (18.8, -27.6), (18.8, 27.6), (-18.8, 27.6))
FOOT = profile.line((-16.2, -25.0), (16.2, -25.0), (16.2, 27.4), (-16.2, 27.4))
TERRACE = profile.line((-19.2, -29.4), (19.2, -29.4), (19.2, 28.0), (-19.2, 28.0))
CAFE = profile.line((15.9, 4.0), (21.4, 4.0), (21.4, 22.0), (15.9, 22.0))

WHITE = Paint("marble", "#FAF9F5")
CARVED = Paint("plaster", "#FBFAF6")
JOINT = Paint("plaster", "#D6D6D3")
SOFFIT = Paint("plaster", "#D9D8D4")
DARK = Paint("granite", "#4B4A4C")
STEP = Paint("granite", "#A8A19A")
FRAME = Paint("painted_metal", "#34373B")
METAL = Paint("painted_metal", "#8F9396")
ROOF = Paint("roof_flat", "#A29E98")
RED = Paint("lettering", "#C2332D")
PAVING = Paint("paving", "#C8C2B8")
DARK_PAVING = Paint("paving", "#A08F84")
LAWN = Paint("lawn", "#678C45")
