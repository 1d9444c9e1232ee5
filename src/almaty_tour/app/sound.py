"""What the visitor hears: the ambience of where the camera is. Pausing a tour leaves it on."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from almaty_tour.audio.ambience import FOUNTAIN, levels, nearest_m
from almaty_tour.audio.mixer import Mixer
from almaty_tour.base.spaces import OUTDOORS
from almaty_tour.geo.frame import yaw_of_bearing_rad
from almaty_tour.session.light import season_of
from almaty_tour.session.state import SessionState
from almaty_tour.session.world import World

POOL_RADIUS_M = 8.0


class Sound:
    """The one owner of audio; silent and free until the first call of `follow`."""

    def __init__(self, assets: Path, world: World) -> None:
        self._mixer = Mixer(assets / "audio")
        self._ground = world.terrain.height_m
        self._fountains = fountains(world)

    def follow(self, state: SessionState, dt_s: float) -> None:
        """Moves the loops towards what is heard in `state`."""
        outdoors = state.camera.space == OUTDOORS
        x, y, _ = state.camera.position_enu
        time = state.local_time
        wanted = levels(
            state.camera,
            float(self._ground(np.array([x]), np.array([y]))[0]),
            time.hour + time.minute / 60.0 + time.second / 3600.0,
            season_of(time),
            nearest_m(state.camera, self._fountains),
            state.preferences.volume if outdoors else 0.0,
        )
        self._mixer.follow(wanted, dt_s)

    def close(self) -> None:
        """Gives the device back."""
        self._mixer.close()


def fountains(world: World) -> tuple[tuple[float, float, float, float], ...]:
    """x, y, z and radius, metres, of all water that plays."""
    found = []
    for name, place in world.places.items():
        yaw = yaw_of_bearing_rad(place.bearing_deg)
        cos, sin = float(np.cos(yaw)), float(np.sin(yaw))
        for sound in world.landmarks[name].sounds:
            if sound.name == FOUNTAIN:
                x, y, z = sound.at_m
                at = place.x_m + x * cos - y * sin, place.y_m + x * sin + y * cos
                found.append((*at, place.ground_m + z, POOL_RADIUS_M))
    return tuple(found)
