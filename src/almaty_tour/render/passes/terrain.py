"""The ground: tiles with textures of colour and form."""

from __future__ import annotations

from typing import Final

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
Look = tuple[tuple[str, ...] | None, bool, bool, int, bool, int]
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
    places = zip(tiles.tolist(), *ground.distances_m(tiles, view.eye), strict=True)
    for node, away_m, farthest_m in places:
        tile, chosen = ground.tile(node)
        program = programs.of(node, away_m, farthest_m)
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
        self._made: dict[Look, Program] = {}
        self._placed: dict[int, GroundMap] = {}
        quality = view.quality
        self._grain_m = GRAIN_REACH_M if quality.detail else 0.0
        self._painted_m = 0.0 if painting is None else painting.reach_m
        self._shadow_m = view.shadow_reach_m

    def of(self, node: int, away_m: float, farthest_m: float) -> Program:
        """The program of a tile: what is far shows neither grain nor shadows of houses."""
        in_town = self._ground.in_town(node)
        shadows = self._view.shadow_defines(away_m) if away_m < self._shadow_m else None
        look = (
            shadows, away_m < self._grain_m, in_town, self._painted(away_m, farthest_m),
            self._snows(node), self._looks(away_m, in_town=in_town),
        )  # fmt: skip
        program = self._made.get(look)
        if program is None:
            program = self._made[look] = self._program(*look)
        return program

    def _painted(self, away_m: float, farthest_m: float) -> int:
        """0 where the squares do not reach, 2 where they hide all else, as `terrain.frag` fades."""
        return int(away_m < self._painted_m) + int(farthest_m < 0.9 * self._painted_m)

    def _snows(self, node: int) -> bool:
        """Whether snow may lie on a tile."""
        highest_m = float(self._ground.tree.high[node, 2])
        return highest_m > self._view.day.snow_line_m - SNOW_BELOW_M

    def _looks(self, away_m: float, *, in_town: bool) -> int:
        """How often a tile looks at the relief; software reads one texture in about 1 ms."""
        detail = self._view.quality.detail
        if detail > 1:
            return 2
        return int(detail > 0 and not in_town and away_m < RELIEF_REACH_M)

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
        self, shadows: tuple[str, ...] | None, grain: bool, in_town: bool, painted: int,
        snows: bool, looks: int,
    ) -> Program:  # fmt: skip
        view = self._view
        defines = [f"DETAIL {GRAIN_LEVELS[view.quality.detail]}.0"] if grain else []
        if snows:
            defines.append("SNOW")
        if looks:
            defines.append(f"RELIEF {looks}")
        if self._ground.town is not None:
            defines.append("TOWN 2" if in_town else "TOWN 1")
        if in_town and not snows and not looks and view.quality.detail == 1:
            defines.append("EVEN")
        if painted == 2 and in_town:
            defines.append("COVERED")
        if painted and self._painting is not None:
            defines.append(f"PAINTED {2 if view.quality.per_pixel else 1}")
            defines.append(f"SQUARES {self._painting.squares.count}")
        return view.programs.get(
            "terrain", view.lit_defines(*defines, *(shadows or ()), shadows=shadows is not None)
        )


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
