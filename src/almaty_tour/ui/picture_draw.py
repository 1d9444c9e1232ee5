"""Pictures on a panel: filling a place, or whole within one."""

from __future__ import annotations

from almaty_tour.ui import theme
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.picture_textures import Texture

_WAITING = theme.rgba("#1A2233")


def filled(pen: Pen, picture: str, rect: Rect) -> None:
    """The middle of a small picture over the whole of a place; a plain ground until it is there."""
    corner, far = (rect.left, rect.top), (rect.right, rect.bottom)
    found = pen.pictures.thumb(picture)
    if found is None:
        pen.draw.add_rect_filled(corner, far, _WAITING, 4 * pen.unit)
        return
    wide, tall = found.size_px
    share = (rect.width / max(rect.height, 1.0)) / (wide / tall)
    across, down = (1.0, 1.0 / share) if share > 1.0 else (share, 1.0)
    low, high = ((1.0 - across) / 2.0, (1.0 - down) / 2.0), ((1.0 + across) / 2.0, (1.0 + down) / 2)
    pen.draw.add_image(found.id, corner, far, low, high)


def best(pen: Pen, picture: str) -> Texture | None:
    """The large picture, the small one until that is there."""
    return pen.pictures.whole(picture) or pen.pictures.thumb(picture)


def laid(
    pen: Pen,
    texture: Texture,
    area: Rect,
    size_pt: tuple[float, float],
    centre: tuple[float, float],
    clip: Rect | None = None,
) -> None:
    """A picture of a size, a place of it in the middle of an area, cut off at a clip."""
    x, y = area.centre
    left, top = x - centre[0] * size_pt[0], y - centre[1] * size_pt[1]
    within = clip or area
    pen.draw.push_clip_rect(
        (within.left, within.top),
        (within.right, within.bottom),
        intersect_with_current_clip_rect=True,
    )
    pen.draw.add_image(texture.id, (left, top), (left + size_pt[0], top + size_pt[1]))
    pen.draw.pop_clip_rect()
