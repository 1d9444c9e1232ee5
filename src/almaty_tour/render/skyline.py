"""The line of the mountains round the eye as a texture, for what mirrors it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.terrain import Terrain
from almaty_tour.render.gl.texture import RGBA16F, Texture
from almaty_tour.render.passes.common import UNIT_SKYLINE
from almaty_tour.scene.skyline import DIRECTIONS, Place, settled, skyline


class SkylineTexture:
    """Made anew when the eye has gone some hundred metres; flat where there is no ground."""

    def __init__(self) -> None:
        flat = np.zeros((1, DIRECTIONS, 4), np.float32)
        self._texture = Texture(RGBA16F, (DIRECTIONS, 1), flat, repeat=True)
        self._shown: tuple[Terrain, Place] | None = None

    def follow(self, terrain: Terrain | None, eye: npt.NDArray[np.float64]) -> None:
        """Bring the line to an eye, and bind it."""
        if terrain is not None:
            place = settled(eye)
            if self._shown is None or self._shown[0] is not terrain or self._shown[1] != place:
                self._texture.write(skyline(terrain, place)[None])
                self._shown = terrain, place
        self._texture.bind(UNIT_SKYLINE)

    def free(self) -> None:
        """Give the texture back."""
        self._texture.free()
