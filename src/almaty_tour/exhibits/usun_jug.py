"""A jug of the Usun: pear-shaped, round-bottomed, with one loop handle, on a ring of felt."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits._shared.vessel import by_hand, vessel
from almaty_tour.kit import lathe, profile, transform, tube
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

CLAY = Paint("fired_clay", "#A3694A")
FELT = Paint("felt", "#C9BDA6")
WALL_CM = 0.7
ABOVE_CM = 0.9
"""How high the round bottom lies over the plinth, in the hollow of the ring."""
PEAR = (
    (0.002, 0.0), (0.45, 0.014), (0.83, 0.14), (1.0, 0.31), (0.86, 0.52),
    (0.50, 0.74), (0.39, 0.84), (0.44, 0.94), (0.54, 0.986),
)  # fmt: skip
"""The outer line from the bottom to the lip, in shares of the radius and the height."""
LOOP = ((0.42, 0.86), (0.78, 0.90), (0.98, 0.76), (0.80, 0.56))


def build(spec: ExhibitSpec) -> Model:
    """The jug lies in a felt ring, since its bottom is round."""
    height, width = spec.size_cm("height", "jug"), spec.size_cm("width", "jug")
    body = fitted(_body(height, width), width_cm=width, height_cm=height)
    jug = merge([as_part(body, "jug"), as_part(_handle(height, width), "handle")])
    jug = patina.sooted(patina.mottled(jug, 0.16, 7.0), 0.4 * height, 0.75, seed=3)
    jug = transform.move(grounded(jug), z=ABOVE_CM)
    return Model(merge([jug, as_part(grounded(_ring()), "ring")]))


def _body(height_cm: float, width_cm: float) -> MeshData:
    outer = np.array(PEAR) * [width_cm / 2, height_cm]
    return by_hand(vessel(outer, WALL_CM, CLAY), 0.10, 5.0, seed=2)


def _handle(height_cm: float, width_cm: float) -> MeshData:
    line = profile.smooth(np.array(LOOP) * [width_cm / 2, height_cm], 8)
    path = np.stack([line[:, 0], np.zeros(len(line)), line[:, 1]], axis=1)
    return by_hand(tube.tube(path, 0.95, CLAY, sides=20, crease_deg=60.0), 0.08, 2.0, seed=5)


def _ring() -> MeshData:
    turn = np.linspace(0.0, 2.0 * np.pi, 20, endpoint=False)
    round_cm = np.stack([1.5 * np.cos(turn), 1.3 + 1.3 * np.sin(turn)], axis=1)
    made = lathe.ring(round_cm, 6.2, FELT, sides=72)
    return patina.mottled(by_hand(made, 0.12, 1.6, seed=8), 0.08, 2.0, seed=9)
