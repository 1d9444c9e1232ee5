"""The copies that stand, listed once for several pictures of a moving camera.

A list is chosen for a place ahead of the eye and for a wider view than that of one picture, in
steps between pictures. As long as the eye and the edges of its view stay within that, nothing
is chosen anew: what is listed is more than a picture shows, never less, and never coarser. An
eye that has just come, or that stands still, gets exactly what it sees. Where the card has no
time for more, each picture chooses among the list: `visible.Standing`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.copies import Copies
from almaty_tour.scene.copylist import CopyList
from almaty_tour.scene.drawing import DetailLimits, Viewpoint, sight_of
from almaty_tour.scene.visible import Crowd, choosing

F64 = npt.NDArray[np.float64]
PICTURES: Final = 6.0, 14.0
"""How many pictures a list is meant for: the least, and the most while they lie within `NEAR`."""
NEAR: Final = 24.0, 0.05
"""Metres and radians about the middle of a list that cost it little."""
LEAST: Final = 4.0, 0.012
"""Metres and radians that a list has room for as soon as anything moves: cameras speed up."""
HASTE: Final = 2.5
"""For how many pictures more a list has room, should the camera go another way."""
FARTHEST_M: Final = 120.0, 2.0, 400.0
"""No list holds for more, what it has too much would cost more than choosing anew: metres; or so
many pictures of a camera that is fast because it is high; and metres at most."""
WIDEST_RAD: Final = 0.2
JUMP_M: Final = 100.0
"""A camera that moves more from picture to picture, and not as before, has jumped."""
SHARPEST_TURN: Final = 0.15
"""One that turns more has no way that could be foreseen."""
SLOW: Final = 60.0
"""A list that lasts for so many pictures more is wider than it need be."""
STEPS: Final = 2.0
"""Steps that a picture takes of a list that is foreseen; more where it will be late."""
_SIDES: Final = 4
_PIXEL_SHARE: Final = 0.03
_SAME: Final = 1e-20
Grown = Callable[[Viewpoint], Iterable[Sequence[Crowd] | None]]
"""What has grown where a view shows it, in steps: None until it is known."""


@dataclass(frozen=True)
class Room:
    """A view, and how far another may be from it.

    Attributes:
        view: the middle. move_m: of the eye. turn: of the edges, as distance of unit normals.
    """

    view: Viewpoint
    move_m: float = 0.0
    turn: float = 0.0

    def covers(self, view: Viewpoint) -> bool:
        """Whether what a view shows is among what this room shows."""
        if abs(view.pixel_rad / self.view.pixel_rad - 1.0) > _PIXEL_SHARE:
            return False
        *turned, moved = _apart(view, self.view)
        return (
            _dot(moved, moved) <= self.move_m**2
            and max(_dot(one, one) for one in turned) <= self.turn**2 + _SAME
        )

    def lasts(self, way: _Way) -> float:
        """For how many pictures more it covers a camera that goes straight on."""
        most = [self.turn] * len(way.planes) + [self.move_m]
        soonest = math.inf
        for apart, go, room in zip(_apart(way.view, self.view), way.steps, most, strict=True):
            speed = _dot(go, go)
            if speed > _SAME:  # |apart + go t| = room
                along, left = _dot(apart, go), max(room**2 - _dot(apart, apart), 0.0)
                soonest = min(soonest, (math.sqrt(along**2 + speed * left) - along) / speed)
        return soonest

    @property
    def wide(self) -> Viewpoint:
        """A view that shows all that any view of the room shows."""
        if self.move_m == 0.0 and self.turn == 0.0:
            return self.view
        return replace(self.view, planes=widened(self.view.planes, self.move_m, self.turn))


def _apart(one: Viewpoint, other: Viewpoint) -> list[list[float]]:
    """How far the normals of two views are apart, then their eyes: few numbers, so no arrays."""
    turned: list[list[float]] = (one.planes[:, :3] - other.planes[:, :3]).tolist()
    return [*turned, (one.eye - other.eye).tolist()]


def _dot(a: Sequence[float], b: Sequence[float]) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


@dataclass(frozen=True)
class _Chosen:
    room: Room
    listed: CopyList
    version: int

    def is_poor(self, left: float, copies: Copies) -> bool:
        """Whether something has arrived, or a camera that has slowed down needs far less room."""
        wide = self.room.move_m > LEAST[0] or self.room.turn > LEAST[1]
        still = left == math.inf and self.room.move_m > 0.0
        return self.version != copies.version or still or (wide and left > SLOW)


class KeptCopies:
    """The list of a scene's copies for one camera."""

    def __init__(self) -> None:
        self._now: _Chosen | None = None
        self._ready: _Chosen | None = None
        self._room: Room | None = None
        self._steps: Iterator[CopyList | None] = iter(())
        self._taken, self._needed = 0, 3
        self._versions = 0, 0
        self._way: _Way | None = None
        self._asked: tuple[object, ...] = ()

    def listed(
        self, copies: Copies, view: Viewpoint, limits: DetailLimits, grown: Grown
    ) -> CopyList:
        """The copies that a view shows, and some more; with those that have `grown` there."""
        asked = id(copies), limits
        if asked != self._asked:
            self._asked = asked
            self._now = self._ready = self._room = None
        way = self._way = _Way.of(self._way, view)
        if self._room is not None and self._versions[1] != copies.moved:
            self._room = None
        self._choose(view)
        if self._now is None:
            if self._room is None or not self._room.covers(view):
                room = way.room()
                self._begin(copies, limits, grown, room if room.covers(view) else Room(view))
            while self._now is None:
                self._step()
                self._now, self._ready = self._ready, None
            return self._now.listed
        left = self._now.room.lasts(way)
        if self._room is not None:
            self._go_on(left)
        elif self._ready is None:
            wait = self._needed / STEPS
            if left < wait + 2.0 or self._now.is_poor(left, copies):
                self._begin(copies, limits, grown, way.room(min(left, wait)))
        return self._now.listed

    def _choose(self, view: Viewpoint) -> None:
        """The newest list that is there and covers a view, if any does."""
        if self._ready is not None and self._ready.room.covers(view):
            self._now, self._ready = self._ready, None
        elif self._now is not None and not self._now.room.covers(view):
            self._now = self._ready = None

    def _go_on(self, left: float) -> None:
        """As many steps as let a list be there in time, where the old one lasts for so long."""
        wanted = (self._needed - self._taken) / max(left - 1.0, 1.0)
        for _ in range(max(math.ceil(wanted), 1)):
            if self._room is not None:
                self._step()

    def _begin(self, copies: Copies, limits: DetailLimits, grown: Grown, room: Room) -> None:
        self._room, self._taken = room, 0
        self._versions = copies.version, copies.moved
        self._steps = _steps(copies, room, limits, grown)

    def _step(self) -> None:
        """One step of the list that is under way."""
        found = next(self._steps)
        self._taken += 1
        if found is not None and self._room is not None:
            self._ready = _Chosen(self._room, found, self._versions[0])
            self._room, self._needed = None, self._taken


