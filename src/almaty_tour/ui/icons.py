"""Small pictures drawn as vectors in a box from -1 to 1, y downwards."""

from __future__ import annotations

import math
from collections.abc import Callable

from slimgui import imgui

Point = tuple[float, float]
Stroke = Callable[["_Box"], None]


class _Box:
    """A draw list with the icon's box mapped on it."""

    def __init__(self, draw: imgui.DrawList, at: Point, half_pt: float, colour: int) -> None:
        self.draw, self.at, self.half, self.colour = draw, at, half_pt, colour
        self.width = max(half_pt * 0.19, 1.4)

    def p(self, x: float, y: float) -> Point:
        return self.at[0] + x * self.half, self.at[1] + y * self.half

    def path(self, *points: Point, closed: bool = False) -> None:
        flags = imgui.DrawFlags.CLOSED if closed else imgui.DrawFlags.NONE
        self.draw.add_polyline([self.p(*q) for q in points], self.colour, flags, self.width)

    def fill(self, *points: Point) -> None:
        self.draw.add_convex_poly_filled([self.p(*q) for q in points], self.colour)

    def bar(self, x0: float, y0: float, x1: float, y1: float, round_: float = 0.1) -> None:
        self.draw.add_rect_filled(self.p(x0, y0), self.p(x1, y1), self.colour, round_ * self.half)

    def frame(self, x0: float, y0: float, x1: float, y1: float, round_: float = 0.2) -> None:
        self.draw.add_rect(
            self.p(x0, y0), self.p(x1, y1), self.colour, round_ * self.half, thickness=self.width
        )

    def ring(self, x: float, y: float, r: float) -> None:
        self.draw.add_circle(self.p(x, y), r * self.half, self.colour, 0, self.width)

    def dot(self, x: float, y: float, r: float) -> None:
        self.draw.add_circle_filled(self.p(x, y), r * self.half, self.colour)

    def arc(self, x: float, y: float, r: float, start_deg: float, end_deg: float) -> None:
        self.draw.path_clear()
        self.draw.path_arc_to(
            self.p(x, y), r * self.half, math.radians(start_deg), math.radians(end_deg), 24
        )
        self.draw.path_stroke(self.colour, imgui.DrawFlags.NONE, self.width)


def _play(b: _Box) -> None:
    b.fill((-0.5, -0.75), (0.8, 0.0), (-0.5, 0.75))


def _pause(b: _Box) -> None:
    b.bar(-0.6, -0.7, -0.16, 0.7)
    b.bar(0.16, -0.7, 0.6, 0.7)


def _skip(b: _Box) -> None:
    b.fill((-0.7, -0.65), (0.3, 0.0), (-0.7, 0.65))
    b.bar(0.4, -0.65, 0.68, 0.65)


def _back(b: _Box) -> None:
    b.fill((0.7, -0.65), (0.7, 0.65), (-0.3, 0.0))
    b.bar(-0.68, -0.65, -0.4, 0.65)


def _close(b: _Box) -> None:
    b.path((-0.55, -0.55), (0.55, 0.55))
    b.path((-0.55, 0.55), (0.55, -0.55))


def _search(b: _Box) -> None:
    b.ring(-0.15, -0.15, 0.52)
    b.path((0.24, 0.24), (0.72, 0.72))


def _camera(b: _Box) -> None:
    b.frame(-0.85, -0.45, 0.85, 0.65)
    b.path((-0.35, -0.5), (-0.2, -0.75), (0.2, -0.75), (0.35, -0.5))
    b.ring(0.0, 0.1, 0.3)


def _picture(b: _Box) -> None:
    b.frame(-0.85, -0.7, 0.85, 0.7)
    b.path((-0.6, 0.42), (-0.15, -0.1), (0.12, 0.2), (0.34, -0.02), (0.62, 0.42))
    b.dot(0.38, -0.34, 0.13)


def _help(b: _Box) -> None:
    b.arc(0.0, -0.3, 0.38, 170.0, 395.0)
    b.path((0.32, -0.12), (0.02, 0.16), (0.0, 0.4))
    b.dot(0.0, 0.72, 0.12)


def _gear(b: _Box) -> None:
    b.ring(0.0, 0.0, 0.34)
    b.ring(0.0, 0.0, 0.62)
    for i in range(8):
        c, s = math.cos(i * math.pi / 4), math.sin(i * math.pi / 4)
        b.path((c * 0.66, s * 0.66), (c * 0.88, s * 0.88))


def _map(b: _Box) -> None:
    b.path((-0.8, -0.5), (-0.28, -0.72), (0.28, -0.5), (0.8, -0.72), (0.8, 0.5), (0.28, 0.72),
           (-0.28, 0.5), (-0.8, 0.72), closed=True)  # fmt: skip
    b.path((-0.28, -0.7), (-0.28, 0.5))
    b.path((0.28, -0.5), (0.28, 0.7))


def _list(b: _Box) -> None:
    for y in (-0.5, 0.0, 0.5):
        b.dot(-0.68, y, 0.11)
        b.path((-0.38, y), (0.78, y))


def _home(b: _Box) -> None:
    b.path((-0.8, 0.0), (0.0, -0.75), (0.8, 0.0))
    b.path((-0.55, -0.15), (-0.55, 0.7), (0.55, 0.7), (0.55, -0.15))


def _captions(b: _Box) -> None:
    b.frame(-0.85, -0.6, 0.85, 0.6)
    b.path((-0.5, 0.05), (0.1, 0.05))
    b.path((0.3, 0.05), (0.5, 0.05))
    b.path((-0.5, 0.32), (-0.2, 0.32))
    b.path((0.0, 0.32), (0.5, 0.32))


