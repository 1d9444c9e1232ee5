"""The few things a visitor can press, drawn in the house's own look."""

from __future__ import annotations

from enum import Enum

from slimgui import imgui

from almaty_tour.ui import theme
from almaty_tour.ui.icons import icon
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.theme import Type

SHADOW_RINGS, SHADOW_DROP = 6, 3.0


class Look(Enum):
    """How loud a button is."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"


def surface(pen: Pen, rect: Rect, colour: int = theme.PANEL, radius: float = theme.RADIUS) -> None:
    """The ground of a panel: a soft shadow, deep blue-black and a hair of light."""
    draw, u = pen.draw, pen.unit
    pen.grounds.append(rect)
    _shadow(pen, rect, radius)
    corner, far = (rect.left, rect.top), (rect.right, rect.bottom)
    draw.add_rect_filled(corner, far, colour, radius * u)
    draw.add_rect(corner, far, theme.LINE, radius * u)


def _shadow(pen: Pen, rect: Rect, radius: float) -> None:
    """A soft shadow about a panel, as rings: what lies under the panel is never seen.

    Filled, six of them took longer than the panel itself where a processor draws.
    """
    draw, u = pen.draw, pen.unit
    inner = -(SHADOW_DROP + 2.0) * u
    for ring in range(SHADOW_RINGS):
        outer = (ring * 2.2 + 1.0) * u
        middle = (inner + outer) / 2.0
        draw.add_rect(
            (rect.left - middle, rect.top - middle + SHADOW_DROP * u),
            (rect.right + middle, rect.bottom + middle + SHADOW_DROP * u),
            theme.rgba("#000000", 1.0 - 0.97 ** (SHADOW_RINGS - ring)),
            max(radius * u + middle, 0.0),
            thickness=outer - inner,
        )
        inner = outer


def press(pen: Pen, name: str, rect: Rect) -> tuple[bool, bool, bool]:
    """An invisible target; whether it was pressed, is under the pointer, and is held down."""
    pen.targets.append((name, rect))
    pen.grounds.append(rect)
    imgui.set_cursor_screen_pos((rect.left, rect.top))
    size = (max(rect.width, 1.0), max(rect.height, 1.0))
    pressed = imgui.invisible_button(name, size, imgui.ButtonFlags.ENABLE_NAV)
    if imgui.is_item_focused():
        pen.focus = name
    return pressed, imgui.is_item_hovered(), imgui.is_item_active()


def focus_ring(pen: Pen, rect: Rect, radius_pt: float) -> None:
    """Shows where the keyboard is, around the last item."""
    if not (imgui.is_item_focused() and pen.desk.focused):
        return
    grown = rect.inset(-3.0 * pen.unit)
    pen.draw.add_rect(
        (grown.left, grown.top), (grown.right, grown.bottom), theme.NIGHT,
        radius_pt + 3 * pen.unit, thickness=4.5 * pen.unit,
    )  # fmt: skip
    pen.draw.add_rect(
        (grown.left, grown.top), (grown.right, grown.bottom), theme.GOLD_BRIGHT,
        radius_pt + 3 * pen.unit, thickness=2.2 * pen.unit,
    )  # fmt: skip


def button(
    pen: Pen,
    name: str,
    rect: Rect,
    text: str,
    look: Look = Look.PLAIN,
    picture: str | None = None,
    align: float = 0.5,
    chosen: bool = False,
    kind: Type = theme.STRONG,
) -> bool:
    """A button with a text and, where it helps, a picture before it."""
    u = pen.unit
    pressed, hovered, held = press(pen, name, rect)
    radius = min(10.0 * u, rect.height / 2)
    _ground(pen, rect, look, hovered, held, chosen, radius)
    colour = theme.ON_GOLD if look is Look.PRIMARY else theme.GOLD_BRIGHT if chosen else theme.INK
    inner = rect.inset(14.0 * u if rect.width > 90 * u else 6.0 * u, 2.0 * u)
    if picture is not None:
        size = 9.0 * u
        room = inner.width - 26 * u
        kind, text = pen.fitted(text, kind, room)
        width = pen.measure(text, kind)[0] + 26 * u
        left = inner.left + max(inner.width - width, 0.0) * align
        icon(pen.draw, picture, (left + size, inner.centre[1]), size, colour)
        inner = Rect(left + 26 * u, inner.top, room, inner.height)
        align = 0.0
    pen.line(inner, text, kind, colour, align)
    focus_ring(pen, rect, radius)
    return pressed


def _ground(
    pen: Pen, rect: Rect, look: Look, hovered: bool, held: bool, chosen: bool, radius: float
) -> None:
    draw, corner, far = pen.draw, (rect.left, rect.top), (rect.right, rect.bottom)
    if look is Look.PRIMARY:
        draw.add_rect_filled(
            corner, far, theme.GOLD_BRIGHT if hovered or held else theme.GOLD, radius
        )
        return
    fill = theme.PRESSED if held else theme.HOVERED if hovered else theme.RAISED
    if chosen:
        fill = theme.PRESSED if held or hovered else theme.CHOSEN
    if look is Look.PLAIN or hovered or held or chosen:
        draw.add_rect_filled(corner, far, fill, radius)
    if look is Look.PLAIN or chosen:
        draw.add_rect(corner, far, theme.GOLD_LINE if chosen else theme.LINE, radius)


def icon_button(
    pen: Pen,
    name: str,
    centre: tuple[float, float],
    picture: str,
    hint: str,
    chosen: bool = False,
    look: Look = Look.QUIET,
    size: float = theme.TARGET,
) -> bool:
    """A round button with a picture and a spoken hint."""
    u = pen.unit
    side = size * u
    rect = Rect(centre[0] - side / 2, centre[1] - side / 2, side, side)
    pressed, hovered, held = press(pen, name, rect)
    _ground(pen, rect, look, hovered, held, chosen, side / 2)
    colour = theme.ON_GOLD if look is Look.PRIMARY else theme.GOLD_BRIGHT if chosen else theme.INK
    icon(pen.draw, picture, centre, side * 0.24, colour)
    focus_ring(pen, rect, side / 2)
    if hovered or (imgui.is_item_focused() and pen.desk.focused):
        tip(pen, hint, rect)
    return pressed


def tip(pen: Pen, text: str, about: Rect) -> None:
    """A small label beside a thing, kept inside the picture."""
    u = pen.unit
    width, height = pen.measure(text, theme.SMALL)
    width, height = width + 20 * u, height + 12 * u
    left = min(max(about.centre[0] - width / 2, 6 * u), pen.screen.width - width - 6 * u)
    top = about.top - height - 8 * u
    if top < 4 * u:
        top = about.bottom + 8 * u
    draw = imgui.get_foreground_draw_list()
    draw.add_rect_filled((left, top), (left + width, top + height), theme.SHEET, 7 * u)
    draw.add_rect((left, top), (left + width, top + height), theme.GOLD_LINE, 7 * u)
    draw.add_text(
        pen.fonts.faces[theme.SMALL.face], theme.SMALL.size * u, (left + 10 * u, top + 6 * u),
        theme.INK, text,
    )  # fmt: skip


def segments(
    pen: Pen, name: str, rect: Rect, options: tuple[str, ...], chosen: int | None
) -> int | None:
    """Options side by side, one of them chosen; the one that was pressed, or None."""
    u = pen.unit
    widths = [pen.measure(text, theme.STRONG)[0] + 24 * u for text in options]
    spare = max(rect.width - sum(widths), 0.0) / len(options)
    shrink = min(rect.width / sum(widths), 1.0)
    pressed, left = None, rect.left
    draw = pen.draw
    draw.add_rect_filled((rect.left, rect.top), (rect.right, rect.bottom), theme.RAISED, 10 * u)
    for i, text in enumerate(options):
        part = Rect(left, rect.top, widths[i] * shrink + spare, rect.height)
        if button(pen, f"{name}.{i}", part, text, Look.QUIET, chosen=i == chosen):
            pressed = i
        left = part.right
    return pressed
