"""Stills: geometry in its final light, some calls a picture."""

from __future__ import annotations

from ctypes import POINTER, c_void_p
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import Buffer, VertexArray, declare_colour, declare_floats
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import View, opaque_state
from almaty_tour.scene.drawlist import StillList
from almaty_tour.scene.still import STILL_VERTEX, Shade, Still

I64 = npt.NDArray[np.int64]

SPEC: Final = PassSpec("still", reads=(), writes=("picture", "depth"))

PARTS: Final = 4
"""A software driver fills pixels of what it was given while it is given more; measured: a tenth."""
_POSITION_SLOT, _COLOUR_SLOT, _ID_SLOT = 0, 3, 5


class StillPass:
    """Keeps one still on the card. `software`: the driver draws with the processor."""

    def __init__(self, *, software: bool) -> None:
        self._parts = PARTS if software else 1
        self._array: VertexArray | None = None
        self._buffers: tuple[Buffer, ...] = ()
        self._origin = (0.0, 0.0, 0.0)

    def put(self, still: Still) -> None:
        """Take a still, in the place of the one before."""
        self.free()
        self._array = VertexArray()
        self._array.bind()
        vertices = Buffer(gl.GL_ARRAY_BUFFER, still.vertices)
        declare_floats(_POSITION_SLOT, 3, STILL_VERTEX.itemsize, 0)
        declare_colour(_COLOUR_SLOT, STILL_VERTEX.itemsize, 12)
        ids = Buffer(gl.GL_ARRAY_BUFFER, still.object_ids)
        gl.glEnableVertexAttribArray(_ID_SLOT)
        gl.glVertexAttribIPointer(_ID_SLOT, 1, gl.GL_UNSIGNED_INT, 4, 0)
        indices = Buffer(gl.GL_ELEMENT_ARRAY_BUFFER, still.indices)
        gl.glBindVertexArray(0)
        self._buffers = vertices, ids, indices
        self._origin = still.origin_enu

    def draw(self, view: View) -> None:
        """Draw the runs of the draw list: flat ones, which take pixels, then smooth ones."""
        runs = view.frame.draw.still
        if self._array is None or not len(runs.count):
            return
        opaque_state()
        self._array.bind()
        flat = runs.shade == Shade.FLAT
        self._draw(view, runs, np.flatnonzero(flat), "FLAT")
        self._draw(view, runs, np.flatnonzero(~flat))

    def draw_ids(self, view: View) -> None:
        """Draw the ids of the runs of the draw list into the id target."""
        runs = view.frame.draw.still
        if self._array is not None and len(runs.count):
            self._array.bind()
            self._use(view, "ids")
            _draw_runs(runs.first_byte, runs.count)

    def free(self) -> None:
        for one in (self._array, *self._buffers):
            if one is not None:
                one.free()
        self._array, self._buffers = None, ()

    def _use(self, view: View, name: str, *defines: str) -> None:
        program = view.programs.get(name, view.defines("LEVEL", *defines, hide=True))
        program.use()
        view.set_hidden(program)
        gl.glUniform3f(program.at("chunk_offset"), *view.offset(self._origin))

    def _draw(self, view: View, runs: StillList, mine: I64, *defines: str) -> None:
        """Draw some runs, in parts of about as many triangles each."""
        if not len(mine):
            return
        self._use(view, "still", *defines)
        first, count = runs.first_byte[mine], runs.count[mine]
        ends = np.cumsum(count)
        cuts = np.searchsorted(ends, ends[-1] * np.arange(1, self._parts) / self._parts)
        for begin, end in zip((0, *cuts), (*cuts, len(mine)), strict=True):
            if end > begin:
                _draw_runs(first[begin:end], count[begin:end])
                view.stats.add(0)
            if self._parts > 1:
                gl.glFlush()
        view.stats.add(int(ends[-1]) // 3, 0)


def _draw_runs(first_byte: I64, count: npt.NDArray[np.int32]) -> None:
    gl.glMultiDrawElements(
        gl.GL_TRIANGLES, count.ctypes.data_as(POINTER(gl.GLsizei)), gl.GL_UNSIGNED_INT,
        first_byte.ctypes.data_as(POINTER(c_void_p)), len(count),
    )  # fmt: skip
