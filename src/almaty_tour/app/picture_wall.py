"""The gallery as the window has it: what hangs there, read when it is first opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from almaty_tour.app.picture_files import LARGE_PX, PictureFiles, read_small, with_alpha
from almaty_tour.content.pictures import MadePicture, load_pictures
from almaty_tour.gallery.record import Record, RefusedError
from almaty_tour.scene.framed import FramedPictures
from almaty_tour.scene.thumbnails import Thumbnails
from almaty_tour.session.boards import boards
from almaty_tour.session.commands import Command
from almaty_tour.session.hung import PREFIX
from almaty_tour.session.looking import picture_at_hand
from almaty_tour.session.shelf import Shelf, title_of
from almaty_tour.session.state import SessionState
from almaty_tour.session.world import World
from almaty_tour.ui.desk import Sheet
from almaty_tour.ui.picture_cards import made_cards, stand_of, stands_in_city, taken_cards
from almaty_tour.ui.picture_view import NO_GALLERY, AtHand, GalleryView, Pixels, Reading
from almaty_tour.ui.words import Words

if TYPE_CHECKING:
    from almaty_tour.render.frame import Frame
    from almaty_tour.ui.interface import Interface
    from almaty_tour.ui.view import UiView

U8 = npt.NDArray[np.uint8]
LONGEST_TITLE = 56
SHEETS = frozenset({Sheet.GALLERY, Sheet.PICTURE, Sheet.COMPARE})


def open_wall(assets: Path) -> PictureWall:
    """The gallery of the window, with the user's own library."""
    from almaty_tour.session.userdata import user_data_dir

    return PictureWall(assets, user_data_dir())


class PictureWall:
    """The program's own pictures and those of the user's library.

    `data` is the user's data folder, None shows the built-in ones alone. `patient` reads beside
    the frame; otherwise pixels are read when they are asked for, for proofs.
    """

    def __init__(self, assets: Path, data: Path | None = None, *, patient: bool = True) -> None:
        self._assets = assets
        self._shelf = None if data is None else Shelf(data)
        self._files = PictureFiles(self._files_of) if patient else None
        self._boards_source = Thumbnails(self._board_pixels, patient=patient)
        self._made: tuple[MadePicture, ...] | None = None
        self._told: tuple[object, GalleryView] = (None, NO_GALLERY)
        self._boards: tuple[object, FramedPictures | None] = (None, None)
        self._framed = False
        self.at_hand: str | None = None
        self.fault = ""

    @property
    def pixels(self) -> Pixels:
        """Where the interface takes pixels from."""
        return Reading(self._read) if self._files is None else self._files

    def view(self, world: World, words: Words, sheet: Sheet) -> GalleryView:
        """What the interface is told; nothing is read before a sheet of pictures is opened."""
        if sheet not in SHEETS:
            return NO_GALLERY
        self._look(world)
        key = (id(world), words.language, self._state)
        if self._told[0] != key:
            self._told = key, self._gallery(world, words)
        if self._told[1].framed != self._framed:
            self._told = key, replace(self._told[1], framed=self._framed)
        return self._told[1]

    def told(self, view: UiView, world: World, interface: Interface) -> UiView:
        """What the interface is told, with its pictures and the one at hand."""
        words = interface.words(view.state.preferences.language)
        gallery = self.view(world, words, interface.desk.sheet)
        return replace(view, gallery=gallery, at_hand=self._at_hand(world, words.language))

    def see(self, world: World, state: SessionState, frame: Frame) -> str | None:
        """Looks which picture is at hand in a frame, for `told` and for a key."""
        self.at_hand = picture_at_hand(world, state, frame)
        return self.at_hand

    def _at_hand(self, world: World, language: str) -> AtHand | None:
        if self.at_hand is None:
            return None
        self._look(world)
        taken = {} if self._shelf is None else self._shelf.records
        if self.at_hand in taken:
            title = title_of(taken[self.at_hand], language)
            return AtHand(self.at_hand, shorten(title, LONGEST_TITLE, placeholder=" …"))
        made = (one.caption[language] for one in self._made or () if one.id == self.at_hand)
        return AtHand(self.at_hand, next(made, ""))

    def follow(self, command: Command) -> bool:
        """Follows a command about the boards in the city; False for any other."""
        if command.name != "toggle_frames":
            return False
        self._framed = not self._framed
        return True

    def framed(self, world: World) -> FramedPictures | None:
        """The boards in the city, None while they are off."""
        if not self._framed:
            return None
        key = (id(world), self._state)
        if self._boards[0] != key:
            self._boards = key, self._made_boards(world)
        return self._boards[1]

    def close(self) -> None:
        """End what reads beside the frame."""
        if self._files is not None:
            self._files.close()

    def _look(self, world: World) -> None:
        """Read what has not been read, and the library anew when it has changed."""
        if self._made is None:
            found, faults = load_pictures(self._assets / "content", world.landmarks)
            self._made = tuple(found.values())
            self.fault = str(faults[0]) if faults else ""
        if self._shelf is not None and self._shelf.look():
            self.fault = self._shelf.fault or self.fault

    @property
    def _state(self) -> object:
        return None if self._shelf is None else self._shelf.state

    def _records(self) -> tuple[Record, ...]:
        return () if self._shelf is None else tuple(self._shelf.records.values())

    def _gallery(self, world: World, words: Words) -> GalleryView:
        own = taken_cards(self._records(), words.language, words("gallery.own"))
        made = made_cards(world, self._made or (), words.language)
        known = {one.id: one for one in self._made or ()}
        taken = {one.digest: one for one in self._records()}
        return GalleryView(
            (*own, *made),
            lambda name: stand_of(world, taken.get(name) or known[name]),
            framed=self._framed,
            can_frame=any(card.placed for card in own),
        )

    def _made_boards(self, world: World) -> FramedPictures:
        placed = [one for one in self._records() if stands_in_city(one)]
        where = np.array(
            [(p.latitude_deg, p.longitude_deg, p.direction_deg or 0.0)
             for p in (one.taken for one in placed)], np.float64,
        ).reshape(-1, 3)  # fmt: skip
        shapes = np.array([(one.width_px, one.height_px) for one in placed]).reshape(-1, 2)
        names = tuple(PREFIX + one.digest for one in placed)
        latitude, longitude, direction = where.T
        return boards(
            latitude, longitude, direction, shapes, names, self._boards_source, world.ground
        )

    def _files_of(self, picture: str) -> tuple[Path, Path]:
        """The file of the small picture and of the large one."""
        record = None if self._shelf is None else self._shelf.records.get(picture)
        if record is None or self._shelf is None:
            made = self._assets / "pictures" / f"{picture}.jpg"
            return made, made
        thumb, original = self._shelf.thumb(picture), Path(record.path)
        return thumb, original if original.is_file() else thumb

    def _board_pixels(self, picture: str) -> U8:
        from PIL import Image

        small, _ = self._files_of(picture.removeprefix(PREFIX))
        with Image.open(small, formats=["JPEG"]) as found:
            return np.asarray(found.convert("RGB"))

    def _read(self, picture: str, side_px: int) -> U8 | None:
        """Pixels at once, for proofs."""
        from almaty_tour.gallery.reading import checked_kind, opened, shrunk

        small, large = self._files_of(picture)
        if side_px < LARGE_PX:
            return read_small(small)
        try:
            with opened(large, checked_kind(large)) as found:
                return with_alpha(np.asarray(shrunk(found, side_px)))
        except (RefusedError, OSError):
            return None
