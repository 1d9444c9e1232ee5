"""Making the town: the map pictures and the rows of houses and trees, in one deterministic run."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy.ndimage import distance_transform_edt

from almaty_tour.base.files import write_atomic
from almaty_tour.city import tables
from almaty_tour.city.banks import KINDS as BANK_KINDS
from almaty_tour.city.banks import place_banks, promenades
from almaty_tour.city.blocks import edge_sites
from almaty_tour.city.districts import Districts
from almaty_tour.city.extent import CITY, Extent
from almaty_tour.city.forecourts import KINDS as FORECOURT_KINDS
from almaty_tour.city.forecourts import forecourts, place_forecourts
from almaty_tour.city.furniture import KINDS as FURNITURE_KINDS
from almaty_tour.city.furniture import Furniture, place_furniture
from almaty_tour.city.grounds import drives, off, place_grounds
from almaty_tour.city.groups import FILLERS, group_sites
from almaty_tour.city.houses import Row, Sites, Taken, outlines, plan_corners, rows_of
from almaty_tour.city.kinds import ALL, GARDEN, HEIGHT_M, LOW
from almaty_tour.city.land import CELL_M as LAND_CELL_M
from almaty_tour.city.land import Land, land_of
from almaty_tour.city.lanes import lanes
from almaty_tour.city.lots import dacha_sites, lot_sites
from almaty_tour.city.names import make_names
from almaty_tour.city.paint import painted
from almaty_tour.city.plan import CityPlan
from almaty_tour.city.rail_yards import sidings
from almaty_tour.city.railway import KINDS as RAIL_KINDS
from almaty_tour.city.railway import joined, place_railway
from almaty_tour.city.sights import HOUSE_M, TREE_M, Sight, free_of
from almaty_tour.city.tables import Feature, Street
from almaty_tour.city.town_map import Canvas, covered, draw, ground_of, rails
from almaty_tour.city.town_map import around as ground_around
from almaty_tour.city.town_picture import Ground, pictures
from almaty_tour.city.traffic import make_traffic
from almaty_tour.city.trees import KINDS, Trees, place_trees
from almaty_tour.city.works import KINDS as WORKS_KINDS
from almaty_tour.city.works import aprons, inner_ground, place_works, works_plots
from almaty_tour.city.zones import Zone, zones
from almaty_tour.geo.terrain import Terrain
from almaty_tour.scene.town import SCALE_STEP, tile_keys

AROUND_M = 10.0
STEPPED_M = 2.9
TALL_M, CALM_M, TALLEST_M = 21.0, 230.0, 100.0
MOST_RISE_M, HUMP_M = 3.1, 0.03

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
HOUSE = np.dtype(
    [
        ("x", "<f4"),
        ("y", "<f4"),
        ("yaw", "<f4"),
        ("scale", "<f2", 2),
        ("kind", "u1"),
        ("seed", "<u4"),
    ]
)
TREE = np.dtype([("x", "<f4"), ("y", "<f4"), ("scale", "u1", 2), ("kind", "u1"), ("seed", "<u2")])
STREET_KINDS = (*FURNITURE_KINDS, *RAIL_KINDS, *WORKS_KINDS, *BANK_KINDS, *FORECOURT_KINDS)
STREET = np.dtype([("x", "<f4"), ("y", "<f4"), ("yaw", "<f4"), ("kind", "u1")])


@dataclass(frozen=True)
class _Site:
    """What houses are asked of: the ground, what is near landmarks, what blocks a sight."""

    terrain: Terrain
    land: Land
    districts: Districts
    taken: Taken
    calm: Mask

    def placed(self, sites: Sites) -> Sites:
        """The sites that are on good ground, not too tall for their place, and find room."""
        at = np.stack([sites["x"], sites["y"]], axis=1)
        inside = self.land.extent.inside(at, 60.0)
        sites, at = sites[inside], at[inside]
        tall = (HEIGHT_M[sites["kind"]] > TALL_M) & self.land.at(self.calm, at)
        sites["kind"][tall] = LOW.drawn(sites["seed"][tall] >> 7)
        corners = plan_corners(sites)
        good = self.land.at(self.land.allowed, corners).all(axis=1)
        good &= self.land.at(self.land.settled, at)
        ground = self.terrain.height_m(corners[..., 0], corners[..., 1])
        good &= np.ptp(ground, axis=1) < np.where(GARDEN[sites["kind"]], 2.2, STEPPED_M)
        return self.taken.placed(sites[good])


def make_town(
    folder: Path,
    terrain: Terrain,
    own: Sequence[F64],
    report: Callable[[str], None],
    sights: Sequence[Sight] = (),
    extent: Extent = CITY,
) -> None:
    """Writes `town.toml`, the pictures and the rows of houses, trees and streets into `folder`.

    `own` are the landmarks seen from above, (k, 3, 2) f8 triangles each, in metres: nothing
    is planted or built on them. `sights` are the views of them that stay free.
    """
    features, main = tables.features(), tables.streets()
    land = land_of(extent, terrain, main)
    districts = Districts(features)
    landmarks = ground_of(extent, own)
    around = ground_around(extent, landmarks, own, AROUND_M)
    laid = [*features, *(Feature("rail", "siding", line) for line in sidings(features, extent))]
    tracks = rails(extent, laid) | covered(extent, promenades(features))
    quarters = zones(extent, main, features)
    town = draw(extent, main, features)
    inner = lanes(quarters, town, land, town.green | town.water | around | tracks, districts)
    streets = [*main, *inner]
    town = draw(extent, streets, features)
    report(f"{len(main)} streets and {len(inner)} lanes drawn")
    gardens = forecourts(sights, land, streets, features)
    plots = works_plots(quarters, districts, land, streets, [*laid, *gardens])
    features = [*features, *gardens, *(plot.feature for plot in plots)]
    seen = free_of(extent, sights, HOUSE_M)
    taken = Taken(extent, town.road | town.green | town.water | around | tracks | seen)
    site = _Site(terrain, land, districts, taken, _calm(extent, own, sights))
    sites = _standing(_houses(site, quarters, main, inner), terrain)
    houses = rows_of(sites)
    report(f"{len(houses)} houses placed")
    built = covered(extent, [wing for row in houses for wing in outlines(row, margin_m=1.0)])
    patches = place_grounds(taken, land, quarters, districts)
    patches += off([*drives(houses), *aprons(houses)], extent, built | around | town.water | tracks)
    plan = CityPlan(extent, streets, features, patches, houses)
    bare = landmarks | tracks | free_of(extent, sights, TREE_M) | _sports(extent, features)
    free = (taken.free() | around | seen) & ~town.water & ~tracks
    hard = [*(patch.corners for patch in patches), *inner_ground(plots)]
    free &= ~town.road & ~covered(extent, hard)
    trees = place_trees(streets, sites, town, free, bare, land, districts)
    report(f"{len(trees.seed)} trees placed")
    things = _things(
        place_furniture(extent, streets, patches, around | built | tracks),
        place_railway(features, extent, town.road, landmarks | built),
        place_works(plots, extent, around | tracks | town.road | town.water, built),
        place_banks(features, extent, districts, town.road | around | built),
        place_forecourts(features, extent, town.road | landmarks | built | tracks),
    )
    report(f"{len(things.kind)} things of streets, railways and works placed")
    _write_rows(folder, houses, trees, things)
    _write_pictures(folder, Ground(land, streets, features, houses, patches, trees))
    report("pictures drawn")
    _paint(folder, plan)
    report("ground painted")
    _name_and_drive(folder, main, report, extent)


def _name_and_drive(
    folder: Path, main: Sequence[Street], report: Callable[[str], None], extent: Extent
) -> None:
    """The names of the streets and the traffic on them."""
    make_names(folder)
    report("streets named")
    make_traffic(folder, main, report, extent)


def _sports(extent: Extent, features: Sequence[Feature]) -> Mask:
    return covered(extent, [feature.line for feature in features if feature.sport])


def _write_rows(folder: Path, houses: Sequence[Row], trees: Trees, things: Furniture) -> None:
    """The tables of what stands in the town."""
    write_atomic(folder / "houses.npy", _npy(_house_rows(houses)))
    write_atomic(folder / "trees.npy", _npy(_tree_rows(trees)))
    write_atomic(folder / "street.npy", _npy(_street_rows(things)))


def _write_pictures(folder: Path, ground: Ground) -> None:
    """The table of kinds, the town from above, and its land without what stands on it."""
    write_atomic(folder / "town.toml", _table(ground.land.extent).encode())
    seen_from_above, cover = pictures(ground)
    write_atomic(folder / "map.png", _png(seen_from_above))
    write_atomic(folder / "cover.png", _png(cover))


def _things(*tables: Furniture) -> Furniture:
    """Tables of streets, railways, works and banks as one, kinds counted in `STREET_KINDS`."""
    kinds = (FURNITURE_KINDS, RAIL_KINDS, WORKS_KINDS, BANK_KINDS, FORECOURT_KINDS)
    sizes = [len(names) for names in kinds]
    starts = np.cumsum([0, *sizes[:-1]]).tolist()
    return joined(Furniture(one.kind + np.uint8(at), one.xy, one.yaw_rad)
                  for one, at in zip(tables, starts, strict=True))  # fmt: skip


def _paint(folder: Path, plan: CityPlan) -> None:
    """The vectors of the ground."""
    paint = painted(plan)
    write_atomic(folder / "strokes.npy", _npy(paint.strokes))
    write_atomic(folder / "fills.npy", _npy(paint.fills))


def _houses(
    site: _Site, quarters: Sequence[Zone], main: Sequence[Street], inner: Sequence[Street]
) -> Sites:
    """All houses: along the streets, in groups, on plots, in orchards."""
    dachas = dacha_sites(site.land.extent)
    at = np.stack([dachas["x"], dachas["y"]], axis=1)
    orchard = site.land.at(site.land.orchard, at)
    return np.concatenate([
        site.placed(edge_sites(quarters, main, site.districts)),
        site.placed(group_sites(quarters, site.districts)),
        site.placed(group_sites(quarters, site.districts, FILLERS)),
        site.placed(lot_sites(inner, site.districts)),
        site.placed(dachas[orchard]),
    ])  # fmt: skip


def _standing(sites: Sites, terrain: Terrain) -> Sites:
    """The sites whose ground a plinth and a step take up: no steep one, and no hump within."""
    corners = plan_corners(sites)
    share = np.linspace(0.0, 1.0, 5)
    along = corners[:, 0, None] + (corners[:, 1] - corners[:, 0])[:, None] * share[:, None]
    across = (corners[:, 3] - corners[:, 0])[:, None, None] * share[:, None, None]
    inside = along[:, None] + across
    at = terrain.height_m(corners[..., 0], corners[..., 1])
    top = terrain.height_m(inside[..., 0], inside[..., 1]).max(axis=(1, 2))
    kept = (np.ptp(at, axis=1) <= MOST_RISE_M) & (top <= at.max(axis=1) + HUMP_M)
    return np.asarray(sites[kept])


def _calm(extent: Extent, own: Sequence[F64], sights: Sequence[Sight]) -> Mask:
    """Cells of 16 m from which a tall house would crowd a landmark or hide it from its view."""
    canvas = Canvas(extent, LAND_CELL_M)
    for corner in (corner for mesh in own for corner in mesh[::7]):
        canvas.fill(corner)
    near = distance_transform_edt(~canvas.mask()) * LAND_CELL_M <= CALM_M
    return np.asarray(near | free_of(extent, sights, TALLEST_M, LAND_CELL_M))


def _png(colours: npt.NDArray[np.uint8]) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(colours[::-1]).save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()


def _npy(rows: npt.NDArray[np.void]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, rows)
    return buffer.getvalue()


def _house_rows(houses: Sequence[Row]) -> npt.NDArray[np.void]:
    rows = np.zeros(len(houses), HOUSE)
    rows["x"] = np.round([h.x_m for h in houses], 2)
    rows["y"] = np.round([h.y_m for h in houses], 2)
    rows["yaw"] = np.round([h.yaw_rad for h in houses], 4)
    rows["scale"] = [(h.scale, h.height_scale) for h in houses]
    rows["kind"] = [h.kind for h in houses]
    rows["seed"] = [h.seed for h in houses]
    return _in_tiles(rows)


def _tree_rows(trees: Trees) -> npt.NDArray[np.void]:
    rows = np.zeros(len(trees.seed), TREE)
    rows["x"], rows["y"] = np.round(trees.xy, 2).T
    rows["scale"] = np.rint(trees.scale / SCALE_STEP)
    rows["kind"], rows["seed"] = trees.kind, trees.seed & 0xFFFF
    return _in_tiles(rows)


def _street_rows(things: Furniture) -> npt.NDArray[np.void]:
    rows = np.zeros(len(things.kind), STREET)
    rows["x"], rows["y"] = np.round(things.xy, 2).T
    rows["yaw"], rows["kind"] = np.round(np.mod(things.yaw_rad, 2 * np.pi), 3), things.kind
    return _in_tiles(rows)


def _in_tiles(rows: npt.NDArray[np.void]) -> npt.NDArray[np.void]:
    """In the order in which a start wants them: by tile, then by kind."""
    return rows[np.argsort(tile_keys(rows), kind="stable")]


def _table(extent: Extent) -> str:
    houses = [
        f'{{ kind = "{h.kind}", size_m = [{h.length_m}, {h.depth_m}, {h.height_m}], '
        f"wings_m = [{', '.join(str(list(wing)) for wing in h.wings)}] }}"
        for h in ALL
    ]
    trees = [f'"{kind}"' for kind in KINDS]
    street = [f'"{kind}"' for kind in STREET_KINDS]
    return (
        "# Written by the bakery. Rows of houses.npy, trees.npy and street.npy name these kinds.\n"
        f"extent_m = [{extent.west_m}, {extent.south_m}, {extent.east_m}, {extent.north_m}]\n"
        f"trees = [{', '.join(trees)}]\n"
        f"street = [{', '.join(street)}]\n"
        "houses = [\n    " + ",\n    ".join(houses) + ",\n]\n"
    )
