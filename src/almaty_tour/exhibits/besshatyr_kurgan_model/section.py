"""The face of the cut: a skin of stones, earth with gravel, big stones over the tomb."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared import mounds_strata as strata
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits.besshatyr_kurgan_model import tomb
from almaty_tour.exhibits.besshatyr_kurgan_model.form import COLOURS, GROUND_CM, Mound
from almaty_tour.kit import transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, as_part

F64 = npt.NDArray[np.float64]
SIDES = (0, 2)
EARTH, RUBBLE = Paint("fired_clay", "#8A7250"), Paint("carved_stone", "#837868")
BIG = ("#837868", "#6F675B", "#958873", "#7A6450")
SOIL = ("#8A7250", "#82694A", "#A0906F", "#90785A")
CORE_CM, CORE_REACH_CM, CORE_FOOT_CM = 7.3, 12.6, 18.0
SKIN_CM, SKIN_FOOT_CM = 1.25, 3.75
"""A metre of stones on the crown, three at the foot."""


def face(mound: Mound) -> list[MeshData]:
    """The three layers of the cut, open where the tomb and its corridor stand."""
    x = _places(mound)
    low, high = np.full(len(x), GROUND_CM), mound.surface(x, np.zeros(1), 1.5, 0.42)
    inner = Mound(mound.radius - SKIN_FOOT_CM, mound.height - SKIN_CM, mound.crown, 0)
    wave = 0.12 * np.sin(0.7 * x) + 0.08 * np.sin(1.9 * x)
    earth = np.clip(GROUND_CM + inner.rise(np.abs(x)) + wave, low, high)
    flank = (CORE_FOOT_CM - np.abs(x)) / (CORE_FOOT_CM - CORE_REACH_CM)
    core = np.clip(GROUND_CM + CORE_CM * np.clip(flank, 0.0, 1.0) ** 0.8 + wave, low, earth)
    within = np.abs(x) <= CORE_FOOT_CM
    hole = GROUND_CM + tomb.clear_height(x)
    pieces = [
        ("core", _core(x[within], hole[within], np.maximum(core, hole)[within])),
        ("earth", _earth(x, core, earth)),
        ("stone_skin", _skin(x, earth, high)),
    ]
    return [as_part(transform.move(made, y=-0.1), name) for name, made in pieces]


def _places(mound: Mound) -> F64:
    """Places along the face: even steps, and both sides of every step of the opening."""
    even = np.linspace(-mound.radius, mound.radius, 260)
    steps = np.array([edge for low, high, _ in tomb.OPENINGS for edge in (low, high)])
    return np.unique(np.concatenate([even, steps - 0.01, steps + 0.01]))


def _core(x: F64, low: F64, high: F64) -> MeshData:
    made = strata.slab(x, low, high, RUBBLE, relief=strata.stones(1.5, 0.5, 4), step_cm=0.24)
    return strata.stained_stones(made, BIG, 1.5, 4, SIDES)


def _earth(x: F64, low: F64, high: F64) -> MeshData:
    made = strata.slab(x, low, high, EARTH, relief=strata.grains(0.6, 0.12, 6), step_cm=0.26)
    made = strata.stained_stones(made, SOIL, 0.6, 6, SIDES)
    return patina.mottled(made, 0.10, 2.5, 7)


def _skin(x: F64, low: F64, high: F64) -> MeshData:
    paint = Paint("carved_stone", "#57504A")
    made = strata.slab(x, low, high, paint, relief=strata.stones(1.1, 0.4, 9), step_cm=0.22)
    return strata.stained_stones(made, COLOURS, 1.1, 9, SIDES)
