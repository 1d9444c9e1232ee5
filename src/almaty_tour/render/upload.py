"""What is on the card: chunks, props and tiles of the ground."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.floodlights import Floodlight, floodlight_of
from almaty_tour.render.gl.buffer import Buffer, VertexArray, declare_floats, filled
from almaty_tour.scene.chunk import Chunk, Level, MovingPart
from almaty_tour.scene.motion import Shifts

SMALL: Final = 1 << 16


@dataclass
class GpuMesh:
    """Levels of one mesh in one pair of buffers.

    Attributes:
        form: of an index. counts: indices of each level; firsts: byte offset of the first;
        bases: vertex that a level's indices count from.
        starts: for each level the triangle with which each stretch begins, and their end.
    """

    array: VertexArray
    vertices: Buffer
    indices: Buffer
    form: int
    counts: list[int]
    firsts: list[int]
    bases: list[int]
    starts: list[list[int]]
    _fading: VertexArray | None = None

    @cached_property
    def index_bytes(self) -> int:
        """Bytes of an index."""
        return 2 if self.form == gl.GL_UNSIGNED_SHORT else 4

    @classmethod
    def upload(cls, levels: tuple[Level, ...]) -> GpuMesh:
        """Move finished levels to the card."""
        vertices = filled(gl.GL_ARRAY_BUFFER, [level.vertices for level in levels])
        array = VertexArray()
        array.bind()
        # Two bytes an index where they do: a fifth less of all that landmarks take on the card.
        small = all(len(level.vertices) <= SMALL for level in levels)
        kind = np.uint16 if small else np.uint32
        indices = filled(
            gl.GL_ELEMENT_ARRAY_BUFFER, [level.indices.astype(kind) for level in levels]
        )
        array.attach(vertices, indices)
        gl.glBindVertexArray(0)
        counts = [len(level.indices) for level in levels]
        firsts = (np.cumsum([0, *counts[:-1]]) * np.dtype(kind).itemsize).tolist()
        bases = np.cumsum([0, *(len(level.vertices) for level in levels[:-1])]).tolist()
        form = gl.GL_UNSIGNED_SHORT if small else gl.GL_UNSIGNED_INT
        starts = [
            level.starts.tolist() if len(level.starts) else [0, len(level.indices) // 3]
            for level in levels
        ]
        return cls(array, vertices, indices, form, counts, firsts, bases, starts)

    def draw(self, level: int, first: int = 0, most: int | None = None) -> int:
        """Draw one level with its array bound, or some of it; returns the triangles.

        `first` is the triangle to begin with, `most` how many.
        """
        count = self.counts[level]
        if not first and most is None:  # as nearly all are
            gl.glDrawElementsBaseVertex(
                gl.GL_TRIANGLES, count, self.form, self.firsts[level], self.bases[level]
            )
            return count // 3
        count -= 3 * first
        if most is not None:
            count = min(count, 3 * most)
        place = self.firsts[level] + 3 * first * self.index_bytes
        gl.glDrawElementsBaseVertex(gl.GL_TRIANGLES, count, self.form, place, self.bases[level])
        return count // 3

    def draw_span(self, level: int, first: int, past: int) -> int:
        """Draw stretches of a level, or of the coarsest there is; returns the triangles."""
        count, place, base = self.command(level, first, past)
        if count:
            gl.glDrawElementsBaseVertex(
                gl.GL_TRIANGLES, count, self.form, place * self.index_bytes, base
            )
        return count // 3

    def command(self, level: int, first: int, past: int) -> tuple[int, int, int]:
        """How many indices such stretches have, the first of them, what they count from."""
        level = min(level, len(self.counts) - 1)
        starts = self.starts[level]
        begin = starts[first]
        place = self.firsts[level] // self.index_bytes + 3 * begin
        return 3 * (starts[past] - begin), place, self.bases[level]

    def commands(
        self, levels: npt.NDArray[np.int32], spans: npt.NDArray[np.int32]
    ) -> npt.NDArray[np.int64]:
        """(n, 3) i8 `command` of (n,) levels and (n, 2) spans of stretches."""
        starts, places = self._table
        level = np.minimum(levels, len(self.counts) - 1)
        begin, end = starts[level, spans[:, 0]], starts[level, spans[:, 1]]
        made = places.take(level, 0)
        made[:, 0] = 3 * (end - begin)
        made[:, 1] += 3 * begin
        return made

    @cached_property
    def _table(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """(levels, s + 1) `starts`; (levels, 3) 0, first index of each level, base vertex."""
        wide = max(len(one) for one in self.starts)
        starts = np.array([one + one[-1:] * (wide - len(one)) for one in self.starts], np.int64)
        firsts = np.array(self.firsts, np.int64) // self.index_bytes
        return starts, np.stack([np.zeros_like(firsts), firsts, np.array(self.bases)], axis=1)

    def fading_array(self, shares: Buffer, slot: int) -> VertexArray:
        """The array that reads a number for each draw from a buffer, too; made when asked for."""
        if self._fading is None:
            made = self._fading = VertexArray()
            made.attach(self.vertices, self.indices)
            shares.bind()
            declare_floats(slot, 1, 4, 0, each_instance=True)
        return self._fading

    def free(self) -> None:
        self.array.free()
        if self._fading is not None:
            self._fading.free()
        self.vertices.free()
        self.indices.free()


@dataclass(frozen=True)
class PartTable:
    """Moving parts of a chunk: (n, 3) f8 middles of their ways in the world, (n,) f8 how far
    from it they get, (n,) f8 how far they reach from their own origins; metres; where they are.
    """

    middles: npt.NDArray[np.float64]
    ways_m: npt.NDArray[np.float64]
    sizes_m: npt.NDArray[np.float64]
    shifts: Shifts

    @classmethod
    def of(cls, chunk: Chunk) -> PartTable:
        """The table of a chunk that still has its geometry."""
        middles, ways, sizes = [], [], []
        for part in chunk.moving:
            places = part.path_m if len(part.path_m) else np.zeros((1, 3), np.float32)
            low, high = places.min(axis=0), places.max(axis=0)
            middles.append(np.add(chunk.origin_enu, part.pivot_m) + (low + high) / 2.0)
            ways.append(float(np.linalg.norm(high - low)) / 2.0)
            points = part.levels[0].vertices["position"]
            sizes.append(float(np.linalg.norm(points, axis=1).max(initial=0.0)))
        return cls(
            np.array(middles, np.float64).reshape(-1, 3), np.array(ways), np.array(sizes),
            Shifts.of(chunk.moving),
        )  # fmt: skip

    def near(self, eye: npt.NDArray[np.float64], least_rad: float) -> npt.NDArray[np.int64]:
        """Which parts can look larger than an angle from an eye, wherever on their ways."""
        apart = self.middles - eye
        away_m = np.sqrt(np.einsum("ij,ij->i", apart, apart)) - self.ways_m
        large = self.sizes_m >= least_rad * np.maximum(away_m, 1.0)
        found: npt.NDArray[np.int64] = large.nonzero()[0]
        return found


@dataclass
class GpuChunk:
    """A chunk on the card.

    Attributes:
        middle: (3,) f8 of the bounds in the world, radius_m: of the ball round them.
        floodlight: the lamps that shine up at it by night: landmarks have them.
        height_m: of its top over its origin. mirrors: some of it is still water.
        sun_share: share of the sun that the mountains let through.
        parts: where its moving parts go and how large they are.
    """

    chunk: Chunk
    mesh: GpuMesh | None
    moving: list[GpuMesh]
    parts: PartTable
    middle: npt.NDArray[np.float64]
    radius_m: float
    floodlight: Floodlight | None = None
    height_m: float = 0.0
    mirrors: bool = False
    sun_share: float = 1.0

    @classmethod
    def upload(cls, chunk: Chunk, still: npt.NDArray[np.bool_] | None = None) -> GpuChunk:
        """Put a chunk on the card; `still` says which materials are still water."""
        middle, radius_m = ball_of(chunk)
        place, _, name = chunk.id.partition(".")
        return cls(
            chunk=_without_geometry(chunk),
            mesh=GpuMesh.upload(chunk.levels) if chunk.levels else None,
            moving=_shared(chunk.moving),
            parts=PartTable.of(chunk),
            floodlight=floodlight_of(name) if place == "landmark" else None,
            height_m=float(chunk.bounds_max[2]),
            mirrors=still is not None and _has(chunk, still),
            middle=middle,
            radius_m=radius_m,
        )

    def move(self, origin_enu: tuple[float, float, float]) -> None:
        """Let it stand elsewhere; its lamps and moving parts stay where they were."""
        self.chunk = replace(self.chunk, origin_enu=origin_enu)
        self.middle, self.radius_m = ball_of(self.chunk)

    def free(self) -> None:
        once = {id(mesh): mesh for mesh in (self.mesh, *self.moving) if mesh is not None}
        for mesh in once.values():
            mesh.free()


def _has(chunk: Chunk, materials: npt.NDArray[np.bool_]) -> bool:
    """Whether the finest level of a chunk has one of some materials."""
    return bool(chunk.levels) and bool(materials[chunk.levels[0].vertices["material"]].any())


def ball_of(chunk: Chunk) -> tuple[npt.NDArray[np.float64], float]:
    """(3,) f8 middle of a chunk's bounds in the world, and the radius of the ball round them."""
    low, high = chunk.bounds_min, chunk.bounds_max
    middle = np.asarray(chunk.origin_enu, np.float64) + (low + high) * 0.5
    return middle, float(np.linalg.norm(high - low)) * 0.5


def _shared(moving: tuple[MovingPart, ...]) -> list[GpuMesh]:
    """The mesh of each part; copies of one piece share theirs."""
    made: dict[int, GpuMesh] = {}
    for part in moving:
        if id(part.levels) not in made:
            made[id(part.levels)] = GpuMesh.upload(part.levels)
    return [made[id(part.levels)] for part in moving]


def _without_geometry(chunk: Chunk) -> Chunk:
    """What is asked of a chunk once it is on the card; its arrays can be let go."""
    parts = tuple(replace(part, levels=()) for part in chunk.moving)
    return replace(chunk, levels=(), instances=(), moving=parts)
