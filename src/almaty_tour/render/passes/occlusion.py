"""Darkens corners and what stands close together, from the depth of the picture alone."""

from __future__ import annotations

from typing import Final

from pyglet import gl

from almaty_tour.render.gl.buffer import PicturePoints
from almaty_tour.render.gl.framebuffer import ColourTarget, Target
from almaty_tour.render.gl.texture import RGBA8
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import UNIT_DEPTH, UNIT_PICTURE, View, cover_state
from almaty_tour.render.passes.tone import TRIANGLE

SPEC: Final = PassSpec("occlusion", reads=("depth",), writes=("picture",))


class OcclusionPass:
    """Gathers at half the size of the picture, smooths, and multiplies the picture.

    What faces the sun is darkened as well as what does not: the share is small.
    """

    def __init__(self) -> None:
        self._triangle = PicturePoints(TRIANGLE)
        self._halves: tuple[Target, Target] | None = None
        self._cover = ColourTarget()

    def draw(self, view: View, drawn: Target) -> None:
        """Darken what is drawn so far; nothing in presets without taps."""
        if not view.quality.occlusion or drawn.depth is None or drawn.colour is None:
            return
        raw, smooth = self._sized(view.size_px)
        cover_state()
        drawn.depth.bind(UNIT_DEPTH)
        self._step(view, raw, f"GATHER {view.quality.occlusion}")
        raw.picture.bind(UNIT_PICTURE)
        self._step(view, smooth, "SMOOTH")
        smooth.picture.bind(UNIT_PICTURE)
        gl.glEnable(gl.GL_BLEND)
        gl.glBlendFuncSeparate(gl.GL_ZERO, gl.GL_SRC_COLOR, gl.GL_ZERO, gl.GL_ONE)
        self._step(view, self._cover.of(drawn.colour), "APPLY")
        gl.glDisable(gl.GL_BLEND)
        drawn.bind()

    def free(self) -> None:
        """Give everything back."""
        self._triangle.free()
        self._cover.free()
        for half in self._halves or ():
            half.free()

    def _step(self, view: View, into: Target | ColourTarget, define: str) -> None:
        into.bind()
        program = view.programs.get("occlusion", view.defines(define))
        program.use()
        gl.glUniform3f(program.at("lens"), *view.lens, view.raised)
        view.stats.add(self._triangle.draw())

    def _sized(self, size_px: tuple[int, int]) -> tuple[Target, Target]:
        half_px = (size_px[0] + 1) // 2, (size_px[1] + 1) // 2
        if self._halves is None or self._halves[0].size_px != half_px:
            for half in self._halves or ():
                half.free()
            self._halves = Target(half_px, RGBA8, None), Target(half_px, RGBA8, None)
        return self._halves