def _steps(
    copies: Copies, room: Room, limits: DetailLimits, grown: Grown
) -> Iterator[CopyList | None]:
    wide = room.wide
    crowds: Sequence[Crowd] = ()
    for step in grown(wide):
        crowds = step or crowds
        yield None
    eye = wide.eye
    origin = float(eye[0]), float(eye[1]), float(eye[2])
    sight = replace(sight_of(wide, limits), nearer_m=room.move_m)
    for found in choosing(copies, sight, crowds):
        yield None if found is None else replace(found, origin_enu=origin)


@dataclass(frozen=True)
class _Way:
    """A view, and how it moves from picture to picture; `went_m` where it has jumped, too."""

    view: Viewpoint
    eye_m: F64
    planes: F64
    went_m: F64

    @classmethod
    def of(cls, before: _Way | None, view: Viewpoint) -> _Way:
        """Where a camera is going; nowhere when it has jumped."""
        if before is not None and before.planes.shape == view.planes.shape:
            went_m = view.eye - before.view.eye
            way = cls(view, went_m, view.planes - before.view.planes, went_m)
            other_m = went_m - before.went_m
            steady = way.moves_m < JUMP_M or other_m @ other_m < JUMP_M**2
            if steady and way.turns < SHARPEST_TURN:
                return way
            return cls(view, np.zeros(3), np.zeros_like(view.planes), went_m)
        return cls(view, np.zeros(3), np.zeros_like(view.planes), np.zeros(3))

    @cached_property
    def steps(self) -> list[list[float]]:
        """How the normals and the eye move."""
        return [*self.planes[:, :3].tolist(), self.eye_m.tolist()]

    @cached_property
    def moves_m(self) -> float:
        return math.sqrt(self.eye_m @ self.eye_m)

    @cached_property
    def turns(self) -> float:
        return math.sqrt(np.einsum("ij,ij->i", self.planes, self.planes).max())

    def after(self, pictures: float) -> Viewpoint:
        """The view so many pictures later, straight on."""
        planes = self.view.planes + self.planes * pictures
        planes[:, :3] /= np.sqrt(np.einsum("ij,ij->i", planes[:, :3], planes[:, :3]))[:, None]
        return replace(self.view, eye=self.view.eye + self.eye_m * pictures, planes=planes)

    def room(self, wait: float = 0.0) -> Room:
        """Room for some pictures, the first of which comes after a wait of so many."""
        moves_m, turns = self.moves_m, self.turns
        if moves_m == 0.0 and turns == 0.0:
            return Room(self.view)
        least, most = PICTURES
        near = min(NEAR[0] / max(moves_m, 1e-9), NEAR[1] / max(turns, 1e-9))
        half = min(max(near, least / 2.0), most / 2.0)
        farthest_m = max(FARTHEST_M[0], min(FARTHEST_M[1] * moves_m, FARTHEST_M[2]))
        for each, far in ((moves_m, farthest_m), (turns, WIDEST_RAD)):
            half = min(half, 0.8 * far / max(each, 1e-9))
        return Room(
            self.after(wait + half),
            min(max(moves_m * (half + HASTE), LEAST[0]), farthest_m),
            min(max(turns * (half + HASTE), LEAST[1]), WIDEST_RAD),
        )


