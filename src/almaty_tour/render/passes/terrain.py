"""The ground: tiles with textures of colour and form."""

from __future__ import annotations

from typing import Final

from pyglet import gl

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

SPEC: Final = PassSpec("terrain", reads=("shadow_map",), writes=("picture", "depth"))


def draw(view: View, ground: Ground) -> None:
    """Draw the chosen tiles, nearest first; tiles not yet on the card are put there."""
    tiles = view.frame.draw.tiles
    if not len(tiles):
        return
    opaque_state()
    defines = [name for name, on in (
        (f"DETAIL {view.quality.detail}", view.quality.detail > 0), ("TOWN", ground.town is not None),
    ) if on]  # fmt: skip
    program = view.programs.get("terrain", view.lit_defines(*defines))
    program.use()
    ground.detail.bind(UNIT_DETAIL)
    if ground.town is not None:
        ground.town.texture.bind(UNIT_TOWN)
    current: GroundMap | None = None
    for node in tiles.tolist():
        tile, chosen = ground.tile(node)
        if chosen is not current:
            chosen.colour.bind(UNIT_GROUND_COLOUR)
            chosen.form.bind(UNIT_GROUND_NORMAL)
            chosen.sun.bind(UNIT_SUN_MAP)
            current = chosen
        gl.glUniform3f(program.at("chunk_offset"), *view.offset(tile.origin))
        gl.glUniform4f(program.at("map_place"), *chosen.place(tile.origin))
        if ground.town is not None:
            gl.glUniform4f(program.at("town_place"), *ground.town.place(tile.origin))
        tile.array.bind()
        gl.glDrawElements(gl.GL_TRIANGLES, ground.index_count, gl.GL_UNSIGNED_SHORT, None)
        view.stats.add(ground.index_count // 3)
    view.stats.tiles = len(tiles)


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
