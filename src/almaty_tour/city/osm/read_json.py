"""Overpass JSON and GeoJSON, turned into the same ways and relations as other maps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import msgspec
import numpy as np

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError
from almaty_tour.city.osm.model import F64, Limits, Member, Point, RawMap, Relation, Way

MADE_ID = -1_000_000
DEEPEST = 4
"""Ids of what has none in the file count down from here."""


Id = Annotated[int, msgspec.Meta(ge=-(2**62), le=2**62)]
"""Ids become 64 bits in arrays; larger ones are damage."""


class _Place(msgspec.Struct, gc=False):
    lat: float
    lon: float


class _Member(msgspec.Struct, gc=False):
    type: str
    ref: Id
    role: str = ""
    geometry: list[_Place | None] | None = None


class _Element(msgspec.Struct):
    type: str
    id: Id
    lat: float | None = None
    lon: float | None = None
    tags: dict[str, str] = {}
    nodes: list[Id] = []
    geometry: list[_Place | None] | None = None
    members: list[_Member] = []


class _Base(msgspec.Struct):
    timestamp_osm_base: str = ""


class _Overpass(msgspec.Struct):
    elements: list[_Element]
    osm3s: _Base = msgspec.field(default_factory=_Base)
    remark: str = ""


class _Feature(msgspec.Struct):
    geometry: dict[str, Any] | None = None
    properties: dict[str, Any] | None = None
    id: int | str | None = None
    type: str = "Feature"


class _Collection(msgspec.Struct):
    features: list[_Feature]
    timestamp: str = ""


class _Head(msgspec.Struct):
    elements: msgspec.Raw = msgspec.Raw()
    features: msgspec.Raw = msgspec.Raw()


@dataclass
class _Made:
    """Ways, relations and points on their way into a map."""

    ways: dict[int, Way] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    made: int = MADE_ID

    def number(self) -> int:
        self.made -= 1
        return self.made


def read_json(path: Path, limits: Limits) -> RawMap:
    """The map of a JSON file; AssetError where it is damaged or of another kind."""
    data = read_bounded(path, limits.json_bytes).removeprefix(b"\xef\xbb\xbf")
    try:
        head = msgspec.json.decode(data, type=_Head)
        if bytes(head.elements):
            return _overpass(path, msgspec.json.decode(data, type=_Overpass))
        if bytes(head.features):
            return _geojson(msgspec.json.decode(data, type=_Collection))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise AssetError(path, f"is damaged: {error}", hint="load it again") from error
    hint = "Overpass JSON has a list 'elements', GeoJSON a list 'features'"
    raise AssetError(path, "is JSON, but no map", hint=hint)


def _overpass(path: Path, table: _Overpass) -> RawMap:
    if "error" in table.remark.lower():
        raise AssetError(path, f"is not whole: {table.remark[:120]}", hint="ask for a smaller box")
    nodes = {e.id: e for e in table.elements if e.type == "node"}
    made = _Made()
    for item in table.elements:
        if item.type == "way":
            made.ways[item.id] = _way(item, nodes)
        elif item.type == "relation":
            _relation(item, made)
        elif item.type == "node" and item.tags and item.lat is not None and item.lon is not None:
            made.points.append(Point(item.id, np.array([item.lat, item.lon]), item.tags))
    ways = {key: way for key, way in made.ways.items() if len(way.points)}
    date = table.osm3s.timestamp_osm_base[:10]
    return RawMap(ways, tuple(made.relations), tuple(made.points), date, "overpass")


def _way(item: _Element, nodes: Mapping[int, _Element]) -> Way:
    if item.geometry is not None:
        points, lost = _places(item.geometry)
        same = len(points) > 1 and bool((points[0] == points[-1]).all())
        closed = item.nodes[0] == item.nodes[-1] if len(item.nodes) > 1 else same
        return Way(item.id, points, item.tags, closed, lost)
    found = [nodes.get(ref) for ref in item.nodes]
    places = [(n.lat, n.lon) for n in found if n is not None and n.lat is not None]
    points = np.array(places, np.float64).reshape(-1, 2)
    closed = len(item.nodes) > 1 and item.nodes[0] == item.nodes[-1]
    return Way(item.id, points, item.tags, closed, len(found) - len(points))


def _places(geometry: Iterable[_Place | None]) -> tuple[F64, int]:
    every = list(geometry)
    kept = [(place.lat, place.lon) for place in every if place is not None]
    return np.array(kept, np.float64).reshape(-1, 2), len(every) - len(kept)


def _relation(item: _Element, made: _Made) -> None:
    if item.tags.get("type") not in ("multipolygon", "building"):
        return
    members = [member for member in item.members if member.type == "way"]
    for member in members:
        if member.geometry is not None and member.ref not in made.ways:
            points, lost = _places(member.geometry)
            same = len(points) > 1 and bool((points[0] == points[-1]).all())
            made.ways[member.ref] = Way(member.ref, points, {}, same, lost)
    named = tuple(Member(member.ref, member.role) for member in members)
    made.relations.append(Relation(item.id, item.tags, named))


def _geojson(table: _Collection) -> RawMap:
    made = _Made()
    for feature in table.features:
        tags = _tags(feature.properties or {})
        for kind, coordinates in _simple(feature.geometry or {}, 0):
            _shape(made, kind, coordinates, tags, _id(feature, made))
    date = table.timestamp[:10]
    return RawMap(made.ways, tuple(made.relations), tuple(made.points), date, "geojson")


def _tags(properties: Mapping[str, Any]) -> dict[str, str]:
    """Plain words; what converters nest under "tags" counts as well."""
    nested = properties.get("tags")
    if isinstance(nested, str) and nested.startswith("{"):
        try:
            nested = json.loads(nested)
        except ValueError:
            nested = None
    every = {**properties, **(nested if isinstance(nested, dict) else {})}
    return {k: str(v) for k, v in every.items() if isinstance(v, str | int | float)}


def _id(feature: _Feature, made: _Made) -> int:
    properties = feature.properties or {}
    for value in (
        feature.id,
        properties.get("@id"),
        properties.get("osm_id"),
        properties.get("id"),
    ):
        digits = str(value or "").rpartition("/")[2]
        if digits.isdecimal() and len(digits) < 16 and int(digits) not in made.ways:
            return int(digits)
    return made.number()


def _simple(geometry: Mapping[str, Any], depth: int) -> Iterator[tuple[str, Any]]:
    """The simple shapes of a geometry."""
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "GeometryCollection" and depth < DEEPEST:
        for part in geometry.get("geometries") or []:
            if isinstance(part, dict):
                yield from _simple(part, depth + 1)
    elif kind == "MultiLineString" and isinstance(coordinates, list):
        for part in coordinates:
            yield "LineString", part
    elif kind == "Polygon":
        yield "MultiPolygon", [coordinates]
    elif isinstance(kind, str):
        yield kind, coordinates


def _shape(made: _Made, kind: str, coordinates: Any, tags: dict[str, str], key: int) -> None:
    if kind == "Point":
        place = _line([coordinates])
        if len(place):
            made.points.append(Point(key, place[0], tags))
    elif kind == "LineString":
        line = _line(coordinates)
        made.ways[key] = Way(key, line, tags, False)
    elif kind == "MultiPolygon" and isinstance(coordinates, list):
        rings = [
            (ring, "outer" if number == 0 else "inner")
            for polygon in coordinates if isinstance(polygon, list)
            for number, ring in enumerate(polygon)
        ]  # fmt: skip
        _rings(made, rings, tags, key)


def _rings(made: _Made, rings: list[tuple[Any, str]], tags: dict[str, str], key: int) -> None:
    """One ring is a closed way; several are a multipolygon of ways without tags."""
    if len(rings) == 1:
        line = _line(rings[0][0])
        closed = len(line) > 1 and bool((line[0] == line[-1]).all())
        made.ways[key] = Way(key, line, tags, closed)
        return
    members = []
    for ring, role in rings:
        line, number = _line(ring), made.number()
        closed = len(line) > 1 and bool((line[0] == line[-1]).all())
        made.ways[number] = Way(number, line, {}, closed)
        members.append(Member(number, role))
    made.relations.append(Relation(key, {**tags, "type": "multipolygon"}, tuple(members)))


def _line(coordinates: Any) -> F64:
    """(n, 2) latitude and longitude of a list of positions; broken ones are left out."""
    if not isinstance(coordinates, list):
        return np.zeros((0, 2))
    kept = [
        (float(place[1]), float(place[0]))
        for place in coordinates
        if isinstance(place, list) and len(place) >= 2 and all(_number(v) for v in place[:2])
    ]
    return np.array(kept, np.float64).reshape(-1, 2)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
