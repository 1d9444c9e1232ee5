"""Finished arrays: the volumes of each tile of 512 m as plain numbers for one npz file.

`scene.imported` reads them; both keep to the names below. Heights are over the ground of each
building, which is found when the file is read, so heights of the land may change meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.deadline import Tick, never
from almaty_tour.city.osm.details import doors, heads
from almaty_tour.city.osm.outlines import Outline
from almaty_tour.city.osm.roofs import roofs
from almaty_tour.city.osm.soup import F64, I64, Palette, Soup, by_owners, joined
from almaty_tour.city.osm.volumes import Volume
from almaty_tour.city.osm.walls import edges_of, full_walls, plain_walls, table
from almaty_tour.city.osm.yards import PROPS, Props
from almaty_tour.mesh.compact import packed_normals
from almaty_tour.scene.imported import FORMAT, TILE_M

Arrays = dict[str, npt.NDArray[Any]]
KINDS: Final = ("way", "relation")
RECTANGLE: Final = 0.97


def tiles(
    buildings: Sequence[Outline], volumes: Sequence[Volume], props: Props, tick: Tick = never
) -> Iterator[tuple[tuple[int, int], Arrays]]:
    """The arrays of every tile, in a fixed order; a building lies in one tile as a whole."""
    if not volumes:
        return
    palette = Palette()
    edges, columns = edges_of(volumes), table(volumes, palette)
    made = roofs(volumes, palette, tick)
    shared = made.shared.soup()
    levels = [
        joined(
            [
                full_walls(edges, columns),
                shared,
                made.full.soup(),
                heads(volumes, palette),
                doors(edges, columns, volumes, palette),
            ]
        ),
        joined([plain_walls(edges, columns), shared, made.plain.soup()]),
    ]
    building = np.array([volume.building for volume in volumes], np.int64)
    place = _tile_of(buildings)
    order = np.lexsort((np.arange(len(place)), place[:, 1], place[:, 0]))
    ends = np.flatnonzero(np.any(np.diff(place[order], axis=0) != 0, axis=1)) + 1
    groups = np.split(order, ends)
    group = np.zeros(len(buildings), np.int64)
    for which, rows in enumerate(groups):
        group[rows] = which
    split = [by_owners(level, group[building], len(groups)) for level in levels]
    for which, rows in enumerate(groups):
        column, line = (int(v) for v in place[rows[0]])
        number = np.zeros(len(buildings), np.int64)
        number[rows] = np.arange(len(rows))
        chosen = np.flatnonzero(group[building] == which)
        if len(chosen):
            yield (
                (column, line),
                {
                    **_head((column, line), palette, [buildings[row] for row in rows.tolist()]),
                    **_green((column, line), props),
                    **_rings((column, line), volumes, chosen, number),
                    **_level(0, (column, line), split[0][which], number[building]),
                    **_level(1, (column, line), split[1][which], number[building]),
                },
            )


def _tile_of(buildings: Sequence[Outline]) -> I64:
    """(n, 2) column and line of each building's middle."""
    middle = shapely.centroid(np.array([one.shape for one in buildings], object))
    places = np.stack([shapely.get_x(middle), shapely.get_y(middle)], axis=1)
    return np.floor(places / TILE_M).astype(np.int64)


def middle_of(tile: tuple[int, int]) -> F64:
    """(2,) middle of a tile in metres."""
    return (np.array(tile, np.float64) + 0.5) * TILE_M


def _head(tile: tuple[int, int], palette: Palette, buildings: Sequence[Outline]) -> Arrays:
    return {
        "format": np.array(FORMAT, np.int64),
        "tile": np.array(tile, np.int64),
        "materials": np.array(palette.names),
        "building_kind": np.array([KINDS.index(one.kind) for one in buildings], np.uint8),
        "building_id": np.array([one.id for one in buildings], np.int64),
    }


def _rings(tile: tuple[int, int], volumes: Sequence[Volume], rows: I64, number: I64) -> Arrays:
    """Outlines as drawn, one or more rings a volume, the first its outer one."""
    shapes = np.array([volumes[row].shape for row in rows.tolist()], object)
    rings, owner = shapely.get_rings(shapes, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    last = np.append(ring[1:] != ring[:-1], True)
    kept = ~last
    counts = np.bincount(ring[kept], minlength=len(rings))
    first = np.append(True, owner[1:] != owner[:-1])
    decided = [volumes[row].decision for row in rows.tolist()]
    boxes = shapely.area(shapely.minimum_rotated_rectangle(shapes))
    square = (shapely.area(shapes) > RECTANGLE * boxes)[owner]
    return {
        "ring_points": (points[kept] - middle_of(tile)).astype(np.float32),
        "ring_start": np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        "ring_building": number[np.array([volumes[row].building for row in rows.tolist()])][owner],
        "ring_hole": (~first).astype(np.uint8),
        "ring_box": square.astype(np.uint8),
        "ring_low_m": np.array([one.low_m for one in decided], np.float32)[owner],
        "ring_high_m": np.array([one.top_m for one in decided], np.float32)[owner],
    }


def _green(tile: tuple[int, int], props: Props) -> Arrays:
    """The trees and cars of a tile."""
    mine = (np.floor(props.xy / TILE_M).astype(np.int64) == tile).all(axis=1)
    return {
        "props": np.array(PROPS),
        "prop_place": (props.xy[mine] - middle_of(tile)).astype(np.float32),
        "prop_kind": props.kind[mine],
        "prop_yaw_rad": props.yaw_rad[mine],
        "prop_scale": props.scale[mine],
        "prop_seed": props.seed[mine],
    }


def _level(number: int, tile: tuple[int, int], soup: Soup, building: I64) -> Arrays:
    positions = soup.positions.copy()
    positions[:, :2] -= middle_of(tile)
    name = f"level{number}_"
    return {
        f"{name}position": positions.astype(np.float32),
        f"{name}normal": packed_normals(soup.normals.astype(np.float32))[:, :3],
        f"{name}uv": soup.uv.astype(np.float32),
        f"{name}tint": soup.tint,
        f"{name}material": soup.material.astype(np.uint8),
        f"{name}building": building[soup.owner].astype(np.uint16),
        f"{name}faces": soup.faces.astype(np.uint32),
    }
