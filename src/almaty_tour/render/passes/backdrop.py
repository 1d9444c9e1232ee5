"""A still over the whole picture: what is shown before there is anything to draw."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import PicturePoints
from almaty_tour.render.gl.framebuffer import Target
from almaty_tour.render.gl.program import Program
from almaty_tour.render.gl.texture import RGB8, Texture
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import SAMPLERS, UNIT_PICTURE
from almaty_tour.render.passes.tone import TRIANGLE

SPEC: Final = PassSpec("backdrop", reads=("screen",), writes=("screen",))


class BackdropPass:
    """Holds one picture, (h, w, 3) u1, first row at the top; needs no renderer."""

    def __init__(self, picture: npt.NDArray[np.uint8]) -> None:
        height, width = picture.shape[:2]
        self._texture = Texture(RGB8, (width, height), picture[::-1])
        self._triangle = PicturePoints(TRIANGLE)
        self._program = Program("backdrop")
        self._program.texture_units(SAMPLERS)

    def draw(self, target: Target, strength: float) -> None:
        """Draw it over a target, 0 not at all to 1 hiding what was there."""
        target.bind()
        self._program.use()
        self._texture.bind(UNIT_PICTURE)
        gl.glUniform2f(self._program.at("part"), *part_shown(self._texture.size_px, target.size_px))
        gl.glUniform1f(self._program.at("strength"), strength)
        gl.glDisable(gl.GL_DEPTH_TEST)
        gl.glDisable(gl.GL_CULL_FACE)
        gl.glEnable(gl.GL_BLEND)
        gl.glBlendFunc(gl.GL_SRC_ALPHA, gl.GL_ONE_MINUS_SRC_ALPHA)
        self._triangle.draw()
        gl.glDisable(gl.GL_BLEND)

    def free(self) -> None:
        self._texture.free()
        self._triangle.free()
        self._program.free()


def part_shown(picture_px: tuple[int, int], target_px: tuple[int, int]) -> tuple[float, float]:
    """Share of width and height of a picture that fills a target without being stretched."""
    wide = (target_px[0] / target_px[1]) / (picture_px[0] / picture_px[1])
    return min(wide, 1.0), min(1.0 / wide, 1.0)
