"""The pictures of the city on the walls of an interior: as many as it has places for."""

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
from almaty_tour.content.model import Text
from almaty_tour.content.pictures import MadePicture, load_pictures
from almaty_tour.scene.framed import FramedPictures, ImageSource, framed
from almaty_tour.scene.thumbnails import Thumbnails
from almaty_tour.session.world import World

U8 = npt.NDArray[np.uint8]

GALLERY: Final = "gallery"
PREFIX: Final = "gallery/"
LIMIT_BYTES: Final = 20_000_000
MAT_M, FRAME_M, OFF_WALL_M = 0.07, 0.035, 0.03
GLOW: Final = 0.35


class Hung:
    """Pictures by interior; where there are none, walls stay empty."""

    def __init__(self, assets: Path, *, patient: bool) -> None:
        """`patient` reads pixels in a thread; a studio has them at once."""
        self._assets = assets
        self._source = Thumbnails(self._read, patient=patient)
        self._made: dict[str, FramedPictures | None] = {}
        self._known: dict[str, MadePicture] | None = None

    def pictures(self, world: World, spec: InteriorSpec) -> FramedPictures | None:
        """What hangs in an interior, by theme, None where nothing does."""
        if spec.id not in self._made:
            self._made[spec.id] = self._hung(spec, list(self._pictures_of(world)))
        return self._made[spec.id]

    def caption(self, world: World, spec: InteriorSpec, place: str) -> Text | None:
        """What is told of the picture in a place of an interior; None where none hangs."""
        hung = self.pictures(world, spec)
        images = () if hung is None else hung.images
        for one, image in zip(_gallery(spec), images, strict=False):  # the last may be empty
            if one.id == place:
                return self._pictures_of(world)[image.removeprefix(PREFIX)].caption
        return None

    def _pictures_of(self, world: World) -> dict[str, MadePicture]:
        if self._known is None:
            self._known, _ = load_pictures(self._assets / "content", world.landmarks)
        return self._known

    def _hung(self, spec: InteriorSpec, known: list[str]) -> FramedPictures | None:
        places = _gallery(spec)
        names = [name for name in known if self._path(name).is_file()]
        count = min(len(places), len(names))
        if not count:
            return None
        sizes = [self._size_px(name) for name in names[:count]]
        return on_wall(
            places[:count], sizes, tuple(PREFIX + n for n in names[:count]), self._source
        )

    def _path(self, name: str) -> Path:
        return self._assets / "pictures" / f"{name}.jpg"

    def _size_px(self, name: str) -> tuple[int, int]:
        from PIL import Image

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


def _gallery(spec: InteriorSpec) -> list[Hanging]:
    return in_columns([one for one in spec.hangings if one.group == GALLERY])


def in_columns(places: Sequence[Hanging]) -> list[Hanging]:
    """Places one above the other beside each other in the order, the lower first."""
    first: dict[tuple[float, ...], int] = {}
    for number, one in enumerate(places):
        first.setdefault(_foot(one), number)
    return sorted(places, key=lambda one: (first[_foot(one)], one.at_m[2]))


def _foot(place: Hanging) -> tuple[float, ...]:
    return round(place.at_m[0], 2), round(place.at_m[1], 2), round(place.facing_deg, 1)


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
