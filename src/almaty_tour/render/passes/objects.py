"""Landmarks, blocks and their moving parts: one draw a chunk."""

from __future__ import annotations

import math
from functools import partial
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.program import Program
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import View, opaque_state
from almaty_tour.render.passes.spray import SprayPass
from almaty_tour.render.upload import GpuChunk, GpuMesh
from almaty_tour.scene.chunk import MovingPart
from almaty_tour.scene.fading import WHOLE
from almaty_tour.scene.motion import UPRIGHT, part_shifts, part_turn

SPEC: Final = PassSpec("objects", reads=("shadow_map", "layers"), writes=("picture", "depth"))

Shadows = tuple[str, ...] | None
NO_MATERIAL: Final = 0xFFFFFFFF
SMALLEST_PART_PX: Final = 3.0
SHARE_TRIANGLES: Final = 20_000
"""After so many a software renderer may begin to draw."""
_NINE: Final = gl.GLfloat * 9
_UPRIGHT: Final = _NINE(*UPRIGHT.ravel().tolist())


def draw(view: View, spray: SprayPass | None = None) -> None:
    """Draw every chunk of the draw list, nearest first; those that fade after the others.

    Jets are left out where `spray` draws them.
    """
    drawn = view.frame.draw
    if not len(drawn.chunks):
        return
    opaque_state()
    shares = drawn.shares if len(drawn.shares) else np.full(len(drawn.chunks), WHOLE, np.float32)
    whole = shares >= WHOLE
    mesh = _draw_chunks(view, np.flatnonzero(whole), spray)
    if mesh is not None and view.soon:
        _rehearse(view, mesh)
    if not whole.all():
        _draw_fading(view, np.flatnonzero(~whole), shares, spray)
    moving = [
        (chunk, level)
        for row, level in zip(drawn.chunks.tolist(), drawn.levels.tolist(), strict=True)
        if (chunk := view.chunks.get(row)) is not None and chunk.moving
    ]
    if moving:
        _draw_moving(view, finer_once(moving))


def _draw_fading(
    view: View,
    at: npt.NDArray[np.intp],
    shares: npt.NDArray[np.float32],
    spray: SprayPass | None,
) -> None:
    """Draw chunks in their shares of the pixels."""
    for one in at.tolist():
        _draw_chunks(view, np.array([one]), spray, float(shares[one]))


def _draw_chunks(
    view: View,
    at: npt.NDArray[np.intp],
    spray: SprayPass | None,
    share: float | None = None,
) -> GpuMesh | None:
    """Draw stretches, in a share of the pixels where one is told; the mesh that is bound then."""
    fade = () if share is None else ("FADE 1.0",)
    programs: dict[Shadows, Program] = {}
    used: Program | None = None
    place = light = colours = -1
    by_night = view.day.night > 0.0
    eye_x, eye_y, eye_z = view.frame.camera.position_enu
    mesh: GpuMesh | None = None
    triangles = calls = handed = 0
    drawn = view.frame.draw
    there = [
        (row, chunk, chunk.mesh, level, span, away_m)
        for row, level, span, away_m in zip(
            drawn.chunks[at].tolist(), drawn.levels[at].tolist(), drawn.spans[at].tolist(),
            drawn.away_m[at].tolist(), strict=True,
        )
        if span[1] and (chunk := view.chunks.get(row)) is not None and chunk.mesh is not None
    ]  # fmt: skip
    jets = spray if view.quality.spray else None
    for row, chunk, mesh, level, span, away_m in there:
        shadows = view.shadow_defines(away_m)
        program = programs.get(shadows) or programs.setdefault(
            shadows, _program(view, shadows, *fade)
        )
        if program is not used:
            program.use()
            place, light, used = program.at("chunk_offset"), program.at("chunk_light"), program
            colours = program.at("flood_colours") if by_night else -1
            if share is not None:
                gl.glUniform1f(program.at("fade_share"), share)
        x, y, z = chunk.chunk.origin_enu
        gl.glUniform3f(place, x - eye_x, y - eye_y, z - eye_z)
        if jets is not None:
            left_out = jets.material if jets.replaces(view, row) else NO_MATERIAL
            gl.glUniform1ui(program.at("left_out"), left_out)
        lamps = chunk.floodlight
        gl.glUniform4f(light, chunk.sun_share, float(lamps is not None), z - eye_z, chunk.height_m)
        if by_night and lamps is not None:
            gl.glUniform3fv(colours, 2, (gl.GLfloat * 6)(*lamps.foot, *lamps.top))
        mesh.array.bind()
        triangles += mesh.draw_span(level, *span)
        calls += 1
        if triangles > handed + SHARE_TRIANGLES:
            handed = triangles
            view.hand_over()
    view.stats.add(triangles, calls)
    return mesh


def finer_once(moving: list[tuple[GpuChunk, int]]) -> list[tuple[GpuChunk, int]]:
    """Each chunk once, at its finer level: moving parts do not fade."""
    finest: dict[int, tuple[GpuChunk, int]] = {}
    for chunk, level in moving:
        _, other = finest.get(id(chunk), (chunk, level))
        finest[id(chunk)] = chunk, min(level, other)
    return list(finest.values())


def _rehearse(view: View, bound: GpuMesh) -> None:
    """Programs that the lights of `view.soon` want are made ahead, with the mesh that is bound."""
    reaches: dict[Shadows, None] = dict.fromkeys([(), view.shadow_defines(math.inf)])
    for shadows, more in (*((one, ()) for one in reaches), ((), ("MOVING",))):
        view.rehearse(
            "objects",
            partial(_defines, more, shadows),
            lambda _: bound.draw(len(bound.counts) - 1, 0, 1),
        )


def _defines(more: tuple[str, ...], shadows: Shadows, view: View) -> tuple[str, ...]:
    """Defines for what the shadow maps reach so (`View.shadow_defines`)."""
    defines = [*more, *(shadows or ())]
    if view.quality.per_pixel:
        defines.append("PER_PIXEL")
    if view.quality.spray:
        defines.append("SPRAY")
    if view.frame.draw.highlighted:
        defines.append("HIGHLIGHT")
    return view.lit_defines(*defines, hide=True, shadows=shadows is not None)


def _program(view: View, shadows: Shadows, *more: str) -> Program:
    program = view.programs.get("objects", _defines(more, shadows, view))
    program.use()
    view.set_hidden(program)
    if view.quality.spray:
        gl.glUniform1ui(program.at("left_out"), NO_MATERIAL)
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
        away_m = np.sqrt(np.einsum("ij,ij->i", places, places))
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
    values = _UPRIGHT if turn is UPRIGHT else _NINE(*turn.ravel().tolist())
    gl.glUniformMatrix3fv(program.at("part_turn"), 1, gl.GL_TRUE, values)


def size_of_pixel_rad(fov_rad: float, height_px: int) -> float:
    """Angle that one pixel covers in the middle of the picture."""
    return 2.0 * math.tan(fov_rad / 2.0) / height_px
