"""Houses, trees and things as rows of the town's files."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import hashed
from almaty_tour.city.furniture import Furniture
from almaty_tour.city.houses import Row
from almaty_tour.city.things import Things
from almaty_tour.city.trees import Trees
from almaty_tour.scene.town import SCALE_STEP, tile_keys

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
TREE = np.dtype([("x", "<f4"), ("y", "<f4"), ("scale", "u1", 2), ("kind", "u1"), ("seed", "<u2")])
YARD = np.dtype([("x", "<f4"), ("y", "<f4"), ("yaw", "<f2"), ("scale", "u1", 2), ("kind", "u1")])
STREET = np.dtype([("x", "<f4"), ("y", "<f4"), ("yaw", "<f4"), ("kind", "u1"), ("seed", "<u2")])


def npy(rows: npt.NDArray[np.void]) -> bytes:
    """Rows as a file."""
    buffer = io.BytesIO()
    np.save(buffer, rows)
    return buffer.getvalue()


def house_rows(houses: Sequence[Row]) -> npt.NDArray[np.void]:
    """Houses as the viewer reads them."""
    rows = np.zeros(len(houses), HOUSE)
    rows["x"] = np.round([h.x_m for h in houses], 2)
    rows["y"] = np.round([h.y_m for h in houses], 2)
    rows["yaw"] = np.round([h.yaw_rad for h in houses], 4)
    rows["scale"] = [(h.scale, h.height_scale) for h in houses]
    rows["kind"] = [h.kind for h in houses]
    rows["seed"] = [h.seed for h in houses]
    return _in_tiles(rows)


def tree_rows(trees: Trees) -> npt.NDArray[np.void]:
    """Trees as the viewer reads them."""
    rows = np.zeros(len(trees.seed), TREE)
    rows["x"], rows["y"] = np.round(trees.xy, 2).T
    rows["scale"] = np.rint(trees.scale / SCALE_STEP)
    rows["kind"], rows["seed"] = trees.kind, trees.seed & 0xFFFF
    return _in_tiles(rows)


def street_rows(things: Furniture) -> npt.NDArray[np.void]:
    """Things of streets, railways, works and banks as the viewer reads them."""
    rows = np.zeros(len(things.kind), STREET)
    rows["x"], rows["y"] = np.round(things.xy, 2).T
    rows["yaw"], rows["kind"] = np.round(np.mod(things.yaw_rad, 2 * np.pi), 3), things.kind
    rows["seed"] = hashed(*np.rint(things.xy * 10.0).astype(np.int64).T) & 0xFFFF
    return _in_tiles(rows)


def yard_rows(things: Things) -> npt.NDArray[np.void]:
    """Things of yards as the viewer reads them."""
    rows = np.zeros(len(things), YARD)
    rows["x"], rows["y"] = np.round(things.xy, 2).T
    rows["yaw"], rows["kind"] = np.mod(things.yaw_rad, 2 * np.pi), things.kind
    rows["scale"] = np.clip(np.rint(things.scale / SCALE_STEP), 1, 255)
    return _in_tiles(rows)


def _in_tiles(rows: npt.NDArray[np.void]) -> npt.NDArray[np.void]:
    """In the order in which a start wants them: by tile, then by kind."""
    return rows[np.argsort(tile_keys(rows), kind="stable")]
