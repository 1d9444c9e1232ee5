"""The two faces of the cut: ground, layers of the mound, the robbers' funnel, the side pit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared import mounds_strata as strata
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits.issyk_kurgan_model import ground
from almaty_tour.kit import transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]
ACROSS, UP = 0, 2
PLATE_CM = 0.16
"""How far the plates stand before the body of the mound."""
SIDE_PIT_CM = (12.6, 17.4)


@dataclass(frozen=True)
class Layer:
    """One layer: the share of height and of radius that it reaches, and what it is made of."""

    height: float
    radius: float
    kind: str


LAYERS = (
    Layer(0.30, 0.62, "clay"),
    Layer(0.47, 0.74, "stones"),
    Layer(0.62, 0.85, "gravel"),
    Layer(0.78, 0.92, "clay"),
    Layer(0.92, 0.97, "stones"),
    Layer(1.00, 1.00, "turf"),
)
PAINTS = {
    "clay": Paint("fired_clay", "#8F6A42"),
    "stones": Paint("carved_stone", "#8A8378"),
    "gravel": Paint("carved_stone", "#A3906E"),
    "turf": Paint("fired_clay", "#4A3B2A"),
}
BOULDERS = ("#7C766C", "#8F877A", "#6B665F", "#9A8E7C")
PEBBLES = ("#A5926F", "#8B7A5E", "#B7A687", "#796B55")


def faces(radius: float) -> list[MeshData]:
    """Both faces in their places; "layers" is what they are called."""
    made = []
    for side, turn_deg in ((1.0, -45.0), (-1.0, 45.0)):
        face = merge(_face(radius, side, turn_deg))
        made.append(transform.turn_z(transform.move(face, y=-PLATE_CM), turn_deg))
    return made


def _face(radius: float, side: float, turn_deg: float) -> list[MeshData]:
    """One face along the own x axis, outwards to the right with `side` 1, to the left with -1."""
    far = ground.HALF_CM * np.sqrt(2.0)
    x = np.linspace(0.0, far, 226) * side
    x = x if side > 0 else x[::-1]
    turn = np.radians(turn_deg)
    top = ground.surface(x * np.cos(turn), x * np.sin(turn), radius)
    pieces = [
        strata.slab(x, low, high, paint, relief=strata.earth(0.04, 3 + row))
        for row, (low, high, paint) in enumerate(
            zip(ground.LEVELS_CM[:-1], ground.LEVELS_CM[1:], _ground_paints(), strict=True)
        )
    ]
    made = [as_part(patina.mottled(merge(pieces), 0.14, 1.5, 3), "ground")]
    made += [as_part(one, "layers") for one in _layers(x, top, radius)]
    made.append(as_part(_funnel(x, top), "robbers_pit"))
    if side > 0:
        made.append(as_part(_side_pit(), "side_pit"))
    return made


def _ground_paints() -> tuple[Paint, Paint, Paint]:
    return ground.LOESS, ground.HUMUS, ground.TURF


def _layers(x: F64, top: F64, radius: float) -> list[MeshData]:
    made = []
    below = np.full(len(x), ground.GROUND_CM)
    away = np.abs(x)
    for row, layer in enumerate(LAYERS):
        wave = 0.05 * np.sin(0.9 * x + 2.0 * row) + 0.04 * np.sin(2.3 * x + row)
        height = layer.height * ground.HEIGHT_CM * ground.rise(away / (layer.radius * radius))
        above = np.minimum(ground.GROUND_CM + height + wave * (height > 0.3), top)
        above = np.maximum(top if row == len(LAYERS) - 1 else above, below)
        there = away <= layer.radius * radius + 0.3
        made.append(_layer(x[there], below[there], above[there], layer.kind, row))
        below = above
    return made


def _layer(x: F64, low: F64, high: F64, kind: str, seed: int) -> MeshData:
    reliefs = {
        "clay": strata.earth(0.05, seed),
        "turf": strata.earth(0.06, seed),
        "stones": strata.stones(0.85, 0.22, seed),
        "gravel": strata.grains(0.42, 0.10, seed),
    }
    made = strata.slab(x, low, high, PAINTS[kind], relief=reliefs[kind], step_cm=0.16)
    if kind == "stones":
        return strata.stained_stones(made, BOULDERS, 0.85, seed, (ACROSS, UP))
    if kind == "gravel":
        return strata.stained_stones(made, PEBBLES, 0.42, seed, (ACROSS, UP))
    return patina.mottled(made, 0.16, 1.1, seed)


def _funnel(x: F64, top: F64) -> MeshData:
    """Dark earth and fallen stones where the robbers dug down to the middle."""
    there = np.abs(x) <= ground.PIT_CM
    across = x[there]
    share = np.clip((np.abs(across) - 2.1) / (ground.PIT_CM - 2.1), 0.0, 1.0)
    low = ground.FLOOR_CM + share**0.8 * (top[there] - ground.FLOOR_CM)
    made = strata.slab(
        across, low, top[there] + 0.02, Paint("fired_clay", "#55422E"),
        relief=lambda at: 0.16 + strata.grains(0.75, 0.2, 9)(at), step_cm=0.16,
    )  # fmt: skip
    return strata.stained_stones(
        made, ("#4A3927", "#5A4631", "#50402E", "#7A7061"), 0.75, 9, (ACROSS, UP)
    )


def _side_pit() -> MeshData:
    """The pit of the side tomb: cut into the old ground, filled again."""
    x = np.linspace(*SIDE_PIT_CM, 30)
    return patina.mottled(
        strata.slab(
            x, ground.FLOOR_CM, ground.GROUND_CM + 0.05, Paint("fired_clay", "#6B5238"),
            relief=lambda at: 0.1 + strata.grains(0.5, 0.06, 5)(at), step_cm=0.12,
        ),
        0.15, 0.8, 5,
    )  # fmt: skip
