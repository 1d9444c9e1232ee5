"""Water and wet streets mirror what the picture shows, where an analytic sky stood before."""

from __future__ import annotations

import math
from typing import Final

from pyglet import gl

from almaty_tour.camera.matrices import axes
from almaty_tour.render.gl.buffer import PicturePoints
from almaty_tour.render.gl.framebuffer import ColourTarget, Target
from almaty_tour.render.gl.texture import RGBA16F
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import UNIT_DEPTH, UNIT_PICTURE, View
from almaty_tour.render.passes.tone import TRIANGLE

REACH_M: Final = (
    2_500.0  # farther away water of a landmark is too small for its mirror to be missed
)
SPEC: Final = PassSpec("mirror", reads=("picture", "depth"), writes=("picture",))


class MirrorPass:
    """Reads a copy of the light, whose alpha says what mirrors and how much (`mirror.frag`)."""

    def __init__(self) -> None:
        self._triangle = PicturePoints(TRIANGLE)
        self._copy: Target | None = None
        self._cover = ColourTarget()

    def draw(self, view: View, drawn: Target) -> None:
        """Lay reflections over the picture; nothing in presets without them."""
        if not view.quality.mirror or drawn.depth is None or drawn.colour is None:
            return
        if not (view.quality.hdr or view.marked):
            return  # its alpha tells nothing
        if view.day.wetness <= 0.0 and not view.polished and not _water_near(view):
            return
        copy = self._copied(drawn)
        self._cover.of(drawn.colour).bind()
        copy.picture.bind(UNIT_PICTURE)
        drawn.depth.bind(UNIT_DEPTH)
        program = view.programs.get(
            "mirror",
            view.defines(
                *(("ROOM",) if view.polished else ()),
                *(("MARKED",) if view.marked else ()),
                f"LOOKS {view.quality.mirror}",
            ),
        )
        program.use()
        gl.glUniform3f(program.at("lens"), *view.lens, view.raised)
        turn = axes(view.frame.camera).ravel().tolist()
        gl.glUniformMatrix3fv(program.at("turn"), 1, gl.GL_FALSE, (gl.GLfloat * 9)(*turn))
        gl.glDisable(gl.GL_DEPTH_TEST)
        gl.glDisable(gl.GL_CULL_FACE)
        if not view.marked:  # light is added; what is mapped to the display is written anew
            gl.glEnable(gl.GL_BLEND)
        gl.glBlendFuncSeparate(gl.GL_ONE, gl.GL_ONE, gl.GL_ZERO, gl.GL_ONE)
        view.stats.add(self._triangle.draw())
        gl.glDisable(gl.GL_BLEND)
        drawn.bind()

    def free(self) -> None:
        """Give everything back."""
        self._triangle.free()
        self._cover.free()
        if self._copy is not None:
            self._copy.free()

    def _copied(self, drawn: Target) -> Target:
        if self._copy is None or self._copy.size_px != drawn.size_px:
            if self._copy is not None:
                self._copy.free()
            self._copy = Target(drawn.size_px, RGBA16F, None)
        box = (0, 0, *drawn.size_px)
        gl.glBindFramebuffer(gl.GL_READ_FRAMEBUFFER, drawn.id)
        gl.glBindFramebuffer(gl.GL_DRAW_FRAMEBUFFER, self._copy.id)
        gl.glBlitFramebuffer(*box, *box, gl.GL_COLOR_BUFFER_BIT, gl.GL_NEAREST)
        return self._copy


def _water_near(view: View) -> bool:
    """Whether a landmark with still water is drawn near the eye."""
    eye = view.eye.tolist()
    return any(
        one is not None
        and one.mirrors
        and math.dist(one.middle.tolist(), eye) < REACH_M + one.radius_m
        for one in map(view.chunks.get, view.frame.draw.chunks.tolist())
    )
