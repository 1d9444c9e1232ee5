"""The environment of a state: a change of weather takes some seconds."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.scene.environment import Environment
from almaty_tour.session.light import turning
from almaty_tour.session.state import SessionState
from almaty_tour.session.world import World

TURN_S: Final = 4.0


def environment_of(world: World, state: SessionState) -> Environment:
    """Light and weather as they are now."""
    after = world.environment(state.local_time, state.weather)
    share = float(np.clip((state.clock_s - state.weather_since_s) / TURN_S, 0.0, 1.0))
    if share >= 1.0 or state.weather_before == state.weather:
        return after
    before = world.environment(state.local_time, state.weather_before)
    return turning(before, after, share * share * (3.0 - 2.0 * share))
