"""OpenStreetMap's own files, .osm.pbf and .osm, through osmium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from almaty_tour.base.deadline import Tick, never
from almaty_tour.base.errors import AlmatyTourError, AssetError
from almaty_tour.city.osm.model import F64, Limits, Member, Point, RawMap, Relation, Way

EVERY = 20_000
MEMBER_OF = ("multipolygon", "building")
POINT_KEYS = ("natural", "highway", "barrier", "amenity")


def osmium_module() -> Any:
    """The library; one clear line where the extra is missing."""
    try:
        import osmium
    except ImportError as error:
        raise AlmatyTourError(
            "reading this map needs the gis extra (python -m pip install -e '.[gis]')"
        ) from error
    return osmium


def read_osm(path: Path, kind: str, limits: Limits, tick: Tick = never) -> RawMap:
    """The map of a file; AssetError where it is damaged, with how far it could be read."""
    osmium = osmium_module()
    reader = _Reader(path, limits, tick)
    try:
        file = osmium.io.File(str(path), kind)
        source = osmium.FileProcessor(file).with_locations()
        for item in source:
            reader.take(item)
        date = _date(osmium, path, kind)
    except (RuntimeError, ValueError, OSError, osmium.InvalidLocationError) as error:
        where = f"after {reader.count} objects" if reader.count else "at its beginning"
        told = " ".join(str(error).split())
        raise AssetError(path, f"is damaged: {told}", where=where, hint="load it again") from error
    return reader.map(date or (reader.newest if reader.newest > "2000" else ""))


class _Reader:
    """Takes what a file brings, keeps what is needed, and counts."""

    def __init__(self, path: Path, limits: Limits, tick: Tick) -> None:
        self.count = self.points_read = self.text_read = 0
        self.newest = ""
        self._path, self._limits, self._tick = path, limits, tick
        self._ways: dict[int, Way] = {}
        self._relations: list[Relation] = []
        self._points: list[Point] = []

    def take(self, item: Any) -> None:
        self.count += 1
        if self.count % EVERY == 0:
            self._check()
        if item.is_way():
            self._way(item)
        elif item.is_relation():
            self._relation(item)
        elif item.is_node() and len(item.tags):
            self._node(item)

    def map(self, date: str) -> RawMap:
        self._check()
        needed = {member.way for one in self._relations for member in one.members}
        kept = {key: way for key, way in self._ways.items() if way.tags or key in needed}
        return RawMap(kept, tuple(self._relations), tuple(self._points), date)

    def _check(self) -> None:
        limits = self._limits
        self._tick()
        over = self.count > limits.objects or self.points_read > limits.way_points
        if over or self.text_read > limits.text:
            raise AssetError(
                self._path, "is too large to be worked through", where=f"object {self.count}",
                hint="cut it to the city, for example with osmium extract",
            )  # fmt: skip

    def _tags(self, item: Any) -> dict[str, str]:
        """The tags; a packed file may unfold to far more text than it has bytes."""
        tags = {tag.k: tag.v for tag in item.tags}
        self.text_read += sum(map(len, tags.values()))
        if self.text_read > self._limits.text:
            self._check()
        return tags

    def _way(self, item: Any) -> None:
        nodes = item.nodes
        count = len(nodes)
        self.points_read += count
        at = [node.location for node in nodes]
        places = [(p.lat_without_check(), p.lon_without_check(), p.valid()) for p in at]
        table = np.array(places, np.float64).reshape(-1, 3)
        good: F64 = table[table[:, 2] > 0.0, :2]
        closed = count > 1 and nodes[0].ref == nodes[-1].ref
        tags = self._tags(item)
        if tags:
            self.newest = max(self.newest, item.timestamp.strftime("%Y-%m-%d"))
        self._ways[item.id] = Way(item.id, good, tags, closed, count - len(good))

    def _relation(self, item: Any) -> None:
        tags = self._tags(item)
        if tags.get("type") not in MEMBER_OF:
            return
        members = tuple(Member(m.ref, m.role) for m in item.members if m.type == "w")
        self._relations.append(Relation(item.id, tags, members))

    def _node(self, item: Any) -> None:
        tags = self._tags(item)
        if item.location.valid() and any(key in tags for key in POINT_KEYS):
            place = np.array([item.location.lat, item.location.lon])
            self._points.append(Point(item.id, place, tags))


def _date(osmium: Any, path: Path, kind: str) -> str:
    """The date that the file's head tells, as YYYY-MM-DD."""
    reader = osmium.io.Reader(osmium.io.File(str(path), kind))
    try:
        head = reader.header()
        found = next(_dates(head), "")
    finally:
        reader.close()
    return found[:10]


def _dates(head: Any) -> Iterator[str]:
    for key in ("osmosis_replication_timestamp", "timestamp"):
        value = head.get(key, "")
        if value:
            yield value
