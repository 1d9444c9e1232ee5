"""A bronze cauldron on three legs, each a mountain ram; loops on the rim and on the sides."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.bronze_cast import BRONZE, aged, curve
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits._shared.vessel import by_hand, vessel
from almaty_tour.exhibits.cauldron_rams.ram import ram_leg
from almaty_tour.kit import lathe, profile, transform, tube
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]
WALL_CM, SEAT_CM = 0.8, 18.0
BELLY = ((0.01, 0.0), (9.5, 1.6), (17.0, 6.2), (22.3, 14.0), (24.4, 23.0), (23.9, 29.0),
         (23.5, 31.0), (24.6, 32.4), (26.0, 33.2))  # fmt: skip
"""The outer line of the bowl, from its bottom to its lip."""
UNEVEN = (0.18, 9.0, 4)
LEGS_DEG = (-144.0, -36.0, 90.0)


def build(spec: ExhibitSpec) -> Model:
    """Two rams look out to either side of the front, the third to the back."""
    bowl = fitted(_bowl(), width_cm=spec.size_cm("width", "bowl"))
    legs = merge([transform.turn_z(_leg(), angle + 90.0) for angle in LEGS_DEG])
    whole = merge(
        [
            as_part(transform.move(bowl, z=SEAT_CM), "bowl"),
            as_part(transform.move(_band(), z=SEAT_CM), "band"),
            as_part(transform.move(_loops(), z=SEAT_CM), "loops"),
            as_part(legs, "rams"),
        ]
    )
    whole = fitted(grounded(whole), height_cm=spec.size_cm("height"))
    return Model(patina.sooted(whole, 15.0, 0.35, seed=5))


def _bowl() -> MeshData:
    made = vessel(np.array(BELLY), WALL_CM, BRONZE, sides=120)
    return aged(by_hand(made, *UNEVEN), 31, spot_cm=9.0)


def _leg() -> MeshData:
    hollow = np.maximum(np.array(BELLY) - [0.2, 0.0], 0.0)
    return aged(ram_leg(np.add(hollow, [0.0, SEAT_CM + 0.2])), 47, green=0.55, spot_cm=7.0)


def _at(turn: F64, height: F64, out: float = 0.0) -> F64:
    """(n, 3) points on the wall of the bowl, or `out` before it."""
    line = profile.smooth(np.array(BELLY), 5)
    radius = np.interp(height, line[:, 1], line[:, 0]) + out
    return np.column_stack([radius * np.cos(turn), radius * np.sin(turn), height])


def _band() -> MeshData:
    """Two cords round the bowl with a zigzag between, and the seam of the mould."""
    share = np.linspace(0.0, 2.0 * np.pi, 193)
    cords = [_at(share, np.full(193, high), 0.1) for high in (21.0, 28.6)]
    saw = np.abs((share * 18 / (2.0 * np.pi)) % 1.0 - 0.5) * 2.0
    zigzag = _at(share, 22.2 + 5.2 * saw, 0.1)
    rods = [tube.tube(line, 0.45, BRONZE, sides=8, crease_deg=60.0) for line in (*cords, zigzag)]
    seam = [
        tube.tube(_at(np.full(24, turn), np.linspace(3.0, 32.5, 24), 0.05), 0.25, BRONZE, sides=6)
        for turn in np.radians([-72.0, 108.0])
    ]
    return aged(by_hand(merge([*rods, *seam]), *UNEVEN), 12, spot_cm=9.0)


def _loops() -> MeshData:
    """Two loops stand on the rim, with three buttons each; two lie on the sides."""
    upright = _handle([(-6.2, 0.0, -1.5), (-6.0, 0.0, 3.2), (-3.6, 0.0, 7.4), (0.0, 0.0, 8.7),
                       (3.6, 0.0, 7.4), (6.0, 0.0, 3.2), (6.2, 0.0, -1.5)])  # fmt: skip
    knobs = [
        transform.move(lathe.sphere(1.15, BRONZE, sides=20), x=x, z=z)
        for x, z in ((-4.9, 7.2), (0.0, 10.2), (4.9, 7.2))
    ]
    standing = merge([upright, *knobs])
    lying = _handle([(-5.6, 0.5, 0.0), (-5.4, -2.4, 0.5), (-3.2, -5.4, 1.3), (0.0, -6.2, 1.6),
                     (3.2, -5.4, 1.3), (5.4, -2.4, 0.5), (5.6, 0.5, 0.0)])  # fmt: skip
    pieces = [
        transform.around(standing, 2, 24.4, z_m=33.2),
        transform.around(lying, 2, 23.9, start_deg=0.0, z_m=24.8),
    ]
    return aged(merge(pieces), 23, spot_cm=7.0)


def _handle(points: list[tuple[float, float, float]]) -> MeshData:
    return tube.tube(np.array(curve(points, 7)), 1.25, BRONZE, sides=16, crease_deg=60.0)
