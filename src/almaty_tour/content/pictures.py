"""The built-in pictures: views made by the program, by theme, in `assets/content/pictures`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from almaty_tour.base.errors import AlmatyTourError, ContentError
from almaty_tour.content import schema
from almaty_tour.content.load import check_moment, check_range, decoded, load_all, text
from almaty_tour.content.model import LandmarkSpec, Text, View
from almaty_tour.content.weather import DEFAULT_WEATHER


@dataclass(frozen=True)
class MadePicture:
    """One view made by the program; its pixels are `assets/pictures/<id>.jpg`.

    Attributes:
        order: pictures hang by it. theme: stem of its file; `theme_name` is told to a visitor.
        time: of the simulated day, local in Almaty, ISO. weather: id of a kind of weather.
        credit: says that it is no photograph.
        view: where the eye stands; `fov_deg` is the height of what it sees.
    """

    id: str
    order: int
    theme: str
    theme_name: Text
    caption: Text
    place: Text
    credit: Text
    time: str
    weather: str
    view: View
    fov_deg: float


def load_theme(path: Path, landmarks: Mapping[str, LandmarkSpec]) -> tuple[MadePicture, ...]:
    """The pictures of one file; ContentError names file, picture and fault."""
    file = decoded(path, schema.PictureThemeFile)
    return tuple(
        MadePicture(
            view=_view(path, one),
            id=one.id,
            order=1000 * file.order + number,
            theme=path.stem,
            theme_name=text(file.name),
            caption=text(one),
            place=_place(path, one, landmarks),
            credit=text(file.credit),
            time=one.time,
            weather=one.weather or DEFAULT_WEATHER,
            fov_deg=one.fov_deg,
        )
        for number, one in enumerate(file.pictures)
    )


def _view(path: Path, one: schema.PictureFile) -> View:
    where = f"picture {one.id}"
    check_moment(path, f"{where} time", one.time)
    check_range(path, f"{where} distance_m", one.distance_m, 1.0, 100_000.0)
    check_range(path, f"{where} above_m", one.above_m, -one.distance_m, one.distance_m)
    check_range(path, f"{where} fov_deg", one.fov_deg, 5.0, 120.0)
    placed = one.latitude_deg is not None and one.longitude_deg is not None
    if (one.landmark is None) != placed:
        raise ContentError(
            path, "needs either landmark or latitude_deg and longitude_deg", where=where
        )
    return View(
        one.landmark,
        one.latitude_deg,
        one.longitude_deg,
        one.from_deg,
        one.distance_m,
        one.above_m,
        one.look_up_m,
    )


def _place(path: Path, one: schema.PictureFile, landmarks: Mapping[str, LandmarkSpec]) -> Text:
    if one.place is not None:
        return text(one.place)
    if one.landmark is None or one.landmark not in landmarks:
        raise ContentError(path, "names no place and no landmark", where=f"picture {one.id}")
    return landmarks[one.landmark].name


def load_pictures(
    content: Path, landmarks: Mapping[str, LandmarkSpec]
) -> tuple[dict[str, MadePicture], list[AlmatyTourError]]:
    """All pictures by id in their order, and the faults of the themes left out."""
    files, faults = load_all(content / "pictures", lambda path: load_theme(path, landmarks))
    found: dict[str, MadePicture] = {}
    for theme, pictures in files.items():
        for one in pictures:
            if one.id in found:
                path = content / "pictures" / f"{theme}.toml"
                faults.append(ContentError(path, "is there twice", where=f"picture {one.id}"))
            found.setdefault(one.id, one)
    return dict(sorted(found.items(), key=lambda item: item[1].order)), faults
