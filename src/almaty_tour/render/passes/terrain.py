"""The ground: tiles with textures of colour and form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
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
TOWN_HEIGHT_M: Final = 900.0
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
    for node, away_m in zip(tiles.tolist(), ground.distances_m(tiles, view.eye), strict=True):
        tile, chosen = ground.tile(node)
        program = programs.of(node, away_m)
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
    if view.soon:
        _rehearse(view, programs)


Look = tuple[bool, bool, bool, bool, bool, int]


def _rehearse(view: View, programs: _Programs) -> None:
    """What tiles elsewhere want, or these soon, is made ahead with the tile that is bound."""
    for look in programs.looks_to_come():
        view.rehearse(
            "terrain",
            partial(programs.defines, look),
            lambda _: gl.glDrawElements(gl.GL_TRIANGLES, 3, gl.GL_UNSIGNED_SHORT, None),
        )


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

    def of(self, node: int, away_m: float) -> Program:
        """The program of a tile: what is far shows neither grain nor shadows of houses."""
        highest_m = float(self._ground.tree.high[node, 2])
        look = self._look(away_m, self._ground.in_town(node), self._snows(highest_m))
        program = self._made.get(look)
        if program is None:
            defines = self.defines(look, self._view)
            program = self._made[look] = self._view.programs.get("terrain", defines)
        return program

    def looks_to_come(self) -> Iterator[Look]:
        """Those of tiles at all distances, in town and out of it, with snow and without."""
        bounds = 0.0, self._grain_m, self._shadow_m, self._painted_m, RELIEF_REACH_M
        for away_m in sorted(bounds):
            yield self._look(away_m, True, self._snows(TOWN_HEIGHT_M))
            yield self._look(away_m, False, False)
            yield self._look(away_m, False, True)

    def _look(self, away_m: float, in_town: bool, snows: bool) -> Look:
        return (
            away_m < self._shadow_m, away_m < self._grain_m, in_town,
            away_m < self._painted_m, snows, self._looks(away_m, in_town=in_town),
        )  # fmt: skip

    def _snows(self, highest_m: float) -> bool:
        """Whether snow may lie on a tile that is so high."""
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

    def defines(self, look: Look, view: View) -> tuple[str, ...]:
        """What a look is in the light of a view."""
        near, grain, in_town, painted, snows, looks = look
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
        return view.lit_defines(*defines, shadows=near)


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
