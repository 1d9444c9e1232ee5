"""Where the shadow maps lie and which of them are out of date. Pure numpy.

Each cascade is a square in light space round a centre in the world. It is kept until the
eye leaves its margin, the light has turned, its side has to change, or its content changed.
Centres lie on whole texels, so edges do not crawl when a map moves. Of a map only a part is used
that goes with the eye: where one map ends and the next begins glides, and nothing jumps when a map
is drawn anew for another place.

All maps that are shown are turned the same way: where the light has turned, they are replaced
together, else one at a time. Maps may take several pictures to draw (`due`, `begin`, `show`);
until they are whole the old ones stay, with their places.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from almaty_tour.render.tree_share import TreeShares, is_other_share
from almaty_tour.render.uniforms import CASCADES, NOWHERE, Cascades

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Point = tuple[float, float, float]

TURN_DEG = 0.25, 0.5
"""By how much the light turns before maps are drawn anew: by what moves the shadow of a house
of `HOUSE_M` by a texel of the finest, within these."""
TURN_RAD = math.radians(TURN_DEG[0]), math.radians(TURN_DEG[1])
HOUSE_M = 40.0
JUMP_LIMIT = math.cos(math.radians(4.0))
"""A sun that moves by more from one picture to the next is another hour, not time going by."""
MARGIN = 0.3
"""How far the eye may move before a map follows, as a share of half its side."""
USED = 0.67
"""What the maps of an eye that has moved by so much still hold on all sides."""
AHEAD = 0.62
"""How far before the eye its maps lie, in the same share: what is at its feet is still in them."""
RIM = 0.01
"""What lies nearer to the border of a map than this share of its side is not used."""
DEPTH_RANGE_M = 1_500.0
ROOM_SHARE = 1.03
"""A map that holds a room is so much wider than the room: the rim of a map is not used."""
LONGEST_SHADOW_M = 250.0
PATIENCE = 8
"""Pictures between two maps that are drawn anew for what has arrived."""


@dataclass(frozen=True)
class Cascade:
    """One map: its centre in the world, half its side, its half depth, metres; how it is turned.

    Attributes:
        turn: (3, 3) rows x, y across the light and z away from it.
        trees: share of the trees that throw shadows into it.
    """

    centre: F64
    reach_m: float
    depth_m: float
    turn: F64
    trees: float = 1.0

    def touched(self, relative: F32 | F64, radius_m: npt.ArrayLike) -> npt.NDArray[np.bool_]:
        """(n,) which balls at (n, 3) places relative to the centre lie in the map's column."""
        # By hand: a product of so many is shared out to threads that have to be waked.
        (right, up, _), _ = self.plain
        x, y, z = relative.T
        across = np.abs(right[0] * x + right[1] * y + right[2] * z)
        along = np.abs(up[0] * x + up[1] * y + up[2] * z)
        radius = np.asarray(radius_m)
        inside = np.maximum(across, along) < self.reach_m + radius
        # A low sun stretches the column over the land; what is farther throws no sharp shadow.
        near = np.hypot(x, y) < self.reach_m * 2.0 + LONGEST_SHADOW_M + radius
        return np.asarray(inside & near)

    def matrix(self, *, zero_to_one: bool) -> F64:
        """(4, 4) from metres relative to the centre to clip space."""
        matrix = np.eye(4)
        half = np.array([self.reach_m, self.reach_m, self.depth_m])
        matrix[:3, :3] = self.turn / half[:, None]
        if zero_to_one:
            matrix[2, :3] *= 0.5
            matrix[2, 3] = 0.5
        return matrix

    @cached_property
    def plain(self) -> tuple[tuple[Point, Point, Point], Point]:
        """Rows of the turn and the centre as plain numbers, which are asked for in each picture."""
        x, y, z = (_point(row) for row in self.turn)
        return (x, y, z), _point(self.centre)

    def turned(self, place: Point) -> Point:
        """A place in the world against the centre, along the rows of the turn."""
        rows, centre = self.plain
        x, y, z = place[0] - centre[0], place[1] - centre[1], place[2] - centre[2]
        across, up, away = (row[0] * x + row[1] * y + row[2] * z for row in rows)
        return across, up, away


Placed = tuple[int, Cascade]


@dataclass(frozen=True)
class _Look:
    """What a picture is seen by; see `follow`."""

    eye: Point
    forward: Point
    above_ground_m: float
    light: F64
    sun: F64


