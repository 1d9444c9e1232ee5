"""The dense region of a map from straight above: what is shown of it from far away."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely
from PIL import Image

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.deadline import Tick, never
from almaty_tour.base.files import write_atomic
from almaty_tour.city.extent import CITY
from almaty_tour.city.grounds import Patch
from almaty_tour.city.osm.streets import Lines
from almaty_tour.city.osm.volumes import Volume
from almaty_tour.city.osm.yards import TREES, Props
from almaty_tour.city.town_picture import (
    GROUNDS,
    PICTURE_M,
    Pen,
    draw_green,
    draw_rails,
    draw_streets,
)
from almaty_tour.kit.paint import Paint

U8 = npt.NDArray[np.uint8]
CROWN, CROWN_M = (66, 84, 46), 2.4
SHADES = 5
COVER_BYTES = 20_000_000


def picture_of(
    built: Sequence[Volume],
    lines: Lines,
    patches: Sequence[Patch],
    props: Props,
    dense: npt.NDArray[np.bool_],
    cover: U8,
    tick: Tick = never,
) -> U8:
    """(rows, columns, 4) u1 as the built-in town's picture; the last channel is how far it counts.

    Args:
        dense: cells of 64 m where the map is shown.
        cover: the land without streets, houses and trees, rows from the south.
    """
    pen = Pen(CITY, np.ascontiguousarray(cover[..., :3]))
    draw_green(pen, lines.features)
    draw_streets(pen, lines.streets)
    draw_streets(pen, lines.streets, pavements=False)
    draw_rails(pen, lines.features)
    for patch in patches:
        pen.fill(patch.corners, GROUNDS[patch.kind])
    _draw_trees(pen, props)
    tick()
    for volume in built:
        pen.fill(shapely.get_coordinates(volume.shape.exterior), _seen(volume.decision.look.roof))
    rows, columns = CITY.shape(PICTURE_M)
    share = Image.fromarray(dense.astype(np.uint8) * np.uint8(255))
    wide = share.resize((columns, rows), Image.Resampling.BILINEAR)
    return np.dstack([pen.colours().astype(np.uint8), np.asarray(wide)])


def read_cover(assets: Path) -> U8:
    """The built-in land from above, rows from the south."""
    data = read_bounded(assets / "city" / "cover.png", COVER_BYTES)
    with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
        return np.ascontiguousarray(np.asarray(image.convert("RGB"))[::-1])


def save_picture(path: Path, picture: U8) -> None:
    """A PNG with the northern row first, in steps of four: half the file, no difference."""
    coarse = picture.copy()
    coarse[..., :3] &= 0xFC
    coarse[coarse[..., 3] == 0] = 0
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(coarse[::-1])).save(buffer, "PNG", compress_level=2)
    write_atomic(path, buffer.getvalue())


def _seen(paint: Paint) -> tuple[int, int, int]:
    red, green, blue = paint.tint[:3]
    return red, green, blue


def _draw_trees(pen: Pen, props: Props) -> None:
    """Crowns as discs in a few shades."""
    mine = props.kind < len(TREES)
    radius = CROWN_M * props.scale[mine, 0].astype(np.float64) / 4.0
    shade = 0.84 + 0.08 * (props.seed[mine] % SHADES)
    every = zip(pen.points(props.xy[mine]), radius.tolist(), shade.tolist(), strict=True)
    for (x, y), size, light in every:
        red, green, blue = (round(value * light) for value in CROWN)
        pen.disc(x, y, size, (red, green, blue))
