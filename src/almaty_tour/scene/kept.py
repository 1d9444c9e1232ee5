"""The copies that stand, listed once for several pictures of a moving camera.

A list is chosen for a place ahead of the eye and for a wider view than that of one picture, in
steps between pictures. As long as the eye and the edges of its view stay within that, nothing
is chosen anew: what is listed is more than a picture shows, never less, and never coarser. An
eye that has just come, or that stands still, gets exactly what it sees. Where the card has no
time for more, each picture chooses among the list: `visible.Standing`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.copies import Copies
from almaty_tour.scene.copylist import CopyList
from almaty_tour.scene.drawing import DetailLimits, Viewpoint, sight_of
from almaty_tour.scene.visible import Crowd, choosing

F64 = npt.NDArray[np.float64]
PICTURES: Final = 6.0
"""How many pictures a list is meant for."""
HASTE: Final = 2.5
"""And for how many pictures more it has room, should the camera go another way."""
FARTHEST_M: Final = 120.0
WIDEST_RAD: Final = 0.2
"""No list holds for more: what it has too much would cost more than choosing anew."""
JUMP_M: Final = 100.0
SHARPEST_TURN: Final = 0.15
"""A camera that moves more from picture to picture has no way that could be foreseen."""
_SIDES: Final = 4
_PIXEL_SHARE: Final = 0.03
_SAME: Final = 1e-20
Grown = Callable[[Viewpoint], Sequence[Crowd]]


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
        apart = view.eye - self.view.eye
        turned = view.planes[:, :3] - self.view.planes[:, :3]
        return bool(
            apart @ apart <= self.move_m**2
            and np.einsum("ij,ij->i", turned, turned).max() <= self.turn**2 + _SAME
        )

    @property
    def wide(self) -> Viewpoint:
        """A view that shows all that any view of the room shows."""
        if self.move_m == 0.0 and self.turn == 0.0:
            return self.view
        return replace(self.view, planes=widened(self.view.planes, self.move_m, self.turn))


@dataclass(frozen=True)
class _Chosen:
    room: Room
    listed: CopyList
    version: int


class KeptCopies:
    """The list of a scene's copies for one camera."""

    def __init__(self) -> None:
        self._now: _Chosen | None = None
        self._ready: _Chosen | None = None
        self._room: Room | None = None
        self._steps: Iterator[CopyList | None] = iter(())
        self._taken, self._needed = 0, 3
        self._versions = 0, 0
        self._before: Viewpoint | None = None
        self._asked: tuple[object, ...] = ()

    def listed(
        self, copies: Copies, view: Viewpoint, limits: DetailLimits, grown: Grown
    ) -> CopyList:
        """The copies that a view shows, and some more; with those that have `grown` there."""
        asked = id(copies), limits
        if asked != self._asked:
            self._asked = asked
            self._now = self._ready = self._room = None
        way = _Way.of(self._before, view)
        self._before = view
        if self._room is not None and self._versions[1] != copies.moved:
            self._room = None
        if self._ready is not None and self._ready.room.covers(view):
            self._now, self._ready = self._ready, None
        elif self._now is not None and not self._now.room.covers(view):
            self._now = self._ready = None
        if self._now is None:
            if self._room is None or not self._room.covers(view):
                room = way.room()
                self._begin(copies, limits, grown, room if room.covers(view) else Room(view))
            while self._now is None:
                self._step()
                self._now, self._ready = self._ready, None
        elif self._room is not None:
            self._step()
        elif self._ready is None and self._is_due(self._now, way, copies):
            self._begin(copies, limits, grown, way.room(self._needed))
        return self._now.listed

    def _is_due(self, now: _Chosen, way: _Way, copies: Copies) -> bool:
        return now.version != copies.version or not now.room.covers(way.after(self._needed + 2.0))

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
    crowds = grown(wide)
    yield None
    eye = wide.eye
    origin = float(eye[0]), float(eye[1]), float(eye[2])
    sight = replace(sight_of(wide, limits), nearer_m=room.move_m)
    for found in choosing(copies, sight, crowds):
        yield None if found is None else replace(found, origin_enu=origin)


@dataclass(frozen=True)
class _Way:
    """A view, and how it moves from picture to picture."""

    view: Viewpoint
    eye_m: F64
    planes: F64

    @classmethod
    def of(cls, before: Viewpoint | None, view: Viewpoint) -> _Way:
        """Where a camera is going; nowhere when it has jumped."""
        if before is not None and before.planes.shape == view.planes.shape:
            way = cls(view, view.eye - before.eye, view.planes - before.planes)
            if way.moves_m < JUMP_M and way.turns < SHARPEST_TURN:
                return way
        return cls(view, np.zeros(3), np.zeros_like(view.planes))

    @property
    def moves_m(self) -> float:
        return float(np.sqrt(self.eye_m @ self.eye_m))

    @property
    def turns(self) -> float:
        return float(np.sqrt(np.einsum("ij,ij->i", self.planes, self.planes).max()))

    def after(self, pictures: float) -> Viewpoint:
        """The view so many pictures later, straight on."""
        planes = self.view.planes + self.planes * pictures
        planes[:, :3] /= np.sqrt(np.einsum("ij,ij->i", planes[:, :3], planes[:, :3]))[:, None]
        return replace(self.view, eye=self.view.eye + self.eye_m * pictures, planes=planes)

    def room(self, wait: float = 0.0) -> Room:
        """Room for some pictures, the first of which comes after a wait of so many."""
        moves_m, turns = self.moves_m, self.turns
        half = PICTURES / 2.0
        for each, most in ((moves_m, FARTHEST_M), (turns, WIDEST_RAD)):
            half = min(half, 0.8 * most / max(each, 1e-9))
        return Room(
            self.after(wait + half),
            min(moves_m * (half + HASTE), FARTHEST_M),
            min(turns * (half + HASTE), WIDEST_RAD),
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
    corner = np.cross(normals[0], normals[2])
    corner /= math.sqrt(corner @ corner)
    angle = 2.0 * math.asin(min(turn / 2.0, 1.0))
    # Each side turns outwards round the eye; at its corners it gives way least.
    least = np.cos(np.minimum(np.arccos(np.abs(along @ corner)) + angle, 1.5))
    side = np.arctan(math.tan(angle) / np.repeat(least[[0, 2]], 2))[:, None]
    turned = normals * np.cos(side) + along * np.sin(side)
    return np.concatenate([turned, planes[:_SIDES, 3:] + move_m], axis=1)
