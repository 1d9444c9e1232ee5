"""Trees, lamps and other copies: one instanced draw for each kind and level."""

from __future__ import annotations

from typing import Final

import numpy as np
from pyglet import gl

from almaty_tour.render.gl.buffer import Buffer, VertexArray
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import View, opaque_state

SPEC: Final = PassSpec("props", reads=("shadow_map", "layers"), writes=("picture", "depth"))


class PropPass:
    """Streams the visible rows, which are relative to the eye already."""

    def __init__(self) -> None:
        self._rows = Buffer(gl.GL_ARRAY_BUFFER, stream=True)
        self._array = VertexArray()

    def draw(self, view: View) -> None:
        """Draw every visible prop."""
        opaque_state()
        defines = ["INSTANCED"]
        if view.quality.per_pixel:
            defines.append("PER_PIXEL")
        self._draw(view, "objects", view.lit_defines(*defines))

    def draw_ids(self, view: View) -> None:
        """Draw every visible prop into the id target."""
        self._draw(view, "ids", view.defines("INSTANCED"))

    def free(self) -> None:
        self._rows.free()
        self._array.free()

    def _draw(self, view: View, name: str, defines: tuple[str, ...]) -> None:
        groups = [
            (view.props[kind], level, rows)
            for (kind, level), rows in view.frame.draw.props.items()
            if kind in view.props and len(rows)
        ]
        if not groups:
            return
        program = view.programs.get(name, defines)
        program.use()
        gl.glUniform3f(program.at("chunk_offset"), 0.0, 0.0, 0.0)
        gl.glUniform4f(program.at("chunk_light"), 1.0, 0.0, 0.0, 0.0)
        self._rows.write(np.concatenate([rows for _, _, rows in groups]))
        first = 0
        for mesh, level, rows in groups:
            self._array.attach(mesh.vertices, mesh.indices)
            self._array.attach_instances(self._rows, first)
            chosen = min(level, len(mesh.counts) - 1)
            view.stats.add(mesh.draw_instances(chosen, len(rows)))
            view.stats.instances += len(rows)
            first += len(rows)
