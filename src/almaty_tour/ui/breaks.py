"""Where a caption is broken: pages and lines of like length that end where a speaker pauses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

LINE_LETTERS = 42
PAGE_LINES = 2

SENTENCE_ENDS, CLAUSE_ENDS = (".", "!", "?", "…"), (",", ";", ":", "–", "—")
_QUOTES = "»”\"')"
_LITTLE = 3
"""Words up to so many letters (articles, prepositions) go with the word after, as numbers do."""

# Costs. Only their proportions matter.
_PAGE = 1.0
_LONG_PAGE = 2.0
_SHORT_PAGE, _SHORT_LETTERS = 4.0, 40
_STUB, _STUB_LETTERS = 12.0, 14
_SECOND_LINE, _UNEVEN_LINES = 0.5, 4.0
_SENTENCE_WITHIN_LINE = 4.0
_BREAK_IN_CLAUSE, _BREAK_AFTER_LITTLE, _BEFORE_LITTLE = 8.0, 6.0, 2.5
_LINE_SHARE = 0.12
"""A line is broken that much more lightly than a page."""


@dataclass(frozen=True)
class _Text:
    """Words, and for each place between them what a break there costs.

    Attributes:
        letters: letters before each word, one space after each word counted.
        breaks: cost of a page that ends after so many words.
        sentences: how many sentences begin among the first so many words.
    """

    words: tuple[str, ...]
    letters: tuple[int, ...]
    breaks: tuple[float, ...]
    sentences: tuple[int, ...]

    def length(self, first: int, last: int) -> int:
        """Letters of the words from `first` to before `last`, with their spaces."""
        return self.letters[last] - self.letters[first] - 1

    def text(self, first: int, last: int) -> str:
        return " ".join(self.words[first:last])


@lru_cache(maxsize=64)
def split_pages(text: str) -> tuple[tuple[str, ...], ...]:
    """Pages of at most two lines of at most 42 letters, with every word in its order."""
    read = _read(text)
    count = len(read.words)
    best, came_from = [0.0] + [float("inf")] * count, [(0, 0)] * (count + 1)
    for last in range(1, count + 1):
        for first in range(last - 1, -1, -1):
            if read.length(first, last) > PAGE_LINES * LINE_LETTERS + 1:
                break
            within, middle = _page(read, first, last)
            cost = best[first] + within + read.breaks[last]
            if cost < best[last]:
                best[last], came_from[last] = cost, (first, middle)
    pages, last = [], count
    while last:
        first, middle = came_from[last]
        parts = ((first, middle), (middle, last)) if first < middle < last else ((first, last),)
        pages.append(tuple(read.text(*part) for part in parts))
        last = first
    return tuple(reversed(pages))


def _read(text: str) -> _Text:
    words = tuple(
        word[i : i + LINE_LETTERS]
        for word in text.split()
        for i in range(0, len(word), LINE_LETTERS)
    )
    letters, sentences = [0], [0]
    for i, word in enumerate(words):
        letters.append(letters[-1] + len(word) + 1)
        begins = i > 0 and _ends(words[i - 1], SENTENCE_ENDS)
        sentences.append(sentences[-1] + begins)
    breaks = [0.0, *map(_break_cost, words, words[1:]), 0.0]
    return _Text(words, tuple(letters), tuple(breaks), tuple(sentences))


def _ends(word: str, marks: tuple[str, ...]) -> bool:
    return word.rstrip(_QUOTES).endswith(marks)


def _break_cost(word: str, later: str) -> float:
    if _ends(word, SENTENCE_ENDS):
        return 0.0
    if _ends(word, CLAUSE_ENDS):
        return 2.0
    belongs_to_later = len(word) <= _LITTLE or word[-1].isdigit()
    lighter = len(later) <= _LITTLE and not belongs_to_later
    extra = _BREAK_AFTER_LITTLE if belongs_to_later else 0.0
    return _BREAK_IN_CLAUSE + extra - (_BEFORE_LITTLE if lighter else 0.0)


def _page(read: _Text, first: int, last: int) -> tuple[float, int]:
    """Cost of a page of these words, and the word that begins its second line.

    The first word stands for a page of one line.
    """
    length = read.length(first, last)
    begun = read.sentences[last] - read.sentences[first + 1]
    best, where = float("inf"), first
    if length <= LINE_LETTERS:
        best = _SENTENCE_WITHIN_LINE * begun
    if length > LINE_LETTERS or begun:
        for middle in range(first + 1, last):
            cost = _two_lines(read, first, middle, last, begun)
            if cost < best:
                best, where = cost, middle
    return best + _page_cost(length, last - first), where


def _two_lines(read: _Text, first: int, middle: int, last: int, begun: int) -> float:
    above, below = read.length(first, middle), read.length(middle, last)
    if max(above, below) > LINE_LETTERS:
        return float("inf")
    uneven = _UNEVEN_LINES * ((above - below) / LINE_LETTERS) ** 2
    at_middle = read.sentences[middle + 1] - read.sentences[middle]
    inside = _SENTENCE_WITHIN_LINE * (begun - at_middle)
    return _SECOND_LINE + uneven + inside + _LINE_SHARE * read.breaks[middle]


def _page_cost(length: int, words: int) -> float:
    full = length / (PAGE_LINES * LINE_LETTERS)
    lack = max(1.0 - length / _SHORT_LETTERS, 0.0)
    stub = _STUB if words == 1 or length < _STUB_LETTERS else 0.0
    return _PAGE + _LONG_PAGE * full**2 + _SHORT_PAGE * lack**2 + stub
