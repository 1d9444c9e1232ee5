"""Traffic lights, as closed functions of time: two phases of one cycle for the whole town."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.cull import NearBoxes, Sides
from almaty_tour.scene.people import Ground, boxes_of, on_ground
from almaty_tour.scene.platoons import CYCLE_S
from almaty_tour.scene.vertex import INSTANCE
from almaty_tour.scene.visible import Crowd
from almaty_tour.scene.walks_file import WalksFile

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

LIGHTS: Final = ("signal.green", "signal.amber", "signal.red")
HALF_S: Final = CYCLE_S / 2.0
GREEN_S: Final = HALF_S - 3.0
"""After this comes amber, after the half of the cycle red."""


@dataclass(frozen=True)
class Signals:
    """Traffic lights.

    Attributes:
        places: (g, 3) f8 world. rows: (g,) of `INSTANCE`.
        phase_s: (g,) f8 when each turns green in a cycle.
    """

    places: F64
    rows: npt.NDArray[np.void]
    phase_s: F64

    @cached_property
    def near(self) -> NearBoxes:
        """Finds them near an eye."""
        return NearBoxes(boxes_of(self.places))


def signals_of(file: WalksFile, ground: Ground) -> Signals:
    """The traffic lights of a file on the ground."""
    rows = np.zeros(len(file.lights), INSTANCE)
    rows["yaw_rad"], rows["scale"] = file.lights[:, 2], 1.0
    return Signals(on_ground(file.lights, ground), rows, file.phase.astype(np.float64) * HALF_S)


def signals_at(
    signals: Signals, time_s: float, eye: F64, reach_m: float, sides: Sides | None = None
) -> Crowd:
    """The traffic lights near an eye, each in the colour of the moment.

    With the sides of a view those that cannot be in it may be left out.
    """
    near = signals.near.at(eye, reach_m, sides)
    since = (time_s - signals.phase_s.take(near)) % CYCLE_S
    kind = (since >= GREEN_S).astype(np.uint8) + (since >= HALF_S)
    return Crowd(LIGHTS, kind, signals.places.take(near, 0), signals.rows.take(near))
