"""Shadow maps of what stands on the ground, redrawn only when they have to be."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.camera.matrices import DepthScheme, axes
from almaty_tour.render.cascades import LONGEST_SHADOW_M, Cascade, CascadeSet
from almaty_tour.render.gl.buffer import Buffer, free_name, new_name
from almaty_tour.render.gl.program import Program
from almaty_tour.render.gl.texture import DEPTH32F, Texture
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import UNIT_SHADOW, View
from almaty_tour.render.uniforms import Cascades, no_cascades
from almaty_tour.render.upload import GpuChunk
from almaty_tour.scene.casters import Near, near_copies
from almaty_tour.scene.copies import is_house
from almaty_tour.scene.copylist import CopyList

PROP_REACH_M: Final = 20.0
TREE_REACH_M: Final = 1_500.0
FINE_REACH_M: Final = 250.0
LEAST_TEXELS: Final = 0.5
"""A copy less tall than so many texels of a map throws no shadow into it."""

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
SPEC: Final = PassSpec("shadow", reads=(), writes=("shadow_map",))


class ShadowPass:
    """The maps and what they hold."""

    def __init__(self, size_px: int, reach_m: tuple[float, ...]) -> None:
        self.cascades = CascadeSet(size_px, reach_m)
        self.map = Texture(DEPTH32F, (size_px, size_px), layers=len(reach_m), linear=False)
        self.map.compare()
        self._framebuffer = new_name(gl.glGenFramebuffers)
        self._rows = Buffer(gl.GL_ARRAY_BUFFER, stream=True)

    def draw(self, view: View, above_ground_m: float) -> Cascades:
        """Bring the maps up to date; returns where they lie for this picture."""
        if view.day.shadow_strength <= 0.0:
            return no_cascades()
        forward = axes(view.frame.camera)[2]
        light = np.asarray(view.day.light_enu, np.float64)
        self.cascades.reach_m = view.quality.shadow_reach_m
        for layer, cascade in self.cascades.update(view.eye, forward, above_ground_m, light):
            self._draw_map(view, layer, cascade)
            view.stats.shadow_maps += 1
        self.map.bind(UNIT_SHADOW)
        return self.cascades.places(view.eye, view.day.shadow_strength)

    def free(self) -> None:
        self.map.free()
        self._rows.free()
        free_name(gl.glDeleteFramebuffers, self._framebuffer)

    def _draw_map(self, view: View, layer: int, cascade: Cascade) -> None:
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
        gl.glDisable(gl.GL_CULL_FACE)
        gl.glDisable(gl.GL_BLEND)
        gl.glClearDepth(1.0)
        gl.glClear(gl.GL_DEPTH_BUFFER_BIT)
        gl.glEnable(gl.GL_POLYGON_OFFSET_FILL)
        gl.glPolygonOffset(1.6, 2.0)
        self._draw_casters(view, layer, cascade)
        gl.glDisable(gl.GL_POLYGON_OFFSET_FILL)

    def _draw_casters(self, view: View, layer: int, cascade: Cascade) -> None:
        matrix = self.cascades.matrix(cascade, zero_to_one=view.scheme is DepthScheme.REVERSED)
        program = view.programs.get("depth", view.defines(hide=True))
        program.use()
        view.set_hidden(program)
        program.matrix("light_matrix", matrix)
        near = self._near(view, cascade)
        for chunk, level in near:
            if chunk.mesh is not None:
                _place(program, chunk, cascade.centre)
                chunk.mesh.array.bind()
                view.stats.add(chunk.mesh.draw(min(level, len(chunk.mesh.counts) - 1)))
        self._draw_props(view, layer, cascade, matrix)

    def _draw_props(self, view: View, layer: int, cascade: Cascade, matrix: F64) -> None:
        trees = layer < view.quality.tree_shadows and cascade.reach_m < TREE_REACH_M
        listed = self._casters(view, cascade, trees=trees)
        if not len(listed):
            return
        program = view.programs.get("depth", view.defines("INSTANCED", *_leaves(view, cascade)))
        program.use()
        program.matrix("light_matrix", matrix)
        gl.glUniform3f(program.at("chunk_offset"), 0.0, 0.0, 0.0)
        self._rows.write(listed.rows)
        view.props.draw(self._rows, view.props.commands(listed), view.stats)

    def _near(self, view: View, cascade: Cascade) -> list[tuple[GpuChunk, int]]:
        """The casters whose ball touches a map, with their levels."""
        draw = view.frame.draw
        listed = [
            (chunk, level)
            for row, level in zip(
                draw.shadow_chunks.tolist(), draw.shadow_levels.tolist(), strict=True
            )
            if (chunk := view.chunks.get(row)) is not None
        ]
        if not listed:
            return []
        middle = np.array([chunk.middle for chunk, _ in listed]) - cascade.centre
        radius = np.array([chunk.radius_m for chunk, _ in listed])
        inside = self.cascades.touched(cascade, middle, radius)
        return [one for one, keep in zip(listed, inside.tolist(), strict=True) if keep]

    def _casters(self, view: View, cascade: Cascade, *, trees: bool) -> CopyList:
        """Props that can throw a shadow into a map, by kind, relative to its centre."""
        fine = _is_fine(view, cascade)
        copies = view.frame.draw.casters
        level = {
            number: _caster_level(kind, fine)
            for number, kind in enumerate(copies.kinds)
            if trees or is_house(kind)
        }
        reach_m = cascade.reach_m * 2.0 + LONGEST_SHADOW_M + PROP_REACH_M
        least_m = cascade.reach_m / self.cascades.size_px * 2.0 * LEAST_TEXELS

        def touched(relative: F32 | F64, radius_m: npt.ArrayLike) -> npt.NDArray[np.bool_]:
            return self.cascades.touched(cascade, relative, radius_m)

        return near_copies(
            copies, cascade.centre, Near(reach_m, PROP_REACH_M, least_m, touched), level
        )


def _is_fine(view: View, cascade: Cascade) -> bool:
    """Whether the texels of a map are small enough to show more of a tree than its bulk."""
    return view.quality.per_pixel and cascade.reach_m < FINE_REACH_M


def _leaves(view: View, cascade: Cascade) -> tuple[str, ...]:
    """Defines for the holes between leaves, and for twigs without them."""
    if not _is_fine(view, cascade):
        return ()
    return ("CUT", "SNOWY") if view.snowy else ("CUT",)


def _caster_level(kind: str, fine: bool) -> int:
    """The far level, but cars as they are seen: their far block would shade their bonnets."""
    return 1 if kind.startswith("car.") or (fine and kind.startswith("tree.")) else 2


def _place(program: Program, chunk: GpuChunk, centre: npt.NDArray[np.float64]) -> None:
    origin = chunk.chunk.origin_enu
    gl.glUniform3f(
        program.at("chunk_offset"),
        origin[0] - centre[0], origin[1] - centre[1], origin[2] - centre[2],
    )  # fmt: skip
