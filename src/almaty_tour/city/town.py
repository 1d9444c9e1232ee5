"""Making the town in one deterministic run: its ground, the rows of what stands on it, pictures."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely
from PIL import Image
from scipy.ndimage import distance_transform_edt

from almaty_tour.base.files import write_atomic
from almaty_tour.city import tables
from almaty_tour.city.allotments import allotment_wishes
from almaty_tour.city.banks import place_banks, promenades
from almaty_tour.city.blocks import edge_sites
from almaty_tour.city.court_things import court_things
from almaty_tour.city.districts import Districts
from almaty_tour.city.extent import CITY, Extent
from almaty_tour.city.forecourts import forecourts, place_forecourts
from almaty_tour.city.furniture import Furniture, place_furniture
from almaty_tour.city.grounds import Patch, off, place_grounds, yards_of
from almaty_tour.city.groups import FILLERS, group_sites
from almaty_tour.city.hard_ground import clear_of, covered_by, hard, laid, standing_off
from almaty_tour.city.houses import Row, Sites, Taken, outlines, plan_corners, rows_of
from almaty_tour.city.kinds import ALL, GARDEN, HEIGHT_M, LOW
from almaty_tour.city.land import CELL_M as LAND_CELL_M
from almaty_tour.city.land import Land, land_of
from almaty_tour.city.lanes import lanes
from almaty_tour.city.lots import dacha_sites, lot_sites
from almaty_tour.city.names import make_names
from almaty_tour.city.paint import painted_sheet
from almaty_tour.city.paint_plots import near
from almaty_tour.city.plan import CityPlan
from almaty_tour.city.plot_things import plot_things
from almaty_tour.city.plots import Plots, plots_of
from almaty_tour.city.rail_yards import sidings
from almaty_tour.city.railway import place_railway
from almaty_tour.city.sights import HOUSE_M, TREE_M, Sight, free_of
from almaty_tour.city.street_things import STREET_KINDS, street_things
from almaty_tour.city.tables import Feature, Street
from almaty_tour.city.things import KINDS as YARD_KINDS
from almaty_tour.city.things import joined
from almaty_tour.city.town_map import Canvas, TownMap, covered, draw, ground_of, rails
from almaty_tour.city.town_map import around as ground_around
from almaty_tour.city.town_picture import Ground, pictures
from almaty_tour.city.town_rows import house_rows, npy, street_rows, tree_rows, yard_rows
from almaty_tour.city.traffic import make_traffic
from almaty_tour.city.trees import KINDS, Trees, place_trees
from almaty_tour.city.works import Plot as WorksPlot
from almaty_tour.city.works import aprons, inner_ground, place_works, works_plots
from almaty_tour.city.zones import Zone, zones
from almaty_tour.geo.terrain import Terrain
from almaty_tour.scene.halves import halves
from almaty_tour.scene.paint import write_paint

AROUND_M = 10.0
STEPPED_M = 2.9
TALL_M, CALM_M, TALLEST_M = 21.0, 230.0, 100.0
MOST_RISE_M, HUMP_M = 3.1, 0.03
VERGES_M = 5.0

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


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
    """Writes all files of the town into `folder`: rows, ground, pictures, names, traffic.

    `own` are the landmarks seen from above, (k, 3, 2) f8 triangles each, in metres: nothing
    is planted or built on them. `sights` are the views of them that stay free.
    """
    drawn = _drawn(extent, terrain, own, sights)
    report(f"{len(drawn.main)} streets and {len(drawn.inner)} lanes drawn")
    taken = Taken(extent, drawn.closed | drawn.town.green | drawn.seen)
    site = _Site(terrain, drawn.land, drawn.districts, taken, _calm(extent, own, sights))
    sites = _standing(_houses(site, drawn.quarters, drawn.main, drawn.inner), terrain)
    firm = laid(drawn.streets, drawn.features, extent)
    sites = sites[standing_off(rows_of(sites), firm)]
    houses = rows_of(sites)
    report(f"{len(houses)} houses placed")
    built = covered(extent, [wing for row in houses for wing in outlines(row, margin_m=0.2)])
    patches = _patches(drawn, taken, houses, built)
    yard = covered(extent, [*(one.corners for one in patches), *inner_ground(drawn.works)])
    plots = _plots(drawn, sites, houses, yard)
    yards = joined([plot_things(near(plots)), court_things(houses, patches)])
    report(f"{len(plots)} plots parted, {len(yards)} fences and other things set")
    sheet = painted_sheet(CityPlan(extent, drawn.streets, drawn.features, patches, houses, plots))
    report("ground painted")
    trees = _trees(drawn, taken, sites, plots, yard)
    trees = trees.where(~covered_by(shapely.points(trees.xy), hard(sheet)))
    report(f"{len(trees.seed)} trees placed")
    things = _things(drawn, patches, built, trees)
    report(f"{len(things.kind)} things of streets, railways and works placed")
    _write(folder, house_rows(houses), tree_rows(trees), street_rows(things), yard_rows(yards))
    write_paint(folder, sheet.paint())
    seen = Ground(drawn.land, drawn.streets, drawn.features, houses, patches, trees)
    _draw(folder, seen)
    report("pictures drawn")
    make_names(folder)
    report("streets named")
    make_traffic(folder, drawn.main, report, extent, things)


@dataclass(frozen=True)
class _Drawn:
    """The land with its streets, water, parks and railways, before anything stands on it.

    Attributes:
        features: of the tables, with gardens before landmarks and the yards of `works`.
        main, inner: streets of the table, and lanes made up within the `quarters`.
        landmarks, around: cells of their own ground, and a little about it.
        tracks: cells of railways and promenades. seen: cells of the sights of landmarks.
    """

    extent: Extent
    land: Land
    districts: Districts
    features: list[Feature]
    main: list[Street]
    inner: list[Street]
    quarters: list[Zone]
    works: list[WorksPlot]
    town: TownMap
    landmarks: Mask
    around: Mask
    tracks: Mask
    seen: Mask
    sights: Sequence[Sight]

    @property
    def streets(self) -> list[Street]:
        """Those of the table, then the lanes."""
        return [*self.main, *self.inner]

    @property
    def closed(self) -> Mask:
        """The cells on which nothing is built or planted but what belongs there."""
        return self.town.road | self.kept_free

    @property
    def kept_free(self) -> Mask:
        """The cells of landmarks, water and tracks, on which nothing is paved either."""
        return self.around | self.town.water | self.tracks


def _drawn(extent: Extent, terrain: Terrain, own: Sequence[F64], sights: Sequence[Sight]) -> _Drawn:
    features, main = tables.features(), tables.streets()
    land, districts = land_of(extent, terrain, main), Districts(features)
    landmarks = ground_of(extent, own)
    around = ground_around(extent, landmarks, own, AROUND_M)
    beside = [Feature("rail", "siding", line) for line in sidings(features, extent)]
    tracks = rails(extent, [*features, *beside]) | covered(extent, promenades(features))
    quarters = zones(extent, main, features)
    inner = _lanes(quarters, main, features, land, around | tracks, districts)
    streets = [*main, *inner]
    town = draw(extent, streets, features)
    squares = forecourts(sights, land, streets, features)
    works = works_plots(quarters, districts, land, streets, [*features, *beside, *squares])
    return _Drawn(
        extent, land, districts, [*features, *squares, *(plot.feature for plot in works)], main,
        inner, quarters, works, town, landmarks, around, tracks,
        free_of(extent, sights, HOUSE_M), sights,
    )  # fmt: skip


def _patches(drawn: _Drawn, taken: Taken, houses: Sequence[Row], built: Mask) -> list[Patch]:
    """Courts, car parks and playgrounds where there is room, drives and aprons of houses."""
    patches = place_grounds(taken, drawn.land, drawn.quarters, drawn.districts)
    own = [*yards_of(houses), *aprons(houses)]
    return clear_of([*patches, *off(own, drawn.extent, built | drawn.kept_free)], houses)


def _plots(drawn: _Drawn, sites: Sites, houses: Sequence[Row], yard: Mask) -> Plots:
    """The parcels of private houses and what is divided inside the blocks."""
    shut = drawn.kept_free | yard | drawn.town.green
    shut |= _flats(drawn.extent, houses) | _streets_with_verges(drawn.extent, drawn.streets)
    wishes = allotment_wishes(drawn.quarters, drawn.districts, drawn.land)
    return plots_of(sites, wishes, shut, drawn.extent)


def _trees(drawn: _Drawn, taken: Taken, sites: Sites, plots: Plots, yard: Mask) -> Trees:
    free = (taken.free() | drawn.around | drawn.seen) & ~drawn.town.water & ~drawn.tracks
    free &= ~drawn.town.road & ~yard
    bare = drawn.landmarks | drawn.tracks | free_of(drawn.extent, drawn.sights, TREE_M)
    bare |= covered(drawn.extent, [one.line for one in drawn.features if one.sport])
    return place_trees(
        drawn.streets, sites, drawn.town, free, bare, drawn.land, drawn.districts, plots
    )


def _things(drawn: _Drawn, patches: list[Patch], built: Mask, trees: Trees) -> Furniture:
    """What stands beside streets, railways, works and water."""
    extent, features, road = drawn.extent, drawn.features, drawn.town.road
    around, tracks = drawn.around, drawn.tracks
    return street_things(
        place_furniture(extent, drawn.streets, patches, around | built | tracks, trees.xy),
        place_railway(features, extent, road, drawn.landmarks | built),
        place_works(drawn.works, extent, drawn.closed, built),
        place_banks(features, extent, drawn.districts, road | around | built),
        place_forecourts(features, extent, road | drawn.landmarks | built | tracks),
    )


def _lanes(
    quarters: Sequence[Zone],
    main: Sequence[Street],
    features: Sequence[Feature],
    land: Land,
    closed: Mask,
    districts: Districts,
) -> list[Street]:
    """The small streets within the quarters, off parks, water and `closed` cells."""
    town = draw(land.extent, main, features)
    return lanes(quarters, town, land, town.green | town.water | closed, districts)


def _write(folder: Path, *tables_of: npt.NDArray[np.void]) -> None:
    """Files of the rows of houses, trees, things of the streets and things of the yards."""
    for name, rows in zip(("houses", "trees", "street", "yards"), tables_of, strict=True):
        write_atomic(folder / f"{name}.npy", npy(rows))


def _draw(folder: Path, ground: Ground) -> None:
    """The town from above, and what is written about the kinds of its rows."""
    seen_from_above, cover = pictures(ground)
    write_atomic(folder / "map.png", _png(seen_from_above))
    write_atomic(folder / "cover.png", _png(halves(cover)[1]))  # land is soft: 16 m a pixel do
    write_atomic(folder / "town.toml", _table(ground.land.extent).encode())


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


def _flats(extent: Extent, houses: Sequence[Row]) -> Mask:
    """The cells under all that is no private house, with a little ground about it."""
    plans = [wing for row in houses if not GARDEN[row.kind] for wing in outlines(row, 2.0)]
    return covered(extent, plans)


def _streets_with_verges(extent: Extent, streets: Sequence[Street]) -> Mask:
    """Carriageways, and where the street is wide also what lies beside it."""
    canvas = Canvas(extent)
    for street in streets:
        beside = 0.0 if street.kind == "lane" else VERGES_M
        canvas.stroke(street.line, street.width_m + 2.0 * beside)
    return canvas.mask()


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


def _table(extent: Extent) -> str:
    houses = [
        f'{{ kind = "{h.kind}", size_m = [{h.length_m}, {h.depth_m}, {h.height_m}], '
        f"wings_m = [{', '.join(str(list(wing)) for wing in h.wings)}] }}"
        for h in ALL
    ]
    trees = [f'"{kind}"' for kind in KINDS]
    street = [f'"{kind}"' for kind in STREET_KINDS]
    yards = [f'"{kind}"' for kind in YARD_KINDS]
    return (
        "# Written by the bakery. Rows of houses.npy, trees.npy and street.npy name these kinds.\n"
        f"extent_m = [{extent.west_m}, {extent.south_m}, {extent.east_m}, {extent.north_m}]\n"
        f"trees = [{', '.join(trees)}]\n"
        f"street = [{', '.join(street)}]\n"
        f"yards = [{', '.join(yards)}]\n"
        "houses = [\n    " + ",\n    ".join(houses) + ",\n]\n"
    )
