"""Framebuffers, and reading pictures back."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.base.errors import GraphicsError
from almaty_tour.render.gl.buffer import free_name, new_name
from almaty_tour.render.gl.texture import DEPTH32F, RGBA8, Format, Texture


class Target:
    """What a picture is drawn into: a framebuffer of a fixed size.

    `Target.of_window` wraps the window's own framebuffer, which is never freed.
    """

    def __init__(
        self,
        size_px: tuple[int, int],
        colour: Format | None = RGBA8,
        depth: Format | None = DEPTH32F,
    ) -> None:
        self.size_px = size_px
        self.id = new_name(gl.glGenFramebuffers)
        self.colour = None if colour is None else Texture(colour, size_px, linear=_smooth(colour))
        self.depth = None if depth is None else Texture(depth, size_px, linear=False)
        self._attach()

    @classmethod
    def of_window(cls, size_px: tuple[int, int]) -> Target:
        """The window's framebuffer of the current context, `get_framebuffer_size()` large."""
        target = cls.__new__(cls)
        target.size_px = size_px
        target.id = 0
        target.colour = None
        target.depth = None
        return target

    @property
    def picture(self) -> Texture:
        """Its colour as a texture; ValueError where it has none."""
        if self.colour is None:
            raise ValueError("picture: this target has no colour of its own")
        return self.colour

    def bind(self) -> None:
        """Draw into it from now on, all of it."""
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, self.id)
        gl.glViewport(0, 0, *self.size_px)

    def read_rgba(self, out: npt.NDArray[np.uint8] | None = None) -> npt.NDArray[np.uint8]:
        """(h, w, 4) u1, first row at the top; into the memory of `out` where that is given."""
        width, height = self.size_px
        pixels = np.zeros((height, width, 4), np.uint8) if out is None else out
        self._read(gl.GL_RGBA, gl.GL_UNSIGNED_BYTE, pixels)
        return pixels[::-1]

    def read_ids(self, x: int, y: int, width: int = 1, height: int = 1) -> npt.NDArray[np.uint32]:
        """(height, width) u4 from an id target, rows upwards from the lower left corner."""
        values = np.zeros((height, width), np.uint32)
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, self.id)
        gl.glPixelStorei(gl.GL_PACK_ALIGNMENT, 1)
        gl.glReadPixels(
            x, y, width, height, gl.GL_RED_INTEGER, gl.GL_UNSIGNED_INT, values.ctypes.data
        )
        return values

    def read_depth(
        self, x: int, y: int, width: int = 1, height: int = 1
    ) -> npt.NDArray[np.float32]:
        """(height, width) f4 of the depth buffer as stored, rows upwards."""
        values = np.zeros((height, width), np.float32)
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, self.id)
        gl.glPixelStorei(gl.GL_PACK_ALIGNMENT, 1)
        gl.glReadPixels(x, y, width, height, gl.GL_DEPTH_COMPONENT, gl.GL_FLOAT, values.ctypes.data)
        return values

    def free(self) -> None:
        if self.id:
            free_name(gl.glDeleteFramebuffers, self.id)
        for texture in (self.colour, self.depth):
            if texture is not None:
                texture.free()

    def _read(self, layout: int, kind: int, out: npt.NDArray[Any]) -> None:
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, self.id)
        gl.glPixelStorei(gl.GL_PACK_ALIGNMENT, 1)
        gl.glReadPixels(0, 0, *self.size_px, layout, kind, out.ctypes.data)

    def _attach(self) -> None:
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, self.id)
        for point, texture in (
            (gl.GL_COLOR_ATTACHMENT0, self.colour), (gl.GL_DEPTH_ATTACHMENT, self.depth),
        ):  # fmt: skip
            if texture is not None:
                gl.glFramebufferTexture(gl.GL_FRAMEBUFFER, point, texture.id, 0)
        if self.colour is None:
            gl.glDrawBuffer(gl.GL_NONE)
            gl.glReadBuffer(gl.GL_NONE)
        _check(self.size_px)


