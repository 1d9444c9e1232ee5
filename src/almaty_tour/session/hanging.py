"""Which picture hangs in which place of a hall: the museum's own first, then the built-in ones.

Staff choose by the column `hang` of a table: a turn, a wall, a place on it, or not at all. All
others hang by theme, oldest first; of more than there are places for, some evenly through that
order, so that every theme and time has its share.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from almaty_tour.content.interiors import Hanging, InteriorSpec
from almaty_tour.gallery.record import Record
from almaty_tour.gallery.table import NOT_HUNG

GALLERY: Final = "gallery"
AUTO: Final = frozenset({"", "auto"})


def gallery_places(spec: InteriorSpec) -> list[Hanging]:
    """The places for pictures of an interior, as one walks along them."""
    return in_columns([one for one in spec.hangings if one.group == GALLERY])


def in_columns(places: Sequence[Hanging]) -> list[Hanging]:
    """Places one above the other beside each other in the order, the lower first."""
    first: dict[tuple[float, ...], int] = {}
    for number, one in enumerate(places):
        first.setdefault(_foot(one), number)
    return sorted(places, key=lambda one: (first[_foot(one)], one.at_m[2]))


def _foot(place: Hanging) -> tuple[float, ...]:
    return round(place.at_m[0], 2), round(place.at_m[1], 2), round(place.facing_deg, 1)


def hung(places: Sequence[Hanging], own: Sequence[Record], made: Sequence[str]) -> dict[str, str]:
    """Place to picture, in the order of the places; those of the museum by their digest.

    Args:
        own: the library. made: ids of the built-in pictures.
    """
    found: dict[str, str] = {}
    free = [one.id for one in places]

    def take(pictures: Iterable[Record], wall: str = "") -> list[Record]:
        """Hangs pictures in free places of a wall; those that there is no place for."""
        over = []
        for one in pictures:
            place = next((name for name in free if on_wall_of(name, wall)), None)
            if place is None:
                over.append(one)
            else:
                free.remove(place)
                found[place] = one.digest
        return over

    wanted = [one for one in _ordered(own) if one.taken.hang != NOT_HUNG]
    for hang in sorted({one.taken.hang for one in wanted if _is_wall(one)}, key=_narrowest):
        there = [one for one in wanted if one.taken.hang == hang]
        over = {one.digest for one in take(there, hang)}
        wanted = [one for one in wanted if one.taken.hang != hang or one.digest in over]
    turns = [one for one in wanted if one.taken.hang.isdigit()]
    take(sorted(turns, key=lambda one: int(one.taken.hang)))
    take(_evenly([one for one in wanted if not one.taken.hang.isdigit()], len(free)))
    found |= zip(free, made, strict=False)
    return {one.id: found[one.id] for one in places if one.id in found}


def on_wall_of(place: str, wall: str) -> bool:
    """Whether a place is the one named, or on that wall: `west` is `west_low` and `west_high`."""
    return not wall or place == wall or place.startswith((f"{wall}.", f"{wall}_"))


def lacks(places: Iterable[Hanging], hang: str) -> bool:
    """Whether a picture is wanted on a wall that is not there."""
    if hang in AUTO or hang == NOT_HUNG or hang.isdigit():
        return False
    return not any(on_wall_of(one.id, hang) for one in places)


def rows_of(places: Iterable[Hanging], hang: str) -> list[str]:
    """The places that a wall of more than one row has where one is named without its row."""
    wall, _, number = hang.partition(".")
    return [
        one.id
        for one in places
        if number and on_wall_of(one.id, wall) and one.id.endswith(f".{number}")
    ]


def _is_wall(one: Record) -> bool:
    hang = one.taken.hang
    return hang not in AUTO and not hang.isdigit()


def _narrowest(hang: str) -> tuple[bool, int, str]:
    """A place before a wall, one row of a wall before both."""
    return "." not in hang, -hang.count("_"), hang


def _ordered(own: Sequence[Record]) -> list[Record]:
    """By theme, those without one last; in a theme the oldest first, those without a date last."""
    themes = list(dict.fromkeys(one.taken.theme for one in own))
    turn = {theme: number for number, theme in enumerate(themes)}
    return sorted(
        own,
        key=lambda one: (
            not one.taken.theme,
            turn[one.taken.theme],
            not one.taken.time,
            one.taken.time,
            one.path,
        ),
    )


def _evenly(pictures: Sequence[Record], room: int) -> list[Record]:
    """As many as there is room for, evenly through their order."""
    if len(pictures) <= room:
        return list(pictures)
    return [pictures[number * len(pictures) // room] for number in range(room)]
