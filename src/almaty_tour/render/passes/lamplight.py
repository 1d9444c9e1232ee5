"""Lamps near the eye light what stands round them: a pool of light on the ground, trunks, walls."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.camera.matrices import axes
from almaty_tour.render.gl.buffer import Buffer, VertexArray, declare_floats
from almaty_tour.render.gl.framebuffer import ColourTarget, Target
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import UNIT_DEPTH, View
from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.copylist import CopyList

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
SPEC: Final = PassSpec("lamplight", reads=("depth",), writes=("picture",))
MATERIAL: Final = "lamp_glass"
HEADS: Final = {"lamp.globe": (3.8, 13.0), "lamp.cluster": (3.9, 15.0), "lamp.mast": (9.4, 22.0)}
"""Height of a lamp over its foot and how far its light is seen, metres."""
MODELLED_REACH_M: Final = 13.0
CELL_M: Final = 2.5
"""Lamps of a model that are nearer to each other are one."""
MOST_OF_A_MODEL: Final = 120
NEAR_M: Final = 220.0
MOST: Final = 96
CORNERS: Final = np.array([(-1, -1), (1, -1), (-1, 1), (1, 1)], np.float32)


class LamplightPass:
    """Keeps where the lamps of each model are; draws nothing by day."""

    def __init__(self, material: int) -> None:
        self._material = material
        self._array = VertexArray()
        self._array.bind()
        self._corners = Buffer(gl.GL_ARRAY_BUFFER, CORNERS)
        declare_floats(0, 2, 8, 0)
        self._lamps = Buffer(gl.GL_ARRAY_BUFFER, np.zeros((1, 4), np.float32), stream=True)
        declare_floats(1, 4, 16, 0, each_instance=True)
        self._points = VertexArray()
        self._points.bind()
        self._lamps.bind()
        declare_floats(0, 4, 16, 0)
        gl.glBindVertexArray(0)
        self._spots: dict[int, F64] = {}
        self._cover = ColourTarget()
        self._listed: F64 | None = None

    def put(self, row: int, chunk: Chunk) -> None:
        """Take a chunk that still has its geometry."""
        spots = lamps_of(chunk, self._material)
        if len(spots):
            self._spots[row] = spots + np.array([*chunk.origin_enu, 0.0])

    def drop(self, row: int) -> None:
        """Forget a chunk."""
        self._spots.pop(row, None)

    def draw_glow(self, view: View) -> None:
        """Add the glow of each lamp that nothing hides; `draw` then lights by the same lamps."""
        if not view.quality.lamplight or view.day.lamp_light <= 0.0:
            return
        lamps = self._listed = self._every(view)
        if not len(lamps):
            return
        self._lamps.write(lamps.astype(np.float32))
        view.programs.get("glow", view.lit_defines(shadows=False)).use()
        gl.glEnable(gl.GL_PROGRAM_POINT_SIZE)
        gl.glEnable(gl.GL_DEPTH_TEST)
        gl.glDepthFunc(gl.GL_GEQUAL)
        gl.glDepthMask(gl.GL_FALSE)
        gl.glEnable(gl.GL_BLEND)
        gl.glBlendFuncSeparate(gl.GL_ONE, gl.GL_ONE, gl.GL_ZERO, gl.GL_ONE)
        self._points.bind()
        gl.glDrawArrays(gl.GL_POINTS, 0, len(lamps))
        gl.glBindVertexArray(0)
        gl.glDisable(gl.GL_BLEND)
        gl.glDepthMask(gl.GL_TRUE)
        view.stats.add(0)

    def draw(self, view: View, drawn: Target) -> None:
        """Light what is drawn so far by the lamps that glow in it."""
        listed, self._listed = self._listed, None
        if listed is None or drawn.depth is None or drawn.colour is None:
            return
        lamps = nearest(listed, view)
        if not len(lamps):
            return
        self._lamps.write(lamps)
        self._cover.of(drawn.colour).bind()
        drawn.depth.bind(UNIT_DEPTH)
        program = view.programs.get("lamplight", view.defines())
        program.use()
        gl.glUniform3f(program.at("lens"), *view.lens, view.raised)
        gl.glDisable(gl.GL_DEPTH_TEST)
        gl.glDisable(gl.GL_CULL_FACE)
        gl.glEnable(gl.GL_BLEND)
        gl.glBlendFuncSeparate(gl.GL_DST_COLOR, gl.GL_ONE, gl.GL_ZERO, gl.GL_ONE)
        self._array.bind()
        gl.glDrawArraysInstanced(gl.GL_TRIANGLE_STRIP, 0, 4, len(lamps))
        gl.glBindVertexArray(0)
        gl.glDisable(gl.GL_BLEND)
        view.stats.add(2 * len(lamps))
        drawn.bind()

    def free(self) -> None:
        """Give everything back."""
        for one in (self._array, self._points, self._corners, self._lamps, self._cover):
            one.free()

    def _every(self, view: View) -> F64:
        """(n, 4) f8 all lamps that are listed, relative to the eye, and how far they reach."""
        drawn = view.frame.draw
        every = [spots - np.append(view.eye, 0.0) for spots in self._spots.values()]
        every += [heads_of(listed, view.eye) for listed in (drawn.props, drawn.kept)]
        return np.concatenate(every)


def nearest(lamps: F64, view: View) -> F32:
    """(m, 4) f4 the nearest of (n, 4) f8 lamps, as `lamplight.vert` has them."""
    away = np.einsum("ij,ij->i", lamps[:, :3], lamps[:, :3])
    near = np.flatnonzero(away < NEAR_M**2)
    if len(near) > MOST:
        near = near[np.argpartition(away[near], MOST)[:MOST]]
    turned = lamps[near].astype(np.float32)
    turned[:, :3] = lamps[near, :3] @ axes(view.frame.camera).T
    return np.ascontiguousarray(turned)


def heads_of(listed: CopyList, eye: F64) -> F64:
    """(n, 4) f8 lamps among copies, relative to the eye, and how far they reach."""
    found = [np.zeros((0, 4))]
    origin = np.zeros(3) if listed.origin_enu is None else listed.origin_enu - eye
    for group, number in enumerate(listed.kind.tolist()):
        head = HEADS.get(listed.kinds[number])
        if head is None:
            continue
        first = int(listed.first[group])
        rows = listed.rows[first : first + int(listed.count[group])]
        places = np.full((len(rows), 4), head[1])
        places[:, :3] = rows["position"] + origin
        places[:, 2] += head[0] * rows["scale"][:, 1]
        found.append(places)
    return np.concatenate(found)


def lamps_of(chunk: Chunk, material: int) -> F64:
    """(n, 4) f8 middles of the lamps of a chunk's finest level, and how far they reach.

    Where there are very many they are ornaments that light nothing.
    """
    if not chunk.levels:
        return np.zeros((0, 4))
    vertices = chunk.levels[0].vertices
    places = vertices["position"][vertices["material"] == material].astype(np.float64)
    cells, owner = np.unique(np.floor(places / CELL_M), axis=0, return_inverse=True)
    if not len(cells) or len(cells) > MOST_OF_A_MODEL:
        return np.zeros((0, 4))
    owner = owner.reshape(-1)
    count = np.bincount(owner)
    middle = [np.bincount(owner, weights=axis) / count for axis in places.T]
    return np.column_stack([*middle, np.full(len(cells), MODELLED_REACH_M)])
