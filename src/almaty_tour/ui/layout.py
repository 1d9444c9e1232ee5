"""Where things stand: rectangles in points and the size of a design unit."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Rect:
    """A rectangle in points, y downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def centre(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2

    def inset(self, by: float, by_y: float | None = None) -> Rect:
        """The rectangle made smaller on every side."""
        down = by if by_y is None else by_y
        return Rect(self.left + by, self.top + down, self.width - 2 * by, self.height - 2 * down)

    def meets(self, other: Rect) -> bool:
        """Whether the two have more than an edge in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def contains(self, other: Rect, slack: float = 0.5) -> bool:
        """Whether another rectangle lies inside, to within `slack` points."""
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


def unit_pt(size_pt: tuple[float, float], text_scale: float) -> float:
    """Points of one design unit: grows with the window more slowly than the window itself."""
    room = min(size_pt[0] / 1280.0, size_pt[1] / 720.0)
    return min(max(math.sqrt(max(room, 0.01)), 0.8), 1.6) * min(max(text_scale, 1.0), 2.0)


def columns(rect: Rect, count: int, gap: float) -> tuple[Rect, ...]:
    """`count` rectangles of equal width side by side."""
    width = (rect.width - gap * (count - 1)) / count
    return tuple(
        Rect(rect.left + i * (width + gap), rect.top, width, rect.height) for i in range(count)
    )
