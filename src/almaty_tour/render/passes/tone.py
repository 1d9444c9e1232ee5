"""From the buffer of light to the screen."""

from __future__ import annotations

from typing import Final

import numpy as np
from pyglet import gl

from almaty_tour.render.gl.buffer import PicturePoints
from almaty_tour.render.gl.texture import Texture
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import UNIT_PICTURE, View, cover_state

TRIANGLE: Final = np.array([(-1, -1), (3, -1), (-1, 3)], np.float32)
SPEC: Final = PassSpec("tone", reads=("picture",), writes=("screen",))


class TonePass:
    """Maps light to the display, with what belongs after it."""

    def __init__(self) -> None:
        self._triangle = PicturePoints(TRIANGLE)

    def draw(self, view: View, light: Texture) -> None:
        """Map the light buffer into the bound framebuffer."""
        if view.quality.bloom or view.quality.adapt:
            light.make_mipmaps()
        if view.quality.bloom:
            view.programs.get("tone", _defines(view, bloom=False))  # ready for when it is trimmed
        program = view.programs.get("tone", _defines(view, bloom=view.quality.bloom))
        program.use()
        light.bind(UNIT_PICTURE)
        gl.glUniform2f(program.at("texel"), 1.0 / light.size_px[0], 1.0 / light.size_px[1])
        cover_state()
        view.stats.add(self._triangle.draw())

    def free(self) -> None:
        self._triangle.free()


def _defines(view: View, *, bloom: bool) -> tuple[str, ...]:
    quality = view.quality
    wanted = (
        ("MAPPED", not quality.hdr), ("BLOOM", bloom), ("FXAA", quality.fxaa),
        ("DITHER", quality.dither and quality.hdr), ("ADAPT", quality.adapt),
        ("GRADE", quality.grade),
    )  # fmt: skip
    return tuple(name for name, on in wanted if on)
