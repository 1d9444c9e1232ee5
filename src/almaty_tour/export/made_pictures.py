"""The built-in pictures as pixels."""

from __future__ import annotations

import io
import math
from dataclasses import replace
from pathlib import Path

from PIL import Image

from almaty_tour.base.files import write_atomic
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import looking
from almaty_tour.content.pictures import MadePicture
from almaty_tour.export.studio import Picture, Studio
from almaty_tour.geo.sun import local_time
from almaty_tour.session.world import World
from almaty_tour.tour.places import view_of

LEAST_ABOVE_M = 1.6
QUALITY = 80


def eye(world: World, one: MadePicture) -> CameraState:
    """The camera of a picture, above the ground as it is in a world."""
    view = view_of(one.view, world.places, world.ground)
    x, y, z = view.eye
    floor = float(world.ground(x, y)) + LEAST_ABOVE_M
    return looking((x, y, max(z, floor)), view.target, math.radians(one.fov_deg))


def made_picture(studio: Studio, one: MadePicture) -> Picture:
    """(h, w, 3) u1 of a built-in picture on a loaded stage."""
    camera = eye(studio.stage.world, one)
    moment = local_time(one.time)
    frame = studio.frame(camera, moment, weather=one.weather)
    return studio.drawn(replace(frame, time_s=7.0))


def save_jpeg(picture: Picture, path: Path) -> None:
    """Write a small JPEG that tells what it is."""
    buffer = io.BytesIO()
    comment = "A view made by Almaty Tour, not a photograph"
    Image.fromarray(picture).save(
        buffer, "JPEG", quality=QUALITY, optimize=True, progressive=True, comment=comment
    )
    write_atomic(path, buffer.getvalue())
