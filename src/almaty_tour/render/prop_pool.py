"""The meshes of all props in one pair of buffers, so that many kinds are drawn in one call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import Buffer, VertexArray
from almaty_tour.render.stats import FrameStats
from almaty_tour.render.upload import joined
from almaty_tour.scene.chunk import Level
from almaty_tour.scene.copylist import CopyList

I64 = npt.NDArray[np.int64]
U32 = npt.NDArray[np.uint32]
LEVELS: Final = 3
COMMAND: Final = np.dtype(
    [("count", "u4"), ("copies", "u4"), ("first", "u4"), ("base", "i4"), ("first_copy", "u4")]
)
"""A draw: indices, copies, the first index, the vertex that indices count from, the first copy."""


class PropPool:
    """Props by kind. `indirect`: the driver can take many draws in one call (OpenGL 4.3)."""

    def __init__(self, *, indirect: bool) -> None:
        self._indirect = Buffer(gl.GL_DRAW_INDIRECT_BUFFER, stream=True) if indirect else None
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._array: VertexArray | None = None
        self._buffers: tuple[Buffer, ...] = ()
        self._meshes: npt.NDArray[np.void] = np.zeros((0, LEVELS), COMMAND)
        self._kinds: Sequence[str] = ()
        self._known: npt.NDArray[np.bool_] = np.zeros(0, bool)

    def put(self, kind: str, levels: tuple[Level, ...]) -> None:
        """Take the mesh of a prop, finest level first; it is on the card at the next draw."""
        self._levels[kind] = levels
        self._drop()

    def commands(self, listed: CopyList) -> npt.NDArray[np.void]:
        """(g,) of `COMMAND` for the groups of a list; kinds that are not here draw nothing."""
        if not self._levels:
            return np.zeros(len(listed), COMMAND)
        if self._array is None:
            self._join()
        self._number(listed.kinds)
        made = self._meshes[listed.kind, np.minimum(listed.level, LEVELS - 1)]
        made["copies"] = np.where(self._known[listed.kind], listed.count, 0)
        made["first_copy"] = listed.first
        return np.asarray(made)

    def draw(self, rows: Buffer, commands: npt.NDArray[np.void], stats: FrameStats) -> None:
        """Draw instance rows in a buffer by commands."""
        commands = commands[commands["copies"] > 0]
        if not len(commands) or self._array is None:
            return
        if self._indirect is None:
            self._draw_each(self._array, rows, commands)
        else:
            self._array.attach_instances(rows)
            self._indirect.write(commands)
            gl.glMultiDrawElementsIndirect(
                gl.GL_TRIANGLES, gl.GL_UNSIGNED_INT, None, len(commands), COMMAND.itemsize
            )
        corners = commands["count"].astype(np.int64) @ commands["copies"].astype(np.int64)
        calls = len(commands) if self._indirect is None else 1
        stats.add(int(corners) // 3, calls)

    def free(self) -> None:
        self._drop()
        if self._indirect is not None:
            self._indirect.free()

    def _draw_each(self, array: VertexArray, rows: Buffer, commands: npt.NDArray[np.void]) -> None:
        for count, copies, first, base, first_copy in commands.tolist():
            array.attach_instances(rows, first_copy)
            gl.glDrawElementsInstancedBaseVertex(
                gl.GL_TRIANGLES, count, gl.GL_UNSIGNED_INT, first * 4, copies, base
            )

    def _number(self, kinds: Sequence[str]) -> None:
        """Bring the table of meshes to the numbers that a list has for its kinds."""
        if self._kinds is kinds and len(self._known) == len(kinds):
            return
        places = self._places()
        self._kinds = kinds
        self._known = np.array([kind in places for kind in kinds], bool)
        self._meshes = np.zeros((len(kinds), LEVELS), COMMAND)
        for number, kind in enumerate(kinds):
            for level, mesh in enumerate(places.get(kind, ())):
                self._meshes[number, level:] = mesh

    def _places(self) -> dict[str, list[tuple[int, int, int, int, int]]]:
        """Where the levels of each kind lie in the buffers, as commands without copies."""
        places: dict[str, list[tuple[int, int, int, int, int]]] = {}
        first = base = 0
        for kind, levels in self._levels.items():
            places[kind] = []
            for level in levels:
                places[kind].append((len(level.indices), 0, first, base, 0))
                first += len(level.indices)
                base += len(level.vertices)
        return places

    def _join(self) -> None:
        every = [level for levels in self._levels.values() for level in levels]
        array = VertexArray()
        vertices = Buffer(gl.GL_ARRAY_BUFFER, joined([one.vertices for one in every]))
        array.bind()
        indices = Buffer(gl.GL_ELEMENT_ARRAY_BUFFER, np.concatenate([one.indices for one in every]))
        array.attach(vertices, indices)
        self._array, self._buffers = array, (vertices, indices)

    def _drop(self) -> None:
        for one in (self._array, *self._buffers):
            if one is not None:
                one.free()
        self._array, self._buffers, self._kinds = None, (), ()
        self._known = np.zeros(0, bool)
