"""Making the town: the map picture and the rows of houses and trees, in one deterministic run."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy.ndimage import binary_dilation

from almaty_tour.base.files import write_atomic
from almaty_tour.city import tables
from almaty_tour.city.furniture import KINDS as STREET_KINDS
from almaty_tour.city.furniture import Furniture, place_furniture
from almaty_tour.city.grounds import drives, place_grounds
from almaty_tour.city.houses import Row, Taken, outlines, place_houses
from almaty_tour.city.kinds import ALL
from almaty_tour.city.lanes import lanes
from almaty_tour.city.town_map import (
    DRAWN_CELL_M,
    HALF_SIDE_M,
    TownMap,
    covered,
    draw,
    ground_of,
    rails,
)
from almaty_tour.city.town_picture import Ground, picture
from almaty_tour.city.trees import KINDS, Trees, place_trees
from almaty_tour.geo.terrain import Surface, Terrain

STEEPEST = 0.14

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
HOUSE = np.dtype(
    [
        ("x", "<f4"),
        ("y", "<f4"),
        ("yaw", "<f4"),
        ("scale", "<f2", 2),
        ("kind", "u1"),
        ("seed", "<u4"),
    ]
)
TREE = np.dtype([("x", "<f4"), ("y", "<f4"), ("scale", "<f2", 2), ("kind", "u1"), ("seed", "<u2")])
STREET = np.dtype([("x", "<f4"), ("y", "<f4"), ("yaw", "<f4"), ("kind", "u1")])


def make_town(
    folder: Path,
    terrain: Terrain,
    own: Sequence[F64],
    report: Callable[[str], None],
) -> None:
    """Writes `town.toml`, `map.png` and the rows of houses, trees and streets into `folder`.

    `own` are the landmarks seen from above, (k, 3, 2) f8 triangles each, in metres: nothing
    is planted or built on them.
    """
    features, main = tables.features(), tables.streets()
    landmarks = ground_of(own)
    around = binary_dilation(landmarks, iterations=5)
    town = draw(main, features)
    city, gentle, shade = _land(town, terrain)
    closed = town.green | town.water | around | rails(features)
    inner = lanes(town, city & gentle, closed)
    streets = [*main, *inner]
    town = draw(streets, features)
    report(f"{len(streets)} streets drawn")
    taken = Taken(town.road | town.green | town.water | around | rails(features))
    houses = place_houses(streets, taken, city & gentle, town, landmarks)
    patches = [*place_grounds(taken, city & gentle, town), *drives(houses)]
    report(f"{len(houses)} houses placed")
    free = (taken.free() | around) & ~covered([patch.corners for patch in patches])
    bare = landmarks | covered([feature.line for feature in features if feature.sport])
    trees = place_trees(streets, town, free, bare, ~gentle | ~city, shade)
    report(f"{len(trees.seed)} trees placed")
    built = covered([wing for row in houses for wing in outlines(row, margin_m=1.0)])
    things = place_furniture(streets, patches, around | built)
    report(f"{len(things.kind)} lamps and cars placed")
    ground = Ground(town, streets, features, houses, patches, trees, things)
    write_atomic(folder / "town.toml", _table().encode())
    write_atomic(folder / "map.png", _png(picture(ground, city & gentle)))
    write_atomic(folder / "houses.npy", _npy(_house_rows(houses)))
    write_atomic(folder / "trees.npy", _npy(_tree_rows(trees)))
    write_atomic(folder / "street.npy", _npy(_street_rows(things)))


def _land(town: TownMap, terrain: Terrain) -> tuple[Mask, Mask, npt.NDArray[np.float32]]:
    """Over the map: where the city is, where houses can stand, how shaded slopes are (0 to 1)."""
    side = len(town.road)
    step = 8
    axis = (np.arange(0, side, step) + step / 2) * DRAWN_CELL_M - HALF_SIDE_M
    x, y = np.meshgrid(axis, axis)
    normal = terrain.normal(x, y)
    gentle = np.hypot(normal[..., 0], normal[..., 1]) < STEEPEST
    city = np.isin(terrain.surface_class(x, y), (Surface.CITY, Surface.ORCHARD))
    north_west = 0.8 * normal[..., 1] - 0.6 * normal[..., 0]
    shade = np.where(gentle & ~city, 0.0, np.clip(0.5 + 2.2 * north_west, 0.0, 1.0))
    whole = np.ones((step, step), np.uint8)
    return (
        np.asarray(np.kron(city, whole)[:side, :side], np.bool_),
        np.asarray(np.kron(gentle, whole)[:side, :side], np.bool_),
        np.asarray(np.kron(shade, whole)[:side, :side], np.float32),
    )


def _png(colours: npt.NDArray[np.uint8]) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(colours[::-1]).save(buffer, "PNG", compress_level=9)
    return buffer.getvalue()


def _npy(rows: npt.NDArray[np.void]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, rows)
    return buffer.getvalue()


def _house_rows(houses: Sequence[Row]) -> npt.NDArray[np.void]:
    rows = np.zeros(len(houses), HOUSE)
    rows["x"] = np.round([h.x_m for h in houses], 2)
    rows["y"] = np.round([h.y_m for h in houses], 2)
    rows["yaw"] = np.round([h.yaw_rad for h in houses], 4)
    rows["scale"] = [(h.scale, h.height_scale) for h in houses]
    rows["kind"] = [h.kind for h in houses]
    rows["seed"] = [h.seed for h in houses]
    return rows


def _tree_rows(trees: Trees) -> npt.NDArray[np.void]:
    rows = np.zeros(len(trees.seed), TREE)
    rows["x"], rows["y"] = np.round(trees.xy, 2).T
    rows["scale"], rows["kind"], rows["seed"] = trees.scale, trees.kind, trees.seed & 0xFFFF
    return rows


def _street_rows(things: Furniture) -> npt.NDArray[np.void]:
    rows = np.zeros(len(things.kind), STREET)
    rows["x"], rows["y"] = np.round(things.xy, 2).T
    rows["yaw"], rows["kind"] = np.round(np.mod(things.yaw_rad, 2 * np.pi), 3), things.kind
    return rows


def _table() -> str:
    houses = [
        f'{{ kind = "{h.kind}", size_m = [{h.length_m}, {h.depth_m}, {h.height_m}], '
        f"wings_m = [{', '.join(str(list(wing)) for wing in h.wings)}] }}"
        for h in ALL
    ]
    trees = [f'"{kind}"' for kind in KINDS]
    street = [f'"{kind}"' for kind in STREET_KINDS]
    return (
        "# Written by the bakery. Rows of houses.npy, trees.npy and street.npy name these kinds.\n"
        f"half_side_m = {HALF_SIDE_M}\n"
        f"trees = [{', '.join(trees)}]\n"
        f"street = [{', '.join(street)}]\n"
        "houses = [\n    " + ",\n    ".join(houses) + ",\n]\n"
    )
