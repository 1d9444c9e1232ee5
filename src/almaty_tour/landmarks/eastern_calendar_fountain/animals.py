"""Twelve cast beasts of the steppe calendar, nose to -x, about 1.3 m long, flat as castings.

Saka manner: swelling shoulders and haunches with rings on them, curled tails, curled bodies.
"""

from __future__ import annotations

from collections.abc import Callable

from almaty_tour.kit import sdf
from almaty_tour.kit.chisel import chiselled
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.sdf import Field
from almaty_tour.kit.skin import skin
from almaty_tour.landmarks.eastern_calendar_fountain import first, last
from almaty_tour.mesh.data import MeshData

IRON = Paint("bronze_dark", "#B9B2A0")
CELL_M = 0.02
TRIANGLES = 1050
FIELDS: dict[str, Callable[[], Field]] = {
    "mouse": first.mouse,
    "cow": first.cow,
    "leopard": first.leopard,
    "hare": first.hare,
    "snail": first.snail,
    "snake": first.snake,
    "horse": last.horse,
    "sheep": last.sheep,
    "monkey": last.monkey,
    "hen": last.hen,
    "dog": last.dog,
    "boar": last.boar,
}
ORDER = tuple(FIELDS)


def animal(name: str) -> MeshData:
    """One beast in profile, its feet on z = 0."""
    body = sdf.union(
        [FIELDS[name](), sdf.rounded_box((0.0, 0.0, 0.0), (1.1, 0.36, 0.1), 0.03)], 0.02
    )
    low, high = (-1.05, -0.42, -0.12), (1.05, 0.42, 1.65)
    return chiselled(skin(body, low, high, CELL_M, IRON, triangles=TRIANGLES), IRON)
