"""The sketch map of a region: lakes, rivers, ridges and towns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from almaty_tour.content.region import Region, Shape
from almaty_tour.ui import theme
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen

LAND = theme.rgba("#1B2233")
WATER, SHORE = theme.rgba("#2E5E78"), theme.rgba("#6FC3CF", 0.75)
RIVER = theme.rgba("#6FC3CF", 0.62)
RIDGE_LIT, RIDGE_DARK = theme.rgba("#C9BEA6", 0.9), theme.rgba("#5A5A60", 0.9)
NAME_BELOW = 16.0
PEAK_APART, PEAK_HIGH = 13.0, 11.0
"""Of the small peaks that stand along a ridge, in design units."""


@dataclass(frozen=True)
class RegionFrame:
    """A region laid into a rectangle of points, north above."""

    region: Region
    rect: Rect

    @classmethod
    def within(cls, region: Region, room: Rect) -> RegionFrame:
        """The largest that a room holds."""
        wide = min(room.width, room.height * region.aspect)
        tall = wide / region.aspect
        left = room.left + (room.width - wide) / 2.0
        return cls(region, Rect(left, room.top + (room.height - tall) / 2.0, wide, tall))

    def spots(self, shape: Shape) -> list[tuple[float, float]]:
        """The corners of a shape in points."""
        share = self.region.placed(shape.corners)
        at = share * [self.rect.width, self.rect.height] + [self.rect.left, self.rect.top]
        return [(float(x), float(y)) for x, y in at]

    def spot(self, place_deg: tuple[float, float]) -> tuple[float, float]:
        """A place of latitude and longitude in points."""
        x, y = self.region.placed([place_deg])[0].tolist()
        return self.rect.left + x * self.rect.width, self.rect.top + y * self.rect.height


def draw_region(pen: Pen, frame: RegionFrame) -> None:
    """Land, then water, ridges, towns and names."""
    u, draw, rect = pen.unit, pen.draw, frame.rect
    draw.add_rect_filled((rect.left, rect.top), (rect.right, rect.bottom), LAND, 10 * u)
    draw.push_clip_rect((rect.left, rect.top), (rect.right, rect.bottom), True)
    for shape in frame.region.shapes:
        spots = frame.spots(shape)
        if shape.kind == "lake":
            draw.add_concave_poly_filled(spots, WATER)
            for begin, end in zip(spots, [*spots[1:], spots[0]], strict=True):
                draw.add_line(begin, end, SHORE, 1.4 * u)
        elif shape.kind == "river":
            for begin, end in pairwise(spots):
                draw.add_line(begin, end, RIVER, 2.0 * u)
        elif shape.kind == "ridge":
            _peaks(pen, spots)
    draw.pop_clip_rect()
    draw.add_rect((rect.left, rect.top), (rect.right, rect.bottom), theme.GOLD_LINE, 10 * u)
    for shape in frame.region.shapes:
        _name(pen, frame, shape)


def _peaks(pen: Pen, spots: list[tuple[float, float]]) -> None:
    """Small peaks along a ridge, lit from the left."""
    u, draw = pen.unit, pen.draw
    line = np.array(spots)
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    count = max(int(along[-1] / (PEAK_APART * u)), 1)
    at = np.linspace(0.0, along[-1], count + 1)
    tops = np.stack([np.interp(at, along, line[:, axis]) for axis in (0, 1)], axis=1)
    for number, (x, y) in enumerate(tops.tolist()):
        high = PEAK_HIGH * u * (1.0 if number % 2 else 0.72)
        foot = y + 0.45 * high
        draw.add_triangle_filled((x - 0.8 * high, foot), (x, y - high), (x, foot), RIDGE_LIT)
        draw.add_triangle_filled((x, foot), (x, y - high), (x + 0.8 * high, foot), RIDGE_DARK)


def _name(pen: Pen, frame: RegionFrame, shape: Shape) -> None:
    if shape.name is None:
        return
    u, text = pen.unit, shape.name[pen.words.language]
    x, y = frame.spot(shape.name_at)
    if shape.kind == "town":
        pen.draw.add_rect_filled((x - 3 * u, y - 3 * u), (x + 3 * u, y + 3 * u), theme.INK)
        label(pen, frame, (x, y), text, 6.0, ground=False)
        return
    y += 0.0 if shape.kind == "lake" else NAME_BELOW * u
    width, height = pen.measure(text, theme.TINY)
    left, top = x - width / 2, y - height / 2
    if shape.kind == "ridge":
        far = left + width + 4 * u, top + height + u
        pen.draw.add_rect_filled((left - 4 * u, top - u), far, theme.fade(LAND, 0.8), 5 * u)
    colour = theme.INK if shape.kind == "lake" else theme.SKY
    pen.text((left, top), text, theme.TINY, theme.MUTED if shape.kind == "ridge" else colour)


def label(
    pen: Pen,
    frame: RegionFrame,
    at: tuple[float, float],
    text: str,
    above: float,
    *,
    ground: bool = True,
) -> None:
    """A text over a place, within the map; wrapped where it is long."""
    u = pen.unit
    kind = theme.LABEL if ground else theme.TINY
    wide = min(pen.measure(text, kind)[0] + 1.0, 0.7 * frame.rect.width)
    tall = pen.block_height(text, kind, wide)
    left = min(max(at[0] - wide / 2, frame.rect.left + 10 * u), frame.rect.right - wide - 10 * u)
    top = at[1] - above * u - tall
    if ground:
        far = left + wide + 8 * u, top + tall + 5 * u
        pen.draw.add_rect_filled((left - 8 * u, top - 5 * u), far, theme.PANEL, 7 * u)
    pen.block((left, top), text, kind, wide, theme.GOLD_BRIGHT if ground else theme.INK)
