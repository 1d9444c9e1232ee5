"""Houses along the streets, then in the blocks behind them; never on a street or a landmark.

Every choice is an integer hash of the street's number and the place along it. A raster of
what is taken keeps houses apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy.ndimage import binary_dilation, gaussian_filter

from almaty_tour.base.rng import hashed
from almaty_tour.city.kinds import ALL, House, chosen
from almaty_tour.city.tables import Street
from almaty_tour.city.town_map import DRAWN_CELL_M, HALF_SIDE_M, TownMap

F64 = npt.NDArray[np.float64]
SETBACK_M = 9.0
GAP_M = 9.0
COTTAGE_SETBACK_M = 5.0
COTTAGE_GAP_M = 8.0
BLOCK_M = 230.0
COARSE = 8
GRID_TURN_RAD = np.radians(7.0)
EDGE_M = 60.0
TALL_M, CALM_M = 20.0, 230.0


@dataclass(frozen=True)
class Row:
    """One placed prop: number of its kind in `kinds.ALL`, middle, turn, scale, seed."""

    kind: int
    x_m: float
    y_m: float
    yaw_rad: float
    scale: float
    height_scale: float
    seed: int


class Taken:
    """A raster of 2 m cells that are built on, roads, water, parks and landmarks included."""

    def __init__(self, blocked: npt.NDArray[np.bool_]) -> None:
        self._image = Image.fromarray(blocked[::-1].astype(np.uint8) * 255)

    def claim(self, outlines: Sequence[F64]) -> bool:
        """Takes the cells of several (k, 2) outlines if all are free."""
        stamps = [self._stamp(outline) for outline in outlines]
        if any(stamp is None for stamp in stamps):
            return False
        for stamp in stamps:
            assert stamp is not None
            self._image.paste(255, stamp[1], stamp[0])
        return True

    def _stamp(self, outline: F64) -> tuple[Image.Image, tuple[int, int]] | None:
        """The cells of an outline and their corner; None where one is taken or off the map."""
        pixels = [self._pixel(x, y) for x, y in outline]
        x, y = np.array(pixels).T
        low_x, low_y = int(x.min()), int(y.min())
        size = (int(x.max()) - low_x + 2, int(y.max()) - low_y + 2)
        high = low_x + size[0], low_y + size[1]
        if low_x < 0 or low_y < 0 or high[0] > self._image.width or high[1] > self._image.height:
            return None
        stamp = Image.new("L", size)
        ImageDraw.Draw(stamp).polygon([(px - low_x, py - low_y) for px, py in pixels], fill=255)
        there = self._image.crop((low_x, low_y, *high))
        taken = bool(np.any(np.asarray(stamp) & np.asarray(there)))
        return None if taken else (stamp, (low_x, low_y))

    def free(self) -> npt.NDArray[np.bool_]:
        """Free cells, row 0 in the south."""
        return np.asarray(np.asarray(self._image)[::-1] == 0)

    @staticmethod
    def _pixel(x_m: float, y_m: float) -> tuple[float, float]:
        return (x_m + HALF_SIDE_M) / DRAWN_CELL_M, (HALF_SIDE_M - y_m) / DRAWN_CELL_M


def place_houses(
    streets: Sequence[Street],
    taken: Taken,
    allowed: npt.NDArray[np.bool_],
    town: TownMap,
    landmarks: npt.NDArray[np.bool_] | None = None,
) -> list[Row]:
    """All houses. Masks like the town's: `allowed`, where the land can be built on, and
    `landmarks`, near which nothing tall stands before or behind them.
    """
    rows = []
    room = _room(allowed)
    calm = _calm(landmarks) if landmarks is not None else np.zeros(room.shape, bool)
    for number, street in enumerate(streets):
        for candidate in _along(number, street):
            rows += _tried(candidate, taken, room, calm, town)
    for candidate in _behind():
        rows += _tried(candidate, taken, room, calm, town)
    return rows


def _calm(landmarks: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Cells of 16 m from which a tall house would crowd a landmark."""
    rounds = int(CALM_M / (COARSE * DRAWN_CELL_M))
    return np.asarray(binary_dilation(landmarks[::COARSE, ::COARSE], iterations=rounds))


def _room(allowed: npt.NDArray[np.bool_]) -> npt.NDArray[np.float32]:
    """How much of the land round about can be built on, 0 to 1, on cells of 16 m."""
    wide = gaussian_filter(allowed[::COARSE, ::COARSE].astype(np.float32), 4.0)
    return np.asarray(np.where(allowed[::COARSE, ::COARSE], wide, 0.0), np.float32)


