"""Caption, author, place and date from IPTC, without trust."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from almaty_tour.gallery.exif import decoded, moment
from almaty_tour.gallery.record import Taken, plain


def iptc_taken(info: Mapping[tuple[int, int], Any] | None) -> Taken:
    """What the records of an IPTC block tell."""
    found = info or {}

    def words(number: int) -> str:
        value = found.get((2, number))
        first = value[0] if isinstance(value, list) and value else value
        return plain(decoded(first)) if isinstance(first, bytes) else ""

    caption = words(120) or words(105) or words(5)
    place = ", ".join(part for part in (words(92), words(90)) if part)
    return Taken(
        time=moment(words(55)),
        captions={"": caption} if caption else {},
        places={"": place} if place else {},
        author=words(80),
        credit=words(110) or words(116),
    )
