"""The pictures on the walls of an interior: the museum's own, then those of the program."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError
from almaty_tour.content.interiors import Hanging, InteriorSpec
from almaty_tour.content.model import LANGUAGES, Text
from almaty_tour.content.pictures import MadePicture, load_pictures
from almaty_tour.gallery.record import Record
from almaty_tour.scene.framed import FramedPictures, ImageSource, framed
from almaty_tour.scene.thumbnails import Thumbnails
from almaty_tour.session.hanging import gallery_places, hung
from almaty_tour.session.shelf import Shelf, title_of
from almaty_tour.session.world import World

U8 = npt.NDArray[np.uint8]

PREFIX: Final = "gallery/"
LIMIT_BYTES: Final = 20_000_000
MAT_M, FRAME_M, OFF_WALL_M = 0.07, 0.035, 0.03
GLOW: Final = 0.35


class Hung:
    """Pictures by interior; where there are none, walls stay empty."""

    def __init__(self, assets: Path, data: Path | None = None, *, patient: bool) -> None:
        """`patient` reads pixels in a thread; a studio has them at once.

        `data` is the user's data folder, None hangs the built-in pictures alone.
        """
        self._assets, self._patient = assets, patient
        self._shelf = None if data is None else Shelf(data)
        self._source = Thumbnails(self._read, patient=patient)
        self._made: dict[str, FramedPictures | None] = {}
        self._places: dict[str, dict[str, str]] = {}
        self._known: dict[str, MadePicture] | None = None
        self._looked = False

    def pictures(self, world: World, spec: InteriorSpec) -> FramedPictures | None:
        """What hangs in an interior, None where nothing does; the same until that changes."""
        self._look()
        if spec.id not in self._made:
            self._made[spec.id] = self._hung(spec, self._hang(world, spec))
        return self._made[spec.id]

    def caption(self, world: World, spec: InteriorSpec, place: str) -> Text | None:
        """What is told of the picture in a place of an interior; None where none hangs."""
        picture = self._hang(world, spec).get(place)
        record = None if picture is None else self._records.get(picture)
        if record is not None:
            return {code: title_of(record, code) for code in LANGUAGES}
        return None if picture is None else self._pictures_of(world)[picture].caption

    @property
    def _records(self) -> dict[str, Record]:
        return {} if self._shelf is None else self._shelf.records

    def _look(self) -> None:
        """Sees whether the library is another; a studio looks once."""
        if self._shelf is None or (self._looked and not self._patient):
            return
        self._looked = True
        if self._shelf.look():
            self._made.clear()
            self._places.clear()

    def _pictures_of(self, world: World) -> dict[str, MadePicture]:
        if self._known is None:
            self._known, _ = load_pictures(self._assets / "content", world.landmarks)
        return self._known

    def _hang(self, world: World, spec: InteriorSpec) -> dict[str, str]:
        """Place to picture."""
        if spec.id not in self._places:
            self._look()
            made = [one for one in self._pictures_of(world) if self._path(one).is_file()]
            own = [one for one in self._records.values() if self._path(one.digest).is_file()]
            self._places[spec.id] = hung(gallery_places(spec), own, made)
        return self._places[spec.id]

    def _hung(self, spec: InteriorSpec, told: dict[str, str]) -> FramedPictures | None:
        places = [one for one in gallery_places(spec) if one.id in told]
        if not places:
            return None
        names = [told[one.id] for one in places]
        sizes = [self._size_px(name) for name in names]
        return on_wall(places, sizes, tuple(PREFIX + name for name in names), self._source)

    def _path(self, name: str) -> Path:
        """The small picture: a thumbnail of the library, or one that was shipped."""
        if self._shelf is not None and name in self._shelf.records:
            return self._shelf.thumb(name)
        return self._assets / "pictures" / f"{name}.jpg"

    def _size_px(self, name: str) -> tuple[int, int]:
        from PIL import Image

        record = self._records.get(name)
        if record is not None and record.width_px and record.height_px:
            return record.width_px, record.height_px
        try:
            with Image.open(self._path(name), formats=["JPEG"]) as image:
                return image.size
        except (OSError, SyntaxError):
            return 3, 2

    def _read(self, image: str) -> npt.NDArray[Any]:
        from PIL import Image

        path = self._path(image.removeprefix(PREFIX))
        data = read_bounded(path, LIMIT_BYTES)
        try:
            with Image.open(io.BytesIO(data), formats=["JPEG"]) as picture:
                return np.asarray(picture.convert("RGB"))
        except (OSError, SyntaxError) as error:
            raise AssetError(path, f"is not a picture that can be read: {error}") from error


def on_wall(
    places: Sequence[Hanging],
    sizes_px: Sequence[tuple[int, int]],
    images: tuple[str, ...],
    source: ImageSource,
) -> FramedPictures:
    """Pictures in their places, as large as there is room for in their shape."""
    turn = np.radians([one.facing_deg for one in places])
    flat = np.zeros_like(turn)
    ahead = np.stack([np.sin(turn), np.cos(turn), flat], axis=1)
    right = np.stack([-np.cos(turn), np.sin(turn), flat], axis=1)
    room = np.array([one.most_m for one in places]) - 2.0 * (MAT_M + FRAME_M)
    shape = np.array(sizes_px, np.float64)
    size = shape * (room / shape).min(axis=1, keepdims=True)
    centre = np.array([one.at_m for one in places]) + OFF_WALL_M * ahead
    return framed(centre, right, size, images, source, mat_m=MAT_M, frame_m=FRAME_M, glow=GLOW)


class _Either:
    """Two sources as one: a picture comes from the one that it was told of."""

    def __init__(self, first: FramedPictures, second: FramedPictures) -> None:
        self._ours, self._first, self._second = set(first.images), first.source, second.source

    def levels(self, image: str) -> tuple[U8, ...] | None:
        return (self._first if image in self._ours else self._second).levels(image)


def joined(first: FramedPictures | None, second: FramedPictures | None) -> FramedPictures | None:
    """What hangs in one space, from two sources."""
    if first is None or second is None:
        return first or second
    rows = {
        name: np.concatenate([getattr(first, name), getattr(second, name)])
        for name in (
            "centre_enu", "right", "up", "size_m", "mat_m", "frame_m", "leg_m", "glow", "paint",
        )
    }  # fmt: skip
    return FramedPictures(
        **rows, images=first.images + second.images, source=_Either(first, second)
    )
