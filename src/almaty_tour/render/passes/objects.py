"""Landmarks, blocks and their moving parts: one draw a chunk."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from pyglet import gl

from almaty_tour.render.gl.program import Program
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import View, opaque_state
from almaty_tour.render.upload import GpuChunk
from almaty_tour.scene.chunk import MovingPart
from almaty_tour.scene.motion import part_transform

SPEC: Final = PassSpec("objects", reads=("shadow_map", "layers"), writes=("picture", "depth"))


def draw(view: View) -> None:
    """Draw every chunk of the draw list, nearest first."""
    rows = view.frame.draw.chunks
    if not len(rows):
        return
    opaque_state()
    program = _program(view)
    place, light = program.at("chunk_offset"), program.at("chunk_light")
    moving: list[tuple[GpuChunk, int]] = []
    for row, level in zip(rows.tolist(), view.frame.draw.levels.tolist(), strict=True):
        chunk = view.chunks.get(row)
        if chunk is None:
            continue
        if chunk.moving:
            moving.append((chunk, level))
        if chunk.mesh is None:
            continue
        offset = view.offset(chunk.chunk.origin_enu)
        gl.glUniform3f(place, *offset)
        gl.glUniform4f(light, chunk.sun_share, chunk.floodlight, offset[2], 0.0)
        chunk.mesh.array.bind()
        view.stats.add(chunk.mesh.draw(min(level, len(chunk.mesh.counts) - 1)))
    if moving:
        _draw_moving(view, moving)


def _program(view: View, *more: str) -> Program:
    defines = list(more)
    if view.quality.plain:
        defines += ["PLAIN", "CLEAR"]
    elif view.quality.per_pixel:
        defines.append("PER_PIXEL")
    if view.frame.draw.highlighted:
        defines.append("HIGHLIGHT")
    program = view.programs.get("objects", view.lit_defines(*defines, hide=True))
    program.use()
    view.set_hidden(program)
    if view.frame.draw.highlighted:
        gl.glUniform1ui(program.at("highlighted_id"), view.frame.draw.highlighted)
    return program


def _draw_moving(view: View, chunks: list[tuple[GpuChunk, int]]) -> None:
    program = _program(view, "MOVING")
    for chunk, level in chunks:
        for part, mesh in zip(chunk.chunk.moving, chunk.moving, strict=True):
            place_part(view, program, chunk, part)
            gl.glUniform4f(program.at("chunk_light"), chunk.sun_share, 0.0, 0.0, 0.0)
            mesh.array.bind()
            view.stats.add(mesh.draw(min(level, len(mesh.counts) - 1)))


def place_part(view: View, program: Program, chunk: GpuChunk, part: MovingPart) -> None:
    """Set the turn and the place of a moving part for this moment."""
    turn, shift = part_transform(part, view.frame.time_s)
    origin = np.asarray(chunk.chunk.origin_enu) + shift
    gl.glUniform3f(program.at("chunk_offset"), *view.offset(origin.tolist()))
    values = np.ascontiguousarray(turn, np.float32).ravel()
    gl.glUniformMatrix3fv(program.at("part_turn"), 1, gl.GL_TRUE, (gl.GLfloat * 9)(*values))


def size_of_pixel_rad(fov_rad: float, height_px: int) -> float:
    """Angle that one pixel covers in the middle of the picture."""
    return 2.0 * math.tan(fov_rad / 2.0) / height_px
