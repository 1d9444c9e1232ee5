"""Trees, lamps and other copies: one draw for all kinds and levels of one look."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.gl.buffer import Buffer
from almaty_tour.render.gl.program import Program
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.ground import Ground
from almaty_tour.render.passes.common import UNIT_SUN_MAP, View, opaque_state
from almaty_tour.scene.copies import is_house
from almaty_tour.scene.copylist import CopyList

FAR_LEVEL: Final = 2  # drawn without grain and gloss
LEAFY: Final = ("tree.", "bush.")
SPEC: Final = PassSpec("props", reads=("shadow_map", "layers"), writes=("picture", "depth"))


class Look(Enum):
    """How a group of props is drawn; in the order of drawing."""

    FINE = 0
    LEAFY = 1
    FACADE = 2
    PLAIN = 3


class PropPass:
    """Streams the visible rows, which are relative to the eye already."""

    def __init__(self) -> None:
        self._rows = Buffer(gl.GL_ARRAY_BUFFER, stream=True)
        self._looks = _Looks()
        self._ground: Ground | None = None

    def draw(self, view: View, ground: Ground | None = None) -> None:
        """Draw every visible prop, in the shadow of the mountains of a ground."""
        opaque_state()
        self._ground = None if view.quality.plain else ground
        sun = ("SUNLIT",) if self._ground is not None else ()
        more: tuple[str, ...] = ("PER_PIXEL",) if view.quality.per_pixel else ()
        if view.quality.plain:
            more = ("PLAIN", "CLEAR")
        fine = view.lit_defines("INSTANCED", *sun, *more)
        leafy = view.lit_defines("INSTANCED", "CUT", *sun, *more)
        plain = view.lit_defines("INSTANCED", *sun, "PLAIN")
        facade = view.lit_defines("INSTANCED", *sun, "PLAIN", "FACADE")
        looks = {Look.FINE: fine, Look.LEAFY: leafy, Look.PLAIN: plain, Look.FACADE: facade}
        self._draw(view, "objects", looks)

    def draw_ids(self, view: View) -> None:
        """Draw every visible prop into the id target."""
        self._ground = None
        defines = view.defines("INSTANCED")
        self._draw(view, "ids", dict.fromkeys(Look, defines))

    def free(self) -> None:
        self._rows.free()

    def _draw(self, view: View, name: str, defines: dict[Look, tuple[str, ...]]) -> None:
        listed = view.frame.draw.props
        if not len(listed):
            return
        looks, commands = self._looks.of(listed), view.props.commands(listed)
        self._rows.write(listed.rows)
        for look in Look:
            mine = commands[looks == look.value]
            if len(mine):
                program = view.programs.get(name, defines[look])
                _use(program)
                if self._ground is not None:
                    _place_sun(program, view, self._ground)
                view.props.draw(self._rows, mine, view.stats)
                view.stats.instances += int(mine["copies"].sum())


class _Looks:
    """How groups are drawn, with the kinds that are houses or have leaves kept as tables.

    Leaves alone are drawn by a program that discards: it costs a software renderer 4 % of a frame.
    """

    def __init__(self) -> None:
        self._house: npt.NDArray[np.bool_] = np.zeros(0, bool)
        self._leafy: npt.NDArray[np.bool_] = np.zeros(0, bool)
        self._kinds: Sequence[str] = ()

    def of(self, listed: CopyList) -> npt.NDArray[np.int64]:
        """(g,) value of the `Look` of each group."""
        if self._kinds is not listed.kinds or len(self._house) != len(listed.kinds):
            self._kinds = listed.kinds
            self._house = np.array([is_house(kind) for kind in listed.kinds], bool)
            self._leafy = np.array([kind.startswith(LEAFY) for kind in listed.kinds], bool)
        far = np.where(self._house[listed.kind], Look.FACADE.value, Look.PLAIN.value)
        near = np.where(self._leafy[listed.kind], Look.LEAFY.value, Look.FINE.value)
        return np.where(listed.level < FAR_LEVEL, near, far)


def _place_sun(program: Program, view: View, ground: Ground) -> None:
    """Tell a program in use where the mountains' shadows lie."""
    ground.inner.sun.bind(UNIT_SUN_MAP)
    gl.glUniform4f(program.at("map_place"), *ground.inner.place(view.frame.camera.position_enu))


def _use(program: Program) -> None:
    program.use()
    gl.glUniform3f(program.at("chunk_offset"), 0.0, 0.0, 0.0)
    gl.glUniform4f(program.at("chunk_light"), 1.0, 0.0, 0.0, 0.0)
