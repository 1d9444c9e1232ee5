"""The one format of everything that can be drawn: ground, landmarks, blocks, imports, halls.

A chunk is finished arrays with bounds. Whoever makes chunks (the loader of baked models,
the maker of the town, an importer in its worker process, a hall) knows nothing of GL;
whoever draws them knows nothing of where they came from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntFlag
from functools import cached_property

import numpy as np
import numpy.typing as npt

from almaty_tour.base.spaces import OUTDOORS
from almaty_tour.mesh.data import Collision


@dataclass(frozen=True)
class Level:
    """One level of detail.

    Attributes:
        vertices: (n,) of `scene.vertex.VERTEX`.
        indices: (3m,) u4.
        error_m: how far the surface may be from the finest level; 0 for the finest.
        starts: (s + 1,) i8 triangle with which each stretch begins, and their end; empty where
            the level is one.
    """

    vertices: npt.NDArray[np.void]
    indices: npt.NDArray[np.uint32]
    error_m: float
    starts: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))


@dataclass(frozen=True)
class Instances:
    """Copies of one prop: rows of `scene.vertex.INSTANCE`, relative to the chunk's origin."""

    kind: str
    rows: npt.NDArray[np.void]


@dataclass(frozen=True)
class ClosedLine:
    """A path that ends where it begins: (k + 1, 3) f8 corners, (k + 1,) f8 metres from the first
    to each, and (k + 1, 3) f8 what a metre moves on the piece that follows.
    """

    corners: npt.NDArray[np.float64]
    reached_m: npt.NDArray[np.float64]
    slopes: npt.NDArray[np.float64]


@dataclass(frozen=True)
class MovingPart:
    """A piece with a transform of its own that changes with time (a cabin, a wheel, a flag).

    Attributes:
        name: id within the chunk.
        levels: geometry in the part's own frame.
        motion: name of the motion function in `scene.motion`.
        pivot_m: (3,) relative to the chunk's origin.
        axis: (3,) unit vector.
        rate: radians or metres a second, as the motion reads it.
        path_m: (k, 3) f4 corners of the closed line of a "loop", relative to the pivot.
        phase: share of the line or of the turn that the piece is ahead at time 0.
    """

    name: str
    levels: tuple[Level, ...]
    motion: str
    pivot_m: tuple[float, float, float]
    axis: tuple[float, float, float]
    rate: float
    path_m: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 3), np.float32))
    phase: float = 0.0

    @cached_property
    def line(self) -> ClosedLine:
        """The closed path."""
        corners = np.concatenate([self.path_m, self.path_m[:1]]).astype(np.float64)
        steps = np.linalg.norm(np.diff(corners, axis=0), axis=1)
        reached = np.concatenate([[0.0], steps.cumsum()])
        slopes = np.zeros_like(corners)
        slopes[:-1] = np.diff(corners, axis=0) / np.maximum(np.diff(reached), 1e-300)[:, None]
        return ClosedLine(corners, reached, slopes)


class Wants(IntFlag):
    """What a pixel of a surface has to look up, where light is worked out per vertex."""

    NOTHING = 0
    GRAIN = 1
    SHADOW = 2
    ALL = 3


@dataclass(frozen=True)
class Chunk:
    """A piece of a space that comes and goes as one.

    Attributes:
        id: unique; "landmark.abai_opera", "town.12.-3".
        origin_enu: metres (float64 tuple); every array is relative to it.
        bounds_min, bounds_max: (3,) f4 relative to the origin, around all levels and props.
        levels: finest first; may be empty when a chunk has only instances.
        view_distance_m: beyond it the chunk is not drawn at all; inf for landmarks.
        collision: relative to the origin, world-aligned axes.
        space: id of the space it belongs to.
        stretches: (s, 4, 3) f4 corners of the stretches of its levels (`scene.stretches`), low
            and high at the finest level, then round all; empty for one within the bounds.
        wants: of each stretch; empty where all want all.
    """

    id: str
    origin_enu: tuple[float, float, float]
    bounds_min: npt.NDArray[np.float32]
    bounds_max: npt.NDArray[np.float32]
    levels: tuple[Level, ...] = ()
    instances: tuple[Instances, ...] = ()
    moving: tuple[MovingPart, ...] = ()
    collision: Collision = field(default_factory=Collision)
    view_distance_m: float = float("inf")
    space: str = OUTDOORS
    stretches: npt.NDArray[np.float32] = field(
        default_factory=lambda: np.zeros((0, 4, 3), np.float32)
    )
    wants: tuple[Wants, ...] = ()

    @property
    def nbytes(self) -> int:
        """Bytes that an upload moves; the upload budget counts them."""
        geometry = sum(level.vertices.nbytes + level.indices.nbytes for level in self.levels)
        moving = sum(
            level.vertices.nbytes + level.indices.nbytes
            for part in self.moving
            for level in part.levels
        )
        return geometry + moving + sum(table.rows.nbytes for table in self.instances)
