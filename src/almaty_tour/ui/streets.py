"""Which street the visitor is on, and where the names of those ahead lie on the picture."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from almaty_tour.camera.matrices import projected
from almaty_tour.camera.state import CameraState
from almaty_tour.content.streets import StreetName
from almaty_tour.scene.streets import no_streets
from almaty_tour.session.world import World
from almaty_tour.ui.sight import sight_is_free
from almaty_tour.ui.view import StreetLabelView, StreetsView, WindowView

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
Clear = tuple[float, float, float, float]
"""Left, top, right, bottom of the picture between the panels."""

MOVED_M = 10.0
"""What is near is looked up anew after the eye has moved so far."""
CHOSEN_M, CHOSEN_RAD = 8.0, 0.06
"""Which names lie where is decided anew after the eye has moved or turned so far."""
LOOKED_M = 6.0
"""A name on the picture is looked at again after the eye has moved so far."""
FORGET_M = 25.0
"""What was hidden may be seen again after the eye has moved so far."""
LOW_M = 250.0
"""Names lie over the city only from an eye lower than this above the ground."""
ON_STREET_M = 120.0
"""From higher up nobody stands on a street."""
NEAREST_M, FARTHEST_M = 40.0, 250.0
FARTHER_BY_HEIGHT = 1.6
ABOVE_GROUND_M = 3.0
MOST_LABELS = 6
MARGIN = 0.08
"""Share of the clear part of the picture in which no name begins, on every side."""
FADE_PER_S = 4.0
RESTING_S, ROUNDS = 0.3, 24
"""A picture that comes so long after the one before is whole at once."""
ALONG_M = 12.0
FLATTEST = 0.38
"""A street that is seen shorter than this share of its length has its name upright."""
BESIDE_M = 45.0
"""Near a hidden place the same street is taken to be hidden too."""


@dataclass(frozen=True)
class _Kept:
    """A name on the picture: row of what is near, whether it is seen (None: unknown yet)."""

    row: int
    station: int
    free: bool | None = None
    strength: float = 0.0


@dataclass(frozen=True)
class _Near:
    """The stations about the eye.

    Attributes:
        stations: (k,) rows of `Streets.stations`. street: (k,) rows of their streets.
        points: (k, 3) world metres, over the ground. way: (k, 2) unit directions.
        height_m: of the eye above the ground.
    """

    stations: I64
    points: F64
    way: F64
    street: I64
    height_m: float


_NOTHING = _Near(
    np.zeros(0, np.int64), np.zeros((0, 3)), np.zeros((0, 2)), np.zeros(0, np.int64), LOW_M
)


class StreetWatch:
    """Remembers what is near and which names lie where, from picture to picture."""

    def __init__(self) -> None:
        nowhere = CameraState((math.inf, math.inf, math.inf), 0.0, 0.0)
        self._streets = no_streets()
        self._eye = self._looked_from = self._hidden_from = nowhere.position_enu
        self._chosen_from = nowhere
        self._clear: Clear = (0.0, 0.0, 0.0, 0.0)
        self._near = _NOTHING
        self._here: tuple[StreetName, ...] = ()
        self._kept: dict[int, _Kept] = {}
        self._hidden: dict[int, list[F64]] = {}
        self._turn = 0
        self._shown = StreetsView()
        self._resting: tuple[CameraState, tuple[float, float], Clear] | None = None
        """Where the eye stands still and no name comes or goes."""

    def look(
        self, world: World, camera: CameraState, window: WindowView, dt_s: float
    ) -> StreetsView:
        """The streets as the interface needs them for one picture."""
        size_pt, clear = window.size_pt, window.clear_pt or (0.0, 0.0, *window.size_pt)
        streets, eye = world.streets, camera.position_enu
        if not streets.names:
            return StreetsView()
        if streets is not self._streets or math.dist(eye, self._eye) > MOVED_M:
            self._look_round(world, eye)
        if not len(self._near.stations):
            return StreetsView(streets, self._here)
        if (camera, size_pt, clear) == self._resting:
            return self._shown
        for _ in range(ROUNDS if dt_s > RESTING_S else 1):
            if self._outdated(camera) or clear != self._clear:
                self._choose(camera, size_pt, clear)
            if not self._look_along(world, camera):
                break
        before, labels = self._shown.labels, self._labels(camera, size_pt, dt_s)
        self._shown = StreetsView(streets, self._here, labels)
        self._resting = (
            (camera, size_pt, clear) if labels == before and not self._unknown() else None
        )
        return self._shown

    def _unknown(self) -> bool:
        """Whether a name has not been looked at yet."""
        return any(kept.free is None for kept in self._kept.values())

    def _look_round(self, world: World, eye: tuple[float, float, float]) -> None:
        self._streets, self._eye, self._resting = world.streets, eye, None
        self._chosen_from = CameraState((math.inf, math.inf, math.inf), 0.0, 0.0)
        x, y, z = eye
        height_m = z - float(world.ground(x, y))
        on = self._streets.here(x, y) if height_m < ON_STREET_M else ()
        self._here = tuple(self._streets.names[row] for row in on)
        if height_m >= LOW_M:
            self._near, self._kept = _NOTHING, {}
            return
        at = self._streets.stations
        rows = self._streets.near(x, y, _farthest_m(height_m))
        rows = rows[at.place[rows] % 2 == 0]
        xy = at.xy[rows]
        z_m = np.asarray(world.ground(xy[:, 0], xy[:, 1])) + ABOVE_GROUND_M
        points = np.column_stack([xy, z_m])
        self._near = _Near(rows, points, at.way[rows], at.street[rows], height_m)

    def _outdated(self, camera: CameraState) -> bool:
        before = self._chosen_from
        turned = abs(camera.heading_rad - before.heading_rad) + abs(
            camera.pitch_rad - before.pitch_rad
        )
        moved_m = math.dist(camera.position_enu, before.position_enu)
        return moved_m > CHOSEN_M or turned > CHOSEN_RAD or camera.fov_rad != before.fov_rad

    def _choose(self, camera: CameraState, size_pt: tuple[float, float], clear: Clear) -> None:
        """At most `MOST_LABELS` names, one a street, the middle of the view first.

        A name stays at its station as long as that is in the picture and seen.
        """
        self._chosen_from, self._clear = camera, clear
        if math.dist(camera.position_enu, self._hidden_from) > FORGET_M:
            self._hidden, self._hidden_from = {}, camera.position_enu
        near = self._near
        spots = projected(camera, near.points, size_pt)
        low, high = np.array(clear).reshape(2, 2)
        share = np.abs(spots[:, :2] - (low + high) / 2.0) / np.maximum(high - low, 1.0)
        fits = (spots[:, 2] > NEAREST_M) & (spots[:, 2] < _farthest_m(near.height_m))
        fits &= (share < 0.5 - MARGIN).all(axis=1)
        for street, places in self._hidden.items():
            mine = near.street == street
            for place in places:
                fits[mine] &= np.hypot(*(near.points[mine, :2] - place).T) > BESIDE_M
        rows = np.flatnonzero(fits)
        score = np.hypot(share[rows, 0], share[rows, 1])
        stations = [kept.station for kept in self._kept.values() if kept.free is not False]
        score[np.isin(near.stations[rows], stations)] -= 2.0
        order = np.argsort(score, kind="stable")
        found, first = np.unique(near.street[rows[order]], return_index=True)
        best = order[first]
        leading = np.argsort(score[best] + 0.05 * self._streets.ranks[found], kind="stable")
        chosen = rows[best[leading[:MOST_LABELS]]]
        self._kept = {int(near.street[row]): self._kept_at(int(row)) for row in chosen}

    def _kept_at(self, row: int) -> _Kept:
        street, station = int(self._near.street[row]), int(self._near.stations[row])
        known = self._kept.get(street)
        if known is None or known.station != station:
            return _Kept(row, station)
        return replace(known, row=row)

    def _look_along(self, world: World, camera: CameraState) -> bool:
        """Looks along one line of sight: to a new name, else to each in turn as the eye moves.

        Whether there was one to look along.
        """
        new = [street for street, kept in self._kept.items() if kept.free is None]
        if not new:
            if math.dist(camera.position_enu, self._looked_from) < LOOKED_M or not self._kept:
                return False
            self._looked_from = camera.position_enu
            self._turn += 1
        street = new[0] if new else list(self._kept)[self._turn % len(self._kept)]
        kept = self._kept[street]
        point = self._near.points[kept.row]
        free = sight_is_free(world.obstacles, camera, point, 0.0)
        self._kept[street] = replace(kept, free=free)
        if not free:
            self._hidden.setdefault(street, []).append(point[:2])
            self._chosen_from = replace(self._chosen_from, fov_rad=0.0)
        return True

    def _labels(
        self, camera: CameraState, size_pt: tuple[float, float], dt_s: float
    ) -> tuple[StreetLabelView, ...]:
        if not self._kept:
            return ()
        near, rows = self._near, np.array([kept.row for kept in self._kept.values()])
        points = near.points[rows]
        way = np.column_stack([near.way[rows], np.zeros(len(rows))]) * ALONG_M
        spots = projected(camera, np.concatenate([points, points - way, points + way]), size_pt)
        at, begin, end = spots.reshape(3, len(rows), 3)
        whole = ALONG_M * size_pt[1] / math.tan(camera.fov_rad / 2.0) / np.maximum(at[:, 2], 1.0)
        turns = _turns(end[:, :2] - begin[:, :2], whole).tolist()
        labels = []
        for street, spot, turn in zip(list(self._kept), at.tolist(), turns, strict=True):
            kept = self._faded(street, _clarity(near.height_m, spot[2]), dt_s)
            if kept.strength > 0.0:
                name = self._streets.names[street]
                labels.append(StreetLabelView(name, (spot[0], spot[1]), turn, kept.strength))
        return tuple(labels)

    def _faded(self, street: int, clarity: float, dt_s: float) -> _Kept:
        kept = self._kept[street]
        goal, step = (clarity if kept.free else 0.0), FADE_PER_S * dt_s
        strength = kept.strength + min(max(goal - kept.strength, -step), step)
        if strength != kept.strength:
            kept = self._kept[street] = replace(kept, strength=strength)
        return kept


def _farthest_m(height_m: float) -> float:
    """How far ahead names lie: farther from higher up, where the near ground is out of sight."""
    return FARTHEST_M + FARTHER_BY_HEIGHT * max(height_m, 0.0)


def _clarity(height_m: float, ahead_m: float) -> float:
    """1 near, less towards the ends of distance and height."""
    far = _farthest_m(height_m)
    fading = min((far - ahead_m) / (0.15 * far), (LOW_M - height_m) / 30.0, 1.0)
    return max(fading, 0.0) if ahead_m > 1.0 else 0.0


def _turns(vectors: F64, whole_pt: F64) -> F64:
    """(k,) angles on the picture of (k, 2) street directions, 0 where one is seen too short."""
    turn = np.arctan2(vectors[:, 1], vectors[:, 0])
    turn = np.where(turn > math.pi / 2, turn - math.pi, turn)
    turn = np.where(turn <= -math.pi / 2, turn + math.pi, turn)
    return np.where(np.hypot(*vectors.T) < FLATTEST * whole_pt, 0.0, turn)