def _left(b: _Box) -> None:
    b.path((0.25, -0.55), (-0.3, 0.0), (0.25, 0.55))


def _right(b: _Box) -> None:
    b.path((-0.25, -0.55), (0.3, 0.0), (-0.25, 0.55))


def _fly(b: _Box) -> None:
    b.path((-0.8, -0.05), (0.8, -0.7), (0.25, 0.75), (-0.05, 0.15), closed=True)
    b.path((-0.05, 0.15), (0.8, -0.7))


def _orbit(b: _Box) -> None:
    b.dot(0.0, 0.0, 0.24)
    b.arc(0.0, 0.0, 0.74, -50.0, 230.0)
    b.path((0.22, -0.9), (0.5, -0.57), (0.1, -0.42))


def _walk(b: _Box) -> None:
    b.dot(0.1, -0.75, 0.19)
    b.path((0.08, -0.42), (0.0, 0.15), (0.35, 0.85))
    b.path((0.0, 0.15), (-0.4, 0.85))
    b.path((-0.45, 0.05), (0.02, -0.35), (0.5, 0.0))


def _sun(b: _Box) -> None:
    b.dot(0.0, 0.0, 0.36)
    for i in range(8):
        c, s = math.cos(i * math.pi / 4), math.sin(i * math.pi / 4)
        b.path((c * 0.58, s * 0.58), (c * 0.85, s * 0.85))


def _cloud(b: _Box, lift: float = 0.0) -> None:
    b.arc(-0.42, 0.14 - lift, 0.34, 90.0, 270.0)
    b.arc(-0.05, -0.2 - lift, 0.42, 195.0, 350.0)
    b.arc(0.45, 0.12 - lift, 0.36, 265.0, 450.0)
    b.path((-0.42, 0.48 - lift), (0.45, 0.48 - lift))


def _sun_cloud(b: _Box) -> None:
    b.arc(0.42, -0.42, 0.3, 150.0, 390.0)
    for turn_deg in (-135.0, -90.0, -45.0, 0.0):
        c, s = math.cos(math.radians(turn_deg)), math.sin(math.radians(turn_deg))
        b.path((0.42 + c * 0.44, -0.42 + s * 0.44), (0.42 + c * 0.6, -0.42 + s * 0.6))
    _cloud(b, -0.22)


def _rain(b: _Box) -> None:
    _cloud(b, 0.2)
    for x in (-0.4, 0.02, 0.44):
        b.path((x, 0.45), (x - 0.16, 0.85))


def _snow(b: _Box) -> None:
    _cloud(b, 0.2)
    for x, y in ((-0.42, 0.52), (0.02, 0.78), (0.44, 0.52)):
        b.dot(x, y, 0.11)


def _vessel(b: _Box) -> None:
    b.path((-0.36, -0.8), (0.36, -0.8))
    b.path((-0.24, -0.8), (-0.24, -0.45), (-0.6, 0.05), (-0.5, 0.5), (-0.2, 0.8), (0.2, 0.8),
           (0.5, 0.5), (0.6, 0.05), (0.24, -0.45), (0.24, -0.8))  # fmt: skip
    b.path((-0.6, 0.1), (0.6, 0.1))


def _ruler(b: _Box) -> None:
    b.path((-0.85, -0.3), (0.85, -0.3), (0.85, 0.35), (-0.85, 0.35), closed=True)
    for step in range(1, 6):
        x = -0.85 + step * 1.7 / 6.0
        b.path((x, -0.3), (x, 0.05 if step % 2 else -0.05))


def _compare(b: _Box) -> None:
    b.path((-0.8, -0.6), (-0.2, -0.6), (-0.2, 0.6), (-0.8, 0.6), closed=True)
    b.path((0.2, -0.6), (0.8, -0.6), (0.8, 0.6), (0.2, 0.6), closed=True)


def _story(b: _Box) -> None:
    b.path((0.0, -0.45), (-0.3, -0.6), (-0.85, -0.6), (-0.85, 0.55), (-0.3, 0.55), (0.0, 0.72),
           (0.3, 0.55), (0.85, 0.55), (0.85, -0.6), (0.3, -0.6), (0.0, -0.45))  # fmt: skip
    b.path((0.0, -0.45), (0.0, 0.72))


def _tick(b: _Box) -> None:
    b.path((-0.6, 0.05), (-0.15, 0.5), (0.65, -0.5))


def _minus(b: _Box) -> None:
    b.path((-0.5, 0.0), (0.5, 0.0))


def _plus(b: _Box) -> None:
    b.path((-0.5, 0.0), (0.5, 0.0))
    b.path((0.0, -0.5), (0.0, 0.5))


ICONS: dict[str, Stroke] = {
    "play": _play,
    "pause": _pause,
    "skip": _skip,
    "back": _back,
    "close": _close,
    "search": _search,
    "camera": _camera,
    "picture": _picture,
    "help": _help,
    "gear": _gear,
    "map": _map,
    "list": _list,
    "home": _home,
    "captions": _captions,
    "left": _left,
    "right": _right,
    "fly": _fly,
    "orbit": _orbit,
    "walk": _walk,
    "sun": _sun,
    "cloud": _cloud,
    "sun_cloud": _sun_cloud,
    "rain": _rain,
    "snow": _snow,
    "vessel": _vessel,
    "story": _story,
    "tick": _tick,
    "ruler": _ruler,
    "compare": _compare,
    "minus": _minus,
    "plus": _plus,
}


def icon(draw: imgui.DrawList, name: str, at: Point, half_pt: float, colour: int) -> None:
    """Draws an icon of `ICONS` around a point."""
    ICONS[name](_Box(draw, at, half_pt, colour))
