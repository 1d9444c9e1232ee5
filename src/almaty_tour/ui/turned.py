"""Lines of text turned about their middle: names that lie along a street."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from slimgui import imgui

from almaty_tour.ui.theme import Type

if TYPE_CHECKING:
    from almaty_tour.ui.pen import Pen

F32 = npt.NDArray[np.float32]
HALO_REACH = 1.4
_FLOATS = ctypes.c_float * (1 << 22)
"""A view of memory of which no more is touched than is there."""
HALO = ((-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0))


@dataclass(frozen=True)
class Turned:
    """One line of text.

    Attributes:
        middle: of the text, in points. turn_rad: clockwise on the picture, 0 upright.
        halo: packed colour of an edge round the letters, None without.
    """

    text: str
    kind: Type
    middle: tuple[float, float]
    turn_rad: float
    colour: int
    halo: int | None = None


class Block:
    """Lines that are written again and again, as a whole moved a little.

    The letters are set upright where nothing clips them and their corners moved afterwards;
    where these come to lie is worked out once.
    """

    def __init__(self, lines: Iterable[Turned] = ()) -> None:
        self.lines = tuple(lines)
        self._corners: F32 | None = None

    def write(self, pen: Pen, moved: tuple[float, float] = (0.0, 0.0)) -> None:
        """Writes the lines into the current window, moved by so many points."""
        if not self.lines:
            return
        draw = pen.draw
        left, top = draw.get_clip_rect_min()
        at = math.ceil(left) + 4.0, math.ceil(top) + 4.0
        start, counts = draw.vtx_buffer_size, []
        for line in self.lines:
            font, size = pen.fonts.faces[line.kind.face], line.kind.size * pen.unit
            before = draw.vtx_buffer_size
            if line.halo is not None:
                for _ in HALO:
                    draw.add_text(font, size, at, line.halo, line.text)
            draw.add_text(font, size, at, line.colour, line.text)
            counts.append(draw.vtx_buffer_size - before)
        corners = _corners(draw, start)
        if self._corners is None or len(self._corners) != len(corners):
            self._corners = _turned(pen, self.lines, counts, corners, at)
        corners[:] = self._corners + np.array(moved, np.float32)


def write(pen: Pen, lines: Iterable[Turned]) -> None:
    """Writes lines into the current window, each turned about its middle."""
    Block(lines).write(pen)


def shift(draw: imgui.DrawList, start: int, by: tuple[float, float]) -> None:
    """Moves all that was drawn since the list had `start` corners."""
    _corners(draw, start)[:] += np.asarray(by, np.float32)


def _corners(draw: imgui.DrawList, start: int) -> F32:
    """(n, 2) f4 places of the corners of a draw list from `start` on, changed in place."""
    size = imgui.VERTEX_SIZE
    count = draw.vtx_buffer_size - start
    if count <= 0:
        return np.zeros((0, 2), np.float32)
    held = _FLOATS.from_address(draw.vtx_buffer_data + start * size)
    floats = np.frombuffer(memoryview(held), np.float32, count * size // 4)
    return floats.reshape(count, size // 4)[:, :2]


def _turned(
    pen: Pen, lines: tuple[Turned, ...], counts: list[int], corners: F32, at: tuple[float, float]
) -> F32:
    """(n, 2) corners of lines that were all written at `at`, each turned and put in its place."""
    reach, values, numbers = HALO_REACH * pen.unit, [], []
    for line, count in zip(lines, counts, strict=True):
        width, height = pen.measure(line.text, line.kind)
        copies = (*HALO, (0.0, 0.0)) if line.halo is not None else ((0.0, 0.0),)
        c, s, (x, y) = math.cos(line.turn_rad), math.sin(line.turn_rad), line.middle
        values += [
            (c, s, at[0] + width / 2, at[1] + height / 2, x + dx * reach, y + dy * reach)
            for dx, dy in copies
        ]
        numbers += [count // len(copies)] * len(copies)
    table = np.array(values, np.float32).repeat(numbers, axis=0)
    right, low = corners[:, 0] - table[:, 2], corners[:, 1] - table[:, 3]
    across = right * table[:, 0] - low * table[:, 1] + table[:, 4]
    down = right * table[:, 1] + low * table[:, 0] + table[:, 5]
    return np.stack([across, down], axis=1)
