"""Small maps written by hand, about a yard in the middle of the city."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from almaty_tour.geo.frame import to_geographic

AT = (-6800.0, 4200.0)
"""Metres: away from every landmark."""


def square(x, y, side=12.0, depth=None):
    """Corners of a rectangle, counter-clockwise, its lower left at x and y from `AT`."""
    d = depth or side
    return [(x, y), (x + side, y), (x + side, y + d), (x, y + d)]


@dataclass
class Drawn:
    """A map in the making; `way` returns an id, points are metres from `AT`."""

    nodes: dict = field(default_factory=dict)
    ways: dict = field(default_factory=dict)
    relations: dict = field(default_factory=dict)
    lost: set = field(default_factory=set)

    def node(self, point, tags=None):
        key = len(self.nodes) + 1
        lat, lon = to_geographic(AT[0] + point[0], AT[1] + point[1])
        self.nodes[key] = (float(lat), float(lon), tags or {})
        return key

    def way(self, points, tags=None, *, closed=True):
        refs = [self.node(point) for point in points]
        key = 1000 + len(self.ways)
        self.ways[key] = ([*refs, refs[0]] if closed else refs, tags or {})
        return key

    def building(self, points, **tags):
        return self.way(
            points, {"building": "yes"} | {k.replace("__", ":"): v for k, v in tags.items()}
        )

    def relation(self, members, tags):
        key = 5000 + len(self.relations)
        self.relations[key] = (members, tags)
        return key

    def xml(self, path: Path) -> Path:
        lines = ["<?xml version='1.0' encoding='UTF-8'?>", "<osm version='0.6' generator='hand'>"]
        for key, (lat, lon, tags) in self.nodes.items():
            if key not in self.lost:
                lines.append(
                    f"<node id='{key}' lat='{lat:.9f}' lon='{lon:.9f}'>{_tags(tags)}</node>"
                )
        for key, (refs, tags) in self.ways.items():
            inside = "".join(f"<nd ref='{ref}'/>" for ref in refs)
            lines.append(f"<way id='{key}'>{inside}{_tags(tags)}</way>")
        for key, (members, tags) in self.relations.items():
            inside = "".join(f"<member type='way' ref='{w}' role='{r}'/>" for w, r in members)
            lines.append(f"<relation id='{key}'>{inside}{_tags(tags)}</relation>")
        path.write_text("\n".join([*lines, "</osm>"]), "utf-8")
        return path

    def overpass(self, path: Path, *, geometry=False) -> Path:
        elements = [
            {"type": "node", "id": key, "lat": lat, "lon": lon, **({"tags": t} if t else {})}
            for key, (lat, lon, t) in self.nodes.items() if key not in self.lost and not geometry
        ]  # fmt: skip
        for key, (refs, tags) in self.ways.items():
            way = {"type": "way", "id": key, "nodes": refs, "tags": tags}
            if geometry:
                way["geometry"] = [self._place(ref) for ref in refs]
            elements.append(way)
        for key, (members, tags) in self.relations.items():
            listed = [{"type": "way", "ref": w, "role": r} for w, r in members]
            elements.append({"type": "relation", "id": key, "tags": tags, "members": listed})
        table = {
            "version": 0.6, "osm3s": {"timestamp_osm_base": "2026-05-04T10:00:00Z"},
            "elements": elements,
        }  # fmt: skip
        path.write_text(json.dumps(table), "utf-8")
        return path

    def geojson(self, path: Path) -> Path:
        inner = {w for members, _ in self.relations.values() for w, _ in members}
        features = []
        for key, (refs, tags) in self.ways.items():
            if key not in inner:
                ring = [self._lonlat(ref) for ref in refs]
                shape = {"type": "Polygon", "coordinates": [ring]}
                if refs[0] != refs[-1]:
                    shape = {"type": "LineString", "coordinates": ring}
                features.append(_feature(f"way/{key}", shape, tags))
        for key, (members, tags) in self.relations.items():
            rings = [[self._lonlat(ref) for ref in self.ways[w][0]] for w, _ in members]
            features.append(
                _feature(f"relation/{key}", {"type": "Polygon", "coordinates": rings}, tags)
            )
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
        return path

    def _place(self, ref):
        lat, lon, _ = self.nodes[ref]
        return None if ref in self.lost else {"lat": lat, "lon": lon}

    def _lonlat(self, ref):
        lat, lon, _ = self.nodes[ref]
        return [lon, lat]


def _tags(tags):
    return "".join(f"<tag k='{k}' v='{v}'/>" for k, v in tags.items())


def _feature(key, geometry, tags):
    return {"type": "Feature", "id": key, "geometry": geometry, "properties": tags}


@pytest.fixture
def drawn():
    """An empty map."""
    return Drawn()


@pytest.fixture
def yard(drawn):
    """A map of the three kinds of outlines: a way, a court, a part of a building."""
    drawn.building(square(0, 0, 40, 12), building__levels="5")
    outer = drawn.way(square(60, 0, 50), {})
    inner = drawn.way(square(75, 15, 20), {})
    drawn.relation(
        [(outer, "outer"), (inner, "inner")], {"type": "multipolygon", "building": "yes"}
    )
    drawn.building(square(0, 40, 20), height="12")
    drawn.way(square(5, 45, 8), {"building:part": "yes", "height": "30", "min_height": "12"})
    drawn.way([(-20, -10), (130, -10)], {"highway": "residential"}, closed=False)
    return drawn


@pytest.fixture(scope="session")
def ground():
    """A box round the whole ground, prepared."""
    import shapely

    area = shapely.box(-36_000, -36_000, 40_000, 25_000)
    shapely.prepare(area)
    return area


def ring_area(points):
    """Area of a ring from its corners."""
    x, y = np.array(points, float).T
    return 0.5 * float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))
