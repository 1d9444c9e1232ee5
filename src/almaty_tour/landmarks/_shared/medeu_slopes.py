"""Spruces and birches on the sides of the gorge, set on the ground as the tour shapes it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks._shared.nature_ground import ground

F64 = npt.NDArray[np.float64]
_FOOT_M = 0.25
"""How deep a trunk stands in the ground, so that none floats on a slope."""


def heights_m(spec: LandmarkSpec, spots: F64) -> F64:
    """(k,) heights of the shaped ground at (k, 2) places, both in the model frame.

    Only the landmark's own pads are laid: ask for places that no other one's pad reaches.
    """
    return ground(spec)(spots)


def rooted(spec: LandmarkSpec, spots: F64) -> F64:
    """(j, 3): the places that lie above the model's zero, a little below their ground."""
    place = np.column_stack([spots, heights_m(spec, spots) - _FOOT_M])
    return np.asarray(place[place[:, 2] >= 0.0])
