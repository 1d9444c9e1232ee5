"""Stretches of landmarks that fade, each in a share of the pixels of its own: one call a mesh.

A landmark of many stretches has a hundred of them in the band between two levels. The share is
read for each draw as an attribute of its one copy, so that nothing is set between the draws.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import Buffer
from almaty_tour.render.prop_pool import COMMAND
from almaty_tour.render.upload import GpuMesh

SHARE_SLOT: Final = 6


I64 = npt.NDArray[np.int64]
F32 = npt.NDArray[np.float32]


class FadeDraws:
    """Draws parts of meshes; `indirect`: the driver can take many draws in one call."""

    def __init__(self, *, indirect: bool) -> None:
        self._commands = Buffer(gl.GL_DRAW_INDIRECT_BUFFER, stream=True) if indirect else None
        self._shares = Buffer(gl.GL_ARRAY_BUFFER, np.ones(1, np.float32), stream=True)
        self._begun: tuple[I64, F32] = np.zeros((0, 3), np.int64), np.zeros(0, np.float32)

    def begin(self, commands: I64, shares: F32) -> None:
        """Bring draws to the card: (n, 3) of `GpuMesh.commands`, (n,) f4 as of `scene.fading`."""
        self._begun = commands, shares
        if self._commands is not None:
            self._commands.write(_numbered(commands))
            self._shares.write(shares)

    def draw(self, mesh: GpuMesh, first: int, past: int) -> int:
        """Draw some of those that were begun, which are of one mesh; returns the calls it took."""
        if self._commands is None:
            return self._draw_each(mesh, first, past)
        mesh.fading_array(self._shares, SHARE_SLOT).bind()
        self._commands.bind()
        gl.glMultiDrawElementsIndirect(
            gl.GL_TRIANGLES, mesh.form, first * COMMAND.itemsize, past - first, COMMAND.itemsize
        )
        return 1

    def free(self) -> None:
        """Give everything back."""
        for one in (self._shares, self._commands):
            if one is not None:
                one.free()

    def _draw_each(self, mesh: GpuMesh, first: int, past: int) -> int:
        mesh.array.bind()
        commands, shares = self._begun
        for (count, begin, base), share in zip(
            commands[first:past].tolist(), shares[first:past].tolist(), strict=True
        ):
            gl.glVertexAttrib1f(SHARE_SLOT, share)
            place = begin * mesh.index_bytes
            gl.glDrawElementsBaseVertex(gl.GL_TRIANGLES, count, mesh.form, place, base)
        return past - first


def _numbered(places: I64) -> npt.NDArray[np.void]:
    """(n,) of `COMMAND` for (n, 3) count, first index, base vertex: one copy each, by number."""
    words = np.zeros((len(places), 5), np.uint32)
    words[:, (0, 2, 3)] = places
    words[:, 1], words[:, 4] = 1, np.arange(len(places))
    return words.view(COMMAND)
