"""Shadow maps of what stands on the ground, redrawn only when they have to be.

Where no picture may wait, maps are drawn in parts: one picture gathers what throws shadows into
a map, the next ones draw so many triangles each into a layer that nothing reads, and when the
last is in, the layers change places. The first picture, and one after a jump, draws all at once.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from pyglet import gl

from almaty_tour.camera.matrices import axes
from almaty_tour.render.cascades import CascadeSet, Placed
from almaty_tour.render.gl.buffer import Buffer, free_name, new_name
from almaty_tour.render.gl.texture import DEPTH32F, Texture
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import UNIT_SHADOW, View
from almaty_tour.render.passes.shadow_casters import Casters, gathered
from almaty_tour.render.tree_share import TreeShares
from almaty_tour.render.uniforms import Cascades, no_cascades

PART_TRIANGLES: Final = 150_000
"""What a picture draws of a map at most: some 13 ms of the thread on llvmpipe."""
WHOLE: Final = 1 << 62
SPEC: Final = PassSpec("shadow", reads=(), writes=("shadow_map",))


class ShadowPass:
    """The maps and what they hold; `patient`: they are drawn in parts."""

    def __init__(self, size_px: int, reach_m: tuple[float, ...]) -> None:
        self.cascades = CascadeSet(size_px, reach_m)
        count = len(reach_m)
        self.map = Texture(DEPTH32F, (size_px, size_px), layers=2 * count, linear=False)
        self.map.compare()
        self._framebuffer = new_name(gl.glGenFramebuffers)
        self._rows = Buffer(gl.GL_ARRAY_BUFFER, stream=True)
        self._shown = list(range(count))
        self._spare = list(range(count, 2 * count))
        self._waiting: list[Placed] = []
        self._whole: list[int] = []
        self._casters: Casters | None = None

    def draw(self, view: View, above_ground_m: float, *, patient: bool = False) -> Cascades:
        """Bring the maps up to date; returns where they lie for this picture."""
        light, sun = (np.asarray(way) for way in (view.day.light_enu, view.day.sun_enu))
        forward = axes(view.frame.camera)[2]
        self.cascades.reach_m = view.quality.shadow_reach_m
        self.cascades.middle_enu = _middle_of_room(view)
        self.cascades.trees = TreeShares(fades=view.quality.fade > 0.0)
        self.cascades.follow(view.eye, forward, above_ground_m, light, sun)
        if view.day.shadow_strength <= 0.0:
            self._give_up()
            self.cascades.forget()
            return no_cascades()
        if patient and not self.cascades.jumped:
            self._go_on(view)
        else:
            self._draw_all(view)
        self.map.bind(UNIT_SHADOW)
        return self.cascades.places(view.eye, view.day.shadow_strength, self._shown)

    def free(self) -> None:
        self.map.free()
        self._rows.free()
        free_name(gl.glDeleteFramebuffers, self._framebuffer)

    def _draw_all(self, view: View) -> None:
        """Every map that is out of date, whole."""
        self._give_up()
        for index, cascade in self.cascades.replace_all():
            casters = gathered(view, index, cascade, self._rows)
            self._draw(view, self._shown[index], casters, WHOLE)
            view.stats.shadow_maps += 1

    def _go_on(self, view: View) -> None:
        """One step of the maps under way: what to draw next is gathered, or some of it drawn."""
        if self._casters is not None:
            self._draw_part(view, self._casters)
            return
        if not self._waiting:
            self._waiting = list(self.cascades.due())
            self.cascades.begin(self._waiting)
        if self._waiting:
            index, cascade = self._waiting.pop(0)
            self._casters = gathered(view, index, cascade, self._rows)

    def _draw_part(self, view: View, casters: Casters) -> None:
        self._draw(view, self._spare[casters.index], casters, PART_TRIANGLES)
        if not casters.done:
            return
        self._casters = None
        self._whole.append(casters.index)
        view.stats.shadow_maps += 1
        if not self._waiting:
            self._swap()

    def _swap(self) -> None:
        """What was drawn is shown from now on."""
        for index in self._whole:
            self._shown[index], self._spare[index] = self._spare[index], self._shown[index]
        self._whole = []
        self.cascades.show()

    def _give_up(self) -> None:
        """What is under way is of no use any more."""
        self._casters = None
        self._waiting, self._whole = [], []
        self.cascades.begin(())

    def _draw(self, view: View, layer: int, casters: Casters, triangles: int) -> None:
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, self._framebuffer)
        gl.glFramebufferTextureLayer(
            gl.GL_FRAMEBUFFER, gl.GL_DEPTH_ATTACHMENT, self.map.id, 0, layer
        )
        gl.glDrawBuffer(gl.GL_NONE)
        size = self.cascades.size_px
        gl.glViewport(0, 0, size, size)
        gl.glEnable(gl.GL_DEPTH_TEST)
        gl.glDepthMask(gl.GL_TRUE)
        gl.glDepthFunc(gl.GL_LEQUAL)
        room = view.frame.environment.room
        if room is not None and room.open_above:
            gl.glEnable(gl.GL_CULL_FACE)
            gl.glFrontFace(gl.GL_CW)  # a map is seen in a mirror: its z goes away from the light
        else:
            gl.glDisable(gl.GL_CULL_FACE)
        gl.glDisable(gl.GL_BLEND)
        if not casters.begun:
            gl.glClearDepth(1.0)
            gl.glClear(gl.GL_DEPTH_BUFFER_BIT)
        gl.glEnable(gl.GL_POLYGON_OFFSET_FILL)
        gl.glPolygonOffset(1.6, 2.0)
        casters.draw(view, self._rows, triangles)
        gl.glDisable(gl.GL_POLYGON_OFFSET_FILL)
        gl.glFrontFace(gl.GL_CCW)


def _middle_of_room(view: View) -> tuple[float, float, float] | None:
    """Where the one map of a room stays, None where maps follow the eye."""
    room = view.frame.environment.room
    held = room is not None and view.quality.shadow_reach_m == (room.half_m,)
    return room.middle_enu if room is not None and held else None
