"""What the gallery is told: pictures as plain values, and where their pixels come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
OWN_THEME = "own."
"""What the themes of imported pictures begin with."""


@dataclass(frozen=True)
class PictureCard:
    """One picture in the visitor's language.

    Attributes:
        theme, theme_name: what it hangs under. moment: ISO, "" when unknown.
        credit: who made it, or that the program did.
        size_px: of the original. placed: it is known where to stand.
    """

    id: str
    theme: str
    theme_name: str
    caption: str
    place: str
    moment: str
    credit: str
    size_px: tuple[int, int]
    placed: bool = False


@dataclass(frozen=True)
class GalleryView:
    """The whole gallery, in the order in which it hangs.

    `stand`: the argument of `stand_at` for a placed picture, worked out when it is wanted.
    `framed`: whether pictures with a place stand in the city; `can_frame`: whether any could.
    """

    cards: tuple[PictureCard, ...] = ()
    stand: Callable[[str], str] = str
    framed: bool = False
    can_frame: bool = False

    @cached_property
    def themes(self) -> tuple[tuple[str, str], ...]:
        """Ids and names in order."""
        return tuple(dict.fromkeys((card.theme, card.theme_name) for card in self.cards))

    @cached_property
    def by_date(self) -> tuple[PictureCard, ...]:
        """Oldest first; those without a date at the end."""
        return tuple(sorted(self.cards, key=lambda card: (not card.moment, card.moment)))

    @cached_property
    def has_own(self) -> bool:
        """Whether pictures of the museum's own hang there."""
        return any(card.theme.startswith(OWN_THEME) for card in self.cards)

    @cached_property
    def by_id(self) -> dict[str, PictureCard]:
        return {card.id: card for card in self.cards}

    def of(self, theme: str, dated: bool) -> tuple[PictureCard, ...]:
        """The pictures of a theme, "" for all, by theme or by date."""
        among = self.by_date if dated else self.cards
        return tuple(card for card in among if card.theme == theme) if theme else among


NO_GALLERY = GalleryView()


@dataclass(frozen=True)
class AtHand:
    """The framed picture before the eye, and its title in the visitor's language."""

    id: str
    title: str


class Pixels(Protocol):
    """Where pixels come from; never waits."""

    def thumb(self, picture: str) -> U8 | None:
        """(h, w, 4) u1 of a small picture; None while it is not there."""

    def whole(self, picture: str) -> U8 | None:
        """(h, w, 4) u1 of a large one; None while it is not there."""


@dataclass
class Reading:
    """Pixels read when they are asked for: for proofs and tests. `read` is given id and side."""

    read: Callable[[str, int], U8 | None]

    def thumb(self, picture: str) -> U8 | None:
        return self.read(picture, 320)

    def whole(self, picture: str) -> U8 | None:
        return self.read(picture, 2560)
