"""Object ids into an integer target, on demand, for picking and counting."""

from __future__ import annotations

from typing import Final

import numpy as np
from pyglet import gl

from almaty_tour.camera.matrices import DepthScheme, axes, distance_of_depth, pixel_ray
from almaty_tour.render.frame import Frame
from almaty_tour.render.gl.framebuffer import Target
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.ground import Ground
from almaty_tour.render.passes import terrain
from almaty_tour.render.passes.common import View, opaque_state
from almaty_tour.render.passes.objects import draw_parts, finer_once
from almaty_tour.render.passes.props import PropPass
from almaty_tour.render.passes.still import StillPass
from almaty_tour.scene.motion import part_shifts

SPEC: Final = PassSpec("ids", reads=(), writes=("ids",))


def draw(view: View, ground: Ground | None, props: PropPass, still: StillPass) -> None:
    """Draw ids of everything visible; 0 is sky, and ground is 0 with a depth."""
    opaque_state()
    gl.glClearBufferuiv(gl.GL_COLOR, 0, (gl.GLuint * 4)(0, 0, 0, 0))
    gl.glClearDepth(0.0)
    gl.glClear(gl.GL_DEPTH_BUFFER_BIT)
    _draw_chunks(view)
    still.draw_ids(view)
    props.draw_ids(view)
    if ground is not None:
        terrain.draw_depth(view, ground, "ids")


def _draw_chunks(view: View) -> None:
    program = view.programs.get("ids", view.defines(hide=True))
    program.use()
    view.set_hidden(program)
    draw = view.frame.draw
    shown = [
        (chunk, level, span)
        for row, level, span in zip(
            draw.chunks.tolist(), draw.levels.tolist(), draw.spans.tolist(), strict=True
        )
        if (chunk := view.chunks.get(row)) is not None
    ]
    for chunk, level, span in shown:
        if chunk.mesh is not None:
            gl.glUniform3f(program.at("chunk_offset"), *view.offset(chunk.chunk.origin_enu))
            chunk.mesh.array.bind()
            chunk.mesh.draw_span(level, *span)
    moving = finer_once([(chunk, level) for chunk, level, _ in shown if chunk.moving])
    if not moving:
        return
    program = view.programs.get("ids", view.defines("MOVING", hide=True))
    program.use()
    view.set_hidden(program)
    for chunk, level in moving:
        parts = chunk.chunk.moving
        shifts = part_shifts(parts, view.frame.time_s)
        places = chunk.chunk.origin_enu + shifts - view.eye
        draw_parts(view, program, chunk, np.arange(len(parts)), places, level)


def under(
    target: Target, frame: Frame, scheme: DepthScheme, x: float, y: float
) -> tuple[int, float]:
    """Object id under a pixel (top left origin) of a drawn target, and its distance in metres."""
    scale = target.size_px[0] / frame.size_px[0]
    px = int(np.clip(x * scale, 0, target.size_px[0] - 1))
    py = int(np.clip(target.size_px[1] - 1 - int(y * scale), 0, target.size_px[1] - 1))
    along = float(distance_of_depth(target.read_depth(px, py), scheme)[0, 0])
    ray = pixel_ray(frame.camera, frame.size_px, x, y)
    ahead = axes(frame.camera)[2]
    return int(target.read_ids(px, py)[0, 0]), along / float(ray @ ahead)
