"""A half-moon plate of gold covered with rows of small mountain rams with sockets for inlays."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import gold_beasts as beasts
from almaty_tour.exhibits._shared import gold_relief as gold
from almaty_tour.exhibits._shared import gold_stand
from almaty_tour.exhibits._shared.fitting import fitted
from almaty_tour.exhibits._shared.gold_relief import Figure, Mark, Piece
from almaty_tour.kit import transform
from almaty_tour.mesh.data import Model, as_part

F64 = npt.NDArray[np.float64]
OUTER, INNER = (13.2, 13.2), (27.0, 20.2)
"""Height of the middle and radius of the lower and of the upper edge; the lowest point is 0."""
TIP_DEG = 78.0
COLUMNS = (
    (2.2, 0.86, (0.26, 0.74)), (6.35, 0.8, (0.26, 0.74)), (9.75, 0.64, (0.27, 0.74)),
    (11.75, 0.52, (0.5,)),
)  # fmt: skip
"""Rams on the right half: distance from the middle, size, places between the edges."""


def build(spec: ExhibitSpec) -> Model:
    """The plate stands on a panel of felt, its points upwards."""
    width, height = spec.size_cm("width", "plate"), spec.size_cm("height", "plate")
    made = gold.sheet(plate(), 0.05, rim=0.12, fine=0.0024, seed=8, grime=0.6)
    flat = fitted(made, width_cm=width, depth_cm=height)
    low, high = flat.bounds_m
    flat = transform.move(flat, y=-float(low[1] + high[1]) / 2, z=0.03)
    return Model(gold_stand.set_up(as_part(flat, "plate"), width + 2.0, height + 2.4))


def _between(share: float, turn_deg: npt.ArrayLike) -> F64:
    """(k, 2) points at a share of the way from the lower to the upper edge; turns from the foot."""
    turn = np.radians(np.asarray(turn_deg, np.float64))
    low = np.column_stack([OUTER[1] * np.sin(turn), OUTER[0] - OUTER[1] * np.cos(turn)])
    up = INNER[0] - np.sqrt(INNER[1] ** 2 - low[:, 0] ** 2)
    return np.column_stack([low[:, 0], low[:, 1] + share * (up - low[:, 1])])


def _edge() -> F64:
    turn = np.linspace(-TIP_DEG, TIP_DEG, 70)
    return np.concatenate([_between(0.0, turn), _between(1.0, turn)[::-1]])


def plate() -> Figure:
    """The half-moon with a raised border and all its rams."""
    ring = _edge()
    ground = gold.figure([Piece(gold.outline(ring, 0), 0.22, 3.3)])
    closed = np.concatenate([ring, ring[:1]])
    border = gold.figure([Piece(gold.limb(closed, 0.17, 1), 0.2, 0.17, 0.12)])
    return gold.together(ground, border, *_rams())


def _rams() -> list[Figure]:
    """Rams in rows that all look to the middle, fewer and smaller towards the points."""
    found = []
    beast = gold.placed(_socketed(), -2.0, -1.5)
    for x, size, shares in COLUMNS:
        turn = float(np.degrees(np.arcsin(x / OUTER[1])))
        for share in shares:
            spot, ahead = _between(share, [turn, turn + 1.0])
            lean = float(np.degrees(np.arctan2(*(ahead - spot)[::-1])))
            found += [
                gold.placed(beast, s * spot[0], spot[1], size, s * lean, flip=s > 0)
                for s in (-1.0, 1.0)
            ]
    return [gold.raised(one, 0.24) for one in found]


def _socketed() -> Figure:
    """A lying ram with drop-shaped sockets at shoulder and thigh, their stones lost."""
    body, *rest = beasts.argali()
    sockets = [
        Mark(gold.limb([(x - 0.12, y - 0.14), (x + 0.16, y + 0.24)], [0.15, 0.05]), 0.25, 0.06)
        for x, y in ((0.6, 1.1), (1.55, 1.1))
    ]
    return (replace(body, marks=(*beasts.eye(3.65, 2.35, 0.16), *sockets)), *rest)
