"""Pictures that the visitor saves, in the pictures folder, never over an older one."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from almaty_tour.base.files import write_atomic

if TYPE_CHECKING:
    from almaty_tour.render.frame import Frame
    from almaty_tour.session.stage import Stage


def pictures_folder() -> Path:
    """Where pictures go on this system."""
    import platformdirs

    return platformdirs.user_pictures_path() / "Almaty Tour"


def take_picture(stage: Stage, frame: Frame, moment: datetime) -> tuple[str, dict[str, str]]:
    """Draws a frame and saves it; the name of the notice and what to fill in: where, or why not."""
    target = stage.renderer.target(frame.size_px)
    try:
        stage.renderer.draw(frame, target)
        pixels = stage.renderer.read_pixels(target)
        path = save_picture(pixels, pictures_folder(), "Almaty", moment)
    except OSError as fault:
        return "screenshot_failed", {"where": str(fault.strerror or fault)}
    finally:
        target.free()
    return "screenshot_saved", {"where": path.name, "folder": told_folder(path.parent)}


def told_folder(folder: Path, home: Path | None = None) -> str:
    """A folder as the visitor knows it: from the home folder on where it lies in it."""
    try:
        return str(folder.relative_to(home or Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)


def save_picture(pixels: npt.NDArray[np.uint8], folder: Path, name: str, moment: datetime) -> Path:
    """Writes (h, w, 3) u1 pixels as PNG under a free name; OSError when it cannot."""
    from PIL import Image

    stem = f"{name} {moment:%Y-%m-%d %H.%M.%S}"
    path, number = folder / f"{stem}.png", 2
    while path.exists():
        path, number = folder / f"{stem} ({number}).png", number + 1
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "PNG")
    write_atomic(path, data.getvalue())
    return path
