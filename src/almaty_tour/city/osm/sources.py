"""Opening a map: which of the known kinds a file is, by its first bytes, and reading it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from almaty_tour.base.deadline import Tick, never
from almaty_tour.base.errors import AssetError
from almaty_tour.city.osm.model import Limits, Point, RawMap, Way
from almaty_tour.geo.frame import to_local

KNOWN = "known are OpenStreetMap .osm.pbf and .osm, Overpass JSON and GeoJSON"
PBF_MARK = b"OSMHeader"


def read_map(path: Path, limits: Limits | None = None, tick: Tick = never) -> RawMap:
    """The map of a file in degrees; AssetError with one line for everything that is wrong."""
    bounds = limits or Limits()
    kind = kind_of(path, bounds)
    if kind in ("pbf", "osm"):
        from almaty_tour.city.osm.read_osm import read_osm

        found = read_osm(path, kind, bounds, tick)
    else:
        from almaty_tour.city.osm.read_json import read_json

        found = read_json(path, bounds)
    if not found.ways and not found.points:
        raise AssetError(path, "holds no map", hint="it has no way with tags; was it cut off?")
    return found


def kind_of(path: Path, limits: Limits) -> str:
    """By the first bytes "pbf", "osm" or "json"; AssetError for anything else."""
    try:
        if path.is_dir():
            raise AssetError(path, "is a folder", hint="name a file")
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(64)
    except OSError as error:
        raise AssetError(path, f"cannot be read: {error.strerror or error}") from error
    if size == 0:
        raise AssetError(path, "is empty", hint="load it again")
    if size > limits.file_bytes:
        most = limits.file_bytes // 1_000_000
        hint = "cut it to the city, for example with osmium extract -b 76.6,43.0,77.2,43.5"
        raise AssetError(path, f"has {size // 1_000_000} MB, at most {most} are read", hint=hint)
    if PBF_MARK in head[:32]:
        return "pbf"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"<"):
        return "osm"
    if text.startswith((b"{", b"[")):
        return "json"
    raise AssetError(path, "is no map that is known here", where="first bytes", hint=KNOWN)


def in_metres(found: RawMap) -> RawMap:
    """The same map in metres of the world frame; places that are no degrees are lost."""
    ways = list(found.ways.values())
    places = [way.points for way in ways] + [point.place[None] for point in found.points]
    if not places:
        return found
    degrees = np.concatenate(places)
    sane = np.isfinite(degrees).all(axis=1) & (np.abs(degrees) <= (89.0, 180.0)).all(axis=1)
    near = np.zeros_like(sane)
    near[sane] = np.abs(degrees[sane] - (43.25, 76.945)).max(axis=1) < 20.0
    metres = np.full(degrees.shape, np.nan)
    x, y = to_local(degrees[near, 0], degrees[near, 1])
    metres[near] = np.stack([x, y], axis=1)
    ends = np.cumsum([len(part) for part in places])
    parts = np.split(metres, ends[:-1])
    moved = {way.id: _kept(way, part) for way, part in zip(ways, parts[: len(ways)], strict=True)}
    points = [
        replace(point, place=part[0])
        for point, part in zip(found.points, parts[len(ways) :], strict=True)
        if np.isfinite(part).all()
    ]
    return replace(found, ways=moved, points=tuple[Point, ...](points))


def _kept(way: Way, points: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> Way:
    good = np.isfinite(points).all(axis=1)
    return replace(way, points=points[good], lost=way.lost + int((~good).sum()))
