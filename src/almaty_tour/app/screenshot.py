"""Pictures that the visitor saves, in the pictures folder, never over an older one."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.files import write_atomic


def pictures_folder() -> Path:
    """Where pictures go on this system."""
    import platformdirs

    return platformdirs.user_pictures_path() / "Almaty Tour"


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
