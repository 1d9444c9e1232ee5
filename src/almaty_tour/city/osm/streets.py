"""Roads, water, parks, rails and trees of a map, in the words of the built-in town's tables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.city.osm.model import RawMap, Tags, Way
from almaty_tour.city.osm.words import number, within
from almaty_tour.city.tables import WIDTH_M, Feature, Street

F64 = npt.NDArray[np.float64]
LANE_M = 3.5
CLASSES = {
    "motorway": "trunk", "motorway_link": "tertiary", "trunk": "trunk", "trunk_link": "tertiary",
    "primary": "primary", "primary_link": "tertiary", "secondary": "secondary",
    "secondary_link": "tertiary", "tertiary": "tertiary", "tertiary_link": "residential",
    "residential": "residential", "living_street": "residential", "road": "residential",
    "unclassified": "unclassified", "service": "lane", "track": "lane", "unsurfaced": "lane",
    "pedestrian": "lane",
}  # fmt: skip
NARROW_M = {"lane": 5.0}
PARKS = {
    ("leisure", "park"): "park", ("leisure", "garden"): "garden",
    ("landuse", "cemetery"): "cemetery",
    ("landuse", "forest"): "forest", ("natural", "wood"): "forest", ("landuse", "grass"): "park",
    ("leisure", "stadium"): "stadium", ("leisure", "pitch"): "pitch",
    ("landuse", "recreation_ground"): "park", ("leisure", "common"): "park",
}  # fmt: skip
WATER = {("natural", "water"), ("landuse", "reservoir"), ("waterway", "riverbank")}
RIVERS = ("river", "stream", "canal")


@dataclass(frozen=True)
class Lines:
    """What a map draws besides buildings; `trees` are (n, 2) metres with one id each."""

    streets: tuple[Street, ...]
    features: tuple[Feature, ...]
    trees: F64
    tree_ids: npt.NDArray[np.int64]


def lines_of(found: RawMap) -> Lines:
    """The streets and features of a map in metres."""
    streets = [one for way in found.ways.values() if (one := _street(way)) is not None]
    features = [shape for way in found.ways.values() if (shape := _feature(way)) is not None]
    trees = [p for p in found.points if p.tags.get("natural") == "tree"]
    return Lines(
        tuple(streets), tuple(features),
        np.array([p.place for p in trees], np.float64).reshape(-1, 2),
        np.array([p.id for p in trees], np.int64),
    )  # fmt: skip


def _street(way: Way) -> Street | None:
    kind = CLASSES.get(way.tags.get("highway", ""))
    if kind is None or len(way.points) < 2 or _hidden(way.tags) or way.tags.get("area") == "yes":
        return None
    width = within(number(way.tags.get("width")), 2.0, 60.0)
    lanes = within(number(way.tags.get("lanes")), 1.0, 12.0)
    if width is None and lanes is not None and lanes >= 2:
        width = lanes * LANE_M
    return Street(kind, way.points, width or WIDTH_M.get(kind, NARROW_M.get(kind, 8.0)))


def _feature(way: Way) -> Feature | None:
    tags, count = way.tags, len(way.points)
    if count < 2 or _hidden(tags) or "building" in tags:
        return None
    if tags.get("waterway") in RIVERS:
        return Feature("river", tags["waterway"], way.points)
    if tags.get("railway") in ("rail", "tram"):
        return Feature("rail", tags["railway"], way.points)
    return _area(way) if way.closed and count > 3 and not way.lost else None


def _area(way: Way) -> Feature | None:
    for key in ("leisure", "landuse", "natural", "waterway"):
        pair = key, way.tags.get(key, "")
        if pair in WATER:
            return Feature("water", pair[1], way.points)
        if pair in PARKS:
            return Feature("park", PARKS[pair], way.points)
    return None


def _hidden(tags: Tags) -> bool:
    level = within(number(tags.get("layer")), -9.0, 9.0)
    return tags.get("tunnel") in ("yes", "culvert", "building_passage") or (level or 0.0) < 0.0
