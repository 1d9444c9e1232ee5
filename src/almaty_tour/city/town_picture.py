"""The town seen from straight above, as a picture of colours: what is far needs no houses.

Drawn at 2 m a cell and halved, so edges are soft. The last channel says how much of the
land is town; where it is 0 the ground shows its own colour.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter

from almaty_tour.base.rng import fraction
from almaty_tour.city.houses import Row, outlines
from almaty_tour.city.kinds import ALL
from almaty_tour.city.town_map import DRAWN_CELL_M, HALF_SIDE_M, TownMap
from almaty_tour.city.trees import Trees
from almaty_tour.kit.props.house_kinds import KINDS

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
Colour = tuple[int, int, int]

YARD, PAVEMENT, ROAD = (132, 129, 108), (146, 142, 134), (92, 93, 95)
PARK, WATER = (86, 108, 62), (74, 104, 112)
TREE_COLOURS: tuple[Colour, ...] = ((66, 88, 44), (74, 96, 48), (58, 80, 42), (84, 104, 56))

def picture(
    town: TownMap, houses: Sequence[Row], trees: Trees, allowed: npt.NDArray[np.bool_]
) -> U8:
    """(2048, 2048, 4) u1 sRGB and share, row 0 in the south."""
    land = _land(town)
    canvas = Image.fromarray(land[::-1].astype(np.uint8))
    _draw_trees(canvas, trees)
    _draw_houses(canvas, houses)
    colours = np.asarray(canvas)[::-1].astype(np.float32)
    share = _share(town, allowed)
    side = len(colours) // 2
    full = np.dstack([colours, share * 255.0]).reshape(side, 2, side, 2, 4).mean(axis=(1, 3))
    return np.clip(np.rint(full), 0, 255).astype(np.uint8)


def _land(town: TownMap) -> F32:
    side = len(town.road)
    rows, columns = np.mgrid[0:side, 0:side]
    patches = gaussian_filter(fraction(rows // 16, columns // 16, 4).astype(np.float32), 10.0)
    land = np.zeros((side, side, 3), np.float32) + np.array(YARD, np.float32)
    lawn = np.clip((patches - 0.48) * 14.0, 0.0, 1.0)[..., None]
    land += (np.array((104, 118, 78), np.float32) - land) * lawn
    land[_widened(town.road)] = PAVEMENT
    land[town.road] = ROAD
    land[town.green] = PARK
    land[town.water] = WATER
    return land


def _widened(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    wide = mask.copy()
    for shift in (-2, 2):
        wide |= np.roll(mask, shift, axis=0) | np.roll(mask, shift, axis=1)
    return wide


def _share(town: TownMap, allowed: npt.NDArray[np.bool_]) -> F32:
    soft = gaussian_filter((allowed | town.road).astype(np.float32), 16.0)
    share = np.clip(soft * 1.8 - 0.2, 0.0, 1.0)
    return np.asarray(np.maximum(share, (town.road | town.green | town.water)), np.float32)


def _draw_trees(canvas: Image.Image, trees: Trees) -> None:
    pen = ImageDraw.Draw(canvas)
    places = _pixels(trees.xy)
    radii = trees.scale[:, 0] * 3.4 / DRAWN_CELL_M
    for (x, y), radius, seed in zip(
        places.tolist(), radii.tolist(), trees.seed.tolist(), strict=True
    ):
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=TREE_COLOURS[seed % 4])


def _draw_houses(canvas: Image.Image, houses: Sequence[Row]) -> None:
    pen = ImageDraw.Draw(canvas)
    roofs = [KINDS[house.kind.removeprefix("house.")].roof.tint[:3] for house in ALL]
    for row in houses:
        colour = roofs[row.kind]
        for wing in outlines(row, margin_m=0.0):
            corners = [tuple(corner) for corner in _pixels(wing).tolist()]
            pen.polygon(corners, fill=colour)


def _pixels(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    flipped = np.stack([points[:, 0] + HALF_SIDE_M, HALF_SIDE_M - points[:, 1]], axis=1)
    return np.asarray(flipped / DRAWN_CELL_M)
