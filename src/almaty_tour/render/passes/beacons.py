"""Red lights that warn aircraft, seen from afar."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import Buffer, VertexArray, declare_floats
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import View

SPEC: Final = PassSpec("beacons", reads=("depth",), writes=("picture",))


class BeaconPass:
    """Keeps where the lights of each chunk are; draws nothing by day."""

    def __init__(self) -> None:
        self._array = VertexArray()
        self._array.bind()
        self._places = Buffer(gl.GL_ARRAY_BUFFER, np.zeros((1, 3), np.float32), stream=True)
        declare_floats(0, 3, 12, 0)
        gl.glBindVertexArray(0)
        self._spots: dict[int, npt.NDArray[np.float64]] = {}

    def put(self, row: int, spots_enu: npt.NDArray[np.float64]) -> None:
        """Take the (n, 3) lights of a chunk, in the world."""
        if len(spots_enu):
            self._spots[row] = spots_enu

    def drop(self, row: int) -> None:
        """Forget the lights of a chunk."""
        self._spots.pop(row, None)

    def draw(self, view: View) -> None:
        """Add the light of each that nothing hides."""
        if view.day.lamp_light <= 0.0 or not self._spots:
            return
        places = np.concatenate([self._spots[row] for row in sorted(self._spots)]) - view.eye
        self._places.write(places.astype(np.float32))
        view.programs.get("beacons", view.lit_defines(shadows=False)).use()
        gl.glEnable(gl.GL_PROGRAM_POINT_SIZE)
        gl.glEnable(gl.GL_DEPTH_TEST)
        gl.glDepthFunc(gl.GL_GEQUAL)
        gl.glDepthMask(gl.GL_FALSE)
        gl.glEnable(gl.GL_BLEND)
        gl.glBlendFuncSeparate(gl.GL_ONE, gl.GL_ONE, gl.GL_ZERO, gl.GL_ONE)
        self._array.bind()
        gl.glDrawArrays(gl.GL_POINTS, 0, len(places))
        gl.glBindVertexArray(0)
        gl.glDisable(gl.GL_BLEND)
        gl.glDepthMask(gl.GL_TRUE)
        view.stats.add(0)

    def free(self) -> None:
        """Give everything back."""
        self._array.free()
        self._places.free()
