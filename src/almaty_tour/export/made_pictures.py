"""The built-in pictures as pixels."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from PIL import Image

from almaty_tour.base.files import write_atomic
from almaty_tour.content.pictures import MadePicture
from almaty_tour.export.studio import Picture, Studio
from almaty_tour.geo.sun import local_time
from almaty_tour.session.standpoints import made_standpoint

QUALITY = 70


def made_picture(studio: Studio, one: MadePicture) -> Picture:
    """(h, w, 3) u1 of a built-in picture on a loaded stage."""
    point = made_standpoint(studio.stage.world, one)
    frame = studio.frame(point.camera, local_time(one.time), weather=one.weather)
    return studio.drawn(replace(frame, time_s=7.0))


def save_jpeg(picture: Picture, path: Path) -> None:
    """Write a small JPEG that tells what it is."""
    buffer = io.BytesIO()
    comment = "A view made by Almaty Tour, not a photograph"
    Image.fromarray(picture).save(
        buffer, "JPEG", quality=QUALITY, optimize=True, progressive=True, comment=comment
    )
    write_atomic(path, buffer.getvalue())
