"""The interface: draw lists as arrays, over the finished picture."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.frame import Overlay
from almaty_tour.render.gl.buffer import Buffer, VertexArray, declare_colour, declare_floats
from almaty_tour.render.gl.program import Program
from almaty_tour.render.gl.texture import RGBA8, Texture
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import SAMPLERS, UNIT_PICTURE

SPEC: Final = PassSpec("overlay", reads=("screen",), writes=("screen",))
_STRIDE: Final = 20


class OverlayPass:
    """Keeps the textures of the interface by id."""

    def __init__(self) -> None:
        self._vertices = Buffer(gl.GL_ARRAY_BUFFER, stream=True)
        self._indices = Buffer(gl.GL_ELEMENT_ARRAY_BUFFER, stream=True)
        self._textures: dict[int, Texture] = {}
        self._pixels: dict[int, npt.NDArray[np.uint8]] = {}
        self._program: Program | None = None
        self._array = VertexArray()
        self._array.bind()
        self._vertices.bind()
        declare_floats(0, 2, _STRIDE, 0)
        declare_floats(1, 2, _STRIDE, 8)
        declare_colour(2, _STRIDE, 16)
        self._indices.bind()
        gl.glBindVertexArray(0)

    def draw(self, overlay: Overlay, size_px: tuple[int, int]) -> int:
        """Draw into the bound framebuffer of a size; returns the draw calls."""
        self._take_textures(overlay)
        if not len(overlay.commands):
            return 0
        self._begin(overlay)
        wide = overlay.indices.dtype == np.uint32
        kind = gl.GL_UNSIGNED_INT if wide else gl.GL_UNSIGNED_SHORT
        bytes_each = 4 if wide else 2
        scale = overlay.scale
        for count, first, base, texture, left, top, right, bottom in overlay.commands.tolist():
            width, height = int((right - left) * scale), int((bottom - top) * scale)
            picture = self._textures.get(int(texture))
            if width <= 0 or height <= 0 or picture is None:
                continue
            picture.bind(UNIT_PICTURE)
            gl.glScissor(int(left * scale), int(size_px[1] - bottom * scale), width, height)
            gl.glDrawElementsBaseVertex(
                gl.GL_TRIANGLES, int(count), kind, int(first) * bytes_each, int(base)
            )
        gl.glDisable(gl.GL_SCISSOR_TEST)
        gl.glDisable(gl.GL_BLEND)
        return len(overlay.commands)

    def free(self) -> None:
        self._vertices.free()
        self._indices.free()
        self._array.free()
        for texture in self._textures.values():
            texture.free()

    def _begin(self, overlay: Overlay) -> None:
        if self._program is None:
            self._program = Program("overlay")
            self._program.texture_units(SAMPLERS)
        gl.glEnable(gl.GL_BLEND)
        gl.glBlendFuncSeparate(
            gl.GL_SRC_ALPHA, gl.GL_ONE_MINUS_SRC_ALPHA, gl.GL_ONE, gl.GL_ONE_MINUS_SRC_ALPHA
        )
        gl.glDisable(gl.GL_CULL_FACE)
        gl.glDisable(gl.GL_DEPTH_TEST)
        gl.glEnable(gl.GL_SCISSOR_TEST)
        self._program.use()
        gl.glUniform2f(self._program.at("size_pt"), *overlay.size_pt)
        self._array.bind()
        self._vertices.write(overlay.vertices)
        self._indices.write(overlay.indices)

    def _take_textures(self, overlay: Overlay) -> None:
        for name, pixels in overlay.textures.items():
            height, width = pixels.shape[:2]
            old = self._textures.get(name)
            if old is not None and self._pixels.get(name) is pixels:
                continue
            self._pixels[name] = pixels
            if old is not None and old.size_px == (width, height):
                old.write(pixels)
                continue
            if old is not None:
                old.free()
            self._textures[name] = Texture(RGBA8, (width, height), pixels)
