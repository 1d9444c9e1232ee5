"""Kerbs and the rims of aryks as bars that stand on the ground near the eye: one draw."""

from __future__ import annotations

from typing import Final

import numpy as np
from pyglet import gl

from almaty_tour.render.gl.buffer import Buffer, VertexArray, declare_colour, declare_floats
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.ground import Ground
from almaty_tour.render.kerbs import PIECE, anchor_of, pieces
from almaty_tour.render.passes.common import UNIT_NEAR, View, opaque_state
from almaty_tour.scene.paint import GroundPaint

SPEC: Final = PassSpec("kerbs", reads=("shadow_map",), writes=("picture", "depth"))
HIGHEST_M: Final = 60.0  # from higher up they are not seen to stand

# Corners of the faces of a bar: along 0..1, across -1..1, up 0..1; then the way the face looks.
_TOP = [(0, -1, 1), (1, -1, 1), (1, 1, 1), (0, 1, 1)]
_RIGHT = [(0, -1, 0), (1, -1, 0), (1, -1, 1), (0, -1, 1)]
_LEFT = [(0, 1, 0), (1, 1, 0), (1, 1, 1), (0, 1, 1)]
_BACK = [(0, -1, 0), (0, 1, 0), (0, 1, 1), (0, -1, 1)]
_FRONT = [(1, -1, 0), (1, 1, 0), (1, 1, 1), (1, -1, 1)]
_FACES = (
    (_TOP, (0, 0, 1)), (_RIGHT, (0, -1, 0)), (_LEFT, (0, 1, 0)), (_BACK, (-1, 0, 0)),
    (_FRONT, (1, 0, 0)),
)  # fmt: skip
CORNERS: Final = np.array(
    [(*face[n], *way) for face, way in _FACES for n in (0, 1, 2, 0, 2, 3)], np.float32
)


class KerbPass:
    """The bars round the eye, gathered anew when it has moved some metres."""

    def __init__(self) -> None:
        self._array = VertexArray()
        self._array.bind()
        self._corners = Buffer(gl.GL_ARRAY_BUFFER, CORNERS)
        declare_floats(0, 3, 24, 0)
        declare_floats(1, 3, 24, 12)
        self._rows = Buffer(gl.GL_ARRAY_BUFFER, np.zeros(1, PIECE), stream=True)
        wide = PIECE.itemsize
        declare_floats(2, 3, wide, 0, each_instance=True)
        declare_floats(3, 3, wide, 12, each_instance=True)
        declare_floats(4, 2, wide, 24, each_instance=True)
        declare_colour(5, wide, 32, each_instance=True)
        gl.glBindVertexArray(0)
        self._seen: object = None
        self._paint: GroundPaint | None = None
        self._count = 0

    def draw(self, view: View, ground: Ground, above_m: float) -> None:
        """Draw the bars near the eye, if it is near the ground."""
        reach_m = view.quality.kerbs_m
        if reach_m <= 0.0 or above_m > HIGHEST_M:
            return
        anchor = anchor_of((float(view.eye[0]), float(view.eye[1])))
        self._gather(ground, anchor, reach_m)
        if not self._count:
            return
        opaque_state()
        gl.glDisable(gl.GL_CULL_FACE)
        program = view.programs.get("kerbs", view.lit_defines())
        program.use()
        gl.glUniform3f(program.at("chunk_offset"), *view.offset((*anchor, 0.0)))
        share = float(ground.sun_share_at(*anchor)[0])
        gl.glUniform2f(program.at("reach_and_share"), reach_m, share)
        ground.near.bind(UNIT_NEAR)  # the ground, which has it too, is drawn later
        self._array.bind()
        gl.glDrawArraysInstanced(gl.GL_TRIANGLES, 0, len(CORNERS), self._count)
        view.stats.add(len(CORNERS) // 3 * self._count)
        view.rehearse("kerbs", View.lit_defines, lambda _: gl.glDrawArrays(gl.GL_TRIANGLES, 0, 3))
        gl.glEnable(gl.GL_CULL_FACE)

    def _gather(self, ground: Ground, anchor: tuple[float, float], reach_m: float) -> None:
        """Bring the bars to where the eye is; nothing happens while it is near the anchor."""
        if self._seen == (anchor, reach_m) and self._paint is ground.paint:
            return
        self._seen, self._paint = (anchor, reach_m), ground.paint
        rows = pieces(ground.paint.raised, anchor, reach_m, ground.terrain.height_m)
        self._count = len(rows)
        if self._count:
            self._rows.write(rows)

    def free(self) -> None:
        for one in (self._array, self._corners, self._rows):
            one.free()
