"""A postcard as a picture."""

from __future__ import annotations

import math

from almaty_tour.camera.state import CameraState
from almaty_tour.content.postcards import Postcard
from almaty_tour.export.studio import Picture, Studio
from almaty_tour.geo.frame import to_local
from almaty_tour.geo.sun import local_time


def postcard(studio: Studio, card: Postcard) -> Picture:
    """(h, w, 3) u1 of a postcard on a loaded stage."""
    moment = local_time(card.time)
    return studio.picture(
        eye(studio, card), moment, card.seconds, weather=card.weather, haze=card.haze
    )


def eye(studio: Studio, card: Postcard) -> CameraState:
    """The camera of a postcard, above the ground as it is on the stage."""
    x, y = (float(part) for part in to_local(card.latitude_deg, card.longitude_deg))
    z = float(studio.stage.world.ground(x, y)) + card.above_m
    return CameraState(
        (x, y, z),
        math.radians(card.heading_deg),
        math.radians(card.pitch_deg),
        math.radians(card.fov_deg),
        shift=card.shift,
    )
