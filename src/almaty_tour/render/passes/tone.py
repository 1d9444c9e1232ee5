"""From the buffer of light to the screen."""

from __future__ import annotations

from typing import Final

import numpy as np
from pyglet import gl

from almaty_tour.render.gl.buffer import PicturePoints
from almaty_tour.render.gl.texture import Texture
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import UNIT_PICTURE, View

TRIANGLE: Final = np.array([(-1, -1), (3, -1), (-1, 3)], np.float32)
SPEC: Final = PassSpec("tone", reads=("picture",), writes=("screen",))


class TonePass:
    """Maps light to the display, with what belongs after it."""

    def __init__(self) -> None:
        self._triangle = PicturePoints(TRIANGLE)

    def draw(self, view: View, light: Texture) -> None:
        """Map the light buffer into the bound framebuffer."""
        quality = view.quality
        wanted = (
            ("MAPPED", not quality.hdr), ("BLOOM", quality.bloom), ("FXAA", quality.fxaa),
            ("DITHER", quality.dither and quality.hdr), ("ADAPT", quality.adapt),
        )  # fmt: skip
        if quality.bloom or quality.adapt:
            light.make_mipmaps()
        program = view.programs.get("tone", tuple(name for name, on in wanted if on))
        program.use()
        light.bind(UNIT_PICTURE)
        gl.glUniform2f(program.at("texel"), 1.0 / light.size_px[0], 1.0 / light.size_px[1])
        gl.glDisable(gl.GL_DEPTH_TEST)
        gl.glDisable(gl.GL_CULL_FACE)
        gl.glDisable(gl.GL_BLEND)
        view.stats.add(self._triangle.draw())

    def free(self) -> None:
        self._triangle.free()
