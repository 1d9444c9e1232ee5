"""What became of every building of a file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from almaty_tour.city.osm.giving_way import Given
from almaty_tour.city.osm.landmarks import Plot
from almaty_tour.city.osm.outlines import Outline, Refused


@dataclass(frozen=True)
class Sorted:
    """Every building of a file: what is drawn, what gave way, what is left out."""

    drawn: list[Outline]
    parts: list[Outline]
    given: list[Given]
    refused: list[Refused]
    plots: list[Plot]


def report_of(path: Path, result: Sorted) -> dict[str, Any]:
    """Every building way and multipolygon of the file with what became of it."""
    rows: list[dict[str, Any]] = []
    cut = {given.outline.name for given in result.given if given.drawn_share > 0.0}
    whole = [one for one in result.drawn if one.name not in cut]
    rows += [_row(one.kind, one.id, one.part, "drawn") for one in whole]
    for given in result.given:
        row = _row(given.outline.kind, given.outline.id, given.outline.part, "landmark")
        row |= {"landmark": given.landmark, "covered": round(given.covered, 3)}
        if given.drawn_share > 0.0:
            row["drawn_share"] = round(given.drawn_share, 3)
        rows.append(row)
    for refused in result.refused:
        row = _row(refused.kind, refused.id, refused.part, "skipped")
        rows.append(row | {"reason": refused.reason})
    rows += [_row(part.kind, part.id, True, "drawn") for part in result.parts]
    rows.sort(key=lambda row: (row["part"], row["kind"] != "way", row["id"]))
    buildings = [row for row in rows if not row["part"]]
    counts = Counter(row["status"] for row in buildings)
    kinds = Counter(row["kind"] for row in buildings)
    return {
        "file": path.name,
        "counts": {key: counts[key] for key in ("drawn", "landmark", "skipped")},
        "building_ways": kinds["way"],
        "multipolygons": kinds["relation"],
        "parts": len(rows) - len(buildings),
        "buildings": buildings,
        "building_parts": [row for row in rows if row["part"]],
    }


def _row(kind: str, key: int, part: bool, status: str) -> dict[str, Any]:
    return {"kind": kind, "id": key, "part": part, "status": status}