class CascadeSet:
    """The maps of one renderer and what they hold.

    Attributes:
        kept: the map that is shown of each cascade. jumped: the eye or the hour is another
            one than in the picture before, so that the kept maps are of no use.
        middle_enu: where the middle of the maps stays, None lets them follow the eye.
        trees: what share of them is in a map.
    """

    def __init__(self, size_px: int, reach_m: tuple[float, ...]) -> None:
        self.size_px = size_px
        self.reach_m = reach_m
        self.kept: list[Cascade | None] = [None] * len(reach_m)
        self.jumped = True
        self.middle_enu: Point | None = None
        self.trees = TreeShares()
        self._coming: dict[int, Cascade] = {}
        self._outdated: set[int] = set()
        self._waited = self._latest = 0
        self._look: _Look | None = None
        self._turn = np.zeros((3, 3))

    @property
    def reach_now_m(self) -> float:
        """Half the side of the largest map that is kept."""
        return max((one.reach_m for one in self.kept if one is not None), default=0.0)

    @property
    def nearest_now_m(self) -> float:
        """Half the side of the smallest map that is kept."""
        return min((one.reach_m for one in self.kept if one is not None), default=0.0)

    def forget(self, *, later: bool = False) -> None:
        """The content changed: every map is drawn anew; `later` as in `forget_near`."""
        self._outdated.update(range(len(self.kept)))
        if not later:
            self.kept = [None] * len(self.reach_m)

    def forget_near(self, middle: F64, radius_m: float, *, later: bool = False) -> None:
        """The content in a ball changed: the maps that it can throw shadows into go.

        `later` keeps them for a while: they are drawn anew one at a time, in pictures apart.
        """
        for index, kept in enumerate(self.kept):
            for cascade in (kept, self._coming.get(index)):
                if cascade is None:
                    continue
                if cascade.touched((middle - cascade.centre)[None], radius_m)[0]:
                    self._outdated.add(index)
            if index in self._outdated and not later:
                self.kept[index] = None

    def follow(
        self, eye: F64, forward: F64, above_ground_m: float, light: F64, sun: F64 | None = None
    ) -> None:
        """What the next picture is seen by; once a picture.

        `light` is what throws shadows; `sun` tells the hour, where that is another one.
        """
        sun = light if sun is None else sun
        place = _point(eye)
        before = self._look
        self._look = _Look(place, _point(forward), above_ground_m, light, sun)
        self._waited += 1
        nearest_m = _grown(min(self.reach_m), above_ground_m)
        self.jumped = (
            before is None
            or float(before.sun @ sun) < JUMP_LIMIT
            or math.dist(before.eye, place) > nearest_m
        )

    def update(
        self, eye: F64, forward: F64, above_ground_m: float, light: F64
    ) -> tuple[Placed, ...]:
        """Every map that has to be drawn again, with its new place, which it has from now on."""
        self.follow(eye, forward, above_ground_m, light)
        return self.replace_all()

    def replace_all(self) -> tuple[Placed, ...]:
        """The same for what was followed."""
        stale = [n for n in range(len(self.kept)) if self._is_stale(n) or n in self._outdated]
        placed = self._placed(range(len(self.kept)) if self._turned else stale)
        self.begin(placed)
        self.show()
        return placed

    def due(self) -> tuple[Placed, ...]:
        """What to draw next: all maps where the light has turned, else one, by turns."""
        count = len(self.kept)
        if self._turned:
            return self._placed(range(count))
        for index in ((self._latest + 1 + n) % count for n in range(count)):
            arrived = index in self._outdated and self._waited >= PATIENCE
            if arrived or self._is_stale(index):
                return self._placed([index])
        return ()

    def begin(self, placed: Sequence[Placed]) -> None:
        """Maps are under way: what changes from now on is not in them."""
        self._coming = dict(placed)
        self._outdated.difference_update(self._coming)

    def show(self) -> None:
        """The maps under way are whole and take the place of those that were shown."""
        for index, cascade in self._coming.items():
            self.kept[index], self._turn, self._latest = cascade, cascade.turn, index
            self._waited = 0
        self._coming = {}

    def places(self, eye: F64, strength: float = 1.0, layers: Sequence[int] = ()) -> Cascades:
        """Where the maps lie against the eye, for the shaders, and in which layer each is."""
        scale, offset = [(0.0, 0.0, 0.0)] * CASCADES, [(9.0, 9.0, 9.0)] * CASCADES
        part = [NOWHERE] * CASCADES
        place = _point(eye)
        for index, cascade in enumerate(self.kept):
            if cascade is None:
                continue
            across, up, away = cascade.turned(place)
            wide, deep = 0.5 / cascade.reach_m, 0.5 / cascade.depth_m
            scale[index] = wide, wide, deep
            offset[index] = 0.5 + across * wide, 0.5 + up * wide, 0.5 + away * deep
            part[index] = self._used(index, cascade)
        where = np.arange(CASCADES)
        where[: len(layers)] = layers
        placed = np.array(scale), np.array(offset), np.array(part)
        return Cascades(self._turn, *placed, strength, where)

    def _used(self, index: int, cascade: Cascade) -> tuple[float, float, float, float]:
        """The part of a map that is used: its middle and half its sides, as shares of the map."""
        wanted, needed_m = self._wanted(index)
        wide = 0.5 / cascade.reach_m
        half = (USED if self.middle_enu is None else 1.0) * needed_m * wide
        middle = (0.5 + along_m * wide for along_m in cascade.turned(wanted)[:2])
        ends = [(max(at - half, RIM), min(at + half, 1.0 - RIM)) for at in middle]
        (west, east), (south, north) = ends
        return (west + east) / 2, (south + north) / 2, (east - west) / 2, (north - south) / 2

    @property
    def _turned(self) -> bool:
        """Whether the light has turned against the maps that are shown."""
        look = self._look
        assert look is not None
        texel_m = 2.0 * _grown(min(self.reach_m), look.above_ground_m) / self.size_px
        limit_rad = min(max(texel_m / HOUSE_M, TURN_RAD[0]), TURN_RAD[1])
        return float(-self._turn[2] @ look.light) < math.cos(limit_rad)

    def _is_stale(self, index: int) -> bool:
        """Whether a map is missing, of the wrong side or share of trees, or left by the eye."""
        old = self.kept[index]
        if old is None:
            return True
        wanted, needed_m = self._wanted(index)
        across, up, _ = old.turned(wanted)
        reach_m, trees = self._sized(index, needed_m)
        if old.reach_m != reach_m or is_other_share(old.trees, trees):
            return True
        return max(abs(across), abs(up)) > reach_m * MARGIN

    def _sized(self, index: int, needed_m: float) -> tuple[float, float]:
        """Half the side of a map, and the share of the trees that is in it."""
        base_m = self.reach_m[index]
        reach_m = _side(base_m, needed_m)
        return reach_m, self.trees.of(base_m, needed_m, reach_m)

    def _placed(self, indices: Sequence[int]) -> tuple[Placed, ...]:
        """The new places of some maps."""
        assert self._look is not None
        turn = light_turn(self._look.light) if self._turned else self._turn
        made = []
        for index in indices:
            wanted, needed_m = self._wanted(index)
            reach_m, trees = self._sized(index, needed_m)
            centre = _snapped(np.array(wanted), turn, 2.0 * reach_m / self.size_px)
            made.append((index, Cascade(centre, reach_m, reach_m + DEPTH_RANGE_M, turn, trees)))
        return tuple(made)

    def _wanted(self, index: int) -> tuple[Point, float]:
        """Where the centre of a map should be now, and half of the side that it needs."""
        look = self._look
        assert look is not None
        if self.middle_enu is not None:
            return self.middle_enu, self.reach_m[index]
        needed_m = _needed(self.reach_m[index], look.above_ground_m)
        ahead_m = needed_m * AHEAD
        (x, y, z), (east, north, _) = look.eye, look.forward
        return (x + east * ahead_m, y + north * ahead_m, z - look.above_ground_m), needed_m


