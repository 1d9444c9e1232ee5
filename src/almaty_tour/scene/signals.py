"""Traffic lights, as closed functions of time: two phases of one cycle for the whole town."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.people import Ground, on_ground, within
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
        places: (g, 3) f8 world. xy: (2, g) f4. rows: (g,) of `INSTANCE`.
        phase_s: (g,) f8 when each turns green in a cycle.
    """

    places: F64
    xy: F32
    rows: npt.NDArray[np.void]
    phase_s: F64


def signals_of(file: WalksFile, ground: Ground) -> Signals:
    """The traffic lights of a file on the ground."""
    rows = np.zeros(len(file.lights), INSTANCE)
    rows["yaw_rad"], rows["scale"] = file.lights[:, 2], 1.0
    xy = np.ascontiguousarray(file.lights[:, :2].T)
    return Signals(on_ground(file.lights, ground), xy, rows, file.phase.astype(np.float64) * HALF_S)


def signals_at(signals: Signals, time_s: float, eye: F64, reach_m: float) -> Crowd:
    """The traffic lights near an eye, each in the colour of the moment."""
    near = within(signals.xy, eye, reach_m)
    since = (time_s - signals.phase_s.take(near)) % CYCLE_S
    kind = (since >= GREEN_S).astype(np.uint8) + (since >= HALF_S)
    return Crowd(LIGHTS, kind, signals.places.take(near, 0), signals.rows.take(near))
