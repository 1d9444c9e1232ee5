"""The frieze: the story's boards as framed pictures, made in a thread when they come in sight."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.spaces import interior_of
from almaty_tour.camera.state import CameraState
from almaty_tour.content.frieze import Board, boards, load_frieze_words
from almaty_tour.content.history import Event
from almaty_tour.content.interiors import InteriorSpec
from almaty_tour.scene.framed import PICTURE_PX, FramedPictures, framed
from almaty_tour.session.board_page import Pages
from almaty_tour.session.world import World

U8 = npt.NDArray[np.uint8]

FRAME_M: Final = 0.035
OFF_WALL_M: Final = 0.03
GLOW: Final = 0.45
BRONZE: Final = (112, 84, 44)
LEAST_PX: Final = 4


class Frieze:
    """Boards by interior and language; `ImageSource` of their pictures."""

    def __init__(self, assets: Path, *, patient: bool) -> None:
        """`patient` makes pages in a thread; without it each is there when it is asked for."""
        self._assets, self._patient = assets, patient
        self._made: dict[tuple[str, str], FramedPictures | None] = {}
        self._boards: dict[str, tuple[Board, str]] = {}
        self._pages: Pages | None = None
        self._thread: ThreadPoolExecutor | None = None
        self._coming: dict[str, Future[tuple[U8, ...]]] = {}

    def seen(self, world: World, camera: CameraState, language: str) -> FramedPictures | None:
        """The boards of the interior that an eye is in; None outdoors."""
        spec = world.interiors.get(interior_of(camera.space) or "")
        return None if spec is None else self.pictures(spec, world.history, language)

    def pictures(
        self, spec: InteriorSpec, history: Mapping[str, Event], language: str
    ) -> FramedPictures | None:
        """The boards of an interior in a language; None where it has no places for them.

        ContentError, once, when the words of the boards cannot be read.
        """
        key = spec.id, language
        if key not in self._made:
            self._made[key] = None  # a fault is told once
            self._made[key] = self._hung(spec, tuple(history.values()), language)
        return self._made[key]

    def levels(self, image: str) -> tuple[U8, ...] | None:
        """The pixels of a board; None while its page is being made."""
        if not self._patient:
            return self._drawn(image)
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "frieze")
        if image not in self._coming:
            self._coming[image] = self._thread.submit(self._drawn, image)
        if not self._coming[image].done():
            return None
        return self._coming.pop(image).result()

    def free(self) -> None:
        """Ends the thread."""
        if self._thread is not None:
            self._thread.shutdown(cancel_futures=True)

    def _hung(
        self, spec: InteriorSpec, events: Sequence[Event], language: str
    ) -> FramedPictures | None:
        found = boards(spec, events)
        if not found:
            return None
        if self._pages is None:
            words = load_frieze_words(self._assets / "content")
            self._pages = Pages(self._assets / "fonts", words)
        names = tuple(f"story/{spec.id}/{language}/{number}" for number in range(len(found)))
        self._boards |= {name: (board, language) for name, board in zip(names, found, strict=True)}
        turn = np.radians([one.facing_deg for one in found])
        ahead = np.stack([np.sin(turn), np.cos(turn), np.zeros_like(turn)], axis=1)
        right = np.stack([-np.cos(turn), np.sin(turn), np.zeros_like(turn)], axis=1)
        centre = np.array([one.at_m for one in found]) + OFF_WALL_M * ahead
        size = np.array([one.size_m for one in found]) - 2.0 * FRAME_M
        return framed(
            centre, right, size, names, self,
            mat_m=0.0, frame_m=FRAME_M, glow=GLOW, paint=BRONZE,
        )  # fmt: skip

    def _drawn(self, image: str) -> tuple[U8, ...]:
        if self._pages is None:
            raise ValueError(f"nobody hung '{image}'")
        board, language = self._boards[image]
        levels = [self._pages.page(board, language, PICTURE_PX)]
        for _ in range(round(math.log2(PICTURE_PX / LEAST_PX))):
            levels.append(halved(levels[-1]))
        return tuple(levels)


def halved(pixels: U8) -> U8:
    """The mean of every four pixels."""
    wide = pixels.astype(np.uint16)
    quarters = wide[::2, ::2] + wide[1::2, ::2] + wide[::2, 1::2] + wide[1::2, 1::2]
    return np.asarray((quarters + 2) // 4, np.uint8)
