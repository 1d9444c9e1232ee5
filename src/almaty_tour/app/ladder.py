"""The rungs that quality goes down and up: resolution first, then shadows, trees, effects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from almaty_tour.render.trim import UNTRIMMED, Trim


@dataclass(frozen=True)
class Rung:
    """One place on the ladder.

    Attributes:
        trim: what is taken off the preset here.
        above: the rung that the next step up leads to.
        most: how many times as long a picture there may take at most.
    """

    trim: Trim
    above: int
    most: float


SHARES: Final = (1.0, 0.85, 0.72, 0.6, 0.5)
"""Sides of the internal picture."""
SCENE: Final = (
    Trim(shadow_share=0.75),
    Trim(shadow_share=0.6),
    Trim(shadow_share=0.6, tree_share=0.7),
    Trim(shadow_share=0.6, tree_share=0.5),
    Trim(shadow_share=0.6, tree_share=0.5, effects=False),
)
SCENE_MOST: Final = 1.35


def _pixels(level: int) -> Rung:
    share = SHARES[level]
    most = (SHARES[level - 1] / share) ** 2
    return Rung(Trim(resolution_share=share), level - 1, most)


def _scene(share: float, above: int, first: int) -> tuple[Rung, ...]:
    """All rungs of the scene below a rung of a picture of this share."""
    return tuple(
        Rung(
            Trim(share, trim.shadow_share, trim.tree_share, trim.effects),
            first + number - 1 if number else above,
            SCENE_MOST,
        )
        for number, trim in enumerate(SCENE)
    )


SMALL: Final = len(SHARES)
"""The first rung of the scene below the smallest picture."""
SHARP: Final = SMALL + len(SCENE)
"""The first rung of the scene with a whole picture: where pixels cost nothing."""
JUDGED: Final = 2
"""The rung that tells whether fewer pixels have won anything."""
RUNGS: Final = (
    Rung(UNTRIMMED, 0, 1.0),
    *(_pixels(level) for level in range(1, len(SHARES))),
    *_scene(SHARES[-1], SMALL - 1, SMALL),
    *_scene(SHARES[0], 0, SHARP),
)


def below(level: int) -> int:
    """The rung that the next step down leads to; the lowest leads to itself."""
    lowest = level in {SHARP - 1, len(RUNGS) - 1}
    return level if lowest else level + 1


def depth(level: int) -> int:
    """How many steps a rung lies below the whole quality."""
    return level if level < SHARP else level - SHARP + 1
