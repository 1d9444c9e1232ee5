"""The ground: tiles with textures of colour and form."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.geo.terrain_tiles import INNER_LEVEL
from almaty_tour.render.gl.program import Program
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.ground import ALL_TOWN, NO_TOWN, SOME_TOWN, Ground, GroundMap
from almaty_tour.render.passes.common import (
    UNIT_GROUND_COLOUR,
    UNIT_GROUND_NORMAL,
    UNIT_NEAR,
    UNIT_RELIEF,
    UNIT_SUN_MAP,
    UNIT_TOWN,
    View,
    grouped,
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
    ground.near.bind(UNIT_NEAR)
    ground.relief.bind(UNIT_RELIEF)
    if ground.town is not None:
        ground.town.texture.bind(UNIT_TOWN)
    if painting is not None:
        painting.bind()
    programs = _Programs(view, ground, painting)
    looks = np.asarray(programs.looks(tiles))
    key = looks * 2 + ground.inside(tiles)
    order, ends = grouped(key)
    thin = view.quality.terrain_thin
    slots = ground.tiles.slots(tiles[order], thin=thin)
    offsets = ground.tiles.begin(slots, view.eye, thin=thin)
    begin = calls = 0
    mapped: GroundMap | None = None
    for end in ends.tolist():
        first = int(order[begin])
        chosen = ground.inner if key[first] % 2 else ground.outer
        program = programs.of(int(looks[first]))
        program.use()
        if chosen is not mapped:
            _bind_map(chosen)
            mapped = chosen
        programs.place(program, chosen)
        calls += ground.tiles.draw(offsets, begin, end)
        begin = end
    view.stats.add(ground.tiles.triangles, calls=calls)
    view.stats.tiles = len(tiles)
    if view.soon:
        _rehearse(view, programs, int(slots[-1]), ground)


def _rehearse(view: View, programs: _Programs, slot: int, ground: Ground) -> None:
    """What tiles elsewhere want, or these soon, is made ahead with the tile that is bound."""
    for look in programs.looks_to_come():
        view.rehearse(
            "terrain",
            partial(programs.defines, look),
            lambda _: ground.tiles.draw_one(slot, 3),
        )


class _Programs:
    """The programs of the tiles of one picture; each is told once where the maps lie."""

    def __init__(self, view: View, ground: Ground, painting: Painting | None) -> None:
        self._view, self._ground, self._painting = view, ground, painting
        self._made: dict[int, Program] = {}
        self._placed: dict[int, GroundMap] = {}
        eye, maps = view.frame.camera.position_enu, (ground.inner, ground.outer)
        self._map_place = {id(one): one.place(eye) for one in maps}
        self._town_place = None if ground.town is None else ground.town.place(eye)
        quality = view.quality
        self._grain_m = GRAIN_REACH_M if quality.detail else 0.0
        self._painted_m = 0.0 if painting is None else painting.reach_m
        self._shadow_m = view.shadow_reach_m
        self._near_m = view.near_shadow_m

    def looks(self, tiles: npt.NDArray[np.int32]) -> list[int]:
        """The look of each tile as one number: what is far has neither grain nor shadows."""
        away_m, farthest_m = self._ground.distances_m(tiles, self._view.eye)
        town = self._ground.town_of(tiles)
        snows = self._snows(self._ground.tree.high[tiles, 2])
        fine = self._ground.tree.keys[tiles, 0] <= INNER_LEVEL
        return self._look(away_m, farthest_m, town, snows, fine)

    def looks_to_come(self) -> list[int]:
        """Those of tiles at all distances, in town and out of it, with snow and without."""
        bounds = (
            0.0, self._grain_m, self._near_m, self._shadow_m, self._painted_m, RELIEF_REACH_M,
        )  # fmt: skip
        away_m = np.repeat(np.sort(bounds), 5)
        town = np.tile([ALL_TOWN, SOME_TOWN, SOME_TOWN, NO_TOWN, NO_TOWN], len(bounds))
        snowy = bool(self._snows(np.array(TOWN_HEIGHT_M)))
        snows = np.tile([snowy, False, True, False, True], len(bounds))
        small = self._look(away_m, away_m, town, snows, np.ones_like(snows))
        wide = self._look(away_m, np.full_like(away_m, np.inf), town, snows, np.zeros_like(snows))
        return list(dict.fromkeys([*small, *wide]))

    def _look(
        self,
        away_m: npt.NDArray[np.float64],
        farthest_m: npt.NDArray[np.float64],
        town: npt.NDArray[np.int8],
        snows: npt.NDArray[np.bool_],
        fine: npt.NDArray[np.bool_],
    ) -> list[int]:
        """Bits as `defines` takes them apart: shadows, grain, town, paint, snow, relief, no town,
        as many corners as the lattice has.

        How often a tile looks at the relief comes last: software reads a texture in 1 ms. Paint
        is 2 where the squares hide all else, as `terrain.frag` fades them.
        """
        detail = self._view.quality.detail
        in_town = town == ALL_TOWN
        relief = 2 if detail > 1 else (detail > 0) * (~in_town & (away_m < RELIEF_REACH_M))
        shadows = (away_m < self._shadow_m) * (1 + (away_m >= self._near_m))
        painted = (away_m < self._painted_m) * (1 + (farthest_m < 0.9 * self._painted_m))
        look = shadows + (away_m < self._grain_m) * 4 + in_town * 8 + painted * 16
        look = look + snows * 64 + relief * 128 + (town == NO_TOWN) * 512
        look = look + (fine & (detail == 1)) * 1024
        found: list[int] = look.tolist()
        return found

    def _snows(self, highest_m: npt.NDArray[np.floating]) -> npt.NDArray[np.bool_]:
        """Whether snow may lie on tiles that are so high."""
        return np.asarray(highest_m > self._view.day.snow_line_m - SNOW_BELOW_M)

    def of(self, look: int) -> Program:
        """The program of a look."""
        program = self._made.get(look)
        if program is None:
            defines = self.defines(look, self._view)
            program = self._made[look] = self._view.programs.get("terrain", defines)
        return program

    def place(self, program: Program, chosen: GroundMap) -> None:
        """Tell a program that is in use where the maps lie, once."""
        if self._placed.get(program.id) is chosen:
            return
        gl.glUniform4f(program.at("map_place"), *self._map_place[id(chosen)])
        if program.id not in self._placed:
            if self._town_place is not None and (at := program.at("town_place")) >= 0:
                gl.glUniform4f(at, *self._town_place)
            if self._painting is not None:
                self._painting.place(program, self._view)
        self._placed[program.id] = chosen

    def defines(self, look: int, view: View) -> tuple[str, ...]:
        """What a look is in the light of a view."""
        shadows, grain, in_town = look & 3, bool(look & 4), bool(look & 8)
        painted, snows, looks = look >> 4 & 3, bool(look & 64), look >> 7 & 3
        townless = bool(look & 512) and not (painted and (view.day.night > 0.0 or view.snowy))
        defines = [f"DETAIL {GRAIN_LEVELS[view.quality.detail]}.0"] if grain else []
        if snows:
            defines.append("SNOW")
        if looks:
            defines.append(f"RELIEF {looks}")
        if self._ground.town is not None and not townless:
            defines.append("TOWN 2" if in_town else "TOWN 1")
        sparing = view.quality.detail == 1
        if in_town and not snows and not looks and sparing:
            defines.append("EVEN")
        elif look & 1024:
            defines.append("FORMED")
        if painted == 2 and (in_town or townless or sparing):
            defines.append("COVERED")
        if painted and self._painting is not None:
            defines.append(f"PAINTED {2 if view.quality.per_pixel else 1}")
            defines.append(f"SQUARES {self._painting.squares.count}")
        if shadows == 2:
            defines.append("FAR_SHADOW")
        return view.lit_defines(*defines, shadows=shadows > 0)


def _bind_map(chosen: GroundMap) -> None:
    chosen.colour.bind(UNIT_GROUND_COLOUR)
    chosen.form.bind(UNIT_GROUND_NORMAL)
    chosen.sun.bind(UNIT_SUN_MAP)


def draw_depth(view: View, ground: Ground, program_name: str) -> None:
    """Draw the tiles with a plain program, as what hides objects."""
    program = view.programs.get(program_name, view.defines())
    program.use()
    gl.glVertexAttribI1ui(5, 0)
    slots = ground.tiles.slots(view.frame.draw.tiles)
    offsets = ground.tiles.begin(slots, view.eye)
    for slot, offset in zip(slots.tolist(), offsets.tolist(), strict=True):
        gl.glUniform3f(program.at("chunk_offset"), *offset)
        ground.tiles.draw_one(slot)
