"""What throws shadows into one map, and the drawing of it, all at once or in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.camera.matrices import DepthScheme
from almaty_tour.render.cascades import LONGEST_SHADOW_M, Cascade
from almaty_tour.render.gl.buffer import Buffer
from almaty_tour.render.gl.program import Program
from almaty_tour.render.passes.common import View
from almaty_tour.render.prop_pool import parted
from almaty_tour.render.upload import GpuChunk
from almaty_tour.scene.casters import Near, near_copies
from almaty_tour.scene.copies import is_house
from almaty_tour.scene.copylist import CopyList

PROP_REACH_M: Final = 20.0
FINE_REACH_M: Final = 250.0
LEAST_TEXELS: Final = 0.5
"""A copy less tall than so many texels of a map throws no shadow into it."""

Chosen = tuple[int, int, int]


@dataclass
class Casters:
    """What is still to be drawn into a map.

    Attributes:
        index, cascade: the map. chunks: row, level, and the triangle to go on from, of each.
        commands: of the copies, whose rows are on the card.
        begun: whether any of it has been drawn.
    """

    index: int
    cascade: Cascade
    chunks: list[Chosen]
    commands: npt.NDArray[np.void]
    begun: bool = False

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return self.begun and not self.chunks and not len(self.commands)

    def draw(self, view: View, rows: Buffer, triangles: int) -> None:
        """Draw so many triangles into the bound map; one copy has them all, or none."""
        self.begun = True
        matrix = self.cascade.matrix(zero_to_one=view.scheme is DepthScheme.REVERSED)
        left = self._draw_chunks(view, matrix, triangles)
        if left > 0 and not self.chunks and len(self.commands):
            self._draw_copies(view, matrix, rows, left)

    def _draw_chunks(self, view: View, matrix: npt.NDArray[np.float64], most: int) -> int:
        """Draw chunks; returns the triangles that are left of the most."""
        if not self.chunks:
            return most
        program = view.programs.get("depth", view.defines(hide=True))
        program.use()
        view.set_hidden(program)
        program.matrix("light_matrix", matrix)
        while self.chunks and most > 0:
            row, level, first = self.chunks.pop(0)
            chunk = view.chunks.get(row)
            if chunk is None or chunk.mesh is None:
                continue
            _place(program, chunk, self.cascade)
            chunk.mesh.array.bind()
            drawn = chunk.mesh.draw(min(level, len(chunk.mesh.counts) - 1), first, most)
            view.stats.add(drawn)
            if drawn == most:
                self.chunks.insert(0, (row, level, first + drawn))
            most -= drawn
        return most

    def _draw_copies(
        self, view: View, matrix: npt.NDArray[np.float64], rows: Buffer, most: int
    ) -> None:
        defines = view.defines("INSTANCED", *_leaves(view, self.cascade))
        program = view.programs.get("depth", defines)
        program.use()
        program.matrix("light_matrix", matrix)
        gl.glUniform3f(program.at("chunk_offset"), 0.0, 0.0, 0.0)
        now, self.commands = parted(self.commands, most)
        view.props.draw(rows, now, view.stats)


def gathered(view: View, index: int, cascade: Cascade, rows: Buffer) -> Casters:
    """What throws shadows into a map; the rows of copies are written to the card."""
    trees = cascade.trees if index < view.quality.tree_shadows else 0.0
    listed = _copies(view, cascade, trees)
    if len(listed):
        rows.write(listed.rows)
    return Casters(index, cascade, _chunks(view, cascade), view.props.commands(listed))


def _chunks(view: View, cascade: Cascade) -> list[Chosen]:
    """The casters whose ball touches a map, with their levels."""
    draw = view.frame.draw
    listed = [
        (row, level, chunk)
        for row, level in zip(draw.shadow_chunks.tolist(), draw.shadow_levels.tolist(), strict=True)
        if (chunk := view.chunks.get(row)) is not None
    ]
    if not listed:
        return []
    middle = np.array([chunk.middle for _, _, chunk in listed]) - cascade.centre
    radius = np.array([chunk.radius_m for _, _, chunk in listed])
    inside = cascade.touched(middle, radius).tolist()
    return [(row, level, 0) for (row, level, _), keep in zip(listed, inside, strict=True) if keep]


def _copies(view: View, cascade: Cascade, trees: float) -> CopyList:
    """Houses, and a share of all else, that can throw a shadow into a map, by kind.

    Rows are relative to its centre.
    """
    fine = _is_fine(view, cascade)
    copies = view.frame.draw.casters
    level = {
        number: _caster_level(kind, fine)
        for number, kind in enumerate(copies.kinds)
        if trees > 0.0 or is_house(kind)
    }
    reach_m = cascade.reach_m * 2.0 + LONGEST_SHADOW_M + PROP_REACH_M
    least_m = cascade.reach_m / view.quality.shadow_size_px * 2.0 * LEAST_TEXELS
    near = Near(reach_m, PROP_REACH_M, least_m, cascade.touched, trees)
    return near_copies(copies, cascade.centre, near, level)


def _is_fine(view: View, cascade: Cascade) -> bool:
    """Whether the texels of a map are small enough to show more of a tree than its bulk."""
    return view.quality.per_pixel and cascade.reach_m < FINE_REACH_M


def _leaves(view: View, cascade: Cascade) -> tuple[str, ...]:
    """Defines for the holes between leaves, and for twigs without them."""
    if not _is_fine(view, cascade):
        return ()
    return ("CUT",)


def _caster_level(kind: str, fine: bool) -> int:
    """The far level, but cars as they are seen: their far block would shade their bonnets."""
    return 1 if kind.startswith("car.") or (fine and kind.startswith("tree.")) else 2


def _place(program: Program, chunk: GpuChunk, cascade: Cascade) -> None:
    x, y, z = (chunk.chunk.origin_enu - cascade.centre).tolist()
    gl.glUniform3f(program.at("chunk_offset"), x, y, z)
