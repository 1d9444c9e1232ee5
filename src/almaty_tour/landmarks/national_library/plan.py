"""Plan, levels and colours of the National Library; -y is north, Abai Avenue."""

from __future__ import annotations

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

HALF_X_M, HALF_Y_M = 52.0, 26.0
TERRACE_M, STEPS, TREAD_M = 0.9, 6, 0.42
STAIR_WIDTH_M, PORCH_OUT_M = 22.0, 3.4
SOFFIT_M, FLOOR_M, EAVES_M, ROOF_M = 5.0, 9.6, 14.2, 14.9
INSET_M = 3.2
PITCH_M = 1.18
GROUND_M = 0.05

OUTER = profile.rectangle(2 * HALF_X_M, 2 * HALF_Y_M)
COURTS = (profile.rectangle(30.0, 20.0, (-22.0, 2.0)), profile.rectangle(30.0, 20.0, (22.0, 2.0)))
TERRACE = profile.line((-53.0, -27.6), (53.0, -27.6), (53.0, 27.0), (-53.0, 27.0))

WHITE = Paint("marble", "#F2EFE7")
BLADE = Paint("painted_metal", "#FAF8F2")
STONE = Paint("ashlar", "#ECE6D8")
JOINT = Paint("plaster", "#C8C0B0")
MARBLE = Paint("marble", "#E9E2D6")
FOOT = Paint("granite", "#6F6A66")
STEP = Paint("granite", "#B0A79C")
METAL = Paint("painted_metal", "#7C8286")
FRAME = Paint("painted_metal", "#454B50")
ROOF = Paint("roof_flat", "#A8A298")
PAVING = Paint("paving", "#C9C1B4")
DARK_PAVING = Paint("paving", "#9B938A")
LAWN = Paint("lawn", "#678C45")
