"""What the library knows of one picture, and the limits of what it takes."""

from __future__ import annotations

from enum import Enum
from typing import Final

import msgspec

LONGEST_TEXT: Final = 2000
MOST_PIXELS: Final = 160_000_000
MOST_BYTES: Final = 500_000_000
THUMB_PX: Final = 640
LANGUAGES: Final = ("kk", "ru", "en")


class Taken(msgspec.Struct, frozen=True):
    """What was read from a file itself; empty or None where it tells nothing.

    Attributes:
        time: ISO, local at the place; a year alone where only that is known.
        latitude_deg, longitude_deg: WGS84.
        direction_deg: clockwise from north, where the camera looked.
        captions: by language, "" for text of no known language.
        hang: where staff want it on the walls of a hall, as `table` reads it; "" leaves it to
            the program.
    """

    time: str = ""
    latitude_deg: float | None = None
    longitude_deg: float | None = None
    direction_deg: float | None = None
    captions: dict[str, str] = {}
    places: dict[str, str] = {}
    author: str = ""
    credit: str = ""
    theme: str = ""
    hang: str = ""

    @property
    def placed(self) -> bool:
        """Whether it is known where it was taken."""
        return self.latitude_deg is not None and self.longitude_deg is not None


class Record(msgspec.Struct, frozen=True):
    """One picture of the library.

    Attributes:
        digest: SHA-256 of the original; names its thumbnail. path: of the original, untouched.
        kind: JPEG, PNG, TIFF, WEBP or HEIF. width_px, height_px: upright.
        notes: what was odd, each a sentence.
    """

    digest: str
    path: str
    kind: str = ""
    bytes: int = 0
    changed_ns: int = 0
    width_px: int = 0
    height_px: int = 0
    taken: Taken = Taken()
    notes: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What neither the file nor a table tells."""
        taken = self.taken
        told = {
            "place": taken.placed,
            "date": bool(taken.time),
            "caption": bool(taken.captions),
            "author": bool(taken.author or taken.credit),
        }
        return tuple(name for name, there in told.items() if not there)


class Why(Enum):
    """Reasons for which a file is not taken: what the window says in the visitor's language."""

    EMPTY = "empty"
    NO_PICTURE = "no_picture"
    NEEDS_HEIC = "needs_heic"
    TOO_LARGE = "too_large"
    TOO_SMALL = "too_small"
    DAMAGED = "damaged"
    TOO_SLOW = "too_slow"
    UNREADABLE = "unreadable"


class RefusedError(Exception):
    """A file that is not taken, and why, as one line; `why` is the kind of the reason."""

    def __init__(self, told: str, why: Why = Why.DAMAGED) -> None:
        super().__init__(told)
        self.why = why


def plain(words: object) -> str:
    """A text without control characters and of bounded length."""
    text = str(words)[: 4 * LONGEST_TEXT]
    kept = "".join(one if one.isprintable() else " " for one in text)
    return " ".join(kept.split())[:LONGEST_TEXT]
