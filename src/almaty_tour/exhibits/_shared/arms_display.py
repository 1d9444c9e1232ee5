"""A sloping desk with a cloth-covered board: weapons and gear lie on it, faces to the front."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from almaty_tour.exhibits._shared.display import DARK_WOOD, board, leaning
from almaty_tour.exhibits._shared.fitting import grounded
from almaty_tour.kit.extrude import prism
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.transform import move, turn
from almaty_tour.mesh.data import MeshData, as_part, merge

LINEN = Paint("felt", "#6E6658")
BOARD_CM, LIFT_CM = 1.2, 1.4


def placed(data: MeshData, x: float, y: float, sink_cm: float = 0.05) -> MeshData:
    """A piece with its middle at (x, y) of the board, lying on the cloth."""
    low, high = data.bounds_m
    at = (low + high) / 2
    return move(data, x - float(at[0]), y - float(at[1]), BOARD_CM - float(low[2]) - sink_cm)


def desk(
    pieces: Sequence[MeshData],
    width_cm: float,
    height_cm: float,
    lean_deg: float,
    cloth: Paint = LINEN,
) -> MeshData:
    """The pieces on a board of this size that leans on a wooden wedge."""
    rear = as_part(board(width_cm, height_cm, cloth, BOARD_CM), "board")
    face = leaning(merge([rear, *pieces]), lean_deg)
    lean = np.radians(lean_deg)
    run, rise = height_cm * float(np.cos(lean)), height_cm * float(np.sin(lean))
    low = np.array([-run / 2, LIFT_CM])
    steps = [(-2.4, 0.9), (-2.4, -LIFT_CM), (run, -LIFT_CM), (0.9 * run, 0.9 * rise), (0.0, 0.0)]
    section = low + np.array(steps)
    half = width_cm / 2 - 1.5
    wedge = turn(turn(prism(section, -half, half, DARK_WOOD), "y", 90.0), "x", 90.0)
    return grounded(merge([as_part(wedge, "desk"), move(face, z=LIFT_CM)]))
