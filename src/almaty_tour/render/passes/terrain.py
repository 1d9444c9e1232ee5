"""The ground: tiles with textures of colour and form."""

from __future__ import annotations

from typing import Final

from pyglet import gl

from almaty_tour.render.gl.program import Program
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.ground import Ground, GroundMap
from almaty_tour.render.passes.common import (
    UNIT_DETAIL,
    UNIT_GROUND_COLOUR,
    UNIT_GROUND_NORMAL,
    UNIT_SUN_MAP,
    UNIT_TOWN,
    View,
    opaque_state,
)
from almaty_tour.render.passes.painting import Painting

GRAIN_REACH_M: Final = 600.0  # farther away the grain of one texture is not seen
SPEC: Final = PassSpec("terrain", reads=("shadow_map", "painted"), writes=("picture", "depth"))


def draw(view: View, ground: Ground, painting: Painting | None) -> None:
    """Draw the chosen tiles, nearest first; tiles not yet on the card are put there."""
    tiles = view.frame.draw.tiles
    if not len(tiles):
        return
    opaque_state()
    eye = view.frame.camera.position_enu
    ground.detail.bind(UNIT_DETAIL)
    if ground.town is not None:
        ground.town.texture.bind(UNIT_TOWN)
    if painting is not None:
        painting.bind()
    current: tuple[Program, GroundMap] | None = None
    for node in tiles.tolist():
        tile, chosen = ground.tile(node)
        program = _program(view, ground, painting, node)
        if current != (program, chosen):
            program.use()
            _bind_map(program, chosen, eye)
            if ground.town is not None:
                gl.glUniform4f(program.at("town_place"), *ground.town.place(eye))
            if painting is not None:
                painting.place(program, view)
            current = program, chosen
        gl.glUniform3f(program.at("chunk_offset"), *view.offset(tile.origin))
        tile.array.bind()
        gl.glDrawElements(gl.GL_TRIANGLES, ground.index_count, gl.GL_UNSIGNED_SHORT, None)
        view.stats.add(ground.index_count // 3)
    view.stats.tiles = len(tiles)


def _program(view: View, ground: Ground, painting: Painting | None, node: int) -> Program:
    """The program of a tile: what is far shows neither grain nor shadows of houses."""
    distance_m = ground.distance_m(node, view.frame.camera.position_enu)
    near = distance_m < view.shadow_reach_m
    defines = []
    if view.quality.detail > 1 or (view.quality.detail and distance_m < GRAIN_REACH_M):
        defines.append(f"DETAIL {view.quality.detail}")
    if ground.town is not None:
        defines.append("TOWN 2" if ground.in_town(node) else "TOWN 1")
    if painting is not None and distance_m < painting.reach_m:
        defines.append(f"PAINTED {2 if view.quality.per_pixel else 1}")
        defines.append(f"SQUARES {painting.squares.count}")
    return view.programs.get("terrain", view.lit_defines(*defines, shadows=near))


def _bind_map(program: Program, chosen: GroundMap, eye: tuple[float, float, float]) -> None:
    chosen.colour.bind(UNIT_GROUND_COLOUR)
    chosen.form.bind(UNIT_GROUND_NORMAL)
    chosen.sun.bind(UNIT_SUN_MAP)
    gl.glUniform4f(program.at("map_place"), *chosen.place(eye))


def draw_depth(view: View, ground: Ground, program_name: str) -> None:
    """Draw the tiles with a plain program, as what hides objects."""
    program = view.programs.get(program_name, view.defines())
    program.use()
    gl.glVertexAttribI1ui(5, 0)
    for node in view.frame.draw.tiles.tolist():
        tile, _ = ground.tile(node)
        gl.glUniform3f(program.at("chunk_offset"), *view.offset(tile.origin))
        tile.array.bind()
        gl.glDrawElements(gl.GL_TRIANGLES, ground.index_count, gl.GL_UNSIGNED_SHORT, None)
