"""One board of the frieze as a picture: dates and texts of its events, in one language."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from almaty_tour.content.frieze import Board, FriezeWords
from almaty_tour.content.history import Event

U8 = npt.NDArray[np.uint8]
Font = ImageFont.FreeTypeFont
Colour = tuple[int, int, int]

TALL_PX: Final = 1100
"""Height of the page as it is drawn; the card gets it as a smaller square."""
GROUND, EDGE = (16, 25, 45), (105, 84, 44)
GOLD, PALE, INK, MUTED = (240, 200, 120), (250, 226, 172), (247, 241, 228), (150, 172, 196)
THEMES: Final[dict[str, Colour]] = {
    "ancient": (221, 163, 107), "city": (143, 188, 230), "state": (241, 198, 95),
    "culture": (205, 164, 232), "sport": (134, 210, 154), "disaster": (240, 147, 124),
}  # fmt: skip
SIZES: Final = (58, 54, 50, 46, 43, 40, 37, 34, 31, 28, 25)
"""Sizes of running text that are tried, the largest that fits is taken."""
MARGIN: Final = 52


@dataclass(frozen=True)
class _Block:
    """One event laid out: its lines and how high they stand."""

    event: Event
    date: list[str]
    lines: list[str]
    tall: float


class Pages:
    """Draws boards; the faces are read once."""

    def __init__(self, fonts: Path, words: FriezeWords) -> None:
        self._folder, self._words = fonts, words
        self._faces: dict[tuple[str, int], Font] = {}

    def page(self, board: Board, language: str, side_px: int) -> U8:
        """(side, side, 4) u1 of a board, squeezed into a square as walls show pictures."""
        wide_px = round(TALL_PX * board.size_m[0] / board.size_m[1])
        image = Image.new("RGB", (wide_px, TALL_PX), GROUND)
        draw = ImageDraw.Draw(image)
        draw.rectangle((14, 14, wide_px - 15, TALL_PX - 15), outline=EDGE, width=3)
        if board.decision:
            self._decision(draw, board, language, wide_px)
        else:
            self._events(draw, board, language, wide_px)
        square = image.resize((side_px, side_px), Image.Resampling.LANCZOS).convert("RGBA")
        return np.array(square, np.uint8)

    def _events(self, draw: ImageDraw.ImageDraw, board: Board, language: str, wide: int) -> None:
        room, tall = wide - 2 * MARGIN - 34, TALL_PX - 2 * MARGIN
        for size in SIZES:
            blocks = [self._laid(one, language, size, room) for one in board.events]
            gap = (tall - sum(one.tall for one in blocks)) / max(len(blocks), 1)
            widest = max(self._widest(one.text[language], "text", size) for one in board.events)
            if gap >= size * 0.7 and widest <= room:
                break
        gap = min(gap, size * 2.2)
        top = MARGIN + (tall - sum(one.tall for one in blocks) - gap * (len(blocks) - 1)) / 2.0
        x = MARGIN + 5
        draw.line((x, MARGIN, x, TALL_PX - MARGIN), fill=EDGE, width=3)
        for block in blocks:
            self._event(draw, block, (x, top), size)
            top += block.tall + gap

    def _laid(self, event: Event, language: str, size: int, room: int) -> _Block:
        date = event.date[language]
        if not event.certain:
            date = f"{date} · {self._words.uncertain[language]}"
        dates = self._broken(date, self._face("strong", size), room)
        lines = self._broken(event.text[language], self._face("text", size), room)
        return _Block(event, dates, lines, (len(dates) + len(lines)) * size * 1.24)

    def _event(
        self, draw: ImageDraw.ImageDraw, block: _Block, at: tuple[float, float], size: int
    ) -> None:
        x, top = at
        colour, middle, half = THEMES[block.event.theme], top + size * 0.62, 11
        spot = (x - half, middle - half, x + half, middle + half)
        if block.event.certain:
            draw.ellipse(spot, fill=colour)
        else:
            draw.ellipse(spot, fill=GROUND, outline=colour, width=5)
        date_ink = GOLD if block.event.certain else MUTED
        rows = [(line, "strong", date_ink) for line in block.date]
        rows += [(line, "text", INK) for line in block.lines]
        for line, face, ink in rows:
            draw.text((x + 34, top), line, font=self._face(face, size), fill=ink)
            top += size * 1.24

    def _decision(self, draw: ImageDraw.ImageDraw, board: Board, language: str, wide: int) -> None:
        event, middle = board.events[0], wide / 2.0
        _summit(draw, middle, TALL_PX * 0.40, wide * 0.62, TALL_PX * 0.25)
        top = TALL_PX * 0.45
        name = self._words.decisions[event.decision][language]
        rows = (
            (name, "title", 108, PALE), (event.date[language], "title", 68, GOLD),
            (event.text[language], "text", 56, INK),
        )  # fmt: skip
        for words, face, most, ink in rows:
            widths = (self._widest(words, face, most) / (wide - 2.0 * MARGIN), 1.0)
            size = int(most / max(widths))
            font = self._face(face, size)
            for line in self._broken(words, font, wide - 2 * MARGIN):
                draw.text((middle, top), line, font=font, fill=ink, anchor="ma")
                top += size * 1.22
            top += size * 0.3

    def _widest(self, words: str, face: str, size: int) -> float:
        font = self._face(face, size)
        return max(font.getlength(word) for word in words.split())

    def _face(self, face: str, size: int) -> Font:
        files = {"text": "Inter-Regular", "strong": "Inter-SemiBold", "title": "Literata-Medium"}
        if (face, size) not in self._faces:
            path = self._folder / f"{files[face]}.ttf"
            self._faces[face, size] = ImageFont.truetype(str(path), size)
        return self._faces[face, size]

    @staticmethod
    def _broken(words: str, font: Font, room: int) -> list[str]:
        lines: list[str] = []
        for word in words.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and font.getlength(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines


def _summit(
    draw: ImageDraw.ImageDraw, middle: float, foot: float, wide: float, tall: float
) -> None:
    """A mountain in snow, the sign of a decision."""
    shares = np.linspace(-1.0, 1.0, 61)
    slope = np.maximum(1.0 - np.abs(shares), 0.0) ** 1.25
    rough = 0.03 * np.sin(shares * 23.0) * np.abs(shares) * (1.0 - np.abs(shares))
    line = [
        (middle + float(x) * wide / 2.0, foot - float(y) * tall)
        for x, y in zip(shares, slope + rough, strict=True)
    ]
    for k in range(5):
        size = tall * (0.98 - 0.14 * k)
        glow = (24 + 14 * k, 30 + 9 * k, 45 + k)
        draw.ellipse((middle - size, foot - size, middle + size, foot + size), fill=glow)
    draw.rectangle((17, foot, 2.0 * middle - 18, foot + tall), fill=GROUND)
    draw.polygon([*line], fill=(28, 44, 76), outline=GOLD)
    cap = [spot for spot, y in zip(line, slope, strict=True) if y > 0.68]
    edge = np.linspace(cap[-1][0], cap[0][0], 9)[1:-1].tolist()
    low = foot - 0.68 * tall
    torn = [(x, low + tall * (0.08 if i % 2 else -0.07)) for i, x in enumerate(edge)]
    draw.polygon([*cap, *torn], fill=(244, 239, 228))
    draw.line([*line], fill=GOLD, width=3)
    size = max(math.ceil(tall * 0.03), 4)
    top = (middle, foot - tall)
    draw.ellipse((top[0] - size, top[1] - size, top[0] + size, top[1] + size), fill=PALE)
