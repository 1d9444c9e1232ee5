"""Trees, lamps and other copies: one instanced draw for each kind and level."""

from __future__ import annotations

from enum import Enum
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import Buffer
from almaty_tour.render.gl.program import Program
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import View, opaque_state
from almaty_tour.scene.vertex import INSTANCE

FAR_LEVEL: Final = 2  # drawn without grain and gloss
RAW: Final = np.dtype((np.void, INSTANCE.itemsize))
SPEC: Final = PassSpec("props", reads=("shadow_map", "layers"), writes=("picture", "depth"))


class Look(Enum):
    """How a group of props is drawn; in the order of drawing."""

    FINE = 0
    FACADE = 1
    PLAIN = 2


class PropPass:
    """Streams the visible rows, which are relative to the eye already."""

    def __init__(self) -> None:
        self._rows = Buffer(gl.GL_ARRAY_BUFFER, stream=True)

    def draw(self, view: View) -> None:
        """Draw every visible prop."""
        opaque_state()
        more: tuple[str, ...] = ("PER_PIXEL",) if view.quality.per_pixel else ()
        if view.quality.plain:
            more = ("PLAIN", "CLEAR")
        if view.quality.leaves_reach_m:
            more = (*more, f"LEAVES {view.quality.leaves_reach_m**2:.1f}")
        fine = view.lit_defines("INSTANCED", *more)
        plain = view.lit_defines("INSTANCED", "PLAIN")
        facade = view.lit_defines("INSTANCED", "PLAIN", "FACADE")
        self._draw(view, "objects", {Look.FINE: fine, Look.PLAIN: plain, Look.FACADE: facade})

    def draw_ids(self, view: View) -> None:
        """Draw every visible prop into the id target."""
        defines = view.defines("INSTANCED")
        self._draw(view, "ids", dict.fromkeys(Look, defines))

    def free(self) -> None:
        self._rows.free()

    def _draw(self, view: View, name: str, defines: dict[Look, tuple[str, ...]]) -> None:
        groups = [
            (_look(kind, level), view.props[kind], level, rows)
            for (kind, level), rows in view.frame.draw.props.items()
            if kind in view.props and len(rows)
        ]
        if not groups:
            return
        groups.sort(key=lambda group: group[0].value)
        self._rows.write(joined_rows([rows for *_, rows in groups]))
        first = 0
        used: Look | None = None
        for look, mesh, level, rows in groups:
            if look is not used:
                _use(view.programs.get(name, defines[look]))
                used = look
            mesh.array.attach_instances(self._rows, first)
            chosen = min(level, len(mesh.counts) - 1)
            view.stats.add(mesh.draw_instances(chosen, len(rows)))
            view.stats.instances += len(rows)
            first += len(rows)


def joined_rows(parts: list[npt.NDArray[np.void]]) -> npt.NDArray[np.void]:
    """The rows of several tables as plain bytes: numpy is slow to join named fields."""
    return np.concatenate([rows.view(RAW) for rows in parts])


def _look(kind: str, level: int) -> Look:
    if level < FAR_LEVEL:
        return Look.FINE
    return Look.FACADE if kind.startswith("house.") else Look.PLAIN


def _use(program: Program) -> None:
    program.use()
    gl.glUniform3f(program.at("chunk_offset"), 0.0, 0.0, 0.0)
    gl.glUniform4f(program.at("chunk_light"), 1.0, 0.0, 0.0, 0.0)
