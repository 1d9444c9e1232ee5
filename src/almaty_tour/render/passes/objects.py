"""Landmarks, blocks and their moving parts: one draw a chunk."""

from __future__ import annotations

import math
from functools import partial
from itertools import pairwise
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.program import Program
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import View, grouped, opaque_state
from almaty_tour.render.passes.spray import SprayPass
from almaty_tour.render.upload import GpuChunk, GpuMesh
from almaty_tour.scene.chunk import Wants
from almaty_tour.scene.fading import WHOLE
from almaty_tour.scene.motion import part_turn

SPEC: Final = PassSpec("objects", reads=("shadow_map", "layers"), writes=("picture", "depth"))

I64 = npt.NDArray[np.int64]
F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Shadows = tuple[str, ...] | None
NO_MATERIAL: Final = 0xFFFFFFFF
SMALLEST_PART_PX: Final = 3.0
SHARE_TRIANGLES: Final = 20_000
"""After so many a software renderer may begin to draw."""
TOLD: Final = ("chunk_offset", "chunk_light", "flood_colours", "left_out")
_NINE: Final = gl.GLfloat * 9


def draw(view: View, spray: SprayPass | None = None) -> None:
    """Draw every chunk of the draw list, nearest first; those that fade after the others.

    Jets are left out where `spray` draws them.
    """
    drawn = view.frame.draw
    if not len(drawn.chunks):
        return
    opaque_state()
    moving: list[tuple[GpuChunk, int]] = []
    mesh = _draw_chunks(view, _whole(view, moving), spray)
    if mesh is not None and view.soon:
        _rehearse(view, mesh)
    fading = (drawn.shares < WHOLE).nonzero()[0]
    if len(fading):
        moving += _draw_fading(view, fading, spray)
    if moving:
        _draw_moving(view, finer_once(moving))


def _whole(view: View, moving: list[tuple[GpuChunk, int]]) -> list[_Shown]:
    """What does not fade; those with moving parts are noted in `moving`."""
    drawn, spares = view.frame.draw, view.toned
    shares = drawn.shares if len(drawn.shares) else np.full(len(drawn.chunks), WHOLE)
    at, within = _outlined(view, (shares >= WHOLE).nonzero()[0])
    rows = zip(
        drawn.chunks.take(at).tolist(), drawn.levels.take(at).tolist(),
        drawn.spans.take(at, 0).tolist(), drawn.away_m.take(at).tolist(), within.tolist(),
        strict=True,
    )  # fmt: skip
    whole: list[_Shown] = []
    for row, level, (first, end), away_m, near in rows:
        chunk = view.chunks.get(row)
        if chunk is None:
            continue
        if end and chunk.mesh is not None:
            wants = chunk.chunk.wants[first] if spares and chunk.chunk.wants else Wants.ALL
            whole.append(_Shown(row, chunk, chunk.mesh, level, first, end, away_m, wants, near))
        if chunk.moving:
            moving.append((chunk, level))
    return whole


def _outlined(view: View, at: I64) -> tuple[I64, npt.NDArray[np.bool_]]:
    """Rows of the draw list in the order of drawing; which lie in the nearest shadow map.

    Where light is worked out per vertex those come first outdoors that end nearest: a square
    begins nearest, and all that stands on it hides it. A room is all of squares.
    """
    drawn, vertices = view.frame.draw, view.quality.shadow_taps == 1
    if not vertices or drawn.boxes.shape[1] != len(drawn.chunks):
        return at, np.zeros(len(at), bool)
    boxes = drawn.boxes.take(at, 1).astype(np.float64)
    middles, halves = boxes[:3] - view.eye[:, None], boxes[3:]
    ends = np.abs(middles) + halves
    order = np.einsum("ij,ij->j", ends, ends).argsort(kind="stable")
    if view.polished:
        order = np.arange(len(at))
    if view.cascades is None:
        return at.take(order), np.zeros(len(at), bool)
    return at.take(order), view.cascades.within_nearest(middles, halves).take(order)


