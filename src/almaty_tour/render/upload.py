"""What is on the card: chunks, props and tiles of the ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from pyglet import gl

from almaty_tour.mesh.data import F32, U16
from almaty_tour.render.gl.buffer import Buffer, VertexArray, declare_floats
from almaty_tour.scene.chunk import Chunk, Level


@dataclass
class GpuMesh:
    """Levels of one mesh in one pair of buffers.

    Attributes:
        counts: indices of each level; firsts: byte offset of the first;
        bases: vertex that a level's indices count from.
    """

    array: VertexArray
    vertices: Buffer
    indices: Buffer
    counts: list[int]
    firsts: list[int]
    bases: list[int]

    @classmethod
    def upload(cls, levels: tuple[Level, ...]) -> GpuMesh:
        """Move finished levels to the card."""
        vertices = Buffer(gl.GL_ARRAY_BUFFER, np.concatenate([lv.vertices for lv in levels]))
        array = VertexArray()
        array.bind()
        indices = Buffer(gl.GL_ELEMENT_ARRAY_BUFFER, np.concatenate([lv.indices for lv in levels]))
        array.attach(vertices, indices)
        gl.glBindVertexArray(0)
        counts = [len(level.indices) for level in levels]
        firsts = (np.cumsum([0, *counts[:-1]]) * 4).tolist()
        bases = np.cumsum([0, *(len(level.vertices) for level in levels[:-1])]).tolist()
        return cls(array, vertices, indices, counts, firsts, bases)

    def draw(self, level: int) -> int:
        """Draw one level with its array bound; returns the triangles."""
        count = self.counts[level]
        gl.glDrawElementsBaseVertex(
            gl.GL_TRIANGLES, count, gl.GL_UNSIGNED_INT, self.firsts[level], self.bases[level]
        )
        return count // 3

    def draw_instances(self, level: int, instances: int) -> int:
        """Draw many copies of one level with the array bound; returns the triangles."""
        count = self.counts[level]
        gl.glDrawElementsInstancedBaseVertex(
            gl.GL_TRIANGLES, count, gl.GL_UNSIGNED_INT, self.firsts[level],
            instances, self.bases[level],
        )  # fmt: skip
        return count // 3 * instances

    def free(self) -> None:
        self.array.free()
        self.vertices.free()
        self.indices.free()


@dataclass
class GpuChunk:
    """A chunk on the card."""

    chunk: Chunk
    mesh: GpuMesh | None
    moving: list[GpuMesh]
    sun_share: float = 1.0

    @property
    def floodlight(self) -> float:
        """Strength of the lamps that shine up at it by night: landmarks have them."""
        return 1.0 if self.chunk.id.startswith("landmark.") else 0.0

    @classmethod
    def upload(cls, chunk: Chunk) -> GpuChunk:
        mesh = GpuMesh.upload(chunk.levels) if chunk.levels else None
        moving = [GpuMesh.upload(part.levels) for part in chunk.moving]
        return cls(chunk, mesh, moving)

    def free(self) -> None:
        for mesh in ([self.mesh] if self.mesh else []) + self.moving:
            mesh.free()


@dataclass
class GpuTile:
    """A tile of the ground on the card; all tiles share one index buffer."""

    array: VertexArray
    vertices: Buffer
    origin: tuple[float, float, float]

    @classmethod
    def upload(cls, positions: F32, origin: tuple[float, float, float], indices: Buffer) -> GpuTile:
        array = VertexArray()
        array.bind()
        vertices = Buffer(gl.GL_ARRAY_BUFFER, positions)
        declare_floats(0, 3, 12, 0)
        indices.bind()
        gl.glBindVertexArray(0)
        return cls(array, vertices, origin)

    def free(self) -> None:
        self.array.free()
        self.vertices.free()


def tile_index_buffer(indices: U16) -> Buffer:
    """The index buffer that every tile shares."""
    gl.glBindVertexArray(0)
    return Buffer(gl.GL_ELEMENT_ARRAY_BUFFER, indices)
