"""Trees, lamps and other copies: one draw for all kinds and levels of one look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from enum import Enum
from functools import partial
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.render.graph import PassSpec
from almaty_tour.render.ground import Ground
from almaty_tour.render.passes.common import UNIT_SUN_MAP, View, opaque_state
from almaty_tour.render.prop_batch import PropBatch
from almaty_tour.scene.copies import is_house
from almaty_tour.scene.copylist import CopyList

Three = tuple[float, float, float]
Four = tuple[float, float, float, float]
FAR_LEVEL: Final = 2  # drawn without grain and gloss
LEAFY: Final = ("tree.", "bush.")
SPEC: Final = PassSpec("props", reads=("shadow_map", "layers"), writes=("picture", "depth"))


class Look(Enum):
    """How a group of props is drawn; in the order of drawing."""

    FINE = 0
    LEAFY = 1
    FACADE = 2
    PLAIN = 3


FADING: Final = len(Look)
"""Added to the number of a look for groups that fade."""


class PropPass:
    """Streams the visible rows; a list that serves several pictures goes to the card once."""

    def __init__(self) -> None:
        self._batches = PropBatch(), PropBatch()
        self._looks = _Looks()
        self._ground: Ground | None = None

    def draw(self, view: View, ground: Ground | None = None) -> None:
        """Draw every visible prop, in the shadow of the mountains of a ground."""
        opaque_state()
        self._ground = ground
        band = f"FADE {view.quality.fade}"

        def defines(number: int) -> tuple[str, ...]:
            own = self._defines(view, Look(number % FADING))
            return own if number < FADING else (*own, band)

        self._draw(view, "objects", defines)
        for look in Look if view.soon else ():
            view.rehearse(
                "objects", partial(self._defines, look=look), lambda _: view.props.draw_one()
            )

    def _defines(self, view: View, look: Look) -> tuple[str, ...]:
        sun = ("SUNLIT",) if self._ground is not None else ()
        more: tuple[str, ...] = ("PER_PIXEL",) if view.quality.per_pixel else ()
        match look:
            case Look.FINE:
                return view.lit_defines("INSTANCED", *sun, *more)
            case Look.LEAFY:
                covered = ("COVERED",) if view.samples > 1 else ()
                return view.lit_defines("INSTANCED", "CUT", *covered, *sun, *more)
            case Look.PLAIN:
                return view.lit_defines("INSTANCED", *sun, "PLAIN")
            case Look.FACADE:
                return view.lit_defines("INSTANCED", *sun, "PLAIN", "FACADE")

    def draw_ids(self, view: View) -> None:
        """Draw every visible prop into the id target."""
        self._ground = None
        defines = view.defines("INSTANCED")
        self._draw(view, "ids", lambda _: defines)

    def free(self) -> None:
        for batch in self._batches:
            batch.free()

    def _draw(self, view: View, name: str, defines: Callable[[int], tuple[str, ...]]) -> None:
        drawn = view.frame.draw
        for batch, listed in zip(self._batches, (drawn.props, drawn.kept), strict=True):
            batch.take(listed, view.props, self._looks.of)
        places = {batch: self._place(view, batch) for batch in self._batches}
        if self._ground is not None:
            self._ground.inner.sun.bind(UNIT_SUN_MAP)
        for look in sorted({look for batch in self._batches for look in batch.draws}):
            mine = [batch for batch in self._batches if look in batch.draws]
            program = view.programs.get(name, defines(look))
            program.use()
            with _leaves(view, name) if look % FADING == Look.LEAFY.value else nullcontext():
                for batch in mine:
                    offset, map_place = places[batch]
                    gl.glUniform3f(program.at("chunk_offset"), *offset)
                    if map_place is not None:
                        gl.glUniform4f(program.at("map_place"), *map_place)
                    batch.draw(look, view.props, view.stats)

    def _place(self, view: View, batch: PropBatch) -> tuple[Three, Four | None]:
        """Where the rows of a batch are, and where the mountains' shadows lie to them."""
        origin = batch.origin_enu or view.frame.camera.position_enu
        inner = None if self._ground is None else self._ground.inner
        return view.offset(origin), None if inner is None else inner.place(origin)


@contextmanager
def _leaves(view: View, name: str) -> Iterator[None]:
    """Cards have leaves on both sides where light is mapped, and soft edges."""
    if view.quality.hdr:
        gl.glDisable(gl.GL_CULL_FACE)
    with view.covering(name == "objects"):
        yield
    gl.glEnable(gl.GL_CULL_FACE)


class _Looks:
    """How groups are drawn, kept as a table: kinds that are near, then kinds that are far.

    Leaves alone are drawn by a program that discards: it costs a software renderer 4 % of a frame.
    """

    def __init__(self) -> None:
        self._table: npt.NDArray[np.int64] = np.zeros(0, np.int64)
        self._kinds: Sequence[str] = ()

    def of(self, listed: CopyList) -> npt.NDArray[np.int64]:
        """(g,) value of the `Look` of each group, `FADING` more for those that fade."""
        count = len(listed.kinds)
        if self._kinds is not listed.kinds or len(self._table) != 2 * count:
            self._kinds = listed.kinds
            near = [Look.LEAFY if kind.startswith(LEAFY) else Look.FINE for kind in listed.kinds]
            far = [Look.FACADE if is_house(kind) else Look.PLAIN for kind in listed.kinds]
            self._table = np.array([look.value for look in (*near, *far)], np.int64)
        looks = self._table.take(listed.kind + count * (listed.level >= FAR_LEVEL))
        return looks + FADING * listed.fading if len(listed.fading) else looks
