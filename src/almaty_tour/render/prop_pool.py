"""The meshes of all props in one pair of buffers, so that many kinds are drawn in one call.

The buffers have room from the first; a mesh that comes is written behind the others, so that
a picture in which a hundred kinds have arrived pays for the last of them only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import Buffer, VertexArray
from almaty_tour.render.stats import FrameStats
from almaty_tour.scene.chunk import Level
from almaty_tour.scene.copylist import CopyList
from almaty_tour.scene.vertex import VERTEX

I64 = npt.NDArray[np.int64]
U32 = npt.NDArray[np.uint32]
LEVELS: Final = 3
ROOM: Final = 1 << 18
"""Vertices that there is room for at first, and three times as many indices."""
Place = tuple[int, int, int, int, int]
COMMAND: Final = np.dtype(
    [("count", "u4"), ("copies", "u4"), ("first", "u4"), ("base", "i4"), ("first_copy", "u4")]
)
"""A draw: indices, copies, the first index, the vertex that indices count from, the first copy."""


def parted(
    commands: npt.NDArray[np.void], triangles: int
) -> tuple[npt.NDArray[np.void], npt.NDArray[np.void]]:
    """Commands that draw so many triangles at most, and those for the rest.

    One copy is drawn whole: where the first alone has more, it is all there is.
    """
    each = np.maximum(commands["count"].astype(np.int64) // 3, 1)
    past = np.cumsum(each * commands["copies"])
    if not len(commands) or past[-1] <= triangles:
        return commands, commands[:0]
    cut = int(np.searchsorted(past, triangles, "right"))
    now, rest = commands[: cut + 1].copy(), commands[cut:].copy()
    before = int(past[cut - 1]) if cut else 0
    copies = max((triangles - before) // int(each[cut]), 0 if cut else 1)
    now["copies"][-1] = copies
    rest["copies"][0] -= copies
    rest["first_copy"][0] += copies
    return now, rest[int(rest["copies"][0] == 0) :]


class PropPool:
    """Props by kind. `indirect`: the driver can take many draws in one call (OpenGL 4.3)."""

    def __init__(self, *, indirect: bool) -> None:
        self._indirect = Buffer(gl.GL_DRAW_INDIRECT_BUFFER, stream=True) if indirect else None
        self._places: dict[str, list[Place]] = {}
        self._arrays: dict[int, tuple[Buffer, VertexArray]] = {}
        self.version = 0
        self._vertices = Buffer(gl.GL_ARRAY_BUFFER)
        self._indices = Buffer(gl.GL_ELEMENT_ARRAY_BUFFER)
        self._used = 0, 0
        self._meshes: npt.NDArray[np.void] = np.zeros((0, LEVELS), COMMAND)
        self._kinds: Sequence[str] = ()
        self._known: npt.NDArray[np.bool_] = np.zeros(0, bool)

    def put(self, kind: str, levels: tuple[Level, ...]) -> None:
        """Take the mesh of a prop, finest level first; the room of an older one stays unused."""
        base, first = self._room(
            sum(len(level.vertices) for level in levels), sum(len(one.indices) for one in levels)
        )
        self._vertices.write_parts([one.vertices for one in levels], base * VERTEX.itemsize)
        self._indices.write_parts([one.indices for one in levels], first * 4)
        self._places[kind] = []
        for level in levels:
            self._places[kind].append((len(level.indices), 0, first, base, 0))
            first += len(level.indices)
            base += len(level.vertices)
        self._kinds, self._known = (), np.zeros(0, bool)
        self.version += 1

    @property
    def indirect(self) -> bool:
        """Whether many draws go in one call."""
        return self._indirect is not None

    def commands(self, listed: CopyList) -> npt.NDArray[np.void]:
        """(g,) of `COMMAND` for the groups of a list; kinds that are not here draw nothing."""
        if not self._places:
            return np.zeros(len(listed), COMMAND)
        self._number(listed.kinds)
        made = self._meshes.take(listed.kind * LEVELS + np.minimum(listed.level, LEVELS - 1))
        made["copies"] = listed.count * self._known.take(listed.kind)
        made["first_copy"] = listed.first
        return made

    def draw(self, rows: Buffer, commands: npt.NDArray[np.void], stats: FrameStats) -> None:
        """Draw instance rows in a buffer by commands."""
        commands = commands[commands["copies"] > 0]
        if not len(commands):
            return
        if self._indirect is not None:
            self._indirect.write(commands)
        calls = self.draw_commands(rows, self._indirect, commands)
        corners = commands["count"].astype(np.int64) @ commands["copies"].astype(np.int64)
        stats.add(int(corners) // 3, calls)

    def draw_commands(
        self,
        rows: Buffer,
        written: Buffer | None,
        commands: npt.NDArray[np.void],
        first_byte: int = 0,
    ) -> int:
        """Draw by commands that are `written` from a byte on; returns the calls it took."""
        array = self._array_of(rows)
        if self._indirect is None or written is None:
            self._draw_each(array, rows, commands)
            return len(commands)
        array.bind()
        written.bind()
        gl.glMultiDrawElementsIndirect(
            gl.GL_TRIANGLES, gl.GL_UNSIGNED_INT, first_byte, len(commands), COMMAND.itemsize
        )
        return 1

    def draw_one(self) -> None:
        """Draw one triangle of the first mesh: enough for a driver to finish a program."""
        for _, array in list(self._arrays.values())[:1]:
            array.bind()
            gl.glDrawElements(gl.GL_TRIANGLES, 3, gl.GL_UNSIGNED_INT, None)

    def free(self) -> None:
        self._let_go()
        for one in (self._vertices, self._indices, self._indirect):
            if one is not None:
                one.free()

    def _array_of(self, rows: Buffer) -> VertexArray:
        """The vertex array that reads instances from a buffer from its first row on."""
        kept = self._arrays.get(rows.id)
        if kept is not None and kept[0] is rows:
            return kept[1]
        if kept is not None:
            kept[1].free()  # it reads a buffer that is gone and whose name was given again
        array = VertexArray()
        array.attach(self._vertices, self._indices)
        array.attach_instances(rows)
        self._arrays[rows.id] = rows, array
        return array

    def _draw_each(self, array: VertexArray, rows: Buffer, commands: npt.NDArray[np.void]) -> None:
        for count, copies, first, base, first_copy in commands.tolist():
            array.attach_instances(rows, first_copy)
            gl.glDrawElementsInstancedBaseVertex(
                gl.GL_TRIANGLES, count, gl.GL_UNSIGNED_INT, first * 4, copies, base
            )
        array.attach_instances(rows)

    def _number(self, kinds: Sequence[str]) -> None:
        """Bring the table of meshes to the numbers that a list has for its kinds."""
        if self._kinds is kinds and len(self._known) == len(kinds):
            return
        self._kinds = kinds
        self._known = np.array([kind in self._places for kind in kinds], bool)
        self._meshes = np.zeros((len(kinds), LEVELS), COMMAND)
        for number, kind in enumerate(kinds):
            for level, mesh in enumerate(self._places.get(kind, ())):
                self._meshes[number, level:] = mesh

    def _room(self, vertices: int, indices: int) -> tuple[int, int]:
        """Take room for so many; the first vertex and the first index of it."""
        base, first = self._used
        self._used = base + vertices, first + indices
        gl.glBindVertexArray(0)
        wanted = (
            (self._vertices, base, self._used[0], VERTEX.itemsize, ROOM),
            (self._indices, first, self._used[1], 4, 3 * ROOM),
        )
        for buffer, used, most, each, least in wanted:
            if buffer.capacity < most * each:
                buffer.grow(max(2 * most, least) * each, used * each)
                self._let_go()
        return base, first

    def _let_go(self) -> None:
        for _, array in self._arrays.values():
            array.free()
        self._arrays = {}
