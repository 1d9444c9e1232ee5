"""The traffic of the town: `traffic.npz` and `walks.npz` from the tables of streets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.files import write_atomic
from almaty_tour.city.extent import CITY, Extent
from almaty_tour.city.furniture import Furniture, joined
from almaty_tour.city.paint_nodes import MAIN, nodes
from almaty_tour.city.paint_roads import roads
from almaty_tour.city.paint_rows import part, stations
from almaty_tour.city.tables import Street
from almaty_tour.city.traffic_hops import HALF_S, Timetable, timetable
from almaty_tour.city.traffic_routes import Route, routes
from almaty_tour.city.traffic_safety import unsafe
from almaty_tour.city.traffic_stops import bus_stops
from almaty_tour.city.traffic_strands import Strand, strands
from almaty_tour.city.walks import make_walks
from almaty_tour.scene.platoons import FARTHEST_M
from almaty_tour.scene.traffic import traffic_of
from almaty_tour.scene.traffic_file import NAME, TrafficFile

F64 = npt.NDArray[np.float64]
CYCLES_LOOKED_AT = 4
BEFORE_M, AFTER_M = FARTHEST_M + 6.0, 4.0


@dataclass(frozen=True)
class Drive:
    """A route with its timetable; stations of hops are those of the line."""

    route: Route
    times: Timetable


def make_traffic(
    folder: Path,
    streets: Sequence[Street],
    report: Callable[[str], None],
    extent: Extent = CITY,
    things: Furniture | None = None,
) -> None:
    """Writes `traffic.npz` and `walks.npz` into `folder`; people sit on the benches of `things`."""
    own = roads(streets, extent)
    crossings = nodes(own, MAIN)
    found, stops = drives(strands(own, crossings)), bus_stops(own, crossings, extent)
    write_atomic(folder / NAME, packed(found, stops).data())
    report(f"{len(found)} lanes with traffic, {len(stops)} bus stops")
    report(make_walks(folder, own, crossings, stops, things or joined([])))


def drives(ways: Sequence[Strand]) -> list[Drive]:
    """The routes of the main streets on which cars can drive without meeting each other."""
    found = []
    for route in routes(ways):
        times = timetable(route)
        if times is not None:
            found.append(_begun(Drive(route, times)))
    return _safe(found)


def _safe(found: list[Drive]) -> list[Drive]:
    """The drives that do not meet in some cycles; what they hold differs from cycle to cycle."""
    for cycle in range(CYCLES_LOOKED_AT):
        lengths = [float(stations(drive.route.line)[-1]) for drive in found]
        traffic = traffic_of(packed(found, np.zeros((0, 3))), _level)
        gone = set(unsafe(traffic, lengths, 997 * cycle))
        found = [drive for number, drive in enumerate(found) if number not in gone]
    return found


def _level(x_m: npt.ArrayLike, _: npt.ArrayLike) -> F64:
    return np.zeros(np.shape(x_m))


def _begun(drive: Drive) -> Drive:
    """A loop that begins a queue before its first stop line, so that no hop crosses its seam."""
    route, times = drive.route, drive.times
    if not route.loop:
        return drive
    length = float(stations(route.line)[-1])
    begin = times.hops[0].start_m - BEFORE_M
    while begin < 0.0:
        begin += length
    count = int(np.ceil((begin + length + BEFORE_M + AFTER_M) / length))
    line = np.concatenate([route.line[:1], *([route.line[1:]] * count)])
    line = part(line, begin, begin + length + BEFORE_M + AFTER_M)
    moved = times.hops[0].start_m - BEFORE_M
    hops = tuple(replace(hop, start_m=hop.start_m - moved) for hop in times.hops)
    return Drive(replace(route, line=line), replace(times, hops=hops))


def packed(found: Sequence[Drive], stops: F64) -> TrafficFile:
    """Drives as arrays."""
    hops = [hop for drive in found for hop in drive.times.hops]
    counts = [len(drive.times.hops) for drive in found]
    driven = [_millimetres(hop.driven_m) for hop in hops]
    lines = [drive.route.line for drive in found]
    return TrafficFile(
        points=np.concatenate([np.zeros((0, 2)), *lines]).astype(np.float32),
        first=_firsts([len(line) for line in lines]),
        cars=np.array([drive.times.most_cars for drive in found], np.uint8),
        platoons=np.array([drive.times.platoons for drive in found], np.uint16),
        rank=np.array([drive.route.rank for drive in found], np.uint8),
        outer=np.array([drive.route.outer for drive in found], np.uint8),
        open=np.array([not drive.route.loop for drive in found], np.uint8),
        hop_route=np.repeat(np.arange(len(found)), counts).astype(np.uint16),
        start_m=np.array([hop.start_m for hop in hops], np.float32),
        length_m=np.array([hop.length_m for hop in hops], np.float32),
        leaves=np.array([round(hop.leaves_s / HALF_S) for hop in hops], np.uint16),
        lasts=np.array([round(hop.lasts_s / HALF_S) for hop in hops], np.uint16),
        driven_first=_firsts([len(one) for one in driven]),
        driven_mm=np.concatenate([np.zeros(0, np.uint16), *driven]).astype(np.uint16),
        stops=np.asarray(stops, np.float32).reshape(-1, 3),
    )


def _millimetres(driven_m: F64) -> npt.NDArray[np.uint16]:
    """What is driven in each second; the first is 0."""
    return np.diff(np.rint(driven_m * 1000.0), prepend=0.0).astype(np.uint16)


def _firsts(counts: Sequence[int]) -> npt.NDArray[np.int32]:
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
