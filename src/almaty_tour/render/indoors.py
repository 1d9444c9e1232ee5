"""The light of a room, in the shape of daylight, so that every pass draws indoors as outdoors."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.render.daylight import Daylight
from almaty_tour.scene.environment import Room

SKY_SHAPE: Final = (32, 4, 1)
BELOW: Final = (0.0, 0.0, -1.0)
HIGH_M: Final = 1.0e6


def room_light(room: Room) -> Daylight:
    """The light of a room: no sun, no haze, a plain backdrop where the sky would be."""
    walls, ceiling, floor = (np.array(one) for one in (room.walls, room.ceiling, room.floor))
    ambient = np.zeros((4, 3))
    ambient[0] = 0.5 * walls + 0.25 * (ceiling + floor)
    ambient[3] = 0.5 * (ceiling - floor)
    key = np.array(room.key)
    return Daylight(
        sun_enu=BELOW,
        light_enu=room.key_enu,
        light_low=key,
        light_high=key,
        ambient=ambient,
        haze_glow=np.zeros(3),
        horizon=walls * room.shine,
        zenith=ceiling * room.shine,
        sky=np.tile(np.array(room.backdrop, np.float32), SKY_SHAPE),
        exposure=1.0,
        night=0.0,
        lamp_light=room.lamps,
        lit_rooms=0.0,
        haze_multiple=0.0,
        snow_line_m=HIGH_M,
        ceiling_m=HIGH_M,
        dryness=0.0,
        wetness=0.0,
        cloud=0.0,
        moon_enu=BELOW,
        moon_phase=0.0,
        moon_share=0.0,
        shadow_strength=1.0,
    )
