"""Rain and snow near the eye: quads in a box that goes with it, a closed function of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import VertexArray
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import View

SPEC: Final = PassSpec("falling", reads=("depth",), writes=("picture",))


@dataclass(frozen=True)
class Kind:
    """What falls.

    Attributes:
        define: of the shaders.
        side_m: of the box. velocity_m_s: to east, north and up.
        half_size_m: half width and half length of a piece.
        sway_m: how far it drifts to and fro. cover: of what is behind a piece, 0 to 1.
    """

    define: str
    side_m: float
    velocity_m_s: tuple[float, float, float]
    half_size_m: tuple[float, float]
    sway_m: float
    cover: float


RAIN: Final = Kind("RAIN", 22.0, (1.4, 0.5, -9.0), (0.005, 0.28), 0.0, 0.30)
SNOW: Final = Kind("SNOW", 15.0, (0.5, 0.25, -1.3), (0.022, 0.022), 0.35, 0.85)


class FallingPass:
    """Draws nothing while it is dry; each quad is told from its number alone."""

    def __init__(self) -> None:
        self._array = VertexArray()

    def draw(self, view: View) -> None:
        """Rain, then snow, as much of each as the environment says."""
        environment = view.frame.environment
        for kind, share in ((RAIN, environment.rain), (SNOW, environment.snowfall)):
            count = round(view.quality.falling * share)
            if count > 0:
                self._draw(view, kind, count)

    def _draw(self, view: View, kind: Kind, count: int) -> None:
        defines = *view.lit_defines(shadows=False), kind.define
        program = view.programs.if_ready("falling", defines)
        if program is None:
            return
        program.use()
        gl.glUniform4f(program.at("box"), *box_of(kind, view.eye, view.frame.time_s), kind.side_m)
        gl.glUniform3f(program.at("velocity"), *kind.velocity_m_s)
        gl.glUniform4f(program.at("piece"), *kind.half_size_m, kind.sway_m, kind.cover)
        gl.glEnable(gl.GL_DEPTH_TEST)
        gl.glDepthFunc(gl.GL_GEQUAL)
        gl.glDepthMask(gl.GL_FALSE)
        gl.glDisable(gl.GL_CULL_FACE)
        gl.glEnable(gl.GL_BLEND)
        # alpha of the picture says what mirrors, see mirror.frag
        gl.glBlendFuncSeparate(gl.GL_SRC_ALPHA, gl.GL_ONE_MINUS_SRC_ALPHA, gl.GL_ZERO, gl.GL_ONE)
        self._array.bind()
        gl.glDrawArraysInstanced(gl.GL_TRIANGLES, 0, 6, count)
        gl.glBindVertexArray(0)
        gl.glDisable(gl.GL_BLEND)
        gl.glDepthMask(gl.GL_TRUE)
        view.stats.add(2 * count)

    def free(self) -> None:
        self._array.free()


def box_of(kind: Kind, eye: npt.NDArray[np.float64], time_s: float) -> tuple[float, float, float]:
    """How far the box has moved against the eye, (3,), in boxes, 0 to 1 along each axis."""
    moved = (np.multiply(kind.velocity_m_s, time_s) - eye) / kind.side_m
    x, y, z = (moved % 1.0).tolist()
    return x, y, z
