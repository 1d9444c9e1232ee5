"""Paints streets, markings, water and lawns into the squares round the eye.

One draw for the land, one for the fills, one for the strokes of what has come into a square,
and only when the eye has moved an eighth of its side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import (
    Buffer,
    PicturePoints,
    VertexArray,
    declare_code,
    declare_colour,
    declare_floats,
)
from almaty_tour.render.gl.framebuffer import LayerTarget
from almaty_tour.render.gl.program import Program
from almaty_tour.render.gl.texture import RGBA8, Texture
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.painting import REACH, Patch, Squares, Steps, fresh
from almaty_tour.render.passes.common import (
    UNIT_GROUND_COLOUR,
    UNIT_PAINTED,
    UNIT_RELIEF,
    UNIT_TOWN,
    View,
)
from almaty_tour.render.quality import Quality
from almaty_tour.scene.paint import FILL, STROKE, PaintTable

if TYPE_CHECKING:
    from almaty_tour.render.ground import Ground

SPEC: Final = PassSpec("painting", reads=(), writes=("painted",))
MARGIN_TEXELS: Final = 2.0
CLOSE_SIDE_M, ANCHOR_M = 520.0, 256.0
THINNEST_TEXELS: Final = 0.15  # what is thinner is not seen
CORNERS: Final = np.array([[-1, -1], [1, -1], [-1, 1], [-1, 1], [1, -1], [1, 1]], np.float32)
_NO_TABLES = PaintTable(np.zeros(0, FILL)), PaintTable(np.zeros(0, STROKE))
CORNER = np.dtype([("at", "<f4", 2), ("colour", "u1", 4)])


class Painting:
    """The squares on the card, and the rows that they are painted from."""

    def __init__(self, squares: Squares) -> None:
        self.squares = squares
        size = (squares.side_px, squares.side_px)
        self._layers = Texture(RGBA8, size, layers=squares.count, repeat=True)
        self._target = LayerTarget(size)
        self._all = PicturePoints(np.array([[-1, -1], [3, -1], [-1, 3]], np.float32))
        self._fills = _FillRows()
        self._strokes = _StrokeRows()
        self._corners: dict[int, Steps] = {}
        self._seen: tuple[object, object] = (None, None)
        self._tables = _NO_TABLES
        self._close = _NO_TABLES
        self._anchor: tuple[int, int] | None = None
        self._placed: tuple[View | None, Any] = (None, None)
        self._painted = False
        self.first = 0

    def follow(self, view: View, ground: Ground, above_m: float) -> None:
        """Bring the squares to where the eye is."""
        if self._seen[0] is not ground.paint or self._seen[1] is not ground.cover:
            self._seen = ground.paint, ground.cover
            self._corners.clear()
            self._tables = ground.paint.tables
            self._anchor = None
        camera = view.frame.camera
        self.first = self.squares.first(above_m, camera.fov_rad, view.size_px[1])
        eye = float(view.eye[0]), float(view.eye[1])
        stale = [
            (level, corner)
            for level in range(self.first, self.squares.count)
            if self._corners.get(level) != (corner := self.squares.corner(level, eye))
        ]
        if not stale or not self._is_ready(view, ground):
            return
        gl.glDisable(gl.GL_DEPTH_TEST)
        gl.glDisable(gl.GL_CULL_FACE)
        self._gather(eye)
        gl.glEnable(gl.GL_SCISSOR_TEST)
        for level, corner in stale:
            self._target.bind(self._layers, level)
            for steps in fresh(corner, self._corners.get(level)):
                patch = self.squares.patch(level, steps)
                self._paint(view, ground, patch, self.squares.side_m(level))
            self._corners[level] = corner
        gl.glDisable(gl.GL_SCISSOR_TEST)
        gl.glDisable(gl.GL_BLEND)

    @property
    def reach_m(self) -> float:
        """How far from the eye the ground can read the squares; 0 from high up."""
        return self.squares.reach_m if self.first < self.squares.count else 0.0

    def bind(self) -> None:
        """Let the ground read the squares."""
        self._layers.bind(UNIT_PAINTED)

    def place(self, program: Program, view: View) -> None:
        """Tell a program where the squares lie."""
        if self._placed[0] is not view:
            self._placed = view, _floats(self.squares.places(view.eye))
        if (at := program.at("square_place")) < 0:
            return  # nothing of it is painted
        gl.glUniform4fv(at, self.squares.count, self._placed[1])
        finest, widest = self.squares.finest_m, self.squares.side_m(0) * REACH
        gl.glUniform4f(program.at("squares"), finest, widest, self.first, self.reach_m)

    def free(self) -> None:
        for one in (self._layers, self._target, self._all, self._fills, self._strokes):
            one.free()

    def _is_ready(self, view: View, ground: Ground) -> bool:
        """Whether all programs are there; until they are, what was painted last is shown."""
        wanted = _land(ground), (_FillRows.define,), (_StrokeRows.define,)
        missing = any(view.programs.if_ready("painting", one) is None for one in wanted)
        if missing and not self._painted:
            self.first = self.squares.count
        self._painted |= not missing
        return not missing

    def _gather(self, eye: tuple[float, float]) -> None:
        """Keep the rows round the eye apart, so that small squares need not look at all."""
        anchor = round(eye[0] / ANCHOR_M), round(eye[1] / ANCHOR_M)
        if anchor == self._anchor:
            return
        self._anchor = anchor
        x, y = anchor[0] * ANCHOR_M, anchor[1] * ANCHOR_M
        reach = ANCHOR_M / 2.0 + CLOSE_SIDE_M
        low, high = (x - reach, y - reach), (x + reach, y + reach)
        fills, strokes = (PaintTable(table.near(low, high)) for table in self._tables)
        self._close = fills, strokes

    def _paint(self, view: View, ground: Ground, patch: Patch, side_m: float) -> None:
        texel_m = side_m / self.squares.side_px
        rim, middle = MARGIN_TEXELS * texel_m, patch.middle
        low = patch.low[0] - rim, patch.low[1] - rim
        high = patch.high[0] + rim, patch.high[1] + rim
        gl.glScissor(*patch.first_px, *patch.size_px)
        self._land(view, ground, middle, side_m)
        gl.glEnable(gl.GL_BLEND)
        gl.glBlendFunc(gl.GL_SRC1_ALPHA, gl.GL_ONE_MINUS_SRC1_ALPHA)
        fills, strokes = self._close if side_m <= CLOSE_SIDE_M else self._tables
        for one, table in ((self._fills, fills), (self._strokes, strokes)):
            near = table.near(low, high, THINNEST_TEXELS * texel_m)
            if not len(near):
                continue
            program = view.programs.get("painting", (one.define,))
            program.use()
            gl.glUniform2f(program.at("scale"), 2.0 / side_m, texel_m)
            gl.glUniform2f(program.at("pattern"), *_in_pattern(middle))
            view.stats.add(one.draw(near, middle))

    def _land(self, view: View, ground: Ground, middle: tuple[float, float], side_m: float) -> None:
        """The bare land with the colours of the town's yards and lawns."""
        gl.glDisable(gl.GL_BLEND)
        program = view.programs.get("painting", _land(ground))
        program.use()
        gl.glUniform2f(program.at("scale"), side_m / 2.0, side_m / self.squares.side_px)
        gl.glUniform4f(program.at("map_place"), *ground.inner.place((*middle, 0.0)))
        gl.glUniform2f(program.at("pattern"), *_in_pattern(middle))
        ground.inner.colour.bind(UNIT_GROUND_COLOUR)
        ground.relief.bind(UNIT_RELIEF)
        if ground.cover is not None:
            ground.cover.texture.bind(UNIT_TOWN)
            gl.glUniform4f(program.at("town_place"), *ground.cover.place((*middle, 0.0)))
        view.stats.add(self._all.draw())