def widened(planes: F64, move_m: float, turn: float) -> F64:
    """(4, 4) sides of a frustum that holds every frustum near one.

    Its eye may be `move_m` away, each of its normals differ by `turn` as a distance. `planes`
    are those of `camera.matrices.frustum_planes`. The near plane is left out: the sides meet
    in the eye.
    """
    normals, ahead = planes[:_SIDES, :3], planes[_SIDES, :3]
    along = ahead - (normals @ ahead)[:, None] * normals
    along /= np.sqrt(np.einsum("ij,ij->i", along, along))[:, None]
    corners = np.cross(normals[0], normals[2:_SIDES])  # the right ones mirror them
    corners /= np.sqrt(np.einsum("ij,ij->i", corners, corners))[:, None]
    angle = 2.0 * math.asin(min(turn / 2.0, 1.0))
    # Each side turns outwards round the eye; at its corners it gives way least.
    away = np.abs(along @ corners.T)
    nearest = np.array([away[0].min(), away[0].min(), away[2, 0], away[3, 1]])
    least = np.cos(np.minimum(np.arccos(nearest) + angle, 1.5))
    side = np.arctan(math.tan(angle) / least)[:, None]
    turned = normals * np.cos(side) + along * np.sin(side)
    return np.concatenate([turned, planes[:_SIDES, 3:] + move_m], axis=1)
