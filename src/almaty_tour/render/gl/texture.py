"""Textures: flat, layered, and the formats that the passes ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import free_name, new_name

Array = npt.NDArray[Any]
STEP_BYTES: Final = 4_000_000


@dataclass(frozen=True)
class Format:
    """How texels lie on the card and in memory."""

    internal: int
    layout: int
    kind: int


RGBA8 = Format(gl.GL_RGBA8, gl.GL_RGBA, gl.GL_UNSIGNED_BYTE)
RGB8 = Format(gl.GL_RGB8, gl.GL_RGB, gl.GL_UNSIGNED_BYTE)
SRGB8 = Format(gl.GL_SRGB8_ALPHA8, gl.GL_RGBA, gl.GL_UNSIGNED_BYTE)
RG8 = Format(gl.GL_RG8, gl.GL_RG, gl.GL_UNSIGNED_BYTE)
R8 = Format(gl.GL_R8, gl.GL_RED, gl.GL_UNSIGNED_BYTE)
RGB16F = Format(gl.GL_RGB16F, gl.GL_RGB, gl.GL_FLOAT)
RGBA16F = Format(gl.GL_RGBA16F, gl.GL_RGBA, gl.GL_FLOAT)
RGBA32F = Format(gl.GL_RGBA32F, gl.GL_RGBA, gl.GL_FLOAT)
R32UI = Format(gl.GL_R32UI, gl.GL_RED_INTEGER, gl.GL_UNSIGNED_INT)
DEPTH32F = Format(gl.GL_DEPTH_COMPONENT32F, gl.GL_DEPTH_COMPONENT, gl.GL_FLOAT)


class Texture:
    """A texture of one target, made once with its size and sampling."""

    def __init__(
        self,
        kind: Format,
        size_px: tuple[int, int],
        data: Array | None = None,
        *,
        layers: int = 0,
        mipmaps: bool = False,
        linear: bool = True,
        trilinear: bool = False,
        repeat: bool = False,
    ) -> None:
        self.kind = kind
        self.size_px = size_px
        self.layers = layers
        self.target = gl.GL_TEXTURE_2D_ARRAY if layers else gl.GL_TEXTURE_2D
        self.id = new_name(gl.glGenTextures)
        self._mipmaps = mipmaps
        self.write(data)
        self._sample(linear=linear, trilinear=trilinear, repeat=repeat)

    def bind(self, unit: int) -> None:
        gl.glActiveTexture(gl.GL_TEXTURE0 + unit)
        gl.glBindTexture(self.target, self.id)

    def write(self, data: Array | None) -> None:
        """Replace every texel; rows are tightly packed, the first row is v = 0."""
        self.bind(0)
        gl.glPixelStorei(gl.GL_UNPACK_ALIGNMENT, 1)
        flat = None if data is None else np.ascontiguousarray(data)
        pointer = None if flat is None else flat.ctypes.data
        width, height = self.size_px
        kind = self.kind
        if self.layers:
            gl.glTexImage3D(
                self.target, 0, kind.internal, width, height, self.layers, 0,
                kind.layout, kind.kind, pointer,
            )  # fmt: skip
        else:
            gl.glTexImage2D(
                self.target, 0, kind.internal, width, height, 0, kind.layout, kind.kind, pointer
            )
        if self._mipmaps and flat is not None:
            gl.glGenerateMipmap(self.target)

    def writing_levels(self, levels: Sequence[Array]) -> Iterator[None]:
        """Replace every texel of a flat texture by those of ready levels, the largest first.

        In steps of some megabytes, each short enough for a picture in between.
        """
        for number, level in enumerate(levels):
            self._make_room(number, level, len(levels))
            rows = max(1, STEP_BYTES // max(level[0].nbytes, 1))
            for first in range(0, len(level), rows):
                self.write_rows(level[first : first + rows], first, number)
                yield

    def _make_room(self, number: int, level: Array, count: int) -> None:
        """Room for a smaller level; the largest has it from the beginning."""
        self.bind(0)
        gl.glTexParameteri(self.target, gl.GL_TEXTURE_MAX_LEVEL, count - 1)
        if number:
            gl.glTexImage2D(
                self.target, number, self.kind.internal, level.shape[1], level.shape[0], 0,
                self.kind.layout, self.kind.kind, None,
            )  # fmt: skip

    def make_room(self, levels: int) -> None:
        """Room for so many smaller levels of every layer, to be written one by one."""
        self.bind(0)
        gl.glTexParameteri(self.target, gl.GL_TEXTURE_MAX_LEVEL, levels)
        for level in range(1, levels + 1):
            width, height = (side >> level for side in self.size_px)
            gl.glTexImage3D(
                self.target, level, self.kind.internal, width, height, self.layers, 0,
                self.kind.layout, self.kind.kind, None,
            )  # fmt: skip

    def write_layer(self, layer: int, levels: Sequence[Array]) -> None:
        """Replace the texels of one layer by those of ready levels, the largest first."""
        self.bind(0)
        gl.glPixelStorei(gl.GL_UNPACK_ALIGNMENT, 1)
        for number, level in enumerate(levels):
            flat = np.ascontiguousarray(level)
            gl.glTexSubImage3D(
                self.target, number, 0, 0, layer, flat.shape[1], len(flat), 1,
                self.kind.layout, self.kind.kind, flat.ctypes.data,
            )  # fmt: skip

    def make_mipmaps(self) -> None:
        """Average the texels into smaller levels, and read them from now on."""
        self.bind(0)
        gl.glTexParameteri(self.target, gl.GL_TEXTURE_MIN_FILTER, gl.GL_LINEAR_MIPMAP_NEAREST)
        gl.glGenerateMipmap(self.target)

    def resize(self, size_px: tuple[int, int], data: Array | None) -> None:
        """Replace the texels by those of another size."""
        self.size_px = size_px
        self.write(data)

    def write_rows(self, data: Array, first_row: int, level: int = 0) -> None:
        """Replace some rows of a level of a flat texture."""
        self.bind(0)
        gl.glPixelStorei(gl.GL_UNPACK_ALIGNMENT, 1)
        flat = np.ascontiguousarray(data)
        gl.glTexSubImage2D(
            self.target, level, 0, first_row, flat.shape[1], len(flat),
            self.kind.layout, self.kind.kind, flat.ctypes.data,
        )  # fmt: skip

    def compare(self) -> None:
        """Read depths through a nearest comparison: 1 where the reference is nearer."""
        self.bind(0)
        gl.glTexParameteri(self.target, gl.GL_TEXTURE_COMPARE_MODE, gl.GL_COMPARE_REF_TO_TEXTURE)
        gl.glTexParameteri(self.target, gl.GL_TEXTURE_COMPARE_FUNC, gl.GL_LEQUAL)

    def free(self) -> None:
        free_name(gl.glDeleteTextures, self.id)

    def _sample(self, *, linear: bool, trilinear: bool, repeat: bool) -> None:
        near = gl.GL_LINEAR if linear else gl.GL_NEAREST
        far = near
        if self._mipmaps:
            far = gl.GL_LINEAR_MIPMAP_LINEAR if trilinear else gl.GL_LINEAR_MIPMAP_NEAREST
        wrap = gl.GL_REPEAT if repeat else gl.GL_CLAMP_TO_EDGE
        for name, value in (
            (gl.GL_TEXTURE_MIN_FILTER, far), (gl.GL_TEXTURE_MAG_FILTER, near),
            (gl.GL_TEXTURE_WRAP_S, wrap), (gl.GL_TEXTURE_WRAP_T, wrap),
        ):  # fmt: skip
            gl.glTexParameteri(self.target, name, value)
