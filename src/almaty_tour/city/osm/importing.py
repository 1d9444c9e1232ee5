"""The whole way of a map from a file to the user's folder."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.deadline import Deadline, Tick
from almaty_tour.base.errors import AssetError, BakeError
from almaty_tour.base.progress import Step
from almaty_tour.base.swap import fresh, refuse_foreign
from almaty_tour.city.osm.crowding import uncrowded
from almaty_tour.city.osm.giving_way import given_way, plots_near
from almaty_tour.city.osm.ground import ground_paint
from almaty_tour.city.osm.land import dense_region, hide_raster
from almaty_tour.city.osm.model import Limits, RawMap
from almaty_tour.city.osm.outlines import Outline, Refused, building_outlines
from almaty_tour.city.osm.picture import picture_of, read_cover, save_picture
from almaty_tour.city.osm.report import Sorted, report_of
from almaty_tour.city.osm.sources import in_metres, read_map
from almaty_tour.city.osm.store import save_arrays, save_json, save_toml
from almaty_tour.city.osm.streets import Lines, lines_of
from almaty_tour.city.osm.tiles import tiles
from almaty_tour.city.osm.volumes import homeless, volumes
from almaty_tour.city.osm.yards import yards_of
from almaty_tour.geo.frame import to_geographic
from almaty_tour.scene.imported import FORMAT, ImportedMap, import_place
from almaty_tour.scene.imported_picture import PICTURE
from almaty_tour.scene.paint import GroundPaint, write_paint
from almaty_tour.session.world import World, load_world

CREDIT = "© OpenStreetMap contributors"
LICENCES = (("2012-09-12", "CC BY-SA 2.0"), ("9999", "Open Database License 1.0"))
EDGE_M = 400.0
FEW_STREETS = 300
HEAP_CELL_M, MOST_IN_A_CELL, MOST_KM2 = 64.0, 1_500, 600.0
Report = Callable[[str], None]


def import_map(
    path: Path, data_dir: Path, assets: Path, report: Report, limits: Limits | None = None
) -> ImportedMap:
    """Imports a map; one clear error and no change where that cannot be done."""
    refuse_foreign(import_place(data_dir))
    bounds = limits or Limits()
    tick = Deadline(path, bounds.time_s)
    report(Step.READING.value)
    found = in_metres(read_map(path, bounds, tick))
    report(Step.SORTING.value)
    world = load_world(assets)
    sorted_ = _sorted(path, found, world, assets, bounds, tick)
    report(Step.BUILDING.value)
    lines, dense = lines_of(found), dense_region(sorted_.drawn)
    yards = yards_of(sorted_.drawn, lines, dense, sorted_.plots)
    tick()
    told = _told(path, found, sorted_)
    work = ground_paint, lines, dense, yards.patches
    with fresh(import_place(data_dir)) as folder, _beside(tick, *work) as painting:
        built = volumes(sorted_.drawn, sorted_.parts, lines.streets, tick)
        count = 0
        for (column, line), arrays in tiles(sorted_.drawn, built, yards.props, tick):
            tick()
            save_arrays(folder / f"buildings_{column}_{line}.npz", arrays)
            count += 1
        report(Step.PAINTING.value)
        seen = picture_of(built, lines, yards.patches, yards.props, dense, read_cover(assets), tick)
        save_picture(folder / PICTURE, seen)
        told = msgspec.structs.replace(told, tiles=count)
        _write_hide(folder, lines, dense, sorted_.drawn)
        tick()
        write_paint(folder, painting())
        save_json(folder / "report.json", report_of(path, sorted_))
        save_toml(folder / "import.toml", msgspec.to_builtins(told))
    return told


def _sorted(
    path: Path, found: RawMap, world: World, assets: Path, bounds: Limits, tick: Tick
) -> Sorted:
    area = _area(world)
    shapely.prepare(area)
    _refuse_elsewhere(path, found, area)
    outlines, refused = building_outlines(found, area, tick)
    if not outlines:
        raise AssetError(path, "holds no building that can be drawn", hint=_first_reason(refused))
    if len(outlines) > bounds.buildings:
        raise AssetError(
            path, f"has {len(outlines)} buildings, at most {bounds.buildings} are drawn",
            hint="cut it to the city, for example with osmium extract",
        )  # fmt: skip
    _refuse_heaps(path, outlines)
    buildings = [one for one in outlines if not one.part]
    parts = [one for one in outlines if one.part]
    alone = set(homeless(buildings, parts))
    buildings += [part for number, part in enumerate(parts) if number in alone]
    parts = [part for number, part in enumerate(parts) if number not in alone]
    standing, crowded = uncrowded(buildings)
    tick()
    plots = list(plots_near(standing, world, assets))
    drawn, given = given_way(standing, plots, tick)
    return Sorted(drawn, parts, given, [*refused, *crowded], plots)


def _area(world: World) -> Any:
    inner = world.terrain.inner
    east = inner.west_m + (inner.columns - 1) * inner.cell_m
    north = inner.south_m + (inner.rows - 1) * inner.cell_m
    return shapely.box(inner.west_m + EDGE_M, inner.south_m + EDGE_M, east - EDGE_M, north - EDGE_M)


def _refuse_elsewhere(path: Path, found: RawMap, area: Any) -> None:
    """AssetError where not a single way lies on the ground of the city."""
    west, south, east, north = area.bounds
    low, high = np.array([west, south]), np.array([east, north])
    if not any(
        len(way.points) and bool(((way.points > low) & (way.points < high)).all(axis=1).any())
        for way in found.ways.values()
    ):
        hint = "it must hold some of 42.93-43.47 N, 76.51-77.44 E"
        raise AssetError(path, "is a map of another place", hint=hint)


def _refuse_heaps(path: Path, outlines: Sequence[Outline]) -> None:
    """AssetError where buildings lie in heaps, as in no city: comparing them would never end."""
    shapes = np.array([one.shape for one in outlines], object)
    middle = shapely.centroid(shapes)
    place = np.stack([shapely.get_x(middle), shapely.get_y(middle)], axis=1)
    cells, count = np.unique(np.floor(place / HEAP_CELL_M), axis=0, return_counts=True)
    covered_km2 = float(shapely.area(shapes).sum()) / 1e6
    if count.max() > MOST_IN_A_CELL or covered_km2 > MOST_KM2:
        x, y = ((cells[count.argmax()] + 0.5) * HEAP_CELL_M).tolist()
        lat, lon = (float(value) for value in to_geographic(x, y))
        raise AssetError(
            path, f"has {int(count.max())} buildings on one spot, {covered_km2:.0f} km2 in all",
            where=f"{lat:.4f} N {lon:.4f} E", hint="is it a map, or a list of one place?",
        )  # fmt: skip


def _first_reason(refused: Sequence[Refused]) -> str:
    if not refused:
        return "it has no way with a tag building"
    return f"for example {refused[0].kind}/{refused[0].id}: {refused[0].reason}"


def _write_hide(
    folder: Path, lines: Lines, dense: npt.NDArray[np.bool_], drawn: Sequence[Outline]
) -> None:
    """Where the built-in town gives way."""
    roads = [(street.line, street.width_m) for street in lines.streets]
    driven = [(street.line, street.width_m) for street in lines.streets if street.kind != "lane"]
    hide = hide_raster(drawn, dense, roads, driven)
    place = np.array([hide.west_m, hide.south_m, hide.cell_m])
    save_arrays(folder / "hide.npz", {"mask": hide.mask, "place": place}, small=True)


@contextmanager
def _beside(
    tick: Deadline, work: Callable[..., GroundPaint], *given: Any
) -> Iterator[Callable[[], GroundPaint]]:
    """Does a work in a process of its own meanwhile; call what is yielded for what it made.

    A small work is not worth a process.
    """
    if len(given[0].streets) < FEW_STREETS:
        yield lambda: work(*given)
        return
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    try:
        yield partial(_result, pool.submit(work, *given), tick)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _result(future: Future[GroundPaint], tick: Deadline) -> GroundPaint:
    try:
        with suppress(TimeoutError):
            return future.result(tick.left_s)
        tick()
        return future.result(0.0)
    except BrokenProcessPool as error:
        raise BakeError(
            "the painting of the ground was stopped (is there enough memory?)"
        ) from error


def _told(path: Path, found: RawMap, result: Sorted) -> ImportedMap:
    boxes = shapely.total_bounds(np.array([one.shape for one in result.drawn], object))
    west, south, east, north = (float(v) if np.isfinite(v) else 0.0 for v in boxes)
    licence = next(name for until, name in LICENCES if (found.date or "2999") < until)
    count = Counter(row["status"] for row in report_of(path, result)["buildings"])
    return ImportedMap(
        file=path.name, blake2=_hash(path), licence=licence, credit=CREDIT,
        extent_m=(west, south, east, north), format=FORMAT, date=found.date, kind=found.kind,
        drawn=count["drawn"], landmark=count["landmark"], skipped=count["skipped"],
    )  # fmt: skip


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=32)).hexdigest()
