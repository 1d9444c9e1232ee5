"""The town seen from straight above, as pictures of colours: what is far needs no houses.

Drawn at 4 m a cell and halved, so edges are soft. The last channel says how much of the
land is town; where it is 0 the ground shows its own colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter

from almaty_tour.base.rng import fraction
from almaty_tour.city.extent import Extent
from almaty_tour.city.grounds import Patch
from almaty_tour.city.houses import Row, outlines
from almaty_tour.city.kinds import ALL, GARDEN
from almaty_tour.city.land import CELL_M as LAND_CELL_M
from almaty_tour.city.land import Land, soft_noise
from almaty_tour.city.tables import Feature, Street
from almaty_tour.city.town_map import Canvas
from almaty_tour.city.trees import KINDS as TREE_KINDS
from almaty_tour.city.trees import Trees
from almaty_tour.kit.props import tree
from almaty_tour.kit.props.house_types import KINDS
from almaty_tour.kit.props.spruce import LEAVES as SPRUCE

B1 = npt.NDArray[np.bool_]
F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
U8 = npt.NDArray[np.uint8]
Colour = tuple[int, int, int]

DRY, LAWN, WOOD = (108, 104, 82), (80, 93, 57), (70, 84, 50)
PAVEMENT, ROAD, LANE = (138, 134, 127), (88, 88, 90), (104, 102, 99)
PARK, PATH, WATER = (82, 100, 58), (132, 122, 104), (70, 98, 106)
TRACK: Colour = (136, 84, 66)
YARD: Colour = (118, 114, 106)
BALLAST, RAIL, TRAM = (112, 104, 96), (84, 76, 70), (96, 92, 88)
GROUNDS: dict[str, Colour] = {
    "pitch": (82, 104, 62), "court": (134, 82, 64), "parking": (98, 97, 96),
    "play": (142, 126, 92), "drive": (106, 104, 101),
    "way": (112, 109, 104), "apron": (106, 104, 101), "sand": (146, 132, 100),
    "drying": (126, 112, 88), "power": (140, 136, 128), "round": (96, 104, 70),
}  # fmt: skip
APRON: Colour = (104, 100, 92)
FIELDS = ((122, 114, 86), (98, 104, 64), (128, 118, 88), (108, 108, 72), (92, 98, 60))
CROWN_SHADE = 0.86
DRAWN_M, PICTURE_M = 4.0, 8.0


@dataclass(frozen=True)
class Ground:
    """What the pictures show: the land and everything that was placed on it."""

    land: Land
    streets: Sequence[Street]
    features: Sequence[Feature]
    houses: Sequence[Row]
    patches: Sequence[Patch]
    trees: Trees


def pictures(ground: Ground) -> tuple[U8, U8]:
    """The town from above, and the same land without streets, houses and trees.

    (rows, columns, 4) u1 sRGB and share each, 8 m a pixel, row 0 in the south.
    """
    extent = ground.land.extent
    base = _land(ground.land)
    share = _share(ground)
    pen = Pen(extent, base)
    draw_green(pen, ground.features)
    cover = pen.colours()
    draw_streets(pen, ground.streets)
    draw_green(pen, ground.features)
    draw_streets(pen, ground.streets, pavements=False)
    _draw_sports(pen, ground.features)
    draw_rails(pen, ground.features)
    for patch in ground.patches:
        pen.fill(patch.corners, GROUNDS[patch.kind])
    _draw_trees(pen, ground.trees)
    _draw_houses(pen, ground.houses)
    woods = _crowns(extent, ground.trees) * (1.0 - share)
    return _joined(pen.colours(), share + woods), _joined(cover, share)


class Pen:
    """Draws on a canvas of 4 m a cell in metres; row 0 in the south."""

    def __init__(self, extent: Extent, base: U8) -> None:
        rows, columns = extent.shape(DRAWN_M)
        self._extent = extent
        self._image = Image.fromarray(base).resize((columns, rows), Image.Resampling.BILINEAR)
        self._pen = ImageDraw.Draw(self._image)

    def fill(self, outline: F64, colour: Colour) -> None:
        """A polygon."""
        if len(outline) > 2:
            self._pen.polygon(self.points(outline), fill=colour)

    def stroke(self, line: F64, width_m: float, colour: Colour) -> None:
        """A line, one cell wide at least."""
        width = max(round(width_m / DRAWN_M), 1)
        self._pen.line(self.points(line), fill=colour, width=width, joint="curve")

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """A disc by cells."""
        self._pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)

    def points(self, line: F64) -> list[tuple[float, float]]:
        """Cells of places in metres; those far outside are drawn outside."""
        return [(x, y) for x, y in self._extent.cells(line, DRAWN_M).tolist()]

    def colours(self) -> F32:
        """(rows, columns, 3) at 8 m a pixel."""
        rows, columns = self._extent.shape(PICTURE_M)
        small = self._image.resize((columns, rows), Image.Resampling.BOX)
        return np.asarray(small).astype(np.float32)


def _joined(colours: F32, share: F32) -> U8:
    """Colours in steps of four, the share in steps of sixteen: half the file, no difference."""
    full = np.dstack([colours, np.clip(share, 0.0, 1.0) * 255.0])
    steps = np.array([4.0, 4.0, 4.0, 17.0], np.float32)
    return np.asarray(np.clip(np.rint(full / steps) * steps, 0, 255), np.uint8)


def _land(land: Land) -> U8:
    """(rows, columns, 3) at 16 m: yards between dry earth and lawn, fields, woods."""
    rows, columns = land.city.shape
    extent = land.extent
    x, y = np.meshgrid(
        extent.west_m + (np.arange(columns) + 0.5) * LAND_CELL_M,
        extent.south_m + (np.arange(rows) + 0.5) * LAND_CELL_M,
    )
    lawn = 0.55 * soft_noise(x, y, 2, 4) + 0.45 * soft_noise(x, y, 7, 6)
    lawn = np.clip((lawn - 0.29) * 3.2, 0.0, 1.0)[..., None]
    made = np.array(DRY, np.float32) * (1.0 - lawn) + np.array(LAWN, np.float32) * lawn
    open_land = gaussian_filter((~land.settled).astype(np.float32), 1.5)[..., None]
    made += (_fields(x, y) - made) * open_land
    steep = gaussian_filter((~land.allowed).astype(np.float32), 2.0)[..., None]
    made += (np.array(WOOD, np.float32) - made) * steep
    return np.asarray(made, np.uint8)


def _fields(x: F64, y: F64) -> F32:
    """Strips of crops between the villages."""
    block = np.floor((x + 0.2 * y) / 430.0).astype(int), np.floor((y - 0.2 * x) / 610.0).astype(int)
    turned = fraction(*block, 412).reshape(x.shape) < 0.5
    strip = np.where(turned, np.floor((x + 0.2 * y) / 86.0), np.floor((y - 0.2 * x) / 122.0) + 777)
    luck = fraction(strip.astype(int), block[0] * 57 + block[1], 413).reshape(x.shape)
    return np.asarray(np.array(FIELDS, np.float32)[(luck * len(FIELDS)).astype(int)])


def _share(ground: Ground) -> F32:
    """How much of each pixel is town."""
    land, extent = ground.land, ground.land.extent
    soft = gaussian_filter(land.allowed.astype(np.float32), 2.0)
    coarse = np.clip(soft * 1.8 - 0.2, 0.0, 1.0)
    rows, columns = extent.shape(PICTURE_M)
    wide = Image.fromarray(coarse).resize((columns, rows), Image.Resampling.BILINEAR)
    canvas = Canvas(extent, DRAWN_M)
    for street in ground.streets:
        canvas.stroke(street.line, max(street.width_m, DRAWN_M))
    for feature in ground.features:
        if feature.kind in ("park", "water"):
            canvas.fill(feature.line)
        elif feature.kind == "river":
            canvas.stroke(feature.line, 8.0)
    return np.asarray(np.maximum(np.asarray(wide), _halved(canvas.mask())), np.float32)


def _halved(mask: B1) -> F32:
    rows, columns = mask.shape
    return np.asarray(
        mask.reshape(rows // 2, 2, columns // 2, 2).mean(axis=(1, 3), dtype=np.float32)
    )


def _crowns(extent: Extent, trees: Trees) -> F32:
    """Share of the woods outside the town: where crowns are, the picture shows them."""
    rows, columns = extent.shape(PICTURE_M)
    cells = np.floor(extent.cells(trees.xy, PICTURE_M)).astype(np.int64)
    flat = cells[:, 1] * columns + cells[:, 0]
    count = np.bincount(flat, minlength=rows * columns).reshape(rows, columns)
    crowns = gaussian_filter(np.minimum(count, 1).astype(np.float32), 0.8)
    return np.asarray(np.clip(crowns * 1.4, 0.0, 0.95), np.float32)


def draw_green(pen: Pen, features: Sequence[Feature]) -> None:
    """Parks and water."""
    for feature in features:
        if feature.kind == "park":
            pen.fill(feature.line, PARK)
        elif feature.kind == "water":
            pen.fill(feature.line, WATER)
        elif feature.kind == "works":
            pen.fill(feature.line, YARD)
        elif feature.kind == "forecourt":
            pen.fill(feature.line[:-2], PARK)
        elif feature.kind == "river":
            pen.stroke(feature.line, 8.0, WATER)


def draw_streets(pen: Pen, streets: Sequence[Street], *, pavements: bool = True) -> None:
    """Pavements, or carriageways over the lanes, the widest last."""
    for street in sorted(streets, key=lambda street: street.width_m):
        lane = street.kind == "lane"
        if pavements:
            pen.stroke(street.line, street.width_m + (3.0 if lane else 8.0), PAVEMENT)
        else:
            pen.stroke(street.line, street.width_m, LANE if lane else ROAD)


def _draw_sports(pen: Pen, features: Sequence[Feature]) -> None:
    """Stadiums: a lawn within a running track."""
    for feature in features:
        if not feature.sport:
            continue
        middle = feature.line.mean(axis=0)
        for size, colour in ((1.0, PAVEMENT), (0.86, TRACK), (0.72, GROUNDS["pitch"])):
            pen.fill(middle + (feature.line - middle) * size, colour)


def draw_rails(pen: Pen, features: Sequence[Feature]) -> None:
    """Ballast and rails."""
    for feature in features:
        if feature.kind == "rail":
            tram = feature.subkind == "tram"
            pen.stroke(feature.line, 6.0 if tram else 9.0, TRAM if tram else BALLAST)
            if not tram:
                pen.stroke(feature.line, 2.0, RAIL)


def _draw_trees(pen: Pen, trees: Trees) -> None:
    """Crowns in the colours of their kinds."""
    looks = [_crown(kind) for kind in TREE_KINDS]
    reach = np.array([radius for _, radius in looks])
    radii = trees.scale[:, 0] * reach[trees.kind] / DRAWN_M
    every = zip(
        pen.points(trees.xy), radii.tolist(), trees.kind.tolist(), trees.seed.tolist(), strict=True
    )
    for (x, y), radius, kind, seed in every:
        light = CROWN_SHADE * (0.84 + 0.08 * (seed % 5))
        red, green, blue = (round(value * light) for value in looks[kind][0])
        pen.disc(x, y, radius, (red, green, blue))


def _crown(kind: str) -> tuple[Colour, float]:
    """Leaf colour and radius of a tree, as its prop has them."""
    name = kind.removeprefix("tree.")
    if name == "spruce":
        red, green, blue, _ = SPRUCE.tint
        return (red, green, blue), 2.0
    red, green, blue, _ = tree.KINDS[name].leaves.tint
    return (red, green, blue), 0.84 * tree.KINDS[name].crown.reach_m


def _draw_houses(pen: Pen, houses: Sequence[Row]) -> None:
    roofs = [KINDS[house.kind.removeprefix("house.")].roof.tint[:3] for house in ALL]
    for row in houses:
        if not GARDEN[row.kind]:
            for wing in outlines(row, margin_m=1.6):
                pen.fill(wing, APRON)
        for wing in outlines(row, margin_m=0.0):
            pen.fill(wing, roofs[row.kind])
