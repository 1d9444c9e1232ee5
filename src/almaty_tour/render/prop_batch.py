"""The rows of a list of copies on the card, and the calls that draw them, look by look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import Buffer
from almaty_tour.render.prop_pool import COMMAND, PropPool
from almaty_tour.render.stats import FrameStats
from almaty_tour.scene.copylist import CopyList

I64 = npt.NDArray[np.int64]


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
        commands, look = pool.commands(listed), looks(listed) if len(listed) else np.zeros(0)
        drawn = np.flatnonzero(commands["copies"])
        if not len(drawn):
            return
        drawn = drawn[np.argsort(look[drawn], kind="stable")]
        commands, look = commands[drawn], look[drawn]
        self._rows.write(listed.rows)
        if pool.indirect:
            self._commands.write(commands)
        copies = commands["copies"].astype(np.int64)
        corners = commands["count"].astype(np.int64) * copies
        first = np.flatnonzero(np.diff(look, prepend=-1))
        ends = [*first[1:].tolist(), len(look)]
        for begin, end in zip(first.tolist(), ends, strict=True):
            self.draws[int(look[begin])] = Draws(
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
