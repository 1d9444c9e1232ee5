"""The ground: tiles with textures of colour and form."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.program import Program
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.ground import Ground, GroundMap
from almaty_tour.render.passes.common import (
    UNIT_GROUND_COLOUR,
    UNIT_GROUND_NORMAL,
    UNIT_NEAR,
    UNIT_RELIEF,
    UNIT_SUN_MAP,
    UNIT_TOWN,
    View,
    opaque_state,
)
from almaty_tour.render.passes.painting import Painting

GRAIN_REACH_M: Final = 200.0  # farther away no tile has grain that could be seen
GRAIN_LEVELS: Final = (0, 5, 7)  # by detail: the first level of the grain that shows nothing
SNOW_BELOW_M: Final = 1_300.0  # snow lies so far below its line in the shade at most
RELIEF_REACH_M: Final = 2_500.0  # how far `low` shows relief finer than the lattice
SPEC: Final = PassSpec("terrain", reads=("shadow_map", "painted"), writes=("picture", "depth"))


def draw(view: View, ground: Ground, painting: Painting | None) -> None:
    """Draw the chosen tiles, nearest first; tiles not yet on the card are put there."""
    tiles = view.frame.draw.tiles
    if not len(tiles):
        return
    opaque_state()
    eye = view.frame.camera.position_enu
    ground.near.bind(UNIT_NEAR)
    ground.relief.bind(UNIT_RELIEF)
    if ground.town is not None:
        ground.town.texture.bind(UNIT_TOWN)
    if painting is not None:
        painting.bind()
    programs = _Programs(view, ground, painting)
    used: Program | None = None
    mapped: GroundMap | None = None
    offset = -1
    for node, look in zip(tiles.tolist(), programs.looks(tiles), strict=True):
        tile, chosen = ground.tile(node)
        program = programs.of(look)
        if program is not used or chosen is not mapped:
            program.use()
            if chosen is not mapped:
                _bind_map(chosen)
            programs.place(program, chosen)
            used, mapped, offset = program, chosen, program.at("chunk_offset")
        x, y, z = tile.origin
        gl.glUniform3f(offset, x - eye[0], y - eye[1], z - eye[2])
        tile.array.bind()
        gl.glDrawElements(gl.GL_TRIANGLES, ground.index_count, gl.GL_UNSIGNED_SHORT, None)
    view.stats.add(ground.index_count // 3 * len(tiles), calls=len(tiles))
    view.stats.tiles = len(tiles)


class _Programs:
    """The programs of the tiles of one picture; each is told once where the maps lie."""

    def __init__(self, view: View, ground: Ground, painting: Painting | None) -> None:
        self._view, self._ground, self._painting = view, ground, painting
        self._made: dict[int, Program] = {}
        self._placed: dict[int, GroundMap] = {}
        quality = view.quality
        self._grain_m = GRAIN_REACH_M if quality.detail else 0.0
        self._painted_m = 0.0 if painting is None else painting.reach_m
        self._shadow_m = view.shadow_reach_m

    def looks(self, tiles: npt.NDArray[np.int32]) -> list[int]:
        """The look of each tile as one number: what is far has neither grain nor shadows.

        How often a tile looks at the relief comes last: software reads one texture in about 1 ms.
        """
        away_m = self._ground.distances_m(tiles, self._view.eye)
        in_town = np.array([self._ground.in_town(node) for node in tiles.tolist()], bool)
        snows = self._ground.tree.high[tiles, 2] > self._view.day.snow_line_m - SNOW_BELOW_M
        detail = self._view.quality.detail
        relief = 2 if detail > 1 else (detail > 0) * (~in_town & (away_m < RELIEF_REACH_M))
        look = (away_m < self._shadow_m) * 1 + (away_m < self._grain_m) * 2 + in_town * 4
        look += (away_m < self._painted_m) * 8 + snows * 16 + relief * 32
        found: list[int] = look.tolist()
        return found

    def of(self, look: int) -> Program:
        """The program of a look."""
        program = self._made.get(look)
        if program is None:
            near, grain, in_town, painted, snows = (bool(look & 1 << bit) for bit in range(5))
            made = self._program(near, grain, in_town, painted, snows, look >> 5)
            program = self._made[look] = made
        return program

    def place(self, program: Program, chosen: GroundMap) -> None:
        """Tell a program that is in use where the maps lie, once."""
        if self._placed.get(program.id) is chosen:
            return
        eye = self._view.frame.camera.position_enu
        gl.glUniform4f(program.at("map_place"), *chosen.place(eye))
        if program.id not in self._placed:
            if self._ground.town is not None:
                gl.glUniform4f(program.at("town_place"), *self._ground.town.place(eye))
            if self._painting is not None:
                self._painting.place(program, self._view)
        self._placed[program.id] = chosen

    def _program(
        self, near: bool, grain: bool, in_town: bool, painted: bool, snows: bool, looks: int
    ) -> Program:
        view = self._view
        defines = [f"DETAIL {GRAIN_LEVELS[view.quality.detail]}.0"] if grain else []
        if snows:
            defines.append("SNOW")
        if looks:
            defines.append(f"RELIEF {looks}")
        if self._ground.town is not None:
            defines.append("TOWN 2" if in_town else "TOWN 1")
        if painted and self._painting is not None:
            defines.append(f"PAINTED {2 if view.quality.per_pixel else 1}")
            defines.append(f"SQUARES {self._painting.squares.count}")
        return view.programs.get("terrain", view.lit_defines(*defines, shadows=near))


def _bind_map(chosen: GroundMap) -> None:
    chosen.colour.bind(UNIT_GROUND_COLOUR)
    chosen.form.bind(UNIT_GROUND_NORMAL)
    chosen.sun.bind(UNIT_SUN_MAP)


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
