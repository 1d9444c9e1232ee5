"""The whole input of a picture. Two equal frames make two equal pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from almaty_tour.camera.state import CameraState
from almaty_tour.render.trim import UNTRIMMED, Trim
from almaty_tour.scene.cases import GlassCases
from almaty_tour.scene.drawlist import DrawList
from almaty_tour.scene.environment import Environment
from almaty_tour.scene.framed import FramedPictures


@dataclass(frozen=True)
class Overlay:
    """An interface as arrays: what `ui` returns and a pass of the renderer draws.

    Attributes:
        vertices: (n, 5) as raw bytes of 20 each: position f4 x2, uv f4 x2, colour u1 x4.
        indices: (m,) u2 or u4.
        commands: (c, 8) f8: element count, first index, vertex offset, texture id,
            clip left, top, right, bottom in points.
        size_pt, scale: size of the interface in points and pixels a point.
        textures: changed textures by id: RGBA u1 (h, w, 4) arrays.
    """

    vertices: npt.NDArray[np.uint8]
    indices: npt.NDArray[np.uint16] | npt.NDArray[np.uint32]
    commands: npt.NDArray[np.float64]
    size_pt: tuple[float, float]
    scale: float
    textures: Mapping[int, npt.NDArray[np.uint8]] = field(default_factory=dict)


@dataclass(frozen=True)
class Frame:
    """Draw list, camera, environment, quality, time, size: the whole input of a picture.

    `aspect` is width over height of the view; 0 takes that of `size_px`.
    `quality` is the name of a preset of `render.quality`; `resolution_scale` the side of the
    internal picture against `size_px`; `trim` what a slow machine leaves out of the preset.
    `framed` are pictures that stand in the space of the camera, `cases` those of glass; None for
    none.
    `backdrop` is a colour of the screen behind everything, in the place of the sky.
    """

    draw: DrawList
    camera: CameraState
    environment: Environment
    quality: str
    time_s: float
    size_px: tuple[int, int]
    resolution_scale: float = 1.0
    overlay: Overlay | None = None
    aspect: float = 0.0
    trim: Trim = UNTRIMMED
    backdrop: tuple[float, float, float] | None = None
    framed: FramedPictures | None = None
    cases: GlassCases | None = None
