"""Compiled programs, and how a picture that needs new ones does not wait for all of them.

A program costs software OpenGL 100 to 150 ms when it is new to the machine (5 to 10 from the
driver's cache on disk). Where no picture may wait, a picture makes one at most; for the others
the nearest of those that are there stands in, without what has just begun: the first lamps of
dusk, the gloss of the first rain. What will be wanted soon is made ahead, in pictures apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from almaty_tour.render.gl.program import Program

STANDING_IN: Final = frozenset({"objects", "terrain", "kerbs", "sky", "falling"})
"""Programs that another may stand in for; what the others draw is kept for long."""
LOOSE: Final = frozenset({
    "NIGHT", "WET", "SNOWY", "SHADOWS", "SHADOW_TAPS", "SHADOW_SIZE", "DETAIL", "RELIEF",
    "PAINTED", "SQUARES", "CLOUDS", "DITHER", "SNOW", "CEILING", "CLOUD_SHADE",
    "LITTER", "MEADOW", "TONED",
})  # fmt: skip
"""Defines that a picture can do without for a moment, or have too early."""
MISSED: Final = frozenset({"SNOW", "TOWN"})
"""Defines that it can do without, but that are missed more than all others together."""
SPARING: Final = frozenset({"EVEN", "COVERED", "FORMED", "FAR_SHADOW", "NEAR_SHADOW", "SUNLESS"})
"""Defines that spare work: a program without them draws the same."""
REST: Final = 6
"""Pictures between two programs that are made ahead."""

Key = tuple[str, tuple[str, ...]]


class ProgramCache:
    """Programs by name and defines, compiled when first used; `patient`: one a picture.

    `samplers` are the names of samplers with their texture units.
    """

    def __init__(self, samplers: Iterable[tuple[str, int]]) -> None:
        self.patient = False
        self._samplers = tuple(samplers)
        self._kept: dict[Key, Program] = {}
        self._fitting: dict[Key, Program] = {}
        """Those of the preset that is drawn: others read maps of other sizes."""
        self._since = 0
        """Pictures since the latest one that made a program."""

    def begin(self) -> None:
        """A picture begins."""
        self._since += 1

    def change_preset(self) -> None:
        """Programs of another preset stand in no more."""
        self._fitting.clear()

    def get(self, name: str, defines: tuple[str, ...] = ()) -> Program:
        """The program, or one that stands in for it until it can be made."""
        return self.if_ready(name, defines) or self._made((name, defines))

    def if_ready(self, name: str, defines: tuple[str, ...]) -> Program | None:
        """The same, but None where a picture that has made one would have to make another."""
        key = name, defines
        program = self._fitting.get(key)
        if program is not None:
            return program
        if key in self._kept or not self._tired:
            return self._made(key)
        other = stand_in(key, tuple(self._fitting))
        return None if other is None else self._fitting[other]

    @property
    def rested(self) -> bool:
        """Whether this picture may make a program ahead."""
        return self._since > 0 and self._since % REST == 0

    def ahead(self, name: str, defines: tuple[str, ...]) -> Program | None:
        """A program that will be wanted soon, if it is new and this is the time to make it.

        Drivers finish it when it is first drawn with: let it draw something that nobody sees.
        """
        if not self.rested or (name, defines) in self._kept:
            return None
        return self._made((name, defines))

    def free(self) -> None:
        for program in self._kept.values():
            program.free()
        self._kept.clear()
        self._fitting.clear()

    @property
    def _tired(self) -> bool:
        return self.patient and self._since == 0

    def _made(self, key: Key) -> Program:
        program = self._kept.get(key)
        if program is None:
            self._since = 0
            program = self._kept[key] = Program(*key)
            program.texture_units(self._samplers)
        self._fitting[key] = program
        return program


def stand_in(wanted: Key, kept: tuple[Key, ...]) -> Key | None:
    """The nearest kept program that differs in loose defines alone, None without any."""
    name, defines = wanted
    if name not in STANDING_IN:
        return None
    words = set(defines)
    ranks = [
        (*rank, number)
        for number, (other, has) in enumerate(kept)
        if other == name and (rank := _apart(words, set(has))) is not None
    ]
    return kept[min(ranks)[-1]] if ranks else None


def _apart(wanted: set[str], other: set[str]) -> tuple[int, int] | None:
    """How far a program is from the wanted one: what is missed, all that differs; None: too far."""
    more, less = (
        {word.partition(" ")[0] for word in one} for one in (other - wanted, wanted - other)
    )
    if not more <= LOOSE or not less <= LOOSE | MISSED | SPARING:
        return None
    return len(less & MISSED), len(more) + len(less)
