"""Caption, author, place and date from XMP, found as text: no parser that can be led astray."""

from __future__ import annotations

import html
import re
from typing import Final

from almaty_tour.gallery.exif import moment
from almaty_tour.gallery.record import LANGUAGES, Taken, plain

MOST_BYTES: Final = 1_000_000
_LANGUAGE: Final = re.compile(r'xml:lang="([^"]{1,12})"')
_COORDINATE: Final = re.compile(r"(\d{1,3}),(\d{1,2}(?:\.\d{1,12})?)([NSEW])")
_PART: Final = 20_000


def xmp_taken(raw: bytes) -> Taken:
    """What a packet of XMP tells; nothing where it is too large."""
    if len(raw) > MOST_BYTES:
        return Taken()
    text = raw.decode("utf-8", errors="replace")
    latitude, longitude = _degrees(text, "exif:GPSLatitude"), _degrees(text, "exif:GPSLongitude")
    both = latitude is not None and longitude is not None
    place = ", ".join(
        part for part in (_single(text, "Iptc4xmpCore:Location"), _single(text, "photoshop:City"))
        if part
    )  # fmt: skip
    return Taken(
        time=moment(_single(text, "exif:DateTimeOriginal") or _single(text, "xmp:CreateDate")),
        latitude_deg=latitude if both else None,
        longitude_deg=longitude if both else None,
        captions=_translated(text, "dc:description") or _translated(text, "dc:title"),
        places={"": place} if place else {},
        author=next(iter(_items(text, "dc:creator").values()), ""),
        credit=_single(text, "photoshop:Credit")
        or next(iter(_items(text, "dc:rights").values()), ""),
    )


def _element(text: str, name: str) -> str:
    start = text.find(f"<{name}>")
    end = text.find(f"</{name}>", start)
    return text[start + len(name) + 2 : min(end, start + _PART)] if 0 <= start < end else ""


def _single(text: str, name: str) -> str:
    """A property as an attribute or as an element without a list."""
    start = text.find(f'{name}="')
    if start >= 0:
        first = start + len(name) + 2
        end = text.find('"', first, first + _PART)
        return plain(html.unescape(text[first:end])) if end > 0 else ""
    inner = _element(text, name)
    return "" if "<" in inner else plain(html.unescape(inner))


def _items(text: str, name: str) -> dict[str, str]:
    """The items of a list by language; at most twenty are looked at."""
    found: dict[str, str] = {}
    for part in _element(text, name).split("<rdf:li")[1:21]:
        head, closed, rest = part.partition(">")
        words = plain(html.unescape(rest.partition("</rdf:li>")[0])) if closed else ""
        told = _LANGUAGE.search(head[:200])
        language = told.group(1).lower().split("-")[0] if told else ""
        if words and "<" not in rest.partition("</rdf:li>")[0]:
            found.setdefault(language, words)
    return found


def _translated(text: str, name: str) -> dict[str, str]:
    items = _items(text, name)
    known: dict[str, str] = {code: items[code] for code in LANGUAGES if code in items}
    other = next((words for code, words in items.items() if code not in LANGUAGES), "")
    return {**known, "": other} if other else known


def _degrees(text: str, name: str) -> float | None:
    found = _COORDINATE.fullmatch(_single(text, name))
    if found is None:
        return None
    value = float(found[1]) + float(found[2]) / 60.0
    if value > (90.0 if found[3] in "NS" else 180.0):
        return None
    return -value if found[3] in "SW" else value
