"""Trees, lamps and other copies: one draw for all kinds and levels of one look."""

from __future__ import annotations

from enum import Enum
from typing import Final

from pyglet import gl

from almaty_tour.render.gl.buffer import Buffer
from almaty_tour.render.gl.program import Program
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import View, opaque_state
from almaty_tour.scene.copies import is_house
from almaty_tour.scene.copylist import CopyGroup, CopyList

FAR_LEVEL: Final = 2  # drawn without grain and gloss
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
        listed = CopyList.of(view.frame.draw.props)
        by_look: dict[Look, list[CopyGroup]] = {look: [] for look in Look}
        for group in listed.groups:
            if group.kind in view.props:
                by_look[_look(group.kind, group.level)].append(group)
        if not any(by_look.values()):
            return
        self._rows.write(listed.rows)
        for look, groups in by_look.items():
            if groups:
                _use(view.programs.get(name, defines[look]))
                view.props.draw(self._rows, groups, view.stats)
                view.stats.instances += sum(group.count for group in groups)


def _look(kind: str, level: int) -> Look:
    if level < FAR_LEVEL:
        return Look.FINE
    return Look.FACADE if is_house(kind) else Look.PLAIN


def _use(program: Program) -> None:
    program.use()
    gl.glUniform3f(program.at("chunk_offset"), 0.0, 0.0, 0.0)
    gl.glUniform4f(program.at("chunk_light"), 1.0, 0.0, 0.0, 0.0)