def _tried(
    row: Row,
    taken: Taken,
    room: npt.NDArray[np.float32],
    calm: npt.NDArray[np.bool_],
    town: TownMap,
) -> list[Row]:
    limit = HALF_SIDE_M - EDGE_M
    if abs(row.x_m) > limit or abs(row.y_m) > limit:
        return []
    line, column = town.cell(row.x_m, row.y_m)
    if ALL[row.kind].height_m > TALL_M and calm[line // COARSE, column // COARSE]:
        return []
    if room[line // COARSE, column // COARSE] < (0.6 if ALL[row.kind].garden else 0.9):
        return []
    return [row] if taken.claim(outlines(row, margin_m=2.5)) else []


def _along(number: int, street: Street) -> Iterator[Row]:
    for side in (-1.0, 1.0):
        at_m = 12.0
        keys = hashed(number, np.arange(2000), int(side)).tolist()
        for key in keys:
            found = _point_at(street.line, at_m)
            if found is None:
                break
            (x, y), _ = found
            house = _chosen(x, y, key)
            row = _beside(street, house, side, key, at_m)
            if row is not None and not (house.garden and key % 8 == 0):
                yield row
            gap = COTTAGE_GAP_M if house.garden else GAP_M
            at_m += house.length_m + gap + key % 9 + (22 if key % 11 == 0 else 0)


def _beside(street: Street, house: House, side: float, key: int, at_m: float) -> Row | None:
    middle = _point_at(street.line, at_m + house.length_m / 2.0)
    if middle is None:
        return None
    (x, y), direction = middle
    setback = COTTAGE_SETBACK_M if house.garden else SETBACK_M + key % 5
    away = street.width_m / 2.0 + setback + house.depth_m / 2.0
    across = np.array([-direction[1], direction[0]]) * side
    along = float(np.arctan2(direction[1], direction[0]))
    front_to_street = along + (0.0 if side > 0.0 else np.pi)  # a prop's front looks to its -y
    return _row(house, x + across[0] * away, y + across[1] * away, front_to_street, key)


def _behind() -> Iterator[Row]:
    """A grid over the blocks, turned with the city; houses stand where room is left."""
    spacing = 24.0
    count = int(2 * HALF_SIDE_M / spacing)
    cos, sin = np.cos(GRID_TURN_RAD), np.sin(GRID_TURN_RAD)
    line = np.arange(-count // 2, count // 2)
    for i in line.tolist():
        for j, key in zip(line.tolist(), hashed(i, line, 77).tolist(), strict=True):
            u = i * spacing + (key >> 3) % 11 - 5.0
            v = j * spacing + (key >> 7) % 11 - 5.0
            x, y = u * cos - v * sin, u * sin + v * cos
            house = _chosen(x, y, key)
            if house.garden or key % 10 >= 1:
                continue
            turned = GRID_TURN_RAD + (np.pi / 2.0 if key & 0x100 else 0.0)
            yield _row(house, x, y, turned + (np.pi if key & 0x200 else 0.0), key)


def _chosen(x_m: float, y_m: float, key: int) -> House:
    cos, sin = np.cos(GRID_TURN_RAD), np.sin(GRID_TURN_RAD)
    column = int(np.floor((x_m * cos + y_m * sin) / BLOCK_M))
    row = int(np.floor((y_m * cos - x_m * sin) / BLOCK_M))
    return chosen(x_m, y_m, _key(column, row, 31), key)


@lru_cache(maxsize=1 << 16)
def _key(*numbers: int) -> int:
    return int(hashed(*numbers)[0])


def _row(house: House, x_m: float, y_m: float, yaw_rad: float, key: int) -> Row:
    free = house.garden  # the windows of large houses fit their walls
    scale = 0.94 + 0.12 * ((key >> 4) % 16) / 15.0 if free else 1.0
    height = 0.94 + 0.12 * ((key >> 8) % 16) / 15.0 if free else 1.0
    return Row(ALL.index(house), x_m, y_m, float(np.mod(yaw_rad, 2.0 * np.pi)), scale, height, key)


def outlines(row: Row, margin_m: float) -> list[F64]:
    """(4, 2) corners of each wing of a placed house, metres, wider by `margin_m` all round."""
    cos, sin = np.cos(row.yaw_rad), np.sin(row.yaw_rad)
    turn = np.array([[cos, sin], [-sin, cos]])
    found = []
    for x0, y0, x1, y1 in ALL[row.kind].wings:
        low = np.array([x0, y0]) * row.scale - margin_m
        high = np.array([x1, y1]) * row.scale + margin_m
        corners = np.array([low, (high[0], low[1]), high, (low[0], high[1])])
        found.append(np.asarray(corners @ turn + [row.x_m, row.y_m]))
    return found


def _point_at(line: F64, at_m: float) -> tuple[tuple[float, float], F64] | None:
    step = np.diff(line, axis=0)
    lengths = np.hypot(*step.T)
    ends = np.cumsum(lengths)
    if at_m >= ends[-1]:
        return None
    piece = int(np.searchsorted(ends, at_m, "right"))
    into = at_m - (ends[piece] - lengths[piece])
    direction = step[piece] / max(lengths[piece], 1e-9)
    x, y = line[piece] + direction * into
    return (float(x), float(y)), direction
