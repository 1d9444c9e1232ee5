"""The tiles of the ground in one buffer of vertices, so that many are drawn in one call.

Every tile has as many vertices as any other and reads the same indices, or, where triangles are
dear, thinned ones of its own. The room is fixed: a tile that comes takes the place of the one that
was looked at longest ago.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.geo.terrain_tiles import U16, TileMesh, tile_indices
from almaty_tour.render.gl.buffer import Buffer, VertexArray, declare_floats
from almaty_tour.render.prop_pool import COMMAND

I32 = npt.NDArray[np.int32]
F32 = npt.NDArray[np.float32]

ROOM: Final = 400
OFFSET_SLOT: Final = 1
POINT_BYTES: Final = 12
INDEX_BYTES: Final = 2


class TilePool:
    """Tiles by their numbers in the tree.

    Attributes:
        count: indices of a whole tile.
        triangles: of the picture that was begun.
        origins: (ROOM, 3) f8 where each tile of the room has its origin.
    """

    def __init__(
        self,
        nodes: int,
        mesh_of: Callable[[int], TileMesh],
        faces_of: Callable[[int, TileMesh], U16],
        *,
        indirect: bool,
    ) -> None:
        indices = tile_indices().ravel()
        self.count = len(indices)
        self.triangles = 0
        self.origins = np.zeros((ROOM, 3))
        self._mesh_of, self._faces_of = mesh_of, faces_of
        self._thinned: I32 = np.zeros(ROOM, np.int32)
        """Indices of the thinned triangles of each place, 0 until they are wanted."""
        self._drawn = _commands(0)
        self._points = 0
        self._slot: I32 = np.full(nodes, -1, np.int32)
        self._node: I32 = np.full(ROOM, -1, np.int32)
        self._looked = np.zeros(ROOM, np.int64)
        self._now = 0
        self._vertices = Buffer(gl.GL_ARRAY_BUFFER)
        self._offsets = Buffer(gl.GL_ARRAY_BUFFER, stream=True)
        self._commands = Buffer(gl.GL_DRAW_INDIRECT_BUFFER, stream=True) if indirect else None
        self._array = VertexArray()
        self._array.bind()
        self._indices = Buffer(gl.GL_ELEMENT_ARRAY_BUFFER, indices)
        gl.glBindVertexArray(0)

    def slots(self, nodes: I32, *, thin: bool = False) -> I32:
        """(n,) the place of each tile in the room; those that are new are made and put there.

        `thin`: with thinned triangles too.
        """
        self._now += 1
        there = self._slot[nodes]
        self._looked[there[there >= 0]] = self._now
        for node in nodes[there < 0].tolist():
            mesh = self._mesh_of(node)
            self._put(node, mesh)
            if thin:
                self._thin(node, mesh)
        slots = self._slot[nodes]
        if thin:
            for node in nodes[self._thinned[slots] == 0].tolist():
                self._thin(node, self._mesh_of(node))
        return slots

    def _put(self, node: int, mesh: TileMesh) -> None:
        if not self._points:
            self._reserve(len(mesh.positions))
        slot = int(self._looked.argmin())
        if self._node[slot] >= 0:
            self._slot[self._node[slot]] = -1
        self._slot[node], self._node[slot], self._looked[slot] = slot, node, self._now
        self.origins[slot], self._thinned[slot] = mesh.origin, 0
        self._vertices.write_aside(mesh.positions, slot * self._points * POINT_BYTES)

    def _thin(self, node: int, mesh: TileMesh) -> None:
        faces, slot = self._faces_of(node, mesh), int(self._slot[node])
        self._array.bind()
        if self._indices.capacity == self.count * INDEX_BYTES:
            self._indices.reserve((1 + ROOM) * self.count * INDEX_BYTES)
            self._indices.write_parts([tile_indices()])
        self._indices.write_aside(faces, (1 + slot) * self.count * INDEX_BYTES)
        self._thinned[slot] = faces.size

    def _reserve(self, points: int) -> None:
        self._points = points
        self._vertices.reserve(ROOM * points * POINT_BYTES)
        self._array.bind()
        self._vertices.bind()
        declare_floats(0, 3, POINT_BYTES, 0)
        if self._commands is not None:
            self._offsets.bind()
            declare_floats(OFFSET_SLOT, 3, POINT_BYTES, 0, each_instance=True)

    def begin(self, slots: I32, eye: npt.NDArray[np.float64], *, thin: bool = False) -> F32:
        """Bind the tiles of a picture, in the order in which they will be drawn.

        `thin`: with their thinned triangles.

        Returns their (n, 3) f4 offsets from the eye.
        """
        offsets = (self.origins.take(slots, 0) - eye).astype(np.float32)
        commands = self._drawn = _commands(len(slots))
        commands["count"] = self._thinned[slots] if thin else self.count
        commands["first"] = (1 + slots) * self.count if thin else 0
        commands["base"] = slots * self._points
        self.triangles = int(commands["count"].sum()) // 3
        self._array.bind()
        if self._commands is not None:
            self._offsets.write(offsets)
            self._commands.write(commands)
        return offsets

    def draw(self, offsets: F32, first: int, last: int) -> int:
        """Draw some of the tiles that were begun; returns the calls it took."""
        if self._commands is not None:
            place = first * COMMAND.itemsize
            gl.glMultiDrawElementsIndirect(
                gl.GL_TRIANGLES, gl.GL_UNSIGNED_SHORT, place, last - first, COMMAND.itemsize
            )
            return 1
        commands = self._drawn[first:last]
        for (count, _, begin, base, _), offset in zip(
            commands.tolist(), offsets[first:last].tolist(), strict=True
        ):
            gl.glVertexAttrib3f(OFFSET_SLOT, *offset)
            place = begin * INDEX_BYTES
            gl.glDrawElementsBaseVertex(gl.GL_TRIANGLES, count, gl.GL_UNSIGNED_SHORT, place, base)
        return last - first

    def draw_one(self, slot: int, count: int | None = None) -> None:
        """Draw a whole tile with its array bound, or the first indices of it."""
        gl.glDrawElementsBaseVertex(
            gl.GL_TRIANGLES, count or self.count, gl.GL_UNSIGNED_SHORT, None, slot * self._points
        )

    def free(self) -> None:
        for one in (self._vertices, self._offsets, self._commands, self._array, self._indices):
            if one is not None:
                one.free()


def _commands(count: int) -> npt.NDArray[np.void]:
    """(n,) of `COMMAND`, one copy each."""
    made = np.zeros(count, COMMAND)
    made["copies"], made["first_copy"] = 1, np.arange(count)
    return made
