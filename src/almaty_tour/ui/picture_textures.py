"""Textures of pictures: a bounded number of places, the one not shown for longest gives way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.ui.picture_view import Pixels

U8 = npt.NDArray[np.uint8]
FIRST_ID: Final = 1 << 20
"""Above all names that Dear ImGui's own textures are given."""
PLACES: Final = 72
NEW_A_PICTURE: Final = 4
"""Small pictures that go to the card in one picture of the window: a megabyte."""
_NOTHING: Final = np.zeros((1, 1, 4), np.uint8)


@dataclass(frozen=True)
class Texture:
    """A texture by its id, and the size of what it holds."""

    id: int
    size_px: tuple[int, int]


class PictureTextures:
    """Thumbnails in places of their own, and one large picture."""

    def __init__(self, pixels: Pixels, new_a_picture: int = NEW_A_PICTURE) -> None:
        self._pixels, self._new = pixels, new_a_picture
        self._places: dict[str, int] = {}
        self._textures: dict[int, U8] = {}
        self._changed: dict[int, U8] = {}
        self._whole = ""
        self._left = new_a_picture
        self._seen: set[str] = set()

    def begin(self) -> None:
        """A picture of the interface begins."""
        self._left, self._seen = self._new, set()

    def thumb(self, picture: str) -> Texture | None:
        """The small one, None while it is not there."""
        self._seen.add(picture)
        place = self._places.pop(picture, None)
        if place is None:
            if not self._left or (found := self._pixels.thumb(picture)) is None:
                return None
            self._left -= 1
            if (place := self._free_place()) is None:
                return None
            self._put(place, found)
        self._places[picture] = place
        return self._texture(place)

    def whole(self, picture: str) -> Texture | None:
        """The large one, None while it is not there."""
        if picture != self._whole:
            found = self._pixels.whole(picture)
            if found is None:
                return None
            self._whole = picture
            self._put(FIRST_ID, found)
        return self._texture(FIRST_ID)

    def forget_whole(self) -> None:
        """The large picture's memory is given back."""
        if self._whole:
            self._whole = ""
            self._put(FIRST_ID, _NOTHING)

    def changed(self) -> dict[int, U8]:
        """What has changed since this was asked last."""
        found, self._changed = self._changed, {}
        return found

    def all(self) -> dict[int, U8]:
        """Every texture by id."""
        return dict(self._textures)

    def _free_place(self) -> int | None:
        if len(self._places) < PLACES:
            taken = set(self._places.values())
            return next(n for n in range(FIRST_ID + 1, FIRST_ID + PLACES + 1) if n not in taken)
        oldest = next((one for one in self._places if one not in self._seen), None)
        return None if oldest is None else self._places.pop(oldest)

    def _put(self, place: int, pixels: U8) -> None:
        self._textures[place] = self._changed[place] = pixels

    def _texture(self, place: int) -> Texture:
        height, width = self._textures[place].shape[:2]
        return Texture(place, (width, height))