class _Shown(NamedTuple):
    """Stretches of a chunk that are drawn alike, `first` to `end`.

    `within` the nearest shadow map.
    """

    row: int
    chunk: GpuChunk
    mesh: GpuMesh
    level: int
    first: int
    end: int
    away_m: float
    wants: Wants = Wants.ALL
    within: bool = False


def _draw_fading(view: View, at: I64, spray: SprayPass | None) -> list[tuple[GpuChunk, int]]:
    """Draw rows of the draw list in their shares of the pixels, those of a chunk at once.

    Returns the chunks with moving parts among them, and their levels.
    """
    drawn = view.frame.draw
    away_m = drawn.away_m.take(at)
    maps = (away_m >= view.near_shadow_m) * (1 + (away_m >= view.shadow_reach_m))
    order, ends = grouped(drawn.chunks.take(at) * np.int64(3) + maps)
    at, away_m = at.take(order), away_m.take(order)
    rows, levels, spans = drawn.chunks.take(at), drawn.levels.take(at), drawn.spans.take(at, 0)
    every = drawn.shares.take(at)
    groups: list[_Shown] = []
    commands: list[I64] = []
    shares: list[F32] = []
    moving: list[tuple[GpuChunk, int]] = []
    first = 0
    for begin, end in pairwise([0, *ends.tolist()]):
        row, mine = int(rows[begin]), slice(begin, end)
        chunk = view.chunks.get(row)
        if chunk is None or chunk.mesh is None:
            continue
        past = first + end - begin
        groups.append(_Shown(row, chunk, chunk.mesh, 0, first, past, float(away_m[begin])))
        commands.append(chunk.mesh.commands(levels[mine], spans[mine]))
        shares.append(every[mine])
        first = past
        if chunk.moving:
            moving.append((chunk, int(levels[mine].min())))
    if groups:
        _draw_groups(view, groups, np.concatenate(commands), np.concatenate(shares), spray)
    return moving


