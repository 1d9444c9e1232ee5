"""The rows of a list of copies on the card, and the calls that draw them, look by look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import Buffer
from almaty_tour.render.prop_pool import COMMAND, PropPool
from almaty_tour.render.stats import FrameStats
from almaty_tour.scene.copylist import CopyList

I64 = npt.NDArray[np.int64]
MOST_LOOKS: Final = 8
_LOOKS: Final = np.arange(MOST_LOOKS + 1)


@dataclass(frozen=True)
class Draws:
    """What one call draws: commands, where they begin in the buffer, what they come to."""

    commands: npt.NDArray[np.void]
    first_byte: int
    triangles: int
    copies: int


class PropBatch:
    """A list on the card; one that is there already costs nothing but its calls.

    Attributes:
        draws: by number of a look. origin_enu: what the rows are relative to, None for the eye.
    """

    def __init__(self) -> None:
        self.draws: dict[int, Draws] = {}
        self.origin_enu: tuple[float, float, float] | None = None
        self._rows = Buffer(gl.GL_ARRAY_BUFFER, stream=True)
        self._commands = Buffer(gl.GL_DRAW_INDIRECT_BUFFER, stream=True)
        self._seen: tuple[CopyList, PropPool, int] | None = None

    def take(self, listed: CopyList, pool: PropPool, looks: Callable[[CopyList], I64]) -> None:
        """Bring a list to the card; `looks` gives the number of the look of each group."""
        seen = self._seen
        if seen is not None and seen[0] is listed and seen[1:] == (pool, pool.version):
            return
        self._seen, self.origin_enu = (listed, pool, pool.version), listed.origin_enu
        self.draws = {}
        if not len(listed):
            return
        commands, look = pool.commands(listed), looks(listed)
        order = np.argsort(look, kind="stable")
        order = order[commands["copies"].take(order) > 0]
        commands = commands.take(order)
        self._rows.write(listed.rows)
        if pool.indirect:
            self._commands.write(commands)
        ends = look.take(order).searchsorted(_LOOKS).tolist()
        copies = commands["copies"].astype(np.int64)
        corners = copies * commands["count"]
        for number, (begin, end) in enumerate(pairwise(ends)):
            if end > begin:
                self.draws[number] = Draws(
                    commands[begin:end], begin * COMMAND.itemsize,
                    int(corners[begin:end].sum()) // 3, int(copies[begin:end].sum()),
                )  # fmt: skip

    def draw(self, look: int, pool: PropPool, stats: FrameStats) -> None:
        """Draw the groups of a look."""
        draws = self.draws[look]
        calls = pool.draw_commands(self._rows, self._commands, draws.commands, draws.first_byte)
        stats.add(draws.triangles, calls)
        stats.instances += draws.copies

    def free(self) -> None:
        self._rows.free()
        self._commands.free()
