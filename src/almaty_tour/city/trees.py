"""Trees along the kerbs, in the parks, yards and gardens, and in groves on the hills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.ndimage import distance_transform_edt

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.districts import DACHAS, GARDENS, VILLAS, WORKS, Districts
from almaty_tour.city.extent import Extent
from almaty_tour.city.houses import Sites, turned
from almaty_tour.city.kinds import DEPTH_M, FLATS_M, GARDEN, HEIGHT_M, LENGTH_M
from almaty_tour.city.land import CELL_M, CENTRE, Land, soft_noise
from almaty_tour.city.plots import Plots
from almaty_tour.city.stacked import stacked
from almaty_tour.city.tables import Street
from almaty_tour.city.town_map import CELL_M as MAP_CELL_M
from almaty_tour.city.town_map import TownMap

F64 = npt.NDArray[np.float64]
F32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
KERB_M = 2.6
SECOND_ROW_M = 6.5
AVENUE_M, WIDEST_M = 16.0, 20.0
WATERSIDE_M = 16.0
NEAR_M, FAR_M = 250.0, 700.0
STREET_SPACING_M = 11.5
LANE_SPACING_M = 38.0
PARK_SPACING_M = 13.8
YARD_SPACING_M = 19.2
HILL_SPACING_M = 11.2
ROW_M, FIELD_M, ORCHARD_FROM = 7.5, 110.0, 0.88
FACADE_SPACING_M = 7.5

KINDS = ("tree.elm", "tree.poplar", "tree.birch", "tree.apple", "tree.spruce", "tree.oak",
         "tree.willow")  # fmt: skip
_WIDTHS = {"hill": (0.55, 0.5), "orchard": (0.6, 0.2), "facade": (0.58, 0.5),
           "garden": (0.42, 0.38)}  # fmt: skip
FRUIT_SHARES, FRUIT_EDGE_M = (0.5, 0.75, 0.7, 0.6, 0.5, 0.4), 2.0
"""How likely each fruit tree of a plot is: the first anywhere, the others behind the house."""
_SHARES = {
    "street": (50, 20, 5, 0, 2, 23),
    "avenue": (34, 12, 4, 0, 8, 42),
    "park": (40, 5, 14, 3, 16, 22),
    "yard": (44, 10, 14, 20, 4, 8),
    "hill": (30, 2, 8, 38, 12, 10),
    "orchard": (0, 0, 0, 100, 0, 0),
    "garden": (20, 4, 8, 54, 4, 10),
    "facade": (40, 12, 22, 10, 6, 10),
}


@dataclass(frozen=True)
class Trees:
    """Trees as arrays of one length n.

    Attributes:
        kind: (n,) u1 index into `KINDS`. xy: (n, 2) f8 metres. scale: (n, 2) f8.
        seed: (n,) u4.
    """

    kind: npt.NDArray[np.uint8]
    xy: F64
    scale: F64
    seed: npt.NDArray[np.uint32]

    def where(self, kept: Mask) -> Trees:
        """Some of the trees."""
        return Trees(self.kind[kept], self.xy[kept], self.scale[kept], self.seed[kept])


def place_trees(
    streets: Sequence[Street],
    houses: Sites,
    town: TownMap,
    free: Mask,
    own: Mask,
    land: Land,
    districts: Districts,
    plots: Plots | None = None,
) -> Trees:
    """All trees; fruit trees stand on `plots`.

    Masks over the map: `free` of houses, `own` the landmarks' ground, where none stand.
    """
    avenues = [street for street in streets if street.width_m >= AVENUE_M]
    widest = [street for street in streets if street.width_m >= WIDEST_M]
    main = [street for street in streets if street.width_m < AVENUE_M and street.kind != "lane"]
    minor = [street for street in streets if street.kind == "lane"]
    extent, open_land = town.extent, free & ~own
    noise = _Noise(land)
    lanes = _on(extent, _beside(minor, KERB_M), open_land)
    hill = _off(_on(extent, _lattice(extent, HILL_SPACING_M, 3), open_land), land, land.allowed)
    yard = _at(_on(extent, _lattice(extent, YARD_SPACING_M, 2), open_land & ~town.green), land,
               land.allowed)  # fmt: skip
    rows = _orchard(extent, land, noise.orchards)
    groups = [
        ("street", _on(extent, _beside(main, KERB_M), open_land)),
        ("street", _drawn(lanes, noise.near(lanes), 45)),
        ("avenue", _on(extent, _beside(avenues, KERB_M), open_land)),
        ("avenue", _on(extent, _beside(widest, SECOND_ROW_M), open_land & ~town.road)),
        ("park", _on(extent, _lattice(extent, PARK_SPACING_M, 1), town.green & ~own)),
        ("yard", _drawn(yard, noise.yards(yard, districts), 43)),
        ("hill", _drawn(hill, noise.groves(hill), 44)),
        ("orchard", _on(extent, rows, open_land)),
        ("garden", _on(extent, _gardens(plots, noise), open_land)),
        ("facade", _on(extent, _facades(houses), open_land & ~town.green)),
    ]
    found = [_trees(name, points) for name, points in groups]
    trees = stacked(found[0], found[1:])
    return replace(trees, kind=_by_water(trees, town))


class _Noise:
    """Chances of a tree at places."""

    def __init__(self, land: Land) -> None:
        self._land = land
        rows, columns = land.city.shape
        x, y = np.meshgrid(
            land.extent.west_m + (np.arange(columns) + 0.5) * CELL_M,
            land.extent.south_m + (np.arange(rows) + 0.5) * CELL_M,
        )
        self._patchy = soft_noise(x, y, 4, 41)
        self.orchards = soft_noise(x, y, 9, 63)
        clumps = 0.6 * soft_noise(x, y, 4, 51) + 0.4 * soft_noise(x, y, 14, 52)
        chance = (clumps + 0.6 * (land.shade - 0.5) - 0.57) * 5.0
        away_m = distance_transform_edt(~land.allowed | land.orchard) * CELL_M
        seen = np.clip(1.0 - (away_m - NEAR_M) / FAR_M, 0.04, 1.0)
        self._groves = np.clip(chance, 0.01, 0.95) * seen

    def near(self, points: F64) -> F64:
        """Beside lanes, fewer far from the middle of the city, where nobody counts them."""
        far = np.hypot(points[:, 0] - CENTRE[0], points[:, 1] - CENTRE[1])
        return np.asarray(np.clip(1.0 - (far - 3_500.0) / 5_600.0, 0.09, 1.0))

    def yards(self, points: F64, districts: Districts) -> F64:
        """In yards in groups, in gardens fewer, out in the fields hardly any."""
        place = districts.at(points)
        share = np.where(np.isin(place, (GARDENS, DACHAS)), 0.1, 1.45)
        share = np.where(place == WORKS, 0.5, np.where(place == VILLAS, 0.7, share))
        settled = np.where(self._land.at(self._land.settled, points), 1.0, 0.12)
        patchy = 0.1 + 0.85 * self._land.value(self._patchy, points)
        return np.asarray(patchy * share * settled * self.near(points))

    def groves(self, points: F64) -> F64:
        """On the hills: groves, thick on the shaded slopes, thinner where the city is far."""
        return self._land.value(self._groves, points)


def _gardens(plots: Plots | None, noise: _Noise) -> F64:
    """Fruit trees on the plots, most of them behind the house."""
    found = [np.zeros((0, 2))]
    if plots is None:
        return found[0]
    chance = noise.near(plots.front) * np.where(plots.built, 1.0, 0.45)
    half = plots.width_m / 2 - FRUIT_EDGE_M
    for number, share in enumerate(FRUIT_SHARES):
        luck = [fraction(plots.seed, number, salt) for salt in (7, 8, 9)]
        low = plots.house[:, 3] + 2.5 if number else np.full(len(plots), FRUIT_EDGE_M)
        x, y = half * (2.0 * luck[1] - 1.0), low + luck[2] * (plots.depth_m - 1.5 - low)
        beside = (x < plots.house[:, 0] - 2.0) | (x > plots.house[:, 2] + 2.0) | (number > 0)
        beside &= np.abs(x - plots.gate_m) > (0.0 if number else 2.4)
        kept = (luck[0] < share * chance) & (low < plots.depth_m - 2.0) & beside
        found.append(plots.world(x, y)[kept])
    return np.concatenate(found)


def _facades(houses: Sites) -> F64:
    """Along the walls of blocks of flats, where residents have planted them."""
    flats = houses[~GARDEN[houses["kind"]] & (HEIGHT_M[houses["kind"]] > FLATS_M)]
    length, depth = LENGTH_M[flats["kind"]], DEPTH_M[flats["kind"]]
    step = np.arange(-8, 9) * FACADE_SPACING_M
    found = [np.zeros((0, 2))]
    for side, (off, share) in enumerate(((-5.2, 0.64), (-11.5, 0.26), (11.0, 0.54), (17.5, 0.2))):
        seeds = hashed(flats["seed"][:, None], np.arange(len(step)), side)
        x = step + FACADE_SPACING_M * (fraction(seeds, 1).reshape(seeds.shape) - 0.5) * 0.7
        y = np.sign(off) * depth[:, None] / 2 + off
        y = y + 2.4 * (fraction(seeds, 2).reshape(seeds.shape) - 0.5)
        kept = (fraction(seeds, 3).reshape(seeds.shape) < share) & (np.abs(x) < length[:, None] / 2)
        found.append(turned(np.stack([x + 0.0 * y, y], axis=-1), flats)[kept])
    return np.concatenate(found)


def _orchard(extent: Extent, land: Land, noise: F32) -> F64:
    """Rows of apple trees in some fields of the orchard land."""
    points = _lattice(extent, ROW_M, 4, loose=0.08)
    points = _at(points, land, land.orchard)
    field = np.floor(points / FIELD_M).astype(np.int64)
    lot = fraction(field[:, 0], field[:, 1], 61) < 0.85
    return points[lot & (land.value(noise, points) > ORCHARD_FROM)]


def _at(points: F64, land: Land, raster: npt.NDArray[np.bool_]) -> F64:
    return np.asarray(points[land.at(raster, points)])


def _off(points: F64, land: Land, raster: npt.NDArray[np.bool_]) -> F64:
    return np.asarray(points[~land.at(raster, points)])


def _drawn(points: F64, chance: F64, salt: int) -> F64:
    """The points that win against their chance."""
    luck = fraction(np.rint(points[:, 0] * 10.0).astype(np.int64),
                    np.rint(points[:, 1] * 10.0).astype(np.int64), salt)  # fmt: skip
    return points[luck < chance]


def _beside(streets: Sequence[Street], off_m: float) -> F64:
    """Points beside both kerbs, `off_m` away from them."""
    points = [np.zeros((0, 2))]
    for street in streets:
        step = np.diff(street.line, axis=0)
        lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*step.T))])
        spacing = LANE_SPACING_M if street.kind == "lane" else STREET_SPACING_M
        at = np.arange(spacing * (0.6 if off_m > KERB_M else 1.0), lengths[-1], spacing)
        if not len(at):
            continue
        x = np.interp(at, lengths, street.line[:, 0])
        y = np.interp(at, lengths, street.line[:, 1])
        piece = np.clip(np.searchsorted(lengths, at, "right") - 1, 0, len(step) - 1)
        along = step[piece] / np.maximum(np.hypot(*step[piece].T), 1e-9)[:, None]
        across = np.stack([-along[:, 1], along[:, 0]], axis=1) * (street.width_m / 2.0 + off_m)
        middle = np.stack([x, y], axis=1)
        points += [middle + across, middle - across]
    return np.concatenate(points)


def _by_water(trees: Trees, town: TownMap) -> npt.NDArray[np.uint8]:
    """Kinds of trees, where every other one beside ponds and rivers is a willow."""
    away_m = distance_transform_edt(~town.water) * MAP_CELL_M
    cells = np.floor(town.extent.cells(trees.xy, MAP_CELL_M)).astype(np.intp)
    wet = away_m[cells[:, 1], cells[:, 0]] < WATERSIDE_M
    spruce, willow = KINDS.index("tree.spruce"), KINDS.index("tree.willow")
    chosen = wet & (trees.kind != spruce) & (fraction(trees.seed, 9) < 0.5)
    return np.where(chosen, np.uint8(willow), trees.kind)


def _lattice(extent: Extent, spacing_m: float, salt: int, loose: float = 0.8) -> F64:
    """Places on a shaken lattice of the world, whatever the extent."""
    i = np.arange(int(extent.west_m // spacing_m), int(extent.east_m // spacing_m) + 1)
    j = np.arange(int(extent.south_m // spacing_m), int(extent.north_m // spacing_m) + 1)
    i, j = (axis.ravel() for axis in np.meshgrid(i, j))
    shift = np.stack([fraction(i, j, salt), fraction(j, i, salt + 50)], axis=1)
    cell = np.stack([i, j], axis=1)
    return np.asarray((cell + (1.0 - loose) / 2 + loose * shift) * spacing_m, np.float64)


def _on(extent: Extent, points: F64, mask: Mask) -> F64:
    points = points[extent.inside(points, 20.0)]
    cells = np.floor(extent.cells(points, MAP_CELL_M)).astype(np.intp)
    return points[mask[cells[:, 1], cells[:, 0]]]


def _trees(name: str, points: F64) -> Trees:
    cells = np.rint(points * 10.0).astype(np.int64)
    seed = hashed(cells[:, 0], cells[:, 1], 3)
    bounds = np.cumsum(_SHARES[name])
    kind = np.searchsorted(bounds, seed % np.uint32(bounds[-1]), "right").astype(np.uint8)
    spread = fraction(seed, 5)
    low, more = _WIDTHS.get(name, (0.7, 0.5))
    wide = low + more * spread
    tall = wide * (0.88 + 0.27 * fraction(seed, 6))
    return Trees(kind, points, np.stack([wide, tall], axis=1), seed)
