"""Captions cut into pages that can be read in the time they have."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from almaty_tour.ui.breaks import split_pages

FASTEST_LETTERS_S = 17.0
SLOWEST_LETTERS_S = 9.0
SHORTEST_PAGE_S = 5.0 / 6.0


@dataclass(frozen=True)
class CaptionPage:
    """At most two lines, shown from `start_s` to `end_s` after the caption begins."""

    lines: tuple[str, ...]
    start_s: float
    end_s: float

    @property
    def letters(self) -> int:
        """Letters and spaces that the eye goes through."""
        return sum(len(line) for line in self.lines)


@lru_cache(maxsize=64)
def reading_s(text: str) -> float:
    """Seconds that a caption needs at the fastest allowed reading speed."""
    return sum(_least_s(lines) for lines in split_pages(text))


@lru_cache(maxsize=64)
def caption_pages(text: str, seconds: float) -> tuple[CaptionPage, ...]:
    """Pages of a caption that has `seconds`; empty for an empty text.

    Time goes to the pages by their letters. A caption with much time ends before it is
    over, at 9 letters a second; one with too little is hurried, never cut.
    """
    pages = split_pages(text)
    if not pages:
        return ()
    slow = [max(_letters(lines) / SLOWEST_LETTERS_S, SHORTEST_PAGE_S) for lines in pages]
    least = [_least_s(lines) for lines in pages]
    spans = _share(least, slow, max(seconds, 0.0))
    shown, start = [], 0.0
    for lines, span in zip(pages, spans, strict=True):
        shown.append(CaptionPage(lines, start, start + span))
        start += span
    return tuple(shown)


def page_at(pages: tuple[CaptionPage, ...], time_s: float) -> CaptionPage | None:
    """The page shown at a time, or None before and after."""
    return next((page for page in pages if page.start_s <= time_s < page.end_s), None)


def _share(least: list[float], most: list[float], seconds: float) -> list[float]:
    """Spans between `least` and `most` that fill `seconds`; shorter than `least` if they must."""
    low, high = sum(least), sum(most)
    if seconds >= high:
        return most
    if seconds < low:
        return [span * seconds / low for span in least]
    part = (seconds - low) / (high - low) if high > low else 0.0
    return [a + (b - a) * part for a, b in zip(least, most, strict=True)]


def _least_s(lines: tuple[str, ...]) -> float:
    return max(_letters(lines) / FASTEST_LETTERS_S, SHORTEST_PAGE_S)


def _letters(lines: tuple[str, ...]) -> int:
    return sum(len(line) for line in lines)
