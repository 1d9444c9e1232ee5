"""The floor of the rotunda: a map of Zhetysu in stone and brass, the Golden Man at Issyk.

Lakes, rivers and ridges are the sketch of `content.region`; a metre is `SCALE_KM`.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.region import FILE, Region, Shape, load_region
from almaty_tour.interiors._shared.panels import floor
from almaty_tour.interiors.golden_cradle_hall.plan import (
    BRASS,
    FLOOR_DARK,
    GLOW,
    SIDES,
    corner,
)
from almaty_tour.kit import extrude, lathe, lettering, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

MIDDLE_DEG: Final = (43.373, 77.400)
"""Latitude and longitude of the Issyk kurgan."""
SCALE_KM: Final = 34.0
KM_A_DEGREE: Final = 111.2
MAP_M: Final = 9.7
RIM_M: Final = 0.12
LAND: Final = Paint("hall_floor", "#6F6252")
LAKE: Final = Paint("hall_floor", "#2F5F86")
RIVER: Final = Paint("hall_floor", "#4F86AC")
RIDGE: Final = Paint("hall_stone", "#C9BDAA")
LETTERS: Final = Paint("lettering_gilt", "#FFF2DC")
RIVER_M: Final = 0.05
LIFT_M: Final = 0.004
FINDS: Final = (
    (43.25, 76.93, "Алматы"),
    (43.80, 75.53, "Таңбалы"),
    (43.95, 78.35, "Бесшатыр"),
    (43.10, 76.45, "Қарғалы"),
    (43.02, 79.23, "Жалаулы"),
)
"""Where exhibits were found, about; Issyk and Talgar lie under the Golden Man."""


def map_floor() -> MeshData:
    """The whole floor of the rotunda."""
    outline = profile.counter_clockwise(np.array([corner(n) for n in range(SIDES)]))
    disc, rim = profile.circle(MAP_M, 96), profile.circle(MAP_M + RIM_M, 96)
    region = load_region(assets_dir() / "content" / FILE)
    base = [
        floor(outline, 0.0, FLOOR_DARK, holes=[rim]),
        floor(rim, 0.0, BRASS, holes=[disc], cell_m=1.0),
        floor(disc, 0.0, LAND, cell_m=0.5),
    ]
    inlay = [piece for shape in region.shapes for piece in _inlay(shape)]
    return as_part(merge([*base, *inlay, *_finds(), *_names(region)]), "map")


def placed(latitude_longitude: npt.ArrayLike) -> F64:
    """(n, 2) metres on the floor of (n, 2) degrees."""
    degrees = np.asarray(latitude_longitude, np.float64).reshape(-1, 2) - MIDDLE_DEG
    a_metre = KM_A_DEGREE / SCALE_KM
    east = degrees[:, 1] * math.cos(math.radians(MIDDLE_DEG[0]))
    return np.stack([east, degrees[:, 0]], axis=1) * a_metre


def _inlay(shape: Shape) -> list[MeshData]:
    line = placed(shape.corners)
    if shape.kind == "lake":
        return _sheets(shapely.Polygon(line).buffer(0.0), LAKE, 2 * LIFT_M)
    if shape.kind == "river":
        return _sheets(shapely.LineString(line).buffer(RIVER_M / 2 + 0.01), RIVER, LIFT_M)
    if shape.kind == "ridge":
        return [_ridge(line)]
    return []


def _sheets(shape: shapely.Geometry, paint: Paint, z_m: float) -> list[MeshData]:
    """A flat shape within the map, as pieces of stone."""
    inside = shape.intersection(shapely.Point(0.0, 0.0).buffer(MAP_M - 0.05, 32))
    parts = [one for one in shapely.get_parts(inside) if one.geom_type == "Polygon"]
    return [
        floor(np.array(one.exterior.coords)[:-1], z_m, paint, cell_m=0.5)
        for one in parts
        if one.area > 0.003
    ]


def _ridge(line: F64) -> MeshData:
    """A low ridge of pale stone; what leaves the map is left out."""
    kept = line[np.hypot(line[:, 0], line[:, 1]) < MAP_M - 0.25]
    if len(kept) < 2:
        return merge([])
    section = profile.line((-0.11, 0.0), (0.11, 0.0), (0.0, 0.03))
    return extrude.sweep(section, kept, RIDGE, closed=False, crease_deg=20.0)


def _finds() -> list[MeshData]:
    """A lamp in a ring of brass for each place, with its name."""
    pieces = []
    ring = lathe.lathe(profile.line((0.11, 0.0), (0.11, 0.012), (0.06, 0.016)), BRASS, sides=20)
    lamp = lathe.lathe(profile.line((0.05, 0.016), (0.05, 0.024), (0.0, 0.03)), GLOW, sides=12)
    for latitude, longitude, name in FINDS:
        ((x, y),) = placed((latitude, longitude))
        pieces += [transform.move(one, x, y) for one in (ring, lamp)]
        pieces.append(_flat(name, 0.13, (x, y - 0.34)))
    return pieces


def _names(region: Region) -> list[MeshData]:
    """Names of lakes and ridges that lie on the map, and of the land itself."""
    pieces = [_flat("ЖЕТІСУ", 0.55, (0.0, -7.6)), _flat("СЕМИРЕЧЬЕ  ·  ZHETYSU", 0.2, (0.0, -8.2))]
    for shape in region.shapes:
        if shape.name is None or shape.kind not in {"lake", "ridge"}:
            continue
        ((x, y),) = placed(shape.name_at)
        if math.hypot(x, y) < MAP_M - 1.2:
            below = 0.0 if shape.kind == "lake" else -0.34
            pieces.append(_flat(shape.name["kk"], 0.17, (x, y + below)))
    return pieces


def _flat(text: str, height_m: float, at: tuple[float, float]) -> MeshData:
    """Letters of brass let into the floor, read from the south."""
    made = transform.turn(lettering.lettering(text, height_m, LETTERS, out_m=0.006), "x", -90.0)
    up = made.normals[:, 2][made.faces].min(axis=1) > 0.9
    return transform.move(replace(made, faces=made.faces[up]), at[0], at[1], 0.010)
