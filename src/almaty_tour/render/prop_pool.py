"""The meshes of all props in one pair of buffers, so that many kinds are drawn in one call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import Buffer, VertexArray
from almaty_tour.render.stats import FrameStats
from almaty_tour.scene.chunk import Level
from almaty_tour.scene.copylist import CopyGroup

U32 = npt.NDArray[np.uint32]
COMMAND_BYTES: Final = 20
INDEX_BYTES: Final = 4


@dataclass(frozen=True)
class PropMesh:
    """Where the levels of a kind lie: indices, the first of them, the vertex they count from."""

    counts: tuple[int, ...]
    firsts: tuple[int, ...]
    bases: tuple[int, ...]


class PropPool:
    """Props by kind. `indirect`: the driver can take many draws in one call (OpenGL 4.3)."""

    def __init__(self, *, indirect: bool) -> None:
        self._indirect = Buffer(gl.GL_DRAW_INDIRECT_BUFFER, stream=True) if indirect else None
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._meshes: dict[str, PropMesh] = {}
        self._array: VertexArray | None = None
        self._buffers: tuple[Buffer, ...] = ()

    def __contains__(self, kind: str) -> bool:
        return kind in self._levels

    def put(self, kind: str, levels: tuple[Level, ...]) -> None:
        """Take the mesh of a prop, finest level first; it is on the card at the next draw."""
        self._levels[kind] = levels
        self._drop()

    def draw(self, rows: Buffer, groups: Sequence[CopyGroup], stats: FrameStats) -> None:
        """Draw groups of instance rows in a buffer; a level that a kind lacks is its last."""
        if not groups:
            return
        array = self._ready()
        commands = [self._command(group) for group in groups]
        if self._indirect is None:
            for command in commands:
                _draw_one(array, rows, command)
        else:
            array.attach_instances(rows)
            self._indirect.write(np.array(commands, np.uint32))
            gl.glMultiDrawElementsIndirect(
                gl.GL_TRIANGLES, gl.GL_UNSIGNED_INT, None, len(commands), COMMAND_BYTES
            )
        triangles = sum(count * instances for count, instances, *_ in commands) // 3
        stats.add(triangles, calls=1 if self._indirect is not None else len(commands))

    def free(self) -> None:
        self._drop()
        if self._indirect is not None:
            self._indirect.free()

    def _command(self, group: CopyGroup) -> tuple[int, int, int, int, int]:
        mesh = self._meshes[group.kind]
        level = min(group.level, len(mesh.counts) - 1)
        return (
            mesh.counts[level], group.count, mesh.firsts[level], mesh.bases[level], group.first
        )  # fmt: skip

    def _ready(self) -> VertexArray:
        if self._array is None:
            self._array = self._joined()
        return self._array

    def _joined(self) -> VertexArray:
        every = [level for levels in self._levels.values() for level in levels]
        firsts = np.cumsum([0, *(len(level.indices) for level in every)]).tolist()
        bases = np.cumsum([0, *(len(level.vertices) for level in every)]).tolist()
        begin = 0
        for kind, levels in self._levels.items():
            end = begin + len(levels)
            counts = tuple(len(level.indices) for level in levels)
            self._meshes[kind] = PropMesh(counts, tuple(firsts[begin:end]), tuple(bases[begin:end]))
            begin = end
        array = VertexArray()
        vertices = Buffer(gl.GL_ARRAY_BUFFER, np.concatenate([one.vertices for one in every]))
        array.bind()
        indices = Buffer(gl.GL_ELEMENT_ARRAY_BUFFER, np.concatenate([one.indices for one in every]))
        array.attach(vertices, indices)
        self._buffers = vertices, indices
        return array

    def _drop(self) -> None:
        for one in (self._array, *self._buffers):
            if one is not None:
                one.free()
        self._array, self._buffers = None, ()


def _draw_one(array: VertexArray, rows: Buffer, command: tuple[int, int, int, int, int]) -> None:
    count, instances, first, base, first_row = command
    array.attach_instances(rows, first_row)
    gl.glDrawElementsInstancedBaseVertex(
        gl.GL_TRIANGLES, count, gl.GL_UNSIGNED_INT, first * INDEX_BYTES, instances, base
    )