def _point(values: F64) -> Point:
    x, y, z = values.tolist()
    return x, y, z


def _snapped(wanted: F64, turn: F64, texel_m: float) -> F64:
    place = turn @ wanted
    place[:2] = np.round(place[:2] / texel_m) * texel_m
    return np.asarray(turn.T @ place)


def square_across(low: F64, high: F64, light: F64) -> tuple[Point, float]:
    """Middle of a box, (3,) corners in the world, and half the side of a square across the light
    that it lies in with a little room.
    """
    half = np.abs(light_turn(light)[:2]) @ ((high - low) / 2.0)
    return _point((low + high) / 2.0), float(half.max()) * ROOM_SHARE


def light_turn(light: F64) -> F64:
    """(3, 3) rows x, y across the light and z away from it."""
    away = -light / np.linalg.norm(light)
    side = np.array([1.0, 0.0, 0.0]) if abs(away[0]) < 0.9 else np.array([0.0, 1.0, 0.0])
    across = np.cross(side, away)
    across /= np.linalg.norm(across)
    return np.stack([across, np.cross(away, across), away])


def _needed(base_m: float, above_ground_m: float) -> float:
    """Half the side of a map that is seen from high above."""
    return base_m * max(above_ground_m * 0.8 / 150.0, 1.0)


def _side(base_m: float, needed_m: float) -> float:
    """The same in steps of the root of two: a map is not drawn anew for each metre of height."""
    return base_m * math.sqrt(2.0) ** math.ceil(2.0 * math.log2(needed_m / base_m))


def _grown(base_m: float, above_ground_m: float) -> float:
    """Half the side of a map that is drawn for an eye so high, metres."""
    return _side(base_m, _needed(base_m, above_ground_m))
