"""Pictures without a window: the stage on a hidden context, with a target of its own."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import ExportError
from almaty_tour.base.files import write_atomic
from almaty_tour.camera.state import CameraState
from almaty_tour.content.model import LANGUAGES
from almaty_tour.content.weather import DEFAULT_WEATHER
from almaty_tour.render.frame import Frame, Overlay
from almaty_tour.session.flight import arrival
from almaty_tour.session.frieze import Frieze

Picture = npt.NDArray[np.uint8]


SMOOTH_PRESETS = frozenset({"high"})
SMOOTH_SCALE = 2.0
"""Still pictures of these presets are drawn at twice the size and averaged, two by two."""


class Studio:
    """A stage to photograph: open it with `with`.

    Draws on the context that is current, or opens one. Raises GraphicsError where there is
    no OpenGL. `data` is the user's data folder, None for the shipped city alone; `language` that
    of what is written on walls.
    """

    def __init__(
        self,
        assets: Path,
        preset: str,
        size_px: tuple[int, int],
        data: Path | None = None,
        language: str = LANGUAGES[0],
    ) -> None:
        from almaty_tour.render.gl.context import ensure_context

        self._context = ensure_context()
        from almaty_tour.session.stage import Stage  # reads pyglet's options, which are set now

        self.preset, self.size_px = preset, size_px
        self.smooth = preset in SMOOTH_PRESETS
        self.stage = Stage(assets, preset, data=data)
        self._frieze, self._language = Frieze(assets, patient=False), language
        self._target = self.stage.renderer.target(size_px)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._target.free()
        self.stage.free()

    def arrival(self, landmark: str) -> CameraState:
        """The good view of a landmark; SettingError for an unknown id."""
        return arrival(self.stage.world.place(landmark))

    def frame(
        self,
        camera: CameraState,
        moment: datetime,
        time_s: float = 0.0,
        overlay: Overlay | None = None,
        weather: str = DEFAULT_WEATHER,
        haze: float | None = None,
    ) -> Frame:
        """The frame of a camera at a local time, in a kind of weather or a haze of its own."""
        environment = self.stage.world.environment(moment, weather)
        return self.stage.frame(
            camera,
            environment if haze is None else replace(environment, haze=haze),
            size_px=self.size_px,
            preset=self.preset,
            time_s=time_s,
            resolution_scale=SMOOTH_SCALE if self.smooth else 1.0,
            overlay=overlay,
            framed=self._frieze.seen(self.stage.world, camera, self._language),
        )

    def picture(
        self,
        camera: CameraState,
        moment: datetime,
        time_s: float = 0.0,
        overlay: Overlay | None = None,
        weather: str = DEFAULT_WEATHER,
        haze: float | None = None,
    ) -> Picture:
        """(h, w, 3) u1 of what `frame` says."""
        return self.drawn(self.frame(camera, moment, time_s, overlay, weather, haze))

    def drawn(self, frame: Frame) -> Picture:
        """(h, w, 3) u1 of a frame."""
        self.stage.draw(frame, self._target)
        return self.stage.renderer.read_pixels(self._target)

    def use(self, preset: str, size_px: tuple[int, int]) -> None:
        """Changes preset and size for the pictures that follow."""
        self.preset, self.smooth = preset, preset in SMOOTH_PRESETS
        if size_px != self.size_px:
            self._target.free()
            self.size_px = size_px
            self._target = self.stage.renderer.target(size_px)

    @staticmethod
    def save(picture: Picture, path: Path) -> None:
        """Writes a PNG or JPEG by the name's ending; ExportError when it cannot."""
        save_picture(picture, path)


def save_picture(picture: Picture, path: Path) -> None:
    """Writes a picture; ExportError when the ending is unknown or the disk refuses."""
    from PIL import Image

    kinds = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
    kind = kinds.get(path.suffix.lower())
    if kind is None:
        raise ExportError(f"{path}: pictures end in {', '.join(kinds)}")
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, kind, quality=92)
    try:
        write_atomic(path, buffer.getvalue())
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror or error}") from error