def painting_for(quality: Quality, old: Painting | None) -> Painting | None:
    """The painting of a preset, which may be the old one; None where it paints none."""
    squares = Squares(quality.painted_px, quality.painted_m, quality.painted_levels)
    if old is not None and old.squares == squares:
        return old
    if old is not None:
        old.free()
    return Painting(squares) if squares.count else None


def _land(ground: Ground) -> tuple[str, ...]:
    """Defines of the bare land, with the town's yards and lawns where they are there."""
    return ("LAND",) if ground.cover is None else ("LAND", "COVER")


def _in_pattern(middle: tuple[float, float]) -> tuple[float, float]:
    """A place in metres where the patterns of the ground begin again."""
    return middle[0] % 4096.0, middle[1] % 4096.0


def _floats(rows: npt.NDArray[np.float32]) -> Any:
    return (gl.GLfloat * rows.size)(*rows.ravel().tolist())


class _FillRows:
    """Triangles streamed for one square."""

    define = "FILL"

    def __init__(self) -> None:
        self._array = VertexArray()
        self._array.bind()
        self._rows = Buffer(gl.GL_ARRAY_BUFFER, np.zeros(3, CORNER), stream=True)
        declare_floats(0, 2, CORNER.itemsize, 0)
        declare_colour(1, CORNER.itemsize, 8)
        gl.glBindVertexArray(0)

    def draw(self, rows: npt.NDArray[np.void], middle: tuple[float, float]) -> int:
        """Draw rows of FILL; returns the triangles."""
        corners = np.zeros((len(rows), 3), CORNER)
        corners["at"] = rows["corners"] - np.asarray(middle, np.float32)
        corners["colour"][..., :3] = rows["colour"][:, None]
        corners["colour"][..., 3] = rows["paved"][:, None]
        self._rows.write(corners)
        self._array.bind()
        gl.glDrawArrays(gl.GL_TRIANGLES, 0, 3 * len(rows))
        return len(rows)

    def free(self) -> None:
        self._array.free()
        self._rows.free()


class _StrokeRows:
    """Strokes streamed for one square, an instance each."""

    define = "STROKE"

    def __init__(self) -> None:
        self._array = VertexArray()
        self._array.bind()
        self._corners = Buffer(gl.GL_ARRAY_BUFFER, CORNERS)
        declare_floats(0, 2, 8, 0)
        self._rows = Buffer(gl.GL_ARRAY_BUFFER, np.zeros(1, STROKE), stream=True)
        wide = STROKE.itemsize
        declare_floats(1, 4, wide, 0, each_instance=True)
        declare_floats(2, 4, wide, 16, each_instance=True)
        declare_colour(3, wide, 32, each_instance=True)
        declare_code(4, wide, 36, each_instance=True)
        gl.glBindVertexArray(0)

    def draw(self, rows: npt.NDArray[np.void], middle: tuple[float, float]) -> int:
        """Draw rows of STROKE, which are changed; returns the triangles."""
        ends = rows.view(np.float32).reshape(len(rows), -1)
        ends[:, :4] -= np.array([*middle, *middle], np.float32)
        self._rows.write(rows)
        self._array.bind()
        gl.glDrawArraysInstanced(gl.GL_TRIANGLES, 0, len(CORNERS), len(rows))
        return 2 * len(rows)

    def free(self) -> None:
        self._array.free()
        self._corners.free()
        self._rows.free()
