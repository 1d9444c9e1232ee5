"""The town seen from straight above, as a picture of colours: what is far needs no houses.

Drawn at 2 m a cell and halved, so edges are soft. The last channel says how much of the
land is town; where it is 0 the ground shows its own colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy.ndimage import binary_dilation, gaussian_filter, zoom

from almaty_tour.base.rng import fraction
from almaty_tour.city.furniture import KINDS as STREET_KINDS
from almaty_tour.city.furniture import LAMP, Furniture
from almaty_tour.city.grounds import Patch
from almaty_tour.city.houses import Row, outlines
from almaty_tour.city.kinds import ALL
from almaty_tour.city.tables import Feature, Street
from almaty_tour.city.town_map import DRAWN_CELL_M, HALF_SIDE_M, TownMap
from almaty_tour.city.trees import KINDS as TREE_KINDS
from almaty_tour.city.trees import Trees
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props import tree
from almaty_tour.kit.props.car import COLOURS
from almaty_tour.kit.props.house_kinds import KINDS
from almaty_tour.kit.props.spruce import LEAVES as SPRUCE

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
U8 = npt.NDArray[np.uint8]
Colour = tuple[int, int, int]

DRY, LAWN, WOOD = (114, 106, 88), (80, 93, 57), (70, 84, 50)
PAVEMENT, ROAD, LANE, MIDDLE = (138, 134, 127), (88, 88, 90), (104, 102, 99), (118, 118, 118)
PARK, PATH, WATER = (82, 100, 58), (132, 122, 104), (70, 98, 106)
TRACK: Colour = (136, 84, 66)
BALLAST, RAIL, TRAM = (112, 104, 96), (84, 76, 70), (96, 92, 88)
GROUNDS: dict[str, Colour] = {
    "pitch": (82, 104, 62), "court": (134, 82, 64), "parking": (98, 97, 96),
    "play": (142, 126, 92), "drive": (106, 104, 101),
    "way": (112, 109, 104),
}  # fmt: skip
APRON: Colour = (104, 100, 92)
LINES: Colour = (190, 190, 184)
CARS: dict[str, Colour] = {
    f"car.{name}": Paint("", colour).tint[:3] for name, (_, colour) in COLOURS.items()
}
CROWN_SHADE = 0.86
STEP = 6.0


@dataclass(frozen=True)
class Ground:
    """What the picture shows: the map and everything that was placed on it."""

    town: TownMap
    streets: Sequence[Street]
    features: Sequence[Feature]
    houses: Sequence[Row]
    patches: Sequence[Patch]
    trees: Trees
    things: Furniture


def picture(ground: Ground, allowed: npt.NDArray[np.bool_]) -> U8:
    """(2560, 2560, 4) u1 sRGB and share, row 0 in the south."""
    canvas = Image.fromarray(_land(ground.town, allowed)[::-1])
    pen = ImageDraw.Draw(canvas)
    _draw_streets(pen, ground.streets)
    _draw_sports(pen, ground.features)
    _draw_rails(pen, ground.features)
    for patch in ground.patches:
        _draw_patch(pen, patch)
    _draw_cars(pen, ground.things)
    _draw_trees(pen, ground.trees)
    _draw_houses(pen, ground.houses)
    colours = np.asarray(canvas)[::-1].astype(np.float32)
    share = np.maximum(_share(ground.town, allowed), _crowns(ground.trees, allowed))
    side = len(colours) // 2
    full = np.dstack([colours, share * 255.0]).reshape(side, 2, side, 2, 4).mean(axis=(1, 3))
    return _rounded(full)


def _rounded(full: F32) -> U8:
    """Colours in steps of four, the share in steps of sixteen: half the file, no difference."""
    steps = np.array([4.0, 4.0, 4.0, 17.0])
    return np.asarray(np.clip(np.rint(full / steps) * steps, 0, 255), np.uint8)


def _crowns(trees: Trees, allowed: npt.NDArray[np.bool_]) -> F32:
    """Share of the woods outside the town: where crowns are, the picture shows them."""
    canvas = Image.new("L", (len(allowed), len(allowed)))
    _draw_trees(ImageDraw.Draw(canvas), trees, plain=True)
    crowns = np.asarray(canvas)[::-1].astype(np.float32) / 255.0
    return np.asarray(np.clip(gaussian_filter(crowns, 2.5) * 1.9, 0.0, 0.95) * ~allowed)


def _land(town: TownMap, allowed: npt.NDArray[np.bool_]) -> U8:
    """Yards between dry earth and lawn, parks with paths, water."""
    side = len(town.road)
    rows, columns = np.mgrid[0 : side // 8, 0 : side // 8]
    noise = fraction(rows, columns, 4).astype(np.float32)
    patches = 0.6 * gaussian_filter(noise, 1.2) + 1.6 * (gaussian_filter(noise, 7.0) - 0.5) + 0.25
    lawn = np.clip((zoom(patches, 8, order=1)[:side, :side] - 0.40) * 4.0, 0.0, 1.0)
    lawn = (np.round(lawn * STEP) / STEP)[..., None].astype(np.float32)
    land = np.array(DRY, np.float32) * (1.0 - lawn) + np.array(LAWN, np.float32) * lawn
    steep = zoom(gaussian_filter((~allowed[::8, ::8]).astype(np.float32), 2.0), 8, order=1)
    steep = (np.round(steep[:side, :side] * STEP) / STEP)[..., None]
    land += (np.array(WOOD, np.float32) - land) * steep
    land[binary_dilation(town.road, iterations=2) & allowed] = PAVEMENT
    land[town.green] = PARK
    land[town.water] = WATER
    land[town.road] = LANE
    return np.asarray(land, np.uint8)


def _share(town: TownMap, allowed: npt.NDArray[np.bool_]) -> F32:
    soft = gaussian_filter((allowed | town.road).astype(np.float32), 16.0)
    share = np.clip(soft * 1.8 - 0.2, 0.0, 1.0)
    return np.asarray(np.maximum(share, (town.road | town.green | town.water)), np.float32)


def _draw_streets(pen: ImageDraw.ImageDraw, streets: Sequence[Street]) -> None:
    """Carriageways over the lanes, the widest last, with the line in their middle."""
    for street in sorted(streets, key=lambda street: street.width_m):
        if street.kind == "lane":
            continue
        points = _points(street.line)
        wide = max(round(street.width_m / DRAWN_CELL_M), 1)
        pen.line(points, fill=ROAD, width=wide, joint="curve")
        if street.width_m >= 16.0:
            pen.line(points, fill=MIDDLE, width=1)


def _draw_sports(pen: ImageDraw.ImageDraw, features: Sequence[Feature]) -> None:
    """Stadiums: a lawn within a running track."""
    for feature in features:
        if not feature.sport:
            continue
        middle = feature.line.mean(axis=0)
        for size, colour in ((1.0, PAVEMENT), (0.86, TRACK), (0.72, GROUNDS["pitch"])):
            pen.polygon(_points(middle + (feature.line - middle) * size), fill=colour)


def _draw_rails(pen: ImageDraw.ImageDraw, features: Sequence[Feature]) -> None:
    for feature in features:
        if feature.kind != "rail":
            continue
        points = _points(feature.line)
        tram = feature.subkind == "tram"
        pen.line(points, fill=TRAM if tram else BALLAST, width=3 if tram else 5, joint="curve")
        pen.line(points, fill=RAIL, width=1)


def _draw_patch(pen: ImageDraw.ImageDraw, patch: Patch) -> None:
    corners = _points(patch.corners)
    pen.polygon(corners, fill=GROUNDS[patch.kind])
    if patch.kind in ("pitch", "court"):
        pen.polygon(corners, outline=LINES)
        a, b, c, d = patch.corners
        pen.line(_points(np.array([(a + b) / 2, (c + d) / 2])), fill=LINES)


def _draw_cars(pen: ImageDraw.ImageDraw, things: Furniture) -> None:
    """Parked and driving cars: single cells of their colour."""
    cars = things.where(things.kind != LAMP)
    colours = [CARS[kind] for kind in STREET_KINDS[1:]]
    for (x, y), kind in zip(_points(cars.xy), cars.kind.tolist(), strict=True):
        pen.rectangle((x, y, x + 1, y + 1), fill=colours[kind - 1])


def _draw_trees(pen: ImageDraw.ImageDraw, trees: Trees, *, plain: bool = False) -> None:
    """Crowns in the colours of their kinds, or all 255."""
    looks = [_crown(kind) for kind in TREE_KINDS]
    reach = np.array([radius for _, radius in looks])
    places = np.array(_points(trees.xy)).reshape(-1, 2)
    radii = trees.scale[:, 0] * reach[trees.kind] / DRAWN_CELL_M
    every = zip(
        places.tolist(), radii.tolist(), trees.kind.tolist(), trees.seed.tolist(), strict=True
    )
    for (x, y), radius, kind, seed in every:
        light = CROWN_SHADE * (0.84 + 0.08 * (seed % 5))
        red, green, blue = (round(value * light) for value in looks[kind][0])
        fill = 255 if plain else (red, green, blue)
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)


def _crown(kind: str) -> tuple[Colour, float]:
    """Leaf colour and radius of a tree, as its prop has them."""
    name = kind.removeprefix("tree.")
    if name == "spruce":
        red, green, blue, _ = SPRUCE.tint
        return (red, green, blue), 2.0
    red, green, blue, _ = tree.KINDS[name].leaves.tint
    return (red, green, blue), 0.84 * max(radius for _, radius in tree.KINDS[name].profile)


def _draw_houses(pen: ImageDraw.ImageDraw, houses: Sequence[Row]) -> None:
    roofs = [KINDS[house.kind.removeprefix("house.")].roof.tint[:3] for house in ALL]
    for row in houses:
        for wing in outlines(row, margin_m=1.6):
            pen.polygon(_points(wing), fill=APRON)
        for wing in outlines(row, margin_m=0.0):
            pen.polygon(_points(wing), fill=roofs[row.kind])


def _points(points: F64) -> list[tuple[float, float]]:
    """Places on the canvas, whose row 0 is in the north."""
    flipped = np.stack([points[:, 0] + HALF_SIDE_M, HALF_SIDE_M - points[:, 1]], axis=1)
    return [(x, y) for x, y in (flipped / DRAWN_CELL_M).tolist()]