class SampledTarget:
    """A framebuffer that keeps several samples a pixel; `resolve` averages them."""

    def __init__(self, size_px: tuple[int, int], colour: Format, samples: int) -> None:
        self.size_px, self.colour_kind, self.samples = size_px, colour, samples
        self.id = new_name(gl.glGenFramebuffers)
        self._colour, self._depth = new_name(gl.glGenTextures), new_name(gl.glGenRenderbuffers)
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, self.id)
        self.bind_samples(0)
        gl.glTexImage2DMultisample(
            gl.GL_TEXTURE_2D_MULTISAMPLE, samples, colour.internal, *size_px, gl.GL_TRUE
        )
        gl.glFramebufferTexture(gl.GL_FRAMEBUFFER, gl.GL_COLOR_ATTACHMENT0, self._colour, 0)
        gl.glBindRenderbuffer(gl.GL_RENDERBUFFER, self._depth)
        gl.glRenderbufferStorageMultisample(
            gl.GL_RENDERBUFFER, samples, DEPTH32F.internal, *size_px
        )
        gl.glFramebufferRenderbuffer(
            gl.GL_FRAMEBUFFER, gl.GL_DEPTH_ATTACHMENT, gl.GL_RENDERBUFFER, self._depth
        )
        _check(size_px)

    def bind(self) -> None:
        """Draw into it from now on, all of it."""
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, self.id)
        gl.glViewport(0, 0, *self.size_px)

    def bind_samples(self, unit: int) -> None:
        """All samples of the colour as a texture (`sampler2DMS`)."""
        gl.glActiveTexture(gl.GL_TEXTURE0 + unit)
        gl.glBindTexture(gl.GL_TEXTURE_2D_MULTISAMPLE, self._colour)

    def resolve(self, target: Target, *, colour: bool = True) -> None:
        """Write one of the depths of each pixel, and its mean colour, into a target."""
        gl.glBindFramebuffer(gl.GL_READ_FRAMEBUFFER, self.id)
        gl.glBindFramebuffer(gl.GL_DRAW_FRAMEBUFFER, target.id)
        parts = (gl.GL_DEPTH_BUFFER_BIT, *((gl.GL_COLOR_BUFFER_BIT,) if colour else ()))
        for part in parts:
            gl.glBlitFramebuffer(0, 0, *self.size_px, 0, 0, *self.size_px, part, gl.GL_NEAREST)

    def free(self) -> None:
        free_name(gl.glDeleteFramebuffers, self.id)
        free_name(gl.glDeleteTextures, self._colour)
        free_name(gl.glDeleteRenderbuffers, self._depth)


class LayerTarget:
    """A framebuffer for the layers of a texture, one at a time; it has no depth."""

    def __init__(self, size_px: tuple[int, int]) -> None:
        self.size_px = size_px
        self.id = new_name(gl.glGenFramebuffers)

    def bind(self, layers: Texture, layer: int) -> None:
        """Draw into one layer from now on, all of it."""
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, self.id)
        gl.glFramebufferTextureLayer(
            gl.GL_FRAMEBUFFER, gl.GL_COLOR_ATTACHMENT0, layers.id, 0, layer
        )
        gl.glViewport(0, 0, *self.size_px)

    def free(self) -> None:
        free_name(gl.glDeleteFramebuffers, self.id)


class ColourTarget:
    """A framebuffer for the colour of another target, whose depth can then be read."""

    def __init__(self) -> None:
        self.id = new_name(gl.glGenFramebuffers)
        self._colour: Texture | None = None

    def of(self, colour: Texture) -> ColourTarget:
        """The same framebuffer, for a texture of another target."""
        if self._colour is not colour:
            gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, self.id)
            gl.glFramebufferTexture(gl.GL_FRAMEBUFFER, gl.GL_COLOR_ATTACHMENT0, colour.id, 0)
            self._colour = colour
        return self

    def bind(self) -> None:
        """Draw into the texture from now on, all of it."""
        if self._colour is None:
            raise ValueError("bind: no texture to draw into")
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, self.id)
        gl.glViewport(0, 0, *self._colour.size_px)

    def free(self) -> None:
        free_name(gl.glDeleteFramebuffers, self.id)


def clear(backdrop: tuple[float, float, float] | None = None) -> None:
    """Make the target that is bound one colour, black without one, and infinitely far away."""
    gl.glDisable(gl.GL_SCISSOR_TEST)
    gl.glDepthMask(gl.GL_TRUE)
    gl.glClearColor(*(backdrop or (0.0, 0.0, 0.0)), 1.0)
    gl.glClearDepth(0.0)
    gl.glClear(gl.GL_COLOR_BUFFER_BIT | gl.GL_DEPTH_BUFFER_BIT)


def _check(size_px: tuple[int, int]) -> None:
    status = gl.glCheckFramebufferStatus(gl.GL_FRAMEBUFFER)
    if status != gl.GL_FRAMEBUFFER_COMPLETE:
        raise GraphicsError(f"a framebuffer of {size_px} is refused ({status:#x})")


def _smooth(kind: Format) -> bool:
    return bool(kind.layout != gl.GL_RED_INTEGER)
