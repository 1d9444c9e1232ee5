"""The tall hat on the head of the figure: felt, and gold coarse enough for its distance."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.exhibits._shared import gold_cone, gold_hat
from almaty_tour.kit import transform
from almaty_tour.mesh.data import MeshData, merge

BROW, BACK = 173.0, 0.6
COARSE, FINER, BOLD = 1.7, 1.3, 1.5


def felt() -> MeshData:
    """The cone, with flaps over the ears and the neck."""
    return _worn(gold_cone.hat(4200))


def gold() -> MeshData:
    """What is sewn on, from the brow upwards, and the ram on the tip."""
    pieces = [
        gold_hat.rows(COARSE),
        gold_hat.horses(FINER),
        gold_hat.arrows(1.5, BOLD),
        gold_hat.plumes(FINER),
        gold_hat.flap_plates(COARSE),
        gold_hat.ram(2200, 1.15),
    ]
    return _brighter(_worn(merge(pieces)))


def _worn(data: MeshData) -> MeshData:
    return transform.move(data, y=BACK, z=BROW)


def _brighter(data: MeshData, factor: float = 1.12) -> MeshData:
    """The mesh in a lighter tint, as the rest of the gold of the figure has it."""
    tint = data.tint.copy()
    tint[:, :3] = np.minimum(np.rint(data.tint[:, :3] * factor), 255.0).astype(np.uint8)
    return replace(data, tint=tint)
