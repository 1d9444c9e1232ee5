"""Where a picture was taken: a place, a way to look, an hour and a weather, as one text."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from almaty_tour.base.errors import SettingError
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import looking
from almaty_tour.content.pictures import MadePicture
from almaty_tour.geo.frame import to_local
from almaty_tour.geo.sun import local_time
from almaty_tour.session.state import SessionState
from almaty_tour.session.world import World
from almaty_tour.tour.places import view_of

LEAST_ABOVE_M = 1.6
PHOTOGRAPHER_M, PHOTOGRAPHER_FOV_RAD = 1.7, math.radians(45.0)
DAY_FROM_H, DAY_TO_H = 7, 19
"""A photograph without an hour is stood at by day."""


@dataclass(frozen=True)
class Standpoint:
    """Where and when one stands.

    Attributes:
        moment: local in Almaty, None keeps the hour that is. weather: id, "" keeps it.
    """

    camera: CameraState
    moment: datetime | None = None
    weather: str = ""

    def told(self) -> str:
        """The argument of the commands `stand_at` and `stand_now`."""
        camera = self.camera
        numbers = (*camera.position_enu, camera.heading_rad, camera.pitch_rad, camera.fov_rad)
        moment = "" if self.moment is None else self.moment.isoformat(timespec="minutes")
        return "|".join((",".join(f"{one:.5f}" for one in numbers), moment, self.weather))


def read_standpoint(text: str) -> Standpoint:
    """The standpoint of an argument; SettingError where it is none."""
    try:
        numbers, moment, weather = text.split("|")
        x, y, z, heading, pitch, fov = (float(one) for one in numbers.split(","))
        if not all(math.isfinite(one) for one in (x, y, z, heading, pitch, fov)):
            raise ValueError(text)
        when = datetime.fromisoformat(moment) if moment else None
    except ValueError:
        raise SettingError(f"'{text}' is no standpoint") from None
    return Standpoint(CameraState((x, y, z), heading, pitch, fov), when, weather)


def made_standpoint(world: World, one: MadePicture) -> Standpoint:
    """Where a picture of the program's own was made."""
    view = view_of(one.view, world.places, world.ground)
    x, y, z = view.eye
    floor = float(world.ground(x, y)) + LEAST_ABOVE_M
    camera = looking((x, y, max(z, floor)), view.target, math.radians(one.fov_deg))
    return Standpoint(camera, local_time(one.time), one.weather)


def taken_standpoint(
    ground: Callable[[float, float], float],
    latitude_deg: float,
    longitude_deg: float,
    direction_deg: float | None,
    time: str,
) -> Standpoint:
    """Where a photograph was taken, at the height of an eye; northwards where it does not tell.

    Only the day of the year and the hour are taken from its time: the city is today's.
    """
    x, y = (float(one) for one in to_local(latitude_deg, longitude_deg))
    eye = (x, y, float(ground(x, y)) + PHOTOGRAPHER_M)
    heading = math.radians(direction_deg or 0.0)
    moment = local_time(time) if len(time) >= len("1978-05-09") else None
    if moment is not None and not DAY_FROM_H <= moment.hour <= DAY_TO_H:
        moment = moment.replace(hour=12)
    return Standpoint(CameraState(eye, heading, 0.0, PHOTOGRAPHER_FOV_RAD), moment)


def standing(world: World, state: SessionState, point: Standpoint) -> SessionState:
    """The state with the hour and the weather of a standpoint, the eye still where it was."""
    moment = state.local_time
    if (then := point.moment) is not None:
        day = min(then.day, 28) if then.month == 2 else then.day
        moment = moment.replace(month=then.month, day=day, hour=then.hour, minute=then.minute)
    weather = point.weather if point.weather in world.weathers else state.weather
    return replace(
        state, local_time=moment, weather=weather, weather_before=weather, selected=None,
        velocity=(0.0, 0.0, 0.0),
    )  # fmt: skip
