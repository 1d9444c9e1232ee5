"""The materials of the Memorial of Glory, as photographs show them."""

from __future__ import annotations

from almaty_tour.kit.paint import Paint

BRONZE = Paint("bronze_dark", "#B6B8D0")
BRONZE_LIGHT = Paint("bronze_dark", "#F0E4D4")
RED_GRANITE = Paint("granite", "#AC6146")
BASE_GRANITE = Paint("granite", "#A06048")
MERLON = Paint("granite", "#A8685A")
JOINT = Paint("granite", "#7C4A38")
BLACK = Paint("polished_granite", "#1A1B1D")
BLACK_BAND = Paint("polished_granite", "#323131")
CUBE = Paint("polished_granite", "#232529")
GILT = Paint("gold", "#E9C47A")
BRASS = Paint("gold", "#B89A68")
LETTER = Paint("lettering_gilt", "#E0BE80")
FLAME = Paint("flame", "#FFFFFF")
FLAME_CORE = Paint("flame", "#FFE9A8")
GRATING = Paint("painted_metal", "#2A2A2C")
SLAB = Paint("paving", "#9A938B")
SETT = Paint("paving", "#B09382")
KERB = Paint("granite", "#A29A93")
LAWN = Paint("lawn", "#5A8540")
URN = Paint("ashlar", "#B9A58C")
EARTH = Paint("foliage", "#5B4A3A")
