"""Upright jets as sheets of water, with their image in the basin, where a picture is of light.

`passes/spray.py` draws the same jets as drops where it is not, and always what is thrown aslant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.floodlights import Floodlight
from almaty_tour.render.gl.buffer import Buffer, VertexArray, declare_floats
from almaty_tour.render.gl.framebuffer import Target
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import View
from almaty_tour.scene.chunk import Chunk

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
SPEC: Final = PassSpec("jets", reads=("depth",), writes=("picture",))
NEAR_M: Final = 260.0
"""Farther away the jets of the model are drawn."""
TALL_M: Final = 0.8
SLENDER_M: Final = 0.35
"""A triangle at least so tall and at most so wide is a side of an upright jet."""
APART_M: Final = 0.4
"""Sides that are nearer to each other than this are of one jet."""
FRAYED: Final = 1.12
"""How high water flies, against the solid core of the model."""
PLAIN_LAMP: Final = (0.9, 0.82, 0.66)
CORNERS: Final = np.array([(-1, 0), (1, 0), (-1, 1), (1, 1)], np.float32)


@dataclass
class _Rows:
    """The jets of one chunk on the card, each twice."""

    array: VertexArray
    buffer: Buffer
    count: int
    origin_enu: F64
    lamp: tuple[float, float, float]


class JetPass:
    """Keeps the upright jets of each chunk."""

    def __init__(self) -> None:
        self._corners = Buffer(gl.GL_ARRAY_BUFFER, CORNERS)
        self._rows: dict[int, _Rows] = {}

    def put(self, row: int, jets: F32, origin_enu: F64, light: Floodlight | None) -> None:
        """Take the jets of a chunk, as `jets_of` finds them; there may be none."""
        if not len(jets):
            return
        twice = np.repeat(jets, 2, axis=0)
        twice[1::2, 3] *= -1.0
        array = VertexArray()
        array.bind()
        self._corners.bind()
        declare_floats(0, 2, 8, 0)
        buffer = Buffer(gl.GL_ARRAY_BUFFER, twice)
        declare_floats(1, 4, 16, 0, each_instance=True)
        gl.glBindVertexArray(0)
        lamp = PLAIN_LAMP if light is None else light.foot
        self._rows[row] = _Rows(array, buffer, len(twice), origin_enu, lamp)

    def drop(self, row: int) -> None:
        """Forget a chunk."""
        old = self._rows.pop(row, None)
        if old is not None:
            old.array.free()
            old.buffer.free()

    def draw(self, view: View, drawn: Target, shown: frozenset[int]) -> None:
        """Lay the water of some chunks over the light of a picture."""
        near = [one for row, one in self._rows.items() if row in shown]
        if not near:
            return
        drawn.bind()
        program = view.programs.get("jets", view.lit_defines(shadows=False))
        program.use()
        blended()
        gl.glDisable(gl.GL_CULL_FACE)
        for one in near:
            x, y, z = (one.origin_enu - view.eye).tolist()
            gl.glUniform3f(program.at("chunk_offset"), x, y, z)
            gl.glUniform3f(program.at("lamps"), *one.lamp)
            one.array.bind()
            gl.glDrawArraysInstanced(gl.GL_TRIANGLE_STRIP, 0, 4, one.count)
            view.stats.add(2 * one.count)
        gl.glBindVertexArray(0)
        gl.glDisable(gl.GL_BLEND)
        gl.glDepthMask(gl.GL_TRUE)

    def free(self) -> None:
        """Give everything back."""
        for row in tuple(self._rows):
            self.drop(row)
        self._corners.free()


def jets_of(chunk: Chunk, material: int) -> F32:
    """(n, 4) f4 feet of the upright jets of a chunk's finest level, and how high water flies."""
    if not chunk.levels:
        return np.zeros((0, 4), np.float32)
    level = chunk.levels[0]
    faces = np.asarray(level.indices, np.int64).reshape(-1, 3)
    faces = faces[(level.vertices["material"] == material)[faces[:, 0]]]
    corners = level.vertices["position"][faces].astype(np.float64)
    spread = np.ptp(corners, axis=1) if len(faces) else np.zeros((0, 3))
    sides = corners[(spread[:, 2] > TALL_M) & (np.hypot(*spread[:, :2].T) < SLENDER_M)]
    if not len(sides):
        return np.zeros((0, 4), np.float32)
    middle = sides[:, :, :2].mean(axis=1)
    owner = apart(middle[:, 1], apart(middle[:, 0], np.zeros(len(sides), np.int64)))
    count = np.bincount(owner)
    x, y = (np.bincount(owner, weights=axis) / count for axis in middle.T)
    low, high = np.full(len(count), np.inf), np.full(len(count), -np.inf)
    np.minimum.at(low, owner, sides[:, :, 2].min(axis=1))
    np.maximum.at(high, owner, sides[:, :, 2].max(axis=1))
    return np.column_stack([x, y, low, (high - low) * FRAYED]).astype(np.float32)


def apart(places_m: F64, group: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """(n,) i8 groups, numbered from 0, parted further where places along a line leave a gap."""
    order = np.lexsort((places_m, group))
    new = np.diff(places_m[order]) > APART_M
    new |= np.diff(group[order]) != 0
    parted = np.zeros(len(order), np.int64)
    parted[order] = np.concatenate([[0], np.cumsum(new)])
    return parted


def off_jets(places: F32, jets: F32) -> npt.NDArray[np.bool_]:
    """(n,) whether places, (n, 3+) f4, lie beside all upright jets."""
    if not len(jets):
        return np.ones(len(places), np.bool_)
    beside = places[:, None, :2] - jets[None, :, :2]
    wide = 0.09 * jets[:, 3] + 0.1
    return np.asarray((np.hypot(beside[..., 0], beside[..., 1]) > wide).all(axis=1))


def blended() -> None:
    """Over what is there, premultiplied; the alpha of the light stays, and so does depth."""
    gl.glEnable(gl.GL_DEPTH_TEST)
    gl.glDepthFunc(gl.GL_GEQUAL)
    gl.glDepthMask(gl.GL_FALSE)
    gl.glEnable(gl.GL_BLEND)
    gl.glBlendFuncSeparate(gl.GL_ONE, gl.GL_ONE_MINUS_SRC_ALPHA, gl.GL_ZERO, gl.GL_ONE)
