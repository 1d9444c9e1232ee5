"""Clay jugs and bowls of the Issyk tomb: grey and red, with and without a handle."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits._shared.vessel import by_hand, vessel
from almaty_tour.kit import profile, transform, tube
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

RED, GREY = Paint("fired_clay", "#84543F"), Paint("fired_clay", "#6A625A")
SLIP = "#5C2C22"
WALL_CM = 0.7
EGG = (
    (0.002, 0.0), (0.42, 0.0), (0.70, 0.12), (0.97, 0.36), (0.98, 0.52), (0.72, 0.72),
    (0.40, 0.83), (0.36, 0.89), (0.46, 0.95), (0.62, 0.985),
)  # fmt: skip
FLASK = (
    (0.002, 0.0), (0.50, 0.01), (0.86, 0.14), (1.0, 0.34), (0.88, 0.56), (0.46, 0.76), (0.33, 0.86),
    (0.40, 0.94), (0.56, 0.985),
)  # fmt: skip
BOWL = ((0.002, 0.0), (0.45, 0.02), (0.78, 0.28), (0.95, 0.66), (1.0, 0.97))


def build(spec: ExhibitSpec) -> Model:
    """Two jugs behind, two bowls before them."""
    tall = spec.size_cm("height", "tall_jug"), spec.size_cm("width", "tall_jug")
    small = spec.size_cm("height", "small_jug")
    red = fitted(_pot(EGG, *tall, RED, 21), width_cm=tall[1], height_cm=tall[0])
    line = tall[0] * (0.60 + 0.05 * patina.noise(red.positions, 9.0, 4))
    red = patina.stained(red, SLIP, np.clip((red.positions[:, 2] - line) / 0.6, 0.0, 0.8))
    grey = fitted(_pot(FLASK, small, 22.0, GREY, 31), height_cm=small)
    grey = merge([grey, _handle(small, 11.0)])
    pieces = [
        as_part(transform.move(grounded(red), x=-13.0, y=6.0), "tall_jug"),
        as_part(transform.move(grounded(grey), x=13.5, y=7.0), "small_jug"),
        as_part(transform.move(grounded(_bowl(9.0, 8.2, RED, 41)), x=-2.0, y=-14.0), "bowl"),
        as_part(transform.move(grounded(_bowl(8.0, 7.0, GREY, 51)), x=17.0, y=-12.0), "bowl"),
    ]
    return Model(patina.sooted(merge(pieces), 4.0, 0.5, seed=61))


def _pot(
    shares: tuple[tuple[float, float], ...], height: float, width: float, paint: Paint, seed: int
) -> MeshData:
    made = vessel(np.array(shares) * [width / 2, height], WALL_CM, paint, sides=80, smooth=4)
    return patina.mottled(by_hand(made, 0.16, 7.0, seed), 0.20, 6.0, seed)


def _bowl(radius: float, height: float, paint: Paint, seed: int) -> MeshData:
    return _pot(BOWL, height, 2.0 * radius, paint, seed)


def _handle(height: float, radius: float) -> MeshData:
    """A strap from the lip to the shoulder."""
    line = profile.smooth([(0.36, 0.90), (0.74, 0.93), (1.02, 0.78), (0.86, 0.57)], 8)
    path = np.stack([line[:, 0] * radius, np.zeros(len(line)), line[:, 1] * height], axis=1)
    return by_hand(tube.tube(path, 0.95, GREY, sides=16, crease_deg=60.0), 0.1, 3.0, 33)
