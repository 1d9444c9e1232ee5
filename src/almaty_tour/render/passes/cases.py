"""Glass cases: panes that mirror the room by Fresnel's law, between thin edges of metal.

Drawn after all that is solid and without a depth of their own, so that nothing behind glass is
hidden from a click or a mark.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.render.gl.buffer import Buffer, VertexArray, declare_floats
from almaty_tour.render.gl.texture import RGB16F, Texture
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import UNIT_PICTURE, View
from almaty_tour.scene.cases import SIDE, GlassCases, in_sight

SPEC: Final = PassSpec("cases", reads=("picture", "depth"), writes=("picture",))
LEAST_PX: Final = 6.0
ROW: Final = np.dtype([
    ("foot", np.float32, 3), ("turn", np.float32, 2), ("half", np.float32, 3),
    ("layer", np.float32),
])  # fmt: skip
STRIDE: Final = 44
Corner = tuple[float, ...]

POST, RAIL, RIM = (1.0, 1.0), (1.0, 2.6), (1.0, 1.0)
"""Width and height of the metal at the upright edges, at the foot and at the top."""


def corners() -> tuple[npt.NDArray[np.float32], int]:
    """(k, 11) f4 of one case, three rows a triangle, and how many of them are glass.

    A row is a place in half sizes (height from 0 to 1), a move off it in widths of the metal, a
    normal, and how thick the metal is there (0 for glass) in two directions.
    """
    panes = ((0, -1), (0, 1), (1, -1), (1, 1), (2, 1))
    glass = [row for axis, side in panes for row in _pane(axis, side)]
    metal: list[Corner] = []
    for sx in (-1.0, 1.0):
        for sy in (-1.0, 1.0):
            metal += _bar(2, (sx, sy, 0.0), POST)
    for s in (-1.0, 1.0):
        for axis in (0, 1):
            at = (0.0, s) if axis == 0 else (s, 0.0)
            metal += _bar(axis, (*at, 0.0), RAIL)
            metal += _bar(axis, (*at, 1.0), RIM)
    return np.array(glass + metal, np.float32), len(glass)


def _pane(axis: int, side: int) -> list[Corner]:
    """A pane whose outside looks along an axis; a hair within the metal."""
    normal = np.zeros(3)
    normal[axis] = side
    first, second = np.zeros(3), np.zeros(3)
    first[(axis + 1) % 3], second[(axis + 2) % 3] = 1.0, side
    rows: list[Corner] = []
    for a, b in ((-1, -1), (1, -1), (1, 1), (-1, -1), (1, 1), (-1, 1)):
        place = normal + a * first + b * second
        place[2] = place[2] if axis == 2 else (place[2] + 1.0) / 2.0
        rows.append((*place, *(-0.4 * normal), *normal, 0.0, 0.0))
    return rows


def _bar(along: int, at: tuple[float, ...], thick: tuple[float, float]) -> list[Corner]:
    """Four long sides of a bar; it lies inside of the outline of the case."""
    begin, end = np.array(at), np.array(at)
    begin[along], end[along] = (0.0, 1.0) if along == 2 else (-1.0, 1.0)
    one, two = (axis for axis in range(3) if axis != along)
    high = thick[1] if two == 2 else thick[0]
    middle, up = np.zeros(3), np.zeros(3)
    for axis, wide in ((one, thick[0]), (two, high)):
        inward = -np.sign(at[axis]) if axis != 2 else (1.0 if at[2] == 0.0 else -1.0)
        middle[axis] = 0.5 * wide * inward
    up[along] = 1.0
    rows: list[Corner] = []
    for axis, other, wide, broad in ((one, two, thick[0], high), (two, one, high, thick[0])):
        for side in (-1.0, 1.0):
            normal, across = np.zeros(3), np.zeros(3)
            normal[axis], across[other] = side, 1.0
            if np.dot(np.cross(up, across), normal) > 0.0:
                across = -across
            face = middle + normal * 0.5 * wide
            for place, off in (
                (begin, -across), (begin, across), (end, across),
                (begin, -across), (end, across), (end, -across),
            ):  # fmt: skip
                rows.append((*place, *(face + off * 0.5 * broad), *normal, *thick))
    return rows


class CasePass:
    """Keeps what the cases of one space mirror; nothing is made before the first is seen."""

    def __init__(self) -> None:
        self._made: list[Buffer | Texture | VertexArray] = []
        self._shown: GlassCases | None = None

    def draw(self, view: View) -> None:
        """Lay the cases in sight over what is drawn so far, the farthest first."""
        cases = view.frame.cases
        if cases is None or not len(cases):
            return
        planes = frustum_planes(view.frame.camera, view.lens[0] / view.lens[1])
        px = 0.5 * view.size_px[1] / view.lens[1]
        rows = in_sight(cases, view.eye, planes, LEAST_PX / px)
        if not len(rows):
            return
        if cases is not self._shown:
            self._make(cases)
        self._rows.write(instances(cases, rows, view.eye))
        self._room.bind(UNIT_PICTURE)
        self._array.bind()
        _over()
        self._panes(view, len(rows))
        self._edges(view, len(rows), px)
        gl.glBindVertexArray(0)
        gl.glDisable(gl.GL_BLEND)
        gl.glDepthMask(gl.GL_TRUE)

    def free(self) -> None:
        """Give everything back."""
        for one in self._made:
            one.free()
        self._made, self._shown = [], None

    def _make(self, cases: GlassCases) -> None:
        self.free()
        self._shown = cases
        self._room = Texture(RGB16F, (SIDE, SIDE), cases.room, layers=len(cases))
        array = self._array = VertexArray()
        array.bind()
        shape, self._glass = corners()
        self._count = len(shape)
        template = Buffer(gl.GL_ARRAY_BUFFER, shape)
        for slot, count, offset in ((0, 3, 0), (1, 3, 12), (2, 3, 24), (3, 2, 36)):
            declare_floats(slot, count, STRIDE, offset)
        self._rows = Buffer(gl.GL_ARRAY_BUFFER, np.zeros(1, ROW), stream=True)
        wide = ROW.itemsize
        for slot, count, offset in ((4, 3, 0), (5, 2, 12), (6, 3, 20), (7, 1, 32)):
            declare_floats(slot, count, wide, offset, each_instance=True)
        self._made = [self._room, array, template, self._rows]

    def _panes(self, view: View, count: int) -> None:
        """Far panes through near ones, where the preset has both."""
        view.programs.get("cases", view.lit_defines("PANES", shadows=False)).use()
        mapped = not view.quality.hdr
        # light adds less to a bright pixel of a picture that is mapped to the display already
        gl.glBlendFuncSeparate(
            gl.GL_ONE_MINUS_DST_COLOR if mapped else gl.GL_ONE, gl.GL_ONE_MINUS_SRC_ALPHA,
            gl.GL_ZERO, gl.GL_ONE,
        )  # fmt: skip
        gl.glEnable(gl.GL_CULL_FACE)
        for hidden in (gl.GL_FRONT, gl.GL_BACK) if view.quality.per_pixel else (gl.GL_BACK,):
            gl.glCullFace(hidden)
            gl.glDrawArraysInstanced(gl.GL_TRIANGLES, 0, self._glass, count)
            view.stats.add(self._glass // 3 * count)
        gl.glCullFace(gl.GL_BACK)

    def _edges(self, view: View, count: int, px: float) -> None:
        program = view.programs.get("cases", view.lit_defines(shadows=False))
        program.use()
        gl.glUniform1f(program.at("px_per_rad"), px)
        gl.glBlendFuncSeparate(gl.GL_ONE, gl.GL_ONE_MINUS_SRC_ALPHA, gl.GL_ZERO, gl.GL_ONE)
        metal = self._count - self._glass
        gl.glDrawArraysInstanced(gl.GL_TRIANGLES, self._glass, metal, count)
        view.stats.add(metal // 3 * count)


def instances(
    cases: GlassCases, rows: npt.NDArray[np.int64], eye: npt.NDArray[np.float64]
) -> npt.NDArray[np.void]:
    """(n,) `ROW` of some cases, against the eye."""
    made = np.zeros(len(rows), ROW)
    made["foot"] = cases.foot_enu[rows] - eye
    turn = cases.turn_rad[rows]
    made["turn"] = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    made["half"] = cases.size_m[rows] * [0.5, 0.5, 1.0]
    made["layer"] = rows
    return made


def _over() -> None:
    """Over what is there, where nothing solid is nearer; the depth stays."""
    gl.glEnable(gl.GL_DEPTH_TEST)
    gl.glDepthFunc(gl.GL_GEQUAL)
    gl.glDepthMask(gl.GL_FALSE)
    gl.glEnable(gl.GL_BLEND)
