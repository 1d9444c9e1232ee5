"""An incense burner: a shallow bowl on crossing bars, yaks and leopards on its rim, two camels."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.bronze_beasts import figure, leopard
from almaty_tour.exhibits._shared.bronze_cast import BRONZE, aged
from almaty_tour.exhibits._shared.bronze_herds import camel, yak
from almaty_tour.exhibits._shared.bronze_tray import crossing
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits._shared.vessel import by_hand, vessel
from almaty_tour.kit import lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

ASH = Paint("fired_clay", "#35302B")
YAKS, STAND_CM, RIM_CM = 5, 13.5, 2.6
FLOOR_CM = STAND_CM + 0.5


def build(spec: ExhibitSpec) -> Model:
    """Yaks and leopards walk one behind another; the camels stand at the tube in the middle."""
    width = spec.size_cm("width", "bowl")
    pieces = [
        as_part(_stand(), "stand"),
        as_part(fitted(_bowl(width / 2), width_cm=width), "bowl"),
        as_part(_tube(), "tube"),
        as_part(_ash(), "ash"),
        as_part(_rim(width / 2 - 0.75, yaks=True), "yaks"),
        as_part(_rim(width / 2 - 0.75, yaks=False), "leopards"),
        as_part(_camels(), "camels"),
    ]
    return Model(fitted(grounded(merge(pieces)), height_cm=spec.size_cm("height")))


def _stand() -> MeshData:
    """Thin bars that cross twice, held under the bowl by a short funnel."""
    funnel = [(3.6, STAND_CM - 3.4), (4.3, STAND_CM - 3.2), (5.0, STAND_CM - 1.6),
              (6.6, STAND_CM + 0.3)]  # fmt: skip
    cone = aged(lathe.lathe(np.array(funnel), BRONZE, sides=72, crease_deg=60.0), 8)
    return merge([crossing(9.4, 4.0, STAND_CM - 2.6, thick=0.5), cone])


def _bowl(radius: float) -> MeshData:
    """Shallow, with a rim laid over outwards; soot of the smoke inside."""
    away = [0.02, 0.42 * radius, 0.72 * radius, radius - 2.2, radius - 1.6, radius]
    high = np.array([0.0, 0.05, 0.35, 1.5, RIM_CM - 0.3, RIM_CM - 0.2])
    made = vessel(np.column_stack([away, STAND_CM + high]), 0.5, BRONZE, sides=144)
    made = aged(made, 15, green=0.8, spot_cm=6.0)
    at = made.positions.astype(np.float64)
    near = 1.0 - np.hypot(at[:, 0], at[:, 1]) / (0.75 * radius)
    smoked = np.clip(1.6 * near, 0.0, 1.0) * (made.normals[:, 2] > 0.3)
    return patina.stained(made, "#171412", 0.8 * smoked)


def _tube() -> MeshData:
    """A short socket in the middle that smoke rose from."""
    line = [(2.3, 0.0), (1.75, 0.6), (1.45, 1.6), (1.45, 4.2), (1.75, 5.0)]
    made = vessel(np.vstack([[(0.02, 0.0)], line]), 0.4, BRONZE, sides=48)
    return transform.move(aged(made, 4), z=FLOOR_CM - 0.1)


def _ash() -> MeshData:
    """Ash and crumbs of juniper round the tube."""
    line = [(6.2, 0.0), (5.2, 0.35), (3.8, 0.6), (2.0, 0.7), (0.01, 0.72)]
    heap = lathe.lathe(profile.smooth(np.array(line), 4), ASH, sides=72, crease_deg=60.0)
    heap = transform.move(heap, z=FLOOR_CM - 0.1)
    return patina.mottled(by_hand(heap, 0.28, 1.1, 6), 0.4, 0.9, 6)


def _rim(radius: float, *, yaks: bool) -> MeshData:
    """Every other place on the rim."""
    field, high, seed = (yak(), 5.0, 17) if yaks else (leopard(), 4.6, 23)
    beast = figure(field, high, 4_000, seed=seed, cell=0.03)
    turn = (np.arange(YAKS) + (0.0 if yaks else 0.5)) * (360.0 / YAKS) - 20.0
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    spots = np.column_stack([radius * c, radius * s, np.full(YAKS, STAND_CM + RIM_CM)])
    return transform.at(beast, spots, turn_deg=turn)


def _camels() -> MeshData:
    """One on either side of the tube, facing apart, in profile from the front."""
    beast = figure(camel(), 9.2, 10_000, seed=31)
    spots = [(-6.6, 1.6, FLOOR_CM + 0.1), (6.6, 0.6, FLOOR_CM + 0.1)]
    return transform.at(beast, spots, turn_deg=[-70.0, 84.0])
