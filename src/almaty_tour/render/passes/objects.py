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
from almaty_tour.scene.motion import UPRIGHT, part_shifts, part_turn

SPEC: Final = PassSpec("objects", reads=("shadow_map", "layers"), writes=("picture", "depth"))

SMALLEST_PART_PX: Final = 3.0
SHARE_TRIANGLES: Final = 20_000
"""After so many a software renderer may begin to draw."""
_UPRIGHT: Final = (gl.GLfloat * 9)(*UPRIGHT.ravel().tolist())


def draw(view: View) -> None:
    """Draw every chunk of the draw list, nearest first."""
    rows = view.frame.draw.chunks
    if not len(rows):
        return
    opaque_state()
    programs: dict[tuple[str, ...] | None, Program] = {}
    used: Program | None = None
    place = light = -1
    eye_x, eye_y, eye_z = view.frame.camera.position_enu
    moving: list[tuple[GpuChunk, int]] = []
    triangles = calls = handed = 0
    for row, level in zip(rows.tolist(), view.frame.draw.levels.tolist(), strict=True):
        chunk = view.chunks.get(row)
        if chunk is None:
            continue
        if chunk.moving:
            moving.append((chunk, level))
        mesh = chunk.mesh
        if mesh is None:
            continue
        shadows = view.shadow_defines(chunk.away_m(view.eye))
        program = programs.get(shadows) or programs.setdefault(shadows, _program(view, shadows))
        if program is not used:
            program.use()
            place, light, used = program.at("chunk_offset"), program.at("chunk_light"), program
        x, y, z = chunk.chunk.origin_enu
        gl.glUniform3f(place, x - eye_x, y - eye_y, z - eye_z)
        gl.glUniform4f(light, chunk.sun_share, chunk.floodlight, z - eye_z, 0.0)
        mesh.array.bind()
        triangles += mesh.draw(min(level, len(mesh.counts) - 1))
        calls += 1
        if triangles > handed + SHARE_TRIANGLES:
            handed = triangles
            view.hand_over()
    view.stats.add(triangles, calls)
    if moving:
        _draw_moving(view, moving)


def _program(view: View, shadows: tuple[str, ...] | None, *more: str) -> Program:
    """The program of this picture for what the shadow maps reach so (`View.shadow_defines`)."""
    defines = [*more, *(shadows or ())]
    if view.quality.plain:
        defines += ["PLAIN", "CLEAR"]
    elif view.quality.per_pixel:
        defines.append("PER_PIXEL")
    if view.frame.draw.highlighted:
        defines.append("HIGHLIGHT")
    program = view.programs.get(
        "objects", view.lit_defines(*defines, hide=True, shadows=shadows is not None)
    )
    program.use()
    view.set_hidden(program)
    if view.frame.draw.highlighted:
        gl.glUniform1ui(program.at("highlighted_id"), view.frame.draw.highlighted)
    return program


def _draw_moving(view: View, chunks: list[tuple[GpuChunk, int]]) -> None:
    pixel_rad = size_of_pixel_rad(view.frame.camera.fov_rad, view.size_px[1])
    least_rad = pixel_rad * SMALLEST_PART_PX
    program: Program | None = None
    for chunk, level in chunks:
        near = chunk.parts.near(view.eye, least_rad)
        if not near:
            continue
        program = program or _program(view, (), "MOVING")
        shifts = part_shifts([chunk.chunk.moving[row] for row in near], view.frame.time_s)
        places = chunk.chunk.origin_enu + shifts - view.eye
        away_m = np.linalg.norm(places, axis=1)
        large = chunk.parts.sizes_m[near] >= least_rad * np.maximum(away_m, 1.0)
        for row, place, seen in zip(near, places.tolist(), large.tolist(), strict=True):
            if seen:
                _draw_part(view, program, chunk, row, place, level)


def _draw_part(
    view: View, program: Program, chunk: GpuChunk, row: int, place: list[float], level: int
) -> None:
    """One moving part at a place relative to the eye."""
    mesh = chunk.moving[row]
    place_part(view, program, chunk.chunk.moving[row], place)
    gl.glUniform4f(program.at("chunk_light"), chunk.sun_share, 0.0, 0.0, 0.0)
    mesh.array.bind()
    view.stats.add(mesh.draw(min(level, len(mesh.counts) - 1)))


def place_part(view: View, program: Program, part: MovingPart, place: list[float]) -> None:
    """Set the turn of a moving part for this moment and its place relative to the eye."""
    gl.glUniform3f(program.at("chunk_offset"), *place)
    turn = part_turn(part, view.frame.time_s)
    values = _UPRIGHT if turn is UPRIGHT else (gl.GLfloat * 9)(*turn.ravel().tolist())
    gl.glUniformMatrix3fv(program.at("part_turn"), 1, gl.GL_TRUE, values)


def size_of_pixel_rad(fov_rad: float, height_px: int) -> float:
    """Angle that one pixel covers in the middle of the picture."""
    return 2.0 * math.tan(fov_rad / 2.0) / height_px
