"""From ways and relations to building outlines; what cannot become one keeps its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely

from almaty_tour.base.deadline import Tick, never
from almaty_tour.city.osm.model import F64, RawMap, Relation, Tags, Way

LEAST_M2 = 1.0
MOST_M2 = 500_000.0
MOST_POINTS = 20_000
MOST_MEMBERS = 1_000
SAME_M = 0.01
NOT_BUILT = {
    "no", "demolished", "razed", "proposed", "planned", "entrance", "destroyed", "removed",
}  # fmt: skip


@dataclass(frozen=True)
class Outline:
    """A building or a part of one.

    Attributes:
        kind: "way" or "relation". part: whether it is a building:part.
        shape: polygon or several, metres, valid.
    """

    kind: str
    id: int
    tags: Tags
    shape: Any
    part: bool = False

    @property
    def name(self) -> str:
        return f"{self.kind}/{self.id}"


@dataclass(frozen=True)
class Refused:
    """A building of the file that is not drawn, and why."""

    kind: str
    id: int
    reason: str
    part: bool = False


class _NoOutlineError(Exception):
    """Why a line is no outline."""


def building_outlines(
    found: RawMap, area: Any, tick: Tick = never
) -> tuple[list[Outline], list[Refused]]:
    """All buildings and parts of a map in metres, in the order of the file.

    Args:
        area: prepared polygon of the ground; what is not inside it is refused.
    """
    holes = _holes(found)
    drawn: list[Outline] = []
    refused: list[Refused] = []
    doubled = {
        member.way: relation.id
        for relation in found.relations
        if _wanted(relation.tags) is not None and relation.tags.get("type") == "multipolygon"
        for member in relation.members
        if member.role in ("outer", "")
    }
    every: tuple[Way | Relation, ...] = (*found.ways.values(), *found.relations)
    for item in every:
        tick()
        part = _wanted(item.tags)
        kind = "way" if isinstance(item, Way) else "relation"
        if part is None or (kind == "relation" and item.tags.get("type") == "building"):
            continue
        try:
            _refuse_words(item, part, doubled if kind == "way" else {})
            shape = _shape(item, found.ways, holes)
            drawn.append(Outline(kind, item.id, item.tags, shape, part))
        except _NoOutlineError as why:
            refused.append(Refused(kind, item.id, str(why), part))
    return _inside(_repaired(drawn, refused, tick), refused, area), refused


def _wanted(tags: Tags) -> bool | None:
    """True for a part, False for a building, None for anything else."""
    if "building" in tags:
        return False
    return True if "building:part" in tags else None


def _refuse_words(item: Way | Relation, part: bool, doubled: Mapping[int, int]) -> None:
    word = item.tags.get("building:part" if part else "building", "")
    if word in NOT_BUILT:
        raise _NoOutlineError(f"its tag says '{word}'")
    if item.tags.get("location") == "underground":
        raise _NoOutlineError("it lies under the ground")
    if item.id in doubled:
        raise _NoOutlineError(f"it is the outline of relation/{doubled[item.id]}")


def _holes(found: RawMap) -> dict[int, list[int]]:
    """Courts by outer way: relations without a building tag leave it to their outer way."""
    holes: dict[int, list[int]] = {}
    for relation in found.relations:
        if relation.tags.get("type") != "multipolygon" or _wanted(relation.tags) is not None:
            continue
        outer = [m.way for m in relation.members if m.role in ("outer", "")]
        inner = [m.way for m in relation.members if m.role == "inner"]
        if len(outer) == 1:
            holes.setdefault(outer[0], []).extend(inner)
    return holes


def _shape(item: Way | Relation, ways: Mapping[int, Way], holes: Mapping[int, list[int]]) -> Any:
    if isinstance(item, Relation):
        return _assembled(item, ways)
    ring = _ring(item)
    courts = [ways[key] for key in holes.get(item.id, ()) if key in ways]
    inner = [_distinct(way.points) for way in courts if way.closed and not way.lost]
    return shapely.Polygon(ring, [line for line in inner if len(line) >= 3])


def _ring(way: Way) -> F64:
    if way.lost:
        raise _NoOutlineError(f"{way.lost} of its points are not in the file")
    line = _distinct(way.points)
    if len(line) < 3:
        raise _NoOutlineError("it has fewer than three points")
    if len(line) > MOST_POINTS:
        raise _NoOutlineError(f"it has {len(line)} points, at most {MOST_POINTS} are read")
    if not way.closed:
        raise _NoOutlineError("its outline is not closed")
    return line


def _distinct(points: F64) -> F64:
    """The points without those that repeat the one before; the last is not the first."""
    if len(points) < 2:
        return points
    step = np.hypot(*(points - np.roll(points, 1, axis=0)).T)
    return np.asarray(points[step > SAME_M])


def _assembled(relation: Relation, ways: Mapping[int, Way]) -> Any:
    """The polygons of a multipolygon, its ways joined end to end."""
    if len(relation.members) > MOST_MEMBERS:
        raise _NoOutlineError(f"it has {len(relation.members)} members, at most {MOST_MEMBERS}")
    missing = [m.way for m in relation.members if m.way not in ways]
    if missing:
        raise _NoOutlineError(f"way/{missing[0]} of it is not in the file")
    lost = [m.way for m in relation.members if ways[m.way].lost]
    if lost:
        raise _NoOutlineError(f"points of way/{lost[0]} are not in the file")
    lines: dict[bool, list[F64]] = {True: [], False: []}
    for member in relation.members:
        if member.role in ("outer", "inner", ""):
            lines[member.role != "inner"].append(ways[member.way].points)
    outer, inner = _rings(lines[True]), _rings(lines[False])
    if not outer:
        raise _NoOutlineError("it has no outline")
    body = shapely.union_all([_valid(shapely.Polygon(ring)) for ring in outer])
    courts = [_valid(shapely.Polygon(ring)) for ring in inner]
    return shapely.difference(body, shapely.union_all(courts)) if courts else body


def _rings(lines: Sequence[F64]) -> list[F64]:
    """Closed rings of lines that meet end to end."""
    left = [line for line in lines if len(line) >= 2]
    rings = []
    while left:
        ring = left.pop(0)
        while not _meet(ring[0], ring[-1]):
            for number, line in enumerate(left):
                if _meet(line[0], ring[-1]) or _meet(line[-1], ring[-1]):
                    more = line if _meet(line[0], ring[-1]) else line[::-1]
                    ring = np.concatenate([ring, more[1:]])
                    del left[number]
                    break
            else:
                raise _NoOutlineError("its outline is not closed")
        line = _distinct(ring)
        if len(line) >= 3:
            rings.append(line)
    return rings


def _meet(a: F64, b: F64) -> bool:
    return bool(np.hypot(*(a - b)) <= SAME_M)


def _repaired(drawn: Sequence[Outline], refused: list[Refused], tick: Tick) -> list[Outline]:
    """Outlines that cross themselves are mended; what has no area is refused."""
    if not drawn:
        return []
    shapes = np.array([one.shape for one in drawn], object)
    broken = np.flatnonzero(~shapely.is_valid(shapes))
    for row in broken.tolist():
        tick()
        shapes[row] = _valid(shapes[row])
    shapes = shapely.orient_polygons(shapes)
    area = shapely.area(shapes)
    kept = []
    for one, shape, size in zip(drawn, shapes, area.tolist(), strict=True):
        if size < LEAST_M2:
            refused.append(Refused(one.kind, one.id, "it covers less than 1 m2", one.part))
        elif size > MOST_M2:
            refused.append(Refused(one.kind, one.id, f"it covers {size / 1e6:.1f} km2", one.part))
        else:
            kept.append(replace(one, shape=shape))
    return kept


def _inside(drawn: Sequence[Outline], refused: list[Refused], area: Any) -> list[Outline]:
    if not drawn:
        return []
    within = shapely.covers(area, np.array([one.shape for one in drawn], object))
    kept = []
    for one, good in zip(drawn, within.tolist(), strict=True):
        if good:
            kept.append(one)
        else:
            refused.append(
                Refused(one.kind, one.id, "it lies outside the ground of this city", one.part)
            )
    return kept


def _valid(shape: Any) -> Any:
    """Only the polygons of a mended shape."""
    mended = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    polygons = [p for p in shapely.get_parts(mended) if p.geom_type == "Polygon" and p.area > 0.05]
    return shapely.union_all(polygons) if polygons else shapely.Polygon()
