"""Time, place, direction, caption and author from EXIF, without trust."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from almaty_tour.gallery.record import Taken, plain

_DESCRIPTION, _ARTIST, _COPYRIGHT, _DATE = 0x010E, 0x013B, 0x8298, 0x0132
_ORIGINAL_DATE, _DIGITISED_DATE = 0x9003, 0x9004
_EXIF, _GPS = 0x8769, 0x8825
EARLIEST_YEAR: Final = 1826  # the oldest photograph that is left


def exif_taken(exif: Any) -> Taken:
    """What an EXIF block of Pillow tells."""
    more, gps = exif.get_ifd(_EXIF), exif.get_ifd(_GPS)
    dates = (more.get(_ORIGINAL_DATE), more.get(_DIGITISED_DATE), exif.get(_DATE))
    caption = _words(exif.get(_DESCRIPTION))
    place = _position(gps)
    return Taken(
        time=next((time for date in dates if (time := moment(date))), ""),
        latitude_deg=place[0],
        longitude_deg=place[1],
        direction_deg=_number(gps.get(17), 0.0, 360.0),
        captions={"": caption} if caption else {},
        author=_words(exif.get(_ARTIST)),
        credit=_words(exif.get(_COPYRIGHT)),
    )


def moment(date: object) -> str:
    """ISO of "2016:11:05 10:20:30" and its relatives, local time; empty for what is no date."""
    text = _words(date)[:19].replace("T", " ")
    for shape in ("%Y:%m:%d %H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d",
                  "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y", "%Y:%m:%d", "%Y%m%d",
                  ):  # fmt: skip
        try:
            found = datetime.strptime(text, shape)
        except ValueError:
            continue
        if not EARLIEST_YEAR <= found.year <= 2100:
            return ""
        return found.isoformat(timespec="minutes")
    return ""


def _words(value: object) -> str:
    if isinstance(value, str) and not value.isascii():
        value = _as_written(value)
    if isinstance(value, bytes):
        value = decoded(value)
    return plain(value) if isinstance(value, str) else ""


def _as_written(text: str) -> bytes | str:
    """The bytes of a text that Pillow took for Latin-1, as EXIF does not say what it is."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text


def decoded(raw: bytes) -> str:
    """Text of unknown encoding: UTF-8, else what older programs in the country wrote."""
    raw = raw[:8000].rstrip(b"\x00")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1251", errors="replace")


def _position(gps: Mapping[int, Any]) -> tuple[float | None, float | None]:
    """Latitude and longitude; both None where one is missing or both are zero."""
    latitude = _angle(gps.get(2), gps.get(1), "S", 90.0)
    longitude = _angle(gps.get(4), gps.get(3), "W", 180.0)
    if latitude is None or longitude is None or (latitude == 0.0 and longitude == 0.0):
        return None, None
    return latitude, longitude


def _angle(parts: object, half: object, negative: str, most: float) -> float | None:
    if not isinstance(parts, tuple | list) or not 1 <= len(parts) <= 3:
        return None
    numbers = [_number(part, 0.0, most) for part in parts]
    if any(number is None for number in numbers):
        return None
    degrees = sum((number or 0.0) / 60.0**step for step, number in enumerate(numbers))
    if degrees > most:
        return None
    return -degrees if _words(half).upper().startswith(negative) else degrees


def _number(value: Any, low: float, high: float) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, ArithmeticError):
        return None
    return number if math.isfinite(number) and low <= number <= high else None
