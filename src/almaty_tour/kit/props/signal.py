"""Traffic lights on a pole at the kerb, one kind a light; they look to -x, to who comes."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

VARIANTS = ("red", "amber", "green")
POLE = Paint("painted_metal", "#7E8488")
CASE = Paint("rubber", "#1C1E1F")
OFF = {"red": "#3A1512", "amber": "#3A2C10", "green": "#12301C"}
ON = {"red": "#FF2A18", "amber": "#FFB020", "green": "#28E070"}
HIGH_M, HEAD_M, LAMP_M = 3.6, 0.95, 0.11


def build(variant: str, level: int) -> MeshData:
    """A light of 3.6 m over the kerb; 110, 44 and 22 triangles at most."""
    bottom = HIGH_M - HEAD_M
    case = extrude.box(0.2, 0.34, HEAD_M, CASE, bottom_m=bottom)
    lamps = [_lamp(name, variant, bottom + 0.17 + 0.3 * k, level)
             for k, name in enumerate(("green", "amber", "red"))]  # fmt: skip
    if level == 2:
        return merge([_post(3), case, lamps[("green", "amber", "red").index(variant)]])
    return merge([_post(6 if level == 0 else 4), case, *lamps])


def _post(sides: int) -> MeshData:
    turn = np.arange(sides) * 2.0 * np.pi / sides
    ring = np.stack([0.055 * np.cos(turn) + 0.12, 0.055 * np.sin(turn)], axis=1)
    after = np.roll(ring, -1, axis=0)
    quads = np.stack([_at(ring, 0.0), _at(after, 0.0), _at(after, 3.2), _at(ring, 3.2)], axis=1)
    return quadrilaterals(quads, POLE)


def _at(ring: np.typing.NDArray[np.float64], z_m: float) -> np.typing.NDArray[np.float64]:
    return np.column_stack([ring, np.full(len(ring), z_m)])


def _lamp(name: str, lit: str, z_m: float, level: int) -> MeshData:
    """A disc of the head; it glows where it is lit."""
    paint = Paint("lamp_glass", ON[name]) if name == lit else Paint("rubber", OFF[name])
    corners = 10 if level == 0 else 4
    turn = (np.arange(corners) + 0.5) * 2.0 * np.pi / corners
    size = LAMP_M if level == 0 else LAMP_M * 1.1
    ring = np.column_stack([np.full(corners, -0.112), -size * np.cos(turn),
                            z_m + size * np.sin(turn)])  # fmt: skip
    middle = np.array([-0.112, 0.0, z_m])
    pairs = np.arange(0, corners, 2)
    quads = [np.stack([middle, ring[k], ring[(k + 1) % corners], ring[(k + 2) % corners]])
             for k in pairs]  # fmt: skip
    return quadrilaterals(np.array(quads), paint)
