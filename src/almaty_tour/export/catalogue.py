"""A catalogue of the landmarks: a page each, by day and by night, and sheets of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from PIL import Image

from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import looking, placed_view
from almaty_tour.content.model import LANGUAGES, LandmarkSpec
from almaty_tour.export.sheet import arranged, captioned
from almaty_tour.export.studio import Picture, Studio
from almaty_tour.geo.sun import local_time
from almaty_tour.tour.places import Place

DAY: Final = local_time("2026-06-21T16:20")
NIGHT: Final = local_time("2026-06-21T21:30")
LEAST_ABOVE_GROUND_M: Final = 3.0
SHEET_COLUMNS: Final = 4
SHEET_TILES: Final = 20
SHEET_TILE_PX: Final = (320, 180)


@dataclass(frozen=True)
class Look:
    """A view by formula.

    Attributes:
        name: "front", "corner", "aerial".
        from_deg: counted from the bearing of the front, clockwise.
        sizes: distance in sizes of the landmark, steepness: height over distance.
    """

    name: str
    from_deg: float
    sizes: float
    steepness: float


LOOKS: Final = (
    Look("front", 0.0, 1.45, 0.12),
    Look("corner", 38.0, 1.4, 0.2),
    Look("aerial", -40.0, 2.1, 0.62),
)


@dataclass(frozen=True)
class Page:
    """A page: the landmark, the finished picture, its corner by day for the sheet."""

    landmark: str
    picture: Picture
    thumbnail: Picture


def pages(studio: Studio, landmarks: Iterable[LandmarkSpec]) -> Iterator[Page]:
    """One page a landmark: three views by day over the same three by night."""
    for spec in landmarks:
        place = studio.stage.world.places[spec.id]
        cameras = [camera(studio, place, look) for look in LOOKS]
        tiles = [studio.picture(c, moment) for moment in (DAY, NIGHT) for c in cameras]
        page = captioned(arranged(tiles, len(LOOKS)), title(spec))
        yield Page(spec.id, page, thumbnail(tiles[1], spec))


def thumbnails(studio: Studio, landmarks: Iterable[LandmarkSpec]) -> Iterator[Picture]:
    """What sheets are made of: the corner of each landmark by day, small, with its id."""
    for spec in landmarks:
        corner = camera(studio, studio.stage.world.places[spec.id], LOOKS[1])
        yield thumbnail(studio.picture(corner, DAY), spec)


def thumbnail(picture: Picture, spec: LandmarkSpec) -> Picture:
    """A picture made small, with the id of its landmark under it."""
    small = Image.fromarray(picture).resize(SHEET_TILE_PX, Image.Resampling.LANCZOS)
    return captioned(np.asarray(small), spec.id)


def title(spec: LandmarkSpec) -> str:
    """The name in every language, each once."""
    return "  ·  ".join(dict.fromkeys(spec.name[language] for language in LANGUAGES))


def camera(studio: Studio, place: Place, look: Look) -> CameraState:
    """Where a look stands for a landmark; never in the ground."""
    size_m = max(place.height_m, place.radius_m * 1.5)
    away_m = look.sizes * size_m + 12.0
    target = (place.x_m, place.y_m, place.ground_m + place.height_m * 0.42)
    view = placed_view(target, place.bearing_deg + look.from_deg, away_m, look.steepness * away_m)
    x, y, z = view.eye
    ground_m = float(studio.stage.world.terrain.height_m(x, y))
    return looking((x, y, max(z, ground_m + LEAST_ABOVE_GROUND_M)), view.target)


def sheets(thumbnails: list[Picture]) -> list[Picture]:
    """Contact sheets of at most `SHEET_TILES` thumbnails each."""
    starts = range(0, len(thumbnails), SHEET_TILES)
    return [arranged(thumbnails[k : k + SHEET_TILES], SHEET_COLUMNS) for k in starts]
