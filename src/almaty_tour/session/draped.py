"""Trees and lamps of landmarks put on an imported ground.

Models are made on the shipped land. Where imported heights differ, what stands on the land
round a landmark would float or sink; it is moved up or down by the difference instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import numpy as np

from almaty_tour.geo.frame import yaw_of_bearing_rad
from almaty_tour.geo.terrain import Terrain
from almaty_tour.mesh.data import InstanceTable
from almaty_tour.tour.places import Place

ON_GROUND_M: Final = 2.0


def draped(
    tables: Iterable[InstanceTable], place: Place, now: Terrain, made_for: Terrain
) -> tuple[InstanceTable, ...]:
    """Instances in a landmark's own frame, those that stood on `made_for` put on `now`.

    What stood more than 2 m above or below the ground, on a roof or terrace, stays with the
    model.
    """
    return tuple(_one(table, place, now, made_for) for table in tables)


def _one(table: InstanceTable, place: Place, now: Terrain, made_for: Terrain) -> InstanceTable:
    turn = yaw_of_bearing_rad(place.bearing_deg)
    rotation = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    x, y = (table.positions[:, :2].astype(np.float64) @ rotation + [place.x_m, place.y_m]).T
    before = made_for.height_m(x, y) - float(made_for.height_m(place.x_m, place.y_m))
    after = now.height_m(x, y) - place.ground_m
    stands = np.abs(table.positions[:, 2] - before) < ON_GROUND_M
    positions = table.positions.copy()
    positions[:, 2] += np.where(stands, after - before, 0.0).astype(np.float32)
    return replace(table, positions=positions)
