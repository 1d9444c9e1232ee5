"""A cast coin of the Turgesh: square hole, rims, letters round one face, a sign on the other.

It lies before a model of itself at ten times the size.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina, script, struck
from almaty_tour.exhibits._shared.display import board, easel, leaning
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.kit import profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

BRONZE = Paint("bronze_patina", "#6B5A3C")
VERDIGRIS = "#5E8A74"
RIM, HOLE_HALF, THICK = 0.12, 0.27, 0.115
"""Width of the outer rim, half the side of the hole, thickness, in shares of the radius."""
WRITING = 0.61
"""Where the thread of the writing runs, in shares of the radius."""
TENFOLD = 10.0
LEAN_DEG = 68.0


def build(spec: ExhibitSpec) -> Model:
    """The large model leans on an easel; the coin in its true size lies before it."""
    width = spec.size_cm("width", "coin")
    coin = fitted(_coin(width / 2, sides=180, rings=30), width_cm=width, depth_cm=width)
    large = _coin(TENFOLD * width / 2, sides=300, rings=72)
    back = transform.move(easel(9.0, 22.0, LEAN_DEG), y=1.9)
    stood = transform.move(leaning(large, LEAN_DEG), y=-1.6, z=1.1)
    low = transform.move(grounded(coin), y=-11.0, z=1.6)
    cloth = board(30.0, 30.0)
    return Model(
        merge(
            [
                as_part(cloth, "board"),
                as_part(transform.move(back, z=1.6), "easel"),
                as_part(transform.move(stood, z=1.6), "model"),
                as_part(low, "coin"),
            ]
        )
    )


def _coin(radius: float, *, sides: int, rings: int) -> MeshData:
    """The coin lying on the face with the sign; sizes follow the radius."""
    hole = struck.square(HOLE_HALF * radius)
    frame = struck.ridge(struck.square((HOLE_HALF + 0.06) * radius), 0.07 * radius, 0.03 * radius)
    rim = struck.ridge(struck.circle((1.0 - RIM / 2) * radius), RIM * radius, 0.035 * radius)
    around = 2.0 * np.pi * WRITING * radius
    letters = script.along_circle(
        script.hanging(0.97 * around, 0.175 * radius, 5), WRITING * radius, 96.0
    )
    words = struck.strokes(letters, 0.026 * radius, 0.030 * radius)
    sign = struck.strokes([line * radius for line in _sign()], 0.05 * radius, 0.032 * radius)
    face = struck.together(rim, frame, words)
    made = struck.struck(
        struck.circle(radius), THICK * radius, face, struck.together(rim, frame, sign), BRONZE,
        inner=hole, sides=sides, rings=rings,
    )  # fmt: skip
    aged = patina.mottled(made, 0.25, 0.35 * radius)
    green = 0.55 * (patina.noise(made.positions, 0.5 * radius, 7) - 0.05)
    return patina.stained(aged, VERDIGRIS, green)


def _sign() -> list[np.ndarray]:
    """A bow with a loop beside the hole, joined to its frame by a short neck."""
    bow = profile.arc((0.0, 0.62), 0.20, -60.0, 240.0, 24)
    return [bow, np.array([[0.0, 0.42], [0.0, 0.30]]), np.array([[-0.30, 0.78], [0.30, 0.78]])]
