"""Finding a name however it is typed: Kazakh, Russian or Latin letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from almaty_tour.content.streets import KIND_WORDS, StreetName

_LATIN = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e",
    "ж": "j", "з": "z", "и": "i", "і": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m",
    "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ұ": "u", "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "ı": "i",
}  # fmt: skip
_SPELLINGS = (("shch", "sh"), ("zh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "g"), ("ng", "n"),
              ("q", "k"), ("w", "u"), ("y", "i"), ("x", "ks"), ("ii", "i"))  # fmt: skip


SHORTEST = 2


def matches(query: str, names: Iterable[str]) -> bool:
    """Whether every word of the query is part of one of the names, in any of the scripts.

    q, қ and к are one letter, so are ё and е, ө and о; "Kok-Tobe" finds «Көктөбе».
    """
    words = [skeleton(word) for word in query.split()]
    words = [word for word in words if word]
    if not words:
        return True
    return any(all(word in folded for word in words) for folded in map(skeleton, names))


@lru_cache(maxsize=8)
def found_streets(query: str, streets: tuple[StreetName, ...]) -> tuple[int, ...]:
    """Rows of the streets that a query finds, those whose name begins with it first.

    Words for street or avenue are left out beside a name. Nothing is found by one letter.
    """
    words = [skeleton(word) for word in query.split()]
    named = [word for word in words if not any(kind.startswith(word) for kind in _KINDS)]
    wanted = named or [word for word in words if word and word not in _KINDS]
    text = "".join(wanted)
    if len(text) < SHORTEST:
        return ()
    rows = [row for row, one in enumerate(streets) if _names(one, wanted)]
    return tuple(sorted(rows, key=lambda row: (not _begins(streets[row], text), row)))


def _names(street: StreetName, wanted: list[str]) -> bool:
    """Whether every wanted word is found in one of the street's names."""
    return any(all(word in name for word in wanted) for name in _short(street))


def _begins(street: StreetName, wanted: str) -> bool:
    return any(name.startswith(wanted) for name in _short(street))


@lru_cache(maxsize=1024)
def _short(street: StreetName) -> tuple[str, ...]:
    """Skeletons of a street's names, without the word for street."""
    names = (*(street.short(language) for language in street.name), *street.also)
    return tuple(skeleton(name) for name in names)


@lru_cache(maxsize=2048)
def skeleton(text: str) -> str:
    """The text in plain Latin letters and digits without marks, spaces or case."""
    return "".join(_folded(word) for word in text.split())


def _folded(word: str) -> str:
    letters = unicodedata.normalize("NFC", word.lower())
    plain = "".join(_LATIN.get(letter, letter) for letter in letters)
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if c.isalnum())
    for spelling, letter in _SPELLINGS:
        plain = plain.replace(spelling, letter)
    return plain


_KINDS = frozenset(skeleton(word) for words in KIND_WORDS.values() for word in words)
