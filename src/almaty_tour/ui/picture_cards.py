"""Cards of the gallery in the visitor's language: the program's own pictures, then the museum's."""

from __future__ import annotations

from collections.abc import Iterable

from almaty_tour.content.load import LATITUDES_DEG, LONGITUDES_DEG
from almaty_tour.content.pictures import MadePicture
from almaty_tour.gallery.record import Record
from almaty_tour.session.shelf import in_language, title_of
from almaty_tour.session.standpoints import made_standpoint, taken_standpoint
from almaty_tour.session.world import World
from almaty_tour.ui.picture_view import OWN_THEME, PictureCard

MADE_PX = (960, 540)


def made_cards(
    world: World, pictures: Iterable[MadePicture], language: str
) -> tuple[PictureCard, ...]:
    """Cards of the built-in pictures; those of places that are not there stand nowhere."""
    return tuple(
        PictureCard(
            id=one.id,
            theme=one.theme,
            theme_name=one.theme_name[language],
            caption=one.caption[language],
            place=one.place[language],
            moment=one.time,
            credit=one.credit[language],
            size_px=MADE_PX,
            placed=one.view.landmark is None or one.view.landmark in world.places,
        )
        for one in pictures
    )


def taken_cards(records: Iterable[Record], language: str, own: str) -> tuple[PictureCard, ...]:
    """Cards of imported pictures; `own` is the name of the theme of those without one."""
    return tuple(
        PictureCard(
            id=one.digest,
            theme=f"{OWN_THEME}{one.taken.theme}",
            theme_name=one.taken.theme or own,
            caption=title_of(one, language),
            place=in_language(one.taken.places, language),
            moment=one.taken.time,
            credit=", ".join(dict.fromkeys(filter(None, (one.taken.author, one.taken.credit)))),
            size_px=(one.width_px, one.height_px),
            placed=stands_in_city(one),
        )
        for one in records
    )


def stand_of(world: World, one: MadePicture | Record) -> str:
    """The argument of `stand_at` for a picture that is placed."""
    if isinstance(one, MadePicture):
        return made_standpoint(world, one).told()
    taken = one.taken
    return taken_standpoint(
        world.terrain.height_at,
        taken.latitude_deg or 0.0,
        taken.longitude_deg or 0.0,
        taken.direction_deg,
        taken.time,
    ).told()


def stands_in_city(one: Record) -> bool:
    """Whether a picture was taken on the ground that the city shows."""
    latitude, longitude = one.taken.latitude_deg, one.taken.longitude_deg
    if latitude is None or longitude is None:
        return False
    south, north = LATITUDES_DEG
    west, east = LONGITUDES_DEG
    return south < latitude < north and west < longitude < east