def _draw_groups(
    view: View, groups: list[_Shown], commands: I64, shares: F32, spray: SprayPass | None
) -> None:
    """Draw parts of chunks that fade; each group tells its first command and the one past it."""
    view.fades.begin(commands, shares)
    state, calls = _State(view, spray, ("FADE 1.0",)), 0
    for one in groups:
        state.set(one)
        calls += view.fades.draw(one.mesh, one.first, one.end)
        view.hand_over()
    view.stats.add(int(commands[:, 0].sum()) // 3, calls)


def _draw_chunks(view: View, shown: list[_Shown], spray: SprayPass | None) -> GpuMesh | None:
    """Draw chunks; the mesh that is bound then.

    What a program has been told already is not told again: a call costs as much as a draw.
    """
    state = _State(view, spray)
    mesh: GpuMesh | None = None
    triangles = calls = handed = 0
    for one in shown:
        state.set(one)
        if one.mesh is not mesh:
            mesh = one.mesh
            mesh.array.bind()
        triangles += mesh.draw_span(one.level, one.first, one.end)
        calls += 1
        if triangles > handed + SHARE_TRIANGLES:
            handed = triangles
            view.hand_over()
    view.stats.add(triangles, calls)
    return mesh


class _State:
    """What the program in use has been told of the chunk that is drawn."""

    def __init__(self, view: View, spray: SprayPass | None, fade: tuple[str, ...] = ()) -> None:
        self._view, self._fade = view, fade
        self._by_night = view.day.night > 0.0
        self._by_distance = view.quality.shadow_taps == 1
        self._eye = view.frame.camera.position_enu
        self._jets = spray if view.quality.spray else None
        self._jetless = frozenset() if self._jets is None else self._jets.replaced(view)
        self._programs: dict[tuple[Shadows, bool], Program] = {}
        self._used: Program | None = None
        self._at: dict[str, int] = {}
        self._placed: GpuChunk | None = None
        self._light: tuple[float, float, float, float] | None = None
        self._left_out: int | None = None

    def set(self, one: _Shown) -> None:
        """Tell of a chunk, in the program for its distance and what it wants."""
        chunk = one.chunk
        if self._by_distance:
            shadowed = Wants.SHADOW in one.wants
            reach = self._view.shadow_defines(one.away_m, within=one.within)
            shadows = reach if shadowed else None
            self._use(shadows, bare=Wants.GRAIN not in one.wants)
        elif self._used is None:
            self._use(())
        at = self._at
        x, y, z = chunk.chunk.origin_enu
        eye_x, eye_y, eye_z = self._eye
        if chunk is not self._placed:
            self._placed = chunk
            gl.glUniform3f(at["chunk_offset"], x - eye_x, y - eye_y, z - eye_z)
        if self._jets is not None:
            self._leave_out(self._jets.material if one.row in self._jetless else NO_MATERIAL)
        lamps = chunk.floodlight
        if lamps is None or not self._by_night:
            light = chunk.sun_share, float(lamps is not None), 0.0, 0.0
        else:
            light = chunk.sun_share, 1.0, z - eye_z, chunk.height_m
            gl.glUniform3fv(at["flood_colours"], 2, (gl.GLfloat * 6)(*lamps.foot, *lamps.top))
        if light != self._light:
            self._light = light
            gl.glUniform4f(at["chunk_light"], *light)

    def _use(self, shadows: Shadows, *, bare: bool = False) -> None:
        program = self._programs.get((shadows, bare))
        if program is None:
            program = _program(self._view, shadows, *self._fade, *(("BARE",) if bare else ()))
            self._programs[shadows, bare] = program
            self._left_out = None  # another's program may stand in, and has just been told anew
        if program is self._used:
            return
        program.use()
        self._used, self._placed, self._light, self._left_out = program, None, None, None
        self._at = {name: program.at(name) for name in TOLD}

    def _leave_out(self, material: int) -> None:
        if material != self._left_out:
            self._left_out = material
            gl.glUniform1ui(self._at["left_out"], material)


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
    if view.toned:
        defines.append("TONED")
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
        if not len(near):
            continue
        program = program or _program(view, (), "MOVING")
        shifts = chunk.parts.shifts.at(view.frame.time_s, near)
        places = chunk.chunk.origin_enu + shifts - view.eye
        away_m = np.sqrt(np.einsum("ij,ij->i", places, places))
        large = chunk.parts.sizes_m[near] >= least_rad * np.maximum(away_m, 1.0)
        gl.glUniform4f(program.at("chunk_light"), chunk.sun_share, 0.0, 0.0, 0.0)
        seen = large.nonzero()[0]
        rows = near.take(seen)
        triangles = draw_parts(view, program, chunk, rows, places.take(seen, 0), level)
        view.stats.add(triangles, len(rows))


def draw_parts(
    view: View, program: Program, chunk: GpuChunk, rows: I64, places: F64, level: int
) -> int:
    """Draw moving parts of a chunk at (n, 3) places relative to the eye; returns the triangles."""
    offset_at, turn_at = program.at("chunk_offset"), program.at("part_turn")
    bound: GpuMesh | None = None
    told: Any = None
    triangles = 0
    for row, place in zip(rows.tolist(), places.tolist(), strict=True):
        mesh, turn = chunk.moving[row], part_turn(chunk.chunk.moving[row], view.frame.time_s)
        if mesh is not bound:
            bound = mesh
            mesh.array.bind()
        if turn is not told:
            told = turn
            gl.glUniformMatrix3fv(turn_at, 1, gl.GL_TRUE, _NINE(*turn.ravel().tolist()))
        gl.glUniform3f(offset_at, *place)
        triangles += mesh.draw(min(level, len(mesh.counts) - 1))
    return triangles


def size_of_pixel_rad(fov_rad: float, height_px: int) -> float:
    """Angle that one pixel covers in the middle of the picture."""
    return 2.0 * math.tan(fov_rad / 2.0) / height_px
