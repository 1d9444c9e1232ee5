"""A glazed bowl: white slip, a star rosette in brown and green, a ring foot, mended cracks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina, struck
from almaty_tour.exhibits._shared.display import DARK_WOOD
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits._shared.vessel import by_hand
from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]
GLAZE, CLAY = Paint("glazed_clay", "#E6DBBE"), Paint("fired_clay", "#A5603F")
BROWN, GREEN, CRACK = "#3A2416", "#3F6B3A", "#4A3A2A"
WALL_CM, LEAN_DEG = 0.55, 58.0
INSIDE = ((0.001, 0.085), (0.24, 0.10), (0.52, 0.30), (0.80, 0.68), (0.97, 0.985))
OUTSIDE = ((0.99, 0.95), (0.83, 0.60), (0.55, 0.21), (0.36, 0.11), (0.36, 0.0), (0.29, 0.0),
           (0.27, 0.05), (0.001, 0.05))  # fmt: skip
"""Lines of the two faces in shares of the radius and the height."""


def build(spec: ExhibitSpec) -> Model:
    """The bowl leans, so that its painted inside is seen."""
    width, height = spec.size_cm("width", "bowl"), spec.size_cm("height", "second_bowl")
    painted = transform.turn(_bowl(width / 2, height), "x", LEAN_DEG)
    painted = fitted(painted, width_cm=width)
    other = fitted(_bowl(0.42 * width, height, seed=7), height_cm=height)
    stand = extrude.box(7.0, 2.2, 7.0, DARK_WOOD, centre=(-6.0, 8.4))
    pieces = [
        as_part(transform.move(grounded(painted), x=-6.0, y=1.0), "bowl"),
        as_part(stand, "stand"),
        as_part(transform.move(grounded(other), x=15.0, y=-6.0), "second_bowl"),
    ]
    return Model(merge(pieces))


def _bowl(radius: float, height: float, seed: int = 3) -> MeshData:
    """One bowl upright: the glaze covers the inside and drips over the rim."""
    inside = profile.smooth(np.array(INSIDE) * [radius, height], 22)
    outside = profile.smooth(np.array(OUTSIDE[:4]) * [radius, height], 6)
    foot = np.array(OUTSIDE[4:]) * [radius, height]
    section = np.concatenate([foot[::-1], outside[::-1], inside[::-1]])
    section[[0, -1], 0] = 0.0
    body = lathe.lathe(section, CLAY, sides=176, crease_deg=45.0)
    glazed = replace(body, materials=("glazed_clay",), tint=_white(body.tint))
    return _painted(
        by_hand(glazed, 0.05, 6.0, seed), body.positions.astype(np.float64), radius, height, seed
    )


def _white(tint: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    result = tint.copy()
    result[:, :3] = GLAZE.tint[:3]
    return result


def _painted(data: MeshData, at: F64, radius: float, height: float, seed: int) -> MeshData:
    """Brush and glaze; `at` are the points before hands shaped them."""
    away, turn = np.hypot(at[:, 0], at[:, 1]) / radius, np.arctan2(at[:, 1], at[:, 0])
    inside = data.normals[:, 2] > 0.0
    drip = 0.80 + 0.10 * np.sin(5.0 * turn + seed) + 0.05 * np.sin(13.0 * turn)
    bare = ~inside & (at[:, 2] / height < drip)
    brown, green = _star(away, turn), _leaves(away, turn)
    made = patina.stained(data, GREEN, 0.85 * green * inside)
    made = patina.stained(made, BROWN, 0.92 * brown * inside)
    made = patina.stained(made, CRACK, 0.8 * _cracks(at / radius, seed) * inside)
    made = patina.stained(made, CLAY.colour, np.where(bare, 1.0, 0.0))
    return patina.mottled(made, 0.07, 2.5, seed)


def _band(value: F64, middle: float, half: float | F64) -> F64:
    return struck.smooth_step((half - np.abs(value - middle)) / 0.012)


def _star(away: F64, turn: F64) -> F64:
    """An eight-pointed star in rings, and a row of strokes below the rim."""
    ray = np.abs((turn / (2.0 * np.pi) * 8.0) % 1.0 - 0.5) * 2.0
    star = _band(away, 0.0, 0.0) + struck.smooth_step(
        (0.020 - np.abs(away - 0.20 - 0.24 * ray)) / 0.012
    )
    rings = _band(away, 0.58, 0.014) + _band(away, 0.88, 0.014)
    strokes = struck.smooth_step((np.sin(turn * 44.0 + 9.0 * away) - 0.35) / 0.2)
    writing = strokes * _band(away, 0.735, 0.085 + 0.03 * np.sin(turn * 11.0))
    return np.clip(star + rings + writing, 0.0, 1.0)


def _leaves(away: F64, turn: F64) -> F64:
    """Green between the points of the star, run a little in the fire."""
    ray = np.abs((turn / (2.0 * np.pi) * 8.0) % 1.0 - 0.5) * 2.0
    inner = struck.smooth_step((0.15 + 0.24 * ray - away) / 0.03) * struck.smooth_step(
        (away - 0.05) / 0.03
    )
    rim = struck.smooth_step((away - 0.93) / 0.02) * struck.smooth_step(np.sin(turn * 6.0) * 3.0)
    return np.clip(0.75 * inner + rim, 0.0, 1.0)


def _cracks(at: F64, seed: int) -> F64:
    """Lines along which it was mended."""
    lines = [
        [(-0.95, 0.15), (-0.4, 0.05), (0.05, 0.22), (0.45, 0.18), (0.93, 0.42)],
        [(0.05, 0.22), (0.12, -0.35), (0.05, -0.97)],
    ]
    shift = 0.12 * seed
    turned = [[(x, y + 0.05 * np.sin(shift)) for x, y in line] for line in lines]
    return struck.strokes(turned, 0.016, 1.0)(at[:, :2])
